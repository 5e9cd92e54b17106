"""Fonts as a press needs them: embedded, as wide as the file says they are, and readable as text."""

from collections.abc import Iterator
from typing import Any

from publisher.preflight.press.content.objects import entry, items, name, unpacked
from publisher.preflight.press.content.resources import Font
from publisher.preflight.press.faults import Fault
from publisher.preflight.press.fonts.letters import unreadable
from publisher.preflight.press.fonts.programs import LARGEST_FONT, Program, read_program
from publisher.preflight.press.fonts.widths import composite_widths, glyph_indices, glyph_names, simple_widths

#: Widths may differ by this much, thousandths of an em: files round them to one.
TOLERANCE = 1.5
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def font_file(font: Font) -> Any:
    """The stream of a font's program, or None where it isn't embedded."""
    descriptor = entry(_lowest(font), "/FontDescriptor")
    return next((found for key in _FILES if (found := entry(descriptor, key)) is not None), None)


def _lowest(font: Font) -> Any:
    """The dictionary that has descriptor and widths: the font's, or that of the one below a composite font."""
    below = items(entry(font.dictionary, "/DescendantFonts")) if font.is_composite else [font.dictionary]
    return below[0] if below else None


def check_font(font: Font) -> Iterator[Fault]:
    """What is wrong with a font that the pages use; one whose glyphs are content of their own has nothing to embed."""
    codes = font.count()
    if font.kind != "Type3":
        stream = font_file(font)
        if stream is None:
            hint = "make the file again with its fonts embedded"
            yield Fault("pdf.font", f"the font {font.name} isn't embedded", hint)
            return
        data = unpacked(stream, LARGEST_FONT)
        program = read_program(data) if data else None
        if program is None:
            yield Fault("pdf.font", f"the font {font.name} is embedded, but can't be read", "embed the font again")
        elif fault := _width_fault(font, program, codes):
            yield fault
    if number := unreadable(font.dictionary, codes):
        yield Fault(
            "pdf.tounicode",
            f"the font {font.name} doesn't say what letters {number} of its {len(codes)} glyphs stand for",
            "make the file again with ToUnicode maps: nobody can search, copy or correct this text",
        )


def _width_fault(font: Font, program: Program, codes: set[int]) -> Fault | None:
    """The first glyph whose width in the font isn't the one in the file."""
    lowest = _lowest(font)
    if font.is_composite:
        if not name(entry(font.dictionary, "/Encoding")).startswith("/Identity"):
            return None
        said, indices = composite_widths(lowest, codes), glyph_indices(lowest, codes)
        real = {code: program.of_index(index) for code, index in indices.items()}
    else:
        said, names = simple_widths(lowest, codes), glyph_names(lowest)
        real = {code: program.of_code(code, names.get(code)) for code in codes}
    for code in sorted(codes & said.keys()):
        width = real.get(code)
        if width is not None and abs(width - said[code]) > TOLERANCE:
            return Fault(
                "pdf.widths",
                f"the font {font.name} has a glyph (code {code}) {width:.0f} wide, and the file says {said[code]:.0f}",
                "make the file again: programs that trust the one set other lines than those that trust the other",
            )
    return None
