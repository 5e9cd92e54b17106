"""Fonts that travel inside the document: only where they are wanted, only where their licences allow it."""

import io
import uuid
import zipfile
from pathlib import Path

import msgspec
import pytest
from fontTools.ttLib import TTFont
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]

from publisher.fonts import may_embed
from publisher.report import Report
from publisher.theme.files import Docx
from publisher.theme.loading import fonts_folder
from publisher.theme.tokens import Theme
from publisher.writers.docx import write_docx
from publisher.writers.docx.look.embedding import veiled
from tests.writers.docx.pictures import store
from tests.writers.docx.samples import W, every_node, gazette, parts, seed, written

FACES = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def embedding() -> Theme:
    return msgspec.structs.replace(gazette(), docx=Docx(embed_fonts=True))


def embedded(data: bytes) -> dict[str, dict[str, bytes]]:
    """Family → face → the font's own bytes, found the way Word finds them."""
    found = parts(data)
    targets = {r.get("Id"): r.get("Target") for r in found.get("word/_rels/fontTable.xml.rels", ())}
    fonts: dict[str, dict[str, bytes]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for font in found["word/fontTable.xml"]:
            for face in (child for child in font if child.tag.removeprefix(W) in FACES):
                veil = archive.read(f"word/{targets[face.get(f'{R}id')]}")
                key = uuid.UUID(face.get(f"{W}fontKey"))
                fonts.setdefault(font.get(f"{W}name"), {})[face.tag.removeprefix(W)] = veiled(veil, key)
    return fonts


def test_no_font_is_inside_unless_it_is_asked_for() -> None:
    data = written(seed())
    assert embedded(data) == {}
    assert parts(data)["word/settings.xml"].find(f"{W}embedTrueTypeFonts") is None


def test_the_families_of_the_roles_are_inside_whole_and_under_their_own_names() -> None:
    data = written(seed(), embedding())
    fonts = embedded(data)
    assert {family: tuple(faces) for family, faces in fonts.items()} == {
        "Source Serif 4": FACES,
        "Source Serif 4 Display": ("embedBold", "embedItalic"),
        "Source Sans 3": FACES,
    }
    for family, faces in fonts.items():
        for file in faces.values():
            with TTFont(io.BytesIO(file)) as font:
                assert family in (font["name"].getDebugName(1), font["name"].getDebugName(16))
    assert fonts["Source Serif 4"]["embedItalic"] == (fonts_folder() / "SourceSerif4-It.ttf").read_bytes()
    assert parts(data)["word/settings.xml"].find(f"{W}embedTrueTypeFonts") is not None


def test_a_font_in_the_file_can_not_be_taken_out_by_looking() -> None:
    with zipfile.ZipFile(io.BytesIO(written(seed(), embedding()))) as archive:
        names = [name for name in archive.namelist() if name.endswith(".odttf")]
        assert len(names) == 10
        assert not any(archive.read(name).startswith((b"\0\1\0\0", b"OTTO")) for name in names)


def test_families_of_other_scripts_are_inside_where_they_are_used() -> None:
    assert {"Amiri", "Frank Ruhl Libre"} < set(embedded(written(every_node(), embedding())))
    assert "Noto Serif Thai" not in embedded(written(every_node(), embedding()))


def test_the_document_stays_sound_and_the_same(tmp_path: Path) -> None:
    data = written(every_node(), embedding())
    path = tmp_path / "bulletin.docx"
    path.write_bytes(data)
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0).validate(path).errors == []
    assert written(every_node(), embedding()) == data


@pytest.mark.parametrize(
    ("permission", "allowed"), [(0, True), (8, True), (2, False), (4, False), (0x0200, False), (0x0108, True)]
)
def test_the_font_itself_says_whether_it_may_be_embedded(permission: int, allowed: bool, tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    with TTFont(fonts_folder() / "FrankRuhlLibre-Regular.ttf") as font:
        font["OS/2"].fsType = permission
        font.save(path)
    assert may_embed(path) is allowed


def test_a_font_that_must_not_be_embedded_is_named_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "restricted.ttf"
    with TTFont(fonts_folder() / "SourceSans3-Bold.ttf") as font:
        font["OS/2"].fsType = 2
        font.save(path)
    theme = embedding()
    sans = msgspec.structs.replace(theme.family["sans"], bold=str(path))
    theme = msgspec.structs.replace(theme, family={**theme.family, "sans": sans})
    report = Report()
    data = write_docx(seed(), theme, store().media, None, report)
    assert [(finding.code, "Source Sans 3" in finding.message) for finding in report.findings] == [("docx.font", True)]
    assert set(embedded(data)) == {"Source Serif 4", "Source Serif 4 Display"}
