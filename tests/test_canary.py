"""What must never be published is in no byte of the output folder, and in nothing that a build says."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from publisher.cli import run
from tests.copied import copied_pages

CANARY = "zqxjcanary"
STORY = "The council met on Monday and heard four speakers, three of whom had travelled from the coast to be there."
SETTINGS = f'# {CANARY}comment\ntitle = "The Valley Bulletin"\nnumber = 7\ndate = 2026-11-24\nlanguage = "en-US"\n'

#: Copy in which a secret stands where desks put such things.
HOUR = "10 a.m. ET, Nov. 30, 2026"
PLACES = {
    "embargo reason": f"EMBARGOED UNTIL {HOUR}, because {CANARY} asked for it\n\nA bridge\n\n{STORY}\n",
    "embargo over two lines": f"EMBARGOED for {CANARY}\n\n{HOUR}\n\nA bridge\n\n{STORY}\n",
    "embargo at the end": f"A bridge\n\n{STORY}\n\n{STORY}\n\nEmbargo until {HOUR}: {CANARY}\n",
    "editor's line": f"A bridge\n\nEds: {CANARY} must be called before use.\n\n{STORY}\n\n{STORY}\n",
    "not for publication": f"A bridge\n\n{STORY}\n\n* * * *\nThe following information is not for publication\n\n"
    f"{CANARY}\n",
    "bracket in a sentence": f"A bridge\n\n{STORY} (Not for publication: {CANARY}.) So it is.\n\n{STORY}\n",
    "desk's telephone": f"A bridge\n\n{STORY}\n\n(Reporting by {CANARY}; newsroom +44 20 7946 0000)\n",
    "desk's mail": f"A bridge\n\n{STORY}\n\n- Editing by: {CANARY}, <{CANARY}@dpa.com>\n",
    "optional material": f"A bridge\n\n{STORY}\n\n"
    f"(STORY CAN END HERE. OPTIONAL MATERIAL FOLLOWS: {CANARY})\n\n{STORY}\n",
    "what was corrected": f"A bridge\n\n(In Nov. 3 story, corrects {CANARY})\n\nRIVERTON (AP) – {STORY}\n",
    "notebook": f"A bridge\n\nRiverton (dpa) - {STORY}\n\n# Notebook\n\n## {CANARY}\n- {CANARY}\n",
    "in Russian": f"Мост\n\n{STORY}\n\nВниманию редакций: {CANARY}\n",
    "in Kazakh": f"Көпір\n\n{STORY}\n\nжариялауға болмайды: {CANARY}\n",
    "flag and header": f"\x01abc0003 3 i 380 {CANARY} 0045\n\x02REFILE\nA bridge\n\n"
    f"RIVERTON (AP) – {STORY}\n\x03{CANARY}\n",
    "line above all": f"ATTN: Editors, {CANARY}\n\nA bridge\n\nRIVERTON (AP) – {STORY}\n",
    "note above the story": f"Note to editors: call {CANARY}.\n\nA bridge\n\nRIVERTON (AP) – {STORY}\n",
    "slug": f"Slug: {CANARY}\nA bridge\n\nRIVERTON (AP) – {STORY}\n",
    "internal note": f"A bridge\n\nRIVERTON (AP) – {STORY}\n\nInternal note - do not publish\n{CANARY} said so.\n",
    "reporter's line": f"A bridge\n\nRIVERTON (Dow Jones)--{STORY}\n\n"
    f"-By {CANARY} Sample, Dow Jones Newswires; 212-416-0000; {CANARY}@dowjones.com\n",
    "double brackets": f"A bridge\n\nRIVERTON (Reuters) - {STORY} (({CANARY}@thomsonreuters.com; +1 646 000 0000))\n",
    "pictures": f"A bridge\n\nRIVERTON (AP) – {STORY}\n\nWith AP Photo {CANARY}101.\n",
    "what the wire replaces": f"A bridge\n\n(SUBS 3rd graf to fix {CANARY}; PICKS UP 4th graf)\n\n"
    f"RIVERTON (AP) – {STORY}\n",
    "comment": f"<!-- {CANARY} -->\nA bridge\n\nRIVERTON (AP) – {STORY}\n",
    "in Japanese": f"A bridge\n\n{STORY}\n\nデスク注意：{CANARY}\n",
}


def contents(data: bytes) -> Iterator[bytes]:
    """Everything that *data* says: as it is, unpacked, inflated, and read from its pages."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from contents(archive.read(name))
    if data.startswith(b"%PDF"):
        yield "\n".join(copied_pages(data)).encode()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for thing in pdf.objects:
                yield thing.unparse(resolved=True) if not isinstance(thing, pikepdf.Stream) else b""
                yield from _inflated(thing)


def _inflated(thing: pikepdf.Object) -> Iterator[bytes]:
    if isinstance(thing, pikepdf.Stream):
        yield thing.unparse(resolved=False)
        yield thing.read_bytes() if thing.get("/Filter") != "/DCTDecode" else thing.read_raw_bytes()


def betrays(data: bytes) -> bool:
    """Whether the secret is in *data*, in any case and in any encoding that files use."""
    words = [CANARY.encode(encoding) for encoding in ("utf-8", "utf-16-be", "utf-16-le")]
    return any(word in found.lower() for found in contents(data) for word in words)


@pytest.fixture
def issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "bulletin.toml").write_text(SETTINGS, "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("now", ["2026-11-29T00:00:00Z", "2026-12-01T00:00:00Z"], ids=["proof", "clean"])
def test_a_secret_is_in_no_byte(issue: Path, place: str, now: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (issue / "a.txt").write_text(PLACES[place], "utf-8")
    assert run(["build", "-v", "--now", now]) == 0
    assert run(["build", "--json", "--now", now]) == 0
    said = capfdbinary.readouterr()
    files = {path.name: path.read_bytes() for path in Path("build").iterdir()}
    assert len(files) == 6
    assert [name for name, data in files.items() if betrays(data)] == []
    assert not betrays(said.out)
    assert not betrays(said.err)
    # The editor sees it, and only there.
    run(["show", "seeds/a.txt", "--json"])
    assert betrays(capfdbinary.readouterr().out)


def test_a_secret_in_an_approved_text_is_not_in_the_record(issue: Path) -> None:
    (issue / "a.txt").write_text(PLACES["embargo reason"], "utf-8")
    assert run(["approve", "seeds", "--by", "Ilse Beispiel", "-q"]) == 0
    assert not betrays((issue / "approval.json").read_bytes())


def test_sees_what_is_betrayed(issue: Path) -> None:
    (issue / "a.txt").write_text(f"A bridge\n\n{STORY} {CANARY.upper()}\n", "utf-8")
    assert run(["build", "-q"]) == 0
    # The manifest quotes no copy; every other file holds the word.
    betrayed = [path.suffix for path in sorted(Path("build").iterdir()) if betrays(path.read_bytes())]
    assert sorted(betrayed) == [".docx", ".epub", ".pdf", ".pdf"]
