"""The cover image: what a library shows of the bulletin, drawn in the theme's own type."""

import io
from typing import NamedTuple

from PIL import Image, ImageColor, ImageDraw

from publisher.metadata import BulletinMetadata
from publisher.model import Article, Bulletin
from publisher.normalise.language.detection import direction
from publisher.theme.tokens import Role, Theme
from publisher.words import long_date, stamp, words_for
from publisher.writers.epub.documents import COVER_HEADLINES, cover_title, name_of
from publisher.writers.epub.lettering import Lettering, draw, fitted, is_drawable, is_joined, lettering, width

#: Pixels; libraries show covers 3 : 4.
WIDTH, HEIGHT = 1200, 1600
MARGIN = 84
MEASURE = WIDTH - 2 * MARGIN
FOOT = HEIGHT - MARGIN
HAIRLINE, RULE, SPACE, GAP = 2, 9, 14, 40
#: Pixels a point. A cover is looked at small: its furniture is larger than a page's.
SCALE = 3.5
#: How much smaller than its role a text may become to fit.
LEAST = 0.4
PAPER, INK = "#ffffff", "#000000"
#: Shades of each ink in the palette, for the edges of letters.
SHADES = 12
#: Colours of the palette of a cover with a publisher's mark.
COLOURS = 128


class Rows(NamedTuple):
    """A text broken into lines; *leading* is a multiple of the size."""

    lines: list[str]
    style: Lettering
    align: str
    leading: float
    ink: str

    @property
    def line_height(self) -> float:
        """Height of a line, in pixels."""
        return self.style.size * self.leading

    @property
    def height(self) -> float:
        """Height of all lines, in pixels."""
        return self.line_height * len(self.lines)


def cover_image(bulletin: Bulletin, theme: Theme) -> bytes | None:
    """The cover as PNG, 1200 by 1600 pixels; None where the theme has no font for its title: better none than mute."""
    sheet = Sheet(theme, bulletin.metadata.language)
    if not sheet.can_show(cover_title(bulletin.metadata, theme), theme.role.cover_title):
        return None
    sheet.stamp(stamp(bulletin.metadata))
    sheet.masthead(bulletin.metadata)
    for number, article in enumerate(bulletin.articles[:COVER_HEADLINES]):
        name = name_of(article, bulletin.metadata)
        sheet.lead(article, name, first=number == 0, alone=len(bulletin.articles) == 1)
    return sheet.png()


