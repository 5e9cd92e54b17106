"""Sending, against real servers on the loopback interface: what arrives, what is put off, what is never sent twice."""

import email
import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
from email import policy
from pathlib import Path

import docx
import pytest

from publisher.cli import run
from publisher.message import sending
from tests.message.bulletins import SETTINGS, build
from tests.message.desk import FROM, READERS, listed, report
from tests.message.servers import Authority, Box, serving


def test_a_message_arrives_over_an_encrypted_line_with_its_file_to_the_byte(finished: Path, trusted: Authority) -> None:
    box = Box()
    with serving(box, trusted) as server:
        arguments = ["--to", READERS[0], "--cc", READERS[1], "--bcc", READERS[2], "--smtp", server]
        assert run(["mail", str(finished), *FROM, *arguments]) == 0
    (received,) = box.received
    assert received.sender == "press@example.org"
    assert received.recipients == READERS
    assert READERS[2].encode() not in received.data
    message = email.message_from_bytes(received.data, policy=policy.default)
    assert (message["To"], message["Cc"], message["X-Unsent"]) == (READERS[0], READERS[1], None)
    (file,) = message.iter_attachments()
    (built,) = finished.glob("*.docx")
    assert file.get_content() == built.read_bytes()
    assert docx.Document(io.BytesIO(file.get_content())).core_properties.title == "The Valley Bulletin"


def test_each_reader_on_a_list_is_alone_in_their_message(finished: Path, trusted: Authority, tmp_path: Path) -> None:
    box = Box()
    with serving(box, trusted) as server:
        assert run(["mail", str(finished), *FROM, "--recipients", str(listed(tmp_path)), "--smtp", server]) == 0
    assert [message.recipients for message in box.received] == [(reader,) for reader in READERS]
    for message, reader in zip(box.received, READERS, strict=True):
        others = [other.encode() for other in READERS if other != reader]
        assert not any(other in message.data for other in others)
    assert report(tmp_path) == dict.fromkeys(READERS, ("sent", "250"))


