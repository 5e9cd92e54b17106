"""Writes the parts of the documents that come from the code: tables of keys, tokens, findings; the JSON Schema.

python docs/generate.py           rewrites them
python docs/generate.py --check   says which are out of date, and fails
"""

import ast
import inspect
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from publisher import appearance, limits, settings
from publisher.codes import CODES
from publisher.errors import ExitCode
from publisher.model import Bulletin
from publisher.theme import files, tokens
from publisher.theme.loading import load_theme, theme_names
from publisher.writers.docx.look.catalogue import SHOWN

DOCS = Path(__file__).parent
EXIT_CODES = {
    ExitCode.FINE: "fine",
    ExitCode.USAGE: "the command was called wrongly",
    ExitCode.SOURCE: "a source can't be read, or is no text",
    ExitCode.CONFIGURATION: "`bulletin.toml` or a theme says something that can't be carried out",
    ExitCode.FINDINGS: "error-level findings; nothing was published",
    ExitCode.MISSING: "a program or library is missing on this machine",
    ExitCode.EMBARGO: "embargoed, withheld, or not approved",
    ExitCode.OUTPUT: "the output can't be written",
    ExitCode.MAIL: "the message couldn't be made, or didn't reach everybody",
    ExitCode.BUG: "a fault of the program itself",
    ExitCode.INTERRUPTED: "interrupted",
}


#: Struct → the title of its table, for ``bulletin.toml`` and for ``theme.toml``.
SETTINGS = {
    "Settings": "Keys of the file itself",
    "SourceSettings": '`[source."FILE"]`',
    "SectionSettings": "`[[section]]`",
    "Letterhead": "`[letterhead]`",
    "LetterheadSender": "`[[letterhead.sender]]`",
    "Brand": "`[brand]`",
    "BrandFamily": "`[brand.fonts.FAMILY]`",
    "Print": "`[print]`",
    "Docx": "`[docx]`",
    "Screen": "`[screen]`",
    "Epub": "`[epub]`",
    "Normalise": "`[normalise]`",
    "Mail": "`[mail]`",
    "Approval": "`[approval]`",
    "Limits": "`[limits]`",
    "Accept": "`[[accept]]`",
}
TOKENS = {
    "Theme": "The file itself",
    "Page": "`[page]`",
    "Setting": "`[setting]`",
    "Fit": "`[fit]`",
    "Form": "`[form]`",
    "Family": "`[family.NAME]`",
    "Colour": "`[colour.NAME]`",
    "Role": "`[role.NAME]`",
    "Docx": "`[docx]`",
}


#: Types that the code gives a name.
TYPES = {
    "Positive": "number above 0",
    "NotNegative": "number from 0",
    "Hex": "#rrggbb",
    "PageSize": f"Literal{list(tokens.PAGE_SIZES)}",
}


def _without_indents(schema: Any) -> Any:
    """*schema* with its descriptions as Python 3.13 has docstrings: older versions keep the indents of their lines."""
    match schema:
        case str():
            return inspect.cleandoc(schema)
        case dict():
            return {key: _without_indents(value) for key, value in schema.items()}
        case list():
            return [_without_indents(item) for item in schema]
        case _:
            return schema


def generated() -> dict[Path, str]:
    """Each generated document's path and what it must hold."""
    reference, themes = DOCS / "reference.md", DOCS / "themes.md"
    exits = [(str(int(code)), meaning) for code, meaning in EXIT_CODES.items()]
    parts = {
        "exit codes": _table(("code", "meaning"), exits),
        "settings": _structs((settings, appearance, limits), SETTINGS),
    }
    looks = {
        "themes": _themes(),
        "tokens": _structs((tokens, files), TOKENS),
        "roles": _roles(),
    }
    schema = msgspec.json.format(msgspec.json.encode(_without_indents(msgspec.json.schema(Bulletin)))).decode()
    return {
        DOCS / "findings.md": _findings(),
        DOCS / "model.schema.json": f"{schema}\n",
        reference: _filled(reference, parts),
        themes: _filled(themes, looks),
    }


