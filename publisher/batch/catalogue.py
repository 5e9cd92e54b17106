"""The catalogue of a batch: which bulletins stand where, for programs (JSON) and for people (a plain page)."""

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from publisher.batch.work import Record
from publisher.formats import SCHEMA_VERSION
from publisher.manifest import encoded

INDEX, PAGE = "index.json", "index.html"
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Bulletins</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ border-bottom: 1px solid #767676; padding: .4rem .8rem .4rem 0; text-align: start; vertical-align: top }}
</style>
</head>
<body>
<h1>Bulletins</h1>
<p>{told}</p>
<table>
<thead><tr><th scope="col">Bulletin</th><th scope="col">Number</th><th scope="col">Date</th>\
<th scope="col">Language</th><th scope="col">Files</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
{failures}</body>
</html>
"""
#: What a file is called on the page, by the ending of its name.
_NAMES = {"-print.pdf": "print", ".pdf": "PDF", ".docx": "Word", ".epub": "EPUB", ".ninjs.json": "ninjs"}


def index(records: Sequence[Record]) -> bytes:
    """The catalogue as JSON; it says nothing of when and how fast."""
    bulletins = [
        {
            "folder": record.place,
            "title": record.title,
            "number": record.number,
            "date": record.date,
            "language": record.language,
            "proof": record.proof,
            "files": [{"name": f"{record.place}/{name}", "sha256": sha} for name, sha in record.files.items()],
        }
        for record in records
        if record.state != "failed"
    ]
    failed = [{"folder": r.place, "code": r.code, "error": r.error, "hint": r.hint} for r in records if r.error]
    return encoded({"schemaVersion": SCHEMA_VERSION, "bulletins": bulletins, "failed": failed})


def page(records: Sequence[Record]) -> bytes:
    """The catalogue as one HTML page that needs nothing else."""
    good, bad = [r for r in records if r.state != "failed"], [r for r in records if r.state == "failed"]
    told = f"{len(good)} of {len(records)} were built."
    return _PAGE.format(told=told, rows="\n".join(map(_row, good)), failures=_failures(bad)).encode()


def _row(record: Record) -> str:
    language = f' lang="{escape(record.language)}"' if record.language else ""
    title = escape(record.title or record.place)
    proof = f" ({escape(', '.join(record.proof))})" if record.proof else ""
    links = ", ".join(
        f'<a href="{quote(f"{record.place}/{name}")}">{_called(name, record.proof)}</a>'
        for name in record.files
        if _called(name, record.proof)
    )
    date = record.date.isoformat() if record.date else ""
    cells = (f"<span{language}>{title}</span>{proof}", escape(record.number or ""), date)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in (*cells, escape(record.language or ''), links))}</tr>"


def _called(name: str, proof: Sequence[str]) -> str:
    """What a file is called on the page; nothing for what is no edition of the bulletin."""
    plain = name.replace("".join(f"-{word}" for word in proof), "") if proof else name
    return next((called for ending, called in _NAMES.items() if plain.endswith(ending)), "")


def _failures(records: Sequence[Record]) -> str:
    if not records:
        return ""
    items = "\n".join(f"<li>{escape(r.place)}: {escape(r.error or '').replace(chr(10), '<br>')}</li>" for r in records)
    return f"<h2>Not built</h2>\n<ul>\n{items}\n</ul>\n"
