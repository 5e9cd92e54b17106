"""Markdown sources."""

from pathlib import Path

import pytest

from publisher import model as m
from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.metadata import Metadata
from publisher.normalise.rules import Rules
from publisher.readers.pandoc.markup.markdown import read_markdown
from publisher.report import Report, Where
from publisher.settings import Normalise
from tests import pictures
from tests.readers.pandoc.desk import Reading, markdown


def words(article: m.Article) -> list[str]:
    return [
        "".join(run.text for run in b.inlines if isinstance(run, m.Text))
        for b in article.body
        if isinstance(b, m.Paragraph)
    ]


def test_front_matter_in_yaml_and_toml_says_the_same() -> None:
    text = "\n\nThe House met on Monday.\n"
    yaml = markdown(f"---\nheadline: A day\nby: [A, B]\nurgency: 3\ndate: 2026-11-24\n---{text}")
    toml = markdown(f'+++\nheadline = "A day"\nby = ["A", "B"]\nurgency = 3\ndate = 2026-11-24\n+++{text}')
    assert yaml.article == toml.article
    assert yaml.article.metadata == Metadata(
        headline="A day", by=("A", "B"), urgency=3, version_created="2026-11-24", language="en-US"
    )
    assert yaml.codes == toml.codes == []


def test_marks_are_the_normaliser_s_to_set() -> None:
    text = '# A\n\n"Straight", ‘single’ -- and ... it\'s @reuters \\n\n'
    off = Rules(Normalise(**dict.fromkeys(Normalise.__struct_fields__, False)))
    (as_it_came,) = read_markdown(Source("a.md", text.encode()), Media(), Report(), off)
    assert words(as_it_came) == ['"Straight", ‘single’ -- and ... it\'s @reuters \\n']
    assert words(markdown(text).article) == ["“Straight”, ‘single’ — and … it’s @reuters \\n"]


def test_lines_of_chinese_are_joined_without_a_blank() -> None:
    assert words(markdown("# A\n\n第一行\n第二行\n").article) == ["第一行第二行"]


def test_places_are_those_of_the_file_also_below_front_matter() -> None:
    reading = markdown('+++\nheadline = "A"\n+++\n\nWords.\n\n[x](javascript:y) and wоrd.\n')
    assert reading.finding("link.dropped").where == Where("a.md", 7, 5)
    assert reading.finding("character.mixed-script").where == Where("a.md", 7, 23)
    assert markdown("# A\n\nX.[^1]\n\n[^1]: note\n[^2]: none calls\n").finding("pandoc.dropped").where.line == 6


def test_characters_are_cleaned_also_those_written_as_entities() -> None:
    reading = markdown("# A\n\na\u200bb c&#8203;d\n")
    assert words(reading.article) == ["ab cd"]
    assert reading.codes == ["character.invisible", "character.invisible"]


def test_the_normaliser_s_steps_are_taken() -> None:
    reading = markdown("A day at the House\n\nASTANA, Nov. 3 (Reuters) - The House met.\n")
    known = reading.article.metadata
    assert known.headline == "A day at the House"
    assert known.dateline is not None
    assert (known.dateline.place, known.creditline and known.creditline.name) == ("ASTANA", "Reuters")
    assert reading.finding("structure.dateline").where == Where("a.md", 3, 1)
    said = markdown("---\nheadline: A\ndateline: RIVERTON\n---\n\nASTANA, Nov. 3 (Reuters) - The House met.\n")
    assert said.article.metadata.dateline is not None
    assert said.article.metadata.dateline.place == "RIVERTON"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\nheadline: One: two\n---\n\nx\n", r"a\.md:2:\d+: the front matter is not valid YAML"),
        ("---\nby: [a\n---\n\nx\n", r"a\.md:\d+:\d+: the front matter is not valid YAML"),
        ("+++\nx = 1\n\nurgency = high\n+++\nx\n", r"a\.md:4:11: the front matter is not valid TOML"),
        ("+++\nheadline = 1\n\nText.\n", r"a\.md:1: the front matter never ends"),
        ("> " * 100 + "x\n", "is nested more than"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        markdown(text)
    assert caught.value.hint


def test_tags_of_yaml_run_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    reading = markdown('---\ntitle: !!python/object/apply:os.system ["touch pwned"]\n---\n\nBody.\n')
    assert reading.codes == ["frontmatter.value"]
    assert list(tmp_path.iterdir()) == []


def test_an_empty_text_is_an_error() -> None:
    for text in ("", "\n", "<!-- nothing yet -->\n", "---\nkicker: x\n---\n"):
        reading = markdown(text)
        assert reading.articles == ()
        assert "structure.empty" in reading.codes


def test_bytes_in_other_encodings_are_decoded_first() -> None:
    assert words(Reading("a.md", "# A\n\nŠkoda für “alle”".encode("utf-16")).article) == ["Škoda für “alle”"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.png").write_bytes(pictures.png())
    issue = tmp_path / "issue"
    (issue / "world").mkdir(parents=True)
    (issue / "a.png").write_bytes(pictures.png())
    (issue / "world" / "b c.png").write_bytes(pictures.png())
    (issue / "out.png").symlink_to(tmp_path / "secret.png")
    (issue / "in.png").symlink_to("world/b c.png")
    (issue / "circle.png").symlink_to("circle.png")
    return issue


@pytest.mark.parametrize("path", ["a.png", "./a.png", "world/../a.png", "<world/b c.png>", "world/b%20c.png", "in.png"])
def test_pictures_are_found_inside_the_folder(folder: Path, path: str) -> None:
    reading = markdown(f"# A\n\n![A square]({path})\n", folder)
    assert reading.codes == []
    (figure,) = reading.article.body
    assert isinstance(figure, m.Figure)
    assert figure.image.media in reading.media


def test_a_path_starts_where_the_text_is(folder: Path) -> None:
    assert Reading("world/a.md", "# A\n\n![A square](../a.png) and ![B](<b c.png>)\n", folder).codes == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("none.png", "media.missing"),
        ("world", "media.missing"),
        ("circle.png", "media.missing"),
        ("a%00.png", "media.missing"),
        ("../secret.png", "media.outside"),
        ("../issue/../secret.png", "media.outside"),
        ("..%2Fsecret.png", "media.outside"),
        ("out.png", "media.outside"),
        ("/etc/hostname", "media.outside"),
        ("file:///etc/hostname", "media.outside"),
        ("C:/secret.png", "media.outside"),
        ("https://x.example/a.png", "media.remote"),
        ("//x.example/a.png", "media.remote"),
        ("data:image/svg+xml,x", "media.unreadable"),
        ("a.md", "media.unreadable"),
    ],
)
def test_all_other_pictures_are_errors_with_their_place(folder: Path, path: str, code: str) -> None:
    (folder / "a.md").write_text("no picture")
    reading = markdown(f"# A\n\nText ![x]({path}) more.\n", folder)
    assert reading.codes == [code]
    assert reading.report.findings[0].where.line == 3
    assert len(reading.media) == 0


def test_without_a_folder_no_picture_is_looked_for() -> None:
    assert markdown("# A\n\n![x](a.png)\n").codes == ["media.missing"]
