import subprocess
import sys
from pathlib import Path

import pytest

from publisher.media import Media
from publisher.metadata import Metadata
from publisher.model import Article, Bulletin, Paragraph, Section, Text
from publisher.report import Report
from publisher.theme.loading import load_theme
from publisher.writers.pages.typeset.hyphenation import DICTIONARIES, register
from publisher.writers.screen import write_screen
from tests.copied import copied_pages
from tests.samples import metadata

SCRIPT = Path(__file__).parents[4] / "scripts/kazakh_hyphens.py"

CYRILLIC = (
    "Қа-зақ-стан мем-ле-кет-тік та-уық қи-ын оқу-шы-ла-ры-мыз-ды стра-те-гия аль-янс объ-ек-ті-сі қо-ян ау-дар-ма "
    "бағ-дар-ла-ма-сын-да-ғы су-ат кө-пір қыр-ғыз-стан взг-ляд қант оқуы"
)
LATIN = "Qa-zaq-stan mem-le-ket-tik ta-ýyq qı-yn oqý-shy-la-ry-myz-dy asha-na kúsh-ti qo-ıan auyl oqu-şy-lar kó-pir"


@pytest.mark.parametrize(("language", "words"), [("kk", CYRILLIC), ("kk-Latn", LATIN)])
def test_parts_kazakh_by_syllables(language: str, words: str) -> None:
    import pyphen

    register()
    dictionary = pyphen.Pyphen(lang=pyphen.language_fallback(language), left=2, right=2)
    parted = words.split()
    assert [dictionary.inserted(word.replace("-", "")) for word in parted] == parted


TAGS = {"kk": "kk", "kk-KZ": "kk", "kk-Latn": "kk_Latn", "kk-Latn-KZ": "kk_Latn", "KK_latn": "kk_Latn"}


@pytest.mark.parametrize(("tag", "name"), TAGS.items())
def test_is_found_by_every_tag_of_the_language(tag: str, name: str) -> None:
    import pyphen

    register()
    assert pyphen.language_fallback(tag) == name
    assert pyphen.LANGUAGES[name].name == DICTIONARIES[name]


def test_the_dictionaries_are_what_their_rules_make() -> None:
    subprocess.run([sys.executable, SCRIPT, "--check"], check=True)


@pytest.mark.parametrize(("language", "word"), [("kk", "тәуелсіздігіміздің"), ("kk-Latn", "táýelsizdigimizdiń")])
def test_pages_break_kazakh_words(language: str, word: str) -> None:
    article = Article(Metadata(language=language), (Paragraph((Text(f"{word} " * 60),)),))
    bulletin = Bulletin(metadata(language=language), (Section((article,)),))
    (page,) = copied_pages(write_screen(bulletin, load_theme("gazette"), Media(), None, Report()))
    # Readers name the hyphen at a line end in ways of their own.
    broken = (page.count(f"{word[:cut]}{end}") for cut in range(2, len(word) - 1) for end in "-\u0002\ufffe")
    assert page.count(word) < 60
    assert page.count(word) + sum(broken) >= 60
