"""The DOCX writer: named Word styles out of the theme, the body written straight, no template.

The package is made by us; python-docx then opens it, sets the core properties and takes the logo in.
"""

import io
from collections.abc import Iterator
from itertools import chain

import docx
import msgspec
from docx.document import Document
from docx.image.image import Image
from docx.shared import Length, Pt

from publisher.media import Media
from publisher.metadata import BulletinMetadata
from publisher.model import Bulletin
from publisher.normalise.language.detection import direction
from publisher.report import Report
from publisher.theme.tokens import Theme
from publisher.writers.docx.elements import serialised
from publisher.writers.docx.images.pictures import LOGO
from publisher.writers.docx.look.catalogue import style_roles
from publisher.writers.docx.look.embedding import FONT_TABLE, Embedding, embedding
from publisher.writers.docx.look.palette import theme_part
from publisher.writers.docx.look.styles import styles_part
from publisher.writers.docx.look.typefaces import font_table, slots
from publisher.writers.docx.parts.document import document_part
from publisher.writers.docx.parts.margins import article_heads, margin_part, margins
from publisher.writers.docx.parts.package import Part, base_package, packed
from publisher.writers.docx.parts.properties import core_part, custom_part, extended_part, set_core
from publisher.writers.docx.parts.settings import settings_part
from publisher.writers.docx.text.apparatus import Apparatus, apparatus
from publisher.writers.docx.text.runs import Ground
from publisher.writers.layout import Layout

#: A logo is at most this many grid lines high.
LOGO_LINES = 3


def write_docx(bulletin: Bulletin, theme: Theme, media: Media, layout: Layout | None, report: Report) -> bytes:
    """The bulletin as DOCX; the same bulletin, theme and pages give the same bytes."""
    covered = len(bulletin.articles) >= theme.form.cover_from
    theme = _as_copy(theme, covered)
    metadata = bulletin.metadata
    language = metadata.language
    ground = Ground(theme, slots(theme, language), language, direction(language), style_roles(theme), covered)
    made, fonts = apparatus(bulletin, theme, media, report), embedding(bulletin, theme, report)
    body = document_part(bulletin, layout, made, ground)
    parts = (*_look(ground, made, fonts), *_margins(bulletin, ground), *made.parts(theme))
    properties = (
        Part("docProps/core.xml", "core-properties", core_part()),
        Part("docProps/app.xml", "extended-properties", extended_part(metadata)),
        Part("docProps/custom.xml", "custom-properties", custom_part(bulletin)),
    )
    beside = (*made.pictures.parts(), *fonts.parts)
    relations = [made.text, *([made.noted] if made.notes else []), *([fonts.relations] if fonts.parts else [])]
    document = docx.Document(base_package(serialised(body), parts, properties, beside, relations))
    set_core(document.core_properties, metadata)
    if theme.marks.logo:
        _place_logo(document, theme.marks.logo, metadata, theme)
    return packed(document)


def _as_copy(theme: Theme, covered: bool) -> Theme:
    """The theme in as many columns as the document is to have; behind a cover the contents have a page to fill."""
    columns = theme.docx.columns or theme.page.columns
    copy = msgspec.structs.replace(theme, page=msgspec.structs.replace(theme.page, columns=columns))
    if not covered:
        return copy
    headline, align = theme.role.headline, theme.role.contents_title.align
    title = msgspec.structs.replace(headline, after=headline.after + 2, align=align)
    entry = msgspec.structs.replace(theme.role.contents_entry, after=theme.role.contents_entry.after + 1)
    roles = msgspec.structs.replace(theme.role, contents_title=title, contents_entry=entry)
    return msgspec.structs.replace(copy, role=roles)


def _look(ground: Ground, made: Apparatus, fonts: Embedding) -> Iterator[Part]:
    """What everything in the document looks like."""
    theme = ground.theme
    settings = settings_part(theme, ground.language, bool(made.notes), bool(fonts.parts))
    yield Part("word/styles.xml", "styles", serialised(styles_part(ground)))
    yield Part("word/settings.xml", "settings", serialised(settings))
    yield Part(FONT_TABLE, "fontTable", serialised(font_table(theme, ground.others, fonts.faces)))
    yield Part("word/theme/theme1.xml", "theme", theme_part(theme))


def _margins(bulletin: Bulletin, ground: Ground) -> Iterator[Part]:
    """Its heads and feet."""
    found = (margins(bulletin, ground.theme, ground.covered), article_heads(bulletin, ground.theme, ground.covered))
    shared, own = found
    for margin in (*shared, *chain(*own.values())):
        yield Part(margin.name, margin.kind, serialised(margin_part(margin, bulletin.metadata, ground)))


def _place_logo(document: Document, logo: bytes, metadata: BulletinMetadata, theme: Theme) -> None:
    """Sets the logo into the paragraph that waits for it, named like the publisher."""
    paragraph = next(
        paragraph
        for paragraph in document.paragraphs
        if paragraph.style and paragraph.style.style_id in ("Logo", "Emblem")
    )
    height: Length = min(Image.from_blob(logo).height, Pt(LOGO_LINES * theme.page.baseline))
    inline = document.part.new_pic_inline(io.BytesIO(logo), height=height)
    inline.docPr.set("id", str(LOGO))
    inline.docPr.set("descr", metadata.publisher or metadata.title)
    paragraph.add_run().element.add_drawing(inline)
