# Copied from overrides/sociogram/launch.py by "nox -s generate": edit it there.
"""What Sociogram hands a mini-app when it starts: the query string of its page's address, typed. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from pydantic import ValidationError

from . import models
from ._core.errors import InvalidRequestError
from ._core.models import wire_adapter
from ._core.request import explain

_MOST_MEMBERS, _LONGEST = 200, 64 * 1024


def parse_launch_data(source: str | Mapping[str, str]) -> models.UserInfo:
    """The launch data in `source`, typed: numbers as numbers, the text `null` as None. Nothing is left out.

    **It proves nothing.** Whoever opens your page writes this query string. It has a `hash`, but how to verify it is
    not published; do not take `uid` for the proof of who calls your server.

    Args:
        source: The query string (with or without `?`), the page's whole address, or the members as a mapping of texts,
            such as `Sociogram.MiniApp.initData` of the front end.

    Returns:
        The user object. Members that the documentation does not know are kept (`model_extra`).

    Raises:
        InvalidRequestError: It is no launch data; the text names the member, never its value.
    """
    texts = dict(source) if isinstance(source, Mapping) else _members(source)
    try:
        wire_adapter(models.LaunchData).validator.validate_python(texts, strict=True, by_alias=True, by_name=False)
        values = {name: None if text == "null" else text for name, text in texts.items()}
        user = wire_adapter(models.UserInfo).validator.validate_python(values, by_alias=True, by_name=False)
    except ValidationError as error:
        problem = explain(error, texts)
    else:
        assert isinstance(user, models.UserInfo)
        return user
    raise InvalidRequestError(f"this is no launch data: {problem}")


def _members(text: object) -> dict[str, str]:
    problem = ""
    if not isinstance(text, str):
        problem = f"a {type(text).__name__} is neither a query string nor a mapping"
    elif len(text) > _LONGEST:
        problem = f"{len(text)} characters are more than {_LONGEST}"
    else:
        try:
            is_address = text.startswith("/") or "://" in text.partition("?")[0]
            query = urlsplit(text).query if is_address else text.removeprefix("?")
            pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query), max_num_fields=_MOST_MEMBERS)
        except ValueError:
            problem = "it cannot be read as a query string"
        else:
            twice = len(pairs) - len(dict(pairs))
            if not twice:
                return dict(pairs)
            problem = "a member stands in it twice"
    raise InvalidRequestError(f"this is no launch data: {problem}")
