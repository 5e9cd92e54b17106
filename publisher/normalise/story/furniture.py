"""What a web page leaves around its text: buttons, “read also” lines, the site's name in the title."""

import re

import regex
from msgspec.structs import replace

from publisher.model import Article, Block, Paragraph, Role
from publisher.normalise.story.openings import text_of
from publisher.normalise.withheld.embargo import noted
from publisher.report import Report

# Words of buttons, alone on a line.
BUTTONS = (
    "print|share|share this|tweet|facebook|twitter|email|e-mail|whatsapp|telegram|linkedin|copy link|comments?|"
    "advertisement|sponsored|read more|more|save|listen|play|subscribe|sign up|"
    "skip to content|back to top|related|related articles|prev|previous|next|photo gallery|gallery|อัลบั้มภาพ|"
    "share (?:on|via|to) (?:facebook|twitter|x|whatsapp|linkedin|telegram|e-?mail|reddit|pinterest|vk)|"
    "(?:temps de lecture|lesezeit|tiempo de lectura|tempo di lettura|leestijd|reading time|"
    "время чтения)\\s?:?\\s?\\d+ ?min\\w*|"
    "\\d+ ?min(?:ute)?s? read|our standards: .{3,80}|"
    "drucken|teilen|merken|kommentare|anzeige|werbung|weiterlesen|zur startseite|imprimer|partager|publicité|"
    "commentaires|lire plus|imprimir|compartir|publicidad|comentarios|leer más|"
    "stampa|condividi|pubblicità|commenti|compartilhar|publicidade|comentários|afdrukken|delen|advertentie|del|"
    "annonce|udskriv|skriv ut|dela|annons|tulosta|jaa|mainos|"
    "drukuj|udostępnij|reklama|komentarze|tisk|sdílet|zdieľať|ispiši|podijeli|tipărește|distribuie|nyomtatás|"
    "megosztás|yazdır|paylaş|reklam|yorumlar|"
    "печать|распечатать|поделиться|реклама|комментарии|комментировать|подписаться|друк|друкувати|поділитися|"
    "коментарі|бөлісу|басып шығару|жарнама|пікірлер|печат|сподели|εκτύπωση|κοινοποίηση|"
    "طباعة|مشاركة|شارك|إعلان|چاپ|اشتراک|הדפסה|שיתוף|שתף|פרסומת|打印|分享|广告|评论|收藏|字号|印刷|シェア|広告|"
    "コメント|인쇄|공유|광고|댓글|พิมพ์|"
    "แชร์|โฆษณา|in bài|chia sẻ|quảng cáo|cetak|bagikan|iklan"
)
# Beginnings of lines that lead to other texts.
READ_ALSO = (
    "read also|also read|read more|read next|see also|see more|related(?: stories| articles| coverage| reading)?|"
    "more on this|more stories|recommended|don['’]t miss|watch also|watch|listen to|"
    "lesen sie (?:auch|mehr|dazu|weiter)(?: dazu)?|mehr (?:dazu|zum thema)|siehe auch|auch interessant|zum thema|"
    "lire aussi|à lire(?: aussi| également)?|voir aussi|sur le même sujet|"
    "(?:lea|lee|leer|te puede interesar|puede leer|vea)(?: también| además| más)?|noticias? relacionadas?|leggi "
    "anche|ti potrebbe interessare|approfondisci|vedi anche|leia (?:também|mais)|veja também|saiba mais|"
    "lees (?:ook|meer|verder)|bekijk ook|zie ook|læs også|les også|läs (?:även|också|mer)|se også|se även|lue myös|"
    "katso myös|czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|přečtěte si(?: také)?|čtěte "
    "(?:také|též|více)|"
    "čítajte (?:aj|tiež)|prečítajte si|pročitajte (?:i|još)|pročitaj(?:te)? više|citește (?:și|mai mult)|"
    "olvass(?:a)? (?:el|tovább|még)|(?:ayrıca )?oku(?:yun)?|bunlar da ilginizi çekebilir|"
    "чита(?:йте|ть)(?: также| также по теме| ещё| еще| далее| подробнее| по теме)|смотрите также|по теме|материалы "
    "по теме|читайте (?:також|ще|далі)|дивіться також|за темою|вижте (?:още|също)|прочетете (?:още|също)|прочитајте|"
    "тағы оқыңыз(?:дар)?|оқи отырыңыз(?:дар)?|сондай-ақ оқыңыз(?:дар)?|taǵy oqyńyz|διαβάστε (?:επίσης|ακόμα|"
    "περισσότερα)|δείτε (?:επίσης|ακόμα)|اقرأ (?:أيضا|أيضاً|المزيد)|شاهد أيضا|بیشتر بخوانید|קראו (?:גם|עוד)|"
    "相关阅读|相关新闻|延伸阅读|更多阅读|推荐阅读|関連記事|関連ニュース|관련기사|관련 기사|อ่าน(?:เพิ่มเติม|ต่อ|"
    "ข่าวอื่น)|ข่าวที่เกี่ยวข้อง|xem thêm|đọc "
    "thêm|baca juga|simak juga|soma (?:pia|zaidi)"
)
# Where a text was taken from; it is told below the text.
SOURCES = (
    "source|sources|quelle|quellen|fuente|fuentes|fonte|fonti|bron|kilde|källa|lähde|źródło|zdroj|izvor|sursa|"
    "forrás|kaynak|источник|джерело|източник|дереккөз|πηγή|المصدر|منبع|מקור|来源|來源|出典|출처|ที่มา|nguồn|sumber|"
    "chanzo"
)
#: A longer line is no button, and no link to another text.
LONGEST_BUTTON, LONGEST_LINK = 60, 220

