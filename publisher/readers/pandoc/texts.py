"""Texts in other markup than Markdown, each read by pandoc's reader for it."""

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.normalise.text.characters import take_out
from publisher.normalise.text.encoding import decode
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.pictures import Pictures, from_folder
from publisher.readers.pandoc.program import parse
from publisher.readers.pandoc.reading import read_parsed
from publisher.readers.pandoc.scene import Scene
from publisher.report import Report

#: Kind → pandoc's format; marks stay as the copy has them, except in TeX, which writes its own by others.
FORMS: dict[Kind, str] = {
    Kind.RST: "rst",
    Kind.LATEX: "latex",
    Kind.ORG: "org-special_strings-citations",
    Kind.ASCIIDOC: "asciidoc",
    Kind.TEXTILE: "textile-smart",
    Kind.MEDIAWIKI: "mediawiki",
    Kind.CSV: "csv",
    Kind.TSV: "tsv",
    Kind.TYPST: "typst",
    Kind.IPYNB: "ipynb",
}


def read_text(kind: Kind, source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, which is of a *kind* in FORMS; none if it is empty, SourceError if it can't be read."""
    _, text = take_out(decode(source, report).text, source.name, report)
    origin = Origin(source.name, text)
    pictures = Pictures(media, report, from_folder(source, report))
    scene = Scene(kind, origin, pictures, Losses(origin), report, rules)
    parsed = parse(text.encode("utf-8", "replace"), FORMS[kind], source.name, is_whole=True, limits=source.limits)
    return read_parsed(parsed, scene)
