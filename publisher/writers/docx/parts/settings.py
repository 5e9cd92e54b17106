"""``settings.xml``: how Word behaves with the document."""

from publisher.theme.tokens import Theme
from publisher.writers.docx.elements import Element, root, w
from publisher.writers.docx.text.languages import ASIAN, default_language
from publisher.writers.docx.text.notes import SEPARATORS
from publisher.writers.docx.text.numbering import step
from publisher.writing import script_of

#: Word 2013 and later; anything less opens in “compatibility mode”, with an older layout.
COMPATIBILITY = 15
_SWITCHES = (
    ("compatibilityMode", COMPATIBILITY),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
    ("useWord2013TrackBottomHyphenation", 0),
)
_WORD = "http://schemas.microsoft.com/office/word"
#: Theme colours under the names that styles call them by (ECMA-376 Part 1, 17.15.1.20).
_COLOURS = {
    "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2",
    **{name: name for name in ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")},
    "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink",
}  # fmt: skip


def settings_part(theme: Theme, language: str, noted: bool, embedded: bool = False) -> Element:
    """Settings for a document in *language*: hyphenated, by today's layout rules, without any prompt on opening.

    *noted* tells whether it has footnotes, *embedded* whether it has fonts.
    """
    facing = theme.page.facing
    asian = script_of(language) in ASIAN
    return root(
        "settings",
        w("zoom", percent=100),
        w("embedTrueTypeFonts") if embedded else None,
        w("mirrorMargins") if facing else None,
        # A number too wide for its inset goes on to the next stop, which must not be far away.
        w("defaultTabStop", val=step(theme) or 240),
        w("autoHyphenation"),
        w("consecutiveHyphenLimit", val=2),
        w("doNotHyphenateCaps"),
        w("evenAndOddHeaders") if facing else None,
        w("characterSpacingControl", val="compressPunctuation" if asian else "doNotCompress"),
        _notes() if noted else None,
        _compatibility(),
        default_language(language, "themeFontLang"),
        w("clrSchemeMapping", **_COLOURS),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _notes() -> Element:
    """Notes stand at the foot of their page and are numbered through the whole document, as in print."""
    place, restart = w("pos", val="pageBottom"), w("numRestart", val="continuous")
    return w("footnotePr", place, restart, *(w("footnote", id=number) for number in SEPARATORS.values()))


def _compatibility() -> Element:
    # A line that ends in a forced break isn't stretched to the margin.
    unstretched = w("doNotExpandShiftReturn")
    return w("compat", unstretched, *(w("compatSetting", name=name, uri=_WORD, val=value) for name, value in _SWITCHES))
