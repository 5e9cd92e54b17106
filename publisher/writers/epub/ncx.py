"""The contents for reading systems of EPUB 2 (DAISY Z39.86-2005, § 8), where the settings ask for it."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import count, islice

from publisher.model import Bulletin
from publisher.writers.epub.documents import name_of, xml_text
from publisher.writers.heads import document_title, keyed
from publisher.writers.xhtml import text

NAME = "toc.ncx"


def control_file(bulletin: Bulletin, pages: Sequence[tuple[str, str]]) -> str:
    """The contents as the navigation document has them; *pages* are (label, address) of the printed ones."""
    metadata, numbers = bulletin.metadata, count(1)
    points = "\n".join(_points(bulletin, numbers))
    targets = "\n".join(_target(label, address, next(numbers)) for label, address in pages)
    listed = f"<pageList>\n{targets}\n</pageList>\n" if targets else ""
    most = max((int(label) for label, _ in pages if label.isdecimal()), default=0)
    return xml_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"'
        f' xml:lang="{escape(metadata.language)}">\n<head>\n'
        f'<meta name="dtb:uid" content="{escape(metadata.identifier)}"/>\n'
        f'<meta name="dtb:depth" content="{2 if any(section.title for section in bulletin.sections) else 1}"/>\n'
        f'<meta name="dtb:totalPageCount" content="{len(pages)}"/>\n'
        f'<meta name="dtb:maxPageNumber" content="{most}"/>\n</head>\n'
        f"<docTitle><text>{text(document_title(metadata))}</text></docTitle>\n"
        f"<navMap>\n{points}\n</navMap>\n{listed}</ncx>\n"
    )


def _points(bulletin: Bulletin, numbers: Iterator[int]) -> Iterator[str]:
    """The cover, then the articles, nested in titled sections."""
    yield f"{_opening(bulletin.metadata.title, 'cover.xhtml', next(numbers))}</navPoint>"
    keys = iter(keyed(bulletin))
    for section in bulletin.sections:
        articles = list(islice(keys, len(section.articles)))
        if section.title and articles:
            yield _opening(section.title, f"{articles[0][0]}.xhtml", next(numbers))
        for key, article in articles:
            yield f"{_opening(name_of(article, bulletin.metadata), f'{key}.xhtml', next(numbers))}</navPoint>"
        if section.title and articles:
            yield "</navPoint>"


def _opening(words: str, address: str, number: int) -> str:
    return f'<navPoint id="p{number}">{_label(words)}<content src="{address}"/>'


def _target(words: str, address: str, number: int) -> str:
    value = f' value="{words}"' if words.isdecimal() else ""
    place = f'<content src="{escape(address)}"/>'
    return f'<pageTarget id="p{number}" type="normal"{value}>{_label(words)}{place}</pageTarget>'


def _label(words: str) -> str:
    return f"<navLabel><text>{text(words)}</text></navLabel>"
