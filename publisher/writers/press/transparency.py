"""Transparency found where it is drawn, and groups that hold none taken apart (ISO 32000-1, 11)."""

from collections.abc import Iterator
from typing import NamedTuple

import pikepdf

from publisher.writers.operations import name, operations
from publisher.writers.placement import Key, content

_OPAQUE_MODES = ("/Normal", "/Compatible")


class Seen(NamedTuple):
    """Something that lets what lies under it shine through, and the page it is on."""

    page: int
    what: str


def find_transparency(pdf: pikepdf.Pdf) -> list[Seen]:
    """All transparency that the pages draw, in order, each kind once a page."""
    seen: dict[Seen, None] = {}
    for number, page in enumerate(pdf.pages, 1):
        done: set[Key] = set()
        for what in _in_stream(content(page.obj), page.obj.Resources, done):
            seen.setdefault(Seen(number, what))
    return list(seen)


def drop_groups(pdf: pikepdf.Pdf) -> None:
    """Takes the group off every form; without transparency a group is drawn like any form."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream | pikepdf.Dictionary) and "/Group" in item:
            del item["/Group"]


def _in_stream(data: bytes, resources: pikepdf.Object, done: set[Key]) -> Iterator[str]:
    for operation in operations(data):
        operands, operator = operation.groups()
        kind = {b"gs": "/ExtGState", b"Do": "/XObject", b"scn": "/Pattern", b"SCN": "/Pattern"}.get(operator)
        used = resources.get(kind, pikepdf.Dictionary()).get("/" + name(operands)) if kind else None
        if used is None:
            continue
        if kind == "/ExtGState":
            yield from _in_state(used)
        elif used.objgen not in done:
            done.add(used.objgen)
            yield from _in_drawn(used, resources, done)


def _in_drawn(drawn: pikepdf.Object, outer: pikepdf.Object, done: set[Key]) -> Iterator[str]:
    if drawn.get("/Subtype") == pikepdf.Name.Image:
        if "/SMask" in drawn:
            yield "a picture with an alpha channel"
    elif isinstance(drawn, pikepdf.Stream):
        yield from _in_stream(drawn.read_bytes(), drawn.get("/Resources", outer), done)


def _in_state(state: pikepdf.Object) -> Iterator[str]:
    least = min(float(state.get(key, 1)) for key in ("/ca", "/CA"))
    if least < 1:
        yield f"opacity {least:g}"
    if isinstance(state.get("/SMask"), pikepdf.Dictionary):
        yield "a soft mask"
    mode = str(state.get("/BM", "/Normal"))
    if mode not in _OPAQUE_MODES:
        yield f"blend mode {mode[1:]}"
