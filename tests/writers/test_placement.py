"""Where pictures stand and how large, in forms and patterns as on the page itself."""

import pikepdf

from publisher.writers.operations import IDENTITY
from publisher.writers.placement import content, find_placements


def page(pdf: pikepdf.Pdf, data: bytes, **kinds: dict[str, pikepdf.Object]) -> None:
    pdf.add_blank_page()
    resources = pikepdf.Dictionary()
    for kind, things in kinds.items():
        resources["/" + kind] = pikepdf.Dictionary({"/" + name: thing for name, thing in things.items()})
    pdf.pages[-1].Resources = resources
    pdf.pages[-1].Contents = pdf.make_stream(data)


def image(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    return pdf.make_stream(b"\0", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1)


def form(pdf: pikepdf.Pdf, data: bytes, drawn: pikepdf.Object, **entries: object) -> pikepdf.Stream:
    made = pdf.make_stream(data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    made.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(i=drawn))
    for key, value in entries.items():
        made["/" + key] = value
    return made


def test_the_largest_size_and_the_first_page_count() -> None:
    with pikepdf.new() as pdf:
        picture = image(pdf)
        page(pdf, b"/x gs 0 0 9 9 re f", XObject={"i": picture})
        page(pdf, b"q 40 0 0 20 5 5 cm /i Do Q q 3 0 0 30 0 0 cm /i Do Q", XObject={"i": picture})
        page(pdf, b"10 0 0 5 0 0 cm /i Do", XObject={"i": picture})
        assert find_placements(pdf).pictures[picture.objgen] == (40, 30, 2)


def test_forms_and_patterns_lend_their_spaces() -> None:
    with pikepdf.new() as pdf:
        inner, tiled = image(pdf), image(pdf)
        outer = form(pdf, b"2 0 0 2 0 0 cm /i Do", inner, Matrix=pikepdf.Array([3, 0, 0, 3, 0, 0]))
        tile = form(pdf, b"4 0 0 4 0 0 cm /i Do", tiled, PatternType=1, Matrix=pikepdf.Array([5, 0, 0, 5, 0, 0]))
        data = b"7 0 0 7 0 0 cm /f Do /Pattern cs /p scn 0 0 1 1 re f"
        page(pdf, data, XObject={"f": outer}, Pattern={"p": tile})
        found = find_placements(pdf)
        assert found.pictures[inner.objgen] == (42, 42, 1)
        # A pattern starts from the page, whatever has moved the content.
        assert found.pictures[tiled.objgen] == (20, 20, 1)
        assert found.spaces[outer.objgen] == (21, 0, 0, 21, 0, 0)


def test_masks_are_gone_into() -> None:
    with pikepdf.new() as pdf:
        picture = image(pdf)
        mask = form(pdf, b"6 0 0 6 0 0 cm /i Do", picture)
        state = pikepdf.Dictionary(SMask=pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=mask))
        page(pdf, b"/s gs", ExtGState={"s": state})
        assert find_placements(pdf).pictures[picture.objgen] == (6, 6, 1)


def test_a_form_that_draws_itself_ends() -> None:
    with pikepdf.new() as pdf:
        made = form(pdf, b"/i Do", image(pdf))
        made.Resources.XObject.i = made
        page(pdf, b"/f Do", XObject={"f": made})
        assert find_placements(pdf).spaces == {made.objgen: IDENTITY}


def test_content_in_parts_is_one() -> None:
    with pikepdf.new() as pdf:
        page(pdf, b"q")
        pdf.pages[0].Contents = pikepdf.Array([pdf.make_stream(b"q"), pdf.make_stream(b"Q")])
        assert content(pdf.pages[0].obj) == b"q\nQ"
        del pdf.pages[0].obj["/Contents"]
        assert content(pdf.pages[0].obj) == b""
