"""Font files: what they cover, under which names they are known, in which order they serve, and subsets of them."""

import functools
import hashlib
import io
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import brotli
import fontTools
import uharfbuzz
from fontTools.ttLib import TTFont

from publisher.cache import reused
from publisher.theme.loading import font_path
from publisher.theme.tokens import Family, Role, Theme
from publisher.writing import EAST_ASIAN, script_of

#: CSS weight → the place on a variable font's axis.
WEIGHTS = {"normal": 400, "bold": 700}
#: OpenType features kept in subsets beside those that shaping needs: figures and small capitals.
FEATURES = (b"onum", b"lnum", b"pnum", b"tnum", b"smcp")
#: Entries of the name table that stay: names, version, and the licence with its address.
NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)
#: Versions of what makes subsets and packs them.
_MAKERS = (fontTools.version, uharfbuzz.__version__, brotli.__version__)


#: Bytes from which on a font is large.
LARGE = 2_000_000


class Face(NamedTuple):
    """One face of a family, by the CSS properties that choose it."""

    path: Path
    weight: str
    style: str


def faces(family: Family) -> tuple[Face, ...]:
    """The faces that a family has, upright first."""
    files = (
        (family.regular, "normal", "normal"),
        (family.italic, "normal", "italic"),
        (family.bold, "bold", "normal"),
        (family.bold_italic, "bold", "italic"),
    )
    return tuple(Face(font_path(file), weight, style) for file, weight, style in files if file)


@functools.cache
def may_embed(path: Path) -> bool:
    """Whether a font may be put whole into a document that others edit (OS/2 fsType: installable, editable)."""
    with TTFont(path, lazy=True, fontNumber=0) as font:
        permission: int = font["OS/2"].fsType
    # Bit 9 allows nothing but bitmaps.
    return permission & 0x000F in (0, 8) and not permission & 0x0200


def private_name(key: str) -> str:
    """The name a family has inside our own files, so that no installed font can stand in for it."""
    return f"publisher-{key}"


def families(theme: Theme, key: str, language: str = "") -> tuple[str, ...]:
    """Keys of the families that words in the theme's family *key* are set in, first come, first served.

    Before all others stands the family of an East Asian language, whose marks and figures are of its own width; it
    alone tells which form a Han character takes. Among those for other scripts, the family's like come first.
    """
    generic = theme.family[key].generic
    others = sorted(
        (name for name, family in theme.family.items() if family.scripts),
        key=lambda name: theme.family[name].generic != generic,
    )
    script = script_of(language)
    own = [name for name in others if script in EAST_ASIAN and script in theme.family[name].scripts]
    return tuple(dict.fromkeys((*own, key, *others)))


def stack(theme: Theme, key: str, language: str = "") -> str:
    """The ``font-family`` of words in the theme's family *key*: private names, closed by the generic one."""
    names = (f'"{private_name(name)}"' for name in families(theme, key, language))
    return ", ".join((*names, theme.family[key].generic))


def face_of(role: Role, theme: Theme) -> Path:
    """The font file of the face that *role* is set in."""
    family = theme.family[role.family]
    bold = role.weight == "bold"
    wanted = (family.bold_italic if bold and role.italic else None, family.bold if bold else None)
    return font_path(next((file for file in (*wanted, family.italic if role.italic else None) if file), family.regular))


class Metrics(NamedTuple):
    """Heights of a face in em: of its line above and below the baseline, and of a capital."""

    ascent: float
    descent: float
    capital: float


@functools.cache
def metrics(path: Path) -> Metrics:
    """The heights of a font file's letters; a capital of an old one that doesn't tell is taken for 0.7 em."""
    with TTFont(path, lazy=True, fontNumber=0) as font:
        unit, line, os2 = font["head"].unitsPerEm, font["hhea"], font["OS/2"]
        capital = getattr(os2, "sCapHeight", 0) or 0.7 * unit
        # Bit 7 of fsSelection: the typographic heights are meant (OpenType 1.9, OS/2).
        typographic = os2.fsSelection & 0x80
        above, below = (os2.sTypoAscender, os2.sTypoDescender) if typographic else (line.ascent, line.descent)
    return Metrics(above / unit, -below / unit, capital / unit)


