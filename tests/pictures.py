"""Pictures made for the tests, as bytes."""

import io

from PIL import Image

RED, BLUE = (200, 30, 30), (20, 60, 180)
ORIENTATION, MAKER, POSITION = 0x0112, 0x010F, 0x8825


def drawn(width: int = 40, height: int = 30, mode: str = "RGB") -> Image.Image:
    """A red picture whose upper left quarter is blue, so that one sees which way up it is."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (0, 0, width // 2, height // 2))
    return picture.convert(mode)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of this kind."""
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def camera(orientation: int = 1, with_position: bool = False) -> Image.Exif:
    """What a camera writes: its maker, which way it was held, perhaps where it was."""
    exif = Image.Exif()
    exif[MAKER] = "Camera"
    exif[ORIENTATION] = orientation
    if with_position:
        exif.get_ifd(POSITION)[1] = "N"
    return exif


def jpeg(**options: object) -> bytes:
    """A JPEG."""
    return saved(drawn(), "JPEG", **options)


def png(**options: object) -> bytes:
    """A PNG."""
    return saved(drawn(), "PNG", **options)


def svg(inner: str = "<rect width='3' height='2'/>", attributes: str = "width='30' height='20'") -> bytes:
    """A drawing."""
    spaces = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
    return f"<svg {spaces} {attributes}>{inner}</svg>".encode()


def opened(data: bytes) -> Image.Image:
    """The picture in *data*, decoded."""
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        return picture
