"""RTF, in the dialects of the programs that write it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher import model as m
from publisher.formats import Source
from publisher.media import Media
from publisher.normalise.rules import Rules
from publisher.readers.detection import detect
from publisher.readers.kinds import Kind
from publisher.readers.rtf.interpreter import interpret
from publisher.readers.rtf.reader import read_rtf
from publisher.report import Report
from publisher.walk import article_text, plain_text
from tests import pictures
from tests.readers.pandoc.desk import Reading

STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Titre 1;}{\s2 heading 2;}{\s3 Title;}{\s4 Quote;}{\s5 Pull Quote;}"
    r"{\*\cs9 Emphasis;}{\s6 Author;}{\s7 Caption;}}"
)


def rtf(body: str, head: str = r"\ansi\ansicpg1252") -> str:
    return rf"{{\rtf1{head}{STYLES}{body}}}"


def read(body: str, head: str = r"\ansi\ansicpg1252") -> Reading:
    return Reading("a.rtf", rtf(body, head))


def words(body: str, head: str = r"\ansi\ansicpg1252") -> list[str]:
    return [plain_text(block.inlines) for block in read(body, head).article.body if isinstance(block, m.Paragraph)]


@pytest.mark.parametrize(
    ("head", "body", "said"),
    [
        (r"\ansi\ansicpg1251", r"\'cc\'ee\'f1\'f2 stood.", "Мост stood."),
        (r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset161 B;}}", r"\f0\'cc {\f1 \'e1}\'ee", "М αо"),
        (r"\ansi\ansicpg932", r"\'8b\'b4 and \'8b\'b4.", "橋 and 橋."),
        (r"\mac", r"caf\'8e", "café"),
        (r"\ansi\deff1{\fonttbl{\f1\fcharset238 A;}}", r"\'b3\'f3d\'9f", "łódź"),
        (r"\ansi", r"\uc1\u8217\'92s \u-3913? \uc2 \u1084\'cc\'ccx \uc0\u1086 y", "’s \uf0b7 мx оy"),
        (r"\ansi", r"\u-10179?\u-8704? \emdash\endash\lquote x\rquote\~y\_z a\-b", "\U0001f600 —–‘x’\u00a0y‑z a\xadb"),
        (r"\ansi\ansicpg99999", r"\'e9t\'e9", "été"),
        (r"\ansi", r"a\tab b\line c\{\}\\", "a\tb c{}\\"),
    ],
)
def test_bytes_are_letters_of_their_code_page(head: str, body: str, said: str) -> None:
    document = interpret(rf"{{\rtf1{head} {body}\par}}".encode())
    text = "".join(getattr(piece, "text", " ") for piece in document.items[0].pieces)  # type: ignore[union-attr]
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16")
    assert whole.strip() == said


def test_marks_links_and_notes() -> None:
    body = (
        r"It {\b stood}, {\i\b long}, H{\sub 2}O and {\scaps nato}{\*\footnote\pard {\super\chftn} A {\i note}.}; "
        r'{\field{\*\fldinst{HYPERLINK "https://example.org/a"}}{\fldrslt{see {\b here}}}}.\par'
    )
    (paragraph,) = read(body).article.body
    assert isinstance(paragraph, m.Paragraph)
    kinds = [type(inline) for inline in paragraph.inlines if not isinstance(inline, m.Text)]
    assert kinds == [m.Strong, m.Strong, m.Subscript, m.SmallCaps, m.Note, m.Link]
    link, note = paragraph.inlines[-2], next(one for one in paragraph.inlines if isinstance(one, m.Note))
    assert isinstance(link, m.Link)
    assert (link.target, plain_text(link.inlines)) == ("https://example.org/a", "see here")
    assert note.blocks == (m.Paragraph((m.Text("A "), m.Emphasis((m.Text("note"),)), m.Text("."))),)


def test_styles_are_headings_quotations_and_roles() -> None:
    body = (
        r"\pard\s3 A bridge\par\pard\s6 Ilse Beispiel\par\pard The committee met.\par\pard\s1 Costs\par"
        r"\pard\s2 Within\par\pard\s4 Waited.\par Long.\par\pard\s5 Said.\par"
    )
    article = read(body).article
    assert (article.metadata.headline, article.metadata.by) == ("A bridge", ("Ilse Beispiel",))
    kinds = [type(block) for block in article.body]
    assert kinds == [m.Paragraph, m.Heading, m.Heading, m.Quotation, m.Paragraph]
    assert [block.level for block in article.body if isinstance(block, m.Heading)] == [1, 2]
    assert article.body[-1].role is m.Role.PULL_QUOTE


def item(text: str, mark: str, level: int = 0) -> str:
    return rf"\pard\ls1\ilvl{level}{{\listtext\pard {mark}\tab}}{text}\par"


def test_lists_stand_where_they_were_and_nest() -> None:
    body = (
        r"Before.\par"
        + item("one", r"\bullet")
        + item("inner", "a)", 1)
        + item("two", r"\bullet")
        + r"\pard After.\par"
        r"\pard{\pntext\f0 3.\tab}three\par"
    )
    before, points, after, numbers = read(body).article.body
    assert isinstance(points, m.ItemList)
    assert not points.ordered
    assert isinstance(points.items[0][1], m.ItemList)
    assert points.items[0][1].style == "lower-alpha"
    assert isinstance(numbers, m.ItemList)
    assert (numbers.ordered, numbers.start) == (True, 3)
    assert [plain_text(block.inlines) for block in (before, after) if isinstance(block, m.Paragraph)] == [
        "Before.",
        "After.",
    ]


def test_tables_keep_their_rows_and_heads() -> None:
    body = (
        r"\trowd\trhdr\pard\intbl Span\cell Cost\cell\row\trowd\pard\intbl one\par more\cell 12\cell\row\pard End.\par"
    )
    table, end = read(body).article.body
    assert isinstance(table, m.Table)
    assert (len(table.head), len(table.body), len(table.columns)) == (1, 1, 2)
    assert len(table.body[0].cells[0].blocks) == 2
    assert isinstance(end, m.Paragraph)
    assert article_text(read(r"\trowd\pard\intbl lost\par").article).split() == ["lost"]


def picture(properties: str = "") -> str:
    return rf"{{\*\shppict{{\pict{properties}\pngblip {pictures.png().hex()}}}}}{{\nonshppict{{\pict\wmetafile8 00}}}}"


def test_pictures_come_out_with_what_is_said_of_them() -> None:
    said = r"{\*\picprop{\sp{\sn wzName}{\sv x}}{\sp{\sn wzDescription}{\sv A crane}}}"
    reading = read(rf"\pard {picture(said)}\par\pard\s7 The site.\par")
    (figure,) = reading.article.body
    assert isinstance(figure, m.Figure)
    assert (figure.image.alt, plain_text(figure.caption)) == ("A crane", "The site.")
    assert reading.codes == []
    assert read(rf"Text. {picture()}\par").codes == ["media.no-alt"]
    binary = rtf(r"Text. {\pict\pngblip\bin@ }\par").encode().replace(b"@", str(len(pictures.png())).encode() + b" ", 1)
    data = binary.replace(b"  }", b" " + pictures.png() + b"}", 1)
    assert len(Reading("a.rtf", data).media) == 1


def test_boxes_stand_after_their_paragraph() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt In a box.\par}}{\shprslt In a box.}}"
    reading = read(rf"Before.{box}\par After.\par")
    assert [plain_text(one.inlines) for one in reading.article.body if isinstance(one, m.Paragraph)] == [
        "Before.",
        "In a box.",
        "After.",
    ]
    assert reading.codes == ["pandoc.plain"]


def test_what_is_not_for_print_is_told() -> None:
    body = (
        r"{\*\revtbl{Unknown;}{Ilse;}}The {\v secret }{\revised\revauth1 new }{\deleted\revauthdel1 old }text."
        r"{\*\atnauthor Peter}{\*\annotation{\*\atnref 1}Check!}{\header Head}{\xe index}\par"
    )
    reading = read(body)
    assert words(body) == ["The new text."]
    assert reading.article.metadata.ed_note == "Peter: Check!"
    assert "Ilse (put in: 1, taken out: 1)" in reading.finding("docx.tracked").message.replace("Unknown, ", "")
    assert reading.finding("docx.hidden").before == "secret "


def test_the_file_s_own_title_and_author_serve() -> None:
    info = r"{\info{\title A bridge}{\author Ilse; Peter}{\company x}}"
    known = read(rf"{info}Text.\par").article.metadata
    assert (known.headline, known.by) == ("A bridge", ("Ilse", "Peter"))


def test_a_document_cut_short_is_read_as_far_as_it_goes() -> None:
    assert words(r"Some {\b words {\i that")[:1] == ["Some words that"]
    assert Reading("a.rtf", rtf("}}}} x").encode()).articles is not None


def test_depth_is_no_recursion() -> None:
    document = interpret(b"{\\rtf1 " + b"{\\b x" * 40_000)
    assert len(document.items) == 1


PARTS = (
    "{", "}", "\\", "\\par", "\\u", "\\cell", "\\row", "\\*", "\\pict", "\\'e", "x ", "\\ls1", "\\footnote",
    "\\stylesheet", "\\intbl ", "\\bin3 ", "\\ilvl9 ", "\\shptxt",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=40))
@example(["}", "\\shptxt", "}", "}"])
def test_nothing_breaks_it(parts: list[str]) -> None:
    Reading("a.rtf", "{\\rtf1" + "".join(parts))


def test_a_brace_too_many_costs_no_words() -> None:
    articles = read_rtf(Source("a.rtf", b"{\\rtf1 One.}}\\footnote Two.}} Three.\\par"), Media(), Report())
    assert [word for word in ("One.", "Two.", "Three.") if word not in article_text(articles[0])] == []


def test_it_is_known_by_its_beginning() -> None:
    assert detect(Source("a.doc", b"{\\rtf1 x}"), Report()) is Kind.RTF


def test_a_file_is_parted_at_its_page_breaks_where_its_front_says_so() -> None:
    source = Source(
        "a.rtf", rtf(r"\pard\s1 A\par\pard One.\par\page\pard B, no heading\par Two, it ends.\par").encode()
    )
    for items, headlines in ((None, ["A"]), ("page-breaks", ["A", "B, no heading"])):
        articles = read_rtf(source, Media(), Report(), Rules(items=items))  # type: ignore[arg-type]
        assert [article.metadata.headline for article in articles] == headlines
