"""TOML into settings: every fault told at once, with file, line, key and way out."""

import pytest

from publisher.configuration import key_lines
from publisher.errors import ConfigurationError, ExitCode
from publisher.settings import read_settings


def fault(text: str) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as caught:
        read_settings(text, "bulletin.toml")
    return caught.value


def test_all_wrong_keys_are_told_at_once_with_their_lines() -> None:
    error = fault('titel = "x"\nnumber = 3\n\n[source."a.txt"]\nkickr = "y"\n\n[[accept]]\ncode = "x"\nresaon = "z"\n')
    assert error.code is ExitCode.CONFIGURATION
    assert error.message.splitlines() == [
        "bulletin.toml:1: unknown key “titel”",
        "bulletin.toml:5: unknown key “source.a.txt.kickr”",
        "bulletin.toml:9: unknown key “accept.resaon”",
    ]
    assert error.hint is not None
    assert "“title”" in error.hint
    assert "“kicker”" in error.hint
    assert "“reason”" in error.hint


def test_a_wrong_value_names_its_line_and_key() -> None:
    error = fault('title = "x"\n\n[source."a.txt"]\nurgency = 12\n')
    assert error.message.startswith("bulletin.toml:4: “source.")
    assert "<= 9" in error.message


def test_broken_toml_names_line_and_column() -> None:
    assert fault('title = "x"\nnumber = \n').message.startswith("bulletin.toml:2:10: not valid TOML")


def test_an_unfinished_file_names_its_last_line() -> None:
    assert fault('title = "x').message.startswith("bulletin.toml:1:")


def test_lines_of_text_that_look_like_keys_are_none() -> None:
    text = 'rights = """\ntitle = 1\n[print]\n"""\nnumber = 4\n'
    assert key_lines(text) == {("rights",): 1, ("number",): 5}


def test_array_tables_are_numbered() -> None:
    text = '[[accept]]\ncode = "a"\n[[accept]]\ncode = "b"\n'
    assert key_lines(text)["accept", 1, "code"] == 4


def test_settings_that_fit_are_read() -> None:
    settings = read_settings('number = 47\ndate = 2026-11-24\n[source."a b.txt"]\nby = ["A", "B"]\n')
    assert settings.number == 47
    assert str(settings.date) == "2026-11-24"
    assert settings.source["a b.txt"].by == ("A", "B")
