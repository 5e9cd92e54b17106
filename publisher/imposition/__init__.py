"""Pages onto sheets: a booklet to fold, or two pages side by side, from a print or a screen PDF."""

import io
import warnings
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

from publisher.errors import SourceError
from publisher.imposition.order import Blank, Side, booklet_sides, padded, paired_sides
from publisher.imposition.sheet import Line, Place, Plan, SheetName, marks, place, plan, read_size
from publisher.normalise.language.detection import direction
from publisher.preflight.press.content.geometry import MM, Box, Frame
from publisher.preflight.press.content.objects import entry, is_dictionary, limit_unpacking, name, text, unpacked
from publisher.preflight.press.file.frames import read_frame
from publisher.report import Finding, Where, finding

Arrangement = Literal["2up", "booklet"]
#: Sizes that differ by more than this, pt, are different.
_ROUNDING = 1.0
#: Entries of the catalogue that speak of the old pages.
_OF_PAGES = (
    "/Outlines", "/Names", "/Dests", "/PageLabels", "/PageMode", "/PageLayout", "/StructTreeRoot", "/MarkInfo",
    "/AcroForm", "/OpenAction", "/AA", "/Threads", "/SpiderInfo", "/AF", "/URI",
)  # fmt: skip
#: Claims in XMP that a sheet doesn't keep.
_OF_READING = ("pdfuaid:part", "pdfuaid:rev", "pdfaid:part", "pdfaid:conformance", "pdfaid:rev", "pdfaid:amd")


class Demand(NamedTuple):
    """What is wanted; *creep* is how far the innermost sheet is pushed out by those around it, mm."""

    arrangement: Arrangement
    sheet: SheetName
    creep: float = 0.0
    blank: Blank = "end"


class Imposed(NamedTuple):
    """The sheets' PDF, how many sides it has, by which edge sheets are turned over, and what was found on the way.

    *turned* is ``short`` or ``long``, and nothing where the other side needn't fit.
    """

    data: bytes
    sides: int
    turned: str
    findings: tuple[Finding, ...]


def impose_pages(data: bytes, file: str, demand: Demand) -> Imposed:
    """The pages of a PDF on sheets: its inks, profile, title and author are kept, links and tags are not.

    Pages are cut to their trim, with as much of their bleed as the sheet has room for.
    """
    limit_unpacking()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if not pdf.pages:
                raise SourceError(f"{file}: has no pages", "give the path of a finished PDF")
            return _imposed(pdf, file, demand)
    except pikepdf.PasswordError:
        raise SourceError(f"{file}: can't be opened without its password", "ask for it without one") from None
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RuntimeError) as error:
        raise SourceError(f"{file}: can't be read as PDF: {error}", "ask for the file again") from None


def _imposed(pdf: pikepdf.Pdf, file: str, demand: Demand) -> Imposed:
    frames = [read_frame(page, number) for number, page in enumerate(pdf.pages, 1)]
    sheet, sides = plan(demand.sheet, frames), _sides(pdf, len(frames), demand)
    folds = demand.arrangement == "booklet"
    turned = "" if not folds else "short" if sheet.width > sheet.height else "long"
    preferences = _preferences(turned, _reads_from_the_right(pdf))
    drawing = _Drawing(pdf, sheet, frames, demand.creep / MM if folds else 0.0, folds)
    pages = [drawing.page(side) for side in sides]
    del pdf.pages[:]
    pdf.pages.extend(pages)
    _withdraw(pdf)
    pdf.Root.ViewerPreferences = preferences
    return Imposed(_saved(pdf), len(sides), turned, tuple(_findings(file, frames, sheet, demand)))


def _sides(pdf: pikepdf.Pdf, pages: int, demand: Demand) -> tuple[Side, ...]:
    from_the_right = _reads_from_the_right(pdf)
    if demand.arrangement == "2up":
        return paired_sides(pages, from_the_right)
    return booklet_sides(padded(pages, demand.blank), from_the_right)


def _reads_from_the_right(pdf: pikepdf.Pdf) -> bool:
    """What the file says of its reading direction, or else its language."""
    said = name(entry(entry(pdf.Root, "/ViewerPreferences"), "/Direction"))
    return said == "/R2L" if said else direction(text(entry(pdf.Root, "/Lang")) or "en") == "rtl"


def _findings(file: str, frames: Sequence[Frame], sheet: Plan, demand: Demand) -> Iterator[Finding]:
    blanks = -len(frames) % 4
    if demand.arrangement == "booklet" and blanks:
        stand = "before its last page" if demand.blank == "cover" and len(frames) > 1 else "at its end"
        pages = "1 page" if len(frames) == 1 else f"{len(frames)} pages"
        word = "a blank page stands" if blanks == 1 else f"{blanks} blank pages stand"
        yield finding(
            "sheets.padded",
            f"it has {pages}, and folded sheets have four each; {word} {stand}",
            Where(file=file),
            "--blank cover keeps the last page as the back cover" if demand.blank == "end" else None,
        )
    if sheet.scale < 1:
        message = f"two pages side by side are larger than {demand.sheet}; they stand on it at {sheet.scale:.1%}"
        yield finding("sheets.scaled", message, Where(file=file), "take a larger sheet, if they should keep their size")
    first = read_size(frames[0])
    odd = [f.number for f in frames if max(abs(a - b) for a, b in zip(read_size(f), first, strict=True)) > _ROUNDING]
    if odd:
        message = f"page {odd[0]} has another size than page 1; each stands at the spine, in the middle"
        yield finding("sheets.sizes", message, Where(file=file, page=odd[0]))


