"""Derives the synchronous form of a module that is written once, asynchronously.

The `unasync` package is close, but had its last release in May 2024, works on folders of files, needs
setuptools and tokenize-rt, and leaves comments and docstrings as they are.
"""

import io
import re
import tokenize

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
_WORD = re.compile(r"\w+")
_REMOVED = {"async", "await"}  # keywords; what follows them up to the next token goes too
_LITERAL_STARTS = {getattr(tokenize, name, -1) for name in ("FSTRING_START", "TSTRING_START")}
_LITERAL_ENDS = {getattr(tokenize, name, -1) for name in ("FSTRING_END", "TSTRING_END")}


def to_sync(source: str) -> str:
    """The synchronous form of `source`: a pure function of the text, the same under every Python version.

    Keywords `async` and `await` go; names are replaced by a fixed table, in code, strings and comments.
    Raises SyntaxError for `await` inside an f-string, which older Pythons cannot see as code.
    """
    lines = source.splitlines(keepends=True)
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    pieces: list[str] = []
    done = 0
    drop_blank = False
    for start, end, kind in _tokens(source, offsets):
        gap = source[done:start]
        text = source[start:end]
        pieces.append("" if drop_blank else gap)
        drop_blank = kind == "name" and text in _REMOVED
        if kind == "formatted" and re.search(r"\bawait\b", text):
            raise SyntaxError(f"await inside an f-string: {text}")
        if not drop_blank:
            pieces.append(_WORD.sub(lambda match: sync_name(match[0]), text) if kind else text)
        done = end
    pieces.append(source[done:])
    return "".join(pieces)


def sync_name(name: str) -> str:
    """The synchronous form of one identifier."""
    if name in _EXACT:
        return _EXACT[name]
    name = re.sub(r"^(_*)Async(?=[A-Z])", r"\1", name)
    return re.sub(r"(^|_)async_", r"\1sync_", name)


def _tokens(source: str, offsets: list[int]) -> list[tuple[int, int, str]]:
    """Start, end and kind of each token; a formatted string is one token, as it is before Python 3.12."""
    found: list[tuple[int, int, str]] = []
    depth, outer = 0, 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        start, end = (offsets[row - 1] + column for row, column in (token.start, token.end) if row <= len(offsets))
        if token.type in _LITERAL_STARTS:
            outer = outer if depth else start
            depth += 1
        elif token.type in _LITERAL_ENDS:
            depth -= 1
            if not depth:
                found.append((outer, end, "formatted"))
        elif not depth and token.type in (tokenize.NAME, tokenize.STRING, tokenize.COMMENT, tokenize.OP):
            found.append((start, end, _kind(token)))
    return found


def _kind(token: tokenize.TokenInfo) -> str:
    if token.type == tokenize.STRING:
        prefix = token.string[: token.string.index(token.string[-1])].lower()
        return "formatted" if "f" in prefix or "t" in prefix else "text"
    return {tokenize.NAME: "name", tokenize.COMMENT: "text"}.get(token.type, "")
