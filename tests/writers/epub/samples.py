"""Bulletins to write: the plain one, one with every node there is, and two in other scripts."""

import datetime
import io

from PIL import Image as Raster

from publisher.media import Media
from publisher.metadata import BulletinMetadata, Creditline, Dateline, Metadata
from publisher.model import (
    Article,
    Block,
    Bulletin,
    Cell,
    Code,
    CodeBlock,
    Column,
    Definition,
    DefinitionList,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Quotation,
    Role,
    Row,
    Section,
    SmallCaps,
    Span,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Verse,
)
from publisher.report import Report, Where


def pictures() -> tuple[Media, str]:
    """A store with one picture, and the picture's name in it."""
    buffer = io.BytesIO()
    Raster.new("RGB", (60, 40), "#00538a").save(buffer, "PNG")
    media = Media()
    name = media.add(buffer.getvalue(), "quay.png", Report(), Where())
    assert name is not None
    return media, name


MEDIA, PICTURE = pictures()


def issue(*sections: Section, **changes: object) -> Bulletin:
    """A bulletin of *sections*; *changes* to its metadata."""
    known: dict[str, object] = {
        "title": "The Bulletin",
        "language": "en-US",
        "identifier": "urn:uuid:3b1f7c52-0f0b-5c3e-9b1c-47a1de5f0047",
        "slug": "the-bulletin-47-en-us",
        "number": "47",
        "date": datetime.date(2026, 11, 24),
        "publisher": "the Press Office",
        "rights": "Reproduction permitted with attribution.",
        "contact": "press@example.org",
    }
    return Bulletin(BulletinMetadata(**{**known, **changes}), sections)  # type: ignore[arg-type]


def say(*words: str | Inline, role: Role = Role.BODY) -> Paragraph:
    """A paragraph of words and inlines."""
    return Paragraph(tuple(Text(word) if isinstance(word, str) else word for word in words), role=role)


def plain() -> Bulletin:
    """One article with all that stands over it."""
    metadata = Metadata(
        headline="Harbour council votes to keep the night ferry",
        kicker="Transport",
        standfirst="The last boat stays until spring, and the fare with it.",
        dateline=Dateline("ASTANA – ", place="Astana"),
        creditline=Creditline("Kazinform", "text"),
        language="en-US",
    )
    body = (
        say("The council voted on Tuesday to keep the night ferry running until the end of April, by 12 to 9."),
        say("“We owe it to those who work nights,” its chair said. The motion had been put off twice since June."),
        say("A bridge, first drawn in 1932, would cost ₸4.1 billion; nobody has offered to pay for it."),
    )
    return issue(Section((Article(metadata, body),)))


def every_node() -> Bulletin:
    """Sections with every block and inline of the model, and links between their articles."""
    first = Article(Metadata(headline="Every kind of “block” & <mark>", by=("A. Writer",)), _blocks())
    second = Article(Metadata(dateline=Dateline("OSLO, Nov. 2 — ", place="Oslo")), _inlines())
    third = Article(Metadata(headline="Последняя заметка", language="ru"), (say("Кворум собрался не сразу."),))
    fourth = Article(Metadata(headline="خبر قصير", language="ar"), (say("انعقد الاجتماع في موعده."),))
    return issue(
        Section((first, second), "At home"),
        Section((third,), "Abroad & beyond"),
        Section((fourth,)),
        subtitle="News of the quay",
        authors=("A. Writer", "B. Clerk"),
        keywords=("ferries", "bridges & tunnels"),
    )


def _blocks() -> tuple[Block, ...]:
    cells = Row((Cell((say("Year"),)), Cell((say("Boats"),), alignment="end")))
    data = Row((Cell((say("2025"),), header=True), Cell((say("11"),))))
    wide = Row((Cell((say("Both years"),), colspan=2),))
    return (
        say("What the paper said last week, in short.", role=Role.STANDFIRST),
        Heading((Text("A heading"),), level=1, id="one"),
        say("A paragraph under it."),
        Heading((Text("A smaller one"),), level=2),
        Heading((Text("The smallest"),), level=3),
        Quotation((say("Said by one."), say("Said by another."))),
        ItemList(((say("a bullet"),), (say("another"), ItemList(((say("inside"),),))))),
        ItemList(((say("fifth"),), (say("sixth"),)), ordered=True, start=5, style="lower-roman"),
        DefinitionList((Definition((Text("Quay"),), ((say("where boats lie"),), (say("a wharf"),))),)),
        Table(
            (Column(), Column(alignment="center", width=0.4)),
            (cells,),
            (data,),
            (wide,),
            (Text("Boats a year"),),
            id="t",
        ),
        Figure(Image(PICTURE, "The quay at night"), (Text("The quay."),), "B. Clerk", id="figure"),
        Figure(Image(PICTURE, decorative=True)),
        CodeBlock("tide = 4.2\nif tide > 4:\n    close()", "python"),
        Verse(((Text("The boat goes out,"),), (Text("the boat comes in"),))),
        ThematicBreak(id="pause"),
        say("The end of it.", role=Role.PULL_QUOTE),
        *(say(f"In the role {role}.", role=role) for role in Role),
    )


