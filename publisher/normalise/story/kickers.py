"""Words that stand in capitals before a dash like a place, and are none."""

# Kickers, labels and flags by language; any one of them makes the words before a dash no place.
KICKERS: dict[str, str] = {
    "en": "advisory alert analysis analyst breaking business column commentary corrected correction dear "
    "developing editorial embargoed exclusive explainer explained factbox feature flash focus headline "
    "highlights interview latest letter live markets news notebook obituary opinion photo photos poll "
    "preview profile question answer reaction recap refile repeat report review roundup sport sports "
    "summary timeline update updated urgent video watch weather wrapup",
    "de": "achtung analyse berichtigung eil eilmeldung exklusiv hintergrund interview kommentar korrektur "
    "leitartikel meldung porträt reportage thema überblick vorabmeldung wetter wiederholung zusammenfassung",
    "fr": "analyse chronique décryptage direct édito éditorial enquête entretien exclusif info infographie "
    "point portrait récit reportage tribune urgent vidéo",
    "es it pt": "análisis análise analisi crónica crônica directo entrevista esclusiva exclusiva exclusivo "
    "intervista opinión opinião reportaje última ultime urgente vídeo",
    "ru uk": "анализ аналитика анонс видео дайджест досье интервью інтерв'ю комментарий коментар мнение молния "
    "обзор огляд репортаж справка срочно терміново фото эксклюзив ексклюзив",
}
# Bodies known by their initials, which a sentence may begin with: NATO – the alliance – …
INITIALS = (
    "ASEAN BBC BRICS CIA CNN ECB EU EZB FBI FIFA IAEA ICAO ILO IMF IOC IWF LGBT NASA NATO OECD OPEC ÖVP OSCE OTAN "
    "OSZE PKK SPÖ FPÖ SPD CDU CSU FDP UEFA UNHCR UNICEF UNESCO UNO ONU UE USA USAID WHO WTO "
    "ВВС ВОЗ ДТП ЕС ЕАЭС ЄС МВД МИД МВФ НАТО ОБСЕ ОДКБ ООН СНГ США ФБР ФИФА ФСБ ЦРУ ШОС"
)

WORDS_OF_NO_PLACE = frozenset(" ".join([*KICKERS.values(), INITIALS]).casefold().split())
