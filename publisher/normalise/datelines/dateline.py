"""The dateline: ASTANA – · KATHMANDU, April 25 (Reuters) - · Berlin (dpa) - · 新华社北京4月24日电 · Ankara."""

from collections.abc import Iterable, Iterator

import regex
from msgspec.structs import replace

from publisher.metadata import Creditline, Metadata
from publisher.model import Article, Block, Paragraph, Role
from publisher.normalise.datelines.dates import with_year
from publisher.normalise.datelines.eastern import read_eastern_dateline
from publisher.normalise.datelines.form import LONGEST, Found, read_dateline
from publisher.normalise.story.inlines import cut_front
from publisher.normalise.story.kickers import WORDS_OF_NO_PLACE
from publisher.normalise.story.sentences import has_full_stop
from publisher.report import Report
from publisher.walk import plain_text

# A dateline opens one of the first paragraphs.
BLOCKS = 4
# A shorter first line is a headline, whatever stands in capitals before its dash.
SHORTEST_LEDE = 110
SHORTEST_AFTER_STOP = 60
# How many paragraphs are asked whether they know the place, and how much of each.
_ASKED, _ASKED_LENGTH = 60, 4000

_WORD = regex.compile(r"\w+")
_COMMA = regex.compile(r"\s?[,،(]\s?")
# What a sentence begins with; after a place that only introduces one (Москва — столица) small letters follow.
_OPENS = regex.compile(r"[\s\"'“”„«»‘‹「『`(\[¿¡–—-]*[\p{Lu}\p{Lt}\p{Lo}\p{N}$€£]")
# A sentence that points back at the place is not introduced by a dateline: Leipzig: Hier wurde …
_POINTS_BACK = regex.compile(
    r"(?:hier|dort|da|here|there|this|ici|là|aquí|allí|ahí|qui|là|aqui|ali|здесь|тут|там|это|це|осында|мұнда|burada|"
    r"orada|tu|tam|tady|ovdje|ovde|hier|daar|her|der|här|där|täällä)\b",
    regex.IGNORECASE,
)
_IN = (
    r"(?:in|at|from|near|of|to|en|à|a|de|bei|nach|aus|w|v|ve|i|в|во|из|у|под|до|на|kwa|wa|mkoani|wilayani|mjini|ke|"
    r"di|dari)"
)


def part_dateline(article: Article, report: Report) -> Article:
    """*article* with its dateline in the metadata and out of the body, and its agency credited.

    What stands before the paragraph it opens becomes standfirst, so that the dateline is printed before the
    first body paragraph. A dateline that is a line of its own stays one, in its role.
    """
    place = None if article.metadata.dateline and article.metadata.dateline.raw else find_dateline(article)
    if place is None or any(block.role is Role.DATELINE for block in article.body):
        return article
    at, found = place
    lede, raw = article.body[at], found.dateline.raw
    is_alone = isinstance(lede, Paragraph) and len(raw) >= len(plain_text(lede.inlines).rstrip())
    message = "the dateline was parted from its paragraph; it is printed before it, with its dash"
    report.add("structure.dateline", message, before=raw, after=raw if is_alone else "")
    opened = _opened(lede, raw, is_alone)
    return Article(
        _dated(article.metadata, found, "" if is_alone else raw),
        (*map(_as_preliminary, article.body[:at]), opened, *article.body[at + 1 :]),
    )


def _opened(lede: Block, raw: str, is_alone: bool) -> Block:
    if not isinstance(lede, Paragraph):
        return lede
    return replace(lede, role=Role.DATELINE) if is_alone else replace(lede, inlines=cut_front(lede.inlines, len(raw)))


