"""Small issues of our own sentences in six languages of four scripts."""

from publisher.metadata import Dateline, Metadata
from publisher.model import Article, Bulletin, Heading, Note, Section, Text
from tests.writers.epub.samples import issue, say

#: Language → masthead, headline, kicker, standfirst, dateline, two sentences, a subhead, a note.
WORDS = {
    "ar": (
        "النشرة", "المجلس يبقي العبّارة الليلية", "النقل", "تبقى الرحلة الأخيرة حتى الربيع.", "أستانا – ",
        "صوّت المجلس يوم الثلاثاء على إبقاء العبّارة.", "وقالت رئيسته إن الأجرة باقية كما هي.",
        "ما بعد ذلك", "في جلسة علنية.",
    ),
    "he": (
        "העלון", "המועצה משאירה את מעבורת הלילה", "תחבורה", "ההפלגה האחרונה נשארת עד האביב.", "אסטנה – ",
        "המועצה הצביעה ביום שלישי בעד המעבורת.", "היושבת ראש אמרה שהמחיר לא ישתנה.",
        "מה הלאה", "בישיבה פתוחה.",
    ),
    "zh-Hans": (
        "公报", "议会保留夜间渡轮", "交通", "末班船将开到春天。", "阿斯塔纳 – ",
        "议会星期二投票决定保留夜间渡轮。", "主席说,票价不变。",
        "下一步", "公开会议。",
    ),
    "ja": (
        "会報", "議会、夜の渡し船を残す", "交通", "最終便は春まで続く。", "アスタナ – ",
        "議会は火曜日、夜の渡し船を残すことを決めた。", "議長は、運賃は変わらないと述べた。",
        "これから", "公開の会議で。",
    ),
    "ru": (
        "Бюллетень", "Совет сохранил ночной паром", "Транспорт", "Последний рейс останется до весны.", "АСТАНА – ",
        "Во вторник совет проголосовал за паром.", "Председатель сказала, что плата не изменится.",
        "Что дальше", "На открытом заседании.",
    ),
    "kk": (
        "Бюллетень", "Кеңес түнгі паромды сақтап қалды", "Көлік", "Соңғы рейс көктемге дейін қалады.", "АСТАНА – ",
        "Сейсенбіде кеңес паромды сақтауға дауыс берді.", "Төраға ақы өзгермейді деді.",
        "Әрі қарай", "Ашық отырыста.",
    ),
}  # fmt: skip


def spoken(tag: str) -> Bulletin:
    """An issue in the language *tag*: an article with all that stands over it, a subhead and a note."""
    name, headline, kicker, standfirst, dateline, first, second, subhead, note = WORDS[tag]
    known = Metadata(headline=headline, kicker=kicker, standfirst=standfirst, dateline=Dateline(dateline), language=tag)
    body = (say(first), Heading((Text(subhead),)), say(second, Note((say(note),))))
    return issue(Section((Article(known, body),)), title=name, language=tag, publisher=None, rights=None)
