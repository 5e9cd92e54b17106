import pytest

from publisher.normalise.story.names import Signed, is_name, is_organisation, is_title, read_names


@pytest.mark.parametrize(
    ("text", "names", "agency"),
    [
        ("Paola Sample and Frances d'Example", ("Paola Sample", "Frances d'Example"), None),
        ("Peder Top Eksempel", ("Peder Top Eksempel",), None),
        ("CAL SAMPLE, Reuters", ("CAL SAMPLE",), "Reuters"),
        ("PAUL SAMPLE and ALMA EXAMPLE=", ("PAUL SAMPLE", "ALMA EXAMPLE"), None),
        ("Mia Sample and Jordan Example The Canadian Press", ("Mia Sample", "Jordan Example"), "The Canadian Press"),
        ("Jane Sample in London and John Example in Paris", ("Jane Sample", "John Example"), None),
        ("Jane Sample, AP Sports Writer", ("Jane Sample",), "AP"),
        ("Jane Sample | AFP", ("Jane Sample",), "AFP"),
        ("Jane Sample (dpa)", ("Jane Sample",), "dpa"),
        ("Tom Sample, The Riverton Tribune =", ("Tom Sample",), None),
        ("Anna-Lena Muster und Karl von der Probe, dpa", ("Anna-Lena Muster", "Karl von der Probe"), "dpa"),
        ("Jane Sample for The Example", ("Jane Sample",), None),
        ("Jane Sample <jane@example.org>", ("Jane Sample",), None),
        ("J. K. Sample", ("J. K. Sample",), None),
        ("张三", ("张三",), None),
        ("أحمد محمود", ("أحمد محمود",), None),
    ],
)
def test_reads_who_is_named(text: str, names: tuple[str, ...], agency: str | None) -> None:
    signed = read_names(text)
    assert signed is not None
    assert (signed.names, signed.agency) == (names, agency)


def test_reads_the_date_beside_a_name() -> None:
    assert read_names("Әділ Үлгі 21.03.2016, 18:45") == Signed(("Әділ Үлгі",), None, "2016-03-21")


@pytest.mark.parametrize(
    ("text", "agency", "generic"),
    [
        ("Our Correspondent", None, "Our Correspondent"),
        ("dpa correspondents =", "dpa", "dpa correspondents"),
        ("Staff ReporterBusinessDesk", "BusinessDesk", "Staff Reporter"),
        ("The Associated Press", "Associated Press", None),
    ],
)
def test_knows_jobs_and_agencies_from_names(text: str, agency: str | None, generic: str | None) -> None:
    assert read_names(text) == Signed((), agency, None, generic)


@pytest.mark.parametrize(
    "text", ["Kenyans protest tax hikes", "the time the bridge", "Debian 8 released", "", "x" * 200]
)
def test_reads_nobody_elsewhere(text: str) -> None:
    assert read_names(text) is None


def test_knows_the_shape_of_names() -> None:
    assert is_name("Ludwig van Beispiel")
    assert not is_name("The bridge stands")
    assert is_title("AP Technology Writer")
    assert not is_title("AP")
    assert is_organisation("The San Riverton Union-Tribune")
    assert not is_organisation("Jane Sample")
