"""The benchmark's articles: all different, always the same, and read as what they are."""

from pathlib import Path

from benchmarks.articles import article, articles, write_issue
from publisher.api import read


def test_no_two_are_alike_and_each_is_always_the_same() -> None:
    hundred = list(articles(100))
    assert len({paragraph for story in hundred for paragraph in story.paragraphs}) > 800
    assert hundred[41] == article(41)


def test_an_issue_holds_the_same_words_for_us_and_for_others(tmp_path: Path) -> None:
    write_issue(tmp_path, 3)
    texts = sorted((tmp_path / "copy").glob("*.txt"))
    assert len(texts) == 3
    markdown = (tmp_path / "issue.md").read_text("utf-8")
    for path in texts:
        (story,) = read(path.read_bytes(), path.name)
        assert f"# {story.metadata.headline}\n" in markdown
        assert story.metadata.dateline is not None
    assert markdown.count("\n# ") == 2
