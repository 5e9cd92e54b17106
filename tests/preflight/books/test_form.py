"""Preflight of an EPUB: sound books pass, each kind of fault is found."""

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from publisher.formats import Artifact, Format
from publisher.preflight.books import form
from publisher.preflight.books.form import check_epub
from publisher.preflight.books.references import Reference, markup_references, scripts, style_references
from publisher.report import Finding
from tests.writers.epub.books import SAMPLES, written

Files = dict[str, bytes]


def findings(data: bytes) -> list[Finding]:
    return list(check_epub(Artifact(Format.EPUB, "book.epub", data)))


def sound() -> Files:
    with zipfile.ZipFile(io.BytesIO(written("every node")[0])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Files, stored: str = "mimetype") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def changed(name: str, old: str, new: str) -> bytes:
    """The sound book with *old* in one of its files made *new*."""
    files = sound()
    assert old.encode() in files[name], old
    return packed({**files, name: files[name].replace(old.encode(), new.encode(), 1)})


@pytest.mark.parametrize("name", SAMPLES)
def test_sound_books_pass(name: str) -> None:
    assert findings(written(name)[0]) == []
    assert findings(packed(sound())) == []


OPF, NAV, TEXT, CSS = "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/a2.xhtml", "EPUB/style.css"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "says"),
    [
        (OPF, "</dc:identifier>", "x</dc:identifier></dc:identifier>", "epub.unreadable", "can't be read"),
        (OPF, 'unique-identifier="publication-id"', 'unique-identifier="x"', "epub.metadata", "identifier"),
        (OPF, "<dc:language>en-US<", "<dc:language>English please<", "epub.metadata", "language"),
        (OPF, "T00:00:00Z<", "<", "epub.metadata", "last change"),
        (OPF, 'property="dcterms:modified"', 'property="dcterms:created"', "epub.metadata", "last change"),
        (OPF, 'version="3.0"', 'version="2.0"', "epub.metadata", "version"),
        (OPF, ' properties="nav"', "", "epub.metadata", "navigation"),
        (OPF, 'refines="#series"', 'refines="#serious"', "epub.reference", "#serious"),
        (OPF, 'idref="i-a2-xhtml"', 'idref="i-a9-xhtml"', "epub.reference", "i-a9-xhtml"),
        (OPF, 'href="a2.xhtml"', 'href="a9.xhtml"', "epub.reference", "EPUB/a9.xhtml"),
        (OPF, '<item id="i-a1-xhtml" ', '<item id="i-a2-xhtml" ', "epub.reference", "i-a2-xhtml"),
        (OPF, "<item ", '<item id="y" href="a1.xhtml" media-type="text/html"/><item ', "epub.reference", "twice"),
        (NAV, 'href="a2.xhtml"', 'href="a2.xhtml#x"', "epub.reference", "a place that isn't there"),
        (NAV, 'href="a2.xhtml"', 'href="../a2.xhtml"', "epub.reference", "../a2.xhtml"),
        (TEXT, "</em>", "</en>", "epub.unreadable", "no well-formed XML"),
        (TEXT, "Notes", "&nbsp;", "epub.unreadable", "no well-formed XML"),
        (TEXT, 'id="a2.note-1"', 'id="a2.note-9"', "epub.reference", "#a2.note-1"),
        (TEXT, 'id="a2.note-1"', 'id="a2.note-2"', "epub.reference", "twice"),
        (TEXT, 'id="a2-here"', 'id="a2 here"', "epub.reference", "blank"),
        (TEXT, "<code>", '<img src="https://example.org/x.png" alt=""/><code>', "epub.reference", "outside the book"),
        (TEXT, "<code>", '<img src="//example.org/x.png" alt=""/><code>', "epub.reference", "outside the book"),
        (TEXT, "<code>", '<img src="gone.png" alt=""/><code>', "epub.reference", "gone.png"),
        (TEXT, "<code>", '<img srcset="gone.png 2x" alt=""/><code>', "epub.reference", "gone.png"),
        (TEXT, "<code>", '<code style="background: url(gone.png)">', "epub.reference", "gone.png"),
        (TEXT, 'href="style.css"', 'href="https://example.org/style.css"', "epub.reference", "outside the book"),
        (TEXT, 'href="https:', 'href="javascript:', "epub.reference", "harm"),
        (TEXT, 'href="https:', 'href="file:', "epub.reference", "harm"),
        (TEXT, 'href="https://', 'href="https://[', "epub.reference", "no address"),
        (TEXT, "</body>", "<script>alert(1)</script></body>", "epub.script", "a script element"),
        (TEXT, "<code>", '<code onclick="alert(1)">', "epub.script", "onclick on code"),
        (CSS, "url(fonts/", "url(founts/", "epub.reference", "founts/"),
        (CSS, "url(fonts/", "url(https://example.org/", "epub.reference", "outside the book"),
        (CSS, "@font-face", '@import "more.css"; @font-face', "epub.reference", "more.css"),
    ],
)
def test_each_fault_is_found_in_its_place(file: str, old: str, new: str, code: str, says: str) -> None:
    found = findings(changed(file, old, new))
    assert found
    assert {finding.code for finding in found} <= {code, "epub.reference"}
    assert any(finding.code == code and says in finding.message for finding in found), found
    assert all(finding.message.startswith("book.epub") and finding.hint for finding in found)


