"""Drop capitals as Word makes them: a frame with the letter before its paragraph (ECMA-376 Part 1, 17.3.1.11)."""

from collections.abc import Iterator
from copy import deepcopy

import msgspec

from publisher.writers.docx.elements import Element, W, half_points, mm, w
from publisher.writers.docx.images.pictures import ABOVE
from publisher.writers.docx.look.shaping import Frame, Shaper
from publisher.writers.docx.text.runs import Ground
from publisher.writers.initials import initial_size

_TEXT, _RUN = f"{{{W}}}t", f"{{{W}}}r"
#: Room between letter and text, mm.
ROOM = 1.0


def with_initial(body: Iterator[Element], letter: str, ground: Ground) -> Iterator[Element]:
    """The paragraphs of *body*, the first *letter* in a frame before the first; as they are without such a letter."""
    opening = next(body, None) if letter else None
    if opening is not None:
        yield from _parted(opening, letter, ground)
    yield from body


def _parted(opening: Element, letter: str, ground: Ground) -> Iterator[Element]:
    text = next(opening.iter(_TEXT), None)
    run = text.getparent() if text is not None else None
    if text is None or run is None or run.tag != _RUN or not (text.text or "").startswith(letter):
        yield opening
        return
    text.text = (text.text or "")[len(letter) :]
    yield _frame(letter, run, ground)
    yield opening


def _frame(letter: str, run: Element, ground: Ground) -> Element:
    lines = ground.theme.form.initial
    frame = w("framePr", dropCap="drop", lines=lines, hSpace=mm(ROOM), wrap="around", vAnchor="text", hAnchor="text")
    language = run.find(f"{{{W}}}rPr/{{{W}}}lang")
    own = w("rPr", deepcopy(language)) if language is not None else None
    words = w("t")
    words.text = letter
    return w("p", w("pPr", w("pStyle", val="Initial"), frame), w("r", own, words))


def style(shaper: Shaper) -> tuple[list[Element], list[Element]]:
    """Paragraph and run properties of the style ``Initial``: as high as its lines, on the last one's baseline."""
    theme = shaper.theme
    leading, lines = theme.role.body.leading, theme.form.initial
    role = msgspec.structs.replace(
        theme.role.headline,
        size=initial_size(theme),
        leading=leading * lines,
        align="start",
        tracking=0,
        before=0,
        after=0,
        keep_next=True,
    )
    lowered = w("position", val=-half_points((1 - ABOVE) * leading * (lines - 1)))
    letters = shaper.letters(role)
    place = next(number for number, element in enumerate(letters) if element.tag == f"{{{W}}}sz")
    return shaper.paragraph(role, Frame()), [*letters[:place], lowered, *letters[place:]]
