"""The fields of news items as our metadata (IPTC ninjs 3.1, NewsML-G2 and NITF name the same things)."""

import datetime
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import cast

from publisher.errors import ConfigurationError
from publisher.metadata import Creditline, Dateline, Metadata, PubStatus
from publisher.normalise.language.detection import canonical
from publisher.normalise.rules import Rules
from publisher.normalise.story.byline import read_byline
from publisher.normalise.story.names import read_names
from publisher.readers.newsroom.item import Fields, plain
from publisher.readers.origin import Origin
from publisher.readers.pandoc.conversion.matter import READ
from publisher.report import Report

#: What formats call the states that we know; those of NewsML-G2 have their scheme before them.
STATUS: dict[str, PubStatus] = {
    **dict.fromkeys(("usable", "published", "publish", "embargoed"), "usable"),
    **dict.fromkeys(("withheld", "hold", "draft"), "withheld"),
    **dict.fromkeys(("canceled", "cancelled", "killed", "recalled"), "canceled"),
}
_EMBARGO_HINT = 'say embargoed_until under [source."FILE"] in bulletin.toml'


def read_fields(fields: Fields, origin: Origin, rules: Rules, report: Report) -> Metadata:
    """The metadata that *fields* give; what can't be meant is told and left out.

    An embargo that names no certain moment is an error, as it is in copy, unless the settings name one.
    """
    values: dict[str, object] = {}
    for name, value in fields.items():
        if not value or name == "embargoed_until":
            continue
        try:
            values[name] = _READ[name](value)
        except (ValueError, ConfigurationError):
            said = str(value)[:80]
            message = f"the field “{name.replace('_', ' ')}” can't be “{said}”; it is left out"
            report.add("newsroom.value", message, origin.where(said), "have it mended where the text comes from")
    values |= _signed(values)
    until = fields.get("embargoed_until")
    if until and not rules.embargo_said:
        values["embargoed_until"] = _embargo(str(until), origin, report)
    return Metadata(**{name: value for name, value in values.items() if value})  # type: ignore[arg-type]


def moment(text: str) -> str:
    """*text* (ISO 8601 in any of its forms, or as in e-mail) in ISO 8601; ValueError if it is neither."""
    bare = text.strip()
    try:
        found = datetime.datetime.fromisoformat(bare)
    except ValueError:
        found = _as_in_mail(bare)
    is_day = len(bare) <= 10 and ":" not in bare
    return found.date().isoformat() if is_day else found.isoformat()


def _as_in_mail(text: str) -> datetime.datetime:
    try:
        return parsedate_to_datetime(text)
    except (TypeError, IndexError, OverflowError):
        raise ValueError(text) from None


def _embargo(until: str, origin: Origin, report: Report) -> str | None:
    try:
        found = moment(until)
        is_sure = datetime.datetime.fromisoformat(found).tzinfo is not None
    except ValueError:
        message = f"the text is embargoed until “{until[:80]}”, which can't be read"
        report.add("embargo.unreadable", message, origin.where(until), _EMBARGO_HINT)
        return None
    if not is_sure:
        message = f"the text is embargoed until {found}, with no word on the time zone"
        report.add("embargo.no-zone", message, origin.where(until), _EMBARGO_HINT)
        return None
    return found


def _text(value: str | tuple[str, ...]) -> str | None:
    return plain(value if isinstance(value, str) else " ".join(value))


def _lines(value: str | tuple[str, ...]) -> str | None:
    """Several notes, a line each."""
    return "\n".join(_texts(value)) or None


def _dateline(value: str | tuple[str, ...]) -> Dateline:
    found = READ["dateline"](str(value))
    return cast("tuple[Dateline, str | None]", found)[0]


def _texts(value: str | tuple[str, ...]) -> tuple[str, ...]:
    several = (value,) if isinstance(value, str) else value
    return tuple(dict.fromkeys(words for one in several if (words := plain(one))))


def _number(value: str | tuple[str, ...]) -> int:
    number = int(str(value))
    if not 1 <= number <= 9:
        raise ValueError(value)
    return number


def _language(value: str | tuple[str, ...]) -> str:
    return canonical(str(value))


def _status(value: str | tuple[str, ...]) -> PubStatus:
    status = STATUS.get(str(value).strip().lower().rpartition(":")[2])
    if status is None:
        raise ValueError(value)
    return status


def _moment(value: str | tuple[str, ...]) -> str:
    return moment(str(value))


_READ: dict[str, Callable[[str | tuple[str, ...]], object]] = {
    **dict.fromkeys(("headline", "kicker", "standfirst", "slugline", "uri", "version", "creditline"), _text),
    **dict.fromkeys(("copyright_notice", "usage_terms"), _text),
    "ed_note": _lines,
    "dateline": _dateline,
    **dict.fromkeys(("first_created", "version_created"), _moment),
    **dict.fromkeys(("by", "subjects", "keywords"), _texts),
    "urgency": _number,
    "language": _language,
    "pub_status": _status,
}


def _signed(values: dict[str, object]) -> dict[str, object]:
    """Names and credit out of bylines as they are printed: “By Ilse Sample and Jan Sample, Valley Wire”."""
    names: list[str] = []
    agency: str | None = None
    said = values.get("by")
    for line in said if isinstance(said, tuple) else ():
        signed = read_byline(line) or read_names(line)
        names += signed.names if signed and signed.names else () if signed and signed.agency else (line,)
        agency = agency or (signed.agency if signed else None)
    credit = values.get("creditline")
    line = Creditline(str(credit), "settings") if credit else Creditline(agency, "byline") if agency else None
    return {"by": tuple(dict.fromkeys(names)), "creditline": line}
