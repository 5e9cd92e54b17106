"""Plain news copy, as wires and desks send it."""

from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article
from publisher.normalise.datelines.dateline import part_dateline
from publisher.normalise.datelines.stamp import take_date_stamps
from publisher.normalise.layout.blocks import lay_out, lay_out_plainly
from publisher.normalise.rules import ALL, Rules
from publisher.normalise.steps import FINISHING, Steps, carried_out, settled, unruled
from publisher.normalise.story.byline import take_byline
from publisher.normalise.story.credit import credit_agency
from publisher.normalise.story.endmatter import part_end_matter
from publisher.normalise.story.flags import take_flags
from publisher.normalise.story.footnotes import set_footnotes
from publisher.normalise.story.furniture import take_furniture
from publisher.normalise.story.headline import drop_repeats, take_headline
from publisher.normalise.story.releasehead import take_head_contacts
from publisher.normalise.story.standfirst import take_kicker, take_standfirst
from publisher.normalise.story.subheads import mark_subheads
from publisher.normalise.text.characters import clean_characters
from publisher.normalise.text.encoding import decode
from publisher.normalise.text.mojibake import repair_mojibake
from publisher.normalise.text.transmission import part_transmission
from publisher.normalise.withheld.embargo import part_embargo
from publisher.normalise.withheld.withhold import withhold_notes
from publisher.readers.placing import placed
from publisher.report import Report, Where

#: What makes a story of the blocks of a text: the order matters, and each round brings the next one nearer.
STRUCTURE: Steps = (
    # What desks tell desks is never published: no switch leaves it in.
    (None, unruled(withhold_notes)),
    ("structure", unruled(take_flags)),
    ("structure", unruled(take_furniture)),
    ("end_matter", unruled(take_head_contacts)),
    ("dateline", unruled(take_date_stamps)),
    # Sign-offs and bylines go before the headline is looked for, or they would be taken for one.
    ("end_matter", unruled(part_end_matter)),
    ("byline", unruled(take_byline)),
    ("structure", unruled(take_kicker)),
    ("structure", unruled(take_headline)),
    ("dateline", unruled(part_dateline)),
    ("structure", unruled(drop_repeats)),
    ("structure", unruled(take_standfirst)),
    ("structure", unruled(mark_subheads)),
    ("structure", unruled(set_footnotes)),
    ("credit", unruled(credit_agency)),
)
STEPS: Steps = (
    # An embargo stands where a headline would.
    (None, part_embargo),
    (None, settled(STRUCTURE)),
    *FINISHING,
)


WAY_OUT = "write the text into the file, or take it out of the folder"


def read_wire(source: Source, _media: Media, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The one article that *source* holds, none if it is empty; SourceError if it is no text.

    Plain copy holds no pictures.
    """
    text = decode(source, report).text
    text = repair_mojibake(text, source.name, report) if rules.has("mojibake") else text
    text, metadata = part_transmission(text, source.name, report)
    return read_copy(text, metadata, source.name, report, rules)


def read_copy(text: str, known: Metadata, file: str, report: Report, rules: Rules = ALL) -> tuple[Article, ...]:
    """The one article that *text*, from the source *file*, holds beside what is *known* of it; none if it is empty."""
    text = clean_characters(text, file, report, rules)
    passages = lay_out(text, file, report) if rules.has("layout") else lay_out_plainly(text)
    if not passages:
        report.add("structure.empty", f"{file} holds no text", Where(file), WAY_OUT)
        return ()
    found = Report()
    article = carried_out(STEPS, Article(known, tuple(passage.block for passage in passages)), rules, found)
    report.extend(placed(found.findings, file, text, passages))
    if not article.body:
        report.add("structure.empty", f"{file} holds nothing that may be published", Where(file), WAY_OUT)
    return (article,)
