"""The agencies whose names datelines and credits carry."""

import re
from collections.abc import Iterable

# Each as it writes itself, and the names of it and its services that datelines carry. In a dateline any of them
# will do; credits in running text are looked for only from SELF_CREDITING ones.
AGENCIES: dict[str, str] = {
    "United States": "AP | The Associated Press | Associated Press | UPI | United Press International | "
    "Bloomberg | Bloomberg News | Dow Jones | Dow Jones Newswires | MarketWatch | CNN | CNN Business | "
    "CNN en Español | CNN Arabic | TNS | tca | Tribune News Service | Tribune Content Agency | KRT | "
    "McClatchy | Gannett News Service | GNS | States News Service | RNS | Religion News Service | "
    "Catholic News Service | CNS | JTA | EWTN | CNA | Cox News Service | Scripps Howard News Service | "
    "Newhouse News Service | N.Y. Times News Service | New York Times News Service | Knight Ridder | "
    "Capitol News Illinois | VOA | RFE/RL | RFA | CNNMoney | CNN Wire | CNN Newsource | CBS News | "
    "NBC News | ABC News | Fox News | NewsNation | Border Report | HealthDay | HealthDay News | "
    "Reuters Health | The Center Square | Stateline | States Newsroom | Cronkite News | KFF Health News | "
    "Kaiser Health News | ProPublica | City News Service | Bay City News | Capital News Service | "
    "Los Angeles Times-Washington Post | Los Angeles Times/Washington Post News Service | "
    "Hearst Newspapers | Hearst News Service | Copley News Service | Knight-Ridder | Knight Ridder/Tribune | "
    "Knight-Ridder/Tribune News Service | Gannett | NYT News Service | The New York Times News Service | "
    "New York Times Service | Newhouse | Baptist Press | OSV News | Catholic News Agency | "
    "Market News International | MNI | Bridge News | SHNS | International News Service | Zenger News | "
    "CQ-Roll Call",
    "press wires": "PRNewswire | PR Newswire | Business Wire | BUSINESS WIRE | GLOBE NEWSWIRE | "
    "GlobeNewswire | ACCESSWIRE | ACCESS Newswire | Newsfile Corp. | Newsfile | EIN Presswire | "
    "EINPresswire.com | EIN News | Marketwired | Marketwire | MARKET WIRE | CNW | Canada NewsWire.com | "
    "PRWEB | PRUnderground | news aktuell | ots | OTS | presseportal | pressetext | InvestorWire | PRLog | "
    "NewMediaWire | Cision | PR Newswire Asia | AsiaNet | Media OutReach | Media OutReach Newswire | "
    "JCN Newswire | Xinhua Silk Road | APO | African Media Agency | HUGIN | Thomson Reuters ONE | DGAP | "
    "EQS-News | EQS Newswire | Ad hoc | Newsfile Corp | TheNewswire | The Newswire | PRNewswire-USNewswire | "
    "PRNewswire-FirstCall | PRNewswire-iReach | PRNewswire-Asia | U.S. Newswire | Canada Newswire | "
    "BUSINESSWIRE | PR Newswire Europe | ACN Newswire | Medianet | Zawya | AETOSWire | ME NewsWire | "
    "APO Group | NewsVoir | BUSINESSWIRE INDIA | euro adhoc | openPR | pressebox | lifePR | firmenpresse | "
    "Mynewsdesk | Via Ritzau | ePressi | ANP Pers Support | Pers Support | Send2Press | RealWire | "
    "ResponseSource",
    "Canada": "CP | The Canadian Press | Canadian Press | La Presse Canadienne | QMI | Postmedia | "
    "Southam News | CanWest News Service | Postmedia News | Agence QMI | Local Journalism Initiative | "
    "CBC News | CTV News",
    "Britain and Ireland": "Reuters | Reuter | Thomson Reuters | Thomson Reuters Foundation | PA | "
    "PA Media | Press Association | AFX | AFX News | Alliance News | BBC | BBC News | Sky News | "
    "National World | SWNS | PA Wire | The Press Association | PA news agency | PA News | Extel | "
    "Sharecast | Regulatory News Service | IRN | Local Democracy Reporting Service | LDRS | RTÉ",
    "France": "AFP | Agence France-Presse | Agence France Presse | AFP Relaxnews | ETX Daily Up | "
    "Relaxnews | AFPTV | APM | AEF | AFP Services | RFI | France 24 | APIC",
    "Germany": "dpa | Deutsche Presse-Agentur | dpa-AFX | dpa/tmn | tmn | dpa-infocom | dpa-infografik | "
    "AFX | epd | KNA | SID | ddp | dapd | dts | AFPD | DW | Deutsche Welle | ADN | vwd | rtr | "
    "dpa international | dpa-international | dts Nachrichtenagentur | dpa-AFX ProFeed | glp | idw | SP-X | "
    "spot on news | teleschau | afp | RND | Evangelischer Pressedienst | Katholische Nachrichten-Agentur | "
    "dpa-tmn | wid | AFP Deutschland",
    "Austria and Switzerland": "APA | APA-OTS | ATS | SDA | ats | sda | Keystone-SDA | Keystone-ATS | "
    "KEYSTONE-ATS | awp | AWP | sfd | swissinfo | swissinfo.ch | kipa | pte | Kathpress | KAP | "
    "Sportinformation | kath.ch | ats/awp | sda-ats | ATS-SDA",
    "Low Countries": "Belga | ANP | BELGA | Novum | Dutchnews | GPD | Novum Nieuws | Het Persbureau",
    "the North": "Ritzau | ritzau | NTB | TT | STT | STT-Lehtikuva | FNB | NPK | Ritzaus Bureau | "
    "NTB scanpix | RÚV | BNS | LETA | ELTA | ERR | SPT | TT-AFP | Newswire | RB-Børsen | Direkt | "
    "Nyhetsbyrån Direkt | Siren | Nyhetsbyrån Siren | ANB | TDN | TDN Finans | TDN Direkt | Startel | "
    "SPT-FNB | FNB-SPT",
    "Spain": "EFE | EFECOM | EFEAGRO | EFEverde | Agencia EFE | Europa Press | EUROPA PRESS | Servimedia | "
    "SERVIMEDIA | Colpisa | Otr/press | ACN | Vasco Press | EFE Verde | EFE/EPA | ICAL | Agencia SINC | "
    "EFE Agro | Agència Catalana de Notícies | EP | DPA/EP | Galicia Press | Fax Press",
    "Portugal and Brazil": "Lusa | Agência Lusa | Agência Brasil | Agência Estado | Estadão Conteúdo | "
    "Folhapress | Agência Senado | Agência Câmara | Agência Câmara Notícias | Xinhua Português | "
    "Agência Ecclesia | Ecclesia | EBC | Agência O Globo | Agência Globo | Agência Fapesp | "
    "Radioagência Nacional | UOL/FOLHAPRESS",
    "Latin America": "Télam | Telam | Notimex | Prensa Latina | ANDINA | Andina | TELAM | AVN | ABN | ABI | "
    "ACN | Colprensa | DyN | Ansa Latina | IPS | Inter Press Service | ALC | IP | Noticias Argentinas | NA | "
    "ANF | Erbol | Agencia Fides | IP Paraguay | Agencia IP | Orbe | Aton | ACAN-EFE | Cerigua | AGN | AIN | "
    "Venpres | Quadratín | Agencia Reforma | CIMAC | APRO | NTX | CMC | CANA | JIS | DPI | "
    "Caribbean Media Corporation | Agencia Andina",
    "Italy": "ANSA | Adnkronos | ADNKRONOS | LaPresse | AGI | Nova | Agenzia Nova | askanews | Askanews | "
    "Radiocor | Italpress | ITALPRESS | Dire | DIRE | ANSAmed | ANSA-AFP | SIR | AGENSIR | AdnKronos | "
    "TMNews | ASCA | Apcom | Il Sole 24 Ore Radiocor | AGR | 9Colonne | Omniroma | Omnimilano | MF-DJ | "
    "MF Dow Jones | Teleborsa | Il Velino | Agenparl | Alanews | NEV | agenzia Dire | Public Policy",
    "the Holy See": "Fides | Agenzia Fides | AsiaNews | Zenit | ZENIT | Vatican News | UCA News | UCAN | "
    "VIS | Vatican Information Service | CISA | ACI Prensa | ACI Stampa | ACI Digital | ACI Africa | "
    "LiCAS News | UCANews | Agenzia SIR",
    "Greece and Cyprus": "AMNA | ANA-MPA | ANA | ΑΠΕ-ΜΠΕ | ΑΠΕ | CNA Cyprus | ΚΥΠΕ | TAK | ANA/MPA | "
    "ΑΠΕ – ΜΠΕ | TAK ajansı",
    "Turkey": "AA | Anadolu | Anadolu Agency | Anadolu Ajansı | DHA | İHA | IHA | ANKA | BIA | bianet | "
    "ANF | UHA | İhlas Haber Ajansı | İLKHA | ILKHA | Cihan | Demirören Haber Ajansı | Doğan Haber Ajansı | "
    "DİHA | Mezopotamya Ajansı | ETHA | Hibya | A.A",
    "Poland, Bohemia, Slovakia, Hungary": "PAP | KAI | ČTK | CTK | ČIA | TASR | SITA | MTI | MTI-Eco | "
    "Havaria Press | IAR | ISBnews | eKAI | Newseria | Magyar Kurír | PAP Biznes | MTVA",
    "the Balkans": "Tanjug | TANJUG | Танјуг | Beta | BETA | FoNet | HINA | Hina | STA | FENA | Fena | "
    "ONASA | SRNA | Srna | MINA | MIA | МИА | Makfax | ATA | BTA | БТА | Agerpres | AGERPRES | Rompres | "
    "Mediafax | MEDIAFAX | KosovaPress | Novinite | Фокус | СРНА | ФЕНА | Бета | ФоНет | SeeNews | BIRN | "
    "IKA | ATSH | Ekonomia Online | BGNES | БГНЕС | Агенция Фокус | News.ro | AMOS News | Rador | "
    "MINA-business",
    "Russia": "TASS | ITAR-TASS | ТАСС | ИТАР-ТАСС | Interfax | ИНТЕРФАКС | Интерфакс | Интерфакс-Украина | "
    "RIA Novosti | RIA | РИА Новости | РИА | РИА НОВОСТИ | Sputnik | Спутник | Прайм | Финмаркет | REGNUM | "
    "ИА REGNUM | Росбалт | Rossiya Segodnya | Россия сегодня | АГН Москва | ФАН | ЭХО | Newsru | Лента.ру | "
    "РАПСИ | Рейтер | INTERFAX.RU | Интерфакс-АВН | AK&M | АК&М | ПРАЙМ-ТАСС | Prime-TASS | РИА ФАН | "
    "ИА Росбалт | Татар-информ | Башинформ | ЯСИА | РИА Дагестан | Грозный-информ | Кавказский узел | "
    "PrimaMedia | ФедералПресс | URA.RU | Накануне.RU | РИА Новый День | NEWSru.com | Апсныпресс | "
    "RIA Novosti/Sputnik | РБК | Sputnik News",
    "Belarus, the Caucasus, Moldova": "BelTA | БЕЛТА | БелТА | BelaБелаПАН | AZERTAC | AzerTAc | АЗЕРТАДЖ | "
    "Trend | TREND | Тренд | APA.az | Armenpress | ARMENPRESS | Арменпресс | Arka | Mediamax | "
    "InterpressNews | Новости-Грузия | MOLDPRES | IPN | Infotag | Инфотаг | БелаПАН | BelaPAN | "
    "Prime Press | APA | АПА | REPORT.AZ | Report.az | Turan | Туран | Interfax-Azerbaijan | "
    "Интерфакс-Азербайджан | Новости-Азербайджан | NEWS.am | PanARMENIAN.Net | АРКА | Медиамакс | ARMINFO | "
    "АрмИнфо | Noyan Tapan | Нойян Тапан | Novosti-Armenia | Новости-Армения | Prime-News | Прайм-Ньюс | "
    "Sarke | GHN | ГХН | Apsnypress | BASA-press | БАСА-пресс | МОЛДПРЕС | Новости Приднестровья",
    "Ukraine": "Ukrinform | УКРІНФОРМ | Укрінформ | Укринформ | UNN | УНН | UNIAN | УНІАН | УНИАН | "
    "RBC-Ukraine | РБК-Україна | РБК-Украина | Interfax-Ukraine | Інтерфакс-Україна | ЛІГА | "
    "ЛІГАБізнесІнформ | ЛІГА.net | Українські новини | Украинские новости | Главком | ZAXID.NET | ZIK | "
    "РІСУ | АрміяInform | Контекст-Причорномор'я",
    "Central Asia": "Kazinform | KazInform | Qazinform | QAZINFORM | QazAqparat | QAZAQPARAT | Казинформ | "
    "ҚазАқпарат | KazTAG | КазТАГ | Tengrinews | Zakon.kz | BNews | Kabar | Кабар | 24.kg | AKIpress | "
    "Khovar | Ховар | Avesta | UzA | УзА | Dunyo | Дунё | Jahon | Жаҳон | Kun.uz | TDH | MONTSAME | "
    "МОНЦАМЭ | Asia-Plus | МИА Казинформ | MIA Kazinform | ҚазАқпарат ХАА | ХАА ҚазАқпарат | BaigeNews | "
    "BaigeNews.kz | Tengrinews.kz | Informburo.kz | KazTransCom | BNews.kz | Interfax-Kazakhstan | "
    "Интерфакс-Казахстан | Новости-Казахстан | Kazakhstan Today | Қазинформ | КирТАГ | АКИpress | "
    "AKIPRESS.COM | NIAT Khovar | НИАТ Ховар | Авеста | Азия-Плюс | ИА Дунё | UzReport | UzDaily | ТДХ | "
    "Turkmenportal | Интерфакс-Центральная Азия | CA-News | Фергана",
    "China, Taiwan": "Xinhua | Xinhua News Agency | 新华社 | 新華社 | 新华网 | 中新社 | 中新网 | "
    "中国新闻社 | ECNS | 中央社 | 人民网 | 新京报 | 央视 | 央视网 | 央广网 | 中国网 | 澎湃新闻 | 路透社 | "
    "法新社 | 美联社 | 台通社 | CNS | China News Service | 香港中通社 | 中通社 | 中評社 | 中评社 | 环球网 | "
    "光明网 | 中国经济网 | 第一财经 | 财新网 | 中央通訊社 | 美聯社 | 路透 | 彭博社 | 共同社 | 时事社 | "
    "韩联社 | 塔斯社 | 俄新社 | 埃菲社 | 德新社 | 安莎社 | 朝中社 | 合众国际社 | CGTN | 自由時報 | 聯合報 | "
    "人民日报 | 光明日报 | 经济日报 | 中国新闻网",
    "Japan, Korea": "Kyodo | Kyodo News | KYODO | Jiji | Jiji Press | 共同 | 共同通信 | 時事 | 時事通信 | "
    "ロイター | Yonhap | Yonhap News Agency | 연합뉴스 | 뉴시스 | 뉴스1 | Newsis | News1 | KCNA | "
    "조선중앙통신 | Yonhap Infomax | ＡＦＰ | ＡＰ | 로이터 | 共同通信社 | 時事通信社 | 朝鮮中央通信 | "
    "タス通信 | インタファクス | ブルームバーグ | フォーカス台湾 | AP通信 | AFP時事 | AFP=時事 | "
    "AFPBB News | ＵＰＩ | ＤＰＡ | 뉴스핌 | 연합인포맥스 | 신화통신 | 교도통신 | 타스통신 | 로이터통신 | "
    "AP통신 | AFP통신 | 블룸버그 | Newspim | Asia News Network | ANN",
    "South-East Asia": "Antara | ANTARA | ANTARA News | Bernama | BERNAMA | VNA | TTXVN | VNS | PNA | "
    "Lao News Agency | KPL | AKP | TNA | dpa-Asia | AFP-Jiji | NNT | NBT | MCOT | Thai News Agency | "
    "สำนักข่าวไทย | Philippine News Agency | PIA | MindaNews | Myanmar News Agency | VietnamPlus | Tatoli | "
    "LKBN Antara",
    "South Asia": "PTI | Press Trust of India | IANS | ANI | UNI | भाषा | वार्ता | एएनआई | आईएएनएस | APP | "
    "PPI | INP | BSS | UNB | বাসস | RSS | NSS | Pajhwok | PAN | Bakhtar | Khaama Press | LANKAPUVATH | "
    "Colombo Page | PTI-Bhasha | पीटीआई | पीटीआई-भाषा | यूनीवार्ता | हिन्दुस्थान समाचार | हि.स. | "
    "Hindusthan Samachar | ANI/NewsVoir | GNS | KNO | KNS | NNI | Bangladesh Sangbad Sangstha | "
    "bdnews24.com | ইউএনবি | Rastriya Samachar Samiti | राष्ट्रिय समाचार समिति | रासस | "
    "Afghan Islamic Press | Pajhwok Afghan News | TOLOnews | EconomyNext | Ada Derana | "
    "Asian News International",
    "Australia, New Zealand": "AAP | Australian Associated Press | NZPA | BusinessDesk | RNZ | NZ Newswire | "
    "PACNEWS | RNZ Pacific | Radio New Zealand | NZN | NCA NewsWire | PINA | BenarNews",
    "the Arab world": "WAM | SPA | KUNA | QNA | MENA | Petra | PETRA | SANA | BNA | NNA | NINA | INA | ONA | "
    "SABA | Saba | SUNA | LANA | APS | TAP | MAP | WAFA | واس | وام | كونا | قنا | سانا | بترا | وفا | "
    "وكالات | أ ش أ | د ب أ | أ ف ب | ا ف ب | أ.ف.ب | رويترز | فرانس برس | أ ب | الأناضول | وات | واج | "
    "بنا | نينا | سبأ | العمانية | شينخوا | Saudi Press Agency | Emirates News Agency | Kuwait News Agency | "
    "Qatar News Agency | Jordan News Agency | National News Agency | Iraqi News Agency | Shafaq News | "
    "Rudaw | Kurdistan 24 | Tunis Afrique Presse | Algérie Presse Service | Maghreb Arabe Presse | "
    "Sudan News Agency | Sudan Tribune | Middle East News Agency | Al Jazeera | الجزيرة نت | العربية نت | "
    "سكاي نيوز عربية | واع | الوكالة الوطنية للإعلام | معا | صفا | قدس برس | شفق نيوز | السومرية نيوز | "
    "رووداو | وكالة الأنباء السعودية | أش أ | أ.ش.أ | د.ب.أ | أ.ب | أسوشيتد برس | ومع | وال | سبأنت | سونا | "
    "إرنا | ارنا | سبوتنيك | تاس | بي بي سي | د ب ا",
    "Iran": "IRNA | ISNA | Tasnim | Fars | FNA | Mehr | MNA | ILNA | Press TV | ایرنا | ایسنا | تسنیم | "
    "فارس | مهر | ایلنا | صدا و سیما | Mehr News Agency | Tasnim News | Fars News Agency | IQNA | ایکنا | "
    "IRIB News | YJC | باشگاه خبرنگاران جوان | خبرآنلاین | ایمنا | Shana | شانا | میزان | برنا | آنا | "
    "رویترز | خبرگزاری فرانسه | آسوشیتدپرس | شینهوا | خبرگزاری صدا و سیما",
    "Israel": "ITIM | TPS | TPS-IL | עתים | רויטרס | סוכנויות הידיעות | JNS | Jewish News Syndicate | "
    "The Media Line | סוכנויות | סוכנות הידיעות | איי-פי | איי.אף.פי",
    "Africa": "NAN | GNA | PANA | SAnews | SAPA | African News Agency | NAMPA | Nampa | ZIANA | New Ziana | "
    "ENA | ERTA | AIM | ANGOP | Angop | Inforpress | AABP | ACAP | BOPA | MANA | SLENA | MAP | APANEWS | "
    "IRIN | The New Humanitarian | allAfrica | APA News | News Agency of Nigeria | Ghana News Agency | "
    "LINA | AIB | AMAP | AGP | ATOP | ABP | APAnews | Panapress | ACP | Agence Congolaise de Presse | "
    "Radio Okapi | RNA | URN | Uganda Radio Network | KNA | Kenya News Agency | Ethiopian News Agency | "
    "SONNA | ADI | ZANIS | BuaNews | SAnews.gov.za | Sapa-AFP | Sapa-AP | Sapa-dpa | Namibian Press Agency | "
    "CAJ News | GroundUp | STP-Press",
    "unions and churches": "ENI | WCC | ACNS | LWI | ICN | EP | UN News | News agencies | Agencies | "
    "agencies | Agenturen | agences | Agencias | agenzie | agentschappen | UN News Service | "
    "IDN-InDepthNews | Inter Press Service | Agence Europe | Euractiv | ENS | Episcopal News Service | "
    "UM News | Bahá'í World News Service | agencje | agencije | agentury | agentúry | ajanslar | byråer | "
    "bureauer | агентства | wire services | wire reports | news services | nyhetsbyråer",
}
# Agencies that tell in the text itself that it is theirs: “reported Kazinform”, “передает УНН”. The big
# wires don't; where running text names one of them, other media are quoted.
SELF_CREDITING: tuple[str, ...] = (
    "Kazinform | Qazinform | QazAqparat | Казинформ | ҚазАқпарат",
    "Ukrinform | Укрінформ | Укринформ | UNN | УНН | RBC-Ukraine | РБК-Україна",
    "BelTA | БЕЛТА",
    "AZERTAC | АЗЕРТАДЖ | Trend | Тренд",
    "Armenpress | Арменпресс",
    "24.kg | Kabar | Кабар | AKIpress | Khovar | Ховар | UzA | УзА | Dunyo | Дунё",
    "TDH | MONTSAME | МОНЦАМЭ",
    "MOLDPRES | IPN | LETA | BNS | ELTA",
)


