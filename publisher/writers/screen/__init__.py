"""The laid-out pages finished for readers: tagged, titled, linked, in their language; PDF/UA-1 and PDF/A at once."""

import io

import pikepdf

from publisher.media import Media
from publisher.model import Bulletin, Image
from publisher.report import Report
from publisher.theme.tokens import Theme
from publisher.walk import nodes
from publisher.words import words_for
from publisher.writers.finishing import saved
from publisher.writers.layout import Layout, lay_out
from publisher.writers.pages.engine import LOCK
from publisher.writers.pictures import fit_screen
from publisher.writers.screen.attachments import attach
from publisher.writers.screen.claims import claim
from publisher.writers.screen.drawing import draw
from publisher.writers.screen.gradients import keep_single
from publisher.writers.screen.hyphens import softened
from publisher.writers.screen.storing import Words, store
from publisher.writers.screen.structure import Drawn, structure


def write_screen(bulletin: Bulletin, theme: Theme, media: Media, layout: Layout | None, report: Report) -> bytes:
    """The screen PDF: the same pages cut to their trim, with tags, links, outline and page labels."""
    pages = layout or lay_out(bulletin, theme, media, report)
    with LOCK:
        drawing = draw(pages.document)
    words = words_for(bulletin.metadata.language)
    with pikepdf.open(io.BytesIO(drawing.data)) as pdf:
        fit_screen(pdf)
        keep_single(pdf)
        store(pdf, structure(pages.document, pages.tree, drawing.drawn), pages.document, Words(words.note, words.back))
        _soften(pdf, drawing.drawn, pages)
        _open_well(pdf)
        if theme.screen.standard == "PDF/A-3a":
            attach(pdf, bulletin, media)
        claim(pdf, bulletin.metadata, int(theme.screen.standard[6]), _is_accessible(bulletin, media))
        return saved(pdf)


def _soften(pdf: pikepdf.Pdf, drawn: Drawn, pages: Layout) -> None:
    """Makes soft hyphens of those that the engine has set at line ends."""
    marks: dict[int, set[int]] = {}
    for box, mark in drawn.marks.items():
        if id(box) in pages.flow.hyphened:
            marks.setdefault(mark.page, set()).add(mark.number)
    for number, found in marks.items():
        page = pdf.pages[number]
        page.Contents = pdf.make_stream(softened(page.Contents.read_bytes(), found))


def _open_well(pdf: pikepdf.Pdf) -> None:
    """What a reader shows and does on opening the file."""
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D)]))
    if "/Outlines" in pdf.Root:
        pdf.Root.PageMode = pikepdf.Name.UseOutlines
    for page in pdf.pages:
        page.obj.Tabs = pikepdf.Name.S
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Interpolate"):
            item.Interpolate = False


def _is_accessible(bulletin: Bulletin, media: Media) -> bool:
    """Whether something is said of each picture that is no mere decoration."""
    images = (n for a in bulletin.articles for n in nodes(a) if isinstance(n, Image) and n.media in media)
    return all(image.decorative or image.alt for image in images)
