"""A paragraph measured for breaking: its cuts and their places, in the engine's own widths."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pyphen
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import create_layout, get_log_attrs, get_next_word_boundaries, line_size

from publisher.writers.pages.typeset.manner import at_work, is_initial
from publisher.writers.pages.typeset.names import is_name
from publisher.writers.pages.typeset.totalfit import Cut

#: Paragraphs of fewer characters hold no choice worth planning.
SHORTEST = 25
#: What it costs to hyphenate a proper name: done only where nothing else is feasible.
NAME = 1e9
#: White space that runs on; in the second kind no line ends.
FLOWING = ("normal", "nowrap")
_STYLE = (
    "font_size",
    "font_weight",
    "font_style",
    "letter_spacing",
    "word_spacing",
    "font_variant_caps",
    "font_variant_numeric",
    "font_feature_settings",
    "lang",
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variation_settings",
)


class UnplannableError(Exception):
    """The paragraph holds something whose width or breaks aren't known beforehand; the engine breaks it."""


class Run(NamedTuple):
    """A text box of the paragraph: its path in the box tree, where it begins, and the box."""

    path: tuple[int, ...]
    start: int
    box: Any


class Paragraph(NamedTuple):
    """A measured paragraph; widths are the engine's pixels."""

    runs: tuple[Run, ...]
    text: str
    cuts: tuple[Cut, ...]
    blank: float
    em: float


def measured(context: Any, box: Any) -> Paragraph:
    """The paragraph in the line box *box*; an UnplannableError says why it can't be planned."""
    runs, spacing = _runs(box)
    text = "".join(run.box.text for run in runs)
    if len(text) < SHORTEST:
        raise UnplannableError("short")
    if "\n" in text or "\u00ad" in text:
        raise UnplannableError("forced or soft break")
    measure = _Measure(context, text, runs, spacing, box.style)
    return Paragraph(tuple(runs), text, tuple(measure.cuts()), measure.blank, float(box.style["font_size"]))


def _runs(box: Any) -> tuple[list[Run], dict[int, float]]:
    """The text boxes in order, and the spacing (margins, paddings) that stands before each by its number."""
    runs: list[Run] = []
    spacing: dict[int, float] = {}
    length = 0
    for path, child in _leaves(box, ()):
        if isinstance(child, float):
            spacing[len(runs)] = spacing.get(len(runs), 0.0) + child
        else:
            runs.append(Run(path, length, child))
            length += len(child.text)
    if not runs:
        raise UnplannableError("no text")
    return runs, spacing


def _leaves(box: Any, path: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], Any]]:
    for number, child in enumerate(box.children):
        here = (*path, number)
        if isinstance(child, boxes.TextBox):
            if child.style["white_space"] not in FLOWING:
                raise UnplannableError("white space that counts")
            yield here, child
        elif not child.is_in_normal_flow():
            if not (child.is_running() or child.is_note()):
                raise UnplannableError("a float beside the text")
        elif isinstance(child, boxes.InlineBox):
            yield here, _spacing(child.style, "left")
            yield from _leaves(child, here)
            yield here, _spacing(child.style, "right")
        else:
            raise UnplannableError(type(child).__name__)


def _spacing(style: Any, side: str) -> float:
    """What an inline box adds at its *side*, px."""
    if style[f"border_{side}_width"]:
        raise UnplannableError("a border in the line")
    total = 0.0
    for kind in ("margin", "padding"):
        value = style[f"{kind}_{side}"]
        if value == "auto" or not value:
            continue
        if getattr(value, "unit", "px").lower() != "px":
            raise UnplannableError("spacing in other units")
        total += float(getattr(value, "value", value))
    return total


