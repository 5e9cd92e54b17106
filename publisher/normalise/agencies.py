"""The agencies whose names datelines and credits carry."""

import re

# Each as it writes itself, after the first name the other ones it goes by. In a dateline any of them will
# do; credits in running text are looked for only from SELF_CREDITING ones.
AGENCIES: tuple[str, ...] = (
    "AP | The Associated Press | Associated Press",
    "Reuters | Thomson Reuters | Thomson Reuters Foundation",
    "AFP | Agence France-Presse | Agence France Presse",
    "dpa | Deutsche Presse-Agentur | dpa-AFX | tca | TNS",
    "EFE | EFECOM | Agencia EFE",
    "ANSA | Adnkronos | LaPresse | AGI | Nova",
    "UPI | United Press International",
    "CNN | CNN Business | CNN en Español",
    "CP | The Canadian Press | Canadian Press | La Presse Canadienne",
    "PA | PA Media | Press Association",
    "Bloomberg | Dow Jones | Dow Jones Newswires | AFX | MarketWatch",
    "AAP | Australian Associated Press | NZPA | BusinessDesk | RNZ",
    "PTI | Press Trust of India | IANS | ANI | UNI",
    "Xinhua | Xinhua News Agency | 新华社 | CNS | 中新社 | 中央社 | CNA",
    "Kyodo | Kyodo News | Jiji | Jiji Press | 共同 | 時事",
    "Yonhap | Yonhap News Agency | 연합뉴스 | KCNA",
    "Antara | Bernama | VNA | TTXVN | PNA | Lao News Agency | AKP",
    "TASS | ITAR-TASS | ТАСС | ИТАР-ТАСС | Interfax | Интерфакс | RIA Novosti | РИА Новости | Sputnik",
    "Ritzau | NTB | TT | STT | FNB | NPK",
    "APA | ATS | SDA | Keystone-SDA | Keystone-ATS | Belga | ANP | KNA | epd | SID | ots",
    "ČTK | CTK | PAP | TASR | SITA | MTI | Agerpres | BTA | БТА",
    "Tanjug | HINA | STA | FENA | MINA | MIA | ATA | Beta",
    "AMNA | ANA-MPA | ΑΠΕ-ΜΠΕ | CNA Cyprus | ΚΥΠΕ",
    "AA | Anadolu | Anadolu Agency | Anadolu Ajansı | DHA | İHA",
    "Europa Press | Lusa | Agência Lusa | Agência Brasil | Télam | Notimex | Prensa Latina | ANDINA",
    "WAM | SPA | KUNA | QNA | MENA | Petra | SANA | BNA | NNA | NINA",
    "واس | وام | كونا | سانا | د ب أ | أ ف ب | رويترز",
    "IRNA | ISNA | Tasnim | Fars | Mehr | ایرنا | ایسنا",
    "JTA | RNS | EWTN | Religion News Service | Catholic News Service",
    "NAN | GNA | APS | TAP | MAP | PANA | SAnews",
    "IRIN | IPS | ENI | GNS | Gannett News Service | McClatchy | Tribune News Service | States News Service",
    "PRNewswire | PR Newswire | Business Wire | BUSINESS WIRE | GLOBE NEWSWIRE | GlobeNewswire",
    "ACCESSWIRE | ACCESS Newswire | Newsfile Corp. | Newsfile | EIN Presswire | Marketwired | Marketwire | CNW",
)
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


def _names(rows: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for row in rows for name in row.split("|"))


def _key(name: str) -> str:
    return re.sub(r"[\s«»“”\"]+", " ", name).strip(" .").casefold()


SELF_CREDITING_NAMES = _names(SELF_CREDITING)
# Case doesn't matter: КАЗИНФОРМ in a dateline is Казинформ. Of two spellings the first is the name.
_BY_KEY: dict[str, str] = {_key(name): name for name in reversed(_names(AGENCIES) + SELF_CREDITING_NAMES)}


def agency_named(text: str) -> str | None:
    """The agency that *text* is the name of, as it writes itself; two joined by a stroke are one (``tca/dpa``)."""
    known = [_BY_KEY.get(_key(part)) for part in text.split("/")]
    return "/".join(name for name in known if name) if all(known) else None
