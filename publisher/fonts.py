"""Font files: what they cover, under which names they are known, and subsets of them."""

import functools
import io
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import uharfbuzz
from fontTools import unicodedata as scripts
from fontTools.ttLib import TTFont

from publisher.report import Finding, finding
from publisher.theme.loading import fonts_folder
from publisher.theme.tokens import Family, Role, Theme

#: ISO 15924 script → how to come by a font for it.
PACKAGES = {
    "Hani": "fonts-noto-cjk (Debian) or @expo-google-fonts/noto-serif-sc (npm)",
    "Hira": "fonts-noto-cjk (Debian) or @expo-google-fonts/noto-serif-jp (npm)",
    "Kana": "fonts-noto-cjk (Debian) or @expo-google-fonts/noto-serif-jp (npm)",
    "Hang": "fonts-noto-cjk (Debian) or @expo-google-fonts/noto-serif-kr (npm)",
}
#: OpenType features kept in subsets beside those that shaping needs: figures and small capitals.
FEATURES = (b"onum", b"lnum", b"pnum", b"tnum", b"smcp")
#: Entries of the name table that stay: names, version, and the licence with its address.
NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)
_SYMBOLS = ("Zyyy", "Zinh", "Zzzz")


class Face(NamedTuple):
    """One face of a family, by the CSS properties that choose it."""

    path: Path
    weight: str
    style: str


def font_path(file: str) -> Path:
    """Where a font file named in a theme is."""
    return Path(file) if Path(file).is_absolute() else fonts_folder() / file


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


def stack(theme: Theme, role: Role) -> tuple[str, ...]:
    """Private names of the families a role is set in, and the generic one that closes the list."""
    keys = [role.family, *(key for key, family in theme.family.items() if family.scripts)]
    return (*(f'"{private_name(key)}"' for key in keys), theme.family[role.family].generic)


@functools.cache
def characters(path: Path) -> frozenset[int]:
    """The code points a font file has glyphs for."""
    with TTFont(path, lazy=True, fontNumber=0) as font:
        return frozenset(font.getBestCmap())


@functools.cache
def advances(path: Path) -> dict[int, float]:
    """Code point → advance width in em."""
    with TTFont(path, lazy=True, fontNumber=0) as font:
        widths, unit = font["hmtx"].metrics, font["head"].unitsPerEm
        return {point: widths[glyph][0] / unit for point, glyph in font.getBestCmap().items()}


def covered(theme: Theme) -> frozenset[int]:
    """The code points that some text family of the theme has a glyph for."""
    families = (theme.family[theme.role.body.family], *(f for f in theme.family.values() if f.scripts))
    return frozenset[int]().union(*(characters(font_path(family.regular)) for family in families))


def check_coverage(text: str, theme: Theme, paged: bool = True) -> Iterator[Finding]:
    """A finding for each script, and one for all symbols, that the theme has no glyphs for.

    Where nothing is *paged*, no page is drawn: whoever opens the file sets it in a font of their own.
    """
    missing: dict[str, Counter[str]] = {}
    have = covered(theme)
    for character, number in Counter(text).items():
        if ord(character) in have or unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Zs", "Mn"):
            continue
        missing.setdefault(scripts.script(character), Counter())[character] += number
    for script, counts in sorted(missing.items()):
        yield _missing(script, counts) if paged else _lent(script, counts)


def _missing(script: str, counts: Counter[str]) -> Finding:
    sample = "".join(character for character, _ in counts.most_common(8))
    points = ", ".join(f"U+{ord(character):04X}" for character in sample)
    if script in _SYMBOLS:
        return finding(
            "font.symbol",
            f"no font of the theme has {sample} ({points}); it would print as an empty box",
            hint="write it in words, or add a font that has it under [brand.fonts]",
        )
    package = PACKAGES.get(script, "a font of the Noto family")
    return finding(
        "font.missing",
        f"no font of the theme covers {scripts.script_name(script)} ({script}): "
        f"{sum(counts.values())} characters, such as {sample} ({points})",
        hint=f'install {package} and name its files in a family of your theme with scripts = ["{script}"]',
    )


def _lent(script: str, counts: Counter[str]) -> Finding:
    sample = "".join(character for character, _ in counts.most_common(8))
    called = "symbols" if script in _SYMBOLS else f"{scripts.script_name(script)} ({script})"
    return finding(
        "font.lent",
        f"no font of the theme covers {called}, such as {sample}; "
        "they are set in whatever font is there where the file is opened",
        hint="nothing needs doing; a font of your own travels along under [brand.fonts]",
    )


def subset_woff2(path: Path, text: Iterable[str]) -> bytes:
    """The face reduced to the characters of *text*, as WOFF2; the same characters give the same bytes."""
    return _subset(path, "".join(sorted(set("".join(text)))))


@functools.lru_cache(maxsize=64)
def _subset(path: Path, text: str) -> bytes:
    chosen = uharfbuzz.SubsetInput()
    chosen.unicode_set.update(map(ord, text))
    chosen.layout_feature_tag_set.update(int.from_bytes(feature, "big") for feature in FEATURES)
    chosen.sets(uharfbuzz.SubsetInputSets.NAME_ID).update(NAMES)
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    reduced = uharfbuzz.subset(face, chosen).blob.data
    buffer = io.BytesIO()
    with TTFont(io.BytesIO(reduced), recalcTimestamp=False, recalcBBoxes=False) as font:
        font.flavor = "woff2"
        font.save(buffer)
    return buffer.getvalue()
