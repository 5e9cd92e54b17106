"""Measures, prints the table, and writes it to ``benchmarks/results.md``: ``make bench``."""

import sys
import tempfile
from pathlib import Path

import click

from benchmarks.measuring import machine
from benchmarks.works import Row, again, archive, growth, issues, start, warm

RESULTS = Path(__file__).parent / "results.md"
HEAD = """# Figures

Made by `{command}` on {machine}. Medians of {runs}; the works of a row are done in turn. Machines differ: compare
ratios, and only within one run. Ours makes print PDF, screen PDF, DOCX and EPUB and proves each; the others make one
PDF, DOCX and EPUB and prove nothing. The cache is empty before every run that isn't about it.

| work | ours | against | theirs | ratio | bar |
| --- | ---: | --- | ---: | ---: | --- |
"""


@click.command()
@click.option("--runs", default=3, show_default=True, help="How often each work is done; the median counts.")
@click.option("--articles", default=100, show_default=True, help="Articles of the long issue.")
@click.option("--bulletins", default=20, show_default=True, help="Bulletins of the archive.")
@click.option("--growth", "grows", is_flag=True, help="Issues of up to 1,000 articles as well: takes long.")
def bench(runs: int, articles: int, bulletins: int, grows: bool) -> None:
    """Measures our builds beside those of others."""
    where = machine()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [*issues(folder, 1, runs), warm(folder, runs), *issues(folder, articles, runs)]
        rows += [*again(folder, articles, runs), archive(folder, bulletins, runs), start(runs)]
        rows += growth(folder, runs) if grows else []
    arguments = " ".join(sys.argv[1:])
    table = HEAD.format(
        command=f"make bench {f'ARGS={arguments!r}' if arguments else ''}".strip(), machine=where, runs=runs
    )
    table += "".join(_line(row) for row in rows)
    RESULTS.write_text(table, "utf-8")
    click.echo(table)


def _line(row: Row) -> str:
    return f"| {row.work} | {row.ours} | {row.against} | {row.theirs} | {row.ratio:.2f} × | {row.verdict} |\n"


if __name__ == "__main__":
    bench()
