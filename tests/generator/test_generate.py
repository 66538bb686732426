"""What `nox -s generate` and `check` promise: the same bytes, all or nothing, small diffs, and errors with a place."""

from __future__ import annotations

import ast
import difflib
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from overrides.generator import __main__ as command
from overrides.generator import tree
from overrides.generator.document import DocumentError
from overrides.generator.package import ROOT, Api, _formatted, build


def python_files(files: Mapping[str, object]) -> list[str]:
    return [path for path in files if path.endswith(".py")]


def generate(api: Api) -> Path:
    assert command.main(["--root", str(api.root), "generate", api.name]) == 0
    return api.root / "generated" / api.name


def snapshot(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def edit(api: Api, old: str, new: str) -> None:
    text = api.spec.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    api.spec.write_text(text.replace(old, new), "utf-8")


def test_the_same_inputs_give_the_same_bytes_whatever_the_hash_seed_and_the_current_folder(mini: Api) -> None:
    elsewhere = mini.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "pyproject.toml").write_text("[tool.ruff]\nline-length = 60\n", "utf-8")
    program = (
        "import sys, hashlib; from pathlib import Path\n"
        "from overrides.generator.package import Api, build\n"
        "files = build(Api('mini', Path(sys.argv[1])))\n"
        "print(hashlib.sha256(repr(sorted((p, f.text) for p, f in files.items())).encode()).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, str(mini.root)],
            env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": str(ROOT)},
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, folder in (("1", ROOT), ("2", elsewhere))
    }
    assert len(digests) == 1


def test_one_more_member_changes_at_most_fifteen_lines_of_python_where_it_is_mentioned(mini: Api) -> None:
    before = build(mini)
    edit(
        mini,
        "        lang: {type:",
        '        mood: {type: string, description: "How the author feels"}\n        lang: {type:',
    )
    after = build(mini)
    changed = 0
    for path in python_files(after):
        lines = [
            line
            for line in difflib.ndiff(before[path].text.splitlines(), after[path].text.splitlines())
            if line[:2] in {"+ ", "- "}
        ]
        changed += len(lines)
        assert not lines or "mood" in after[path].text, path
    assert 0 < changed <= 15, changed


