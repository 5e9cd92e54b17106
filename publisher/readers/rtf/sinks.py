"""Where the characters of a group go: RTF's destinations (RTF 1.9.1, “Destinations”)."""

from enum import Enum, auto


class Sink(Enum):
    """What becomes of the characters in a group."""

    BODY = auto()
    """They are printed."""
    ASIDE = auto()
    """They are passed over, but not the destinations among them: a text box within a shape."""
    SKIP = auto()
    """They are passed over with all that stands among them."""
    WORDS = auto()
    """They are gathered for what is done at the group's end."""
    FONTS = auto()
    """The table of fonts."""
    STYLES = auto()
    """The table of styles."""
    STYLE = auto()
    """One style: its name."""
    PICTURE = auto()
    """A picture, in hexadecimal."""


_GATHERED = ("title", "author", "subject", "keywords", "doccomm")
_SKIPPED = (
    "colortbl", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "nonshppict",
    "shprslt", "xe", "tc", "rxe", "txe", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "pntxta", "pntxtb", "filetbl",
    "stextflow", "ud",
)  # fmt: skip
#: Destinations by their word, wherever it stands.
DESTINATIONS: dict[str, Sink] = {
    **dict.fromkeys(_SKIPPED, Sink.SKIP),
    **dict.fromkeys(_GATHERED, Sink.WORDS),
    **dict.fromkeys(("listtext", "pntext", "fldinst", "sn", "sv"), Sink.WORDS),
    **dict.fromkeys(("shp", "shpgrp", "shpinst", "do", "dptxbx", "sp"), Sink.ASIDE),
    **dict.fromkeys(("footnote", "shptxt", "dptxbxtext"), Sink.BODY),
    "info": Sink.ASIDE,
    "fonttbl": Sink.FONTS,
    "stylesheet": Sink.STYLES,
    "pict": Sink.PICTURE,
}
#: Those that are one only behind ``\*``; all other words behind it are passed over with their groups.
STARRED: dict[str, Sink] = {
    **dict.fromkeys(("atnauthor", "bkmkstart", "revtbl"), Sink.WORDS),
    **dict.fromkeys(("annotation", "shppict", "moMath", "moMathPara"), Sink.BODY),
    "picprop": Sink.ASIDE,
}
#: Destinations that are streams of paragraphs of their own.
STREAMS = frozenset(("footnote", "shptxt", "dptxbxtext", "annotation"))
