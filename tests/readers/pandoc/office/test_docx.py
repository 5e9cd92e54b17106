"""Word documents."""

import pytest

from publisher import model as m
from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.normalise.rules import Rules
from publisher.readers.pandoc.office.docx import read_docx
from publisher.report import Report
from publisher.settings import Items
from publisher.walk import article_text
from tests import pictures
from tests.readers.pandoc import word
from tests.readers.pandoc.desk import Reading
from tests.readers.pandoc.word import document, paragraph, picture, relations, run

HEADLINE = paragraph(run("A"), "Heading1")


def read(body: str, **parts: object) -> Reading:
    return Reading("a.docx", document(HEADLINE + body, **parts))  # type: ignore[arg-type]


def words(reading: Reading) -> list[str]:
    blocks = [block for block in reading.article.body if isinstance(block, m.Paragraph)]
    return ["".join(run.text for run in block.inlines if isinstance(run, m.Text)) for block in blocks]


def image(name: str, target: str, mode: str = "") -> str:
    return relations((name, "image", target, mode))


CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>Ilse; Peter</dc:creator>'
    "<dc:language>EN_us</dc:language></cp:coreProperties>"
)


def test_properties_and_styles_say_what_is_known() -> None:
    reading = Reading("a.docx", document(paragraph(run("Text.")), docProps__core_xml=CORE.format("A day")))
    assert reading.article.metadata == Metadata(headline="A day", by=("Ilse", "Peter"), language="en-US")
    styled = paragraph(run("Another"), "Title") + paragraph(run("Text."))
    reading = Reading("a.docx", document(styled, docProps__core_xml=CORE.format("A day")))
    assert reading.article.metadata.headline == "Another"
    assert read(paragraph(run("Text.")), docProps__core_xml=CORE.format(" ")).article.metadata.headline == "A"


def test_headings_of_level_1_open_articles_and_styles_are_roles() -> None:
    body = paragraph(run("Said."), "PullQuote") + paragraph(run("B"), "Heading1") + paragraph(run("C"), "Heading2")
    one, two = read(body).articles
    assert one.body == (m.Paragraph((m.Text("Said."),), role=m.Role.PULL_QUOTE),)
    assert two == m.Article(Metadata(headline="B", language="en-US"), (m.Heading((m.Text("C"),), id="c"),))


def test_the_main_part_is_where_the_package_says() -> None:
    data = document(HEADLINE + paragraph(run("Text.")), main="word/document2.xml")
    assert words(Reading("a.docx", data)) == ["Text."]


def test_tracked_changes_are_accepted_and_told() -> None:
    by = 'w:id="1" w:author="x" w:date="2026-01-01T00:00:00Z"'
    inserted, deleted = (
        f"<w:ins {by}>{run('new')}</w:ins>",
        f"<w:del {by}><w:r><w:delText>old</w:delText></w:r></w:del>",
    )
    moved = f"<w:moveFrom {by}>{run('away')}</w:moveFrom><w:moveTo {by}>{run(' here')}</w:moveTo>"
    reading = read(paragraph(run("The ") + inserted + deleted + moved))
    assert words(reading) == ["The new here"]
    assert reading.codes == ["docx.tracked"]
    assert "put in: 2, taken out: 2" in reading.report.findings[0].message
    assert read(paragraph(run("Text."))).codes == []


@pytest.mark.parametrize(
    ("mark", "is_hidden"), [("<w:vanish/>", True), ('<w:vanish w:val="1"/>', True), ('<w:vanish w:val="0"/>', False)]
)
def test_hidden_words_are_left_out_and_told(mark: str, is_hidden: bool) -> None:
    reading = read(paragraph(run("Seen.") + run(" Hidden.", mark)))
    assert words(reading) == ["Seen." if is_hidden else "Seen. Hidden."]
    assert reading.codes == (["docx.hidden"] if is_hidden else [])
    if is_hidden:
        assert "Hidden" not in reading.finding("docx.hidden").message
        assert reading.finding("docx.hidden").before == " Hidden."


def test_changes_are_told_with_their_authors() -> None:
    inserted = f'<w:ins w:id="1" w:author="Ilse">{run("new")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="Peter"><w:r><w:delText>old</w:delText></w:r></w:del>'
    reading = read(paragraph(inserted + deleted + inserted))
    assert "by Ilse, Peter (put in: 2, taken out: 1)" in reading.finding("docx.tracked").message


