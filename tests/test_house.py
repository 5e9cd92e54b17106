"""The house rules that no linter knows: how long things may be, and what they may be called."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    path for folder in ("publisher", "tests", "docs", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)

MODULE_LINES = 300
FUNCTION_LINES = 30
EMPTY_NAMES = {"utils", "helpers", "common", "manager"}


def faults(name: str, source: str) -> Iterator[str]:
    """What in one module is longer than the house allows, or has a name that says nothing."""
    if name in EMPTY_NAMES:
        yield f"{name} says nothing of what the module holds"
    length = len(source.splitlines())
    if length > MODULE_LINES:
        yield f"{length} lines; a module has at most {MODULE_LINES}"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            length = node.end_lineno - node.lineno + 1
            if length > FUNCTION_LINES:
                rule = f"a function has at most {FUNCTION_LINES}"
                yield f"line {node.lineno}: {node.name} has {length} lines; {rule}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_keeps_the_house_rules(path: Path) -> None:
    assert list(faults(path.stem, path.read_text("utf-8"))) == []


def test_package_root_holds_nothing_to_import() -> None:
    body = ast.parse((ROOT / "publisher/__init__.py").read_text("utf-8")).body
    assert [type(node) for node in body] == [ast.Expr]


def test_names_a_module_that_is_too_long() -> None:
    assert list(faults("words", "x = 1\n" * 300)) == []
    assert list(faults("words", "x = 1\n" * 301)) == ["301 lines; a module has at most 300"]


@pytest.mark.parametrize("definition", ["def", "async def"])
def test_names_a_function_that_is_too_long(definition: str) -> None:
    function = f"{definition} read(x):\n" + "    x = 1\n" * 29
    assert list(faults("words", function)) == []
    (fault,) = faults("words", "y = 0\n" + function + "    x = 2\n")
    assert fault == "line 2: read has 31 lines; a function has at most 30"


def test_names_a_method_and_leaves_decorators_out() -> None:
    method = "class A:\n" + "    @option()\n" * 20 + "    def read(self):\n" + "        x = 1\n" * 29
    assert list(faults("words", method)) == []
    (fault,) = faults("words", method + "        x = 2\n")
    assert fault.startswith("line 22: read has 31 lines")


def test_names_a_module_called_nothing() -> None:
    assert list(faults("utils", "")) == ["utils says nothing of what the module holds"]
