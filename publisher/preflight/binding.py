"""Whether a print PDF's pages come out even on folded sheets."""

import io
from collections.abc import Iterator

import pikepdf

from publisher.formats import Artifact, Format
from publisher.report import Finding, Where, finding
from publisher.theme.files import Press

#: Pages of a sheet folded once.
PAGES = 4


def check_binding(artifact: Artifact, press: Press) -> Iterator[Finding]:
    """A finding where the print PDF is to be stitched through the fold, and its pages don't fill their sheets."""
    if artifact.format is not Format.PRINT or press.binding != "saddle":
        return
    with pikepdf.open(io.BytesIO(artifact.data)) as pdf:
        number = len(pdf.pages)
    over, under = number % PAGES, -number % PAGES
    if over:
        cut = f"cut {over}, " if number > PAGES else ""
        yield finding(
            "print.binding",
            f"it has {number} page{'' if number == 1 else 's'}, and folded sheets have {PAGES} each",
            Where(file=artifact.name),
            f"{cut}add {under}, or agree on {under} blank with the print shop",
        )