class Sheet:
    """A sheet filled from the top; *y* is where the next thing goes, in pixels."""

    def __init__(self, theme: Theme, tag: str) -> None:
        self.theme, self.tag = theme, tag
        self.image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        self.canvas = ImageDraw.Draw(self.image)
        accent = theme.colour.get("accent", theme.colour[theme.role.kicker.colour]).rgb
        self.canvas.rectangle((0, HEIGHT - MARGIN // 2, WIDTH, HEIGHT), accent)
        self.y = float(MARGIN)

    def can_show(self, words: str, role: Role) -> bool:
        """Whether the theme's fonts have the letters of *words*."""
        return is_drawable(words, lettering(role, self.theme, role.size, self.tag).faces)

    def png(self) -> bytes:
        """The sheet as PNG with a palette: of its inks, or of what a mark brings in."""
        buffer = io.BytesIO()
        if self.theme.marks.logo:
            flat = self.image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        else:
            flat = self.image.quantize(palette=self._palette(), dither=Image.Dither.NONE)
        flat.save(buffer, "PNG", compress_level=6)
        return buffer.getvalue()

    def _palette(self) -> Image.Image:
        """Paper, and every ink of the theme in shades up to it."""
        inks = sorted({INK, *(colour.rgb for colour in self.theme.colour.values())})
        shades = [255, 255, 255]
        for red, green, blue in (ImageColor.getrgb(ink)[:3] for ink in inks):
            for shade in range(SHADES):
                shades += [round(channel + (255 - channel) * shade / SHADES) for channel in (red, green, blue)]
        palette = Image.new("P", (1, 1))
        palette.putpalette(shades[: 3 * 256])
        return palette

    def stamp(self, words: str) -> None:
        """What makes a proof of it, over everything else."""
        if words:
            role = self.theme.role.kicker
            self._set(self._rows(words, role, SCALE, 2, self.tag))
            self.y += SPACE

    def masthead(self, metadata: BulletinMetadata) -> None:
        """Folio line, mark, senders, title and subtitle, between rules where the theme has one over its folio line."""
        role = self.theme.role
        self._rule(RULE)
        self._folio(words_for(self.tag).numbered(metadata.number), long_date(metadata.date, self.tag))
        self._rule(HAIRLINE)
        self._logo()
        if self.theme.form.opening == "letterhead":
            for sender in metadata.letterhead:
                self._set(self._rows(sender.name, role.sender, SCALE, 2, sender.language))
                self.y += SPACE
        words = cover_title(metadata, self.theme)
        one, two = (self._rows(words, role.cover_title, SCALE, lines, self.tag) for lines in (1, 2))
        # A short title stands on one line, as a masthead does, unless it would be much smaller there.
        self._set(one if one.style.size > 0.6 * two.style.size else two)
        if metadata.subtitle:
            self._set(self._rows(metadata.subtitle, role.cover_subtitle, SCALE, 2, self.tag))
        self.y += GAP
        self._rule(HAIRLINE)

    def lead(self, article: Article, name: str, first: bool, alone: bool) -> None:
        """An article's kicker and *name*, the first one larger, if there is room; *alone*, its standfirst too."""
        role, metadata, tag = self.theme.role, article.metadata, article.metadata.language or self.tag
        if not self.can_show(name, role.headline):
            return
        scale, lines = (SCALE * (1.6 if alone else 1.2), 5) if first else (SCALE * 0.7, 3)
        blocks = [self._rows(name, role.headline, scale, lines, tag)]
        if metadata.kicker:
            blocks.insert(0, self._rows(metadata.kicker, role.kicker, SCALE, 1, tag))
        if metadata.standfirst and alone:
            blocks.append(self._rows(metadata.standfirst, role.standfirst, SCALE, 6, tag))
        if self.y + 2 * GAP + sum(block.height + SPACE for block in blocks) > FOOT:
            return
        if not first:
            self.y += GAP
            self._rule(HAIRLINE)
        self.y += GAP
        for block in blocks:
            self._set(block)
            self.y += SPACE

    def _rows(self, words: str, role: Role, scale: float, lines: int, tag: str) -> Rows:
        words = words if self.can_show(words, role) else ""
        style, found = fitted(words, lettering(role, self.theme, role.size * scale, tag), MEASURE, lines, LEAST)
        # Marks above and below joined letters need more room than Latin display lines leave.
        leading = max(role.relative_leading, 1.4) if is_joined(words) else role.relative_leading
        return Rows(found, style, role.align, leading, self._ink(role))

    def _set(self, rows: Rows) -> None:
        for words in rows.lines:
            self._line(words, rows)
            self.y += rows.line_height

    def _line(self, words: str, rows: Rows) -> None:
        """One line, its letters in the middle of its height."""
        ends = ("start", "justify") if direction(rows.style.language) == "rtl" else ("end",)
        share = 0.5 if rows.align == "center" else float(rows.align in ends)
        left = MARGIN + (MEASURE - width(words, rows.style)) * share
        draw(self.canvas, left, self.y + rows.style.size * (rows.leading / 2 + 0.34), words, rows.style, rows.ink)

    def _folio(self, first: str, last: str) -> None:
        """Two texts at both ends of one line."""
        role = self.theme.role.folio
        style = lettering(role, self.theme, role.size * SCALE, self.tag)
        rows = Rows([], style, "start", 2.2, self._ink(role))
        for words, align in ((first, "start"), (last, "end")):
            self._line(words if self.can_show(words, role) else "", rows._replace(align=align))
        self.y += rows.line_height

    def _rule(self, thickness: int) -> None:
        if not self.theme.role.folio.rule:
            return
        top = round(self.y)
        self.canvas.rectangle((MARGIN, top, WIDTH - MARGIN - 1, top + thickness - 1), INK)
        self.y = top + thickness

    def _ink(self, role: Role) -> str:
        return self.theme.colour[role.colour].rgb

    def _logo(self) -> None:
        if not self.theme.marks.logo:
            return
        mark = Image.open(io.BytesIO(self.theme.marks.logo)).convert("RGBA")
        mark.thumbnail((MEASURE // 2, 200))
        self.y += GAP
        left = WIDTH - MARGIN - mark.width if direction(self.tag) == "rtl" else MARGIN
        self.image.paste(mark, (left, round(self.y)), mark)
        self.y += mark.height
