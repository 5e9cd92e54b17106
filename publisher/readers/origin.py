"""Where in a source the words stand that a finding speaks of."""

import re

from msgspec.structs import replace

from publisher.normalise.text.places import Places
from publisher.report import Finding, Where

# A shorter piece stands in too many places for one of them to help.
_SHORTEST = 3


class Origin:
    """A source by its *file* name and its *text* as an editor sees it; no text for a package, such as DOCX."""

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self.text = text
        self._places = Places(file, text)
        self._asked: dict[str, int] = {}

    def key(self, name: str) -> Where:
        """The line where front matter or a table sets the key *name*."""
        line = re.search(rf"^[ \t]*[\"']?{re.escape(name)}[\"']?[ \t]*[:=]", self.text, re.MULTILINE)
        return self._places.where(line.start()) if line else Where(self.file)

    def where(self, words: str | None) -> Where:
        """The next place where *words* stand, asked again the one after; the file alone if there is none."""
        if not words or len(words) < _SHORTEST:
            return Where(self.file)
        at = self.text.find(words, self._asked.get(words, -1) + 1)
        if at < 0:
            at = self.text.find(words)
        if at < 0:
            return Where(self.file)
        self._asked[words] = at
        return self._places.where(at)

    def placed(self, finding: Finding) -> Finding:
        """*finding* with the place of what it quotes; steps on articles don't know the source."""
        where = self.where((finding.before or "").strip())
        return replace(finding, where=replace(where, part=finding.where.part))
