"""Fonts: the order in which families serve, and subsets that hold what is asked for."""

import io
from pathlib import Path

import msgspec
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

from publisher import fonts
from publisher.cache import keeping_parts
from publisher.fonts import Face, faces, families, parted, parts, stack, subset_woff2
from publisher.theme.loading import font_path, load_theme, script_families
from publisher.theme.tokens import Theme

GAZETTE = load_theme("gazette")
SERIF = Face(font_path("SourceSerif4-Regular.ttf"), "normal", "normal")


@pytest.fixture(scope="module")
def worldly() -> Theme:
    """The house theme as it is where all extras are installed."""
    return msgspec.structs.replace(GAZETTE, family={**GAZETTE.family, **script_families()})


def test_a_subset_holds_the_characters_and_is_the_same_every_time() -> None:
    data = subset_woff2(SERIF, ["Kazakhstan"])
    with TTFont(io.BytesIO(data)) as font:
        assert {ord(letter) for letter in "Kazakhstan"} <= set(font.getBestCmap())
        assert ord("Z") not in font.getBestCmap()
        assert font.flavor == "woff2"
    assert data == subset_woff2(SERIF, ["nats", "hkazaK"])
    assert len(data) < SERIF.path.stat().st_size / 10


def test_a_subset_from_an_earlier_build_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    fresh = subset_woff2(SERIF, ["Astana"])
    with keeping_parts():
        for _ in range(2):
            fonts._kept_woff2.cache_clear()
            assert subset_woff2(SERIF, ["Astana"]) == fresh
            monkeypatch.setattr(fonts, "_woff2", pytest.fail)
        fonts._kept_woff2.cache_clear()
        monkeypatch.setattr(fonts, "_woff2", lambda face, text: text.encode())
        assert subset_woff2(SERIF, ["Aqtau"]) == b"Aaqtu"
        assert subset_woff2(SERIF._replace(weight="bold"), ["Astana"]) == b"Aanst"
    assert len(list((tmp_path / "publisher").iterdir())) == 3


def test_every_face_may_be_embedded() -> None:
    for family in GAZETTE.family.values():
        for face in faces(family):
            with TTFont(face.path, lazy=True) as font:
                assert font["OS/2"].fsType == 0, face.path.name


@pytest.mark.parametrize(
    ("key", "language", "first"),
    [
        ("text", "en", "text"),
        ("text", "ar", "text"),
        ("text", "ja", "japanese"),
        ("sans", "ja", "japanese_sans"),
        ("display", "zh", "chinese"),
        ("text", "zh-TW", "taiwanese"),
        ("text", "zh-Hant", "taiwanese"),
        ("sans", "ko-KR", "korean_sans"),
    ],
)
def test_the_language_alone_says_whose_han_characters_are_meant(
    worldly: Theme, key: str, language: str, first: str
) -> None:
    found = families(worldly, key, language)
    assert found[0] == first
    assert sorted(found) == sorted({key, *(name for name, family in worldly.family.items() if family.scripts)})


def test_a_letter_that_a_font_lacks_is_drawn_from_its_parts() -> None:
    assert parted("Ǵylymı, jańa – ǵalym", GAZETTE) == "G\u0301ylymı, jańa – g\u0301alym"
    assert parts("ǵ", font_path("SourceSans3-Regular.ttf")) == "ǵ"
    # Where the parts are lacking too, another font must do.
    assert parted("\u1f71 \u304c", GAZETTE)[-1] == "\u304c"


def test_a_stack_of_families_ends_in_the_generic_one() -> None:
    assert stack(GAZETTE, "sans").startswith('"publisher-sans", "publisher-')
    assert stack(GAZETTE, "sans").endswith(", sans-serif")


def variable_font(folder: Path) -> Path:
    """A font whose only letter is 500 wide, and 900 where it is boldest."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 400), (400, 400), (400, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({97: "a"})
    builder.setupGlyf({".notdef": square, "a": square})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "a": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular"})
    builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    wider = TupleVariation({"wght": (0, 1, 1)}, [(0, 0)] * 4 + [(0, 0), (400, 0), (0, 0), (0, 0)])
    builder.setupGvar({"a": [wider], ".notdef": []})
    builder.setupOS2(fsType=0)
    builder.setupPost()
    path = folder / "Square[wght].ttf"
    builder.save(path)
    return path


@pytest.mark.parametrize(("weight", "width"), [("normal", 500), ("bold", 900)])
def test_a_font_of_all_weights_is_reduced_to_the_one_that_is_asked_for(tmp_path: Path, weight: str, width: int) -> None:
    data = subset_woff2(Face(variable_font(tmp_path), weight, "normal"), "a")
    with TTFont(io.BytesIO(data)) as font:
        assert "fvar" not in font
        assert font["hmtx"][font.getBestCmap()[97]][0] == width
