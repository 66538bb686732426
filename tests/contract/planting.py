"""Patches that plant a fault into the mock of any API: each function here returns what a `PlantedFault` plants."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any

Plant = Callable[[Any], None]

SCHEMA = ("JsonSchemaError",)


def sent(operation: str, change: Callable[[Any], Any], kind: int = 2) -> Plant:
    """Change an operation's answers on their way out: after the mock has checked them.

    Those that have a body and are 2xx, or another ``kind``, by the client's own rule.
    """

    def plant(mock: Any) -> None:
        deliver = mock.deliver
        rule = import_module(f"{type(mock).__module__.partition('.')[0]}._client")._ERRORS

        def corrupt(request: Any, answer: Any) -> Any:
            sound = deliver(request, answer)
            ours = mock.exchanges[-1].operation == operation and sound.body
            return change(sound) if ours and rule.effective_status(sound.status, sound.body) // 100 == kind else sound

        mock.deliver = corrupt

    return plant


def answers(operation: str, change: Callable[[Any], Any], kind: int = 2) -> Plant:
    """Change the parsed body of what `sent` changes, in place."""

    def changed(answer: Any) -> Any:
        value = answer.json()
        change(value)
        return replace(answer, body=json.dumps(value).encode())

    return sent(operation, changed, kind)


def works(operation: str, work: Callable[[Any, Any, Callable[[Any], Any]], Any]) -> Plant:
    """Let an operation do something else; ``work`` gets the mock, the call, and what the operation did."""

    def plant(mock: Any) -> None:
        sound = mock._behaviours[operation]
        mock._behaviours[operation] = lambda call: work(mock, call, sound)

    return plant


def crashes(operation: str, at: Callable[[Any, Any], object]) -> Plant:
    """Let an operation crash at those calls of which ``at``, which gets the mock too, is true."""

    def work(mock: Any, call: Any, sound: Callable[[Any], Any]) -> Any:
        if at(mock, call):
            raise ZeroDivisionError
        return sound(call)

    return works(operation, work)


def unchecked(is_overlooked: Callable[[Any], bool]) -> Plant:
    """Let the mock overlook some of the violations that it finds in requests."""

    def plant(mock: Any) -> None:
        judge = mock.judge
        mock.judge = lambda call: [one for one in judge(call) if not is_overlooked(one)]

    return plant
