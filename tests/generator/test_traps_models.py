"""Traps of datamodel-code-generator, with the settings that models.py gives it. See traps.py."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import datamodel_code_generator
import pytest

from overrides.generator.document import DocumentError
from overrides.generator.models import generate_models
from tests.generator.traps import Around, document, members, ref, rule
from tests.specs.leniencies import IGNORED

MODELS = "overrides/generator/models.py"
# datamodel-code-generator has an experimental option that writes validators for some of these keywords
# (generate_schema_validators); they would make every answer slower to read, and the mock checks them anyway.
LEFT_OUT = Around(
    "tests/specs/leniencies.py",
    "IGNORED = frozenset(",
    "https://github.com/datamodel-code-generator/datamodel-code-generator/issues/2386",
)


def models(schemas: dict[str, Any]) -> str:
    """Return the models module, or what the tool complains of."""
    try:
        return generate_models(document(schemas), package="trap_client", aliases={}, where=Path("trap.yaml")).source
    except DocumentError as error:
        return error.message


OBJECT = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
ARRAY = {"type": "array", "items": {"type": "string"}}
KEYWORDS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (OBJECT, {"not": {"required": ["a"]}}),
    (OBJECT, {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["a"]}}),
    (OBJECT, {"dependentRequired": {"a": ["b"]}}),
    (OBJECT, {"dependentSchemas": {"a": {"required": ["b"]}}}),
    (OBJECT, {"patternProperties": {"^x-": {"type": "integer"}}}),
    (OBJECT, {"propertyNames": {"pattern": "^[a-z]+$"}}),
    (OBJECT, {"minProperties": 1}),
    (OBJECT, {"maxProperties": 1}),
    (ARRAY, {"contains": {"const": "a"}}),
    (ARRAY, {"uniqueItems": True}),
]


@pytest.mark.parametrize(("schema", "keywords"), KEYWORDS, ids=lambda part: "+".join(part))
def test_a_keyword_is_left_out_of_the_models_without_a_word(schema: dict[str, Any], keywords: dict[str, Any]) -> None:
    LEFT_OUT.assert_needed(models({"E": schema | keywords}) == models({"E": schema}))


def test_every_keyword_that_tests_excuse_is_one_that_the_tool_leaves_out() -> None:
    # Of prefixItems, positions are lost, not types: see "positions of prefixItems" below.
    assert {key for _, keywords in KEYWORDS for key in keywords} | {"prefixItems"} == IGNORED


@dataclass(frozen=True)
class Trap:
    """A schema, and what stands in the models module or in the tool's complaint because of the trap."""

    name: str
    schemas: dict[str, Any]
    found: str
    around: Around


