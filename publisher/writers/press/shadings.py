"""Gradients in inks: each stretch between two colour stops sampled through the profile (ISO 32000-1, 7.10, 8.7.4.5)."""

from collections.abc import Sequence

import pikepdf

from publisher.writers.press.inks import SAMPLES, Converter, Values
from publisher.writers.press.spaces import CMYK, Space, read_space

_EXPONENTIAL, _STITCHING = 2, 3


def convert_shading(pdf: pikepdf.Pdf, shading: pikepdf.Object, resources: pikepdf.Object, converter: Converter) -> None:
    """Puts an axial or radial gradient into the converter's space; a ValueError names one of another kind."""
    if int(shading.ShadingType) not in (2, 3):
        raise ValueError(f"shading type {shading.ShadingType} isn't one our pages are drawn with")
    space = read_space(shading.ColorSpace, resources)
    if space == CMYK and converter.device == pikepdf.Name.DeviceCMYK:
        return
    shading.Function = _converted(pdf, shading.Function, space, converter)
    shading.ColorSpace = converter.device


def _converted(pdf: pikepdf.Pdf, function: pikepdf.Object, space: Space, converter: Converter) -> pikepdf.Object:
    kind = int(function.FunctionType)
    if kind == _STITCHING:
        parts = [_converted(pdf, part, space, converter) for part in function.Functions]
        function.Functions = pikepdf.Array(parts)
        return function
    if kind != _EXPONENTIAL:
        raise ValueError(f"function type {kind} isn't one our gradients are made of")
    first, last = (tuple(float(value) for value in function[key]) for key in ("/C0", "/C1"))
    ramp = converter.ramp(space, first, last)
    if len(ramp) == 2:
        function.C0, function.C1 = (pikepdf.Array(_rounded(colour)) for colour in ramp)
        return function
    return _sampled(pdf, ramp, float(function.N), [float(edge) for edge in function.get("/Domain", (0, 1))])


def _sampled(pdf: pikepdf.Pdf, ramp: Sequence[Values], exponent: float, domain: list[float]) -> pikepdf.Object:
    """A table of inks along the stretch; what runs by an exponent is read off the even ramp at its powers."""
    low, high = domain
    places = [low + (high - low) * step / (SAMPLES - 1) for step in range(SAMPLES)]
    colours = [_at(ramp, max(place, 0.0) ** exponent) for place in places]
    parts = len(ramp[0])
    table = pdf.make_stream(bytes(round(min(1.0, max(0.0, value)) * 255) for colour in colours for value in colour))
    table.FunctionType = 0
    table.Domain = pikepdf.Array(_rounded(domain))
    table.Range = pikepdf.Array([0, 1] * parts)
    table.Size = pikepdf.Array([SAMPLES])
    table.BitsPerSample = 8
    return table


def _at(ramp: Sequence[Values], place: float) -> Values:
    """The colour at *place* (0 … 1) of an evenly sampled ramp."""
    position = min(1.0, place) * (len(ramp) - 1)
    before = min(int(position), len(ramp) - 2)
    share = position - before
    return tuple(one + (two - one) * share for one, two in zip(ramp[before], ramp[before + 1], strict=True))


def _rounded(values: Sequence[float]) -> list[float]:
    return [round(value, 4) for value in values]
