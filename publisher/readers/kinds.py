"""The kinds of source, and the endings that their files have."""

from enum import StrEnum
from pathlib import PurePath


class Kind(StrEnum):
    """A kind of source, by what an editor calls it."""

    PLAIN = "plain copy"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    DOCX = "a Word document"
    DOC = "an old Word document"
    ODT = "an OpenDocument text"
    RTF = "RTF"
    EPUB = "an EPUB"
    PPTX = "a PowerPoint presentation"
    XLSX = "an Excel workbook"
    RST = "reStructuredText"
    LATEX = "LaTeX"
    ORG = "Org"
    ASCIIDOC = "AsciiDoc"
    TEXTILE = "Textile"
    MEDIAWIKI = "MediaWiki text"
    TYPST = "Typst"
    CSV = "a table (CSV)"
    TSV = "a table (TSV)"
    IPYNB = "a Jupyter notebook"
    DOCBOOK = "DocBook"
    JATS = "JATS"
    FB2 = "FictionBook"
    OPML = "OPML"
    MODEL_JSON = "the model's own JSON"
    NINJS = "ninjs"
    NITF = "NITF"
    NEWSML = "NewsML-G2"
    RSS = "an RSS feed"
    ATOM = "an Atom feed"
    JSON_FEED = "a JSON feed"
    WORDPRESS = "a WordPress export"
    EMAIL = "an e-mail message"
    XML = "XML"
    JSON = "JSON"


#: The model's own JSON, told from any other by two endings.
MODEL_JSON = ".article.json"

#: A file's ending → the kind that it stands for, as long as the contents don't say otherwise.
ENDINGS: dict[str, Kind] = {
    **dict.fromkeys(("", ".txt", ".text"), Kind.PLAIN),
    **dict.fromkeys((".md", ".markdown"), Kind.MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Kind.HTML),
    **dict.fromkeys((".docx", ".docm", ".dotx"), Kind.DOCX),
    **dict.fromkeys((".doc", ".dot"), Kind.DOC),
    **dict.fromkeys((".odt", ".ott"), Kind.ODT),
    **dict.fromkeys((".rst", ".rest"), Kind.RST),
    **dict.fromkeys((".tex", ".latex", ".ltx"), Kind.LATEX),
    **dict.fromkeys((".adoc", ".asciidoc"), Kind.ASCIIDOC),
    **dict.fromkeys((".wiki", ".mediawiki"), Kind.MEDIAWIKI),
    **dict.fromkeys((".dbk", ".docbook"), Kind.DOCBOOK),
    **dict.fromkeys((".jats", ".nxml"), Kind.JATS),
    **dict.fromkeys((".xml", ".newsml"), Kind.XML),
    ".rtf": Kind.RTF,
    ".epub": Kind.EPUB,
    ".pptx": Kind.PPTX,
    ".xlsx": Kind.XLSX,
    ".org": Kind.ORG,
    ".textile": Kind.TEXTILE,
    ".typ": Kind.TYPST,
    ".csv": Kind.CSV,
    ".tsv": Kind.TSV,
    ".ipynb": Kind.IPYNB,
    ".fb2": Kind.FB2,
    ".opml": Kind.OPML,
    ".nitf": Kind.NITF,
    ".rss": Kind.RSS,
    ".atom": Kind.ATOM,
    ".eml": Kind.EMAIL,
    ".json": Kind.JSON,
    MODEL_JSON: Kind.MODEL_JSON,
}
#: Kinds that are told by their first bytes alone: a file with their ending and other contents is something else.
PACKED = frozenset((Kind.DOCX, Kind.DOC, Kind.ODT, Kind.EPUB, Kind.PPTX, Kind.XLSX, Kind.RTF))


def suffix_of(name: str) -> str:
    """The ending by which a source's *name* tells its kind: its last suffix in small letters, or the model's two."""
    return MODEL_JSON if name.lower().endswith(MODEL_JSON) else PurePath(name).suffix.lower()
