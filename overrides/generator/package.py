"""One API's package as a mapping of path to text, made in memory: nothing here writes to the disk."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from . import hints, naming, overlay, shape, texts
from .document import Document, DocumentError, escape, load, reading
from .models import LINE_LENGTH, generate_models
from .operations import OperationView, Reader, Resource, read_project
from .unasync import to_sync

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = Path(__file__).parent / "templates"
# Files of overrides/<api>/ that shape the package but are no part of it.
NOT_COPIED = {"overlay.yaml", "README.md"}


@dataclass(frozen=True)
class GeneratedFile:
    """One file to write; `source` is set for a copy (relative to the repository's root): edit that, not this."""

    text: str
    source: str | None = None


@dataclass(frozen=True)
class Api:
    """Where one API's inputs are."""

    name: str
    root: Path = ROOT

    @property
    def spec(self) -> Path:
        return self.root / "specs" / f"{self.name}.yaml"

    @property
    def overrides(self) -> Path:
        return self.root / "overrides" / self.name

    @property
    def overlay(self) -> Path:
        return self.overrides / "overlay.yaml"

    @property
    def package(self) -> str:
        return f"{self.name}_client"

    def inputs(self) -> Iterator[Path]:
        """Every file that the package is a function of, in a stable order."""
        yield self.spec
        for folder in (
            self.overrides,
            self.root / "overrides" / "core",
            self.root / "overrides" / "generator",
        ):
            yield from _sources(folder)
        yield self.root / "LICENSE"


def _sources(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    )


def build(api: Api) -> dict[str, GeneratedFile]:
    """Return every file of generated/<api>/ by its path in there; raise DocumentError with the place of a fault."""
    document = load(api.spec)
    hinted = load(api.overlay) if api.overlay.exists() else Document(api.overlay, {})
    merged = overlay.apply(document.data, hinted) if api.overlay.exists() else document.data
    for pointer, message in shape.faults(Document(api.spec, merged)):
        raise document.error(message, pointer)
    for fault in hints.faults(merged, hinted):
        raise fault
    try:
        with reading(api.spec):
            return _Builder(api, document, merged).files()
    except DocumentError as error:
        if error.path == hinted.path:
            raise hinted.error(error.message, hints.placed(hinted, error.pointer)) from error.__cause__
        raise located(error, document) from error.__cause__


def located(error: DocumentError, document: Document) -> DocumentError:
    """Give an error that knows only its pointer the line of the document."""
    if error.line or error.path != document.path:
        return error
    return DocumentError(error.message, error.path, document.line(error.pointer), error.pointer)


class _Builder:
    def __init__(self, api: Api, document: Document, merged: dict[str, Any]) -> None:
        self._api = api
        self._document = document
        self._merged = merged
        self._hints: dict[str, Any] = merged.get("x-sdk-client", {})
        self._package = api.package
        self._name = self._hints.get("name") or naming.class_name(api.name)

    def files(self) -> dict[str, GeneratedFile]:
        models = generate_models(
            self._merged, package=self._package, aliases=self._hints.get("aliases", {}), where=self._api.spec
        )
        project = read_project(self._merged, templates=TEMPLATES, where=self._api.spec)
        resources = Reader(self._merged, models, self._api.spec).resources(project)
        taken = {resource.class_name for resource in resources}
        if self._name in taken and "name" not in self._hints:
            self._name += "Client"
        if self._name in taken:
            problem = f"the client and a resource are both called {self._name}: name the client otherwise"
            raise DocumentError(problem, self._api.overlay, pointer="/x-sdk-client/name")
        project.env.filters.update(literal=texts.literal, value=texts.value)
        project.env.globals.update(docstring=texts.docstring, method_doc=_method_doc)
        handwritten = {path.relative_to(self._api.overrides).as_posix() for path in _sources(self._api.overrides)}
        context = self._context(resources, handwritten)
        project.env.globals.update(scheme_of=self._scheme, client_doc=lambda: _client_doc(context))

        written: dict[str, str] = {"models.py": models.source}
        for resource in resources:
            written[f"_resources/{resource.module}.py"] = project.env.get_template("resource.py.jinja").render(
                resource=resource, **context
            )
        for target, template in self._templates(handwritten).items():
            written[target] = project.env.get_template(template).render(resources=resources, **context)
        files = {f"{self._package}/{path}": GeneratedFile(text) for path, text in written.items()}
        files.update(self._copies())
        files.update(self._distribution(project, context))
        # Copies stay as they were written; everything else is formatted, in one go.
        ours = {path: f.text for path, f in files.items() if path.endswith(".py") and not f.text.startswith(_COPIED)}
        for path, text in _formatted(ours).items():
            files[path] = replace(files[path], text=text)
        return dict(sorted(files.items()))

    def _templates(self, handwritten: set[str]) -> dict[str, str]:
        chosen = {"__init__.py": "package_init.py.jinja", "_client.py": "client.py.jinja"}
        if "mock/__init__.py" not in handwritten:
            chosen["mock/__init__.py"] = "mock_init.py.jinja"
        if "mock/__main__.py" not in handwritten:
            chosen["mock/__main__.py"] = "mock_main.py.jinja"
        return chosen

    def _context(self, resources: tuple[Resource, ...], handwritten: set[str]) -> dict[str, Any]:
        info = self._merged["info"]
        schemes = self._merged.get("components", {}).get("securitySchemes", {})
        arguments = _credential_arguments(schemes)
        return {
            "api": self._api.name,
            "package": self._package,
            "name": self._name,
            "env": self._hints.get("env", self._api.name.upper()),
            "version": self._hints.get("version", "0.1.0"),
            "info": info,
            "summary": (info.get("summary") or info["title"]).rstrip("."),
            "hints": self._hints,
            "schemes": schemes,
            "scheme_arguments": arguments,
            "credentials": list(dict.fromkeys(arguments.values())),
            "signed": {arguments[key] for key, scheme in schemes.items() if "x-sdk-sign" in scheme},
            "servers": self._merged.get("servers", []),
            "addresses": {
                operation.server: operation.addresses
                for resource in resources
                for operation in resource.operations
                if operation.server and not operation.server.startswith("/")
            },
            "default_server": self._hints.get("default_server"),
            "errors": self._hints.get("errors", {}),
            "parameters": self._hints.get("parameters", []),
            "overridden": {r.tag for r in resources if f"resources/async_{r.tag}.py" in handwritten},
            "groups": _groups(resources, self._api.overlay),
            "exports": self._exports(handwritten),
        }

    def _exports(self, handwritten: set[str]) -> dict[str, list[str]]:
        """Name, by module, everything that the package offers at its top; all of it is imported on first use."""
        own = "async_client.py" in handwritten
        clients = {"sync_client": [self._name], "async_client": [f"Async{self._name}"]}
        exports: dict[str, list[str]] = clients if own else {"_client": [f"Async{self._name}", self._name]}
        constants = [
            server["x-sdk-constant"] for server in self._merged.get("servers", []) if "x-sdk-constant" in server
        ]
        exports.setdefault("_client", []).extend(constants)
        exports["_core.errors"] = _public_classes(self._api.root / "overrides" / "core" / "errors.py")
        exports.update(_CORE_EXPORTS)
        for module, names in self._hints.get("exports", {}).items():
            exports.setdefault(module, []).extend(names)
        return {module: sorted(names) for module, names in sorted(exports.items()) if names}

    def _copies(self) -> dict[str, GeneratedFile]:
        files: dict[str, GeneratedFile] = {}
        pairs = [(self._api.root / "overrides" / "core", f"{self._package}/_core")]
        if self._api.overrides.is_dir():
            pairs.append((self._api.overrides, self._package))
        for folder, target in pairs:
            for path in _sources(folder):
                relative = path.relative_to(folder)
                if str(relative) in NOT_COPIED:
                    continue
                source = path.relative_to(self._api.root).as_posix()
                files.update(_copy(path, f"{target}/{relative.as_posix()}", source))
        files.update(_missing_packages(files, self._package))
        files[f"{self._package}/_resources/__init__.py"] = GeneratedFile("")
        files[f"{self._package}/py.typed"] = GeneratedFile("")
        files[f"{self._package}/openapi.json"] = GeneratedFile(
            json.dumps(self._document.data, ensure_ascii=False, indent=1) + "\n"
        )
        return files

    def _scheme(self, key: str) -> str:
        """Return the core's description of a security scheme, as source."""
        scheme: dict[str, Any] = self._merged["components"]["securitySchemes"][key]
        argument = texts.literal(_credential_arguments(self._merged["components"]["securitySchemes"])[key])
        if "x-sdk-sign" in scheme:
            return f"Scheme({texts.literal('sign')}, {argument})"
        if scheme["type"] in {"oauth2", "openIdConnect"} or scheme.get("scheme", "").lower() == "bearer":
            return f"Scheme({texts.literal('bearer')}, {argument})"
        if scheme["type"] == "apiKey" and scheme["in"] in {"header", "query"}:
            return f"Scheme({texts.literal(scheme['in'])}, {argument}, {texts.literal(scheme['name'])})"
        raise DocumentError(
            f"no client can be written for the security scheme {key}: a bearer token (oauth2 and openIdConnect, too), "
            "or an apiKey in a header or the query; others are signed by hand-written code, which x-sdk-sign in the "
            "overlay announces",
            self._api.spec,
            pointer=f"/components/securitySchemes/{escape(key)}",
        )

    def _distribution(self, project: Any, context: dict[str, Any]) -> dict[str, GeneratedFile]:
        readme = self._api.overrides / "README.md"
        section = readme.read_text("utf-8") if readme.exists() else ""
        return {
            "pyproject.toml": GeneratedFile(project.env.get_template("pyproject.toml.jinja").render(**context)),
            "README.md": GeneratedFile(project.env.get_template("readme.md.jinja").render(section=section, **context)),
            "LICENSE": GeneratedFile((self._api.root / "LICENSE").read_text("utf-8"), "LICENSE"),
        }


_COPIED = "# Copied from"
_CORE_EXPORTS = {
    "_core.raw": ["RawResponse"],
    "_core.retry": ["RetryPolicy"],
    "_core.runtime": ["Runtime"],
    "_core.secrets": ["Secret"],
    "_core.types": ["Limits", "NOT_GIVEN", "NotGiven", "Timeout"],
    "_core.paginator": ["AsyncPaginator"],
    "_core._async_paging": ["AsyncPage"],
    "_core._sync_paging": ["Page"],
}


def _groups(resources: tuple[Resource, ...], where: Path) -> dict[str, str]:
    """Name the class of each group of resources: `management.smart_alerts` is in `ManagementGroup`."""
    groups: dict[str, Any] = {}
    for resource in resources:
        first, *rest = resource.path
        if rest:
            groups[first] = None
    for resource in resources:
        first, *rest = resource.path
        if len(rest) > 1 or (first in groups and not rest):
            raise DocumentError(
                f"`groups` puts {resource.tag} at {'.'.join(resource.path)}: a group holds resources and nothing else",
                where,
                pointer=f"/x-sdk-client/groups/{resource.tag}",
            )
    return {group: f"{naming.class_name(group)}Group" for group in groups}


def _public_classes(module: Path) -> list[str]:
    tree = ast.parse(module.read_text("utf-8"))
    return [node.name for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]


def _credential_arguments(schemes: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Return the client's argument for each security scheme: `token` for a bearer token, `api_key` for a key.

    Where several would be called the same, each gets its own name of the document: they are not one secret.
    """
    usual = {key: "api_key" if scheme["type"] == "apiKey" else "token" for key, scheme in schemes.items()}
    found = {}
    for key, scheme in schemes.items():
        own = naming.argument_name(key) if list(usual.values()).count(usual[key]) > 1 else usual[key]
        found[key] = str(scheme.get("x-sdk-argument", own))
    return found


def _client_doc(context: dict[str, Any]) -> str:
    """Return the docstring of a client: what it talks to and its own arguments."""
    arguments = [
        (
            name,
            "Signs each attempt."
            if name in context["signed"]
            else f"Credential; or the variable {context['env']}_{name.upper()}.",
        )
        for name in context["credentials"]
    ]
    for parameter in context["parameters"]:
        variable = f"{context['env']}_{parameter['argument'].upper()}"
        arguments.append(
            (parameter["argument"], f"{parameter.get('description', '')} Or the variable {variable}.".strip())
        )
    options = f"timeout, retries, transport and the rest: see `ClientOptions`. `base_url` or {context['env']}_BASE_URL."
    arguments.append(("options", options))
    return texts.docstring(f"{context['summary']}\n\n" + texts.section("Args", arguments), "    ")


def _missing_packages(files: dict[str, GeneratedFile], top: str) -> dict[str, GeneratedFile]:
    """A folder of copied modules is a package even where nobody wrote an __init__.py."""
    folders = {
        parent.as_posix()
        for path in files
        for parent in PurePosixPath(path).parents
        if path.endswith(".py") and parent.as_posix() not in {".", top}
    }
    inits = {f"{folder}/__init__.py" for folder in folders}
    return {path: GeneratedFile("") for path in sorted(inits - set(files))}


def _copy(path: Path, target: str, source: str) -> dict[str, GeneratedFile]:
    """Return a copied file and, for a module written async, its sync form beside it."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        return {target: GeneratedFile(text, source)}
    head = f'{_COPIED} {source} by "nox -s generate": edit it there.\n'
    files = {target: GeneratedFile(head + text, source)}
    folder, _, name = target.rpartition("/")
    for prefix, replacement in (("_async_", "_sync_"), ("async_", "sync_")):
        if name.startswith(prefix):
            derived = f'# The sync form of {source}, derived by "nox -s generate": edit it there.\n' + to_sync(text)
            files[f"{folder}/{replacement}{name.removeprefix(prefix)}"] = GeneratedFile(derived, source)
            break
    return files


def _method_doc(operation: OperationView, indent: str = " " * 8) -> str:
    """Return the docstring of a method: what it does, its arguments with their limits, the errors it raises."""
    text = operation.text
    arguments = [(argument.name, argument.description) for argument in operation.arguments]
    if arguments:
        text += "\n\n" + texts.section("Args", arguments)
    return texts.docstring(text, indent)


def _formatted(sources: dict[str, str]) -> dict[str, str]:
    """Remove unused imports, sort the others and format, all modules in two calls of ruff."""
    with tempfile.TemporaryDirectory() as folder:
        names = {f"m{index}.py": path for index, path in enumerate(sorted(sources))}
        for name, path in names.items():
            (Path(folder) / name).write_text(sources[path], "utf-8")
        settings = ["--isolated", "--target-version", "py311", "--line-length", str(LINE_LENGTH), "--quiet"]
        together = ["--config", "lint.isort.combine-as-imports = true"]
        for command in (["check", "--select", "F401,I", "--fix-only", *together], ["format"]):
            done = subprocess.run(
                [sys.executable, "-m", "ruff", *command, *settings, "--no-cache", "."],
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                problem = next(_syntax_errors(sources), done.stderr.strip())
                raise RuntimeError(
                    f"the generated code cannot be formatted, which is a fault of the generator: {problem}"
                )
        return {path: (Path(folder) / name).read_text("utf-8") for name, path in names.items()}


def _syntax_errors(sources: dict[str, str]) -> Iterator[str]:
    """Yield what Python does not read, with the file that was to be: ruff says nothing of it while it fixes."""
    for path, text in sources.items():
        try:
            ast.parse(text)
        except SyntaxError as error:
            yield f"{path}: {error}"
