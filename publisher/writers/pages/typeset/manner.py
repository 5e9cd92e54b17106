"""How the theme at work wants its lines set: what the lessons ask while pages are laid out."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from publisher.theme.tokens import Setting

_AT_WORK: ContextVar[Setting | None] = ContextVar("setting", default=None)


@contextmanager
def set_in(setting: Setting) -> Iterator[None]:
    """While it lasts, lines are set as *setting* says."""
    token = _AT_WORK.set(setting)
    try:
        yield
    finally:
        _AT_WORK.reset(token)


def at_work() -> Setting:
    """The setting of the pages being laid out; outside of them, the engine's own manner."""
    return _AT_WORK.get() or Setting("greedy", 0.0)
