"""The manifest names what a build stands on and how it was proved; its checksums are read by sha256sum."""

import hashlib
import re

import msgspec

from publisher.formats import Format
from publisher.manifest import checksums
from publisher.provenance import checks, libraries, theme_digest
from publisher.theme.loading import load_theme


def test_each_format_is_told_its_checks_run_and_not_run() -> None:
    told = {entry.name: entry for entry in checks([Format.EPUB, Format.PRINT])}
    assert told["form"].formats == ("print", "epub")
    assert told["form"].run
    assert told["fidelity"].run
    assert [told[name].run for name in ("EPUBCheck", "Ace", "total ink")] == [False] * 3
    assert told["EPUBCheck"].formats == ("epub",)
    assert all(entry.run or entry.reason for entry in told.values())
    assert "veraPDF" not in told
    assert {entry.name for entry in checks([Format.DOCX])} == {"form", "fidelity", "parity"}


def test_libraries_are_named_with_their_versions_pango_where_pages_were_laid_out() -> None:
    without, all_ = ({used.name: used.version for used in libraries(has_pages)} for has_pages in (False, True))
    assert "weasyprint" not in without
    assert {"lxml", "python-docx"} <= set(without) < set(all_)
    assert all_["weasyprint"] == "70.0"
    assert re.fullmatch(r"1\.\d+\.\d+", all_["pango"])


def test_another_token_or_font_is_another_theme() -> None:
    theme = load_theme("gazette")
    page = msgspec.structs.replace(theme.page, baseline=13.0)
    key, family = next(iter(theme.family.items()))
    swapped = msgspec.structs.replace(family, italic=family.regular)
    others = [
        msgspec.structs.replace(theme, page=page),
        msgspec.structs.replace(theme, family={**theme.family, key: swapped}),
    ]
    assert len({theme_digest(each) for each in (theme, *others)}) == 3
    assert theme_digest(theme) == theme_digest(load_theme("gazette"))


def test_checksums_are_lines_of_hash_and_name() -> None:
    data = "мост".encode()
    assert checksums({"мост-7.pdf": data}).decode() == f"{hashlib.sha256(data).hexdigest()}  мост-7.pdf\n"
