"""OpenDocument texts made of their markup, for the tests of their reader."""

import io
import zipfile

URN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    " ".join(
        f'xmlns:{short}="{URN}:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("style", "style"),
            ("table", "table"),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
            ("meta", "meta"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
META = (
    f"<office:document-meta {SPACES}><office:meta><dc:title>The file</dc:title><dc:creator>Ilse Beispiel</dc:creator>"
    "<dc:language>en-GB</dc:language></office:meta></office:document-meta>"
)
STYLES = (
    f"<office:document-styles {SPACES}><office:font-face-decls/><office:styles>"
    '<style:style style:name="Title" style:family="paragraph"/>'
    '<style:style style:name="Pull_20_Quote" style:display-name="Pull Quote" style:family="paragraph"/>'
    "</office:styles><office:automatic-styles/><office:master-styles/></office:document-styles>"
)


def paragraph(inner: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def document(body: str, automatic: str = "", before: str = "", **others: str | bytes) -> bytes:
    """The document; *others* are further parts, ``__`` in their names meaning ``/`` and a last ``_`` the dot."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{automatic}</office:automatic-styles><office:body>"
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": before + content,
    }
    parts |= {".".join(name.replace("__", "/").rsplit("_", 1)): data for name, data in others.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()
