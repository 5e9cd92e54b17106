"""Whether a bulletin's words have fonts: which families it needs, and the command for those that are missing."""

from pathlib import Path

import msgspec
import pytest

from publisher import coverage
from publisher.coverage import check_coverage, with_fonts
from publisher.metadata import BulletinMetadata, Metadata
from publisher.model import Article, Bulletin, Paragraph, Section, Span, Text
from publisher.report import Finding
from publisher.theme.loading import font_path, load_theme, script_families
from publisher.theme.tokens import Family

GAZETTE = load_theme("gazette")


def issue(words: str, language: str = "en-GB", own: str | None = None, span: str | None = None) -> Bulletin:
    inline = Span((Text(words),), language=span) if span else Text(words)
    article = Article(Metadata(headline="News", language=own), (Paragraph((inline,)),))
    return Bulletin(
        BulletinMetadata(title="Bulletin", language=language, identifier="urn:x:1", slug="b"),
        (Section((article,)),),
    )


def found(bulletin: Bulletin) -> list[Finding]:
    return list(check_coverage(bulletin, with_fonts(GAZETTE, bulletin)))


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has none of the extras."""
    along = {key: family for key, family in script_families().items() if ":" not in family.regular}
    monkeypatch.setattr(coverage, "script_families", lambda: along)


@pytest.mark.parametrize(
    "words",
    ["Škoda, naïve — “quoted” № 5 ₸", "ӘәҒғҚқҢңӨөҰұҮүҺһІі", "Ελλάδα", "مجلس النواب", "הכנסת", "รัฐสภา", "संसद"],
)
def test_the_house_theme_covers_its_scripts(words: str) -> None:
    assert found(issue(words)) == []


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("words", "name", "extra"),
    [
        ("The 国会 met", "Han", "chinese"),
        ("国会かな", "Hiragana", "japanese"),
        ("국회", "Hangul", "korean"),
    ],
)
def test_a_script_without_a_font_is_an_error_that_names_the_command(words: str, name: str, extra: str) -> None:
    (finding,) = found(issue(words))
    assert (finding.code, finding.severity) == ("font.missing", "error")
    assert name in finding.message
    assert "U+" in finding.message
    assert f'pip install "bulletin-publisher[{extra}]"' in (finding.hint or "")


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("at", ["language", "own", "span"])
def test_a_language_without_its_own_characters_is_told_once(at: str) -> None:
    (finding,) = found(issue("国会", **{at: "ja"}))
    assert finding.code == "font.missing"
    assert "ja (Jpan)" in finding.message
    assert "[japanese]" in (finding.hint or "")


@pytest.mark.usefixtures("bare")
def test_a_script_that_no_extra_has_is_told_with_another_way_out() -> None:
    (finding,) = found(issue("ᚠᚢᚦ"))
    assert "Runic" in finding.message
    assert 'scripts = ["Runr"]' in (finding.hint or "")


def test_a_script_of_the_extra_names_it() -> None:
    (finding,) = check_coverage(issue("თბილისი"), GAZETTE)
    assert "bulletin-publisher[scripts]" in (finding.hint or "")


@pytest.mark.usefixtures("bare")
def test_a_symbol_without_a_glyph_is_a_warning() -> None:
    (finding,) = found(issue("A \N{SNOWMAN} fell"))
    assert (finding.code, finding.severity) == ("font.symbol", "warning")
    assert "U+2603" in finding.message
    assert "[scripts]" in (finding.hint or "")


@pytest.mark.usefixtures("bare")
def test_where_no_page_is_drawn_the_reader_has_the_font() -> None:
    lent = list(check_coverage(issue("The 国会 met; a \N{SNOWMAN} fell", own="ja"), GAZETTE, paged=False))
    assert {(finding.code, finding.severity) for finding in lent} == {("font.lent", "info")}
    assert "ja (Jpan)" in lent[0].message
    assert "bulletin-publisher[japanese]" in (lent[0].hint or "")


def test_an_issue_takes_only_the_families_that_it_needs() -> None:
    assert set(with_fonts(GAZETTE, issue("News")).family) == {"text", "display", "sans"}
    assert set(with_fonts(GAZETTE, issue("الأخبار")).family) == {"text", "display", "sans", "arabic"}
    # Dates and words around the text are in its language, whatever the text itself holds.
    assert "hebrew" in with_fonts(GAZETTE, issue("2026", language="he")).family


def test_families_that_are_installed_serve_where_they_are_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serif = Family("House Han", str(font_path("SourceSerif4-Regular.ttf")), scripts=("Hans",))
    sans = msgspec.structs.replace(serif, name="House Han Sans", generic="sans-serif")
    away = msgspec.structs.replace(serif, regular="no_such_package:Han.ttf", scripts=("Jpan",))
    families = {"han": serif, "han_sans": sans, "away": away}
    monkeypatch.setattr(coverage, "script_families", lambda: families)
    bulletin = issue("News", language="zh")
    assert {"han", "han_sans"} <= set(with_fonts(GAZETTE, bulletin).family)
    assert "han" not in with_fonts(GAZETTE, issue("News")).family
    (finding,) = found(issue("News", language="ja"))
    assert finding.code == "font.missing"


def test_no_package_is_imported_to_look_for_a_font() -> None:
    assert not font_path("os.path:fonts.ttf").is_file()
    assert not font_path("../evil:fonts.ttf").is_file()
