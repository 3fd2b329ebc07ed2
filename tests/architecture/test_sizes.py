"""Nothing grows beyond what one person reads at one sitting."""

import ast
from collections.abc import Iterator

from tests.architecture.source import Module, modules

LONGEST_FILE = 500
LONGEST_CLASS = 350
LONGEST_FUNCTION = 60


def _lengths(module: Module, *kinds: type[ast.AST]) -> Iterator[tuple[str, int]]:
    for node in ast.walk(module.tree):
        if isinstance(node, kinds) and isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{module.path}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def _too_long(limit: int, *kinds: type[ast.AST]) -> list[str]:
    return [
        f"{where} has {length} lines, {limit} are allowed"
        for module in modules()
        for where, length in _lengths(module, *kinds)
        if length > limit
    ]


def test_files() -> None:
    """At most 500 lines a file."""
    wrong = [f"{module.path} has {module.lines} lines" for module in modules() if module.lines > LONGEST_FILE]
    assert not wrong, "\n".join(wrong)


def test_classes() -> None:
    """At most 350 lines a class."""
    wrong = _too_long(LONGEST_CLASS, ast.ClassDef)
    assert not wrong, "\n".join(wrong)


def test_functions() -> None:
    """At most 60 lines a function."""
    wrong = _too_long(LONGEST_FUNCTION, ast.FunctionDef, ast.AsyncFunctionDef)
    assert not wrong, "\n".join(wrong)
