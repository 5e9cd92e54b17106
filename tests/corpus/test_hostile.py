"""The crafted inputs of the corpus end as its index says."""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from publisher.errors import SourceError
from publisher.formats import Source
from publisher.media import Media
from publisher.model import Article, Paragraph, Role
from publisher.normalise.text.encoding import decode, unify_line_ends
from publisher.readers import read
from publisher.report import Report
from publisher.walk import article_text

SEED = Path(__file__).parents[2] / "seeds/000_2a5f29469a24bf2c.txt"


class Codec(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an encoded text is, and the language it is in."""

    codec: str
    lang: str
    text_equals_decoding: bool


class Entry(msgspec.Struct, frozen=True):
    """One crafted input, and what must happen."""

    path: str
    expect: Codec | str


class Ending(msgspec.Struct, frozen=True):
    """How an input ended: its articles, the codes of its findings, or that it was refused."""

    articles: tuple[Article, ...] = ()
    codes: frozenset[str] = frozenset()
    refused: str = ""

    @property
    def text(self) -> str:
        """All words of the articles."""
        return "\n".join(map(article_text, self.articles))


def body(ending: Ending) -> list[Paragraph]:
    return [block for block in ending.articles[0].body if isinstance(block, Paragraph) and block.role is Role.BODY]


def is_seed(ending: Ending) -> bool:
    return ending.articles == read(Source("seed.txt", SEED.read_bytes()), Media(), Report())


#: What an index says must happen → whether it did.
ENDINGS: dict[str, Callable[[Ending], bool]] = {
    "decode with per-run fallback and report, no crash": lambda it: (
        "encoding.mixed" in it.codes and "\ufffd" not in it.text
    ),
    "replace/reject": lambda it: "encoding.undecodable" in it.codes or bool(it.refused),
    "tolerate, report": lambda it: "encoding.undecodable" in it.codes,
    "strip both": lambda it: "\ufeff" not in it.text and is_seed(it),
    "detect or reject cleanly": lambda it: "ASTANA" in it.text or bool(it.refused),
    "ftfy restores": lambda it: "encoding.mojibake" in it.codes and "Ã" not in it.text,
    "detect; ftfy 6.3 restores when no byte was lost": lambda it: (
        "encoding.mojibake" in it.codes and "Рњ" not in it.text
    ),
    "detect as suspicious": lambda it: "encoding.mojibake" in it.codes,
    "strip and report; DOCX/EPUB must not fail": lambda it: "character.control" in it.codes and "\0" not in it.text,
    "map cp1252 where sensible (\\x93→“), else strip": lambda it: (
        "character.control" in it.codes and not set(it.text) & set(map(chr, range(0x7F, 0xA0)))
    ),
    "FF = paragraph break": lambda it: "\f" not in it.text and "\x0b" not in it.text and len(it.articles[0].body) == 1,
    "same model as LF seed": is_seed,
    "remove in Latin text; keep ZWNJ/ZWJ in fa/hi/emoji": lambda it: (
        not set(it.text) & set("\u200b\u200c\u200d\u2060\ufeff\u00ad")
    ),
    "strip overrides (202A-202E), keep/flag isolates": lambda it: (
        not set(it.text) & set(map(chr, range(0x202A, 0x202F))) and "\u2066" in it.text
    ),
    "strip and report": lambda it: (
        "character.invisible" in it.codes and not any(ord(char) >> 16 == 0xE for char in it.text)
    ),
    "replace": lambda it: "\ufffd" in it.text and "encoding.undecodable" in it.codes,
    "NFC out": lambda it: "character.normalised" in it.codes,
    "kept whole; PDF font fallback": lambda it: "👩\u200d🚀" in it.text and "🏳️\u200d🌈" in it.text,
    "ambiguous: flag only": lambda it: "character.look-alike" in it.codes and "\u0412\u0412\u0421" in it.text,
    "per-language typography": lambda it: bool(it.articles),
    "as empty": lambda it: it.articles == () and it.codes == {"structure.empty"},
    "headline or body, no crash": lambda it: bool(it.articles),
    "not a headline": lambda it: it.articles[0].metadata.headline is None and len(body(it)) == 2,
    "linear time": lambda it: bool(it.articles or it.refused),
    "printed literally": lambda it: "#include(" in it.text and "\\input{/etc/passwd}" in it.text,
    # LaTeX that holds commands alone has no text; of a book with a script, its words are left.
    "text only": lambda it: (
        not any(word in it.text for word in ("root:", "pwned", "script", "http"))
        and (bool(it.articles) or "structure.empty" in it.codes)
    ),
    "sniff and refuse": lambda it: bool(it.refused),
    "refuse as not text": lambda it: bool(it.refused),
    "refuse DTD/entities": lambda it: "entities" in it.refused,
    "content of /etc/passwd never appears": lambda it: bool(it.refused) and "root:" not in it.refused,
    "no access": lambda it: bool(it.refused),
    "not processed": lambda it: "root:" not in it.text,
    "clear error with line number": lambda it: re.search(r":\d+: ", it.refused) is not None,
    "no script, no file read, no network, text kept": lambda it: (
        "Body" in it.text and "root:" not in it.text and "alert" not in it.text
    ),
    "safe_load error, not executed": lambda it: "frontmatter.value" in it.codes or bool(it.refused),
    "file_insertion_enabled=False, raw_enabled=False": lambda it: "root:" not in it.text + it.refused,
    # No text asks for it here; `tests/cleaning/test_svg.py` strips such drawings.
    "scripts/refs stripped": lambda it: bool(it.refused),
    "not followed": lambda it: bool(it.refused),
    "refuse": lambda it: bool(it.refused),
    "no fetch; link dropped": lambda it: "link.dropped" in it.codes and "Body" in it.text,
    "clear error": lambda it: bool(it.refused),
    "sniffed: read as text or clear error": lambda it: "source.kind" in it.codes or bool(it.refused),
    "tolerate with warning": lambda it: "Body" in it.text and "source.mended" in it.codes,
    "no fetch": lambda it: "Body" in it.text,
    "no recursion error": lambda it: bool(it.articles or it.refused),
}


def entries(folder: Path) -> list[Entry]:
    return msgspec.json.decode((folder / "hostile/index.json").read_bytes(), type=list[Entry])


def end(folder: Path, entry: Entry) -> Ending:
    """How *entry* ended; nothing but a SourceError may be raised."""
    report = Report()
    try:
        articles = read(Source(entry.path, (folder / "hostile" / entry.path).read_bytes()), Media(), report)
    except SourceError as error:
        return Ending(refused=error.message if error.hint else "")
    return Ending(articles, frozenset(found.code for found in report.findings))


def test_ends_as_the_index_says(folder: Path) -> None:
    for entry in entries(folder):
        ending = end(folder, entry)
        if isinstance(entry.expect, str):
            assert ENDINGS[entry.expect](ending), (entry.path, entry.expect, ending.codes, ending.refused)


def test_reads_each_encoding(folder: Path) -> None:
    for entry in entries(folder):
        if isinstance(entry.expect, Codec):
            data = (folder / "hostile" / entry.path).read_bytes()
            text = unify_line_ends(data.decode(entry.expect.codec)).lstrip("\ufeff")
            assert decode(Source(entry.path, data), Report()).text == text, entry.path
            (article,) = read(Source(entry.path, data), Media(), Report())
            assert (article.metadata.language or "").split("-")[0] == entry.expect.lang, entry.path
