"""Readers: the bytes of a source to its articles."""

from collections.abc import Callable
from pathlib import PurePath

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.model import Article
from publisher.readers.wire import read_wire
from publisher.report import Report

Reader = Callable[[Source, Report], tuple[Article, ...]]

READERS: dict[str, Reader] = {".txt": read_wire, "": read_wire}

# Suffixes of other kinds of text, so that one is told what it is and not printed with its markup.
OTHER_KINDS: dict[str, str] = {
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".htm": "HTML",
    ".html": "HTML",
    ".xhtml": "HTML",
    ".docx": "a Word document",
    ".doc": "an old Word document",
    ".odt": "an OpenDocument text",
    ".rtf": "RTF",
    ".rst": "reStructuredText",
    ".tex": "LaTeX",
    ".epub": "an EPUB",
    ".pdf": "a PDF",
    ".xml": "XML",
    ".json": "JSON",
}

#: Endings of the files that are texts, read or not: what has another one is no source.
SUFFIXES = frozenset({*READERS, *OTHER_KINDS})


def suffix_of(name: str) -> str:
    """The key of READERS for a source's *name*: its last suffix in small letters."""
    return PurePath(name).suffix.lower()


def read(source: Source, report: Report) -> tuple[Article, ...]:
    """The articles of *source*; SourceError if nothing here reads its kind."""
    suffix = suffix_of(source.name)
    reader = READERS.get(suffix)
    if reader is None:
        kind = OTHER_KINDS.get(suffix, f"a file of a kind unknown here ({suffix})")
        raise SourceError(
            f"{source.name} is {kind}; this version reads plain copy only ({', '.join(filter(None, READERS))})",
            "save its text as plain text in UTF-8, with the ending .txt",
        )
    return reader(source, report)
