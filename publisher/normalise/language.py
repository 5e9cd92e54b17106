"""Language tags: their form, and the direction of their script."""

import re

from publisher.errors import ConfigurationError
from publisher.model import Direction

# Scripts written from right to left (ISO 15924), and languages that are so unless the tag names another.
RTL_SCRIPTS = re.compile("Adlm|Arab|Aran|Armi|Gara|Hebr|Mand|Mend|Nkoo|Phnx|Rohg|Samr|Syrc|Syre|Thaa|Yezi")
RTL_LANGUAGES = re.compile("ar|arc|azb|bal|bgn|ckb|dv|fa|glk|he|khw|ks|lrc|mzn|nqo|pnb|ps|sd|syr|ug|ur|yi")
# Retired codes that copy and settings still use (IANA registry, Preferred-Value).
PREFERRED = {"iw": "he", "in": "id", "ji": "yi", "mo": "ro"}

# RFC 5646, section 2.1, without what no language has: languages of four to eight letters, private tags.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(?P<extended>(?:-[a-z]{3}){0,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?)",
    re.ASCII,
)


def canonical(tag: str) -> str:
    """*tag* as BCP 47 writes it (``EN_us`` → ``en-US``, ``iw`` → ``he``); ConfigurationError if it is none."""
    parts = _TAG.fullmatch(tag.strip().replace("_", "-").lower())
    if parts is None:
        raise ConfigurationError(
            f"“{tag}” is no language tag.",
            "Write one after BCP 47, such as en-GB, kk-Latn or ar.",
        )
    language = PREFERRED.get(parts["language"], parts["language"])
    subtags = (parts["script"] and parts["script"].title(), parts["region"] and parts["region"].upper())
    return "-".join(filter(None, (language + parts["extended"], *subtags))) + parts["rest"]


def direction(language: str) -> Direction:
    """The direction of the script that *language* (BCP 47) is written in; left to right if it says nothing."""
    subtags = language.replace("_", "-").split("-")
    script = next((subtag.title() for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()), None)
    primary = subtags[0].lower()
    is_rtl = RTL_SCRIPTS.fullmatch(script) if script else RTL_LANGUAGES.fullmatch(PREFERRED.get(primary, primary))
    return "rtl" if is_rtl else "ltr"
