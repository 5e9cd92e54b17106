"""What pandoc's reader would lose of a Word document, or print though it is hidden, seen to before it reads."""

from collections.abc import Iterable, Iterator

from lxml import etree

from publisher.readers.pandoc.conversion.attributes import DECORATIVE
from publisher.readers.pandoc.conversion.pieces import PAGE_BREAK
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.office.revisions import Revisions, tell_hidden, tell_revisions
from publisher.report import Report, Where

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
VML = "urn:schemas-microsoft-com:vml"
DECORATION = "http://schemas.microsoft.com/office/drawing/2017/decorative"
NAMES = {"w": W, "wp": WP, "mc": MC, "d": DECORATION}
_OFF = ("0", "false", "off")


def hiding_styles(root: etree._Element) -> frozenset[str]:
    """The styles in *root* whose words are hidden, by themselves or by the style that they stand on."""
    said, based = {}, {}
    for style in root.iter(f"{{{W}}}style"):
        name = style.get(f"{{{W}}}styleId", "")
        said[name] = next((_is_on(mark) for mark in _found(style, "w:rPr/w:vanish")), None)
        based[name] = next((one.get(f"{{{W}}}val", "") for one in style.iter(f"{{{W}}}basedOn")), "")
    hiding = set()
    for name in said:
        above, seen = name, set[str]()
        while above in said and said[above] is None and above not in seen:
            seen.add(above)
            above = based[above]
        if said.get(above):
            hiding.add(name)
    return frozenset(hiding)


def prepare_text(
    root: etree._Element, hiding: frozenset[str], losses: Losses, where: Where, report: Report, is_parted: bool = False
) -> bool:
    """Changes a part in its place; gives whether anything was changed.

    *hiding* are the styles of hidden words; *is_parted* asks for page breaks as paragraphs of their own.
    """
    _tell_tracked(root, where, report)
    hidden = _take_hidden_out(root, hiding, where, report)
    unwrapped = _unwrap(root)
    lifted = _lift_boxes(root, losses)
    marked = _mark_decorative(root)
    named = _move_names(root)
    for chunk in _found(root, "//w:altChunk"):
        losses.dropped("A document within the document", chunk.tag)
    broken = is_parted and _set_page_breaks(root)
    return hidden or unwrapped or lifted or marked or named or broken


def _tell_tracked(root: etree._Element, where: Where, report: Report) -> None:
    inserted = _found(root, "//w:ins[.//w:t] | //w:moveTo[.//w:t]")
    deleted = _found(root, "//w:del[.//w:delText] | //w:moveFrom[.//w:t]")
    authors = tuple(name for change in (*inserted, *deleted) if (name := change.get(f"{{{W}}}author")))
    tell_revisions(Revisions(len(inserted), len(deleted), authors), where, report)


def _take_hidden_out(root: etree._Element, hiding: frozenset[str], where: Where, report: Report) -> bool:
    """Takes hidden words out; print would show what the author hid."""
    runs = [run for run in root.iter(f"{{{W}}}r") if _is_hidden(run, hiding)]
    words = [text for run in runs if (text := _words(run))]
    for run in runs:
        _remove(run)
    tell_hidden(words, where, report)
    return bool(runs)


def _is_hidden(run: etree._Element, hiding: frozenset[str]) -> bool:
    """Whether *run* is hidden by its own word, or else by its style or its paragraph's."""
    mark = run.find(f"{{{W}}}rPr/{{{W}}}vanish")
    if mark is not None:
        return _is_on(mark)
    if not hiding:
        return False
    own = run.find(f"{{{W}}}rPr/{{{W}}}rStyle")
    paragraph = next(run.iterancestors(f"{{{W}}}p"), None)
    whole = None if paragraph is None else paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    return any(style is not None and style.get(f"{{{W}}}val") in hiding for style in (own, whole))


def _set_page_breaks(root: etree._Element) -> bool:
    """Sets a paragraph of its own for each page break between the paragraphs of the body."""
    broken = _found(root, "//w:body/w:p[.//w:br[@w:type='page'] or w:pPr/w:pageBreakBefore]")
    for paragraph in broken:
        mark = etree.Element(f"{{{W}}}p")
        etree.SubElement(etree.SubElement(mark, f"{{{W}}}r"), f"{{{W}}}t").text = PAGE_BREAK
        is_before = paragraph.find(f"{{{W}}}pPr/{{{W}}}pageBreakBefore") is not None or not _words_before(paragraph)
        (paragraph.addprevious if is_before else paragraph.addnext)(mark)
    return bool(broken)


