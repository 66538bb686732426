"""`nox -s new -- <name>`: the smallest set of files that lints, generates, type-checks and answers."""

from __future__ import annotations

import re
from pathlib import Path

from .document import DocumentError
from .naming import class_name

_SPEC = """\
openapi: 3.1.0
info:
  title: {title} API
  version: "0.1.0"
  summary: One sentence that says what the platform does.
  description: |
    What the API is for, how one signs in, and what a newcomer should know first.
x-provenance: documented
externalDocs:
  description: The platform's documentation.
  url: https://docs.example.com/
servers:
  - url: https://api.example.com
    description: Production.
tags:
  - name: notes
    description: What this group of calls is about.

paths:
  # --- Notes ---------------------------------------------------------------------------------------------------------
  /notes/{{note_id}}:
    get:
      operationId: notes_get
      tags: [notes]
      summary: Get a note
      description: Returns one note by its id.
      externalDocs:
        url: https://docs.example.com/notes
      security: []
      parameters:
        - name: note_id
          in: path
          required: true
          description: The note's id.
          schema: {{type: integer, minimum: 1}}
      responses:
        "200":
          description: The note.
          content:
            application/json:
              schema: {{$ref: "#/components/schemas/Note"}}
              examples:
                note:
                  summary: A note.
                  value: {{id: 7, text: Water the plants.}}
        "404":
          description: There is no note with this id.
          content:
            application/json:
              schema: {{$ref: "#/components/schemas/Error"}}
              examples:
                missing:
                  summary: No such note.
                  value: {{message: There is no note 7.}}

components:
  schemas:
    # --- Notes -------------------------------------------------------------------------------------------------------
    Note:
      type: object
      description: A note.
      required: [id, text]
      properties:
        id:
          type: integer
          minimum: 1
          description: The note's id.
        text:
          type: string
          maxLength: 1000
          description: What the note says.

    # --- Errors ------------------------------------------------------------------------------------------------------
    Error:
      type: object
      description: What went wrong.
      required: [message]
      properties:
        message:
          type: string
          description: A sentence for a person.
"""

_OVERLAY = """\
overlay: 1.0.0
info:
  title: How the {title} client is shaped
  version: "1"
actions:
  - target: $
    description: The prefix of the client's environment variables, and the server that it calls by itself.
    update:
      x-sdk-client:
        env: {env}
        default_server: PRODUCTION_URL
  - target: $.servers[0]
    description: Its name in Python.
    update:
      x-sdk-constant: PRODUCTION_URL
  - target: $.paths.*.get
    description: Reading is safe to repeat.
    x-expect: some
    update:
      x-sdk-retry: safe
"""


def write_new(name: str, root: Path) -> list[Path]:
    """Write specs/<name>.yaml and overrides/<name>/overlay.yaml; raise DocumentError where one exists already."""
    if not re.fullmatch(r"[a-z][a-z0-9]*", name) or name in {"core", "generator"}:
        raise DocumentError(
            f"{name!r} is no short name: lower-case letters and digits, such as mastodon; not core, not generator",
            root / "specs",
        )
    words = {"title": class_name(name), "env": name.upper()}
    files = {
        root / "specs" / f"{name}.yaml": _SPEC.format(**words),
        root / "overrides" / name / "overlay.yaml": _OVERLAY.format(**words),
    }
    taken = [path for path in files if path.exists()]
    if taken:
        raise DocumentError("this file exists already: choose another name, or edit it", taken[0])
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return [path.relative_to(root) for path in files]
