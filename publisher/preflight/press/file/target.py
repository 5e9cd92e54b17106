"""What a page is held to: its boxes, the standard it claims, the ink its press takes."""

from typing import NamedTuple

from publisher.preflight.press.content.geometry import Frame


class Target(NamedTuple):
    """A page's frame, the PDF/X version its file claims (``PDF/X-4``, or nothing), and the ink limit in percent."""

    frame: Frame
    standard: str = ""
    ink_limit: float = 300.0

    @property
    def allows_transparency(self) -> bool:
        """Whether the standard lets things shine through: PDF/X-1a and X-3 don't."""
        return not self.standard.startswith(("PDF/X-1", "PDF/X-3"))
