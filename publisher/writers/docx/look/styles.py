"""Word styles made out of the theme's roles: what the pages show by CSS, the document shows by named styles."""

from collections.abc import Iterator

import msgspec
from lxml import etree

from publisher.theme.tokens import Role
from publisher.writers.docx.elements import Element, Value, eighths, half_points, mm, root, w, w14
from publisher.writers.docx.look.catalogue import SHOWN, VARIANTS, Shown, Variant
from publisher.writers.docx.look.palette import colour
from publisher.writers.docx.look.shaping import Frame, Rule, Shaper
from publisher.writers.docx.look.typefaces import fonts
from publisher.writers.docx.parts.sections import column_width
from publisher.writers.docx.text import initials
from publisher.writers.docx.text.languages import default_language
from publisher.writers.docx.text.notes import MARK
from publisher.writers.docx.text.runs import Ground
from publisher.writers.docx.text.tables import CELL_SIDE

HAIRLINE = 0.5
#: How far the short rule of a break stands in from both column edges, as a share of the column.
BREAK_INSET = 0.4
#: A standfirst is set a little narrower than the headline over it, as on the pages.
STANDFIRST_MEASURE = 0.86
#: A picture in a line of exact height would be cut off.
_PICTURE: dict[str, Value] = {"line": 240, "lineRule": "auto"}


def styles_part(ground: Ground) -> Element:
    """``styles.xml``: defaults, the roles, their variants, and what the document's own machinery needs."""
    contents = mm(ground.theme.page.measure) if ground.covered else column_width(ground.theme)
    shaper, roles = Shaper(ground.theme, ground.others, ground.language, contents), ground.roles
    rank = 1 + len(SHOWN) + len(VARIANTS)
    return root(
        "styles",
        _defaults(ground),
        _latent(),
        *_foundations(shaper),
        *(_shown(style, roles[style.id], shaper, rank) for rank, style in enumerate(SHOWN, 1)),
        *(
            _variant(variant, roles[variant.id], roles[variant.based_on], shaper, rank)
            for rank, variant in enumerate(VARIANTS, 1 + len(SHOWN))
        ),
        *_machinery(shaper, rank),
        *_initial(shaper, rank + 5),
        *_pictures(shaper, rank + 6),
        *_characters(shaper, rank + 8),
        _table_style(rank + 14),
    )


def _defaults(ground: Ground) -> Element:
    body = ground.theme.role.body
    size = half_points(body.size)
    letters = w(
        "rPr",
        fonts(body.family, ground.theme, ground.others),
        # Word kerns from a size on; half a point means always.
        w("kern", val=1),
        w("sz", val=size),
        w("szCs", val=size),
        default_language(ground.language),
        w14("ligatures", "standardContextual"),
    )
    paragraph = w("pPr", w("widowControl"), w("bidi") if ground.direction == "rtl" else None)
    return w("docDefaults", w("rPrDefault", letters), w("pPrDefault", paragraph))


def _latent() -> Element:
    """Hides the styles Word knows besides; its list then shows those of the theme."""
    return w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _foundations(shaper: Shaper) -> Iterator[Element]:
    """The four defaults that every other style rests on (ECMA-376 Part 1, 17.7.4.17)."""
    plain = msgspec.structs.replace(shaper.theme.role.body, align="start", indent=0)
    yield w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        w("pPr", *shaper.paragraph(plain, Frame())),
        w("rPr", *shaper.letters(plain)),
        type="paragraph",
        default=1,
        styleId="Normal",
    )
    for kind, identifier, name in (
        ("character", "DefaultParagraphFont", "Default Paragraph Font"),
        ("table", "TableNormal", "Normal Table"),
        ("numbering", "NoList", "No List"),
    ):
        hidden = (w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"))
        cells = w("tblPr", w("tblInd", w=0, type="dxa"), _cell_margins(0)) if kind == "table" else None
        yield w("style", w("name", val=name), *hidden, cells, type=kind, default=1, styleId=identifier)


def _cell_margins(side: int) -> Element:
    edges = (("top", 0), ("left", side), ("bottom", 0), ("right", side))
    return w("tblCellMar", *(w(edge, w=width, type="dxa") for edge, width in edges))


def _style(
    identifier: str, name: str, base: str, following: str, rank: int, custom: bool, *properties: Element
) -> Element:
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=base),
        w("next", val=following),
        w("uiPriority", val=rank),
        w("qFormat"),
        *properties,
        type="paragraph",
        customStyle=1 if custom else None,
        styleId=identifier,
    )


