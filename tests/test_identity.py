"""Slug and URN: stable, and different for another number or language."""

import pytest

from publisher.identity import slug, urn


@pytest.mark.parametrize(
    ("title", "number", "language", "expected"),
    [
        ("The Bulletin", "47", "en-US", "the-bulletin-47-en-us"),
        ("Бюллетень", "№ 3", "ru", "бюллетень-3-ru"),
        ("../../etc/passwd", None, "en", "etc-passwd-en"),
        ("…", None, "", "bulletin"),
    ],
)
def test_slugs_are_plain_file_names(title: str, number: str | None, language: str, expected: str) -> None:
    assert slug(title, number, language) == expected


def test_editions_and_numbers_have_urns_of_their_own() -> None:
    urns = {urn("B", number, language) for number in ("1", "2", None) for language in ("kk", "ru", "en")}
    assert len(urns) == 9
    # It must never change: readers' libraries know a book by it.
    assert urn("The Bulletin", "47", "en-US") == "urn:uuid:82166253-6a57-5c31-b48f-5a190f3dd503"
