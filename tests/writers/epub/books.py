"""The sample bulletins written once, and opened."""

import functools
import io
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree
from PIL import Image

from publisher.model import Bulletin
from publisher.report import Finding, Report
from publisher.theme.loading import load_theme
from publisher.writers.epub import write_epub
from tests.writers.epub import samples

THEME = load_theme("gazette")
SAMPLES: dict[str, Callable[[], Bulletin]] = {
    "plain": samples.plain,
    "every node": samples.every_node,
    "Arabic": samples.arabic,
    "Russian": samples.russian,
}
NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "epub": "http://www.idpf.org/2007/ops",
}


@functools.cache
def written(name: str) -> tuple[bytes, tuple[Finding, ...]]:
    """A sample as EPUB, and what its writer reported."""
    report = Report()
    data = write_epub(SAMPLES[name](), THEME, samples.MEDIA, None, report)
    return data, tuple(report.findings)


@functools.cache
def files(name: str) -> dict[str, bytes]:
    """The files of a sample, in their order, those beside the package document by their plain names."""
    return opened(written(name)[0])


def opened(data: bytes) -> dict[str, bytes]:
    """The files of an EPUB in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.removeprefix("EPUB/"): archive.read(entry) for entry in archive.namelist()}


def tree(name: str, file: str) -> etree._Element:
    """One document of a sample, parsed."""
    return etree.fromstring(files(name)[file])


def found(element: etree._Element, path: str) -> list[Any]:
    """What an XPath finds."""
    result: Any = element.xpath(path, namespaces=NAMES)
    return list(result)


def mark(kind: str) -> bytes:
    """A publisher's mark: a blue square."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 64), "#0055aa").save(buffer, kind)
    return buffer.getvalue()
