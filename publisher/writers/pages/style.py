"""The style of the pages: the roles' rules, the sheet's own, and what depends on page and theme."""

import functools
from collections.abc import Mapping
from importlib import resources

from publisher.fonts import face_of, metrics, parted, stack
from publisher.metadata import BulletinMetadata
from publisher.normalise.language.detection import direction
from publisher.theme.css import Medium, role_rules, string
from publisher.theme.tokens import Page, Role, Theme
from publisher.words import long_date, stamp
from publisher.writers.imprint import running_name
from publisher.writers.initials import initial_size
from publisher.writing import EAST_ASIAN_LANGUAGES, JOINED_LANGUAGES


def page_style(metadata: BulletinMetadata, theme: Theme) -> str:
    """The whole style sheet of the pages, lengths in pt and mm."""
    parts = (
        role_rules(theme, Medium.PRINT, _stack),
        _pages_css(),
        _properties(theme, metadata.language),
        _joined(),
        _columns(theme.page),
        _starts(theme.page),
        _lists(theme),
        _initial(theme) if theme.form.initial else "",
        _borrowed(theme),
        _sheet(theme.page),
        _heads(metadata, theme) if theme.form.running_head else "",
        _foot(metadata, theme),
        _stamp(metadata, theme),
    )
    return parted("\n".join(parts), theme)


@functools.cache
def _pages_css() -> str:
    return resources.files("publisher.writers.pages").joinpath("pages.css").read_text("utf-8")


def _stack(_theme: Theme, role: Role) -> str:
    """The property that holds the families of *role*: which of them comes first is the language's matter."""
    return f"var(--{role.family})"


def _properties(theme: Theme, language: str) -> str:
    """What the sheet refers to by ``var()``."""
    page = theme.page
    lines = (page.height - page.margin_top - page.margin_bottom) * 72 / 25.4 // page.baseline
    properties = {
        "line": f"{theme.page.baseline:g}pt",
        "accent": theme.colour["accent"].rgb,
        "inset": f"{theme.role.list_item.inset:g}em",
        "folio-rule": f"{theme.role.folio.rule:g}pt",
        # The cover's gaps grow with its page.
        "cover-gap": f"{lines // 9:g}",
        "lead-gap": f"{page.baseline * (1 if theme.role.folio.rule else 0.5):g}pt",
        # A rule over the folio line wants its thin companions; without it, the title stands free.
        "hair": "0.5pt" if theme.role.folio.rule else "0pt",
    }
    body = _stack(theme, theme.role.body)
    rules = [f":root {{ {_declared(properties | _families(theme, language))} }}"]
    for tag in EAST_ASIAN_LANGUAGES:
        rules.append(f":lang({tag}) {{ {_declared(_families(theme, tag))} }}")
        rules.append(f"span:lang({tag}) {{ font-family: {body} }}")
    return "\n".join(rules)


def _families(theme: Theme, language: str) -> dict[str, str]:
    keys = dict.fromkeys(role.family for role in theme.roles().values())
    return {key: stack(theme, key, language) for key in keys}


def _declared(properties: Mapping[str, str]) -> str:
    return "; ".join(f"--{name}: {value}" for name, value in properties.items())


def _joined() -> str:
    """No letter-space in joined letters."""
    return f"{', '.join(f':lang({tag})' for tag in JOINED_LANGUAGES)} {{ letter-spacing: 0 }}"


def _columns(page: Page) -> str:
    if page.columns == 1:
        return ""
    return f".text, .contents-panel ol {{ columns: {page.columns}; column-gap: {page.column_gap:g}mm }}"


def _starts(page: Page) -> str:
    """Articles that start pages: white above them instead of the rule that parts them from others."""
    if page.article_start == "run-on":
        return ""
    sink = f"padding-top: {page.article_sink * page.baseline:g}pt"
    return (
        "article:not(#a1), .section + .section > .section-title { break-before: page }\n"
        ".section-title + article:not(#a1) { break-before: avoid }\n"
        f".articles > article ~ article > .head, .contents-page ~ .articles > article > .head {{ border: 0; {sink} }}\n"
        ".articles > article ~ article, .section + .section { margin-top: 0 }"
    )


def _initial(theme: Theme) -> str:
    """The first letter of a text, on the first line for whoever copies it; layout lowers it to its last one.

    In a line of no height, raised or lowered so that it doesn't make its line taller.
    """
    role = theme.role.headline
    size, face = initial_size(theme), metrics(face_of(role, theme))
    middle = (face.ascent - face.descent) / 2 * size - theme.role.body.size / 4
    return (
        f".initial {{ font: {role.weight} {size:.3f}pt/0 {_stack(theme, role)};"
        f" vertical-align: {-middle:.2f}pt; margin-inline-end: {0.05 * size:.2f}pt; letter-spacing: 0;"
        f" color: {theme.colour[role.colour].rgb}; text-transform: none }}\n"
        f"p:has(.initial) {{ orphans: {theme.form.initial} }}"
    )


