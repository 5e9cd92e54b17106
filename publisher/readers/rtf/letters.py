"""Which characters RTF's bytes stand for: by the font's character set, or else the document's code page."""

import codecs

#: ``\fcharset`` → encoding; 0 and 1 mean the document's own.
CHARSETS: dict[int, str] = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
#: The character set of pictorial fonts, whose letters mean their pictures; of these only bullets are known.
SYMBOLS = 2
PICTORIAL = "symbol"
_BULLETS = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0x6F: "○", 0x2D: "-", 0x20: " "}
#: ``\ansicpg`` numbers that Python knows by another name than cp….
_PAGES: dict[int, str] = {10000: "mac_roman", 10007: "mac_cyrillic", 65001: "utf-8", 936: "gb18030"}
#: The encoding of a document that says nothing, and of one that says a word.
USUAL = "cp1252"
OLD: dict[str, str] = {"ansi": USUAL, "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
#: Control words that stand for a character each.
CHARACTERS: dict[str, str] = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": "\t", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "~": "\u00a0", "-": "\u00ad",
    "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "ltrmark": "\u200e", "rtlmark": "\u200f", "zwj": "\u200d",
    "zwnj": "\u200c", "zwbo": "\u200b",
}  # fmt: skip


def page(number: int) -> str:
    """The encoding of code page *number*; USUAL where Python has none."""
    name = _PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return USUAL


def decoded(data: bytes, encoding: str) -> str:
    """The characters of *data*; what means nothing is U+FFFD."""
    if encoding == PICTORIAL:
        return "".join(_BULLETS.get(byte, "•" if byte > 0x7F else chr(byte)) for byte in data)
    return data.decode(encoding, "replace")


def joined(text: str) -> str:
    """*text* with halves of characters beyond U+FFFF put together; a half alone is U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
