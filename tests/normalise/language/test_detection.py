import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import ConfigurationError
from publisher.model import Direction
from publisher.normalise.language import detection as language
from publisher.normalise.language.detection import canonical, detect, direction, recognise


@pytest.mark.parametrize(
    ("tag", "tidy"),
    [
        ("en", "en"),
        ("EN_us", "en-US"),
        (" kk-latn ", "kk-Latn"),
        ("zh-hANT-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("iw-il", "he-IL"),
        ("de-CH-1996", "de-CH-1996"),
        ("sl-rozaj-biske-1994", "sl-rozaj-biske-1994"),
        ("zh-yue-hk", "zh-yue-HK"),
        ("en-US-u-ca-gregory-x-Desk", "en-US-u-ca-gregory-x-desk"),
    ],
)
def test_writes_a_tag_as_the_standard_does(tag: str, tidy: str) -> None:
    assert canonical(tag) == tidy
    assert canonical(tidy) == tidy


@pytest.mark.parametrize("tag", ["", "e", "english", "en-", "en--US", "en US", "x-desk", "en-US-GB", "ён"])
def test_refuses_what_is_no_tag(tag: str) -> None:
    with pytest.raises(ConfigurationError, match="no language tag") as refusal:
        canonical(tag)
    assert "en-GB" in str(refusal.value.hint)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "ltr"),
        ("ar", "rtl"),
        ("AR-eg", "rtl"),
        ("iw", "rtl"),
        ("fa_IR", "rtl"),
        ("kk-Arab", "rtl"),
        ("ar-Latn", "ltr"),
        ("uz-Cyrl", "ltr"),
        ("sl-1994", "ltr"),
        ("arn", "ltr"),
        ("", "ltr"),
    ],
)
def test_goes_by_the_script_then_the_language(language: str, expected: Direction) -> None:
    assert direction(language) == expected


@given(st.text("aZe1-_xё ", max_size=20))
def test_tidies_or_refuses(tag: str) -> None:
    try:
        tidy = canonical(tag)
    except ConfigurationError:
        return
    assert canonical(tidy) == tidy


