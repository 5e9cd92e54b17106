"""Content taken apart: every kind of operand, and junk in linear time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.preflight.press.content.syntax import IDLE, PATIENCE, operations


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"1 0 0 -1 5 .5 cm", [(b"cm", b"1 0 0 -1 5 .5 ")]),
        (b"q\nQ", [(b"q", b""), (b"Q", b"")]),
        (b"/F1 12 Tf", [(b"Tf", ["/F1", 12.0])]),
        (b"/A#20B#2f gs", [(b"gs", ["/A B/"])]),
        (b"(a\\)b\\101\\\n\\n) Tj", [(b"Tj", [b"a)bA\n"])]),
        (b"(a (b) c) Tj", [(b"Tj", [b"a (b) c"])]),
        (b"<48 65 6> Tj", [(b"Tj", [b"He`"])]),
        (b"[<00>-3<01>] TJ", [(b"TJ", b"<00>-3<01>")]),
        (b"[(a) -3 (b)] TJ", [(b"TJ", [[b"a", -3.0, b"b"]])]),
        (b"[3 2] 0 d", [(b"d", [[3.0, 2.0], 0.0])]),
        (b"/OC << /A [1 true] /B null >> BDC", [(b"BDC", ["/OC", {"/A": [1.0, True], "/B": None}])]),
        (b"1 g % 0 g\n2 g", [(b"g", b"1 "), (b"g", b"2 ")]),
        (b"BI /W 1 /H 2 ID \x00(EI)\xff EI Q", [(b"BI", {"/W": 1.0, "/H": 2.0}), (b"Q", b"")]),
        (b"0 0 m f*", [(b"m", b"0 0 "), (b"f*", b"")]),
        (b"} 1 w ) >> ] 2 w", [(b"w", b"1 "), (b"w", b"2 ")]),
    ],
)
def test_operations_are_read(content: bytes, expected: list[object]) -> None:
    assert list(operations(content)) == expected


@pytest.mark.parametrize(
    "junk",
    [
        *(b"[", b"(", b"<", b"<<", b"1 ", b"[1 ", b"(a", b"(\\", b"/", b"[<00>1", b"BI ID ", b"%", b"[(a)"),
        *(b"1" * 40, b"1 " * 33 + b"/a "),
    ],
    ids=repr,
)
def test_junk_is_read_to_its_end(junk: bytes) -> None:
    for _ in operations(junk * ((1 << 19) // len(junk))):
        pass


def test_a_reader_may_lose_patience_with_tokens_that_come_to_nothing() -> None:
    assert list(operations(b"/a " * (2 * PATIENCE + 1))) == [IDLE, IDLE]


PIECES = (b"(", b")", b"<", b">", b"[", b"]", b"/a", b"1", b" ", b"BI", b"ID", b"EI", b"TJ", b"%", b"\n", b"\\", b"q")


@given(st.lists(st.sampled_from(PIECES)))
def test_nothing_makes_it_stumble(parts: list[bytes]) -> None:
    for operator, operands in operations(b"".join(parts)):
        assert isinstance(operator, bytes)
        assert isinstance(operands, (bytes, list, dict))
