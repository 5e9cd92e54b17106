"""CSS inside a drawing: nothing in it may reach outside, or hide what it does."""

import re

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_STATEMENT = re.compile(r"@(?:import|charset|namespace)\b[^;{]*(?:;|\Z)", re.IGNORECASE)
_FONT_FACE = re.compile(r"@font-face\s*\{[^{}]*(?:\}|\Z)", re.IGNORECASE)
_URL = re.compile(r"url\(([^)]*)(?:\)|\Z)", re.IGNORECASE)
# What else fetches, runs, or (by an escape) may be any of it in disguise.
_DOUBTFUL = re.compile(
    r"\\|@|\b(?:image|image-set|cross-fade|src|expression)\s*\(|-moz-binding|behaviou?r\s*:", re.IGNORECASE
)


def clean_css(text: str) -> str:
    """*text* without comments, imports, fonts and addresses; nothing at all where that can't be told for certain."""
    rules = _FONT_FACE.sub("", _STATEMENT.sub("", _COMMENT.sub("", text)))
    local = _URL.sub(_local, rules)
    return "" if _DOUBTFUL.search(local) else local


def _local(url: re.Match[str]) -> str:
    """The ``url()`` if it names a piece of the same drawing, else ``none``."""
    target = url[1].strip(" \t\r\n\f'\"")
    return url[0] if target.startswith("#") else "none"
