"""The head of a press release: whom to ask stands above its headline, and belongs below the text."""

import regex
from msgspec.structs import replace

from publisher.model import Article, Block, Paragraph, Role
from publisher.normalise.story.openings import text_of
from publisher.normalise.story.sections import read_section
from publisher.normalise.story.sentences import ends_in_abbreviation, has_full_stop
from publisher.normalise.words.deskwords import MAIL, PHONE
from publisher.report import Report

#: The first blocks, among which contacts are looked for; how many of them follow one another at most.
FIRST, MOST = 4, 10
#: A longer line is none of a contact's.
LONGEST = 90

# Phone: …, E-mail: …, www. …
_LABELLED = regex.compile(
    r"(?:(?:tele)?phone|tel|t|cell|mobile|mob|office|direct|fax|e-?mail|web(?:site)?|twitter|telefon|mobil|téléphone|tél|courriel|"
    r"teléfono|correo|телефон|тел|моб|эл\. почта|почта|сайт)\.?\s?[:：]|(?:https?://|www\.)\S+\Z",
    regex.IGNORECASE,
)


def take_head_contacts(article: Article, report: Report) -> Article:
    """*article* with the contacts that stand above its headline below its text, in their role.

    They begin with a heading of contacts, and go on as long as one of the next two lines is a number or address.
    """
    start = next((at for at, block in enumerate(article.body[:FIRST]) if _is_contact(block)), None)
    if start is None or article.metadata.headline:
        return article
    end = _end(article.body, start)
    if end == start or len(article.body) - end < 2:
        return article
    moved = tuple(
        replace(block, role=Role.CONTACT) for block in article.body[start:end] if isinstance(block, Paragraph)
    )
    for block in moved:
        text = text_of(block)
        report.add(
            "structure.contact", "whom to ask was told from the head; it is set below the text", before=text, after=text
        )
    return replace(article, body=(*article.body[:start], *article.body[end:], *moved))


def _is_contact(block: Block) -> bool:
    section = read_section(text_of(block)) if isinstance(block, Paragraph) and block.role is Role.BODY else None
    return section is not None and section.role is Role.CONTACT


def _end(body: tuple[Block, ...], start: int) -> int:
    """Where the lines end that say how to reach somebody: behind the last number or address."""
    end = start
    for at in range(start, min(len(body), start + MOST)):
        text = text_of(body[at])
        is_sentence = has_full_stop(text) and not ends_in_abbreviation(text)
        if len(text) > LONGEST or is_sentence or not isinstance(body[at], Paragraph):
            break
        if MAIL.search(text) or PHONE.search(text) or _LABELLED.match(text):
            end = at + 1
        elif at > max(end, start) + 2:
            break
    return end
