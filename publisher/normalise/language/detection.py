"""Language tags: their form, the direction of their script, and the language that a text is in."""

import functools
import re
from typing import Any

import regex

from publisher.errors import ConfigurationError
from publisher.model import Direction

# Scripts written from right to left (ISO 15924), and languages that are so unless the tag names another.
RTL_SCRIPTS = re.compile("Adlm|Arab|Aran|Armi|Gara|Hebr|Mand|Mend|Nkoo|Phnx|Rohg|Samr|Syrc|Syre|Thaa|Yezi")
RTL_LANGUAGES = re.compile("ar|arc|azb|bal|bgn|ckb|dv|fa|glk|he|khw|ks|lrc|mzn|nqo|pnb|ps|sd|syr|ug|ur|yi")
# Retired codes that copy and settings still use (IANA registry, Preferred-Value).
PREFERRED = {"iw": "he", "in": "id", "ji": "yi", "mo": "ro"}

#: What a bulletin and its texts are taken to be in where nothing says or shows another language.
DEFAULT_LANGUAGE = "en-US"

#: Languages that news comes in, by the script they are written in where a tag doesn't say (ISO 15924; Kana
#: stands for Japanese). Of more, the model would confuse the small with the large ones beside them.
LANGUAGES = {
    "Latn": "en af az ca cs cy da de es et eu fi fr ga gl hr hu id is it lt lv ms nl no pl pt ro sk sl sq sv sw tl tr "
    "uz vi",
    "Cyrl": "ru be bg kk ky mk mn sr tg tt uk",
    "Arab": "ar fa ps ur",
    "Deva": "hi mr ne",
    "Hang": "ko",
    "Kana": "ja",
    "Hani": "zh",
    "Thai": "th",
    "Grek": "el",
    "Hebr": "he",
    "Armn": "hy",
    "Geor": "ka",
    "Taml": "ta",
    "Beng": "bn",
}
#: Languages that are written in these scripts as well.
ALSO = {"Latn": "sr", "Cyrl": "uz az"}
#: Languages that go by several tags, and the one that is found in a text.
TAGS = {"no": "nb", "nn": "nb"}

#: Words that hold sentences together and that no language near it shares; where they are this dense, they
#: spare the model, which takes a second to load.
FUNCTION_WORDS = {
    "en": "the of and that was with from were has have been which their this would said not they about are",
    "de": "der die das und den nicht mit dem des ein eine auf ist sich auch wird für von nach einer zum",
    "fr": "les des est une dans que qui sur pas avec sont cette aux ont leur mais été ses pour il elle",
}
TELLING, TELLING_WORDS = 0.09, 40
#: The same by letters, in Cyrillic: those the language has, all of which occur, and those it hasn't.
TELLING_LETTERS = {
    "ru": (("ы",), "[\u0450\u0452-\u052f]"),
    "uk": (("[їє]",), "[ыўәқғұөүђћњљј]"),
    "kk": (("і", "[қғұ]"), "[ѳўҳӣӯҷђћњљјїє]"),
}
#: Letters that are needed to tell, and the share of foreign ones there may be.
FEWEST_TELLING, FOREIGN = 60, 0.002

#: Kazakh in Latin script, which no model knows: words and letters of the alphabets of 2018 (jáne) and 2021 (jäne).
KAZAKH = (
    "jáne jäne jane bul dep úshin üşin ushin men ben týraly turaly osy sol bolyp boldy bolady bolsa degen retinde "
    "arqyly boıynsha boiynsha boiynşa keıin keiin deıin deiin qazaqstan qazaqstannyń qazaqstannyñ qazaq memlekettik "
    "memleket ult elimizdiń elimizdiñ qazirgi barlyq birge kerek aıtty aitty habarlaıdy habarlaidy habarlady "
    "jylǵy jylğy jyly jyldyń jyldyñ qalasynda oblysynda oblysy basshysy onyń onyñ bizdiń bizdiñ jańa jaña "
    "álem älem elder óz öz kóp köp eń eñ ǵana ğana jatyr jatqan otyr bar joq"
)
_KAZAKH_LETTER = re.compile("[ǵńğñqáäıýúüóöşū]")
KAZAKH_WORDS, KAZAKH_LETTERS = 0.04, 0.02
#: Letters that stand together in no other language of news; they tell where those words are few.
KAZAKH_SETS = ("ǵ", "ńý", "ýı", "qńı", "ñğ", "ñş", "ūı", "ūñ", "ūğ", "ūş", "ūq", "äñ", "äğ", "äqı")

#: Letters that are looked at; a longer text is no surer.
SAMPLE = 4000
#: A text of fewer letters is in the language that is expected, …
FEWEST = 12
#: … and one with fewer than these only if the model is not as sure as this of another one.
FEW, SURE = 80, 0.8

# RFC 5646, section 2.1, without what no language has: languages of four to eight letters, private tags.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(?P<extended>(?:-[a-z]{3}){0,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?)",
    re.ASCII,
)
_LETTERS = {
    script: regex.compile(
        r"[\p{Hiragana}\p{Katakana}]" if script == "Kana" else rf"[\p{{{script}}}&&\p{{L}}]", regex.V1
    )
    for script in LANGUAGES
}
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_HAN_A_KANA = 20
#: What a letter weighs: one may stand for a syllable or a word, and names in Latin letters stand in every script.
_WEIGHT = {"Hani": 3, "Kana": 3, "Hang": 3, "Latn": 0.5}


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
    script, primary = _script_subtag(language), primary_of(language)
    is_rtl = RTL_SCRIPTS.fullmatch(script) if script else RTL_LANGUAGES.fullmatch(PREFERRED.get(primary, primary))
    return "rtl" if is_rtl else "ltr"


