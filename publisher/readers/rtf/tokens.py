"""RTF's tokens: braces, control words, and characters (RTF 1.9.1, “Basic Entities”)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|'|([^a-zA-Z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_OPEN, _CLOSE = b"{", b"}"


class Word(NamedTuple):
    """A control word and its number; a control symbol is a word of one sign."""

    name: str
    number: int | None = None


class Letters(NamedTuple):
    r"""Characters as bytes of some code page; *is_escaped*: one byte, written as ``\'hh``."""

    data: bytes
    is_escaped: bool = False


class Open(NamedTuple):
    """A group begins."""


class Close(NamedTuple):
    """A group ends."""


class Binary(NamedTuple):
    """Bytes as they are, those of a picture."""

    data: bytes


Token = Word | Letters | Open | Close | Binary


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of *data*."""
    at = 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        word, number, escaped, symbol, brace, letters = found.groups()
        if brace:
            yield Open() if brace == _OPEN else Close()
        elif letters:
            yield Letters(letters)
        elif escaped:
            yield Letters(bytes.fromhex(escaped.decode()), is_escaped=True)
        elif word == b"bin":
            end = at + max(0, int(number or 0))
            yield Binary(data[at:end])
            at = end
        elif word:
            yield Word(word.decode(), None if number is None else int(number))
        elif symbol:
            yield Word(symbol.decode("latin-1"))
