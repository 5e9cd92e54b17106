"""Presentations and workbooks."""

import io
import zipfile

import pytest

from publisher.errors import SourceError
from publisher.model import Table
from publisher.walk import article_text
from tests.readers.pandoc.desk import Reading

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/xml"/></Types>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(**targets: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{space}">{inner}</Relationships>'


def workbook(*words: str, before: str = "") -> bytes:
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Spans" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(worksheet="worksheets/sheet1.xml", sharedStrings="sharedStrings.xml"),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(f"<si><t>{word}</t></si>" for word in words)}</sst>',
        "xl/worksheets/sheet1.xml": before + sheet(*words),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def sheet(*words: str) -> str:
    shared = zip("ABC", range(len(words)), strict=False)
    cells = "".join(f'<c r="{column}1" t="s"><v>{number}</v></c>' for column, number in shared)
    return f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'


def test_a_sheet_is_a_table() -> None:
    reading = Reading("a.xlsx", workbook("Span", "Cost"))
    assert any(isinstance(block, Table) for block in reading.article.body)
    assert article_text(reading.article).split()[-2:] == ["Span", "Cost"]


def test_document_types_are_refused() -> None:
    with pytest.raises(SourceError, match="declares a document type"):
        Reading("a.xlsx", workbook("a", before="<!DOCTYPE x>"))
