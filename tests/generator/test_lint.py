"""The linter: each rule on a document that breaks just it."""
# ruff: noqa: E501  # the cases show whole lines of a document

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from openapi_spec_validator.validation.keywords import RootValidator

from overrides.generator.document import Document, load, parse, tokens, walk
from overrides.generator.lint import RULES, Finding, lint, lint_file

BASE_PATH = Path(__file__).with_name("lint_base.yaml")
ROOT = Path(__file__).parents[2]
BASE = BASE_PATH.read_text(encoding="utf-8")
NOTES = "/paths/~1notes/post"
SCHEMAS = "/components/schemas"


@dataclass(frozen=True)
class Case:
    """One change to the base document and what must be found; `#<` in the change marks the expected line."""

    rule: str
    old: str
    new: str
    pointer: str
    says: str = ""
    also: tuple[str, ...] = ()
    """Rules that cannot but be broken together with it."""


CASES = [
    # --- The document ---
    Case("yaml-surprise", '"202":\n', "202: #<\n", "/paths/~1events/post/responses/202", 'Write "202"'),
    Case("yaml-surprise", "version: 1.0.0", "version: 2026-01-01 #<", "/info/version", 'Write "2026-01-01"'),
    Case("yaml-surprise", "[red, blue]", "[red, no]", f"{SCHEMAS}/KnownColor/enum/1", "bool"),
    Case(
        "yaml-surprise",
        "minimum: 1, maximum",
        "minimum: 1e0, maximum",
        "/components/parameters/Limit/schema/minimum",
    ),
    Case("openapi-version", "openapi: 3.1.1", "openapi: 3.2.0 #<", "/openapi", "3.1.1", ("openapi-schema",)),
    Case(
        "openapi-schema",
        "    description: Production.",
        "    descriptoin: P",
        "/servers/0",
        also=("info",),
    ),
    Case(
        "order",
        "webhooks:\n",
        "  # --- Notes ---\n  /notes/all: #<\n    get:\n      operationId: notes_list\n      tags: [notes]\n"
        "      summary: All\n      description: All notes.\n      externalDocs: {url: 'https://example.com'}\n"
        "      security: []\n      responses: {'204': {description: Nothing.}}\nwebhooks:\n",
        "/paths/~1notes~1all",
        "Put them together",
    ),
    Case(
        "section-comment",
        "  # --- Events ---\n  /events:",
        "\n  # Events\n  /events: #<",
        "/paths/~1events",
        "# --- Events ---",
    ),
    Case("info", "    description: Production.", "    x: 1", "/servers/0", also=("openapi-schema",)),
    Case("info", "url: https://api.example.com", "url: https://api.example.com/ #<", "/servers/0/url", "slash"),
    Case("info", "  description: An API that", "  summary: An API that", "/info", "info.description"),
    Case("provenance", "x-provenance: documented\n", "", "", "Write one of documented"),
    Case("extension", "x-provenance: documented", "x-provenance: guessed #<", "/x-provenance", "observed"),
    Case(
        "extension",
        "      summary: Write a note",
        "      x-sdk-retry: safe #<\n      summary: Write",
        f"{NOTES}/x-sdk-retry",
        "overlay",
    ),
    Case(
        "extension",
        "  version: 1.0.0",
        "  version: 1.0.0\n  x-stage: draft #<",
        "/info/x-stage",
        "operation, schema",
    ),
    Case(
        "extension",
        "paths:\n",
        "paths:\n  x-rate-limit: {per: second} #<\n",
        "/paths/x-rate-limit",
        "means nothing here",
    ),
    Case(
        "extension",
        "    NoteCreate:\n",
        "    NoteCreate:\n      x-stage: beta #<\n",
        f"{SCHEMAS}/NoteCreate/x-stage",
        "Write draft",
    ),
    Case(
        "reference",
        '{$ref: "#/components/schemas/EventForm"}',
        '{$ref: "#/components/schemas/Nope"} #<',
        "/paths/~1events/post/requestBody/content/application~1x-www-form-urlencoded/schema/$ref",
        "names nothing",
        ("unused-component",),
    ),
    Case(
        "reference",
        'price: {$ref: "#/components/schemas/Amount"}',
        'price: {$ref: "#/components/schemas/NoteCreate/properties/text"} #<',
        f"{SCHEMAS}/Note/allOf/1/properties/price/$ref",
        "is no schema component",
        ("unused-component",),
    ),
    Case(
        "unused-component",
        "    Failure:\n",
        "    Spare: {type: string} #<\n    Failure:\n",
        f"{SCHEMAS}/Spare",
        "remove it",
    ),
    Case(
        "unused-component",
        "security: [{bearerAuth: []}]",
        "security: []",
        "/components/securitySchemes/bearerAuth",
    ),
    Case(
        "tag",
        "      tags: [notes]\n      summary: Write",
        "      tags: [notes, events] #<\n      summary: Write",
        f"{NOTES}/tags",
        "exactly one",
    ),
    Case("tag", "  - name: events", "  - name: other #<", "/tags/1", "on no operation", ("tag",)),
    Case(
        "tag",
        "    description: Short texts.",
        "    x: y",
        "/tags/0",
        "not described",
        ("openapi-schema", "yaml-surprise"),
    ),
    Case(
        "deprecation",
        "description: Writes a note and",
        "description: Deprecated since 2020. Writes a note and",
        f"{NOTES}/description",
        "deprecated: true",
    ),
    Case(
        "deprecation",
        "      summary: Write a note",
        "      deprecated: true\n      summary: Write a note",
        NOTES,
        "does not say so",
    ),
    # --- Operations ---
    Case(
        "operation-id",
        "operationId: notes_create",
        "operationId: notesCreate #<",
        f"{NOTES}/operationId",
        "notes_create",
    ),
    Case(
        "operation-id",
        "operationId: notes_create",
        "operationId: create_note #<",
        f"{NOTES}/operationId",
        "notes_<verb>",
    ),
    Case(
        "operation-id",
        "      operationId: notes_create\n",
        "",
        f"{NOTES}/operationId",
        "There is no operationId",
    ),
    Case(
        "operation-id",
        "operationId: notes_get\n      tags",
        "operationId: notes_create #<\n      tags",
        "/paths/~1notes~1{note_id}/get/operationId",
        "also the operation at",
        ("link",),
    ),
    Case(
        "operation-text",
        "summary: Write a note",
        "summary: Write a note. #<",
        f"{NOTES}/summary",
        "full stop",
    ),
    Case("operation-text", "      summary: Write a note\n", "", f"{NOTES}/summary", "one line"),
    Case(
        "operation-text",
        "description: Writes a note and answers with it.",
        "description: Writes #<",
        f"{NOTES}/description",
        "whole sentences",
    ),
    Case(
        "operation-text",
        '      externalDocs: {url: "https://docs.example.com/notes"}\n      security: [',
        "      security: [",
        f"{NOTES}/externalDocs",
        "url",
    ),
    Case(
        "security",
        "      security: [{bearerAuth: []}]\n",
        "",
        f"{NOTES}/security",
        "security: []",
        ("unused-component",),
    ),
    Case(
        "security",
        "security: [{bearerAuth: []}]",
        "security: [{bearerAuth: []}, {other: []}] #<",
        f"{NOTES}/security/1/other",
        "not declared",
    ),
    Case(
        "security",
        "bearerAuth: {type: http, scheme: bearer",
        "bearerAuth: {type: http, scheme: basic",
        "/components/securitySchemes/bearerAuth",
        "x-sdk-sign",
    ),
    Case(
        "parameter-form",
        "        - name: X-Site\n          in: header",
        "        - name: X-Site #<\n          in: cookie",
        f"{NOTES}/parameters/0",
        "cookies",
    ),
    Case(
        "media-type",
        "          application/x-www-form-urlencoded:",
        "          multipart/form-data: #<",
        "/paths/~1events/post/requestBody/content/multipart~1form-data",
        "application/octet-stream",
        ("body-component",),
    ),
    Case(
        "example",
        "      description: The call failed.\n      content:\n",
        "      description: The call failed.\n      content:\n        application/octet-stream: {schema: {type: string}} #<\n",
        "/components/responses/Failed/content/application~1octet-stream",
        "no example",
        ("media-type",),
    ),
    Case(
        "extension",
        "      summary: Write a note",
        "      x-rate-limit: {per: app, calls: 1, seconds: 1} #<\n      summary: Write a note",
        f"{NOTES}/x-rate-limit",
        "is a list",
    ),
    Case(
        "shape",
        "  /events:\n",
        "  /empty: #<\n  /events:\n",
        "/paths/~1empty",
        "Nothing where a path",
        ("openapi-schema", "section-comment"),
    ),
    Case(
        "shape",
        "security: [{bearerAuth: []}]",
        "security: {bearerAuth: []} #<",
        f"{NOTES}/security",
        "A mapping where a list",
        ("openapi-schema", "security", "unused-component"),
    ),
    Case(
        "tag",
        "  - name: events",
        "  - {name: notes, description: Again.} #<\n  - name: events",
        "/tags/1",
        "declared twice",
    ),
    Case("enum", "[red, blue]", "[]", f"{SCHEMAS}/KnownColor/enum", "nothing"),
    Case("security", "webhooks:\n", "security: [] #<\nwebhooks:\n", "/security", "on every operation"),
    Case(
        "status",
        "        4XX: {$ref",
        "        4xx: {$ref",
        f"{NOTES}/responses/4xx",
        "4XX",
        ("openapi-schema",),
    ),
    Case(
        "status",
        "        4XX: {$ref",
        '        "404": {description: None.}\n        default: {$ref',
        f"{NOTES}/responses/default",
        "beside exact errors",
    ),
    Case("status", '"202":', '"402":', "/paths/~1events/post/responses", "no success"),
    Case(
        "media-type",
        "          application/x-www-form-urlencoded:",
        "          text/plain: #<",
        "/paths/~1events/post/requestBody/content/text~1plain",
        "application/json",
        ("body-component",),
    ),
    Case(
        "media-type",
        '        application/json:\n          schema: {$ref: "#/components/schemas/Failure"}',
        "        application/*: #<\n          schema: {type: string}",
        "/components/responses/Failed/content/application~1*",
        "exact media type",
        ("example-valid", "unused-component"),
    ),
    Case(
        "media-type",
        "      description: The call failed.\n      content:\n",
        "      description: The call failed.\n      content: #<\n        text/plain:\n          schema: {type: string}\n          examples: {a: {summary: A, value: a}}\n",
        "/components/responses/Failed/content",
        "Put JSON first",
    ),
    Case(
        "body-component",
        'schema: {$ref: "#/components/schemas/Failure"}',
        "schema: {type: array, items: {$ref: '#/components/schemas/Failure'}} #<",
        "/components/responses/Failed/content/application~1json/schema",
        "Make a component",
        ("example-valid",),
    ),
    Case(
        "body-component",
        '      requestBody:\n        required: true\n        content:\n          application/json:\n            schema: {$ref: "#/components/schemas/NoteCreate',
        '      requestBody: #<\n        content:\n          application/json:\n            schema: {$ref: "#/components/schemas/NoteCreate',
        f"{NOTES}/requestBody/required",
        "required: true",
    ),
    Case(
        "parameter-text",
        "          description: The site that the note is for.\n",
        "",
        f"{NOTES}/parameters/0",
        "not described",
    ),
    Case(
        "parameter-text",
        ", description: The token of the user.}",
        "}",
        "/components/securitySchemes/bearerAuth",
        "security scheme",
    ),
    Case(
        "parameter-text",
        "              description: Names the request in the server's log.\n",
        "",
        f"{NOTES}/responses/200/headers/X-Request-Id",
        "header",
    ),
    Case("parameter-form", "          explode: true\n", "", f"{NOTES}/parameters/1", "explode: true"),
    Case(
        "parameter-form",
        "          style: form\n",
        "          style: spaceDelimited\n",
        f"{NOTES}/parameters/1",
        "style: form",
    ),
    Case(
        "parameter-form",
        "          schema: {type: array, items: {type: string}}\n",
        "          schema: {type: object, additionalProperties: {type: string}} #<\n",
        f"{NOTES}/parameters/1/schema",
        "one parameter for each member",
    ),
    Case(
        "parameter-form",
        "          schema: {type: string}\n        - name: labels",
        "          schema: {type: string, format: date-time} #<\n        - name: labels",
        f"{NOTES}/parameters/0/schema",
        "in header",
    ),
    Case(
        "parameter-form",
        "          schema: {type: string}\n        - name: labels",
        "          content: {text/plain: {schema: {type: string}, examples: {a: {summary: A, value: a}}}}\n        - name: labels",
        f"{NOTES}/parameters/0",
        "not 'content'",
    ),
    Case(
        "path-parameter",
        "      - name: note_id",
        "      - name: id",
        "/paths/~1notes~1{note_id}/get",
        "{note_id}",
        ("link", "path-parameter"),
    ),
    Case(
        "path-parameter",
        "        required: true\n        description: The note.",
        "        description: The note.",
        "/paths/~1notes~1{note_id}/parameters/0",
        "required: true",
        ("openapi-schema",),
    ),
    Case("argument-clash", "- name: X-Site", "- name: Text", f"{NOTES}/requestBody", "x-sdk-argument"),
    Case(
        "argument-clash",
        "        in: path\n        required: true\n        description: The note.\n        schema: {type: integer, minimum: 1}\n",
        "        in: path\n        required: true\n        description: The note.\n        schema: {type: integer, minimum: 1}\n      - {name: noteId, in: query, description: Again., schema: {type: string}} #<\n",
        "/paths/~1notes~1{note_id}/parameters/1",
        "the path parameter",
    ),
    # --- Links ---
    Case(
        "link",
        "operationId: notes_get\n              desc",
        "operationId: notes_read #<\n              desc",
        f"{NOTES}/responses/200/links/read/operationId",
        "no operation",
        (),
    ),
    Case(
        "link",
        'parameters: {note_id: "$response.body#/id"}',
        'parameters: {note: "$response.body#/id", note_id: "1"} #<',
        f"{NOTES}/responses/200/links/read/parameters/note",
        "['note_id']",
    ),
    Case(
        "link",
        "$response.body#/id",
        "$response.body#/nope",
        f"{NOTES}/responses/200/links/read/parameters/note_id",
        "names nothing",
    ),
    Case(
        "link",
        "$response.body#/id",
        "$response.data.id",
        f"{NOTES}/responses/200/links/read/parameters/note_id",
        "no runtime expression",
    ),
    Case(
        "link",
        "$response.body#/id",
        "$request.path.id",
        f"{NOTES}/responses/200/links/read/parameters/note_id",
        "no path parameter of notes_create",
    ),
    Case(
        "link",
        "$response.body#/id",
        "$response.header.X-Other",
        f"{NOTES}/responses/200/links/read/parameters/note_id",
        "response header",
    ),
    Case(
        "link",
        '              parameters: {note_id: "$response.body#/id"}\n',
        "",
        f"{NOTES}/responses/200/links/read",
        "does not fill {note_id}",
    ),
    # --- Examples ---
    Case(
        "example",
        "            examples:\n              short: {summary: A short note, value: {text: Hello}}\n",
        "",
        f"{NOTES}/requestBody/content/application~1json",
        "has no example",
    ),
    Case(
        "example",
        "            examples:\n              short: {summary: A short note, value: {text: Hello}}\n",
        "            example: {text: Hello} #<\n",
        f"{NOTES}/requestBody/content/application~1json/example",
        "has no summary",
    ),
    Case(
        "example",
        "{summary: A short note, value",
        "{value",
        f"{NOTES}/requestBody/content/application~1json/examples/short",
        "has no summary",
    ),
    Case(
        "example-valid",
        "value: {text: Hello}",
        "value: {text: 1}",
        f"{NOTES}/requestBody/content/application~1json/examples/short/value/text",
        "string",
    ),
    Case(
        "example-valid",
        'written_at: "2026-01-01T00:00:00Z"\n  schemas',
        "written_at: today #<\n  schemas",
        "/components/examples/Note/value/written_at",
        "date-time",
    ),
    Case("example-valid", 'price: "1.50"', "price: 1e5x #<", "/components/examples/Note/value/price", "decimal"),
    Case(
        "example-valid",
        '"kind": "open", "at"',
        '"kind": "open", "on"',
        "/paths/~1events/post/requestBody/content/application~1x-www-form-urlencoded/examples/one/value/payload",
        "at",
    ),
    Case(
        "example-valid",
        "      example: 20",
        "      example: 200 #<",
        "/components/parameters/Limit/example",
        "100",
    ),
    Case(
        "default-valid",
        "default: 20",
        "default: 0",
        "/components/parameters/Limit/schema/default",
        "minimum",
    ),
    # --- Schemas ---
    Case(
        "component-name",
        "    Failure:\n",
        "    Decimal: {type: object, properties: {f: {$ref: '#/components/schemas/Failure'}}} #<\n    Failure:\n",
        f"{SCHEMAS}/Decimal",
        "Choose another",
        ("unused-component",),
    ),
    Case(
        "keyword",
        "minLength: 1",
        "minlength: 1 #<",
        f"{SCHEMAS}/NoteCreate/properties/text/minlength",
        "spelling",
    ),
    Case(
        "keyword",
        "Amount: {type: string,",
        "Amount: {title: Money, type: string,",
        f"{SCHEMAS}/Amount/title",
        "Remove it",
    ),
    Case(
        "keyword",
        "Amount: {type: string,",
        "Amount: {nullable: true, type: string,",
        f"{SCHEMAS}/Amount/nullable",
        '"null"',
    ),
    Case(
        "keyword-value",
        "minLength: 1",
        "minLength: one #<",
        f"{SCHEMAS}/NoteCreate/properties/text/minLength",
        "integer",
    ),
    Case(
        "keyword-value",
        "Amount: {type: string,",
        "Amount: {type: strnig,",
        f"{SCHEMAS}/Amount/type",
        also=("format",),
    ),
    Case(
        "keyword-type",
        "id: {type: integer,",
        "id: {type: integer, maxLength: 9,",
        f"{SCHEMAS}/Note/allOf/1/properties/id/maxLength",
        "type string",
    ),
    Case(
        "limits",
        "minLength: 1",
        "minLength: 300 #<",
        f"{SCHEMAS}/NoteCreate/properties/text/minLength",
        "above",
        ("example-valid",),
    ),
    Case(
        "limits",
        "format: int64, minimum: 1",
        "format: int64, maximum: 18446744073709551615",
        f"{SCHEMAS}/Note/allOf/1/properties/id/maximum",
        "Leave the format out",
    ),
    Case(
        "format",
        "format: int64, ",
        "format: uint64, ",
        f"{SCHEMAS}/Note/allOf/1/properties/id/format",
        "int64",
    ),
    Case(
        "format",
        'price: {$ref: "#/components/schemas/Amount"}',
        "price: {type: string, format: decimal} #<",
        f"{SCHEMAS}/Note/allOf/1/properties/price",
        "Make a component",
        ("unused-component",),
    ),
    Case("pattern", '"^[0-9]+$"', '"^([0-9]+)+$"', f"{SCHEMAS}/NumericId/anyOf/1/pattern", "exponential"),
    Case("pattern", '"^[0-9]+$"', '"^(?=1)[0-9]+$"', f"{SCHEMAS}/NumericId/anyOf/1/pattern", "lookaround"),
    Case(
        "pattern",
        'pattern: "^[^ ]"',
        'pattern: "\\\\S" #<',
        f"{SCHEMAS}/NoteCreate/properties/text/pattern",
        "Anchor it",
    ),
    Case(
        "anonymous-object",
        'price: {$ref: "#/components/schemas/Amount"}',
        "price: {type: object, properties: {a: {$ref: '#/components/schemas/Amount'}}} #<",
        f"{SCHEMAS}/Note/allOf/1/properties/price",
        "Make it a component",
        ("example-valid",),
    ),
    Case(
        "array-items",
        "reasons: {type: array, items: {type: string}}",
        "reasons: {type: array} #<",
        f"{SCHEMAS}/CloseEvent/properties/reasons",
        "items: …",
    ),
    Case(
        "boolean-schema",
        "reasons: {type: array, items: {type: string}}",
        "reasons: true #<",
        f"{SCHEMAS}/CloseEvent/properties/reasons",
        "{}",
    ),
    Case(
        "closed-object",
        "    Failure:\n",
        "    Failure:\n      additionalProperties: false #<\n",
        f"{SCHEMAS}/Failure/additionalProperties",
        "Remove it",
    ),
    Case("enum", "[red, blue]", "[red, 2]", f"{SCHEMAS}/KnownColor/enum", "int, str"),
    Case("enum", "[red, blue]", "[red, null]", f"{SCHEMAS}/KnownColor/enum", "null in an enumeration"),
    Case("enum", "[red, blue]", "[red, red]", f"{SCHEMAS}/KnownColor/enum", "twice"),
    Case(
        "enum",
        "reasons: {type: array, items: {type: string}}",
        "reasons: {type: string, enum: [a]} #<",
        f"{SCHEMAS}/CloseEvent/properties/reasons",
        "without a name",
    ),
    Case(
        "open-list",
        "        - {type: string}\n    Failure",
        "        - {type: string, minLength: 1}\n    Failure",
        f"{SCHEMAS}/Color",
        "one way",
    ),
    Case(
        "open-list",
        "    Color:\n      anyOf:",
        "    Color: #<\n      oneOf:",
        f"{SCHEMAS}/Color",
        "KnownColor",
        ("example-valid",),
    ),
    Case(
        "nullable",
        '            counts:\n              anyOf:\n                - {type: object, additionalProperties: {type: integer}}\n                - {type: "null"}\n',
        "            counts: {type: [object, 'null'], additionalProperties: {type: integer}} #<\n",
        f"{SCHEMAS}/Note/allOf/1/properties/counts/type",
        "loses its types",
    ),
    Case(
        "nullable",
        "            parent:\n              anyOf:\n",
        "            parent:\n              oneOf: #<\n",
        f"{SCHEMAS}/Note/allOf/1/properties/parent/oneOf",
        "anyOf",
    ),
    Case(
        "nullable",
        '{type: [string, "null"]',
        '{type: ["null", string]',
        f"{SCHEMAS}/Note/allOf/1/properties/written_at/type",
        'type: [string, "null"]',
    ),
    Case(
        "scalar-union",
        "reasons: {type: array, items: {type: string}}",
        "reasons: {type: array, items: {type: string, minLength: 1}} #<",
        f"{SCHEMAS}/CloseEvent/properties/reasons/items",
        "Make them a component",
    ),
    Case(
        "scalar-union",
        'code: {$ref: "#/components/schemas/NumericId"}',
        "code: {type: [integer, string], minimum: 1} #<",
        f"{SCHEMAS}/Failure/properties/code",
        "union of scalars",
        ("unused-component",),
    ),
    Case(
        "json-member",
        "          contentMediaType: application/json\n",
        "",
        f"{SCHEMAS}/EventForm/properties/payload",
        "contentMediaType",
    ),
    Case(
        "json-member",
        'contentSchema: {$ref: "#/components/schemas/Event"}',
        "contentSchema: {type: string} #<",
        f"{SCHEMAS}/EventForm/properties/payload/contentSchema",
        "$ref",
        ("example-valid", "unused-component"),
    ),
    Case(
        "required-member",
        "required: [text]",
        "required: [text, colour] #<",
        f"{SCHEMAS}/NoteCreate/required/1",
        "Declare it",
        ("example-valid",),
    ),
    Case(
        "member-clash",
        '          pattern: "^[^ ]"\n',
        '          pattern: "^[^ ]"\n        Text: {type: string} #<\n',
        f"{SCHEMAS}/NoteCreate/properties/Text",
        "one name",
    ),
    Case(
        "member-clash",
        "            id: {type: integer,",
        "            text: {type: string}\n            id: {type: integer,",
        f"{SCHEMAS}/Note/allOf",
        "declared twice",
    ),
    Case(
        "discriminator",
        '          close: "#/components/schemas/CloseEvent"\n',
        "",
        f"{SCHEMAS}/Event/discriminator",
        "every branch",
    ),
    Case(
        "discriminator",
        "const: close",
        "const: shut",
        f"{SCHEMAS}/Event/discriminator/mapping/close",
        "const: close",
    ),
    Case(
        "recursive",
        "reasons: {type: array, items: {type: string}}\n",
        "reasons: {$ref: '#/components/schemas/Tree'}\n    Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}} #<\n",
        f"{SCHEMAS}/Tree",
        "Wrap it",
    ),
]


