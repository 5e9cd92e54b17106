"""Words on drawn pages, found across columns and pages, through what drawing does to them."""

import pytest

from publisher.preflight.drawn import compare_pages, drawn
from publisher.preflight.furniture import Furniture
from publisher.preflight.segments import Segment, Words

FURNITURE = Furniture(("The Bulletin", "No. 7", "November 24, 2026"))
FOOT = "The Bulletin · No. 7\r\n1\r\nNovember 24, 2026"


def verdict(pages: list[str], *texts: str, language: str = "en") -> tuple[list[str], list[str]]:
    words = [Words(tuple(Segment("a1", (text,)) for text in texts), ())]
    lost, invented = compare_pages(pages, words, FURNITURE, language)
    return [segment.text for segment in lost], invented


@pytest.mark.parametrize(
    ("copy", "page"),
    [
        ("efficient office", "eﬃcient o\ufb03ce"),
        ("a cooperation", "a coopera\xad\r\ntion"),
        ("a cooperation", "a coopera\x02tion"),
        ("well-known", "well-\r\nknown"),
        ("one two", "one  two\r\n"),
    ],
)
def test_what_drawing_does_to_words_is_undone(copy: str, page: str) -> None:
    assert drawn(copy) == drawn(page)
    assert verdict([page], copy) == ([], [])


def test_a_paragraph_may_run_over_a_page_turn_with_furniture_between() -> None:
    pages = [f"The council met and nobody left {FOOT}", f"before midnight. The vote was nine to two. {FOOT}"]
    assert verdict(pages, "The council met and nobody left before midnight.", "The vote was nine to two.") == ([], [])


def test_a_headline_of_one_letter_is_not_found_inside_a_word() -> None:
    page = "The Bulletin\nNovember 24, 2026\nT\nNobody left."
    assert verdict([page], "T", "Nobody left.") == ([], [])
    assert verdict([page.replace("\nT\n", "\nX\n")], "T", "Nobody left.")[1] != []


def test_a_paragraph_may_run_over_two_page_turns() -> None:
    pages = [f"One two {FOOT}", f"three four {FOOT}", f"five six. {FOOT}"]
    assert verdict(pages, "One two three four five six.") == ([], [])


def test_the_nearest_place_counts_where_words_are_repeated() -> None:
    pages = [
        f"First story. About us: a {FOOT}",
        f"small office. Second story. {FOOT}",
        f"About us: a small office. {FOOT}",
    ]
    texts = ("First story.", "About us: a small office.", "Second story.", "About us: a small office.")
    assert verdict(pages, *texts) == ([], [])


@pytest.mark.parametrize(
    ("page", "lost", "invented"),
    [
        ("Alpha beta. Gamma dlta.", ["Gamma delta."], ["Gammadlta."]),
        ("Alpha beta.", ["Gamma delta."], []),
        ("Gamma delta. Alpha beta.", ["Gamma delta."], ["Gammadelta."]),
        ("Alpha beta. Alpha beta. Gamma delta.", [], ["Alphabeta."]),
        ("Alpha beta. Gamma delta. Buy now!", [], ["Buynow!"]),
    ],
)
def test_losses_doubles_swaps_and_inventions_are_seen(page: str, lost: list[str], invented: list[str]) -> None:
    assert verdict([page], "Alpha beta.", "Gamma delta.") == (lost, invented)


def test_a_last_letter_is_not_found_on_the_next_page_by_chance() -> None:
    pages = [f"It was cold at nigh {FOOT}", f"The vote was taken. {FOOT}"]
    lost, _ = verdict(pages, "It was cold at night", "The vote was taken.")
    assert lost == ["It was cold at night"]


def test_capitals_are_those_of_the_language() -> None:
    words = [Words((Segment("a1", ("istanbul – Bugün",), 8),), ())]
    assert compare_pages(["İSTANBUL – Bugün"], words, FURNITURE, "tr") == ([], [])
    assert compare_pages(["ISTANBUL – Bugün"], words, FURNITURE, "tr")[0] != []


def test_notes_are_found_wherever_the_page_has_them() -> None:
    words = [Words((Segment("a1", ("Before", " after.")),), ((Segment("a1", ("The note.",)),),))]
    assert compare_pages(["Before1 after. 1 The note."], words, FURNITURE, "en") == ([], [])
    assert [s.text for s in compare_pages(["Before1 after."], words, FURNITURE, "en")[0]] == ["The note."]


def test_notes_are_looked_for_where_they_are_called_however_far_in() -> None:
    notes = tuple((Segment("a1", (f"Note on page {n}.",)),) for n in range(9))
    text = tuple(Segment("a1", (f"Words of page {n}", " and more.")) for n in range(9))
    pages = [f"Words of page {n}{n + 1} and more. {n + 1} Note on page {n}. {FOOT}" for n in range(9)]
    assert compare_pages(pages, [Words(text, notes)], FURNITURE, "en") == ([], [])


def test_letters_of_right_to_left_words_are_counted() -> None:
    copy = "مجلس النواب يصوت على القانون الجديد اليوم"
    seen = " ".join(reversed(copy.split()))
    assert verdict([seen], copy, language="ar") == ([], [])
    assert verdict([seen.replace("القانون", "")], copy, language="ar")[0] == [copy]
    assert verdict([seen + " " + seen], copy, language="ar")[0] == [copy]


def test_words_from_right_to_left_are_looked_for_as_they_are() -> None:
    copy = "הכנסת אישרה אמש את תקציב המדינה לאחר דיון ארוך"
    # The same words in another order, as they are seen; then the same letters in other words.
    assert verdict([" ".join(reversed(copy.split()))], copy) == ([], [])
    torn = " ".join(word[2:] + word[:2] for word in copy.split())
    assert verdict([torn], copy)[0] == [copy]


def test_a_passage_from_right_to_left_does_not_hide_inventions_elsewhere() -> None:
    copy = "مجلس النواب 2025"
    words = [Words((Segment("a1", ("Alpha beta.",)), Segment("a2", (copy,)), Segment("a2", ("9",), 0, True)), ())]
    assert compare_pages(["Alpha beta. 9 2025 النواب مجلس"], words, FURNITURE, "en") == ([], [])
    assert compare_pages(["Alpha beta. Buy now! 9 2025 النواب مجلس"], words, FURNITURE, "en")[1] != []


def test_a_note_may_stand_at_its_articles_end_over_many_pages() -> None:
    parts = [f"Part {number} of the note. " * 60 for number in range(6)]
    pages = ["Before1 after.", "One.", "Two.", "Three.", *parts, "Next article."]
    text = (Segment("a1", ("Before", " after.")), *(Segment("a1", (word,)) for word in ("One.", "Two.", "Three.")))
    note = tuple(Segment("a1", (part,)) for part in parts)
    words = [Words(text, (note,)), Words((Segment("a2", ("Next article.",)),), ())]
    assert compare_pages(pages, words, FURNITURE, "en") == ([], [])
    assert compare_pages([*pages[:4], *pages[:3:-1]], words, FURNITURE, "en")[0] != []
