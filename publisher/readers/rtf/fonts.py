"""The fonts of an RTF document: each has a character set, which says what its bytes mean."""

from publisher.readers.rtf.letters import CHARSETS, OLD, PICTORIAL, SYMBOLS, USUAL, decoded, page


class Fonts:
    """Filled by the words of the header; decodes what is set in a font."""

    def __init__(self) -> None:
        self._encodings: dict[int, str] = {}
        self._usual = USUAL
        self._default: int | None = None
        self._current = 0

    def of_document(self, name: str, number: int | None) -> bool:
        """Whether the word *name* says something of the whole document, which is noted."""
        if name in OLD:
            self._usual = OLD[name]
        elif name == "ansicpg" and number:
            self._usual = page(number)
        elif name == "deff":
            self._default = number
        else:
            return False
        return True

    def of_table(self, name: str, number: int | None) -> None:
        """Notes what a word in the table of fonts says."""
        if name == "f" and number is not None:
            self._current = number
        elif name == "fcharset" and number is not None:
            encoding = PICTORIAL if number == SYMBOLS else CHARSETS.get(number)
            if encoding:
                self._encodings[self._current] = encoding
        elif name == "cpg" and number:
            self._encodings[self._current] = page(number)

    def decoded(self, data: bytes, font: int | None) -> str:
        """The characters of *data*, which is set in *font*, by default in the document's own."""
        number = font if font is not None else self._default
        encoding = self._encodings.get(number, self._usual) if number is not None else self._usual
        return decoded(data, encoding)
