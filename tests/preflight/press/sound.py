"""A small PDF/X-4 with nothing wrong in it, made by hand: two pages with one of everything a press meets."""

import functools
import io
from collections.abc import Callable
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream, String

from publisher.formats import Artifact, Format
from publisher.preflight.pdf import examine_pdf
from publisher.preflight.press.faults import Spot
from publisher.profiles import coated_profile
from publisher.theme.loading import styles_folder

MM = 72 / 25.4
#: Trim 100 × 140 mm, 3 mm of bleed, 8 mm for marks.
SLUG, BLEED, WIDTH, HEIGHT = 8 * MM, 3 * MM, 100 * MM, 140 * MM
TRIM = [SLUG + BLEED, SLUG + BLEED, SLUG + BLEED + WIDTH, SLUG + BLEED + HEIGHT]
BLEED_BOX = [SLUG, SLUG, SLUG + 2 * BLEED + WIDTH, SLUG + 2 * BLEED + HEIGHT]
MEDIA = [0.0, 0.0, 2 * SLUG + 2 * BLEED + WIDTH, 2 * SLUG + 2 * BLEED + HEIGHT]
WORDS = "Ice on the river"
STAMP, XMP_STAMP = "D:20261124000000Z", "2026-11-24T00:00:00Z"
XMP = f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">The river</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>{XMP_STAMP}</xmp:CreateDate><xmp:ModifyDate>{XMP_STAMP}</xmp:ModifyDate>
<xmp:MetadataDate>{XMP_STAMP}</xmp:MetadataDate><xmpMM:DocumentID>uuid:3f6c2d53-5c3f-5d1e-9a49-1f0d6d3f6f00</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
#: Operators of the first page; lines are numbered by what they show, for tests to change one.
CONTENT = {
    "background": f"0.1 0 0.05 0 k {BLEED_BOX[0]} {BLEED_BOX[1]} {WIDTH + 2 * BLEED} {HEIGHT + 2 * BLEED} re f",
    "marks": f"/All cs 1 scn 20 {TRIM[1]} m {BLEED_BOX[0]} {TRIM[1]} l 0.25 w /All CS 1 SCN S",
    "text": "BT /Body 10 Tf /Over gs 0 0 0 1 k 1 0 0 1 60 380 Tm {shown} Tj ET",
    "headline": "BT /Body 30 Tf /Normal gs 0 0.9 0.7 0.1 k 1 0 0 1 60 330 Tm {shown} Tj ET",
    "rule": "/Normal gs 0 0 0 1 K 0.5 w 60 320 m 200 320 l S",
    "tint": "0 0 0 0.3 k 60 280 140 20 re f",
    "spot": "/Spot cs 0.5 scn 60 250 140 20 re f",
    "picture": "q 72 0 0 72 60 160 cm /Picture Do Q",
    "lineart": "q 36 0 0 36 150 160 cm 0 0 0 1 k /LineArt Do Q",
    "gradient": "q 60 100 140 40 re W n /Gradient sh Q",
    "tiling": "/Pattern cs /Tiles scn 220 100 40 40 re f",
    "form": "q 1 0 0 1 220 160 cm /Form Do Q",
    "masked": "q /Masked gs 0 0.2 0.2 0 k 220 220 40 40 re f Q",
}


@functools.cache
def font_data() -> bytes:
    """A TrueType font with the letters of `WORDS`."""
    font = TTFont(styles_folder() / "fonts" / "SourceSerif4-Regular.ttf")
    options = subset.Options(retain_gids=False, layout_features=[], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=WORDS)
    subsetter.subset(font)
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def shown() -> str:
    """`WORDS` as a hexadecimal string of glyph numbers."""
    font = TTFont(io.BytesIO(font_data()))
    cmap = font.getBestCmap()
    return "<" + "".join(f"{font.getGlyphID(cmap[ord(letter)]):04X}" for letter in WORDS) + ">"