FINE = {
    "a list in the query that is joined by commas": ("          explode: true\n", "          explode: false\n"),
    "limits as the table of extensions has them": (
        "      summary: Write a note",
        "      x-rate-limit: [{per: app, calls: 1, seconds: 0.5, key: id}]\n      summary: Write a note",
    ),
    "a token of oauth2": (
        "bearerAuth: {type: http, scheme: bearer",
        "bearerAuth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://x.example', scopes: {}}}",
    ),
    "a branch of a discriminated union that inherits": (
        "    CloseEvent:\n",
        "    CloseEvent:\n      allOf: [{$ref: '#/components/schemas/Closing'}]\n"
        "      type: object\n      properties: {at: {type: string}}\n    Closing:\n",
    ),
}


@pytest.mark.parametrize("name", FINE)
def test_what_is_right_is_not_found(name: str) -> None:
    old, new = FINE[name]
    assert BASE.count(old) == 1
    assert findings(BASE.replace(old, new)) == []


def test_a_scheme_that_hand_written_code_signs_is_announced_in_the_overlay() -> None:
    text = BASE.replace("scheme: bearer", "scheme: OAuth")
    hint = "overlay: 1.0.0\nactions: [{target: $.components.securitySchemes.bearerAuth, update: {x-sdk-sign: oauth}}]"
    assert [each.rule for each in findings(text)] == ["security"]
    assert lint(parse(text, Path("a.yaml")), parse(hint, Path("overlay.yaml"))) == []


