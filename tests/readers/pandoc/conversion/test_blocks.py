"""Blocks, node by node."""

import pytest

from publisher import model as m
from publisher.errors import SourceError
from publisher.readers.depth import DEEPEST
from publisher.readers.kinds import Kind
from publisher.readers.pandoc import tree as p
from publisher.readers.pandoc.conversion.attributes import Attr
from publisher.readers.pandoc.conversion.blocks import Blocks
from tests import pictures
from tests.readers.pandoc.desk import codes, markdown, scene

A, B = p.Para((p.Str("a"),)), p.Plain((p.Str("b"),))
PA, PB = m.Paragraph((m.Text("a"),)), m.Paragraph((m.Text("b"),))


def read(*nodes: p.Block, top: int = 1) -> tuple[m.Block, ...]:
    return Blocks(scene(), top).blocks(nodes)


def div(*nodes: p.Block, classes: tuple[str, ...] = (), name: str = "", **pairs: str) -> p.Div:
    return p.Div((Attr(name, classes, tuple(pairs.items())), nodes))


def test_paragraphs_plain_or_not_and_no_empty_ones() -> None:
    assert read(A, B, p.Para(()), p.Para((p.Space(),))) == (PA, PB)


def test_headings_count_from_the_article_s_own_top() -> None:
    def header(level: int) -> p.Header:
        return p.Header((level, Attr("x"), (p.Str("a"),)))

    found = read(header(2), header(3), header(1), top=2)
    assert [(block.level, block.id) for block in found if isinstance(block, m.Heading)] == [
        (1, "x"),
        (2, "x"),
        (1, "x"),
    ]


@pytest.mark.parametrize(
    ("style", "means"),
    [("Decimal", "decimal"), ("LowerAlpha", "lower-alpha"), ("UpperRoman", "upper-roman"), ("DefaultStyle", "decimal")],
)
def test_numbered_lists_keep_start_and_style(style: str, means: str) -> None:
    numbers = p.ListAttributes(4, p.Named(style), p.Named("Period"))
    (found,) = read(p.OrderedList((numbers, ((A,), (B,)))))
    assert found == m.ItemList(((PA,), (PB,)), ordered=True, start=4, style=means)  # type: ignore[arg-type]


def test_other_holders() -> None:
    assert read(p.BulletList(((A, B),))) == (m.ItemList(((PA, PB),)),)
    assert read(p.BlockQuote((A,)), p.BlockQuote(())) == (m.Quotation((PA,)),)
    definitions = p.DefinitionList((((p.Str("t"),), ((A,), (B,))),))
    assert read(definitions) == (m.DefinitionList((m.Definition((m.Text("t"),), ((PA,), (PB,))),)),)
    assert read(p.HorizontalRule()) == (m.ThematicBreak(),)


def test_verse_from_lines_and_from_divisions() -> None:
    verse = m.Verse(((m.Text("a"),), (m.Text("b"),)))
    assert read(p.LineBlock(((p.Str("a"),), (p.Str("b"),)))) == (verse,)
    broken = p.Para((p.Str("a"), p.LineBreak(), p.Str("b")))
    assert read(div(broken, classes=("verse",))) == (verse,)
    assert read(p.Div((Attr(pairs=(("custom-style", "Verse"),)), (broken,)))) == (verse,)


def test_code_keeps_its_language_not_its_dress() -> None:
    (found,) = read(p.CodeBlock((Attr("x", ("sourceCode", "numberLines", "python")), "a\n")))
    assert found == m.CodeBlock("a\n", "python", id="x")


def test_divisions_give_role_language_direction_and_their_name_to_the_first() -> None:
    found = read(div(A, B, classes=("contact",), name="x", lang="AR", dir="rtl"))
    said = {"role": m.Role.CONTACT, "language": "ar", "direction": "rtl"}
    assert found == (
        m.Paragraph(PA.inlines, id="x", **said),  # type: ignore[arg-type]
        m.Paragraph(PB.inlines, **said),  # type: ignore[arg-type]
    )


def test_inner_divisions_go_before_outer_ones() -> None:
    (found,) = read(div(div(A, classes=("byline",), lang="fr"), classes=("contact",), name="x"))
    assert found == m.Paragraph(PA.inlines, role=m.Role.BYLINE, id="x", language="fr")


def test_a_name_in_a_paragraph_is_the_paragraph_s() -> None:
    converter = Blocks(scene())
    nodes = (p.Span((Attr("one"), ())), p.Str("a"), p.Span((Attr("two"), ())))
    (found,) = converter.blocks((p.Para(nodes),))
    assert found.id == "one"
    assert converter.names == {"one": ("one", "two")}


def test_raw_blocks_are_left_out_and_told() -> None:
    of = scene()
    assert Blocks(of).blocks((A, p.RawBlock(("html", "<hr>")), p.RawBlock(("html", "\n")))) == (PA,)
    assert codes(of) == ["pandoc.dropped"]