def _shown(style: Shown, role: Role, shaper: Shaper, rank: int) -> Element:
    """The style of a role; it states all of the role's tokens."""
    return _style(
        style.id,
        style.name,
        "Normal",
        style.next,
        rank,
        style.custom,
        w("pPr", *shaper.paragraph(role, _frame(style, role, shaper))),
        w("rPr", *shaper.letters(role)),
    )


def _frame(style: Shown, role: Role, shaper: Shaper) -> Frame:
    # A theme whose folio has no rule has none around title and cover.
    parted = style.apart and bool(shaper.theme.role.folio.rule)
    frame = Frame(
        before=style.before,
        after=style.after,
        top=Rule(role.rule or HAIRLINE, style.padding) if role.rule or parted else None,
        outline=style.outline,
        numbered=style.numbered,
        loose=style.loose,
        between=Rule(HAIRLINE, style.padding) if parted else None,
    )
    match style.id:
        case "Folio":
            bottom = Rule(HAIRLINE, style.padding) if role.rule else None
            return frame._replace(bottom=bottom, tabs=shaper.middle_and_end())
        case "Header" | "Footer":
            return frame._replace(tabs=shaper.middle_and_end())
        case "Standfirst":
            left, right = _narrower(role, shaper)
            return frame._replace(left=left, right=right)
        case "ListBullet" | "ListNumber":
            apart = max(shaper.theme.role.body.after - role.after, 0)
            return frame._replace(after=apart, together=bool(apart))
        case "TOC1":
            # Word fills the list anew in one column: the second stop is for lines that are then too long for the first.
            widths = dict.fromkeys((shaper.contents, mm(shaper.theme.page.measure)))
            return frame._replace(tabs=tuple(("end", width) for width in widths), leader="dot")
        case _:
            return frame


