"""Markdown, as pandoc knows it, with front matter in YAML or TOML."""

import re
import tomllib
from typing import NamedTuple

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.normalise.text.characters import take_out
from publisher.normalise.text.encoding import decode
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc.conversion.articles import read_articles
from publisher.readers.pandoc.conversion.matter import Value, read_matter, toml_value
from publisher.readers.pandoc.conversion.pictures import Pictures, from_folder
from publisher.readers.pandoc.conversion.plain import plain_values
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.program import Parsed, UnreadableError, parse
from publisher.readers.pandoc.remarks import tell_remarks
from publisher.readers.pandoc.scene import Scene
from publisher.report import Report

#: pandoc's Markdown, but the copy's own marks stay as they are, @names are no citations and a
#: backslash is no TeX.
FORM = "markdown-smart-citations-raw_tex-latex_macros"

_FENCE = re.compile(r"\+\+\+[ \t]*\n")
_FENCED = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_YAML_FAULT = re.compile(r"YAML parse exception at line (\d+), column (\d+)")
_YAML_BLOCK = re.compile(r"YAML metadata at \(line (\d+),")


class _Parted(NamedTuple):
    """Front matter in TOML, and the text, its lines numbered as they were."""

    values: dict[str, Value]
    text: str


def read_markdown(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, none if it is empty; SourceError if it can't be read."""
    _, text = take_out(decode(source, report).text, source.name, report)
    parted = _part(text, source.name)
    origin = Origin(source.name, text)
    scene = Scene(
        Kind.MARKDOWN, origin, Pictures(media, report, from_folder(source, report)), Losses(origin), report, rules
    )
    parsed = _parse(parted.text, source)
    tell_remarks(parsed.remarks, scene)
    matter = read_matter(plain_values(parsed.document.meta, scene) | parted.values, scene)
    return read_articles(parsed.document.blocks, matter, scene._replace(language=matter.metadata.language))


def _part(text: str, name: str) -> _Parted:
    if not _FENCE.match(text):
        return _Parted({}, text)
    fenced = _FENCED.match(text)
    if fenced is None:
        raise SourceError(f"{name}:1: the front matter never ends", "close it by a line of +++")
    try:
        values = tomllib.loads(fenced[1])
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        where = f"{name}:{int(place[1]) + 1}:{place[2]}" if place else f"{name}:1"
        what = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise SourceError(f"{where}: the front matter is not valid TOML: {what}", 'write headline = "…"') from None
    blank = "\n" * fenced[0].count("\n")
    return _Parted({key: toml_value(value) for key, value in values.items()}, blank + text[fenced.end() :])


def _parse(text: str, source: Source) -> Parsed:
    name = source.name
    try:
        return parse(text.encode("utf-8", "replace"), FORM, name, limits=source.limits)
    except UnreadableError as error:
        fault, block = _YAML_FAULT.search(error.said), _YAML_BLOCK.search(error.said)
        if fault is None or block is None:
            raise
        raise SourceError(
            f"{name}:{int(block[1]) + int(fault[1])}:{fault[2]}: the front matter is not valid YAML: {error.reason}",
            'a value with a colon stands in quotes: headline: "One: two"',
        ) from None
