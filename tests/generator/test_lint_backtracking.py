r"""Patterns that a backtracking engine can run on for very long, told from those that only look like it."""

from __future__ import annotations

import pytest

from overrides.generator.lint.backtracking import fault


@pytest.mark.parametrize(
    "pattern",
    [
        r"^[0-9]+$",
        r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\+0000$",
        r"^[\s\S]*\S[\s\S]*$",
        r"\S",
        r"[a-z]+",
        r"^https?://",
        r"^[^:]+:[^:]+$",
        r"^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$",
        r"^[a-z]{1,63}[a-z0-9]{1,63}$",
        r"^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$",
        r"^([0-9]{8})*$",
        r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
        r"^[1-9]\d*(,[1-9]\d*)*$",
        r"^(a|b)*$",
        r"^(ab|ac)*$",
        r"^(\s|\S|a)*$",
        r"^a$|^b$",
        r"^\s*[a-z]+\s*$",
        r"^[!-~]+( +[!-~]+)*$",
        r"^$",
    ],
)
def test_a_pattern_that_matches_in_one_way_or_cannot_fail_is_fine(pattern: str) -> None:
    assert fault(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"^(a+)+$",
        r"^(a*)*$",
        r"^(a|a)*$",
        r"^(a|\w)*$",
        r"^(ab|ab)*$",
        r"^(a+b?)+$",
        r"^((a?)?b)*$",
        r"^(\w+\s?)*$",
        r"^(.*,)*x$",
        r"^(\d+|\d+x)*$",
        r"^(x+x+)+y$",
        r"^(a{1,30}){1,30}$",
        r"^([a-zA-Z0-9_.-]+)+@$",
        r"^(a|b|[ab]c?)*$",
    ],
)
def test_a_loop_that_one_text_runs_through_in_two_ways_is_exponential(pattern: str) -> None:
    assert "exponential" in (fault(pattern) or "")


@pytest.mark.parametrize("pattern", [r"^a*\w*$", r"\s+$", r"^.*a.*$", r"^\s*-?\s*$", r"^\d+x?\d+$"])
def test_two_loops_that_share_one_text_are_polynomial(pattern: str) -> None:
    assert "polynomial" in (fault(pattern) or "")


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        (r"(?=a)b", "lookaround"),
        (r"(?<!a)b", "lookaround"),
        (r"(a)\1", "backreference"),
        (r"(a)?(?(1)b|c)", "conditional"),
        (r"a++", "possessive"),
        (r"(?>a)", "atomic"),
        (r"(?i)a", "inline flags"),
        (r"(?i:a)", "inline flags"),
        (r"^(?P<x>a)", "named group"),
        (r"\Aabc\Z", "write ^ and $"),
        (r"^[[a]$", "different ways"),
        (r"[", "no regular expression"),
        (r"^\p{L}+$", "no regular expression"),
    ],
)
def test_what_only_some_engines_know_is_named(pattern: str, message: str) -> None:
    assert message in (fault(pattern) or "")


def test_a_pattern_that_is_too_large_is_refused_and_not_waited_for() -> None:
    assert "too large" in (fault("^(" + "|".join(f"{'ab' * n}c" for n in range(1, 30)) + ")*$") or "")
