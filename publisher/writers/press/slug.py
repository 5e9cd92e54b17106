"""The slug line outside the bleed: page, title, number, date, press; set in the theme's own letters, on every plate."""

import io
from html import escape
from typing import NamedTuple
from xml.etree import ElementTree

import pikepdf

from publisher.fonts import advances, stack
from publisher.metadata import BulletinMetadata
from publisher.report import Report
from publisher.theme.loading import font_path
from publisher.theme.tokens import Theme
from publisher.words import words_for
from publisher.writers.operations import IDENTITY, numbers, operations
from publisher.writers.pages.engine import LOCK, lay_out_pages
from publisher.writers.placement import content
from publisher.writers.press.content import Operation, rewrite
from publisher.writers.press.inks import Ink, Values
from publisher.writers.press.marks import ALL, INSET
from publisher.writers.press.sheets import MM, Sheet
from publisher.writers.press.spaces import Space

#: Type size, pt, and the line's height.
SIZE, LINE = 5.5, 8.0
#: Room for “400/400” before the line, and for the target after it, mm.
NUMBER, TARGET = 9.0, 4.0
#: The name that a page's resources give the slug line and its font.
NAME, FONT = "PressSlug", "PressFont"
_FIGURES = "0123456789/"
#: The layout engine draws in pixels of 1/96 inch.
_PX = 0.75


class Slug(NamedTuple):
    """The line as a form with its *baseline*, and what page numbers are set with: the font, each figure's glyph."""

    form: pikepdf.Object
    font: pikepdf.Object
    glyphs: dict[str, str]
    baseline: float


class _EveryPlate:
    """All colours are that of every plate."""

    device = pikepdf.Name.DeviceCMYK

    def ink(self, space: Space, values: Values) -> Ink:  # noqa: ARG002 - whatever the colour
        return Ink(f"/{ALL} cs 1 scn".encode(), f"/{ALL} CS 1 SCN".encode())

    def ramp(self, space: Space, first: Values, last: Values) -> list[Values]:  # noqa: ARG002 - whatever the colours
        return [(1.0,), (1.0,)]


def slug_parts(metadata: BulletinMetadata, theme: Theme, profile: str) -> tuple[str, ...]:
    """What the line says, the most needed first: title, number, date, condition, standard, profile."""
    number = words_for(metadata.language).numbered(metadata.number)
    date = metadata.date.isoformat() if metadata.date else ""
    parts = (metadata.title, number, date, theme.press.condition, theme.press.standard, profile)
    return tuple(part for part in parts if part)


def set_slug(
    pdf: pikepdf.Pdf, parts: tuple[str, ...], sheet: Sheet, theme: Theme, colour: pikepdf.Object, report: Report
) -> Slug:
    """The line laid out like the pages, so that every script stands as it should, and its figures for page numbers."""
    width = sheet.width / 2 - (INSET + NUMBER + TARGET) * MM
    families = stack(theme, theme.role.running_foot.family)
    css = (
        f"@page {{ size: {width:.2f}pt {3 * LINE:g}pt; margin: 0 }} html, body, p {{ margin: 0 }}"
        f'p {{ font: {SIZE:g}pt/{LINE:g}pt {families}; font-feature-settings: "lnum", "tnum"; white-space: nowrap }}'
    )
    # The figures stand on a line of their own, below what the form shows.
    tree = ElementTree.fromstring(  # noqa: S314 - our own markup
        f"<html><body><p>{escape(_fitting(parts, width, theme), quote=False)}</p><p>{_FIGURES}</p></body></html>"
    )
    document = lay_out_pages(tree, css, theme, {}, report)
    with LOCK:
        drawn = document.write_pdf(uncompressed_pdf=True)
    with pikepdf.open(io.BytesIO(drawn)) as source:
        return _slug(pdf, source.pages[0], width, colour)


def _fitting(parts: tuple[str, ...], width: float, theme: Theme) -> str:
    """The parts that have room, the last ones left out; of a title that is too long by itself, its beginning."""
    advance = advances(font_path(theme.family[theme.role.running_foot.family].regular))

    def fits(words: str) -> bool:
        return sum(advance.get(ord(character), 1.0) for character in words) * SIZE <= width

    for number in range(len(parts), 0, -1):
        if fits(line := " · ".join(parts[:number])):
            return line
    length = len(parts[0])
    while length and not fits(parts[0][:length] + "…"):
        length -= 1
    return parts[0][:length] + "…"


def _slug(pdf: pikepdf.Pdf, page: pikepdf.Page, width: float, colour: pikepdf.Object) -> Slug:
    figures = _figures(content(page.obj))
    resources = pdf.copy_foreign(page.obj.Resources)
    resources.ColorSpace = pikepdf.Dictionary({f"/{ALL}": colour})
    form = pdf.make_stream(rewrite(figures.rest, page.obj.Resources, IDENTITY, _EveryPlate(), None, over=False))
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = pikepdf.Array([0, 2 * LINE, round(width, 2), 3 * LINE])
    form.Resources = resources
    # The line shown stands one line above that of the figures.
    return Slug(form, resources.Font[figures.font], figures.glyphs, 3 * LINE - (figures.baseline - LINE))


class _Figures(NamedTuple):
    """The last line drawn: its font's name, its baseline (pt from the top), its glyphs; and the content without it."""

    font: str
    baseline: float
    glyphs: dict[str, str]
    rest: bytes


def _figures(data: bytes) -> _Figures:
    last: dict[bytes, Operation] = {operation[2]: operation for operation in operations(data)}
    font = last[b"Tf"][1].split()[0].decode("latin-1")
    shown = last[b"TJ"]
    digits = "".join(part.split(b">")[0].decode() for part in shown[1].split(b"<")[1:])
    glyphs = {figure: digits[4 * at : 4 * at + 4] for at, figure in enumerate(_FIGURES)}
    return _Figures(font, numbers(last[b"Tm"][1])[-1] * _PX, glyphs, data[: shown.start()] + data[shown.end() :])


def slug_line(slug: Slug, sheet: Sheet, number: int, pages: int) -> bytes:
    """What a page's content draws of the slug: its number, then the line."""
    x, baseline = sheet.origin + INSET * MM, (sheet.slug - SIZE) / 2
    glyphs = "".join(slug.glyphs[figure] for figure in f"{number}/{pages}")
    return (
        f"q /{ALL} cs 1 scn BT /{FONT} {SIZE:g} Tf 1 0 0 1 {x:.3f} {baseline:.3f} Tm <{glyphs}> Tj ET Q\n"
        f"q 1 0 0 1 {x + NUMBER * MM:.3f} {baseline - slug.baseline:.3f} cm /{NAME} Do Q\n"
    ).encode()
