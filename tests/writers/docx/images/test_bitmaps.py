"""Pictures as they are held: once, no finer than Word wants, in colours of screens."""

import io
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import pypandoc
import pytest
from PIL import Image as Raster

from publisher.errors import MissingError
from publisher.media import Picture
from publisher.model import Figure, Image, ItemList, Note, Text
from publisher.report import Report
from publisher.theme.loading import styles_folder
from publisher.writers.docx import write_docx
from publisher.writers.docx.images.bitmaps import fitted
from publisher.writers.pages import engine
from tests.writers.docx.noted import annotated
from tests.writers.docx.pictures import store
from tests.writers.docx.samples import (
    article_lines,
    body,
    gazette,
    parts,
    say,
    single,
    written,
)
from tests.writers.docx.sights import (
    ASVG,
    COLUMN,
    EMBED,
    RELATIONSHIP,
    A,
    drawings,
    held,
    media_of,
    opened,
)


def test_a_picture_that_is_shown_twice_is_held_once() -> None:
    image = Image(store().dot, "a dot")
    data = written(single(say(image, image), Figure(image), say("Called", Note((say(image),)))))
    assert len(held(data)) == 1
    embeds = {drawing.find(f".//{A}blip").get(EMBED) for drawing in drawings(data)}
    assert len(embeds) == 1
    for rels in ("word/_rels/document.xml.rels", "word/_rels/footnotes.xml.rels"):
        found = [r for r in parts(data)[rels].iter(RELATIONSHIP) if r.get("Type").endswith("/image")]
        assert [f"word/{r.get('Target')}" for r in found] == list(held(data))


def test_a_small_picture_is_held_as_it_is() -> None:
    (data,) = held(written(single(Figure(Image(store().dot, "a dot"))))).values()
    assert data == store().media[store().dot].data


@pytest.mark.parametrize("order", [1, -1])
def test_a_large_picture_is_as_fine_as_its_largest_place_wants(order: int) -> None:
    image = Image(store().photo, "The quay")
    blocks = (say("In the line ", image), Figure(image))[::order]
    (data,) = held(written(single(*blocks))).values()
    assert opened(data).width == round(COLUMN / 72 * 220)
    (in_line,) = held(written(single(say(image)))).values()
    assert opened(in_line).width < 60


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGB", "JPEG"), ("L", "JPEG"), ("RGB", "PNG"), ("RGBA", "PNG"), ("P", "PNG"), ("1", "PNG")]
)
def test_a_large_picture_of_any_kind_is_made_smaller(mode: str, kind: str) -> None:
    noise = Raster.effect_noise((900, 600), 90).convert("RGB").convert(mode)
    buffer = io.BytesIO()
    noise.save(buffer, kind)
    picture = Picture(buffer.getvalue(), f"image/{kind.lower()}", 900, 600)
    smaller = opened(fitted(picture, 72))
    assert (smaller.format, smaller.size) == (kind, (220, 147))
    assert fitted(picture, 72) == fitted(picture, 72)
    assert fitted(picture, 900 / 220 * 72) == picture.data


@pytest.mark.parametrize(("mode", "clear"), [("P", bytes(256)), ("RGB", (155, 28, 44))])
def test_what_is_clear_stays_clear(mode: str, clear: bytes | tuple[int, int, int]) -> None:
    image = Raster.effect_noise((900, 600), 90).convert("RGB")
    image.paste((155, 28, 44), (0, 0, 300, 300))
    buffer = io.BytesIO()
    image.convert(mode).save(buffer, "PNG", transparency=clear)
    smaller = opened(fitted(Picture(buffer.getvalue(), "image/png", 900, 600), 72))
    assert smaller.mode == "RGBA"
    assert smaller.getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_a_picture_that_would_grow_by_being_smaller_is_held_as_it_is() -> None:
    checks = Raster.new("1", (900, 600))
    checks.putdata([(x + y) % 2 * 255 for y in range(600) for x in range(900)])
    buffer = io.BytesIO()
    checks.save(buffer, "PNG")
    picture = Picture(buffer.getvalue(), "image/png", 900, 600)
    assert len(fitted(picture, 260)) <= len(picture.data)


