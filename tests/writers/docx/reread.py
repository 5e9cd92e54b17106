"""What pandoc, which knows nothing of how we write, reads in a document."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypandoc

from publisher.model import Article
from publisher.preflight.segments import article_words
from publisher.writers.imprint import colophon_text, folio_parts
from tests.samples import metadata
from tests.writers.docx.samples import gazette


def reread(data: bytes, folder: Path) -> str:
    """All words of a DOCX in order, without blanks."""
    path = folder / "bulletin.docx"
    path.write_bytes(data)
    command = [pypandoc.get_pandoc_path(), "--sandbox", "-f", "docx", "-t", "json", str(path)]
    tree = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return "".join("".join(_strings(tree["blocks"])).split())


def all_words(articles: Sequence[Article], language: str) -> str:
    """All words that an issue of *articles* without contents has to have, in order, without blanks."""
    about, theme = metadata(language=language), gazette()
    head = (*folio_parts(about), about.title)
    text = (segment.text for article in articles for segment in article_words(article, "a", theme).text)
    return "".join("".join((*head, *text, colophon_text(about))).split())


def _strings(node: object) -> Iterator[str]:
    """The words in a tree of pandoc's."""
    if isinstance(node, list):
        for child in node:
            yield from _strings(child)
    elif isinstance(node, dict):
        match node.get("t"), node.get("c"):
            case "Str", str(words):
                yield words
            case (("Code" | "CodeBlock"), [_, str(words)]):
                yield words
            case _:
                yield from _strings(list(node.values()))
