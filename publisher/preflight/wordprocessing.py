"""References inside WordprocessingML: styles, lists, bookmarks, notes, fields, and cells that hold nothing."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_VALUE, _ID, _NAME = _W + "val", _W + "id", _W + "name"
#: Elements that name a style.
_STYLED = tuple(
    _W + name for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
)
#: Calls → the part that holds what is called, and the element it is held in.
_CALLS = {
    "footnoteReference": ("footnotes", "footnote"),
    "endnoteReference": ("endnotes", "endnote"),
    "commentReference": ("comments", "comment"),
}
#: What stands at the top of a part under an identifier.
_DEFINED = (
    ("style", "styleId"), ("num", "numId"), ("abstractNum", "abstractNumId"), ("footnote", "id"), ("endnote", "id"),
)  # fmt: skip
#: Bookmarks that Word makes itself (ECMA-376 Part 1, 17.16.22).
_OWN_BOOKMARKS = frozenset({"_top"})
#: Fields that name a bookmark.
_FIELD = re.compile(r'\s*(?:(?:PAGEREF|NOTEREF|REF)\s+"?([^\s"\\]+)|HYPERLINK\b[^\\]*\\l\s+"?([^\s"]+))', re.IGNORECASE)


#: Elements whose value is a number, and what a number may look like; measures may name their unit.
_COUNTED = tuple(_W + name for name in ("sz", "szCs", "kern", "numId", "ilvl", "outlineLvl", "gridSpan", "uiPriority"))
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:mm|cm|in|pt|pc|pi)?")


class Fault(NamedTuple):
    """Something that doesn't arrive, and the part it stands in."""

    part: str
    message: str


def faults_in(main: str, trees: Mapping[str, Any]) -> Iterator[Fault]:
    """The faults of all parts of a document whose main part is *main*."""
    parts = {name: tree for name, tree in trees.items() if str(tree.tag).startswith(_W)}
    folder = main.rpartition("/")[0]
    beside = {name.removeprefix(f"{folder}/").removesuffix(".xml"): tree for name, tree in parts.items()}
    bookmarks = {_folded(mark) for tree in parts.values() for mark in tree.iter(_W + "bookmarkStart")}
    calls = {
        (kind, element.get(_ID))
        for tree in parts.values()
        for call, (_, kind) in _CALLS.items()
        for element in tree.iter(_W + call)
    }
    checks: tuple[Callable[[Any], Iterator[str]], ...] = (
        lambda tree: _styles(tree, beside.get("styles")),
        lambda tree: _lists(tree, beside.get("numbering")),
        lambda tree: _links(tree, bookmarks),
        lambda tree: _calls(tree, beside),
        lambda tree: _uncalled(tree, calls),
        _bookmarks,
        _definitions,
        _fields,
        _cells,
        _pictures,
        _values,
    )
    for part, tree in sorted(parts.items()):
        for check in checks:
            # A style that is missing is missing in every paragraph: it is told once.
            yield from (Fault(part, message) for message in dict.fromkeys(check(tree)))


def _styles(tree: Any, styles: Any) -> Iterator[str]:
    known = _identifiers(styles, "style", "styleId")
    for element in tree.iter(*_STYLED):
        if (name := element.get(_VALUE)) not in known:
            yield f"there is no style “{name}”"


def _lists(tree: Any, numbering: Any) -> Iterator[str]:
    instances = _identifiers(numbering, "num", "numId")
    for element in tree.iter(_W + "numId"):
        # Number 0 takes a paragraph out of the list its style puts it in.
        if (number := element.get(_VALUE)) not in instances and number != "0":
            yield f"there is no list {number}"
    kinds = _identifiers(numbering, "abstractNum", "abstractNumId")
    for element in tree.iter(_W + "abstractNumId"):
        if (number := element.get(_VALUE)) not in kinds:
            yield f"there is no kind of list {number}"


def _links(tree: Any, bookmarks: set[str]) -> Iterator[str]:
    anchors = [element.get(_W + "anchor") for element in tree.iter(_W + "hyperlink")]
    fields = [match[1] or match[2] for code in _instructions(tree) if (match := _FIELD.match(code))]
    for anchor in (*anchors, *fields):
        if anchor and anchor.lower() not in bookmarks | _OWN_BOOKMARKS:
            yield f"there is no bookmark “{anchor}”"


def _instructions(tree: Any) -> Iterator[str]:
    """The instruction of every field, put together from the runs it may be split over."""
    yield from (element.get(_W + "instr", "") for element in tree.iter(_W + "fldSimple"))
    open_: list[str] = []
    for element in tree.iter(_W + "fldChar", _W + "instrText"):
        kind = element.get(_W + "fldCharType")
        if kind == "begin":
            open_.append("")
        elif open_ and kind is None:
            open_[-1] += element.text or ""
        elif open_ and kind == "end":
            yield open_.pop()


