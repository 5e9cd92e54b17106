"""How sentences end, in the scripts of news copy."""

import re

# A full stop, with the quotation marks and brackets that may follow it.
_FULL_STOP = re.compile(r"[.。｡।۔։።]['\"’”»›“)\]」』）]*\s*\Z")
_TAIL = 12


def has_full_stop(text: str) -> bool:
    """Whether *text* ends in a full stop; question and exclamation marks are headlines' too."""
    return bool(_FULL_STOP.search(text[-_TAIL:]))
