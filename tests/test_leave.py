"""Leave to publish: before its hour, or unapproved, an issue makes a proof that says so wherever one looks."""

import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from publisher.api import build
from publisher.cli import run
from publisher.errors import ConfigurationError, ExitCode, FindingsError, WithheldError
from publisher.formats import Format
from publisher.preflight.extraction import docx_streams
from publisher.words import catalogue
from tests.copied import copied_pages
from tests.issues import write_issue

COPY = "EMBARGOED UNTIL 8:30 a.m. ET, September 11, 2030\n\nA bridge before the ice\n\nThe council met on Monday.\n"
STAMP = "EMBARGOED UNTIL September 11, 2030, 08:30 (UTC−04:00)"
BEFORE, AFTER = "2030-09-11T08:29:59-04:00", "2030-09-11T12:30:00Z"
SETTINGS = 'title = "The Valley Bulletin"\nnumber = 7\ndate = 2026-11-24\nlanguage = "en-US"\n'
NAME = "the-valley-bulletin-7-en-us"


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return write_issue(tmp_path, COPY, SETTINGS, monkeypatch)


def names() -> list[str]:
    return sorted(path.name for path in Path("build").iterdir()) if Path("build").exists() else []


def manifest(proof: str = "") -> Any:
    return json.loads(Path(f"build/{NAME}{proof}.manifest.json").read_bytes())


def test_before_the_hour_all_files_say_so_in_their_names_and_after_it_none(issue: Path) -> None:
    assert run(["build", "-q", "--now", BEFORE]) == 0
    assert names() == sorted(
        f"{NAME}{end}"
        for end in (
            "-print-EMBARGOED.pdf",
            "-EMBARGOED.pdf",
            "-EMBARGOED.docx",
            "-EMBARGOED.epub",
            "-EMBARGOED.manifest.json",
            "-EMBARGOED.sha256",
        )
    )
    assert {"embargo.found", "embargo.holds"} <= {found["code"] for found in manifest("-EMBARGOED")["findings"]}
    proofs = names()
    assert run(["build", "-q", "--now", AFTER, "--release"]) == 0
    clean = [name for name in names() if name not in proofs]
    assert clean == sorted(
        f"{NAME}{end}" for end in ("-print.pdf", ".pdf", ".docx", ".epub", ".manifest.json", ".sha256")
    )
    assert b"EMBARGOED" not in b"".join((Path("build") / name).read_bytes() for name in clean if name.endswith("json"))
    for pages in (copied_pages((Path("build") / f"{NAME}.pdf").read_bytes()),):
        assert "EMBARGOED" not in "".join(pages)


def test_the_proof_is_stamped_in_every_place(issue: Path) -> None:
    body = "".join(
        f"Sentence number {number} of the story is about the bridge and the ice.\n\n" for number in range(200)
    )
    (issue / "a.txt").write_text(COPY + "\n" + body, "utf-8")
    assert run(["build", "-q", "--now", BEFORE]) == 0
    for name in (f"{NAME}-print-EMBARGOED.pdf", f"{NAME}-EMBARGOED.pdf"):
        data = (Path("build") / name).read_bytes()
        pages = copied_pages(data)
        assert len(pages) > 2
        assert [page.count("EMBARGOED UNTIL") for page in pages] == [1] * len(pages)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert str(pdf.docinfo["/Title"]) == f"{STAMP} · The Valley Bulletin"
            assert STAMP in pdf.Root.Metadata.read_bytes().decode()
    document = (Path("build") / f"{NAME}-EMBARGOED.docx").read_bytes()
    streams = docx_streams(document)
    assert streams.text[0] == STAMP
    assert streams.around.count(STAMP) == 2  # the first page's head, and every other's
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert f"<dc:title>{STAMP} · The Valley Bulletin</dc:title>" in archive.read("docProps/core.xml").decode()
    book = (Path("build") / f"{NAME}-EMBARGOED.epub").read_bytes()
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert (
            f'<dc:title id="title">{STAMP} · The Valley Bulletin</dc:title>'
            in archive.read("EPUB/package.opf").decode()
        )
        documents = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xhtml")]
        assert len(documents) == 4
        assert all(f'<p class="stamp">{STAMP}</p>' in found and f"<title>{STAMP} · " in found for found in documents)


def test_the_cover_image_is_stamped(issue: Path) -> None:
    covers = []
    for now in (BEFORE, AFTER):
        run(["build", "-q", "-t", "epub", "--now", now])
        (book,) = (path for path in Path("build").glob("*.epub") if ("EMBARGOED" in path.name) is (now == BEFORE))
        with zipfile.ZipFile(book) as archive:
            covers.append(archive.read("EPUB/cover.png"))
    assert covers[0] != covers[1]


