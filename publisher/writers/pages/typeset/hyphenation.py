"""Hyphenation where the engine's own dictionaries have none: Kazakh, in both scripts."""

import functools
from importlib import resources
from pathlib import Path

#: Language as pyphen writes it → our dictionary, made by ``scripts/kazakh_hyphens.py``.
DICTIONARIES = {"kk": "hyph_kk.dic", "kk_Latn": "hyph_kk_Latn.dic"}


@functools.cache
def register() -> None:
    """Makes our dictionaries known to pyphen, and through it to the layout engine."""
    import pyphen

    folder = Path(str(resources.files("publisher.writers.pages.typeset")))
    for language, file in DICTIONARIES.items():
        # It looks a tag up by its small letters, and the dictionary by the name found there.
        pyphen.LANGUAGES[language] = folder / file
        pyphen.LANGUAGES_LOWERCASE[language.lower()] = language
