"""Files that are spoilt in what they say of themselves and what they hold beside their pages: name → code, spoil."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.preflight.press import sound
from tests.preflight.press.sound import TRIM, called, group
from tests.preflight.press.spoils import (
    SRGB,
    Spoil,
    descriptor,
    drop,
    info,
    intent,
    link,
    page,
    put,
    root,
    said_otherwise,
    with_profile,
)

SECOND_RDF = "</rdf:RDF><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>"
SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
SCRIPTS = Dictionary(Names=Array([String("a"), SCRIPT]))
NARROW = [edge + (1 - 3) * sound.MM * outwards for edge, outwards in zip(sound.BLEED_BOX, (-1, -1, 1, 1), strict=True)]


def damaged(pdf: pikepdf.Pdf) -> Stream:
    return Stream(pdf, b"no flate", {"/Filter": Name.FlateDecode})


def field(pdf: pikepdf.Pdf) -> None:
    link([60, 380, 100, 390], Subtype=Name.Widget, T=String("a"))(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].Annots[0]]))


def layers(pdf: pikepdf.Pdf) -> Array:
    """Two layers, each an object of its own."""
    return Array([pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("Proof", "Final")])


def layer_off(pdf: pikepdf.Pdf) -> None:
    found = layers(pdf)
    pdf.Root.OCProperties = Dictionary(OCGs=found, D=Dictionary(OFF=Array([found[0]])))


def layers_off_but_one(pdf: pikepdf.Pdf) -> None:
    found = layers(pdf)
    pdf.Root.OCProperties = Dictionary(OCGs=found, D=Dictionary(BaseState=Name.OFF, ON=Array([found[1]])))


def substitute(pdf: pikepdf.Pdf) -> None:
    picture = called(pdf, "/XObject", "/Picture")
    picture.Alternates = Array([Dictionary(Image=picture, DefaultForPrinting=True)])


BROKEN: dict[str, tuple[str, Spoil]] = {
    "no claim": ("press.version", said_otherwise("pdfxid:GTS_PDFXVersion", "pdfxid:Other")),
    "two claims": ("press.version", put(info, "/GTS_PDFXVersion", lambda _: String("PDF/X-3:2003"))),
    "no rendition class": ("press.metadata", said_otherwise("xmpMM:RenditionClass", "xmpMM:Other")),
    "titles differ": ("press.metadata", said_otherwise("The river", "The lake")),
    "dates differ": ("press.metadata", put(info, "/ModDate", lambda _: String("D:20261125000000Z"))),
    "two RDF": ("press.metadata", said_otherwise("</rdf:RDF>", SECOND_RDF)),
    "trapping unknown": ("press.trapped", put(info, "/Trapped", lambda _: Name.Unknown)),
    "no title": ("pdf.title", drop(info, "/Title")),
    "no intent": ("press.intent", drop(root, "/OutputIntents")),
    "intent for a screen": ("press.intent", with_profile(SRGB, 3)),
    "intent without a condition": ("press.intent", drop(intent, "/OutputConditionIdentifier")),
    "a condition of one's own": ("press.condition", drop(intent, "/RegistryName")),
    "no trim": ("pdf.box", drop(page, "/TrimBox")),
    "no bleed": ("pdf.box", drop(page, "/BleedBox")),
    "trim outside": ("pdf.box", put(page, "/TrimBox", lambda _: Array([0, 0, 900, 900]))),
    "an art box": ("pdf.box", put(page, "/ArtBox", lambda _: Array(TRIM))),
    "a narrow bleed": ("press.bleed-width", put(page, "/BleedBox", lambda _: Array(NARROW))),
    "a font outside": ("pdf.font", drop(descriptor, "/FontFile2")),
    "a broken font": ("pdf.font", put(descriptor, "/FontFile2", lambda pdf: Stream(pdf, b"\0\1\0\0 no font"))),
    "wrong widths": ("pdf.widths", drop(lambda pdf: called(pdf, "/Font", "/Body").DescendantFonts[0], "/W")),
    "no letters": ("pdf.tounicode", drop(lambda pdf: called(pdf, "/Font", "/Body"), "/ToUnicode")),
    "RGB blending": ("press.blend-space", put(page, "/Group", lambda _: group(Name.DeviceRGB))),
    "a picture elsewhere": (
        "press.external",
        put(lambda pdf: called(pdf, "/XObject", "/Picture"), "/OPI", lambda _: Dictionary()),
    ),
    "a link": ("press.annotation", link([60, 380, 100, 390])),
    "an action beside the page": ("press.action", link([0, 0, 5, 5], A=SCRIPT)),
    "a script": ("press.action", put(root, "/OpenAction", lambda _: SCRIPT)),
    "a script by name": ("press.action", put(root, "/Names", lambda _: Dictionary(JavaScript=SCRIPTS))),
    "an attachment": ("press.attachment", lambda pdf: pdf.attachments.__setitem__("a.txt", b"words")),
    "XMP that is no XML": ("press.metadata", lambda pdf: pdf.Root.Metadata.write(b"<x")),
    "a field": ("press.form", field),
    "a form": ("press.form", put(root, "/AcroForm", lambda _: Dictionary(Fields=Array([Dictionary(T=String("a"))])))),
    "a layer switched off": ("press.hidden", layer_off),
    "all layers switched off but one": ("press.hidden", layers_off_but_one),
    "another picture for printing": ("press.hidden", substitute),
    "damaged content": ("pdf.partly", put(page, "/Contents", damaged)),
}