def _dated(metadata: Metadata, found: Found, raw: str) -> Metadata:
    """*metadata* with the dateline, its agency and reporters; a date line lends it its year, or the whole date."""
    own, known = found.dateline, metadata.dateline
    near = next(
        (day[:10] for day in (known and known.date, metadata.first_created, metadata.version_created) if day), None
    )
    if own.date and own.date.startswith("--") and near and not near.startswith("--"):
        own = replace(own, date=with_year(own.date, near))
    elif known and not own.date:
        own = replace(own, date=known.date, date_raw=own.date_raw or known.date_raw)
    return replace(
        metadata,
        dateline=replace(own, raw=raw),
        creditline=Creditline(found.agency, "dateline") if found.agency else metadata.creditline,
        by=metadata.by or found.names,
    )


def _as_preliminary(block: Block) -> Block:
    """*block*, which stands before the dateline, as what it then is."""
    return replace(block, role=Role.STANDFIRST) if isinstance(block, Paragraph) and block.role is Role.BODY else block


def find_dateline(article: Article) -> tuple[int, Found] | None:
    """The dateline of *article* and the block it opens; at most one a story."""
    language = article.metadata.language
    for at, text in _paragraphs(article.body[:BLOCKS]):
        found = read_eastern_dateline(text) or read_dateline(text, language)
        if found and _is_dateline(found, article, at, text):
            return at, found
    return None


def _paragraphs(body: Iterable[Block]) -> Iterator[tuple[int, str]]:
    for at, block in enumerate(body):
        if isinstance(block, Paragraph) and block.role is Role.BODY:
            yield at, plain_text(block.inlines)


def _is_dateline(found: Found, article: Article, at: int, text: str) -> bool:
    """Whether what reads like a dateline is one, as far as the rest of the copy tells."""
    after = text[len(found.dateline.raw) :]
    if found.end == "eastern":
        return True
    if found.end == "line":
        return _stands_alone(found, article, at)
    if found.end == "colon":
        return _opens_after_colon(found, article, at, after)
    return _opens_a_sentence(found, article, at, text)


def _opens_a_sentence(found: Found, article: Article, at: int, text: str) -> bool:
    """The same for those that a stop, a bracket or a dash ends."""
    after = text[len(found.dateline.raw) :]
    if found.end == "stop" and not found.is_vouched:
        return _opens_after_stop(found, article, at, after)
    if found.end == "bracket":
        return _needs_no_dash(found, text) and bool(_OPENS.match(after))
    if not found.dateline.place and not found.dateline.date_raw:
        return _is_agency_alone(found, after)
    return found.is_vouched or _is_likely(found, article, at, text)


def _is_agency_alone(found: Found, after: str) -> bool:
    """“(Reuters) – ” and “ТАСС - КАЗИНФОРМ - ”, but no “Associated Press (AP) – a news agency – ”."""
    raw = found.dateline.raw
    return (raw[0] in "([/" or not any(mark in raw for mark in "([")) and bool(_OPENS.match(after))


def _needs_no_dash(found: Found, text: str) -> bool:
    """Whether an agency in brackets ends a dateline: after a date, capitals, a known town, or between strokes."""
    has_place = bool(found.dateline.place)
    if not has_place:
        return text[0] in "([/" or bool(found.dateline.date_raw)
    is_stroked = found.dateline.raw.rstrip().endswith("/")
    return bool(found.dateline.date_raw or found.is_capitals or found.is_known or is_stroked)


def _stands_alone(found: Found, article: Article, at: int) -> bool:
    """Whether a place that is a line of its own is the dateline: below a head, above a paragraph."""
    has_more = len(article.body) > at + 1 and isinstance(article.body[at + 1], Paragraph)
    is_first = at == 0 and article.metadata.headline is None
    is_sure = bool(
        found.agency or found.dateline.date_raw or (found.is_capitals and "," in (found.dateline.place or ""))
    )
    return has_more and (is_sure or (found.is_known and not is_first))


