"""Which texts an issue has, in which order, under which settings."""

from pathlib import Path

import pytest

from publisher.errors import ConfigurationError, SourceError
from publisher.report import Report
from publisher.sources import Issue, gather

SUFFIXES = frozenset({".txt", ""})


def found(folder: Path, report: Report | None = None) -> Issue:
    return gather((str(folder),), None, b"", SUFFIXES, report or Report())


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}.")


def test_listed_texts_come_first_then_the_others_by_name_then_sections(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.txt", "c.txt", "World/z.txt", ".hidden.txt")
    (tmp_path / "bulletin.toml").write_text('sources = ["c.txt"]')
    issue = found(tmp_path)
    assert [(source.name, source.section) for source in issue.sources] == [
        ("c.txt", None),
        ("a.txt", None),
        ("b.txt", None),
        ("World/z.txt", "World"),
    ]


def test_section_tables_give_titles(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "b.txt")
    (tmp_path / "bulletin.toml").write_text('[[section]]\ntitle = "At home"\nsources = ["b.txt"]')
    assert [(s.name, s.section) for s in found(tmp_path).sources] == [("b.txt", "At home"), ("a.txt", None)]


def test_a_source_that_is_named_but_missing_is_an_error_level_finding(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "bulletin.toml").write_text('sources = ["gone.txt"]')
    report = Report()
    found(tmp_path, report)
    assert [(f.code, f.severity) for f in report.findings] == [("source.unknown", "error")]
    assert "gone.txt" in report.findings[0].message
    assert "a.txt" in (report.findings[0].hint or "")


def test_what_is_no_text_is_told_and_left_out(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "sound.mp3")
    report = Report()
    assert [source.name for source in found(tmp_path, report).sources] == ["a.txt"]
    assert "sound.mp3" in next(f.message for f in report.findings if f.code == "source.skipped")


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("A secret.")
    fill(tmp_path / "issue", "a.txt")
    (tmp_path / "issue" / "b.txt").symlink_to(tmp_path / "secret.txt")
    assert [source.name for source in found(tmp_path / "issue").sources] == ["a.txt"]


def test_a_link_to_a_folder_elsewhere_is_not_entered(tmp_path: Path) -> None:
    fill(tmp_path / "elsewhere", "secret.txt")
    fill(tmp_path / "issue", "a.txt")
    (tmp_path / "issue" / "b").symlink_to(tmp_path / "elsewhere")
    report = Report()
    assert [source.name for source in found(tmp_path / "issue", report).sources] == ["a.txt"]
    assert not any("secret" in finding.message for finding in report.findings)


def test_without_settings_defaults_serve_and_a_finding_says_so(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    report = Report()
    found(tmp_path, report)
    assert [f.code for f in report.findings] == ["bulletin.no-settings"]


def test_standard_input_is_a_source() -> None:
    issue = gather(("-",), None, b"Words.", SUFFIXES, Report())
    assert [(source.name, source.data) for source in issue.sources] == [("standard-input.txt", b"Words.")]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no texts"):
        found(tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.txt: can't be read: No such file"):
        gather((str(tmp_path / "gone.txt"),), None, b"", SUFFIXES, Report())


def test_a_text_over_the_limit_is_refused(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "bulletin.toml").write_text("[limits]\nsource_bytes = 3")
    with pytest.raises(SourceError, match="more than the limit of 3"):
        found(tmp_path)


def test_settings_that_are_no_utf8_are_told(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "bulletin.toml").write_bytes(b'title = "Caf\xe9"')
    with pytest.raises(ConfigurationError, match="is not UTF-8"):
        found(tmp_path)


@pytest.mark.parametrize(
    "name", ["-rf.txt", "a\nb.txt", "נתונים.txt", "😀.txt", "$(touch x).txt", "<b>.txt", "no_ending"]
)
def test_awkward_names_are_only_names(tmp_path: Path, name: str) -> None:
    fill(tmp_path, name)
    assert [source.name for source in found(tmp_path).sources] == [name]
