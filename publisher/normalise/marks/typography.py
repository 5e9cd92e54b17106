"""The marks of the copy as its language sets them; each change is accounted for by paragraph and rule."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

import regex
from msgspec.structs import replace

from publisher.metadata import Dateline, Metadata
from publisher.model import Article, Inline
from publisher.normalise.marks.edits import Edit, compatible, edited, edited_pieces
from publisher.normalise.marks.flows import rewritten
from publisher.normalise.marks.quotes import quote_edits
from publisher.normalise.marks.signs import Marks, marks_for
from publisher.normalise.marks.spacing import bond_edits, dash_edits, ellipsis_edits, space_edits
from publisher.normalise.rules import Rules
from publisher.report import Report, Where
from publisher.settings import Normalise
from publisher.walk import article_text, changed

#: Rule → its finding's code, and what that says was done.
DONE = {
    "quotes": ("typography.quotes", "makeshift quotation marks became those of the language"),
    "apostrophes": ("typography.apostrophes", "straight apostrophes became typographic ones"),
    "dashes": ("typography.dashes", "makeshift dashes became those of the language"),
    "ellipses": ("typography.ellipses", "three dots became an ellipsis"),
    "spaces": ("typography.spaces", "blanks beside marks were set as the language wants them"),
    "bonds": ("typography.bonds", "blanks were bound that no line end may stand for"),
}
_RULES: tuple[Callable[[str, Marks], Iterator[Edit]], ...] = (
    quote_edits,
    dash_edits,
    ellipsis_edits,
    space_edits,
    bond_edits,
)
#: Addresses, file names and tags, in which every mark means something else. Each begins where it can't be the middle
#: of another, and gives nothing back: time is linear.
_REST = r"(?:[^\s\"'<>«»“”„]|'(?=\w))"
_VERBATIM = regex.compile(
    rf"(?:https?|ftp|file|mailto):{_REST}++|(?<![\w.@-])www\.{_REST}++"
    rf"|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)*+|(?<![\w.@/-])[\w-]++(?:\.[\w-]++)++/{_REST}*+|(?<!\w)[#@]\w++"
)
#: A change may open the way for another one beside it; after so many rounds none does.
ROUNDS = 4
# A finding shows so many characters on either side of a change, and whole words.
_AROUND = 24


def set_marks(article: Article, rules: Rules, report: Report) -> Article:
    """*article* with the marks of its language in its text; what is right stays, and code and addresses do."""
    language = article.metadata.language or rules.expected or "en"
    text = article_text(article)
    done: dict[str, Marks] = {}

    def change(inlines: tuple[Inline, ...], tag: str | None) -> tuple[Inline, ...]:
        return rewritten(inlines, tag or language, rewrite)

    def rewrite(pieces: list[str], tag: str | None) -> list[str]:
        marks = done.setdefault(tag or language, marks_for(tag or language, text))
        return _set(pieces, marks, rules.on, report)

    return replace(article, body=tuple(changed(block, change) for block in article.body))


#: What is printed over a text, as fields of its metadata.
HEADS = ("headline", "kicker", "standfirst", "pull_quote")
_NOTHING = Normalise(**dict.fromkeys(Normalise.__struct_fields__, False))


def polish_head(metadata: Metadata, on: Normalise, where: Where, report: Report) -> Metadata:
    """*metadata* with the marks of its language in what is printed over the text, and in the dash of its dateline.

    That is done when all words are known, the editor's too: until then a headline is to the letter what the copy has.
    """
    found = Report()
    marks = marks_for(metadata.language or "en")

    def polish(text: str) -> str:
        return "".join(_set([text], marks, on, found))

    heads = {name: polish(text) for name in HEADS if (text := getattr(metadata, name))}
    names = tuple(map(polish, metadata.by))
    dateline = metadata.dateline and _with_dash(metadata.dateline, marks, on, found)
    report.extend(replace(finding, where=where) for finding in found.findings)
    return replace(metadata, **heads, by=names, dateline=dateline)


def _with_dash(dateline: Dateline, marks: Marks, on: Normalise, report: Report) -> Dateline:
    """*dateline* with the language's dash at its end."""
    # A dash at the end is one before the first word.
    raw = "".join(_set([f"{dateline.raw}x"], marks, replace(_NOTHING, dashes=on.dashes), None))[:-1]
    if raw != dateline.raw:
        report.add(*DONE["dashes"], before=dateline.raw, after=raw)
    return replace(dateline, raw=raw)


def _set(pieces: list[str], marks: Marks, on: Normalise, report: Report | None) -> list[str]:
    """*pieces* of one paragraph with *marks*, and a finding for each rule that changed something."""
    for _ in range(ROUNDS):
        text = "".join(pieces)
        edits = _edits(text, marks, on)
        if not edits:
            break
        pieces = edited_pieces(pieces, edits)
        if report is not None:
            _account(text, edits, report)
    return pieces


def _edits(text: str, marks: Marks, on: Normalise) -> list[Edit]:
    found = [edit for rule in _RULES for edit in rule(text, marks) if getattr(on, edit.rule)]
    if not found:
        return []
    verbatim = [match.span() for match in _VERBATIM.finditer(text)]
    return compatible(
        edit for edit in found if not _is_inside(edit, verbatim) and text[edit.start : edit.end] != edit.new
    )


def _is_inside(edit: Edit, spans: list[tuple[int, int]]) -> bool:
    """Whether *edit* touches one of *spans*, which are in order and apart."""
    at = bisect_right(spans, (edit.start, len(spans) and spans[-1][1])) - 1
    return at >= 0 and edit.start < spans[at][1]


def _account(text: str, edits: list[Edit], report: Report) -> None:
    """One finding a rule, with the first place it changed in *text* and how many there are."""
    for rule, (code, done) in DONE.items():
        own = [edit for edit in edits if edit.rule == rule]
        if not own:
            continue
        start, end = _around(text, own[0])
        shown = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in own if edit.end <= end]
        before = text[start:end]
        places = "" if len(own) == 1 else f" (places in this paragraph: {len(own)})"
        report.add(code, done + places, before=before, after=edited(before, shown))


def _around(text: str, edit: Edit) -> tuple[int, int]:
    """The words around *edit*: where they start and end in *text*."""
    start, end = max(0, edit.start - _AROUND), min(len(text), edit.end + _AROUND)
    while start and start < edit.start and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > edit.end and not text[end].isspace():
        end -= 1
    return start, end
