"""Texts in other markup: one text in each, and none that reaches what lies outside it."""

import socket
from pathlib import Path

import pytest

from publisher.errors import SourceError
from publisher.model import Heading, ItemList, Paragraph, Quotation, Table
from publisher.readers import TEXTS
from publisher.readers.pandoc.markup.texts import FORMS
from publisher.walk import article_text, plain_text
from tests.readers.pandoc.desk import Reading

CANARY = "zqxjcanary"
TEXTS_BY_NAME = {
    "a.rst": "A bridge\n########\n\nThe *committee* met.\n\nCosts\n*****\n\n  Waited.\n\n- one\n- two\n",
    "a.tex": "\\title{A bridge}\\begin{document}\\maketitle The \\emph{committee} met.\n\\section{Costs}\n"
    "\\begin{quote}Waited.\\end{quote}\\begin{itemize}\\item one\\item two\\end{itemize}\\end{document}\n",
    "a.org": "#+title: A bridge\n\nThe /committee/ met.\n\n* Costs\n"
    "#+begin_quote\nWaited.\n#+end_quote\n\n- one\n- two\n",
    "a.adoc": "= A bridge\n\nThe _committee_ met.\n\n== Costs\n\n____\nWaited.\n____\n\n* one\n* two\n",
    "a.textile": "h1. A bridge\n\nThe _committee_ met.\n\nh2. Costs\n\nbq. Waited.\n\n* one\n* two\n",
    "a.typ": '#set document(title: "A bridge")\n\nThe _committee_ met.\n\n= Costs\n\n#quote(block: true)[Waited.]\n\n'
    "- one\n- two\n",
    "a.wiki": "= A bridge =\n\nThe ''committee'' met.\n\n== Costs ==\n\n"
    "<blockquote>Waited.</blockquote>\n\n* one\n* two\n",
}
#: Markup that would bring in a file or an address, if it were followed.
REACHING = {
    "a.rst": ".. include:: {file}\n\n.. image:: {url}\n\n.. raw:: html\n   :file: {file}\n\nWords.\n",
    "a.tex": "\\input{{{file}}}\\include{{{file}}}\\verbatiminput{{{file}}}\\lstinputlisting{{{file}}}"
    "\\includegraphics{{{url}}} Words.\n",
    "a.org": '#+include: "{file}"\n#+setupfile: {url}\n[[{url}]]\n[[file:{file}]]\n\nWords.\n',
    "a.adoc": "image::{url}[]\n\nimage::{file}[]\n\nWords.\n",
    "a.textile": "!{url}!\n\n!{file}!\n\nWords.\n",
    "a.wiki": "{{{{:{file}}}}} [[File:{url}]]\n\nWords.\n",
    "a.typ": '#image("{file}")\n#image("{url}")\n\nWords.\n',
    "a.csv": "a,{file}\nWords.,{url}\n",
    "a.tsv": "a\t{file}\nWords.\t{url}\n",
}


@pytest.mark.parametrize("name", TEXTS_BY_NAME)
def test_one_text_in_each_gives_the_same_article(name: str) -> None:
    article = Reading(name, TEXTS_BY_NAME[name]).article
    assert article.metadata.headline == "A bridge"
    assert [type(block) for block in article.body] == [Paragraph, Heading, Quotation, ItemList]
    assert article_text(article).split() == [
        "A",
        "bridge",
        "The",
        "committee",
        "met.",
        "Costs",
        "Waited.",
        "one",
        "two",
    ]
    assert [block.level for block in article.body if isinstance(block, Heading)] == [1]


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.tsv", "\t")])
def test_tables_are_tables(name: str, mark: str) -> None:
    (table,) = Reading(name, f"Span{mark}Cost\none{mark}12\n").article.body
    assert isinstance(table, Table)
    assert [plain_text(cell.blocks[0].inlines) for row in (*table.head, *table.body) for cell in row.cells] == [  # type: ignore[union-attr]
        "Span",
        "Cost",
        "one",
        "12",
    ]


@pytest.mark.parametrize("name", REACHING)
def test_reaches_neither_files_nor_the_network(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "outside" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text(CANARY)
    (tmp_path / "sources").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/a.png"
        reading = Reading(name, REACHING[name].format(file=secret, url=url), tmp_path / "sources")
        with pytest.raises(TimeoutError):
            listener.accept()
    said = "".join(map(article_text, reading.articles)) + "".join(map(str, reading.report.findings))
    assert CANARY not in said
    assert "Words." in said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.adoc", "include::{file}[]\n\nWords.\n"),
        ("a.typ", '#include "{file}"'),
        ("a.rst", ".. csv-table::\n   :file: {file}\n\nWords.\n"),
    ],
)
def test_what_can_not_do_without_a_file_is_refused(name: str, text: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(CANARY)
    with pytest.raises(SourceError, match="not found") as caught:
        Reading(name, text.format(file=secret), tmp_path)
    assert caught.value.hint
    assert CANARY not in caught.value.message


def test_every_kind_has_a_form() -> None:
    assert set(FORMS) == set(TEXTS)


def test_a_fault_names_its_line() -> None:
    reading = Reading("a.tex", "Words.\n\n\\input{gone}\n")
    assert any(finding.where.line for finding in reading.report.findings)


def test_what_the_markup_s_reader_can_not_read_is_read_as_plain_copy() -> None:
    reading = Reading("a.csv", 'Span,Cost\n"one" x,12\n')
    assert "one" in article_text(reading.article)
    assert "pandoc.unread" in reading.codes


def test_fields_above_a_text_are_kept() -> None:
    reading = Reading(
        "a.rst", "A bridge\n########\n\n:Author: Ilse\n:Contact: the desk\n:Date: 24 November\n\nThe text.\n"
    )
    assert reading.article.metadata.by == ("Ilse",)
    assert {"contact", "desk", "24", "November"} <= set(article_text(reading.article).split())


def test_a_list_of_terms_that_opens_a_text_is_no_front_matter() -> None:
    reading = Reading("a.rst", "A bridge\n########\n\nThe span\n    It stands.\n\n    It stood.\n")
    assert {"span", "stands.", "stood."} <= set(article_text(reading.article).split())
    assert "frontmatter.unknown" not in reading.codes