def test_one_refused_address_does_not_stop_the_rest(
    finished: Path, trusted: Authority, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    box = Box(refused=(READERS[1],))
    readers = listed(tmp_path, *READERS, "nobody")
    with serving(box, trusted) as server:
        assert run(["mail", str(finished), *FROM, "--recipients", str(readers), "--smtp", server]) == 9
    assert box.to() == [READERS[0], READERS[2]]
    found = report(tmp_path)
    assert found[READERS[1]] == ("refused", "550")
    assert found["nobody"] == ("no address", "")
    assert "otto@example.org: refused (550 5.1.1 no such box)" in capsys.readouterr().err


def test_of_those_who_see_each_other_one_may_be_refused(finished: Path, trusted: Authority, tmp_path: Path) -> None:
    box = Box(refused=(READERS[1],))
    with serving(box, trusted) as server:
        assert run(["mail", str(finished), *FROM, "--to", ", ".join(READERS), "--smtp", server]) == 9
        assert run(["mail", str(finished), *FROM, "--to", ", ".join(READERS), "--smtp", server]) == 9
        box.refused = ()
        assert run(["mail", str(finished), *FROM, "--to", ", ".join(READERS), "--smtp", server]) == 0
    assert [message.recipients for message in box.received] == [(READERS[0], READERS[2]), (READERS[1],)]
    assert report(tmp_path)[READERS[0]] == ("sent before", "")


def test_what_is_put_off_is_tried_again(finished: Path, trusted: Authority, tmp_path: Path) -> None:
    box = Box(later={READERS[0]: 1, READERS[1]: 9})
    readers = str(listed(tmp_path))
    with serving(box, trusted) as server:
        assert run(["mail", str(finished), *FROM, "--recipients", readers, "--smtp", server]) == 9
        assert box.to() == [READERS[2], READERS[0]]
        assert report(tmp_path)[READERS[1]] == ("put off", "451")
        box.later.clear()
        assert run(["mail", str(finished), *FROM, "--recipients", readers, "--smtp", server]) == 0
    assert sorted(box.to()) == sorted(READERS)


def test_a_line_that_breaks_in_the_text_is_no_delivery_and_nobody_gets_two(
    finished: Path, trusted: Authority, tmp_path: Path
) -> None:
    box = Box(drops=2)
    with serving(box, trusted) as server:
        assert run(["mail", str(finished), *FROM, "--recipients", str(listed(tmp_path)), "--smtp", server]) == 0
    assert sorted(box.to()) == sorted(READERS)


def test_a_run_that_breaks_off_goes_on_where_it_ended(finished: Path, trusted: Authority, tmp_path: Path) -> None:
    box = Box(drops=99)
    readers = listed(tmp_path)
    arguments = ["mail", str(finished), *FROM, "--recipients", str(readers), "--smtp"]
    with serving(Box(), trusted) as server:
        listed(tmp_path, READERS[0])
        assert run([*arguments, server]) == 0
    listed(tmp_path)
    with serving(box, trusted) as server:
        assert run([*arguments, server]) == 9
        assert box.to() == []
        box.drops = 0
        assert run([*arguments, server]) == 0
        assert box.to() == [*READERS[1:]]
        assert run([*arguments, server]) == 0
        assert box.to() == [*READERS[1:]]
        assert run([*arguments, server, "--again"]) == 0
    assert sorted(box.to()) == sorted([*READERS[1:], *READERS])


def test_a_run_that_is_killed_sends_to_nobody_twice(finished: Path, trusted: Authority, tmp_path: Path) -> None:
    box = Box()
    many = [f"r{number}@example.org" for number in range(12)]
    with serving(box, trusted) as server:
        command = [
            sys.executable, "-m", "publisher", "mail", str(finished), *FROM, "--recipients",
            str(listed(tmp_path, *many)), "--smtp", server,
        ]  # fmt: skip
        root = str(Path(sending.__file__).parents[2])
        environment = {**os.environ, "PYTHONPATH": root}
        process = subprocess.Popen([*command, "--rate", "300/min"], env=environment, stderr=subprocess.DEVNULL)
        while len(box.received) < 3 and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert 3 <= len(box.received) < len(many)
        again = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert len(box.to()) == len(set(box.to()))
    # The one that was on its way when the run was killed may be unclear; it is told, not sent again.
    unclear = [address for address, (outcome, _) in report(tmp_path).items() if outcome == "unclear"]
    assert sorted({*box.to(), *unclear}) == sorted(many)
    assert (again.returncode == 0) is (not unclear)


def test_what_was_on_its_way_when_the_machine_fell_is_told_and_not_sent_again(
    finished: Path, trusted: Authority, tmp_path: Path
) -> None:
    box = Box()
    arguments = ["mail", str(finished), *FROM, "--to", READERS[0], "--smtp"]
    with serving(box, trusted) as server:
        assert run([*arguments, server]) == 0
        (journal,) = (tmp_path / "state" / "publisher" / "mail").glob("*.jsonl")
        assert stat.S_IMODE(journal.stat().st_mode) == 0o600
        assert stat.S_IMODE(journal.parent.stat().st_mode) == 0o700
        entries = [json.loads(line) for line in journal.read_text().splitlines()]
        assert [entry["state"] for entry in entries] == ["trying", "sent"]
        journal.write_text(json.dumps(entries[0]) + '\n{"message": "<ha')
        assert run([*arguments, server]) == 9
        assert report(tmp_path) == {READERS[0]: ("unclear", "")}
        assert len(box.received) == 1
        assert run([*arguments, server, "--again"]) == 0
    assert len(box.received) == 2
    assert len({email.message_from_bytes(m.data)["Message-ID"] for m in box.received}) == 1


def test_a_test_goes_to_one_address_as_often_as_it_is_asked_for(
    finished: Path, trusted: Authority, tmp_path: Path
) -> None:
    box = Box()
    arguments = ["--recipients", str(listed(tmp_path)), "--test", "me@example.org", "--smtp"]
    with serving(box, trusted) as server:
        for _ in range(2):
            assert run(["mail", str(finished), *FROM, *arguments, server]) == 0
    assert box.to() == ["me@example.org"] * 2


def test_the_rate_is_kept_between_messages(
    finished: Path, trusted: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("publisher.mailing.time.sleep", slept.append)
    with serving(Box(), trusted) as server:
        arguments = ["--recipients", str(listed(tmp_path)), "--smtp", server, "--rate", "30/min"]
        assert run(["mail", str(finished), *FROM, *arguments]) == 0
    assert slept == [2.0, 2.0]


def test_a_draft_of_the_content_or_an_open_embargo_never_reaches_a_server(trusted: Authority, tmp_path: Path) -> None:
    box = Box()
    build(tmp_path / "draft", f"{SETTINGS}\n[approval]\nrequired = true\n")
    build(tmp_path / "held", SETTINGS.replace("[source", "embargoed_until = 2199-01-01T06:00:00+05:00\n[source"))
    with serving(box, trusted) as server:
        arguments = [*FROM, "--to", READERS[0], "--smtp", server]
        assert run(["mail", str(tmp_path / "draft"), *arguments, "--under-embargo"]) == 7
        assert run(["mail", str(tmp_path / "held"), *arguments]) == 7
        assert box.received == []
        assert run(["mail", str(tmp_path / "held"), *arguments, "--under-embargo"]) == 0
    message = email.message_from_bytes(box.received[0].data, policy=policy.default)
    stamp = "EMBARGOED UNTIL January 1, 2199, 06:00 (UTC+05:00)"
    assert message["Subject"].startswith(stamp)
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        assert part is not None
        assert stamp in part.get_content()[:700]
    assert [file.get_filename() for file in message.iter_attachments()] == [
        "the-valley-bulletin-7-en-us-EMBARGOED.docx"
    ]


@pytest.mark.parametrize("rate", ["0", "fast", "9999/min", "-1"])
def test_what_is_no_rate_is_refused(finished: Path, rate: str) -> None:
    assert run(["mail", str(finished), *FROM, "--to", READERS[0], "--rate", rate]) == 2


def test_sending_and_saving_at_once_is_refused(finished: Path) -> None:
    assert run(["mail", str(finished), *FROM, "--to", READERS[0], "--smtp", "localhost", "--save", "x.eml"]) == 2
