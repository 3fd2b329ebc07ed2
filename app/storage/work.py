"""Units of work: the only ways in which records are read and changed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.core.changes import ChangeSet
from app.models.base import Record
from app.storage import bulk
from app.storage.bulk import Change
from app.storage.recorder import Recorder
from app.storage.removal import remove


class View:
    """A look at one state of the data file; ``language`` is the reader's."""

    def __init__(self, session: Session, language: str) -> None:
        self.session = session
        self.language = language


class Work(View):
    """One unit of work: everything in it happens together or not at all, and can be undone together.

    Services add, change and delete through it and flush; they never commit.
    """

    def __init__(self, session: Session, language: str, title: str, params: Mapping[str, object], who: str) -> None:
        super().__init__(session, language)
        self.title = title
        self.who = who
        self.recorder = Recorder(session, title, params, who)

    @property
    def unit_id(self) -> str:
        """The key of this unit in the history."""
        return self.recorder.unit_id

    def add(self, record: Record) -> str:
        """Add a new record and write it; gives its id."""
        self.session.add(record)
        self.session.flush()
        return record.id

    def flush(self) -> None:
        """Write what was changed so far, without ending the unit."""
        self.session.flush()

    def delete(self, record: Record) -> None:
        """Delete a record with all that belongs to it; Refused(``in_use``) when something else needs it."""
        remove(self.session, record)

    def insert_many(self, record: type[Record], rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert many records at once, recorded like any other."""
        self.session.flush()
        bulk.insert_many(self.session.connection(), self.recorder, record, rows)

    def insert_stored(self, record: type[Record], names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Insert many records whose values are in stored form already (``storage.bulk``), recorded like any other."""
        if not rows:
            return
        self.session.flush()
        bulk.insert_stored(self.session.connection(), self.recorder, record, names, rows)

    def update_stored(self, record: type[Record], changes: Sequence[Change]) -> None:
        """Change many records by their before and after images; mapped objects of this unit are read anew."""
        if not changes:
            return
        self.session.flush()
        bulk.update_stored(self.session.connection(), self.recorder, record, changes)
        self.session.expire_all()

    def stored_form(self, record: type[Record], attribute: str) -> Callable[[Any], Any]:
        """How a value of an attribute is stored: the way into the images and into ``insert_stored``."""
        processor = next(found for key, _, found in self.recorder.images.columns(record) if key == attribute)
        return lambda value: value if value is None or processor is None else processor(value)

    def changes(self) -> ChangeSet:
        """What this unit has changed so far."""
        return ChangeSet({kind: frozenset(ids) for kind, ids in self.recorder.touched.items()}, self.title)