def _opens_after_colon(found: Found, article: Article, at: int, after: str) -> bool:
    """“NEW DELHI: ”, “København /ritzau/: ”; running text (“Leipzig: Hier …”) is told by where it stands."""
    if found.agency:
        return True
    place = found.dateline.place or ""
    if not WORDS_OF_NO_PLACE.isdisjoint(_WORD.findall(place.casefold())) or not _OPENS.match(after):
        return False
    if _POINTS_BACK.match(after):
        return False
    if any(_is_label(other) for number, other in _paragraphs(article.body[:_ASKED]) if number != at):
        return False
    if found.is_capitals and not after[:LONGEST].isupper():
        return found.is_known or _is_named_in_text(place, article)
    before = [block for block in article.body[:at] if isinstance(block, Paragraph) and block.role is Role.BODY]
    return found.is_known and not before


def _opens_after_stop(found: Found, article: Article, at: int, after: str) -> bool:
    """“Hannover. Der Rat …”, as German regional papers write it: a known town, below a headline."""
    has_head = article.metadata.headline is not None and at <= 1
    is_short = not found.dateline.date_raw and len((found.dateline.place or "").split()) <= 2
    others = [other for number, other in _paragraphs(article.body[:_ASKED]) if number != at]
    begins_likewise = any((other_found := read_dateline(other)) and other_found.end == "stop" for other in others)
    return (
        has_head
        and is_short
        and bool(_OPENS.match(after))
        and len(after) >= SHORTEST_AFTER_STOP
        and not begins_likewise
    )


def _is_label(text: str) -> bool:
    """Whether another paragraph begins with a place and a colon, so that they are labels, and no dateline."""
    found = read_dateline(text[:LONGEST])
    return bool(found and found.end == "colon" and not found.is_vouched and (found.is_known or found.is_capitals))


def _is_named_in_text(place: str, article: Article) -> bool:
    """Whether running text names *place* as one: “in Riverton”."""
    name = regex.escape(_COMMA.split(place)[0].title())
    pattern = regex.compile(rf"(?i:\b{_IN})\s+{name}\b")
    return any(pattern.search(text[:_ASKED_LENGTH]) for _, text in _paragraphs(article.body[:_ASKED]))


def _is_likely(found: Found, article: Article, at: int, text: str) -> bool:
    """Whether a place before a dash is a dateline though neither date nor agency vouches for it.

    Against it speak: a headline's place, a lede all in capitals, a known kicker, a second paragraph that
    begins likewise (a list, a dialogue), and the same capitals in running text (an acronym).
    """
    place, after = found.dateline.place or "", text[len(found.dateline.raw) :]
    is_first = at == 0 and article.metadata.headline is None and len(article.body) > 1
    if is_first and len(text) < SHORTEST_LEDE and not has_full_stop(text):
        return False
    if after[:LONGEST].isupper() or not WORDS_OF_NO_PLACE.isdisjoint(_WORD.findall(place.casefold())):
        return False
    others = [other[:_ASKED_LENGTH] for number, other in _paragraphs(article.body[:_ASKED]) if number != at]
    if any((other_found := read_dateline(other)) and _begins_likewise(other_found, found) for other in others):
        return False
    city = _COMMA.split(place)[0]
    if not found.is_capitals:
        return _is_place_in_small_letters(found, city, article, after)
    texts = (after[:_ASKED_LENGTH], *others)
    return not any(city in other for other in texts) or any(city.title() in other for other in texts)


def _begins_likewise(other: Found, found: Found) -> bool:
    return not other.is_vouched and other.end == "dash" and other.is_capitals == found.is_capitals


def _is_place_in_small_letters(found: Found, city: str, article: Article, after: str) -> bool:
    """“Indianapolis – Several …”: a town that is known or that the head names, before a sentence."""
    head = " ".join(filter(None, (article.metadata.headline, article.metadata.standfirst)))
    before = " ".join(plain_text(block.inlines) for block in article.body[:BLOCKS] if isinstance(block, Paragraph))
    is_named = len(city) > 3 and (city in head or before.count(city) > 1)
    return bool(_OPENS.match(after)) and (found.is_known or is_named)
