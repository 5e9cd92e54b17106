"""Words read back as they are: the engine names each glyph by the first letters it was used for.

Fonts build letters from shared parts: an Indic vowel sign is drawn by one glyph here and within a ligature there. A
cluster whose glyphs would be read as other letters says beside them which they are (ActualText, ISO 32000-1,
14.9.4). It is taught together with the lesson `edges`, which changes the same function.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pydyf

#: Marks that many fonts draw with one glyph, and that are told apart by nobody.
_ALIKE = str.maketrans({"\u00a0": " ", "\u2010": "-", "\u2011": "-", "\u00ad": "-", "\u200b": None})
#: Set in the number of a glyph that is missing, or draws nothing (Pango).
_NO_GLYPH = 0x1000_0000
#: What the engine's function is to do besides, as `guard.reworded` takes it.
CHANGES = {
    """        string += '<'
        for i, glyph_info in enumerate(glyphs_info[0:num_glyphs]):
""": """        string += '<'
        said = turns(font, glyph_item, textbox.pango_layout.text)
        for i, glyph_info in enumerate(glyphs_info[0:num_glyphs]):
            string = turned(stream, string, said.get(i))
""",
    """        # Close the last glyphs list, remove if empty.
""": """        string = turned(stream, string, said.get(num_glyphs))
""",
}


class Turn(NamedTuple):
    """What happens before a glyph: a span ends, and one that says *begins* begins."""

    ends: bool
    begins: str | None


class _Cluster(NamedTuple):
    """Glyphs *start* to *end* of a run, and the letters that they stand for together."""

    start: int
    end: int
    text: str


def turns(font: Any, item: Any, text: str) -> dict[int, Turn]:
    """Glyph's place in the run *item* → what happens before it; most runs have none."""
    if text.isascii():
        return {}
    found: dict[int, Turn] = {}
    known: dict[int, str] = {}
    for cluster in _clusters(item, text):
        glyphs = [item.glyphs.glyphs[place].glyph for place in range(cluster.start, cluster.end)]
        if any(glyph >= _NO_GLYPH for glyph in glyphs):
            continue
        (glyph, *others) = glyphs
        # A glyph that is named by no letter is read as some other: several for one cluster always speak together.
        if others or _read(glyph, cluster, font.to_unicode, known) != cluster.text.translate(_ALIKE):
            before = found.get(cluster.start)
            found[cluster.start] = Turn(before is not None, cluster.text)
            found[cluster.end] = Turn(True, None)
    return found


def _clusters(item: Any, text: str) -> Iterator[_Cluster]:
    glyphs = item.glyphs
    number, places = glyphs.num_glyphs, glyphs.log_clusters
    starts = [n for n in range(number) if n == 0 or places[n] != places[n - 1]]
    utf8 = text.encode()
    offset, length, before = item.item.offset, item.item.length, item.item.length
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else number
        if item.item.analysis.level % 2:
            last, before = before, places[start]
        else:
            last = places[end] if end < number else length
        yield _Cluster(start, end, utf8[offset + places[start] : offset + last].decode())


def _read(glyph: int, cluster: _Cluster, named: Mapping[int, str], known: dict[int, str]) -> str:
    """What the cluster's only glyph is read as: what it was first used for, in this run or before."""
    name = named[glyph] if glyph in named else known.setdefault(glyph, cluster.text)
    return name.translate(_ALIKE)


def turned(stream: Any, string: str, turn: Turn | None) -> str:
    """The glyphs still to be drawn: *string*, or none where they were drawn because spans end or begin here."""
    if turn is None:
        return string
    shown = string[:-1] if string.endswith("<") else string + ">"
    if shown:
        stream.show_text(shown)
    if turn.ends:
        stream.end_marked_content()
    if turn.begins is not None:
        stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(turn.begins)}))
    return "<"
