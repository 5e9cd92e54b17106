"""Servers that refuse, mistrusted ones, and ones that are not there: each fault in words with a way out."""

from pathlib import Path

import pytest

from publisher.cli import run
from publisher.message import server
from publisher.message.credentials import PASSWORD as PASSWORD_VARIABLE
from publisher.message.credentials import USER as USER_VARIABLE
from publisher.message.credentials import Login
from tests.message.desk import FROM, READERS, listed, report
from tests.message.servers import PASSWORD, USER, Authority, Box, authority, free_port, serving


def test_a_message_that_is_too_large_is_told_with_the_servers_limit(
    finished: Path, trusted: Authority, capsys: pytest.CaptureFixture[str]
) -> None:
    box = Box()
    with serving(box, trusted, data_size_limit=5000) as place:
        assert run(["mail", str(finished), *FROM, "--to", READERS[0], "--smtp", place]) == 9
    assert "the server takes 5 kB at most" in capsys.readouterr().err
    assert box.received == []


def test_a_text_that_is_refused_is_told(finished: Path, trusted: Authority, capsys: pytest.CaptureFixture[str]) -> None:
    box = Box()
    box.data_refusal = "554 5.7.1 looks like spam"
    with serving(box, trusted) as place:
        assert run(["mail", str(finished), *FROM, "--to", READERS[0], "--smtp", place]) == 9
    assert "refused (554 5.7.1 looks like spam)" in capsys.readouterr().err


def test_a_certificate_for_another_name_is_refused(
    finished: Path, trusted: Authority, capsys: pytest.CaptureFixture[str]
) -> None:
    box = Box()
    with serving(box, trusted, "mail.example.org") as place:
        assert run(["mail", str(finished), *FROM, "--to", READERS[0], "--smtp", place]) == 9
    said = capsys.readouterr().err
    assert "can't be trusted" in said
    assert "SSL_CERT_FILE" in said
    assert box.received == []


def test_a_certificate_of_an_unknown_authority_is_refused(
    finished: Path, trusted: Authority, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority(tmp_path).path))
    box = Box()
    with serving(box, trusted) as place:
        assert run(["mail", str(finished), *FROM, "--to", READERS[0], "--smtp", place]) == 9
    assert box.received == []


def test_nothing_goes_over_an_open_line(finished: Path, trusted: Authority, capsys: pytest.CaptureFixture[str]) -> None:
    box = Box()
    with serving(box, trusted, tls=False) as place:
        assert run(["mail", str(finished), *FROM, "--to", READERS[0], "--smtp", place]) == 9
    assert "nothing is ever sent over an open line" in capsys.readouterr().err
    assert box.received == []


def test_a_wrong_password_is_told_without_being_shown(
    finished: Path, trusted: Authority, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "hunter2-wrong")
    with serving(Box(), trusted) as place:
        assert run(["mail", str(finished), *FROM, "--to", READERS[0], "--smtp", place]) == 9
    said = capsys.readouterr()
    assert "refuses the login" in said.err
    assert "hunter2" not in said.err + said.out


def test_a_server_that_wants_a_login_is_told_once(
    finished: Path,
    trusted: Authority,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv(USER_VARIABLE)
    monkeypatch.delenv(PASSWORD_VARIABLE)
    with serving(Box(), trusted) as place:
        assert run(["mail", str(finished), *FROM, "--recipients", str(listed(tmp_path)), "--smtp", place]) == 9
    said = capsys.readouterr().err
    assert said.count("the server wants a login") == 1
    assert PASSWORD_VARIABLE in said
    assert set(report(tmp_path).values()) == {("not tried", "")}


def test_a_server_that_has_the_text_and_says_nothing_gets_no_second_one(
    finished: Path,
    trusted: Authority,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(server, "PATIENCE_AFTER_TEXT", 0.2)
    box = Box()
    box.silence = 5
    arguments = ["mail", str(finished), *FROM, "--to", READERS[0], "--smtp"]
    with serving(box, trusted) as place:
        assert run([*arguments, place]) == 9
        assert report(tmp_path) == {READERS[0]: ("unclear", "")}
        assert "--again" in capsys.readouterr().err
        assert run([*arguments, place]) == 9
    assert box.to() == [READERS[0]]


def test_lines_of_dots_arrive_as_they_were_sent(trusted: Authority) -> None:
    box = Box()
    data = b"Subject: dots\r\n\r\n.\r\n..two\r\nend.\r\n"
    with serving(box, trusted) as place:
        session = server.Session(server.server_at(place), Login(USER, PASSWORD))
        replies = server.transmit(session.line(), "press@example.org", READERS[:2], data)
        session.close()
    assert [reply.code for reply in replies.values()] == [250, 250]
    assert [message.data for message in box.received] == [data]


def test_a_name_without_a_password_is_told(finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PASSWORD_VARIABLE)
    assert run(["mail", str(finished), *FROM, "--to", READERS[0], "--smtp", "localhost:1"]) == 9


def test_a_server_that_is_not_there_is_told(finished: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = f"localhost:{free_port()}"
    assert run(["mail", str(finished), *FROM, "--to", READERS[0], "--smtp", place]) == 9
    assert f"{place}: no line to the server" in capsys.readouterr().err


def test_an_address_beyond_ascii_goes_to_a_server_that_takes_it(
    finished: Path, trusted: Authority, tmp_path: Path
) -> None:
    box = Box()
    with serving(box, trusted, enable_SMTPUTF8=True) as place:
        assert run(["mail", str(finished), *FROM, "--to", "Ада <ада@example.org>", "--smtp", place]) == 0
    (received,) = box.received
    assert received.recipients == ("ада@example.org",)
    assert "Ада <ада@example.org>" in received.data.decode()
    with serving(box, trusted, enable_SMTPUTF8=False) as place:
        assert run(["mail", str(finished), *FROM, "--to", "Ада <ада@example.org>", "--smtp", place, "--again"]) == 9
    assert report(tmp_path)["ада@example.org"] == ("refused", "553")


@pytest.mark.parametrize("arguments", [["--smtp", "a@b"], ["--smtp", "host:99999"]])
def test_what_is_no_server_is_refused(finished: Path, arguments: list[str]) -> None:
    assert run(["mail", str(finished), *FROM, "--to", READERS[0], *arguments]) == 9
