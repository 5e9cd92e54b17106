"""Bylines: By X and Y, Agency · Von X · Автор: X · （记者X） · a bare name between headline and lede."""

import re
from collections.abc import Sequence

import regex
from msgspec.structs import replace

from publisher.metadata import Creditline, Dateline, Metadata
from publisher.model import Article, Paragraph, Role
from publisher.normalise.story.kickers import WORDS_OF_NO_PLACE
from publisher.normalise.story.names import LONGEST, Signed, is_name, is_organisation, is_title, read_names
from publisher.normalise.story.openings import opens_with_dateline, text_of
from publisher.normalise.story.sections import read_section
from publisher.normalise.story.sentences import has_full_stop
from publisher.normalise.words.agencies import agency_named
from publisher.report import Report

# Words before a name that make a line a byline, where names and nothing else follow.
BY = (
    "by|story by|report by|reported by|written by|text by|words by|compiled by|from|von|bericht von|aus .{3,20} von|"
    "par|propos recueillis par|de notre correspondante?|"
    "por|texto de|di|a cura di|door|van onze|af|av|skrevet af|skrevet av|kirjoittanut|napsala?|napisała?|od|shkruan|"
    "írta|scris de|de|"
    "oleh|na|theo|bởi|ni|του|της|των"
)
# The same, with a colon or stroke, whatever “and date” stands in between.
AUTHORS = (
    "authors?|writers?|reporters?|autor(?:en|in|innen|es|as|a|i|ii|y|ky|ka)?|auteure?s?|autor[ie]|редактор|авторы?|"
    "автори|автор(?:ка)?|аўтар|текст|мәтін(?:і)?|"
    "дайындаған|avtor(?:y|lar|ı)?|text(?:e|o|ul)?|tekst(?:i)?|testo|yazar|yazan|haber|muhabir|teksti ja kuvat|"
    "szerző|συντάκτης|συντάκτρια|του|της|"
    "作者|撰文|文|采写|记者|記者|取材・文|기자|글|כתב(?:ה|ת)?|מאת|بقلم|كتب(?:ت)?|تقرير|إعداد|نویسنده|ผู้เขียน|"
    "เขียนโดย|tác giả|bài|"
    "penulis|reporter|लेखक|संवाददाता"
)
#: The first blocks, in which bylines stand.
BLOCKS = 10
#: A paragraph of that length is the story's own: below it nobody signs.
LEDE = 160
LONGEST_BARE = 60
#: The last blocks, in which somebody may sign, too.
LAST = 3

_BY = regex.compile(rf"[\W_]*+(?:(?i:{BY})\s*:?\s+|By(?=[A-Z][a-z]+\s[A-Z]))(?P<names>\S.*)", regex.DOTALL)
_AUTHORS = regex.compile(
    rf"[\W_]*+(?:{AUTHORS})(?:\s(?:and|und|et|y|и|та|және|jáne|ve)\s[\p{{L}}]+)?\s*[:：/／]\s*(?P<names>\S.*)",
    regex.IGNORECASE | regex.DOTALL,
)
_UNMARKED_AUTHORS = regex.compile(r"(?:מאת|بقلم|كتبت?)\s+(?P<names>[\p{Hebrew}\p{Arabic}].*)")
_CHINESE = regex.compile(
    r"[（(]?(?:[\p{Han}]{2,6})?(?:实习)?[记記]者\s*(?P<names>[\p{Han}·\s、，,]{2,40}?)[）)]?(?:[报報]道|[摄攝影]+)?"
)
_KOREAN = regex.compile(r"(?P<names>\p{Hangul}{2,4})\s(?:특파원|기자|인턴기자)(?:\s*=)?")
_PHOTO_CREDIT = re.compile(r"\(c\)\s?(?P<agency>\w{2,12})\s?/\s?(?P<names>.{3,60})", re.IGNORECASE)
_MARK = re.compile(r"[!?;\"“”„«»…]")
_WORDS = regex.compile(r"[\p{L}\p{M}'’-]+")


def take_byline(article: Article, report: Report) -> Article:
    """*article* with those who sign it in the metadata, and their lines out of the body.

    Job titles and agencies below a name go with it; a generic byline (By a staff reporter) counts only where
    nobody is named.
    """
    if article.metadata.by:
        return article
    found: dict[int, Signed] = {}
    texts = [text_of(block) for block in article.body[: BLOCKS + 1]]
    for at, text in enumerate(texts[:BLOCKS]):
        if at and read_section(text):
            break
        if not _may_sign(article, at):
            continue
        is_below_lede = any(len(above) >= LEDE and has_full_stop(above) for above in texts[:at])
        if is_below_lede and not any(map(opens_with_dateline, texts[at + 1 :])):
            break
        signed = read_byline(text) or _below(text, found.get(at - 1))
        if signed := signed or (None if is_below_lede else _bare(article, at, texts)):
            found[at] = signed
    found = found or _at_the_end(article)
    if not found:
        return article
    metadata = _signed(article.metadata, list(found.values()))
    _tell(found, article, metadata.by, report)
    body = tuple(block for at, block in enumerate(article.body) if at not in found)
    return Article(metadata, body)


def _at_the_end(article: Article) -> dict[int, Signed]:
    """Who signs in one of the last lines, with a label: Автор: …, Muhabir: …; or with an agency: Ilse Sample/TT."""
    for at in range(len(article.body) - 1, max(0, len(article.body) - 1 - LAST), -1):
        block, text = article.body[at], text_of(article.body[at])
        if not (_may_sign(article, at) or block.role is Role.SIGNATURE) or len(text) > LONGEST_BARE:
            continue
        labelled = read_byline(text) if ":" in text or "：" in text else None
        name, _, agency = text.partition("/")
        signed = labelled or (Signed((name.strip(),), agency_named(agency)) if agency_named(agency) else None)
        if signed and signed.names and all(" " in who and is_name(who) for who in signed.names):
            return {at: signed}
    return {}