def _inlines() -> tuple[Block, ...]:
    note = Note((say("A note with ", Emphasis((Text("stress"),)), " in it."), say("And a second paragraph.")))
    nested = Note((say("A note that calls another", Note((say("the other one"),)), "."),))
    listed = Note((ItemList(((say("a note that is a list"),),)),))
    return (
        say(
            "Plain, ", Emphasis((Text("stressed"),)), ", ", Strong((Text("strong"), Emphasis((Text(" both"),)))),
            ", ", SmallCaps((Text("small caps"),)), ", E=mc", Superscript((Text("2"),)), ", H", Subscript((Text("2"),)),
            "O, ", Code("x < 1 && y"), LineBreak(), "and a new line.",
        ),
        say("Notes", note, " and more", nested, " and a list", listed, ", then a picture", Image(PICTURE, "dot"), "."),
        say(
            "Links: ", Link("https://example.org/a b?q=ü&r=%", (Text("far"),), "A “title” & more"), ", ",
            Link("#here", (Text("near"),)), ", ", Link("a1#one", (Text("the other article"),)), ", ",
            Link("a1#pause", (Text("a break"),)), ", ", Link("a3#nothing", (Text("nowhere"),)), ", ",
            Link("javascript:alert(1)", (Text("a script"),)), ", ", Link("notes.html", (Text("a file"),)), ", ",
            Link("mailto:press@example.org", (Text("by letter"), Note((say("called in a link"),)), Text(" post"))), ".",
        ),
        Heading((Text("Here"),), id="here"),
        say("Said in ", Span((Text("français"),), "fr"), " and ", Span((Text("עברית"),), "he", "rtl"), "."),
        Paragraph((Text("Ganz auf Deutsch, mit Straße."),), language="de"),
        Paragraph((Text("كل شيء بالعربية."),), language="ar", direction="rtl"),
        Heading((Text("Headline"),), id="headline"),
        Heading((Text("A note's name"),), id="note-1"),
    )  # fmt: skip


def arabic() -> Bulletin:
    """An Arabic issue of one article."""
    metadata = Metadata(
        headline="المجلس يصوّت على إبقاء العبّارة الليلية",
        kicker="النقل",
        standfirst="آخر رحلة تبقى حتى الربيع، والأجرة كما هي.",
        dateline=Dateline("أستانا – ", place="أستانا"),
        language="ar",
    )
    body = (
        say("صوّت المجلس يوم الثلاثاء على إبقاء العبّارة الليلية حتى نهاية أبريل بأغلبية 12 صوتا مقابل 9."),
        say("وقالت رئيسة المجلس: «نحن مدينون بذلك لمن يعملون ليلا»", Note((say("في جلسة علنية."),)), "."),
    )
    return issue(
        Section((Article(metadata, body),)), language="ar", title="النشرة", publisher="مكتب الصحافة", rights=None
    )


def russian() -> Bulletin:
    """A Russian issue of two articles in a section."""
    articles = tuple(
        Article(Metadata(headline=headline, language="ru", kicker="Транспорт"), (say(text),))
        for headline, text in (
            ("Совет порта сохранил ночной паром", "Во вторник совет проголосовал за ночной паром до конца апреля."),
            (
                "Мост подождёт",
                "Мост, начерченный в 1932 году, обошёлся бы в ₸4,1 млрд; «платить некому», — заметил он.",
            ),
        )
    )
    return issue(
        Section(articles, "Порт"),
        language="ru",
        title="Бюллетень",
        publisher="Пресс-служба",
        rights="Все права защищены.",
    )
