"""What openapi-python-client loses without a word is found: its reading is held against the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from overrides.generator import overlay
from overrides.generator.document import DocumentError, load
from overrides.generator.models import generate_models
from overrides.generator.operations import Reader, Resource, read_project
from overrides.generator.package import TEMPLATES, Api


@pytest.fixture
def resources_after(mini: Api) -> Callable[[str, Callable[[list[Any], Any], None]], tuple[Resource, ...]]:
    """Reads `mini` after a change to what the tool read of one operation."""

    def read(operation_id: str, change: Callable[[list[Any], Any], None]) -> tuple[Resource, ...]:
        merged = overlay.apply(load(mini.spec).data, load(mini.overlay))
        models = generate_models(merged, package=mini.package, aliases={}, where=mini.spec)
        project = read_project(merged, templates=TEMPLATES, where=mini.spec)
        for collection in project.openapi.endpoint_collections_by_tag.values():
            for endpoint in list(collection.endpoints):
                if endpoint.name == operation_id:
                    change(collection.endpoints, endpoint)
        return Reader(merged, models, mini.spec).resources(project)

    return read


LOST: dict[str, tuple[str, Callable[[list[Any], Any], None], str, str]] = {
    "an operation": ("comments_list", lambda all_, one: all_.remove(one), "/paths/~1comments/get", "other operations"),
    "a method": ("comments_list", lambda _, one: setattr(one, "method", "post"), "/paths/~1comments/get", "as post"),
    "a query parameter": (
        "comments_list",
        lambda _, one: one.query_parameters.pop(),
        "/paths/~1comments/get",
        "lost these parameters: [('filter', 'query')]",
    ),
    "a path parameter": (
        "messages_delete",
        lambda _, one: one.path_parameters.clear(),
        "/paths/~1messages~1{message_id}/delete",
        "lost these parameters: [('message_id', 'path')]",
    ),
    "a body": (
        "comments_create",
        lambda _, one: one.bodies.clear(),
        "/paths/~1comments/post/requestBody",
        "did not read this operation's body",
    ),
    "a status": (
        "things_replace",
        lambda _, one: one.responses.patterns.pop(),
        "/paths/~1things~1{thing_id}/put/responses",
        "other statuses than stand here: ['204']",
    ),
}


@pytest.mark.parametrize("what", LOST)
def test_what_the_tool_lost_is_named_with_its_place(
    resources_after: Callable[[str, Callable[[list[Any], Any], None]], tuple[Resource, ...]], what: str
) -> None:
    operation_id, change, pointer, says = LOST[what]
    with pytest.raises(DocumentError) as caught:
        resources_after(operation_id, change)
    assert caught.value.pointer == pointer
    assert says in caught.value.message


def test_what_it_reads_whole_gives_all_resources(
    resources_after: Callable[[str, Callable[[list[Any], Any], None]], tuple[Resource, ...]],
) -> None:
    found = resources_after("comments_list", lambda _, one: None)
    assert [resource.tag for resource in found] == ["comments", "messages", "things"]
