"""How languages are written: the script of each, by CLDR, and what is to be known of scripts (ISO 15924)."""

import functools

from babel.core import get_global

#: Scripts whose letters join: letter-space would tear them apart (CSS Text 3, § 8.2) …
JOINED = frozenset({"Arab", "Syrc", "Nkoo", "Mong", "Deva", "Beng", "Guru"})
#: … and the languages written in them.
JOINED_LANGUAGES = ("ar", "fa", "ur", "ps", "ug", "ckb", "sd", "syr", "mn-Mong", "hi", "mr", "ne", "sa", "bn", "pa")
#: Scripts of full-width characters; which form a Han character takes, the language alone tells.
EAST_ASIAN = ("Hans", "Hant", "Jpan", "Kore")
#: The languages written in them, the more special tags last.
EAST_ASIAN_LANGUAGES = ("ja", "ko", "zh", "zh-Hant", "zh-TW", "zh-HK", "zh-MO")


@functools.cache
def likely(tag: str) -> tuple[str, str, str]:
    """(language, script, region) of a BCP 47 tag, what it leaves out filled in from CLDR."""
    language, *subtags = tag.split("-")
    script = next((part.title() for part in subtags if len(part) == 4 and part.isalpha()), "")
    region = next((part.upper() for part in subtags if len(part) == 2 or (len(part) == 3 and part.isdigit())), "")
    language = language.lower()
    known = get_global("likely_subtags")
    for key in (f"{language}_{script}", f"{language}_{region}", language):
        if key in known:
            _, likely_script, likely_region = known[key].split("_")[:3]
            return language, script or likely_script, region or likely_region
    return language, script or "Latn", region


def script_of(tag: str) -> str:
    """The script that the language of a BCP 47 tag is written in: ``zh-TW`` → ``Hant``."""
    return likely(tag)[1]
