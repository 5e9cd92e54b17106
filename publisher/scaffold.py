"""The beginnings: a new issue's settings, the next one after the last, a theme of one's own."""

import datetime
import re
import shutil
from pathlib import Path

from publisher.errors import ConfigurationError, OutputError
from publisher.settings import FILE, read_settings
from publisher.theme.loading import styles_folder, theme_names

_NEW = """# What stands on the bulletin. Every key is explained in docs/reference.md.

title = "The Bulletin"
number = 1
date = {date}
language = "en-US"
publisher = "the Press Office"
contact = ""
rights = ""
keywords = []

# What you say of one text goes before what its copy says:
# [source."FILE.txt"]
# headline = ""
# kicker = ""
# standfirst = ""
"""


def start_issue(folder: Path, last: Path | None) -> Path:
    """The new ``bulletin.toml`` in *folder*; after *last*, with its settings, number and date moved on."""
    target = folder / FILE
    if target.exists():
        raise OutputError(f"{target}: is there already", "name another folder, or edit that file")
    today = datetime.datetime.now(tz=datetime.UTC).astimezone().date()
    text = _following(last, today) if last else _NEW.format(date=today.isoformat())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    except OSError as error:
        raise OutputError(f"{target}: can't be written: {error.strerror}", "check your rights") from None
    return target


def _following(last: Path, today: datetime.date) -> str:
    """The last issue's settings without what it said of its texts."""
    try:
        text = (last / FILE).read_text("utf-8")
    except OSError as error:
        raise ConfigurationError(
            f"{last / FILE}: can't be read: {error.strerror}", "name the last issue's folder after --from"
        ) from None
    settings = read_settings(text, str(last / FILE))
    tables = re.split(r"(?m)^(?=\s*\[)", text)
    kept = [table for table in tables if not re.match(r"\s*\[\[?\s*(source|accept|section)\b", table)]
    text = re.sub(r"(?m)^sources\s*=\s*\[[^\]]*\]\n?", "", "".join(kept))
    if isinstance(settings.number, int):
        text = re.sub(r"(?m)^number\s*=.*$", f"number = {settings.number + 1}", text, count=1)
    return re.sub(r"(?m)^date\s*=.*$", f"date = {today.isoformat()}", text, count=1)


def copy_theme(name: str, new: str) -> Path:
    """The folder *new*, a copy of the theme *name* to be changed."""
    if name not in theme_names():
        raise ConfigurationError(f"there is no theme “{name}”", f"the themes are: {', '.join(theme_names())}")
    target = Path(new)
    if target.exists():
        raise OutputError(f"{target}: is there already", "take another name")
    try:
        shutil.copytree(styles_folder() / name, target, copy_function=shutil.copyfile)
    except OSError as error:
        raise OutputError(f"{target}: can't be written: {error.strerror}", "check your rights") from None
    return target
