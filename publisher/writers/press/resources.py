"""What pages draw with, put into inks: forms, patterns, masks, gradients, groups and graphics states."""

import pikepdf

from publisher.writers.operations import IDENTITY
from publisher.writers.placement import Key, Placements, content, mask_of, own_matrix
from publisher.writers.press.content import KNOCK, OVER, rewrite
from publisher.writers.press.inks import Converter, Greys, Ink, Inks
from publisher.writers.press.shadings import convert_shading
from publisher.writers.press.spaces import GREY, read_space

#: Entries of a graphics state that are the press's business and not the file's.
_FOREIGN = ("/OP", "/op", "/OPM", "/TR", "/TR2", "/HT", "/BG", "/BG2", "/UCR", "/UCR2")
#: What a direct object has for a number.
_DIRECT = (0, 0)


def convert_pages(pdf: pikepdf.Pdf, inks: Inks, placements: Placements, over: bool) -> tuple[bytes, ...]:
    """Each page's content in inks; forms, patterns, masks and gradients are converted where they stand.

    *over* says whether black text overprints. Pictures stay as they are.
    """
    walk = _Walk(pdf, placements, over)
    black = inks.ink(GREY, (0.0,))
    bodies = []
    for page in pdf.pages:
        resources = page.obj.Resources
        bodies.append(rewrite(content(page.obj), resources, IDENTITY, inks, black, over))
        walk.resources(resources, inks, black)
    walk.close()
    return tuple(bodies)


class _Walk:
    """One run over all resources; each form and each dictionary is converted once."""

    def __init__(self, pdf: pikepdf.Pdf, placements: Placements, over: bool) -> None:
        self.pdf, self.spaces, self.over = pdf, placements.spaces, over
        self.done: set[Key] = set()
        self.seen: list[pikepdf.Object] = []
        self.states = {
            f"/{OVER}": self._state(True),
            f"/{KNOCK}": self._state(False),
        }

    def resources(self, resources: pikepdf.Object, converter: Converter, black: Ink) -> None:
        """Converts what a page's or form's resources hold, forms inside forms included."""
        if not self._is_first(resources):
            return
        self.seen.append(resources)
        # Masks first: their forms stand among the others too, and those are put into inks.
        for state in resources.get("/ExtGState", {}).values():
            self._clean(state, resources, converter, black)
        for drawn in resources.get("/XObject", {}).values():
            if drawn.get("/Subtype") == pikepdf.Name.Form:
                self._form(drawn, resources, converter, None, black)
        for pattern in resources.get("/Pattern", {}).values():
            if isinstance(pattern, pikepdf.Stream):
                self._form(pattern, resources, converter, black, black)
            else:
                self._shading(pattern.Shading, resources, converter)
        for shading in resources.get("/Shading", {}).values():
            self._shading(shading, resources, converter)

    def close(self) -> None:
        """Takes out the spaces that no colour refers to any more, and puts in the states for overprinting."""
        for resources in self.seen:
            if "/ColorSpace" in resources:
                del resources["/ColorSpace"]
            if self.over:
                states = resources.get("/ExtGState")
                if states is None:
                    states = resources["/ExtGState"] = pikepdf.Dictionary()
                for name, state in self.states.items():
                    states[name] = state

    def _form(
        self, form: pikepdf.Object, outer: pikepdf.Object, converter: Converter, ink: Ink | None, black: Ink
    ) -> None:
        if not self._is_first(form):
            return
        inner = form.get("/Resources", outer)
        space = self.spaces.get(form.objgen, own_matrix(form))
        # What lies under a form isn't known in it: black text in one overprints nothing.
        data = rewrite(form.read_bytes(), inner, space, converter, ink, over=False)
        self.resources(inner, converter, black)
        form.write(data)
        if "/Group" in form:
            form.Group.CS = converter.device

    def _shading(self, shading: pikepdf.Object, resources: pikepdf.Object, converter: Converter) -> None:
        if self._is_first(shading):
            convert_shading(self.pdf, shading, resources, converter)

    def _clean(self, state: pikepdf.Object, resources: pikepdf.Object, converter: Converter, black: Ink) -> None:
        """A state without what isn't the file's business; a luminosity mask in greys, its backdrop too."""
        for key in _FOREIGN:
            if key in state:
                del state[key]
        form = mask_of(state)
        if form is None:
            return
        mask = state.SMask
        if str(mask.S) != "/Luminosity":
            self._form(form, resources, converter, None, black)
            return
        greys = Greys()
        if "/BC" in mask:
            space = read_space(form.Group.CS, resources)
            mask.BC = pikepdf.Array([greys.grey(space, tuple(float(value) for value in mask.BC))])
        if "/TR" in mask:
            del mask["/TR"]
        self._form(form, resources, greys, None, black)

    def _is_first(self, item: pikepdf.Object) -> bool:
        if item.objgen == _DIRECT:
            return True
        first = item.objgen not in self.done
        self.done.add(item.objgen)
        return first

    def _state(self, over: bool) -> pikepdf.Object:
        """ISO 32000-1, 8.6.7: with mode 1 an ink of which a colour has none leaves what is under it."""
        state = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, OP=False, op=over, OPM=int(over))
        return self.pdf.make_indirect(state)