TRAPS = (
    Trap(
        "items of a recursive array are lost",
        {"Tree": {"type": "array", "items": ref("Tree")}},
        'Tree = TypeAliasType("Tree", list)',
        rule("schemas", "recursive"),
    ),
    Trap(
        "a member that narrows a union of its base keeps the wide type",
        {
            "Base": members(kind={"type": ["string", "integer"]}) | {"required": ["kind"]},
            "Narrow": {"allOf": [ref("Base"), members(kind={"type": "integer"})]},
        },
        "class Narrow(Base):\n    kind: str | int",
        rule("schemas", "member-clash"),
    ),
    Trap(
        "positions of prefixItems are lost",
        {"Pair": {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}], "items": False}},
        "list[int | str]",
        Around(
            "tests/specs/leniencies.py",
            '"prefixItems"',
            "https://github.com/datamodel-code-generator/datamodel-code-generator/issues/1546",
        ),
    ),
    Trap(
        "a pattern beside a decimal is refused",
        {"Amount": {"type": "string", "format": "decimal", "pattern": "^[0-9]+$"}},
        "generated without this constraint",
        Around("overrides/talkee/overlay.yaml", "drops a pattern beside a decimal"),
    ),
    Trap(
        "a format that it does not know is refused",
        {"N": {"type": "integer", "format": "uint64"}},
        "format of 'uint64' not understood",
        rule("schemas", "format"),
    ),
    Trap(
        "an e-mail address needs a further package",
        {"E": {"type": "string", "format": "email"}},
        "EmailStr",
        rule("schemas", "format"),
    ),
    Trap(
        "the text of format byte is decoded",
        {"E": {"type": "string", "format": "byte"}},
        "Base64Str",
        rule("schemas", "format"),
    ),
    Trap(
        "format password gives a secret of pydantic's",
        {"E": {"type": "string", "format": "password"}},
        "SecretStr",
        rule("schemas", "format"),
    ),
    Trap(
        "format hostname becomes a pattern of the tool's own",
        {"E": {"type": "string", "format": "hostname"}},
        "pattern=",
        rule("schemas", "format"),
    ),
    Trap(
        "branches of a union with limits get numbered names",
        {"E": members(id={"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^[0-9]+$"}]})},
        'Id1 = TypeAliasType("Id1"',
        rule("schemas", "scalar-union"),
    ),
    Trap(
        "items with limits get names of the tool's own",
        {"E": members(names={"type": "array", "items": {"type": "string", "minLength": 1}})},
        'Name = TypeAliasType("Name"',
        rule("schemas", "scalar-union"),
    ),
    Trap(
        "x-python-type is ignored beside several types",
        {"Id": {"type": ["integer", "string"], "x-python-type": "int"}},
        'TypeAliasType("Id", int | str)',
        Around("overrides/talkee/overlay.yaml", "gives way to one Python type"),
    ),
    Trap(
        "x-python-type replaces one branch of a union only",
        {"Id": {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string"}], "x-python-type": "int"}},
        'TypeAliasType("Id", Id1 | int)',
        Around("overrides/talkee/overlay.yaml", "gives way to one Python type"),
    ),
    Trap(
        "a component named like its own Python type is renamed",
        {"Decimal": {"type": "string", "x-python-type": "decimal.Decimal"}},
        'DecimalModel = TypeAliasType("DecimalModel", Decimal)',
        rule("schemas", "component-name"),
    ),
    Trap(
        "the JSON in a form's member has no type",
        {"E": members(a={"type": "string"}), "F": members(payload={"type": "string", "contentSchema": ref("E")})},
        'payload: Annotated[str | None, Field(json_schema_extra={"contentSchema":',
        Around("overrides/generator/operations.py", "def _json_member("),
    ),
    Trap(
        "text that is a uuid becomes an object that writes it in another way",
        {"E": {"type": "string", "format": "uuid"}},
        'TypeAliasType("E", UUID)',
        Around("tests/specs/leniencies.py", "UUID in another form"),
    ),
    Trap(
        "components named like an import are renamed",
        {"Any": members(x={}), "Field": members(x={"type": "string", "minLength": 1})},
        "class FieldModel(",
        rule("schemas", "component-name"),
    ),
    Trap(
        "a dot in a component's name makes several modules",
        {"a.B": members(x={"type": "string"})},
        "the models became several modules",
        rule("schemas", "component-name"),
    ),
    Trap(
        "a required member that is not declared is lost",
        {"E": members(a={"type": "string"}) | {"required": ["undeclared"]}},
        "class E(Model):\n    a: str | None = None",
        rule("schemas", "required-member"),
    ),
    Trap(
        "a member that may be absent always admits None",
        {"E": members(a={"type": "string"})},
        "a: str | None = None",
        Around("overrides/generator/annotate.py", "def without_none("),
    ),
    Trap(
        "two members with one name in Python are numbered",
        {"E": members(**{"site-id": {"type": "string"}, "site_id": {"type": "string"}})},
        "'site_id_1'",
        Around(MODELS, "the models call this member"),
    ),
    Trap(
        "examples of a schema go into its field",
        {"E": members(a={"type": "string", "examples": ["x"]})},
        'Field(examples=["x"])',
        Around("overrides/generator/lint/rules_schemas.py", '"examples": "Put examples on media types'),
    ),
    Trap(
        "a closed object refuses unknown members",
        {"E": members(a={"type": "string"}) | {"additionalProperties": False}},
        'extra="forbid"',
        rule("schemas", "closed-object"),
    ),
)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_the_trap_is_still_there(trap: Trap) -> None:
    trap.around.assert_needed(trap.found in models(trap.schemas))


def test_an_object_that_is_no_component_gets_no_model() -> None:
    content = {"application/json": {"schema": members(a={"type": "string"})}}
    operation = {"requestBody": {"content": content}, "responses": {"200": {"description": "Fine."}}}
    data = document({"Other": {"type": "string"}}, {"/things": {"post": operation}})
    found = generate_models(data, package="trap_client", aliases={}, where=Path("trap.yaml"))
    rule("operations", "body-component").assert_needed(not found.members)


def test_a_reference_to_nothing_is_found_but_not_its_place() -> None:
    with pytest.raises(DocumentError) as caught:
        generate_models(document({"E": members(a=ref("Nowhere"))}), package="p", aliases={}, where=Path("trap.yaml"))
    Around(MODELS, "def _place_of(").assert_needed("components/schemas/E" not in caught.value.message)


# --- What each setting is for: the output without it ---


@dataclass(frozen=True)
class Setting:
    """A setting of models.py and what the tool writes without it."""

    name: str
    schemas: dict[str, Any]
    without: str


SETTINGS = (
    Setting(
        "use_annotated", {"E": members(**{"from": {"type": "string"}})}, 'from_: str | None = Field(None, alias="from")'
    ),
    Setting("base_class", {"E": members(a={"type": "string"})}, "class E(BaseModel):"),
    Setting("use_schema_description", {"E": members() | {"description": "Why"}}, "class E(Model):\n    pass"),
    Setting("custom_file_header", {"E": members()}, "# generated by datamodel-codegen:"),
    Setting("use_type_alias", {"A": {"type": "string", "minLength": 1}}, "class A(RootModel["),
    Setting("strict_nullable", {"E": members(a={"type": "string", "default": "x"})}, 'a: str | None = "x"'),
    Setting("aliases", {"E": members(ImageURLs={"type": "string"})}, "image_ur_ls:"),
    Setting("enum_field_as_literal", {"A": {"type": "string", "enum": ["a", "b"]}}, "Enum):"),
    Setting(
        "use_typed_nullable_map_values",
        {"E": members(m={"type": ["object", "null"], "additionalProperties": {"type": "integer"}})},
        "m: dict[str, Any] | None",
    ),
    Setting(
        "use_typed_map_values_beside_other_types",
        {"E": members(m={"type": ["object", "string"], "additionalProperties": {"type": "integer"}})},
        "m: dict[str, Any] | str",
    ),
    Setting("type_mappings", {"E": members(a={"type": "string", "format": "uri"})}, "a: AnyUrl | None"),
    Setting("strict_refs", {"E": members(a=ref("Nowhere"))}, 'TypeAliasType("Nowhere", Any)'),
    Setting(
        "use_field_description", {"E": members(a={"type": "string", "description": "Why"})}, 'Field(description="Why")'
    ),
    Setting("use_double_quotes", {"A": {"const": "x"}}, "Literal['x']"),
)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
@pytest.mark.filterwarnings("ignore::UserWarning")  # what the tool warns of is in the models by then, as asserted
def test_the_setting_is_still_needed(setting: Setting) -> None:
    real, sources = datamodel_code_generator.generate, []

    def without(*arguments: Any, **settings: Any) -> Any:
        del settings[setting.name]
        sources.append(real(*arguments, **settings))
        raise DocumentError("seen enough", Path("trap.yaml"))

    with (
        mock.patch.object(datamodel_code_generator, "generate", without),
        pytest.raises(DocumentError, match="seen enough"),
    ):
        generate_models(document(setting.schemas), package="trap_client", aliases={}, where=Path("trap.yaml"))
    Around(MODELS, f"{setting.name}=").assert_needed(setting.without in str(sources[0]))