def _calls(tree: Any, beside: Mapping[str, Any]) -> Iterator[str]:
    for call, (part, kind) in _CALLS.items():
        known: set[str] | None = None
        for element in tree.iter(_W + call):
            known = _identifiers(beside.get(part), kind, "id") if known is None else known
            if (number := element.get(_ID)) not in known:
                yield f"there is no {kind} {number}"
    # Settings name the lines that part notes from text.
    for kind in ("footnote", "endnote"):
        known = _identifiers(beside.get(f"{kind}s"), kind, "id")
        for element in tree.iterfind(f"{_W}{kind}Pr/{_W}{kind}"):
            if (number := element.get(_ID)) not in known:
                yield f"there is no {kind} {number}"


def _uncalled(tree: Any, calls: set[tuple[str, str | None]]) -> Iterator[str]:
    """Notes that nobody comes to read, and notes that hold no paragraph."""
    for kind in ("footnote", "endnote"):
        for note in tree.iterchildren(_W + kind):
            number = note.get(_ID)
            if note.get(_W + "type", "normal") == "normal" and (kind, number) not in calls:
                yield f"nothing calls {kind} {number}"
            if next(note.iter(_W + "p"), None) is None:
                yield f"{kind} {number} has no paragraph"


def _bookmarks(tree: Any) -> Iterator[str]:
    starts = list(tree.iter(_W + "bookmarkStart"))
    ends = Counter(element.get(_ID) for element in tree.iter(_W + "bookmarkEnd"))
    begun = Counter(element.get(_ID) for element in starts)
    yield from (f"{count} bookmarks have the number {number}" for number, count in begun.items() if count > 1)
    yield from (f"bookmark {number} begins and does not end" for number in begun if not ends[number])
    yield from (f"bookmark {number} ends and does not begin" for number in ends if not begun[number])
    names = Counter(_folded(element) for element in starts)
    yield from (f"{count} bookmarks are called “{name}”" for name, count in names.items() if count > 1)


def _definitions(tree: Any) -> Iterator[str]:
    """What is defined twice, so that nobody knows which is meant."""
    for kind, attribute in _DEFINED:
        found = Counter(element.get(_W + attribute) for element in tree.iterchildren(_W + kind))
        yield from (f"{count} definitions of {kind} {name}" for name, count in found.items() if count > 1)


def _fields(tree: Any) -> Iterator[str]:
    """Complex fields: begin, separate at most once, end, one inside the other (ECMA-376 Part 1, 17.16.18)."""
    open_: list[bool] = []
    for element in tree.iter(_W + "fldChar"):
        kind = element.get(_W + "fldCharType")
        if kind == "begin":
            open_.append(False)
        elif not open_:
            yield f"a field has its “{kind}” without a beginning"
        elif kind == "end":
            open_.pop()
        elif open_[-1]:
            yield "a field is separated twice"
        else:
            open_[-1] = True
    if open_:
        yield "a field begins and does not end"


def _cells(tree: Any) -> Iterator[str]:
    """A cell ends with a paragraph, or Word calls the file damaged."""
    for cell in tree.iter(_W + "tc"):
        content = list(cell.iterchildren(_W + "p", _W + "tbl", _W + "sdt"))
        if not content:
            yield "a table cell has no paragraph"
        elif content[-1].tag == _W + "tbl":
            yield "a table cell ends with a table, not with a paragraph"


def _pictures(tree: Any) -> Iterator[str]:
    found = Counter(element.get("id") for element in tree.iter(_DRAWN))
    yield from (f"{count} pictures have the number {number}" for number, count in found.items() if count > 1)


def _values(tree: Any) -> Iterator[str]:
    """Numbers that are none (ECMA-376 Part 1, 22.9.2): Word calls such a file damaged."""
    for element in tree.iter(*_COUNTED):
        value = element.get(_VALUE, "")
        if not _NUMBER.fullmatch(value):
            yield f"{str(element.tag).removeprefix(_W)} is “{value}”, which is no number"


def _identifiers(tree: Any, kind: str, attribute: str) -> set[str]:
    """The values of *attribute* that elements of *kind* in *tree* have; none without a tree."""
    return set() if tree is None else {element.get(_W + attribute) for element in tree.iter(_W + kind)}


def _folded(bookmark: Any) -> str:
    """The name of a bookmark; Word tells small letters from capitals nowhere."""
    return str(bookmark.get(_NAME, "")).lower()
