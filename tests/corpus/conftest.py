import os
from pathlib import Path

import pytest

from tests.corpus.score import VARIABLE, corpus


@pytest.fixture(scope="session")
def folder() -> Path:
    """Where the corpus lies; without it the test is skipped, and fails where it has to be there."""
    found = corpus()
    if found is not None:
        return found
    why = f"{VARIABLE} names no folder with real copy; the figures can't be measured"
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)
