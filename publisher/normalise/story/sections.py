"""What stands below a story, by the words it begins with: about the company, whom to ask, notes to editors, rights."""

import re
from typing import NamedTuple

import regex

from publisher.model import Role

#: “About X”, where X is a name.
ABOUT = (
    r"about|über|ueber|à propos (?:de|d['’]|du|des)|au sujet (?:de|d['’]|du)|qui est|acerca de|sobre(?: o| a| el| "
    r"la)?|quiénes somos|informazioni su|a proposito di|chi è|o (?:nas|nás|nama|firmie|společnosti|spoločnosti|"
    r"projektu|projekte)|"
    r"over|om|tietoa|tietoja|yleistä|despre|név?jegy|a debianról|a .{2,20}r[óo]l|o projekcie|o|sobre o|quant a|"
    r"sobre a|hakkında|про|о|об|за|относно|туралы|turaly|týraly|σχετικά με(?: το| την| τον)?|"
    r"عن|نبذة عن|حول|درباره(?:ٔ|ی)?|אודות|על|关于|關於|について|소개|เกี่ยวกับ|(?:vài nét |đôi nét |sơ lược )?về|"
    r"giới thiệu(?: về)?|tentang|kuhusu"
)
#: The same, with the name first.
ABOUT_AFTER = r"について|에 대(?:하여|해|하여서)|hakkında|(?:жобасы )?туралы|týraly|turaly|简介|簡介|概要|소개"
CONTACT = (
    r"(?:(?:media|press|editorial contact for media|investor(?: relations)?|company|corporate|public|business) "
    r")?contacts?(?: (?:information|details|us|for (?:the )?(?:media|press|journalists)|person|data))?|"
    r"(?:media|press|pr) (?:enquiries|inquiries|relations|office|queries)|(?:for )?(?:more|further|additional) "
    r"(?:information|details)(?: (?:and|or) (?:media|press) (?:requests|inquiries|"
    r"enquiries))?(?:,? (?:please )?(?:contact|visit|see|call))?|enquiries|inquiries|"
    r"kontakt(?:e|daten|informationen|aufnahme|adresse|informasjon|information|oplysninger|uppgifter)?(?: für "
    r"(?:die )?(?:medien|presse|journalisten))?|(?:presse|medien|media|press)-?kontakte?|ansprechpartner(?:in)?(?: "
    r"für .{2,30})?|(?:presse)?rückfragen|weitere informationen|pressestelle|"
    r"contacts?(?: (?:presse|médias?|relations presse|pour les médias))?|(?:contact|relations|service)s? (?:de "
    r")?presse|informations? de contact|coordonnées|pour (?:plus|de plus amples|toute) (?:d['’])?informations?(?: "
    r"complémentaires?)?|plus d['’]informations?|"
    r"contactos?(?: (?:de|para|con) (?:la )?(?:prensa|medios))?|información de contacto|datos de contacto|para "
    r"(?:más|mayor) información|más información|informació de contacte|contacte|información de contacto|"
    r"contatt[io](?: (?:per la )?stampa)?|ufficio stampa|informazioni (?:di|per il) contatto|per (?:maggiori|"
    r"ulteriori) informazioni|contatos?(?: (?:de|para) (?:a )?imprensa)?|assessoria de imprensa|informações? (?:de|"
    r"para) contat[oc]t?o|contactos|para mais informações|mais informações|"
    r"contact(?:informatie|gegevens|personen)?|perscontact|meer informatie|noot voor redactie|presse(?:kontakt)?|"
    r"rückfrage(?:hinweis|n (?:&|und) kontakt|n an)|"
    r"mediekontakt|presskontakt|yderligere oplysninger|mer informasjon|mer information|för mer information|flere "
    r"oplysninger|"
    r"yhteystiedot|yhteystieto|mediayhteydet|lisätietoja|lisätiedot|kontakt (?:dla|pro|pre) (?:mediów|média)|"
    r"informacje kontaktowe|kontaktní informace|kontaktné informácie|kontaktne informacije|kontakt za medije|více "
    r"informací|więcej informacji|"
    r"contact presă|informații de contact|kapcsolat(?:felvétel)?|sajtókapcsolat|további információ(?:k|ért)?|"
    r"elérhetőség(?:ek|i információk)?|iletişim(?: bilgileri)?|basın iletişim|bilgi için|daha fazla bilgi|"
    r"контакты?(?: для (?:сми|прессы|журналистов))?|контактная информация|контактные (?:данные|лица)|пресс-служба|"
    r"пресс-центр|дополнительная информация|за дополнительной информацией|контакти(?: для (?:змі|преси|медіа))?|"
    r"контактна інформація|контактні дані|додаткова інформація|"
    r"за контакти?|контактна информация|информация за (?:връзка|контакти)|за връзка|за повече информация|"
    r"байланыс(?: ақпараты| мәліметтері| телефоны)?|baılanys|"
    r"қосымша ақпарат|επικοινωνία|στοιχεία επικοινωνίας|πληροφορίες επικοινωνίας|για (?:περισσότερες )?πληροφορίες|"
    r"للتواصل|للاتصال|جهات? الاتصال|معلومات (?:الاتصال|التواصل)|لمزيد من المعلومات|تماس|اطلاعات تماس|تماس با ما|"
    r"איש קשר|ליצירת "
    r"קשר|פרטי התקשרות|לפרטים נוספים|联系(?:人|我们|方式)|媒体(?:联系|联络)(?:人)?|聯絡(?:人|方式|資訊)?|"
    r"聯繫(?:方式)?|"
    r"(?:お)?問い合わせ(?:先)?|連絡先|連絡先情報|문의|연락처|보도자료 문의|언론 연락처|ติดต่อ|ติดต่อสอบถาม|ผู้ติดต่อ|"
    r"liên hệ|thông tin liên (?:hệ|"
    r"lạc)|kontak|informasi kontak|hubungi|mawasiliano"
)
EDITORS = (
    r"notes? (?:to|for) (?:the )?(?:editors?|journalists|newsrooms)|editors?['’]? notes?|editor['’]s note|notes|"
    r"background(?: notes?| information)?|"
    r"hinweise? (?:für|an) (?:die )?(?:redaktion(?:en)?|journalisten|medien)|anmerkung(?:en)?(?: der redaktion| für "
    r"(?:die )?(?:redaktion|redakteure))?|notes? (?:aux|pour les|à l['’]attention des) (?:rédacteurs|rédactions|"
    r"éditeurs|journalistes)|note de la rédaction|"
    r"notas? (?:a|para) (?:los )?(?:editores|redactores|periodistas|medios)|notas? d[eo] (?:la redacción|editor)|"
    r"note (?:per|ai|alla) (?:la |le )?(?:redazion[ei]|giornalisti|editori)|nota (?:para|aos) (?:editores|"
    r"jornalistas|a redação)|notas? (?:à|para a) (?:imprensa|redação)|"
    r"noo?t(?:en)? (?:voor|aan) (?:de )?(?:redacties?|redactie|pers)|noter? til (?:redaktøren|redaktionen|"
    r"redaksjonen|pressen)|not(?:er|is) till (?:redaktörer|redaktionen)|huomautu(?:s|ksia) toimi(?:tuksille|"
    r"ttajille)|informacj[ae] dla redak(?:cji|torów)|uwagi dla redakcji|poznámk[ay] (?:pro|pre) (?:redaktory|"
    r"editory|novináře|redakce)|"
    r"napomen[ae] (?:za )?(?:urednike|urednicima)|note (?:către|pentru) (?:editori|redactori)|megjegyzés(?:ek)? a "
    r"szerkesztőknek|editörlere not(?:lar)?|примечани[ея] (?:для )?(?:редакт(?:ора|оров)|редакци[ийям]+|журналистов|"
    r"ред\.?)|от редакции|примітк[аи] (?:для )?редактор(?:а|ів)|від редакції|"
    r"редакторларға ескертпе|редакциядан|ملاحظ(?:ة|ات) للمحررين|הערות לעורכים|编者(?:按|注)|編者(?:按|註|注)|"
    r"編集者(?:への|"
    r"向け)(?:注記|注意|メモ)|편집자(?:에게|를 위한)? (?:주|참고)(?:사항)?"
)
RIGHTS = (
    r"©\s?\S.{1,160}|(?:copyright|©|\(c\)|c\.)\s?(?:\d{4}|by\b|©|\(c\)).{0,200}|.{0,60}(?:©|\(c\)\s?)\s?(?:19|"
    r"20)\d{2}.{0,160}|"
    r".{0,120}\ball rights reserved\b.{0,160}|.{0,80}alle rechte vorbehalten.{0,120}|.{0,80}tous droits (?:de "
    r"reproduction et de représentation )?réservés.{0,160}|"
    r".{0,80}(?:todos los derechos reservados|reservados todos los derechos|todos os direitos reservados|tutti i "
    r"diritti (?:sono )?riservati|alle rechten voorbehouden|wszelkie prawa zastrzeżone|všechna práva vyhrazena|sva "
    r"prava pridržana|tüm hakları saklıdır).{0,160}|"
    r".{0,80}(?:все права защищены|усі права захищено|всі права захищені|барлық құқықтар қорғалған|με επιφύλαξη "
    r"παντός δικαιώματος|جميع الحقوق محفوظة|כל הזכויות שמורות|版权所有|版權所有|著作権|無断転載|저작권자|무단 "
    r"?전재).{0,160}"
)
TERMS = (
    r".{0,160}\b(?:may not|must not|cannot|not to) be (?:published, broadcast|reproduced|rewritten|redistributed|"
    r"copied|archived|resold|retransmitted|disseminated|republished).{0,400}|.{0,40}\b(?:no|not for) (?:archiv\w+|"
    r"sales?|resale|internet|redistribution|commercial use|re-?use)\b.{0,200}|"
    r"\W?for use (?:only )?by .{2,80} (?:clients|subscribers|newspapers|members)(?: only)?\W*|"
    r"(?:for )?editorial use only.{0,200}|.{0,100}for use (?:only )?by (?:clients|subscribers|customers) (?:only "
    r")?of.{0,200}|.{0,120}(?:materials?|content|articles?|information|text)s? (?:is|are|in this .{2,30}) "
    r"(?:subject to|protected by|provided (?:by|under)|copyright).{0,300}|"
    r".{0,100}(?:is|are) (?:the )?copyright(?:ed)?(?: material| property)? (?:of|by) .{0,200}|"
    r".{0,100}(?:reproduction|redistribution|republication|copying|retransmission) .{0,80}(?:prohibited|forbidden|"
    r"without (?:the )?(?:prior |express )*(?:written )?(?:permission|consent)).{0,200}|"
    r".{0,100}(?:vervielfältigung|weiterverbreitung|nutzung|weiterverwendung|verwertung) .{0,120}(?:untersagt|"
    r"verboten|nicht gestattet|nur mit .{0,60}(?:genehmigung|zustimmung|einwilligung)).{0,200}|"
    r".{0,100}(?:reproduction|diffusion|utilisation) .{0,100}(?:interdite|sans (?:l['’])?(?:autorisation|"
    r"accord)).{0,200}|"
    r".{0,100}(?:prohibida|queda prohibid[ao]|está expresamente prohibida) .{0,60}(?:reproducción|redistribución|"
    r"difusión|retransmisión).{0,240}|.{0,100}(?:riproduzione) (?:riservata|vietata).{0,120}|.{0,100}(?:é proibida "
    r"a|proibida a) reprodução.{0,160}|"
    r".{0,100}(?:перепечатка|использование|копирование|воспроизведение|цитирование) .{0,120}(?:запрещен[оаы]?|"
    r"разрешен[оаы]?|допускается|возможн[оаы]|только с|при (?:условии|наличии)).{0,240}|.{0,100}(?:передрук|"
    r"використання|копіювання) .{0,120}(?:заборонен[оаий]|дозволен[оаий]|лише|можлив[оае]).{0,240}|"
    r".{0,100}未经(?:授权|许可|允许).{0,80}|.{0,60}禁止(?:转载|轉載|転載).{0,80}"
)

