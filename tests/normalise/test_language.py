import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import ConfigurationError
from publisher.model import Direction
from publisher.normalise.language import canonical, direction


@pytest.mark.parametrize(
    ("tag", "tidy"),
    [
        ("en", "en"),
        ("EN_us", "en-US"),
        (" kk-latn ", "kk-Latn"),
        ("zh-hANT-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("iw-il", "he-IL"),
        ("de-CH-1996", "de-CH-1996"),
        ("sl-rozaj-biske-1994", "sl-rozaj-biske-1994"),
        ("zh-yue-hk", "zh-yue-HK"),
        ("en-US-u-ca-gregory-x-Desk", "en-US-u-ca-gregory-x-desk"),
    ],
)
def test_writes_a_tag_as_the_standard_does(tag: str, tidy: str) -> None:
    assert canonical(tag) == tidy
    assert canonical(tidy) == tidy


@pytest.mark.parametrize("tag", ["", "e", "english", "en-", "en--US", "en US", "x-desk", "en-US-GB", "ён"])
def test_refuses_what_is_no_tag(tag: str) -> None:
    with pytest.raises(ConfigurationError, match="no language tag") as refusal:
        canonical(tag)
    assert "en-GB" in str(refusal.value.hint)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "ltr"),
        ("ar", "rtl"),
        ("AR-eg", "rtl"),
        ("iw", "rtl"),
        ("fa_IR", "rtl"),
        ("kk-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("uz-Cyrl", "ltr"),
        ("sl-1994", "ltr"),
        ("arn", "ltr"),
        ("", "ltr"),
    ],
)
def test_goes_by_the_script_then_the_language(language: str, expected: Direction) -> None:
    assert direction(language) == expected


@given(st.text("aZe1-_xё ", max_size=20))
def test_tidies_or_refuses(tag: str) -> None:
    try:
        tidy = canonical(tag)
    except ConfigurationError:
        return
    assert canonical(tidy) == tidy
