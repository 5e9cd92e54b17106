"""A claim of PDF/UA or PDF/A is believed only where the file keeps it: what each break of one brings about."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from publisher.formats import Artifact, Format
from publisher.preflight.fidelity import compare
from publisher.preflight.pdf import check_pdf
from publisher.preflight.spoken import spoken
from tests.writers.built import THEME, screen
from tests.writers.epub.samples import every_node, plain
from tests.writers.screen.trees import SAMPLES


def checked(data: bytes) -> list[str]:
    """The codes of what speaks against a file's claims."""
    found = check_pdf(Artifact(Format.SCREEN, "file.pdf", data))
    return [finding.code for finding in found]


def spoiled(change: Callable[[pikepdf.Pdf], None], name: str = "every node") -> bytes:
    """A sample after *change*."""
    with pikepdf.open(io.BytesIO(screen(name))) as pdf:
        change(pdf)
        buffer = io.BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


def elements(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == kind and "/P" in o]


def loose(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" 0 0 9 9 re f")


def untagged(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "/P")[5]["/K"]


def twice(pdf: pikepdf.Pdf) -> None:
    first = next(e for e in elements(pdf, "/P") if isinstance(e.K, pikepdf.Array) and isinstance(e.K[0], int))
    first.K.append(first.K[0])


def mute(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "/Figure")[0]["/Alt"]


def nameless(pdf: pikepdf.Pdf) -> None:
    notes = elements(pdf, "/Note")
    notes[0].ID = notes[1].ID


def scopeless(pdf: pikepdf.Pdf) -> None:
    del elements(pdf, "/TH")[0].A["/Scope"]


def skipped(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/H2")[0].S = pikepdf.Name.H5


def silent(pdf: pikepdf.Pdf) -> None:
    areas = (area for page in pdf.pages for area in page.obj.get("/Annots", []))
    del next(areas)["/Contents"]


def tabless(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def colourless(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["x.txt"] = pikepdf.AttachedFileSpec(pdf, b"x", filename="x.txt")
    if "/AF" in pdf.Root:
        del pdf.Root["/AF"]


def scripted(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("1")))


@pytest.mark.parametrize("name", SAMPLES)
def test_our_files_keep_what_they_claim(name: str) -> None:
    assert checked(screen(name)) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (loose, "pdf.ua-content"),
        (untagged, "pdf.ua-content"),
        (twice, "pdf.ua-content"),
        (mute, "pdf.ua-structure"),
        (nameless, "pdf.ua-structure"),
        (scopeless, "pdf.ua-structure"),
        (skipped, "pdf.ua-structure"),
        (silent, "pdf.ua-structure"),
        (tabless, "pdf.ua-structure"),
        (colourless, "pdf.archive"),
        (attached, "pdf.archive"),
        (scripted, "pdf.archive"),
    ],
)
def test_what_breaks_a_claim_is_found(change: Callable[[pikepdf.Pdf], None], code: str) -> None:
    assert set(checked(spoiled(change))) == {code}


def test_a_file_that_claims_nothing_is_not_held_to_it() -> None:
    def humble(pdf: pikepdf.Pdf) -> None:
        loose(pdf)
        del pdf.Root["/Metadata"]

    assert checked(spoiled(humble)) == []


def test_a_tree_in_circles_ends() -> None:
    def circle(pdf: pikepdf.Pdf) -> None:
        article = elements(pdf, "/Art")[0]
        article.K.append(article)
        pdf.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(P=pikepdf.Name.Q, Q=pikepdf.Name.P)

    assert "pdf.unreadable" not in checked(spoiled(circle))


def test_who_listens_hears_the_copy_in_its_order() -> None:
    said = spoken(screen("every node"))
    places = [
        said.index(words)
        for words in ("Every kind of", "A smaller one", "Said by another", "sixth", "where boats lie", "Boats a year",
                      "The quay.", "The boat goes out", "OSLO", "A note with", " and more", "Ganz auf", "Кворум")
    ]  # fmt: skip
    assert places[1:] == sorted(places[1:])
    assert list(compare(Artifact(Format.SCREEN, "x.pdf", screen("every node")), every_node(), THEME)) == []


def test_another_order_is_told() -> None:
    def turned(pdf: pikepdf.Pdf) -> None:
        (article,) = elements(pdf, "/Art")
        article.K = pikepdf.Array(reversed(list(article.K)))

    artifact = Artifact(Format.SCREEN, "x.pdf", spoiled(turned, "plain"))
    assert {finding.code for finding in compare(artifact, plain(), THEME)} == {"pdf.ua-order"}
