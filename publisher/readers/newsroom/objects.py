"""JSON from newsrooms: objects whose properties are asked for by kind, so that nothing in them is taken on trust."""

from collections.abc import Iterator
from typing import Any

import msgspec

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.normalise.text.encoding import decode
from publisher.report import Report

Object = dict[str, Any]


def read_object(source: Source, report: Report) -> tuple[Any, str]:
    """(what *source* holds, its text); SourceError where it is no JSON."""
    text = decode(source, report).text
    try:
        return msgspec.json.decode(text.encode("utf-8", "replace")), text
    except (msgspec.DecodeError, RecursionError) as error:
        raise SourceError(f"{source.name}: is no JSON: {error}", "have it exported anew") from None


def words(value: object) -> str | None:
    """*value* as text, where it is text or a number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def texts(value: object, *names: str) -> Iterator[str]:
    """The texts of a list, or of the first of *names* that each object in it has; of a text alone, itself."""
    for one in value if isinstance(value, list) else [value]:
        found = one if not isinstance(one, dict) else next((one[name] for name in names if one.get(name)), None)
        if said := words(found):
            yield said


def objects(value: object) -> list[Object]:
    """The objects in a list, or the one that *value* is."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]
