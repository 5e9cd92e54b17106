"""The headline: taken from the copy where it has one, and what stands in for it where it hasn't."""

import re
from collections.abc import Iterable, Sequence

import regex
from msgspec.structs import replace

from publisher.metadata import Creditline
from publisher.model import Article, Block, Paragraph, Role
from publisher.normalise.datelines.dateline import find_dateline
from publisher.normalise.datelines.dates import Date, read_date_and_time
from publisher.normalise.datelines.stamp import dated
from publisher.normalise.story.furniture import is_site
from publisher.normalise.story.openings import text_of
from publisher.normalise.story.sentences import ends_in_abbreviation, has_full_stop
from publisher.normalise.words.agencies import agency_named
from publisher.report import Report
from publisher.walk import plain_text

LONGEST = 140
#: The blocks below a title in which it may stand again, and how many letters it must have.
REPEATS, SHORTEST_REPEAT = 8, 8
# A stand-in's length in characters; Chinese, Japanese and Thai say twice as much in one.
LONGEST_STAND_IN, SHORTEST_STAND_IN = 90, 25

# Words that open a clause where no comma stands before it; other languages set one.
OPENERS = "who|while|because|although|qui|dont|où|tandis|quien|quienes|mientras|porque"
_BOUNDARY = regex.compile(
    r"[,;:،؛，；：、。](?!\d)|(?<=\p{Ll}{4})[.!?](?=\s)|\s?—|\s(?:--?|–|_)(?=\s)"
    rf"|\s(?=\(\D)|\s(?=(?:{OPENERS})\s)"
)
_MARKS = regex.compile(r"\p{M}")
_FOLDED = regex.compile(r"[\p{L}\p{M}\p{N}]+")
# A dialogue's dash, a bullet: no headline begins so.
_NO_HEADLINE = regex.compile(r"(?:[-–—•*·▪◦‣]\s|[\p{P}\p{S}\s\p{N}]*\Z)")
_LAST_PART = regex.compile(
    r"(?P<mark>\s[-–—|/·•:]\s|--|\s?\||_|(?<=\p{Han})-(?=\p{Han})|:\s)(?P<part>(?:(?!\s[-–—|·•]\s|--|\||"
    r"_).){2,40}?)\s*\Z"
)
_MARKS_BETWEEN = re.compile(r"\s[-–—|/·•:]\s|--|\||_")
# --时政--人民网: the section before the site.
_CHINESE_SECTION = regex.compile(r"--\p{Han}{2,4}\Z")
# 题： before the title of a Chinese report.
_TOPIC = regex.compile(r"\s*(?:题|題|标题|Headline|Titel|Title)\s?[:：]\s*", regex.IGNORECASE)
_GRAPHEME = regex.compile(r"\X")
_FINAL_STOP = re.compile(r"(?<=[^\s.])[.。]$")
_BRACKETS = (("(", ")"), ("[", "]"), ("«", "»"), ("「", "」"), ("『", "』"))


def take_headline(article: Article, report: Report) -> Article:
    """*article* with its first block as the headline, if it reads like one.

    A site's name and a date behind it go; so do the lines below that say it again.
    """
    # The place and date of a release may stand in a line of their own above its headline.
    above = article.body[:1] if article.body and article.body[0].role is Role.DATELINE else ()
    first, *rest = article.body[len(above) :] or (None,)
    if not rest or not isinstance(first, Paragraph) or first.role is not Role.BODY:
        return article
    if article.metadata.headline or (article.metadata.dateline and article.metadata.dateline.raw):
        return article
    text, below = plain_text(first.inlines), [text_of(block) for block in rest[:REPEATS]]
    repeated = _repeated(text, below)
    headline, date = (repeated, None) if repeated else without_site(text)
    if not (repeated or _is_headline(headline, article)):
        return article
    report.add(
        "structure.headline", "the first line of the copy was taken as the headline", before=text, after=headline
    )
    metadata = replace(article.metadata, headline=headline)
    if date:
        metadata = dated(metadata, date[1], date[0])
    if agency := _site_agency(text, headline):
        metadata = replace(metadata, creditline=metadata.creditline or Creditline(agency, "headline"))
    return drop_repeats(Article(metadata, (*above, *rest)), report)


def _is_headline(headline: str, article: Article) -> bool:
    """Whether *headline*, which the first block of *article* says, reads like one."""
    if (
        not headline
        or _length(headline) >= LONGEST
        or _NO_HEADLINE.match(headline)
        or headline.endswith((",", ":", "،", "："))
    ):
        return False
    if has_full_stop(headline) and not ends_in_abbreviation(headline):
        return False
    dateline = find_dateline(article)
    return not (dateline and dateline[0] == 0)


