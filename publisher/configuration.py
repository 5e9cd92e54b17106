"""TOML read into typed settings, with every fault of a file told at once: file:line, key, way out."""

import difflib
import pathlib
import re
import tomllib
import types
import typing
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple, TypeVar

import msgspec

from publisher.errors import ConfigurationError

T = TypeVar("T")
Path = tuple[str | int, ...]
Fault = tuple[str, str]

_HEADER = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def read_file(path: pathlib.Path, hint: str) -> str:
    """The text of a file of settings; a ConfigurationError, with *hint* where it can't be opened."""
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise ConfigurationError(f"{path}: can't be read: {error.strerror}", hint) from None
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: is not UTF-8 (byte {error.start + 1})", "save it as UTF-8") from None


def read_toml(text: str, name: str, shape: type[T]) -> T:
    """*text* as a *shape* (a msgspec struct); a ConfigurationError names every fault with its line."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(error, text, name) from None
    told = Told(key_lines(text), name)
    faults = [*_unknown_keys(data, shape, (), told)] or [*_wrong_values(data, shape, (), told)]
    if faults:
        hints = dict.fromkeys(hint for _, hint in faults if hint)
        raise ConfigurationError("\n".join(message for message, _ in faults), "; ".join(hints) or None)
    return msgspec.convert(data, shape)


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of a TOML file: frozen, and a misspelt key is an error."""


class Told(NamedTuple):
    """How a fault's place is told: by the file's name and the line its key stands on."""

    lines: dict[Path, int]
    name: str

    def place(self, path: Path) -> str:
        """``file:line`` of a key, or of the table that would hold it, or of the first that stands in that one."""
        while path and path not in self.lines:
            inside = [line for other, line in self.lines.items() if other[: len(path)] == path]
            if inside:
                return f"{self.name}:{min(inside)}"
            path = path[:-1]
        return f"{self.name}:{self.lines.get(path, 1)}"


def key_lines(text: str) -> dict[Path, int]:
    """The 1-based line each table and key stands on; array tables are numbered from 0."""
    lines: dict[Path, int] = {}
    table: Path = ()
    counts: dict[Path, int] = {}
    closing: str | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if closing:
            closing = None if closing in line else closing
            continue
        if header := _HEADER.match(line):
            path: Path = tuple(part.strip("\"'") for part in _PART.findall(header[2]))
            if header[1] == "[[":
                counts[path] = counts.get(path, -1) + 1
                path = (*path, counts[path])
            table = path
            lines.setdefault(path, number)
        elif key := _KEY.match(line):
            path = (*table, *(part.strip("\"'") for part in _PART.findall(key[1])))
            lines.setdefault(path, number)
            for quotes in ('"""', "'''"):
                if line.count(quotes) % 2:
                    closing = quotes
    return lines


def _syntax_error(error: tomllib.TOMLDecodeError, text: str, name: str) -> ConfigurationError:
    place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    line = int(place[1]) if place else text.count("\n") + 1
    column = int(place[2]) if place else 1
    what = re.sub(r"\s*\(at .*\)$", "", str(error))
    return ConfigurationError(
        f"{name}:{line}:{column}: not valid TOML: {what}",
        'text values stand in quotes, one key a line: title = "The Bulletin"',
    )


def _unknown_keys(data: object, shape: Any, path: Path, told: Told) -> Iterator[Fault]:
    """(message, hint) for every key that *shape* doesn't have, wherever it stands."""
    struct, _ = _struct_and_item(shape)
    if struct is not None and isinstance(data, dict):
        known = [field.encode_name for field in msgspec.structs.fields(struct)]
        for key in data:
            if key not in known:
                yield _unknown_key(key, (*path, key), known, told)
    for key, value, inner in _inside(data, shape):
        yield from _unknown_keys(value, inner, (*path, key), told)


def _wrong_values(data: object, shape: Any, path: Path, told: Told) -> Iterator[Fault]:
    """(message, hint) for every value that isn't what *shape* asks for, at the innermost key."""
    try:
        msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        deeper = [
            fault
            for key, value, inner in _inside(data, shape)
            for fault in _wrong_values(value, inner, (*path, key), told)
        ]
        what = _plainly(str(error).partition(" - at `$")[0])
        yield from deeper or [(f"{told.place(path)}: “{_dotted(path)}”: {what}", "")]


#: What the checker of types says → the same to whoever writes TOML.
_PLAINLY = (
    (re.compile(r"Object missing required field `(\w+)`"), r"“\1” is missing"),
    (re.compile(r"Expected `(?:float|int)`(.*), got `str`"), r"a number is wanted here\1, without quotes or unit"),
    (re.compile(r"Expected `str`, got `(?:int|float|bool)`"), "text is wanted here, in quotes"),
    (re.compile(r"Expected `bool`, got `\w+`"), "true or false is wanted here, without quotes"),
)


def _plainly(what: str) -> str:
    for pattern, words in _PLAINLY:
        if pattern.fullmatch(what):
            return pattern.sub(words, what)
    return what[0].lower() + what[1:]


def _inside(data: object, shape: Any) -> Iterator[tuple[str | int, object, Any]]:
    """(key, value, its type) for what stands directly inside *data*."""
    struct, item = _struct_and_item(shape)
    if isinstance(data, dict) and struct is not None:
        types_ = {field.encode_name: field.type for field in msgspec.structs.fields(struct)}
        yield from ((key, value, types_[key]) for key, value in data.items() if key in types_)
    elif isinstance(data, dict) and item is not None:
        yield from ((key, value, item) for key, value in data.items())
    elif isinstance(data, list) and item is not None:
        yield from ((number, value, item) for number, value in enumerate(data))


def _struct_and_item(shape: Any) -> tuple[type[msgspec.Struct] | None, Any]:
    """The struct a field holds, or else what its container (tuple, list, dict) holds."""
    origin, arguments = typing.get_origin(shape), typing.get_args(shape)
    if origin in (typing.Union, types.UnionType):
        found = [_struct_and_item(part) for part in arguments if part is not type(None)]
        return next((pair for pair in found if pair != (None, None)), (None, None))
    if origin in (tuple, list):
        return None, arguments[0]
    if origin is dict:
        return None, arguments[1]
    if isinstance(shape, type) and issubclass(shape, msgspec.Struct):
        return shape, None
    return None, None


def _unknown_key(key: str, path: Path, known: list[str], told: Told) -> Fault:
    return f"{told.place(path)}: unknown key “{_dotted(path)}”", nearest(key, known)


def nearest(key: str, known: Collection[str]) -> str:
    """The hint for a *key* that isn't among the *known* ones: the one it is nearest to, or else all of them."""
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    return f"did you mean “{near[0]}”?" if near else f"the keys here are: {', '.join(sorted(known))}"


def _dotted(path: Path) -> str:
    return ".".join(str(part) for part in path if isinstance(part, str))
