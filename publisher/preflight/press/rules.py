"""The rules that every mark on a page is held to."""

from collections.abc import Callable, Iterator

from publisher.preflight.press import artwork
from publisher.preflight.press.content.marks import Inside, Kind, Mark
from publisher.preflight.press.faults import Fault
from publisher.preflight.press.file.target import Target
from publisher.preflight.press.ink import inking, screens

Rule = Callable[[Mark, Target], Iterator[Fault]]

#: Rules for whatever stands in the file, in patterns, masks and glyphs too.
EVERYWHERE: tuple[Rule, ...] = (
    screens.check_colour,
    screens.check_transparency,
    screens.check_gradient,
    screens.check_notice,
)
#: Rules for what stands on the page itself, by kind of mark.
ON_PAGE: dict[Kind, tuple[Rule, ...]] = {
    Kind.FILL: (inking.check_overprint, inking.check_plates, artwork.check_reach, artwork.check_thin_fill),
    Kind.STROKE: (inking.check_overprint, inking.check_plates, artwork.check_reach, artwork.check_hairline),
    Kind.TEXT: (inking.check_overprint, inking.check_lettering),
    Kind.PICTURE: (artwork.check_reach, artwork.check_density),
    Kind.GRADIENT: (artwork.check_reach,),
    Kind.GROUP: (),
    Kind.NOTICE: (),
}


def check_mark(mark: Mark, target: Target) -> Iterator[Fault]:
    """What is wrong with one mark."""
    for rule in EVERYWHERE:
        yield from rule(mark, target)
    if mark.inside is Inside.PAGE:
        for rule in ON_PAGE[mark.kind]:
            yield from rule(mark, target)
