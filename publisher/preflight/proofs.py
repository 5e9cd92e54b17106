"""What every file that is built is proved by, and who is not asked: the manifest says both."""

from typing import NamedTuple

from publisher.formats import Format


class Proof(NamedTuple):
    """What files of some formats must stand before they are published (`publisher.preflight.prove`)."""

    name: str
    formats: frozenset[Format]


class Unasked(NamedTuple):
    """A judge that no build waits for, and when it is asked."""

    name: str
    formats: frozenset[Format]
    reason: str


_BOOKS = frozenset({Format.EPUB})
PROOFS = (
    Proof("form", frozenset(Format)),
    Proof("binding", frozenset({Format.PRINT})),
    Proof("fidelity", frozenset(Format)),
    Proof("parity", frozenset(Format) - {Format.NINJS}),
)
UNASKED = (
    Unasked(
        "total ink",
        frozenset({Format.PRINT}),
        "measured where poppler or Ghostscript is there; the terminal says where it was not",
    ),
    Unasked("veraPDF", frozenset({Format.SCREEN}), "ask it yourself of PDF/UA and PDF/A"),
    Unasked("EPUBCheck", _BOOKS, "`publisher check` asks it where it is installed"),
    Unasked("Ace", _BOOKS, "`publisher check` asks it where it is installed"),
)
