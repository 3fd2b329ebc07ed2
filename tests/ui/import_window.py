"""The import assistant by mouse and keys, for its tests: files written here, clicks counted."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.pages.import_page import ImportPage
from app.ui.widgets.list_table import ListTable
from tests.ui.visit_window import VisitWindow

CLEAN = (
    ("Бондаренко Наталія Степанівна", "Начальниця відділу", "14.03.1981", "067 555 01 12", "n.bondarenko@z.example"),
    ("Дорошенко Тарас Ігорович", "Фахівець", "30.11.1990", "050 555 01 19", "t.doroshenko@z.example"),
    ("Мельник Ярослав Юрійович", "Інспектор", "01.07.1988", "067 555 01 66", "y.melnyk@z.example"),
)
HEADS = ("ПІБ", "Посада", "Дата народження", "Телефон", "Ел. пошта")


def workbook(folder: Path, rows: Iterable[Sequence[object]], name: str = "delegation.xlsx", above: int = 2) -> Path:
    """A spreadsheet with a title, an empty row, headings and rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Делегація"
    for number in range(above):
        sheet.append(["Список делегації"] if not number else [])
    sheet.append(HEADS)
    for row in rows:
        sheet.append(row)
    path = folder / name
    book.save(path)
    return path


class Assistant:
    """The page with its clicks counted."""

    def __init__(self, qtbot: QtBot, window: VisitWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.clicks = 0
        window.go("import", "visit")
        page = window.window.current_page()
        assert isinstance(page, ImportPage)
        self.page = page

    def drop(self, *paths: Path) -> None:
        """Let files fall on the page."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        place, action = self.page, Qt.DropAction.CopyAction
        # without the entering before it Qt does not know where the drop belongs
        QApplication.sendEvent(place, QDragEnterEvent(QPoint(20, 20), action, mime, left, no_key))
        QApplication.sendEvent(place, QDropEvent(QPointF(20, 20), action, mime, left, no_key))
        self.window.settle()

    def paste(self, text: str) -> None:
        """The button for cells that were copied."""
        QGuiApplication.clipboard().setText(text)
        self.click("import.paste")

    def _named(self, name: str) -> list[QPushButton]:
        return self.window.window.findChildren(QPushButton, name)

    def click(self, name: str) -> None:
        """Press a button with the mouse."""
        self.qtbot.waitUntil(lambda: any(one.isVisible() for one in self._named(name)), timeout=2000)
        made = self.window.find(QPushButton, name)
        assert made.isEnabled(), name
        self.clicks += 1
        self.qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
        self.window.settle()

    def to_rows(self, path: Path) -> None:
        """Up to the check of the rows."""
        self.drop(path)
        self.click("import.next")
        self.click("import.next")
        assert self.page.step == "rows"

    def take_in(self) -> None:
        """From the rows over the preview to the end."""
        self.click("import.next")
        assert self.page.stack.currentWidget() is self.page.review_step
        self.click("import.next")
        assert self.page.session.result is not None

    @property
    def table(self) -> ListTable:
        """The list of rows."""
        assert self.page.rows_step.table is not None
        return self.page.rows_step.table

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key in the list of rows."""
        self.qtbot.keyClick(self.table.view, key, modifier)
        self.window.settle()

    def at(self, number: int) -> None:
        """Go to a row by its number in the file's order."""
        self.page.rows_step.rows_list.choose(number, 2)
        self.page.rows_step._show_panel()

    def outcomes(self) -> list[str]:
        """The outcome of each row."""
        return [one.outcome.value for one in self.page.rows_step.rows]

    def popover(self, name: str) -> QWidget:
        """The popover that is open."""
        return next(one for one in QApplication.topLevelWidgets() if one.objectName() == name and one.isVisible())
