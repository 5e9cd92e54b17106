"""Nothing lost, nothing invented: every output's words against the model's.

DOCX and EPUB are compared to the letter, block by block. Drawn pages are compared after what drawing does
to words is undone on both sides (ligatures, break hyphens, blanks, capitals); see `drawn`.
"""

from collections.abc import Iterator, Sequence

from publisher.formats import Artifact, Format
from publisher.model import Bulletin
from publisher.normalise.story.headline import stand_in
from publisher.preflight.drawn import compare_pages
from publisher.preflight.extraction import Streams, docx_streams, epub_streams, pdf_pages
from publisher.preflight.furniture import Furniture, furniture
from publisher.preflight.ninjs import ninjs_streams
from publisher.preflight.segments import Segment, Words, article_words
from publisher.preflight.spoken import spoken
from publisher.report import Finding, Where, finding
from publisher.theme.tokens import Role, Theme

#: A finding shows this many characters of the words it speaks of.
SAMPLE = 60
#: Articles whose headlines stand on a cover.
COVER_HEADLINES = 4
OUR_FAULT = "this is a fault of the program; please report it with the text"


def compare(artifact: Artifact, bulletin: Bulletin, theme: Theme) -> Iterator[Finding]:
    """A finding for every segment that *artifact* lacks and for all words it has beyond the model's."""
    words = [article_words(article, f"a{n}", theme) for n, article in enumerate(bulletin.articles, 1)]
    around = furniture(bulletin, theme)
    match artifact.format:
        case Format.PRINT | Format.SCREEN:
            sequence = [*_front(bulletin, theme), *_with_titles(bulletin, words, theme)]
            lost, invented = compare_pages(pdf_pages(artifact.data), sequence, around, bulletin.metadata.language)
            if artifact.format is Format.SCREEN:
                yield from _aloud(artifact, sequence, around, bulletin.metadata.language)
        case Format.DOCX:
            # Word's notes call no others: those that do have them set at their ends.
            words = [Words(article.text, tuple(article.nested())) for article in words]
            lost, invented = _compare_streams(docx_streams(artifact.data), words, around, bulletin)
        case Format.EPUB:
            lost, invented = _compare_streams(epub_streams(artifact.data), words, around, bulletin)
        case Format.NINJS:
            # An item's own fields say what furniture says in print.
            lost, invented = _compare_streams(ninjs_streams(artifact.data), words, Furniture(around.words), bulletin)
    yield from _told(artifact.name, lost, invented)


def _told(name: str, lost: Sequence[Segment], invented: Sequence[str]) -> Iterator[Finding]:
    for segment in lost:
        yield finding(
            "fidelity.lost",
            f"{name} lacks, or has elsewhere: “{_sample(segment.text)}”",
            Where(file=name, article=segment.article),
            OUR_FAULT,
        )
    for stray in invented:
        yield finding(
            "fidelity.invented",
            f"{name} has words that the copy hasn't: “{_sample(stray)}”",
            Where(file=name),
            OUR_FAULT,
        )


def _aloud(artifact: Artifact, sequence: Sequence[Words], around: Furniture, language: str) -> Iterator[Finding]:
    """A finding for every segment that who listens doesn't hear, or hears in another place than it has."""
    unheard, _ = compare_pages((spoken(artifact.data),), sequence, around, language, aloud=True)
    for segment in unheard:
        message = f"{artifact.name}, read aloud, lacks or has elsewhere: “{_sample(segment.text)}”"
        yield finding("pdf.ua-order", message, Where(file=artifact.name, article=segment.article), OUR_FAULT)


def _sample(words: str) -> str:
    return words if len(words) <= SAMPLE else words[:SAMPLE] + "…"


def _front(bulletin: Bulletin, theme: Theme) -> list[Words]:
    """What stands before the articles on drawn pages: a letterhead's senders, the title, cover headlines, contents."""
    number, metadata, roles = len(bulletin.articles), bulletin.metadata, theme.role
    is_covered = number >= theme.form.cover_from
    titles = [article.metadata.headline or stand_in(article.body) for article in bulletin.articles]
    front: list[tuple[str, Role]] = []
    if theme.form.opening == "letterhead" and not is_covered:
        for sender in metadata.letterhead:
            front += [(sender.name, roles.sender), *((line, roles.address) for line in sender.address)]
    front.append((theme.marks.masthead or metadata.title, roles.cover_title if is_covered else roles.masthead))
    if is_covered:
        for article, title in list(zip(bulletin.articles, titles, strict=True))[:COVER_HEADLINES]:
            front += [(article.metadata.kicker, roles.kicker)] if article.metadata.kicker else []
            front.append((title, roles.headline))
    if number >= min(theme.form.contents_from, theme.form.cover_from):
        front += _entries(bulletin, titles, theme)
    return [_line(words, role, "contents") for words, role in front]


def _entries(bulletin: Bulletin, titles: Sequence[str], theme: Theme) -> Iterator[tuple[str, Role]]:
    rest = iter(titles)
    for section in bulletin.sections:
        if section.title:
            yield section.title, theme.role.section_title
        for _ in section.articles:
            yield next(rest), theme.role.contents_entry


def _with_titles(bulletin: Bulletin, words: Sequence[Words], theme: Theme) -> Iterator[Words]:
    """The articles' words, each section's title before its first article."""
    rest = iter(words)
    for section in bulletin.sections:
        if section.title:
            yield _line(section.title, theme.role.section_title, "section")
        for _ in section.articles:
            yield next(rest)


def _line(words: str, role: Role, name: str) -> Words:
    return Words((Segment(name, (words,), len(words) * role.capitals),), ())


def _compare_streams(
    streams: Streams, words: Sequence[Words], around: Furniture, bulletin: Bulletin
) -> tuple[list[Segment], list[str]]:
    """(lost, invented) for a file that keeps its blocks: equal to the letter, in order."""
    text = [segment for article in words for segment in article.text]
    notes = [segment for article in words for note in article.notes for segment in note]
    lost_text, stray_text = _align(text, streams.text)
    lost_notes, stray_notes = _align(notes, streams.notes)
    headlines = {article.metadata.headline or stand_in(article.body) for article in bulletin.articles}
    kickers = {article.metadata.kicker or "" for article in bulletin.articles}
    strays = [
        *(stray for stray in (*stray_text, *stray_notes) if not around.explains(stray)),
        *(stray for stray in streams.around if not around.explains(stray, headlines | kickers)),
    ]
    shown = "\n".join((*streams.text, *streams.around))
    missing = [Segment("furniture", (words_,)) for words_ in around.required if words_ not in shown]
    return [*lost_text, *lost_notes, *missing], strays


def _align(segments: Sequence[Segment], blocks: Sequence[str]) -> tuple[list[Segment], list[str]]:
    """Segments that are not among *blocks* in order, and the blocks that no segment accounts for."""
    lost: list[Segment] = []
    strays: list[str] = []
    cursor = 0
    places: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        places.setdefault(block, []).append(number)
    for segment in segments:
        at = next((place for place in places.get(segment.text, ()) if place >= cursor), None)
        if at is None:
            lost.append(segment)
            continue
        strays += blocks[cursor:at]
        cursor = at + 1
    return lost, [*strays, *blocks[cursor:]]
