"""Pictures written out as data: URLs."""

import base64

import pytest

from publisher.cleaning.embedded import clean_data_url, read_data_url
from tests import pictures

PNG = base64.b64encode(pictures.png()).decode()


@pytest.mark.parametrize(
    "url",
    [
        f"data:image/png;base64,{PNG}",
        f"DATA:image/PNG;charset=x;base64,{PNG}",
        f"data:image/png;base64,{PNG[:40]}\n {PNG[40:]}",
        f"data:image/png;base64,{PNG.replace('+', '%2B')}",
    ],
)
def test_bytes_are_read(url: str) -> None:
    assert read_data_url(url) == pictures.png()


@pytest.mark.parametrize(
    "url",
    [
        "data:text/html,<script>",
        "data:image/svg+xml,<svg/>",
        "data:,",
        "https://x.example/a.png",
        "data:image/png;base64,@@@@",
        "data:image/png;base64,ä",
    ],
)
def test_nothing_else_is(url: str) -> None:
    assert read_data_url(url) is None


def test_a_clean_picture_keeps_its_url_and_another_gets_a_new_one() -> None:
    url = f"data:image/png;base64,{PNG}"
    assert clean_data_url(url) == url
    private = base64.b64encode(pictures.png(exif=pictures.camera())).decode()
    assert clean_data_url(f"data:image/png;base64,{private}") == url
    assert clean_data_url("data:image/png;base64,aaaa") is None
    assert clean_data_url(f"data:image/png;base64,{PNG[:80]}") is None
