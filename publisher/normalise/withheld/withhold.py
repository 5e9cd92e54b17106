"""What a desk tells a desk: out of the text and into the editor's note, which is never published."""

import re
from collections.abc import Iterator

import regex
from msgspec.structs import replace

from publisher.metadata import Metadata
from publisher.model import Article, Block, Inline, ItemList, Paragraph, Role, Text
from publisher.normalise.story.openings import text_of
from publisher.normalise.story.sections import read_section
from publisher.normalise.story.sentences import has_full_stop
from publisher.normalise.withheld.embargo import noted
from publisher.normalise.withheld.notices import AGENCY_MAIL, CHANGES, DESK, NOTICE_WORDS, PICTURES
from publisher.normalise.words.deskwords import ADDRESS, CUT, MAIL, PHONE, PROHIBITION
from publisher.report import Report
from publisher.walk import plain_text

#: A paragraph longer than these is the story's own, whatever words it holds.
LONGEST_NOTICE, LONGEST_ADDRESS, LONGEST_CONTACT = 260, 2000, 400
#: So many words about a cut are no chance, whatever follows them.
FEWEST_WORDS = 3
#: The head of a story has no more characters; a sentence so long is part of the story.
HEAD, LEDE = 240, 100
#: The first blocks, in which desks write what the copy corrects and which pictures there are.
FIRST = 8
#: So many blocks below their heading, contacts are still looked for.
REACH_OF_CONTACTS = 8
#: Characters of a block that are searched.
REACH = 20_000

