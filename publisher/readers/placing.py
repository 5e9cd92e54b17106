"""Where in the copy the findings of steps belong that know only an article: by the words they quote."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from publisher.normalise.layout.blocks import Passage
from publisher.report import Finding

#: Findings of one kind come in the order of the text: each is looked for in so many paragraphs from the last one on,
#: and then from the beginning on.
REACH = 60
#: What these quote stands at the end of the text.
FROM_END = frozenset({"structure.end-mark"})
#: Characters of a quotation that are looked for.
LONGEST = 80


def placed(findings: Iterable[Finding], file: str, text: str, passages: Sequence[Passage]) -> Iterator[Finding]:
    """*findings* with *file*, and with line and column of what they quote, if one of *passages* of *text* has it."""
    lines = text.split("\n")
    whole: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        whole.setdefault(passage.text, []).append(number)
    reached: dict[str, int] = {}
    taken: set[int] = set()
    for finding in findings:
        quoted = (finding.before or "").split("\n")[0][:LONGEST].strip()
        where = replace(finding.where, file=file)
        start = reached.get(finding.code, 0)
        same = whole.get(finding.before or "", [])
        # A step that takes a paragraph out takes another one each time.
        at = next((number for number in same if number not in taken), same[0] if same else None)
        if at is not None and finding.code.startswith("structure."):
            taken.add(at)
        if at is None:
            at = _passage(quoted, passages, start if finding.code not in FROM_END else None)
        if at is not None:
            reached[finding.code] = at
            last = passages[at + 1].line if at + 1 < len(passages) else len(lines) + 1
            line, column = _spot(quoted, lines, passages[at].line, max(last, passages[at].line + 1))
            where = replace(where, line=line, column=column)
        yield replace(finding, where=where)


def _passage(quoted: str, passages: Sequence[Passage], start: int | None) -> int | None:
    """The number of the passage in which *quoted* stands: the next one from *start* on; None: the last one."""
    if not quoted:
        return None
    if start is None:
        near = range(len(passages) - 1, max(-1, len(passages) - 1 - REACH), -1)
        return next((at for at in near if quoted in passages[at].text), None)
    numbers = (*range(start, min(start + REACH, len(passages))), *range(min(start, REACH)))
    return next((at for at in numbers if quoted in passages[at].text), None)


def _spot(quoted: str, lines: Sequence[str], first: int, end: int) -> tuple[int, int | None]:
    """(line, column) of *quoted* among the lines from *first* to before *end*, all counted from 1."""
    words = r"\s+".join(map(re.escape, quoted.split()))
    found = re.search(words, "\n".join(lines[first - 1 : end - 1]))
    if not found:
        return first, None
    before = found.string[: found.start()]
    return first + before.count("\n"), found.start() - (before.rfind("\n") + 1) + 1
