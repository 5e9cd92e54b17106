"""Hypothesis strategies for the model: every node, nested a little, in words of several scripts."""

from hypothesis import strategies as st

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
