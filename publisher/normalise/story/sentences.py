"""How sentences end, in the scripts of news copy."""

import re

# A full stop, with the quotation marks and brackets that may follow it.
_FULL_STOP = re.compile(r"[.。｡।۔։።]['\"’”»›“)\]」』）]*\s*\Z")
_TAIL = 12
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:(?:[^\W\d_]\.){1,4}|Inc\.|Corp\.|Co\.|Ltd\.|Bros\.|Jr\.|Sr\.|St\.|No\.|vs\.|etc\.|Gov\.|Sen\.|Rep\.|"
    r"Calif\.|Mass\.|Conn\."
    r"|bzw\.|usw\.|Nr\.|Mio\.|Mrd\.|млн\.?|млрд\.?|тыс\.?|руб\.?|гг?\.)\Z",
    re.IGNORECASE,
)


def has_full_stop(text: str) -> bool:
    """Whether *text* ends in a full stop; question and exclamation marks are headlines' too."""
    return bool(_FULL_STOP.search(text[-_TAIL:]))


def ends_in_abbreviation(text: str) -> bool:
    """Whether the stop that *text* ends in belongs to an abbreviation: U.S., Inc., d. J."""
    return bool(_ABBREVIATED.search(text[-_TAIL:]))
