"""The headline: taken from the copy where it has one, and what stands in for it where it hasn't."""

import re
from collections.abc import Iterable

import regex
from msgspec.structs import replace

from publisher.model import Article, Block, Paragraph, Role
from publisher.normalise.dateline import find_dateline
from publisher.normalise.sentences import has_full_stop
from publisher.report import Report
from publisher.walk import plain_text

LONGEST = 140
# A stand-in's length in characters; Chinese, Japanese and Thai say twice as much in one.
LONGEST_STAND_IN, SHORTEST_STAND_IN = 90, 25

# Words that open a clause where no comma stands before it; other languages set one.
OPENERS = "who|while|because|although|qui|dont|où|tandis|quien|quienes|mientras|porque"
_BOUNDARY = regex.compile(
    r"[,;:،؛，；：、。](?!\d)|(?<=\p{Ll}{4})[.!?](?=\s)|\s?—|\s(?:--?|–|_)(?=\s)"
    rf"|\s(?=\(\D)|\s(?=(?:{OPENERS})\s)"
)
_GRAPHEME = regex.compile(r"\X")
_FINAL_STOP = re.compile(r"(?<=[^\s.])[.。]$")
_BRACKETS = (("(", ")"), ("[", "]"), ("«", "»"), ("「", "」"), ("『", "』"))


def take_headline(article: Article, report: Report) -> Article:
    """*article* with its first block as the headline, if it reads like one."""
    first, *rest = article.body or (None,)
    if article.metadata.headline or not rest or not isinstance(first, Paragraph) or first.role is not Role.BODY:
        return article
    text = plain_text(first.inlines)
    dateline = find_dateline(article)
    if len(text) >= LONGEST or has_full_stop(text) or (dateline and dateline[0] == 0):
        return article
    report.add("structure.headline", "the first line of the copy was taken as the headline", before=text)
    return Article(replace(article.metadata, headline=text), tuple(rest))


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
    return clauses[-1] if clauses else _cut_at_word(lede, longest)


def _is_whole(text: str) -> bool:
    """Whether every bracket and quotation mark that opens in *text* closes there, too."""
    closed = all(text.count(opening) == text.count(closing) for opening, closing in _BRACKETS)
    low, left, right = text.count("„"), text.count("“"), text.count("”")
    quoted = low == left + right if low else left == right
    return closed and quoted and text.count('"') % 2 == 0


def _cut_at_word(text: str, longest: int) -> str:
    """*text* up to its last whole word within *longest*, or letter where there are no blanks, and "…"."""
    words = text[:longest].rpartition(" ")[0].rstrip(" ,;:–—-")
    if not words:
        letters = list(_GRAPHEME.findall(text[: longest * 2]))
        words = "".join(letters[: longest - 1])
    return f"{words}…"