def test_a_style_can_hide_words() -> None:
    styles = (
        f'<w:styles xmlns:w="{word.W}"><w:style w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr>'
        '</w:style><w:style w:styleId="Below"><w:name w:val="Below"/><w:basedOn w:val="Secret"/></w:style>'
        '<w:style w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style></w:styles>'
    )
    hidden = run(" secret", '<w:rStyle w:val="Secret"/>') + run(" too", '<w:rStyle w:val="Below"/>')
    seen = run(" words", '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>') + run(".", '<w:rStyle w:val="Round"/>')
    reading = read(paragraph(run("Seen") + hidden + seen) + paragraph(run("whole"), "Below"), word__styles_xml=styles)
    assert words(reading) == ["Seen words."]
    assert reading.finding("docx.hidden").before == " secret\n too\nwhole"


def test_comments_are_editor_s_notes() -> None:
    comment = f'<w:comment w:id="0" w:author="Peter">{paragraph(run("Check!"))}</w:comment>'
    comments = f'<w:comments xmlns:w="{word.W}">{comment}</w:comments>'
    reading = read(paragraph(run("Text.")), word__comments_xml=comments)
    assert (words(reading), reading.codes) == (["Text."], [])
    assert reading.article.metadata.ed_note == "Peter: Check!"


PAGE = '<w:r><w:br w:type="page"/></w:r>'
PAGES = (
    paragraph(run("A"), "Heading1")
    + paragraph(run("One.") + PAGE)
    + paragraph(run("B"), "Heading1")
    + paragraph(run("Two."))
    + paragraph(PAGE + run("C, and no heading"))
    + paragraph(run("Three, and it ends with a full stop."))
)


@pytest.mark.parametrize(
    ("items", "headlines"),
    [
        (None, ["A", "B"]),
        ("headings", ["A", "B"]),
        ("page-breaks", ["A", "B", "C, and no heading"]),
        ("one", ["A"]),
    ],
)
def test_a_file_is_parted_as_its_front_says(items: Items | None, headlines: list[str]) -> None:
    source, report = Source("a.docx", document(PAGES)), Report()
    articles = read_docx(source, Media(), report, Rules(items=items))
    assert [article.metadata.headline for article in articles] == headlines
    assert "".join(map(article_text, articles)).count("\ue0f2") == 0


def test_a_title_over_several_texts_is_told() -> None:
    report = Report()
    data = document(paragraph(run("The issue"), "Title") + PAGES)
    assert len(read_docx(Source("a.docx", data), Media(), Report())) == 1
    articles = read_docx(Source("a.docx", data), Media(), report, Rules(items="headings"))
    assert [article.metadata.headline for article in articles] == ["A", "B"]
    assert [finding.before for finding in report.findings if finding.code == "pandoc.dropped"] == ["The issue"]


BOX = f"<w:txbxContent>{paragraph(run('In a box.'))}{paragraph(run('Still.'))}</w:txbxContent>"


@pytest.mark.parametrize(
    "box",
    [
        f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>",
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData uri='x'>"
        f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    ],
    ids=["old", "new with the old beside it"],
)
def test_text_boxes_stand_once_after_their_paragraph(box: str) -> None:
    reading = read(paragraph(run("Before.") + box) + paragraph(run("After.")))
    assert words(reading) == ["Before.", "In a box.", "Still.", "After."]
    assert reading.codes == ["pandoc.plain"]


@pytest.mark.parametrize(
    ("wrapped", "said"),
    [
        (f"<w:fldSimple w:instr='SEQ'>{run('7')}</w:fldSimple>", "a7b"),
        (f"<w:customXml w:element='e'><w:customXmlPr/>{run('x')}</w:customXml>", "axb"),
        (f"<w:bdo w:val='rtl'>{run('x')}</w:bdo>", "axb"),
        (f"<w:bdo w:val='rtl'><w:fldSimple w:instr='x'>{run('x')}{run('y')}</w:fldSimple></w:bdo>", "axyb"),
        (
            f"<w:r><w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>",
            "a漢(kan)b",
        ),
    ],
)
def test_what_pandoc_passes_over_is_unwrapped(wrapped: str, said: str) -> None:
    reading = read(paragraph(run("a") + wrapped + run("b")))
    assert (words(reading), reading.codes) == ([said], [])


