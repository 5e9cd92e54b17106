"""DocBook, JATS, FictionBook and OPML."""

import pytest

from publisher.errors import SourceError
from publisher.model import Heading, Paragraph
from publisher.readers import XML_TEXTS
from publisher.readers.pandoc.markup.xml import FORMS
from publisher.walk import article_text
from tests.readers.pandoc.desk import Reading

TEXTS = {
    "a.dbk": '<article xmlns="http://docbook.org/ns/docbook" xml:lang="en-GB"><info><title>A bridge</title><author>'
    "<personname>Ilse Beispiel</personname></author></info><para>The committee met.</para><section><title>Costs</title>"
    "<para>Nobody knew.</para></section></article>",
    "a.jats": '<article article-type="news" xml:lang="en-GB"><front><journal-meta><issn>1</issn></journal-meta>'
    "<article-meta><title-group><article-title>A bridge</article-title></title-group><contrib-group><contrib "
    'contrib-type="author"><name><surname>Beispiel</surname><given-names>Ilse</given-names></name></contrib>'
    "</contrib-group></article-meta></front><body><p>The committee met.</p><sec><title>Costs</title>"
    "<p>Nobody knew.</p></sec></body></article>",
    "a.fb2": '<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description><title-info>'
    "<genre>news</genre><author><first-name>Ilse</first-name><last-name>Beispiel</last-name></author>"
    "<book-title>A bridge</book-title>"
    "<lang>en-GB</lang></title-info></description><body><title><p>A bridge</p></title><section><p>The "
    "committee met.</p></section><section><title><p>Costs</p></title><p>Nobody knew.</p></section></body>"
    "</FictionBook>",
}
CANARY = "zqxjcanary"


@pytest.mark.parametrize("name", TEXTS)
def test_text_and_what_is_known_of_it(name: str) -> None:
    reading = Reading(name, TEXTS[name])
    known = reading.article.metadata
    assert (known.headline, known.by, known.language) == ("A bridge", ("Ilse Beispiel",), "en-GB")
    assert [type(block) for block in reading.article.body] == [Paragraph, Heading, Paragraph]
    assert article_text(reading.article).split()[-6:] == ["The", "committee", "met.", "Costs", "Nobody", "knew."]
    assert reading.codes == []


def test_the_root_tells_it_by_any_name() -> None:
    assert Reading("a.xml", TEXTS["a.fb2"]).article == Reading("a.fb2", TEXTS["a.fb2"]).article


def test_an_outline_is_a_list_of_headings() -> None:
    outline = '<opml version="2.0"><head><title>A bridge</title></head><body><outline text="Costs"/></body></opml>'
    assert article_text(Reading("a.opml", outline).article).split() == ["A", "bridge", "Costs"]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!entity % a SYSTEM "http://127.0.0.1:9/a">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(name: str, declaration: str, encoding: str) -> None:
    text = f"<?xml version='1.0' encoding='{encoding}'?><!DOCTYPE article [{declaration}]>{TEXTS[name]}"
    with pytest.raises(SourceError, match="declares entities") as caught:
        Reading(name, text.encode(encoding))
    assert "ENTITY" in (caught.value.hint or "")


def test_a_document_type_alone_does_no_harm() -> None:
    text = TEXTS["a.dbk"].replace(' xmlns="http://docbook.org/ns/docbook"', "")
    text = f'<!DOCTYPE article PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "http://127.0.0.1:9/x.dtd">{text}'
    assert "committee" in article_text(Reading("a.dbk", text).article)


def test_the_declared_encoding_counts() -> None:
    text = "<?xml version='1.0' encoding='windows-1251'?>\n" + TEXTS["a.fb2"].replace("Costs", "Цена моста")
    assert "Цена моста" in article_text(Reading("a.fb2", text.encode("cp1251")).article)


def test_broken_markup_is_refused_with_its_line() -> None:
    with pytest.raises(SourceError, match=r"a\.dbk:2: is no well-formed XML"):
        Reading("a.dbk", "<article>\n<para>x</article>")


def test_included_files_stay_where_they_are() -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    reading = Reading("a.dbk", TEXTS["a.dbk"].replace("<section>", f"{include}<section>"))
    assert "root:" not in article_text(reading.article)


def test_every_kind_has_a_form() -> None:
    assert set(FORMS) == set(XML_TEXTS)


def test_names_of_characters_need_no_dtd() -> None:
    text = TEXTS["a.dbk"].replace("Nobody knew.", "Nobody knew&mdash;R&amp;D &company; aside.")
    assert "Nobody knew—R&D &company; aside." in article_text(Reading("a.dbk", text).article)


def test_tables_of_fiction_books_keep_their_words() -> None:
    table = "<table><tr><th>Span</th><th>Cost</th></tr><tr><td>one</td><td>12</td></tr></table>"
    reading = Reading("a.fb2", TEXTS["a.fb2"].replace("<p>Nobody knew.</p>", f"{table}<p>Nobody knew.</p>"))
    assert "Span | Cost one | 12 Nobody knew." in " ".join(article_text(reading.article).split())
    assert reading.codes == ["pandoc.plain"]


def test_books_without_sections_keep_their_words() -> None:
    text = TEXTS["a.fb2"].replace("<section>", "").replace("</section>", "")
    said = article_text(Reading("a.fb2", text).article).split()
    assert {"committee", "met.", "Nobody", "knew."} <= set(said)
