"""ICC profiles checked by their first bytes and tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageCms

from publisher.errors import ConfigurationError
from publisher.profiles import check_profile, coated_profile, condition_of, profile_version

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def test_the_profile_that_comes_along_is_one_for_a_press() -> None:
    check_profile(coated_profile(), "ours")
    assert profile_version(coated_profile()) == (2, 1)
    assert condition_of(coated_profile()) is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "x is no ICC profile"),
        (b"%PDF-1.7" * 40, "x is no ICC profile"),
        (SRGB, "of class “mntr” for RGB"),
        (coated_profile()[:12] + b"scnr" + coated_profile()[16:], "class “scnr” for CMYK"),
        (coated_profile().replace(b"B2A0", b"B2X0", 1), "lacks what conversion needs: B2A0"),
        (coated_profile()[:2000], "lacks what conversion needs"),
    ],
)
def test_what_is_none_is_told(data: bytes, told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        check_profile(data, "x")


@given(st.binary(max_size=400), st.integers(0, 399))
def test_no_bytes_break_the_check(data: bytes, cut: int) -> None:
    for candidate in (data, coated_profile()[:132] + data, coated_profile()[:cut]):
        with pytest.raises(ConfigurationError):
            check_profile(candidate, "x")
