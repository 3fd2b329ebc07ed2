"""The open data file and the only two ways to it: ``read()`` and ``write(title)``."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.core import coordinator
from app.core.changes import ChangeSet
from app.core.errors import Conflict, Refused
from app.core.i18n import N_
from app.storage import backup, migrate, undo
from app.storage.database import Database, refusals
from app.storage.work import View, Work

Listener = Callable[[ChangeSet], None]

_UNIQUE = re.compile(r"UNIQUE constraint failed: (\w+)\.(\w+)")


class Context:
    """One open data file. Threads may read at the same time; writes follow each other."""

    def __init__(self, database: Database, language: str = "en") -> None:
        self._database = database
        self._listeners: list[Listener] = []
        self._guard = threading.Lock()
        self.language = language
        self.who = coordinator.who()
        self.changed = False

    @classmethod
    def open(cls, path: Path, language: str = "en") -> "Context":
        """Open or create a data file and bring it to this program's schema; raises StorageRefused."""
        database = Database.open(path)
        try:
            migrate.bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return cls(database, language)

    @property
    def path(self) -> Path:
        """The data file."""
        return self._database.path

    @contextmanager
    def read(self) -> Iterator[View]:
        """A look at one state of the data; nothing can be changed through it."""
        with refusals(self.path), self._database.connect() as connection:
            session = Session(bind=connection, autoflush=False, expire_on_commit=False)
            try:
                yield View(session, self.language)
            finally:
                session.close()

    @contextmanager
    def write(self, title: str, **params: object) -> Iterator[Work]:
        """One unit of work: committed on normal exit, rolled back on any exception, cancelling included.

        ``title`` is a message id marked with ``N_``; it names the unit in the Undo menu and the history. Raises
        Refused(``not_unique``, ``needed_elsewhere``), Conflict and StorageRefused instead of the engine's errors.
        """
        changes = ChangeSet()
        with refusals(self.path), self._database.writing() as connection:
            session = Session(bind=connection, autoflush=True, expire_on_commit=False)
            work = Work(session, self.language, title, params, self.who)
            try:
                yield work
                session.flush()
                changes = work.changes()
                session.commit()
            except IntegrityError as error:
                session.rollback()
                raise _turned_back(error) from None
            except StaleDataError:
                session.rollback()
                raise Conflict("conflict") from None
            except BaseException:
                session.rollback()
                raise
            finally:
                session.close()
        if changes.kinds:
            self.changed = True
            self._announce(changes)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change, in the thread that made it; gives the way to unsubscribe."""
        with self._guard:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._guard:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def _announce(self, changes: ChangeSet) -> None:
        with self._guard:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(changes)

    def undo(self) -> str | None:
        """Take the last unit back; gives its title in the reader's words, None when there is nothing to take back."""
        with self.read() as view:
            last = undo.last_done(view.session)
        if last is None:
            return None
        self.take_back(last.id)
        return last.id

    def redo(self) -> str | None:
        """Do again what was taken back last; gives the unit's id, None when there is nothing."""
        with self.read() as view:
            last = undo.last_undone(view.session)
        if last is None:
            return None
        with self.write(N_("Do again")) as work:
            target = undo.unit(work.session, last.id)
            if target is not None:
                undo.redo(work, target)
        return last.id

    def take_back(self, unit_id: str) -> None:
        """Take one unit of the history back, also one that is not the last.

        Refused(``changed_since``, ``numbers_would_gap``) when later steps stand on it.
        """
        with self.write(N_("Take back")) as work:
            target = undo.unit(work.session, unit_id)
            if target is None:
                raise Refused("nothing_to_undo")
            undo.undo(work, target)

    def backup(self, reason: str, target: Path | None = None) -> Path:
        """Write a verified backup; see storage.backup."""
        made = backup.make(self._database, reason, target)
        if target is None:
            self.changed = False
        return made

    def close(self) -> None:
        """Back up when something changed, then close the file and give it free."""
        try:
            if self.changed:
                self.backup("close")
        finally:
            self._database.close()


def _turned_back(error: IntegrityError) -> Refused:
    found = _UNIQUE.search(str(error.orig))
    if found:
        return Refused("not_unique", kind=found.group(1), field=found.group(2))
    return Refused("not_possible")
