"""What a PDF says of itself: document information and XMP, and which PDF/X it claims to be."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pikepdf
from lxml import etree

from publisher.parsing import xml_parser
from publisher.preflight.press.content.objects import entry, items, name, text, unpacked
from publisher.preflight.press.faults import Fault

#: Bytes that a metadata packet may come to.
LARGEST_PACKET = 4 << 20
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SPACES = {
    "{http://www.npes.org/pdfx/ns/id/}": "pdfxid:",
    "{http://purl.org/dc/elements/1.1/}": "dc:",
    "{http://ns.adobe.com/xap/1.0/}": "xmp:",
    "{http://ns.adobe.com/xap/1.0/mm/}": "xmpMM:",
    "{http://ns.adobe.com/pdf/1.3/}": "pdf:",
}
#: What PDF/X-4 wants in XMP (ISO 15930-7, 6.3), and what the older parts want in the document information.
_WANTED_XMP = (
    "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:RenditionClass",
    "xmpMM:VersionID", "dc:title",
)  # fmt: skip
_WANTED_INFO = ("/CreationDate", "/ModDate", "/Producer")
#: The same thing in both places.
_TWINS = {
    "/Title": "dc:title", "/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate", "/Trapped": "pdf:Trapped",
}  # fmt: skip
_PDF_DATE = re.compile(r"^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?'?)?")
_XMP_DATE = re.compile(
    r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:Z|([+-]\d\d):(\d\d))?"
)
_TRAPPED = ("True", "False")
#: The newest PDF version that a part of the standard is built on.
_VERSIONS = {
    "PDF/X-1:2001": 1.3, "PDF/X-1a:2001": 1.3, "PDF/X-3:2002": 1.3, "PDF/X-1a:2003": 1.4, "PDF/X-3:2003": 1.4,
    "PDF/X-6": 2.0, "PDF/X-6n": 2.0, "PDF/X-6p": 2.0,
}  # fmt: skip
_NEWEST = 1.6


class Claims(NamedTuple):
    """Document information (``/Title``), XMP properties (``dc:title``), and the number of ``rdf:RDF`` in the packet.

    *number* is -1 where the packet can't be read, 0 where there is none.
    """

    info: Mapping[str, str]
    xmp: Mapping[str, str]
    number: int
    version: str
    has_id: bool

    @property
    def standard(self) -> str:
        """The PDF/X version it claims (``PDF/X-4``, ``PDF/X-1a:2003``), or nothing."""
        said = self.info.get("/GTS_PDFXConformance") or self.info.get("/GTS_PDFXVersion", "")
        return self.xmp.get("pdfxid:GTS_PDFXVersion") or said


def read_claims(pdf: pikepdf.Pdf) -> Claims:
    """What a PDF says of itself."""
    info = entry(pdf.trailer, "/Info")
    said = {}
    for key in (
        "/Title",
        "/CreationDate",
        "/ModDate",
        "/Producer",
        "/Trapped",
        "/GTS_PDFXVersion",
        "/GTS_PDFXConformance",
    ):
        value = entry(info, key)
        said[key] = name(value)[1:] or text(value)
    number, xmp = _read_xmp(unpacked(entry(pdf.Root, "/Metadata"), LARGEST_PACKET))
    identifier = items(entry(pdf.trailer, "/ID"))
    # Encryption asks for a version of its own; it is told by itself.
    version = "" if pdf.is_encrypted else pdf.pdf_version
    return Claims({k: v for k, v in said.items() if v}, xmp, number, version, len(identifier) == 2)


def _read_xmp(packet: bytes | None) -> tuple[int, dict[str, str]]:
    """How many ``rdf:RDF`` there are, and the properties in them, the first word of lists and alternatives."""
    if packet is None:
        return 0, {}
    parser = xml_parser()
    found: dict[str, str] = {}
    try:
        root = etree.parse(io.BytesIO(packet.strip(b"\0 \r\n\t")), parser).getroot()
    except etree.XMLSyntaxError:
        return -1, {}
    for description in root.iter(_RDF + "Description"):
        for key, value in _properties(description):
            found.setdefault(key, value)
    return sum(1 for _ in root.iter(_RDF + "RDF")), found


def _properties(description: Any) -> Iterator[tuple[str, str]]:
    for key, value in description.attrib.items():
        yield _short(key), value.strip()
    for element in description.iterchildren("*"):
        words = (element.text or "").strip() or next((i.text or "" for i in element.iter(_RDF + "li")), "")
        yield _short(element.tag), words.strip()


def _short(tag: str) -> str:
    space, mark, local = tag.rpartition("}")
    return _SPACES.get(space + mark, space + mark) + local


# ── what is wrong with it ────────────────────────────────────────────────────


def check_claims(claims: Claims) -> Iterator[Fault]:
    """What PDF/X wants said, and isn't (ISO 15930-7, 6.2 and 6.3; ISO 15930-4, 6.2)."""
    if claims.number < 0 or (not claims.xmp and claims.standard and is_modern(claims.standard)):
        what = "its XMP is no XML" if claims.number < 0 else f"it has no XMP, in which {claims.standard} has its keys"
        yield Fault("press.metadata", what, "write the metadata again")
        return
    yield from _check_standard(claims)
    if claims.number > 1:
        what = f"its XMP has {claims.number} rdf:RDF elements instead of one"
        yield Fault("press.metadata", what, "write the metadata again")
        return
    if claims.standard.startswith("PDF/X-"):
        yield from _check_trapped(claims)
        lacking = [*_lacking(claims), *([] if claims.has_id else ["/ID"])]
        if lacking:
            what = f"it lacks {', '.join(lacking)}, which {claims.standard} wants"
            yield Fault("press.metadata", what, "write the metadata again")
    yield from _check_twins(claims)


