"""Inlines: runs joined, marks kept, losses told."""

import pytest

from publisher import model as m
from publisher.readers.kinds import Kind
from publisher.readers.pandoc import tree as p
from publisher.readers.pandoc.conversion.attributes import Attr
from publisher.readers.pandoc.conversion.blocks import Blocks
from publisher.readers.pandoc.scene import Scene
from tests import pictures
from tests.readers.pandoc.desk import codes, scene

A, B, BLANK = p.Str("a"), p.Str("b"), p.Space()
NONE = Attr()


def line(*nodes: p.Inline, of: Scene | None = None) -> tuple[m.Inline, ...]:
    return Blocks(of or scene()).inlines.line(nodes)


def attr(**pairs: str) -> Attr:
    return Attr("", (), tuple(pairs.items()))


def test_words_and_blanks_are_one_run_without_blanks_at_its_ends() -> None:
    assert line(BLANK, A, BLANK, p.Str(""), B, p.SoftBreak(), A, BLANK) == (m.Text("a b a"),)


def test_what_is_left_out_leaves_one_blank() -> None:
    of = scene()
    assert line(A, BLANK, p.RawInline(("html", "<x>")), BLANK, B, of=of) == (m.Text("a b"),)
    assert codes(of) == ["pandoc.dropped"]


def test_marks_nest() -> None:
    nodes = p.Emph((p.Strong((A,)), p.SmallCaps((p.Superscript((B,)), p.Subscript((A,))))))
    marked = m.SmallCaps((m.Superscript((m.Text("b"),)), m.Subscript((m.Text("a"),))))
    assert line(nodes) == (m.Emphasis((m.Strong((m.Text("a"),)), marked)),)
    assert line(A, p.Emph(()), B) == (m.Text("ab"),)


@pytest.mark.parametrize(
    ("node", "kind"),
    [
        (p.Underline((A,)), "Underlined"),
        (p.Strikeout((A,)), "Struck-out"),
        (p.Span((Attr("", ("mark",)), (A,))), "Highlighted"),
    ],
)
def test_a_look_without_a_word_is_told_and_its_words_kept(node: p.Inline, kind: str) -> None:
    of = scene()
    assert line(B, node, of=of) == (m.Text("ba"),)
    assert codes(of) == ["pandoc.plain"]
    assert kind in of.report.findings[0].message


def test_quoted_words_get_the_marks_of_their_language() -> None:
    def quoted(*nodes: p.Inline) -> p.Quoted:
        return p.Quoted((p.Named("DoubleQuote"), nodes))

    inner = p.Quoted((p.Named("SingleQuote"), (B,)))
    assert line(quoted(A, BLANK, inner)) == (m.Text("“a ‘b’”"),)
    assert line(quoted(A), of=scene()._replace(language="de-AT")) == (m.Text("„a“"),)
    passage = p.Span((attr(lang="fr"), (quoted(A),)))
    assert line(passage, quoted(B)) == (m.Span((m.Text("«\u202fa\u202f»"),), "fr"), m.Text("“b”"))


def test_formulas_are_words_or_tex_with_a_finding() -> None:
    of = scene()
    assert line(p.Math((b"{}", "x^2")), of=of) == (m.Text("x"), m.Superscript((m.Text("2"),)))  # type: ignore[arg-type]
    assert codes(of) == []
    assert line(p.Math((b"{}", r"\frac{1}{2}")), of=of) == (m.Text(r"\frac{1}{2}"),)  # type: ignore[arg-type]
    assert codes(of) == ["pandoc.plain"]


def test_a_citation_is_what_the_source_writes() -> None:
    assert line(p.Cite((b"[]", (p.Str("@doe"),)))) == (m.Text("@doe"),)  # type: ignore[arg-type]


@pytest.mark.parametrize("markup", ["<br>", "<br/>", "<BR />"])
def test_a_raw_line_break_is_one(markup: str) -> None:
    assert line(A, p.RawInline(("html", markup)), B) == (m.Text("a"), m.LineBreak(), m.Text("b"))


