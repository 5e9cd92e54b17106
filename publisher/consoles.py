"""A console that shows what would steer a terminal, instead of passing it on: names and texts come from strangers."""

import re
from collections.abc import Iterable

from rich.console import Console as RichConsole
from rich.console import ConsoleOptions, RenderableType
from rich.segment import Segment

# All controls but line feed and tab (ECMA-48), and what turns the direction of letters around (UAX #9).
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


class Console(RichConsole):
    """Rich's console, whose words carry no commands; its own styles do."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The segments of *renderable*, with visible signs for controls."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)


def visible(text: str) -> str:
    """*text* with a sign for each character that would steer a terminal (Unicode's control pictures)."""
    return _STEERING.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else f"⟨{code:04X}⟩"
