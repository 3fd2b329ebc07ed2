"""Entries of the menus of lists: a sign, words, and what they do."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.ui.icons import icon


def menu_action(owner: QObject, icon_name: str, words: str, run: Callable[..., object], name: str = "") -> QAction:
    """One entry, which lives as long as its owner; ``name`` is its object name, where somebody looks for it."""
    made = QAction(icon(icon_name, "muted"), words, owner)
    made.setObjectName(name)
    made.triggered.connect(run)
    return made


def menu_actions(owner: QObject, entries: Iterable[tuple[str, str, Callable[..., object]]]) -> list[QAction]:
    """Entries in their order, each as (sign, words, what it does)."""
    return [menu_action(owner, icon_name, words, run) for icon_name, words, run in entries]
