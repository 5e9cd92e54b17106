"""The model's own JSON: what `publisher show --json` gives, or the articles alone."""

from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
from msgspec.structs import replace

from publisher.errors import SourceError
from publisher.formats import SCHEMA_VERSION, Source
from publisher.media import SUFFIXES, Media
from publisher.metadata import Value
from publisher.model import Article, Cell, Figure, Image, Link, Paragraph, Span, Text
from publisher.normalise.rules import ALL, Rules
from publisher.normalise.steps import normalise
from publisher.normalise.text.runs import clean_runs
from publisher.readers.depth import check_depth
from publisher.readers.links import safe_target
from publisher.readers.origin import Origin
from publisher.report import Report
from publisher.walk import rebuild

#: The folder beside the source that holds its pictures, as ``<hash>.<ending>``.
FOLDER = "media"
#: Columns or rows that a cell may span.
WIDEST = 1000


def read_model_json(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*: one, a list of them, or a document with ``articles``.

    SourceError names the place (a JSON path) of what the model has no word for. Links and characters are
    looked at as anywhere else.
    """
    articles = _decoded(source)
    for article in articles:
        check_depth(article, source.name)
    origin = Origin(source.name, source.data.decode("utf-8", "replace"))
    if not articles:
        report.add("structure.empty", f"{source.name} holds no article.", origin.where(None))

    def checked(value: Value) -> Value | None:
        match value:
            case Link(target=target):
                safe = safe_target(target, report, origin.where(target))
                return value if safe else Span(value.inlines)
            case Image():
                return _image(value, source, media, origin, report)
            case Text(text=""):
                return None
            case Cell() if not (1 <= value.rowspan <= WIDEST and 1 <= value.colspan <= WIDEST):
                raise SourceError(f"{source.name}: a cell spans less than 1 or more than {WIDEST}", "mend its spans")
            case Figure(image=None):
                return Paragraph(value.caption) if value.caption else None
            case _:
                return value

    return tuple(_finished(rebuild(article, checked), origin, rules, report) for article in articles)


def _finished(article: Article, origin: Origin, rules: Rules, report: Report) -> Article:
    """*article* as the house sets it; what it was written by has found its headline already."""
    article = clean_runs(article, origin.where, report, rules)
    found = Report()
    article = normalise(article, rules, found)
    report.extend(origin.placed(finding) for finding in found.findings)
    return article


def _decoded(source: Source) -> tuple[Article, ...]:
    try:
        found: Any = msgspec.json.decode(source.data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SourceError(f"{source.name}: is no JSON: {error}", "write it anew by `publisher show --json`") from None
    if isinstance(found, dict) and "articles" in found:
        version = found.get("schemaVersion", SCHEMA_VERSION)
        if version != SCHEMA_VERSION:
            raise SourceError(f"{source.name}: has schemaVersion {version}", f"this program reads {SCHEMA_VERSION}")
        found = found["articles"]
    try:
        return msgspec.convert(found if isinstance(found, list) else [found], tuple[Article, ...])
    except msgspec.ValidationError as error:
        hint = "docs/model.schema.json says what an article may hold"
        raise SourceError(f"{source.name}: is no article: {error}", hint) from None
    except RecursionError:
        raise SourceError(f"{source.name}: is nested too deep", "make it flatter") from None


def _image(image: Image, source: Source, media: Media, origin: Origin, report: Report) -> Image | None:
    """The picture under the name that the store gives it; None, with a finding, if it can't be had."""
    where = origin.where(image.media)
    if not image.alt and not image.decorative:
        hint = "give it alt, or say decorative: true"
        report.add("media.no-alt", f"{image.media[:12]}… has no alternative text", where, hint)
    if image.media in media:
        return image
    data = _bytes(image.media, source)
    if data is None:
        hint = f"put it into the folder {FOLDER} beside the source, as <hash>.jpg, .png or .svg"
        report.add("media.missing", f"{image.media[:80]} isn't there", where, hint)
        return None
    name = media.add(data, image.media, report, where)
    return replace(image, media=name) if name else None


def _bytes(name: str, source: Source) -> bytes | None:
    if source.folder is None or not name.isalnum():
        return None
    folder: Path = source.folder / PurePosixPath(source.name).parent / FOLDER
    paths = (folder / f"{name}{suffix}" for suffix in SUFFIXES.values())
    inside = source.folder.resolve()
    found = next((path for path in paths if path.is_file() and path.resolve().is_relative_to(inside)), None)
    return found.read_bytes() if found else None
