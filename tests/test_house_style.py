"""The house style in whole issues: the editor's words and the copy's, in finished files."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from publisher.api import build, read
from publisher.cli import run
from publisher.formats import Format
from publisher.preflight.extraction import docx_streams
from publisher.theme.loading import styles_folder
from tests.copied import copied_pages

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds/000_2a5f29469a24bf2c.txt"
COPY = """RIVERTON (AP) -- The Valley Wire Service (VWS) said on Monday that "nobody can say 'no' to a bridge."

"It's late," the mayor said -- and the VWS heard it.
"""
SETTINGS = """title = "The Valley Bulletin"
number = 7
date = 2026-11-24
language = "en-US"
[source."a.txt"]
headline = "Mayor: \\"It's late\\""
pull_quote = "nobody can say 'no' to a bridge"
by = "Ilse O'Beispiel"
"""


def test_the_seed_comes_through_as_it_is() -> None:
    (article,) = read(SEED.read_bytes(), "seed.txt")
    copy = SEED.read_text("utf-8").replace("с", "c")  # the one letter that is Cyrillic
    lead = article.metadata.dateline.raw if article.metadata.dateline else ""
    words = [block.inlines[0].text for block in article.body]  # type: ignore[union-attr]
    assert lead + "\n\n".join(words) == copy.strip()
    assert article.metadata.language == "en-US"
    assert article.metadata.acronyms == {
        "EU": "European Union",
        "DCAS": "Delegation for Cooperation with Central Asia and Mongolia",
    }


def test_the_editors_words_get_the_same_marks_as_the_copys() -> None:
    (made,) = build({"a.txt": COPY.encode()}, SETTINGS, [Format.DOCX]).files
    text = docx_streams(made.data).text
    assert "Mayor: “It’s late”" in text
    assert "Ilse O’Beispiel · AP" in text
    assert "nobody can say ‘no’ to a bridge" in text
    assert "“It’s late,” the mayor said — and the VWS heard it." in text
    assert any(words.startswith("RIVERTON (AP) — The Valley Wire Service") for words in text)


def test_a_headline_stays_to_the_letter_until_it_is_bound() -> None:
    (article,) = read(b'Mayor: "It\'s late"\n\nThe council met on Monday, and nobody left before midnight.\n', "a.txt")
    assert article.metadata.headline == 'Mayor: "It\'s late"'


def test_switches_reach_every_text() -> None:
    off = SETTINGS + "[normalise]\nquotes = false\napostrophes = false\ndashes = false\nacronyms = false\n"
    (made,) = build({"a.txt": COPY.encode()}, off, [Format.EPUB]).files
    with zipfile.ZipFile(io.BytesIO(made.data)) as book:
        page = book.read("EPUB/a1.xhtml").decode()
    assert '"It\'s late," the mayor said -- and the VWS heard it.' in page
    assert 'Mayor: "It\'s late"' in page
    assert "<abbr" not in page


def test_a_wrong_switch_is_told_with_the_nearest_right_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bulletin.toml").write_text("[normalise]\nqoutes = false\n", "utf-8")
    (tmp_path / "a.txt").write_text(COPY, "utf-8")
    assert run(["build", "."]) == 4
    assert "did you mean “quotes”?" in capsys.readouterr().err


def test_a_theme_may_print_the_acronyms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    theme = (styles_folder() / "gazette/theme.toml").read_text("utf-8")
    (tmp_path / "mine/theme.toml").write_text(theme.replace("[form]", "[form]\nacronyms = true"), "utf-8")
    (tmp_path / "a.txt").write_text(COPY, "utf-8")
    (tmp_path / "bulletin.toml").write_text(f'theme = "mine"\n{SETTINGS}', "utf-8")
    assert run(["build", ".", "-q"]) == 0
    names = [path.name for path in Path("build").iterdir()]
    assert len(names) == 6
    (page,) = copied_pages((Path("build") / "the-valley-bulletin-7-en-us.pdf").read_bytes())
    assert page.index("Abbreviations") < page.rindex("VWS") < page.rindex("Valley Wire Service")
    document = docx_streams((Path("build") / "the-valley-bulletin-7-en-us.docx").read_bytes())
    start = document.text.index("Abbreviations")
    assert document.text[start + 1 : start + 3] == ("VWS", "Valley Wire Service")


def test_a_bulletin_without_settings_speaks_the_language_of_its_texts() -> None:
    made = build(
        {"a.txt": "Мост открыт\n\nСовет заседал в понедельник, и никто не ушёл, пока не проголосовали все.\n".encode()}
    )
    assert made.manifest.bulletin.language == "ru"
    assert made.manifest.bulletin.title == "Бюллетень"


def test_a_text_in_another_language_is_told_and_marked() -> None:
    german = 'Die Brücke steht\n\nDer Rat hat am Montag getagt, und "niemand" ist gegangen, bevor abgestimmt war.\n'
    made = build({"a.txt": german.encode()}, 'language = "en-US"', [Format.EPUB])
    assert [finding.where.file for finding in made.findings if finding.code == "language.found"] == ["a.txt"]
    with zipfile.ZipFile(io.BytesIO(made.files[0].data)) as book:
        assert 'lang="de"' in book.read("EPUB/a1.xhtml").decode()
        assert "„niemand“" in book.read("EPUB/a1.xhtml").decode()


def test_build_sums_up_what_was_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(COPY, "utf-8")
    assert run(["build", "a.txt", "-t", "docx"]) == 0
    told = capsys.readouterr().err
    line = next(line for line in told.splitlines() if line.startswith("changes to the copy: "))
    assert "typography.quotes (2)" in line
    assert "structure.dateline (1)" in line
    assert "late" not in told


def test_show_goes_by_the_settings_beside_the_text(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "a.txt").write_text(COPY, "utf-8")
    settings = SETTINGS.replace("headline", 'language = "de"\nheadline')
    (tmp_path / "bulletin.toml").write_text(settings, "utf-8")
    assert run(["show", str(tmp_path / "a.txt"), "--json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert document["articles"][0]["metadata"]["language"] == "de"
    assert "„It’s late,“" in json.dumps(document["articles"][0]["body"], ensure_ascii=False)
