"""RTF's groups and words carried out, token by token; nothing nests, so that no depth of groups is too much."""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from publisher.readers.pandoc import tree
from publisher.readers.pandoc.conversion.attributes import Attr
from publisher.readers.pandoc.conversion.pieces import PAGE_BREAK
from publisher.readers.rtf.document import Document, Style
from publisher.readers.rtf.flow import Flow, NoteOf, Run, said
from publisher.readers.rtf.fonts import Fonts
from publisher.readers.rtf.letters import CHARACTERS, joined
from publisher.readers.rtf.looks import Look, Place, changed, placed
from publisher.readers.rtf.pictures import KINDS, Picture
from publisher.readers.rtf.sinks import DESTINATIONS, STARRED, STREAMS, Sink
from publisher.readers.rtf.tokens import Binary, Close, Letters, Open, Token, Word, tokens

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))?\s*(?:\\l\s+"?([^"\s]+))?', re.IGNORECASE)


class _Group(NamedTuple):
    """An open group: what its words said so far, where its characters go, and what is done at its end."""

    look: Look = Look()
    place: Place = Place()
    sink: Sink = Sink.BODY
    is_starred: bool = False
    at_end: Callable[[], None] | None = None


def interpret(data: bytes, is_parted: bool = False) -> Document:
    """The document in *data*; what is cut short ends where it is cut.

    *is_parted* asks for page breaks as paragraphs of their own.
    """
    interpreter = _Interpreter(is_parted)
    for token in tokens(data):
        interpreter.take(token)
    return interpreter.finish()


