"""What is done to an article, step by step, whatever it was read from."""

from collections.abc import Callable

from publisher.model import Article
from publisher.normalise.datelines.dateline import part_dateline
from publisher.normalise.language.acronyms import list_acronyms
from publisher.normalise.language.passages import find_language, mark_passages
from publisher.normalise.marks.typography import set_marks
from publisher.normalise.rules import Rules
from publisher.normalise.story.byline import take_byline
from publisher.normalise.story.credit import credit_agency
from publisher.normalise.withheld.embargo import part_embargo
from publisher.normalise.withheld.withhold import withhold_notes
from publisher.report import Report

#: A step takes an article, and gives it back changed; what it did is in the report.
Step = Callable[[Article, Rules, Report], Article]
#: Steps with the rule that each of them is; None: it has no switch, or minds those of its parts itself.
Steps = tuple[tuple[str | None, Step], ...]


def unruled(step: Callable[[Article, Report], Article]) -> Step:
    """*step* as a Step: one that goes by nothing that the settings say."""
    return lambda article, _, report: step(article, report)


#: The last steps of every reader: they need the text as it will be printed.
FINISHING: Steps = (
    (None, find_language),
    ("passages", unruled(mark_passages)),
    (None, set_marks),
    ("acronyms", unruled(list_acronyms)),
)


def _part_only_dateline(article: Article, report: Report) -> Article:
    return article if article.metadata.dateline else part_dateline(article, report)


#: How often steps that depend on each other are carried out at most.
MOST_ROUNDS = 6
#: What serves copy that comes with a structure as well.
STRUCTURED: Steps = (
    (None, part_embargo),
    (None, unruled(withhold_notes)),
    ("dateline", unruled(_part_only_dateline)),
    ("byline", unruled(take_byline)),
    ("credit", unruled(credit_agency)),
    *FINISHING,
)


def normalise(article: Article, rules: Rules, report: Report) -> Article:
    """*article*, whatever it was read from, as the house sets it; a second time changes nothing."""
    return carried_out(STRUCTURED, article, rules, report)


def settled(steps: Steps) -> Step:
    """A step that carries out *steps* again as long as something changes, at most MOST_ROUNDS times.

    What one of them takes away can bring to the head of a text what another one looks for there.
    """

    def settle(article: Article, rules: Rules, report: Report) -> Article:
        for _ in range(MOST_ROUNDS):
            found = Report()
            done = carried_out(steps, article, rules, found)
            report.extend(found.findings)
            if done == article:
                break
            article = done
        return article

    return settle


def carried_out(steps: Steps, article: Article, rules: Rules, report: Report) -> Article:
    """*article* after those of *steps* whose rules are on."""
    for rule, step in steps:
        if rule is None or rules.has(rule):
            article = step(article, rules, report)
    return article
