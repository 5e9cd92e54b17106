"""Our tree and pandoc's: what we write it takes, gives back unchanged, and we read it as the same article."""

import json

from hypothesis import HealthCheck, given, settings

from publisher.external import run
from publisher.media import Media
from publisher.model import Article
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc.conversion.articles import read_articles
from publisher.readers.pandoc.conversion.matter import read_matter
from publisher.readers.pandoc.conversion.pictures import Pictures
from publisher.readers.pandoc.conversion.plain import plain_values
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.program import pandoc_path, parse
from publisher.readers.pandoc.scene import Scene
from publisher.report import Report, Where
from tests.pandoc_writer import pandoc_json
from tests.strategies import readable


class Named(Pictures):
    """Pictures that are there already, under the names the article has for them."""

    def take(self, url: str, where: Where) -> str | None:
        return url


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(readable)
def test_pandoc_gives_our_tree_back_and_we_read_the_same_article(article: Article) -> None:
    written = pandoc_json(article)
    returned = run(pandoc_path(), ["--from=json", "--to=json"], written, "a test", "")
    assert (returned.code, returned.said) == (0, "")
    assert json.loads(returned.output) == json.loads(written)

    report, origin = Report(), Origin("a.json")
    pictures = Named(Media(), report, lambda path, where: None)
    scene = Scene(Kind.HTML, origin, pictures, Losses(origin), report)
    document = parse(returned.output, "json", "a.json").document
    matter = read_matter(plain_values(document.meta, scene), scene)
    assert read_articles(document.blocks, matter, scene) == (article,)
    assert not [f for f in report.findings if not f.code.startswith("character.")]