def _findings() -> str:
    rows = [
        (f"`{code}`", entry.severity.value, entry.meaning, "" if entry.waivable else "no")
        for code, entry in CODES.items()
    ]
    return (
        "# Findings\n\nEvery code the program knows. An error stops publication; `[[accept]]` in `bulletin.toml` "
        "waives a finding by code and place, with a reason that goes into the manifest.\n\n"
        + _table(("code", "severity", "what it means", "can be accepted"), rows)
    )


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def _structs(modules: tuple[ModuleType, ...], wanted: dict[str, str]) -> str:
    """A table for each struct: key, type, default and the sentence under its field."""
    classes = _classes(modules)
    parts = []
    for name, title in wanted.items():
        rows = _fields(classes[name])
        parts.append(f"\n### {title}\n\n" + _table(("key", "type", "default", ""), rows))
    return "".join(parts)


def _classes(modules: tuple[ModuleType, ...]) -> dict[str, ast.ClassDef]:
    trees = [ast.parse(inspect.getsource(module)) for module in modules]
    return {node.name: node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)}


def _fields(node: ast.ClassDef) -> list[tuple[str, ...]]:
    rows = []
    for field, after in zip(node.body, [*node.body[1:], None], strict=True):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        if not (isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)):
            continue
        default = ast.unparse(field.value) if field.value else "required"
        plain = "" if default in ("None", "()", "{}") else f"`{default}`" if field.value else default
        rows.append(
            (
                f"`{field.target.id}`",
                f"`{_type(ast.unparse(field.annotation))}`",
                plain,
                " ".join(str(after.value.value).split()),
            )
        )
    return rows


def _type(annotation: str) -> str:
    """A type as an editor of TOML reads it."""
    plain = re.sub(r"Annotated\[(\w+(?: \| \w+)*), Meta\((.*?)\)\]", r"\1 (\2)", annotation)
    for name, words in TYPES.items():
        plain = re.sub(rf"\b{name}\b", words, plain)
    plain = plain.replace(" | None", "").replace("datetime.date", "date").replace("PubStatus", "str")
    return plain.replace("tuple[str, ...]", "list of str").replace(
        "tuple[Fraction, Fraction, Fraction, Fraction]", "4 numbers 0–100"
    )


def _themes() -> str:
    """The themes that come along, side by side."""
    rows = []
    for theme in map(load_theme, theme_names()):
        page, body = theme.page, theme.role.body
        column = (page.measure - (page.columns - 1) * page.column_gap) / page.columns
        rows.append(
            (
                f"`{theme.name}`",
                theme.about,
                f"{page.size}, {page.columns} × {column:.0f} mm",
                f"{theme.family[body.family].name} {body.size:g}/{body.leading:g} pt",
            )
        )
    return _table(("theme", "what for", "page and columns", "text"), rows)


def _roles() -> str:
    """Each role, what it is for, and its Word style."""
    styles = {style.role: style.name for style in reversed(SHOWN)}
    (roles,) = (node for node in _classes((tokens,)).values() if node.name == "Roles")
    rows = [(name, words, styles.get(name.strip("`"), "Dateline")) for name, _, _, words in _fields(roles)]
    return _table(("role", "what it is for", "style in Word"), rows)


def _filled(path: Path, parts: dict[str, str]) -> str:
    text = path.read_text("utf-8")
    for name, part in parts.items():
        pattern = rf"(<!-- {name} -->\n).*?(<!-- end -->)"
        text, number = re.subn(pattern, lambda m, p=part: f"{m[1]}{p}{m[2]}", text, flags=re.DOTALL)  # type: ignore[misc]
        if number != 1:
            raise SystemExit(f"docs/{path.name} has no place for “{name}”")
    return text


def main() -> None:
    """Rewrites the documents, or checks them."""
    stale = {path: text for path, text in generated().items() if not path.exists() or path.read_text("utf-8") != text}
    if "--check" in sys.argv and stale:
        raise SystemExit(f"out of date: {', '.join(path.name for path in stale)}; run `make docs`")
    for path, text in stale.items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