def test_nothing_is_rewritten_when_nothing_changed_and_no_generator_is_imported(mini: Api) -> None:
    folder = generate(mini)
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    program = (
        "import sys\nfrom overrides.generator.__main__ import main\n"
        f"assert main(['--root', {str(mini.root)!r}, 'generate', 'mini']) == 0\n"
        "assert not {'openapi_python_client', 'datamodel_code_generator'} & set(sys.modules)\n"
    )
    before = os.times()
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    after = os.times()  # processor time, which other processes of the machine do not lengthen
    assert after.children_user + after.children_system - before.children_user - before.children_system < 1.0
    assert done.stdout == "mini: nothing changed\n"
    assert times == {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_an_api_is_generated_in_less_than_three_seconds(mini: Api) -> None:
    before = os.times()
    run = [sys.executable, "-m", "overrides.generator", "--root", str(mini.root), "generate", "mini"]
    subprocess.run(run, cwd=ROOT, check=True, capture_output=True)
    after = os.times()  # as above: processor time, of which a busy machine takes little more
    assert after.children_user + after.children_system - before.children_user - before.children_system < 3.0


def test_a_file_that_somebody_edited_by_hand_is_written_again(mini: Api) -> None:
    folder = generate(mini)
    before = snapshot(folder)
    (folder / "mini_client" / "models.py").write_text("# lost\n", "utf-8")
    generate(mini)
    assert snapshot(folder) == before


def test_files_that_are_no_longer_generated_go_and_files_of_others_stay(mini: Api) -> None:
    folder = generate(mini)
    mine = folder / "notes.txt"
    mine.write_text("mine", "utf-8")
    assert (folder / "mini_client" / "_resources" / "messages.py").exists()
    document = yaml.safe_load(mini.spec.read_text("utf-8"))
    for path in ("/messages", "/messages/{message_id}"):
        del document["paths"][path]
    document["tags"] = [tag for tag in document["tags"] if tag["name"] != "messages"]
    mini.spec.write_text(yaml.safe_dump(document), "utf-8")
    generate(mini)
    assert not (folder / "mini_client" / "_resources" / "messages.py").exists()
    assert mine.read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("old", "new", "pointer", "says"),
    [
        ("operationId: messages_send", "operationId: messages_delete", "/paths/~1messages~1{message_id}/delete",
         "used twice"),
        ("        counts: {anyOf: [{type: object, additionalProperties: {type: integer}}, {type: \"null\"}]}",
         "        counts: {$ref: '#/components/schemas/Nowhere'}",
         "/components/schemas/Comment/properties/counts/$ref", "Nowhere"),
        ("in: path, required: true", "in: path, required: false", "/paths/~1messages~1{message_id}/delete", "required"),
        ("application/json: {schema: {$ref: '#/components/schemas/CommentCreate'}}",
         "text/plain: {schema: {type: string}}", "/paths/~1comments/post", "text/plain"),
        ("{schema: {$ref: '#/components/schemas/CommentListAnswer'}}", "{schema: null}",
         "/paths/~1comments/get/responses/200/content/application~1json/schema", "Nothing where a schema should be"),
        ("thing: {$ref: '#/components/schemas/Thing'}", "thing: {type: strnig}",
         "/components/schemas/ThingChange/properties/thing/type", "strnig"),
        ("CommentAnswer: {anyOf: [{$ref: '#/components/schemas/CommentEnvelope'}",
         "CommentAnswer: {anyOf: [{type: object}",
         "/paths/~1comments/post/responses/200", "CommentAnswer must be one answer of success and ErrorEnvelope"),
        ("openapi: 3.1.0", "openapi: 3.0.3", "/openapi", "Write 'openapi: 3.1.1'"),
        ("    Level: {", "    A: {$ref: '#/components/schemas/A'}\n    Level: {", "/components/schemas/A/$ref",
         "goes in a circle"),
        ("tags: [{name: comments, description: c}, ", "tags: [comments, ", "/tags/0",
         "'comments' where a tag should be"),
        ('responses: {"204": {description: gone}}', 'responses: {"200": {description: a, content: {image/*: {}}}}',
         "/paths/~1messages~1{message_id}/delete", "status code … (Unsupported content_type image/*)"),
        ("operationId: messages_send", "operationId: messagesSend", "/paths/~1messages/post", "write 'messages_send'"),
        ("operationId: messages_send", "operationId: delete", "/paths/~1messages~1{message_id}/delete",
         "has the method 'delete' already"),
        ("{name: X-SITE-ID, in: header", "{name: X-SITE-ID, in: cookie", "/paths/~1comments/get", "for 'X-SITE-ID'"),
        ("style: form, explode: true", "style: pipeDelimited, explode: true", "/paths/~1comments/get", "for 'filter'"),
        ("{application/x-www-form-urlencoded: {schema", "{multipart/form-data: {schema",
         "/paths/~1things/post/requestBody", "no client can be written for a multipart/form-data body"),
        ("security: [{}, {bearerAuth: []}]", "security: [{basic: []}]", "/paths/~1comments/get/security",
         "no security scheme 'basic'"),
        ("bearerAuth: {type: http, scheme: bearer}", "bearerAuth: {type: http, scheme: basic}",
         "/components/securitySchemes/bearerAuth", "x-sdk-sign"),
        ("schema: {type: integer, minimum: 1, default: 20}", "schema: {type: [strnig]}",
         "/paths/~1comments/get/parameters/2/schema/type", "strnig"),
        ("summary: Delete", "summary: [Delete]", "/paths/~1messages~1{message_id}/delete/summary", "Input should be"),
    ],
)  # fmt: skip
def test_an_error_leaves_everything_as_it_was_and_names_line_and_pointer(
    mini: Api, capsys: pytest.CaptureFixture[str], old: str, new: str, pointer: str, says: str
) -> None:
    folder = generate(mini)
    before = snapshot(folder)
    edit(mini, old, new)
    capsys.readouterr()
    assert command.main(["--root", str(mini.root), "generate"]) == 1
    message = capsys.readouterr().err
    assert re.match(r"\S*mini\.yaml:\d+[ :]", message), message
    assert f" {pointer}" in message
    assert says in message
    assert "Traceback" not in message
    assert snapshot(folder) == before


