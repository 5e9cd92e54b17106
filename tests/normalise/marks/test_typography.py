import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.metadata import Dateline, Metadata
from publisher.model import Article, Code, Emphasis, LineBreak, Link, Note, Paragraph, Span, Text
from publisher.normalise.marks.typography import DONE, polish_head, set_marks
from publisher.normalise.rules import ALL, Rules
from publisher.report import Report, Where
from publisher.settings import Normalise
from publisher.walk import plain_text
from tests import strategies
from tests.normalise.marks.paragraphs import ON, polished, shown

QUOTES = [
    ("en", '"Hello," he said. "It\'s late."', "“Hello,” he said. “It’s late.”"),
    ("en", "``Wait,'' he said, ``the `best' is to come.''", "“Wait,” he said, “the ‘best’ is to come.”"),
    ("en", "He said: \"She told me 'no' twice.\"", "He said: “She told me ‘no’ twice.”"),
    ("en-GB", "'He said \"no\" to me,' she said.", "‘He said “no” to me,’ she said."),
    ("en", '"He said "no" to me," she said.', "“He said ‘no’ to me,” she said."),
    ("en", '“He said "no" to me,” she said.', "“He said ‘no’ to me,” she said."),
    ("en", "\"'Hi,' he said,\" she said.", "“‘Hi,’ he said,” she said."),
    ("en", '("one") "Two?" "Three!"', "(“one”) “Two?” “Three!”"),
    ("en", 'He left." Then silence.', "He left.” Then silence."),
    ("de", "\"Er sagte 'nein' zu mir\", sagte sie.", "„Er sagte ‚nein‘ zu mir“, sagte sie."),
    ("de-CH", '"Nein", sagte sie.', "«Nein», sagte sie."),
    ("de", 'Er las »Die Brücke«, dann "Das Eis".', "Er las »Die Brücke«, dann »Das Eis«."),
    ("ru", '"ООО "Мост"" ответило: "Да".', "«ООО „Мост“» ответило: «Да»."),
    ("ru", "Газета 'Труд' и <<Мост>>, « Лёд »", "Газета «Труд» и~«Мост», «Лёд»"),
    ("kk", '"Көпір" ашылды.', "«Көпір» ашылды."),
    ("kk-Latn", '"Kópir" ashyldy.', "«Kópir» ashyldy."),
    ("fr", '"Oui", dit-il.', "«~Oui~», dit-il."),
    ("fr", 'l\'"Oural" et "l\'Isère"', "l’«~Oural~» et «~l’Isère~»"),
    ("pl", "\"Most\" i ,,Lód''", "„Most” i~„Lód”"),
    ("sv", "\"Hej\" sa 'han'", "”Hej” sa ’han’"),
    ("es", "\"Hola\", dijo 'Pepe'.", "«Hola», dijo «Pepe»."),
    ("tr", '"Köprü"\'nün adı', "“Köprü”’nün adı"),
    ("ko", '"다리"의 이름', "“다리”의 이름"),
    ("zh", '他说"你好"，然后"再见"。', "他说“你好”，然后“再见”。"),
    ("th", 'เขาพูดว่า"ไป"แล้ว', "เขาพูดว่า“ไป”แล้ว"),
    ("hi", 'उसने "हाँ" कहा', "उसने “हाँ” कहा"),
]


@pytest.mark.parametrize(("language", "copy", "right"), QUOTES, ids=[f"{case[0]} {case[1]}" for case in QUOTES])
def test_pairs_quotation_marks(language: str, copy: str, right: str) -> None:
    assert shown(copy, language) == right


def test_opens_a_quotation_anew_in_each_paragraph_and_closes_it_in_the_last() -> None:
    paragraphs = ('"We have waited," he said.', '"We can wait on.', '"We will."')
    copy = Article(Metadata(language="ru"), tuple(Paragraph((Text(text),)) for text in paragraphs))
    body = set_marks(copy, ALL, Report()).body
    assert [plain_text(block.inlines) for block in body if isinstance(block, Paragraph)] == [
        "«We have waited,» he said.",
        "«We can wait on.",
        "«We will.»",
    ]


