"""Pictures in the screen file: as many dots as a screen shows, and pictures worked on in order."""

import random
import time
from typing import Any

import pytest
from PIL import Image

from publisher.writers.pictures import fit_screen, in_order
from tests.writers.press import reading, specimen


def on_screen(name: str, width: int) -> reading.Picture:
    drawn = specimen.draw(f'<img src="test:{name}" alt=""/>', f"img {{ width: {width}mm; height: {width * 0.75}mm }}")
    with reading.opened(drawn) as pdf:
        fit_screen(pdf)
        (found,) = reading.pictures(specimen.bytes_of(pdf))
        return found


@pytest.mark.parametrize(("width", "dots"), [(20, 118), (180, 1063), (181, 1600)])
def test_more_dots_than_a_screen_shows_are_taken_out(width: int, dots: int) -> None:
    found = on_screen("fine.jpg", width)
    assert (found.width, found.height) == pytest.approx((dots, dots * 0.75), abs=1)
    assert (found.space, found.jpeg) == ("/DeviceRGB", True)


@pytest.mark.parametrize("name", ["rgb.png", "grey.png", "alpha.png"])
def test_pictures_without_loss_stay_so(name: str) -> None:
    found = on_screen(name, 15)
    assert not found.jpeg
    assert found.width == pytest.approx(89, abs=1)
    channels = 1 if found.space == "/DeviceGray" else 3
    assert len(found.samples) == found.width * found.height * channels
    if name == "rgb.png":
        image = Image.frombytes("RGB", (found.width, found.height), found.samples)
        expected = specimen.photograph().resize(image.size)
        near = [abs(a - b) for a, b in zip(image.tobytes(), expected.tobytes(), strict=True)]
        assert sum(near) / len(near) < 3
    if name == "alpha.png":
        assert found.mask_width == found.width


def test_inks_become_what_they_look_like() -> None:
    found = on_screen("cmyk.jpg", 15)
    assert found.space == "/DeviceRGB"
    # Three fifths of cyan and four of yellow; the reader of plates turns round what isn't marked as turned.
    assert [255 - part for part in found.inks(5, 5)] == pytest.approx([112, 167, 81], abs=6)


def test_things_come_back_in_their_order_and_few_are_held() -> None:
    started: list[int] = []
    chance = random.Random(3)  # noqa: S311 - to be repeated, not to be secret

    def things() -> Any:
        for number in range(30):
            started.append(number)
            yield number

    def work(number: int) -> int:
        time.sleep(chance.random() / 200)
        return number * number

    made = []
    for result in in_order(work, things()):
        made.append(result)
        assert len(started) - len(made) <= 5
    assert made == [number * number for number in range(30)]


def test_a_fault_in_the_work_is_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError):
        list(in_order(lambda number: 1 // number, [1, 0]))
