"""Whether the engine is the one our lessons were written for."""

import hashlib
import inspect
import textwrap
from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any, cast

#: The version of WeasyPrint that the lessons were written for.
VERSION = "70.0"


def source(function: Callable[..., Any]) -> str:
    """The source of *function* as it would stand in a module."""
    return textwrap.dedent(inspect.getsource(function))


def fingerprint(function: Callable[..., Any]) -> str:
    """Twelve hexadecimal digits that change when the source of *function* does."""
    return hashlib.sha256(source(function).encode()).hexdigest()[:12]


def changed(touched: Mapping[Callable[..., Any], str], version: str) -> list[str]:
    """What is not as a lesson expects it; empty where the lesson may be taught."""
    if version != VERSION:
        return [f"WeasyPrint {version} instead of {VERSION}"]
    return [function.__qualname__ for function, expected in touched.items() if fingerprint(function) != expected]


def reworded(function: Callable[..., Any], changes: Mapping[str, str], **own: Any) -> Callable[..., Any]:
    """*function* with the one place in its source that reads as each key of *changes* reading as its value.

    *own* are names that the new words may use.
    """
    text = source(function)
    for old, new in changes.items():
        if text.count(old) != 1:
            raise ValueError(f"{function.__qualname__} has “{old}” {text.count(old)} times")
        text = text.replace(old, new)
    plain = cast(FunctionType, function)
    names = {**plain.__globals__, **own}
    exec(compile(text, plain.__code__.co_filename, "exec"), names)  # noqa: S102 - the engine's own
    return cast(Callable[..., Any], names[plain.__name__])
