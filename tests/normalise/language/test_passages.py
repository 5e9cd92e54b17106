import pytest

from publisher.metadata import Metadata
from publisher.model import Article, Code, Emphasis, ItemList, Paragraph, Quotation, Span, Text
from publisher.normalise.language.passages import find_language, mark_passages
from publisher.normalise.rules import ALL, Rules
from publisher.report import Report
from publisher.settings import Normalise
from tests.normalise.language.test_detection import TEXTS

GERMAN = "Wir haben elf Jahre lang auf diese Brücke gewartet, und wir warten gern noch einen Winter mehr."


def article(*texts: str, language: str | None = "en-US") -> Article:
    return Article(Metadata(language=language), tuple(Paragraph((Text(text),)) for text in texts))


def marked(*texts: str, language: str = "en-US") -> Article:
    return mark_passages(article(*texts, language=language), Report())


def test_takes_the_language_that_the_settings_say() -> None:
    report = Report()
    found = find_language(article(TEXTS["de"], language=None), Rules(language="DE_at", expected="en-US"), report)
    assert found.metadata.language == "de-AT"
    assert report.findings == []


def test_keeps_the_language_that_a_source_says() -> None:
    assert find_language(article(TEXTS["de"], language="nl"), ALL, Report()).metadata.language == "nl"


def test_finds_the_language_and_says_where_it_is_not_the_bulletins() -> None:
    report = Report()
    found = find_language(article(TEXTS["de"], language=None), Rules(expected="ru"), report)
    assert found.metadata.language == "de"
    assert [finding.code for finding in report.findings] == ["language.found"]
    quiet = Report()
    assert (
        find_language(article(TEXTS["ru"], language=None), Rules(expected="ru-RU"), quiet).metadata.language == "ru-RU"
    )
    assert quiet.findings == []


def test_looks_for_no_language_where_the_rule_is_off() -> None:
    off = Rules(Normalise(language=False), expected="ru")
    assert find_language(article(TEXTS["de"], language=None), off, Report()).metadata.language is None


def test_marks_a_paragraph_in_another_language_of_the_same_script() -> None:
    english = [TEXTS["en"], f"{TEXTS['en']} The mayor said so, and that was the end of it."]
    first, second, last = marked(*english, GERMAN).body
    assert (first.language, second.language, last.language) == (None, None, "de")


def test_marks_a_quotation_in_another_language() -> None:
    (block,) = marked(
        f"The mayor said: “{GERMAN}” Nobody in the hall had asked for the translation that followed."
    ).body
    assert isinstance(block, Paragraph)
    assert block.inlines[1] == Span((Text(GERMAN),), "de")
    assert isinstance(block.inlines[0], Text)
    assert block.inlines[0].text.endswith("“")


@pytest.mark.parametrize(
    ("text", "span", "tag"),
    [
        (f"{TEXTS['ru']} The mayor has heard all of them out in silence. {TEXTS['ru']}", None, "en"),
        (f"{TEXTS['en']} {TEXTS['ru']} {TEXTS['en']}", TEXTS["ru"].removesuffix("."), "ru"),
    ],
)
def test_marks_a_run_of_another_script(text: str, span: str | None, tag: str) -> None:
    language = "ru" if tag == "en" else "en-US"
    (block,) = marked(text, language=language).body
    assert isinstance(block, Paragraph)
    (found,) = (inline for inline in block.inlines if isinstance(inline, Span))
    assert found.language == tag
    if span:
        assert found.inlines == (Text(span),)
    assert "".join(i.text if isinstance(i, Text) else i.inlines[0].text for i in block.inlines) == text  # type: ignore[union-attr]


def test_says_the_direction_of_what_is_written_the_other_way() -> None:
    (block,) = marked(f"{TEXTS['en']} {TEXTS['ar']} {TEXTS['en']}").body
    assert isinstance(block, Paragraph)
    (found,) = (inline for inline in block.inlines if isinstance(inline, Span))
    assert (found.language, found.direction) == ("ar", "rtl")


@pytest.mark.parametrize(
    "text",
    [
        "Депутат Владимир Владимирович Иванов сказал The New York Times и Bank of China, что мост построят.",
        "Он работал в Industrial and Commercial Bank of China и писал для Financial Times Deutschland.",
        "Его назначили Special Envoy of the Secretary General for Bridges and Ferries of the Upper Valley, сказал он.",
        "Адрес: https://example.org/where/to/get/it и press.office.of.the.valley@example.org.",
        "Запустите apt-get update или rsync -avz ftp.example.org::valley/bridge .",
    ],
)
def test_leaves_names_and_addresses_unmarked(text: str) -> None:
    copy = article(text, TEXTS["ru"], language="ru")
    assert mark_passages(copy, Report()) == copy


def test_leaves_code_and_what_is_marked_alone_and_looks_into_emphasis() -> None:
    russian = TEXTS["ru"]
    inlines = (Text("He wrote: "), Code(russian), Span((Text(russian),), "be"), Emphasis((Text(russian),)))
    found = mark_passages(Article(Metadata(language="en-US"), (Paragraph(inlines),)), Report()).body[0]
    assert isinstance(found, Paragraph)
    assert found.inlines[:3] == inlines[:3]
    assert found.inlines[3] == Emphasis((Span((Text(russian.removesuffix(".")),), "ru"), Text(".")))


def test_looks_into_blocks_that_hold_others() -> None:
    inner = Paragraph((Text(f"{TEXTS['en']} {TEXTS['ru']}"),))
    copy = Article(Metadata(language="en-US"), (Quotation((inner,)), ItemList(((inner,),))))
    report = Report()
    found = mark_passages(copy, report)
    assert [finding.code for finding in report.findings] == ["language.passage"] * 2
    again = Report()
    assert mark_passages(found, again) == found
    assert again.findings == []


def test_marks_nothing_in_ordinary_copy() -> None:
    for tag, text in TEXTS.items():
        copy = article(text, f"{text} {text}", language=tag)
        assert mark_passages(copy, Report()) == copy
