"""What desks tell desks, in the languages of the agencies: none of it is left in what is printed."""

import msgspec
import pytest

from publisher.formats import Source
from publisher.media import Media
from publisher.readers.wire import read_wire
from publisher.report import Report

HIDDEN = "zqxjsecret"
LEDES = {
    "en": "The committee met on Monday and heard four speakers from the coast.",
    "de": "Der Rat hat am Montag beschlossen, die zweite Brücke zu bauen, teilte die Stadt mit.",
    "fr": "Le conseil a décidé lundi de construire un second pont, a annoncé la mairie.",
    "es": "El consejo decidió el lunes construir un segundo puente, informó la alcaldía.",
    "pt": "A câmara decidiu construir uma segunda ponte, disse fonte municipal.",
    "it": "Il consiglio ha deciso di costruire un secondo ponte, ha riferito il comune.",
    "ru": "Совет решил построить второй мост, сообщили в пресс-службе.",
    "uk": "Рада вирішила збудувати міст, повідомила пресслужба.",
    "kk": "Мәслихат екінші көпірді салуға шешім қабылдады.",
    "tr": "Meclis ikinci köprüyü yapmaya karar verdi, belediye açıkladı.",
    "zh": "市议会决定再建一座新桥。",
    "ja": "市議会は橋を架けることを決めた。",
    "ko": "시의회는 다리를 놓기로 했다.",
    "pl": "Rada zdecydowała o budowie mostu.",
    "cs": "Zastupitelé rozhodli postavit most.",
    "el": "Το συμβούλιο αποφάσισε να χτίσει γέφυρα.",
    "sv": "Kommunen beslutade att bygga en bro.",
    "nl": "De raad besloot een brug te bouwen.",
    "fi": "Valtuusto päätti rakentaa sillan.",
    "ro": "Consiliul a decis să construiască un pod.",
    "hu": "A testület úgy döntött, hidat épít.",
}
NOTES = [
    ("en", f"(Editors: {HIDDEN} is correct)"),
    ("en", f"(BEGIN OPTIONAL TRIM — {HIDDEN})"),
    ("en", f"NOT FOR PUBLICATION: {HIDDEN} is the source."),
    ("en", f"***NOT FOR PUBLICATION***\n\n{HIDDEN} is the source."),
    ("en", f"Reporter's mobile: +1 555 000 0000 ({HIDDEN})"),
    ("en", f"Questions? Call the night desk ({HIDDEN}) on 020 7000 0000."),
    ("en", f"To contact the reporter on this story: {HIDDEN} in Riverton at {HIDDEN}@bloomberg.net"),
    ("de", f"(Achtung Redaktionen: {HIDDEN} anrufen)"),
    ("de", f"Nicht zur Veröffentlichung: {HIDDEN}"),
    ("fr", f"Attention rédactions : {HIDDEN}"),
    ("es", f"Nota a los editores: {HIDDEN}"),
    ("pt", f"Nota à redação: {HIDDEN}"),
    ("it", f"Nota per le redazioni: {HIDDEN}"),
    ("ru", f"Не для публикации: {HIDDEN}"),
    ("ru", f"Для редакции: {HIDDEN}, тел. +7 495 000 00 00"),
    ("uk", f"Не для друку: {HIDDEN}"),
    ("kk", f"Редакцияға: {HIDDEN}"),
    ("tr", f"Editörün dikkatine: {HIDDEN}"),
    ("tr", f"Yayın için değildir: {HIDDEN}"),
    ("zh", f"编辑注意：{HIDDEN}"),
    ("ja", f"デスク注意：{HIDDEN}"),
    ("ko", f"데스크 참고: {HIDDEN}"),
    ("pl", f"Uwaga redakcje: {HIDDEN}"),
    ("cs", f"Pozor redakce: {HIDDEN}"),
    ("el", f"Προς συντάκτες: {HIDDEN}"),
    ("sv", f"Till redaktionen: {HIDDEN}"),
    ("nl", f"Noot voor de redactie: {HIDDEN}"),
    ("fi", f"Toimituksille: {HIDDEN}"),
    ("ro", f"Notă către redacţii: {HIDDEN}"),
    ("hu", f"Megjegyzés a szerkesztőknek: {HIDDEN}"),
]


@pytest.mark.parametrize(("language", "note"), NOTES)
def test_a_note_is_only_in_the_editors_note(language: str, note: str) -> None:
    lede = LEDES[language]
    copy = f"{lede[:20]}\n\n{lede} {lede}\n\n{lede}\n\n{note}\n"
    (article,) = read_wire(Source("copy.txt", copy.encode()), Media(), Report())
    metadata = msgspec.structs.replace(article.metadata, ed_note=None)
    assert HIDDEN in (article.metadata.ed_note or "")
    assert HIDDEN not in f"{metadata} {article.body}"


def test_a_note_to_editors_below_a_release_is_for_readers() -> None:
    lede = LEDES["en"]
    copy = f"A bridge\n\n{lede} {lede}\n\n{lede}\n\nNotes to editors: the bridge has two spans.\n"
    (article,) = read_wire(Source("copy.txt", copy.encode()), Media(), Report())
    assert "two spans" in str(article.body)
