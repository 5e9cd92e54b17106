"""The figures of a PDF of ours; others are set by other rules."""

import pypdfium2

from publisher.formats import Artifact, Format
from publisher.preflight.typesetting.figures import Figures, measured
from publisher.preflight.typesetting.lines import read_sheet

#: What the producer's name begins with in our own files (`identity.producer`).
_OURS = "publisher "


def read_figures(artifact: Artifact) -> Figures | None:
    """The figures of a PDF that says it was made here; None of any other file, and of one without text."""
    if artifact.format not in (Format.PRINT, Format.SCREEN):
        return None
    try:
        with pypdfium2.PdfDocument(artifact.data) as document:
            is_ours = document.get_metadata_value("Producer").startswith(_OURS)
        sheet = read_sheet(artifact.data) if is_ours else None
    except pypdfium2.PdfiumError:  # what is wrong with it is told elsewhere
        return None
    return measured(sheet) if sheet else None


def described(figures: Figures) -> str:
    """The figures in one line."""
    share, lines = figures.share, figures.lines
    parts = (
        f"{lines} lines, {figures.justified} of them justified",
        f"word spaces {figures.mean_gap:.2f} × the font's, over 1.5 × in {share(figures.loose):.1%} of these, "
        f"over 2 × in {share(figures.very_loose):.1%}",
        f"{figures.hyphens} hyphens, {len(figures.ladders)} in runs of three or more",
        f"right edge within {figures.worst_edge:.2f} pt",
        f"{figures.on_grid:.1%} on the grid",
        f"{len(figures.widows)} widows, {len(figures.orphans)} orphans, {len(figures.short_ends)} short last lines",
    )
    return "; ".join(parts)


def counted(figures: Figures) -> dict[str, int | float]:
    """The figures as numbers, by the names that they have in JSON; lines are counted."""
    return {
        _camel(name): len(value) if isinstance(value, tuple) else round(value, 4)
        for name, value in figures._asdict().items()
    }


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)
