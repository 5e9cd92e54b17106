"""What stands below a story: the mark that ends it, sign-offs, boilerplate, contacts, notes to editors, rights."""

from itertools import pairwise

from msgspec.structs import replace

from publisher.metadata import Creditline, Metadata
from publisher.model import Article, Block, Heading, Paragraph, Role, Text, ThematicBreak
from publisher.normalise.story.belowcredits import is_credit
from publisher.normalise.story.endmarks import is_end_mark, is_line, signing_agency, trailing_mark
from publisher.normalise.story.openings import text_of
from publisher.normalise.story.sections import Section, is_rights, is_terms, read_section
from publisher.normalise.story.sentences import has_full_stop
from publisher.report import Report
from publisher.walk import plain_text

#: A line of signs ends a story if no more blocks than these follow, and none so long.
MOST_AFTER_LINE, LONGEST_AFTER_LINE = 4, 420
#: An end mark stands among the last blocks, or has nothing but sections after it.
MOST_AFTER_MARK = 24
#: The last blocks, among which sections are looked for.
LAST = 120
#: A story has a paragraph of that length before its end mark.
SHORTEST_STORY = 40
#: A section below a story has no more paragraphs; what goes on is the story's own.
LONGEST_SECTION = 5
#: But contacts come one short line each.
LONGEST_CONTACTS, LONGEST_CONTACT = 14, 120

CODES = {
    Role.BOILERPLATE: "structure.boilerplate",
    Role.CONTACT: "structure.contact",
    Role.EDITORS_NOTE: "structure.editors-note",
    Role.SIGNATURE: "structure.signature",
}
NAMES = {
    Role.BOILERPLATE: "boilerplate",
    Role.CONTACT: "whom to ask",
    Role.EDITORS_NOTE: "a note to editors",
    Role.SIGNATURE: "a credit or signature",
}


def part_end_matter(article: Article, report: Report) -> Article:
    """*article* with its end mark in the metadata, and what stands below the story in its roles.

    Rights and terms go into the metadata; lines of signs between passages become pauses.
    """
    article = _take_rights(article, report)
    article, end = _take_end_mark(article, report)
    body = _in_roles(article.body, end, report)
    return replace(article, body=tuple(_breaks(body, report)))


# ── rights ───────────────────────────────────────────────────────────────────


def _take_rights(article: Article, report: Report) -> Article:
    """*article* with notices of copyright and terms of use, which stand below or above it, in the metadata."""
    metadata, size = article.metadata, len(article.body)
    notices = {
        at: text_of(article.body[at])
        for at in range(size)
        if (at >= size - 8 or at < 4) and _is_notice(article.body, at)
    }
    if not notices or len(notices) == size:
        return article
    for text in notices.values():
        message = "a notice of rights was taken out of the text; it is in the metadata"
        report.add("structure.rights", message, before=text, after="")
        metadata = _with_rights(metadata, text, is_terms(text))
    return Article(metadata, tuple(block for at, block in enumerate(article.body) if at not in notices))


def _is_notice(body: tuple[Block, ...], at: int) -> bool:
    """Whether the block *at* is a notice of rights, or goes on with the one above, which no stop ends."""
    text = text_of(body[at]) if isinstance(body[at], Paragraph) else ""
    if text and (is_rights(text) or is_terms(text)):
        return True
    above = text_of(body[at - 1]) if at else ""
    is_open = bool(above) and not has_full_stop(above) and is_rights(above) and above.isupper()
    return bool(text) and is_open and text.isupper()


def _with_rights(metadata: Metadata, text: str, is_use: bool) -> Metadata:
    name = "usage_terms" if is_use else "copyright_notice"
    known = getattr(metadata, name)
    return replace(metadata, **{name: f"{known} {text}" if known else text})


# ── the end mark ─────────────────────────────────────────────────────────────