def test_a_full_disk_while_writing_leaves_everything_as_it_was(mini: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = generate(mini)
    before = snapshot(folder)
    edit(mini, "        lang: {type:", "        mood: {type: string}\n        lang: {type:")
    files = tree.with_manifest(mini, build(mini))
    real, written = Path.write_bytes, 0

    def full(self: Path, data: bytes) -> int:
        nonlocal written
        written += 1
        if written > 1:
            raise OSError(28, "No space left on device")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        tree.write(folder, files)
    monkeypatch.undo()
    assert snapshot(folder) == before
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(".mini-")]


def test_a_full_disk_at_one_package_leaves_the_others_as_they_were_too(
    mini: Api, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--root", str(mini.root), "generate"]) == 0
    before = snapshot(mini.root / "generated")
    for name, component in (("mini", "    Level: {"), ("notes", "    Note:\n")):
        edit(Api(name, mini.root), component, f"    More: {{type: string}}\n{component}")
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if any(part.startswith(".notes-") for part in self.parts):
            raise OSError(28, "No space left on device", str(self))
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    capsys.readouterr()
    assert command.main(["--root", str(mini.root), "generate"]) == 1
    monkeypatch.undo()
    assert "No space left on device" in capsys.readouterr().err
    assert snapshot(mini.root / "generated") == before


def test_what_an_interrupted_run_leaves_behind_goes_with_the_next_one(
    mini: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = generate(mini)
    before = snapshot(folder)
    files = tree.with_manifest(mini, build(mini))
    gone = "mini_client/_resources/messages.py"
    fewer = {path: data for path, data in files.items() if path != gone} | {tree.MANIFEST: b"{}"}
    real = Path.unlink

    def killed(self: Path, missing_ok: bool = False) -> None:
        if self.name == "messages.py":
            raise KeyboardInterrupt
        real(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", killed)
    with pytest.raises(KeyboardInterrupt):
        tree.write(folder, fewer)
    monkeypatch.undo()
    assert snapshot(folder)[tree.MANIFEST] == before[tree.MANIFEST], "no longer known to be stale"
    tree.write(folder, fewer)
    assert not (folder / gone).exists()


def test_files_beside_their_places_of_a_run_that_was_killed_go_with_the_next_one(mini: Api) -> None:
    left = mini.root / "generated" / ".mini-abc"
    left.mkdir(parents=True)
    (left / "pyproject.toml").touch()
    generate(mini)
    assert not left.exists()


def test_an_error_names_its_file_as_one_would_type_it(
    mini: Api, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(mini.root)
    mini.overlay.write_text("overlay: 2.0.0\n", "utf-8")
    assert command.main(["--root", str(mini.root), "generate"]) == 1
    assert capsys.readouterr().err.startswith("overrides/mini/overlay.yaml:1 ")


def test_code_that_python_cannot_read_is_named() -> None:
    with pytest.raises(RuntimeError, match=r"fault of the generator: mini_client/b\.py: .*\(<unknown>, line 2\)"):
        _formatted({"mini_client/a.py": "x = 1\n", "mini_client/b.py": "\ndef f(:\n"})


def test_check_tells_an_outdated_file_from_an_edited_one(mini: Api, capsys: pytest.CaptureFixture[str]) -> None:
    generate(mini)
    edit(mini, "        lang: {type:", "        mood: {type: string}\n        lang: {type:")
    (mini.root / "overrides" / "core" / "secrets.py").write_text("# another\n", "utf-8")
    capsys.readouterr()
    assert command.main(["--root", str(mini.root), "check", "mini"]) == 1
    shown = capsys.readouterr().out
    assert 'generated/mini/mini_client/models.py is outdated: run "nox -s generate"' in shown
    assert 'generated/mini/mini_client/_core/secrets.py is outdated: run "nox -s generate"' in shown
    assert "make the change in" not in shown


def test_check_names_what_no_document_and_no_override_gives(mini: Api, capsys: pytest.CaptureFixture[str]) -> None:
    folder = generate(mini)
    (folder / "mini_client" / "extra.py").write_text("# by hand\n", "utf-8")
    (folder / "mini_client" / "__pycache__").mkdir()
    (folder / "mini_client" / "__pycache__" / "extra.cpython-311.pyc").write_bytes(b"")
    capsys.readouterr()
    assert command.main(["--root", str(mini.root), "check", "mini"]) == 1
    shown = capsys.readouterr().out
    assert "generated/mini/mini_client/extra.py is nobody's: move it to overrides/mini/, or delete it\n" in shown
    assert shown.endswith("differences to what specs/ and overrides/ give: 1\n")
    (folder / "mini_client" / "extra.py").unlink()
    (mini.root / "specs" / "notes.yaml").unlink()
    (folder.parent / "notes").mkdir()
    (folder.parent / "notes" / tree.MANIFEST).write_text("{}", "utf-8")
    assert command.main(["--root", str(mini.root), "check"]) == 1
    assert "generated/notes/ has no specs/notes.yaml: delete the folder" in capsys.readouterr().out


def test_check_is_silent_on_fresh_output_and_says_where_a_change_belongs(
    mini: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = generate(mini)
    assert command.main(["--root", str(mini.root), "check", "mini"]) == 0
    copied = folder / "mini_client" / "_core" / "secrets.py"
    copied.write_text(copied.read_text("utf-8") + "# edited here\n", "utf-8")
    generated = folder / "mini_client" / "models.py"
    generated.write_text(generated.read_text("utf-8").replace("class Comment(", "class Comments("), "utf-8")
    (folder / "mini_client" / "py.typed").unlink()
    capsys.readouterr()
    assert command.main(["--root", str(mini.root), "check", "mini"]) == 1
    shown = capsys.readouterr().out
    assert "_core/secrets.py is a copy: make the change in overrides/core/secrets.py" in shown
    assert "models.py is generated: make the change in specs/mini.yaml" in shown
    assert "py.typed is missing" in shown
    assert "-# edited here" in shown
    assert "outdated" not in shown
    assert "+class Comment(Model):" in shown


HOSTILE = (
    'He said """stop""" and \\n {not} {{ this }} {% raw %} %s #{x} \'\'\'\n'
    "second \u202eline\u202c with a \x07 bell and a blank at the end \n\n"
    'and, after an empty line, "quotes"'
)
TEXTS = {"description", "summary", "title"}


def hostile(node: object) -> object:
    """Put hostile text into every string of a document that is text and not a name."""
    if isinstance(node, dict):
        return {k: HOSTILE if k in TEXTS and isinstance(v, str) else hostile(v) for k, v in node.items()}
    return [hostile(item) for item in node] if isinstance(node, list) else node


def strings(source: str) -> list[str]:
    """Every docstring and every string that stands as a statement, as `inspect.cleandoc` shows it."""
    return [
        inspect.cleandoc(node.value.value)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    ]


def test_the_text_of_a_document_stays_text(mini: Api) -> None:
    changed = hostile(yaml.safe_load(mini.spec.read_text("utf-8")))
    assert isinstance(changed, dict)
    changed["components"]["schemas"]["KnownOrderBy"]["enum"].append(HOSTILE)
    changed["components"]["schemas"]["CommentCreate"]["properties"]["lang"]["default"] = HOSTILE
    mini.spec.write_text(yaml.safe_dump(changed, allow_unicode=True), "utf-8")
    files = build(mini)
    told = {}
    for path in python_files(files):
        source = files[path].text
        compile(source, path, "exec")
        if "/_core/" not in path:
            assert not re.search("[\u202a-\u202e\x07]", source), f"{path} holds an invisible character"
            told[path] = [text for text in strings(source) if "He said" in text]

    # Blanks at the end of a line are the one thing that the tool which writes the models does not keep.
    trimmed = re.sub(r" +(?=\n)", "", HOSTILE)
    assert told["mini_client/models.py"] == [trimmed] * 6
    calls = told["mini_client/_resources/comments.py"]
    methods = [text for text in calls if "Args:" in text]
    assert len(methods) == 4
    for text in methods:
        assert text.startswith(f"{HOSTILE}.\n\n{HOSTILE}\n\n"), text
    assert [text for text in calls if text == HOSTILE], "the class's docstring is the tag's description"
    assert '"Args"' not in "".join(calls)


def test_what_a_document_calls_things_stays_text(mini: Api) -> None:
    evil = '"""\'\\n{{ 1/0 }}{% raw %}\n\u202e'
    document = yaml.safe_load(mini.spec.read_text("utf-8"))
    schemas, paths = document["components"]["schemas"], document["paths"]
    names = {
        kind: f"{kind}{evil}" for kind in ("parameter", "member", "const", "enum", "path", "server", "scheme", "docs")
    }
    listing = paths.pop("/comments")
    paths[f"/{names['path']}"] = listing
    listing["get"]["parameters"][2]["name"] = names["parameter"]
    listing["get"]["externalDocs"] = {"url": names["docs"]}
    listing["get"]["servers"] = [{"url": f"https://{names['server']}"}]
    schemas["CommentCreate"]["properties"][names["member"]] = {"type": "string"}
    schemas["Thing"]["properties"]["other"] = {"const": names["const"]}
    schemas["KnownOrderBy"]["enum"].append(names["enum"])
    document["components"]["securitySchemes"]["key"] = {"type": "apiKey", "in": "header", "name": names["scheme"]}
    mini.spec.write_text(yaml.safe_dump(document, sort_keys=False), "utf-8")
    files = build(mini)
    held: set[str] = set()
    for path in python_files(files):
        if "/_core/" not in path:
            assert "\u202e" not in files[path].text, path
            nodes = ast.walk(ast.parse(files[path].text))
            held |= {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    told = {**names, "path": f"/{names['path']}", "server": f"https://{names['server']}"}
    assert {kind for kind, name in told.items() if name not in held} == {"docs"}
    docstrings = strings(files["mini_client/_resources/comments.py"].text)
    assert [text for text in docstrings if f"Documentation: {names['docs']}" in text]


def test_a_document_that_does_not_exist_is_named(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--root", str(repository), "generate", "talky"]) == 1
    assert "there is no specs/talky.yaml; known are mini, notes" in capsys.readouterr().err


def test_a_document_is_named_by_its_path_as_well(mini: Api, capsys: pytest.CaptureFixture[str]) -> None:
    generate(mini)
    capsys.readouterr()
    assert command.main(["--root", str(mini.root), "generate", "specs/mini.yaml"]) == 0
    assert capsys.readouterr().out == "mini: nothing changed\n"


def test_new_refuses_a_name_that_is_taken_or_no_name(repository: Path) -> None:
    from overrides.generator.scaffold import write_new

    with pytest.raises(DocumentError, match="exists already"):
        write_new("notes", repository)
    for name in ("My-API", "core"):
        with pytest.raises(DocumentError, match="no short name"):
            write_new(name, repository)


def test_a_list_with_a_cursor_needs_no_size_of_page(mini: Api) -> None:
    overlay = mini.overrides / "overlay.yaml"
    text = overlay.read_text("utf-8")
    by_offset = "{strategy: offset, items: comments, total: total}"
    assert by_offset in text
    overlay.write_text(text.replace(by_offset, "{strategy: cursor, items: comments}"), "utf-8")
    assert "strategy=CursorPaging()" in build(mini)["mini_client/_resources/comments.py"].text
