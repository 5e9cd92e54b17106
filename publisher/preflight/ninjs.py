"""ninjs items: whether they keep to IPTC's schema (3.1), and the words they hold."""

import datetime
from collections.abc import Iterator
from typing import Any

import msgspec
from lxml import etree

from publisher.formats import Artifact
from publisher.preflight.extraction import LEAVES, PARSER, Streams, xhtml_words
from publisher.report import Finding, Where, finding

_WORDS, _LIST = "words", "list"
#: Properties that our items may have → their type in the schema.
PROPERTIES: dict[str, str] = {
    **dict.fromkeys(("uri", "title", "version", "language", "slugline", "located", "by", "copyrightNotice"), _WORDS),
    **dict.fromkeys(("usageTerms", "name", "rel"), _WORDS),
    **dict.fromkeys(("headlines", "descriptions", "bodies", "people", "subjects", "infoSources", "renditions"), _LIST),
    **dict.fromkeys(("firstCreated", "versionCreated", "embargoedUntil"), "date-time"),
    "associations": _LIST,
    "standard": "object",
    "urgency": "1…9",
    "type": "text picture composite",
    "pubStatus": "usable withheld canceled",
}
#: Properties of what stands in lists.
INNER = frozenset(("value", "role", "contentType", "wordCount", "charCount", "name", "uri", "literal", "rel"))
RENDITION = frozenset(("name", "contentType", "width", "height", "sizeInBytes"))
_OUR_FAULT = "this is a fault of the program; please report it with the text"
_X = "http://www.w3.org/1999/xhtml"


def check_ninjs(artifact: Artifact) -> Iterator[Finding]:
    """A finding for each property that is none, or isn't of its type, and for a ``uri`` that is missing."""
    try:
        item = msgspec.json.decode(artifact.data, type=dict[str, Any])
    except msgspec.DecodeError as error:
        yield _fault(artifact, f"it can't be read: {error}")
        return
    for path, each in _items(item, ""):
        yield from (_fault(artifact, f"{path}: {fault}") for fault in _faults(each, is_inner=bool(path)))


def _items(item: dict[str, Any], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield path, item
    for number, inner in enumerate(item.get("associations", ())):
        yield from _items(inner, f"{path}/associations/{number}")


def _faults(item: dict[str, Any], is_inner: bool) -> Iterator[str]:
    for key in ("uri", "name") if is_inner else ("uri",):
        if not item.get(key):
            yield f"it has no {key}"
    for key, value in item.items():
        if key not in PROPERTIES or not _is_a(PROPERTIES[key], value):
            yield f"{key} can't be {str(value)[:40]!r}"
        elif isinstance(value, list) and key != "associations":
            known = RENDITION if key == "renditions" else INNER
            yield from (f"{key} holds {inner}" for part in value for inner in part if inner not in known)


def _is_a(kind: str, value: object) -> bool:
    match kind:
        case "words":
            return isinstance(value, str)
        case "list":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case "1…9":
            return isinstance(value, int) and 1 <= value <= 9
        case "date-time":
            return isinstance(value, str) and datetime.datetime.fromisoformat(value).tzinfo is not None
        case _:
            return value in kind.split()


def _fault(artifact: Artifact, what: str) -> Finding:
    return finding("ninjs.form", f"{artifact.name}: {what}", Where(file=artifact.name), _OUR_FAULT)


def ninjs_streams(data: bytes) -> Streams:
    """The words of each text item in order: its head as other formats show it, its body's blocks, its notes."""
    text: list[str] = []
    notes: list[str] = []
    for _, item in _items(msgspec.json.decode(data, type=dict[str, Any]), ""):
        if item.get("type") != "text":
            continue
        text += _head(item)
        for body in item.get("bodies", ()):
            root = etree.fromstring(f'<body xmlns="{_X}">{body["value"]}</body>', PARSER)
            for leaf in root.iter(*LEAVES):
                (notes if _in_note(leaf) else text).append(xhtml_words(leaf))
    return Streams(*(tuple(words for words in found if words.strip()) for found in (text, notes)))


def _head(item: dict[str, Any]) -> Iterator[str]:
    headlines = item.get("headlines", ())
    yield from (one["value"] for one in headlines if one.get("role") == "kicker")
    yield from (one["value"] for one in headlines if "role" not in one)
    yield from (one["value"] for one in item.get("descriptions", ()))
    credits_ = [one["name"] for one in item.get("infoSources", ()) if one.get("role") == "creditline"]
    yield " · ".join(part for part in (item.get("by", ""), *credits_) if part)


def _in_note(leaf: etree._Element) -> bool:
    return any(above.get("role") == "doc-footnote" for above in leaf.iterancestors())