class _Interpreter:
    def __init__(self, is_parted: bool) -> None:
        self.document = Document()
        self._is_parted = is_parted
        self.fonts = Fonts()
        self._groups = [_Group()]
        self._flows = [Flow()]
        self._bytes = bytearray()
        self._words: list[str] = []
        self._to_skip = 0
        self._is_head = False
        self._style: tuple[int | None, int | None] = (None, None)
        self._picture = Picture()
        self._property = ""
        self._author = ""
        self._was = Look()

    # ── tokens ───────────────────────────────────────────────────────────────

    def take(self, token: Token) -> None:
        """Carries out one token."""
        match token:
            case Letters():
                self._letters(token)
            case Open():
                self._flush()
                self._open()
            case Close():
                self._flush()
                self._close()
            case Binary():
                self._picture.add(token.data)
            case Word():
                self._flush()
                self._word(token.name, token.number)

    def finish(self) -> Document:
        """The document, with every group closed."""
        self._flush()
        while len(self._groups) > 1 or self._groups[0].at_end:
            self._close()
        self.document.items = self._flows[0].end(self._groups[0].place)
        return self.document

    def _letters(self, token: Letters) -> None:
        data = token.data
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        match self._groups[-1].sink:
            case Sink.SKIP | Sink.ASIDE:
                pass
            case Sink.PICTURE:
                self._picture.add_hex(data)
            case _:
                self._bytes += data

    def _flush(self) -> None:
        """Puts the bytes that were gathered where they belong, as characters."""
        self._to_skip = 0
        if self._bytes:
            self._say(self.fonts.decoded(bytes(self._bytes), self._groups[-1].look.font))
            self._bytes.clear()

    def _say(self, text: str) -> None:
        group = self._groups[-1]
        if group.sink is Sink.WORDS or group.sink is Sink.STYLE:
            self._words.append(text)
        elif group.sink is Sink.BODY:
            self._print(text, group.look)

    def _print(self, text: str, look: Look) -> None:
        """Sets *text*, unless it is hidden or deleted, which is noted."""
        self.document.deleted += look.deleted and not self._was.deleted
        self.document.inserted += look.inserted and not self._was.inserted
        self._was = look
        if look.hidden:
            self.document.hidden.append(text)
        elif not look.deleted:
            self._flows[-1].add(Run(text, look))

    # ── words ────────────────────────────────────────────────────────────────

    def _word(self, name: str, number: int | None) -> None:
        group = self._groups[-1]
        if group.sink is Sink.SKIP:
            return
        if name == "*":
            self._groups[-1] = group._replace(is_starred=True)
        elif name in DESTINATIONS or (group.is_starred and name in STARRED):
            self._enter(name)
        elif group.is_starred:
            self._groups[-1] = group._replace(sink=Sink.SKIP)
        elif name == "u":
            self._unicode(number or 0)
        elif name in CHARACTERS:
            self._say(CHARACTERS[name])
        elif not self._structure(name):
            self._property_word(name, number)

    def _unicode(self, number: int) -> None:
        self._say(chr(number % 0x10000 if number < 0x10000 else min(number, 0x10FFFF)))
        self._to_skip = self._groups[-1].look.skip

    def _structure(self, name: str) -> bool:
        """Whether *name* ends or parts something of the body, which is done."""
        group, flow = self._groups[-1], self._flows[-1]
        if group.sink is not Sink.BODY:
            return False
        match name:
            case "par" | "\n" | "\r" | "sect" | "nestcell":
                flow.end_paragraph(group.place)
            case "page" | "column":
                self._end_page(name)
            case "line" | "softline":
                flow.add(tree.LineBreak())
            case "cell":
                flow.end_cell(group.place)
            case "row":
                flow.end_row(self._is_head)
            case "trowd" | "trhdr":
                self._is_head = name == "trhdr"
            case _:
                return False
        return True

    def _end_page(self, name: str) -> None:
        flow = self._flows[-1]
        if flow.is_open:
            flow.end_paragraph(self._groups[-1].place)
        if self._is_parted and name == "page" and len(self._flows) == 1:
            flow.add(Run(PAGE_BREAK, Look()))
            flow.end_paragraph(Place())

    def _property_word(self, name: str, number: int | None) -> None:
        """Carries out a word that says how what follows looks, or what it is."""
        group = self._groups[-1]
        if group.sink is Sink.FONTS:
            self.fonts.of_table(name, number)
        elif group.sink is Sink.STYLES or group.sink is Sink.STYLE:
            self._style_word(name, number)
        elif group.sink is Sink.PICTURE:
            self._picture.kind = KINDS.get(name, self._picture.kind)
        elif not self.fonts.of_document(name, number):
            look, place = changed(group.look, name, number), placed(group.place, name, number)
            self._groups[-1] = group._replace(look=look, place=place)

    def _style_word(self, name: str, number: int | None) -> None:
        style, outline = self._style
        if name in ("s", "cs", "ds", "ts"):
            self._style = (number if name == "s" else None, outline)
        elif name == "outlinelevel":
            self._style = (style, number)

    # ── groups ───────────────────────────────────────────────────────────────

    def _open(self) -> None:
        group = self._groups[-1]._replace(is_starred=False, at_end=None)
        if group.sink is Sink.STYLES:
            self._style, self._words = (0, None), []
            group = group._replace(sink=Sink.STYLE)
        self._groups.append(group)

    def _enter(self, name: str) -> None:
        """Makes the open group the destination *name*."""
        group = self._groups[-1]
        sink = DESTINATIONS.get(name, Sink.BODY) if name in DESTINATIONS else STARRED[name]
        at_end: Callable[[], None] | None = None
        if name in STREAMS:
            self._flows.append(Flow())
            at_end = partial(self._end_stream, name)
            group = group._replace(look=Look(skip=group.look.skip), place=Place())
        elif sink is Sink.WORDS:
            self._words = []
            at_end = partial(self._end_words, name)
        elif sink is Sink.PICTURE:
            self._picture = Picture()
            at_end = self._end_picture
        self._groups[-1] = group._replace(sink=sink, is_starred=False, at_end=at_end)

    def _close(self) -> None:
        group = self._groups.pop()
        if not self._groups:  # a brace too many
            self._groups.append(group._replace(sink=Sink.BODY, at_end=None))
        if group.at_end:
            group.at_end()
        elif group.sink is Sink.STYLE and self._groups[-1].sink is Sink.STYLES:
            self._end_style()

    def _end_style(self) -> None:
        number, outline = self._style
        name = joined("".join(self._words)).partition(";")[0].strip()
        if number is not None:
            self.document.styles[number] = Style(name, outline)

    def _end_stream(self, name: str) -> None:
        items = self._flows.pop().end(Place())
        if name == "annotation":
            words = " ".join(" ".join(said(item)) for item in items)
            self.document.comments.append(f"{self._author}: {words}" if self._author else words)
        elif name == "footnote":
            self._flows[-1].add(NoteOf(tuple(items)))
        else:
            self._flows[-1].lay_beside(items)
            self.document.boxes += [words for item in items for words in said(item)]

    def _end_words(self, name: str) -> None:
        """Does what the words of the destination *name* are for."""
        words = joined("".join(self._words)).strip()
        match name:
            case "listtext" | "pntext":
                self._flows[-1].mark = words
            case "fldinst":
                self._link(words)
            case "atnauthor":
                self._author = words
            case "bkmkstart" if self._groups[-1].sink is Sink.BODY:
                self._flows[-1].add(tree.Span((Attr(id=words), ())))
            case "revtbl":
                self.document.authors = [name.strip() for name in words.split(";") if name.strip()]
            case "sn":
                self._property = words
            case "sv" if self._property == "wzDescription":
                self._picture.alternative = words
            case "title" | "author" | "subject" | "keywords" | "doccomm":
                self.document.info[name] = words
            case _:
                pass

    def _link(self, instruction: str) -> None:
        """Lets what else stands in the field lead where its *instruction* says."""
        found = _HYPERLINK.match(instruction)
        if found and (found[1] or found[2] or found[3]):
            target = (found[1] or found[2] or "") + (f"#{found[3]}" if found[3] else "")
            self._groups[-1] = self._groups[-1]._replace(look=self._groups[-1].look._replace(link=target))

    def _end_picture(self) -> None:
        if data := self._picture.data:
            name = f"picture-{len(self.document.files) + 1}.{self._picture.kind or 'bin'}"
            self.document.files[name] = data
            alternative = self._picture.alternative
            attr = Attr(pairs=(("alt", alternative),)) if alternative else Attr()
            self._flows[-1].add(tree.Image((attr, (), tree.Target(name))))
