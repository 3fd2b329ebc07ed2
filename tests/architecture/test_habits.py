"""Habits of the house that no linter knows."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import Module, modules, text_files

DRAWERS = {"util", "utils", "helper", "helpers", "misc", "common", "manager", "managers"}
#: The boundaries that may catch whatever comes, and why.
BLIND_BOUNDARIES = {
    "main.py": "start-up: the last one who can say a sentence instead of a traceback",
    "app/cli/entry.py": "start-up of the command line: exit status and one sentence, never a traceback",
    "app/ui/bootstrap.py": "start-up of the window",
    "app/ui/crash.py": "crash hook",
    "app/ui/jobs.py": "job runner: a job ends in exactly one of done, cancelled, failed",
    "app/storage/migrate.py": "migration runner: whatever a step raises, the file goes back to its backup",
    "app/importers/child.py": "child process that reads a stranger's file",
}
TRANSLATING = {"tr", "trn", "trc", "N_"}
TRANSLATING_METHODS = {"say", "say_in", "count"}


def _nodes(inside: str = "") -> Iterator[tuple[Module, ast.AST]]:
    for module in modules():
        if module.path.startswith(inside):
            for node in ast.walk(module.tree):
                yield module, node


def _at(module: Module, node: ast.AST, what: str) -> str:
    return f"{module.path}:{getattr(node, 'lineno', 0)} {what}"


def test_no_drawers() -> None:
    """A module is named for what it is about; a drawer for anything fills with everything."""
    wrong = [
        module.path for module in modules() for part in module.name.split(".") if DRAWERS & set(part.lower().split("_"))
    ]
    assert not wrong, "\n".join(wrong)


def _undocumented(module: Module) -> Iterator[str]:
    if not ast.get_docstring(module.tree):
        yield f"{module.path} module"
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from _undocumented_in(module, node)


def _undocumented_in(module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Iterator[str]:
    if node.name.startswith("_"):
        return
    # The words of the vocabulary are explained by their labels; what upgrade and downgrade do, by their module.
    told_elsewhere = module.path == "app/core/vocabulary.py" or module.name.startswith("app.storage.migrations.")
    if not ast.get_docstring(node) and not told_elsewhere:
        yield _at(module, node, node.name)
    # A method of a derived class may be the one its base explains.
    for inner in node.body if isinstance(node, ast.ClassDef) and not node.bases else []:
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
            marks = {ast.unparse(mark).split(".")[-1] for mark in inner.decorator_list}
            if not marks & {"overload", "setter"}:
                yield from _undocumented_in(module, inner)


def test_everything_public_is_documented() -> None:
    """Every module; below the window every public class, function and method too."""
    wrong = [
        where
        for module in modules()
        for where in _undocumented(module)
        if module.room != "ui" or where.endswith(" module")
    ]
    assert not wrong, f"{len(wrong)} without a docstring:\n" + "\n".join(wrong[:40])


def _is_blind(handler: ast.ExceptHandler) -> bool:
    """Whether it catches everything; clearing up and raising again is not blind."""
    if handler.body and isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None:
        return False
    caught = ast.unparse(handler.type) if handler.type else "BaseException"
    return bool({"Exception", "BaseException"} & set(re.findall(r"\w+", caught)))


def test_only_named_boundaries_catch_everything() -> None:
    """Elsewhere an exception is caught by its name, or goes on to where somebody can say what happened."""
    wrong = []
    for module, node in _nodes():
        blind = isinstance(node, ast.ExceptHandler) and _is_blind(node)
        hushed = isinstance(node, ast.Call) and re.fullmatch(
            r"(contextlib\.)?suppress\((.*\b)?(Base)?Exception\b.*\)", ast.unparse(node)
        )
        if (blind or hushed) and module.path not in BLIND_BOUNDARIES:
            wrong.append(_at(module, node, "catches everything"))
    assert not wrong, "\n".join(wrong)


def test_style_stands_only_in_the_theme() -> None:
    """No colour and no style sheet in the window outside app/ui/theme*.py."""
    wrong = []
    for module, node in _nodes("app/ui/"):
        if module.path.startswith("app/ui/theme"):
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _COLOUR.search(node.value):
            wrong.append(_at(module, node, f"colour {node.value[:40]!r}"))
        if isinstance(node, ast.Attribute) and node.attr == "setStyleSheet":
            wrong.append(_at(module, node, "setStyleSheet"))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("QColor") and _is_fixed(node):
            wrong.append(_at(module, node, ast.unparse(node)))
    assert not wrong, "\n".join(wrong)


_COLOUR = re.compile(r"(?<![&\w])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")


def _is_fixed(call: ast.Call) -> bool:
    return bool(call.args) and all(isinstance(argument, ast.Constant) for argument in call.args)


def test_translations_are_plain_texts() -> None:
    """A text put together before it is translated is in no catalogue: no f-string, no %, no format, no plus."""
    wrong = []
    for module, node in _nodes():
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name not in (TRANSLATING if isinstance(node.func, ast.Name) else TRANSLATING | TRANSLATING_METHODS):
            continue
        texts = node.args[: 2 if name in {"trn", "trc", "count", "say_in"} else 1]
        if any(_is_built(text) for text in texts):
            wrong.append(_at(module, node, ast.unparse(node)[:100]))
    assert not wrong, "\n".join(wrong)


def _is_built(text: ast.expr) -> bool:
    if isinstance(text, ast.JoinedStr | ast.BinOp):
        return any(isinstance(part, ast.Constant | ast.JoinedStr) for part in ast.walk(text))
    return isinstance(text, ast.Call) and isinstance(text.func, ast.Attribute) and text.func.attr == "format"


def test_the_window_shows_no_untranslated_text() -> None:
    """A text written straight into a widget speaks English whatever the language; it goes through tr()."""
    showing = {"setText", "setWindowTitle", "setToolTip", "setPlaceholderText", "setStatusTip", "setAccessibleName"}
    showing |= {"QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "addMenu", "addTab"}
    wrong = []
    for module, node in _nodes("app/ui/"):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in showing:
            texts = [part.value for part in node.args if isinstance(part, ast.Constant)]
            if any(isinstance(text, str) and re.search(r"[^\W\d_]{2}", text) for text in texts):
                wrong.append(_at(module, node, ast.unparse(node)[:80]))
    assert not wrong, "\n".join(wrong)


def test_no_lambda_holds_its_window() -> None:
    """A lambda that captures ``self`` and is connected to a signal keeps the dialog alive for good."""
    wrong = [
        _at(module, node, ast.unparse(node)[:80])
        for module, node in _nodes("app/ui/")
        if isinstance(node, ast.Lambda)
        and any(isinstance(part, ast.Name) and part.id == "self" for part in ast.walk(node))
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_is_left_open() -> None:
    """No note that something will be done some day."""
    left = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|raise NotImplemented" + r"Error\b|coming " + "soon")
    wrong = [
        f"{path}:{number} {line.strip()[:80]}"
        for path, text in text_files()
        if path.startswith("app/") or path == "main.py"
        for number, line in enumerate(text.splitlines(), 1)
        if left.search(line)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_file_names_a_machine_or_a_registry() -> None:
    """What is kept in the repository works anywhere: no folder of somebody's machine, no address of packages."""
    folders = "|".join(["work", "ro" + "ot", "ho" + "me"])
    hosts = "|".join([r"pypi\." + "org", r"pythonhosted\." + "org", r"npmjs\." + "org", r"deb\.debian\." + "org"])
    machine = re.compile(r"(?<![\w.>})\]-])/(?:" + folders + r")/|(?:" + hosts + r")|https?://\S+/simple\b")
    wrong = [
        f"{path}:{number} {line.strip()[:100]}"
        for path, text in text_files()
        for number, line in enumerate(text.splitlines(), 1)
        if machine.search(line)
    ]
    assert not wrong, "\n".join(wrong[:40])