APOSTROPHES = [
    ("en", "The workers' union and O'Brien's 'best' days", "The workers’ union and O’Brien’s ‘best’ days"),
    ("en", "the 'workers' union' of '98", "the ‘workers’ union’ of ’98"),
    (
        "en",
        "'Tis rock 'n' roll of the '90s, don`t say it wasn´t",
        "’Tis rock ’n’ roll of the ’90s, don’t say it wasn’t",
    ),
    ("en", 'Riverton"s mayor', "Riverton’s mayor"),
    ("nl", "'s Avonds zei hij 'ja'", "’s Avonds zei hij ‘ja’"),
    ("it", "Un po' d'acqua e la 'ndrina", "Un po’ d’acqua e la ’ndrina"),
    ("uk", "прем'єр", "прем’єр"),
    ("tr", "Riverton'da 80'lerde", "Riverton’da 80’lerde"),
    ("de", "Hans' Brücke, geht's", "Hans’ Brücke, geht’s"),
    ("de", "Er las 'Hans' Brücke' vor", "Er las ‚Hans’ Brücke‘ vor"),
    ("el", "Παρ' όλα αυτά", "Παρ’ όλα αυτά"),
]


@pytest.mark.parametrize(("language", "copy", "right"), APOSTROPHES, ids=[case[1] for case in APOSTROPHES])
def test_tells_apostrophes_from_quotation_marks(language: str, copy: str, right: str) -> None:
    assert shown(copy, language) == right


DASHES = [
    ("en", "a -- b --- c _ d - e", "a — b — c — d — e"),
    ("en", 'one--two, "But--"', "one—two, “But—”"),
    ("en-GB", "a - b", "a – b"),
    ("de", "Er kam - und ging.", "Er kam – und ging."),
    ("ru", "Мост - это всё, - сказал он.", "Мост~— это всё,~— сказал он."),
    ("ru", "- Мост готов, - сказал он.", "— Мост готов,~— сказал он."),
    ("kk", "- Иә, - деді ол.", "— Иә,~— деді ол."),
    ("fi", "- Hei, sanoi hän - ja lähti.", "— Hei, sanoi hän – ja lähti."),
    ("en", "- an item of a list", "- an item of a list"),
    ("en", "Won 3 - 2, 1990 - 1995, 10--12, 5-3", "Won 3 - 2, 1990 - 1995, 10--12, 5-3"),
    ("de", "Ein- und Ausfuhr, apt --fix", "Ein- und Ausfuhr, apt --fix"),
    ("zh", "桥 -- 冰", "桥 -- 冰"),
]


@pytest.mark.parametrize(("language", "copy", "right"), DASHES, ids=[case[1] for case in DASHES])
def test_sets_the_dash_of_the_language(language: str, copy: str, right: str) -> None:
    assert shown(copy, language) == right


BLANKS = [
    ("fr", "Oui! Non ? « Ça va » : «bien»; à 10:30", "Oui^! Non^? «~Ça va~»~: «~bien~»^; à 10:30"),
    ("fr-CA", "Oui! Non?", "Oui! Non?"),
    ("ru", "Мост — лёд – вода", "Мост~— лёд~– вода"),
    (
        "ru",
        "А. С. Мостов и т. д. жили в г. Ривертон, ул. 5-я, д. 5",
        "А.~С.~Мостов и~т.~д. жили в~г.~Ривертон, ул. 5-я, д.~5",
    ),
    (
        "ru",
        "13 ноября 2026 г. за 10 млн руб., № 5, 1 000 000 шт.",
        "13~ноября 2026~г. за 10~млн руб., №~5, 1~000~000 шт.",
    ),
    ("kk", "2026 ж. 13 қараша", "2026~ж. 13~қараша"),
    ("pl", "w domu i o moście", "w~domu i~o~moście"),
    ("cs", "k mostu a v zimě", "k~mostu a~v~zimě"),
    (
        "en",
        "J. K. Bridge, No. 7, p. 5, 10 km, 5 %, Nov. 13, 13 November",
        "J.~K.~Bridge, No.~7, p.~5, 10~km, 5~%, Nov.~13, 13~November",
    ),
    ("en", "the U.S. President, on Nov 13", "the U.S. President, on Nov 13"),
    ("th", "10 km ...", "10 km …"),
]