def _words_before(paragraph: etree._Element) -> str:
    """The words of *paragraph* before its page break."""
    said = []
    for element in paragraph.iter(f"{{{W}}}t", f"{{{W}}}br"):
        if element.get(f"{{{W}}}type") == "page":
            break
        said.append(element.text or "")
    return "".join(said).strip()


def _unwrap(root: etree._Element) -> bool:
    """Takes runs and paragraphs out of what pandoc passes over with all it holds: fields, custom XML, readings."""
    readings = _found(root, "//w:ruby[w:rubyBase]")
    for ruby in readings:
        holder = ruby.getparent()
        if holder is not None:
            _set_instead(holder, [*_found(ruby, "w:rubyBase/*"), *map(_bracketed, _found(ruby, "w:rt/*"))])
    wrappers = _found(root, "//w:fldSimple | //w:customXml | //w:bdo | //w:dir")
    for wrapper in reversed(wrappers):
        _set_instead(wrapper, [part for part in wrapper if not str(part.tag).endswith("Pr")])
    return bool(readings or wrappers)


def _set_instead(element: etree._Element, parts: Iterable[etree._Element]) -> None:
    for part in reversed(list(parts)):
        element.addnext(part)
    _remove(element)


def _bracketed(run: etree._Element) -> etree._Element:
    """A reading in brackets, as it stands after its word where it can't stand above."""
    texts = [*run.iter(f"{{{W}}}t")]
    for text in texts[:1]:
        text.text = f"({text.text or ''}"
    for text in texts[-1:]:
        text.text = f"{text.text or ''})"
    return run


def _lift_boxes(root: etree._Element, losses: Losses) -> bool:
    """Sets what stands in text boxes after the paragraph that holds them; pandoc leaves boxes out."""
    boxes = _found(root, "//w:txbxContent[not(ancestor::mc:Fallback) and not(ancestor::w:txbxContent)]")
    for fallback in _found(root, "//mc:Fallback[.//w:txbxContent]"):
        _remove(fallback)
    for box in boxes:
        holder = next((above for above in box.iterancestors(f"{{{W}}}p")), None)
        if holder is None:
            continue
        losses.plain("The text of a box", _words(box))
        for block in reversed(list(box)):
            holder.addnext(block)
    return bool(boxes)


def _mark_decorative(root: etree._Element) -> bool:
    """Gives decorative pictures a title that says so; pandoc doesn't read Word's own mark."""
    marked = [
        properties
        for properties in _found(root, "//wp:docPr[.//d:decorative]")
        if any(mark.get("val") not in _OFF for mark in properties.iter(f"{{{DECORATION}}}decorative"))
    ]
    for properties in marked:
        properties.set("title", DECORATIVE)
        properties.set("descr", "")
    return bool(marked)


def _move_names(root: etree._Element) -> bool:
    """Moves names that stand between paragraphs into the next one, where pandoc looks for what links lead to."""
    names = _found(root, "//w:bookmarkStart[not(ancestor::w:p) and following-sibling::w:p]")
    for name in names:
        paragraph = next(name.itersiblings(f"{{{W}}}p"))
        properties = paragraph.find(f"{{{W}}}pPr")
        paragraph.insert(0 if properties is None else 1, name)
    return bool(names)


def _found(root: etree._Element, path: str) -> list[etree._Element]:
    elements = root.xpath(path, namespaces=NAMES)
    return (
        [element for element in elements if isinstance(element, etree._Element)] if isinstance(elements, list) else []
    )


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _is_on(mark: etree._Element) -> bool:
    return mark.get(f"{{{W}}}val", "1") not in _OFF


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{{{W}}}t"))


def comments(root: etree._Element) -> Iterator[str]:
    """The words of each comment in the part that holds them, after its author's name."""
    for comment in root.iter(f"{{{W}}}comment"):
        words = " ".join(said for one in comment.iter(f"{{{W}}}p") if (said := _words(one)))
        author = comment.get(f"{{{W}}}author", "")
        if words:
            yield f"{author}: {words}" if author else words


def pieces(root: etree._Element) -> Iterator[str]:
    """The words of each run that are to be read, those moved elsewhere aside."""
    for text in root.iter(f"{{{W}}}t"):
        if next(text.iterancestors(f"{{{W}}}moveFrom"), None) is None:
            yield text.text or ""


def linked_pictures(root: etree._Element) -> Iterator[str]:
    """The relations by which pictures are shown that the document holds, and those it only links to."""
    for blip in root.iter(f"{{{A}}}blip"):
        if relation := blip.get(f"{{{R}}}embed") or blip.get(f"{{{R}}}link"):
            yield relation
    for picture in root.iter(f"{{{VML}}}imagedata"):
        if relation := picture.get(f"{{{R}}}id") or picture.get(f"{{{R}}}href"):
            yield relation
