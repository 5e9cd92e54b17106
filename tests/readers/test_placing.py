from publisher.normalise.layout.blocks import Passage
from publisher.readers.placing import placed
from publisher.report import Finding, Where, finding

TEXT = "A bridge\n\n   The council met on\nMonday, and the\ncouncil slept.\n\nThe council met.\n"
PASSAGES = (
    Passage("A bridge", 1),
    Passage("The council met on Monday, and the council slept.", 3),
    Passage("The council met.", 7),
)


def places(*findings: Finding) -> list[tuple[int | None, int | None]]:
    return [(f.where.line, f.where.column) for f in placed(findings, "copy.txt", TEXT, PASSAGES)]


def quoting(before: str | None, code: str = "typography.quotes") -> Finding:
    return finding(code, "", before=before)


def test_finds_the_line_and_column_of_what_is_quoted() -> None:
    assert places(quoting("A bridge"), quoting("council met on Monday"), quoting("council slept.")) == [
        (1, 1),
        (3, 8),
        (5, 1),
    ]


def test_goes_on_where_the_last_one_of_its_kind_was_found() -> None:
    assert places(quoting("met on"), quoting("The council met.")) == [(3, 16), (7, 1)]
    assert places(quoting("The council met."), quoting("council met")) == [(7, 1), (7, 5)]
    assert places(quoting("slept"), quoting("A bridge")) == [(5, 9), (1, 1)]


def test_leaves_open_what_is_not_there() -> None:
    assert places(quoting("nowhere"), quoting(None), quoting("")) == [(None, None)] * 3


def test_names_the_file_and_keeps_what_else_is_known() -> None:
    (found,) = placed([finding("structure.headline", "", Where(part="first"))], "copy.txt", TEXT, PASSAGES)
    assert found.where == Where("copy.txt", part="first")


def test_takes_the_first_line_of_a_quotation_that_has_several() -> None:
    assert places(quoting("A bridge\nThe council met on")) == [(1, 1)]


def test_finds_a_whole_paragraph_however_far_down_and_before_a_piece_of_another() -> None:
    passages = (
        Passage("He said: It stands.", 1),
        *(Passage(f"No. {n}", n + 2) for n in range(200)),
        Passage("It stands.", 300),
    )
    text = "He said: It stands.\n" + "\n" * 298 + "It stands."
    (found,) = placed([finding("structure.repeated", "", before="It stands.")], "copy.txt", text, passages)
    assert (found.where.line, found.where.column) == (300, 1)


def test_looks_for_the_end_mark_from_the_end() -> None:
    passages = (Passage("PTI says it stands.", 1), Passage("It stands. PTI", 3))
    text = "PTI says it stands.\n\nIt stands. PTI"
    (found,) = placed([finding("structure.end-mark", "", before="PTI")], "copy.txt", text, passages)
    assert (found.where.line, found.where.column) == (3, 12)


def test_finds_each_of_several_paragraphs_that_say_the_same() -> None:
    passages = tuple(Passage("A bridge", line) for line in (1, 3, 5))
    findings = [finding(f"structure.{code}", "", before="A bridge") for code in ("headline", "repeated", "repeated")]
    found = placed(findings, "copy.txt", "A bridge\n\nA bridge\n\nA bridge", passages)
    assert [f.where.line for f in found] == [1, 3, 5]
