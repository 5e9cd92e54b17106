"""Date stamps: a date, with or without time and label, on a line of its own near the head of a text."""

import regex
from msgspec.structs import replace

from publisher.metadata import Dateline, Metadata
from publisher.model import Article, Block, Paragraph, Role
from publisher.normalise.datelines.dates import Date, read_date_and_time
from publisher.normalise.story.furniture import is_site
from publisher.normalise.story.openings import text_of
from publisher.normalise.story.sentences import has_full_stop
from publisher.normalise.words.agencies import agency_named
from publisher.report import Report

# Words before a date that say what it is the date of.
LABELS = (
    "published(?: on| at)?|publication date|posted(?: on)?|updated(?: on)?|last updated|last modified|date|dated|"
    "created|issued|release date|"
    "veröffentlicht(?: am)?|aktualisiert(?: am)?|stand|datum|erstellt|publié(?:e)?(?: le)?|mis(?:e)? à jour(?: le)?|"
    "modifié le|le|date de publication|"
    "publicado(?: el| em)?|actualizado(?: el)?|fecha|atualizado em|data|pubblicato(?: il)?|aggiornato(?: il)?|"
    "gepubliceerd(?: op)?|bijgewerkt|"
    "publiceret|opdateret|publisert|oppdatert|publicerad|uppdaterad|julkaistu|päivitetty|dato|opublikowano|"
    "aktualizacja|data publikacji|publikováno|vydáno|aktualizováno|publikované|"
    "objavljeno|ažurirano|publicat(?:ă)?(?: la)?|actualizat|megjelent|frissítve|yayın(?:lanma)? tarihi|güncelleme|"
    "tarih|"
    "опубликовано|дата(?: публикации)?|обновлено|размещено|создано|опубліковано|оновлено|публикувано|обновена|"
    "жарияланды|жарияланған(?: күні)?|күні|жаңартылды|kúni|jarııalandy|"
    "δημοσίευση|δημοσιεύτηκε|ενημέρωση|نشر(?: في| بتاريخ)?|تاريخ النشر|تاريخ|آخر تحديث|تاریخ انتشار|פורסם(?: ב)?|"
    "עודכן|发布时间|发表时间|发布日期|时间|日期|更新|公開|公開日|更新日|掲載日|入力|입력|등록|수정|"
    "เผยแพร่|วันที่|ngày đăng|ngày|diterbitkan|tanggal|imechapishwa"
)
#: Blocks at the head that may hold one, and at the end.
FIRST, LAST = 8, 2
LONGEST = 90
#: Above such a paragraph the head ends.
LEDE = 160

_LABEL = regex.compile(rf"[\W_]*+(?:{LABELS})\s*[:：]?\s+|[\W_]*+(?:{LABELS})[:：]\s*", regex.IGNORECASE)


# What parts the dates of a line from each other, from the time and the source.
_PARTS = regex.compile(
    r"\s+[-–—|·•/]\s+|[,;]\s+(?=\p{Ll})|\s+(?=(?:Quelle|Source|Fuente|Fonte|来源|來源|Источник)\s?[:：])"
)
_SOURCE = regex.compile(r"(?:Quelle|Source|Fuente|Fonte|来源|來源|Источник)\s?[:：]\s*", regex.IGNORECASE)
_HOUR = regex.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?|uhr|h)?\s?(?:\(?[A-Z]{2,4}\)?)?(?:\s?\([^()]{1,20}\))?",
    regex.IGNORECASE,
)


def take_date_stamps(article: Article, report: Report) -> Article:
    """*article* with the date of a line in its head, or of its last lines, in the metadata, not in the body."""
    dates: list[Date] = []
    raws: list[str] = []
    taken: list[str] = []
    kept: list[Block] = []
    limit = _head_ends(article.body)
    for at, block in enumerate(article.body):
        is_near = at < limit or at >= max(1, len(article.body) - LAST)
        text = text_of(block) if is_near and isinstance(block, Paragraph) and block.role is Role.BODY else ""
        date = read_stamp(text, article.metadata.language)
        if date is None or len(article.body) < 2:
            kept.append(block)
            continue
        taken.append(text)
        dates.append(date)
        label = _LABEL.match(text) if read_date_and_time(text) is None else None
        raws.append(text[label.end() :] if label else text)
    if not dates or not kept:
        return article
    for text in taken:
        message = "a line with the date was taken out of the text; the date is in the metadata"
        report.add("structure.date-line", message, before=text, after="")
    best = max(range(len(dates)), key=lambda number: (dates[number].has_year, number))
    return Article(dated(article.metadata, dates[best], raws[best]), tuple(kept))


def _head_ends(body: tuple[Block, ...]) -> int:
    texts = list(map(text_of, body[:FIRST]))
    # A page's title may be as long as a paragraph.
    lede = next((at for at, text in enumerate(texts) if len(text) >= LEDE and (at or has_full_stop(text))), FIRST)
    return min(FIRST, lede)


def read_stamp(text: str, language: str | None) -> Date | None:
    """The date that a line consists of, whatever label it bears; a bare weekday is none.

    It may stand beside another date, the time, and who published it: “ANI | Updated: May 05, 2024 10:22 IST”.
    """
    if not text or len(text) > LONGEST * 2 or not any(map(str.isdigit, text)):
        return None
    text = text.strip(" ()[]|·•*=-–—")
    if len(text) <= LONGEST and (date := _read_one(text, language)):
        return date
    parts = _PARTS.split(text)
    dates = [_read_one(part, language) for part in parts if not _is_beside(part)]
    return dates[0] if len(parts) > 1 and dates and all(dates) else None


def _read_one(text: str, language: str | None) -> Date | None:
    date = read_date_and_time(text, language)
    if date is None and (label := _LABEL.match(text)):
        date = read_date_and_time(text[label.end() :], language)
    return date if date and (date.iso or text.count("/") == 2) else None


def _is_beside(part: str) -> bool:
    """Whether *part* of a line says when on that day, or who published."""
    bare = _SOURCE.sub("", part).strip()
    return bool(_HOUR.fullmatch(bare) or agency_named(bare) or is_site(bare))


def dated(metadata: Metadata, date: Date, raw: str) -> Metadata:
    """*metadata* with *date*, where the dateline has none, and as the day the text was made if it has a year."""
    known = metadata.dateline or Dateline("")
    dateline = known if known.date else replace(known, date_raw=known.date_raw or raw, date=date.iso)
    first = metadata.first_created or (date.iso if date.has_year else None)
    return replace(metadata, dateline=dateline, first_created=first)
