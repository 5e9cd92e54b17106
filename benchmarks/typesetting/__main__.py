"""Sets the texts of a corpus three ways and prints the figures: ``python -m benchmarks.typesetting``."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks.typesetting.setters import SETTERS, Texts
from benchmarks.typesetting.texts import TAGS, read_paragraphs
from publisher.preflight.typesetting.figures import Figures, measured
from publisher.preflight.typesetting.lines import Sheet, read_sheet

VARIABLE = "PUBLISHER_CORPUS"
HEAD = (
    "| language | set by | lines | over 1.5 × | over 2 × | mean | hyphens | ladders | edge, pt | full | short ends "
    "| widows, orphans | uneven columns |\n| --- | --- |" + " ---: |" * 11
)


def main() -> None:
    """Prints a row for each language and setter."""
    parser = argparse.ArgumentParser("python -m benchmarks.typesetting", description=main.__doc__)
    parser.add_argument("--languages", nargs="+", default=["en", "de", "ru"], help="folders of the corpus")
    parser.add_argument(
        "--corpus", type=Path, default=_corpus(), help=f"a folder of folders of texts; ${VARIABLE}/open"
    )
    wanted = parser.parse_args()
    if wanted.corpus is None:
        parser.error(f"no corpus: say --corpus FOLDER, or set {VARIABLE}")
    say(HEAD)
    for language in wanted.languages:
        texts = read_paragraphs(wanted.corpus / language)
        for row in rows(language, texts):
            say(row)


def _corpus() -> Path | None:
    return Path(os.environ[VARIABLE]) / "open" if os.environ.get(VARIABLE) else None


def say(line: str) -> None:
    """Prints a line at once: the next one takes its time."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def rows(language: str, texts: Texts) -> Iterator[str]:
    """The rows of one language, each setter in a process of its own; whose letters differ from ours is told."""
    tag = TAGS.get(language, language)
    ours: Counter[str] | None = None
    for name, setter in SETTERS.items():
        with ProcessPoolExecutor(1, get_context("spawn")) as beside:
            sheet = read_sheet(beside.submit(setter, texts, tag).result())
        if sheet is None:
            continue
        shown = letters(sheet)
        ours = ours or shown
        missed = (ours - shown).total() + (shown - ours).total()
        yield _row(f"{tag}, {len(texts)} texts", name, measured(sheet)) + (
            f" {missed} letters differ" if missed else ""
        )


def letters(sheet: Sheet) -> Counter[str]:
    """How often each letter and figure stands in the body."""
    return Counter(c for line in sheet.lines if line.is_body for c in line.text if c.isalnum())


def _row(language: str, name: str, figures: Figures) -> str:
    share = figures.share
    cells = (
        language,
        name,
        str(figures.justified),
        f"{share(figures.loose):.1%}",
        f"{share(figures.very_loose):.1%}",
        f"{figures.mean_gap:.2f} ×",
        str(figures.hyphens),
        f"{len(figures.ladders)} ({len(figures.ladders) / max(figures.lines, 1):.2%})",
        f"{figures.worst_edge:.2f}",
        f"{figures.full / max(figures.paragraphs, 1):.1%}",
        f"{len(figures.short_ends)} ({len(figures.short_ends) / max(figures.paragraphs, 1):.2%})",
        f"{len(figures.widows)}, {len(figures.orphans)}",
        str(len(figures.uneven)),
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
