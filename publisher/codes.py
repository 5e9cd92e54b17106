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
    """One code's severity, meaning, and whether ``[[accept]]`` may waive it.

    *local* marks what is said of this machine and not of the bulletin: it is told, but no file holds it.
    """

    severity: Severity
    meaning: str
    waivable: bool = True
    local: bool = False


_I, _W, _E = Severity.INFO, Severity.WARNING, Severity.ERROR

CODES: dict[str, Code] = {
    # Reading: bytes to text
    "encoding.guessed": Code(_W, "The bytes are not UTF-8; the named encoding was the best guess."),
    "encoding.undecodable": Code(_W, "Some bytes mean nothing in the encoding; each became U+FFFD."),
    "encoding.mixed": Code(_W, "Some bytes are not UTF-8 as the rest is; they were read in a one-byte encoding."),
    "encoding.mojibake": Code(_W, "Letters that had been read in a wrong encoding before were restored."),
    "encoding.replacement": Code(_W, "The copy holds U+FFFD: a letter was lost before it came here."),
    "character.control": Code(_W, "Control characters that XML forbids were taken out."),
    "character.invisible": Code(_I, "Invisible characters (zero-width, bidi overrides, soft hyphens) were taken out."),
    "character.normalised": Code(_I, "Letters were composed (Unicode NFC); they look the same."),
    "character.mixed-script": Code(_W, "A word mixed look-alike letters of two scripts and was repaired."),
    "character.mixed-script-unclear": Code(_W, "A word mixes letters of two scripts; nothing was changed."),
    "character.look-alike": Code(_W, "A whole word may be in the wrong script's letters; nothing was changed."),
    "transmission.header": Code(_I, "The wire's own lines and codes were taken out; what they say went into metadata."),
    "layout.unwrapped": Code(_I, "Lines wrapped at a fixed width were joined into paragraphs."),
    "layout.list": Code(_I, "Lines with bullets or numbers became a list; the theme sets its marks."),
    "layout.table": Code(_I, "Lines in columns became a table."),
    "layout.verse": Code(_I, "Short lines that stand together keep their ends."),
    # Structure
    "structure.headline": Code(_I, "The first line of the copy was taken as the headline."),
    "structure.repeated": Code(_I, "A line that repeats the headline was taken out."),
    "structure.flag": Code(_I, "A flag that tells desks how to handle the story was taken out."),
    "structure.kicker": Code(_I, "A word above the headline was taken as the kicker."),
    "structure.standfirst": Code(_I, "A paragraph below the headline was taken as the standfirst."),
    "structure.byline": Code(_I, "A byline was taken out of the text; it is printed below the headline."),
    "structure.date-line": Code(_I, "A line with the date was taken out of the text."),
    "structure.subhead": Code(_I, "A short line between paragraphs became a subhead."),
    "structure.break": Code(_I, "A line of marks between paragraphs became a pause."),
    "structure.end-mark": Code(_I, "The mark that ends the story was taken out of the text."),
    "structure.boilerplate": Code(_I, "Paragraphs about a company or author behind the story were told from it."),
    "structure.contact": Code(_I, "Paragraphs that say whom to ask were told from the story."),
    "structure.editors-note": Code(_I, "Notes to editors were told from the story."),
    "structure.signature": Code(_I, "A credit or signature below the story was told from it."),
    "structure.footnote": Code(_I, "A footnote was set where the text calls it."),
    "structure.rights": Code(_I, "A notice of copyright or terms of use was taken out of the text."),
    "structure.furniture": Code(_I, "Buttons and links that a web page left in the text were taken out."),
    "structure.withheld": Code(_W, "A note from desk to desk was taken out of the text; it is never published."),
    "structure.no-headline": Code(_W, "The copy has no headline; its lede serves in contents and heads."),
    "structure.dateline": Code(_I, "The dateline was parted from the first paragraph; it is printed with its dash."),
    "structure.creditline": Code(_I, "An agency is credited in the text."),
    "structure.empty": Code(_E, "A source holds no text."),
    # Structured sources: Markdown, HTML, documents of office programs
    "frontmatter.unknown": Code(_W, "The front matter has a key that means nothing here; it was left out."),
    "frontmatter.value": Code(_W, "A value of the front matter is not what its key asks for; it was left out."),
    "pandoc.dropped": Code(_W, "A piece of the source that the model has no word for was left out; it is named."),
    "pandoc.plain": Code(_I, "Words were kept without a look of theirs that the model has no word for."),
    "web.article": Code(_I, "A source is a page of a web site; only its article was read."),
    "pandoc.unread": Code(_W, "A text's markup is broken; the text was read as plain copy."),
    "pandoc.warning": Code(_W, "The reader of the markup had something to say."),
    "docx.tracked": Code(_W, "The document holds tracked changes; all of them were taken as accepted."),
    "docx.hidden": Code(_W, "The document holds hidden words; they were left out."),
    # What newsrooms send each other
    "newsroom.mended": Code(_W, "A newsroom's file is no well-formed XML; it was mended, and no word was lost by it."),
    "newsroom.value": Code(_W, "A field of a newsroom's file is not what its name asks for; it was left out."),
    "newsroom.dropped": Code(_W, "A part of a newsroom's file has no place in print, or no file; it was left out."),
    "newsroom.absent": Code(_W, "A package names items that it doesn't bring."),
    "newsroom.draft": Code(_W, "A post that isn't published was left out of a WordPress export."),
    "mail.note": Code(_W, "A short letter that brings texts was taken for a note to the desk; it is never published."),
    # Pictures
    "media.unreadable": Code(_E, "A picture is broken, too large, or of a kind that isn't taken."),
    "media.missing": Code(_E, "A picture that a source names isn't there."),
    "media.outside": Code(_E, "A picture lies outside the sources' folder; nothing is ever read from there."),
    "media.remote": Code(_E, "A picture lies on the network; nothing is ever fetched from there."),
    "media.no-alt": Code(_E, "A picture has no alternative text and isn't said to be decorative."),
    "media.no-credit": Code(_W, "Neither the text nor a photograph's own metadata say who took it."),
    "media.coarse": Code(
        _W, "A picture has less than 150 pixels an inch at the size that its text gives it; it is printed smaller."
    ),
    "media.terms": Code(_I, "A picture's metadata say on what terms it may be used."),
    "media.animated": Code(_W, "A picture moves or has several pages; its first one is printed."),
    "media.cleaned": Code(
        _I, "A picture was rid of camera data, places, comments or active content, or changed in kind."
    ),
    # Language and marks
    "language.found": Code(_I, "A text is in another language than the bulletin."),
    "language.passage": Code(_I, "A passage in another language was marked as such."),
    "typography.quotes": Code(_I, "Straight, TeX and other makeshift quotation marks became those of the language."),
    "typography.apostrophes": Code(_I, "Straight apostrophes became typographic ones."),
    "typography.dashes": Code(_I, "Makeshift dashes became those of the language."),
    "typography.ellipses": Code(_I, "Three dots became an ellipsis."),
    "typography.spaces": Code(_I, "Blanks beside marks were set as the language wants them."),
    "typography.bonds": Code(_I, "Blanks were bound that no line end may stand for."),
    "acronym.found": Code(_I, "The text introduces an acronym and says what it stands for."),
    # Leave to publish
    "embargo.found": Code(_W, "The copy is embargoed; the line that says so was taken out of it."),
    "embargo.status": Code(_W, "The copy says that it is withheld or taken back; that stops the build."),
    "embargo.no-zone": Code(
        _E, "The copy is embargoed until an hour whose time zone it doesn't say; it is held back.", waivable=False
    ),
    "embargo.unreadable": Code(
        _E, "The copy is embargoed, and until when can't be read; it is held back.", waivable=False
    ),
    "embargo.holds": Code(_W, "The embargo has not ended; the files are a proof and say so on every page."),
    "approval.missing": Code(_W, "Nobody has approved the content; the files are a draft and say so on every page."),
    "approval.void": Code(_W, "The content was changed after it had been approved; the files are a draft again."),
    # The issue
    "bulletin.no-settings": Code(_W, "There is no bulletin.toml; defaults were taken."),
    "bulletin.no-title": Code(_W, "The bulletin has no title; the language's word for one was taken."),
    "bulletin.no-date": Code(_W, "The bulletin has no date; none is printed, and none is ever taken from the clock."),
    "bulletin.no-language": Code(_W, "The bulletin names no language; en-US was taken."),
    "bulletin.words": Code(_W, "There are no furniture words in this language; English ones were taken."),
    "bulletin.letterhead": Code(_W, "The settings name a letterhead's senders, and the theme shows no letterhead."),
    "source.unreadable": Code(_E, "A source can't be read; accepted, it is left out."),
    "source.unknown": Code(_E, "bulletin.toml names a source that isn't there."),
    "source.mended": Code(_W, "A source lacks what its format asks for; it was read all the same."),
    "source.kind": Code(_I, "A source holds another kind of document than its ending says; it was read as what it is."),
    "source.skipped": Code(_I, "A file in the sources' folder is no text this version reads."),
    "pull-quote.not-verbatim": Code(_E, "A pull quote is no verbatim piece of its article.", waivable=False),
    "accept.unused": Code(_W, "An [[accept]] waives nothing."),
    # Setting
    "font.missing": Code(_E, "No font of the theme covers a script that the copy uses."),
    "font.lent": Code(_I, "No font of the theme covers a script; DOCX and EPUB are set in the reader's own."),
    "font.symbol": Code(_W, "No font of the theme covers a single symbol."),
    "link.dropped": Code(_W, "A link leads nowhere in a book; its words are set without it."),
    "heading.order": Code(_W, "A heading skips a level; it is tagged without the gap."),
    "layout.fitted": Code(_I, "The pages were set a little tighter, within the theme's limits, to save the last one."),
    "layout.note": Code(_W, "A note is too tall for the foot of a page; it was set at the end of its article."),
    "layout.last-page": Code(_I, "The last page holds only a few lines."),
    "layout.lesson": Code(
        _W, "The layout engine isn't the version our lessons were written for; it sets lines its way."
    ),
    "layout.page-map": Code(_W, "Where the printed pages turn can be told only roughly in a passage."),
    "layout.warning": Code(_W, "The layout engine had something to say."),
    # The press
    "print.condition": Code(_W, "The printing condition's name isn't a registered one, or isn't the profile's."),
    "print.ink": Code(_W, "A colour of the theme has more ink than the press allows; it was held to that."),
    "print.picture-ink": Code(_I, "A picture had more ink than the press allows; it was held to that."),
    "print.picture-press": Code(_W, "A CMYK picture was made for another press; it was converted."),
    "print.picture-untagged": Code(_I, "A CMYK picture has no profile; its inks are printed as they are."),
    "print.binding": Code(_W, "The pages are to be folded, and their number is no multiple of four."),
    # Sheets
    "sheets.padded": Code(_W, "A booklet was filled up with blank pages to a multiple of four."),
    "sheets.scaled": Code(_I, "Two pages are larger than the sheet; they were made smaller."),
    "sheets.sizes": Code(_W, "The pages that were put onto sheets differ in size."),
    # Proof
    "fidelity.lost": Code(_E, "Words of the model are missing in an output.", waivable=False),
    "fidelity.invented": Code(_E, "An output holds words that the model doesn't.", waivable=False),
    "parity.differs": Code(
        _E,
        "An output holds other headings, links, alternative texts, notes, tables, languages or metadata than the copy.",
        waivable=False,
    ),
    "pdf.unreadable": Code(_E, "The file can't be read as PDF."),
    "pdf.locked": Code(_E, "The PDF can't be opened without its password."),
    "pdf.partly": Code(_E, "A page is damaged, or asks for more than a page may: it was checked only in part."),
    "pdf.font": Code(_E, "A font isn't embedded."),
    "pdf.widths": Code(_E, "A font's glyphs have other widths than the file says."),
    "pdf.tounicode": Code(_W, "A font doesn't say what letters its glyphs stand for."),
    "pdf.gradient": Code(_E, "A gradient is malformed: every program draws it otherwise."),
    "pdf.box": Code(_E, "The page boxes don't say trim and bleed."),
    "pdf.title": Code(_W, "The PDF has no title, or readers won't show it."),
    "pdf.tags": Code(_W, "The PDF isn't tagged or names no language: screen readers can't follow it."),
    "pdf.ua-content": Code(_E, "The PDF claims PDF/UA, and some content isn't once in its structure tree."),
    "pdf.ua-structure": Code(_E, "The PDF claims PDF/UA, and an element doesn't say what it must."),
    "pdf.ua-order": Code(_E, "Read aloud, the PDF says the words in another order than the copy."),
    "pdf.archive": Code(_E, "The PDF claims PDF/A, and holds or lacks what that excludes or asks for."),
    "docx.font": Code(_W, "A font can't travel inside the document; Word shows it where it is installed."),
    "docx.drawing": Code(_W, "A drawing couldn't be drawn beforehand; in a Word that knows no SVG its place is empty."),
    # How finished pages are set: of PDFs of ours, read from where their glyphs stand
    "typesetting.widow": Code(_W, "A paragraph's last line stands alone at the top of a column."),
    "typesetting.orphan": Code(_W, "A paragraph's first line stands alone at the foot of a column."),
    "typesetting.heading": Code(_W, "A column or a page ends with a heading."),
    "typesetting.columns": Code(_I, "Columns that stand side by side don't begin or end level."),
    "typesetting.ladder": Code(_W, "More than 0.3 % of the lines go on a run of hyphens at line ends."),
    "typesetting.grid": Code(_W, "More than 1 % of the body's lines stand off the baseline grid."),
    "typesetting.edge": Code(_W, "A justified line ends more than 0.2 pt off its column's edge."),
    # Proof for the press
    "press.version": Code(_E, "The file doesn't say, or not clearly, which PDF/X it is."),
    "press.metadata": Code(_E, "Metadata that PDF/X wants are missing, or contradict one another."),
    "press.trapped": Code(_E, "The file doesn't say whether it is trapped."),
    "press.intent": Code(_E, "The output intent doesn't say which press the colours are for."),
    "press.condition": Code(_W, "The output intent's printing condition isn't from a registry."),
    "press.encryption": Code(_E, "The file is encrypted."),
    "press.packing": Code(_E, "A stream is packed by LZW, which PDF/X excludes."),
    "press.form": Code(_E, "The file holds a form to fill in."),
    "press.action": Code(_E, "The file holds scripts or actions."),
    "press.attachment": Code(_E, "The file has other files attached."),
    "press.annotation": Code(_E, "A link, note or field stands where the page is printed."),
    "press.hidden": Code(
        _W, "What is printed may not be what is seen: layers switched off, pictures with a substitute."
    ),
    "press.external": Code(_E, "A page draws what isn't in the file."),
    "press.transfer": Code(_E, "A tone curve or a halftone of the file overrules the print shop's."),
    "press.bleed-width": Code(_W, "The bleed is narrower than 3 mm."),
    "press.bleed": Code(_E, "Artwork ends at the cut instead of the end of the bleed."),
    "press.rgb": Code(_E, "Something is in RGB or Lab, for which a press has no inks."),
    "press.blend-space": Code(_E, "Transparent things are blended in RGB."),
    "press.transparency": Code(_E, "Something is transparent, which PDF/X-1a and X-3 have no room for."),
    "press.resolution": Code(_E, "A picture has less than 150 pixels an inch as placed; line art less than 400."),
    "press.resolution-low": Code(_W, "A picture has less than 225 pixels an inch as placed; line art less than 600."),
    "press.ink": Code(_E, "There is more ink in one place than the press takes."),
    "press.ink-unchecked": Code(
        _I, "The total ink was not checked: pages could not be rendered here.", waivable=False, local=True
    ),
    "press.registration": Code(_E, "Something on the page is in registration colour, and so on every plate."),
    "press.text-black": Code(_E, "Black text has other inks below it."),
    "press.text-inks": Code(_W, "Small text is in several inks."),
    "press.overprint": Code(_E, "White overprints and won't be seen, or a profile's colours overprint."),
    "press.hairline": Code(_W, "A line is thinner than 0.25 pt."),
    "docx.unreadable": Code(_E, "The file can't be read as DOCX."),
    "docx.reference": Code(_E, "A reference inside the DOCX leads nowhere."),
    "docx.alt": Code(_E, "A picture in the DOCX has no alternative text and isn't marked as decorative."),
    "docx.floating": Code(_W, "A picture floats beside the text: screen readers meet it out of its place."),
    "docx.headings": Code(_W, "A heading skips a level."),
    "docx.table-header": Code(_W, "A table has no heading row: screen readers can't name its columns."),
    "docx.empty-paragraph": Code(_W, "Empty paragraphs serve as space: screen readers read them out."),
    "docx.contrast": Code(_W, "Words stand out too little from what they stand on."),
    "docx.language": Code(_W, "The document names no language: screen readers guess how it sounds."),
    "docx.title": Code(_W, "The document has no title."),
    "epub.unreadable": Code(_E, "The file can't be read as EPUB."),
    "epub.reference": Code(_E, "A reference inside the EPUB leads nowhere."),
    "epub.metadata": Code(_E, "The EPUB lacks required metadata."),
    "epub.judged": Code(_E, "EPUBCheck or Ace finds a fault in the EPUB."),
    "epub.judged-lightly": Code(_W, "EPUBCheck or Ace has a remark on the EPUB."),
    "epub.judge-absent": Code(_I, "A judge from outside was not asked: it isn't installed, or could not be run."),
    "epub.cover-letters": Code(_W, "No font of the theme has the title's letters; the EPUB has no cover image."),
    "ninjs.form": Code(_E, "A ninjs item isn't as IPTC's schema wants it."),
    "epub.script": Code(_E, "The EPUB holds a script."),
}
