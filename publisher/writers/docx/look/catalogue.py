"""The named styles of the document: which role of the theme each shows, and what Word calls it.

Where Word has a style of that meaning, the style has Word's own name, so that its navigation, contents and
accessibility tools know it; the identifiers are those Word itself would give.
"""

from typing import NamedTuple

import msgspec

from publisher.model import Role
from publisher.theme import tokens

#: Levels of lists that have a style for paragraphs after an item's first.
LEVELS = 5
#: Lists stand in a little more than their role says: in Word “vi.” must not touch its item.
LIST_ROOM = 1.25
#: The lists that a paragraph joins by its style alone.
BULLETED, NUMBERED = 1, 2


class Shown(NamedTuple):
    """A paragraph style that shows a role of the theme.

    *before* and *after* are grid lines added to the role's own, *keep_next* holds it to what follows (or lets it go);
    *outline* is the level in Word's navigation, counted from 0; *padding* is the room (pt) between a rule
    above and the text; *numbered* is the list (``w:numId``) its paragraphs belong to, *insets* multiplies
    the role's inset, *scale* its size; hairlines stand over and between those that are *apart*, and the lines
    of a *loose* one may part anywhere.
    """

    id: str
    name: str
    role: str
    next: str
    custom: bool = True
    outline: int | None = None
    before: float = 0
    after: float = 0
    padding: int = 0
    keep_next: bool | None = None
    scale: float = 1
    apart: bool = False
    loose: bool = False
    numbered: int | None = None
    insets: float = 1


class Variant(NamedTuple):
    """A paragraph style that is another one with a few tokens changed."""

    id: str
    name: str
    based_on: str
    next: str
    changes: dict[str, object]
    custom: bool = True


