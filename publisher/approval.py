"""Approval: who approved which content, and what has been changed since."""

import difflib
import hashlib
from collections.abc import Iterator

import msgspec

from publisher.errors import ConfigurationError, WithheldError
from publisher.model import (
    Article,
    Bulletin,
    CodeBlock,
    DefinitionList,
    Figure,
    Heading,
    Paragraph,
    Table,
    Verse,
)
from publisher.report import Report, Where
from publisher.sources import APPROVAL
from publisher.walk import Node, nodes, plain_text

#: Changes that are told one by one.
MOST = 20


class Approval(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """The record: who approved, the model's hash, and its words line by line, so that later ones can be compared."""

    by: str
    sha256: str
    words: tuple[str, ...]
    schema_version: int = 1


def approval(bulletin: Bulletin, name: str) -> Approval:
    """The record that *name* has approved *bulletin*."""
    return Approval(name, fingerprint(bulletin), tuple(lines(bulletin)))


def approved_by(record: bytes | None) -> str | None:
    """Who is named in *record*."""
    return read_approval(record).by if record else None


def fingerprint(bulletin: Bulletin) -> str:
    """The SHA-256 of the whole model: words, structure, metadata; as it is before anything makes a proof of it."""
    return hashlib.sha256(msgspec.json.encode(bulletin)).hexdigest()


def read_approval(data: bytes) -> Approval:
    """A record's bytes as an Approval; a ConfigurationError where they are none."""
    try:
        return msgspec.json.decode(data, type=Approval)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            f"{APPROVAL}: is no record of an approval: {error}", "run `publisher approve DIR --by NAME` again"
        ) from None


def lines(bulletin: Bulletin) -> Iterator[str]:
    """The words of *bulletin* as they are printed, a line for each part of a head and each block."""
    metadata = bulletin.metadata
    own = (metadata.title, metadata.subtitle, metadata.number, metadata.date and metadata.date.isoformat())
    yield from (part for part in (*own, metadata.publisher, metadata.contact, metadata.rights) if part)
    for section in bulletin.sections:
        if section.title:
            yield section.title
        for article in section.articles:
            yield from _article(article)


def _article(article: Article) -> Iterator[str]:
    metadata = article.metadata
    credit = metadata.creditline.name if metadata.creditline else None
    head = (metadata.kicker, metadata.headline, metadata.standfirst, ", ".join(metadata.by), credit)
    yield from (part for part in (*head, metadata.dateline.raw if metadata.dateline else None) if part)
    for node in nodes(article):
        yield from _words(node)


def _words(node: Node) -> Iterator[str]:
    """The words that *node* holds itself, not in a block inside it."""
    match node:
        case Paragraph() | Heading():
            yield plain_text(node.inlines)
        case Figure():
            yield " ".join((plain_text(node.caption), node.credit or "")).strip()
        case Table():
            yield plain_text(node.caption)
        case DefinitionList():
            yield from (plain_text(definition.term) for definition in node.definitions)
        case Verse():
            yield from map(plain_text, node.lines)
        case CodeBlock():
            yield node.text
        case _:
            return


def is_approved(bulletin: Bulletin, record: bytes | None, release: bool, report: Report) -> bool:
    """Whether *record* approves this very content; a finding says what is missing, a WithheldError with *release*."""
    approved = read_approval(record) if record else None
    if approved and approved.sha256 == fingerprint(bulletin):
        return True
    hint = "run `publisher approve DIR --by NAME` when it has been read"
    if release:
        why = f"was changed after {approved.by} had approved it" if approved else "has not been approved"
        raise WithheldError(f"the content {why}", f"{hint}, or build a draft without --release")
    if approved is None:
        report.add("approval.missing", "nobody has approved the content; the files are a draft", hint=hint)
    else:
        _tell_changes(bulletin, approved, hint, report)
    return False


def _tell_changes(bulletin: Bulletin, approved: Approval, hint: str, report: Report) -> None:
    """A finding for each change of the words since the approval, or one where only structure or settings changed."""
    old, new = approved.words, tuple(lines(bulletin))
    changes = [
        change
        for change in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if change[0] != "equal"
    ]
    after = f"after {approved.by} had approved it"
    for _, first, last, start, end in changes[:MOST]:
        before, now = "\n".join(old[first:last]), "\n".join(new[start:end])
        what = "added" if not before else "taken out" if not now else "changed"
        message = f"a passage was {what} {after}; the files are a draft again"
        report.add("approval.void", message, Where(file=APPROVAL), hint, before, now)
    if len(changes) > MOST or not changes:
        more = f"{len(changes) - MOST} more passages were" if changes else "structure or settings, though no word, was"
        report.add("approval.void", f"{more} changed {after}", Where(file=APPROVAL), hint)
