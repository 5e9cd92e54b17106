"""Fields: what Word works out itself, with the words it would show, so that every other reader shows them too."""

from publisher.writers.docx.elements import Element, clean, w

#: What Word's field instructions take for the end of a quoted piece; no escape helps with the curly ones.
_QUOTES = str.maketrans({'"': "'", "“": "'", "”": "'", "\\": "/"})


def field(instruction: str, cached: list[Element]) -> list[Element]:
    """A complex field that shows *cached* until it is updated."""
    return [*opened(instruction), *cached, closed()]


def opened(instruction: str) -> list[Element]:
    """The runs before a field's words; `closed` must follow them, in this paragraph or a later one."""
    return [_mark("begin"), _instruction(instruction), _mark("separate")]


def closed() -> Element:
    """The run after a field's words."""
    return _mark("end")


def contents_entry(words: str) -> list[Element]:
    """A hidden entry for the list of contents, where no heading stands for one."""
    return [_mark("begin"), _instruction(f'TC "{clean(words).translate(_QUOTES)}" \\l 1'), _mark("end")]


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))


def _instruction(code: str) -> Element:
    element = w("instrText")
    element.text = f" {code} "
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return w("r", element)
