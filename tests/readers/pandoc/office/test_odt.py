"""OpenDocument texts."""

import pytest

from publisher import model as m
from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.normalise.rules import Rules
from publisher.readers.pandoc.office.odt import read_odt
from publisher.report import Report
from publisher.walk import plain_text
from tests import pictures
from tests.readers.pandoc.desk import Reading
from tests.readers.pandoc.opendocument import META, STYLES, document, paragraph

HEADLINE = '<text:h text:outline-level="1">A</text:h>'


def read(body: str, **parts: str | bytes) -> Reading:
    return Reading("a.odt", document(HEADLINE + body, **parts))  # type: ignore[arg-type]


def words(reading: Reading) -> list[str]:
    return [plain_text(block.inlines) for block in reading.article.body if isinstance(block, m.Paragraph)]


def test_properties_and_styles_say_what_is_known() -> None:
    known = Reading("a.odt", document(paragraph("Text."), meta_xml=META)).article.metadata
    assert (known.headline, known.by, known.language) == ("The file", ("Ilse Beispiel",), "en-GB")
    body = paragraph("A bridge", "Title") + paragraph("Text.") + paragraph("Said.", "P1")
    own = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Pull_20_Quote"/>'
    article = Reading("a.odt", document(body, own, meta_xml=META, styles_xml=STYLES)).article
    assert article.metadata.headline == "A bridge"
    assert [block.role for block in article.body] == [m.Role.BODY, m.Role.PULL_QUOTE]
    assert [plain_text(block.inlines) for block in article.body if isinstance(block, m.Paragraph)] == ["Text.", "Said."]


def test_tracked_changes_are_accepted_and_told_with_their_authors() -> None:
    def region(name: str, kind: str, inner: str = "") -> str:
        info = "<office:change-info><dc:creator>Ilse</dc:creator></office:change-info>"
        return f'<text:changed-region text:id="{name}"><text:{kind}>{info}{inner}</text:{kind}></text:changed-region>'

    changes = region("c1", "insertion") + region("c2", "deletion", paragraph("old"))
    body = f"<text:tracked-changes>{changes}</text:tracked-changes>" + paragraph(
        'The <text:change-start text:change-id="c1"/>new<text:change-end text:change-id="c1"/>'
        '<text:change text:change-id="c2"/> text.'
    )
    reading = read(body)
    assert words(reading) == ["The new text."]
    assert "by Ilse (put in: 1, taken out: 1)" in reading.finding("docx.tracked").message


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:hidden-text text:condition="x" text:string-value="y">secret</text:hidden-text>',
        '<text:span text:style-name="T1">secret</text:span>',
    ],
)
def test_hidden_words_are_left_out_and_told(hidden: str) -> None:
    style = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    reading = read(paragraph(f"Seen {hidden}words."), automatic=style)
    assert words(reading) == ["Seen words."]
    assert reading.finding("docx.hidden").before == "secret"


def test_comments_are_editor_s_notes() -> None:
    comment = "<office:annotation><dc:creator>Peter</dc:creator><text:p>Check!</text:p></office:annotation>"
    reading = read(paragraph(f"Some {comment}words."))
    assert words(reading) == ["Some words."]
    assert reading.article.metadata.ed_note == "Peter: Check!"
    assert reading.codes == []


def test_boxes_fields_and_readings_keep_their_words() -> None:
    box = "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
    reading = read(paragraph(f"Before.{box}") + paragraph("On <text:date>24 November</text:date>, <text:ruby>"
        "<text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>."))  # fmt: skip
    assert words(reading) == ["Before.", "In a box.", "On 24\u00a0November, 漢(kan)."]
    assert reading.codes[:1] == ["pandoc.plain"]


def test_notes_stand_where_they_are_called() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>A note.</text:p></text:note-body></text:note>"
    )
    (block,) = read(paragraph(f"Said{note}.")).article.body
    assert isinstance(block, m.Paragraph)
    assert [type(inline) for inline in block.inlines] == [m.Text, m.Note, m.Text]


def test_pictures_come_with_what_is_said_of_them() -> None:
    frame = (
        '<draw:frame><draw:image xlink:href="Pictures/a.png" xlink:type="simple"/><svg:desc>A crane</svg:desc>'
        "</draw:frame>"
    )
    reading = read(paragraph(frame) + paragraph("Text."), Pictures__a_png=pictures.png())
    figure = reading.article.body[0]
    assert isinstance(figure, m.Figure)
    assert (figure.image.alt, reading.codes, len(reading.media)) == ("A crane", [], 1)


def test_a_picture_on_the_network_is_not_fetched() -> None:
    frame = '<draw:frame><draw:image xlink:href="http://127.0.0.1:9/a.png"/><svg:desc>x</svg:desc></draw:frame>'
    assert read(paragraph(frame) + paragraph("Text.")).codes == ["media.remote"]


def test_traps_and_locked_documents_are_refused() -> None:
    with pytest.raises(SourceError, match=r"content\.xml declares entities"):
        read(paragraph("x"), before='<!DOCTYPE x [<!ENTITY a "b">]>')
    with pytest.raises(SourceError, match="is damaged"):
        Reading("a.odt", document("<text:p>"))


def test_faults_that_no_program_minds_do_no_harm() -> None:
    assert words(read('<text:p xml:id="1#a">Text.</text:p>')) == ["Text."]


def test_a_file_is_parted_at_its_page_breaks_where_its_front_says_so() -> None:
    style = (
        '<style:style style:name="P1" style:family="paragraph">'
        '<style:paragraph-properties fo:break-before="page"/></style:style>'
    )
    body = HEADLINE + paragraph("One.") + paragraph("B, and no heading", "P1") + paragraph("Two, with a full stop.")
    source = Source("a.odt", document(body, style))
    for items, headlines in ((None, ["A"]), ("page-breaks", ["A", "B, and no heading"])):
        articles = read_odt(source, Media(), Report(), Rules(items=items))  # type: ignore[arg-type]
        assert [article.metadata.headline for article in articles] == headlines