def _take_end_mark(article: Article, report: Report) -> tuple[Article, int]:
    """*article* without the mark that ends it, and where the story ends."""
    if article.metadata.end_mark:
        return article, len(article.body)
    last = _find_end(article.body)
    at = last
    while at is not None and at > 1 and is_end_mark(text_of(article.body[at - 1])):
        at -= 1
    marks = [text_of(block) for block in article.body[at : last + 1]] if at is not None and last is not None else []
    body, end = article.body, len(article.body)
    if at is not None and last is not None:
        body, end = (*body[:at], *body[last + 1 :]), at
    for place in [at - 1] if at else _last_paragraphs(body):
        block = body[place]
        if isinstance(block, Paragraph) and (cut := _without_mark(block)):
            mark, shortened = cut
            marks.insert(0, mark)
            body, end = (*body[:place], *shortened, *body[place + 1 :]), place + len(shortened)
            break
    return (Article(_marked(article.metadata, marks, report), body), end) if marks else (article, end)


def _find_end(body: tuple[Block, ...]) -> int | None:
    """The block that is the end mark: the first sure one, or the last line of signs that ends a story."""
    for at in range(max(1, len(body) - MOST_AFTER_MARK), len(body)):
        block = body[at]
        if (
            isinstance(block, Paragraph)
            and block.role is Role.BODY
            and is_end_mark(text_of(block))
            and _may_end(body, at)
        ):
            return at
    lines = [
        at
        for at in range(1, len(body))
        if isinstance(body[at], Paragraph | ThematicBreak) and is_line(text_of(body[at]))
    ]
    return lines[-1] if lines and _ends_with_notes(body[lines[-1] + 1 :]) else None


def _may_end(body: tuple[Block, ...], at: int) -> bool:
    """Whether a mark at *at* ends the story: a word alone may be a subhead."""
    after = body[at + 1 :]
    if not any(len(text := text_of(block)) >= SHORTEST_STORY and has_full_stop(text) for block in body[:at]):
        return False
    if not after:
        return True
    text = text_of(body[at])
    is_sure = not any(map(str.isalpha, text)) or text.isupper() or text.strip(" -–—*()./#").lower() in ("ends", "end")
    has_story = any(len(text_of(block)) > LONGEST_AFTER_LINE for block in after)
    has_sections = any(read_section(text_of(block)) for block in after)
    return (is_sure and at * 2 >= len(body) and (has_sections or not has_story)) or _ends_with_notes(after)


def _ends_with_notes(after: tuple[Block, ...]) -> bool:
    """Whether nothing, or only a few notes, follows."""
    texts = [text_of(block) for block in after]
    if any(read_section(text) for text in texts[:1]):
        return True
    return (
        len(texts) <= MOST_AFTER_LINE
        and all(len(text) <= LONGEST_AFTER_LINE for text in texts)
        and not any(isinstance(block, Heading) for block in after)
    )


def _last_paragraphs(body: tuple[Block, ...]) -> list[int]:
    """The last paragraph, and the one above the first section below the story."""
    first = next((at for at in range(max(1, len(body) - LAST), len(body)) if read_section(text_of(body[at]))), None)
    last = len(body) - 1
    while last > 0 and is_credit(text_of(body[last])):
        last -= 1
    places = [len(body) - 1, last] if body else []
    return list(dict.fromkeys([*places, first - 1] if first else places))


def _without_mark(block: Paragraph) -> tuple[str, tuple[Paragraph, ...]] | None:
    """The mark behind the last sentence of *block*, and the paragraph without it, if anything is left of that."""
    mark = trailing_mark(plain_text(block.inlines))
    last = block.inlines[-1] if block.inlines else None
    if mark is None or not isinstance(last, Text) or mark not in last.text:
        return None
    words = last.text[: last.text.rindex(mark)].rstrip()
    rest = (*block.inlines[:-1], *((Text(words),) if words else ()))
    return mark, (replace(block, inlines=rest),) if rest else ()


