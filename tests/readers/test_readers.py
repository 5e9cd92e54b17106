import pytest

from publisher.errors import ExitCode, SourceError
from publisher.formats import Source
from publisher.readers import OTHER_KINDS, READERS, read, suffix_of
from publisher.report import Report


@pytest.mark.parametrize("name", ["copy.txt", "COPY.TXT", "copy", "folder.d/copy", ".hidden", "-", "a. .txt"])
def test_reads_plain_copy_by_its_name(name: str) -> None:
    (article,) = read(Source(name, b"The bridge stands."), Report())
    assert len(article.body) == 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a/copy.md", "Markdown"),
        ("copy.docx", "Word"),
        ("copy.HTML", "HTML"),
        ("copy.xyz", r"unknown here \(\.xyz\)"),
    ],
)
def test_refuses_other_kinds_and_says_the_way_out(name: str, kind: str) -> None:
    with pytest.raises(SourceError, match=kind) as refusal:
        read(Source(name, b"# The bridge"), Report())
    assert refusal.value.message.startswith(name)
    assert ".txt" in str(refusal.value.hint)
    assert refusal.value.code is ExitCode.SOURCE


def test_has_no_suffix_both_ways() -> None:
    assert not READERS.keys() & OTHER_KINDS.keys()
    assert all(suffix_of(f"copy{suffix}") == suffix for suffix in [*READERS, *OTHER_KINDS])
