"""The dateline: ASTANA – · KATHMANDU, April 25 (Reuters) - · Berlin (dpa) - · АСТАНА. КАЗИНФОРМ - ."""

import re
from collections.abc import Iterable, Iterator

import regex
from msgspec import Struct
from msgspec.structs import replace

from publisher.metadata import Creditline, Dateline
from publisher.model import Article, Block, Paragraph, Role
from publisher.normalise.agencies import agency_named
from publisher.normalise.dates import Date, read_date
from publisher.normalise.inlines import cut_front
from publisher.normalise.kickers import WORDS_OF_NO_PLACE
from publisher.normalise.sentences import has_full_stop
from publisher.report import Report
from publisher.walk import plain_text

# A dateline opens one of the first paragraphs, and is never longer.
BLOCKS, LONGEST = 4, 120
# A shorter first line is a headline, whatever stands in capitals before its dash.
SHORTEST_LEDE = 110
LONGEST_BYLINE = 60

_DASH = re.compile(r"(?:\s+|(?<=[)/.]))(?:(?:--|[–—―])\s*|[-_‒]\s+)(?=\S)")
_BRACKETED = re.compile(r"([^()]*?)\s*(?:\(([^()]+)\)|/\s?(\w[^/()]*?)\s?/)")
_CAPITALS = regex.compile(r"(?:Mc|Mac)?[\p{Lu}\p{M}][\p{Lu}\p{M}.'’-]*")
_CAPITALISED = regex.compile(r"[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’-]*")
_PARTICLE = regex.compile(r"(?:of|the|and|de|la|las|los|le|les|du|del|da|do|dos|di|am|an|der|im|sur|y|e)")
_SPLIT = re.compile(r"[\s/]+")
_MARK = re.compile(r"[,.،]")
_WORD = re.compile(r"\w+")
_COMMA = re.compile(r"\s?[,،]\s?")
_MOST_WORDS, _MOST_CERTAIN_WORDS, _FEWEST_LETTERS = 3, 5, 3


class Found(Struct, frozen=True):
    """A dateline, its agency, and whether an agency or date vouches for it; else only its capitals do."""

    dateline: Dateline
    agency: str | None
    is_vouched: bool


def part_dateline(article: Article, report: Report) -> Article:
    """*article* with its dateline in the metadata and out of the body, and its agency credited.

    What stands before the paragraph it opens becomes standfirst or byline, so that the dateline is
    printed before the first body paragraph.
    """
    place = find_dateline(article)
    if place is None:
        return article
    at, found = place
    lede, raw = article.body[at], found.dateline.raw
    message = "the dateline was parted from its paragraph; it is printed before it, with its dash"
    report.add("structure.dateline", message, before=raw, after="")
    credit = Creditline(found.agency, "dateline") if found.agency else article.metadata.creditline
    opened = replace(lede, inlines=cut_front(lede.inlines, len(raw))) if isinstance(lede, Paragraph) else lede
    return Article(
        replace(article.metadata, dateline=found.dateline, creditline=credit),
        (*map(_as_preliminary, article.body[:at]), opened, *article.body[at + 1 :]),
    )


def _as_preliminary(block: Block) -> Block:
    """*block*, which stands before the dateline, as what it then is."""
    if not isinstance(block, Paragraph) or block.role is not Role.BODY:
        return block
    text = plain_text(block.inlines)
    is_byline = len(text) <= LONGEST_BYLINE and not has_full_stop(text)
    return replace(block, role=Role.BYLINE if is_byline else Role.STANDFIRST)


def find_dateline(article: Article) -> tuple[int, Found] | None:
    """The dateline of *article* and the block it opens; at most one a story."""
    for at, text in _paragraphs(article.body[:BLOCKS]):
        found = read_dateline(text)
        if found and (found.is_vouched or _is_likely(found.dateline, article, at, text)):
            return at, found
    return None


def _paragraphs(body: Iterable[Block]) -> Iterator[tuple[int, str]]:
    for at, block in enumerate(body):
        if isinstance(block, Paragraph) and block.role is Role.BODY:
            yield at, plain_text(block.inlines)


def _is_likely(dateline: Dateline, article: Article, at: int, text: str) -> bool:
    """Whether words in capitals before a dash are a dateline, as far as the rest of the copy tells.

    Against it speak: a headline's place, a lede all in capitals, a known kicker, a second paragraph that
    begins likewise (a list, a dialogue), and the same capitals in running text (an acronym).
    """
    place, after = dateline.place or "", text[len(dateline.raw) :]
    is_first = at == 0 and article.metadata.headline is None and len(article.body) > 1
    if is_first and len(text) < SHORTEST_LEDE and not has_full_stop(text):
        return False
    if after[:LONGEST].isupper() or not WORDS_OF_NO_PLACE.isdisjoint(_WORD.findall(place.casefold())):
        return False
    others = [other for number, other in _paragraphs(article.body) if number != at]
    if any((found := read_dateline(other)) and not found.is_vouched for other in others):
        return False
    city = _COMMA.split(place)[0]
    return not any(city in other for other in (after, *others)) or any(
        city.title() in other for other in (after, *others)
    )


def read_dateline(text: str) -> Found | None:
    """The dateline that *text* begins with, going by its words alone; in constant time."""
    dash = _DASH.search(text, 0, LONGEST)
    if dash is None:
        return None
    words, agency, has_brackets = _part_agency(text[: dash.start()])
    place, date_raw, date = _part_date(words)
    if not _is_place(place, agency is not None, date is not None) or (has_brackets and not agency and not date):
        return None
    dateline = Dateline(text[: dash.end()], place or None, date_raw, date.iso if date else None)
    return Found(dateline, agency, is_vouched=bool(agency or date))


def _part_agency(words: str) -> tuple[str, str | None, bool]:
    """(place and date, known agency, whether something stands in brackets)."""
    if bracketed := _BRACKETED.fullmatch(words):
        return bracketed[1], agency_named(bracketed[2] or bracketed[3]), True
    before, _, last = words.rpartition(".")
    agency = agency_named(last) if before else None
    return (before, agency, False) if agency else (words, None, False)


def _part_date(words: str) -> tuple[str, str | None, Date | None]:
    """(place, date as written, date): the longest date at the end of *words*."""
    for start in (0, *(mark.end() for mark in _MARK.finditer(words))):
        raw = words[start:].strip(" ,")
        if date := read_date(raw):
            return words[:start].rstrip(" ,،.") if start else "", raw, date
    return words.strip(), None, None


def _is_place(place: str, has_agency: bool, has_date: bool) -> bool:
    """Whether *place* can be one: in capitals, or in small letters too beside a known agency."""
    if not place or agency_named(place):
        return has_agency and not place
    city, *regions = _COMMA.split(place)
    words = [word for word in _SPLIT.split(city) if word]
    is_capitals = all(map(_CAPITALS.fullmatch, words)) and sum(map(str.isalpha, city)) >= _FEWEST_LETTERS
    is_name = all(map(_CAPITALISED.fullmatch, words[:1])) and all(map(_is_name, words))
    most = _MOST_WORDS if not (has_agency or has_date) else _MOST_CERTAIN_WORDS
    return (
        0 < len(words) <= most
        and (is_capitals or (is_name and has_agency))
        and len(regions) <= 2
        and all(0 < len(region.split()) <= most and all(map(_is_name, region.split())) for region in regions)
    )


def _is_name(word: str) -> bool:
    return bool(_CAPITALISED.fullmatch(word) or _PARTICLE.fullmatch(word))