#: In the order they stand in a bulletin, which is the order Word lists them in.
SHOWN = (
    Shown("Folio", "Folio", "folio", "Title", padding=2),
    Shown("Sender", "Sender", "sender", "Address"),
    Shown("Address", "Address", "address", "Address"),
    Shown("ReleaseLine", "Release Line", "release_line", "Folio"),
    Shown("Title", "Title", "masthead", "Tagline", custom=False, before=0.25),
    Shown("CoverTitle", "Cover Title", "cover_title", "Subtitle", before=6, after=2),
    Shown("Subtitle", "Subtitle", "cover_subtitle", "CoverHeadline", custom=False, after=4),
    Shown(
        "CoverHeadline",
        "Cover Headline",
        "headline",
        "CoverHeadline",
        before=1,
        after=1,
        padding=13,
        apart=True,
        keep_next=False,
        scale=2 / 3,
    ),
    Shown("TOCHeading", "TOC Heading", "contents_title", "TOC1", custom=False),
    Shown("TOC1", "toc 1", "contents_entry", "TOC1", custom=False),
    Shown("SectionTitle", "Section Title", "section_title", "Heading1", outline=0),
    Shown("Kicker", "Kicker", "kicker", "Heading1"),
    Shown("Heading1", "heading 1", "headline", "Standfirst", custom=False, outline=0, after=0.5),
    Shown("Standfirst", "Standfirst", "standfirst", "Byline", after=0.5),
    Shown("Byline", "Byline", "byline", "FirstParagraph", after=1),
    Shown("BodyText", "Body Text", "body", "BodyText", custom=False),
    Shown("Heading2", "heading 2", "heading_1", "FirstParagraph", custom=False, outline=1),
    Shown("Heading3", "heading 3", "heading_2", "FirstParagraph", custom=False, outline=2),
    Shown("Heading4", "heading 4", "heading_3", "FirstParagraph", custom=False, outline=3),
    Shown("Quote", "Quote", "quotation", "BodyText", custom=False),
    Shown("PullQuote", "Pull Quote", "pull_quote", "FirstParagraph"),
    Shown("ListBullet", "List Bullet", "list_item", "ListBullet", custom=False, numbered=BULLETED),
    Shown("ListNumber", "List Number", "list_item", "ListNumber", custom=False, numbered=NUMBERED),
    *(
        Shown(
            f"ListContinue{level}".removesuffix("1"),
            f"List Continue {level}".removesuffix(" 1"),
            "list_item",
            f"ListContinue{level}".removesuffix("1"),
            custom=False,
            insets=level * LIST_ROOM,
        )
        for level in range(1, LEVELS + 1)
    ),
    Shown("Term", "Definition Term", "term", "Definition"),
    Shown("Definition", "Definition", "definition", "Term"),
    Shown("Caption", "caption", "caption", "BodyText", custom=False, after=1),
    Shown("TableCaption", "Table Caption", "caption", "TableText", before=1, keep_next=True),
    Shown("TableText", "Table Text", "table", "TableText"),
    Shown("HTMLPreformatted", "HTML Preformatted", "code", "BodyText", custom=False),
    Shown("Verse", "Verse", "verse", "BodyText"),
    Shown("FootnoteText", "footnote text", "note", "FootnoteText", custom=False),
    Shown("Boilerplate", "Boilerplate", "boilerplate", "Boilerplate"),
    # Kept lines under a heading at an article's end make LibreOffice begin the next article on a page of its own.
    Shown("Contact", "Contact", "contact", "Contact", loose=True),
    Shown("Header", "header", "running_foot", "Header", custom=False),
    Shown("Footer", "footer", "running_foot", "Footer", custom=False),
    Shown("Colophon", "Colophon", "colophon", "Colophon", before=1, padding=6),
)
_ALIGNED = (("Center", "center"), ("End", "end"))
VARIANTS = (
    Variant("FirstParagraph", "First Paragraph", "BodyText", "BodyText", {"indent": 0}),
    Variant("Tagline", "Tagline", "BodyText", "Heading1", {"indent": 0, "align": "center", "italic": True}),
    Variant("SenderCenter", "Sender Center", "Sender", "AddressCenter", {"align": "center"}),
    Variant("AddressCenter", "Address Center", "Address", "AddressCenter", {"align": "center"}),
    Variant("ReleaseLineEnd", "Release Line End", "ReleaseLine", "FolioEnd", {"align": "end"}),
    Variant("FolioEnd", "Folio End", "Folio", "Heading1", {"align": "end", "after": 1.5}),
    # Over an article without a rule between.
    Variant("FreeTitle", "Free Title", "Title", "Heading1", {"after": 3}),
    Variant("FreeTagline", "Free Tagline", "Tagline", "Heading1", {"after": 3}),
    Variant("Stamp", "Stamp", "Header", "Header", {"weight": "bold", "colour": "accent", "align": "center"}),
    Variant("Signature", "Signature", "BodyText", "Signature", {"indent": 0, "align": "end"}, custom=False),
    Variant("EditorsNote", "Editor's Note", "BodyText", "BodyText", {"indent": 0, "italic": True}),
    *(
        Variant(f"TableText{end}", f"Table Text {end}", "TableText", f"TableText{end}", {"align": align})
        for end, align in _ALIGNED
    ),
    Variant("TableHeading", "Table Heading", "TableText", "TableText", {"weight": "bold", "keep_next": True}),
    *(
        Variant(f"TableHeading{end}", f"Table Heading {end}", "TableHeading", f"TableText{end}", {"align": align})
        for end, align in _ALIGNED
    ),
)
#: What paragraphs of a role are set in; those of the body depend on where they stand.
ROLE_STYLES = {
    Role.STANDFIRST: "Standfirst",
    Role.KICKER: "Kicker",
    Role.BYLINE: "Byline",
    Role.DATELINE: "FirstParagraph",
    Role.PULL_QUOTE: "PullQuote",
    Role.BOILERPLATE: "Boilerplate",
    Role.CONTACT: "Contact",
    Role.SIGNATURE: "Signature",
    Role.EDITORS_NOTE: "EditorsNote",
}


def style_roles(theme: tokens.Theme) -> dict[str, tokens.Role]:
    """Identifier of each style that sets words → the tokens it shows."""
    shown = theme.roles()
    roles = {style.id: _adapted(shown[style.role], style, theme.page.baseline) for style in SHOWN}
    for variant in VARIANTS:
        roles[variant.id] = msgspec.structs.replace(roles[variant.based_on], **variant.changes)
    roles["Tagline"] = msgspec.structs.replace(roles["Tagline"], align=shown["masthead"].align)
    letters = {"Dateline": "dateline", "HTMLCode": "code", "Credit": "caption", "CoverKicker": "kicker"}
    return roles | {identifier: shown[name] for identifier, name in letters.items()}


def _adapted(role: tokens.Role, style: Shown, line: float) -> tokens.Role:
    """The role as *style* shows it; at another size its lines still stand on lines of the grid."""
    kept = role.keep_next if style.keep_next is None else style.keep_next
    changes: dict[str, float | bool] = {"keep_next": kept, "inset": role.inset * style.insets}
    if style.scale != 1:
        half = line / 2
        changes |= {"size": role.size * style.scale, "leading": half * round(role.leading * style.scale / half)}
    return msgspec.structs.replace(role, **changes)