@functools.cache
def characters(path: Path) -> frozenset[int]:
    """The code points a font file has glyphs for."""
    return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))).unicodes)


@functools.cache
def advances(path: Path) -> dict[int, float]:
    """Code point → advance width in em."""
    with TTFont(path, lazy=True, fontNumber=0) as font:
        widths, unit = font["hmtx"].metrics, font["head"].unitsPerEm
        return {point: widths[glyph][0] / unit for point, glyph in font.getBestCmap().items()}


def parts(character: str, path: Path) -> str:
    """A letter that a font lacks as the letter and marks that it has and draws it from (ǵ); else itself."""
    if ord(character) < 128 or ord(character) in characters(path):
        return character
    found = unicodedata.normalize("NFD", character)
    return found if all(ord(part) in characters(path) for part in found) else character


def parted(text: str, theme: Theme) -> str:
    """*text* with such letters in parts as a font of the theme's own lacks, or they were set in another one."""
    own = {theme.family[role.family].regular for role in theme.roles().values()}
    paths = [font_path(file) for file in own]
    found = {character: {parts(character, path) for path in paths} - {character} for character in set(text)}
    return text.translate({ord(character): min(forms) for character, forms in found.items() if forms})


@functools.cache
def is_truetype(path: Path) -> bool:
    """Whether a font's outlines are TrueType's, not PostScript's."""
    with TTFont(path, lazy=True, fontNumber=0) as font:
        return "glyf" in font


@functools.cache
def is_variable(path: Path) -> bool:
    """Whether one font file holds all weights of its family."""
    with TTFont(path, lazy=True, fontNumber=0) as font:
        return "fvar" in font


def is_reduced(face: Face) -> bool:
    """Whether the pages get only those characters of a font that they show: it is large, or holds all weights.

    The layout engine takes any of a variable font's widths, whatever weight it draws.
    """
    return face.path.stat().st_size > LARGE or is_variable(face.path)


def subset(face: Face, text: Iterable[str]) -> bytes:
    """The face reduced to the characters of *text*, with all that sets them."""
    return _subset(face, "".join(sorted(set("".join(text)))), every_feature=True)


def subset_woff2(face: Face, text: Iterable[str]) -> bytes:
    """The face reduced to the characters of *text*, as WOFF2; the same characters give the same bytes."""
    return _kept_woff2(face, "".join(sorted(set("".join(text)))))


@functools.lru_cache(maxsize=64)
def _kept_woff2(face: Face, text: str) -> bytes:
    """Most issues need the very same as the one before: a subset is kept by all that it depends on."""
    told = hashlib.sha256(repr((text, face.weight, FEATURES, NAMES, *_MAKERS)).encode() + face.path.read_bytes())
    return reused(f"woff2-{told.hexdigest()}", functools.partial(_woff2, face, text))


def _woff2(face: Face, text: str) -> bytes:
    buffer = io.BytesIO()
    reduced = _subset(face, text, every_feature=False)
    with TTFont(io.BytesIO(reduced), recalcTimestamp=False, recalcBBoxes=False) as font:
        font.flavor = "woff2"
        font.save(buffer)
    return buffer.getvalue()


@functools.lru_cache(maxsize=64)
def _subset(face: Face, text: str, every_feature: bool) -> bytes:
    chosen = uharfbuzz.SubsetInput()
    chosen.unicode_set.update(map(ord, text))
    features = chosen.layout_feature_tag_set
    features.update(int.from_bytes(feature, "big") for feature in FEATURES)
    if every_feature:
        features.clear()
        features.invert()
    chosen.sets(uharfbuzz.SubsetInputSets.NAME_ID).update(NAMES)
    whole = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.path)))
    if is_variable(face.path):
        chosen.pin_all_axes_to_default(whole)
        chosen.pin_axis_location(whole, "wght", WEIGHTS[face.weight])
    data: bytes = uharfbuzz.subset(whole, chosen).blob.data
    return data
