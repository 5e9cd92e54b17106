"""Addresses: those of all scripts are taken, and nothing gets into a header beside them."""

from pathlib import Path

import pytest

from publisher.errors import MailError, SourceError
from publisher.message.addresses import Recipient, clean_header, read_addresses, read_recipients


def recipients(tmp_path: Path, text: str) -> tuple[Recipient, ...]:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode())
    return read_recipients(path)


def test_names_and_addresses_of_all_scripts_are_read() -> None:
    assert read_addresses('"Muster, Otto" <o@example.org>, Ада <ada@пример.рф>, plain@example.org', "--to") == (
        Recipient("o@example.org", "Muster, Otto"),
        Recipient("ada@xn--e1afmkfd.xn--p1ai", "Ада"),
        Recipient("plain@example.org"),
    )


@pytest.mark.parametrize("given", ["nobody", "a@", "@example.org", "a b@example.org", "a..b@example.org", "a@exa mple"])
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(MailError) as error:
        read_addresses(given, "--to")
    assert "--to" in error.value.message


@pytest.mark.parametrize("mark", ["\n", "\r", "\r\n", "\0", "\x0b", "\u2028", "\x85"])
def test_line_breaks_are_refused_everywhere(mark: str, tmp_path: Path) -> None:
    hostile = f"Reader{mark}Bcc: all@example.org"
    with pytest.raises(MailError):
        clean_header(hostile, "the subject")
    with pytest.raises(MailError):
        read_addresses(f'"{hostile}" <a@example.org>', "--to")
    with pytest.raises(MailError, match=r"list\.csv"):
        recipients(tmp_path, f'address,name\na@example.org,"{hostile}"\n')


def test_a_list_may_name_its_columns_in_any_order_and_part_them_by_semicolons(tmp_path: Path) -> None:
    rows = ("Name;E-mail;Language;Phone", "Ilse;ilse@example.org;de;1", "", "Отто;otto@example.org;;")
    text = "\n".join(("\ufeff" + rows[0], *rows[1:], "Ilse;ILSE@example.org;de;"))
    assert recipients(tmp_path, text) == (
        Recipient("ilse@example.org", "Ilse", "de"),
        Recipient("otto@example.org", "Отто"),
    )


def test_an_address_that_is_none_has_a_fault_and_the_others_stay(tmp_path: Path) -> None:
    found = recipients(tmp_path, "address\ngood@example.org\nbad\n")
    assert [(who.address, who.fault is None) for who in found] == [("good@example.org", True), ("bad", False)]


@pytest.mark.parametrize("text", ["", "name,language\nIlse,de\n"])
def test_a_list_without_addresses_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no column “address”"):
        recipients(tmp_path, text)


def test_a_list_that_is_not_there_or_no_utf8_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read_recipients(tmp_path / "gone.csv")
    (tmp_path / "old.csv").write_bytes("address,name\na@example.org,Käthe\n".encode("cp1252"))
    with pytest.raises(SourceError, match="UTF-8"):
        read_recipients(tmp_path / "old.csv")