#: A longer line is no heading of a section.
LONGEST_HEADING = 70
_MOST_WORDS, _FEW_WORDS = 8, 3

_ABOUT = regex.compile(
    rf"[\W_]*+(?:{ABOUT})\s+(?:the\s+|die\s+|den\s+|das\s+)?(?P<name>[\p{{L}}\"“«„‘'].{{1,60}})", regex.IGNORECASE
)
_ABOUT_AFTER = regex.compile(rf"[\W_]*+(?P<name>\S.{{0,50}}?)\s?(?:{ABOUT_AFTER})[\W_]*", regex.IGNORECASE)
_ABOUT_ALONE = regex.compile(
    r"[\W_]*+(?:about|about us|über uns|boilerplate|company profile|"
    r"forward[- ]looking statements?|safe harbou?r(?: statements?)?|cautionary (?:notes?|statements?)(?: .{3,50})?|"
    r"à propos|qui sommes-nous|sobre nosotros|chi "
    r"siamo|over ons|om oss|om os|o nas|o nás|о нас|о компании|про нас|про компанію|біз туралы|关于我们|會社概要|"
    r"会社概要|회사 소개|"
    r"عن الشركة|من نحن)[\W_]*",
    regex.IGNORECASE,
)
_CONTACT = regex.compile(rf"[\W_]*+(?:{CONTACT})[\W_]*", regex.IGNORECASE)
_CONTACT_LINE = regex.compile(
    rf"[\W_]*+(?:{CONTACT})\s*(?::|：|,?\s(?:at|on|unter|bei|en|auf|contact|visit|bitte|please|см\.|на)\b).{{0,600}}",
    regex.IGNORECASE | regex.DOTALL,
)
_EDITORS = regex.compile(rf"[\W_]*+(?:{EDITORS})[\W_]*", regex.IGNORECASE)
_EDITORS_LINE = regex.compile(
    rf"[\W_]*+(?:{EDITORS})\s*(?:[:：]|\s[-–—_]{{1,2}}\s).{{1,2000}}", regex.IGNORECASE | regex.DOTALL
)
_RIGHTS = regex.compile(RIGHTS, regex.IGNORECASE | regex.DOTALL)
_TERMS = regex.compile(TERMS, regex.IGNORECASE | regex.DOTALL)
_LONGEST_LINE, _LONGEST_RIGHTS = 700, 500
_FULL_STOP = re.compile(r"[.!?。]\W*\Z")
# The stop of a company's name ends no sentence: About Riverton Bridges Inc.
_COMPANY = regex.compile(
    r"\s(?:Inc|Ltd|Corp|Co|Cos|Bros|S\.A|S\.p\.A|S\.L|a\.s|d\.d|s\.r\.o|d\.o\.o|plc|N\.V|B\.V|e\.V|A\.Ş)\.\Z"
)
_SMALL_WORDS = re.compile(
    r"(?i)about (?:\d|a |an |half|one|two|three|the same|this|that|time|how|why|what|as |to )|(?:over|sobre|om|o|о|"
    r"за|про) (?:\d|все|всё|всем|чем|это|том|все|todo|tudo|alles|allt)"
)