@pytest.mark.parametrize(("language", "copy", "right"), BLANKS, ids=[case[1] for case in BLANKS])
def test_sets_and_binds_blanks(language: str, copy: str, right: str) -> None:
    assert shown(copy, language) == right


@pytest.mark.parametrize(
    ("copy", "right"),
    [
        ("Wait...", "Wait…"),
        ("What. . . and", "What… and"),
        ("End. . . . Next", "End. … Next"),
        ("Contents ..... 5", "Contents ..... 5"),
        ("Как?.. Так!..", "Как?.. Так!.."),
    ],
)
def test_sets_ellipses_and_leaves_leaders(copy: str, right: str) -> None:
    assert shown(copy, "en") == right


RIGHT = [
    ("en", "“We’ve waited,” the mayor said – “and ‘we’ can wait.” The 1990s—all of them…"),
    ("en", 'The 6\'2" man has a 27" screen, and 43°12\'35" is where.'),
    ("de", "„Sie sagte ‚nein‘“, »sagte« er – am 3.\u00a0Mai."),
    ("ru", "«ООО „Мост“»\u00a0— это… да"),
    ("fr", "«\u00a0Oui\u202f!\u00a0»\u00a0: l’eau"),
    ("he", 'צה"ל אמר "כן", צ\'כיה'),
    ("ja", '彼は"はい"と言った 「はい」 --'),
    ("ar", 'قال "نعم" ثم'),
    ("en", "See http://example.org/a--b'c and x@example.org; www.example.org/it's, #it's, a.b/c--d"),
    ("zh", "他说 hello ， 10 km 。"),
]


@pytest.mark.parametrize(("language", "text"), RIGHT, ids=[case[0] for case in RIGHT])
def test_leaves_what_is_right_or_something_else(language: str, text: str) -> None:
    expected = text.replace("#it's", "#it’s")
    assert polished(text, language, ON) == expected


@pytest.mark.parametrize("rule", ["quotes", "apostrophes", "dashes", "ellipses", "bonds"])
def test_each_rule_can_be_switched_off(rule: str) -> None:
    copy = '"A," it\'s -- b... № 5'
    parts = {"quotes": '"A,"', "apostrophes": "it's", "dashes": "--", "ellipses": "...", "bonds": "№ 5"}
    all_off = Normalise(**dict.fromkeys(parts, False))
    assert polished(copy, "en", all_off) == copy
    for other, makeshift in parts.items():
        kept = polished(copy, "en", Normalise(**{rule: False}))
        assert (makeshift in kept) is (other == rule)


def test_changes_words_across_marks_and_leaves_code_alone() -> None:
    inlines = (
        Text('He said "'),
        Emphasis((Text("it's"), Text(" so"))),
        Text('" '),
        Code('"x" -- y'),
        Text(' -- "'),
        Link("https://example.org/", (Text('no"'),)),
        LineBreak(),
        Text('"on a new line"'),
        Note((Paragraph((Text('"noted"'),)),)),
        Text("."),
    )
    report = Report()
    copy = Article(Metadata(language="en-US"), (Paragraph(inlines),))
    (block,) = set_marks(copy, ALL, report).body
    assert block == Paragraph(
        (
            Text("He said “"),
            Emphasis((Text("it’s"), Text(" so"))),
            Text("” "),
            Code('"x" -- y'),
            Text(" — “"),
            Link("https://example.org/", (Text("no”"),)),
            LineBreak(),
            Text("“on a new line”"),
            Note((Paragraph((Text("“noted”"),)),)),
            Text("."),
        )
    )


