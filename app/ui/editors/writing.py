"""Short writes from a page: through the one line of writers, so that the window never waits for an import."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject

from app.core.i18n import tr
from app.core.progress import Token
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.widgets.messages_view import Way

Change = Callable[[Any], Any]


def each(verb: Callable[[Any, str], object], idents: Iterable[str]) -> Change:
    """A change that does the same to several records, each by its key: in one unit of work, with one undo."""
    chosen = tuple(idents)

    def change(work: Any) -> None:
        for ident in chosen:
            verb(work, ident)

    return change


class _Telling(QObject):
    """Says what was done once the write has ended; lives as long as its job."""

    def __init__(self, desk: Desk, said: str, undo: bool, done: Callable[[Any], object] | None) -> None:
        super().__init__()
        self._desk = desk
        self._said = said
        self._undo = undo
        self._done = done

    def on_done(self, result: object) -> None:
        """Tell it, then let the page go on."""
        self._desk.kept.emit()
        if self._said:
            ways = (Way(tr("Undo"), self._on_undo, "message.undo"),) if self._undo else ()
            self._desk.say(self._said, ways=ways)
        if self._done is not None:
            self._done(result)

    def _on_undo(self) -> None:
        self._desk.act("action.edit.undo")


def write(
    desk: Desk,
    unit: str,
    change: Change,
    *,
    said: str = "",
    undo: bool = False,
    done: Callable[[Any], object] | None = None,
    failed: Callable[[BaseException], object] | None = None,
    **params: object,
) -> Job:
    """Do ``change(work)`` as one unit of work named ``unit`` (a message id marked with ``N_``).

    ``said`` is told afterwards, with a way to take it back when ``undo``; ``done`` gets what ``change`` gave, in the
    window's thread. Without ``failed`` a refusal is told in the window.
    """
    context = desk.context

    def run(_token: Token) -> Any:
        with context.write(unit, **params) as work:
            return change(work)

    telling = _Telling(desk, said, undo, done)
    job = desk.jobs.start(
        tr("Keeping what was changed"), run, writes=True, done=telling.on_done, failed=failed, shown=False
    )
    telling.setParent(job)
    return job