def _marked(metadata: Metadata, marks: list[str], report: Report) -> Metadata:
    """*metadata* with the first of *marks* and the agency that signs; the others are desks' initials."""
    for mark in marks:
        report.add(
            "structure.end-mark", "the mark that ends the story was taken out of the text", before=mark, after=""
        )
    named = [signing_agency(part) for mark in marks for part in (mark, mark.strip(" ()[]–—-").split(" ")[0])]
    agency = next(filter(None, named), None)
    credit = metadata.creditline or (Creditline(agency, "sign-off") if agency else None)
    return replace(metadata, end_mark=marks[0].strip(), creditline=credit)


# ── sections ─────────────────────────────────────────────────────────────────


def _in_roles(body: tuple[Block, ...], end: int, report: Report) -> tuple[Block, ...]:
    """*body* with what stands below the story in its roles; the story ends before the block *end*, if not earlier."""
    roles: dict[int, Section] = {}
    sections = {
        at: section
        for at in range(max(1, len(body) - LAST), len(body))
        if _is_plain(body[at]) and (section := read_section(text_of(body[at])))
    }
    starts = sorted(sections)
    for number, at in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(body)
        section = sections[at]
        if not section.is_heading:
            if stop == at + 1 or at >= end or _is_last(body, at):
                roles[at] = section
        elif _is_short(body, at, stop) and _all_sections_follow(body, starts[number:]):
            roles |= {inner: section._replace(is_heading=inner == at) for inner in range(at, stop)}
    for at in range(end, len(body)):
        roles.setdefault(at, Section(_role_after_end(text_of(body[at])), is_heading=False))
    _add_last_credit(body, roles)
    return tuple(_with_role(block, roles.get(at), report) for at, block in enumerate(body))


def _is_plain(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and block.role is Role.BODY


def _is_last(body: tuple[Block, ...], at: int) -> bool:
    return at >= len(body) - 3


def _all_sections_follow(body: tuple[Block, ...], starts: list[int]) -> bool:
    """Whether from a section on only short sections follow, so that the story has ended."""
    bounds = [*starts, len(body)]
    return all(_is_short(body, start, stop) for start, stop in pairwise(bounds))


def _is_short(body: tuple[Block, ...], start: int, stop: int) -> bool:
    """Whether what stands between a section's first block and *stop* can be one section."""
    lines = [text_of(block) for block in body[start + 1 : stop]]
    are_contacts = len(lines) <= LONGEST_CONTACTS and all(len(line) <= LONGEST_CONTACT for line in lines)
    return len(lines) <= LONGEST_SECTION or (are_contacts and not any(map(has_full_stop, lines)))


def _role_after_end(text: str) -> Role:
    return Role.SIGNATURE if is_credit(text) or len(text) < 160 else Role.BOILERPLATE


def _add_last_credit(body: tuple[Block, ...], roles: dict[int, Section]) -> None:
    """Gives the last paragraphs of the story their role, if they only say who made it."""
    for at in range(len(body) - 1, max(0, len(body) - 4), -1):
        if at in roles:
            continue
        text = text_of(body[at])
        if not _is_plain(body[at]) or not is_credit(text):
            break
        roles[at] = Section(Role.SIGNATURE, is_heading=False)


def _with_role(block: Block, section: Section | None, report: Report) -> Block:
    if section is None or block.role is not Role.BODY:
        return block
    text = text_of(block)
    message = f"{NAMES[section.role]} was told from the story; it is set below it"
    report.add(CODES[section.role], message, before=text, after=text)
    if section.is_heading and isinstance(block, Paragraph):
        return Heading(
            block.inlines, role=section.role, id=block.id, language=block.language, direction=block.direction
        )
    return replace(block, role=section.role)


def _breaks(body: tuple[Block, ...], report: Report) -> list[Block]:
    """*body* with its lines of signs as pauses; none stands at its end, nor two together."""
    found: list[Block] = []
    for block in body:
        if isinstance(block, Paragraph) and is_line(text := text_of(block)):
            report.add("structure.break", "a line of marks between paragraphs became a pause", before=text, after="")
            if found and not isinstance(found[-1], ThematicBreak):
                found.append(ThematicBreak())
        else:
            found.append(block)
    while found and isinstance(found[-1], ThematicBreak):
        found.pop()
    return found
