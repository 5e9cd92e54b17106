"""Gradients: tables of inks where the profile bends them, straight runs where ends are given."""

import pikepdf
import pytest

from publisher.profiles import coated_profile
from publisher.theme.loading import load_theme
from publisher.writers.press.inks import SAMPLES, Greys, Inks
from publisher.writers.press.profile import open_press
from publisher.writers.press.shadings import convert_shading
from publisher.writers.press.spaces import RGB

INKS = Inks(open_press(coated_profile(), None), load_theme("gazette").colour.values())
NONE = pikepdf.Dictionary()


def ramp(first: list[float], last: list[float], exponent: float = 1) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        FunctionType=2, Domain=pikepdf.Array([0, 1]), C0=pikepdf.Array(first), C1=pikepdf.Array(last), N=exponent
    )


def shading(function: pikepdf.Object, space: str = "/DeviceRGB", kind: int = 2) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(ShadingType=kind, ColorSpace=pikepdf.Name(space), Function=function)


def table(function: pikepdf.Object) -> list[tuple[float, ...]]:
    """The inks of a table, sample by sample."""
    data = function.read_bytes()
    return [tuple(value / 255 for value in data[at : at + 4]) for at in range(0, len(data), 4)]


def test_a_run_between_colours_follows_the_profile_all_the_way() -> None:
    with pikepdf.new() as pdf:
        made = shading(ramp([0.8, 0.1, 0.1], [0.1, 0.1, 0.8]))
        convert_shading(pdf, made, NONE, INKS)
        assert made.ColorSpace == "/DeviceCMYK"
        samples = table(made.Function)
        assert len(samples) == SAMPLES
        assert samples[0] == pytest.approx(INKS.inks(RGB, (0.8, 0.1, 0.1)), abs=0.003)
        assert samples[16] == pytest.approx(INKS.inks(RGB, (0.45, 0.1, 0.45)), abs=0.003)
        assert samples[-1] == pytest.approx(INKS.inks(RGB, (0.1, 0.1, 0.8)), abs=0.003)


def test_an_exponent_stays_in_the_table() -> None:
    with pikepdf.new() as pdf:
        made = shading(ramp([0, 0, 0], [1, 1, 1], 2))
        convert_shading(pdf, made, NONE, INKS)
        # Half of the way along, a square has come a quarter.
        assert table(made.Function)[16] == pytest.approx(INKS.inks(RGB, (0.25, 0.25, 0.25)), abs=0.01)


def test_stitched_runs_are_converted_one_by_one_and_keep_the_themes_inks() -> None:
    accent = [0x9B / 255, 0x1C / 255, 0x2C / 255]
    with pikepdf.new() as pdf:
        parts = pikepdf.Array([ramp([1, 1, 1], accent), ramp(accent, [0.1, 0.5, 0.2])])
        made = shading(
            pikepdf.Dictionary(
                FunctionType=3,
                Domain=pikepdf.Array([0, 1]),
                Functions=parts,
                Bounds=pikepdf.Array([0.5]),
                Encode=pikepdf.Array([0, 1, 0, 1]),
            )
        )
        convert_shading(pdf, made, NONE, INKS)
        first, second = made.Function.Functions
        assert [float(value) for value in first.C0] == [0, 0, 0, 0]
        assert [float(value) for value in first.C1] == [float(value) for value in second.C0] == [0, 0.9, 0.7, 0.3]


def test_masks_run_straight_in_greys_and_inks_stay_as_they_are() -> None:
    with pikepdf.new() as pdf:
        mask = shading(ramp([1, 1, 1], [0, 0, 0]))
        convert_shading(pdf, mask, NONE, Greys())
        assert (str(mask.ColorSpace), [float(v) for v in mask.Function.C0]) == ("/DeviceGray", [1])
        inked = shading(ramp([1, 0, 0, 0], [0, 1, 0, 0]), "/DeviceCMYK")
        convert_shading(pdf, inked, NONE, INKS)
        assert [float(v) for v in inked.Function.C0] == [1, 0, 0, 0]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (shading(ramp([0, 0, 0], [1, 1, 1]), kind=4), "shading type 4"),
        (shading(pikepdf.Dictionary(FunctionType=4)), "function type 4"),
    ],
)
def test_gradients_of_other_kinds_are_told(made: pikepdf.Dictionary, told: str) -> None:
    with pikepdf.new() as pdf, pytest.raises(ValueError, match=told):
        convert_shading(pdf, made, NONE, INKS)
