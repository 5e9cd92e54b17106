"""What plates get what: overprinting, registration colour, text in several inks, more ink than paper takes."""

from collections.abc import Iterator

from publisher.preflight.press.content.geometry import MM
from publisher.preflight.press.content.marks import Kind, Mark
from publisher.preflight.press.faults import Fault
from publisher.preflight.press.file.target import Target
from publisher.preflight.press.ink.colour import ALL, PROCESS, Model

#: From this much black on, text is black text, and any other ink below makes it rich.
BLACK = 0.8
#: An ink that is less than this is no plate of its own.
TRACE = 0.02
#: Black text in several inks is a fault below this size, pt; larger, it may be meant.
RICH_BELOW = 24.0
#: Text of cyan, magenta and yellow together, where black would do, is told below this size, pt;
GREY_BELOW = 14.0
#: and text of any two inks below this one: plates never meet to better than a tenth of a millimetre.
SMALL = 8.0
#: By how much the total ink may pass the limit, percent: renderers and profiles round.
TOLERANCE = 5.0
#: Areas below this, mm², may be richer in ink: they dry with what is around them.
LEAST_AREA = 4.0


def check_overprint(mark: Mark, _: Target) -> Iterator[Fault]:
    """White that overprints is not there at all (ISO 32000-1, 11.7.4); ICC-based CMYK may not (ISO 15930-7, 6.2.4)."""
    if not mark.overprints:
        return
    paint = mark.paint
    if paint.is_white and not paint.pattern and (mark.overprint_mode == 1 or paint.space.model is Model.SPOT):
        what = {Kind.TEXT: "white text", Kind.STROKE: "a white line"}.get(mark.kind, "a white area")
        yield Fault(
            "press.overprint",
            f"{what} overprints, and so won't be seen",
            "take the overprint from it",
            mark.box,
        )
    elif paint.space.family == "ICCBased" and paint.space.model is Model.CMYK and mark.overprint_mode == 1:
        yield Fault(
            "press.overprint",
            "a colour in a CMYK profile of its own overprints, which comes out otherwise on every machine",
            "give it in the press's own CMYK, or take the overprint from it",
            mark.box,
        )


def check_lettering(mark: Mark, target: Target) -> Iterator[Fault]:
    """Text that needs plates to meet: rich black, grey from colours, two inks in small type."""
    if not mark.paint.inks or not target.frame.prints(mark.box):
        return
    if ALL in mark.paint.inks:
        yield from _registration("text", mark, target)
        return
    inks = {ink: share for ink, share in mark.paint.inks.items() if share >= TRACE}
    mixed = " + ".join(f"{ink} {share:.0%}" for ink, share in inks.items())
    if inks.get("Black", 0.0) >= BLACK and len(inks) > 1 and mark.size < RICH_BELOW:
        yield Fault(
            "press.text-black",
            f"black text of {mark.size:.3g} pt in {len(inks)} inks ({mixed})",
            "set it in black alone: where plates don't meet, it gets coloured edges",
            mark.box,
        )
    elif (mark.size < GREY_BELOW and inks.keys() >= set(PROCESS[:3])) or (mark.size < SMALL and len(inks) > 1):
        yield Fault(
            "press.text-inks",
            f"text of {mark.size:.3g} pt in {len(inks)} inks ({mixed})",
            "set it in one ink, or larger: where plates don't meet, it gets coloured edges",
            mark.box,
        )


def check_plates(mark: Mark, target: Target) -> Iterator[Fault]:
    """Flat areas in registration colour, or in more ink than the press takes."""
    paint = mark.paint
    if not paint.inks or not target.frame.prints(mark.box):
        return
    if ALL in paint.inks:
        yield from _registration("an area" if mark.kind is Kind.FILL else "a line", mark, target)
        return
    box = mark.box.common(target.frame.printed)
    thick = mark.kind is Kind.FILL and box.width * box.height * MM * MM >= LEAST_AREA
    if thick and paint.total > target.ink_limit + TOLERANCE:
        yield too_much_ink(paint.total, target.ink_limit, mark)


def too_much_ink(total: float, limit: float, mark: Mark) -> Fault:
    """The fault of an area that takes *total* percent of ink."""
    return Fault("press.ink", *ink_words(total, limit), mark.box)


def ink_words(total: float, limit: float) -> tuple[str, str]:
    """What is said of too much ink, and the way out."""
    return (
        f"{total:.0f} % of ink, where the press takes {limit:.0f} %",
        "convert it with the press's profile, or lighten its colours below black",
    )


def _registration(what: str, mark: Mark, target: Target) -> Iterator[Fault]:
    """Registration colour on the page; where no box says how far that goes, marks can't be told from it."""
    if target.frame.trim is not None or target.frame.bleed is not None:
        yield Fault(
            "press.registration",
            f"{what} in registration colour, which is on every plate",
            "set it in black: registration colour is for marks outside the page",
            mark.box,
        )
