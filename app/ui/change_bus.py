"""Announces what changed to all pages, in the window's thread, whoever made the change."""

from PySide6.QtCore import QObject, Qt, Signal

from app.core.changes import ChangeSet


class ChangeBus(QObject):
    """``changed`` carries a ChangeSet. ``receive`` is the listener that the open data file calls, from any thread."""

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def receive(self, changes: ChangeSet) -> None:
        """Take a ChangeSet in; it is announced when the window's loop comes round."""
        self._arrived.emit(changes)

    def _on_arrived(self, changes: object) -> None:
        self.changed.emit(changes)
