"""Whether a PDF that claims PDF/A could be one: what archives ask for first (ISO 19005-2 and 19005-3)."""

import re
from collections.abc import Iterator

import pikepdf

from publisher.preflight.press.content.objects import entry, is_dictionary, items, name, unpacked
from publisher.report import Finding, Where, finding

_CLAIM = re.compile(rb"pdfaid:part\s*(?:=\s*[\"']|>)\s*([1-4])")
_HINT = "make the file again; if it is one of ours, the program is at fault: please report it"


def claimed_part(pdf: pikepdf.Pdf) -> int | None:
    """The part of ISO 19005 that the file claims to keep."""
    found = _CLAIM.search(unpacked(entry(pdf.Root, "/Metadata"), 4 << 20) or b"")
    return int(found[1]) if found else None


def check_archive(pdf: pikepdf.Pdf, file: str, part: int) -> Iterator[Finding]:
    """What speaks against the claim of PDF/A."""
    for fault in _faults(pdf, part):
        yield finding("pdf.archive", f"{file}: {fault}", Where(file=file), _HINT)


def _faults(pdf: pikepdf.Pdf, part: int) -> Iterator[str]:
    intents = items(entry(pdf.Root, "/OutputIntents"))
    meant = [intent for intent in intents if name(entry(intent, "/S")) == "/GTS_PDFA1"]
    if not any(entry(intent, "/DestOutputProfile") is not None for intent in meant):
        yield "nothing says what its colours mean (OutputIntents)"
    if pdf.is_encrypted:
        yield "it is encrypted"
    yield from _attached(pdf, part)
    for item in pdf.objects:
        action = name(entry(item, "/S"))
        if action in ("/JavaScript", "/Launch", "/Sound", "/Movie"):
            yield f"it holds an action ({action[1:]})"
        if isinstance(item, pikepdf.Stream):
            yield from _picture(item)


def _attached(pdf: pikepdf.Pdf, part: int) -> Iterator[str]:
    """Files in the file: none before part 3, which wants to know what they are to the document (6.8)."""
    known = {item.objgen for item in items(entry(pdf.Root, "/AF")) if is_dictionary(item)}
    for item in pdf.objects:
        if name(entry(item, "/Type")) != "/Filespec":
            continue
        if part < 3:
            yield f"a file is attached, which part {part} excludes"
        elif part == 3 and (not name(entry(item, "/AFRelationship")) or item.objgen not in known):
            yield "an attached file doesn't say what it is to the document (AFRelationship)"


def _picture(item: pikepdf.Stream) -> Iterator[str]:
    if bool(item.get("/Interpolate", False)):
        yield "a picture is interpolated"
    if name(entry(item, "/ColorSpace")) == "/DeviceCMYK":
        yield "a picture is in CMYK, which its output intent doesn't explain"
