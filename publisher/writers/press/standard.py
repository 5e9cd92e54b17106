"""What each PDF/X asks of a file beyond inks: its PDF version, and what may not be in it."""

import io
from collections.abc import Iterator

import pikepdf

from publisher.errors import ConfigurationError
from publisher.profiles import profile_version
from publisher.writers.press.transparency import drop_groups, find_transparency

#: PDF version that a standard is built on (ISO 15930-7, 5; ISO 15930-4, 5).
VERSIONS = {"PDF/X-4": "1.6", "PDF/X-1a:2003": "1.4"}
#: Reasons that one message names.
NAMED = 8


def keep_standard(pdf: pikepdf.Pdf, standard: str, profile: bytes) -> None:
    """Gives pages the groups that *standard* has; a ConfigurationError says all that stands in its way."""
    if standard == "PDF/X-4":
        for page in pdf.pages:
            page.obj.Group = pikepdf.Dictionary(
                Type=pikepdf.Name.Group, S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK
            )
        return
    if reasons := list(_obstacles(pdf, profile)):
        more = f"; and {len(reasons) - NAMED} more" if len(reasons) > NAMED else ""
        raise ConfigurationError(
            f"{standard} can't be kept: {'; '.join(reasons[:NAMED])}{more}",
            'take these out, or say standard = "PDF/X-4" under [print], which allows them',
        )
    drop_groups(pdf)


def save_print(pdf: pikepdf.Pdf, standard: str) -> bytes:
    """The file's bytes, the same for the same contents; no object streams, which older presses can't read."""
    buffer = io.BytesIO()
    pdf.save(
        buffer,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        force_version=VERSIONS[standard],
        fix_metadata_version=False,
    )
    return buffer.getvalue()


def _obstacles(pdf: pikepdf.Pdf, profile: bytes) -> Iterator[str]:
    """All that a file of PDF 1.4 without transparency can't have."""
    for seen in find_transparency(pdf):
        yield f"page {seen.page} has {seen.what}"
    for item in pdf.objects:
        file = item.get("/FontFile3") if isinstance(item, pikepdf.Dictionary) else None
        if file is not None and str(file.get("/Subtype", "")) == "/OpenType":
            yield f"the font {str(item.get('/FontName', '?')).lstrip('/')} is an OpenType font with CFF outlines"
    major, minor = profile_version(profile)
    if major > 2:
        yield f"the press profile is of ICC version {major}.{minor}, and PDF 1.4 knows version 2 at most"
