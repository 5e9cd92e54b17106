"""The laid-out pages finished for the press: PDF/X in its inks, with bleed, marks and output intent.

Drawn plainly by the layout engine, then rewritten as it stands: content (`content`), what it draws with
(`resources`, `shadings`), pictures (`pictures`); every colour through `inks` and `profile`.
"""

import io
from collections.abc import Iterable

import pikepdf

from publisher.media import Media
from publisher.model import Bulletin
from publisher.profiles import coated_profile
from publisher.report import Report, Where
from publisher.theme.tokens import Theme
from publisher.writers.layout import Layout, lay_out
from publisher.writers.pages.engine import LOCK
from publisher.writers.placement import find_placements
from publisher.writers.press.embedded import Embedded
from publisher.writers.press.inks import Inks
from publisher.writers.press.intent import check_condition, set_intent
from publisher.writers.press.marks import ALL, draw_marks, registration
from publisher.writers.press.metadata import describe_print
from publisher.writers.press.pictures import convert_pictures
from publisher.writers.press.profile import PressProfile, open_press
from publisher.writers.press.resources import convert_pages
from publisher.writers.press.sheets import (
    MM,
    SLUG,
    Sheet,
    add_resources,
    keep_outline,
    move_patterns,
    read_sheet,
    set_boxes,
)
from publisher.writers.press.slug import FONT, NAME, set_slug, slug_line, slug_parts
from publisher.writers.press.standard import keep_standard, save_print


def write_print(bulletin: Bulletin, theme: Theme, media: Media, layout: Layout | None, report: Report) -> bytes:
    """The print PDF by the standard that the theme's press asks for.

    A ConfigurationError says what stands in the way of it, and where.
    """
    pages = layout or lay_out(bulletin, theme, media, report)
    with LOCK:
        drawn = pages.document.copy().write_pdf(uncompressed_pdf=True)
    files = [media[name].data for name in media]
    return finish(drawn, bulletin, theme, report, [*files, theme.marks.logo] if theme.marks.logo else files)


def finish(drawn: bytes, bulletin: Bulletin, theme: Theme, report: Report, files: Iterable[bytes] = ()) -> bytes:
    """The engine's plain PDF *drawn* as a file for the press; *files* are those of its pictures, for their profiles."""
    press = theme.press
    data = press.profile or coated_profile()
    profile = open_press(data, press.max_ink)
    check_condition(press, data, report)
    _check_colours(theme, profile, report)
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        inks, placements = Inks(profile, theme.colour.values()), find_placements(pdf)
        bodies = convert_pages(pdf, inks, placements, press.overprint)
        convert_pictures(pdf, inks, placements, Embedded(files), report)
        sheets = [read_sheet(page, theme.page.bleed * MM, SLUG * MM if press.marks else 0.0) for page in pdf.pages]
        line = slug_parts(bulletin.metadata, theme, profile.description)
        beside = _marks(pdf, sheets, line, theme, report) if press.marks else [b""] * len(sheets)
        _place(pdf, sheets, bodies, beside)
        _withdraw(pdf, press.bookmarks, sheets[0].shift)
        keep_standard(pdf, press.standard, data)
        set_intent(pdf, press, data, profile.description)
        describe_print(pdf, bulletin.metadata, press.standard)
        return save_print(pdf, press.standard)


def _check_colours(theme: Theme, profile: PressProfile, report: Report) -> None:
    """A finding for each colour of the theme that has more ink than the press allows."""
    for name, colour in theme.colour.items():
        if sum(colour.cmyk) > profile.limit:
            report.add(
                "print.ink",
                f"colour.{name} has {sum(colour.cmyk):g} % of ink; it was held to the press's {profile.limit:g} %",
                Where(file="theme.toml"),
                "take a colour with less ink, or raise max_ink under [print] if the print shop agrees",
            )


def _place(pdf: pikepdf.Pdf, sheets: list[Sheet], bodies: tuple[bytes, ...], beside: list[bytes]) -> None:
    """Puts each page's content onto its sheet, and what stands *beside* it."""
    move_patterns(pdf, sheets[0].shift)
    for page, sheet, body, marks in zip(pdf.pages, sheets, bodies, beside, strict=True):
        set_boxes(page, sheet)
        page.obj.Contents = pdf.make_stream(sheet.framed(body) + marks)


def _marks(pdf: pikepdf.Pdf, sheets: list[Sheet], line: tuple[str, ...], theme: Theme, report: Report) -> list[bytes]:
    """What draws the marks and the slug *line* beside each page; pages get the means to draw it."""
    colour = registration(pdf)
    slug = set_slug(pdf, line, min(sheets, key=lambda sheet: sheet.width), theme, colour, report)
    forms = {sheet: draw_marks(pdf, sheet, colour) for sheet in dict.fromkeys(sheets)}
    beside = []
    for number, (page, sheet) in enumerate(zip(pdf.pages, sheets, strict=True), 1):
        name = f"PressMarks{list(forms).index(sheet)}"
        add_resources(page, {"/XObject": {name: forms[sheet], NAME: slug.form}, "/Font": {FONT: slug.font}})
        add_resources(page, {"/ColorSpace": {ALL: colour}})
        beside.append(f"/{name} Do\n".encode() + slug_line(slug, sheet, number, len(sheets)))
    return beside


def _withdraw(pdf: pikepdf.Pdf, bookmarks: bool, shift: tuple[float, float]) -> None:
    """Takes out what acts or is named; of the outline, if it stays, the places it leads to are moved."""
    if not bookmarks and "/Outlines" in pdf.Root:
        del pdf.Root["/Outlines"]
    keep_outline(pdf, shift)
    for key in ("/AcroForm", "/OpenAction", "/AA", "/Names", "/Dests", "/URI", "/PageMode"):
        if key in pdf.Root:
            del pdf.Root[key]
