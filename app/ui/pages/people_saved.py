"""Filters of the list of people that the user saved under a name: which pill, and what stood in the filter row."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.i18n import tr
from app.core.text import one_line
from app.ui.theme import theme
from app.ui.widgets.boxes import row
from app.ui.widgets.buttons import button
from app.ui.widgets.overlay import Popover
from app.ui.window_state import WindowState

_KEY = "people.saved_filters"
_MOST = 12


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A name, the pill it starts from, and the fields of the filter row."""

    name: str
    pill: str
    fields: Mapping[str, str]


def load(settings: WindowState) -> list[SavedFilter]:
    """The saved filters; what cannot be read is passed over."""
    found = []
    stored: list[object] = settings.get(_KEY, [])
    for entry in stored[:_MOST]:
        if isinstance(entry, dict) and isinstance(entry.get("fields"), dict):
            fields = {str(key): str(value) for key, value in entry["fields"].items()}
            found.append(SavedFilter(str(entry.get("name", "")), str(entry.get("pill", "")), fields))
    return [saved for saved in found if saved.name]


def keep(settings: WindowState, saved: SavedFilter) -> None:
    """Save a filter; one of the same name is replaced."""
    others = [known for known in load(settings) if known.name != saved.name]
    _store(settings, [*others, saved][-_MOST:])


def forget(settings: WindowState, name: str) -> None:
    """Take a saved filter away."""
    _store(settings, [known for known in load(settings) if known.name != name])


def _store(settings: WindowState, filters: list[SavedFilter]) -> None:
    settings.put(_KEY, [{"name": f.name, "pill": f.pill, "fields": dict(f.fields)} for f in filters])


class NamePopover(Popover):
    """Asks for the name of a filter; ``named(text)`` on Enter or the button."""

    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, title=tr("Save filter"), name="people.save_filter.popover")
        line = row(space=2)
        self.edit = QLineEdit()
        self.edit.setObjectName("people.save_filter.name")
        self.edit.setAccessibleName(tr("Name of the filter"))
        self.edit.setPlaceholderText(tr("Active this autumn"))
        self.edit.setMinimumWidth(theme().px(220))
        self.edit.returnPressed.connect(self._on_save)
        line.addWidget(self.edit, 1)
        line.addWidget(button(tr("Save"), "primary", name="people.save_filter.accept", clicked=self._on_save))
        self.body.addLayout(line)

    def _on_save(self) -> None:
        name = one_line(self.edit.text())
        if name:
            self.named.emit(name)
            self.close()
