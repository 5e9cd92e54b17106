"""Quotation marks by language."""

import pytest

from publisher.readers.pandoc.conversion.marks import quotation_marks


@pytest.mark.parametrize(
    ("language", "outer", "inner"),
    [
        (None, "“x”", "‘x’"),
        ("en-GB", "“x”", "‘x’"),
        ("de", "„x“", "‚x‘"),
        ("de-CH", "«x»", "‹x›"),
        ("fr-FR", "«\u202fx\u202f»", "“x”"),
        ("ru", "«x»", "„x“"),
        ("kk-Latn", "«x»", "„x“"),
        ("tlh", "“x”", "‘x’"),
    ],
)
def test_marks(language: str | None, outer: str, inner: str) -> None:
    assert "x".join(quotation_marks(language, is_inner=False)) == outer
    assert "x".join(quotation_marks(language, is_inner=True)) == inner
