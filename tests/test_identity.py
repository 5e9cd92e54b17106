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
        # Vowel signs and tones are no letters of their own, and go with theirs.
        ("राजधानी समाचार", "47", "hi", "राजधानी-समाचार-47-hi"),
        ("ข่าวเมืองหลวง", "47", "th", "ข่าวเมืองหลวง-47-th"),
    ],
)
def test_slugs_are_plain_file_names(title: str, number: str | None, language: str, expected: str) -> None:
    assert slug(title, number, language) == expected


def test_editions_and_numbers_have_urns_of_their_own() -> None:
    urns = {urn("B", number, language) for number in ("1", "2", None) for language in ("kk", "ru", "en")}
    assert len(urns) == 9
    # It must never change: readers' libraries know a book by it.
    assert urn("The Bulletin", "47", "en-US") == "urn:uuid:82166253-6a57-5c31-b48f-5a190f3dd503"


def test_a_long_title_makes_a_name_that_file_systems_take() -> None:
    for title in ("The long bulletin " * 20, "राजधानी समाचार " * 20):
        name = slug(title, "47", "hi")
        assert 100 < len(name.encode()) <= 180
        assert name.startswith(title[:30].strip().lower().replace(" ", "-"))
