"""LibreOffice, which draws a DOCX as pages, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not here (apt-get install libreoffice-writer-nogui)"
)


def drawn(data: bytes, folder: Path) -> Path:
    """The PDF that LibreOffice makes of a DOCX, in *folder*."""
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "a.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "a.pdf"
