"""Links to other records: one that shortens itself, and the page on which an activity stands."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.core.errors import MentordeskError
from app.services import activities
from app.ui.desk import Desk
from app.ui.theme import theme


class RecordLink(QPushButton):
    """Words that lead to a record; reached by Tab, opened by Enter, Space or a click."""

    def __init__(self, words: str, run: Callable[[], object], *, name: str = "") -> None:
        super().__init__(words)
        self._words = words
        self._run = run
        self.setObjectName(name)
        self.setProperty("role", "link")
        self.setProperty("flush", True)
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme().font("second_strong")).horizontalAdvance(self._words) + theme().space(3)
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - theme().space(1)
        shown = QFontMetrics(theme().font("second_strong")).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
            self.setAccessibleName(self._words)
        self.setToolTip("" if shown == self._words else self._words)

    def _on_clicked(self, _checked: bool) -> None:
        self._run()


def section_of(desk: Desk, activity_id: str) -> str:
    """The page on which an activity stands: visits or trainings."""
    try:
        with desk.context.read() as view:
            return "visits" if activities.row_of(view, activity_id).visit else "trainings"
    except MentordeskError:
        return "visits"