# Inside a story these are headings of its parts.
_SUBHEADS = regex.compile(
    r"(?:comments?|kommentare|commentaires|comentarios|commenti|comentários|komentarze|комментарии|коментарі|yorumlar|more|"
    r"next|related|publicité|werbung|reklama|реклама|评论|コメント)[\W_]*",
    regex.IGNORECASE,
)
#: The first and the last blocks, where a page has its buttons.
HEAD, END = 3, 3
_BUTTON = regex.compile(rf"[\W_]*+(?:{BUTTONS})[\W_\d]*", regex.IGNORECASE)
_READ_ALSO = regex.compile(
    rf"[\W_]*+(?:{READ_ALSO})\s*(?:[:：|>»›–—]|-\s)\s*\S.*|[\W_]*+(?:{READ_ALSO})\s*[:：>»›.…]*",
    regex.IGNORECASE | regex.DOTALL,
)
_SOURCE = regex.compile(rf"[\W_]*+(?:{SOURCES})\s?[:：]\s*\S.{{0,160}}", regex.IGNORECASE)


def take_furniture(article: Article, report: Report) -> Article:
    """*article* without buttons and lines that lead elsewhere; a line that names its source becomes a signature."""
    metadata, kept = article.metadata, list[Block]()
    for at, block in enumerate(article.body):
        text = text_of(block) if isinstance(block, Paragraph) and block.role is Role.BODY else ""
        is_inside = HEAD <= at < len(article.body) - END
        if is_furniture(text) and len(article.body) > 1 and not (is_inside and _SUBHEADS.fullmatch(text)):
            message = "what a web page puts beside its text was taken out: a button, or a line that leads elsewhere"
            report.add("structure.furniture", message, before=text, after="")
            metadata = noted(metadata, text)
        elif at >= len(article.body) - 2 and at and isinstance(block, Paragraph) and text and _SOURCE.fullmatch(text):
            report.add(
                "structure.signature",
                "the line that names the source is set below the text",
                before=text,
                after=text,
            )
            kept.append(replace(block, role=Role.SIGNATURE))
        else:
            kept.append(block)
    return article if tuple(kept) == article.body else Article(metadata, tuple(kept))


def is_furniture(text: str) -> bool:
    """Whether *text* is a button, or leads to another text."""
    if not text or len(text) > LONGEST_LINK:
        return False
    return bool((len(text) <= LONGEST_BUTTON and _BUTTON.fullmatch(text)) or _READ_ALSO.fullmatch(text))


