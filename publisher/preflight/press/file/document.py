"""What stands in a PDF beside its pages' content and has no place in a print shop's."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from publisher.preflight.press.content.geometry import Frame
from publisher.preflight.press.content.objects import entry, filters, identity, is_dictionary, items, name, text
from publisher.preflight.press.faults import Fault
from publisher.preflight.press.file.claims import is_modern
from publisher.preflight.press.file.frames import read_box

#: Outline entries and name tree nodes that are looked at.
MOST_NODES = 100_000
#: Layers that are told by name.
MOST_NAMED = 6
_PACKED = {"/LZWDecode": "LZW", "/LZW": "LZW", "/JPXDecode": "JPEG 2000"}
#: Annotations that belong to printing itself (ISO 15930-7, 6.17).
_PRINTERS = ("/PrinterMark", "/TrapNet")
#: Actions that only move the reader.
_HARMLESS = ("/GoTo", "")


def check_document(pdf: pikepdf.Pdf, standard: str) -> Iterator[Fault]:
    """Encryption, forms, scripts and other actions, embedded files (ISO 15930-7, 6.4 and 6.17 to 6.21).

    *standard* is the PDF/X version that the file claims, or nothing.
    """
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
    yield from _check_layers(entry(root, "/OCProperties"))
    yield from _check_streams(pdf, standard)


def _check_streams(pdf: pikepdf.Pdf, standard: str) -> Iterator[Fault]:
    """Packing that a part of PDF/X excludes (ISO 15930-7, 6.5; PDF 1.4 has no more), and pictures with a substitute."""
    found = Counter(kind for thing in pdf.objects if isinstance(thing, pikepdf.Stream) for kind in _kinds(thing))
    wanted = ("LZW", *(() if is_modern(standard) else ("JPEG 2000", "object streams")))
    for kind in wanted:
        if found[kind]:
            why = "PDF/X excludes" if kind == "LZW" else f"{standard} is too old for"
            number = "1 of its streams is" if found[kind] == 1 else f"{found[kind]} of its streams are"
            what = f"{number} packed by {kind}" if kind in _PACKED.values() else "it is packed in object streams"
            yield Fault("press.packing", f"{what}, which {why}", "save it again, packed by Flate or JPEG")
    if found["substitute"]:
        pictures = "1 picture has" if found["substitute"] == 1 else f"{found['substitute']} pictures have"
        hint = "take the substitutes out (Alternates)"
        yield Fault("press.hidden", f"{pictures} another that is printed in its place", hint)


def _kinds(stream: pikepdf.Stream) -> Iterator[str]:
    """What is remarkable in a stream, beside its contents."""
    yield from (_PACKED[each] for each in filters(stream) if each in _PACKED)
    if name(entry(stream, "/Type")) in ("/ObjStm", "/XRef"):
        yield "object streams"
    if any(entry(other, "/DefaultForPrinting") is True for other in items(entry(stream, "/Alternates"))):
        yield "substitute"


def _check_layers(properties: Any) -> Iterator[Fault]:
    """Layers that are switched off as the file opens (ISO 32000-1, 8.11.4.3)."""
    standing = entry(properties, "/D")
    layers = items(entry(properties, "/OCGs"))[:MOST_NODES]
    off = {identity(layer) for layer in items(entry(standing, "/OFF"))[:MOST_NODES]}
    if name(entry(standing, "/BaseState")) == "/OFF":
        off = {identity(layer) for layer in layers} - {identity(each) for each in items(entry(standing, "/ON"))}
    hidden = [text(entry(layer, "/Name")) or "?" for layer in layers if identity(layer) in off]
    if hidden:
        told = ", ".join(f"“{layer}”" for layer in hidden[:MOST_NAMED]) + (" …" if hidden[MOST_NAMED:] else "")
        what = "a layer that is" if len(hidden) == 1 else f"{len(hidden)} layers that are"
        hint = "take them out, or switch on what is to be printed: machines differ in what they print"
        yield Fault("press.hidden", f"it has {what} switched off: {told}", hint)


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
