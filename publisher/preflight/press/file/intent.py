"""The output intent: what press the colours were made for (ISO 15930-7, 6.2.3), and how much ink that press takes."""

import functools
import io
import itertools
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
from PIL import Image, ImageCms

from publisher.errors import ConfigurationError
from publisher.preflight.press.content.objects import entry, items, name, number, text, unpacked
from publisher.preflight.press.faults import Fault
from publisher.profiles import check_profile

#: What is taken where no profile says how much ink its press takes, percent.
USUAL_LIMIT = 300.0
LARGEST_PROFILE = 16 << 20
_STEP = 15
_WAY_OUT = "name the printing condition and embed its profile, such as FOGRA39"


class Intent(NamedTuple):
    """The PDF/X output intents of a file: how many, the first one's condition and profile."""

    number: int
    condition: str = ""
    registry: str = ""
    has_profile: bool = False
    profile: bytes = b""
    components: int = 0


def read_intent(pdf: pikepdf.Pdf) -> Intent:
    """The output intent of a file."""
    found = [item for item in items(entry(pdf.Root, "/OutputIntents")) if name(entry(item, "/S")) == "/GTS_PDFX"]
    if not found:
        return Intent(0)
    stream: Any = entry(found[0], "/DestOutputProfile")
    return Intent(
        len(found),
        text(entry(found[0], "/OutputConditionIdentifier")),
        text(entry(found[0], "/RegistryName")),
        stream is not None,
        unpacked(stream, LARGEST_PROFILE) or b"",
        int(number(entry(stream, "/N"))),
    )


def check_intent(intent: Intent) -> Iterator[Fault]:
    """One intent, with a condition's name and a press's profile."""
    if intent.number != 1:
        what = f"it has {intent.number} output intents for PDF/X" if intent.number else "it has no output intent"
        yield Fault("press.intent", f"{what}: which press its colours are for isn't said", _WAY_OUT)
        return
    if not intent.condition:
        yield Fault("press.intent", "its output intent names no printing condition", _WAY_OUT)
    elif not intent.registry:
        yield Fault(
            "press.condition",
            f"its output intent names “{intent.condition}” without the registry that lists it",
            "name a registered condition, such as FOGRA39 of http://www.color.org",
        )
    if not intent.has_profile:
        yield Fault("press.intent", "its output intent has no profile", _WAY_OUT)
        return
    try:
        check_profile(intent.profile, "its output intent's profile")
    except ConfigurationError as error:
        yield Fault("press.intent", error.message, _WAY_OUT)
        return
    if intent.components != 4:
        message = f"its output intent's profile is said to have {intent.components} inks instead of 4 (/N)"
        yield Fault("press.intent", message, "write the output intent again")


@functools.lru_cache(maxsize=8)
def ink_limit(profile: bytes) -> float:
    """The most ink that a CMYK profile makes of any colour, percent, up to the next five; the usual without one."""
    steps = range(0, 256, _STEP)
    grid = bytes(itertools.chain(*((light, a, b) for light in steps for a in steps for b in steps)))
    try:
        check_profile(profile, "the profile")
        transform = ImageCms.buildTransform(
            ImageCms.createProfile("LAB", 5000),
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            "LAB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        made = transform.apply(Image.frombytes("LAB", (len(grid) // 3, 1), grid)).tobytes()
    except (ImageCms.PyCMSError, ConfigurationError, OSError):
        return USUAL_LIMIT
    most = max(sum(made[at : at + 4]) for at in range(0, len(made), 4))
    return min(400.0, math.ceil(most / 2.55 / 5) * 5.0)
