"""Pictures in inks: black ones by black alone, flat ones colour by colour, photographs through the profile."""

import functools
import re
from typing import NamedTuple

import pikepdf
from PIL import Image, ImageChops

from publisher.report import Finding, Report, Where, finding
from publisher.writers.pictures import Resolution, Taken, in_order, pictures_in, read, resized, take
from publisher.writers.placement import Placements
from publisher.writers.press.embedded import Embedded
from publisher.writers.press.inks import Inks
from publisher.writers.press.limits import held, most_ink
from publisher.writers.press.profile import as_srgb
from publisher.writers.press.spaces import GREY, Space
from publisher.writers.samples import Samples, in_full, in_jpeg, put

PRESS = Resolution(450, 300)
QUALITY = 92
#: RGB channels of a black-and-white photograph may differ by this much: JPEG rounds.
NEUTRAL = 2
#: A picture with no more colours than this is a drawing: each of its colours is converted as a page's would be.
FLAT = 256
#: Percent of ink that rounding to 255 steps may add.
SLACK = 1.0
_BLACK_AND_WHITE = frozenset({0, 255, (0, 0, 0), (255, 255, 255)})


class _Made(NamedTuple):
    """What became of a picture: new dots (or its own JPEG, made *bare*), new opacity, and what was found.

    *opaque* tells that its opacity hides nothing.
    """

    samples: Samples | None
    bare: bytes = b""
    alpha: Samples | None = None
    opaque: bool = False
    findings: tuple[Finding, ...] = ()


def convert_pictures(pdf: pikepdf.Pdf, inks: Inks, placements: Placements, embedded: Embedded, report: Report) -> None:
    """Puts every picture into inks where it stands, resampled where it has more dots than the press can show."""
    pictures = pictures_in(pdf)
    taken = (take(picture, placements.pictures.get(picture.objgen), PRESS) for picture in pictures)
    work = functools.partial(_made, inks=inks, embedded=embedded)
    for picture, made in zip(pictures, in_order(work, taken), strict=True):
        report.extend(made.findings)
        _replace(picture, made)


def _replace(picture: pikepdf.Stream, made: _Made) -> None:
    if made.samples is not None:
        put(picture, made.samples)
    else:
        decode = picture.get("/Decode")
        picture.write(made.bare, filter=pikepdf.Name.DCTDecode)
        if decode is not None:
            picture.Decode = decode
    if made.opaque:
        del picture["/SMask"]
    elif made.alpha:
        put(picture.SMask, made.alpha)
    for part in (picture, picture.get("/SMask")):
        if part is not None and "/Interpolate" in part:
            del part["/Interpolate"]


def _made(taken: Taken, inks: Inks, embedded: Embedded) -> _Made:
    """The work on one picture; it touches nothing but what it is given."""
    opaque = taken.alpha is not None and taken.alpha.getextrema() == (255, 255)
    image = read(taken)
    source = embedded.profile(image)
    if drawing := _as_drawing(image, source, inks) if taken.jpeg is None else None:
        return _Made(drawing, opaque=opaque)
    sized, alpha = resized(image, None if opaque else taken.alpha, taken.size)
    inked, findings = _inked(sized, source, taken.page, inks)
    new_alpha = in_full(alpha) if alpha else None
    if taken.jpeg is None:
        return _Made(in_full(inked), b"", new_alpha, opaque, findings)
    if inked is image and image.mode == "CMYK":
        return _Made(None, _bare(taken.jpeg), findings=findings)
    return _Made(in_jpeg(inked, QUALITY), b"", new_alpha, opaque, findings)


def _as_drawing(image: Image.Image, source: bytes | None, inks: Inks) -> Samples | None:
    """A picture of few colours in inks, every dot of it; None for one of many colours."""
    if image.mode == "1":
        return in_full(image)
    colours = image.getcolors(FLAT) if image.mode in ("L", "RGB") else None
    if not colours:
        return None
    if {colour for _, colour in colours} <= _BLACK_AND_WHITE:
        return in_full(image.convert("1", dither=Image.Dither.NONE))
    return _numbered(image, len(colours), source, inks) if image.mode == "RGB" else None


def _numbered(image: Image.Image, number: int, source: bytes | None, inks: Inks) -> Samples | None:
    """A drawing with a palette of inks; None where its colours can't be numbered without loss."""
    numbered = image.quantize(number, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    if ImageChops.difference(numbered.convert("RGB"), image).getbbox() is not None:
        return None
    channels = [value / 255 for value in (numbered.getpalette("RGB") or [])[: 3 * number]]
    space = Space("rgb", source)
    colours = [inks.inks(space, tuple(channels[at : at + 3])) for at in range(0, len(channels), 3)]
    return in_full(numbered, bytes(round(ink * 255) for colour in colours for ink in colour))


def _inked(
    image: Image.Image, source: bytes | None, page: int | None, inks: Inks
) -> tuple[Image.Image, tuple[Finding, ...]]:
    """The picture in mode L (black ink alone, 0 is all of it) or CMYK, and what there is to say of it."""
    if image.mode in ("1", "L") or (image.mode == "RGB" and _is_neutral(image)):
        grey = image.convert("L")
        return (as_srgb(grey, source) if source else grey).point(_black_alone(inks)), ()
    found: tuple[Finding, ...] = ()
    if image.mode == "CMYK":
        image, found = _for_this_press(image, source, page, inks)
    else:
        image = inks.profile.picture(image, source)
        if not inks.profile.exceeds:
            return image, ()
    most, limit = most_ink(image), inks.profile.limit
    if most <= limit + SLACK:
        return image, found
    told = finding(
        "print.picture-ink",
        f"a picture had up to {most:.0f} % of ink; it was held to {limit:g} %",
        Where(page=page),
    )
    return held(image, limit), (*found, told)


def _is_neutral(image: Image.Image) -> bool:
    """Whether the channels of an RGB picture hardly differ."""
    red, green, blue = image.split()
    return all(not any(ImageChops.difference(green, other).histogram()[NEUTRAL + 1 :]) for other in (red, blue))


def _black_alone(inks: Inks) -> list[int]:
    """For each grey of a picture, the grey that black ink prints it with."""
    return [255 - round(inks.inks(GREY, (grey / 255,))[3] * 255) for grey in range(256)]


def _for_this_press(
    image: Image.Image, source: bytes | None, page: int | None, inks: Inks
) -> tuple[Image.Image, tuple[Finding, ...]]:
    """A CMYK picture in the inks of this press: converted if its profile tells of another."""
    where = Where(page=page)
    if source is None:
        told = finding(
            "print.picture-untagged",
            "a CMYK picture doesn't say which press it was made for; its inks are printed as they are",
            where,
            "save the picture with its profile",
        )
        return image, (told,)
    converted = inks.profile.other_press(image, source)
    if converted is None:
        return image, ()
    told = finding(
        "print.picture-press",
        f"a CMYK picture was made for another press; it was converted for “{inks.profile.description}”",
        where,
        "keep pictures in RGB, or separate them for this press",
    )
    return converted, (told,)


def _bare(jpeg: bytes) -> bytes:
    """A JPEG without what cameras and programs tell of themselves; only what decoding needs stays."""
    parts, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        length = 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        # APP0 is JFIF's, APP14 Adobe's: both say what the colours mean.
        if not re.match(rb"\xff[\xe1-\xed\xef\xfe]", jpeg[at : at + 2]):
            parts.append(jpeg[at : at + length])
        at += length
    return b"".join((*parts, jpeg[at:]))