def _lists(theme: Theme) -> str:
    """Where paragraphs stand apart, so do lists from what follows, and a note's second paragraph."""
    after = theme.role.body.after * theme.page.baseline
    lists = f".text > ul, .text > ol, .text > dl {{ margin-bottom: {after:g}pt }}"
    return f"{lists}\n.end-note > a + p + p {{ margin-top: {after:g}pt }}" if after else ""


def _borrowed(theme: Theme) -> str:
    """The few lines that have no role of their own take the letters of one that has, on whole or half lines."""
    return "\n".join(
        (
            f".contents-page .contents-title {{ {_letters(theme, theme.role.headline)} }}",
            f".cover .cover-headline {{ {_letters(theme, theme.role.headline, 2 / 3)};"
            f" text-align: {theme.role.headline.align} }}",
            f".contents .section-entry {{ {_letters(theme, theme.role.section_title)} }}",
            f"li {{ {_letters(theme, theme.role.list_item)} }}",
            f".note p, .end-note, .end-note p {{ {_letters(theme, theme.role.note)} }}",
        )
    )


def _letters(theme: Theme, role: Role, scale: float = 1.0) -> str:
    half = theme.page.baseline / 2
    leading = half * round(role.leading * scale / half)
    return (
        f"font: {role.weight} {role.size * scale:.4g}pt/{leading:g}pt {_stack(theme, role)}; "
        f"letter-spacing: {role.tracking:g}em; text-transform: {'uppercase' if role.capitals else 'none'}"
    )


def _sheet(page: Page) -> str:
    """Trim size, bleed and margins; on facing pages the inner margin is at the spine."""

    def margins(left: float, right: float) -> str:
        return f"margin: {page.margin_top:g}mm {right:g}mm {page.margin_bottom:g}mm {left:g}mm"

    size = f"size: {page.width:g}mm {page.height:g}mm; bleed: {page.bleed:g}mm"
    rules = f"@page {{ {size}; {margins(page.margin_inside, page.margin_outside)} }}\n"
    if page.facing:
        rules += f"@page :left {{ {margins(page.margin_outside, page.margin_inside)} }}\n"
    return rules


def _heads(metadata: BulletinMetadata, theme: Theme) -> str:
    """The running heads: the bulletin's name and, on right-hand pages, the headline; a page that opens has none.

    A proof's stamp takes their place.
    """
    if stamp(metadata):
        return ""
    role = theme.role.running_foot
    letters = (
        f"{_letters(theme, role)}; color: {theme.colour[role.colour].rgb}; "
        f"vertical-align: bottom; padding-bottom: {1.5 * theme.page.baseline:g}pt; width: 100%"
    )
    name = string(running_name(metadata))
    rules = f".head {{ string-set: head attr(data-head), name {name} }}\n"
    rules += f"@page {{ @top-center {{ content: string(head, first-except); {letters}; text-align: center }} }}\n"
    if theme.page.facing:
        rules += "@page :left { @top-center { content: string(name, first-except) } }\n"
    return rules


def _foot(metadata: BulletinMetadata, theme: Theme) -> str:
    """The running foot in the bottom margin: name and number, page, date; mirrored on facing pages.

    Where pages have running heads, the foot is the page's number alone.
    """
    role = theme.role.running_foot
    letters = (
        f"{_letters(theme, role)}; color: {theme.colour[role.colour].rgb}; "
        f'font-feature-settings: "lnum"; vertical-align: top; padding-top: {1.5 * theme.page.baseline:g}pt'
    )
    name = string(running_name(metadata))
    date = string(long_date(metadata.date, metadata.language))
    first, last = ("right", "left") if direction(metadata.language) == "rtl" else ("left", "right")

    def boxes(at_start: str, at_end: str) -> str:
        return (
            f"@bottom-{first} {{ content: {at_start}; text-align: {first}; {letters} }}\n"
            f"@bottom-center {{ content: counter(page); {letters} }}\n"
            f"@bottom-{last} {{ content: {at_end}; text-align: {last}; {letters} }}"
        )

    if theme.form.running_head:
        name = date = "none"
    rules = f"@page {{ {boxes(name, date)} }}\n"
    if theme.page.facing:
        rules += f"@page :left {{ {boxes(date, name)} }}\n"
    empty = " ".join(f"@bottom-{place} {{ content: none }}" for place in ("left", "center", "right"))
    return f"{rules}@page cover {{ {empty} }}\n"


def _stamp(metadata: BulletinMetadata, theme: Theme) -> str:
    """The words that make a proof of a page, at its head; the first one has them over title piece or cover."""
    words = stamp(metadata)
    if not words:
        return ""
    letters = f"{_letters(theme, theme.role.running_foot)}; font-weight: bold; color: var(--accent); text-align: center"
    box = f"@top-center {{ content: {string(words)}; width: 100%; {letters} }}"
    first = "@page :first { @top-center { content: none } }"
    return f"@page {{ {box} }}\n{first}\n.stamp {{ {letters}; text-indent: 0 }}\n"
