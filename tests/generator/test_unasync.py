"""The derivation of synchronous modules."""

from pathlib import Path

import pytest

from overrides.generator.unasync import sync_name, to_sync

ASYNC = '''
"""Reads with AsyncTalk; see `_async_base.AsyncResource`. Nothing else: asyncio, async."""
from ._core._async_base import AsyncResource, async_pages
from .async_queue import AsyncQueue  # AsyncQueue of async_queue

class AsyncTalk(AsyncResource):
    async def __aenter__(self) -> "AsyncTalk":
        return self

    async def read(self, source: AsyncIterator[bytes]) -> list[bytes]:
        async with aclosing(source) as lines, await self.other():
            found = [line async for line in lines]
        await  self.aclose()
        try:
            return await anext(lines) + (await self.x(await y))
        except StopAsyncIteration:
            raise

    @asynccontextmanager
    async def __aiter__(self):
        yield f"{self.AsyncName!r} AsyncTalk {'nested'}"
'''

SYNC = '''
"""Reads with Talk; see `_sync_base.Resource`. Nothing else: asyncio, async."""
from ._core._sync_base import Resource, sync_pages
from .sync_queue import Queue  # Queue of sync_queue

class Talk(Resource):
    def __enter__(self) -> "Talk":
        return self

    def read(self, source: Iterator[bytes]) -> list[bytes]:
        with closing(source) as lines, self.other():
            found = [line for line in lines]
        self.close()
        try:
            return next(lines) + (self.x(y))
        except StopIteration:
            raise

    @contextmanager
    def __iter__(self):
        yield f"{self.Name!r} Talk {'nested'}"
'''


def test_every_construct_has_its_synchronous_form() -> None:
    assert to_sync(ASYNC) == SYNC


def test_a_synchronous_module_stays_as_it_is() -> None:
    assert to_sync(SYNC) == SYNC


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AsyncClient", "Client"),
        ("_AsyncThing", "_Thing"),
        ("Asynchronous", "Asynchronous"),
        ("asyncio", "asyncio"),
        ("async_sleep", "sync_sleep"),
        ("_async_base", "_sync_base"),
        ("run_async_now", "run_sync_now"),
        ("handle_async_request", "handle_request"),
        ("AsyncGenerator", "Generator"),
        ("BaseAsync", "BaseAsync"),
        ("caclose", "caclose"),
    ],
)
def test_names_follow_the_table(name: str, expected: str) -> None:
    assert sync_name(name) == expected


def test_text_that_only_looks_like_code_keeps_its_words() -> None:
    source = 'x = "we await the answer, async or not"  # await it\n'
    assert to_sync(source) == source


def test_unusual_layout_survives() -> None:
    source = "async def f():\n    x = (\n        await\\\n        g()\n    )\n    return é, await ö()\n"
    assert to_sync(source) == "def f():\n    x = (\n        g()\n    )\n    return é, ö()\n"


def test_letters_beyond_ascii_move_nothing() -> None:
    source = '"""Grüße: `…`\n\nmehr … """\n\nbase_url = "é" + await_  # ü AsyncThing\nAsyncX = b"x" + rb"\\""\n'
    assert to_sync(source) == source.replace("AsyncThing", "Thing").replace("AsyncX", "X")


def test_quotes_and_hashes_inside_strings_are_understood() -> None:
    strings = ["'it\\'s # no comment'", "\"say 'await'\"", "'''x\"''await'''", 'r"\\d"', "f'{x!r} # {y}'"]
    source = f"""a = {", ".join(strings)}  # don't "stop"\n"""
    assert to_sync(source + "await f()") == source + "f()"


def test_a_file_without_final_newline_and_an_empty_one() -> None:
    assert to_sync("await_ = 1") == "await_ = 1"
    assert to_sync("") == ""


def test_await_inside_an_f_string_is_refused_because_old_pythons_do_not_see_it() -> None:
    with pytest.raises(SyntaxError, match="f-string"):
        to_sync('async def f():\n    return f"{await g()}"\n')


def test_the_result_compiles_and_has_no_async_left() -> None:
    for module in sorted((Path(__file__).resolve().parents[2] / "overrides/core").glob("_async_*.py")):
        derived = to_sync(module.read_text())
        compile(derived, module.name, "exec")
        assert "async def" not in derived
        assert "await " not in derived
