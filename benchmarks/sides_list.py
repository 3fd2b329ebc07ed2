"""The list of 100,000 people: first paint and filter as you type, against a plain model and a bare repaint."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.clock import measured
from benchmarks.material import MANY_FILE

_TYPED = ("k", "ko", "kov", "kova", "kovar", "m", "mi", "mik", "t", "te")
_REPAINTS = len(_TYPED)
_QUERY = "SELECT code, family_name, given_name, family_latin, given_latin, email, phone, passport_number FROM person"


class _Plain(QAbstractTableModel):
    """All rows as tuples, as one writes it first."""

    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802
        return len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802
        return 8

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class _View(QTableView):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self.painted = True


def _until(ready: Callable[[], bool]) -> None:
    tick = QTimer()
    tick.start(1)
    while not ready():
        QApplication.processEvents()
        if not ready():
            QApplication.sendPostedEvents()


def plain_model(folder: Path) -> None:
    """All 100,000 rows read, put into the plain model and painted in a bare table view."""
    app = QApplication([])
    with measured():
        _plain(folder)
    app.quit()


def _plain(folder: Path) -> tuple[_View, _Plain]:
    connection = sqlite3.connect(folder / MANY_FILE)
    model = _Plain(connection.execute(_QUERY + " ORDER BY code").fetchall())
    connection.close()
    view = _View()
    view.setModel(model)
    view.resize(1200, 800)
    view.show()
    _until(lambda: view.painted)
    return view, model


def people_page(folder: Path) -> None:
    """The page of people as it opens, until the list is painted with all its rows."""
    with _People(folder) as people, measured():
        people.open()


def filter_as_typed(folder: Path) -> None:
    """Ten letters typed into the filter of the page, each until the list is painted."""
    with _People(folder) as people:
        people.open()
        table = people.page.table.table
        _until(lambda: not table.model._slices.isActive())
        with measured():
            for text in _TYPED:
                table.model.set_filter(text)
                table.view.viewport().repaint()


def bare_repaint(folder: Path) -> None:
    """The list repainted as often, with nothing filtered."""
    with _People(folder) as people:
        people.open()
        table = people.page.table.table
        _until(lambda: not table.model._slices.isActive())
        with measured():
            for _ in range(_REPAINTS):
                table.view.viewport().repaint()


def proxy_filter(folder: Path) -> None:
    """The same letters through QSortFilterProxyModel over the plain model, one column."""
    app = QApplication([])
    view, model = _plain(folder)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(3)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    view.setModel(proxy)
    with measured():
        for text in _TYPED:
            proxy.setFilterFixedString(text)
            view.viewport().repaint()
    app.quit()


class _People:
    """The real page on a desk of its own."""

    def __init__(self, folder: Path) -> None:
        from app.services.context import Context
        from app.ui.bootstrap import make_application
        from app.ui.desk import Desk
        from app.ui.registry import page_class
        from app.ui.theme import theme
        from app.ui.window_state import WindowState

        self.app = make_application([])
        theme().set(mode="light", text_size=100)
        theme().install(self.app)
        self.desk = Desk(WindowState(folder / "settings.json"))
        self.desk.set_context(Context.open(folder / MANY_FILE))
        self._class = page_class("people")
        self.page: Any = None

    def __enter__(self) -> "_People":
        return self

    def open(self) -> None:
        """Make the page, go to its list and wait until all is there."""
        from app.ui.page import Place

        self.page = self._class(self.desk)
        self.page.resize(1200, 800)
        self.page.show_place(Place("people"))
        self.page.show()
        table = self.page.table.table
        _until(lambda: table.model.total > 0 and not self.desk.jobs.running())
        table.view.viewport().repaint()

    def __exit__(self, *_error: object) -> None:
        context = self.desk.context
        self.page.hide()
        self.desk.jobs.stop()
        self.desk.set_context(None)
        context.close()
