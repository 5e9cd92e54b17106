"""Hyphens that the engine set at line ends: to whoever copies or listens, they are none (ISO 32000-1, 14.8.2.2.3)."""

import re
from collections.abc import Collection

from publisher.writers.operations import operations

SOFT = b"/Span <</ActualText <FEFF00AD>>> BDC"
_MARK = re.compile(rb"/MCID (\d+)")
#: The last glyph of an array of strings: two bytes, and what stands behind it.
_LAST = re.compile(rb"([0-9A-Fa-f]{4})(>[^<>]*\])\s*\Z")
#: The kerning numbers that an array ends with.
_KERNED = re.compile(rb"(?<=>)[-+.\d\s]*(?:<>[-+.\d\s]*)*\Z")


def softened(content: bytes, marks: Collection[int]) -> bytes:
    """*content* with the last glyph of each of *marks* (MCIDs) said to be a soft hyphen."""
    written: list[bytes] = []
    depth, inside, last = 0, None, None
    for operation in operations(content):
        operator = operation[2]
        if operator in (b"BDC", b"BMC"):
            depth += 1
            found = _MARK.search(operation[1])
            if found and int(found[1]) in marks:
                inside, last = depth, None
        elif operator == b"EMC":
            if inside == depth and last is not None:
                written[last] = _soft(written[last])
            inside = None if inside == depth else inside
            depth -= 1
        elif operator == b"TJ" and inside is not None:
            last = len(written)
        written.append(operation[0])
    return b"".join(written)


def _soft(shown: bytes) -> bytes:
    """One ``TJ`` cut before its last glyph, and the rest of it marked."""
    operands = shown[: shown.rindex(b"TJ")]
    found = _LAST.search(operands)
    if found is None:
        return shown
    head = operands[: found.start()]
    # A kerning number before the hyphen leaves it in a string of its own.
    head = head[:-1] if head.endswith(b"<") else head + b">"
    # PDFium, and with it Chrome, forgets the numbers that end an array: they go before the hyphen.
    kerned = _KERNED.search(head)
    numbers = b" ".join(kerned[0].replace(b"<>", b" ").split()) if kerned else b""
    head = head[: kerned.start()] if kerned else head
    before = head + b"] TJ\n" if b">" in head else b"\n"
    return before + SOFT + b"\n[" + numbers + b"<" + found[1] + found[2] + b" TJ\nEMC\n"
