import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.normalise.marks.edits import Edit, compatible, edited, edited_pieces


def edit(start: int, end: int, new: str) -> Edit:
    return Edit(start, end, new, "quotes")


def test_keeps_of_overlapping_edits_the_first() -> None:
    edits = [edit(4, 6, "d"), edit(0, 2, "a"), edit(1, 3, "b"), edit(2, 2, "c"), edit(2, 3, "e"), edit(5, 5, "f")]
    assert [one.new for one in compatible(edits)] == ["a", "c", "d"]


def test_makes_edits() -> None:
    assert edited("0123456", [edit(0, 1, "a"), edit(3, 3, "b"), edit(5, 7, "")]) == "a12b34"
    assert edited("", []) == ""


@pytest.mark.parametrize(
    ("pieces", "made"),
    [
        (["012", "3456"], ["a1", "cd6"]),
        (["0", "12", "345", "6"], ["a", "1", "cd", "6"]),
        (["0123456"], ["a1cd6"]),
        (["", "0123456", ""], ["", "a1cd6", ""]),
        (["0123456", ""], ["a1cd6", ""]),
    ],
)
def test_sets_what_is_new_into_the_piece_where_the_old_began(pieces: list[str], made: list[str]) -> None:
    edits = [edit(0, 1, "a"), edit(2, 3, ""), edit(3, 5, "c"), edit(5, 6, "d")]
    assert edited_pieces(pieces, edits) == made


def test_adds_at_the_end() -> None:
    assert edited_pieces(["01", "23"], [edit(4, 4, "x")]) == ["01", "23x"]
    assert edited_pieces([], []) == []


@given(st.data())
def test_pieces_make_the_same_text_as_the_whole(data: st.DataObject) -> None:
    text = data.draw(st.text("abc", max_size=12))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, 3))
    drawn = data.draw(st.lists(spans, max_size=5))
    edits = compatible(edit(start, min(start + length, len(text)), "X") for start, length in drawn)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=3)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert "".join(edited_pieces(pieces, edits)) == edited(text, edits)
    assert len(edited_pieces(pieces, edits)) == len(pieces)
