"""Files that are spoilt in what their pages draw: name → code, spoil."""

from pikepdf import Dictionary, Name

from tests.preflight.press import sound
from tests.preflight.press.sound import TRIM, called, changed, group
from tests.preflight.press.spoils import (
    Spoil,
    cell,
    gradient,
    icc,
    lab,
    palette,
    put,
    soft_mask,
    with_picture,
    with_resource,
)

TO_TRIM = f"0.1 0 0.05 0 k {TRIM[0]} {TRIM[1]} {sound.WIDTH} {sound.HEIGHT} re f"
SHORT = f"0.1 0 0.05 0 k {TRIM[0]} 0 400 {sound.MEDIA[3]} re f"
AREA = "60 280 140 20 re f"
LINE = "60 320 m 200 320 l S"
PLACED = "1 0 0 1 60 380 Tm {shown} Tj ET"


def text(colour: str, size: float = 10) -> Spoil:
    """The text in another colour and size."""
    return changed("text", f"BT /Body {size} Tf {colour} {PLACED}")


BROKEN: dict[str, tuple[str, Spoil]] = {
    "artwork to the cut": ("press.bleed", changed("background", TO_TRIM)),
    "artwork short on one side": ("press.bleed", changed("background", SHORT)),
    "RGB area": ("press.rgb", changed("tint", f"0.9 0.2 0.1 rg {AREA}")),
    "RGB line": ("press.rgb", changed("rule", f"0 0 1 RG 0.5 w {LINE}")),
    "RGB text": ("press.rgb", text("0 0 0 rg")),
    "Lab area": ("press.rgb", with_resource("/ColorSpace", "/Lab", lab, "tint", f"/Lab cs 50 20 20 scn {AREA}")),
    "ICC RGB area": ("press.rgb", with_resource("/ColorSpace", "/Own", icc, "tint", f"/Own cs 1 0 0 scn {AREA}")),
    "RGB picture": ("press.rgb", with_picture(300, lambda _: Name.DeviceRGB, 3)),
    "ICC RGB picture": ("press.rgb", with_picture(300, icc, 3)),
    "RGB palette": ("press.rgb", with_picture(300, palette, 1)),
    "RGB inline picture": (
        "press.rgb",
        changed("lineart", "q 1 0 0 1 150 160 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
    ),
    "RGB gradient": ("press.rgb", gradient(Name.DeviceRGB, [1, 1, 1], [1, 0, 0])),
    "RGB pattern": ("press.rgb", cell(b"1 0 0 rg 0 0 2 2 re f")),
    "RGB form": ("press.rgb", lambda pdf: called(pdf, "/XObject", "/Form").write(b"1 0 0 rg 0 0 40 40 re f")),
    "RGB soft mask": ("press.rgb", lambda pdf: soft_mask(pdf).write(b"1 1 0 rg 0 0 500 500 re f")),
    "RGB spot": ("press.rgb", lambda pdf: called(pdf, "/ColorSpace", "/Spot").__setitem__(2, Name.DeviceRGB)),
    "malformed gradient": ("pdf.gradient", gradient(Name.DeviceCMYK, [1, 1, 1], [1, 0, 0])),
    "RGB blending in a form": (
        "press.blend-space",
        put(lambda pdf: called(pdf, "/XObject", "/Form"), "/Group", lambda _: group(Name.DeviceRGB)),
    ),
    "few pixels": ("press.resolution", with_picture(100, lambda _: Name.DeviceCMYK, 4)),
    "not many pixels": ("press.resolution-low", with_picture(200, lambda _: Name.DeviceCMYK, 4)),
    "few dots": ("press.resolution", changed("lineart", "q 72 0 0 72 150 160 cm 0 0 0 1 k /LineArt Do Q")),
    "not many dots": ("press.resolution-low", changed("lineart", "q 48 0 0 48 150 160 cm 0 0 0 1 k /LineArt Do Q")),
    "too much ink": ("press.ink", changed("tint", f"1 0.9 0.9 0.9 k {AREA}")),
    "rich black text": ("press.text-black", text("0.6 0.4 0.4 1 k")),
    "rich black by scale": (
        "press.text-black",
        changed("text", "BT /Body 1 Tf 0.6 0.4 0.4 1 k 10 0 0 10 60 380 Tm {shown} Tj ET"),
    ),
    "grey of three inks": ("press.text-inks", text("0.5 0.4 0.4 0 k")),
    "small text in two inks": ("press.text-inks", text("0 0.9 0.7 0 k", 7)),
    "text in registration colour": ("press.registration", text("/All cs 1 scn")),
    "line in registration colour": ("press.registration", changed("rule", f"/All CS 1 SCN 0.5 w {LINE}")),
    "hairline": ("press.hairline", changed("rule", f"0 0 0 1 K 0.1 w {LINE}")),
    "thinnest line": ("press.hairline", changed("rule", f"0 0 0 1 K 0 w {LINE}")),
    "hairline by scale": (
        "press.hairline",
        changed("rule", "q 0.1 0 0 0.1 0 0 cm 0 0 0 1 K 1 w 600 3200 m 2000 3200 l S Q"),
    ),
    "hairline as an area": ("press.hairline", changed("rule", "0 0 0 1 k 60 320 140 0.1 re f")),
    "white overprints": ("press.overprint", changed("tint", f"/Over gs 0 0 0 0 k {AREA}")),
    "no spot ink overprints": (
        "press.overprint",
        changed("spot", "/Over gs /Spot cs 0 scn 60 250 140 20 re f /Normal gs"),
    ),
    "a tone curve": (
        "press.transfer",
        with_resource(
            "/ExtGState",
            "/Curve",
            lambda _: Dictionary(TR=sound.ramp([0], [1])),
            "tint",
            f"/Curve gs 0 0 0 0.3 k {AREA}",
        ),
    ),
}
