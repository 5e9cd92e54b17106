"""Embargoes, holds and kills that copy carries: out of the text, into its metadata."""

import datetime
import re
from typing import NamedTuple

from msgspec.structs import replace

from publisher.metadata import Metadata, PubStatus
from publisher.model import Article, Block, Paragraph
from publisher.normalise.datelines.moments import Reading, read_moment
from publisher.normalise.rules import Rules
from publisher.normalise.story.inlines import cut_front
from publisher.report import Report
from publisher.walk import plain_text

#: Words before the hour, at the beginning of a paragraph. What they announce is kept from print whether or not the
#: hour can be read.
UNTIL = (
    r"(?:strictly |under )?embargo(?:ed)? (?:until|till|['’]?til)\b|(?:strictly )?embargoed (?:for|to)\b",
    r"hold for release",
    r"(?:not for|no) (?:release|publication|broadcast)[\w\s,/]{0,40}? (?:before|until|till|prior to)",
    r"(?:do not|don['’]t|not to be) (?:publish|release|broadcast)e?d?[\w\s,]{0,30}? (?:before|until|till|prior to)",
    r"sperr?frist|gesperrt bis|nicht vor [^.]{0,40} (?:zu )?veröffentlichen",
    r"(?:под )?эмбарго (?:до|снимается)|не (?:публиковать|для публикации)[\w\s]{0,20}? (?:до|ранее)",
    r"(?:під )?ембарго до|не (?:публікувати|для публікації)[\w\s]{0,20}? (?:до|раніше)",
    r"(?:sous )?embargo (?:jusqu['’]|avant|levé)|ne pas (?:diffuser|publier)[\w\s]{0,20}? avant",
    r"diffusion interdite (?:avant|jusqu['’])",
    r"(?:bajo )?embarg(?:o|ado|ada) hasta|no (?:publicar|difundir)[\w\s]{0,20}? (?:antes|hasta)",
    r"(?:sob )?embarg(?:o|ado|ada) até|não (?:publicar|divulgar)[\w\s]{0,20}? (?:antes|até)",
    r"(?:sotto )?embargo fino|non (?:pubblicare|diffondere)[\w\s]{0,20}? (?:prima|fino)",
    r"(?:onder )?embargo tot|niet (?:publiceren|voor publicatie)[\w\s]{0,20}? (?:voor|vóór|tot)",
    r"embargo (?:do|til|frem til)\b|sperrefrist\b",
    r"محظور النشر (?:حتى|قبل)|حظر النشر حتى|אמברגו עד|解禁(?:时间|時間)?[:：]|禁止发布",
)
#: The same in capitals, or with a colon: in small letters they are a story's own words.
LABELS = (
    r"(?:STRICTLY |UNDER )?EMBARGO(?:ED)?(?=\W*$|\s?[:!])|СТРОГО ДО\b|ЭМБАРГО(?=\W*$|\s?[:!])|ЕМБАРГО(?=\W*$|\s?[:!])",
    r"AMBARGO(?=\W*$|\s?[:!])",
)
#: Words that announce one only where an hour follows.
WEAK = (
    r"for release\b|embargo ?:|эмбарго ?:|ембарго ?:|ambargo ?:|frei ab\b|freigabe ab\b|строго до\b",
    r"(?:veröffentlichung|verwendung) (?:erst|nicht vor|frühestens)",
)
#: The same with the hour before the words.
BEFORE = (
    r"дейін (?:эмбарго|жариялауға болмайды|жарияланбасын)|deıin (?:embargo|jarııalaýǵa bolmaıdy)",
    r"kadar (?:ambargolu|yayımlanamaz)|[時时点點分]\s?(?:に)?解禁|まで(?:は)?(?:報道|公表|公開)(?:を)?(?:禁|控)",
)
#: Copy that is taken back, and copy that is held.
KILLED = (
    r"(?:(?:MANDATORY|BULLETIN|URGENT|STORY|ADVISORY|NOTE) )+KILL(?:ED)?\b|KILL(?=\W*$)|STORY WITHDRAWN",
    r"(?:АННУЛИРУЕТСЯ|АННУЛИРОВАНО|АНУЛЬОВАНО|ANNULATION|ZURÜCKGEZOGEN)(?=\W*$|\s?[:!])",
)
WITHHELD = (r"(?:PUBLICATION|STORY) WITHHELD\b|WITHHELD(?=\W*$)|HOLD(?=\W*$)",)

#: Paragraphs at the beginning in which copy may be taken back; embargoes stand at its end, too.
FIRST = 4
#: A longer paragraph is the story's own, and keeps what follows the notice; a note in two paragraphs has short ones.
LONGEST_NOTE, LONGEST_LINE = 400, 120
#: Characters that are searched for the hour.
REACH = 260

HINT = 'say embargoed_until = 2026-09-11T08:30:00-04:00, for example, under [source."FILE"] in bulletin.toml'

