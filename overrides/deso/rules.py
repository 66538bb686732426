"""Errors of a node by the name of the rule that was broken.

DeSo's core names every rule (``RuleErrorInsufficientBalance``), and a node puts the name somewhere into the text of
its error. Each name is a class here, so that it can be caught: ``from deso_client.rules import RuleErrorNonceExpired``.
Core has hundreds of them and adds more, so the classes are made when they are asked for, and no name is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ._core.errors import APIStatusError, BadRequestError

_NAME = re.compile(r"\b(?:RuleError|TxError|RuleSubmitPost)[A-Z]\w*")
"""The third kind is core's own slip: it names a few rules so, the length of a post's body among them."""
_made: dict[tuple[str, ...], type[RuleError]] = {}


class RuleError(BadRequestError):
    """The node refused something by a rule of DeSo's core, or of its memory pool (``TxError…``).

    ``rule`` is the name of the rule, the innermost when the text names several; ``rules`` has all of them, outermost
    first. An ``except`` clause for any of them catches the error. Nodes answer with status 400, as a rule.
    """

    rule: str = ""
    rules: tuple[str, ...] = ()


def __getattr__(name: str) -> type[RuleError]:
    if not _NAME.fullmatch(name):
        known = "names of rules begin with RuleError, TxError or RuleSubmitPost"
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; {known}")
    return _class_of((name,))


def names_of_rules(text: str) -> tuple[str, ...]:
    """Every rule that a text names, in its order."""
    return tuple(dict.fromkeys(_NAME.findall(text)))


def typed(error: APIStatusError) -> APIStatusError:
    """The error itself, or, when its text names rules, the same as an error of these rules."""
    body = error.body
    whole = body.get("error") if isinstance(body, dict) else body  # `message` may be cut
    names = names_of_rules(whole if isinstance(whole, str) else error.message)
    if not names or isinstance(error, RuleError):
        return error
    return _class_of(names)(str(error), **{**vars(error), "rule": names[-1], "rules": names})


def _class_of(names: tuple[str, ...]) -> type[RuleError]:
    if names not in _made:
        bases = (RuleError,) if len(names) == 1 else tuple(_class_of((name,)) for name in reversed(names))
        about = {"__module__": __name__, "__doc__": f"The node refused something by {', '.join(names)}."}
        _made.setdefault(names, type(names[-1], _unique(bases), about))
    return _made[names]


def _unique(bases: Iterable[type[RuleError]]) -> tuple[type[RuleError], ...]:
    return tuple(dict.fromkeys(bases))