# ── what is written ──────────────────────────────────────────────────────────


def _form(pdf: pikepdf.Pdf, page: pikepdf.Page, frame: Frame) -> pikepdf.Object:
    """A page as a form of its own space; the sheet's window cuts it."""
    form = page.as_form_xobject(handle_transformations=False)
    form.BBox = _array(frame.media, 1 / frame.unit)
    group = entry(page.obj, "/Group")
    if is_dictionary(group):
        form.Group = group
    return pdf.make_indirect(form)


class _Drawing:
    """What all sides of all sheets are drawn with; *creep* in pt."""

    def __init__(self, pdf: pikepdf.Pdf, sheet: Plan, frames: Sequence[Frame], creep: float, folds: bool) -> None:
        self.pdf = pdf
        self.sheet = sheet
        self.frames = frames
        self.creep = creep
        self.folds = folds
        self.forms = [_form(pdf, page, frame) for page, frame in zip(pdf.pages, frames, strict=True)]
        self.ink = _registration(pdf)

    def page(self, side: Side) -> pikepdf.Page:
        """One side of a sheet."""
        sheet, shift = self.sheet, self.creep * side.depth
        drawn, called = [], Dictionary()
        for leaf, on_the_right in ((side.left, False), (side.right, True)):
            if leaf is not None:
                key = f"/P{leaf + 1}"
                called[key] = self.forms[leaf]
                drawn.append(_drawn(key, place(self.frames[leaf], sheet, on_the_right, shift)))
        drawn.append(_marked(marks(sheet, shift, self.folds)))
        page = Dictionary(
            Type=Name.Page,
            MediaBox=_array(Box(0.0, 0.0, sheet.width, sheet.height)),
            TrimBox=_array(sheet.cut(shift)),
            BleedBox=_array(sheet.bleed(shift)),
            Resources=Dictionary(XObject=called, ColorSpace=Dictionary(All=self.ink)),
            Contents=self.pdf.make_stream("\n".join(drawn).encode()),
        )
        return pikepdf.Page(self.pdf.make_indirect(page))


def _drawn(key: str, where: Place) -> str:
    window = where.window
    clip = _numbers((window.left, window.bottom, window.width, window.height))
    return f"q {clip} re W n {_numbers(where.matrix)} cm {key} Do Q"


def _marked(lines: Sequence[Line]) -> str:
    drawn = [
        f"{'[3 3] 0 d' if line.folds else '[] 0 d'} {_numbers(line[:2])} m {_numbers(line[2:4])} l S" for line in lines
    ]
    return "\n".join(["q 0.25 w /All CS 1 SCN", *drawn, "Q"])


def _numbers(values: Sequence[float]) -> str:
    return " ".join(
        f"{round(value, 4) + 0.0:g}" if abs(value) < 1e-3 else f"{value:.4f}".rstrip("0").rstrip(".")
        for value in values
    )


def _array(box: Box, scale: float = 1.0) -> Array:
    return Array([round(edge * scale, 3) for edge in box])


def _registration(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The colour of marks, on every plate."""
    tint = Dictionary(
        FunctionType=2, N=1, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1])
    )  # fmt: skip
    return pdf.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, tint]))


def _withdraw(pdf: pikepdf.Pdf) -> None:
    """Takes out what speaks of the old pages, and claims that sheets don't keep."""
    for key in _OF_PAGES:
        if key in pdf.Root:
            del pdf.Root[key]
    packet = unpacked(entry(pdf.Root, "/Metadata")) or b""
    if b"pdfuaid" not in packet and b"pdfaid" not in packet:
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as claims:
        for claim in _OF_READING:
            if claim in claims:
                del claims[claim]


def _preferences(turned: str, from_the_right: bool) -> Dictionary:
    """What a printer's dialogue should begin with: the true size, and the edge to turn sheets over by."""
    wanted = Dictionary(PrintScaling=Name("/None"), DisplayDocTitle=True)
    if from_the_right:
        wanted.Direction = Name.R2L
    if turned:
        wanted.Duplex = Name.DuplexFlipShortEdge if turned == "short" else Name.DuplexFlipLongEdge
    return wanted


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    # PDF 1.4, which PDF/X-1a is built on, has no object streams.
    streams = pikepdf.ObjectStreamMode
    mode = streams.disable if float(pdf.pdf_version) < 1.5 else streams.generate
    with warnings.catch_warnings(action="ignore"):  # of fields that went with the old pages
        pdf.save(buffer, deterministic_id=True, object_stream_mode=mode, fix_metadata_version=False)
    return buffer.getvalue()
