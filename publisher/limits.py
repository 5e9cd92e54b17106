"""What a build may use: bounds that hold bombs and traps off, and that an issue may move."""

from typing import Annotated

import msgspec
from msgspec import Meta

_Positive = Annotated[int, Meta(gt=0)]


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``[limits]``: what a build may use; what asks for more is refused in a sentence."""

    source_bytes: _Positive = 64 << 20
    """Size of one source, bytes."""
    archive_members: _Positive = 10_000
    """Files inside a source that is a package, such as a Word document."""
    archive_bytes: _Positive = 512 << 20
    """Size of all of them together, unpacked, bytes."""
    archive_ratio: _Positive = 250
    """How many times larger than packed they may be together, beyond the first 16 MB."""
    xml_bytes: _Positive = 64 << 20
    """Size of the XML among them, unpacked, bytes."""
    nesting: Annotated[int, Meta(gt=0, le=60)] = 60
    """How deep lists, quotations and tables may stand in each other."""
    picture_bytes: _Positive = 128 << 20
    """Size of one picture's file, bytes."""
    picture_pixels: _Positive = 104_000_000
    """Pixels of one picture."""
    pages: _Positive = 2000
    """Pages of a bulletin, each reckoned to hold 8,000 letters."""
    seconds: Annotated[float, Meta(gt=0)] = 30
    """Seconds that pandoc may take for one text, by the clock."""
    processor_seconds: Annotated[float, Meta(gt=0)] = 1.5
    """Seconds of a processor that it may take (on Linux); each megabyte of text adds ten."""
    memory: _Positive = 600
    """Memory that pandoc may take for a text of more than a megabyte, MB; a shorter one gets 380 at most."""


#: What holds where nothing else is said.
USUAL = Limits()
