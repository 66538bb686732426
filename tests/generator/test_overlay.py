"""The overlay: what each action does, and which are errors."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from overrides.generator.document import parse
from overrides.generator.overlay import OverlayError, apply

BASE: dict[str, Any] = {
    "info": {"title": "T", "tags": ["a"]},
    "paths": {
        "/a": {"get": {"operationId": "things_list", "x-foo": 1}, "post": {"operationId": "things_create"}},
        "/b": {"get": {"operationId": "others_list", "parameters": [{"name": "p"}, {"name": "q"}, {"name": "r"}]}},
    },
    "list": [1, [2], {"k": [3]}],
    "scalar": "old",
    "most": 18446744073709551615,
}


def overlay(*actions: dict[str, Any], version: str = "1.0.0") -> dict[str, Any]:
    return {"overlay": version, "info": {"title": "Hints", "version": "1"}, "actions": list(actions)}


def changed(target: str, *, version: str = "1.0.0", **action: Any) -> dict[str, Any]:
    """Apply one action; `x_expect` stands for x-expect."""
    action = {"target": target, **{key.replace("x_", "x-"): value for key, value in action.items()}}
    return apply(BASE, overlay(action, version=version))


def test_update_merges_objects_member_by_member() -> None:
    result = changed("$.info", update={"title": "New", "contact": {"name": "n"}})
    assert result["info"] == {"title": "New", "tags": ["a"], "contact": {"name": "n"}}


def test_update_joins_nested_lists() -> None:
    assert changed("$", update={"info": {"tags": ["b"]}})["info"]["tags"] == ["a", "b"]


def test_update_replaces_where_kinds_differ() -> None:
    assert changed("$", update={"info": [1], "scalar": {"a": 1}, "list": None, "most": 2}) == {
        **BASE,
        "info": [1],
        "scalar": {"a": 1},
        "list": None,
        "most": 2,
    }


def test_update_appends_an_object_to_a_list_and_joins_a_list() -> None:
    target = "$.paths['/b'].get.parameters"
    names = [each["name"] for each in changed(target, update={"name": "s"})["paths"]["/b"]["get"]["parameters"]]
    assert names == ["p", "q", "r", "s"]
    names = [
        each["name"]
        for each in changed(target, update=[{"name": "s"}, {"name": "t"}])["paths"]["/b"]["get"]["parameters"]
    ]
    assert names == ["p", "q", "r", "s", "t"]
    assert changed("$.info.tags", update="b")["info"]["tags"] == ["a", "b"]


@pytest.mark.parametrize(
    ("target", "operations"),
    [
        ("$.paths.*[?@.operationId == 'things_list']", {"things_list"}),
        ("$.paths['/a'].*", {"things_list", "things_create"}),
        ("$.paths.*.get", {"things_list", "others_list"}),
        ("$.paths.*[?@['x-foo']]", {"things_list"}),
        ("$.paths.*[?match(@.operationId, '.*_list')]", {"things_list", "others_list"}),
        ("$.paths.*[?search(@.operationId, 'create')]", {"things_create"}),
        ("$..[?@.operationId]", {"things_list", "things_create", "others_list"}),
    ],
)
def test_a_target_selects_by_name_wildcard_and_filter(target: str, operations: set[str]) -> None:
    result = changed(target, update={"x-hint": True}, x_expect=len(operations))
    methods = [operation for path in result["paths"].values() for operation in path.values()]
    assert {each["operationId"] for each in methods if "x-hint" in each} == operations


def test_update_reaches_an_item_of_a_list_by_filter_and_by_index() -> None:
    for target in (
        "$..parameters[?@.name == 'q']",
        "$.paths['/b'].get.parameters[1]",
        "$.paths['/b'].get.parameters[-2]",
    ):
        assert changed(target, update={"x": 1})["paths"]["/b"]["get"]["parameters"][1] == {
            "name": "q",
            "x": 1,
        }


def test_each_target_gets_a_copy_of_its_own() -> None:
    actions = overlay(
        {"target": "$.paths.*.get", "update": {"x-hint": {"list": []}}, "x-expect": 2},
        {"target": "$.paths['/a'].get['x-hint'].list", "update": "only here"},
    )
    before = copy.deepcopy(actions)
    result = apply(BASE, actions)
    assert result["paths"]["/a"]["get"]["x-hint"] == {"list": ["only here"]}
    assert result["paths"]["/b"]["get"]["x-hint"] == {"list": []}
    assert actions == before


def test_neither_input_is_changed() -> None:
    before = copy.deepcopy(BASE)
    result = changed("$.list", update=[4])
    assert before == BASE
    result["list"][2]["k"].append(9)
    assert before == BASE


def test_parts_that_share_an_object_in_the_input_are_changed_apart() -> None:
    shared = {"k": 1}
    result = apply({"a": shared, "b": shared}, overlay({"target": "$.a", "update": {"k": 2}}))
    assert result == {"a": {"k": 2}, "b": {"k": 1}}


def test_integers_beyond_a_double_stay_exact() -> None:
    result = changed("$.info", update={"most": 9007199254740993})
    assert (result["most"], result["info"]["most"]) == (18446744073709551615, 9007199254740993)


def test_remove_takes_members_and_items() -> None:
    assert "info" not in changed("$.info", remove=True)
    assert changed("$.list[0]", remove=True)["list"] == [[2], {"k": [3]}]
    assert "operationId" not in changed("$.paths['/a'].get.operationId", remove=True)["paths"]["/a"]["get"]


def test_remove_takes_several_items_of_one_list() -> None:
    result = changed("$..parameters[?@.name != 'q']", remove=True, x_expect=2)
    assert result["paths"]["/b"]["get"]["parameters"] == [{"name": "q"}]
    assert changed("$.list[*]", remove=True, x_expect=3)["list"] == []


def test_remove_takes_children_before_their_parents() -> None:
    result = changed("$.list..*", remove=True, x_expect=6)
    assert result["list"] == []


def test_a_place_selected_twice_counts_once() -> None:
    assert "info" not in changed("$['info','info']", remove=True)


@pytest.mark.parametrize("remove", [False, None, "true", 1])
def test_remove_acts_only_when_it_is_true(remove: object) -> None:
    assert changed("$.info", remove=remove, update={"a": 1})["info"]["a"] == 1
    with pytest.raises(OverlayError, match="changes nothing"):
        changed("$.info", remove=remove)


def test_remove_wins_over_update() -> None:
    assert "info" not in changed("$.info", remove=True, update={"a": 1})


def test_actions_apply_in_order() -> None:
    result = apply(
        BASE,
        overlay(
            {"target": "$", "update": {"new": {"a": 1}}},
            {"target": "$.new", "update": {"b": 2}},
            {"target": "$.new.a", "remove": True},
        ),
    )
    assert result["new"] == {"b": 2}


def test_overlay_1_1_copies_one_place_and_replaces_scalars() -> None:
    result = changed("$.paths['/b'].get", version="1.1.0", copy="$.paths['/a'].get")
    assert result["paths"]["/b"]["get"]["x-foo"] == 1
    assert result["paths"]["/a"]["get"] is not result["paths"]["/b"]["get"]
    assert changed("$.scalar", version="1.1.0", update="new")["scalar"] == "new"


@pytest.mark.parametrize(
    ("action", "message"),
    [
        ({"target": "$.nothing", "update": {}}, "matches 0 places, not 1"),
        ({"target": "$.paths.*", "update": {}}, "matches 2 places, not 1. Correct it, or state 'x-expect'"),
        ({"target": "$.info", "update": {}, "x-expect": 2}, "matches 1 places, not 2"),
        ({"target": "$.paths.*[?@.operationId = 'x']", "update": {}}, "column 26"),
        ({"target": "info", "update": {}}, "no JSONPath"),
        ({"target": "$.a[?nope(@)]", "update": {}}, "no JSONPath"),
        ({"update": {}}, "has no target"),
        ("text", "has no target"),
        ({"target": "$.info", "upadte": {}}, "unknown member 'upadte'"),
        ({"target": "$.info"}, "changes nothing"),
        ({"target": "$.info", "update": "text"}, "a str cannot be merged into a dict"),
        ({"target": "$.info", "update": [1]}, "a list cannot be merged into a dict"),
        ({"target": "$.scalar", "update": {"a": 1}}, "a dict cannot be merged into a str"),
        ({"target": "$.scalar", "update": "new"}, "is a scalar, which Overlay 1.0 cannot replace"),
        ({"target": "$", "remove": True}, "is the whole document"),
        ({"target": "$.info", "copy": "$.list"}, "came with Overlay 1.1"),
    ],
)
def test_an_action_that_does_not_fit_is_an_error(action: Any, message: str) -> None:
    with pytest.raises(OverlayError) as caught:
        apply(BASE, overlay(action))
    assert message in str(caught.value)
    if isinstance(action, dict) and "target" in action:
        assert action["target"] in str(caught.value)


@pytest.mark.parametrize("path", ["$.nothing", "$.paths.*"])
def test_copy_takes_exactly_one_place(path: str) -> None:
    with pytest.raises(OverlayError, match="Name exactly one"):
        changed("$.info", version="1.1.0", copy=path)


@pytest.mark.parametrize("data", [{}, {"overlay": "2.0.0", "actions": [{}]}, {"overlay": 1.0}, overlay()])
def test_what_is_no_overlay_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(OverlayError, match=r"Write 'overlay: 1\.0\.0'|There are no actions"):
        apply(BASE, data)


def test_an_error_names_file_line_and_pointer_of_the_action() -> None:
    text = "overlay: 1.0.0\nactions:\n  - {target: $.info, update: {}}\n  - target: $.paths.*\n    update: {}\n"
    with pytest.raises(OverlayError) as caught:
        apply(BASE, parse(text, Path("overrides/example/overlay.yaml")))
    assert str(caught.value) == (
        "overrides/example/overlay.yaml:4 /actions/1: target $.paths.*: matches 2 places, not 1. "
        "Correct it, or state 'x-expect'."
    )
