"""The credit in running text: an agency that tells the story names itself in its lede or at its end."""

import re

from msgspec.structs import replace

from publisher.metadata import Creditline
from publisher.model import Article, Paragraph, Role
from publisher.normalise.words.agencies import SELF_CREDITING_NAMES, agency_named
from publisher.report import Report, Where
from publisher.walk import plain_text

# Verbs of telling before the agency (“передает МИА «Казинформ»”) and after it (“Kazinform reports”).
TELLS = (
    "reported|reports|report|informs|передает|передаёт|передают|сообщает|сообщил|сообщила|сообщило|сообщают"
    "|информирует|пишет|повідомляє|повідомила|передає|інформує|пише|хабарлайды|хабарлады|habarlaıdy|habarlaidy"
    "|habarlaydy|habarlady|transmite|comunică"
)
# What may stand between verb and agency, or after the agency: its kind, its reporter.
KINDS = (
    "the|a|our|news|international|state|agency|agency's|correspondent|reporter"
    "|МИА|ИА|НИА|НА|агентство|агентства|информагентство|информационное|международное|новостное"
    "|корреспондент|корреспонденты|собкор|кореспондент|кореспондентка|агенція|інформагентство"
    "|ХАА|ақпарат|агенттігі|агенттігінің|тілшісі|aqparat|agenttigi|agenttiginiń|tilshisi|agenția"
)
# Words that lead up to the credit where no comma does.
LEADS = "as|как|як|об этом|про це|о чем|бұл туралы|деп|dep|bul týraly"
# What follows a credit that still is one: the agency's own source.
SOURCES = "citing|quoting|with reference|referring|со ссылкой|ссылаясь|із посиланням|з посиланням|посилаючись"

# A lede is no longer; what goes on and on is searched no further.
LONGEST = 2000

_LEAD = rf"(?:[,–—-]\s*|\b(?:{LEADS})\s+)"
_KINDS = rf"(?:(?:{KINDS})\s+){{0,4}}"
_NAME = rf"[«“„\"]?(?P<name>{'|'.join(sorted(map(re.escape, SELF_CREDITING_NAMES), key=len, reverse=True))})\b[»”“\"]?"
_END = rf"(?=\s*(?:[.;!?…)»”\"]|\Z)|,?\s(?:{SOURCES})\b|\s[^.!?]{{0,100}}\bсілтеме\b)"
_CREDITS = (
    re.compile(rf"{_LEAD}(?:{TELLS})\s+{_KINDS}{_NAME}(?:\s(?:{KINDS})){{0,4}}{_END}", re.IGNORECASE),
    re.compile(rf"{_LEAD}{_KINDS}{_NAME}(?:\s(?:{KINDS})){{0,4}}\s(?:{TELLS}){_END}", re.IGNORECASE),
)


def credit_agency(article: Article, report: Report) -> Article:
    """*article* with the agency credited that its lede or last paragraph names as the teller of the story.

    The text stays as it is; an agency that the dateline or the settings name comes first.
    """
    paragraphs = [block for block in article.body if isinstance(block, Paragraph) and block.role is Role.BODY]
    if article.metadata.creditline or not paragraphs:
        return article
    lede, end = (plain_text(paragraph.inlines) for paragraph in (paragraphs[0], paragraphs[-1]))
    for part, text in (("first paragraph", lede[:LONGEST]), ("last paragraph", end[-LONGEST:])):
        if name := find_credit(text):
            report.add("structure.creditline", f"{name} is credited in the text", Where(part=part))
            return replace(article, metadata=replace(article.metadata, creditline=Creditline(name, "text")))
    return article


def find_credit(text: str) -> str | None:
    """The agency that *text* names as the one who tells it, as that agency writes itself."""
    for credit in _CREDITS:
        for match in credit.finditer(text):
            if not match["name"][0].islower():
                return agency_named(match["name"])
    return None
