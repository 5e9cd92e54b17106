"""Readers: the bytes of a source to its articles."""

from collections.abc import Callable
from pathlib import PurePath

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.wire import read_wire
from publisher.report import Report

Reader = Callable[[Source, Media, Report, Rules], tuple[Article, ...]]


# Each reader of markup is loaded when it is first needed: most copy is plain, and `show` should stay quick.


def _read_markdown(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.pandoc.markdown import read_markdown

    return read_markdown(source, media, report, rules)


def _read_html(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.pandoc.html import read_html

    return read_html(source, media, report, rules)


def _read_docx(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.pandoc.docx import read_docx

    return read_docx(source, media, report, rules)


def _read_model_json(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.model_json import read_model_json

    return read_model_json(source, media, report, rules)


#: The model's own JSON, told from any other by two endings.
MODEL_JSON = ".article.json"

READERS: dict[str, Reader] = {
    ".txt": read_wire,
    "": read_wire,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".docx": _read_docx,
    MODEL_JSON: _read_model_json,
}

# Suffixes of other kinds of text, so that one is told what it is and not printed with its markup.
OTHER_KINDS: dict[str, str] = {
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
    """The key of READERS for a source's *name*: its last suffix in small letters, or the model's two."""
    return MODEL_JSON if name.lower().endswith(MODEL_JSON) else PurePath(name).suffix.lower()


def read(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles of *source*, by the *rules* for it; SourceError if nothing here reads its kind.

    Their pictures are put into *media*.
    """
    suffix = suffix_of(source.name)
    reader = READERS.get(suffix)
    if reader is None:
        kind = OTHER_KINDS.get(suffix, f"a file of a kind unknown here ({suffix})")
        raise SourceError(
            f"{source.name} is {kind}; this version reads {', '.join(filter(None, READERS))}",
            "save its text as one of these; plain text (.txt) in UTF-8 always does",
        )
    return reader(source, media, report, rules)
