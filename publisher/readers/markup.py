"""What kind of XML or JSON a source holds: by the root of the tree, never by more than its beginning."""

import re
from typing import Any

import msgspec

from publisher.readers.kinds import Kind

#: How much of an XML source is looked at.
BEGINNING = 16 << 10
# What may stand before the root element; the declaration of a document type may hold others in brackets.
_PROLOGUE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>]|\[[^\]]{0,8000}\])*>", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)([^<>]*)")
#: Root element → kind, where the name alone is enough.
ROOTS = {
    "nitf": Kind.NITF,
    "newsmessage": Kind.NEWSML,
    "newsitem": Kind.NEWSML,
    "packageitem": Kind.NEWSML,
    "feed": Kind.ATOM,
    "entry": Kind.ATOM,
    "rdf": Kind.RSS,
    "fictionbook": Kind.FB2,
    "html": Kind.HTML,
    "opml": Kind.OPML,
    **dict.fromkeys(("book", "chapter", "section", "sect1", "refentry", "set", "part", "simpara"), Kind.DOCBOOK),
}
_WORDPRESS = "wordpress.org/export/"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
#: A property of ninjs that no other JSON has, in the spelling of each version.
_NINJS = frozenset(
    ("headlines", "bodies", "headline", "associations", "pubStatus", "pubstatus", "versionCreated", "versioncreated")
)


def beginning(data: bytes) -> str:
    """The beginning of a text in ASCII and whatever else: enough to see markup by, in any encoding."""
    head = data[:BEGINNING]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").lstrip("\ufeff")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def is_html(data: bytes) -> bool:
    """Whether *data* begins as a page does."""
    return _HTML.match(beginning(data)) is not None


def xml_kind(data: bytes) -> Kind:
    """The kind of an XML document; `Kind.XML` where its root is none that is known."""
    text = beginning(data)
    at = 0
    while skipped := _PROLOGUE.match(text, at):
        at = skipped.end()
    root = _ROOT.match(text, at)
    if root is None:
        return Kind.HTML if is_html(data) else Kind.XML
    name, attributes = root[1].lower(), root[2]
    if name == "rss":
        return Kind.WORDPRESS if _WORDPRESS in text else Kind.RSS
    if name == "article":
        return Kind.DOCBOOK if _is_docbook(text[:at], attributes) else Kind.JATS
    return ROOTS.get(name, Kind.XML)


def _is_docbook(prologue: str, attributes: str) -> bool:
    """Whether an ``article`` is DocBook's, not that of JATS, which has a ``front`` and other attributes."""
    return "docbook" in prologue.lower() or "docbook.org/ns/docbook" in attributes or "article-type" not in attributes


def json_kind(data: bytes) -> Kind:
    """The kind of a JSON document; `Kind.JSON` where it is none that is known, or is no JSON."""
    try:
        found: Any = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Kind.JSON
    if isinstance(found, list):
        found = found[0] if found and isinstance(found[0], dict) else {}
    if not isinstance(found, dict):
        return Kind.JSON
    if str(found.get("version", "")).startswith("https://jsonfeed.org/version/"):
        return Kind.JSON_FEED
    if "nbformat" in found and "cells" in found:
        return Kind.IPYNB
    if "articles" in found or {"metadata", "body"} <= found.keys():
        return Kind.MODEL_JSON
    return Kind.NINJS if _is_ninjs(found) else Kind.JSON


def _is_ninjs(found: dict[str, Any]) -> bool:
    """Whether *found* is an item, says that it keeps to ninjs, or is a list of items as newsroom systems give it."""
    if isinstance(items := found.get("_items"), list):
        return any(isinstance(item, dict) and _is_ninjs(item) for item in items)
    standard = found.get("standard")
    is_named = isinstance(standard, dict) and standard.get("name") == "ninjs"
    return is_named or ("uri" in found and bool(_NINJS & _names(found)))


def _names(found: dict[str, Any]) -> set[str]:
    """The properties that *found* has; those of ninjs 1 begin with ``body_``."""
    return {"bodies" if key.startswith("body_") else key for key in found}
