"""Kicker and standfirst: what stands above a headline, and between it and the text."""

from itertools import islice

import regex
from msgspec.structs import replace

from publisher.model import Article, Paragraph, Role
from publisher.normalise.datelines.dateline import find_dateline
from publisher.normalise.story.kickers import WORDS_OF_NO_PLACE
from publisher.normalise.story.openings import text_of
from publisher.normalise.story.sentences import has_full_stop
from publisher.report import Report
from publisher.walk import plain_text

LONGEST_KICKER, MOST_KICKER_WORDS = 40, 4
SHORTEST_STANDFIRST, LONGEST_STANDFIRST = 20, 320
#: Share of the paragraphs below that must end in a full stop, for the lack of one to say something.
MOST = 0.8
SHORTEST_PARAGRAPH = 60
#: A summary of that length that the lede repeats is none.
SHORTEST_SUMMARY = 60
_SAMPLE = 40

# LE POINT SUR LA SITUATION - «…», CHINESE AGGRESSION: …
_CAPITALS = regex.compile(
    r"(?:[\p{Lu}\p{N}][\p{Lu}\p{M}\p{N}'’.&-]*[\s,]+){0,7}[\p{Lu}\p{N}][\p{Lu}\p{M}\p{N}'’.&-]+\s?(?::|"
    r"\s[-–—_])\s+(?=\S)"
)
_WORD = regex.compile(r"\w+")


def take_kicker(article: Article, report: Report) -> Article:
    """*article* with the word or two above its headline as kicker; a headline must stand below it."""
    if article.metadata.kicker or article.metadata.headline or len(article.body) < 3:
        return article
    first, second, third = article.body[:3]
    if not (isinstance(first, Paragraph) and isinstance(second, Paragraph)):
        return article
    text, headline, lede = text_of(first), text_of(second), text_of(third)
    words = text.split()
    is_short = 0 < len(words) <= MOST_KICKER_WORDS and len(text) <= LONGEST_KICKER and not has_full_stop(text)
    is_label = len(words) <= 2 and not WORDS_OF_NO_PLACE.isdisjoint(_WORD.findall(text.casefold()))
    is_known = is_label or (text.isupper() and not headline.isupper())
    is_headline = len(headline.split()) >= 4 and len(headline) < 140 and not has_full_stop(headline)
    dateline = find_dateline(article)
    if not (is_short and is_known and is_headline) or len(lede) < len(headline) or (dateline and dateline[0] < 2):
        return article
    report.add("structure.kicker", "the line above the headline was taken as the kicker", before=text, after=text)
    return Article(replace(article.metadata, kicker=text), article.body[1:])


def take_standfirst(article: Article, report: Report) -> Article:
    """*article* with the paragraph between headline and text as its standfirst.

    Before a dateline, that is whatever stands there; elsewhere, what begins with a label in capitals, or ends
    without the full stop that the paragraphs below have.
    """
    if article.metadata.standfirst or not article.metadata.headline or not article.body:
        return article
    first = article.body[0]
    if not isinstance(first, Paragraph):
        return article
    text = plain_text(first.inlines)
    if first.role is not Role.STANDFIRST and not (first.role is Role.BODY and _is_standfirst(article, text)):
        return article
    if _repeats_lede(article, text):
        report.add(
            "structure.repeated",
            "a paragraph that the first one of the text repeats was taken out",
            before=text,
            after="",
        )
        return Article(article.metadata, article.body[1:])
    message = "the paragraph below the headline was taken as the standfirst"
    report.add("structure.standfirst", message, before=text, after=text)
    return Article(replace(article.metadata, standfirst=text), article.body[1:])


def _repeats_lede(article: Article, text: str) -> bool:
    """Whether the first paragraph of the text says all that *text* says, as summaries above wire copy do."""
    lede = next(
        (text_of(block) for block in article.body[1:] if isinstance(block, Paragraph) and block.role is Role.BODY), ""
    )
    return len(text) >= SHORTEST_SUMMARY and lede.startswith(text.rstrip(" .…"))


def _is_standfirst(article: Article, text: str) -> bool:
    if article.metadata.dateline and article.metadata.dateline.raw:
        return False
    texts = (plain_text(block.inlines) for block in article.body[1:] if isinstance(block, Paragraph))
    # Subheads among them don't count, whether or not they are headings yet.
    below = list(islice((other for other in texts if len(other) > SHORTEST_PARAGRAPH), _SAMPLE))
    if len(below) < 2 or not SHORTEST_STANDFIRST <= len(text) <= LONGEST_STANDFIRST:
        return False
    if _CAPITALS.match(text) and len(_CAPITALS.match(text)[0].split()) >= 2 and not below[0].isupper():  # type: ignore[index]
        return True
    ending = sum(map(has_full_stop, below))
    return not has_full_stop(text) and ending >= MOST * len(below) and text[-1:] not in ":;,"
