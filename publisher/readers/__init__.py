"""Readers: the bytes of a source to its articles."""

from collections.abc import Callable

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


# Each reader of markup is loaded when it is first needed: most copy is plain, and `show` should stay quick.


def _read_markdown(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.pandoc.markup.markdown import read_markdown

    return read_markdown(source, media, report, rules)


def _read_html(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.pandoc.markup.html import read_html

    return read_html(source, media, report, rules)


def _read_docx(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.pandoc.office.docx import read_docx

    return read_docx(source, media, report, rules)


def _read_model_json(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.model_json import read_model_json

    return read_model_json(source, media, report, rules)


def _read_ninjs(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.newsroom.ninjs import read_ninjs

    return read_ninjs(source, media, report, rules)


def _read_nitf(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.newsroom.nitf import read_nitf

    return read_nitf(source, media, report, rules)


def _read_newsml(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.newsroom.newsml import read_newsml

    return read_newsml(source, media, report, rules)


def _read_feed(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.newsroom.feeds import read_feed

    return read_feed(source, media, report, rules)


def _read_json_feed(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.newsroom.jsonfeed import read_json_feed

    return read_json_feed(source, media, report, rules)


def _read_wordpress(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.newsroom.wordpress import read_wordpress

    return read_wordpress(source, media, report, rules)


def _read_mail(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.newsroom.mail import read_mail

    return read_mail(source, media, report, rules, read)


def _reader_of_text(kind: Kind) -> Reader:
    def read_it(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
        from publisher.readers.pandoc.markup.texts import read_text

        return read_text(kind, source, media, report, rules)

    return read_it


def _reader_of_xml(kind: Kind) -> Reader:
    def read_it(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
        from publisher.readers.pandoc.markup.xml import read_xml

        return read_xml(kind, source, media, report, rules)

    return read_it


def _reader_of_packages(kind: Kind) -> Reader:
    def read_it(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
        from publisher.readers.pandoc.office.packaged import read_packaged

        return read_packaged(kind, source, media, report, rules)

    return read_it


def _read_odt(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.pandoc.office.odt import read_odt

    return read_odt(source, media, report, rules)


def _read_old_word(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.old_word import read_old_word

    return read_old_word(source, media, report, rules)


def _read_rtf(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.rtf.reader import read_rtf

    return read_rtf(source, media, report, rules)


def _read_epub(source: Source, media: Media, report: Report, rules: Rules) -> tuple[Article, ...]:
    from publisher.readers.pandoc.office.epub import read_epub

    return read_epub(source, media, report, rules)


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
    Kind.MARKDOWN: _read_markdown,
    Kind.HTML: _read_html,
    Kind.DOCX: _read_docx,
    Kind.DOC: _read_old_word,
    Kind.ODT: _read_odt,
    Kind.RTF: _read_rtf,
    Kind.EPUB: _read_epub,
    Kind.MODEL_JSON: _read_model_json,
    **{kind: _reader_of_text(kind) for kind in TEXTS},
    **{kind: _reader_of_xml(kind) for kind in XML_TEXTS},
    **{kind: _reader_of_packages(kind) for kind in (Kind.PPTX, Kind.XLSX)},
    Kind.NINJS: _read_ninjs,
    Kind.NITF: _read_nitf,
    Kind.NEWSML: _read_newsml,
    Kind.RSS: _read_feed,
    Kind.ATOM: _read_feed,
    Kind.JSON_FEED: _read_json_feed,
    Kind.WORDPRESS: _read_wordpress,
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
