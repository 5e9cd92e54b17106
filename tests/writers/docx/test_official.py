"""The Open XML SDK's own validator finds no fault in what is written, and finds those that are put in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model import Bulletin
from publisher.theme.loading import load_theme
from tests.judges.asking import openxml
from tests.samples import bulletin
from tests.writers.docx.noted import annotated
from tests.writers.docx.samples import every_node, seed, written
from tests.writers.docx.test_broken import BROKEN, copies

#: What the schemas know nothing of: how things refer to each other, and that a document must not go by as plain XML.
UNSEEN = {
    "two bookmarks of one name", "missing style", "missing list", "cell without a paragraph", "link to no bookmark",
    "field without an end", "missing content type",
}  # fmt: skip


@pytest.mark.parametrize("make", [seed, every_node, annotated, lambda: bulletin(60)])
def test_the_official_validator_finds_no_fault(make: Callable[[], Bulletin], tmp_path: Path) -> None:
    assert openxml(written(make()), tmp_path) == []


@pytest.mark.parametrize("theme", ["letter", "journal"])
def test_the_official_validator_finds_no_fault_in_another_theme(theme: str, tmp_path: Path) -> None:
    assert openxml(written(every_node(), load_theme(theme)), tmp_path) == []


@pytest.mark.parametrize("name", BROKEN)
def test_the_official_validator_finds_what_the_schemas_forbid(name: str, tmp_path: Path) -> None:
    _, broken = copies(name)
    assert bool(openxml(broken, tmp_path)) is (name not in UNSEEN)
