"""What pandoc's reader would lose of a FictionBook, seen to before it reads."""

from lxml import etree

from publisher.readers.pandoc.losses import Losses

FICTION_BOOK = "http://www.gribuser.ru/xml/fictionbook/2.0"
#: What may stand in a body; all else there is passed over, though many books have it.
_IN_BODY = frozenset(f"{{{FICTION_BOOK}}}{name}" for name in ("title", "image", "epigraph", "section"))


def prepare_book(root: etree._Element, losses: Losses) -> None:
    """Changes the book in its place; any other document has nothing of the kind."""
    _set_tables_as_lines(root, losses)
    for line in root.iter(f"{{{FICTION_BOOK}}}subtitle"):
        etree.strip_tags(line, f"{{{FICTION_BOOK}}}p")
    for body in root.iter(f"{{{FICTION_BOOK}}}body"):
        _set_in_sections(body)


def _set_tables_as_lines(root: etree._Element, losses: Losses) -> None:
    """Sets each row of a table as a line: pandoc's reader passes over tables."""
    for table in [*root.iter(f"{{{FICTION_BOOK}}}table")]:
        rows = [*table.iter(f"{{{FICTION_BOOK}}}tr")]
        losses.plain("A table of FictionBook", " ".join(str(words) for words in table.itertext()))
        for row in rows:
            cells = (" ".join("".join(str(words) for words in cell.itertext()).split()) for cell in row)
            line = etree.Element(f"{{{FICTION_BOOK}}}p")
            line.text = " | ".join(cells)
            table.addprevious(line)
        for row in rows:
            row.clear()


def _set_in_sections(body: etree._Element) -> None:
    """Puts what stands in *body* and may not into sections, those that follow each other into one."""
    section: etree._Element | None = None
    for child in [*body]:
        if child.tag in _IN_BODY or not isinstance(child.tag, str):
            section = None
            continue
        if section is None:
            section = etree.Element(f"{{{FICTION_BOOK}}}section")
            child.addprevious(section)
        section.append(child)
