"""Articles and settings bound into a bulletin."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from publisher.embargo import latest
from publisher.formats import Source
from publisher.identity import slug, urn
from publisher.metadata import BulletinMetadata, Creditline, Metadata, Sender
from publisher.model import Article, Block, Bulletin, Paragraph, Role, Section, Text
from publisher.normalise.language.detection import DEFAULT_LANGUAGE
from publisher.normalise.marks.typography import polish_head
from publisher.normalise.story.headline import stand_in
from publisher.report import Report, Where
from publisher.settings import Settings, SourceSettings
from publisher.walk import plain_text
from publisher.words import has_words, words_for


class Reading(NamedTuple):
    """A source and the articles it gave."""

    source: Source
    articles: tuple[Article, ...]


def bind(readings: Sequence[Reading], settings: Settings, report: Report) -> Bulletin:
    """The bulletin: the editor's words laid over the copy's, articles gathered into sections."""
    bound = [
        (reading.source.section, _edited(article, reading.source, settings, report))
        for reading in readings
        for article in reading.articles
    ]
    articles = [article for _, article in bound]
    return Bulletin(_metadata(settings, articles, report), _sections(bound))


def _sections(bound: Iterable[tuple[str | None, Article]]) -> tuple[Section, ...]:
    """Articles under their sections' titles, in the order the titles first occur."""
    gathered: dict[str | None, list[Article]] = {}
    for title, article in bound:
        gathered.setdefault(title, []).append(article)
    return tuple(Section(tuple(articles), title) for title, articles in gathered.items())


def _metadata(settings: Settings, articles: list[Article], report: Report) -> BulletinMetadata:
    language = settings.language or _commonest(articles) or DEFAULT_LANGUAGE
    title = settings.title or words_for(language).bulletin
    number = str(settings.number) if settings.number is not None else None
    _tell_what_is_open(settings, language, title, report)
    return BulletinMetadata(
        title=title,
        language=language,
        identifier=settings.identifier or urn(title, number, language),
        slug=settings.slug or slug(title, number, language),
        subtitle=settings.subtitle,
        number=number,
        date=settings.date,
        publisher=settings.publisher,
        contact=settings.contact,
        rights=settings.rights,
        authors=tuple(dict.fromkeys(name for article in articles for name in _authors(article.metadata))),
        keywords=settings.keywords,
        senders=tuple(
            Sender(sender.name, sender.language or language, sender.address) for sender in settings.letterhead.sender
        ),
        release_line=settings.letterhead.release_line,
        embargoed_until=latest(
            (
                settings.embargoed_until.isoformat() if settings.embargoed_until else None,
                *(article.metadata.embargoed_until for article in articles),
            )
        ),
    )


def _commonest(articles: list[Article]) -> str | None:
    """The language of most articles."""
    languages = Counter(article.metadata.language for article in articles if article.metadata.language)
    return languages.most_common(1)[0][0] if languages else None


def _authors(metadata: Metadata) -> tuple[str, ...]:
    """Who wrote it: the byline's names, or else the agency that is credited."""
    if metadata.by:
        return metadata.by
    return (metadata.creditline.name,) if metadata.creditline else ()


def _tell_what_is_open(settings: Settings, language: str, title: str, report: Report) -> None:
    where = Where(file="bulletin.toml")
    if not settings.language:
        report.add(
            "bulletin.no-language",
            f"no language is set; {language} is taken",
            where,
            'say language = "kk", for example',
        )
    if not settings.title:
        report.add("bulletin.no-title", f"no title is set; “{title}” is taken", where, 'say title = "…"')
    if not settings.date:
        report.add("bulletin.no-date", "no date is set; none is printed", where, "say date = 2026-11-24, for example")
    if not has_words(language):
        report.add(
            "bulletin.words",
            f"there are no furniture words for {language}; English ones are taken",
            where,
            "a table in publisher/words.toml adds a language",
        )


#: What the editor may say of a text under the same name as the copy itself.
SAID = (
    "headline",
    "kicker",
    "standfirst",
    "pull_quote",
    "slugline",
    "urgency",
    "copyright_notice",
    "usage_terms",
    "pub_status",
    "keywords",
    "subjects",
    "ed_note",
)


def _edited(article: Article, source: Source, settings: Settings, report: Report) -> Article:
    """The article with what the editor says of it, its language, and its pull quote set in."""
    where = Where(file=source.name)
    said = said_over(article.metadata, settings.source.get(source.name, SourceSettings()))
    known = msgspec.structs.replace(said, language=said.language or settings.language or DEFAULT_LANGUAGE)
    metadata = polish_head(known, settings.normalise, where, report)
    if not metadata.headline:
        report.add(
            "structure.no-headline",
            f"the copy has no headline; “{stand_in(article.body)}” serves in contents and heads",
            where,
            f'say headline = "…" under [source."{source.name}"] in bulletin.toml',
        )
    return Article(metadata, _with_pull_quote(article.body, metadata.pull_quote, where, report))


def said_over(found: Metadata, said: SourceSettings) -> Metadata:
    """What is known of an article: the editor's word before the copy's."""
    return msgspec.structs.replace(
        found,
        language=said.language or found.language,
        embargoed_until=said.embargoed_until.isoformat() if said.embargoed_until else found.embargoed_until,
        by=_names(said.by) or found.by,
        creditline=Creditline(said.creditline, "settings") if said.creditline else found.creditline,
        **{name: getattr(said, name) or getattr(found, name) for name in SAID},
    )


def _names(by: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (by,) if isinstance(by, str) else (by or ())


def _with_pull_quote(body: tuple[Block, ...], quote: str | None, where: Where, report: Report) -> tuple[Block, ...]:
    """The body with its pull quote at the paragraph end nearest the middle, if it is a verbatim piece."""
    if not quote:
        return body
    paragraphs = [plain_text(block.inlines) for block in body if isinstance(block, Paragraph)]
    if not any(_is_piece(quote, text) for text in paragraphs):
        report.add(
            "pull-quote.not-verbatim",
            f"the pull quote “{quote}” is no verbatim piece of the text",
            where,
            "copy it from the text word for word; show a cut by “…”",
        )
        return body
    middle = _middle(body)
    return (*body[:middle], Paragraph((Text(quote),), role=Role.PULL_QUOTE), *body[middle:])


def _is_piece(quote: str, text: str) -> bool:
    """Whether the parts of *quote* between “…” stand in *text*, in order and at word bounds."""
    parts = [part.strip(" \"'") for part in _folded(quote).split("…")]
    pattern = r"\b.*?\b".join(re.escape(part) for part in parts if part)
    return bool(pattern) and re.search(rf"(?<!\w){pattern}(?!\w)", _folded(text), re.DOTALL) is not None


def _folded(text: str) -> str:
    """*text* with every quotation mark, apostrophe and blank as a typewriter has it: they depend on what is around."""
    return text.translate(_TYPEWRITER)


_TYPEWRITER = str.maketrans(
    {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚‹›", "'"), "\u00a0": " ", "\u202f": " "}
)


def _middle(body: tuple[Block, ...]) -> int:
    """The block boundary nearest to half of the article's characters, never before the first block."""
    sizes = [len(plain_text(block.inlines)) if isinstance(block, Paragraph) else 0 for block in body]
    half, passed, best = sum(sizes) / 2, 0, 1
    for number, size in enumerate(sizes, 1):
        passed += size
        if abs(passed - half) < abs(sum(sizes[:best]) - half):
            best = number
    return best
