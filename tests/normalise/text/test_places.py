from publisher.normalise.text.places import Places
from publisher.report import Where


def test_counts_lines_and_columns_from_one() -> None:
    places = Places("copy.txt", "ab\n\ncd")
    assert [places.where(offset) for offset in (0, 1, 3, 4, 5, 6)] == [
        Where("copy.txt", 1, 1),
        Where("copy.txt", 1, 2),
        Where("copy.txt", 2, 1),
        Where("copy.txt", 3, 1),
        Where("copy.txt", 3, 2),
        Where("copy.txt", 3, 3),
    ]


def test_counts_what_was_taken_out_before() -> None:
    copy, shorter = "a--b\nc-d", "ab\ncd"
    places = Places("copy.txt", copy, [(1, 1), (1, 1), (4, 1)])
    found = [places.where(offset) for offset in range(len(shorter))]
    assert [(where.line, where.column) for where in found] == [(1, 1), (1, 4), (1, 5), (2, 1), (2, 3)]
