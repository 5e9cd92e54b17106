"""Drawings whose parts use each other."""

import pytest
from lxml import etree

from publisher.cleaning.cleaned import UnfitError
from publisher.cleaning.uses import check_uses
from tests import pictures


def drawing(inner: str) -> etree._Element:
    return etree.fromstring(pictures.svg(inner))


def layers(number: int, times: int) -> str:
    uses = (f"<g id='n{n}'>" + f"<use href='#n{n + 1}'/>" * times + "</g>" for n in range(number))
    return "".join(uses) + f"<g id='n{number}'><rect/></g>"


def test_a_few_uses_are_fine() -> None:
    check_uses(drawing(layers(3, 10)))


def test_a_billion_shapes_are_refused_at_once() -> None:
    with pytest.raises(UnfitError, match="too many"):
        check_uses(drawing(layers(12, 10)))


@pytest.mark.parametrize(
    "inner",
    [
        "<g id='a'><use href='#a'/></g>",
        "<g id='a'><use href='#b'/><use href='#b'/></g><g id='b'><use xlink:href='#a'/><use href='#a'/></g>",
    ],
)
def test_circles_are_refused(inner: str) -> None:
    with pytest.raises(UnfitError, match="without end"):
        check_uses(drawing(inner))
