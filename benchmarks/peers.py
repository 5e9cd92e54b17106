"""What others make of the same texts: pandoc with WeasyPrint, and pandoc with Typst; all of them from PyPI."""

import subprocess
import sys
from pathlib import Path

#: The page of our house theme: A4, two columns, ten points on 13.5.
CSS = """
@page { size: A4; margin: 18mm 18mm 22mm; @bottom-center { content: counter(page) } }
html { font: 10pt/13.5pt serif; text-align: justify; hyphens: auto }
body { margin: 0; padding: 0; max-width: none }
section { break-before: page; columns: 2; column-gap: 8mm }
h1 { column-span: all }
"""
TYPST = """
#set page(paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 22mm), columns: 2, numbering: "1")
#set columns(gutter: 8mm)
#set par(justify: true, leading: 3.5pt)
#set text(size: 10pt, lang: "en", region: "gb", hyphenate: true)
#show heading.where(level: 1): it => { pagebreak(weak: true); it }
"""
_METADATA = ("--toc", "-M", "title=The Bench", "-M", "lang=en-GB")


def pandoc() -> str:
    """The pandoc that comes with the Python package."""
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def weasyprint_commands(folder: Path) -> list[list[str]]:
    """The commands that make DOCX, EPUB and a tagged PDF of ``issue.md`` in *folder* by pandoc and WeasyPrint."""
    (folder / "peer.css").write_text(CSS, "utf-8")
    html = [*_METADATA, "-s", "--section-divs", "-M", "document-css=false"]
    engine = [sys.executable, "-m", "weasyprint", "-q", "-s", "peer.css", "--pdf-tags", "issue.html", "issue.pdf"]
    return [*_flowing(), [pandoc(), *html, "issue.md", "-o", "issue.html"], engine]


def typst_commands(folder: Path) -> list[list[str]]:
    """The commands that make DOCX, EPUB and PDF of ``issue.md`` in *folder* by pandoc and Typst."""
    (folder / "head.typ").write_text(TYPST, "utf-8")
    typst = [pandoc(), *_METADATA, "-s", "-H", "head.typ", "issue.md", "-o", "issue.typ"]
    compiled = "import typst; typst.compile('issue.typ', output='typst.pdf')"
    return [*_flowing(), typst, [sys.executable, "-c", compiled]]


def _flowing() -> list[list[str]]:
    return [[pandoc(), *_METADATA, "issue.md", "-o", f"issue.{suffix}"] for suffix in ("docx", "epub")]


def run_all(commands: list[list[str]], folder: Path) -> None:
    """Runs *commands* one after the other in *folder*."""
    for command in commands:
        subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)  # noqa: S603 - ours