TEXTS = {
    "en": "The council met on Monday and heard four speakers, three of whom had travelled from the coast.",
    "de": "Der Rat hat am Montag vier Redner gehört, von denen drei eigens von der Küste angereist waren.",
    "fr": "Le conseil a entendu lundi quatre orateurs, dont trois sont venus de la côte pour être dans la salle.",
    "es": "El concejo escuchó el lunes a cuatro oradores, tres de los cuales habían viajado desde la costa.",
    "pl": "Rada wysłuchała w poniedziałek czterech mówców, z których trzech przyjechało znad morza.",
    "ru": "В понедельник совет выслушал четырёх ораторов, трое из которых приехали с побережья.",
    "uk": "У понеділок рада вислухала чотирьох промовців, троє з яких приїхали з узбережжя.",
    "bg": "В понеделник съветът изслуша четирима оратори, трима от които бяха дошли от крайбрежието.",
    "kk": "Дүйсенбі күні бұл кеңес төрт шешенді тыңдады, олардың үшеуі теңіз жағалауынан келген еді.",
    "kk-Latn": "Dúısenbi kúni keńes tórt sheshendi tyńdady, olardyń úsheýi teńiz jaǵalaýynan kelgen edi.",
    "tr": "Meclis pazartesi günü dört konuşmacıyı dinledi, bunların üçü kıyıdan gelmişti.",
    "nb": "Rådet hørte på mandag fire talere, hvorav tre hadde reist fra kysten for å være til stede.",
    "el": "Το συμβούλιο άκουσε τη Δευτέρα τέσσερις ομιλητές, τρεις από τους οποίους ήρθαν από την ακτή.",
    "ar": "استمع المجلس يوم الاثنين إلى أربعة متحدثين سافر ثلاثة منهم من الساحل.",
    "fa": "شورا روز دوشنبه به سخنان چهار سخنران گوش داد که سه نفر از آنها از ساحل آمده بودند.",
    "he": "המועצה שמעה ביום שני ארבעה דוברים, ושלושה מהם הגיעו מן החוף.",
    "hi": "परिषद ने सोमवार को चार वक्ताओं को सुना, जिनमें से तीन तट से आए थे।",
    "th": "สภาได้รับฟังผู้พูดสี่คนเมื่อวันจันทร์ โดยสามคนเดินทางมาจากชายฝั่ง",
    "ko": "의회는 월요일에 네 명의 연설자의 말을 들었는데 그중 세 명은 해안에서 왔다.",
    "ja": "評議会は月曜日に四人の話を聞いた。そのうち三人は海岸から来ていた。",
    "zh": "议会星期一听取了四位发言人的讲话，其中三位来自海边。",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_finds_the_language_of_a_sentence(tag: str) -> None:
    assert detect(TEXTS[tag]) == tag
    # The expected one comes back as it is; another one does not hide what is there.
    assert detect(TEXTS[tag], tag) == tag
    assert detect(TEXTS[tag], "sw") == tag


def test_gives_the_expected_language_back_with_its_region() -> None:
    assert detect(TEXTS["en"], "en-GB") == "en-GB"
    assert detect(TEXTS["de"], "de-CH") == "de-CH"
    assert detect(TEXTS["nb"], "no") == "no"
    assert detect(TEXTS["kk"], "kk-Latn") == "kk"
    assert detect(TEXTS["kk-Latn"], "kk") == "kk-Latn"


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("Riverton", "de", "de"),
        ("Riverton", None, "en"),
        ("Ривертон", "en", "ru"),
        ("Ривертон", "kk", "kk"),
        ("Выпущен Debian Stretch", "ru", "ru"),
        ("12 : 5", "fr", "fr"),
        ("12 : 5", None, "und"),
        ("", None, "und"),
        ("https://example.org/the/council/met/and/was/heard", "ru", "ru"),
    ],
)
def test_falls_back_where_a_text_is_too_short_to_tell(text: str, expected: str | None, found: str) -> None:
    assert detect(text, expected) == found


@pytest.mark.parametrize(
    "text",
    [
        "Qazaqstandaǵy jańa kópir aýyldyń turǵyndaryna qyzmet etedi.",
        "Kópir qystan buryn ashylady, dep habarlaıdy KAZINFORM. Bul týraly ákimdik aıtty jáne rastady.",
        "Qazaqstandağy jaña köpır auyl tūrğyndaryna qyzmet etedı jäne qystan būryn aşylady.",
    ],
)
def test_knows_kazakh_in_latin_script(text: str) -> None:
    assert detect(text, "tr") == "kk-Latn"


@pytest.mark.parametrize(
    "text",
    [
        "Vydání Debianu 6 se jménem Squeeze je dostupné a nový správce balíků byl přepsán od základů.",
        "Köprü kıştan önce açılacak, çünkü mühendisler güneydeki ayağı ağustosta bitirdi.",
        "Ko'prik qishdan oldin ochiladi, chunki muhandislar janubiy tayanchni avgustda tugatdilar.",
    ],
)
def test_takes_no_other_language_for_kazakh(text: str) -> None:
    assert detect(text) != "kk-Latn"


def test_knows_common_languages_without_loading_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(language, "_model", refuse)
    for tag in ("en", "de", "fr", "ru", "uk", "kk", "kk-Latn", "el", "he", "th", "ko", "ja", "zh"):
        assert detect(f"{TEXTS[tag]} " * 4, "en-US") == ("en-US" if tag == "en" else tag)


def test_is_sure_of_a_paragraph_and_not_of_a_word() -> None:
    assert recognise(TEXTS["pl"] * 2, "cs")[1] > 0.95
    assert recognise("kopir", "cs") == ("cs", 0)


@given(st.text(max_size=300), st.sampled_from([None, "en-US", "kk", "zh"]))
def test_says_something_of_any_text(text: str, expected: str | None) -> None:
    assert canonical(detect(text, expected))
