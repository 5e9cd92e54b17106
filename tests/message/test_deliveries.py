"""Who gets which edition, and what must not go out at all."""

import datetime
from pathlib import Path

import pytest

from publisher.errors import SourceError, WithheldError
from publisher.message.addresses import Recipient
from publisher.message.composition import compose
from publisher.message.deliveries import Audience, Terms, plan
from tests.message.bulletins import NOW, RUSSIAN, SETTINGS, build, head, planned

HOUR = "2026-11-25T06:00:00+05:00"
HELD = SETTINGS.replace("[source", f"embargoed_until = {HOUR}\n[source")
AFTER = datetime.datetime.fromisoformat(HOUR)


def listed(folder: Path, *languages: str | None) -> list[str]:
    """The editions that readers of *languages* get, by their titles."""
    readers = tuple(Recipient(f"r{n}@example.org", language=tongue) for n, tongue in enumerate(languages))
    made = plan(folder, Audience(listed=readers), head(), Terms(now=NOW))
    return [each.enclosed.edition.manifest.bulletin.title for each in made.deliveries]


def test_each_reader_gets_the_edition_in_their_language(tmp_path: Path) -> None:
    build(tmp_path)
    build(tmp_path, RUSSIAN)
    assert listed(tmp_path, "ru", "en-US", "en", "ru-KZ") == [
        "Вестник долины",
        "The Valley Bulletin",
        "The Valley Bulletin",
        "Вестник долины",
    ]
    with pytest.raises(SourceError, match="editions in en-US, ru"):
        listed(tmp_path, "kk")
    (russian,) = tmp_path.glob("*ru.manifest.json")
    assert listed(russian, "kk", None, "en") == ["Вестник долины", "Вестник долины", "The Valley Bulletin"]


def test_a_single_edition_is_everybodys(tmp_path: Path) -> None:
    build(tmp_path)
    assert listed(tmp_path, "kk", None) == ["The Valley Bulletin"] * 2


def test_the_newest_number_is_sent(tmp_path: Path) -> None:
    build(tmp_path)
    build(tmp_path, SETTINGS.replace("number = 7", "number = 10"))
    assert planned(tmp_path).deliveries[0].enclosed.edition.manifest.bulletin.number == "10"


def test_two_bulletins_of_one_day_and_language_are_not_guessed_between(tmp_path: Path) -> None:
    build(tmp_path)
    build(tmp_path, SETTINGS.replace("Valley", "River"))
    with pytest.raises(SourceError, match="several bulletins"):
        planned(tmp_path)


def test_readers_on_a_list_get_one_message_each(tmp_path: Path) -> None:
    build(tmp_path)
    audience = Audience((Recipient("a@example.org"),), listed=(Recipient("b@example.org"), Recipient("c@example.org")))
    made = plan(tmp_path, audience, head(), Terms(now=NOW)).deliveries
    assert [compose(each, head(), NOW)["To"] for each in made] == ["a@example.org", "b@example.org", "c@example.org"]


def test_a_test_goes_to_one_address_once_for_each_edition(tmp_path: Path) -> None:
    build(tmp_path)
    build(tmp_path, RUSSIAN)
    readers = tuple(Recipient(f"{n}@example.org", language=tongue) for n, tongue in enumerate(("ru", "en", "ru")))
    made = plan(tmp_path, Audience(listed=readers), head(), Terms(now=NOW), Recipient("me@example.org")).deliveries
    assert [each.recipients for each in made] == [(Recipient("me@example.org"),)] * 2
    assert len({each.enclosed.subject for each in made}) == 2


def test_nobody_to_send_to_is_told(tmp_path: Path) -> None:
    build(tmp_path)
    with pytest.raises(SourceError, match="nobody"):
        plan(tmp_path, Audience(), head(), Terms(now=NOW))


def test_an_embargoed_bulletin_goes_out_stamped_and_only_to_those_who_keep_it(tmp_path: Path) -> None:
    build(tmp_path, HELD)
    with pytest.raises(WithheldError, match="embargoed until"):
        planned(tmp_path)
    content = planned(tmp_path, under_embargo=True).deliveries[0].enclosed
    stamp = "EMBARGOED UNTIL November 25, 2026, 06:00 (UTC+05:00)"
    assert content.subject.startswith(f"{stamp}: The Valley Bulletin")
    assert content.text.startswith(f"{stamp}\n")
    assert content.html.index(stamp) < content.html.index("<h1")
    assert [file.name for file in content.files] == ["the-valley-bulletin-7-en-us-EMBARGOED.docx"]


def test_files_that_hide_an_embargo_never_go_out(tmp_path: Path) -> None:
    build(tmp_path, HELD, now=AFTER)
    for under_embargo in (False, True):
        with pytest.raises(WithheldError, match="its files don't say so"):
            planned(tmp_path, under_embargo=under_embargo)
    assert planned(tmp_path, now=AFTER).deliveries[0].enclosed.subject.startswith("The Valley Bulletin")


def test_after_its_hour_the_clean_files_go_out_and_a_lone_proof_does_not(tmp_path: Path) -> None:
    build(tmp_path, HELD)
    with pytest.raises(WithheldError, match="the hour has come"):
        planned(tmp_path, under_embargo=True, now=AFTER)
    build(tmp_path, HELD, now=AFTER)
    (file,) = planned(tmp_path, now=AFTER).deliveries[0].enclosed.files
    assert file.name == "the-valley-bulletin-7-en-us.docx"


def test_a_draft_never_goes_out(tmp_path: Path) -> None:
    build(tmp_path, f"{SETTINGS}\n[approval]\nrequired = true\n")
    for under_embargo in (False, True):
        with pytest.raises(WithheldError, match="nobody has approved"):
            planned(tmp_path, under_embargo=under_embargo)


def test_a_file_that_was_changed_after_the_build_is_not_sent(tmp_path: Path) -> None:
    build(tmp_path)
    (path,) = tmp_path.glob("*.docx")
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(SourceError, match="was changed"):
        planned(tmp_path)
    path.unlink()
    with pytest.raises(SourceError, match="can't be read"):
        planned(tmp_path)


def test_a_folder_without_a_bulletin_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        planned(tmp_path)
    assert "publisher build" in (error.value.hint or "")
    (tmp_path / "x.manifest.json").write_text("{}", "utf-8")
    with pytest.raises(SourceError, match="no manifest"):
        planned(tmp_path)