@pytest.mark.parametrize("deep", [DEEPEST - 2, DEEPEST + 1])
def test_what_nests_too_deep_is_refused(deep: int) -> None:
    block: p.Block = A
    inline: p.Inline = p.Str("a")
    for _ in range(deep):
        block, inline = p.BlockQuote((block,)), p.Emph((inline,))
    for nodes in ((block,), (p.Para((inline,)),)):
        if deep < DEEPEST:
            assert len(read(*nodes)) == 1
        else:
            with pytest.raises(SourceError, match="deep"):
                read(*nodes)


class TestFigures:
    def read(self, *nodes: p.Block, kind: Kind = Kind.HTML) -> tuple[m.Block, ...]:
        def load(path: str, where: object) -> bytes | None:
            return pictures.png() if path == "a.png" else None

        self.scene = scene(kind, load)
        return Blocks(self.scene).blocks(nodes)

    def image(self, alt: str = "Alt", title: str = "", url: str = "a.png", **pairs: str) -> p.Image:
        words = (p.Str(alt),) if alt else ()
        return p.Image((Attr("", (), tuple(pairs.items())), words, p.Target(url, title)))

    def figure(self, *images: p.Image, caption: str = "Caption", **pairs: str) -> p.Figure:
        held = p.Caption(None, (p.Plain((p.Str(caption),)),) if caption else ())
        return p.Figure((Attr("x", (), tuple(pairs.items())), held, tuple(p.Plain((image,)) for image in images)))

    def test_caption_credit_and_alternative_text_are_apart(self) -> None:
        (found,) = self.read(self.figure(self.image(credit="Photo: X")))
        assert isinstance(found, m.Figure)
        assert (found.caption, found.credit, found.image.alt, found.id) == (
            (m.Text("Caption"),),
            "Photo: X",
            "Alt",
            "x",
        )
        (found,) = self.read(self.figure(self.image(), credit="Photo: Y"))
        assert isinstance(found, m.Figure)
        assert found.credit == "Photo: Y"

    @pytest.mark.parametrize("wrap", [False, True])
    def test_a_paragraph_of_pictures_alone_is_figures(self, wrap: bool) -> None:
        image = self.image(title="A title")
        alone: p.Inline = p.Link((Attr(), (image,), p.Target("big.png"))) if wrap else image
        (found,) = self.read(p.Para((alone,)))
        assert isinstance(found, m.Figure)
        assert found.caption == (m.Text("A title"),)
        assert codes(self.scene) == []
        assert [type(b) for b in self.read(p.Para((image, p.SoftBreak(), image)))] == [m.Figure, m.Figure]
        assert [type(b) for b in self.read(p.Para((image, p.Str("x"))))] == [m.Paragraph]

    def test_of_several_pictures_the_last_has_the_caption(self) -> None:
        one, two = self.read(self.figure(self.image(), self.image("Other")))
        assert isinstance(one, m.Figure)
        assert isinstance(two, m.Figure)
        assert (one.caption, two.caption) == ((), (m.Text("Caption"),))

    def test_a_caption_by_class_or_style_belongs_to_the_picture_before_it(self) -> None:
        caption = p.Div((Attr(pairs=(("custom-style", "Caption"),)), (A,)))
        (found,) = self.read(p.Para((self.image(),)), caption)
        assert isinstance(found, m.Figure)
        assert found.caption == (m.Text("a"),)
        assert self.read(caption) == (PA,)

    def test_what_else_a_figure_holds_is_kept_with_its_caption(self) -> None:
        held = p.Caption(None, (p.Plain((p.Str("c"),)),))
        found = self.read(p.Figure((Attr(), held, (p.BlockQuote((A,)),))))
        assert found == (m.Quotation((PA,)), m.Paragraph((m.Text("c"),)))

    def test_a_picture_that_cannot_be_had_leaves_its_caption(self) -> None:
        found = self.read(self.figure(self.image(url="https://x.example/a.png")))
        assert found == (m.Paragraph((m.Text("Caption"),), id="x"),)
        assert codes(self.scene) == ["media.remote"]

    def test_an_empty_description_in_a_captioned_figure_of_markdown_is_meant(self) -> None:
        for kind, expected in ((Kind.MARKDOWN, []), (Kind.HTML, ["media.no-alt"])):
            (found,) = self.read(self.figure(self.image("")), kind=kind)
            assert isinstance(found, m.Figure)
            assert (found.image.decorative, codes(self.scene)) == (not expected, expected)

    def test_a_caption_of_several_blocks_is_one_line(self) -> None:
        held = p.Caption(None, (A, p.BulletList(((B,), (A,)))))
        (found,) = self.read(p.Figure((Attr(), held, (p.Plain((self.image(),)),))))
        assert isinstance(found, m.Figure)
        assert "".join(run.text for run in found.caption if isinstance(run, m.Text)) == "a b a"
        assert codes(self.scene) == ["pandoc.plain"]


def test_code_without_a_line_is_none() -> None:
    assert markdown("# A\n\nText.\n\n```\n```\n").article.body == (m.Paragraph((m.Text("Text."),)),)
