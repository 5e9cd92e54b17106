"""What a PDF/X file says of itself: the standard, that it isn't trapped, an identifier (ISO 15930-7, 6.7 and 6.8)."""

import uuid

import pikepdf

from publisher.identity import NAMESPACE
from publisher.metadata import BulletinMetadata
from publisher.writers.finishing import Group, describe

_STANDARD = {
    "PDF/X-4": ("pdfxid", "http://www.npes.org/pdfx/ns/id/"),
    "PDF/X-1a:2003": ("pdfx", "http://ns.adobe.com/pdfx/1.3/"),
}


def describe_print(pdf: pikepdf.Pdf, metadata: BulletinMetadata, standard: str) -> None:
    """Writes document information and XMP, both from the bulletin's metadata, and the keys of *standard*."""
    describe(pdf, metadata, _groups(metadata, standard))
    pdf.docinfo["/Trapped"] = pikepdf.Name("/False")
    pdf.docinfo["/GTS_PDFXVersion"] = pikepdf.String(standard)


def _groups(metadata: BulletinMetadata, standard: str) -> tuple[Group, ...]:
    prefix, space = _STANDARD[standard]
    document = uuid.uuid5(NAMESPACE, f"{metadata.identifier} print").urn.replace("urn:uuid:", "uuid:")
    return (
        (prefix, space, [("GTS_PDFXVersion", standard)]),
        ("pdf", "http://ns.adobe.com/pdf/1.3/", [("Trapped", "False")]),
        (
            "xmpMM",
            "http://ns.adobe.com/xap/1.0/mm/",
            [("DocumentID", document), ("VersionID", "1"), ("RenditionClass", "default")],
        ),
    )
