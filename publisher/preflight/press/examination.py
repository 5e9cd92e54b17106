"""One print PDF examined: its findings with their places, and the facts of the file."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pikepdf

from publisher.preflight.press.content.geometry import Frame
from publisher.preflight.press.content.interpreter import PAGE_OPERATIONS, Interpreter, UnreadableError
from publisher.preflight.press.content.marks import Mark
from publisher.preflight.press.content.resources import Font, Library
from publisher.preflight.press.facts import Facts, Inventory, font_facts
from publisher.preflight.press.faults import Fault, Gathered, Spot
from publisher.preflight.press.file.claims import Claims, check_claims, read_claims
from publisher.preflight.press.file.document import check_document, check_page
from publisher.preflight.press.file.frames import check_frame, read_frame
from publisher.preflight.press.file.intent import Intent, check_intent, ink_limit, read_intent
from publisher.preflight.press.file.target import Target
from publisher.preflight.press.fonts.typefaces import check_font
from publisher.preflight.press.ink.coverage import Coverage, Heaviest
from publisher.preflight.press.ink.inking import ink_words
from publisher.preflight.press.ink.renderers import Renderer, find_renderer
from publisher.preflight.press.rules import check_mark
from publisher.preflight.typesetting.figures import Figures
from publisher.report import Where, finding

#: Operations and tokens of a whole file: a minute or two of work; a newspaper's text takes some hundred a page.
FILE_OPERATIONS = 8_000_000


class Examination(NamedTuple):
    """The findings of one file with the boxes they speak of, what it is made of, and how it is set if it is ours."""

    spots: tuple[Spot, ...]
    facts: Facts
    typesetting: Figures | None = None


def examine(pdf: pikepdf.Pdf, data: bytes, name: str) -> Examination:
    """What a print shop would find in *pdf*, which is *data* opened and is called *name*."""
    claims, intent = read_claims(pdf), read_intent(pdf)
    frames = [read_frame(page, number) for number, page in enumerate(pdf.pages, 1)]
    limit, renderer = ink_limit(intent.profile), find_renderer()
    reading = _Reading(name, claims, limit)
    with Coverage(data, frames, renderer, limit) as coverage:
        pages = [reading.page(page, frame) for page, frame in zip(pdf.pages, frames, strict=True)]
        fonts = list(_font_spots(reading.library.fonts, frames, name))
        heaviest = coverage.pages()
    document = _document_spots(pdf, claims, intent, name)
    for gathered in pages:
        _add_ink(gathered, heaviest, limit)
    spots = (
        *document,
        *(spot for gathered in pages for spot in gathered.spots()),
        *fonts,
        *_unrendered(frames, heaviest, renderer, name),
    )
    return Examination(spots, _facts(claims, intent, frames, reading, heaviest, limit, renderer))


class _Reading:
    """The pages read one after the other: what they share, and what is left of the work that a file may ask for."""

    def __init__(self, name: str, claims: Claims, limit: float) -> None:
        self.name = name
        self.standard = claims.standard
        self.limit = limit
        self.library = Library()
        self.inventory = Inventory()
        self.left = FILE_OPERATIONS

    def page(self, page: pikepdf.Page, frame: Frame) -> Gathered:
        """The faults of one page."""
        gathered = Gathered(self.name, frame)
        gathered.add(check_frame(frame))
        gathered.add(check_page(page, frame))
        target = Target(frame, self.standard, self.limit)

        def take(mark: Mark) -> None:
            self.inventory.add(mark, frame.number)
            gathered.add(check_mark(mark, target))

        allowed = min(PAGE_OPERATIONS, self.left)
        interpreter = Interpreter(frame, self.library, take, allowed)
        try:
            interpreter.read_page(page)
        except UnreadableError as error:
            gathered.add([Fault("pdf.partly", f"it was checked only in part: {error}", "make the page again")])
        self.left -= allowed - max(interpreter.left, 0)
        return gathered


def _document_spots(pdf: pikepdf.Pdf, claims: Claims, intent: Intent, name: str) -> list[Spot]:
    return _file_spots([*check_claims(claims), *check_intent(intent), *check_document(pdf, claims.standard)], name)


def _file_spots(faults: Iterable[Fault], name: str) -> list[Spot]:
    """Findings of the file as a whole."""
    return [Spot(finding(fault.code, fault.what, Where(file=name), fault.hint)) for fault in faults]


def _font_spots(fonts: Sequence[Font], frames: Sequence[Frame], name: str) -> Iterator[Spot]:
    """Findings of fonts, on the first page that uses them."""
    for font in fonts:
        if font.pages:
            gathered = Gathered(name, frames[min(font.pages) - 1])
            gathered.add(check_font(font))
            yield from gathered.spots()


def _add_ink(gathered: Gathered, heaviest: dict[int, Heaviest], limit: float) -> None:
    """The rendered page's ink, where it is too much and its colours didn't say so before."""
    found = heaviest.get(gathered.frame.number)
    if found and found.box and "press.ink" not in gathered.codes():
        gathered.add([Fault("press.ink", *ink_words(found.total, limit), found.box)])


def _unrendered(
    frames: Sequence[Frame], heaviest: dict[int, Heaviest], renderer: Renderer | None, name: str
) -> Iterator[Spot]:
    """That the total ink was not checked, and why."""
    missing = [frame.number for frame in frames if frame.number not in heaviest]
    if not missing:
        return
    if renderer is None:
        why, hint = "there is no renderer here", "apt install poppler-utils"
    else:
        which = "none of its pages" if len(missing) == len(frames) else f"{len(missing)} of {len(frames)} pages"
        why, hint = f"{renderer.name} could not render it ({which})", "look at the file in another program"
        if len(missing) < len(frames):
            why = f"{renderer.name} could not render {which}"
    message = f"the total ink of pictures and of things laid over one another was not checked: {why}"
    yield Spot(finding("press.ink-unchecked", message, Where(file=name), hint))


def _facts(
    claims: Claims,
    intent: Intent,
    frames: Sequence[Frame],
    reading: _Reading,
    heaviest: dict[int, Heaviest],
    limit: float,
    renderer: Renderer | None,
) -> Facts:
    return Facts(
        frames=tuple(frames),
        standard=claims.standard,
        version=claims.version,
        title=claims.info.get("/Title") or claims.xmp.get("dc:title", ""),
        condition=intent.condition,
        ink_limit=limit,
        renderer=renderer.name if renderer else "",
        coverage=heaviest,
        colours=reading.inventory.colours(),
        fonts=font_facts(reading.library.fonts),
        pictures=reading.inventory.pictures(),
    )