def _narrower(role: Role, shaper: Shaper) -> tuple[int, int]:
    """What a standfirst stands in on both sides, twips."""
    room = round(mm(shaper.theme.page.measure) * (1 - STANDFIRST_MEASURE))
    return (room // 2, room // 2) if role.align == "center" else (0, room)


def _variant(variant: Variant, role: Role, base: Role, shaper: Shaper, rank: int) -> Element:
    """The style of a variant: it states only what it has otherwise than the style it is based on."""
    paragraph = _difference(shaper.paragraph(role, Frame()), shaper.paragraph(base, Frame()))
    letters = _difference(shaper.letters(role), shaper.letters(base))
    return _style(
        variant.id,
        variant.name,
        variant.based_on,
        variant.next,
        rank,
        variant.custom,
        *([w("pPr", *paragraph)] if paragraph else []),
        *([w("rPr", *letters)] if letters else []),
    )


def _difference(properties: list[Element], base: list[Element]) -> list[Element]:
    known = {etree.tostring(element) for element in base}
    return [element for element in properties if etree.tostring(element) not in known]


def _machinery(shaper: Shaper, rank: int) -> Iterator[Element]:
    """Rules between articles and passages, and the place of a logo: paragraphs without words."""
    body = msgspec.structs.replace(shaper.theme.role.body, align="start", indent=0)
    kept = msgspec.structs.replace(body, keep_next=True)
    accented = msgspec.structs.replace(kept, colour="accent" if "accent" in shaper.theme.colour else body.colour)
    rule = Frame(before=1, after=1.5, top=Rule(HAIRLINE))
    inset = round(column_width(shaper.theme) * BREAK_INSET)
    pause = Frame(before=1, top=Rule(HAIRLINE), left=inset, right=inset)
    line = round(shaper.theme.page.baseline * 10)
    for number, (identifier, name, following, properties) in enumerate(
        (
            ("ArticleRule", "Article Rule", "Heading1", shaper.paragraph(kept, rule)),
            ("HeadRule", "Head Rule", "Title", shaper.paragraph(accented, rule._replace(after=0.5))),
            ("ThematicBreak", "Thematic Break", "FirstParagraph", shaper.paragraph(body, pause)),
            (
                "Logo",
                "Logo",
                "Title",
                [w("keepNext"), w("spacing", before=line, **_PICTURE), w("jc", val=_masthead_side(shaper))],
            ),
            ("Emblem", "Emblem", "SenderCenter", [w("spacing", **_PICTURE), w("jc", val="center")]),
        ),
        rank,
    ):
        yield _style(identifier, name, "Normal", following, number, True, w("pPr", *properties))


def _initial(shaper: Shaper, rank: int) -> Iterator[Element]:
    """The style of drop capitals, where the theme has them."""
    if shaper.theme.form.initial:
        paragraph, letters = initials.style(shaper)
        yield _style(
            "Initial", "Initial", "Normal", "FirstParagraph", rank, True, w("pPr", *paragraph), w("rPr", *letters)
        )


def _masthead_side(shaper: Shaper) -> str:
    """Where a logo stands: it is aligned as the masthead is."""
    align = shaper.theme.role.masthead.align
    return "start" if align == "justify" else align


def _pictures(shaper: Shaper, rank: int) -> Iterator[Element]:
    """Figures over a caption, and without one; in lines of exact height they would be cut off."""
    line = round(shaper.theme.page.baseline * 20)
    for number, (identifier, name, following, kept, after) in enumerate(
        (("Figure", "Figure", "Caption", w("keepNext"), 0), ("FigureAlone", "Figure Alone", "BodyText", None, line)),
        rank,
    ):
        room = w("spacing", before=line, after=after, line=240, lineRule="auto")
        properties = w("pPr", kept, room, w("ind", left=0, firstLine=0), w("jc", val="start"))
        yield _style(identifier, name, "Normal", following, number, True, properties)


def _characters(shaper: Shaper, rank: int) -> Iterator[Element]:
    """Styles of words in the line; all other emphasis is bold, italic or small capitals as such."""
    roles = shaper.theme.roles()
    accent = "accent" if "accent" in shaper.theme.colour else shaper.theme.role.body.colour
    for number, (identifier, name, custom, letters) in enumerate(
        (
            ("Dateline", "Dateline", True, shaper.letters(roles["dateline"])),
            ("CoverKicker", "Cover Kicker", True, shaper.letters(roles["kicker"])),
            ("HTMLCode", "HTML Code", False, shaper.letters(roles["code"])),
            ("Hyperlink", "Hyperlink", False, [colour(accent, shaper.theme), w("u", val="single")]),
            (MARK, "footnote reference", False, [w("vertAlign", val="superscript"), w14("numForm", "lining")]),
            # It looks like the caption it ends; the name is for whoever wants to find or change it.
            ("Credit", "Credit", True, []),
        ),
        rank,
    ):
        yield w(
            "style",
            w("name", val=name),
            w("basedOn", val="DefaultParagraphFont"),
            w("uiPriority", val=number),
            w("qFormat"),
            w("rPr", *letters) if letters else None,
            type="character",
            customStyle=1 if custom else None,
            styleId=identifier,
        )


def _table_style(rank: int) -> Element:
    """A table between hairlines, its heading rows ruled off; their letters are those of their paragraphs."""
    hair: dict[str, Value] = {"val": "single", "sz": eighths(HAIRLINE), "space": 0, "color": "auto"}
    heading = w("tblStylePr", w("tcPr", w("tcBorders", w("bottom", **hair))), type="firstRow")
    return w(
        "style",
        w("name", val="Bulletin Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=rank),
        w("qFormat"),
        w("tblPr", w("tblBorders", w("top", **hair), w("bottom", **hair)), _cell_margins(CELL_SIDE)),
        heading,
        type="table",
        customStyle=1,
        styleId="BulletinTable",
    )