def _names(rows: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for row in rows for name in row.split("|"))


def _key(name: str) -> str:
    return _MARKS.sub(" ", name).strip(" .=").casefold()


_MARKS = re.compile(r"[\s«»“”„\"©]+")
# dpa/lsw, tca/dpa, bur/abc: a desk's or partner's letters beside an agency's.
_PARTNER = re.compile(r"[a-z]{2,4}")
SELF_CREDITING_NAMES = _names(SELF_CREDITING)
# Case doesn't matter: КАЗИНФОРМ in a dateline is Казинформ. Of two spellings the first is the name, and of them
# all the one that credits in running text have.
_BY_KEY: dict[str, str] = {
    _key(name): name for name in reversed((*SELF_CREDITING_NAMES, *_names(AGENCIES.values())))
} | {"reuter": "Reuters", "ритцау": "Ritzau"}


def agency_named(text: str) -> str | None:
    """The agency that *text* is the name of, as it writes itself; two joined by a stroke are one (``tca/dpa``)."""
    if name := _BY_KEY.get(_key(text)):
        return name
    parts = text.strip().split("/")
    known = [_BY_KEY.get(_key(part)) for part in parts]
    if (
        len(parts) > 3
        or not any(known)
        or not all(name or _PARTNER.fullmatch(part) for name, part in zip(known, parts, strict=True))
    ):
        return None
    return "/".join(name or part for name, part in zip(known, parts, strict=True))
