"""Hypothesis strategies for the model: every node, nested a little, in words of several scripts."""

from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec.structs import replace

from publisher import model as m
from publisher.metadata import Metadata

WORDS = st.sampled_from(
    [
        "delegation",
        "the House",
        "Škoda",
        "Қазақстан",
        "заседание",
        "Αθήνα",
        "مجلس",
        "כנסת",
        "“quoted”",
        "5 < 6 & 7",
        "a–b",
    ]
)
LANGUAGES = st.sampled_from([None, "en-GB", "kk", "ar", "he"])
text = st.builds(m.Text, WORDS)


def _marks(inner: st.SearchStrategy[m.Inline]) -> st.SearchStrategy[m.Inline]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(m.Emphasis, several),
        st.builds(m.Strong, several),
        st.builds(m.SmallCaps, several),
        st.builds(m.Superscript, several),
        st.builds(m.Subscript, several),
        st.builds(m.Link, st.just("https://example.org/"), several),
        st.builds(m.Span, several, LANGUAGES, st.sampled_from([None, "ltr", "rtl"])),
    )


inlines: st.SearchStrategy[m.Inline] = st.recursive(
    st.one_of(text, st.builds(m.Code, WORDS), st.just(m.LineBreak())), _marks, max_leaves=6
)
line = st.lists(inlines, min_size=1, max_size=4).map(lambda found: (m.Text("Words:"), *found))
paragraphs = st.builds(m.Paragraph, line, role=st.sampled_from([m.Role.BODY, m.Role.CONTACT]), language=LANGUAGES)


def _holders(inner: st.SearchStrategy[m.Block]) -> st.SearchStrategy[m.Block]:
    several = st.lists(inner, min_size=1, max_size=2).map(tuple)
    cells = st.builds(m.Cell, st.tuples(paragraphs))
    rows = st.lists(cells, min_size=2, max_size=2).map(lambda found: m.Row(tuple(found)))
    return st.one_of(
        st.builds(m.Quotation, several),
        st.builds(
            m.ItemList,
            st.lists(several, min_size=1, max_size=3).map(tuple),
            ordered=st.booleans(),
            start=st.integers(1, 9),
        ),
        st.builds(
            m.DefinitionList,
            st.lists(st.builds(m.Definition, line, st.tuples(st.tuples(paragraphs))), min_size=1, max_size=2).map(
                tuple
            ),
        ),
        st.builds(
            m.Table,
            st.just((m.Column(), m.Column(alignment="end"))),
            head=st.tuples(rows),
            body=st.lists(rows, min_size=1, max_size=2).map(tuple),
            caption=line,
        ),
    )


blocks: st.SearchStrategy[m.Block] = st.recursive(
    st.one_of(
        paragraphs,
        st.builds(m.Heading, line, level=st.integers(1, 3)),
        st.builds(m.CodeBlock, st.sampled_from(["x = 1", "if a:\n    b"])),
        st.builds(m.Verse, st.lists(line, min_size=1, max_size=3).map(tuple)),
        st.just(m.ThematicBreak()),
    ),
    _holders,
    max_leaves=5,
)
metadata = st.builds(
    Metadata,
    headline=st.sampled_from(["A day at the House", None]),
    kicker=st.sampled_from(["Parliament", None]),
    by=st.sampled_from([(), ("Aigul Sample",)]),
    language=st.sampled_from(["en-US", "ru"]),
)
articles = st.builds(m.Article, metadata, st.lists(blocks, min_size=1, max_size=4).map(tuple))

# ── articles as a reader gives them: what stands side by side is one run, and all kinds of node occur ────────

PICTURES = ("a" * 64, "b" * 64)
images = st.one_of(
    st.builds(m.Image, st.sampled_from(PICTURES), alt=WORDS),
    st.builds(m.Image, st.sampled_from(PICTURES), decorative=st.just(True)),
)
notes = st.builds(m.Note, st.lists(blocks, min_size=1, max_size=2).map(tuple))
figures = st.builds(m.Figure, images, caption=st.one_of(st.just(()), line), credit=st.sampled_from([None, "Photo: X"]))
tables = st.builds(
    m.Table,
    st.just((m.Column("center", 0.25), m.Column(width=0.75))),
    body=st.just(
        (
            m.Row((m.Cell((), header=True, rowspan=2), m.Cell((), alignment="end"))),
            m.Row((m.Cell((m.Paragraph((m.Text("below"),)),)),)),
            m.Row((m.Cell((), header=True, colspan=2),)),
        )
    ),
    foot=st.just((m.Row((m.Cell(()), m.Cell(()))),)),
)
noted = st.builds(
    lambda before, note, image: m.Paragraph((*before, note, m.Text(" and "), image, m.Text("."))), line, notes, images
)


def as_read(value: Any) -> Any:
    """*value* with neighbouring runs joined, no span that says nothing, and no bullets that count."""
    if isinstance(value, tuple):
        members: list[Any] = []
        for member in map(as_read, value):
            if members and isinstance(member, m.Text) and isinstance(members[-1], m.Text):
                # A blank keeps letters of different scripts from making a word.
                members[-1] = m.Text(f"{members[-1].text} {member.text}")
            else:
                members.append(member)
        return tuple(members)
    if isinstance(value, m.Span) and not value.language and not value.direction:
        value = replace(value, language="fr")
    if isinstance(value, m.ItemList) and not value.ordered:
        value = replace(value, start=1)
    if isinstance(value, msgspec.Struct):
        return replace(value, **{name: as_read(getattr(value, name)) for name in value.__struct_fields__})
    return value


readable = st.builds(
    m.Article,
    st.builds(
        Metadata,
        headline=st.just("A day at the House"),
        kicker=st.sampled_from(["Parliament", None]),
        by=st.sampled_from([(), ("Aigul Sample", "Ilse Beispiel")]),
        language=st.sampled_from(["en-US", "ru"]),
    ),
    st.lists(st.one_of(blocks, figures, tables, noted), min_size=1, max_size=4).map(
        lambda found: (m.Heading((m.Text("First"),)), *found)
    ),
).map(as_read)