class Section(NamedTuple):
    """What a line below a story begins: its *role*, and whether it is a heading, or says all itself."""

    role: Role
    is_heading: bool


def read_section(text: str) -> Section | None:
    """The section that *text* begins or is, if it is one of those that stand below stories."""
    if len(text) <= LONGEST_HEADING and (not _FULL_STOP.search(text) or _COMPANY.search(text)):
        about = _ABOUT_AFTER.fullmatch(text)
        if _CONTACT.fullmatch(text) or (about and _CONTACT.fullmatch(about["name"])):
            return Section(Role.CONTACT, is_heading=True)
        if _EDITORS.fullmatch(text):
            return Section(Role.EDITORS_NOTE, is_heading=True)
        if is_about(text):
            return Section(Role.BOILERPLATE, is_heading=True)
    if len(text) <= _LONGEST_LINE:
        if _CONTACT_LINE.fullmatch(text):
            return Section(Role.CONTACT, is_heading=False)
        if _EDITORS_LINE.fullmatch(text):
            return Section(Role.EDITORS_NOTE, is_heading=False)
    return None


def is_about(text: str) -> bool:
    """Whether *text* is the heading “About X”."""
    if _SMALL_WORDS.match(text):
        return False
    if _ABOUT_ALONE.fullmatch(text):
        return True
    match = _ABOUT.fullmatch(text) or _ABOUT_AFTER.fullmatch(text)
    if match is None:
        return False
    name = match["name"].lstrip("\"“«„‘'")
    # “O” is “about” in Czech, and “the” in Portuguese.
    most = _MOST_WORDS if len(text.split(maxsplit=1)[0]) > 1 else _FEW_WORDS
    return len(name.split()) <= most and (not name[:1].islower() or _has_capital(name))


def _has_capital(name: str) -> bool:
    """my6sense, iRobot and other names that begin small."""
    first = name.split(maxsplit=1)[0]
    return any(map(str.isupper, name)) or any(map(str.isdigit, first))


def is_rights(text: str) -> bool:
    """Whether *text* is a copyright notice."""
    return len(text) <= _LONGEST_RIGHTS and bool(_RIGHTS.fullmatch(text))


def is_terms(text: str) -> bool:
    """Whether *text* says how a text may be used."""
    return len(text) <= _LONGEST_LINE and bool(_TERMS.fullmatch(text))
