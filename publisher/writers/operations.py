"""A content stream cut into operations (ISO 32000-1, 7.8.2): operands as they stand, then the operator."""

import re
from collections.abc import Iterator

_STRING = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)"
# Every quantifier is possessive: no input makes the pattern go back.
_OPERATION = re.compile(
    rb"""
    ( (?: [\s\x00]++ | [-+.0-9]++ | /[^\s\x00()<>\[\]{}/%]*+ | <[0-9A-Fa-f\s]*+> | %[^\r\n]*+
        | \[ (?: [^\[\]()]++ | """
    + _STRING
    + rb""" )*+ \] | """
    + _STRING
    + rb""" | << (?: [^<>()]++ | <[0-9A-Fa-f\s]*+> | """
    + _STRING
    + rb""" )*+ >> )*+ )
    ([A-Za-z'"][A-Za-z0-9*]*+)
    """,
    re.VERBOSE | re.DOTALL,
)
_NUMBER = re.compile(rb"[-+]?(?:\d++\.?\d*+|\.\d++)")
_NAME = re.compile(rb"/([^\s\x00()<>\[\]{}/%]*+)")

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def operations(data: bytes) -> Iterator[re.Match[bytes]]:
    """Each operation as a match: group 1 its operands, group 2 its operator.

    A ValueError tells of what is none; inline images are none either, for pages never hold one.
    """
    end, match = 0, _OPERATION.match(data)
    while match is not None and match[2] != b"BI":
        yield match
        end = match.end()
        # Each match begins where the last one ended: a search would start anew at every byte.
        match = _OPERATION.match(data, end)
    if data[end:].strip(b"\x00\t\n\f\r "):
        raise ValueError(f"no content operation: {data[end : end + 40]!r}")


def numbers(operands: bytes) -> tuple[float, ...]:
    """The numbers among an operation's operands."""
    return tuple(float(number) for number in _NUMBER.findall(operands))


def name(operands: bytes) -> str:
    """The last name among an operation's operands, without its solidus; empty where there is none."""
    found = _NAME.findall(operands)
    return found[-1].decode("latin-1") if found else ""


def matrix(values: tuple[float, ...]) -> Matrix:
    """Six numbers as a matrix; anything else is the identity."""
    if len(values) != 6:
        return IDENTITY
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that carries out *first*, *then* the other (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
