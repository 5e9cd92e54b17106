"""EPUBs as sources."""

import io
import zipfile

import pytest

from publisher.errors import SourceError
from publisher.walk import article_text
from tests import pictures
from tests.readers.pandoc.desk import Reading

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="b/p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
DC = "http://purl.org/dc/elements/1.1/"


def book(*chapters: str, **others: str | bytes) -> bytes:
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "b/p.opf": f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="{DC}">'
        "<dc:title>The book</dc:title><dc:creator>Ilse Beispiel</dc:creator><dc:language>en-GB</dc:language>"
        "<dc:publisher>the Valley Press</dc:publisher><dc:date>2026</dc:date></metadata><manifest>"
        f'{items}<item id="i" href="i.png" media-type="image/png"/></manifest><spine>{spine}</spine></package>',
        "b/i.png": pictures.png(),
    }
    for number, chapter in enumerate(chapters):
        parts[f"b/c{number}.xhtml"] = (
            f'<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{chapter}'
            "</body></html>"
        )
    parts |= {name.replace("__", "/").replace("_X", "."): data for name, data in others.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in (
            parts | {key.replace("__", "/").replace("_X", "."): data for key, data in others.items()}
        ).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_each_chapter_with_a_headline_is_an_article() -> None:
    reading = Reading(
        "a.epub", book("<h1>One</h1><p>First.</p>", "<section><h1>Two</h1><h2>Within</h2><p>Next.</p></section>")
    )
    assert [article.metadata.headline for article in reading.articles] == ["One", "Two"]
    assert {(article.metadata.by, article.metadata.language) for article in reading.articles} == {
        (("Ilse Beispiel",), "en-GB")
    }
    assert [article_text(article).split()[-1] for article in reading.articles] == ["First.", "Next."]
    assert reading.codes == []


def test_the_book_s_title_serves_one_text_without_a_headline() -> None:
    assert Reading("a.epub", book("<p>First.</p>", "<p>Second.</p>")).article.metadata.headline == "The book"
    assert Reading("a.epub", book("<h1>One</h1><p>First.</p>")).article.metadata.headline == "One"


def test_pictures_come_out_of_the_book() -> None:
    reading = Reading("a.epub", book('<h1>One</h1><p><img src="i.png" alt="A crane"/></p><p>Text.</p>'))
    assert len(reading.media) == 1
    assert reading.codes == []


def test_notes_stand_where_they_are_called() -> None:
    chapter = (
        '<h1>One</h1><p xmlns:epub="http://www.idpf.org/2007/ops">Said.<a epub:type="noteref" href="#n1">1</a></p>'
        '<aside xmlns:epub="http://www.idpf.org/2007/ops" epub:type="footnote" id="n1"><p>A note.</p></aside>'
    )
    (paragraph,) = Reading("a.epub", book(chapter)).article.body
    assert type(paragraph.inlines[-1]).__name__ == "Note"  # type: ignore[union-attr]


def encryption(name: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData '
        'xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherData>'
        f'<e:CipherReference URI="{name}"/></e:CipherData></e:EncryptedData></encryption>'
    )


def test_a_locked_text_is_refused_and_a_locked_font_is_not() -> None:
    with pytest.raises(SourceError, match="its text is encrypted"):
        Reading("a.epub", book("<p>x</p>", **{"META-INF__encryption_Xxml": encryption("b/c0.xhtml")}))
    assert Reading("a.epub", book("<p>Text.</p>", **{"META-INF__encryption_Xxml": encryption("b/f.otf")})).articles


def test_entities_are_refused() -> None:
    trap = '<!DOCTYPE html [<!ENTITY a "x">]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>&a;</p></body></html>'
    with pytest.raises(SourceError, match=r"b/t\.xhtml declares entities"):
        Reading("a.epub", book("<p>x</p>", b__t_Xxhtml=trap))


def test_a_book_without_its_type_is_read_and_told() -> None:
    whole = io.BytesIO(book("<h1>One</h1><p>Text.</p>"))
    bare = io.BytesIO()
    with zipfile.ZipFile(whole) as before, zipfile.ZipFile(bare, "w") as after:
        for name in before.namelist()[1:]:
            after.writestr(name, before.read(name))
    reading = Reading("a.epub", bare.getvalue())
    assert len(reading.articles) == 1
    assert "mimetype" in reading.finding("source.mended").message


def test_a_chapter_without_an_element_does_no_harm() -> None:
    assert Reading("a.epub", book("<p>Text.</p>", b__e_Xxhtml="<?x?>")).articles
