"""Addresses on the web: made valid, or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.writers.addresses import SCHEMES, web_address


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("https://example.org/a b?q=[1]&r=5%#x#y", "https://example.org/a%20b?q=%5B1%5D&r=5%25#x%23y"),
        (" http://example.org ", "http://example.org"),
        ("HTTP://Example.org/%20", "HTTP://Example.org/%20"),
        ("http://[::1]:80/[x]", "http://[::1]:80/%5Bx%5D"),
        ("http://пример.рф/путь", "http://пример.рф/%D0%BF%D1%83%D1%82%D1%8C"),
        ("http://example.org/a\tb\n", "http://example.org/ab"),
        ("mailto:press@example.org", "mailto:press@example.org"),
        ("tel:+1 555", "tel:+1%20555"),
    ],
)
def test_addresses_on_the_web_are_made_valid(target: str, href: str) -> None:
    assert web_address(target) == href


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "gopher://example.org/",
        "notes.html",
        "//example.org/x",
        "http://",
        "http:example.org",
        "http:///x",
        "http://exa mple.org",
        "http://a<b>@example.org",
        "http://a..b",
        f"http://{'a' * 64}.org",
        "http://example.org:99999",
        "http://[zz]/",
        "mailto:",
    ],
)
def test_what_is_no_address_on_the_web_is_none(target: str) -> None:
    assert web_address(target) is None


@given(st.text(max_size=40), st.sampled_from(["", "http://", "https://example.org/", "mailto:"]))
def test_whatever_the_copy_says_is_harmless(words: str, start: str) -> None:
    href = web_address(start + words)
    if href is not None:
        scheme, colon, _ = href.partition(":")
        assert href.startswith(("#", "a1.xhtml#")) or (colon and scheme.lower() in SCHEMES)
        assert not set(href) & set(' "<>\\^`{|}\n\t\0')
