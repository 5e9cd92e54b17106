"""E-mail messages (RFC 5322, MIME): the text of the letter, and each text that is attached as an article of its own."""

import email
import email.policy
import re
from collections.abc import Callable, Collection, Iterator
from email.message import EmailMessage
from html import escape
from typing import NamedTuple
from urllib.parse import unquote

import lxml.etree
import lxml.html
from lxml.html import HtmlElement
from msgspec.structs import replace

from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article
from publisher.normalise.rules import Rules
from publisher.normalise.text.encoding import decode
from publisher.normalise.withheld.embargo import noted
from publisher.readers.kinds import ENDINGS, suffix_of
from publisher.readers.newsroom.articles import Desk
from publisher.readers.newsroom.item import Item, paragraphs, plain
from publisher.readers.pandoc.conversion.pictures import Load
from publisher.report import Report, Where

#: Reads an attached text, whatever it is.
Read = Callable[[Source, Media, Report, Rules], tuple[Article, ...]]
#: Messages that may be attached to each other.
DEEPEST = 5
MOST_PARTS_DEEP = 30
#: A letter that brings texts and has no more words than this is a note to the desk.
LONGEST_NOTE = 80
_ANSWER = re.compile(r"^(?:(?:re|fwd?|wg|aw|tr|rv|fw|ynt|ilt|отв|пер)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_LAYOUT = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"))


class _Letter(NamedTuple):
    """A message in parts: its text and whether that is HTML, the texts attached, the pictures by what names them."""

    text: str
    is_markup: bool
    texts: tuple[tuple[str, bytes], ...]
    pictures: dict[str, bytes]


def read_mail(
    source: Source, media: Media, report: Report, rules: Rules, read: Read, depth: int = 0
) -> tuple[Article, ...]:
    """The articles in *source*: the letter's, and by *read* those of the texts attached to it.

    A short letter that brings texts is a note to the desk, and goes into their editor's note.
    """
    message = email.message_from_bytes(source.data, policy=email.policy.default)
    letter = _letter(message, source.name, report)
    attached = tuple(_attached(letter, source, media, report, rules, read, depth))
    note = (plain(letter.text) if letter.is_markup else letter.text) or ""
    if attached and len(note.split()) <= LONGEST_NOTE:
        where = Where(source.name)
        report.add("mail.note", "the letter that brings the texts was taken for a note to the desk", where, before=note)
        return tuple(replace(one, metadata=noted(one.metadata, note)) if note else one for one in attached)
    desk = Desk(source, letter.text, media, report, rules)
    return (*desk.articles((_item(message, letter),), _load(letter, report)), *attached)


def _item(message: EmailMessage, letter: _Letter) -> Item:
    fields = {
        "headline": _ANSWER.sub("", _header(message, "Subject")),
        "uri": f"mid:{name}" if (name := _header(message, "Message-ID").strip(" <>")) else None,
        "version_created": _header(message, "Date"),
        "language": _header(message, "Content-Language").partition(",")[0],
    }
    unnamed = [name for name in letter.pictures if name not in letter.text]
    tail = "".join(f'<figure><img src="{escape(name)}"/></figure>' for name in unnamed)
    body = _without_layout(letter.text) if letter.is_markup else letter.text
    return Item(fields, body, letter.is_markup, tail)