# A number that is dialled, and no date, score or count.
_DIALLED = re.compile(r"\W*(?:tel\.?:?\s*)?(?:\+|00|\(\+?0?)\s?\d", re.IGNORECASE)
_HASH = re.compile(r"\s*#{1,6}\s*")
_NOTEBOOK = re.compile(
    r"(?:#{1,3}\s*)?(?:notebook|notizblock|bloc-notes|libreta|cuaderno|notitieblok)\s*", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[\s*_=~#–—-]{3,}")
_BRACKETS = re.compile(r"\s?[(\[]{1,2}([^()\[\]]{3,600})[)\]]{1,2}")
_WORDS = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*+")
_QUOTE = re.compile('["“„«»‘]')


def withhold_notes(article: Article, report: Report) -> Article:
    """*article* without anything that a desk says to a desk; the editor's note has it.

    Notes of a line or paragraph; all that follows “the following is not for publication”; what stands in
    brackets inside a paragraph; telephone numbers and addresses of desks.
    """
    if not any(map(_is_suspect, article.body)):
        return article
    taken = _Taken(article.metadata, report)
    body = list(_kept(article.body, taken))
    return Article(taken.metadata, tuple(body))


class _Taken:
    """The notes taken so far."""

    def __init__(self, metadata: Metadata, report: Report) -> None:
        self.metadata = metadata
        self.report = report

    def take(self, text: str) -> None:
        """Moves *text* into the editor's note."""
        message = "a note from desk to desk was taken out of the text; it is never published"
        self.report.add("structure.withheld", message, before=text, after="")
        self.metadata = noted(self.metadata, text)

    def withhold(self) -> None:
        """Marks the whole text as one that must not be published."""
        self.metadata = replace(self.metadata, pub_status="withheld")


_SUSPICIOUS = regex.compile(r"[(\[#*@=:：+]|\d{3}")


def _is_suspect(block: Block) -> bool:
    """A quick look: whether *block* could hold a note at all."""
    text = text_of(block)
    return len(text) <= LONGEST_NOTICE or bool(_SUSPICIOUS.search(text[:REACH]))


def _kept(body: tuple[Block, ...], taken: _Taken) -> Iterator[Block]:
    """The blocks of the story itself."""
    at = 0
    while at < len(body):
        end = _note_ends(body, at)
        if end > at:
            if not _has_story(body[:at]) and at < FIRST and _forbids(text_of(body[at])):
                taken.withhold()
            for block in body[at:end]:
                if text := text_of(block):
                    taken.take(text)
            at = end
            continue
        block = _without_inner_notes(body[at], taken)
        if block == body[at] or text_of(block).strip():
            yield block
        at += 1


def _note_ends(body: tuple[Block, ...], at: int) -> int:
    """Where the note ends that begins at the block *at*; *at* itself if none does."""
    text = text_of(body[at])
    if _SEPARATOR.fullmatch(text) and at + 1 < len(body) and _is_heading_of_note(text_of(body[at + 1])):
        return len(body)
    if _is_heading_of_note(text):
        return _section_ends(body, at)
    if _is_comment(text) or (at <= FIRST and not _has_story(body[:at]) and _is_to_editors(text)):
        return at + 1
    if _is_note(text, at) or _is_desk_contact(text) or (_is_bare_contact(text) and not _is_in_contacts(body, at)):
        return at + 1
    return at


def _is_comment(text: str) -> bool:
    """Whether *text* is a comment as web pages have them."""
    return text.startswith("<!--") and text.endswith("-->")


def _is_to_editors(text: str) -> bool:
    """Whether *text* is a note to editors; above a story it speaks of the copy, below a release it is for readers."""
    section = read_section(text)
    return section is not None and section.role is Role.EDITORS_NOTE and not section.is_heading


def _is_heading_of_note(text: str) -> bool:
    """Whether *text* announces a note: “# Notebook”, “Editorial contacts”, “The following is not for publication”."""
    bare = _HASH.sub("", text, count=1) if text.lstrip().startswith("#") else text
    if len(text) > LONGEST_NOTICE or not bare:
        return False
    if _NOTEBOOK.fullmatch(text):
        return True
    address = ADDRESS.match(bare)
    if address and not bare[address.end() :].strip(" :：.-–—=()[]*_#"):
        return True
    found = PROHIBITION.search(bare)
    return found is not None and _is_notice(bare, found) and not _has_more(bare, found.end())


def _is_notice(text: str, found: regex.Match[str]) -> bool:
    """Whether the words before a prohibition only say what it is about."""
    before = text[: found.start()]
    if _QUOTE.search(before):
        return False
    words = [word.casefold() for word in _WORDS.findall(before)]
    return len(words) <= 16 and all(word in NOTICE_WORDS for word in words)


def _has_more(text: str, end: int) -> bool:
    """Whether more than marks, or a few words that belong to the notice, follows a prohibition."""
    rest = _WORDS.findall(text[end:])
    return bool([word for word in rest if word.casefold() not in NOTICE_WORDS])


def _section_ends(body: tuple[Block, ...], at: int) -> int:
    """Where a note with a heading ends: with the text, unless it stands above the story."""
    if _has_story(body[:at]) or at >= FIRST:
        return len(body)
    end = at + 1
    while end < len(body) and end < at + FIRST and _continues_note(text_of(body[end]), body[end]):
        end += 1
    return max(end, min(at + 2, len(body) - 1))


def _has_story(body: tuple[Block, ...]) -> bool:
    """Whether the blocks of *body* are more than the head of a story."""
    texts = [text_of(block) for block in body[:FIRST]]
    is_lede = any(len(text) >= LEDE and has_full_stop(text) for text in texts)
    return is_lede or sum(map(len, texts)) >= HEAD or len(body) > FIRST


def _forbids(text: str) -> bool:
    """Whether *text* says “not for publication” and nothing else: above a story, it means all of it."""
    found = PROHIBITION.search(text)
    return found is not None and _is_notice(text, found) and not _has_more(text, found.end())


def _continues_note(text: str, block: Block) -> bool:
    return isinstance(block, ItemList) or bool(MAIL.search(text) or PHONE.search(text)) or _is_note(text, 0)


def _is_note(text: str, at: int) -> bool:
    """Whether the whole of *text* is a note to editors."""
    if len(text) > LONGEST_ADDRESS:
        return False
    if len(text) <= LONGEST_NOTICE and _is_about_cuts(text):
        return True
    bare = _HASH.sub("", text, count=1) if text.lstrip().startswith("#") else text
    if ADDRESS.match(bare):
        return True
    if len(text) <= LONGEST_CONTACT * 2 and (found := PROHIBITION.search(bare)) and _is_notice(bare, found):
        return bool(_has_mark_after(bare, found.end())) or not _has_more(bare, found.end())
    return at < FIRST and len(text) <= LONGEST_CONTACT * 2 and bool(CHANGES.fullmatch(text) or PICTURES.fullmatch(text))


def _is_about_cuts(text: str) -> bool:
    """Whether *text* says where the copy may be cut: nothing else, or more in brackets or capitals."""
    if CUT.fullmatch(text):
        return True
    begins = CUT.match(text)
    is_apart = text.isupper() or (text.startswith(("(", "[")) and text.endswith((")", "]")))
    return is_apart and begins is not None and len(begins[0].split()) >= FEWEST_WORDS


def _has_mark_after(text: str, end: int) -> bool:
    return text[end : end + 3].lstrip()[:1] in tuple(":：-–—.;,!()/")


def _is_desk_contact(text: str) -> bool:
    """Whether *text* says how to reach a desk or a reporter of an agency, and tells no story."""
    if len(text) > LONGEST_CONTACT:
        return False
    # What stands in brackets behind a sentence is cut out of it alone.
    rest = _BRACKETS.sub(lambda match: "" if _is_inner_note(match[1]) else match[0], text).strip(" .;,")
    return _has_contact(rest) if rest else _has_contact(text)


def _is_bare_contact(text: str) -> bool:
    """Whether *text* is nothing but addresses and numbers: a reporter's, below the story."""
    if len(text) > LONGEST_CONTACT or not (MAIL.search(text) or _DIALLED.match(text)):
        return False
    return not any(map(str.isalpha, PHONE.sub("", MAIL.sub("", text))))


def _is_in_contacts(body: tuple[Block, ...], at: int) -> bool:
    """Whether the block *at* stands below the heading of contacts, which are for readers."""
    above = (read_section(text_of(block)) for block in body[max(0, at - REACH_OF_CONTACTS) : at])
    return any(section and section.role is Role.CONTACT for section in above)


def _has_contact(text: str) -> bool:
    has_mail = MAIL.search(text)
    return bool((has_mail and AGENCY_MAIL.search(text)) or ((has_mail or PHONE.search(text)) and DESK.search(text)))


def _without_inner_notes(block: Block, taken: _Taken) -> Block:
    """*block* without the notes in brackets that stand inside its text."""
    if not isinstance(block, Paragraph):
        return block
    if not any("(" in text or "[" in text for text in map(_plain, block.inlines)):
        return block
    return replace(block, inlines=tuple(_cut(block.inlines, taken)))


def _plain(inline: Inline) -> str:
    return plain_text((inline,))


def _cut(inlines: tuple[Inline, ...], taken: _Taken) -> Iterator[Inline]:
    for inline in inlines:
        if not isinstance(inline, Text):
            yield inline
        elif text := _BRACKETS.sub(lambda match: _judged(match, taken), inline.text):
            yield Text(text)


def _judged(match: re.Match[str], taken: _Taken) -> str:
    """What is to stand for a bracket: nothing, if it is a note."""
    if not _is_inner_note(match[1]):
        return match[0]
    taken.take(match[0].strip())
    return ""


def _is_inner_note(inside: str) -> bool:
    """Whether what stands in brackets is a note to editors."""
    found = PROHIBITION.search(inside)
    is_forbidden = found is not None and _is_notice(inside, found)
    return bool(_is_about_cuts(f"({inside})") or ADDRESS.match(inside) or is_forbidden or _has_contact(inside))