def findings(text: str) -> list[Finding]:
    return lint(parse(text, Path("specs/example.yaml")))


def broken(case: Case) -> str:
    assert BASE.count(case.old) >= 1, case.old
    return BASE.replace(case.old, case.new, 1)


def test_the_base_document_breaks_no_rule() -> None:
    assert findings(BASE) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_finds_what_breaks_it_and_where(case: Case) -> None:
    text = broken(case)
    found = findings(text)
    (hit,) = [each for each in found if (each.rule, each.pointer) == (case.rule, case.pointer)]
    assert case.says in hit.message
    assert hit.message.endswith(".")
    marked = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith("#<")]
    assert not marked or [hit.line] == marked
    assert {each.rule for each in found} - {case.rule} == set(case.also) - {case.rule}
    assert len([each for each in found if each.rule == case.rule]) == 1 or case.rule in case.also


def test_what_the_validator_alone_finds_is_told_where_nothing_else_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(self: object, path: object) -> list[SimpleNamespace]:
        return [SimpleNamespace(message="Something else")]

    monkeypatch.setattr(RootValidator, "__call__", found)
    assert [(each.rule, each.message[:14]) for each in findings(BASE)] == [("openapi-schema", "Something else")]
    assert [each.rule for each in findings(BASE.replace("openapi: 3.1.1", "openapi: 3.2.0"))] == [
        "openapi-schema",
        "openapi-version",
    ]


