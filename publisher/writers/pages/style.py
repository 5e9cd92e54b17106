"""The style of the pages: the roles' rules, the sheet's own, and what depends on page and theme."""

import functools
from importlib import resources

from publisher.fonts import stack
from publisher.metadata import BulletinMetadata
from publisher.normalise.language.detection import direction
from publisher.theme.css import Medium, role_rules, string
from publisher.theme.tokens import Page, Role, Theme
from publisher.words import long_date, stamp
from publisher.writers.imprint import running_name


def page_style(metadata: BulletinMetadata, theme: Theme) -> str:
    """The whole style sheet of the pages, lengths in pt and mm."""
    parts = (
        role_rules(theme, Medium.PRINT, stack),
        _pages_css(),
        _properties(theme),
        _columns(theme.page),
        _borrowed(theme),
        _sheet(theme.page),
        _foot(metadata, theme),
        _stamp(metadata, theme),
    )
    return "\n".join(parts)


@functools.cache
def _pages_css() -> str:
    return resources.files("publisher.writers.pages").joinpath("pages.css").read_text("utf-8")


def _properties(theme: Theme) -> str:
    """What the sheet refers to by ``var()``."""
    properties = {
        "line": f"{theme.page.baseline:g}pt",
        "accent": theme.colour["accent"].rgb,
        "inset": f"{theme.role.list_item.inset:g}em",
    }
    return f":root {{ {'; '.join(f'--{name}: {value}' for name, value in properties.items())} }}"


def _columns(page: Page) -> str:
    start = "article:not(#a1) { break-before: page }\n" if page.article_start == "page" else ""
    if page.columns == 1:
        return start
    return f"{start}.text, .contents-panel ol {{ columns: {page.columns}; column-gap: {page.column_gap:g}mm }}"


def _borrowed(theme: Theme) -> str:
    """The few lines that have no role of their own take the letters of one that has, on whole or half lines."""
    return "\n".join(
        (
            f".contents-page .contents-title {{ {_letters(theme, theme.role.headline)} }}",
            f".cover .cover-headline {{ {_letters(theme, theme.role.headline, 2 / 3)} }}",
            f".contents .section-entry {{ {_letters(theme, theme.role.section_title)} }}",
            f"li {{ {_letters(theme, theme.role.list_item)} }}",
            f".note p {{ {_letters(theme, theme.role.note)} }}",
        )
    )


def _letters(theme: Theme, role: Role, scale: float = 1.0) -> str:
    half = theme.page.baseline / 2
    leading = half * round(role.leading * scale / half)
    return (
        f"font: {role.weight} {role.size * scale:.4g}pt/{leading:g}pt {', '.join(stack(theme, role))}; "
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


def _foot(metadata: BulletinMetadata, theme: Theme) -> str:
    """The running foot in the bottom margin: name and number, page, date; mirrored on facing pages."""
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
