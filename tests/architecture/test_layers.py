"""The layer contracts of docs/house.md. Imports inside functions, for types only and by name count too."""

import os
import subprocess
import sys

import pytest

from tests.architecture.source import ROOT, Module, imports, modules

#: What each room may import from the house.
MAY_IMPORT = {
    "core": {"core"},
    "models": {"models", "core"},
    "storage": {"storage", "models", "core"},
    "importers": {"importers", "core"},
    "documents": {"documents", "core"},
    "services": {"services", "importers", "documents", "storage", "models", "core"},
    "cli": {"cli", "services", "core"},
    "ui": {"ui", "services", "core"},
    "main": {"ui", "cli", "services", "core"},
    "app": set(),
}
#: Which rooms may use a library at all.
KEEPERS = {
    "PySide6": {"ui", "main"},
    "shiboken6": {"ui"},
    "sqlalchemy": {"models", "storage", "services"},
    "sqlite3": {"storage"},
    "alembic": {"storage"},
    "filelock": {"storage"},
    "openpyxl": {"importers", "documents"},
    "python_calamine": {"importers"},
    "reportlab": {"documents"},
    "icalendar": {"documents"},
}
#: Libraries that cost too much to load at start; rooms in brackets may name them at the head of a module, since
#: they are themselves only imported where they are used.
HEAVY = {
    "openpyxl": set[str](),
    "reportlab": {"documents"},
    "alembic": {"storage.migrations"},
    "python_calamine": set[str](),
    "pypdfium2": set[str](),
    "phonenumbers": set[str](),
    "babel": set[str](),
    "holidays": set[str](),
    "icalendar": set[str](),
}


def _library(target: str) -> str:
    return target.split(".", maxsplit=1)[0]


def _where(module: Module, line: int, target: str) -> str:
    return f"{module.path}:{line} imports {target}"


def test_every_room_is_known() -> None:
    """A new folder below app/ needs a place in the plan first."""
    assert {module.room for module in modules()} <= set(MAY_IMPORT)


def test_no_room_imports_upward() -> None:
    """Nothing imports what stands above it; importers and documents do not see each other."""
    wrong = [
        _where(module, found.line, found.target)
        for module in modules()
        for found in imports(module)
        if found.target.startswith("app.") and found.target.split(".")[1] not in MAY_IMPORT[module.room]
    ]
    assert not wrong, "\n".join(wrong)


def test_libraries_stay_in_their_rooms() -> None:
    """Qt only in the window, the database only in models, storage and services, file formats only at the doors."""
    wrong = [
        _where(module, found.line, found.target)
        for module in modules()
        for found in imports(module)
        if module.room not in KEEPERS.get(_library(found.target), {module.room})
    ]
    assert not wrong, "\n".join(wrong)


def test_main_names_no_qt_at_its_head() -> None:
    """The command line works where Qt's system libraries are missing."""
    main = [module for module in modules() if module.path == "main.py"]
    assert main, "main.py is missing"
    wrong = [found for found in imports(main[0]) if found.at_start and found.target.startswith(("PySide6", "app.ui"))]
    assert not wrong
    assert main[0].lines <= 40


def test_migrations_are_frozen() -> None:
    """A migration describes a schema of the past; models of today would change what it does."""
    wrong = [
        _where(module, found.line, found.target)
        for module in modules()
        if module.name.startswith("app.storage.migrations")
        for found in imports(module)
        if found.target.startswith("app.models")
    ]
    assert not wrong, "\n".join(wrong)


def test_heavy_libraries_are_imported_where_they_are_used() -> None:
    """Inside functions, never at the head of a module (but see HEAVY)."""
    wrong = [
        _where(module, found.line, found.target)
        for module in modules()
        for found in imports(module)
        if found.at_start
        and _library(found.target) in HEAVY
        and not any(module.name.startswith(f"app.{room}") for room in HEAVY[_library(found.target)])
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["app.services.context", "app.ui.main_window"])
def test_the_start_loads_nothing_heavy(name: str) -> None:
    """What stands before the first window pulls in none of the heavy libraries, by whatever way."""
    wanted = [*HEAVY, *([] if name.startswith("app.ui") else ["PySide6"])]
    code = f"import sys, {name}; print(*[n for n in {wanted!r} if n in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    """A circle means that a shared thing belongs further down; a late import would only hide it."""
    known = {module.name for module in modules()}
    graph = {
        module.name: {found.target for found in imports(module) if found.at_start and found.target in known}
        for module in modules()
    }
    assert not (circle := _circle(graph)), " -> ".join(circle)


def _circle(graph: dict[str, set[str]]) -> list[str]:
    """One circle of the graph, or nothing."""
    done: set[str] = set()

    def follow(name: str, path: list[str]) -> list[str]:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        for target in sorted(graph[name] - {name}):
            if circle := follow(target, [*path, name]):
                return circle
        done.add(name)
        return []

    return next((circle for name in sorted(graph) if (circle := follow(name, []))), [])
