"""Old Word documents (.doc): made new ones by LibreOffice, where it is installed, and read as such."""

import shutil
import tempfile
from pathlib import Path

from msgspec.structs import replace

from publisher.errors import SourceError
from publisher.external import Limits, run
from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import ALL, Rules
from publisher.readers.pandoc.office.docx import read_docx
from publisher.report import Report

#: LibreOffice's programs, by the names that systems give them.
PROGRAMS = ("soffice", "libreoffice")
#: It takes some 5 s and, as address space, 3 GB to start.
LIMITS = Limits(seconds=120, memory=8 << 30)
_FORM = "docx:MS Word 2007 XML"
#: LibreOffice's names for Word's old formats; without one it takes any bytes for a text.
_READ_AS = ("MS Word 97", "MS Word 95", "MS WinWord 6.0")
_WAY_OUT = "open it in Word or LibreOffice, and save it as .docx"
# A profile in which nothing that a document links to is fetched or read, and no macro runs.
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
)


def read_old_word(source: Source, media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The articles in *source*, none if it is empty; SourceError where LibreOffice is missing, or can't read it."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise SourceError(
            f"{source.name} is an old Word document (.doc), which LibreOffice reads; it isn't installed here",
            f"{_WAY_OUT}; or install LibreOffice (Debian: apt install libreoffice-writer-nogui)",
        )
    return read_docx(replace(source, data=_made_new(Path(program), source)), media, report, rules)


def _made_new(program: Path, source: Source) -> bytes:
    """The document as .docx."""
    with tempfile.TemporaryDirectory(prefix="publisher-") as place:
        folder = Path(place)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_profile(), "utf-8")
        (folder / "in.doc").write_bytes(source.data)
        command = [
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--convert-to", _FORM, "--outdir", str(folder)),
        ]
        made, task, reason = folder / "in.docx", f"{source.name}: reading it", ""
        for form in _READ_AS:
            arguments = [*command, f"--infilter={form}", str(folder / "in.doc")]
            reason = run(program, arguments, b"", task, _WAY_OUT, LIMITS).reason
            if made.is_file():
                return made.read_bytes()
        raise SourceError(f"{source.name}: LibreOffice can't read it ({reason})", _WAY_OUT)


def _profile() -> str:
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
