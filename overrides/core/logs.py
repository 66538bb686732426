"""Logging: one line for each attempt at level DEBUG, never a header, a query value or a body."""

import logging
import os
import sys

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def package_logger() -> logging.Logger:
    """The logger of the package that this core is part of."""
    return logging.getLogger(__name__.partition(".")[0])


def configure_from_environment(env: str) -> str | None:
    """`<env>_LOG=debug` sends this package's log to standard error. Returns what is wrong with the variable, if it is."""
    value = os.environ.get(f"{env}_LOG", "").strip().lower()
    if not value or value == "off":
        return None
    if value not in _LEVELS:
        return f"{env}_LOG={value!r} is no level: write one of {', '.join(_LEVELS)}"
    logger = package_logger()
    logger.setLevel(_LEVELS[value])
    if not any(getattr(handler, "from_environment", False) for handler in logger.handlers):
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        handler.from_environment = True  # type: ignore[attr-defined]  # marks our own handler, so that it is added once
        logger.addHandler(handler)
    return None
