"""The output intent: which press the inks are meant for (ISO 15930-7, 6.2; ISO 32000-1, 14.11.5)."""

import re

import pikepdf

from publisher.profiles import condition_of
from publisher.report import Report, Where
from publisher.theme.files import Press

#: Who keeps the names of printing conditions.
REGISTRY = "http://www.color.org"
#: Names as the registry has them.
_REGISTERED = re.compile(
    r"FOGRA\d\dL?|CGATS TR 00[1-6]|CGATS21-2-CRPC[1-7]|JC2001\d\d|JC[NW]20\d\d"
    r"|(?:WAN-)?IFRA(?:newspaper)?\d\d(?:v\d)?|EUROSB\d+|EUSC\d+"
)
#: What stands behind a name, for the people at the press.
DESCRIPTIONS = {
    "FOGRA39": "Offset on coated paper, 115 g/m2, tone value increase A (CMY) and B (K), ISO 12647-2:2004/Amd 1:2007",
    "FOGRA47": "Offset on uncoated white paper, 115 g/m2, ISO 12647-2:2004/Amd 1:2007",
    "FOGRA51": "Offset on premium coated paper, ISO 12647-2:2013, print substrate 1",
    "FOGRA52": "Offset on wood-free uncoated paper, ISO 12647-2:2013, print substrate 5",
}


def set_intent(pdf: pikepdf.Pdf, press: Press, profile: bytes, description: str) -> None:
    """Writes the one output intent, with the profile embedded."""
    stream = pdf.make_stream(profile)
    stream.N, stream.Alternate = 4, pikepdf.Name.DeviceCMYK
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier=pikepdf.String(press.condition),
        OutputCondition=pikepdf.String(DESCRIPTIONS.get(press.condition, description)),
        Info=pikepdf.String(description),
        DestOutputProfile=stream,
    )
    if is_registered(press.condition):
        intent.RegistryName = pikepdf.String(REGISTRY)
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])


def is_registered(condition: str) -> bool:
    """Whether a printing condition's name is one of the registry's."""
    return _REGISTERED.fullmatch(condition) is not None


def check_condition(press: Press, profile: bytes, report: Report) -> None:
    """Findings where the condition's name isn't registered, or isn't that of the profile."""
    where, made_for = Where(file="bulletin.toml"), condition_of(profile)
    if not is_registered(press.condition):
        report.add(
            "print.condition",
            f"“{press.condition}” isn't a name of the registry at color.org; the print PDF relies on its profile alone",
            where,
            "say condition under [print] as the print shop writes it, such as FOGRA51",
        )
    elif made_for is not None and made_for != press.condition:
        report.add(
            "print.condition",
            f"the press profile was made for {made_for}, but [print] says {press.condition}",
            where,
            "ask the print shop which of them is right",
        )
