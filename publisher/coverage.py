"""Whether there are fonts for all that a bulletin says, and which of them it needs."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator

import msgspec
from fontTools import unicodedata as scripts

from publisher.fonts import characters, faces
from publisher.model import Bulletin
from publisher.report import Finding, finding
from publisher.theme.loading import font_path, script_families
from publisher.theme.tokens import Family, Theme
from publisher.walk import bulletin_languages, bulletin_text
from publisher.words import long_date, words_for
from publisher.writing import EAST_ASIAN, script_of

#: ISO 15924 script → the extra of ours that brings fonts for it; one brings those for all that aren't named here.
EXTRAS = {
    "Hans": "chinese", "Hant": "chinese", "Hani": "chinese", "Bopo": "chinese",
    "Jpan": "japanese", "Hira": "japanese", "Kana": "japanese",
    "Kore": "korean", "Hang": "korean",
}  # fmt: skip
OTHER_SCRIPTS = "scripts"
_SYMBOLS = ("Zyyy", "Zinh", "Zzzz")
#: Characters that leave no mark of their own, or stand on another.
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs", "Mn"})


def with_fonts(theme: Theme, bulletin: Bulletin) -> Theme:
    """The theme with those families for other scripts that the bulletin needs, as far as they are installed."""
    own = {role.family for role in theme.roles().values()}
    kept = {key: theme.family[key] for key in own}
    spoken = set(map(script_of, bulletin_languages(bulletin)))
    missing = _points(bulletin) - _covered(kept.values())
    for key, family in {**script_families(), **theme.family}.items():
        if key in own or not font_path(family.regular).is_file():
            continue
        # A serif and a sans for one script go together.
        twin = any(set(family.scripts) == set(other.scripts) for other in kept.values() if other.scripts)
        have = characters(font_path(family.regular))
        if twin or spoken.intersection(family.scripts) or not missing.isdisjoint(have):
            kept[key] = family
            missing -= have
    # In the order of preference: a theme's own, then those that come along for all.
    order = (*theme.family, *script_families())
    return msgspec.structs.replace(theme, family={key: kept[key] for key in order if key in kept})


def check_coverage(bulletin: Bulletin, theme: Theme, paged: bool = True) -> Iterator[Finding]:
    """A finding for each script, and one for all symbols, that the theme has no glyphs for.

    Where nothing is *paged*, no page is drawn: whoever opens the file sets it in a font of their own.
    """
    have = {script for family in theme.family.values() for script in family.scripts}
    told = set[str]()
    for language in bulletin_languages(bulletin):
        script = script_of(language)
        if script in EAST_ASIAN and script not in have and script not in told:
            told.add(script)
            yield _unread(language, script) if paged else _lent(f"{language} ({script})", script)
    missing: dict[str, Counter[str]] = {}
    covered = _covered(theme.family.values())
    for character, number in Counter(bulletin_text(bulletin)).items():
        if ord(character) in covered or unicodedata.category(character) in _UNSEEN:
            continue
        missing.setdefault(scripts.script(character), Counter())[character] += number
    for script, counts in sorted(missing.items()):
        # Han characters among kana or hangul come with them.
        if not (script in EXTRAS and told) and not (script == "Hani" and missing.keys() & {"Hira", "Kana", "Hang"}):
            yield _missing(script, counts) if paged else _lent(_called(script, counts), script)


def _points(bulletin: Bulletin) -> set[int]:
    """The code points that the bulletin shows, with those of its furniture words."""
    metadata = bulletin.metadata
    words = words_for(metadata.language)
    furniture = "".join(getattr(words, field) for field in words.__struct_fields__)
    text = bulletin_text(bulletin) + furniture + long_date(metadata.date, metadata.language)
    return {ord(character) for character in set(text) if unicodedata.category(character) not in _UNSEEN}


def _covered(families: Collection[Family]) -> set[int]:
    """The code points that some family has a glyph for."""
    return set[int]().union(*(characters(faces(family)[0].path) for family in families))


def _command(script: str) -> str:
    return f'pip install "bulletin-publisher[{EXTRAS.get(script, OTHER_SCRIPTS)}]"'


def _way_out(script: str) -> str:
    """The command that brings fonts for *script*; where there is none, what else can be done."""
    known = {script for family in script_families().values() for script in family.scripts}
    if script in known or script in EXTRAS or script in _SYMBOLS:
        return _command(script)
    return f'name a font of yours in a family of your theme: [family.NAME], with scripts = ["{script}"]'


def _unread(language: str, script: str) -> Finding:
    return finding("font.missing", f"no font is installed for texts in {language} ({script})", hint=_way_out(script))


def _lent(called: str, script: str) -> Finding:
    return finding(
        "font.lent",
        f"no font of the theme covers {called}; it is set in whatever font is there where the file is opened",
        hint=f"nothing needs doing; to have fonts for it in the file: {_way_out(script)}",
    )


def _called(script: str, counts: Counter[str]) -> str:
    sample = "".join(character for character, _ in counts.most_common(8))
    name = "symbols" if script in _SYMBOLS else f"{scripts.script_name(script)} ({script})"
    return f"{name}, such as {sample}"


def _missing(script: str, counts: Counter[str]) -> Finding:
    sample = "".join(character for character, _ in counts.most_common(8))
    points = ", ".join(f"U+{ord(character):04X}" for character in sample)
    if script in _SYMBOLS:
        return finding(
            "font.symbol",
            f"no font of the theme has {sample} ({points}); it would print as an empty box",
            hint=f"write it in words, or install fonts for signs and emoji: {_command(script)}",
        )
    return finding(
        "font.missing",
        f"no font of the theme covers {scripts.script_name(script)} ({script}): "
        f"{sum(counts.values())} characters, such as {sample} ({points})",
        hint=_way_out(script),
    )
