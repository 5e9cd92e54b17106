"""What the file says of itself: PDF/UA-1 and PDF/A, as far as it keeps them, and what its colours mean."""

from html import escape
from importlib import resources

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from publisher.metadata import BulletinMetadata
from publisher.writers.finishing import Group, describe

_RDF = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    "<pdfaExtension:schemas><rdf:Bag>{}</rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
_UA = ("http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "PDF/UA identification")
_PRISM = ("http://prismstandard.org/namespaces/basic/3.0/", "prism", "PRISM basic metadata")
#: What PDF/A doesn't know by itself must be described in the file (ISO 19005-3, 6.6.2.3).
_PROPERTIES = {
    _UA: (("part", "Integer", "internal", "Part of ISO 14289"),),
    _PRISM: (
        ("number", "Text", "external", "Number of the issue"),
        ("publicationDate", "Text", "external", "Date of the issue"),
    ),
}
#: The name by which colour management knows sRGB.
_CONDITION = "sRGB IEC61966-2.1"


def claim(pdf: pikepdf.Pdf, metadata: BulletinMetadata, part: int, accessible: bool) -> None:
    """Writes metadata and claims: PDF/A in *part* (2 or 3), and PDF/UA-1 where the file is *accessible*.

    A file with pictures that nothing is said of keeps PDF/A without its structure (conformance U).
    """
    groups: list[Group] = [
        (
            "pdfaid",
            "http://www.aiim.org/pdfa/ns/id/",
            [("part", str(part)), ("conformance", "A" if accessible else "U")],
        )
    ]
    if accessible:
        groups.append((_UA[1], _UA[0], [("part", "1")]))
    describe(pdf, metadata, groups, _schemas(accessible))
    profile = pdf.make_stream(resources.files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes(), N=3)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String(_CONDITION),
                RegistryName=String("http://www.color.org"),
                Info=String(_CONDITION),
                DestOutputProfile=profile,
            )
        ]
    )


def _schemas(accessible: bool) -> str:
    return _RDF.format("".join(_schema(*key) for key in _PROPERTIES if accessible or key != _UA))


def _schema(uri: str, prefix: str, name: str) -> str:
    properties = "".join(_property(*each) for each in _PROPERTIES[uri, prefix, name])
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{escape(name)}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def _property(name: str, kind: str, category: str, meaning: str) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>{category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{meaning}</pdfaProperty:description></rdf:li>"
    )
