"""The store of pictures: names by content, cleaned once, refused with a way out."""

import hashlib

import pytest

from publisher.media import Media
from publisher.report import Report, Where
from tests import pictures

WHERE = Where("a.md", 3, 1)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_a_picture_is_known_by_the_hash_of_its_cleaned_bytes() -> None:
    media, report = Media(), Report()
    name = media.add(pictures.jpeg(exif=pictures.camera()), "a.jpg", report, WHERE)
    assert name is not None
    assert hashlib.sha256(media[name].data).hexdigest() == name
    assert media[name].data == pictures.jpeg()
    assert (media[name].media_type, media[name].suffix) == ("image/jpeg", ".jpg")
    assert (media[name].width, media[name].height) == (40, 30)
    assert codes(report) == ["media.cleaned"]
    assert report.findings[0].where == WHERE
    assert "a.jpg" in report.findings[0].message
    assert "camera data" in report.findings[0].message


def test_a_clean_picture_is_passed_on_byte_for_byte_and_without_a_word() -> None:
    media, report = Media(), Report()
    for data in (pictures.jpeg(), pictures.png(), pictures.jpeg(progressive=True)):
        name = media.add(data, "a", report, WHERE)
        assert name == hashlib.sha256(data).hexdigest()
        assert media[name].data == data
    assert report.findings == []


def test_the_same_bytes_are_told_of_once_and_what_was_cleaned_is_not_cleaned_again() -> None:
    media, report = Media(), Report()
    data = pictures.jpeg(exif=pictures.camera())
    name = media.add(data, "a.jpg", report, WHERE)
    assert name is not None
    assert media.add(data, "again.jpg", report, WHERE) == name
    assert media.add(media[name].data, "cleaned.jpg", report, WHERE) == name
    assert len(report.findings) == 1
    assert list(media) == [name]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture at all",
        pictures.saved(pictures.drawn(), "GIF"),
        pictures.jpeg()[:-200],
        pictures.png()[:-20],
        pictures.svg()[:-3],
        b"RIFF\0\0\0\0WAVEfmt ",
    ],
    ids=["empty", "text", "gif", "cut jpeg", "cut png", "cut svg", "sound"],
)
def test_what_is_no_picture_or_a_broken_one_is_an_error_with_a_way_out(data: bytes) -> None:
    media, report = Media(), Report()
    assert media.add(data, "x.png", report, WHERE) is None
    assert [(f.code, f.severity, bool(f.hint)) for f in report.findings] == [("media.unreadable", "error", True)]
    assert "x.png" in report.findings[0].message
    assert len(media) == 0


def test_the_kind_goes_by_the_bytes_not_by_the_name() -> None:
    media = Media()
    name = media.add(pictures.png(), "photo.jpg", Report(), WHERE)
    assert name is not None
    assert media[name].media_type == "image/png"


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_of_several_pictures_the_first_is_taken_with_a_warning(kind: str) -> None:
    media, report = Media(), Report()
    second = pictures.drawn().rotate(90)
    data = pictures.saved(pictures.drawn(), kind, save_all=True, append_images=[second])
    name = media.add(data, "moving", report, WHERE)
    assert name is not None
    assert "media.animated" in codes(report)
    shown = pictures.opened(media[name].data).convert("RGB")
    blue = shown.getpixel((2, 2))
    assert isinstance(blue, tuple)
    assert blue[2] > blue[0]


def test_stores_are_merged() -> None:
    one, other = Media(), Media()
    first = one.add(pictures.png(), "a", Report(), WHERE)
    second = other.add(pictures.jpeg(), "b", Report(), WHERE)
    one.merge(other)
    assert set(one) == {first, second}
    assert second in one
    assert first not in other
    report = Report()
    assert one.add(pictures.jpeg(), "c", report, WHERE) == second
