"""Pictures as Word draws them in a line of text (ECMA-376 Part 1, 20.4.2.8)."""

from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from lxml import etree

from publisher.writers.docx.elements import NAMESPACES, Element, clean, w

#: English Metric Units to the point.
EMU = 12700
_PREFIXES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_PICTURE = NAMESPACES["pic"]
#: “Mark as decorative” (MS-ODRAWXML, 2.14): screen readers pass the picture over.
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


class Drawing(NamedTuple):
    """A picture in a line; *width* and *height* are pt, *number* is its own in the document.

    *bitmap* and *vector* are relationships to its parts; where there is a *vector*, today's Word shows that
    (MS-ODRAWXML, 2.18) and only older ones show the bitmap. *alt* None means that it is decorative.
    """

    number: int
    width: float
    height: float
    alt: str | None
    bitmap: str
    vector: str | None = None

    def run(self) -> Element:
        """The run that holds it."""
        return w("r", etree.fromstring(self._markup()))

    def _markup(self) -> str:
        size = f'cx="{round(self.width * EMU)}" cy="{round(self.height * EMU)}"'
        name = f'id="{self.number}" name="Picture {self.number}"'
        described = f"{name} descr={quoteattr(clean(self.alt or ''))}"
        decorative = _DECORATIVE if self.alt is None else ""
        return (
            f'<w:drawing {_PREFIXES}><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f"<wp:docPr {described}>{decorative}</wp:docPr>"
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{self.bitmap}">{self._vector()}</a:blip>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )

    def _vector(self) -> str:
        if self.vector is None:
            return ""
        return (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{self.vector}"/></a:ext></a:extLst>'
        )
