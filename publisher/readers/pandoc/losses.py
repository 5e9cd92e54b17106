"""What a source has and the model has no word for: counted by kind, told once with all that it was."""

from typing import NamedTuple

from publisher.readers.origin import Origin
from publisher.report import Report, Where

#: How much of what was left out is quoted.
_MOST, _LONGEST = 20, 200


class _Loss(NamedTuple):
    code: str
    kind: str


class Losses:
    """The losses of one source. What was lost is quoted in ``before``, which never leaves the editor's machine."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._found: dict[_Loss, tuple[Where, list[str]]] = {}

    def dropped(self, kind: str, words: str) -> None:
        """Notes that *words* were left out; *kind* is what they were: “a comment”."""
        self._note(_Loss("pandoc.dropped", kind), words)

    def plain(self, kind: str, words: str) -> None:
        """Notes that *words* were kept, but not their look; *kind* is what they were: “struck out”."""
        self._note(_Loss("pandoc.plain", kind), words)

    def _note(self, loss: _Loss, words: str) -> None:
        if loss not in self._found:
            self._found[loss] = (self._origin.where(words), [])
        self._found[loss][1].append(words)

    def tell(self, report: Report) -> None:
        """Adds one finding for each kind."""
        for loss, (where, all_words) in self._found.items():
            times = f", {len(all_words)} times, first here" if len(all_words) > 1 else ""
            quoted = "\n".join(words[:_LONGEST] for words in all_words[:_MOST])
            if loss.code == "pandoc.dropped":
                message = f"{loss.kind} was left out{times}: print has no place for it"
                report.add(loss.code, message, where, "say in words what readers need of it", quoted, "")
            else:
                report.add(loss.code, f"{loss.kind} is set like the words around it{times}", where)
        self._found.clear()
