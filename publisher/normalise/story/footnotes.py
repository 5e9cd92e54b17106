"""Footnotes: paragraphs “[1] …” below a text that calls them, set at the places that call them."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from publisher.model import Article, Block, Inline, Note, Paragraph, Role, Text
from publisher.report import Report
from publisher.walk import plain_text

_NOTE = re.compile(r"\[(?P<number>\d{1,2})\]\s+(?=\S)")
_CALL = re.compile(r"\s?\[(\d{1,2})\](?!\()")
#: A longer paragraph is no footnote.
LONGEST = 1000


def set_footnotes(article: Article, report: Report) -> Article:
    """*article* with the footnotes at its end where they are called, if every one is called just once."""
    start = _first_note(article.body)
    if start == len(article.body):
        return article
    notes = {match["number"]: (block, match.end()) for block, match in _notes(article.body[start:])}
    calls = [number for block in article.body[:start] for number in _calls(block)]
    if len(notes) < len(article.body) - start or sorted(calls) != sorted(notes):
        return article
    for number, (block, length) in notes.items():
        text = plain_text(block.inlines)
        report.add("structure.footnote", "a footnote was set where the text calls it", before=text, after=text[length:])
        report.add(
            "structure.footnote", "the call of a footnote is numbered by the theme", before=f"[{number}]", after=""
        )
    body = tuple(_with_notes(block, notes) for block in article.body[:start])
    return replace(article, body=body)


def _first_note(body: tuple[Block, ...]) -> int:
    """The first of the footnotes that *body* ends with."""
    start = len(body)
    while start > 1 and any(_notes(body[start - 1 : start])):
        start -= 1
    return start


def _notes(blocks: tuple[Block, ...]) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    for block in blocks:
        if isinstance(block, Paragraph) and len(block.inlines) == 1 and isinstance(block.inlines[0], Text):
            text = block.inlines[0].text
            if len(text) <= LONGEST and (match := _NOTE.match(text)):
                yield block, match


def _calls(block: Block) -> list[str]:
    return _CALL.findall(plain_text(block.inlines)) if isinstance(block, Paragraph) else []


def _with_notes(block: Block, notes: dict[str, tuple[Paragraph, int]]) -> Block:
    if not isinstance(block, Paragraph) or not _calls(block):
        return block
    return replace(block, inlines=tuple(part for inline in block.inlines for part in _called(inline, notes)))


def _called(inline: Inline, notes: dict[str, tuple[Paragraph, int]]) -> Iterator[Inline]:
    if not isinstance(inline, Text):
        yield inline
        return
    end = 0
    for match in _CALL.finditer(inline.text):
        if before := inline.text[end : match.start()]:
            yield Text(before)
        block, length = notes[match[1]]
        yield Note((Paragraph((Text(plain_text(block.inlines)[length:]),), role=Role.BODY),))
        end = match.end()
    if inline.text[end:]:
        yield Text(inline.text[end:])
