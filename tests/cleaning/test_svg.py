"""Drawings: what acts or leads outside is gone, what draws stays, sizes are known."""

import base64

import pytest
from lxml import etree

from publisher.cleaning.cleaned import UnfitError
from publisher.cleaning.svg import clean_svg, is_svg
from tests import pictures


def cleaned(inner: str) -> str:
    return clean_svg(pictures.svg(inner)).data.decode()


@pytest.mark.parametrize(
    ("inner", "gone"),
    [
        ("<script>alert(1)</script>", "scripts"),
        ("<rect onclick='alert(1)'/>", "events"),
        ("<rect ONload='alert(1)'/>", "events"),
        ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>alert</p></foreignObject>", "<foreignObject>"),
        ("<rect><animate attributeName='x' values='alert'/></rect>", "animation"),
        ("<a href='javascript:alert(1)'><rect/></a>", "links"),
        ("<a xlink:href='https://alert.example'><rect/></a>", "links"),
        ("<image href='https://alert.example/a.png'/>", "pictures from outside"),
        ("<image xlink:href='file:///alert'/>", "pictures from outside"),
        ("<image href='data:image/svg+xml;base64,alert'/>", "pictures from outside"),
        ("<use href='other.svg#alert'/>", "pictures from outside"),
        ("<style>@import url(https://alert.example);</style>", "parts of its style"),
        ("<style>rect { fill: url(https://alert.example/#a) }</style>", "parts of its style"),
        ("<style>rect { fill: u\\72l(https://alert.example) }</style>", "parts of its style"),
        ("<rect style='fill:url(https://alert.example)'/>", "parts of its style"),
        ("<rect fill='url(https://alert.example)'/>", "parts of its style"),
        ("<metadata><alert xmlns='https://a.example'/></metadata>", "other programs' data"),
        ("<alert xmlns='https://a.example'/>", "other programs' data"),
        ("<rect xmlns:p='https://a.example' p:alert='home/of/the/author'/>", "other programs' data"),
        ("<rect xml:base='https://alert.example'/>", "other programs' data"),
        ("<iframe src='https://alert.example'/>", "<iframe>"),
    ],
)
def test_what_acts_or_leads_outside_is_taken_out_and_named(inner: str, gone: str) -> None:
    found = clean_svg(pictures.svg(inner))
    assert b"alert" not in found.data
    assert gone in " ".join(found.done)
    again = clean_svg(found.data)
    assert (again.data, again.done) == (found.data, ())


@pytest.mark.parametrize(
    "inner",
    [
        "<title>A map</title><desc>Of the town</desc>",
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" transform="translate(1,2)"/>',
        '<g id="a"><path d="M0 0L1 1"/></g><use xlink:href="#a"/><use href="#a"/>',
        "<style>.a { fill: url(#g); stroke: red }</style>",
        '<text xml:lang="kk" xml:space="preserve">Қала <tspan>орталығы</tspan> tail</text>',
    ],
)
def test_what_draws_stays_as_it_is(inner: str) -> None:
    found = clean_svg(pictures.svg(inner))
    assert found.done == ()
    assert inner in found.data.decode()


def test_words_around_what_is_taken_out_stay() -> None:
    assert "<text>before after</text>" in cleaned("<text>before <script>x</script>after</text>")


def test_pictures_inside_are_cleaned_too() -> None:
    def link(data: bytes) -> str:
        return f"data:image/jpeg;base64,{base64.b64encode(data).decode()}"

    private = link(pictures.jpeg(exif=pictures.camera(with_position=True)))
    found = clean_svg(pictures.svg(f"<image href='{private}'/>"))
    assert link(pictures.jpeg()) in found.data.decode()
    assert "camera data" in found.done[0]
    assert clean_svg(pictures.svg(f"<image href='{link(pictures.jpeg())}'/>")).done == ()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ("width='30' height='20'", (30, 20)),
        ("width='1in' height='36pt'", (96, 48)),
        ("viewBox='0 0 40 10'", (40, 10)),
        ("viewBox='0,0,40,10' width='20'", (20, 5)),
        ("viewBox='0 0 40 10' height='20'", (80, 20)),
        ("viewBox='0 0 40 10' width='100%' height='100%'", (40, 10)),
        ("viewBox='0 0 0 10' width='3' height='4'", (3, 4)),
    ],
)
def test_sizes_are_known_in_px_and_all_three_are_written(attributes: str, size: tuple[int, int]) -> None:
    found = clean_svg(pictures.svg(attributes=attributes))
    assert (found.width, found.height) == size
    root = etree.fromstring(found.data)
    assert (root.get("width"), root.get("height")) == tuple(map(str, size))
    assert root.get("viewBox")


@pytest.mark.parametrize("attributes", ["", "width='30'", "width='100%' height='2'", "width='nan' height='1'"])
def test_without_a_size_it_is_refused(attributes: str) -> None:
    with pytest.raises(UnfitError, match="no size"):
        clean_svg(pictures.svg(attributes=attributes))


def test_a_drawing_of_itself_is_refused() -> None:
    with pytest.raises(UnfitError, match="without end"):
        clean_svg(pictures.svg("<g id='a'><use href='#a'/></g>"))


def test_a_giant_is_refused() -> None:
    with pytest.raises(UnfitError, match="larger than 100000 px"):
        clean_svg(pictures.svg(attributes="width='1e9' height='1'"))


def test_entities_are_refused_and_a_plain_document_type_is_dropped() -> None:
    bomb = b"<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + pictures.svg("<text>&b;</text>")
    with pytest.raises(UnfitError, match="entities"):
        clean_svg(bomb)
    outside = b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + pictures.svg("<text>&a;</text>")
    with pytest.raises(UnfitError, match="entities"):
        clean_svg(outside)
    public = b"<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/svg11.dtd'>" + pictures.svg()
    assert b"DOCTYPE" not in clean_svg(public).data


@pytest.mark.parametrize(
    "data",
    [
        pictures.svg()[:-6],
        pictures.svg("<g>" * 100_000),
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<svg width='1' height='1'/>",
    ],
    ids=["cut", "deep", "html", "no name space"],
)
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(UnfitError):
        clean_svg(data)


def test_drawings_are_known_by_their_root() -> None:
    assert is_svg(b"\xef\xbb\xbf <?xml version='1.0'?><!-- c --><svg:svg xmlns:svg='x'/>")
    assert not is_svg(b"<html><body>about svg</body></html>")
    assert not is_svg(b"\x89PNG <svg>")
