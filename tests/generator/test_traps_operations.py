"""Traps of openapi-python-client, used as operations.py uses it but without its stubs for schemas. See traps.py."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from tests.generator.traps import Around, document, members, ref, rule

OPERATIONS = "overrides/generator/operations.py"
ISSUES = "https://github.com/openapi-generators/openapi-python-client/issues/"
# Schemas never reach the tool: it gets a named stub for each component.
STUBBED = Around(OPERATIONS, "def _stubbed(")


@dataclass(frozen=True)
class Read:
    """What the tool made of a document: its operations, its complaints, and its classes."""

    endpoints: list[Any]
    problems: list[str]
    classes: set[str]

    @property
    def only(self) -> Any:
        """The only operation."""
        (endpoint,) = self.endpoints
        return endpoint

    def parameters(self, place: str = "query") -> list[Any]:
        """Return the parameters of the only operation in one place."""
        found: list[Any] = getattr(self.only, f"{place}_parameters")
        return found

    def says(self, text: str) -> bool:
        """Tell whether a complaint holds a text."""
        return any(text in problem for problem in self.problems)


def read(data: dict[str, Any]) -> Read:
    config = Config.from_sources(ConfigFile(post_hooks=[]), MetaType.NONE, Path("trap.yaml"), "utf-8", True, None)
    found = GeneratorData.from_dict(data, config=config)
    if isinstance(found, GeneratorError):
        return Read([], [f"{found.header} {found.detail}"], set())
    collections = found.endpoint_collections_by_tag.values()
    errors = [*found.errors, *(error for collection in collections for error in collection.parse_errors)]
    classes = {str(each.class_info.name) for each in (*found.models, *found.enums)}
    endpoints = [endpoint for collection in collections for endpoint in collection.endpoints]
    return Read(endpoints, [f"{error.header} {error.detail}" for error in errors], classes)


def operation(method: str = "get", path: str = "/things", **parts: Any) -> dict[str, Any]:
    """Return the paths of a document with one operation."""
    base = {"operationId": "things_get", "tags": ["things"], "responses": {"200": {"description": "Fine."}}}
    return {path: {method: base | parts}}


def parameter(name: str = "when", place: str = "header", **parts: Any) -> dict[str, Any]:
    """Return the paths of a document with one operation that has one parameter."""
    return operation(parameters=[{"name": name, "in": place, "schema": {"type": "string"}} | parts])


def body(media_type: str) -> dict[str, Any]:
    content = {media_type: {"schema": {"type": "string"}}}
    return operation("post", requestBody={"content": content})


def answer(*media_types: str, schema: dict[str, Any] | None = None, status: str = "200") -> dict[str, Any]:
    content = {media_type: {"schema": schema or {"type": "string"}} for media_type in media_types}
    return operation(responses={status: {"description": "Fine.", "content": content}})


@dataclass(frozen=True)
class Trap:
    """A document, and what shows that the trap is there."""

    name: str
    data: dict[str, Any]
    is_there: Callable[[Read], bool]
    around: Around


def dropped(text: str) -> Callable[[Read], bool]:
    """Return the check that the operation is missing, with a complaint that holds a text."""
    return lambda found: not found.endpoints and found.says(text)


def refused(text: str) -> Callable[[Read], bool]:
    """Return the check that something is missing, with a complaint that holds a text."""
    return lambda found: found.says(text)


def silent(check: Callable[[Read], bool]) -> Callable[[Read], bool]:
    """Return the check that something is wrong without any complaint."""
    return lambda found: check(found) and not found.problems


TRAPS = (
    # --- Operations that it drops ---
    Trap(
        "a header that is a time drops the operation",
        document(paths=parameter(schema={"type": "string", "format": "date-time"})),
        dropped("not allowed in header"),
        rule("operations", "parameter-form", f"{ISSUES}881"),
    ),
    Trap(
        "a header that is a list drops the operation",
        document(paths=parameter(schema={"type": "array", "items": {"type": "string"}})),
        dropped("not allowed in header"),
        rule("operations", "parameter-form", f"{ISSUES}881"),
    ),
    Trap(
        "a header that is a constant drops the operation",
        document(paths=parameter(schema={"const": "a"})),
        dropped("not allowed in header"),
        rule("operations", "parameter-form", f"{ISSUES}881"),
    ),
    Trap(
        "a body of plain text drops the operation",
        document(paths=body("text/plain")),
        dropped("Unsupported content type text/plain"),
        rule("operations", "media-type", f"{ISSUES}542"),
    ),
    Trap(
        "a body that is an image drops the operation",
        document(paths=body("image/png")),
        dropped("Unsupported content type image/png"),
        rule("operations", "media-type"),
    ),
    Trap(
        "a body of any kind drops the operation",
        document(paths=body("*/*")),
        dropped("Unsupported content type */*"),
        rule("operations", "media-type"),
    ),
    # --- Parts of operations that it loses ---
    Trap(
        "an answer of bytes without a schema is lost",
        document(paths=operation(responses={"200": {"description": "F", "content": {"application/octet-stream": {}}}})),
        silent(lambda found: found.only.responses.patterns[0].source["return_type"] == "None"),
        Around(OPERATIONS, 'return Result("bytes", None, "bytes")'),
    ),
    Trap(
        "webhooks are lost",
        document(webhooks={"thingMade": operation()["/things"]}),
        silent(lambda found: not found.endpoints),
        Around("ARCHITECTURE.md", "Webhooks are read by hand-written code"),
    ),
    Trap(
        "a parameter with content is lost",
        document(
            paths=operation(
                parameters=[
                    {"name": "q", "in": "query", "content": {"application/json": {"schema": {"type": "string"}}}}
                ]
            )
        ),
        silent(lambda found: not found.parameters()),
        Around(OPERATIONS, "openapi-python-client lost these parameters"),
    ),
    Trap(
        "description and style of a parameter are lost",
        document(
            paths=parameter(
                place="query",
                description="Why",
                style="form",
                explode=False,
                schema={"type": "array", "items": {"type": "string"}},
            )
        ),
        silent(
            lambda found: found.parameters()[0].description is None and not hasattr(found.parameters()[0], "explode")
        ),
        Around(OPERATIONS, 'self._described(parameter.get("description", "")', f"{ISSUES}197"),
    ),
    Trap(
        "the default beside a reference is lost",
        document({"Limit": {"type": "integer"}}, parameter("limit", "query", schema={**ref("Limit"), "default": 3})),
        silent(lambda found: found.parameters()[0].default is None),
        Around(OPERATIONS, 'schema.get("default", target.get("default"))'),
    ),
    Trap(
        "an object in the query is taken apart",
        document(paths=parameter("q", "query", schema=members(a={"type": "string"}))),
        silent(lambda found: "ThingsGetQ" in found.classes),
        rule("operations", "parameter-form"),
    ),
    Trap(
        "only the first media type of an answer counts",
        document({"Thing": members(a={"type": "string"})}, answer("text/plain", "application/json")),
        silent(lambda found: len(found.only.responses.patterns) == 1),
        rule("operations", "media-type", f"{ISSUES}1248"),
    ),
    Trap(
        "an answer that is an image is left out",
        document(paths=answer("image/*")),
        refused("Unsupported content_type image/*"),
        rule("operations", "media-type"),
    ),
    Trap(
        "a status in lower case is left out",
        document(paths=operation(responses={"200": {"description": "Fine."}, "4xx": {"description": "Wrong."}})),
        refused("Invalid response status code pattern"),
        rule("operations", "status"),
    ),
    Trap(
        "a call that may be made without credentials counts as one that may not",
        document(paths=operation(security=[{}, {"bearer": []}])),
        silent(lambda found: found.only.requires_security is True),
        Around(OPERATIONS, "def _security(", f"{ISSUES}1372"),
    ),
    Trap(
        "security at the root is lost",
        document(paths=operation(), security=[{"bearer": []}]),
        silent(lambda found: found.only.requires_security is False),
        Around(OPERATIONS, "def _security(", f"{ISSUES}645"),
    ),
    Trap(
        "servers, links to documentation and extensions of an operation are lost",
        document(
            paths=operation(
                servers=[{"url": "https://other.example"}],
                externalDocs={"url": "https://docs.example"},
                **{"x-sdk-retry": "safe"},
            )
        ),
        silent(lambda found: not any(hasattr(found.only, name) for name in ("servers", "external_docs", "data"))),
        Around(OPERATIONS, "def _raw_operations("),
    ),
    # --- Names that it changes ---
    Trap(
        "two operations with one operationId are both kept",
        document(paths=operation() | operation(path="/others")),
        silent(lambda found: [str(each.name) for each in found.endpoints] == ["things_get"] * 2),
        Around(OPERATIONS, "is used twice"),
    ),
    Trap(
        "an operationId in another case is renamed",
        document(paths=operation(operationId="thingsGet")),
        silent(lambda found: str(found.only.name) == "things_get"),
        Around(OPERATIONS, "is not in snake_case"),
    ),
    Trap(
        "an operation without a tag gets one",
        document(paths=operation(tags=[])),
        silent(lambda found: [str(tag) for tag in found.only.tags] == ["default"]),
        rule("document", "tag"),
    ),
    Trap(
        "of two tags only the first counts",
        document(paths=operation(tags=["things", "others"])),
        silent(lambda found: len(found.endpoints) == 1),
        rule("document", "tag"),
    ),
    Trap(
        "a parameter named like a builtin is renamed",
        document(paths=parameter("filter", "query")),
        silent(lambda found: str(found.parameters()[0].python_name) == "filter_"),
        Around("overrides/generator/naming.py", "def argument_name("),
    ),
    Trap(
        "a parameter named like an argument of its own is renamed",
        document(paths=parameter("client", "query")),
        silent(lambda found: str(found.parameters()[0].python_name) == "client_query"),
        Around("overrides/generator/naming.py", "def argument_name("),
    ),
    Trap(
        "a parameter named like another argument of its own is renamed",
        document(paths=parameter("url", "query")),
        silent(lambda found: str(found.parameters()[0].python_name) == "url_query"),
        Around("overrides/generator/naming.py", "def argument_name("),
    ),
    Trap(
        "a header and its stand-in in the query get two names",
        document(
            paths=operation(
                parameters=[
                    {"name": "site-id", "in": "header", "schema": {"type": "string"}},
                    {"name": "site_id", "in": "query", "schema": {"type": "string"}},
                ]
            )
        ),
        silent(lambda found: str(found.parameters()[0].python_name) == "site_id_query"),
        Around(OPERATIONS, 'parameter.get("x-sdk-argument"'),
    ),
    Trap(
        "a parameter in the path is renamed in the path too",
        document(
            paths=operation(
                path="/things/{thingId}",
                parameters=[{"name": "thingId", "in": "path", "required": True, "schema": {"type": "string"}}],
            )
        ),
        silent(lambda found: found.only.path.get_untrusted_value() == "/things/{thing_id}"),
        Around(OPERATIONS, "The tool has renamed path parameters"),
    ),
    Trap(
        "components get other names",
        document({"I18nText": members(), "Exception": members()}),
        silent(lambda found: found.classes == {"I18NText", "Exception_"}),
        rule("schemas", "component-name"),
    ),
    Trap(
        "components whose names differ in case are one",
        document({"Thing": members(), "thing": members()}),
        refused('duplicate models with name "Thing"'),
        rule("schemas", "component-name"),
    ),
    Trap(
        "the title of a component takes the place of its name",
        document({"Thing": members() | {"title": "Other"}}),
        silent(lambda found: found.classes == {"Other"}),
        Around("overrides/generator/lint/rules_schemas.py", '"title": "Remove it', f"{ISSUES}652"),
    ),
    Trap(
        "a component that may be null gets a numbered class",
        document({"Thing": {"type": ["object", "null"], "properties": {"a": {"type": "string"}}}}),
        silent(lambda found: found.classes == {"ThingType0"}),
        rule("schemas", "nullable"),
    ),
    Trap(
        "an object that is no component gets a class",
        document(
            paths=operation(
                "post", requestBody={"content": {"application/json": {"schema": members(a={"type": "string"})}}}
            )
        ),
        silent(lambda found: found.classes == {"ThingsGetBody"}),
        rule("operations", "body-component"),
    ),
    # --- Schemas that it does not read, and with them the answers that use them ---
    Trap(
        "a list of strings and numbers drops its schema and what uses it",
        document(
            {"Mixed": {"enum": ["a", 1]}, "Thing": members(a=ref("Mixed"))},
            answer("application/json", schema=ref("Thing")),
        ),
        lambda found: found.says("must all be the same type") and found.says("Cannot parse response"),
        STUBBED,
    ),
    Trap(
        "an array without items drops its schema",
        document({"Thing": members(a={"type": "array"})}),
        refused("must have items"),
        Around(OPERATIONS, "def _stubbed(", f"{ISSUES}965"),
    ),
    Trap(
        "a recursive array drops its schema",
        document({"Tree": {"type": "array", "items": ref("Tree")}}),
        refused("invalid data in items of array"),
        STUBBED,
    ),
    Trap(
        "a member that changes its type through allOf drops its schema",
        document(
            {
                "Base": members(kind={"type": "string"}),
                "Thing": {"allOf": [ref("Base"), members(kind={"type": "integer"})]},
            }
        ),
        refused("can't be merged"),
        STUBBED,
    ),
    Trap(
        "definitions inside a component drop its schema",
        document({"Thing": members(a=ref("Thing/$defs/Part")) | {"$defs": {"Part": {"type": "string"}}}}),
        refused("Could not find reference"),
        STUBBED,
    ),
    Trap(
        "a schema that is true refuses the whole document",
        document({"Thing": members(a=True)}),
        dropped("Input should be a valid dictionary or instance of Schema"),
        STUBBED,
    ),
    Trap(
        "a reference to another file drops the answer",
        document(paths=answer("application/json", schema={"$ref": "other.yaml#/Thing"})),
        refused("Remote references"),
        Around("overrides/generator/document.py", "leaves the file"),
    ),
    Trap(
        "OpenAPI 3.0 is taken for 3.1",
        document(paths=operation()) | {"openapi": "3.0.3"},
        silent(lambda found: len(found.endpoints) == 1),
        Around("overrides/generator/shape.py", "def version_faults("),
    ),
    Trap(
        "OpenAPI 3.2 is refused",
        document(paths=operation()) | {"openapi": "3.2.0"},
        dropped("Only OpenAPI versions 3.1.* are supported"),
        rule("document", "openapi-version"),
    ),
    # --- Its complaints ---
    Trap(
        "complaints hold addresses of memory in place of texts",
        document(paths=answer("image/*")),
        refused(" object at 0x"),
        Around(OPERATIONS, "UntrustedString object at 0x"),
    ),
    Trap(
        "what is wrong with a schema of a type that is none is told of each type",
        document(paths=parameter(schema={"type": "strnig"})),
        refused("2 validation errors"),
        Around("overrides/generator/shape.py", "def keyword_faults("),
    ),
)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_the_trap_is_still_there(trap: Trap) -> None:
    trap.around.assert_needed(trap.is_there(read(trap.data)))


def test_a_plain_operation_is_read_without_complaint() -> None:
    found = read(document(paths=parameter("limit", "query")))
    assert str(found.only.name) == "things_get"
    assert found.problems == []


def test_mypy_takes_a_method_named_list_for_the_type(tmp_path: Path) -> None:
    code = "class Things:\n    def list(self) -> int: ...\n    def all(self) -> list[int]: ...\n"
    run = [sys.executable, "-m", "mypy", "--config-file", "", "--cache-dir", str(tmp_path), "-c", code]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    around = Around(
        "overrides/generator/annotate.py", '"list": "builtins.list"', "https://github.com/python/mypy/issues/18525"
    )
    around.assert_needed('Things.list" is not valid as a type' in done.stdout)