def test_what_is_left_out_is_named_comments_apart() -> None:
    of = scene(text="a <!-- not yet --> <video>")
    line(p.RawInline(("html", "<!-- not yet -->")), p.RawInline(("html", "<video>")), of=of)
    codes(of)
    comment, video = of.report.findings
    assert (comment.before, comment.where.line, comment.where.column) == ("not yet", 1, 8)
    assert (video.before, video.after) == ("<video>", "")
    assert "not yet" not in comment.message + (comment.hint or "")


def test_links_are_kept_with_their_titles_or_leave_their_words() -> None:
    of = scene()

    def link(url: str, title: str = "") -> p.Link:
        return p.Link((Attr(), (p.Emph((A,)),), p.Target(url, title)))

    marked = (m.Emphasis((m.Text("a"),)),)
    assert line(link("#x", "Up"), of=of) == (m.Link("#x", marked, "Up"),)
    assert line(link("https://example.org"), of=of) == (m.Link("https://example.org", marked),)
    assert line(link("javascript:x"), B, of=of) == (*marked, m.Text("b"))
    assert line(p.Link((Attr(), (A,), p.Target("file:x"))), B, of=of) == (m.Text("ab"),)
    assert codes(of) == ["link.dropped", "link.dropped"]


def test_passages_have_language_and_direction_and_others_are_nothing() -> None:
    both = p.Span((attr(lang="AR", dir="rtl"), (A,)))
    assert line(both) == (m.Span((m.Text("a"),), "ar", "rtl"),)
    assert line(A, p.Span((Attr("", ("x",)), (B,)))) == (m.Text("ab"),)
    of = scene()
    assert line(p.Span((attr(lang="no tag"), (A,))), of=of) == (m.Text("a"),)
    assert codes(of) == ["pandoc.plain"]


def test_notes_hold_blocks_and_empty_ones_go() -> None:
    assert line(A, p.Note((p.Para((B,)),))) == (m.Text("a"), m.Note((m.Paragraph((m.Text("b"),)),)))
    assert line(A, p.Note(())) == (m.Text("a"),)


def test_a_chart_of_word_is_told() -> None:
    chart = p.Span((Attr("", ("chart",)), (p.Str("[CHART]"),)))
    of = scene(Kind.DOCX)
    assert line(A, chart, of=of) == (m.Text("a"),)
    assert codes(of) == ["pandoc.dropped"]
    assert line(A, chart) == (m.Text("a[CHART]"),)


class TestPictures:
    def image(self, alt: str = "", title: str = "", attribute: Attr = NONE, kind: Kind = Kind.HTML) -> m.Image | None:
        self.scene = scene(kind, lambda path, where: pictures.png())
        words = (p.Str(alt),) if alt else ()
        found = line(A, p.Image((attribute, words, p.Target("a.png", title))), of=self.scene)
        return found[1] if len(found) > 1 and isinstance(found[1], m.Image) else None

    def test_the_description_is_the_alternative_text_and_an_attribute_goes_before(self) -> None:
        image = self.image("Square")
        assert image is not None
        assert (image.alt, image.decorative, codes(self.scene)) == ("Square", False, [])
        image = self.image("Caption", attribute=attr(alt="Square"))
        assert image is not None
        assert image.alt == "Square"

    @pytest.mark.parametrize("attribute", [Attr("", ("decorative",)), attr(alt="")])
    def test_a_decorative_picture_says_so(self, attribute: Attr) -> None:
        image = self.image(attribute=attribute)
        assert image is not None
        assert (image.alt, image.decorative, codes(self.scene)) == (None, True, [])

    def test_without_either_it_is_an_error(self) -> None:
        image = self.image()
        assert image is not None
        assert (image.alt, image.decorative, codes(self.scene)) == (None, False, ["media.no-alt"])

    def test_a_title_that_nothing_shows_is_told(self) -> None:
        self.image("Square", "A title")
        assert codes(self.scene) == ["pandoc.dropped"]
