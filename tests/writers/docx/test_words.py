"""Every word of copy in six languages and four scripts, in order, and no other: as pandoc reads the document."""

from pathlib import Path

import pytest

from publisher.api import read
from tests.writers.docx.reread import all_words, reread
from tests.writers.docx.samples import issue, said, squeezed, written

COPY = {
    "en": """Council weighs a bridge before the ice

RIVERTON – The council met on Monday and heard four speakers. “We have waited for eleven years,” the mayor said.

The first span – 47 metres – is to stand in 2027; a café owner, Zoë Brontë, asked for “a path, too”.
""",
    "ru": """Совет обсудил мост через реку

АСТАНА – Совет города обсудил в понедельник строительство моста. «Мы ждали одиннадцать лет», – сказал мэр.

Первый пролёт длиной 47 метров поставят в 2027 году, сообщила компания Bridge & Co.
""",
    "kk": """Кеңес өзен үстіндегі көпірді талқылады

АСТАНА – Қала кеңесі дүйсенбіде көпір құрылысын талқылады. «Біз он бір жыл күттік», – деді әкім.

Ұзындығы 47 метр бірінші аралық 2027 жылы салынады, деп хабарлады Bridge & Co. компаниясы.
""",
    "ar": """المجلس يناقش الجسر قبل الشتاء

الرياض – ناقش مجلس المدينة يوم الاثنين بناء الجسر. وقال رئيس البلدية: «انتظرنا أحد عشر عامًا».

يبلغ طول القسم الأول 47 مترًا، وسيكتمل في عام 2027 كما أعلنت شركة Bridge & Co. (المملكة المتحدة).
""",
    "zh": """市议会讨论冬季前的大桥

北京 – 市议会星期一讨论了大桥的建设。市长说：“我们已经等了十一年。”

第一段长47米，将于2027年完工，Bridge & Co.公司宣布。
""",
    "he": """המועצה דנה בגשר לפני החורף

ירושלים – מועצת העיר דנה ביום שני בבניית הגשר. ראש העיר אמר: „חיכינו אחת־עשרה שנה”.

הקטע הראשון, באורך 47 מטר, יושלם בשנת 2027, הודיעה חברת Bridge & Co. (בריטניה).
""",
}  # fmt: skip


@pytest.mark.parametrize("language", COPY)
def test_every_word_is_there_in_order_and_no_other(language: str, tmp_path: Path) -> None:
    articles = read(COPY[language].encode(), "copy.txt")
    assert "".join(map(said, articles)) == squeezed(COPY[language])
    assert reread(written(issue(*articles, language=language)), tmp_path) == all_words(articles, language)
