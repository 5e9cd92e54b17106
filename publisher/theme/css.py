"""CSS made out of tokens: one rule a role, in pt for print and in em for reading."""

from collections.abc import Callable
from enum import StrEnum

from publisher.theme.tokens import Role, Theme

#: Role → what it selects in the markup that print and EPUB share.
SELECTORS = {
    "masthead": ".masthead",
    "folio": ".folio",
    "sender": ".sender",
    "address": ".address",
    "release_line": ".release-line",
    "section_title": ".section-title",
    "kicker": ".kicker",
    "headline": ".headline",
    "standfirst": ".standfirst",
    "byline": ".byline",
    "dateline": ".dateline",
    "body": "p",
    "heading_1": ".heading-1",
    "heading_2": ".heading-2",
    "heading_3": ".heading-3",
    "quotation": "blockquote p",
    "pull_quote": ".pull-quote",
    "list_item": "li p",
    "term": "dt",
    "definition": "dd p",
    "table": "table p",
    "caption": "figcaption, caption",
    "code": "pre, code",
    "verse": ".verse",
    "note": ".note",
    "boilerplate": ".boilerplate",
    "contact": ".contact",
    "contents_title": ".contents-title",
    "contents_entry": ".contents li",
    "running_foot": ".running-foot",
    "colophon": ".colophon p",
    "cover_title": ".cover-title",
    "cover_subtitle": ".cover-subtitle",
}
#: Roles set inside a line: they have no leading, space or alignment of their own.
INLINE = frozenset({"dateline"})
FIGURES = {"old-style": "onum, pnum", "lining": "lnum, pnum", "tabular": "lnum, tnum"}


class Medium(StrEnum):
    """Where the CSS is for."""

    PRINT = "print"
    READING = "reading"


#: The ``font-family`` of a role.
Stack = Callable[[Theme, Role], str]


def role_rules(theme: Theme, medium: Medium, stack: Stack) -> str:
    """One rule for each role; *stack* gives the font families a role is set in."""
    rules = []
    for name, role in theme.roles().items():
        found = declarations(theme, name, role, medium, stack)
        rules.append(f"{SELECTORS[name]} {{ {'; '.join(f'{key}: {value}' for key, value in found.items())} }}")
    return "\n".join(rules) + "\n"


def declarations(theme: Theme, name: str, role: Role, medium: Medium, stack: Stack) -> dict[str, str]:
    """The CSS declarations of one role."""
    found = _letters(theme, name, role, medium, stack)
    if name in INLINE:
        return found
    found["line-height"] = f"{role.leading:g}pt" if medium is Medium.PRINT else f"{role.relative_leading:.4g}"
    found["text-align"] = role.align
    found["text-indent"] = f"{role.indent:g}em"
    before, after = _space(theme, role, medium)
    found["margin"] = f"{before} 0 {after}"
    if role.inset:
        # The start is the right-hand side in Arabic and Hebrew.
        found["margin-inline-start"] = f"{role.inset:g}em"
    if role.rule:
        found["border-top"] = f"{role.rule:g}pt solid"
    if role.keep_next:
        found["break-after"] = "avoid"
    return found


def _letters(theme: Theme, name: str, role: Role, medium: Medium, stack: Stack) -> dict[str, str]:
    found = {
        "font-family": stack(theme, role),
        "font-size": _size(theme, name, role, medium),
        "font-weight": role.weight,
        "font-style": "italic" if role.italic else "normal",
        "font-feature-settings": ", ".join(f'"{tag}"' for tag in FIGURES[role.figures].split(", ")),
    }
    # Reading systems turn colours round at night: black is theirs to choose there.
    if role.colour != "ink" or medium is Medium.PRINT:
        found["color"] = theme.colour[role.colour].rgb
    if role.tracking:
        found["letter-spacing"] = f"{role.tracking:g}em"
    if role.capitals:
        found["text-transform"] = "uppercase"
    return found


def _size(theme: Theme, name: str, role: Role, medium: Medium) -> str:
    if medium is Medium.PRINT:
        return f"{role.size:g}pt"
    return "1em" if name == "body" else f"{role.size / theme.role.body.size:.4g}em"


def _space(theme: Theme, role: Role, medium: Medium) -> tuple[str, str]:
    """Margins above and below; a rule above takes its thickness from the space above."""
    if medium is Medium.PRINT:
        line = theme.page.baseline
        return f"{max(role.before * line - role.rule, 0):g}pt", f"{role.after * line:g}pt"
    em = theme.page.baseline / role.size
    return f"{role.before * em:.4g}em", f"{role.after * em:.4g}em"


def string(text: str) -> str:
    """*text* as a CSS string token (CSS Syntax 3, § 4.3.5)."""
    escaped = "".join(f"\\{ord(c):x} " if c in '"\\<' or ord(c) < 32 else c for c in text)
    return f'"{escaped}"'
