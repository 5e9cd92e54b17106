"""Quotation marks for words that a source only says are quoted (``<q>``), by language."""

#: Language (ISO 639, or a tag of its own) → outer marks, inner marks (CLDR 47, delimiters).
MARKS: dict[str, tuple[str, str]] = {
    "en": ("“”", "‘’"),
    "de": ("„“", "‚‘"),
    "de-CH": ("«»", "‹›"),
    "fr": ("«»", "“”"),
    "es": ("«»", "“”"),
    "it": ("«»", "“”"),
    "pt-PT": ("«»", "“”"),
    "ru": ("«»", "„“"),
    "uk": ("«»", "„“"),
    "kk": ("«»", "„“"),
    "pl": ("„”", "«»"),
    "ro": ("„”", "«»"),
    "cs": ("„“", "‚‘"),
    "el": ("«»", "“”"),
    "nb": ("«»", "‘’"),
    "sv": ("””", "’’"),
    "fi": ("””", "’’"),
    "ja": ("「」", "『』"),
}
#: What stands inside the marks in French (no-break).
_BLANK = "\u202f"


def quotation_marks(language: str | None, is_inner: bool) -> tuple[str, str]:
    """(opening, closing) mark, English ones where the language's aren't known."""
    tag = language or "en"
    outer, inner = MARKS.get(tag) or MARKS.get(tag.split("-", maxsplit=1)[0]) or MARKS["en"]
    marks = inner if is_inner else outer
    opening, closing = marks[0], marks[1]
    is_french = tag.startswith("fr") and tag != "fr-CH" and opening == "«"
    return (opening + _BLANK, _BLANK + closing) if is_french else (opening, closing)
