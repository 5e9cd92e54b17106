"""Texts in other markup than Markdown, each read by pandoc's reader for it."""

import re

from msgspec.structs import replace

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.normalise.text.characters import take_out
from publisher.normalise.text.encoding import decode
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.matter import ALIASES, READ
from publisher.readers.pandoc.conversion.pictures import Pictures, from_folder
from publisher.readers.pandoc.document import MetaBlocks, MetaInlines
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.program import Parsed, UnreadableError, parse
from publisher.readers.pandoc.reading import read_parsed
from publisher.readers.pandoc.scene import Scene
from publisher.readers.wire import read_wire
from publisher.report import Report, Where

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
#: The macro that pandoc's own LaTeX has around every picture, and its reader doesn't know.
_BOUND = re.compile(r"\\pandocbounded\{(\\includegraphics(?:\[[^\]]*\])?\{[^{}]*\})\}")


def read_text(kind: Kind, source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, which is of a *kind* in FORMS; none if it is empty, SourceError if it can't be read."""
    _, text = take_out(decode(source, report).text, source.name, report)
    origin = Origin(source.name, text)
    pictures = Pictures(media, report, from_folder(source, report))
    scene = Scene(kind, origin, pictures, Losses(origin), report, rules)
    if kind is Kind.LATEX:
        text = _BOUND.sub(r"\1", text)
    data = text.encode("utf-8", "replace")
    try:
        parsed = parse(data, FORMS[kind], source.name, is_whole=True, limits=source.limits)
    except UnreadableError as error:
        return _as_plain_copy(source, media, report, rules, error)
    return read_parsed(_with_fields(parsed) if kind is Kind.RST else parsed, scene)


def _as_plain_copy(
    source: Source, media: Media, report: Report, rules: Rules, error: UnreadableError
) -> tuple[Article, ...]:
    """The text of *source* with its markup as it stands; what only misses a file that it asks for stays refused."""
    if "not found" in error.said:
        raise error
    report.add(
        "pandoc.unread", f"{error.message}; it is read as plain copy", Where(source.name), "mend its markup there"
    )
    return read_wire(source, media, report, rules)


def _with_fields(parsed: Parsed) -> Parsed:
    """The fields above a text that front matter has no key for as a list in it: a version, a contact."""
    meta = parsed.document.meta
    known = {key: value for key, value in meta.items() if ALIASES.get(key, key) in READ}
    fields = tuple(
        ((tree.Str(key),), (value.c if isinstance(value, MetaBlocks) else (tree.Para(value.c),),))
        for key, value in meta.items()
        if key not in known and isinstance(value, MetaInlines | MetaBlocks)
    )
    if not fields:
        return parsed
    blocks = (tree.DefinitionList(fields), *parsed.document.blocks)
    return parsed._replace(document=replace(parsed.document, meta=known, blocks=blocks))
