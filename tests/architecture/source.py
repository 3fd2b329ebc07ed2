"""Reads the program's own source for the tests beside it: modules, their imports, their trees."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SKIPPED_FOLDERS = {".git", ".venv", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}


@dataclass(frozen=True)
class Import:
    """One imported module. ``at_start`` tells that merely importing the importer brings it in."""

    target: str
    line: int
    at_start: bool


@dataclass(frozen=True)
class Module:
    """One source file: dotted name, path below the root, tree and lines."""

    name: str
    path: str
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        """The layer it belongs to: ``core``, ``ui`` …; ``main`` for main.py, ``app`` for the package itself."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else parts[0]


@cache
def modules() -> tuple[Module, ...]:
    """main.py and every module below app/."""
    paths = sorted((ROOT / "app").rglob("*.py"))
    if (ROOT / "main.py").exists():
        paths.append(ROOT / "main.py")
    return tuple(_read(path) for path in paths if "__pycache__" not in path.parts)


def _read(path: Path) -> Module:
    below = path.relative_to(ROOT)
    parts = list(below.with_suffix("").parts)
    if parts[-1] == "__init__":
        parts.pop()
    text = path.read_text(encoding="utf-8")
    return Module(".".join(parts), below.as_posix(), ast.parse(text, str(path)), len(text.splitlines()))


def imports(module: Module) -> Iterator[Import]:
    """Everything a module imports: inside functions, for types only and by name, too."""
    yield from _imports(module, module.tree, True)


def _imports(module: Module, parent: ast.AST, at_start: bool) -> Iterator[Import]:
    for node in ast.iter_child_nodes(parent):
        for target in _targets(module, node):
            yield Import(target, getattr(node, "lineno", 0), at_start)
        later = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _only_for_types(node)
        yield from _imports(module, node, at_start and not later)


def _only_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def _targets(module: Module, node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        start = node.module or ""
        if node.level:
            package = module.name.split(".")
            is_package = module.path.endswith("__init__.py")
            package = package[: len(package) - node.level + (1 if is_package else 0)]
            start = ".".join([*package, *([start] if start else [])])
        known = {other.name for other in modules()} if start.split(".")[0] == "app" else set()
        inner = [f"{start}.{alias.name}" for alias in node.names if f"{start}.{alias.name}" in known]
        return [start, *inner] if len(inner) < len(node.names) or not inner else inner
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        called = ast.unparse(node.func).split(".")[-1]
        if called in ("import_module", "__import__") and isinstance(node.args[0].value, str):
            return [node.args[0].value]
    return []


@cache
def text_files() -> tuple[tuple[str, str], ...]:
    """Path and text of every file that is, or is about to be, kept in the repository; no pictures."""
    found = []
    for path in _kept_files():
        data = path.read_bytes()
        if b"\0" not in data[:4096]:
            found.append((path.relative_to(ROOT).as_posix(), data.decode("utf-8", "replace")))
    return tuple(found)


def _kept_files() -> list[Path]:
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listed = subprocess.run(
            [git, "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, check=True, capture_output=True
        )
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
        return [path for path in paths if path.is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and not _SKIPPED_FOLDERS & set(path.parts)]