def test_every_rule_has_a_document_that_breaks_it() -> None:
    assert {case.rule for case in CASES} == set(RULES)


@pytest.mark.parametrize(("start", "wrong"), list(enumerate([None, 1, "text", [], {}, [None]])))
def test_a_wrong_shape_anywhere_gives_findings_and_no_traceback(start: int, wrong: object) -> None:
    places = [pointer for pointer, _ in walk(load(BASE_PATH).data)][1:]
    for pointer in places[start::30]:
        data = load(BASE_PATH).data
        put(data, pointer, wrong)
        lint(Document(BASE_PATH, data))


def put(data: Any, pointer: str, value: object) -> None:
    *path, last = tokens(pointer)
    for token in path:
        data = data[int(token)] if isinstance(data, list) else data[token]
    data[int(last) if isinstance(data, list) else last] = value


def test_an_overlay_names_arguments_that_would_clash() -> None:
    text = broken(Case("", "- name: X-Site", "- name: Text", ""))
    hint = "overlay: 1.0.0\nactions: [{target: \"$..parameters[?@.name == 'Text']\", update: {x-sdk-argument: site}}]"
    assert [each.rule for each in findings(text)] == ["argument-clash"]
    assert lint(parse(text, Path("a.yaml")), parse(hint, Path("overlay.yaml"))) == []


