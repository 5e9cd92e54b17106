"""Writers: a bulletin and a theme become the bytes of each format."""

from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

from publisher.formats import Artifact, Format
from publisher.identity import file_name
from publisher.media import Media
from publisher.model import Bulletin
from publisher.processes import helpers
from publisher.report import Finding, Holdings, Report, Verdict
from publisher.theme.tokens import Theme
from publisher.writers.layout import Layout, lay_out

Writer = Callable[[Bulletin, Theme, Media, Layout | None, Report], bytes]
#: Formats that are made from laid-out pages.
PAGED = frozenset({Format.PRINT, Format.SCREEN})


def writer(format_: Format) -> Writer:
    """The writer of a format, imported when it is wanted: DOCX and EPUB work without Pango."""
    match format_:
        case Format.PRINT:
            from publisher.writers.press import write_print

            return write_print
        case Format.SCREEN:
            from publisher.writers.screen import write_screen

            return write_screen
        case Format.DOCX:
            from publisher.writers.docx import write_docx

            return write_docx
        case Format.EPUB:
            from publisher.writers.epub import write_epub

            return write_epub
        case Format.NINJS:
            from publisher.writers.ninjs import write_ninjs

            return write_ninjs


class Proof(NamedTuple):
    """How each file is proved in the process that made it, what was found, and what each format was seen to hold."""

    check: Callable[[Artifact], Verdict]
    report: Report
    holdings: list[Holdings]


class Piece(NamedTuple):
    """One file, what its writer had to say, and what its proof found."""

    artifact: Artifact
    told: list[Finding]
    found: Verdict


def render(
    bulletin: Bulletin,
    theme: Theme,
    media: Media,
    formats: Collection[Format],
    report: Report,
    progress: Callable[[str], None],
    proof: Proof | None = None,
) -> tuple[Artifact, ...]:
    """The bulletin in each of *formats*, in the order of `Format`; pages are laid out once for all.

    Where the machine has a second processor, the writers of DOCX and EPUB are got ready while the pages are laid out,
    and the two PDFs are drawn beside each other.
    """
    pieces = _pieces(_Task(bulletin, theme, media, proof.check if proof else None), formats, report, progress)
    for piece in pieces:
        report.extend(piece.told)
    if proof:
        proof.report.extend(found for piece in pieces for found in piece.found.findings)
        proof.holdings.extend(piece.found.holdings for piece in pieces if piece.found.holdings)
    return tuple(piece.artifact for piece in pieces)


def _pieces(task: "_Task", formats: Collection[Format], report: Report, progress: Callable[[str], None]) -> list[Piece]:
    paged, flowing = [[f for f in Format if f in formats and (f in PAGED) is are_paged] for are_paged in (True, False)]
    with helpers() as beside:
        others = beside(partial(task.flowing, flowing)) if flowing else None
        layout = None
        if paged:
            progress("laying out the pages")
            layout = lay_out(task.bulletin, task.theme, task.media, report)
        if others:
            others.tell(layout and layout.told())
        progress(f"writing {', '.join(task.name(f) for f in Format if f in formats)}")
        first = [beside(partial(task.drawn, format_, layout)) for format_ in paged[:-1]]
        last = [task.piece(format_, layout) for format_ in paged[-1:]]
        return [*(helper.outcome() for helper in first), *last, *(others.outcome() if others else ())]


class _Task(NamedTuple):
    """What all writers get, and how what they write is proved."""

    bulletin: Bulletin
    theme: Theme
    media: Media
    check: Callable[[Artifact], Verdict] | None

    def flowing(self, formats: Collection[Format], laid_out: Callable[[], Layout | None]) -> list[Piece]:
        """The bulletin in each of *formats*, which only want to know what stands on which page."""
        for format_ in formats:
            writer(format_)
        layout = laid_out()
        return [self.piece(format_, layout) for format_ in formats]

    def drawn(self, format_: Format, layout: Layout | None, _told: Callable[[], None]) -> Piece:
        """The bulletin in one format that is drawn from laid-out pages."""
        return self.piece(format_, layout)

    def piece(self, format_: Format, layout: Layout | None) -> Piece:
        """The bulletin in one format, proved."""
        report = Report()
        theme = layout.theme if layout else self.theme
        data = writer(format_)(self.bulletin, theme, self.media, layout, report)
        artifact = Artifact(format_, self.name(format_), data)
        return Piece(artifact, report.findings, self.check(artifact) if self.check else Verdict(()))

    def name(self, format_: Format) -> str:
        """What the file in a format is called."""
        return file_name(self.bulletin.metadata.slug, format_.suffix, self.bulletin.metadata.proof)
