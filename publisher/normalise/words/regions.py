"""Regions that datelines name beside a town: states, provinces and countries, by name and abbreviation."""

from functools import lru_cache

STATES = (
    "Alabama Ala. AL | Alaska AK | Arizona Ariz. AZ | Arkansas Ark. AR | California Calif. Cal. CA | Colorado Colo. "
    "CO | "
    "Connecticut Conn. CT | Delaware Del. DE | Florida Fla. FL | Georgia Ga. GA | Hawaii HI | Idaho ID | Illinois "
    "Ill. IL | "
    "Indiana Ind. IN | Iowa IA | Kansas Kan. KS | Kentucky Ky. KY | Louisiana La. LA | Maine ME | Maryland Md. MD | "
    "Massachusetts Mass. MA | Michigan Mich. MI | Minnesota Minn. MN | Mississippi Miss. MS | Missouri Mo. MO | "
    "Montana Mont. MT | Nebraska Neb. NE | Nevada Nev. NV | New_Hampshire N.H. NH | New_Jersey N.J. NJ | New_Mexico "
    "N.M. NM | "
    "New_York N.Y. NY | North_Carolina N.C. NC | North_Dakota N.D. ND | Ohio OH | Oklahoma Okla. OK | Oregon Ore. OR | "
    "Pennsylvania Pa. PA | Rhode_Island R.I. RI | South_Carolina S.C. SC | South_Dakota S.D. SD | Tennessee Tenn. TN | "
    "Texas Tex. TX | Utah UT | Vermont Vt. VT | Virginia Va. VA | Washington Wash. WA | West_Virginia W.Va. WV | "
    "Wisconsin Wis. WI | Wyoming Wyo. WY | D.C. DC | Puerto_Rico PR | Guam GU | U.S. US USA U.S.A. | "
    "U.S._Virgin_Islands"
)
PROVINCES = (
    "Ontario Ont. ON | Quebec Québec Que. Qué. QC PQ | British_Columbia B.C. BC | Alberta Alta. AB | Manitoba Man. "
    "MB | "
    "Saskatchewan Sask. SK | Nova_Scotia N.S. NS | New_Brunswick N.B. NB | Newfoundland Nfld. N.L. NL | Labrador | "
    "Prince_Edward_Island P.E.I. PE | Yukon YT | Nunavut NU | Northwest_Territories N.W.T. NT | "
    "New_South_Wales NSW N.S.W. | Victoria Vic. VIC | Queensland Qld QLD | South_Australia SA | Western_Australia WA | "
    "Tasmania Tas. TAS | Northern_Territory NT | ACT | England | Scotland | Wales | Northern_Ireland | U.K. UK | "
    "Bavaria Bayern | Saxony Sachsen | Hesse Hessen | Punjab | Kashmir | Assam | Kerala | Bihar | Sindh | Gujarat | "
    "Maharashtra | Rajasthan | Uttar_Pradesh | Madhya_Pradesh | Tamil_Nadu | Karnataka | West_Bengal | Odisha | "
    "Sarawak | Sabah | "
    "Johor | Perak | Selangor | Catalonia Cataluña | Andalusia Andalucía | Sicily Sicilia | Sardinia Sardegna | "
    "Tibet | "
    "Crimea | Chechnya | Kosovo | West_Bank | Gaza_Strip | Gaza | Golan_Heights | Okinawa | Hokkaido | Sumatra | "
    "Bali | Java"
)
COUNTRIES = (
    "Afghanistan | Albania | Algeria | Andorra | Angola | Argentina | Armenia | Australia | Austria | Azerbaijan | "
    "Bahamas | "
    "Bahrain | Bangladesh | Barbados | Belarus | Belgium | Belize | Benin | Bhutan | Bolivia | Bosnia | "
    "Bosnia-Herzegovina | "
    "Bosnia_and_Herzegovina | Botswana | Brazil | Brunei | Bulgaria | Burkina_Faso | Burma | Burundi | Cambodia | "
    "Cameroon | "
    "Canada | Cape_Verde | Central_African_Republic | Chad | Chile | China | Colombia | Comoros | Congo | "
    "Costa_Rica | Croatia | "
    "Cuba | Cyprus | Czech_Republic | Czechia | Denmark | Djibouti | Dominica | Dominican_Republic | East_Timor | "
    "Ecuador | "
    "Egypt | El_Salvador | Equatorial_Guinea | Eritrea | Estonia | Eswatini | Ethiopia | Fiji | Finland | France | "
    "Gabon | Gambia | "
    "Georgia | Germany | Ghana | Greece | Greenland | Grenada | Guatemala | Guinea | Guinea-Bissau | Guyana | Haiti "
    "| Honduras | "
    "Hong_Kong | Hungary | Iceland | India | Indonesia | Iran | Iraq | Ireland | Israel | Italy | Ivory_Coast | "
    "Jamaica | Japan | "
    "Jordan | Kazakhstan | Kenya | Kiribati | Kuwait | Kyrgyzstan | Laos | Latvia | Lebanon | Lesotho | Liberia | "
    "Libya | "
    "Liechtenstein | Lithuania | Luxembourg | Macau | Macedonia | North_Macedonia | Madagascar | Malawi | Malaysia |"
    " Maldives | "
    "Mali | Malta | Mauritania | Mauritius | Mexico | Micronesia | Moldova | Monaco | Mongolia | Montenegro | "
    "Morocco | "
    "Mozambique | Myanmar | Namibia | Nauru | Nepal | Netherlands | the_Netherlands | New_Zealand | Nicaragua | "
    "Niger | Nigeria | "
    "North_Korea | Norway | Oman | Pakistan | Palau | Panama | Papua_New_Guinea | Paraguay | Peru | Philippines | "
    "Poland | "
    "Portugal | Qatar | Romania | Russia | Rwanda | Samoa | San_Marino | Saudi_Arabia | Senegal | Serbia | "
    "Seychelles | "
    "Sierra_Leone | Singapore | Slovakia | Slovenia | Solomon_Islands | Somalia | South_Africa | South_Korea | "
    "Korea | South_Sudan | "
    "Spain | Sri_Lanka | Sudan | Suriname | Swaziland | Sweden | Switzerland | Syria | Taiwan | Tajikistan | "
    "Tanzania | Thailand | "
    "Togo | Tonga | Trinidad | Trinidad_and_Tobago | Tunisia | Turkey | Türkiye | Turkmenistan | Tuvalu | Uganda | "
    "Ukraine | "
    "United_Arab_Emirates UAE U.A.E. | United_Kingdom | Great_Britain | United_States | Uruguay | Uzbekistan | "
    "Vanuatu | Vatican | Venezuela | Vietnam | "
    "Yemen | Yugoslavia | Zaire | Zambia | Zimbabwe | Soviet_Union USSR | Czechoslovakia | West_Germany | East_Germany"
)
_NAMES = frozenset(
    name.replace("_", " ").casefold()
    for table in (STATES, PROVINCES, COUNTRIES)
    for row in table.split("|")
    for name in row.split()
)


def is_region(name: str, language: str | None = None) -> bool:
    """Whether *name* is a state, province or country, in English or in *language* (BCP 47)."""
    folded = name.strip(" ,").casefold()
    return folded in _NAMES or folded.rstrip(".") in _NAMES or (bool(language) and folded in _countries(language or ""))


@lru_cache(maxsize=16)
def _countries(language: str) -> frozenset[str]:
    """The names of countries in *language*, as Unicode's locale data have them."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(name.casefold() for name in locale.territories.values())
