"""Dates as datelines write them, in the languages of the agencies."""

import datetime
import re

import msgspec

# January to December, by language: names, cases and abbreviations. A name that two languages give to
# different months (listopad) still makes a date, but which one isn't guessed.
MONTHS: dict[str, str] = {
    "en": "january jan, february feb, march mar, april apr, may, june jun, july jul, "
    "august aug, september sept sep, october oct, november nov, december dec",
    "de": "januar jänner jan, februar feber feb, märz mär, april apr, mai, juni jun, juli jul, "
    "august aug, september sept sep, oktober okt, november nov, dezember dez",
    "fr": "janvier janv jan, février fév févr, mars, avril avr, mai, juin, juillet juil, "
    "août aout, septembre sept, octobre oct, novembre nov, décembre déc",
    "es": "enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul, "
    "agosto ago, septiembre setiembre sept sep, octubre oct, noviembre nov, diciembre dic",
    "it": "gennaio gen, febbraio feb, marzo mar, aprile apr, maggio mag, giugno giu, luglio lug, "
    "agosto ago, settembre set, ottobre ott, novembre nov, dicembre dic",
    "pt": "janeiro jan, fevereiro fev, março mar, abril abr, maio mai, junho jun, julho jul, "
    "agosto ago, setembro set, outubro out, novembro nov, dezembro dez",
    "ca": "gener gen, febrer, març, abril, maig, juny, juliol, agost, setembre, octubre, novembre, desembre",
    "nl": "januari jan, februari feb, maart mrt, april apr, mei, juni jun, juli jul, "
    "augustus aug, september sep, oktober okt, november nov, december dec",
    "da nb sv": "januar januari jan, februar februari feb, marts mars mar, april apr, maj mai, juni jun, "
    "juli jul, august augusti aug, september sep, oktober okt, november nov, december desember dec des",
    "fi": "tammikuuta, helmikuuta, maaliskuuta, huhtikuuta, toukokuuta, kesäkuuta, heinäkuuta, "
    "elokuuta, syyskuuta, lokakuuta, marraskuuta, joulukuuta",
    "pl": "stycznia styczeń, lutego luty, marca marzec, kwietnia kwiecień, maja maj, czerwca czerwiec, "
    "lipca lipiec, sierpnia sierpień, września wrzesień, października październik, "
    "listopada listopad, grudnia grudzień",
    "cs sk": "ledna leden januára, února únor februára, března březen marca, dubna duben apríla, "
    "května květen mája, června červen júna, července červenec júla, srpna srpen augusta, "
    "září septembra, října říjen októbra, listopadu listopad novembra, prosince prosinec decembra",
    "hr": "siječnja siječanj, veljače veljača, ožujka ožujak, travnja travanj, svibnja svibanj, "
    "lipnja lipanj, srpnja srpanj, kolovoza kolovoz, rujna rujan, listopada listopad, "
    "studenoga studenog studeni, prosinca prosinac",
    "ro": "ianuarie ian, februarie feb, martie mar, aprilie apr, mai, iunie iun, iulie iul, "
    "august aug, septembrie sept, octombrie oct, noiembrie nov, decembrie dec",
    "hu": "január, február, március, április, május, június, július, "
    "augusztus, szeptember, október, november, december",
    "tr": "ocak, şubat, mart, nisan, mayıs mayis, haziran, temmuz, ağustos, eylül, ekim, kasım kasim, aralık aralik",
    "ru": "января янв, февраля фев, марта мар, апреля апр, мая май, июня июн, июля июл, "
    "августа авг, сентября сен сент, октября окт, ноября ноя нояб, декабря дек",
    "uk": "січня, лютого, березня, квітня, травня, червня, липня, серпня, вересня, жовтня, листопада, грудня",
    "bg": "януари, февруари, март, април, май, юни, юли, август, септември, октомври, ноември, декември",
    "kk": "қаңтар, ақпан, наурыз, сәуір, мамыр, маусым, шілде, тамыз, қыркүйек, қазан, қараша, желтоқсан",
    "kk-Latn": "qańtar, aqpan, naýryz nauryz, sáýir sáuir, mamyr, maýsym mausym, shilde, "
    "tamyz, qyrkúıek qyrkúiek, qazan, qarasha, jeltoqsan",
    "el": "ιανουαρίου, φεβρουαρίου, μαρτίου, απριλίου, μαΐου, ιουνίου, ιουλίου, "
    "αυγούστου, σεπτεμβρίου, οκτωβρίου, νοεμβρίου, δεκεμβρίου",
}
WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue tues wed weds thu thur thurs fri sat sun",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "понедельник вторник среда четверг пятница суббота воскресенье",
)
# What stands beside day, month and year without saying more: 1st, 2 de mayo, 25 мая 2024 г.
FILLERS = ("st nd rd th er de del of", "г года р року ж жыл жылы")

_PIECE = re.compile(r"\d+|[^\W\d_]+")
_BETWEEN = re.compile(r"[\s.,]*")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class Date(msgspec.Struct, frozen=True):
    """A date in copy: *iso* is ISO 8601, ``--MM-DD`` without a year, None if it is no certain day."""

    iso: str | None = None


def read_date(text: str) -> Date | None:
    """The date that *text* is, and nothing but; a weekday is one, though no certain day."""
    if _ISO.fullmatch(text):
        return Date(_iso(int(text[:4]), int(text[5:7]), int(text[8:])))
    kinds: dict[str, str] = {}
    for piece in _PIECE.findall(text):
        kind = _kind(_folded(piece))
        if kind is None or (kind in kinds and kind != "filler"):
            return None
        kinds[kind] = _folded(piece)
    if not _BETWEEN.fullmatch(_PIECE.sub("", text)):
        return None
    if "day" not in kinds or "month" not in kinds:
        return Date() if kinds.keys() == {"weekday"} else None
    months = _NUMBERS[kinds["month"]]
    year = int(kinds["year"]) if "year" in kinds else None
    return Date(_iso(year, min(months), int(kinds["day"])) if len(months) == 1 else None)


def _kind(piece: str) -> str | None:
    """What part of a date a number or word is."""
    if piece.isdecimal():
        return {1: "day", 2: "day", 4: "year"}.get(len(piece))
    if piece in _NUMBERS:
        return "month"
    return "weekday" if piece in _WEEKDAYS else "filler" if piece in _FILLERS else None


def _iso(year: int | None, month: int, day: int) -> str | None:
    """ISO 8601, if there is such a day; without a year, in any year."""
    try:
        # 2000 was a leap year.
        found = datetime.date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return found.isoformat() if year is not None else f"--{found:%m-%d}"


def _folded(text: str) -> str:
    return text.casefold().replace("\u0307", "")


def _numbered() -> dict[str, set[int]]:
    numbers: dict[str, set[int]] = {}
    for names in MONTHS.values():
        for number, forms in enumerate(names.split(","), 1):
            for form in forms.split():
                numbers.setdefault(_folded(form), set()).add(number)
    return numbers


_NUMBERS = _numbered()
_WEEKDAYS = frozenset(_folded(" ".join(WEEKDAYS)).split())
_FILLERS = frozenset(" ".join(FILLERS).split())
