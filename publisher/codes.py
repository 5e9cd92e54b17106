"""The catalogue of findings: every code, how grave it is, and what it means.

``docs/findings.md`` is generated from this table (``make docs``).
"""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How grave a finding is; an error stops publication."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Code(NamedTuple):
    """One code's severity, meaning, and whether ``[[accept]]`` may waive it."""

    severity: Severity
    meaning: str
    waivable: bool = True


_I, _W, _E = Severity.INFO, Severity.WARNING, Severity.ERROR

CODES: dict[str, Code] = {
    # Reading: bytes to text
    "encoding.guessed": Code(_W, "The bytes are not UTF-8; the named encoding was the best guess."),
    "encoding.undecodable": Code(_W, "Some bytes mean nothing in the encoding; each became U+FFFD."),
    "encoding.replacement": Code(_W, "The copy holds U+FFFD: a letter was lost before it came here."),
    "character.control": Code(_W, "Control characters that XML forbids were taken out."),
    "character.invisible": Code(_I, "Invisible characters (zero-width, bidi overrides, soft hyphens) were taken out."),
    "character.normalised": Code(_I, "Letters were composed (Unicode NFC); they look the same."),
    "character.mixed-script": Code(_W, "A word mixed look-alike letters of two scripts and was repaired."),
    "character.mixed-script-unclear": Code(_W, "A word mixes letters of two scripts; nothing was changed."),
    "layout.unwrapped": Code(_I, "Lines wrapped at a fixed width were joined into paragraphs."),
    # Structure
    "structure.headline": Code(_I, "The first line of the copy was taken as the headline."),
    "structure.no-headline": Code(_W, "The copy has no headline; its lede serves in contents and heads."),
    "structure.dateline": Code(_I, "The dateline was parted from the first paragraph; it is printed with its dash."),
    "structure.creditline": Code(_I, "An agency is credited in the text."),
    "structure.empty": Code(_E, "A source holds no text."),
    # Structured sources: Markdown, HTML, Word documents
    "frontmatter.unknown": Code(_W, "The front matter has a key that means nothing here; it was left out."),
    "frontmatter.value": Code(_W, "A value of the front matter is not what its key asks for; it was left out."),
    "pandoc.dropped": Code(_W, "A piece of the source that the model has no word for was left out; it is named."),
    "pandoc.plain": Code(_I, "Words were kept without a look of theirs that the model has no word for."),
    "pandoc.warning": Code(_W, "The reader of the markup had something to say."),
    "docx.tracked": Code(_W, "The document holds tracked changes; all of them were taken as accepted."),
    "docx.hidden": Code(_W, "The document holds hidden words; they were left out."),
    # Pictures
    "media.unreadable": Code(_E, "A picture is broken, too large, or of a kind that isn't taken."),
    "media.missing": Code(_E, "A picture that a source names isn't there."),
    "media.outside": Code(_E, "A picture lies outside the sources' folder; nothing is ever read from there."),
    "media.remote": Code(_E, "A picture lies on the network; nothing is ever fetched from there."),
    "media.no-alt": Code(_E, "A picture has no alternative text and isn't said to be decorative."),
    "media.animated": Code(_W, "A picture moves or has several pages; its first one is printed."),
    "media.cleaned": Code(
        _I, "A picture was rid of camera data, places, comments or active content, or changed in kind."
    ),
    # The issue
    "bulletin.no-settings": Code(_W, "There is no bulletin.toml; defaults were taken."),
    "bulletin.no-title": Code(_W, "The bulletin has no title; the language's word for one was taken."),
    "bulletin.no-date": Code(_W, "The bulletin has no date; none is printed, and none is ever taken from the clock."),
    "bulletin.no-language": Code(_W, "The bulletin names no language; en-US was taken."),
    "bulletin.words": Code(_W, "There are no furniture words in this language; English ones were taken."),
    "source.unknown": Code(_E, "bulletin.toml names a source that isn't there."),
    "source.skipped": Code(_I, "A file in the sources' folder is no text this version reads."),
    "pull-quote.not-verbatim": Code(_E, "A pull quote is no verbatim piece of its article.", waivable=False),
    "accept.unused": Code(_W, "An [[accept]] waives nothing."),
    # Setting
    "font.missing": Code(_E, "No font of the theme covers a script that the copy uses."),
    "font.symbol": Code(_W, "No font of the theme covers a single symbol."),
    "link.dropped": Code(_W, "A link leads nowhere in a book; its words are set without it."),
    "layout.last-page": Code(_I, "The last page holds only a few lines."),
    "layout.lesson": Code(
        _W, "The layout engine isn't the version our lessons were written for; it sets lines its way."
    ),
    "layout.warning": Code(_W, "The layout engine had something to say."),
    # Proof
    "fidelity.lost": Code(_E, "Words of the model are missing in an output.", waivable=False),
    "fidelity.invented": Code(_E, "An output holds words that the model doesn't.", waivable=False),
    "pdf.unreadable": Code(_E, "The file can't be read as PDF."),
    "pdf.font": Code(_E, "A font isn't embedded."),
    "pdf.box": Code(_E, "The page boxes don't say trim and bleed."),
    "pdf.title": Code(_W, "The PDF has no title, or readers won't show it."),
    "pdf.tags": Code(_W, "The PDF isn't tagged or names no language: screen readers can't follow it."),
    "docx.drawing": Code(_W, "A drawing couldn't be drawn beforehand; in a Word that knows no SVG its place is empty."),
    "docx.unreadable": Code(_E, "The file can't be read as DOCX."),
    "docx.reference": Code(_E, "A reference inside the DOCX leads nowhere."),
    "epub.unreadable": Code(_E, "The file can't be read as EPUB."),
    "epub.reference": Code(_E, "A reference inside the EPUB leads nowhere."),
    "epub.metadata": Code(_E, "The EPUB lacks required metadata."),
    "epub.script": Code(_E, "The EPUB holds a script."),
}