def _lacking(claims: Claims) -> list[str]:
    """The keys that the standard wants and the file doesn't say; that there is no title at all is told by itself."""
    wanted, said = (_WANTED_XMP, claims.xmp) if is_modern(claims.standard) else (_WANTED_INFO, claims.info)
    has_title = "/Title" in claims.info
    return [key for key in wanted if not said.get(key) and (key != "dc:title" or has_title)]


def _check_standard(claims: Claims) -> Iterator[Fault]:
    inside, outside = claims.xmp.get("pdfxid:GTS_PDFXVersion", ""), claims.info.get("/GTS_PDFXVersion", "")
    if not claims.standard.startswith("PDF/X-"):
        yield Fault(
            "press.version",
            "it doesn't say which PDF/X it is",
            "ask for PDF/X-4 (GTS_PDFXVersion in its metadata)",
        )
        return
    if inside and outside and inside != outside:
        yield Fault("press.version", f"it says {outside} in one place and {inside} in another", "let it say one")
    if is_modern(claims.standard) and not inside:
        yield Fault("press.version", f"it says {claims.standard}, but not in its XMP", "write the metadata again")
    newest = _VERSIONS.get(claims.standard, _NEWEST)
    if _number(claims.version) > newest:
        yield Fault(
            "press.version",
            f"{claims.standard} is built on PDF {newest}, and this is PDF {claims.version}",
            "write the file again in that version",
        )


def is_modern(standard: str) -> bool:
    """Whether the part of the standard keeps its keys in XMP, as PDF/X-4 and later do."""
    return not standard.startswith(("PDF/X-1", "PDF/X-2", "PDF/X-3"))


def _number(version: str) -> float:
    try:
        return float(version)
    except ValueError:
        return 0.0


def _check_trapped(claims: Claims) -> Iterator[Fault]:
    said = claims.info.get("/Trapped") or claims.xmp.get("pdf:Trapped", "")
    if said not in _TRAPPED:
        yield Fault(
            "press.trapped",
            f"it says “{said}” where it must say whether it is trapped"
            if said
            else "it doesn't say whether it is trapped",
            "say False, unless colours were spread by hand (/Trapped)",
        )


def _check_twins(claims: Claims) -> Iterator[Fault]:
    """What is said in both places must be the same."""
    for key, twin in _TWINS.items():
        one, other = claims.info.get(key), claims.xmp.get(twin)
        if key == "/Trapped" and one not in _TRAPPED:
            continue  # that is told by itself
        if one and other and one != other and not (key.endswith("Date") and _same_time(one, other)):
            yield Fault("press.metadata", f"{key} is “{one}”, and {twin} “{other}”", "let both say the same")


def _same_time(one: str, other: str) -> bool:
    first, second = _PDF_DATE.match(one), _XMP_DATE.match(other)
    if not first or not second:
        return False
    return [int(part or 0) for part in first.groups()] == [int(part or 0) for part in second.groups()]