# Names of sites at the end of titles, beside those of agencies.
SITES = (
    "DW|BBC|BBC News|BBC News Русская служба|BBC News Україна|CNN|CNN Politics|Al Jazeera|Al Jazeera English|"
    "Euronews|euronews|France 24|FRANCE 24|RFI|RFE/RL|VOA|VOA News|The Guardian|The Independent|"
    "The Telegraph|The Times|The New York Times|The Washington Post|The Wall Street Journal|WSJ|USA TODAY|NPR|CBS "
    "News|NBC News|ABC News|Fox News|Politico|POLITICO|Axios|HuffPost|Business Insider|Forbes|"
    "Bloomberg|CNBC|Financial Times|The Economist|Time|Newsweek|Sky News|ITV News|Daily Mail|Mail Online|The Sun|"
    "The Mirror|The Irish Times|RTÉ|The Hindu|Times of India|NDTV|Dawn|The Star|Malay Mail|"
    "The Straits Times|CNA|Channel NewsAsia|South China Morning Post|SCMP|The Japan Times|NHK|The Korea Herald|"
    "Korea Times|Taipei Times|Global Times|China Daily|CGTN|The Sydney Morning Herald|ABC News Australia|"
    "Tagesschau|tagesschau.de|ZDFheute|DER SPIEGEL|SPIEGEL ONLINE|ZEIT ONLINE|FAZ|FAZ.NET|Süddeutsche.de|SZ.de|WELT|"
    "DIE WELT|n-tv|ntv|FOCUS online|stern|taz|Handelsblatt|NZZ|SRF|ORF|ORF.at|derStandard.at|DER STANDARD|"
    "Le Monde|Le Figaro|Libération|Le Point|L'Express|20 Minutes|BFMTV|Franceinfo|RTBF|RTS|El País|EL PAÍS|El Mundo|"
    "ABC|La Vanguardia|RTVE|RTVE.es|Infobae|Clarín|La Nación|"
    "Corriere della Sera|Corriere.it|la Repubblica|La Stampa|Il Sole 24 ORE|Rai News|RaiNews|Folha de S.Paulo|Folha|"
    "G1|UOL|Estadão|O Globo|Público|Observador|NOS|NRC|de Volkskrant|De Standaard|VRT NWS|"
    "DR|TV 2|TV2|NRK|VG|Aftenposten|SVT Nyheter|SVT|DN|Yle|Helsingin Sanomat|Onet|WP|Gazeta.pl|RMF24|iDNES.cz|"
    "Novinky.cz|ČT24|SME|Index.hr|N1|B92|Blic|RTS|Digi24|HotNews|Index.hu|Telex|Hürriyet|Sabah|NTV|TRT Haber|"
    "Лента.ру|Lenta.ru|РБК|РИА Новости|Газета.Ru|Коммерсантъ|Ведомости|Известия|Meduza|Медуза|Новая газета|Радио "
    "Свобода|Радіо Свобода|Українська правда|Украинская правда|УП|Громадське|Суспільне|ТСН|Укрінформ|"
    "Tengrinews|Tengrinews.kz|Zakon.kz|Казинформ|Kazinform|ҚазАқпарат|Egemen Qazaqstan|Азаттық радиосы|Азаттык|"
    "Sputnik Казахстан|Sputnik Қазақстан|Informburo.kz|Kun.uz|Газета.uz|24.kg|"
    "الجزيرة|الجزيرة نت|العربية|BBC Arabic|BBC News عربي|سكاي نيوز عربية|CNN Arabic|ynet|וואלה|הארץ|Walla"
)
_SITES = frozenset(name.casefold() for name in SITES.split("|"))
_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+){0,2}\.(?:com|org|net|info|news|tv|de|at|ch|fr|es|it|pt|nl|be|dk|no|se|fi|pl|cz|"
    r"sk|hu|ro|bg|gr|ru|ua|by|kz|kg|uz|az|am|ge|tr|il|ir|cn|jp|kr|tw|hk|vn|th|id|my|sg|in|pk|uk|ie|us|ca|au|nz|za|"
    r"ke|ng|tz|br|mx|ar|eu|int|gov|edu)(?:\.\w{2})?",
    re.IGNORECASE,
)
_CHINESE_SITE = regex.compile(
    r"[\p{Han}A-Za-z]{1,8}(?:网|網|新闻|新聞|日报|日報|晚报|晚報|在线|在線|频道|頻道|中心|门户|电视台|卫视|客户端)|"
    r"[\p{Han}]{1,4}(?:频道|要闻)"
)


def is_site(text: str) -> bool:
    """Whether *text* is the name or address of a site."""
    text = text.strip()
    return text.casefold() in _SITES or bool(_DOMAIN.fullmatch(text) or _CHINESE_SITE.fullmatch(text))