class _Measure:
    """Right edges of all characters at which a line may end or begin."""

    def __init__(self, context: Any, text: str, runs: list[Run], spacing: dict[int, float], style: Any) -> None:
        self.context = context
        self.text = text
        self.runs = runs
        self.spacing = spacing
        self.style = style
        self.breaks = {
            index for index, attribute in enumerate(get_log_attrs(text, style["lang"])) if attribute.is_line_break
        } & set(range(1, len(text)))
        for run in runs:
            if run.box.style["white_space"] == "nowrap":
                self.breaks -= set(range(run.start + 1, run.start + len(run.box.text)))
        self.edges: dict[int, float] = {0: 0.0}
        self.hyphens: dict[int, tuple[float, float]] = {}
        # A drop capital's blank is none of the text's.
        self.blank = self._blank(next((run.box for run in runs if not is_initial(run.box)), runs[0].box).style)
        self._walk()

    def cuts(self) -> Iterator[Cut]:
        """The cuts in order, the paragraph's end last."""
        end = len(self.text.rstrip(" "))
        blanks = _counted(self.text)
        found = [self._cut(index, blanks) for index in self.breaks if self.text[index:].strip(" ")]
        found += [
            Cut(index, index, self.edges[index], self.edges[index], blanks[index], blanks[index], width, cost)
            for index, (width, cost) in self.hyphens.items()
            if index not in self.breaks
        ]
        yield from sorted(cut for cut in found if cut is not None)
        yield Cut(end, end, self.edges.get(end, self.edges[max(self.edges)]), 0.0, blanks[end], blanks[end])

    def _cut(self, index: int, blanks: list[int]) -> Cut | None:
        end, start = index, index
        while end > 0 and self.text[end - 1] == " ":
            end -= 1
        while self.text[start] == " ":
            start += 1
        if end not in self.edges or start not in self.edges:
            return None
        dash = self.text[end - 1] in "-\u2010"
        return Cut(end, start, self.edges[end], self.edges[start], blanks[end], blanks[start], dash=dash)

    def _walk(self) -> None:
        x = 0.0
        for number, run in enumerate(self.runs):
            x += self.spacing.get(number, 0.0)
            words, at = run.box.text, 0
            blank = self._blank(run.box.style)
            while at < len(words):
                end = at
                while end < len(words) and (words[end] == " ") == (words[at] == " "):
                    end += 1
                self.edges[run.start + at] = x
                if words[at] == " ":
                    x += blank * (end - at)
                else:
                    self._word(run, at, end, x)
                    x += self._width(words[at:end], run.box.style)
                self.edges[run.start + end] = x
                at = end

    def _word(self, run: Run, at: int, end: int, x: float) -> None:
        """Edges inside the word at *at*: where lines may break anyway, and where hyphens may stand."""
        words, style = run.box.text, run.box.style
        inner = [i for i in range(at + 1, end) if run.start + i in self.breaks]
        for index in inner:
            self.edges[run.start + index] = x + self._width(words[at:index], style)
        dictionary = self._dictionary(style)
        if dictionary is None or style["white_space"] == "nowrap":
            return
        width = self._width(style["hyphenate_character"], style)
        cost = NAME if is_name(words[at:end], style["lang"], at_work().names) else 0.0
        for first, last in zip([at, *inner], [*inner, end], strict=True):
            for index in _hyphen_points(words[first:last], style, dictionary):
                place = run.start + first + index
                self.hyphens[place] = (width, cost)
                self.edges[place] = x + self._width(words[at : first + index], style)

    def _dictionary(self, style: Any) -> Any:
        """The engine's own hyphenation dictionary for *style*, made as it makes it."""
        lang = style["lang"]
        found = lang and style["hyphens"] == "auto" and pyphen.language_fallback(lang)
        if not found:
            return None
        total, left, right = style["hyphenate_limit_chars"]
        key = (found, left, right, total)
        if key not in self.context.dictionaries:
            self.context.dictionaries[key] = pyphen.Pyphen(lang=found, left=left, right=right)
        return self.context.dictionaries[key]

    def _blank(self, style: Any) -> float:
        return self._width("n n", style) - 2 * self._width("n", style)

    def _width(self, words: str, style: Any) -> float:
        """Width of *words* as the engine's own text layout measures them, remembered for the document."""
        known: dict[object, float] = self.context.__dict__.setdefault("_publisher_widths", {})
        key = (words, tuple(style["font_family"]), *(style[name] for name in _STYLE))
        if key not in known:
            layout = create_layout(words, style, self.context, None, 0)
            known[key] = float(line_size(layout.get_first_line()[0], style)[0])
            layout.deactivate()
        return known[key]


def _hyphen_points(words: str, style: Any, dictionary: Any) -> Iterator[int]:
    """Where the first long enough word of *words* may be hyphenated: the engine tries no other."""
    base = 0
    total = style["hyphenate_limit_chars"][0]
    while words:
        bounds = get_next_word_boundaries(words, style["lang"])
        if not bounds:
            return
        start, end = bounds
        if end - start >= total:
            yield from (base + start + point for point in dictionary.positions(words[start:end]))
            return
        words, base = words[end:], base + end


def _counted(text: str) -> list[int]:
    """How many expandable blanks stand before each character."""
    counts = [0]
    for letter in text:
        counts.append(counts[-1] + (letter in " \u00a0"))
    return counts
