import json
import re

from publisher.consoles import Console
from publisher.formats import Source
from publisher.settings import Normalise, Settings
from publisher.showing import NOTHING, NOTHING_SAID, shown, shown_json

COPY = (
    b'A bridge before the ice\n\nRIVERTON (AP) -- The council met, "late" as ever, and it did not vote on it.\n\n'
    b"Nobody left.\n"
)


def plain(copy: bytes, settings: Settings = NOTHING_SAID) -> str:
    return shown(Source("copy.txt", copy), settings, Console(highlight=False, force_terminal=False, width=80))


def test_piped_it_is_a_diff_of_paragraphs() -> None:
    told = plain(COPY)
    assert "  A bridge before the ice\n" in told
    assert '− RIVERTON (AP) -- The council met, "late" as ever, and it did not vote on it.\n' in told
    assert "+ RIVERTON (AP) — The council met, “late” as ever, and it did not vote on it.\n" in told
    assert "  Nobody left.\n" in told
    assert "\x1b" not in told


def test_every_change_stands_with_its_place_before_and_after() -> None:
    told = plain(COPY)
    assert "\n3:18 makeshift quotation marks became those of the language" in told
    assert re.search('\n   − .*"late" as ever.*\n   \\+ .*“late” as ever', told)
    assert "[structure.dateline]\n   − RIVERTON (AP) -- \n" in told


def test_on_a_terminal_copy_and_result_stand_side_by_side_in_colour() -> None:
    told = shown(Source("copy.txt", COPY), NOTHING_SAID, Console(highlight=False, force_terminal=True, width=120))
    assert "as it is printed" in told
    line = next(line for line in told.split("\n") if "late" in line)
    assert '\x1b[31m"' in line
    assert "\x1b[1;32m“" in line


def test_shows_blanks_that_are_bound() -> None:
    assert "5⍽km" in plain(b"A bridge\n\nThe road to the bridge is 5 km long, and nobody walks it in the winter.\n")


def test_goes_by_the_rules_it_is_given() -> None:
    assert "“late”" in plain(COPY)
    assert "“late”" not in plain(COPY, Settings(normalise=Normalise(quotes=False)))


def test_says_where_nothing_was_changed() -> None:
    copy = b"The council met on Monday and heard four speakers, three of whom came from the coast."
    assert plain(copy).rstrip().endswith(NOTHING)


def test_json_has_what_was_found_with_the_copy_it_quotes() -> None:
    document = json.loads(shown_json(Source("copy.txt", COPY), "copy.txt"))
    assert document["articles"][0]["metadata"]["headline"] == "A bridge before the ice"
    assert document["articles"][0]["metadata"]["language"] == "en-US"
    quotes = next(found for found in document["findings"] if found["code"] == "typography.quotes")
    assert (quotes["where"]["file"], quotes["where"]["line"]) == ("copy.txt", 3)
    assert '"late"' in quotes["before"]
    assert "“late”" in quotes["after"]
