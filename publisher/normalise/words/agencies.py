"""The agencies whose names datelines and credits carry."""

import re
from collections.abc import Iterable

# Each as it writes itself, and the names of it and its services that datelines carry. In a dateline any of them
# will do; credits in running text are looked for only from SELF_CREDITING ones.
AGENCIES: dict[str, str] = {
    "United States": "AP | The Associated Press | Associated Press | UPI | United Press International | Bloomberg | "
    "Bloomberg News | Dow Jones | Dow Jones Newswires | MarketWatch | CNN | CNN Business | CNN en Español | CNN "
    "Arabic | "
    "TNS | tca | Tribune News Service | Tribune Content Agency | KRT | McClatchy | Gannett News Service | GNS | "
    "States News Service | RNS | Religion News Service | Catholic News Service | CNS | JTA | EWTN | CNA | "
    "Cox News Service | Scripps Howard News Service | Newhouse News Service | N.Y. Times News Service | "
    "New York Times News Service | Knight Ridder | Capitol News Illinois | VOA | RFE/RL | RFA",
    "press wires": "PRNewswire | PR Newswire | Business Wire | BUSINESS WIRE | GLOBE NEWSWIRE | GlobeNewswire | "
    "ACCESSWIRE | ACCESS Newswire | Newsfile Corp. | Newsfile | EIN Presswire | EINPresswire.com | EIN News | "
    "Marketwired | Marketwire | "
    "MARKET WIRE | CNW | Canada NewsWire.com | PRWEB | PRUnderground | news aktuell | ots | OTS | presseportal | "
    "pressetext | InvestorWire | PRLog | NewMediaWire | Cision | PR Newswire Asia | "
    "AsiaNet | Media OutReach | Media OutReach Newswire | JCN Newswire | Xinhua Silk Road | APO | African Media "
    "Agency | "
    "HUGIN | Thomson Reuters ONE | DGAP | EQS-News | EQS Newswire | Ad hoc",
    "Canada": "CP | The Canadian Press | Canadian Press | La Presse Canadienne | QMI | Postmedia",
    "Britain and Ireland": "Reuters | Reuter | Thomson Reuters | Thomson Reuters Foundation | PA | PA Media | Press "
    "Association | "
    "AFX | AFX News | Alliance News | BBC | BBC News | Sky News | National World | SWNS | PA Wire",
    "France": "AFP | Agence France-Presse | Agence France Presse | AFP Relaxnews | ETX Daily Up | Relaxnews | AFPTV "
    "| APM | "
    "AEF",
    "Germany": "dpa | Deutsche Presse-Agentur | dpa-AFX | dpa/tmn | tmn | dpa-infocom | dpa-infografik | AFX | epd |"
    " KNA | SID "
    "| "
    "ddp | dapd | dts | AFPD | DW | Deutsche Welle | ADN | vwd | rtr",
    "Austria and Switzerland": "APA | APA-OTS | ATS | SDA | ats | sda | Keystone-SDA | Keystone-ATS | KEYSTONE-ATS |"
    " awp | AWP | "
    "sfd | swissinfo | swissinfo.ch | kipa | pte",
    "Low Countries": "Belga | ANP | BELGA | Novum | Dutchnews",
    "the North": "Ritzau | ritzau | NTB | TT | STT | STT-Lehtikuva | FNB | NPK | Ritzaus Bureau | NTB scanpix | "
    "RÚV | BNS | LETA | ELTA | ERR | SPT | TT-AFP | Newswire",
    "Spain": "EFE | EFECOM | EFEAGRO | EFEverde | Agencia EFE | Europa Press | EUROPA PRESS | Servimedia | "
    "SERVIMEDIA | "
    "Colpisa | "
    "Otr/press | ACN | Vasco Press",
    "Portugal and Brazil": "Lusa | Agência Lusa | Agência Brasil | Agência Estado | Estadão Conteúdo | Folhapress | "
    "Agência Senado | "
    "Agência Câmara | Agência Câmara Notícias | Xinhua Português",
    "Latin America": "Télam | Telam | Notimex | Prensa Latina | ANDINA | Andina | TELAM | AVN | ABN | ABI | ACN | "
    "Colprensa | DyN | Ansa Latina | IPS | Inter Press Service | ALC | IP",
    "Italy": "ANSA | Adnkronos | ADNKRONOS | LaPresse | AGI | Nova | Agenzia Nova | askanews | Askanews | Radiocor | "
    "Italpress | "
    "ITALPRESS | Dire | DIRE | ANSAmed | ANSA-AFP | SIR | AGENSIR | AdnKronos | TMNews | ASCA | Apcom | Il Sole 24 "
    "Ore Radiocor",
    "the Holy See": "Fides | Agenzia Fides | AsiaNews | Zenit | ZENIT | Vatican News | UCA News | UCAN",
    "Greece and Cyprus": "AMNA | ANA-MPA | ANA | ΑΠΕ-ΜΠΕ | ΑΠΕ | CNA Cyprus | ΚΥΠΕ | TAK",
    "Turkey": "AA | Anadolu | Anadolu Agency | Anadolu Ajansı | DHA | İHA | IHA | ANKA | BIA | bianet | ANF | UHA",
    "Poland, Bohemia, Slovakia, Hungary": "PAP | KAI | ČTK | CTK | ČIA | TASR | SITA | MTI | MTI-Eco | Havaria Press",
    "the Balkans": "Tanjug | TANJUG | Танјуг | Beta | BETA | FoNet | HINA | Hina | STA | FENA | Fena | ONASA | SRNA "
    "| Srna | MINA |"
    " "
    "MIA | МИА | Makfax | ATA | BTA | БТА | Agerpres | AGERPRES | Rompres | Mediafax | MEDIAFAX | KosovaPress | "
    "Novinite | Фокус",
    "Russia": "TASS | ITAR-TASS | ТАСС | ИТАР-ТАСС | Interfax | ИНТЕРФАКС | Интерфакс | Интерфакс-Украина | RIA "
    "Novosti | RIA "
    "| "
    "РИА Новости | РИА | РИА НОВОСТИ | Sputnik | Спутник | Прайм | Финмаркет | REGNUM | ИА REGNUM | Росбалт | "
    "Rossiya Segodnya | "
    "Россия сегодня | АГН Москва | ФАН | ЭХО | Newsru | Лента.ру | РАПСИ | Рейтер",
    "Belarus, the Caucasus, Moldova": "BelTA | БЕЛТА | БелТА | BelaБелаПАН | AZERTAC | AzerTAc | АЗЕРТАДЖ | Trend | "
    "TREND | Тренд | "
    "APA.az | Armenpress | ARMENPRESS | Арменпресс | Arka | Mediamax | InterpressNews | Новости-Грузия | "
    "MOLDPRES | IPN | Infotag | Инфотаг",
    "Ukraine": "Ukrinform | УКРІНФОРМ | Укрінформ | Укринформ | UNN | УНН | UNIAN | УНІАН | УНИАН | RBC-Ukraine | "
    "РБК-Україна |"
    " "
    "РБК-Украина | Interfax-Ukraine | Інтерфакс-Україна | ЛІГА | ЛІГАБізнесІнформ",
    "Central Asia": "Kazinform | KazInform | Qazinform | QAZINFORM | QazAqparat | QAZAQPARAT | Казинформ | "
    "ҚазАқпарат | KazTAG | "
    "КазТАГ | Tengrinews | Zakon.kz | BNews | Kabar | Кабар | 24.kg | AKIpress | Khovar | Ховар | Avesta | UzA | УзА | "
    "Dunyo | Дунё | Jahon | Жаҳон | Kun.uz | TDH | MONTSAME | МОНЦАМЭ | Asia-Plus",
    "China, Taiwan": "Xinhua | Xinhua News Agency | 新华社 | 新華社 | 新华网 | 中新社 | 中新网 | 中国新闻社 | ECNS |"
    " 中央社 | 人民网 "
    "| "
    "新京报 | 央视 | 央视网 | 央广网 | 中国网 | 澎湃新闻 | 路透社 | 法新社 | 美联社 | 台通社 | CNS",
    "Japan, Korea": "Kyodo | Kyodo News | KYODO | Jiji | Jiji Press | 共同 | 共同通信 | 時事 | 時事通信 | ロイター |"
    " Yonhap | "
    "Yonhap News Agency | 연합뉴스 | 뉴시스 | 뉴스1 | Newsis | News1 | KCNA | 조선중앙통신 | Yonhap Infomax | "
    "ＡＦＰ | ＡＰ | 로이터",
    "South-East Asia": "Antara | ANTARA | ANTARA News | Bernama | BERNAMA | VNA | TTXVN | VNS | PNA | Lao News "
    "Agency | KPL | AKP | "
    "TNA | "
    "dpa-Asia | AFP-Jiji",
    "South Asia": "PTI | Press Trust of India | IANS | ANI | UNI | भाषा | वार्ता | एएनआई | आईएएनएस | APP | PPI | INP | "
    "BSS | UNB | বাসস | RSS | NSS | Pajhwok | PAN | Bakhtar | Khaama Press | LANKAPUVATH | Colombo Page",
    "Australia, New Zealand": "AAP | Australian Associated Press | NZPA | BusinessDesk | RNZ | NZ Newswire | PACNEWS",
    "the Arab world": "WAM | SPA | KUNA | QNA | MENA | Petra | PETRA | SANA | BNA | NNA | NINA | INA | ONA | SABA | "
    "Saba | SUNA | "
    "LANA | APS | TAP | MAP | WAFA | واس | وام | كونا | قنا | سانا | بترا | وفا | وكالات | أ ش أ | د ب أ | أ ف ب | "
    "ا ف ب | "
    "أ.ف.ب | رويترز | فرانس برس | أ ب | الأناضول | وات | واج | بنا | نينا | سبأ | العمانية | شينخوا",
    "Iran": "IRNA | ISNA | Tasnim | Fars | FNA | Mehr | MNA | ILNA | Press TV | ایرنا | ایسنا | تسنیم | فارس | مهر |"
    " ایلنا |"
    " صدا و سیما",
    "Israel": "ITIM | TPS | TPS-IL | עתים | רויטרס | סוכנויות הידיעות",
    "Africa": "NAN | GNA | PANA | SAnews | SAPA | African News Agency | NAMPA | Nampa | ZIANA | New Ziana | "
    "ENA | ERTA | AIM | ANGOP | Angop | Inforpress | AABP | ACAP | BOPA | MANA | SLENA | MAP | APANEWS | IRIN | "
    "The New Humanitarian | allAfrica | APA News",
    "unions and churches": "ENI | WCC | ACNS | LWI | ICN | EP | UN News | News agencies | Agencies | agencies | "
    "Agenturen | agences | "
    "Agencias | agenzie | agentschappen",
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
    return _MARKS.sub(" ", name).strip(" .").casefold()


_MARKS = re.compile(r"[\s«»“”„\"]+")
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