def test_an_overlay_names_members_that_would_clash() -> None:
    text = broken(
        Case(
            "", "            id: {type: integer", "            _id: {type: integer}\n            id: {type: integer", ""
        )
    )
    hint = "overlay: 1.0.0\nactions: [{target: $, update: {x-sdk-client: {aliases: {id: id_}}}}]"
    assert [each.rule for each in findings(text)] == ["member-clash"]
    assert lint(parse(text, Path("a.yaml")), parse(hint, Path("overlay.yaml"))) == []


def test_a_schema_that_never_crosses_http_is_used_with_all_that_it_holds() -> None:
    launch = "    Launch:\n      description: 'Never crosses HTTP: data.'\n      type: object\n"
    launch += "      properties: {at: {$ref: '#/components/schemas/Spare'}}\n    Spare: {type: string}\n    Failure:\n"
    assert findings(broken(Case("", "    Failure:\n", launch, ""))) == []


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    (tmp_path / "specs").mkdir()
    (tmp_path / "overrides" / "example").mkdir(parents=True)
    (tmp_path / "specs" / "example.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path / "specs" / "example.yaml"


def test_a_file_with_a_key_twice_is_one_finding(specs: Path) -> None:
    specs.write_text("openapi: 3.1.1\nopenapi: 3.1.1\n", encoding="utf-8")
    (found,) = lint_file(specs)
    assert (found.rule, found.line, found.pointer) == ("yaml", 2, "/openapi")


def test_the_overlay_of_a_file_is_read_and_judged(specs: Path) -> None:
    overlay = specs.parent.parent / "overrides" / "example" / "overlay.yaml"
    overlay.write_text("overlay: 1.0.0\nactions: [{target: $.nothing, update: {}}]", encoding="utf-8")
    (found,) = lint_file(specs)
    assert (found.rule, found.path, found.line, found.pointer) == ("overlay", overlay, 2, "/actions/0")
    assert "target $.nothing: matches 0 places" in found.message
    shown = command(str(specs)).stdout
    assert shown.startswith(f"{overlay}:2 /actions/0 [overlay] target $.nothing"), "the file is the overlay"


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "overrides.generator.lint", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


def test_the_command_prints_file_line_pointer_rule_and_message(specs: Path) -> None:
    run = command(str(specs))
    assert (run.returncode, run.stdout) == (0, "")
    specs.write_text(BASE.replace("openapi: 3.1.1", "openapi: 3.1", 1), encoding="utf-8")
    run = command(str(specs))
    assert run.returncode == 1
    assert f"{specs}:1 /openapi [openapi-version] This is OpenAPI 3.1. Write 'openapi: 3.1.1'." in run.stdout


def test_the_command_takes_a_short_name_for_a_document() -> None:
    run = command("tganalytics", "specs/talkee.yaml")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "0 findings in 2 documents\n")
    assert "specs/talky.yaml:0  [yaml] The file cannot be read" in command("talky").stdout


def test_the_command_lists_the_rules() -> None:
    lines = command("--rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)
    assert all(line.endswith(".") for line in lines)
