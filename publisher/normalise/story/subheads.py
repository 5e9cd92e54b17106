"""Subheads: short lines without a full stop that stand alone between paragraphs that have one."""

from collections import Counter

import regex
from msgspec.structs import replace

from publisher.model import Article, Block, Heading, Paragraph, Role
from publisher.normalise.story.sentences import has_full_stop
from publisher.report import Report
from publisher.walk import plain_text

#: The length of a subhead in letters at most; Chinese, Japanese and Korean say twice as much in one.
LONGEST, LONGEST_EAST_ASIAN = 110, 34
#: So much longer must the paragraph below be.
LONGER = 1.3
#: The share of longer paragraphs that must end in a full stop, so that the lack of one says something; and the
#: share of the blocks that may be subheads.
ENDING, MOST = 0.7, 0.45

_NONE = regex.compile(
    r"[\s\W]*\Z|[-–—•*·▪◦‣(\[]|[\p{P}\p{S}]*\s*\d+[.)]?\s*\Z|.*(?:[:;,،、。，]|\.{3}|…)[\s\"”’»)]*\Z", regex.DOTALL
)
_SENTENCE_END = regex.compile(r"[.!?…。！？।۔؟][\"'”’“»)\]」』]*\Z")
_EAST_ASIAN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
# Scripts that end no sentence with a mark.
_UNMARKED = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
# A checksum or an address among the words: no heading has them. Nor does one end with the source of a quotation.
_TECHNICAL = regex.compile(r"\b(?=\S*\d)[\da-f]{24,}\b|https?://|[”»“\"]\s?[—–-]\s?\p{Lu}\S+(?:\s\p{Lu}\S+){0,3}\Z")
# A speaker's name before what is said in an interview.
_SPEAKER = regex.compile(r"(?P<name>[\p{Lu}][^:.!?]{1,40}):\s+\S")
_QUOTED = regex.compile(r"[\"“„«「].*[\"”“»」]", regex.DOTALL)


def mark_subheads(article: Article, report: Report) -> Article:
    """*article* with its subheads as headings of the first level."""
    texts = [_body_text(block) for block in article.body]
    if not _ends_its_sentences(texts):
        return article
    speakers = _speakers(texts)
    short = {at for at, text in enumerate(texts) if text and _has_the_shape(text) and not _is_speech(text, speakers)}
    # Several in a row are no subheads but a list, a table or verse.
    found = {at for at in short if 0 < at < len(texts) - 1 and not {at - 1, at + 1} & short and _is_longer(texts, at)}
    if not found or len(found) > MOST * len(texts):
        return article
    return replace(article, body=tuple(_headed(block, at in found, report) for at, block in enumerate(article.body)))


def _speakers(texts: list[str | None]) -> set[str]:
    """The names before a colon that several paragraphs begin with."""
    names = Counter(match["name"] for text in texts if text and (match := _SPEAKER.match(text)))
    return {name for name, count in names.items() if count > 1}


def _is_speech(text: str, speakers: set[str]) -> bool:
    match = _SPEAKER.match(text)
    return bool(match and match["name"] in speakers)


def _body_text(block: Block) -> str | None:
    return plain_text(block.inlines) if isinstance(block, Paragraph) and block.role is Role.BODY else None


def _ends_its_sentences(texts: list[str | None]) -> bool:
    """Whether the paragraphs of a text end in full stops, as a rule."""
    long = [text for text in texts if text and len(text) > 60]
    return len(long) >= 2 and sum(bool(_SENTENCE_END.search(text)) for text in long) >= ENDING * len(long)


def _has_the_shape(text: str) -> bool:
    """Whether *text* is as short as a subhead, and neither a sentence nor a speech or an item."""
    if (
        _UNMARKED.search(text)
        or _TECHNICAL.search(text)
        or _NONE.match(text)
        or _QUOTED.fullmatch(text)
        or text[0].islower()
    ):
        return False
    longest = LONGEST_EAST_ASIAN if _EAST_ASIAN.search(text) else LONGEST
    return len(text) <= longest and (text.endswith("?") or not _SENTENCE_END.search(text)) and not has_full_stop(text)


def _is_longer(texts: list[str | None], at: int) -> bool:
    """Whether the paragraph below is longer than the line *at*."""
    text, following = texts[at] or "", texts[at + 1] or ""
    return len(following) >= LONGER * len(text) and (len(following) > 40 or text.isupper())


def _headed(block: Block, is_subhead: bool, report: Report) -> Block:
    if not is_subhead or not isinstance(block, Paragraph):
        return block
    text = plain_text(block.inlines)
    report.add("structure.subhead", "a short line between paragraphs became a subhead", before=text, after=text)
    return Heading(block.inlines, id=block.id, language=block.language, direction=block.direction)
