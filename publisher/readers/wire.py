"""Plain news copy, as wires and desks send it."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Paragraph, Text
from publisher.normalise.characters import clean_characters
from publisher.normalise.credit import credit_agency
from publisher.normalise.dateline import part_dateline
from publisher.normalise.encoding import decode
from publisher.normalise.headline import take_headline
from publisher.normalise.layout import Passage, lay_out
from publisher.report import Finding, Report, Where

Step = Callable[[Article, Report], Article]

STEPS: tuple[Step, ...] = (take_headline, part_dateline, credit_agency)


def read_wire(source: Source, _media: Media, report: Report) -> tuple[Article, ...]:
    """The one article that *source* holds, none if it is empty; SourceError if it is no text.

    Plain copy holds no pictures.
    """
    text = clean_characters(decode(source, report).text, source.name, report)
    passages = lay_out(text, source.name, report)
    if not passages:
        hint = "write the text into the file, or take it out of the folder"
        report.add("structure.empty", f"{source.name} holds no text", Where(source.name), hint)
        return ()
    article = Article(Metadata(), tuple(Paragraph((Text(passage.text),)) for passage in passages))
    found = Report()
    for step in STEPS:
        article = step(article, found)
    report.extend(_placed(finding, source.name, passages) for finding in found.findings)
    return (article,)


def _placed(finding: Finding, file: str, passages: Sequence[Passage]) -> Finding:
    """*finding* with the file, which steps on articles don't know, and the line where what it quotes begins."""
    quoted = finding.before
    line = next((passage.line for passage in passages if quoted and passage.text.startswith(quoted)), None)
    return replace(finding, where=replace(finding.where, file=file, line=line))
