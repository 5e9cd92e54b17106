"""What a paragraph or a run looks like in the end: its own properties over its styles' over the document's."""

from collections.abc import Iterator
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Size (half points) where nothing says another (ECMA-376 Part 1, 17.3.2.38).
_SIZE = 20
_OFF = frozenset({"0", "false", "off"})


class Styles(NamedTuple):
    """The styles of a document by identifier, its defaults, and its default paragraph style."""

    named: dict[str, Any]
    defaults: Any
    standard: str | None

    def of_paragraph(self, paragraph: Any, name: str) -> Any:
        """The property *name* of a paragraph (an element), None where nothing says it."""
        own = paragraph.find(f"{W}pPr/{W}{name}")
        if own is not None:
            return own
        return next((found for found in self._chain(paragraph, None, f"{W}pPr/{W}{name}")), None)

    def of_run(self, run: Any, paragraph: Any, name: str) -> Any:
        """The property *name* of a run in *paragraph* (an element), None where nothing says it."""
        own = run.find(f"{W}rPr/{W}{name}")
        if own is not None:
            return own
        found = next(self._chain(paragraph, run, f"{W}rPr/{W}{name}"), None)
        if found is None and self.defaults is not None:
            found = self.defaults.find(f"{W}rPrDefault/{W}rPr/{W}{name}")
        return found

    def outline(self, paragraph: Any) -> int | None:
        """The level of a heading, from 1; None for running text."""
        found = self.of_paragraph(paragraph, "outlineLvl")
        level = found.get(f"{W}val", "9") if found is not None else "9"
        return int(level) + 1 if level.isdigit() and int(level) < 9 else None

    def is_large(self, run: Any, paragraph: Any) -> bool:
        """Whether it is large text by WCAG 2.2: 18 pt, or 14 pt and bold."""
        size, bold = self.of_run(run, paragraph, "sz"), self.of_run(run, paragraph, "b")
        said = size.get(f"{W}val", "") if size is not None else ""
        half_points = int(said) if said.isdigit() else _SIZE
        is_bold = bold is not None and bold.get(f"{W}val") not in _OFF
        return half_points >= (28 if is_bold else 36)

    def _chain(self, paragraph: Any, run: Any, path: str) -> Iterator[Any]:
        """What the styles of *run* and then those of *paragraph* say, from the nearest on."""
        named = [run.find(f"{W}rPr/{W}rStyle")] if run is not None else []
        named.append(paragraph.find(f"{W}pPr/{W}pStyle"))
        names = [element.get(f"{W}val") if element is not None else None for element in named]
        names[-1] = names[-1] or self.standard
        for name in names:
            seen = set()
            while name in self.named and name not in seen:
                seen.add(name)
                style = self.named[name]
                found = style.find(path)
                if found is not None:
                    yield found
                base = style.find(f"{W}basedOn")
                name = base.get(f"{W}val") if base is not None else None  # noqa: PLW2901 - up the line of styles


def styles_of(tree: Any) -> Styles:
    """The styles in a ``styles.xml``; none without one."""
    if tree is None:
        return Styles({}, None, None)
    named = {style.get(f"{W}styleId"): style for style in tree.iterchildren(f"{W}style")}
    standard = (
        name
        for name, style in named.items()
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") not in (None, *_OFF)
    )
    return Styles(named, tree.find(f"{W}docDefaults"), next(standard, None))
