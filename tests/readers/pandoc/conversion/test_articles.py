"""Where articles begin, and what stands before their text."""

from publisher import model as m
from publisher.metadata import Metadata
from tests.readers.pandoc.desk import Reading, html, markdown


def heads(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(article.metadata.kicker, article.metadata.headline) for article in reading.articles]


def levels(article: m.Article) -> list[int]:
    return [block.level for block in article.body if isinstance(block, m.Heading)]


def test_the_heading_that_opens_the_text_is_its_headline_and_others_move_up() -> None:
    article = markdown("# One *great* day\n\n### Sub\n\nText.\n\n#### Subsub\n\n> ### In a quotation\n").article
    assert article.metadata.headline == "One great day"
    assert levels(article) == [1, 2]
    assert isinstance(article.body[-1], m.Quotation)
    assert [block.level for block in article.body[-1].blocks if isinstance(block, m.Heading)] == [1]


def test_a_title_is_the_headline_and_a_heading_that_says_it_again_goes() -> None:
    assert levels(markdown("---\ntitle: One day\n---\n\n# One  Day\n\n## Sub\n\nText.\n").article) == [1]
    article = markdown("---\ntitle: One day\n---\n\n# Two\n\n## Sub\n\n# Three\n").article
    assert (article.metadata.headline, levels(article)) == ("One day", [1, 2, 1])


def test_each_heading_of_level_1_opens_an_article() -> None:
    reading = markdown("# One\n\nText.\n\n## Sub\n\n# Two\n\n::: kicker\nTowns\n:::\n\n# Three\n\n# Four\n\nText.\n")
    assert heads(reading) == [(None, "One"), (None, "Two"), ("Towns", "Three"), (None, "Four")]
    assert levels(reading.articles[0]) == [1]


def test_what_stands_before_the_first_is_an_article_too() -> None:
    reading = markdown("Our editor's words, this week again.\n\n# One\n\nText.\n\n# Two\n\nText.\n")
    assert [headline for _, headline in heads(reading)] == [None, "One", "Two"]


def test_a_comment_before_the_first_is_none() -> None:
    reading = markdown("<!-- for Monday -->\n\n# One\n\nText.\n\n# Two\n\nText.\n")
    assert [headline for _, headline in heads(reading)] == ["One", "Two"]
    assert reading.codes == ["pandoc.dropped"]
    assert markdown("<!-- for Monday -->\n").codes == ["pandoc.dropped", "structure.empty"]


def test_one_heading_that_does_not_open_the_text_is_a_heading() -> None:
    article = markdown("The House met on Monday.\n\nIt sat long.\n\n# One\n\nText.\n").article
    assert (article.metadata.headline, levels(article)) == (None, [1])


def test_front_matter_holds_for_each_article() -> None:
    reading = markdown("---\nby: Ilse\nlang: de\n---\n\n# One\n\nX.\n\n# Two\n\nX.\n")
    assert [(a.metadata.by, a.metadata.language) for a in reading.articles] == [(("Ilse",), "de")] * 2


def test_kicker_and_standfirst_are_lifted_into_the_head() -> None:
    kicker, standfirst = (f"::: {name}\nThe {name}.\n:::\n\n" for name in ("kicker", "standfirst"))
    both = Metadata(headline="One", kicker="The kicker.", standfirst="The standfirst.", language="en-US")
    assert markdown(f"# One\n\n{kicker}{standfirst}Text.\n").article.metadata == both
    assert markdown(f"{kicker}# One\n\n{standfirst}Text.\n").article.metadata == both
    later = markdown(f"# One\n\nText.\n\n{standfirst}").article
    assert later.metadata == Metadata(headline="One", language="en-US")
    assert later.body[-1].role is m.Role.STANDFIRST


def test_only_plain_words_are_lifted() -> None:
    for words in ("Has *marks*.", "Has a note.[^1]\n\n[^1]: x"):
        article = markdown(f"# One\n\n::: standfirst\n{words}\n:::\n\nText.\n").article
        assert article.metadata.standfirst is None
        assert article.body[0].role is m.Role.STANDFIRST


def test_what_a_headline_cannot_hold_is_told() -> None:
    assert markdown("# One[^1]\n\n[^1]: x\n\nText.\n").codes == ["pandoc.dropped"]
    assert markdown("# H~2~O\n\nText.\n").codes == ["pandoc.plain"]
    assert markdown("---\ntitle: H~2~O\n---\n\nText.\n").codes == ["pandoc.plain"]


def test_names_inside_paragraphs_stay_where_links_lead_to_them() -> None:
    article = markdown("# A\n\n[x]{#one} and [y]{#two}.\n\n[z]{#three}\n\nSee [x](#two).\n").article
    assert [block.id for block in article.body] == ["two", None, None]


def test_each_article_of_a_page_is_one_with_its_language() -> None:
    reading = html(
        "<html lang=de><title>Site</title><body><h1>Site</h1><nav>Menu</nav>"
        "<article lang=fr><header><p class=kicker>Ville</p><h1>Un</h1></header><p>Le <q>mot</q>.</p></article>"
        "<article><h1>Zwei</h1><p>Das <q>Wort</q>.</p><article><h2>Kommentar</h2></article></article>"
        "<aside><article><h1>Teaser</h1></article></aside><footer>Foot</footer></body></html>"
    )
    assert heads(reading) == [("Ville", "Un"), (None, "Zwei")]
    assert [a.metadata.language for a in reading.articles] == ["fr", "de"]
    said = [b.inlines for a in reading.articles for b in a.body if isinstance(b, m.Paragraph)]
    assert said == [(m.Text("Le «\u202fmot\u202f»."),), (m.Text("Das „Wort“."),)]
    assert "Site" not in str(reading.articles)
