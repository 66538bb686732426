"""The hints of an overlay: a mistake in one is an error with its place, for the generator and the linter."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest

from overrides.generator import hints
from overrides.generator.document import DocumentError
from overrides.generator.lint import lint_file
from overrides.generator.operations import _STRATEGIES
from overrides.generator.package import ROOT, Api, build
from tests.specs.documents import models

CLIENT = "{name: Mini, env: MINI, "
PAGED = "{strategy: offset, items: comments, total: total}"
MORE = "update: {x-sdk-method: create_many, x-sdk-retry: safe}"
WRONG = [
    (CLIENT, "{name: my-client, env: MINI, ", "x-sdk-client/name", 'not a "name in Python"'),
    (CLIENT, "{name: class, env: MINI, ", "x-sdk-client/name", 'not a "name in Python"'),
    (CLIENT, "{name: Messages, env: MINI, ", "x-sdk-client/name", "are both called Messages"),
    (CLIENT, "{name: Mini, env: mi ni, ", "x-sdk-client/env", "does not match"),
    (CLIENT, CLIENT + "enviroment: X, ", "x-sdk-client", "there are name, env, version"),
    (CLIENT, CLIENT + "default_server: NOPE, ", "x-sdk-client/default_server", "no server has"),
    (CLIENT, CLIENT + "exports: {nothing: [X]}, ", "x-sdk-client/exports/nothing", "no module"),
    (CLIENT, CLIENT + "exports: {_core.nothing: [X]}, ", "x-sdk-client/exports/_core.nothing", "no module"),
    (CLIENT, CLIENT + "groups: {mesages: a.b}, ", "x-sdk-client/groups/mesages", "no tag 'mesages'"),
    (CLIENT, CLIENT + "groups: {messages: a.b.c}, ", "x-sdk-client/groups/messages", "puts messages at a.b.c"),
    (CLIENT, CLIENT + "aliases: {ImageURL: image}, ", "x-sdk-client/aliases/ImageURL", "no member or parameter"),
    (CLIENT, CLIENT + "errors: {code: 5}, ", "x-sdk-client/errors/code", "array"),
    ("error: ErrorEnvelope", "error: Error", "x-sdk-client/envelope/error", "no component 'Error'"),
    ("{argument: site_id, type: int}", "{argument: site_id}", "x-sdk-client/parameters/0", '"type"'),
    (PAGED, "offset", "x-sdk-paging", "object"),
    (PAGED, "{items: comments}", "x-sdk-paging", '"strategy"'),
    (PAGED, "{strategy: pages, items: comments}", "x-sdk-paging/strategy", "there are cursor, id, offset, page"),
    (PAGED, "{strategy: offset, items: comments, first: 0}", "x-sdk-paging/first", "it has limit, offset, size"),
    (PAGED, "{strategy: offset, items: comments, size: 0}", "x-sdk-paging/size", "minimum"),
    ("x-sdk-paging", "x-sdk-pagin", "x-sdk-pagin", "no such hint; there are x-python-type"),
    (MORE, "update: {x-sdk-retry: sometimes}", "x-sdk-retry", '"safe" was expected'),
    (MORE, "update: {x-sdk-constant: URL}", "x-sdk-constant", "means nothing on a operation"),
    (MORE, "update: {x-sdk-method: a b}", "x-sdk-method", 'not a "name in Python"'),
    (MORE, "update: {x-sdk-exactly-one: [[a]]}", "x-sdk-exactly-one/0", "2"),
    ("x-python-type: int}", "x-python-type: Int}", "x-python-type", "no type 'Int'"),
    ("x-python-type: int}", "x-python-type: mini_client.own.Id}", "x-python-type", "no type"),
    ("x-python-type: int}", "x-sdk-base: own.Id}", "x-sdk-base", "no module of 'own.Id' in mini/"),
]


@pytest.mark.parametrize(("old", "new", "place", "says"), WRONG, ids=[new for _, new, _, _ in WRONG])
def test_a_mistake_in_a_hint_has_its_place_in_the_overlay(mini: Api, old: str, new: str, place: str, says: str) -> None:
    text = mini.overlay.read_text("utf-8")
    assert text.count(old) == 1
    mini.overlay.write_text(text.replace(old, new), "utf-8")
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(DocumentError) as caught:
        build(mini)
    error = caught.value
    assert (error.path, error.line) == (mini.overlay, line)
    assert re.fullmatch(rf"/actions/\d/update/{re.escape(place)}", error.pointer), error.pointer
    assert says in error.message
    if "called Messages" not in says and "puts" not in says:  # these two take the whole client
        found = [each for each in lint_file(mini.spec) if each.rule == "overlay"]
        assert (found[0].line, found[0].pointer, found[0].message) == (line, error.pointer, error.message)
        assert found[0].path == mini.overlay.resolve()


@pytest.mark.parametrize("own", ["_core.models.SecretString", "decimal.Decimal", "mini_client.own.Id", "str"])
def test_a_type_may_be_of_the_core_of_python_or_hand_written(mini: Api, own: str) -> None:
    mini.overrides.joinpath("own.py").write_text("Id = int\n", "utf-8")
    text = mini.overlay.read_text("utf-8").replace("x-python-type: int", f"x-python-type: {own}")
    mini.overlay.write_text(text, "utf-8")
    name = own.rpartition(".")[2]
    assert re.search(rf"(import (\w+, )*|\"NumericId\", ){name}\b", build(mini)["mini_client/models.py"].text)


def test_the_options_of_paging_are_those_of_the_core() -> None:
    paging = models("talkee", "_core.paging")
    assert set(hints.PAGING) == set(_STRATEGIES)
    for name, options in hints.PAGING.items():
        assert {field.name for field in fields(getattr(paging, _STRATEGIES[name]))} == options, name


def table(heading: str) -> dict[str, str]:
    """Return the rows of a table of ARCHITECTURE.md: each name in its first column, and the whole row."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8").partition(heading)[2].partition("\n| --- ")[2]
    rows = [line for line in text.partition("\n\n")[0].splitlines() if line.startswith("| `")]
    return {name: row for row in rows for name in re.findall(r"x-[a-z-]+", row.split("|")[1])}


def test_the_tables_of_architecture_have_all_extensions_and_hints() -> None:
    assert set(table("## Extensions")) == set(hints.EXTENSIONS)
    told = table("How an SDK behaves is no fact")
    assert set(told) - {"x-expect"} == set(hints._HINTS)
    schema: dict[str, Any] = hints._HINTS["x-sdk-client"][1]["properties"]
    assert set(re.findall(r"`([a-z_]+)`", told["x-sdk-client"].split("|")[3])) >= set(schema)
