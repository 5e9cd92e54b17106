"""How the theme at work wants its lines set: what the lessons ask while pages are laid out."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from publisher.theme.tokens import Setting
from publisher.writing import JOINED, script_of

#: Scripts that put no blanks between words (ISO 15924).
UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"})


class Work(NamedTuple):
    """What is laid out: the theme's setting, words that the text shows to be proper names, lines of drop capitals."""

    setting: Setting
    names: frozenset[str] = frozenset()
    initial: int = 0


_AT_WORK: ContextVar[Work | None] = ContextVar("work", default=None)


@contextmanager
def set_in(work: Work) -> Iterator[None]:
    """While it lasts, lines are set as *work* says."""
    token = _AT_WORK.set(work)
    try:
        yield
    finally:
        _AT_WORK.reset(token)


def at_work() -> Work:
    """The work whose pages are being laid out; outside of it, the engine's own manner."""
    return _AT_WORK.get() or Work(Setting("greedy", 0.0))


def is_initial(box: Any) -> bool:
    """Whether a box in a line is a drop capital, or its text."""
    return box.element is not None and box.element.get("class") == "initial"


def is_joined(box: Any) -> bool:
    """Whether a box holds text that is never letterspaced but by its own rules."""
    script = script_of(box.style["lang"] or "")
    return box.style["direction"] == "rtl" or script in JOINED or script in UNSPACED


def is_unspaced(box: Any) -> bool:
    """Whether a box holds text in a language that puts no blanks between words."""
    return script_of(box.style["lang"] or "") in UNSPACED
