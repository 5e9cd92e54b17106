"""How much a drawing draws: a few lines that use each other again and again can ask for billions of shapes."""

from lxml import etree

from publisher.cleaning.cleaned import UnfitError

#: Elements drawn in all, and how often one use may lead to another.
MOST, DEEPEST = 200_000, 20
_USE = "{http://www.w3.org/2000/svg}use"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_HINT = "save it as PNG"


def check_uses(root: etree._Element) -> None:
    """Raises UnfitError where the drawing would draw itself, or more than MOST elements."""
    names = {name: element for element in root.iter() if (name := element.get("id"))}
    if _Count(names).drawn(root, 0) > MOST:
        raise UnfitError("it draws too many shapes", _HINT)


class _Count:
    """The number of elements that each element makes drawn, each reckoned once."""

    def __init__(self, names: dict[str, etree._Element]) -> None:
        self.names = names
        self.known: dict[etree._Element, int] = {}

    def drawn(self, element: etree._Element, depth: int) -> int:
        if element in self.known:
            return self.known[element]
        if depth > DEEPEST:
            raise UnfitError("its parts use each other without end", _HINT)
        number = 0
        for part in element.iter():
            number += 1
            if part.tag == _USE and (target := self._used(part)) is not None:
                number += self.drawn(target, depth + 1)
        self.known[element] = number
        return number

    def _used(self, use: etree._Element) -> etree._Element | None:
        target = next((value for key in _HREFS if (value := use.get(key))), "")
        return self.names.get(target.removeprefix("#"))