def font_dictionary(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The font as PDF has it: composite, with widths and ToUnicode."""
    font = TTFont(io.BytesIO(font_data()))
    em, cmap = font["head"].unitsPerEm, font.getBestCmap()
    order = font.getGlyphOrder()
    widths = Array([0, Array([round(font["hmtx"][glyph][0] * 1000 / em) for glyph in order])])
    lines = "\n".join(f"<{font.getGlyphID(glyph):04X}> <{code:04X}>" for code, glyph in sorted(cmap.items()))
    table = f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{len(cmap)} beginbfchar\n{lines}\nendbfchar\n"
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Serif"), Flags=4, ItalicAngle=0, Ascent=900, Descent=-300,
            CapHeight=700, StemV=80, FontBBox=Array([0, -300, 1000, 900]), FontFile2=Stream(pdf, font_data()),
        )
    )  # fmt: skip
    below = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/ABCDEF+Serif"), FontDescriptor=descriptor,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        W=widths, DW=1000, CIDToGIDMap=Name.Identity,
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Serif"), Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]), ToUnicode=Stream(pdf, table.encode()),
        )
    )  # fmt: skip


def image(pdf: pikepdf.Pdf, pixels: int, space: pikepdf.Object, components: int, bits: int = 8, **more: Any) -> Stream:
    """A square image of one colour."""
    row = (pixels * components * bits + 7) // 8
    stream = Stream(pdf, b"\x40" * row * pixels)
    for key, value in {
        "Type": Name.XObject, "Subtype": Name.Image, "Width": pixels, "Height": pixels, "BitsPerComponent": bits,
    }.items():  # fmt: skip
        stream[f"/{key}"] = value
    if more.pop("stencil", False):
        stream.ImageMask = True
    else:
        stream.ColorSpace = space
    for key, value in more.items():
        stream[f"/{key}"] = value
    return stream


def ramp(first: list[float], last: list[float]) -> Dictionary:
    """A gradient's function between two colours."""
    return Dictionary(FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array(first), C1=Array(last))


def tint(name: str) -> Array:
    """A separation space of one ink, shown as black where it isn't mixed."""
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, ramp([0, 0, 0, 0], [0, 0, 0, 1])])


def form(pdf: pikepdf.Pdf, content: bytes, **more: Any) -> Stream:
    """A form of 40 × 40 pt."""
    stream = Stream(pdf, content)
    for key, value in {
        "Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 40, 40]), "Resources": Dictionary(), **more,
    }.items():  # fmt: skip
        stream[f"/{key}"] = value
    return stream


def group(space: pikepdf.Object) -> Dictionary:
    """A transparency group that blends in *space*."""
    return Dictionary(Type=Name.Group, S=Name.Transparency, CS=space, I=True)


def shading() -> Dictionary:
    """A gradient from paper to blue."""
    return Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([60, 100, 200, 100]),
        Function=ramp([0, 0, 0, 0], [0.8, 0.2, 0, 0]), Extend=Array([True, True]),
    )  # fmt: skip


def tiling(pdf: pikepdf.Pdf) -> Stream:
    """A pattern of red squares."""
    tiles = Stream(pdf, b"0 0.4 0 0 k 0 0 2 2 re f")
    for key, value in {
        "Type": Name.Pattern, "PatternType": 1, "PaintType": 1, "TilingType": 1, "BBox": Array([0, 0, 4, 4]),
        "XStep": 4, "YStep": 4, "Resources": Dictionary(),
    }.items():  # fmt: skip
        tiles[f"/{key}"] = value
    return tiles