@pytest.mark.parametrize("language", sorted(catalogue()))
def test_a_stamp_in_any_language_is_furniture(language: str) -> None:
    settings = SETTINGS.replace("en-US", language) + "[approval]\nrequired = true\n"
    if language in ("ja", "ko", "zh", "zh-Hant"):
        settings += '[[accept]]\ncode = "font.missing"\nreason = "no font of these scripts comes along"\n'
    made = build({"a.txt": COPY.encode()}, settings, [Format.SCREEN, Format.DOCX, Format.EPUB], now=None)
    assert not [f for f in made.findings if f.code.startswith("fidelity")]
    assert all("-DRAFT-EMBARGOED." in artifact.name for artifact in made.files)


def test_release_refuses_a_proof_and_writes_nothing(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "-q", "--now", BEFORE, "--release"]) == ExitCode.EMBARGO
    assert names() == []
    assert "embargoed until 2030-09-11T08:30:00-04:00" in capsys.readouterr().err


def test_nothing_but_the_clock_lifts_an_embargo(issue: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert run(["build", "-q", "-t", "docx"]) == 0
    assert f"{NAME}-EMBARGOED.docx" in names()
    assert os.environ["SOURCE_DATE_EPOCH"]


@pytest.mark.parametrize(
    ("keys", "until"),
    [
        ("embargoed_until = 2031-01-01T00:00:00Z\n", "2031-01-01T00:00:00+00:00"),
        ("embargoed_until = 2027-01-01T00:00:00Z\n", "2030-09-11T08:30:00-04:00"),
        ('[source."a.txt"]\nembargoed_until = 2027-01-01T00:00:00+05:00\n', "2027-01-01T00:00:00+05:00"),
    ],
)
def test_the_settings_name_an_hour_too(issue: Path, keys: str, until: str) -> None:
    (issue / "bulletin.toml").write_text(SETTINGS + keys, "utf-8")
    assert run(["build", "-q", "-t", "docx", "--now", "2026-11-24T00:00:00Z"]) == 0
    assert manifest("-EMBARGOED")["bulletin"]["embargoedUntil"] == until


def test_an_hour_without_a_zone_is_no_setting(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (issue / "bulletin.toml").write_text(SETTINGS + "embargoed_until = 2031-01-01T00:00:00\n", "utf-8")
    assert run(["build"]) == ExitCode.CONFIGURATION
    assert "seeds/bulletin.toml:5: “embargoed_until”" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["EMBARGOED UNTIL 8:30, September 11, 2030", "EMBARGOED UNTIL FRIDAY"])
def test_an_unclear_embargo_holds_publication_back_until_the_settings_clear_it(issue: Path, line: str) -> None:
    (issue / "a.txt").write_text(f"{line}\n\n{COPY.partition(chr(10))[2]}", "utf-8")
    assert run(["build", "-q", "-t", "docx"]) == ExitCode.FINDINGS
    assert names() == []
    (issue / "bulletin.toml").write_text(SETTINGS + '[[accept]]\ncode = "embargo.no-zone"\nreason = "x"\n', "utf-8")
    assert run(["build", "-q", "-t", "docx"]) == ExitCode.CONFIGURATION
    cleared = SETTINGS + '[source."a.txt"]\nembargoed_until = 2030-09-11T08:30:00-04:00\n'
    (issue / "bulletin.toml").write_text(cleared, "utf-8")
    assert run(["build", "-q", "-t", "docx", "--now", AFTER]) == 0
    assert f"{NAME}.docx" in names()


@pytest.mark.parametrize("now", ["yesterday", "2030-09-11T08:30:00"])
def test_now_is_a_moment_with_its_zone(issue: Path, now: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "--now", now]) == ExitCode.USAGE
    assert "2030-09-11T08:30:00+05:00" in capsys.readouterr().err or now == "yesterday"


@pytest.mark.parametrize("line", ["MANDATORY KILL", "PUBLICATION WITHHELD"])
def test_copy_that_is_taken_back_stops_the_build(issue: Path, line: str) -> None:
    (issue / "a.txt").write_text(f"{line}\n\nA bridge\n\nThe council met.\n", "utf-8")
    assert run(["build", "-q"]) == ExitCode.EMBARGO
    (issue / "bulletin.toml").write_text(SETTINGS + '[source."a.txt"]\npub_status = "usable"\n', "utf-8")
    assert run(["build", "-q", "-t", "docx"]) == 0
    (issue / "bulletin.toml").write_text(SETTINGS + '[source."a.txt"]\npub_status = "withheld"\n', "utf-8")
    assert run(["build", "-q", "-t", "docx"]) == ExitCode.EMBARGO


@pytest.fixture
def approved(issue: Path) -> Path:
    (issue / "a.txt").write_text(
        "A bridge before the ice\n\nThe council met, and it rained.\n\nNobody left.\n", "utf-8"
    )
    (issue / "bulletin.toml").write_text(SETTINGS + "[approval]\nrequired = true\n", "utf-8")
    assert run(["approve", "seeds", "--by", "Ilse Beispiel", "-q"]) == 0
    return issue


