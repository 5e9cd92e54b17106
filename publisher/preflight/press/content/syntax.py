"""Content streams taken apart into operations (ISO 32000-1, 7.8.2), in one pass and without trust."""

import re
from collections.abc import Iterator
from typing import Any

#: Operands that may wait for their operator; PDF itself needs no more than 33 (ISO 32000-1, annex C).
MOST_OPERANDS = 4096
#: Tokens without an operator after which `operations` yields `IDLE`, so that its reader may lose patience.
PATIENCE = 1000
#: How deep arrays and dictionaries may stand in one another.
DEEPEST = 32

# Most operations are numbers and an operator, and most text is an array of hexadecimal strings: each of the two
# is one match. Quantifiers are possessive: nothing is ever tried twice but the numbers before a missing operator.
_TOKEN = re.compile(
    rb"""[\0\t\n\f\r\ ]*+ (?:
      (?P<numbers>(?:[+-]?[\d.]++[\0\t\n\f\r\ ]++){0,33}+) (?P<operator>[A-Za-z'"][A-Za-z0-9*]*+)
    | \[ (?P<shown>(?:[^][()<>%/A-Za-z]++ | <[0-9A-Fa-f\0\t\n\f\r\ ]*+>)*+) \] [\0\t\n\f\r\ ]*+ TJ (?![A-Za-z0-9])
    | / (?P<name>[^\0\t\n\f\r\ ()<>[\]{}/%]*+)
    | (?P<number>[+-]?[\d.]++)
    | (?P<open><<|\[)
    | (?P<close>>>|\])
    | < (?P<hex>[^<>]*+) >
    | \( (?P<string>(?:[^()\\]++ | \\.)*+) \)
    | (?P<nested>\()
    | (?P<comment>%[^\r\n]*+)
    | (?P<junk>.)
    )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_MEANING = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_IMAGE_END = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r /]|$)")
_CONSTANTS = {b"true": True, b"false": False, b"null": None}
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]+")

#: An operation: its operator, and either the bytes of its numbers, or the list of its operands. Names are str,
#: strings bytes, numbers float. ``TJ`` may have its array's inside as bytes (hexadecimal strings and numbers).
Operation = tuple[bytes, Any]
#: No operation: so many tokens went by without one.
IDLE: Operation = (b"", b"")


def operations(data: bytes) -> Iterator[Operation]:
    """The operations of a content stream; what can't be understood is passed over."""
    position, end, tokens = 0, len(data), 0
    waiting = _Waiting()
    while position < end and (match := _TOKEN.match(data, position)):
        position = match.end()
        tokens += 1
        if tokens % PATIENCE == 0:
            yield IDLE
        kind = match.lastgroup
        if kind == "operator":
            operator, given = match["operator"], match["numbers"]
            if operator in _CONSTANTS:
                waiting.add_numbers(given)
                waiting.add(_CONSTANTS[operator])
            elif operator == b"ID":
                position = _image_end(data, position)
                yield b"BI", _pairs(waiting.taken(given))
            elif operator != b"BI":
                yield operator, waiting.taken(given)
        elif kind == "shown":
            waiting.taken()
            yield b"TJ", match["shown"]
        elif kind == "nested":
            value, position = _nested_string(data, position)
            waiting.add(value)
        elif kind not in ("comment", "junk"):
            waiting.take(str(kind), match[str(kind)])


class _Waiting:
    """Operands that wait for their operator, and the arrays and dictionaries that are still open."""

    def __init__(self) -> None:
        self.operands: list[Any] = []
        self.open: list[list[Any]] = []

    def add(self, value: Any) -> None:
        target = self.open[-1] if self.open else self.operands
        if len(target) < MOST_OPERANDS:
            target.append(value)

    def add_numbers(self, given: bytes) -> None:
        for item in given.split():
            self.add(_number(item))

    def take(self, kind: str, token: bytes) -> None:
        """Adds what a token means."""
        match kind:
            case "number":
                self.add(_number(token))
            case "name":
                self.add(
                    "/" + _ESCAPED_NAME.sub(lambda m: bytes.fromhex(m[1].decode()), token).decode("utf-8", "replace")
                )
            case "hex":
                self.add(hexadecimal(token))
            case "string":
                self.add(_unescaped(token))
            case "open" if len(self.open) < DEEPEST:
                self.open.append([])
            case "close" if self.open:
                closed = self.open.pop()
                self.add(_pairs(closed) if token == b">>" else closed)

    def taken(self, numbers: bytes = b"") -> Any:
        """The operands, given away: bytes where they are nothing but numbers."""
        if not self.operands and not self.open:
            return numbers
        self.open.clear()
        found = [*self.operands, *map(_number, numbers.split())]
        self.operands.clear()
        return found


def hexadecimal(token: bytes) -> bytes:
    """The bytes that hexadecimal digits say; a last single digit is followed by an unwritten 0."""
    digits = _NOT_HEX.sub(b"", token).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _number(token: bytes) -> float:
    try:
        return float(token[:40])
    except ValueError:
        return 0.0


def _pairs(values: list[Any] | bytes) -> dict[str, Any]:
    """Key, value, key, value … as a dictionary."""
    if isinstance(values, bytes):
        return {}
    return {key: value for key, value in zip(values[0::2], values[1::2], strict=False) if isinstance(key, str)}


def _unescaped(token: bytes) -> bytes:
    if b"\\" not in token:
        return token
    return _ESCAPE.sub(
        lambda m: bytes([int(m[1], 8) & 255]) if m[1][0] in b"01234567" else _MEANING.get(m[1], m[1]), token
    )


def _nested_string(data: bytes, position: int) -> tuple[bytes, int]:
    """A string that has brackets inside, or no end; and where reading goes on."""
    depth, start = 1, position
    for mark in _BRACKET.finditer(data, position):
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
        if not depth:
            return _unescaped(data[start : mark.start()]), mark.end()
    return b"", len(data)


def _image_end(data: bytes, position: int) -> int:
    """Where reading goes on after the data of an inline image."""
    found = _IMAGE_END.search(data, position)
    return found.end() if found else len(data)
