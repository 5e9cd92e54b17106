"""Who sends at the tests' desk, to whom, and what it has in writing afterwards."""

import csv
import io
import stat
from pathlib import Path

FROM = ["--from", "Press Office <press@example.org>"]
READERS = ("ilse@example.org", "otto@example.org", "rosa@example.org")


def listed(tmp_path: Path, *addresses: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("\n".join(("address", *(addresses or READERS))), "utf-8")
    return path


def report(tmp_path: Path) -> dict[str, tuple[str, str]]:
    """Address → (outcome, code), from the report."""
    (path,) = (tmp_path / "state" / "publisher" / "mail").glob("*.csv")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    rows = csv.DictReader(io.StringIO(path.read_text("utf-8-sig")))
    return {row["address"]: (row["outcome"], row["code"]) for row in rows}
