"""What is done to the items of an agenda, each as one unit of work that Ctrl+Z takes back."""

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.i18n import N_, tr
from app.core.vocabulary import SessionKind
from app.services import agenda_moves, agendas
from app.services.agendas import SessionDraft
from app.ui.desk import Desk
from app.ui.editors.writing import write

_HOUR = timedelta(hours=1)


class AgendaDeeds(QObject):
    """Adds, moves, copies, cancels and deletes. ``made(id)`` after a new item; ``not_moved(error)`` after a refusal."""

    made = Signal(str)
    not_moved = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def add(self, activity_id: str, start: datetime) -> None:
        """Put a new item of an hour on the agenda, shorter before midnight."""
        rest = timedelta(days=1) - timedelta(hours=start.hour, minutes=start.minute)
        draft = SessionDraft(
            activity_id=activity_id, starts_at=start, ends_at=start + min(_HOUR, rest), kind=SessionKind.LECTURE
        )

        def change(work: Any) -> str:
            return agendas.create(work, draft)

        write(self._desk, N_("New session"), change, done=self._on_made)

    def duplicate(self, ident: str) -> None:
        """Put the same item once more, right after it."""

        def change(work: Any) -> str:
            return agenda_moves.duplicate(work, ident)

        write(self._desk, N_("Duplicate session"), change, done=self._on_made)

    def stretch(self, ident: str, start: datetime, end: datetime) -> None:
        """Give an item another time."""

        def change(work: Any) -> None:
            agenda_moves.stretch(work, ident, start, end)

        write(self._desk, N_("Move session"), change, failed=self._on_not_moved)

    def cancel(self, ident: str, cancelled: bool) -> None:
        """Strike an item through, or let it stand again (AR-3)."""

        def change(work: Any) -> None:
            agendas.set_cancelled(work, ident, cancelled)

        write(self._desk, N_("Cancel session") if cancelled else N_("Let session stand again"), change)

    def delete(self, ident: str, title: str) -> None:
        """Take an item off; Undo brings it back with its marks."""

        def change(work: Any) -> None:
            agendas.delete(work, ident)

        said = tr("“{title}” is off the agenda.", title=title or tr("No title yet"))
        write(self._desk, N_("Delete session"), change, said=said, undo=True)

    def _on_made(self, ident: str) -> None:
        self.made.emit(ident)

    def _on_not_moved(self, error: BaseException) -> None:
        self.not_moved.emit(error)
