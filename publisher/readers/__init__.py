"""Readers: the bytes of a source to its articles."""

from collections.abc import Callable
from importlib import import_module

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.depth import check_depth
from publisher.readers.detection import detect
from publisher.readers.kinds import ENDINGS, Kind
from publisher.readers.wire import read_wire
from publisher.report import Report

Reader = Callable[[Source, Media, Report, Rules], tuple[Article, ...]]

#: Endings of the files that are texts: what has another one is no source.
SUFFIXES = frozenset(ENDINGS)


def _later(place: str, *first: object) -> Reader:
    """The reader at *place* (``module:function`` below this package), which gets *first* before the source.

    It is loaded when it is first needed: most copy is plain, and `show` should stay quick.
    """
    module, _, name = place.partition(":")

    def read_it(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
        reader = getattr(import_module(f"{__name__}.{module}"), name)
        articles: tuple[Article, ...] = reader(*first, source, media, report, rules)
        return articles

    return read_it


def _read_mail(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.newsroom.mail import read_mail

    # What is attached to a message is of any kind.
    return read_mail(source, media, report, rules, read)


#: Kinds of text that pandoc has a reader for each.
TEXTS = (
    Kind.RST,
    Kind.LATEX,
    Kind.ORG,
    Kind.ASCIIDOC,
    Kind.TEXTILE,
    Kind.MEDIAWIKI,
    Kind.CSV,
    Kind.TSV,
    Kind.TYPST,
    Kind.IPYNB,
)

#: The same in XML.
XML_TEXTS = (Kind.DOCBOOK, Kind.JATS, Kind.FB2, Kind.OPML)

READERS: dict[Kind, Reader] = {
    Kind.PLAIN: read_wire,
    Kind.MARKDOWN: _later("pandoc.markup.markdown:read_markdown"),
    Kind.HTML: _later("pandoc.markup.html:read_html"),
    Kind.DOCX: _later("pandoc.office.docx:read_docx"),
    Kind.DOC: _later("old_word:read_old_word"),
    Kind.ODT: _later("pandoc.office.odt:read_odt"),
    Kind.RTF: _later("rtf.reader:read_rtf"),
    Kind.EPUB: _later("pandoc.office.epub:read_epub"),
    Kind.MODEL_JSON: _later("model_json:read_model_json"),
    **{kind: _later("pandoc.markup.texts:read_text", kind) for kind in TEXTS},
    **{kind: _later("pandoc.markup.xml:read_xml", kind) for kind in XML_TEXTS},
    **{kind: _later("pandoc.office.packaged:read_packaged", kind) for kind in (Kind.PPTX, Kind.XLSX)},
    Kind.NINJS: _later("newsroom.ninjs:read_ninjs"),
    Kind.NITF: _later("newsroom.nitf:read_nitf"),
    Kind.NEWSML: _later("newsroom.newsml:read_newsml"),
    Kind.RSS: _later("newsroom.feeds:read_feed"),
    Kind.ATOM: _later("newsroom.feeds:read_feed"),
    Kind.JSON_FEED: _later("newsroom.jsonfeed:read_json_feed"),
    Kind.WORDPRESS: _later("newsroom.wordpress:read_wordpress"),
    Kind.EMAIL: _read_mail,
}


def read(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles of *source*, by the *rules* for it; SourceError if nothing here reads its kind.

    What it holds chooses the reader, whatever its name says. Its pictures are put into *media*.
    """
    kind = detect(source, report)
    reader = READERS.get(kind)
    if reader is None:
        raise SourceError(
            f"{source.name} is {kind}; this version reads {', '.join(READERS)}",
            "save its text as one of these; plain text (.txt) in UTF-8 always does",
        )
    articles = reader(source, media, report, rules)
    for article in articles:
        check_depth(article, source.name, source.limits.nesting)
    return articles