def _header(message: EmailMessage, name: str) -> str:
    """A header in words; one that the library stumbles over has none."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:
        return ""


def _letter(message: EmailMessage, name: str, report: Report) -> _Letter:
    pieces: list[tuple[str, bool]] = []
    texts: list[tuple[str, bytes]] = []
    pictures: dict[str, bytes] = {}
    for part in _leaves(message, 0):
        kind, file, data = part.get_content_type(), _file_name(part), _bytes(part)
        if kind.startswith("image/"):
            pictures[_picture_name(part, file, pictures)] = data
        elif kind == "message/rfc822" or (file and suffix_of(file) in ENDINGS):
            texts.append((file or "message.eml", data))
        elif kind.startswith("text/") and not file:
            pieces.append((_decoded(part, data, name, report), kind == "text/html"))
        else:
            report.add("newsroom.dropped", f"the attachment {file or kind} was left out", Where(name))
    if any(is_markup and plain(text) for text, is_markup in pieces):
        text = "\n".join(text if is_markup else paragraphs(text) for text, is_markup in pieces)
        return _Letter(text, True, tuple(texts), pictures)
    return _Letter("\n\n".join(text for text, is_markup in pieces if not is_markup), False, tuple(texts), pictures)


def _leaves(part: EmailMessage, depth: int) -> Iterator[EmailMessage]:
    """The parts that hold something: of alternatives the HTML, or else the last one; an attached message whole."""
    if not part.is_multipart() or part.get_content_type() == "message/rfc822" or depth > MOST_PARTS_DEEP:
        yield part
        return
    inside = [one for one in part.iter_parts() if isinstance(one, EmailMessage)]
    if part.get_content_type() == "multipart/alternative":
        rich = [one for one in inside if any(leaf.get_content_type() == "text/html" for leaf in one.walk())]
        inside = (rich or inside)[-1:]
    for one in inside:
        yield from _leaves(one, depth + 1)


def _file_name(part: EmailMessage) -> str | None:
    """The last part of the name that a file was attached by; None for a part of the letter itself."""
    try:
        name = part.get_filename()
    except Exception:
        name = None
    if not name and part.get_content_disposition() == "attachment":
        name = "attachment.txt" if part.get_content_maintype() == "text" else None
    return re.split(r"[/\\]", name)[-1] if name else None


def _picture_name(part: EmailMessage, file: str | None, known: Collection[str]) -> str:
    """What the letter calls a picture: its Content-ID, or else its file's name, with a number if there are several."""
    identity = str(part.get("Content-ID", "")).strip(" <>")
    name = f"cid:{identity or file or 'picture'}"
    return name if name not in known else f"{name}-{len(known)}"


def _bytes(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return b"".join(one.as_bytes() for one in part.iter_parts())
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _decoded(part: EmailMessage, data: bytes, name: str, report: Report) -> str:
    """The words of a part, in the encoding that it names where its bytes agree."""
    try:
        return data.decode(part.get_content_charset() or "utf-8").replace("\r\n", "\n")
    except (LookupError, UnicodeDecodeError):
        return decode(Source(name, data), report).text


def _attached(
    letter: _Letter, source: Source, media: Media, report: Report, rules: Rules, read: Read, depth: int
) -> Iterator[Article]:
    for name, data in letter.texts:
        inside = Source(f"{source.name}/{name}", data, limits=source.limits)
        if depth >= DEEPEST:
            report.add("newsroom.dropped", f"{inside.name}: messages are attached to each other too deep", Where(name))
        elif name.lower().endswith(".eml"):
            yield from read_mail(inside, media, report, rules, read, depth + 1)
        else:
            yield from read(inside, media, report, rules)


def _load(letter: _Letter, report: Report) -> Load:
    """Finds the pictures that came with the letter, by the names that it has for them."""

    def load(path: str, where: Where) -> bytes | None:
        data = letter.pictures.get(unquote(path))
        if data is None:
            hint = "save the picture beside the text, and name it there"
            report.add("media.missing", f"{path[:80]} isn't in the message", where, hint)
        return data

    return load


def _without_layout(markup: str) -> str:
    """*markup* without the tables that only place things: those that hold others, or say so themselves."""
    try:
        root: HtmlElement = lxml.html.fromstring(f"<div>{markup}</div>")
    except (ValueError, lxml.etree.ParserError):
        return markup
    for table in root.iter("table"):
        is_holder = next(table.iterdescendants("table"), None) is not None
        if is_holder or table.get("role") in ("presentation", "none") or not _has_columns(table):
            for element in _own(table):
                element.tag = "div"
                element.attrib.clear()
    return str(lxml.html.tostring(root, encoding="unicode"))


def _has_columns(table: HtmlElement) -> bool:
    return any(sum(1 for cell in row if cell.tag in ("td", "th")) > 1 for row in table.iter("tr"))


def _own(table: HtmlElement) -> list[HtmlElement]:
    """The elements that make up *table*, without those of tables in it."""
    parts = [one for one in table.iter() if one.tag in _LAYOUT]
    return [
        one for one in parts if one is table or (one.tag != "table" and next(one.iterancestors("table"), None) is table)
    ]
