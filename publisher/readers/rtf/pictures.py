"""A picture in RTF, as it fills up."""

import binascii

#: The words that say a picture's kind, and the ending of its file.
KINDS: dict[str, str] = {
    "pngblip": "png",
    "jpegblip": "jpg",
    "emfblip": "emf",
    "wmetafile": "wmf",
    "pmmetafile": "pmf",
    "dibitmap": "dib",
    "wbitmap": "bmp",
    "macpict": "pict",
}


class Picture:
    """Its bytes, kind, and what is said of it."""

    def __init__(self) -> None:
        self.kind = ""
        self.alternative = ""
        self._hex: list[bytes] = []
        self._binary: list[bytes] = []

    def add_hex(self, data: bytes) -> None:
        """Takes a piece of it in hexadecimal."""
        self._hex.append(data)

    def add(self, data: bytes) -> None:
        """Takes a piece of it as it is."""
        self._binary.append(data)

    @property
    def data(self) -> bytes:
        """Its bytes; none where they are no such thing."""
        if self._binary:
            return b"".join(self._binary)
        digits = b"".join(b"".join(self._hex).split())
        try:
            return binascii.unhexlify(digits[: len(digits) // 2 * 2])
        except binascii.Error:
            return b""