def _length(text: str) -> int:
    """The number of letters of *text* as the eye counts them: Thai vowels above and below stand on others."""
    return len(text) if text.isascii() else len(text) - len(_MARKS.findall(text))


def _repeated(text: str, below: Sequence[str]) -> str | None:
    """What *text*, a page's title, and a block below it both say, if that is most of it."""
    folded = _folded(text)
    for other in below:
        again = _folded(other)
        if (
            len(again) < SHORTEST_REPEAT
            or len(again) * 2 < len(folded)
            or _length(other) >= LONGEST * 2
            or has_full_stop(other)
        ):
            continue
        if folded.endswith(again) or folded.startswith(again):
            return other.strip() if len(again) < len(folded) else text.strip()
    return None


def _folded(text: str) -> str:
    return "".join(_FOLDED.findall(text.casefold()))


def without_site(text: str) -> tuple[str, tuple[str, Date] | None]:
    """*text* without the sites and the date behind it; (its headline, (the date as written, the date))."""
    date = None
    title = text.strip()
    while match := _LAST_PART.search(title):
        part = match["part"].strip()
        found = None if date else read_date_and_time(part)
        is_name = match["mark"].strip() != ":" and bool(agency_named(part) or is_site(part))
        if not is_name and not (found and found.iso):
            break
        if found and found.iso:
            date = (part, found)
        title = title[: match.start()].rstrip()
    return (title if title == text.strip() else _CHINESE_SECTION.sub("", title)), date


def _site_agency(text: str, headline: str) -> str | None:
    """The agency that a title names behind *headline*, if it names one."""
    tail = text[text.find(headline) + len(headline) :] if headline in text else ""
    return next((name for part in _MARKS_BETWEEN.split(tail) if part.strip() and (name := agency_named(part))), None)


def drop_repeats(article: Article, report: Report) -> Article:
    """*article* without the blocks near its head that only say the headline again."""
    headline = _folded(article.metadata.headline or "")
    if len(headline) < SHORTEST_REPEAT:
        return article
    kept: list[Block] = []
    dropped: list[str] = []
    for block in article.body:
        text = text_of(block) if len(kept) < REPEATS and isinstance(block, Paragraph) else ""
        if text and _folded(_TOPIC.sub("", text, count=1)) == headline:
            dropped.append(text)
        else:
            kept.append(block)
    if not dropped or not kept:
        return article
    for text in dropped:
        report.add("structure.repeated", "a line that repeats the headline was taken out", before=text, after="")
    return Article(article.metadata, tuple(kept))


def stand_in(body: Iterable[Block]) -> str:
    """The words for contents and running heads of an article without a headline: its lede, cut at a clause.

    At most some ninety characters; where no clause ends in time, the last whole word and "…".
    """
    texts = [plain_text(block.inlines).strip() for block in body if isinstance(block, Paragraph)]
    lede = next((text for text in texts if text), "")
    # No blank in such a stretch means Chinese, Japanese or Thai.
    share = 1 if " " in lede[:LONGEST_STAND_IN] else 2
    longest, shortest = LONGEST_STAND_IN // share, SHORTEST_STAND_IN // share
    if len(lede) <= longest:
        return _FINAL_STOP.sub("", lede)
    clauses = [
        lede[:end].rstrip()
        for boundary in _BOUNDARY.finditer(lede, 0, longest + 1)
        if shortest <= (end := boundary.end() if boundary[0] in "!?" else boundary.start()) and _is_whole(lede[:end])
    ]
    return clauses[-1] if clauses else shortened(lede, longest)


def _is_whole(text: str) -> bool:
    """Whether every bracket and quotation mark that opens in *text* closes there, too."""
    closed = all(text.count(opening) == text.count(closing) for opening, closing in _BRACKETS)
    low, left, right = text.count("„"), text.count("“"), text.count("”")
    quoted = low == left + right if low else left == right
    return closed and quoted and text.count('"') % 2 == 0


def shortened(text: str, longest: int) -> str:
    """*text* up to its last whole word within *longest*, or letter where there are no blanks, and "…"."""
    words = text[:longest].rpartition(" ")[0].rstrip(" ,;:–—-")
    if not words:
        letters = list(_GRAPHEME.findall(text[: longest * 2]))
        words = "".join(letters[: longest - 1])
    return f"{words}…"
