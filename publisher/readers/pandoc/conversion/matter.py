"""Front matter: what a source says of itself, under our names or pandoc's."""

import datetime
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from publisher.configuration import nearest
from publisher.errors import ConfigurationError
from publisher.metadata import Creditline, Dateline, Metadata
from publisher.normalise.datelines.form import read_dateline
from publisher.normalise.language.detection import canonical
from publisher.readers.pandoc.scene import Scene

Value = str | bool | tuple[str, ...] | None

#: pandoc's names → ours. Who gives both means ours.
ALIASES = {
    "title": "headline",
    "subtitle": "standfirst",
    "abstract": "standfirst",
    "author": "by",
    "lang": "language",
    "date": "version_created",
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
_STATUS = ("usable", "withheld", "canceled")
_DASHED = re.compile(r".*[–—―-]\s*", re.DOTALL)


class Matter(NamedTuple):
    """What is known of the articles of a source, and standfirsts beyond the one that the metadata hold."""

    metadata: Metadata
    standfirsts: tuple[str, ...] = ()


def read_matter(values: Mapping[str, Value], scene: Scene) -> Matter:
    """The metadata that *values* give; what means nothing, or can't be meant, is a finding."""
    found: dict[str, Any] = {}
    standfirsts: list[str] = []
    for key in sorted(values, key=_by_rank):
        name = ALIASES.get(key, key)
        if name not in READ:
            _tell_unknown(key, scene)
            continue
        try:
            value = READ[name](values[key])
        except ValueError as error:
            _tell_wrong(key, str(error), scene)
            continue
        if name not in found:
            found[name] = value
        elif name == "standfirst":
            standfirsts.append(str(value))
        elif value != found[name]:
            _tell_wrong(key, f"“{name}” is said already; say it once", scene)
    if parted := found.pop("dateline", None):
        found = dict(_with_dateline(found, parted))
    return Matter(Metadata(**found), tuple(standfirsts))


def sound(properties: Mapping[str, Value]) -> dict[str, Value]:
    """Those of a file's *properties* that can be meant; programs write the others, and no editor need hear of them."""
    return {key: value for key, value in properties.items() if _is_sound(ALIASES.get(key, key), value)}


def _is_sound(name: str, value: Value) -> bool:
    try:
        return bool(READ[name](value))
    except (KeyError, ValueError):
        return False


def _by_rank(key: str) -> int:
    """Our own names stand before pandoc's, and those in the order of the table."""
    return list(ALIASES).index(key) + 1 if key in ALIASES else 0


def _with_dateline(found: dict[str, Any], parted: tuple[Dateline, str | None]) -> dict[str, Any]:
    dateline, agency = parted
    credit = found.get("creditline") or (Creditline(agency, "dateline") if agency else None)
    return found | {"dateline": dateline, "creditline": credit}


def _text(value: Value) -> str:
    if isinstance(value, str) and value.strip():
        return " ".join(value.split())
    raise ValueError("it takes a text")


def _texts(value: Value) -> tuple[str, ...]:
    several = (value,) if isinstance(value, str) else value
    if not isinstance(several, tuple) or not all(several):
        raise ValueError("it takes a text, or a list of texts")
    return tuple(_text(one) for one in several)


def _words(value: Value) -> tuple[str, ...]:
    """A list, or one text parted by commas."""
    return _texts(tuple(part.strip() for part in re.split(r"[,;]", value)) if isinstance(value, str) else value)


def _urgency(value: Value) -> int:
    if isinstance(value, str) and re.fullmatch(r"[1-9]", value):
        return int(value)
    raise ValueError("it takes a number from 1 (most urgent) to 9")


def _status(value: Value) -> str:
    if value in _STATUS:
        return str(value)
    raise ValueError(f"it takes one of: {', '.join(_STATUS)}")


def _language(value: Value) -> str:
    try:
        return canonical(_text(value))
    except ConfigurationError as error:
        raise ValueError(error.hint) from None


def is_moment(words: str) -> bool:
    """Whether *words* are a date or a time as front matter takes them."""
    return _MOMENT.fullmatch(words.strip()) is not None


def _moment(value: Value) -> str:
    if isinstance(value, str) and is_moment(value):
        return value.strip()
    raise ValueError("it takes a date such as 2026-11-24, or a time such as 2026-11-24T08:30:00+05:00")


def _credit(value: Value) -> Creditline:
    return Creditline(_text(value), "settings")


def _dateline(value: Value) -> tuple[Dateline, str | None]:
    """The dateline, with a dash if it came without, and its agency."""
    said = value.strip(" ") if isinstance(value, str) else _text(value)
    raw = f"{said} " if _DASHED.fullmatch(said) else f"{said} – "
    found = read_dateline(f"{raw}x")
    return (found.dateline, found.agency) if found else (Dateline(raw, said), None)


READ: dict[str, Callable[[Value], object]] = {
    **dict.fromkeys(("headline", "kicker", "standfirst", "slugline", "uri", "version", "pull_quote"), _text),
    **dict.fromkeys(("copyright_notice", "usage_terms", "ed_note"), _text),
    **dict.fromkeys(("first_created", "version_created", "embargoed_until"), _moment),
    "by": _texts,
    "keywords": _words,
    "subjects": _words,
    "creditline": _credit,
    "dateline": _dateline,
    "language": _language,
    "urgency": _urgency,
    "pub_status": _status,
}


def _tell_unknown(key: str, scene: Scene) -> None:
    scene.report.add(
        "frontmatter.unknown",
        f"the front matter's “{key}” means nothing here; it is left out",
        scene.origin.key(key),
        nearest(key, {*READ, *ALIASES}),
    )


def _tell_wrong(key: str, why: str, scene: Scene) -> None:
    scene.report.add(
        "frontmatter.value",
        f"the front matter's “{key}” can't be taken: {why}",
        scene.origin.key(key),
        "mend the value, or take the key out",
    )


def toml_value(value: object) -> Value:
    """A value of TOML as front matter has it; None for a table."""
    match value:
        case bool() | str():
            return value
        case int() | float():
            return str(value)
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case list():
            return tuple(str(toml_value(one) or "") for one in value)
        case _:
            return None
