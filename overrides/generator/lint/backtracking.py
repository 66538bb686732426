r"""Whether a pattern can make a backtracking engine run for a very long time (ReDoS), decided from its
automaton.

The pattern becomes a Glushkov automaton: one state for each character class of it, and for each step between
two states the number of ways that the pattern offers. Weber and Seidl ("On the degree of ambiguity of finite
automata", 1991) tell how many ways a text can be matched:

- exponentially many, when a state comes back to itself in two ways by one word: `^(a+)+$`, `^(a|\w)*$`;
- polynomially many, when one word leads from a loop to itself, to a second loop, and from that to itself:
`^a*\w*$`.

Many ways are harmless when nothing after them can fail: `^[\s\S]*\S[\s\S]*$` is fine.
Bounded repetitions (`{1,63}`) count as loops for the first question, not for the second: their product is
bounded.

Own code, because no kept-up library answers this for a pattern alone: regexploit rests since 2021 and guesses
by shape, redoctor is not free for commercial use, the others scan Python sources or need Node or a JVM.
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections import Counter
from dataclasses import dataclass, field
from itertools import product
from typing import Any

# The parser of `re` has no public name; it is in every CPython >= 3.11, and a test fails when it moves.
_parser: Any = importlib.import_module("re._parser")

_UNLIMITED: Any = _parser.MAXREPEAT
_MOST_STEPS = 300_000
_MOST_SUBSETS = 300
# One character of each kind; the ends of the pattern's own ranges are added.
_KINDS = "aZ_09 \t\n\r-./é٣\u2028\U0001f600"
_CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}

_REFUSED = {
    "ASSERT": "a lookaround",
    "ASSERT_NOT": "a lookaround",
    "GROUPREF": "a backreference",
    "GROUPREF_EXISTS": "a conditional group",
    "ATOMIC_GROUP": "an atomic group",
    "POSSESSIVE_REPEAT": "a possessive quantifier",
}


class PatternError(Exception):
    """A pattern is not written in what Python, JavaScript and Rust share, or is too large to judge."""


def fault(pattern: str) -> str | None:
    """Say what is wrong with a pattern in half a sentence; None when nothing is."""
    try:
        tree = _parse(pattern)
        if _is_exponential(_build(tree, pattern, bounded_loops=True)):
            return "can take exponential time: a text can run through one of its loops in two ways"
        if _is_polynomial(_build(tree, pattern, bounded_loops=False)):
            return "can take polynomial time: one text can be shared between two of its loops in many ways"
    except PatternError as error:
        return str(error)
    return None


def _parse(pattern: str) -> Any:
    try:
        with warnings.catch_warnings():
            # `[[a]` and the like, which engines with nested sets read in another way.
            warnings.simplefilter("error", FutureWarning)
            tree = _parser.parse(pattern)
    except FutureWarning:
        raise PatternError(r"has [, --, && or || in a set, which engines read in different ways: write \[") from None
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"is no regular expression that Python reads ({error})") from None
    if tree.state.flags & ~re.UNICODE:
        raise PatternError("has inline flags, which not every engine knows")
    if tree.state.groupdict:
        raise PatternError("has a named group, which engines write in different ways")
    return tree


@dataclass(frozen=True)
class _Part:
    """A part of the pattern: in how many ways it matches nothing, and the states it begins and ends in."""

    empty: int
    first: Counter[int]
    last: Counter[int]


_NOTHING = _Part(1, Counter(), Counter())


@dataclass
class _Automaton:
    """States are numbers; `accepts[q]` are the samples that lead into q, `steps[p][q]` counts the ways."""

    samples: str
    bounded_loops: bool
    overlap: bool
    accepts: list[frozenset[str]] = field(default_factory=list)
    steps: list[Counter[int]] = field(default_factory=list)
    final: set[int] = field(default_factory=set)
    first: set[int] = field(default_factory=set)

    def state(self, characters: frozenset[str]) -> _Part:
        self.accepts.append(characters)
        self.steps.append(Counter())
        number = len(self.accepts) - 1
        return _Part(0, Counter({number: 1}), Counter({number: 1}))

    def connect(self, last: Counter[int], first: Counter[int]) -> None:
        for (here, ways), (there, more) in product(last.items(), first.items()):
            self.steps[here][there] = min(2, self.steps[here][there] + ways * more)

    def sequence(self, parts: list[_Part]) -> _Part:
        whole = _NOTHING
        for part in parts:
            self.connect(whole.last, part.first)
            whole = _Part(
                min(2, whole.empty * part.empty),
                _add(whole.first, part.first, whole.empty),
                _add(part.last, whole.last, part.empty),
            )
        return whole

    def choice(self, parts: list[_Part]) -> _Part:
        first, last = Counter[int](), Counter[int]()
        for part in parts:
            first, last = _add(first, part.first), _add(last, part.last)
        return _Part(min(2, sum(part.empty for part in parts)), first, last)

    def loop(self, part: _Part) -> _Part:
        """One or more times; an engine does not repeat a part that matched nothing."""
        self.connect(part.last, part.first)
        return part

    def optional(self, part: _Part) -> _Part:
        return _Part(min(2, part.empty + 1), part.first, part.last)

    def tree(self, items: Any) -> _Part:
        return self.sequence([self.item(str(operator), argument) for operator, argument in items])

    def item(self, operator: str, argument: Any) -> _Part:
        if operator in _REFUSED:
            raise PatternError(f"has {_REFUSED[operator]}, which not every engine knows")
        match operator:
            case "MAX_REPEAT" | "MIN_REPEAT":
                return self.repeat(*argument)
            case "BRANCH":
                return self.choice([self.tree(branch) for branch in argument[1]])
            case "SUBPATTERN":
                if argument[1] or argument[2]:
                    raise PatternError("has inline flags, which not every engine knows")
                return self.tree(argument[3])
            case "AT":
                if str(argument) in ("AT_BEGINNING_STRING", "AT_END_STRING"):
                    raise PatternError(r"has \A or \Z, which only Python knows: write ^ and $")
                return _NOTHING
            case "IN" if self.overlap and str(argument[0][0]) != "NEGATE":
                # The parser turns (a|b) into [ab]; where members overlap it may have been (a|\w), two ways.
                return self.members([self.characters(str(kind), value) for kind, value in argument])
            case _:
                return self.state(self.characters(operator, argument))

    def members(self, sets: list[frozenset[str]]) -> _Part:
        if sum(map(len, sets)) == len(frozenset[str]().union(*sets)):
            return self.state(frozenset().union(*sets))
        return self.choice([self.state(each) for each in sets])

    def repeat(self, least: int, most: Any, items: Any) -> _Part:
        limit = 3 if self.bounded_loops else 2
        if most is _UNLIMITED or (self.bounded_loops and most > limit and most != least):
            copies = [self.tree(items) for _ in range(min(least, limit) or 1)]
            copies[-1] = self.loop(copies[-1])
            return self.sequence(copies) if least else self.optional(self.sequence(copies))
        rest = _NOTHING
        for _ in range(min(most - least, limit)):
            rest = self.optional(self.sequence([self.tree(items), rest]))
        return self.sequence([*(self.tree(items) for _ in range(min(least, limit))), rest])

    def characters(self, operator: str, argument: Any) -> frozenset[str]:
        return frozenset(sample for sample in self.samples if _contains(operator, argument, sample))


def _add(one: Counter[int], other: Counter[int], times: int = 1) -> Counter[int]:
    return Counter({key: min(2, one[key] + other[key] * times) for key in one | other if one[key] or times})


def _contains(operator: str, argument: Any, character: str) -> bool:
    match operator:
        case "LITERAL":
            return bool(ord(character) == argument)
        case "NOT_LITERAL":
            return bool(ord(character) != argument)
        case "ANY":
            return character != "\n"
        case "RANGE":
            return bool(argument[0] <= ord(character) <= argument[1])
        case "CATEGORY":
            name = str(argument).removeprefix("CATEGORY_")
            found = re.match(_CATEGORIES[name.removeprefix("NOT_")], character) is not None
            return found != name.startswith("NOT_")
        case "IN":
            members = [(str(kind), value) for kind, value in argument]
            negated = members[0][0] == "NEGATE"
            return any(_contains(kind, value, character) for kind, value in members[negated:]) != negated
    raise PatternError(f"has {operator}, which this check does not know")


def _build(tree: Any, pattern: str, *, bounded_loops: bool) -> _Automaton:
    automaton = _Automaton(_samples(tree), bounded_loops, "|" in pattern)
    parts = [automaton.tree(tree)]
    # A pattern that is not anchored is searched for: anything may stand before and after.
    anything = frozenset(automaton.samples)
    if not _is_anchored(tree, 0):
        parts.insert(0, automaton.optional(automaton.loop(automaton.state(anything))))
    if not _is_anchored(tree, -1):
        parts.append(automaton.optional(automaton.loop(automaton.state(anything))))
    whole = automaton.sequence(parts)
    automaton.final, automaton.first = set(whole.last), set(whole.first)
    return automaton


def _samples(tree: Any) -> str:
    """Return one character for each set of characters that the pattern tells apart."""
    points = {ord(character) for character in _KINDS}
    for point in _points(tree):
        points |= {max(point - 1, 0), point, min(point + 1, 0x10FFFF)}
    return "".join(sorted(map(chr, points)))


def _points(items: Any) -> set[int]:
    found: set[int] = set()
    for operator, argument in items:
        match str(operator):
            case "LITERAL" | "NOT_LITERAL":
                found.add(argument)
            case "RANGE":
                found.update(argument)
            case "IN":
                found |= _points(argument)
            case "MAX_REPEAT" | "MIN_REPEAT":
                found |= _points(argument[2])
            case "SUBPATTERN":
                found |= _points(argument[3])
            case "BRANCH":
                found = found.union(*map(_points, argument[1]))
    return found


def _is_anchored(items: Any, end: int) -> bool:
    """Tell whether every way through the pattern has ^ at its beginning (end 0), or $ at its end (end -1)."""
    if not len(items):
        return False
    operator, argument = items[end]
    match str(operator):
        case "AT":
            return str(argument) == ("AT_END" if end else "AT_BEGINNING")
        case "SUBPATTERN":
            return _is_anchored(argument[3], end)
        case "BRANCH":
            return all(_is_anchored(branch, end) for branch in argument[1])
    return False


def _is_exponential(automaton: _Automaton) -> bool:
    for loop in _loops(automaton):
        inner = {here: [there for there in automaton.steps[here] if there in loop] for here in loop}
        doubled = (there for here in loop for there in inner[here] if automaton.steps[here][there] > 1)
        if any(not _cannot_fail(automaton, state) for state in doubled):
            return True
        # In the loop every state reaches every other, so two ways that part from one state and meet again in
        # any state make two ways from a state to itself.
        pairs = _pairs(automaton, inner)
        backwards: dict[tuple[int, ...], list[tuple[int, ...]]] = {pair: [] for pair in pairs}
        for pair, following in pairs.items():
            for other in following:
                backwards[other].append(pair)
        same = [(state, state) for state in loop]
        parted = _reach(pairs, same) & _reach(backwards, same)
        if any(one != other and not _cannot_fail(automaton, one) for one, other in parted):
            return True
    return False


def _pairs(automaton: _Automaton, inner: dict[int, list[int]]) -> dict[tuple[int, ...], list[tuple[int, ...]]]:
    if len(inner) ** 2 > _MOST_STEPS:
        raise PatternError("is too large to judge: shorten it")
    return {
        (one, other): [(a, b) for a in inner[one] for b in inner[other] if automaton.accepts[a] & automaton.accepts[b]]
        for one, other in product(inner, inner)
    }


def _is_polynomial(automaton: _Automaton) -> bool:
    loops = _loops(automaton)
    for one, other in product(loops, loops):
        if one is other:
            continue
        for p, q in product(one, other):
            if not _cannot_fail(automaton, q) and _shares(automaton, p, q, one, other):
                return True
    return False


def _shares(automaton: _Automaton, p: int, q: int, one: frozenset[int], other: frozenset[int]) -> bool:
    """Tell whether one word leads from p to p, from p to q and from q to q."""
    steps, accepts = automaton.steps, automaton.accepts
    seen, todo = {(p, p, q)}, [(p, p, q)]
    while todo:
        a, b, c = todo.pop()
        for x, y, z in product(steps[a].keys() & one, steps[b], steps[c].keys() & other):
            if (x, y, z) not in seen and accepts[x] & accepts[y] & accepts[z]:
                if (x, y, z) == (p, q, q):
                    return True
                seen.add((x, y, z))
                todo.append((x, y, z))
        if len(seen) > _MOST_STEPS:
            raise PatternError("is too large to judge: shorten it")
    return False


def _reach(graph: Any, start: Any) -> set[Any]:
    seen, todo = set(start), list(start)
    while todo:
        for there in graph[todo.pop()]:
            if there not in seen:
                seen.add(there)
                todo.append(there)
    return seen


def _loops(automaton: _Automaton) -> list[frozenset[int]]:
    """Return the sets of states that reach each other (and themselves)."""
    reach = [_reach(automaton.steps, automaton.steps[state]) for state in range(len(automaton.steps))]
    looping = [state for state in range(len(reach)) if state in reach[state]]
    return list({frozenset(s for s in reach[state] if state in reach[s]): None for state in looping})


def _cannot_fail(automaton: _Automaton, state: int) -> bool:
    """Tell whether every text is accepted from this state on, so that no engine ever goes back."""
    start = frozenset([state])
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        if not here & automaton.final or len(seen) > _MOST_SUBSETS:
            return False
        following = set[int]().union(*(automaton.steps[each] for each in here))
        for sample in automaton.samples:
            there = frozenset(each for each in following if sample in automaton.accepts[each])
            if there not in seen:
                seen.add(there)
                todo.append(there)
    return True
