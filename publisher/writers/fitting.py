"""Copyfitting: a theme set a little tighter, within its own limits, so that a last page of a few lines is saved."""

from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from publisher.theme.tokens import Role, Roles, Theme

Found = TypeVar("Found")
#: How often the tightness that just does is halved in on.
HALVINGS = 3


def tightened(theme: Theme, tightness: float) -> Theme:
    """*theme* tightened by a share of its limits, from 0 to 1: the steps that harm least are taken first."""
    steps = (_smaller_headlines, _closer_letters, _lower_foot, _closer_lines, _smaller_type)
    for number, step in enumerate(steps):
        share = min(max(tightness * len(steps) - number, 0.0), 1.0)
        theme = step(theme, share) if share else theme
    return theme


def least(does: Callable[[float], Found | None]) -> Found | None:
    """What comes of the least tightness that does; None where even all of it doesn't."""
    loose, tight, found = 0.0, 1.0, does(1.0)
    if found is None:
        return None
    for _ in range(HALVINGS):
        middle = (loose + tight) / 2
        other = does(middle)
        if other is None:
            loose = middle
        else:
            tight, found = middle, other
    return found


def difference(theme: Theme, fitted: Theme) -> str:
    """What of *theme* is otherwise in *fitted*, in words."""
    pairs = (
        ("headlines", "pt", theme.role.headline.size, fitted.role.headline.size),
        ("letter-space", "em", theme.role.body.tracking, fitted.role.body.tracking),
        ("bottom margin", "mm", theme.page.margin_bottom, fitted.page.margin_bottom),
        ("lines", "pt", theme.page.baseline, fitted.page.baseline),
        ("type", "pt", theme.role.body.size, fitted.role.body.size),
    )
    return ", ".join(f"{name} {old:g} → {new:.4g} {unit}" for name, unit, old, new in pairs if old != new)


def _smaller_headlines(theme: Theme, share: float) -> Theme:
    return _roles(theme, "headline", lambda role: replace(role, size=role.size * (1 - theme.fit.headline * share)))


def _closer_letters(theme: Theme, share: float) -> Theme:
    return _roles(theme, "body", lambda role: replace(role, tracking=role.tracking - theme.fit.tracking * share))


def _lower_foot(theme: Theme, share: float) -> Theme:
    bottom = max(theme.page.margin_bottom - theme.fit.margin * share, 0.0)
    return replace(theme, page=replace(theme.page, margin_bottom=bottom))


def _closer_lines(theme: Theme, share: float) -> Theme:
    """All leading and the grid by one factor: every block still takes whole lines."""
    factor = 1 - theme.fit.leading * share
    closer = _roles(theme, None, lambda role: replace(role, leading=role.leading * factor))
    return replace(closer, page=replace(theme.page, baseline=theme.page.baseline * factor))


def _smaller_type(theme: Theme, share: float) -> Theme:
    """All sizes by one factor: roles keep their proportions."""
    factor = 1 - theme.fit.size * share
    return _roles(theme, None, lambda role: replace(role, size=role.size * factor))


def _roles(theme: Theme, name: str | None, change: Callable[[Role], Role]) -> Theme:
    """*theme* with the role *name*, or with all of them, changed."""
    names = [name] if name else Roles.__struct_fields__
    return replace(theme, role=replace(theme.role, **{each: change(getattr(theme.role, each)) for each in names}))
