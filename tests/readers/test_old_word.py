"""Old Word documents, where LibreOffice is installed; a sentence where it isn't."""

import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from publisher.errors import SourceError
from publisher.readers import old_word
from publisher.walk import article_text
from tests.readers.pandoc.desk import Reading

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
OFFICE = next((found for name in old_word.PROGRAMS if (found := shutil.which(name))), None)
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice isn't installed (apt: libreoffice-writer-nogui)")


def made(body: str, folder: Path) -> bytes:
    """An old Word document with *body*, which is RTF."""
    (folder / "a.rtf").write_text(rf"{{\rtf1\ansi{{\stylesheet{{\s0 Normal;}}{{\s1 heading 1;}}}}{body}}}")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(folder), "a.rtf"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return (folder / "a.doc").read_bytes()


@needs_office
def test_it_is_read_and_nothing_that_it_links_to(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    link = rf'{{\field{{\*\fldinst INCLUDEPICTURE "http://127.0.0.1:{port}/a.png" \\d}}{{\fldrslt x}}}}'
    data = made(rf"\pard\s1 A bridge\par\pard The {{\b committee}} met. {link}\par", tmp_path)
    with socket.create_server(("127.0.0.1", port)) as listener:
        listener.settimeout(0.2)
        reading = Reading("a.doc", data)
        with pytest.raises(TimeoutError):
            listener.accept()
    assert reading.article.metadata.headline == "A bridge"
    assert article_text(reading.article).split()[2:5] == ["The", "committee", "met."]


@needs_office
def test_what_is_none_is_refused() -> None:
    with pytest.raises(SourceError, match=r"a\.doc") as caught:
        Reading("a.doc", SIGNATURE + bytes(2000))
    assert caught.value.hint


def test_without_libreoffice_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_word, "PROGRAMS", ("no-such-program",))
    with pytest.raises(SourceError, match="LibreOffice reads; it isn't installed") as caught:
        Reading("a.doc", SIGNATURE)
    assert "save it as .docx" in (caught.value.hint or "")
