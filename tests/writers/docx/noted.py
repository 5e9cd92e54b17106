"""A bulletin of notes and pictures in every place, and the store of its pictures."""

from publisher.metadata import Dateline, Metadata
from publisher.model import (
    Article,
    Block,
    Bulletin,
    Cell,
    CodeBlock,
    Emphasis,
    Figure,
    Heading,
    Image,
    ItemList,
    Link,
    Note,
    Quotation,
    Row,
    Table,
    Text,
)
from tests.writers.docx.pictures import GONE, store
from tests.writers.docx.samples import issue, say


def annotated() -> Bulletin:
    """Two articles with notes and pictures wherever they can stand, and notes of every shape."""
    first = Article(
        Metadata(headline="Noted", dateline=Dateline("OSLO – "), language="en-US"), (*_notes(), *_figures())
    )
    arabic = (say("انعقد الاجتماع", Note((say("ملاحظة واحدة 12."),)), " في موعده."),)
    return issue(first, Article(Metadata(headline="خبر قصير", language="ar"), arabic))


def _notes() -> tuple[Block, ...]:
    link = Link("https://example.org/source", (Text("its source"),))
    within = Note((say("A note inside a note.", Note((say("And one inside that."),))),))
    table = Table((), body=(Row((Cell((say("In a table in a note."),)),)),))
    shapes: tuple[Note, ...] = (
        Note((ItemList(((say("a bullet"),), (say("another"),))),)),
        Note((table,)),
        Note((CodeBlock(" x = 1"), CodeBlock(" y = 2"))),
        Note((Quotation((say("Quoted in a note."),)),)),
        Note((Heading((Text("Headed"),), id="headed"), say("and said."))),
        Note(()),
    )
    return (
        say("Called", Note((say("A note with ", link, " and ", Link("#here", (Text("a place"),)), "."),)), " here."),
        say("Twice", Note((say("The outer note", within, "."), say("Its second paragraph."))), " over."),
        Heading((Text("A heading"), Note((say("A note in a heading."),))), id="here"),
        say(Emphasis((Text("Shapes"), *shapes)), Link("#headed", (Text("."),))),
        say(Note((say("Called from nothing but itself."),))),
        Table(
            (),
            head=(Row((Cell((say("Year", Note((say("In a head cell."),))),)),)),),
            body=(Row((Cell((say("2026", Note((say("In a cell."),))), Figure(Image(store().dot, "A dot")))),)),),
            caption=(Text("Boats"), Note((say("In a caption."),))),
        ),
    )


def _figures() -> tuple[Block, ...]:
    in_note = Note((say("See ", Image(store().dot, "a dot in a note"), "."), Figure(Image(store().drawing, "again"))))
    return (
        say("A picture ", Image(store().dot, "of a dot"), ", a drawing ", Image(store().drawing, "of tides"), "."),
        Figure(
            Image(store().photo, "The quay at night"), (Text("The quay"), in_note, Text(".")), "B. Clerk", id="quay"
        ),
        Figure(Image(store().drawing, "Tides & “more”"), (Text("Tides."),)),
        Figure(Image(store().dot, decorative=True)),
        Figure(Image(store().inks, "Printed"), (), "C. Only"),
        Figure(Image(GONE, "of what isn't there"), (Text("A caption all the same."),)),
        Figure(Image(GONE, decorative=True)),
        say("The end."),
    )
