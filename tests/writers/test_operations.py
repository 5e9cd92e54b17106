"""Content streams cut into operations: whole, in linear time, and nothing else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.writers.operations import IDENTITY, matrix, name, numbers, operations, product

OPERANDS = st.sampled_from(
    [b"1", b"-.5", b"/a1.0", b"<0aFf>", b"(a(b)\\)c)", b"[<01>-3()2<0203>]", b"<</MCID 3/T (x>y)>>", b"%no\n"]
)
OPERATIONS = st.lists(
    st.tuples(st.lists(OPERANDS, max_size=4), st.sampled_from([b"q", b"TJ", b"f*", b"scn", b"'", b"d0"])), max_size=20
)


@given(OPERATIONS)
def test_each_operation_is_found_with_its_operands(parts: list[tuple[list[bytes], bytes]]) -> None:
    data = b"\n".join(b" ".join((*operands, operator)) for operands, operator in parts)
    found = list(operations(data))
    assert [match[2] for match in found] == [operator for _, operator in parts]
    assert b"".join(match[0] for match in found) == data
    for match, (operands, _) in zip(found, parts, strict=True):
        assert match[1].split() == b" ".join(operands).split()


@pytest.mark.parametrize("data", [b"1 0 0 rg ]", b"BI /W 1 ID x EI", b"q (never closed", b"<< /A"])
def test_what_is_no_operation_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="no content operation"):
        list(operations(data))


@pytest.mark.parametrize("part", [b"(", b"[", b"<<", b"/", b"1 ", b"(\\", b"[<0>"])
def test_hostile_content_takes_linear_time(part: bytes) -> None:
    start = time.process_time()
    with pytest.raises(ValueError, match="no content"):
        list(operations(part * 200_000))
    assert time.process_time() - start < 2


def test_numbers_names_and_matrices_are_read() -> None:
    assert numbers(b" 1 -2.5 .5 +3") == (1, -2.5, 0.5, 3)
    assert name(b"0.5 /p 12 /Pat#20tern") == "Pat#20tern"
    assert name(b"1 2") == ""
    assert matrix((1, 2)) == IDENTITY
    assert product((2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 10, 20)) == (2, 0, 0, 2, 10, 20)
