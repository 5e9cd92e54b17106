"""The DOCX writer: named Word styles out of the theme, the body written straight, no template.

The package is made by us; python-docx then opens it, sets the core properties and takes the logo in.
"""

import io

import docx
from docx.document import Document
from docx.image.image import Image
from docx.shared import Length, Pt

from publisher.media import Media
from publisher.metadata import BulletinMetadata
from publisher.model import Bulletin
from publisher.normalise.language.detection import direction
from publisher.report import Report
from publisher.theme.tokens import Theme
from publisher.writers.docx.apparatus import apparatus
from publisher.writers.docx.catalogue import style_roles
from publisher.writers.docx.document import document_part, is_covered
from publisher.writers.docx.elements import serialised
from publisher.writers.docx.margins import margin_part, margins
from publisher.writers.docx.package import Part, base_package, packed
from publisher.writers.docx.palette import theme_part
from publisher.writers.docx.pictures import LOGO
from publisher.writers.docx.properties import core_part, custom_part, extended_part, set_core
from publisher.writers.docx.runs import Ground
from publisher.writers.docx.settings import settings_part
from publisher.writers.docx.styles import styles_part
from publisher.writers.docx.typefaces import font_table, slots
from publisher.writers.layout import Layout

#: A logo is at most this many grid lines high.
LOGO_LINES = 3


def write_docx(bulletin: Bulletin, theme: Theme, media: Media, layout: Layout | None, report: Report) -> bytes:
    """The bulletin as DOCX; the same bulletin, theme and pages give the same bytes."""
    metadata = bulletin.metadata
    language = metadata.language
    ground = Ground(theme, slots(theme, language), language, direction(language), style_roles(theme))
    made = apparatus(bulletin, theme, media, report)
    body = document_part(bulletin, layout, made, ground)
    parts = (
        Part("word/styles.xml", "styles", serialised(styles_part(ground))),
        Part("word/settings.xml", "settings", serialised(settings_part(theme, language, bool(made.notes)))),
        Part("word/fontTable.xml", "fontTable", serialised(font_table(theme, ground.others))),
        Part("word/theme/theme1.xml", "theme", theme_part(theme)),
        *(
            Part(margin.name, margin.kind, serialised(margin_part(margin, bulletin, ground)))
            for margin in margins(theme, is_covered(bulletin, theme), bool(metadata.proof))
        ),
        *made.parts(theme),
    )
    properties = (
        Part("docProps/core.xml", "core-properties", core_part()),
        Part("docProps/app.xml", "extended-properties", extended_part(metadata)),
        Part("docProps/custom.xml", "custom-properties", custom_part(metadata)),
    )
    pictures = tuple(made.pictures.parts())
    relations = (made.text, made.noted) if made.notes else (made.text,)
    document = docx.Document(base_package(serialised(body), parts, properties, pictures, relations))
    set_core(document.core_properties, metadata)
    if theme.marks.logo:
        _place_logo(document, theme.marks.logo, metadata, theme)
    return packed(document)


def _place_logo(document: Document, logo: bytes, metadata: BulletinMetadata, theme: Theme) -> None:
    """Sets the logo into the paragraph that waits for it, named like the publisher."""
    paragraph = next(
        paragraph for paragraph in document.paragraphs if paragraph.style and paragraph.style.style_id == "Logo"
    )
    height: Length = min(Image.from_blob(logo).height, Pt(LOGO_LINES * theme.page.baseline))
    inline = document.part.new_pic_inline(io.BytesIO(logo), height=height)
    inline.docPr.set("id", str(LOGO))
    inline.docPr.set("descr", metadata.publisher or metadata.title)
    paragraph.add_run().element.add_drawing(inline)
