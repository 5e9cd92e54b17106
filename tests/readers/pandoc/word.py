"""Word documents made of their markup, for the tests of their reader."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = f"""xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative\""""
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
    'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
)
NAMES = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "PullQuote": "Pull Quote"}
STYLES = f'<w:styles xmlns:w="{W}">' + "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in NAMES.items()
)


def paragraph(inner: str, style: str = "") -> str:
    """A paragraph of runs."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{inner}</w:p>"


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def picture(relation: str, properties: str = 'descr="Alt"', inner: str = "") -> str:
    """A run with a picture; *relation* is the attribute that says which."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" {properties}>{inner}</wp:docPr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name=""/></pic:nvPicPr><pic:blipFill><a:blip {relation}/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def relations(*lines: tuple[str, str, str, str]) -> str:
    """A part of relations: (id, kind, target, mode)."""
    inner = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"{f" TargetMode={mode!r}" if mode else ""}/>'
        for name, kind, target, mode in lines
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def document(
    body: str,
    relationships: str = "",
    before: str = "",
    main: str = "word/document.xml",
    **others: str | bytes,
) -> bytes:
    """The document; *others* are further parts, ``__`` in their names meaning ``/`` and a last ``_`` the dot."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", main, "")),
        main: f"{before}<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"{STYLES}</w:styles>",
    }
    if relationships:
        parts["word/_rels/document.xml.rels"] = relationships
    parts |= {".".join(name.replace("__", "/").rsplit("_", 1)): data for name, data in others.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()
