"""Zip archives: their bytes depend on nothing but their contents."""

import io
import zipfile

from publisher.archive import zip_bytes


def test_entries_keep_order_date_and_compression() -> None:
    data = zip_bytes([("mimetype", b"x"), ("b", b"y" * 99), ("a", b"z")], stored=frozenset({"mimetype"}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [entry.filename for entry in archive.infolist()] == ["mimetype", "b", "a"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        assert archive.getinfo("b").compress_type == zipfile.ZIP_DEFLATED
        assert archive.read("b") == b"y" * 99
