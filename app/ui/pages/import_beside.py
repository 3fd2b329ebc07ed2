"""Where the row in full stands: over the right part of the list while something is to be decided, or beside it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from app.core.i18n import tr
from app.services.import_rows import PlanRow
from app.services.imports import RowKey
from app.ui.desk import Desk
from app.ui.pages.import_row_panel import RowPanel
from app.ui.theme import theme
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline

#: How wide (at 100 %) the step is from which on there is room for the row beside the list.
_ROOM = 1500
_SETTING = "import.details"
#: Outcomes about which only somebody who knows can decide.
_OPEN = frozenset({"doubtful"})


def has_to_be_decided(row: PlanRow) -> bool:
    """Whether the row waits for a decision that is made in the panel, not in one of its cells."""
    return not row.left_out and (row.outcome.value in _OPEN or (row.taken and bool(row.stays)))


class PanelPlace(QObject):
    """Puts the panel over the list or beside it. ``moved()`` when it came or went.

    Over the list it never moves the list, so that one can walk through problems without anything jumping. Beside it
    stands when the user wants it there, and by itself where there is room.
    """

    moved = Signal()

    def __init__(self, desk: Desk, step: QWidget, line: QBoxLayout, host: QWidget, panel: RowPanel) -> None:
        super().__init__(step)
        self._settings = desk.settings
        self._step, self._line, self._host, self._panel = step, line, host, panel
        self._beside = False
        self._key: object = None
        self._closed: object = None
        self._edge = hairline(vertical=True)
        self.toggle: QPushButton = button(
            tr("Details"),
            icon_name="panel-right-open",
            small=True,
            name="import.details",
            tip=tr("Show every row in full beside the list"),
            clicked=self._on_toggle,
        )
        self.toggle.setCheckable(True)
        line.addWidget(self._edge)
        self._edge.hide()
        panel.setParent(host)
        panel.set_over(True)
        panel.hide()
        panel.closed.connect(self.close_panel)
        step.installEventFilter(self)
        host.installEventFilter(self)

    @property
    def beside(self) -> bool:
        """Whether the panel stands beside the list, for every row."""
        wish = self._settings.get(_SETTING, "")
        return wish == "beside" or (wish != "over" and self._step.width() >= theme().px(_ROOM))

    def show_for(self, key: RowKey | str, *, wanted: bool) -> None:
        """Show the panel for a row, if it is ``wanted`` there or was opened for this row."""
        if key != self._key:
            self._closed = None
        wanted = wanted or (key == self._key and self._panel.isVisible())
        self._key = key
        self._arrange()
        self._put(self.beside or (wanted and self._closed != key))

    def open_panel(self) -> None:
        """The user wants to see the row in full."""
        self._closed = None
        self._arrange()
        self._put(True)

    def close_panel(self) -> None:
        """Put the panel away: for this row, or for all when it stood beside the list."""
        if self.beside:
            self._on_toggle()
            return
        self._closed = self._key
        self._put(False)
        self._host.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, shown: bool) -> None:
        if shown == self._panel.isVisibleTo(self._step):
            return
        self._panel.setVisible(shown)
        self._edge.setVisible(shown and self._beside)
        if shown and not self._beside:
            self._panel.raise_()
        self.moved.emit()

    def _arrange(self) -> None:
        """Into the line beside the list, or over the list's right part."""
        beside = self.beside
        self.toggle.setChecked(beside)
        if beside != self._beside:
            self._beside = beside
            shown = self._panel.isVisibleTo(self._step)
            if beside:
                self._line.addWidget(self._panel)
            else:
                self._line.removeWidget(self._panel)
                self._panel.setParent(self._host)
            self._panel.set_over(not beside)
            self._panel.setVisible(shown)
            self._edge.setVisible(shown and beside)
        if not beside:
            width = min(self._panel.width(), self._host.width())
            self._panel.setGeometry(self._host.width() - width, 0, width, self._host.height())
            self._panel.raise_()

    def _on_toggle(self) -> None:
        self._settings.put(_SETTING, "over" if self.beside else "beside")
        shown = self.beside
        self._arrange()
        self._closed = None if shown else self._key
        self._put(shown)
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._key is not None:
            was = self._beside
            self._arrange()
            if self._beside and not was:
                self._put(True)
        return super().eventFilter(watched, event)