@pytest.mark.parametrize("profile", [None, b"no profile", "press"])
def test_inks_become_the_colours_of_screens(profile: bytes | str | None) -> None:
    icc = (styles_folder() / "icc" / "ISOcoated_v2_300_bas.icc").read_bytes() if profile == "press" else profile
    buffer = io.BytesIO()
    Raster.new("CMYK", (90, 60), (255, 0, 0, 0)).save(buffer, "JPEG", icc_profile=icc)
    shown_as = opened(fitted(Picture(buffer.getvalue(), "image/jpeg", 90, 60), 300))
    assert shown_as.mode == "RGB"
    assert shown_as.size == (90, 60)
    red, green, blue = shown_as.getpixel((45, 30))  # type: ignore[misc]
    # Cyan on coated paper is a full blue; taken for light it would be 0, 255, 255.
    assert red < 20
    assert 145 <= green <= 170
    assert 210 <= blue <= 235


def test_a_drawing_is_held_as_it_is_and_drawn_beforehand() -> None:
    data = written(single(Figure(Image(store().drawing, "tides"))))
    files = {Path(name).suffix: content for name, content in held(data).items()}
    assert files[".svg"] == store().media[store().drawing].data
    drawn = opened(files[".png"])
    assert drawn.width == pytest.approx(COLUMN / 72 * 220, abs=2)
    assert drawn.convert("RGB").getpixel((5, 5)) == (0xEE, 0xEE, 0xFF)
    words = drawn.crop((70, 100, 400, 230)).convert("L").getextrema()
    assert words[0] < 60  # type: ignore[operator]
    (blip,) = body(data).iter(f"{A}blip")
    targets = {r.get("Id"): r.get("Target") for r in parts(data)["word/_rels/document.xml.rels"].iter(RELATIONSHIP)}
    assert targets[blip.get(EMBED)].endswith(".png")
    (vector,) = blip.iter(f"{ASVG}svgBlip")
    assert targets[vector.get(EMBED)].endswith(".svg")
    assert vector.getparent().get("uri") == "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def test_a_drawing_without_a_ground_is_drawn_on_none() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="5"/></svg>'
    media, (name,) = media_of(svg)
    data = write_docx(single(Figure(Image(name, "a dot"))), gazette(), media, None, Report())
    drawn = opened(next(content for file, content in held(data).items() if file.endswith(".png")))
    assert drawn.getpixel((0, 0))[3] == 0  # type: ignore[index]
    assert drawn.getpixel((drawn.width // 2, drawn.height // 2)) == (0, 0, 0, 255)


def test_without_pango_a_drawing_has_an_empty_stand_in_and_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise MissingError("Pango isn't installed", "install it")

    monkeypatch.setattr(engine, "weasyprint", missing)
    report = Report()
    data = write_docx(single(Figure(Image(store().drawing, "tides"))), gazette(), store().media, None, report)
    assert [(finding.code, finding.hint) for finding in report.findings] == [("docx.drawing", "install it")]
    files = {Path(name).suffix: content for name, content in held(data).items()}
    assert files[".svg"] == store().media[store().drawing].data
    assert opened(files[".png"]).getpixel((0, 0)) == (0, 0, 0, 0)


def test_every_file_has_its_media_type() -> None:
    types = parts(written(annotated()))["[Content_Types].xml"]
    found = {(e.get("Extension") or e.get("PartName")).rpartition(".")[2]: e.get("ContentType") for e in types}
    assert (found["jpg"], found["png"], found["svg"]) == ("image/jpeg", "image/png", "image/svg+xml")


def test_a_picture_in_a_list_has_its_paragraph_under_the_item() -> None:
    lines = list(article_lines(single(ItemList(((Figure(Image(store().dot, "a dot"), (Text("Dot."),)),),)))))
    assert lines == [("ListBullet", ""), ("Figure", ""), ("Caption", "Dot.")]


def test_python_docx_reads_pictures_and_what_they_show() -> None:
    document = docx.Document(io.BytesIO(written(annotated())))
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert "The quay at night" in described
    assert len(described) == len(drawings(written(annotated())))


def test_pandoc_reads_what_they_show(tmp_path: Path) -> None:
    path = tmp_path / "bulletin.docx"
    path.write_bytes(written(annotated()))
    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", "docx", "-t", "json", str(path)]
    read = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    texts = list(_alternatives(read["blocks"]))
    for alt in ("A dot", "of a dot", "of tides", "The quay at night", "Tides & “more”", "Printed", "a dot in a note"):
        assert alt in texts


def _alternatives(node: object) -> Iterator[str]:
    """The alternative texts in a tree of pandoc's: the words of an image, or of a figure its attribute."""
    if isinstance(node, list):
        for child in node:
            yield from _alternatives(child)
    elif isinstance(node, dict):
        if node.get("t") == "Image":
            (_, _, pairs), words, _ = node["c"]
            yield dict(pairs).get("alt") or "".join(" " if w["t"] == "Space" else w.get("c", "") for w in words)
        else:
            yield from _alternatives(list(node.values()))
