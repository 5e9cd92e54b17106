"""Words as they are compared between what a source has and what was read of it."""

import re

_OTHERS = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and figures of *text* alone: the same however it is spaced, broken and marked."""
    return _OTHERS.sub("", text)
