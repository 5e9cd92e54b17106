"""A screen PDF as the older part of PDF/A that PDFBox's preflight knows."""

import io
import re

import pikepdf
from fontTools.ttLib import TTFont


def sibling(data: bytes) -> bytes:
    """The same file as PDF/A-1a, which knows less: no attachments, transparency, compressed objects, second author."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if "/AF" in pdf.Root:
            del pdf.Root["/AF"]
        if "/Names" in pdf.Root and "/EmbeddedFiles" in pdf.Root.Names:
            del pdf.Root.Names["/EmbeddedFiles"]
        for item in list(pdf.objects):
            if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
                item.CIDSet = pdf.make_stream(_glyphs(item.FontFile2.read_bytes()))
            elif isinstance(item, pikepdf.Stream) and "/SMask" in item:
                del item["/SMask"]
        if ", " in str(pdf.docinfo.get("/Author", "")):
            del pdf.docinfo["/Author"]
        said = pdf.Root.Metadata.read_bytes()
        claimed = re.sub(rb"<pdfaid:part>\d<", b"<pdfaid:part>1<", said)
        pdf.Root.Metadata.write(claimed)
        buffer = io.BytesIO()
        pdf.save(
            buffer,
            force_version="1.4",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            fix_metadata_version=False,
        )
        return buffer.getvalue()


def _glyphs(font: bytes) -> bytes:
    """A bit for each glyph that a font holds, as part 1 alone wants it (ISO 19005-1, 6.3.5)."""
    number: int = TTFont(io.BytesIO(font))["maxp"].numGlyphs
    return bytes([0xFF]) * (number // 8) + bytes([0xFF << (8 - number % 8) & 0xFF])
