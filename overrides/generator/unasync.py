"""Derives the synchronous form of a module that is written once, asynchronously.

A lexer of four alternatives does it: the standard library's splits f-strings from Python 3.12 on, and 3.12.1 counts
columns wrongly behind a letter beyond ASCII, but the result must be the same bytes under every Python. The `unasync`
package is close, but had its last release in May 2024, is built on that standard lexer, works on folders of files,
and leaves comments and docstrings as they are.
"""

import re

_EXACT = {
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "aclose": "close",
    "aclosing": "closing",
    "aiter": "iter",
    "aiter_bytes": "iter_bytes",
    "aiter_lines": "iter_lines",
    "anext": "next",
    "aread": "read",
    "asynccontextmanager": "contextmanager",
    "handle_async_request": "handle_request",
    "AsyncExitStack": "ExitStack",
    "StopAsyncIteration": "StopIteration",
    "to_raw_awaitable": "to_raw",
}
_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n]* )
    | (?P<text> (?: \b (?P<prefix> (?i: [rbuft] | [bft]r | r[bft] ) ) )?
        (?: \"{3} (?: [^\\] | \\. )*? \"{3} | '{3} (?: [^\\] | \\. )*? '{3}
          | " (?: [^"\\\n] | \\. )* " | ' (?: [^'\\\n] | \\. )* ' ) )
    | (?P<keyword> \b(?: async | await )\b (?: \s | \\\n )* )
    | (?P<name> \b[^\W\d]\w* )
    """,
    re.VERBOSE | re.DOTALL,
)


def to_sync(source: str) -> str:
    """The synchronous form of `source`: a pure function of the text.

    Keywords `async` and `await` go; names are replaced by a fixed table, in code, strings and comments. Raises
    SyntaxError for `await` inside an f-string, where it is part of a text and would stay.
    """
    return _TOKEN.sub(_replace, source)


def sync_name(name: str) -> str:
    """The synchronous form of one identifier."""
    if name in _EXACT:
        return _EXACT[name]
    name = re.sub(r"^(_*)Async(?=[A-Z])", r"\1", name)
    return re.sub(r"(^|_)async_", r"\1sync_", name)


def _replace(match: re.Match[str]) -> str:
    if match["keyword"]:
        return ""
    if set("fFtT") & set(match["prefix"] or "") and re.search(r"\bawait\b", match[0]):
        raise SyntaxError(f"await inside an f-string: {match[0]}")
    return re.sub(r"\w+", lambda word: sync_name(word[0]), match[0])
