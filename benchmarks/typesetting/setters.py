"""The three that set lines: each makes a PDF of A4 pages with two columns of 83 mm, type of 10 on 13.5 pt."""

import json
import tempfile
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

import msgspec

from benchmarks.typesetting.texts import issue
from publisher.media import Media
from publisher.report import Report
from publisher.theme.loading import font_path, load_theme
from publisher.theme.tokens import Form, Setting, Theme
from publisher.writers.layout import lay_out
from publisher.writers.pages import typeset

Texts = Sequence[Sequence[str]]


def set_by_us(texts: Texts, language: str) -> bytes:
    """The texts as our pages have them."""
    return _drawn(texts, language, _theme())


def set_by_weasyprint(texts: Texts, language: str) -> bytes:
    """The same pages by the layout engine as it comes; it can't be taught afterwards in the same process."""
    typeset.LESSONS = ()
    return _drawn(texts, language, msgspec.structs.replace(_theme(), setting=Setting("greedy", 0.0)))


def set_by_typst(texts: Texts, language: str) -> bytes:
    """The texts as Typst sets them, in the same type and measure."""
    import typst

    tag, _, country = language.partition("-")
    page = resources.files("benchmarks.typesetting").joinpath("page.typ").read_text("utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "texts.json").write_text(json.dumps(texts), "utf-8")
        (folder / "page.typ").write_text(page, "utf-8")
        fonts = font_path(_theme().family["text"].regular).parent
        given = {"language": tag, "country": country.lower()}
        return bytes(typst.compile(folder / "page.typ", font_paths=[fonts], sys_inputs=given))


#: What the table calls them.
SETTERS: dict[str, Callable[[Texts, str], bytes]] = {
    "ours": set_by_us,
    "WeasyPrint": set_by_weasyprint,
    "Typst": set_by_typst,
}


def _theme() -> Theme:
    """The house theme without cover and contents: nothing but texts."""
    return msgspec.structs.replace(load_theme("gazette"), form=Form(contents_from=10_000, cover_from=10_000))


def _drawn(texts: Texts, language: str, theme: Theme) -> bytes:
    return bytes(lay_out(issue(texts, language), theme, Media(), Report()).document.write_pdf())
