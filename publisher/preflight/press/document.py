"""What stands in a PDF beside its pages' content and has no place in a print shop's."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from publisher.preflight.press.faults import Fault
from publisher.preflight.press.frames import read_box
from publisher.preflight.press.geometry import Frame
from publisher.preflight.press.objects import entry, filters, identity, is_dictionary, items, name

#: Outline entries and name tree nodes that are looked at.
MOST_NODES = 100_000
#: Annotations that belong to printing itself (ISO 15930-7, 6.17).
_PRINTERS = ("/PrinterMark", "/TrapNet")
#: Actions that only move the reader.
_HARMLESS = ("/GoTo", "")


def check_document(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    """Encryption, forms, scripts and other actions, embedded files (ISO 15930-7, 6.4 and 6.17 to 6.21)."""
    root = pdf.Root
    if pdf.is_encrypted:
        yield Fault("press.encryption", "it is encrypted", "save it without a password or restrictions")
    if is_dictionary(entry(root, "/AcroForm")) and (
        items(entry(entry(root, "/AcroForm"), "/Fields")) or entry(entry(root, "/AcroForm"), "/XFA") is not None
    ):
        yield Fault("press.form", "it holds a form to fill in", "flatten its fields into the pages")
    names = entry(root, "/Names")
    if is_dictionary(entry(names, "/EmbeddedFiles")) or items(entry(root, "/AF")):
        yield Fault("press.attachment", "it has files attached", "take them out, and send them apart")
    yield from _check_actions(root, names)
    yield from _check_packing(pdf)


def _check_packing(pdf: pikepdf.Pdf) -> Iterator[Fault]:
    """LZW, which no part of PDF/X has (ISO 15930-7, 6.5)."""
    number = sum("/LZWDecode" in filters(thing) for thing in pdf.objects if isinstance(thing, pikepdf.Stream))
    if number:
        yield Fault("press.packing", f"{number} of its streams are packed by LZW", "save it again, packed by Flate")


def _check_actions(root: Any, names: Any) -> Iterator[Fault]:
    found = []
    if is_dictionary(entry(names, "/JavaScript")):
        found.append("a script")
    if name(entry(entry(root, "/OpenAction"), "/S")) not in _HARMLESS:
        found.append(f"an action on opening ({name(entry(entry(root, '/OpenAction'), '/S'))[1:]})")
    if is_dictionary(entry(root, "/AA")):
        found.append("actions of the document (AA)")
    kinds = {kind for kind in _outline_actions(entry(root, "/Outlines")) if kind not in _HARMLESS}
    found += [f"an outline entry's action ({kind[1:]})" for kind in sorted(kinds)]
    if found:
        yield Fault("press.action", f"it holds {', '.join(found)}", "take actions and scripts out")


def _outline_actions(outline: Any) -> Iterator[str]:
    """The kinds of the actions of all entries below *outline*."""
    waiting, seen = [entry(outline, "/First")], {(-1, 0)}
    while waiting and len(seen) < MOST_NODES:
        node = waiting.pop()
        if not is_dictionary(node) or identity(node) in seen:
            continue
        seen.add(identity(node))
        yield name(entry(entry(node, "/A"), "/S"))
        waiting += [entry(node, "/Next"), entry(node, "/First")]


def check_page(page: pikepdf.Page, frame: Frame) -> Iterator[Fault]:
    """Annotations where something is printed, and actions of the page."""
    if is_dictionary(entry(page.obj, "/AA")):
        yield Fault("press.action", "it has actions (AA)", "take actions and scripts out")
    for annotation in items(entry(page.obj, "/Annots"))[:MOST_NODES]:
        kind = name(entry(annotation, "/Subtype"))
        box = read_box(entry(annotation, "/Rect"), frame.unit)
        if not is_dictionary(annotation) or kind in _PRINTERS:
            continue
        if kind == "/Widget":
            yield Fault("press.form", "it holds a field to fill in", "flatten fields into the pages", box)
        elif box is None or frame.prints(box):
            yield Fault(
                "press.annotation",
                f"it has an annotation ({kind[1:] or 'of no kind'}) where it is printed",
                "take links, notes and fields out: some printers print them",
                box,
            )
        elif entry(annotation, "/A") is not None or entry(annotation, "/AA") is not None:
            yield Fault("press.action", "an annotation beside the page has an action", "take it out", box)
