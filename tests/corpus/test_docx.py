"""Real copy through Word and back: pandoc reads every word of every open text, in order, and no other."""

from pathlib import Path

import msgspec
import pytest

from publisher.api import read
from tests.writers.docx.reread import all_words, reread
from tests.writers.docx.samples import gazette, issue, written


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ar", "zh"])
def test_every_word_is_there_in_order_and_no_other(language: str, folder: Path, tmp_path: Path) -> None:
    texts = sorted((folder / "open" / language).iterdir())
    articles = [article for path in texts for article in read(path.read_bytes(), path.name)]
    assert articles
    theme = gazette()
    bare = msgspec.structs.replace(theme.form, contents_from=len(articles) + 1, cover_from=len(articles) + 1)
    data = written(issue(*articles, language=language), msgspec.structs.replace(theme, form=bare))
    assert reread(data, tmp_path) == all_words(articles, language)
