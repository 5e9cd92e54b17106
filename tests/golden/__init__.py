"""Golden files: text, small, reviewed. ``make accept`` rewrites them."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def golden(name: str, text: str) -> str:
    """What the golden file *name* holds; under ``make accept`` it is rewritten with *text* first."""
    path = FOLDER / name
    if os.environ.get("PUBLISHER_ACCEPT"):
        path.write_text(text, "utf-8")
    return path.read_text("utf-8") if path.exists() else ""
