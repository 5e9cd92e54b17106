"""Sources read in one line, for the tests of the readers."""

from collections.abc import Callable
from pathlib import Path

from publisher.formats import Source
from publisher.limits import USUAL, Limits
from publisher.media import Media
from publisher.model import Article
from publisher.readers import read
from publisher.readers.kinds import Kind
from publisher.readers.origin import Origin
from publisher.readers.pandoc.conversion.pictures import Pictures
from publisher.readers.pandoc.losses import Losses
from publisher.readers.pandoc.scene import Scene
from publisher.report import Finding, Report, Where


class Reading:
    """One source, read: its articles, pictures and findings."""

    def __init__(self, name: str, data: str | bytes, folder: Path | None = None, limits: Limits = USUAL) -> None:
        self.report, self.media = Report(), Media(limits)
        source = Source(name, data.encode() if isinstance(data, str) else data, folder, limits=limits)
        self.articles = read(source, self.media, self.report)

    @property
    def article(self) -> Article:
        """The only article."""
        (article,) = self.articles
        return article

    @property
    def codes(self) -> list[str]:
        """The codes of what was found, in order."""
        return [finding.code for finding in self.report.findings]

    def finding(self, code: str) -> Finding:
        """The only finding of this code."""
        (found,) = (finding for finding in self.report.findings if finding.code == code)
        return found


def markdown(text: str, folder: Path | None = None) -> Reading:
    """A Markdown text, read."""
    return Reading("a.md", text, folder)


def html(text: str, folder: Path | None = None) -> Reading:
    """A page, read."""
    return Reading("a.html", text, folder)


def scene(
    kind: Kind = Kind.MARKDOWN, load: Callable[[str, Where], bytes | None] = lambda path, where: None, text: str = ""
) -> Scene:
    """A scene for converting a tree without a source."""
    report = Report()
    origin = Origin("a.md", text)
    return Scene(kind, origin, Pictures(Media(), report, load), Losses(origin), report)


def codes(of: Scene) -> list[str]:
    """The codes of what was found, losses told."""
    of.losses.tell(of.report)
    return [finding.code for finding in of.report.findings]