def resources(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """What the pages call by name."""
    masking = form(pdf, b"0.6 g 0 0 500 500 re f", BBox=Array([0, 0, 500, 500]), Group=group(Name.DeviceGray))
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=pdf.make_indirect(masking))
    pictures = {
        "Picture": image(pdf, 300, Name.DeviceCMYK, 4, SMask=pdf.make_indirect(image(pdf, 300, Name.DeviceGray, 1))),
        "LineArt": image(pdf, 300, Name.DeviceGray, 1, 1, stencil=True),
        "Form": form(pdf, b"0.2 0 0 0 k 0 0 40 40 re f", Group=group(Name.DeviceCMYK)),
    }
    return pdf.make_indirect(
        Dictionary(
            Font=Dictionary(Body=font_dictionary(pdf)),
            ColorSpace=Dictionary(All=tint("All"), Spot=tint("Signal")),
            ExtGState=Dictionary(
                Over=Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1),
                Normal=Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0),
                Masked=pdf.make_indirect(Dictionary(Type=Name.ExtGState, SMask=mask)),
            ),
            XObject=Dictionary({f"/{key}": pdf.make_indirect(value) for key, value in pictures.items()}),
            Shading=Dictionary(Gradient=pdf.make_indirect(shading())),
            Pattern=Dictionary(Tiles=pdf.make_indirect(tiling(pdf))),
        )
    )


def page(pdf: pikepdf.Pdf, content: str, named: pikepdf.Object) -> pikepdf.Page:
    """A page of the size of all, with *content*."""
    return pikepdf.Page(
        pdf.make_indirect(
            Dictionary(
                Type=Name.Page, MediaBox=Array(MEDIA), TrimBox=Array(TRIM), BleedBox=Array(BLEED_BOX), Resources=named,
                Contents=Stream(pdf, content.replace("{shown}", shown()).encode()), Group=group(Name.DeviceCMYK),
            )
        )
    )  # fmt: skip


def intent(pdf: pikepdf.Pdf, profile: bytes) -> Dictionary:
    """An output intent with *profile*."""
    stream = Stream(pdf, profile, {"/N": 4})
    return Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"),
        RegistryName=String("http://www.color.org"), DestOutputProfile=pdf.make_indirect(stream),
    )  # fmt: skip


def saved(pdf: pikepdf.Pdf, version: str = "1.6", **more: Any) -> bytes:
    """The bytes of *pdf*."""
    buffer = io.BytesIO()
    pdf.save(buffer, fix_metadata_version=False, static_id=True, force_version=version, **more)
    return buffer.getvalue()


@functools.cache
def sound() -> bytes:
    """The file."""
    with pikepdf.new() as pdf:
        named = resources(pdf)
        pdf.pages.append(page(pdf, "\n".join(CONTENT.values()), named))
        pdf.pages.append(page(pdf, CONTENT["text"], named))
        pdf.Root.OutputIntents = Array([intent(pdf, coated_profile())])
        metadata = Stream(pdf, XMP.encode(), {"/Type": Name.Metadata, "/Subtype": Name.XML})
        pdf.Root.Metadata = pdf.make_indirect(metadata)
        pdf.trailer.Info = pdf.make_indirect(
            Dictionary(Title=String("The river"), CreationDate=String(STAMP), ModDate=String(STAMP), Trapped=Name.false)
        )
        pdf.trailer.Info.Trapped = Name("/False")
        return saved(pdf)


def spoilt(spoil: Callable[[pikepdf.Pdf], object], version: str = "1.6", **more: Any) -> bytes:
    """The file after one change."""
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        spoil(pdf)
        return saved(pdf, version, **more)


def changed(line: str, to: str) -> Callable[[pikepdf.Pdf], object]:
    """The change that puts *to* in the place of one line of `CONTENT`."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        lines = CONTENT | {line: to}
        pdf.pages[0].Contents = Stream(pdf, "\n".join(lines.values()).replace("{shown}", shown()).encode())

    return spoil


def called(pdf: pikepdf.Pdf, kind: str, name: str) -> Any:
    """What the first page calls *name*."""
    return pdf.pages[0].Resources[kind][name]


def spots(data: bytes, kind: Format = Format.PRINT) -> tuple[Spot, ...]:
    """What is found in *data*; that ink couldn't be measured is left out, where there is no renderer."""
    found = examine_pdf(Artifact(kind, "x.pdf", data)).spots
    return tuple(spot for spot in found if spot.finding.code != "press.ink-unchecked")


def codes(data: bytes) -> list[str]:
    """The codes of what is found in *data*."""
    return [spot.finding.code for spot in spots(data)]