def test_without_approval_files_are_a_draft(approved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (approved / "approval.json").unlink()
    assert run(["build", "-t", "docx", "-t", "screen"]) == 0
    assert names() == [f"{NAME}-DRAFT.docx", f"{NAME}-DRAFT.manifest.json", f"{NAME}-DRAFT.pdf", f"{NAME}-DRAFT.sha256"]
    assert "nobody has approved the content" in capsys.readouterr().err
    assert docx_streams(Path(f"build/{NAME}-DRAFT.docx").read_bytes()).text[0] == "DRAFT – NOT APPROVED"
    assert run(["build", "-q", "--release"]) == ExitCode.EMBARGO


def test_approval_makes_clean_files_and_the_manifest_says_by_whom(approved: Path) -> None:
    assert run(["build", "-q", "-t", "docx", "--release"]) == 0
    assert names() == [f"{NAME}.docx", f"{NAME}.manifest.json", f"{NAME}.sha256"]
    assert manifest()["approvedBy"] == "Ilse Beispiel"
    record = json.loads((approved / "approval.json").read_bytes())
    assert record["by"] == "Ilse Beispiel"
    assert "The council met, and it rained." in record["words"]


def test_one_changed_comma_voids_it_and_shows_the_difference(
    approved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (approved / "a.txt").read_text("utf-8")
    (approved / "a.txt").write_text(text.replace("met, and", "met and"), "utf-8")
    capsys.readouterr()
    assert run(["build", "-t", "docx"]) == 0
    told = capsys.readouterr().err
    assert "a passage was changed after Ilse Beispiel had approved it" in told
    assert "− The council met, and it rained.\n   + The council met and it rained." in told
    assert names() == [f"{NAME}-DRAFT.docx", f"{NAME}-DRAFT.manifest.json", f"{NAME}-DRAFT.sha256"]
    (finding,) = (f for f in manifest("-DRAFT")["findings"] if f["code"] == "approval.void")
    assert (finding["before"], finding["after"]) == (None, None)
    assert run(["build", "-q", "--release"]) == ExitCode.EMBARGO
    assert run(["approve", "seeds", "--by", "Otto Muster", "-q"]) == 0
    assert run(["build", "-q", "-t", "docx", "--release"]) == 0
    assert manifest()["approvedBy"] == "Otto Muster"


def test_what_is_added_taken_out_and_changed_in_no_word_is_told(
    approved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (approved / "a.txt").read_text("utf-8")
    changes = {
        "was added": (text + "\nThe council meets again in the spring.\n", SETTINGS),
        "was taken out": (text.replace("\n\nNobody left.", ""), SETTINGS),
        "structure or settings, though no word, was changed": (text, SETTINGS + 'keywords = ["ice"]\n'),
    }
    for told, (copy, settings) in changes.items():
        (approved / "a.txt").write_text(copy, "utf-8")
        (approved / "bulletin.toml").write_text(settings + "[approval]\nrequired = true\n", "utf-8")
        assert run(["build", "-t", "docx"]) == 0
        assert told in capsys.readouterr().err


def test_what_can_not_be_published_can_not_be_approved(issue: Path) -> None:
    (issue / "a.txt").write_text("EMBARGOED\n\nThe council met in the hall on Monday, and nobody left.\n", "utf-8")
    assert run(["approve", "seeds", "--by", "Ilse Beispiel", "-q"]) == ExitCode.FINDINGS
    assert not (issue / "approval.json").exists()


def test_a_record_that_is_none_is_told(approved: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (approved / "approval.json").write_text("{}", "utf-8")
    assert run(["build"]) == ExitCode.CONFIGURATION
    assert "approval.json: is no record of an approval" in capsys.readouterr().err
    (approved / "approval.json").write_bytes(b"\xff\xfe")
    assert run(["build"]) == ExitCode.CONFIGURATION


def test_the_python_face_takes_the_time_and_the_record() -> None:
    sources, settings = {"a.txt": COPY.encode()}, SETTINGS + "[approval]\nrequired = true\n"
    with pytest.raises(WithheldError):
        build(sources, settings, [Format.DOCX], release=True)
    with pytest.raises(ConfigurationError):
        build(sources, settings, [Format.DOCX], approval=b"no record")
    with pytest.raises(FindingsError):
        build(
            {"a.txt": b"EMBARGOED\n\nThe council met in the hall, and nobody left on Monday.\n"},
            SETTINGS,
            [Format.DOCX],
        )
    (draft,) = build(sources, settings, [Format.DOCX]).files
    assert draft.name == f"{NAME}-DRAFT-EMBARGOED.docx"