_LEAD = r"[\W_]{0,12}"
_STRONG = re.compile(rf"{_LEAD}(?:(?i:{'|'.join(UNTIL)})|{'|'.join(LABELS)})")
_WEAK = re.compile(rf"{_LEAD}(?:{'|'.join(WEAK)})", re.IGNORECASE)
_BEFORE = re.compile("|".join(BEFORE), re.IGNORECASE)
_TAKEN_BACK: tuple[tuple[re.Pattern[str], PubStatus], ...] = (
    (re.compile(rf"{_LEAD}(?:{'|'.join(KILLED)})"), "canceled"),
    (re.compile(rf"{_LEAD}(?:{'|'.join(WITHHELD)})"), "withheld"),
)
_END_OF_NOTE = re.compile(r"[.!;]\s|\s[–—-]{1,2}\s")


class Notice(NamedTuple):
    """An embargo in the text: the first and last paragraph it takes up, how much of the last, the moment it names."""

    first: int
    last: int
    length: int
    reading: Reading


def part_embargo(article: Article, rules: Rules, report: Report) -> Article:
    """*article* with its embargoes in the metadata, and their words out of the text and in the editor's note.

    One that names no certain moment is an error-level finding, unless the settings name it.
    """
    article = _part_status(article, report)
    while notice := _find(article, rules.date):
        words, body = _cut(article.body, notice)
        _tell(notice.reading, words, rules, report)
        metadata = noted(article.metadata, words)
        if moment := notice.reading.moment:
            until = max(known for known in (_moment(metadata.embargoed_until), moment) if known)
            metadata = replace(metadata, embargoed_until=until.isoformat())
        article = Article(metadata, body)
    return article


def noted(metadata: Metadata, words: str) -> Metadata:
    """*metadata* with *words* added to the editor's note, which is never published."""
    return replace(metadata, ed_note="\n".join(part for part in (metadata.ed_note, words) if part))


def _moment(iso: str | None) -> datetime.datetime | None:
    return datetime.datetime.fromisoformat(iso) if iso else None


def _part_status(article: Article, report: Report) -> Article:
    """*article* with its status, where one of its first lines takes it back or holds it."""
    for at, block in enumerate(article.body[:FIRST]):
        text = plain_text(block.inlines) if isinstance(block, Paragraph) else ""
        for pattern, status in _TAKEN_BACK:
            if len(text) <= LONGEST_LINE and pattern.match(text):
                report.add("embargo.status", f"the copy says that it is {status}", before=text, after="")
                metadata = replace(noted(article.metadata, text), pub_status=status)
                return Article(metadata, article.body[:at] + article.body[at + 1 :])
    return article


def _find(article: Article, near: datetime.date | None) -> Notice | None:
    """The first embargo in the paragraphs of *article*."""
    texts = [plain_text(block.inlines) if isinstance(block, Paragraph) else "" for block in article.body]
    for at, text in enumerate(texts):
        head = text[:REACH]
        is_strong = _STRONG.match(head) or (len(text) <= LONGEST_LINE and _BEFORE.search(text))
        if not is_strong and not _WEAK.match(head):
            continue
        reading, last = read_moment(head, near), at
        following = texts[at + 1] if at + 1 < len(texts) else ""
        if reading.moment is None and len(text) <= LONGEST_LINE and 0 < len(following) <= LONGEST_LINE:
            further = read_moment(f"{text}\n{following}", near)
            reading, last = (further, at + 1) if further.moment else (reading, at)
        if is_strong or reading.lacking in ("", "zone"):
            return Notice(at, last, _length(texts[last], reading.end if last == at else 0), reading)
    return None


def _length(text: str, end: int) -> int:
    """How much of its last paragraph a notice takes up: all of it, or up to where the story goes on behind *end*."""
    if len(text) <= LONGEST_NOTE:
        return len(text)
    following = _END_OF_NOTE.search(text, end, REACH)
    return following.end() if following else end or REACH


def _cut(body: tuple[Block, ...], notice: Notice) -> tuple[str, tuple[Block, ...]]:
    """(the words of the notice, the blocks without them)."""
    blocks = [block for block in body[notice.first : notice.last + 1] if isinstance(block, Paragraph)]
    *whole, last = (plain_text(block.inlines) for block in blocks)
    rest = cut_front(blocks[-1].inlines, notice.length)
    kept = (replace(blocks[-1], inlines=rest),) if plain_text(rest).strip() else ()
    words = "\n".join([*whole, last[: notice.length].strip()])
    return words, (*body[: notice.first], *kept, *body[notice.last + 1 :])


def _tell(reading: Reading, words: str, rules: Rules, report: Report) -> None:
    if reading.moment or rules.embargo_said:
        until = f" until {reading.moment.isoformat()}" if reading.moment else ""
        message = f"the copy is embargoed{until}; the words that say so were taken out of it"
        report.add("embargo.found", message, before=words, after="")
    elif reading.lacking == "zone":
        message = "the copy is embargoed until an hour without a time zone; it is held back"
        report.add("embargo.no-zone", message, hint=HINT, before=words, after="")
    else:
        message = f"the copy is embargoed, and the {reading.lacking} of its release can't be read; it is held back"
        report.add("embargo.unreadable", message, hint=HINT, before=words, after="")
