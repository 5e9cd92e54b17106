"""Writers: a bulletin and a theme become the bytes of each format."""

from collections.abc import Callable, Collection

from publisher.formats import Artifact, Format
from publisher.identity import file_name
from publisher.media import Media
from publisher.model import Bulletin
from publisher.report import Report
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


def render(
    bulletin: Bulletin,
    theme: Theme,
    media: Media,
    formats: Collection[Format],
    report: Report,
    progress: Callable[[str], None],
) -> tuple[Artifact, ...]:
    """The bulletin in each of *formats*, in the order of `Format`; pages are laid out once for all."""
    layout = None
    if PAGED & set(formats):
        progress("laying out the pages")
        layout = lay_out(bulletin, theme, media, report)
    artifacts = []
    for format_ in Format:
        if format_ in formats:
            name = file_name(bulletin.metadata.slug, format_.suffix, bulletin.metadata.proof)
            progress(f"writing {name}")
            artifacts.append(Artifact(format_, name, writer(format_)(bulletin, theme, media, layout, report)))
    return tuple(artifacts)
