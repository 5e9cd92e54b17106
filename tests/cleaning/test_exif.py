"""Camera data: orientation and position, nothing else."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.cleaning.exif import CameraData, read_camera_data
from tests import pictures


@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_read(orientation: int) -> None:
    data = pictures.camera(orientation).tobytes().removeprefix(b"Exif\0\0")
    assert read_camera_data(data) == CameraData(orientation)


def test_position_is_noticed() -> None:
    data = pictures.camera(with_position=True).tobytes().removeprefix(b"Exif\0\0")
    assert read_camera_data(data).has_position


def test_both_byte_orders_are_read() -> None:
    for order, mark in (("<", b"II*\0"), (">", b"MM\0*")):
        entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, 6, 0)
        data = mark + struct.pack(f"{order}IH", 8, 1) + entry + struct.pack(f"{order}I", 0)
        assert read_camera_data(data) == CameraData(6)


@given(st.binary(max_size=60), st.sampled_from([b"", b"II*\0", b"MM\0*"]))
def test_noise_is_an_upright_picture(noise: bytes, mark: bytes) -> None:
    assert 1 <= read_camera_data(mark + noise).orientation <= 8