def _may_sign(article: Article, at: int) -> bool:
    block = article.body[at]
    return isinstance(block, Paragraph) and block.role in (Role.BODY, Role.BYLINE)


def read_byline(text: str) -> Signed | None:
    """Who signs in *text*, if it is a line that says so in words."""
    if len(text) > LONGEST or (has_full_stop(text) and not text.rstrip().endswith(("r.", "p.", ")."))):
        return None
    if photo := _PHOTO_CREDIT.fullmatch(text):
        signed = read_names(photo["names"])
        return signed._replace(agency=photo["agency"]) if signed and signed.names else None
    for pattern in (_AUTHORS, _BY, _UNMARKED_AUTHORS):
        if (match := pattern.fullmatch(text)) and (signed := read_names(match["names"])):
            # “By Friday” and “Di Maria” are no bylines, “Autor: Banksy” is.
            signed = _without_place(signed)
            is_full = all(" " in name for name in signed.names)
            return signed if is_full or pattern is _AUTHORS else None
    if match := _CHINESE.fullmatch(text) or _KOREAN.fullmatch(text):
        names = tuple(filter(None, re.split(r"[\s、，,]+", match["names"])))
        return Signed(names) if names and all(2 <= len(name) <= 12 for name in names) else None
    return None


def _without_place(signed: Signed) -> Signed:
    """*signed* without the town behind a full name: Von Ilse Sample, Riverton."""
    first, *rest = signed.names or ("",)
    is_town_last = len(rest) == 1 and " " in first and " " not in rest[0]
    return signed._replace(names=(first,)) if is_town_last else signed


def _below(text: str, above: Signed | None) -> Signed | None:
    """What the line below a byline says of whoever signs: a job, an agency."""
    if above is None or len(text) > LONGEST_BARE or has_full_stop(text):
        return None
    signed = read_names(text)
    if signed and not signed.names:
        return signed
    # The Riverton Courier (TNS)
    paper, _, rest = text.partition(" (")
    agency = agency_named(rest.rstrip(")"))
    return Signed((), agency) if agency and is_organisation(paper) else None


def _bare(article: Article, at: int, texts: Sequence[str]) -> Signed | None:
    """Who signs with nothing but a name: below the headline, or above a dateline.

    The name of whoever writes a story hardly ever occurs in it, and its words never in small letters.
    """
    text = texts[at]
    following = texts[at + 1] if at + 1 < len(texts) else ""
    if not following or len(text) > LONGEST_BARE or _MARK.search(text) or any(map(str.isdigit, text)):
        return None
    signed = read_names(text)
    if not signed or not signed.names or not all(2 <= len(name.split()) <= 4 for name in signed.names):
        return None
    # In capitals it may be a headline, and without any, in Arabic or Korean, nothing tells a name.
    if text == text.lower() or (at == 0 and text.isupper()):
        return None
    is_below_head = at and _has_headline(article, at)
    if not (opens_with_dateline(following) or (is_below_head and _follows_a_name(following, text))):
        return None
    words = [word for name in signed.names for word in _WORDS.findall(name)]
    if not WORDS_OF_NO_PLACE.isdisjoint(word.casefold() for word in words):
        return None
    return None if _occur(words, article, at) else signed


def _follows_a_name(text: str, name: str) -> bool:
    """Whether *text*, below *name*, is longer as paragraphs are, or says what that person is."""
    return len(text) >= len(name) * 2 or is_title(text)


def _has_headline(article: Article, at: int) -> bool:
    """Whether a headline stands above the block *at*, or is known."""
    return article.metadata.headline is not None or (at > 0 and not has_full_stop(text_of(article.body[0])))


def _occur(words: Sequence[str], article: Article, at: int) -> bool:
    """Whether one of *words* occurs elsewhere in the text, as it is written or in small letters."""
    names = {word for word in words if len(word) > 3} | {word.lower() for word in words if len(word) > 2}
    # The last line may say it again: “Ilse Sample covers the river.”
    body = article.body[: min(200, max(at + 4, len(article.body) - 1))]
    return any(
        not names.isdisjoint(_WORDS.findall(text_of(block))) for number, block in enumerate(body) if number != at
    )


def _signed(metadata: Metadata, found: Sequence[Signed]) -> Metadata:
    """*metadata* with all that the lines of a byline say."""
    names = tuple(dict.fromkeys(name for signed in found for name in signed.names))
    generic = next((signed.generic for signed in found if signed.generic), None)
    agency = next((signed.agency for signed in found if signed.agency), None)
    date = next((signed.date for signed in found if signed.date), None)
    return replace(
        metadata,
        by=names or ((generic,) if generic and not agency else (generic,) if generic and " " in generic else ()),
        creditline=metadata.creditline or (Creditline(agency, "byline") if agency else None),
        dateline=metadata.dateline or (Dateline("", date=date, date_raw=date) if date else None),
    )


def _tell(found: dict[int, Signed], article: Article, by: Sequence[str], report: Report) -> None:
    told: set[str] = set()
    for at, signed in found.items():
        names = [name for name in (*signed.names, signed.generic or "") if name in by and name not in told]
        told.update(names)
        message = "a byline was taken out of the text; it is printed below the headline"
        report.add("structure.byline", message, before=text_of(article.body[at]), after=", ".join(names))
