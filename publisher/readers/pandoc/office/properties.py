"""What the properties of a document's file say of its text."""

import re

from lxml import etree

from publisher.readers.pandoc.conversion.matter import Value
from publisher.readers.pandoc.office.package import Package, read_part

_CORE = "docProps/core.xml"
#: Keywords, as Office and OpenDocument have them.
_KEYWORDS = (
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}keyword",
)
_DC = "{http://purl.org/dc/elements/1.1/}"


def core_properties(package: Package, name: str) -> dict[str, Value]:
    """Title, authors, language and keywords from the core properties of an Office document, where they are set."""
    if _CORE not in package.parts:
        return {}
    return dublin_core(read_part(package.parts[_CORE], name))


def dublin_core(root: etree._Element) -> dict[str, Value]:
    """Title, authors, language and keywords from the Dublin Core below *root*."""
    title, language = (" ".join((root.findtext(f".//{_DC}{key}") or "").split()) for key in ("title", "language"))
    said = [creator.text or "" for creator in root.iter(f"{_DC}creator")]
    names = tuple(" ".join(part.split()) for words in said for part in re.split(r"[;]", words) if part.strip())
    keywords = [words for tag in _KEYWORDS for one in root.iter(tag) if (words := " ".join((one.text or "").split()))]
    values: dict[str, Value] = {"title": title, "author": names, "lang": language, "keywords": ", ".join(keywords)}
    return {key: value for key, value in values.items() if value}
