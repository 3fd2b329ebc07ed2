"""What changed since the agenda was issued, as a list that leads to each item (AR-4)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.core.i18n import tr
from app.core.vocabulary import AgendaChange, label
from app.services.agenda_versions import SessionChange
from app.ui import formats
from app.ui.icons import icon
from app.ui.pages.agenda_when import when_text
from app.ui.theme import theme
from app.ui.widgets.overlay import Popover

_SIGNS = {
    AgendaChange.NEW: "circle-plus",
    AgendaChange.MOVED: "arrow-up-down",
    AgendaChange.CHANGED: "pencil-line",
    AgendaChange.CANCELLED: "circle-x",
}


def change_text(change: SessionChange) -> str:
    """``Moved: Alarm and dispatch, from Tue 10 Oct, 17:00–18:30 to 13:30–15:00``."""
    title = change.title or tr("No title yet")
    old = when_text((change.old_start, change.old_end)) if change.old_start and change.old_end else ""
    new = when_text((change.new_start, change.new_end)) if change.new_start and change.new_end else ""
    if change.change is AgendaChange.MOVED and change.old_start and change.new_start:
        if change.old_start.date() == change.new_start.date():
            new = formats.clocks(change.new_start, change.new_end)
        words = tr("{title}, from {old} to {new}", title=title, old=old, new=new)
    else:
        words = tr("{title}, {when}", title=title, when=new or old)
    return f"{tr(label(change.change))}: {words}"


class ChangesList(Popover):
    """All changes; ``change_chosen(change)`` leads there."""

    change_chosen = Signal(object)

    def __init__(self, parent: QWidget, changes: Sequence[SessionChange]) -> None:
        super().__init__(parent, title=tr("Changed since it was issued"), name="visit.agenda.changes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._changes = tuple(changes)
        self.list = QListWidget()
        self.list.setObjectName("visit.agenda.changes.list")
        self.list.setAccessibleName(tr("Changed since it was issued"))
        self.list.setProperty("role", "plain")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for change in changes:
            self.list.addItem(QListWidgetItem(icon(_SIGNS[change.change], "accent"), change_text(change)))
        self.list.setMinimumHeight(min(theme().px(420), theme().px(52) * max(1, len(changes))))
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.body.addWidget(self.list)

    def open_at(self, control: QWidget) -> None:
        """Show under a button and take the keyboard."""
        self.open_under(control, width=theme().px(440))
        self.list.setFocus()
        self.list.setCurrentRow(0)

    def _on_item(self, item: QListWidgetItem) -> None:
        place = self.list.row(item)
        self.close()
        self.change_chosen.emit(self._changes[place])