def test_sets_a_passage_in_its_own_language() -> None:
    inlines = (Text('He said "no": '), Span((Text('"Nein"'),), "de"), Text(' -- and "yes".'))
    french = Paragraph((Text('"Oui!"'),), language="fr")
    copy = Article(Metadata(language="en-US"), (Paragraph(inlines), french))
    first, second = set_marks(copy, ALL, Report()).body
    assert first == Paragraph((Text("He said “no”: "), Span((Text("„Nein“"),), "de"), Text(" — and “yes”.")))
    assert second == Paragraph((Text("«\u00a0Oui\u202f!\u00a0»"),), language="fr")


def test_takes_the_bulletins_language_where_the_text_has_none() -> None:
    copy = Article(Metadata(), (Paragraph((Text('"Nein"'),)),))
    assert set_marks(copy, Rules(expected="de"), Report()).body == (Paragraph((Text("„Nein“"),)),)


def test_accounts_for_every_rule_of_a_paragraph_once() -> None:
    report = Report()
    copy = Paragraph((Text("The mayor had waited for years. \"It's 'late',\" she said -- and it's..."),))
    set_marks(Article(Metadata(language="en"), (copy, copy)), ALL, report)
    codes = [finding.code for finding in report.findings]
    assert codes == ["typography.quotes", "typography.apostrophes", "typography.dashes", "typography.ellipses"] * 2
    quotes, apostrophes, *_ = report.findings
    assert quotes.message.endswith("(places in this paragraph: 4)")
    assert (quotes.before, quotes.after) == (
        "had waited for years. \"It's 'late',\" she said",
        "had waited for years. “It's ‘late’,” she said",
    )
    assert (apostrophes.before, apostrophes.after) == (
        "waited for years. \"It's 'late',\" she said --",
        "waited for years. \"It’s 'late',\" she said --",
    )
    assert all(finding.is_change for finding in report.findings)


def test_polishes_heads_when_they_are_known() -> None:
    report = Report()
    head = Metadata(
        headline='Mayor: "It\'s late"',
        by=("Ilse O'Beispiel",),
        dateline=Dateline("RIVERTON (AP) -- ", "RIVERTON"),
        language="en-US",
    )
    polished_head = polish_head(head, ON, Where("copy.txt"), report)
    assert polished_head.headline == "Mayor: “It’s late”"
    assert polished_head.by == ("Ilse O’Beispiel",)
    assert polished_head.dateline == Dateline("RIVERTON (AP) — ", "RIVERTON")
    assert {finding.where for finding in report.findings} == {Where("copy.txt")}
    assert ("RIVERTON (AP) -- ", "RIVERTON (AP) — ") in [(f.before, f.after) for f in report.findings]
    again = Report()
    assert polish_head(polished_head, ON, Where("copy.txt"), again) == polished_head
    assert again.findings == []


def test_every_rule_has_a_sentence_and_a_switch() -> None:
    assert set(DONE) <= set(Normalise.__struct_fields__)


MARKS = "\"'`“”„«»‘’‚ \u00a0-_–—….!?:,()as字\n"
WORDS = ("``", "''", ",,", "<<", ">>", "--", "...", "word", "Wort", "слово", "в", "он", "10", "км", "№", "http://x.y/z")
COPY = st.lists(st.sampled_from([*MARKS, *WORDS]), max_size=24).map("".join)
LANGUAGES = st.sampled_from(sorted({case[0] for case in (*QUOTES, *APOSTROPHES, *DASHES, *BLANKS, *RIGHT)}))


@given(COPY, LANGUAGES)
def test_a_second_time_changes_nothing(text: str, language: str) -> None:
    once = polished(text, language, ON)
    assert polished(once, language, ON) == once


@given(st.text(max_size=80), LANGUAGES)
def test_no_letter_or_digit_is_lost_or_made(text: str, language: str) -> None:
    once = polished(text, language, ON)
    assert [char for char in once if char.isalnum()] == [char for char in text if char.isalnum()]


@given(strategies.articles)
def test_every_tree_comes_through(article: Article) -> None:
    once = set_marks(article, ALL, Report())
    assert set_marks(once, ALL, Report()) == once
    assert len(once.body) == len(article.body)
