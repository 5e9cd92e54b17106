"""The document's theme part: the two leading fonts and the colours, which users can change for all styles at once."""

from xml.sax.saxutils import quoteattr

from publisher.theme.tokens import Theme
from publisher.writers.docx.elements import Element, clean, eighths, w

#: ``w:themeColor`` → element of the colour scheme, in the order colours are given them after ink and accent.
_SPARE = ("text2", "accent2", "accent3", "accent4", "accent5", "accent6")
_ELEMENTS = {
    "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
    "accent1": "accent1", "accent2": "accent2", "accent3": "accent3", "accent4": "accent4",
    "accent5": "accent5", "accent6": "accent6", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_PAPER = {"background1": "FFFFFF", "background2": "F2F2F2"}
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINES = "".join(
    f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_SOLID}<a:prstDash val="solid"/></a:ln>'
    for width in (6350, 12700, 19050)
)
#: DrawingML wants three of each; none of them is used by text.
_FORMATS = (
    f"<a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>{_LINES}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst>"
)


def places(theme: Theme) -> dict[str, str]:
    """Colour of the theme → the theme colour of Word that stands for it (as many as Word has)."""
    ink = theme.role.body.colour
    first = {ink: "text1"}
    if "accent" in theme.colour:
        first["accent"] = "accent1"
    others = (key for key in theme.colour if key not in first)
    return first | dict(zip(others, _SPARE, strict=False))


def colour(key: str, theme: Theme) -> Element:
    """``w:color`` of the theme's colour *key*."""
    return w("color", val=_hex(theme.colour[key].rgb), themeColor=places(theme).get(key))


def rule(side: str, thickness: float, distance: int, key: str, theme: Theme) -> Element:
    """A border of a paragraph in the theme's colour *key*; lengths are pt."""
    return w(
        side,
        val="single",
        sz=eighths(thickness),
        space=distance,
        color=_hex(theme.colour[key].rgb),
        themeColor=places(theme).get(key),
    )


def theme_part(theme: Theme) -> bytes:
    """``theme1.xml`` (ECMA-376 Part 1, 14.2.7)."""
    name = quoteattr(clean(theme.name or "publisher"))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name={name}><a:themeElements>'
        f"<a:clrScheme name={name}>{_colours(theme)}</a:clrScheme>"
        f"<a:fontScheme name={name}>{_font('majorFont', 'display', theme)}{_font('minorFont', 'text', theme)}"
        f"</a:fontScheme><a:fmtScheme name={name}>{_FORMATS}</a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def _colours(theme: Theme) -> str:
    given = {place: _hex(theme.colour[key].rgb) for key, place in places(theme).items()}
    accent = given.get("accent1", given["text1"])
    values = {place: _PAPER.get(place) or given.get(place, accent) for place in _ELEMENTS}
    return "".join(
        f'<a:{element}><a:srgbClr val="{values[place]}"/></a:{element}>' for place, element in _ELEMENTS.items()
    )


def _font(element: str, key: str, theme: Theme) -> str:
    family = theme.family.get(key, theme.family[theme.role.body.family])
    others = "".join(
        f"<a:font script={quoteattr(script)} typeface={quoteattr(clean(other.name))}/>"
        for other in theme.family.values()
        for script in other.scripts
    )
    latin = quoteattr(clean(family.name))
    return f'<a:{element}><a:latin typeface={latin}/><a:ea typeface=""/><a:cs typeface=""/>{others}</a:{element}>'


def _hex(rgb: str) -> str:
    return rgb.removeprefix("#").upper()
