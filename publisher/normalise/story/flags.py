"""Flags: what a desk writes above a story to say how to handle it (REFILE, 1ST LEAD, EILMELDUNG, СРОЧНО)."""

import re

import regex

from publisher.model import Article, Block
from publisher.normalise.story.openings import text_of
from publisher.normalise.withheld.embargo import noted
from publisher.report import Report

# By language. They may carry a number (1st, 2., UPDATE 3), a time, a language or another flag.
FLAGS: dict[str, str] = {
    "en": "refile|refiled|refiling|urgent|flash|bulletin|alert|newsalert|news alert|snap|newssnap|newsflash|kill|"
    "mandatory kill|"
    "kill mandatory|withhold|mandatory withhold|advisory|mandatory correction|correction|corrected|corrective|"
    "corrective mandatory|corrects|clarification|clarified|lead|lead-all|ld|ld-all|ld-writethru|ldwritethru|"
    "writethru|write-thru|writethrough|"
    "wrap|wrapup|wrap-up|roundup|round-up|update|updated|updates|newser|sub|recap|recast|repeat|repeated|rpt|rush|"
    "exclusive|extra|eds|"
    "substitute|add|addition|insert|new|pickup|trim|optional|embargo lifted|breaking|breaking news|developing|just "
    "in|hold|hold for release|"
    "background|feature|with photo|with photos|with pictures|eds note|test|resend|resending|retransmission|"
    "retransmit|story removed|factbox|"
    "graphic|newsmaker|fix|upd|duplicate|final|day lead|night lead|overnight lead|1st ld|2nd ld|3rd ld|4th ld|5th ld",
    "press releases": "press release|news release|media release|for immediate release|for release|immediate release|"
    "press statement|"
    "media statement|media advisory|news advisory|"
    "pressemitteilung|presseinformation|pressemeldung|medienmitteilung|communiqué(?: de presse)?|nota de prensa|"
    "comunicado(?: de prensa)?|comunicado à imprensa|comunicato stampa|persbericht|"
    "pressemeddelelse|pressemelding|pressmeddelande|lehdistötiedote|tiedote|komunikat prasowy|informacja prasowa|"
    "tisková zpráva|tlačová správa|priopćenje|priopćenje za javnost|priopćenje za medije|saopštenje|"
    "comunicat de presă|sajtóközlemény|basın bülteni|basın açıklaması|пресс-релиз|прес-реліз|пресс релиз|"
    "прессъобщение|баспасөз хабарламасы|баспасөз релизі|δελτίο τύπου|بيان صحفي|بيان صحافي|הודעה לעיתונות|"
    "新闻稿|新聞稿|プレスリリース|報道発表|보도자료|ข่าวประชาสัมพันธ์|thông cáo báo chí|siaran pers",
    "de": "eil|eilmeldung|blitz|blitzmeldung|vorrang|berichtigung|berichtigt|korrektur|korr|korrigiert|wiederholung|wh|"
    "zusammenfassung|"
    "zf|zf gesamt|gesamt|gesamtzusammenfassung|überblick|aktualisierung|aktualisiert|neu|lead|sperrfrist beachten|"
    "annullierung|"
    "zurückgezogen|achtung|ergänzung|wdh|vorab|exklusiv|fortsetzung",
    "fr": "urgent|flash|alerte|bulletin|lead|lead général|papier général|synthèse|rectificatif|rectif|correction|"
    "actualisation|actualisé|"
    "mise à jour|annulation|annule et remplace|annule|répétition|rediffusion|avant-papier|précision|dernière minute|"
    "exclusif|prioritaire",
    "es pt it gl ca": "urgente|urgent|flash|alerta|avance|ampliación|corrección|corrige|rectificación|actualización|"
    "actualiza|"
    "actualizado|"
    "anulación|anulada|repetición|resumen|última hora|exclusiva|previsión|correção|atualização|atualiza|retificação|"
    "destaque|aviso|"
    "errata corrige|rettifica|ripetizione|aggiornamento|annullamento|ultim['’]ora|punto|riepilogo|sintesi|in "
    "evidenza|avanç|correcció|novidade",
    "nl da nb sv fi": "spoed|alert|correctie|update|rectificatie|herhaling|overzicht|ingetrokken|haster|hast|"
    "ilmelding|rettelse|"
    "rettet|"
    "gentagelse|opdateret|opdatering|oversigt|overblik|annulleret|hastemelding|oppdatert|oppdatering|korrigert|"
    "rättelse|rättad|uppdatering|"
    "uppdaterad|brådskande|sammanfattning|tarkennus|korjaus|korjattu|päivitys|päivitetty|pika|pikauutinen|"
    "kiireellinen|yhteenveto",
    "pl cs sk hr sr sl": "pilne|korekta|powtórzenie|aktualizacja|opis|krótko|anulowana|aktl|synteza|rychlá zpráva|"
    "blesková zpráva|oprava|"
    "opakování|aktualizováno|souhrn|zrušeno|rýchla správa|opakovanie|aktualizácia|súhrn|hitno|ispravak|ispravka|"
    "ponavljanje|dopuna|hitna vijest|pilno",
    "ro hu tr el bg": "urgent|flash|rectificare|actualizare|revenire|anulare|sinteză|gyorshír|pontosítás|javított|"
    "kiegészítés|"
    "ismétlés|frissítés|"
    "acil|son dakika|flaş|düzeltme|güncelleme|güncellendi|tekrar|iptal|έκτακτο|επείγον|διόρθωση|επανάληψη|ανανέωση|"
    "спешно|извънредно|поправка|повторение",
    "ru uk kk": "срочно|молния|экспресс|повтор|исправление|исправленная версия|уточнение|уточнённая версия|"
    "уточненная версия|"
    "дополнение|дополнено|дополненная версия|"
    "обновлено|обновление|аннулирование|аннулируется|отзыв|сводка|обзор|важно|терміново|блискавка|повторення|"
    "виправлення|уточнення|доповнено|"
    "оновлено|анульовано|шұғыл|жедел|қайталау|түзету|толықтырылды|жаңартылды|shuǵyl|jedel",
    "vi id": "tin khẩn|tin nóng|đính chính|cập nhật|segera|kilat|ralat|koreksi",
    "ar fa he": "عاجل|تصحيح|تحديث|إعادة|الغاء|إلغاء|هام|فوری|اصلاحیه|מבזק|דחוף|תיקון|עדכון",
    "zh ja ko th": "急电|快讯|速报|更正|订正|更新|综述|重发|撤稿|作废|急件|速報|訂正|差し替え|更新版|再送|至急|"
    "取り消し|속보|긴급|"
    "정정|수정|종합|재송|전문|ด่วน|ด่วนที่สุด|แก้ไข",
}
_FLAG = "|".join(sorted((flag for row in FLAGS.values() for flag in row.split("|")), key=len, reverse=True))
_NUMBER = (
    r"(?:\d{1,2}[:.]\d{2}(?:\s?(?:uhr|gmt|h))?|\d{4}(?:\s?(?:uhr|gmt|h))?|\d{1,3}(?:st|nd|rd|th|ère|ème|e|er|º|ª|-й|"
    r"-я|-е|\.|\))?)"
)
_LINE = regex.compile(
    rf"[\W_]*+(?:{_NUMBER}[\s.-]*+)?(?:{_FLAG})(?:[\s\W_]+(?:(?:{_FLAG})|{_NUMBER}))*+[\W_]*", regex.IGNORECASE
)
_LONGEST = 60
# Words that are headlines' and kickers' as well: in small letters and without a number they are no flags.
_WORDS = re.compile(
    r"(?i)[\W_]*+(?:lead|feature|background|wrap|alert|update|new|add|final|hold|test|fix|trim|graphic|extra|opis|"
    r"krótko|punto|neu|gesamt|avance|"
    r"обзор|сводка|важно|exclusive|exklusiv|exclusif|exclusiva|roundup|factbox|analysis|flash|resumen|síntesis|"
    r"synthèse|überblick|oversigt|overblik)[\W_]*"
)


def is_flag(line: str) -> bool:
    """Whether *line* is a flag, or several, and nothing else."""
    if not line or len(line) > _LONGEST or not _LINE.fullmatch(line):
        return False
    return not _WORDS.fullmatch(line) or line.isupper()


#: The first blocks, in which flags stand.
BLOCKS = 6


def take_flags(article: Article, report: Report) -> Article:
    """*article* without the flags above it, which are for the editor's note."""
    metadata, kept = article.metadata, list[Block]()
    for at, block in enumerate(article.body):
        text = text_of(block) if at < BLOCKS else ""
        if at >= BLOCKS or len(text) > _LONGEST * 3:
            kept += article.body[at:]
            break
        if is_flag(text) and at < len(article.body) - 1:
            report.add(
                "structure.flag", "a flag that tells desks how to handle the story was taken out", before=text, after=""
            )
            metadata = noted(metadata, text)
        else:
            kept.append(block)
    return article if len(kept) == len(article.body) else Article(metadata, tuple(kept))