def test_a_book_without_title_is_found() -> None:
    files = sound()
    files[OPF] = files[OPF].replace(b"dc:title", b"dc:type")
    (finding,) = findings(packed(files))
    assert (finding.code, finding.where.part) == ("epub.metadata", OPF)
    assert "a title" in finding.message


def without(name: str) -> Callable[[Files], Files]:
    return lambda files: {key: data for key, data in files.items() if key != name}


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (without("EPUB/cover.png"), "epub.reference", "lists EPUB/cover.png"),
        (without("EPUB/a1.xhtml"), "epub.reference", "lists EPUB/a1.xhtml"),
        (without(OPF), "epub.unreadable", "package.opf"),
        (without("META-INF/container.xml"), "epub.unreadable", "container.xml"),
        (without("mimetype"), "epub.unreadable", "mimetype"),
        (lambda files: {**files, "EPUB/stray.txt": b"x"}, "epub.reference", "EPUB/stray.txt isn't listed"),
        (lambda files: dict(reversed(files.items())), "epub.unreadable", "mimetype"),
        (lambda files: {**files, "mimetype": b"application/zip"}, "epub.unreadable", "mimetype"),
        (lambda files: {"mimetype": files["mimetype"]}, "epub.unreadable", "container.xml"),
        (lambda _: {}, "epub.unreadable", "empty"),
    ],
)
def test_files_too_few_or_too_many_are_found(change: Callable[[Files], Files], code: str, says: str) -> None:
    found = findings(packed(change(sound())))
    assert any(finding.code == code and says in finding.message for finding in found), found


def test_a_packed_media_type_is_found() -> None:
    (finding,) = findings(packed(sound(), stored=""))
    assert (finding.code, finding.where.part) == ("epub.unreadable", "mimetype")


def test_a_book_of_others_may_lie_elsewhere_and_hold_what_ours_do_not() -> None:
    files = {name.replace("EPUB/", "OPS/"): data for name, data in sound().items()}
    files["META-INF/container.xml"] = files["META-INF/container.xml"].replace(b"EPUB/", b"OPS/")
    files["META-INF/com.apple.ibooks.display-options.xml"] = b"<display_options/>"
    assert findings(packed(files)) == []


@pytest.mark.parametrize("size", [0, 1, 30, 1000, -1000, -1])
def test_a_book_cut_off_is_a_finding_not_a_crash(size: int) -> None:
    found = findings(written("plain")[0][:size])
    assert {finding.code for finding in found} == {"epub.unreadable"}


def test_a_flipped_byte_is_a_finding_not_a_crash() -> None:
    data = bytearray(written("plain")[0])
    for place in range(0, len(data), 997):
        data[place] ^= 0xFF
        list(check_epub(Artifact(Format.EPUB, "book.epub", bytes(data))))
        data[place] ^= 0xFF


def test_a_book_that_unpacks_to_no_end_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form, "LARGEST", 1 << 20)
    (finding,) = findings(packed({**sound(), "EPUB/bomb.txt": b"\0" * (2 << 20)}))
    assert "more than 1 MB" in finding.message


def test_entities_are_not_expanded() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE html [<!ENTITY l0 "lol">{lol}]>'
    found = findings(changed(TEXT, "<!DOCTYPE html>", bomb))
    assert all(finding.code.startswith("epub.") for finding in found)


def test_the_references_of_a_style_sheet_are_found() -> None:
    css = "a{b:url( x.png )} /* url(no.png) */ @import 'y.css'; c{d:URL(\"z w.png\")} /* url(open"
    assert [reference.target for reference in style_references(css)] == ["x.png", "y.css", "z w.png"]


def test_references_are_read_in_linear_time() -> None:
    for piece in ("/*", "url(", "url('", "@import ", '@import "'):
        assert len(list(style_references(piece * 200_000))) <= 200_000


def test_followed_and_fetched_references_are_told_apart() -> None:
    markup = '<x xmlns:l="http://www.w3.org/1999/xlink"><a href="1"/><img src="2"/><image l:href="3"/><a/></x>'
    found = [reference._replace(element=None) for reference in markup_references(etree.fromstring(markup))]
    assert found == [Reference("1", followed=True), Reference("2", followed=False), Reference("3", followed=False)]


def test_blocks_of_data_are_no_scripts() -> None:
    markup = '<x><script type="application/ld+json"/><script type="text/javascript"/><script/><p onload="x"/></x>'
    found = [script.name for script in scripts(etree.fromstring(markup))]
    assert found == ["a script element", "a script element", "onload on p"]
