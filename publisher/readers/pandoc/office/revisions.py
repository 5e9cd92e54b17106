"""Tracked changes and hidden words, which documents of every office program have, as findings."""

from collections.abc import Sequence
from typing import NamedTuple

from publisher.report import Report, Where


class Revisions(NamedTuple):
    """How many pieces were put in and taken out, and by whom."""

    inserted: int
    deleted: int
    authors: tuple[str, ...] = ()


def tell_revisions(revisions: Revisions, where: Where, report: Report) -> None:
    """Reports tracked changes, if there are any, with their authors and number."""
    inserted, deleted, authors = revisions
    if inserted or deleted:
        by = f" by {', '.join(dict.fromkeys(authors))}" if authors else ""
        report.add(
            "docx.tracked",
            f"{where.file} holds tracked changes{by} (put in: {inserted}, taken out: {deleted}); "
            "all are taken as accepted",
            where,
            "accept or reject them in the program that made them, so that nothing is printed by oversight",
        )


def tell_hidden(words: Sequence[str], where: Where, report: Report) -> None:
    """Reports hidden *words*, if there are any, each a run."""
    if words:
        report.add(
            "docx.hidden",
            f"{where.file} holds hidden words ({len(words)} runs); they are left out",
            where,
            "delete them, or make them visible",
            "\n".join(words),
            "",
        )
