"""Gradients of drawings: each fills the one cell of a pattern, whose neighbours would show as a sliver at its edge."""

import re

import pikepdf

#: What the engine writes of one: a cell that draws a form, and a form that is nothing but a shading. Backgrounds that
#: are meant to repeat are moved and scaled first.
_CELL = re.compile(rb"\s*(?:/\S+ gs\s+)?/(\S+) Do\s*")
_SHADE = re.compile(rb"\s*/\S+ sh\s*")


def keep_single(pdf: pikepdf.Pdf) -> None:
    """Moves the neighbours of each gradient's cell away: machines draw a cell a dot wider or narrower than it is."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/PatternType") == 1 and _is_gradient(item):
            item.XStep, item.YStep = (2 * float(step) for step in (item.XStep, item.YStep))


def _is_gradient(cell: pikepdf.Stream) -> bool:
    drawn = _CELL.fullmatch(cell.read_bytes())
    if drawn is None:
        return False
    forms = cell.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
    form = forms.get("/" + drawn[1].decode("latin-1"))
    return isinstance(form, pikepdf.Stream) and _SHADE.fullmatch(form.read_bytes()) is not None
