"""Where forms and pictures stand on the pages, and how large: read from the drawn content."""

import math
from typing import NamedTuple

import pikepdf

from publisher.writers.operations import IDENTITY, Matrix, matrix, name, numbers, operations, product

Key = tuple[int, int]
#: Operators that draw or use what may hold a picture.
_DRAWING = (b" Do", b" scn", b" SCN", b" gs")


class Placed(NamedTuple):
    """The largest size a picture is drawn in, pt, and the first page (from 1) it stands on."""

    width: float
    height: float
    page: int


class Placements(NamedTuple):
    """By object number: the space each form is first drawn in, and each picture's size and page."""

    spaces: dict[Key, Matrix]
    pictures: dict[Key, Placed]


def find_placements(pdf: pikepdf.Pdf) -> Placements:
    """All forms, patterns, masks and pictures that the pages draw; each form is gone through once."""
    found = Placements({}, {})
    for number, page in enumerate(pdf.pages, 1):
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        if any(len(resources.get(kind, {})) for kind in ("/XObject", "/Pattern")) or _has_masks(resources):
            _walk(content(page.obj), resources, IDENTITY, number, found)
    return found


def content(page: pikepdf.Object) -> bytes:
    """A page's whole content; the parts of an array are one stream (ISO 32000-1, 7.8.2)."""
    contents = page.get("/Contents")
    if contents is None:
        return b""
    if isinstance(contents, pikepdf.Array):
        return b"\n".join(part.read_bytes() for part in contents)
    return contents.read_bytes()


def own_matrix(form: pikepdf.Object) -> Matrix:
    """A form's or pattern's own matrix."""
    return matrix(tuple(float(number) for number in form.get("/Matrix", IDENTITY)))


def mask_of(state: pikepdf.Object | None) -> pikepdf.Object | None:
    """The form that a graphics state masks with."""
    mask = state.get("/SMask") if state is not None else None
    return mask.get("/G") if isinstance(mask, pikepdf.Dictionary) else None


def _has_masks(resources: pikepdf.Object) -> bool:
    return any(mask_of(state) is not None for state in resources.get("/ExtGState", {}).values())


def _walk(data: bytes, resources: pikepdf.Object, space: Matrix, page: int, found: Placements) -> None:
    """Notes what one stream draws, and goes into the forms it draws."""
    if not any(operator in data for operator in _DRAWING):
        return
    stack: list[Matrix] = []
    current = space
    for operation in operations(data):
        operands, operator = operation.groups()
        if operator == b"q":
            stack.append(current)
        elif operator == b"Q" and stack:
            current = stack.pop()
        elif operator == b"cm":
            current = product(matrix(numbers(operands)), current)
        elif operator == b"Do":
            _note(_named(resources, "/XObject", operands), resources, current, page, found)
        elif operator in (b"scn", b"SCN"):
            # A pattern starts from the space of the stream that uses it (ISO 32000-1, 8.7.2).
            _enter(_named(resources, "/Pattern", operands), resources, space, page, found)
        elif operator == b"gs":
            _enter(mask_of(_named(resources, "/ExtGState", operands)), resources, current, page, found)


def _named(resources: pikepdf.Object, kind: str, operands: bytes) -> pikepdf.Object | None:
    found: pikepdf.Object | None = resources.get(kind, pikepdf.Dictionary()).get("/" + name(operands))
    return found


def _note(drawn: pikepdf.Object | None, resources: pikepdf.Object, space: Matrix, page: int, found: Placements) -> None:
    if drawn is None or drawn.get("/Subtype") != pikepdf.Name.Image:
        _enter(drawn, resources, space, page, found)
        return
    width, height = math.hypot(space[0], space[1]), math.hypot(space[2], space[3])
    last = found.pictures.get(drawn.objgen, Placed(0.0, 0.0, page))
    found.pictures[drawn.objgen] = Placed(max(width, last.width), max(height, last.height), last.page)


def _enter(form: pikepdf.Object | None, outer: pikepdf.Object, space: Matrix, page: int, found: Placements) -> None:
    """Goes through a form's own content; without resources of its own it uses the outer ones."""
    if not isinstance(form, pikepdf.Stream) or form.objgen in found.spaces:
        return
    space = product(own_matrix(form), space)
    found.spaces[form.objgen] = space
    _walk(form.read_bytes(), form.get("/Resources", outer), space, page, found)
