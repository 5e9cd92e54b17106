"""What both PDFs get after they were drawn: document information, XMP, and bytes that repeat."""

import datetime
import io
from collections.abc import Sequence
from html import escape

import pikepdf

from publisher.identity import producer
from publisher.metadata import BulletinMetadata
from publisher.writers.heads import document_title

#: Dates that a file must bear though the issue has none.
NO_DATE = datetime.date(1980, 1, 1)

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{descriptions}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


_Field = tuple[str, "str | tuple[str, tuple[str, ...]]"]
#: A schema of XMP: prefix, name space, fields.
Group = tuple[str, str, list[_Field]]


def pdf_date(metadata: BulletinMetadata) -> str:
    """The date of the issue as PDF writes it (ISO 32000-1, 7.9.4)."""
    return (metadata.date or NO_DATE).strftime("D:%Y%m%d000000+00'00'")


def describe(pdf: pikepdf.Pdf, metadata: BulletinMetadata, further: Sequence[Group] = (), schemas: str = "") -> None:
    """Writes the bulletin's metadata into the document information and the XMP (ISO 32000-1, 14.3).

    *further* groups of the XMP say what only this kind of file has to say; *schemas* is RDF that describes them.
    """
    information = {
        "/Title": document_title(metadata),
        "/Author": ", ".join(metadata.authors or _publisher(metadata)),
        "/Subject": metadata.subtitle or "",
        "/Keywords": ", ".join(metadata.keywords),
        "/Creator": producer(),
        "/Producer": producer(),
        "/CreationDate": pdf_date(metadata),
        "/ModDate": pdf_date(metadata),
    }
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    for key, value in information.items():
        if value:
            pdf.docinfo[key] = pikepdf.String(value)
    stream = pikepdf.Stream(pdf, xmp(metadata, further, schemas).encode())
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = pdf.make_indirect(stream)
    pdf.Root.Lang = pikepdf.String(metadata.language)


def xmp(metadata: BulletinMetadata, further: Sequence[Group] = (), schemas: str = "") -> str:
    """The bulletin's metadata as an XMP packet (ISO 16684-1): Dublin Core, XMP, PDF and PRISM."""
    descriptions = (
        # Each group declares its own name space: some validators don't look further up.
        f'<rdf:Description rdf:about="" xmlns:{prefix}="{uri}">'
        + "".join(f"<{prefix}:{name}>{_value(value)}</{prefix}:{name}>" for name, value in fields if value)
        + "</rdf:Description>"
        for prefix, uri, fields in _merged((*_groups(metadata), *further))
    )
    return _XMP.format(descriptions="\n".join([*descriptions, schemas]))


def _merged(groups: Sequence[Group]) -> list[Group]:
    """One group for each name space: readers stop at the first."""
    merged: dict[str, Group] = {}
    for prefix, uri, fields in groups:
        merged[prefix] = (prefix, uri, [*(merged[prefix][2] if prefix in merged else ()), *fields])
    return list(merged.values())


def _groups(metadata: BulletinMetadata) -> list[Group]:
    date = (metadata.date or NO_DATE).isoformat()
    stamp = f"{date}T00:00:00Z"
    tool: list[_Field] = [("CreatorTool", producer())]
    stamps: list[_Field] = [("CreateDate", stamp), ("ModifyDate", stamp), ("MetadataDate", stamp)]
    keywords = ", ".join(metadata.keywords)
    return [
        ("dc", "http://purl.org/dc/elements/1.1/", _dublin_core(metadata, date)),
        ("xmp", "http://ns.adobe.com/xap/1.0/", tool + stamps),
        ("pdf", "http://ns.adobe.com/pdf/1.3/", [("Producer", producer()), ("Keywords", keywords)]),
        (
            "prism",
            "http://prismstandard.org/namespaces/basic/3.0/",
            [("number", metadata.number or ""), ("publicationDate", date if metadata.date else "")],
        ),
    ]


def _dublin_core(metadata: BulletinMetadata, date: str) -> list[_Field]:
    authors = metadata.authors or _publisher(metadata)
    return [
        ("format", "application/pdf"),
        ("title", ("Alt", (document_title(metadata),))),
        ("description", ("Alt", (metadata.subtitle,)) if metadata.subtitle else ""),
        ("creator", ("Seq", authors) if authors else ""),
        ("publisher", ("Bag", _publisher(metadata)) if metadata.publisher else ""),
        ("rights", ("Alt", (metadata.rights,)) if metadata.rights else ""),
        ("subject", ("Bag", metadata.keywords) if metadata.keywords else ""),
        ("identifier", metadata.identifier),
        ("language", ("Bag", (metadata.language,))),
        ("date", ("Seq", (date,)) if metadata.date else ""),
    ]


def _publisher(metadata: BulletinMetadata) -> tuple[str, ...]:
    return (metadata.publisher,) if metadata.publisher else ()


def _value(value: "str | tuple[str, tuple[str, ...]]") -> str:
    if isinstance(value, str):
        return escape(value, quote=False)
    kind, items = value
    mark = ' xml:lang="x-default"' if kind == "Alt" else ""
    inner = "".join(f"<rdf:li{mark}>{escape(item, quote=False)}</rdf:li>" for item in items)
    return f"<rdf:{kind}>{inner}</rdf:{kind}>"


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The file's bytes; the same contents give the same bytes, /ID included."""
    buffer = io.BytesIO()
    pdf.save(
        buffer,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        fix_metadata_version=False,
    )
    return buffer.getvalue()