def primary_of(language: str) -> str:
    """The language of a tag without script and region: ``kk`` of ``kk-Latn``."""
    return language.replace("_", "-").split("-")[0].lower()


def script_of(language: str) -> str:
    """The script that *language* (BCP 47) is written in, a key of LANGUAGES for those that stand there."""
    found = {"Jpan": "Kana", "Kore": "Hang", "Hans": "Hani", "Hant": "Hani"}
    subtag, primary = _script_subtag(language), primary_of(language)
    if subtag:
        return found.get(subtag, subtag)
    return next((script for script, tags in LANGUAGES.items() if primary in tags.split()), "Latn")


def is_same(one: str, other: str) -> bool:
    """Whether two tags name the same language in the same script, whatever the region."""
    first, second = (TAGS.get(primary_of(tag), primary_of(tag)) for tag in (one, other))
    return first == second and script_of(one) == script_of(other)


def _script_subtag(language: str) -> str | None:
    subtags = language.replace("_", "-").split("-")[1:]
    return next((subtag.title() for subtag in subtags if len(subtag) == 4 and subtag.isalpha()), None)


def detect(text: str, default: str | None = None) -> str:
    """The language of *text* (BCP 47), ``und`` if it holds no letters and there is no *default*.

    *default* is the language that is expected: it is returned, with its region, where the text is in it, and
    for a text in its script that is too short to tell.
    """
    return recognise(text, default)[0]


def recognise(text: str, default: str | None = None) -> tuple[str, float]:
    """What `detect` returns, and how sure that is (0…1); 0 where the text is too short to tell."""
    sample = _NOISE.sub(" ", text[:SAMPLE])
    script, letters = main_script(sample)
    if script is None:
        return default or "und", 0
    expected = default if default and script_of(default) == script else None
    if letters < FEWEST and len(_candidates(script)) > 1:
        return expected or _candidates(script)[0], 0
    found, confidence = _found(sample, script)
    if expected and is_same(found, expected):
        return expected, confidence
    return (expected, 0) if expected and letters < FEW and confidence < SURE else (found, confidence)


def main_script(text: str) -> tuple[str | None, int]:
    """(script of most of *text*, as in LANGUAGES; how many letters it has of it)."""
    if text.isascii():
        letters = sum(map(str.isalpha, text))
        return ("Latn", letters) if letters else (None, 0)
    numbers = {script: len(pattern.findall(text)) for script, pattern in _LETTERS.items()}
    # Japanese news has more Chinese characters than kana; Chinese news has no kana but in names.
    if numbers["Kana"] * _HAN_A_KANA > numbers["Hani"]:
        numbers["Kana"] += numbers.pop("Hani")
    script = max(numbers, key=lambda script: numbers[script] * _WEIGHT.get(script, 1))
    return (script, numbers[script]) if numbers[script] else (None, 0)


def _candidates(script: str) -> list[str]:
    return f"{LANGUAGES[script]} {ALSO.get(script, '')}".split()


def _found(sample: str, script: str) -> tuple[str, float]:
    """(language of *sample*, mostly in *script*; how sure that is, 0…1)."""
    if len(_candidates(script)) == 1:
        return LANGUAGES[script], 1.0
    words = [word.casefold() for word in _WORD.findall(sample)]
    if script == "Latn" and _is_kazakh(words):
        return "kk-Latn", 1.0
    if plain := _by_words(words) or (script == "Cyrl" and _by_letters("".join(words))):
        return plain, 1.0
    known = {TAGS.get(tag, tag) for tag in _candidates(script)}
    ranked = [(TAGS.get(tag, tag), share) for tag, share in _model().rank(sample) if TAGS.get(tag, tag) in known]
    tag, share = ranked[0]
    return tag if script_of(tag) == script else f"{tag}-{script}", share / (sum(share for _, share in ranked) or 1)


def _is_kazakh(words: list[str]) -> bool:
    """Whether *words* in Latin script are Kazakh: by its letters, and either its function words or sets of them."""
    text = " ".join(words)
    known = sum(word in _KAZAKH for word in words)
    is_worded = known >= 2 and known > KAZAKH_WORDS * len(words)
    is_lettered = any(letters <= set(text) for letters in map(set, KAZAKH_SETS))
    return (is_worded or is_lettered) and len(_KAZAKH_LETTER.findall(text)) > KAZAKH_LETTERS * len(text)


def _by_words(words: list[str]) -> str | None:
    """The language whose function words are dense in *words*, if there are enough of them to tell."""
    if len(words) < TELLING_WORDS:
        return None
    shares = {tag: sum(word in known for word in words) / len(words) for tag, known in _FUNCTION_WORDS.items()}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] > TELLING else None


def _by_letters(letters: str) -> str | None:
    """The language in Cyrillic that *letters* give away: it has all that occur, and no other has them."""
    if len(letters) < FEWEST_TELLING:
        return None
    return next(
        (
            tag
            for tag, (own, foreign) in _TELLING_LETTERS.items()
            if all(pattern.search(letters) for pattern in own)
            and len(foreign.findall(letters)) <= FOREIGN * len(letters)
        ),
        None,
    )


_KAZAKH = frozenset(KAZAKH.split())
_FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in FUNCTION_WORDS.items()}
_TELLING_LETTERS = {
    tag: (tuple(map(re.compile, own)), re.compile(foreign)) for tag, (own, foreign) in TELLING_LETTERS.items()
}


@functools.cache
def _model() -> Any:
    """The model (some 100 MB of memory, loaded once), limited to LANGUAGES."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(model.labels)
    model.set_languages([tag for tags in LANGUAGES.values() for tag in tags.split() if tag in known])
    return model
