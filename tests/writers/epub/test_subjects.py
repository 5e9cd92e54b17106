"""Subjects with their authority, names as they are filed, rights, and claims that a person makes."""

import msgspec
import pytest

from publisher.metadata import Creditline, Metadata
from publisher.model import Article, Bulletin, Image, Section
from publisher.report import Report
from publisher.theme.files import Book
from publisher.writers.epub import write_epub
from publisher.writers.epub.subjects import file_as
from tests.writers.epub.books import THEME, opened
from tests.writers.epub.samples import MEDIA, PICTURE, issue, say


def package(bulletin: Bulletin, claim: Book | None = None) -> str:
    theme = msgspec.structs.replace(THEME, book=claim or Book())
    return opened(write_epub(bulletin, theme, MEDIA, None, Report()))["package.opf"].decode()


def one(*words: str | Image, **known: object) -> Bulletin:
    metadata = Metadata(headline="A bridge", language="en-US", **known)  # type: ignore[arg-type]
    return issue(Section((Article(metadata, (say(*words),)),)), keywords=("bridge",))


def test_codes_name_their_authority_and_words_stand_alone() -> None:
    said = package(one("Words.", subjects=("medtop:20000538", "local"), keywords=("ice", "bridge")))
    assert said.count("<dc:subject") == 4
    assert '<dc:subject id="subject-3">medtop:20000538</dc:subject>' in said
    assert '<meta property="authority" refines="#subject-3">MEDTOP</meta>' in said
    assert '<meta property="term" refines="#subject-3">20000538</meta>' in said
    assert said.count('property="authority"') == 1


def test_a_topic_is_one_however_it_is_written() -> None:
    uri = "http://cv.iptc.org/newscodes/mediatopic/20000538"
    said = package(one("Words.", subjects=("medtop:20000538", uri)))
    assert said.count(">medtop:20000538</dc:subject>") == 1
    assert uri not in said


def test_agencies_are_not_filed_like_persons() -> None:
    article = Article(Metadata(headline="A bridge", creditline=Creditline("Valley Wire", "text")), (say("Words."),))
    said = package(issue(Section((article,)), authors=("Valley Wire", "Ilse Beispiel")))
    assert said.count('property="role"') == 2
    assert said.count('property="file-as"') == 1
    assert '<meta property="file-as" refines="#creator-2">Beispiel, Ilse</meta>' in said


def test_terms_of_use_are_among_the_rights() -> None:
    said = package(one("Words.", usage_terms="Not for broadcast.", copyright_notice="© 2026 The Wire"))
    assert said.count("<dc:rights>") == 3
    assert "<dc:rights>Not for broadcast.</dc:rights>" in said


@pytest.mark.parametrize(
    ("name", "language", "filed"),
    [
        ("Ilse Beispiel", "en-US", "Beispiel, Ilse"),
        ("Maria van der Berg", "nl", "Berg, Maria van der"),
        ("Plato", "en", None),
        ("Martin Example Jr.", "en", None),
        ("Ana García", "es", "García, Ana"),
        ("Ana García Ejemplo", "es", None),
        ("Kovács János", "hu", None),
        ("王 小明", "zh-Hans", None),
    ],
)
def test_names_are_filed_by_the_last_one_where_that_is_the_familys(name: str, language: str, filed: str | None) -> None:
    assert file_as(name, language) == filed


CLAIM = Book("EPUB Accessibility 1.1 - WCAG 2.2 Level AA", "The Press Office")


def test_conformance_is_claimed_only_by_the_settings() -> None:
    assert "conformsTo" not in package(one("Words."))
    said = package(one("Words."), CLAIM)
    assert f'<meta property="dcterms:conformsTo" id="claim">{CLAIM.conforms_to}</meta>' in said
    assert '<meta property="a11y:certifiedBy" refines="#claim">The Press Office</meta>' in said


def test_a_picture_without_words_takes_the_claim_away() -> None:
    said = package(one("A picture: ", Image(PICTURE, None)), CLAIM)
    assert "conformsTo" not in said
    assert "certifiedBy" not in said
    assert '"schema:accessModeSufficient">textual<' not in said