def test_what_it_passes_over_all_the_same_is_told() -> None:
    reading = read(paragraph(run("Text.") + "<w:r><w:object><w:t>lost words</w:t></w:object></w:r>"))
    assert reading.codes == ["pandoc.dropped"]
    assert reading.report.findings[0].before == "lost words"
    assert read(paragraph(run("Text.")) + '<w:altChunk r:id="rId9"/>').codes == ["pandoc.dropped"]


def test_names_between_paragraphs_are_found_by_links() -> None:
    link = '<w:hyperlink w:anchor="there">{}</w:hyperlink>'.format(run("see"))
    body = (
        paragraph(link)
        + '<w:bookmarkStart w:id="1" w:name="there"/>'
        + paragraph(run("Here."))
        + '<w:bookmarkEnd w:id="1"/>'
    )
    see, here = read(body).article.body
    assert see == m.Paragraph((m.Link("#there", (m.Text("see"),)),))
    assert here.id == "there"


def test_pictures_come_out_of_the_package_cleaned() -> None:
    body = paragraph(picture('r:embed="rId5"')) + paragraph(run("End.") + run("", "<w:vanish/>"))
    private = pictures.jpeg(exif=pictures.camera())
    reading = read(body, relationships=image("rId5", "media/image1.jpg"), word__media__image1_jpg=private)
    figure = reading.article.body[0]
    assert isinstance(figure, m.Figure)
    assert (figure.image.alt, reading.codes) == ("Alt", ["media.cleaned", "media.no-credit"])
    assert reading.media[figure.image.media].data == pictures.jpeg()


def test_a_decorative_picture_is_known_by_word_s_own_mark() -> None:
    def read_marked(properties: str, inner: str) -> Reading:
        body = paragraph(picture('r:embed="rId5"', properties, inner)) + paragraph(run("End."))
        return read(body, relationships=image("rId5", "media/a.png"), word__media__a_png=pictures.png())

    mark = '<a:extLst><a:ext uri="{{C}}"><adec:decorative val="{}"/></a:ext></a:extLst>'
    for value, codes in (("1", []), ("0", ["media.no-alt"])):
        reading = read_marked("", mark.format(value))
        (figure, _) = reading.article.body
        assert isinstance(figure, m.Figure)
        assert (figure.image.decorative, reading.codes) == (not codes, codes)
    assert read_marked("", "").codes == ["media.no-alt"]


@pytest.mark.parametrize(
    ("relation", "target", "mode", "code"),
    [
        ('r:link="rId5"', "http://127.0.0.1:9/a.png", "External", "media.remote"),
        ('r:embed="rId5"', "media/gone.png", "", "media.missing"),
        ('r:embed="rId5"', "../../../etc/hostname", "", "media.missing"),
    ],
)
def test_pictures_that_are_elsewhere_or_gone_are_errors(relation: str, target: str, mode: str, code: str) -> None:
    reading = read(paragraph(picture(relation)) + paragraph(run("End.")), relationships=image("rId5", target, mode))
    assert reading.codes == [code]
    assert words(reading) == ["End."]


def test_links_that_lead_nowhere_leave_their_words() -> None:
    body = paragraph(f'<w:hyperlink r:id="rId5">{run("click")}</w:hyperlink>') + paragraph(run("End."))
    reading = read(body, relationships=relations(("rId5", "hyperlink", "javascript:alert(1)", "External")))
    assert (words(reading), reading.codes) == (["click", "End."], ["link.dropped"])


def test_a_linked_picture_that_is_held_too_is_taken() -> None:
    both = relations(("rId5", "image", "media/a.png", ""), ("rId6", "image", "http://x.example/a.png", "External"))
    body = paragraph(picture('r:embed="rId5" r:link="rId6"')) + paragraph(run("End."))
    assert read(body, relationships=both, word__media__a_png=pictures.png()).codes == []


def test_an_empty_document_is_an_error() -> None:
    assert Reading("a.docx", document(paragraph(""))).codes == ["structure.empty"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (document(HEADLINE)[:-60], "damaged package"),
        (document("<w:p>"), "is damaged"),
        (
            document(HEADLINE, main="word/elsewhere.xml").replace(b"word/elsewhere.xml", b"word/elsewhere.xmk"),
            "no Word doc",
        ),
    ],
    ids=["cut", "not well-formed", "no main part"],
)
def test_what_is_no_document_is_refused_with_a_way_out(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        Reading("a.docx", data)
    assert caught.value.hint
