"""What an import of attendance is about, as plain frozen data: where it goes, the plan, the file's slots and people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.importers.attendance_marks import Mark, Slot
from app.importers.attendance_people import Found
from app.importers.attendance_resolving import Claim, Known
from app.importers.record_sheet import SheetNote
from app.importers.staged import StagedRow
from app.services.import_plans import ImportPlan, RowKey, Target


@dataclass(frozen=True, slots=True)
class AttendanceTarget(Target):
    """Where the marks go.

    ``session_id`` or ``day`` narrow it down; ``log_zone``: the clocks of a meeting's log where they are not those of
    the activity's place; ``rest_absent``: whoever has no mark in the file was absent.
    """

    session_id: str = ""
    day: date | None = None
    log_zone: str = ""
    rest_absent: bool = False


@dataclass(frozen=True)
class AttendancePlan(ImportPlan):
    """A file as understood and compared with the participants; nothing is written yet.

    ``rows`` are in the order of the file, ``matches`` tell whom each means and which marks it changes (a difference is
    named by day and time of the session). ``base`` are the rows before anything was decided. ``slots``: what the file
    is about. ``log``: it is the log of an online meeting, called ``title``. ``absent``: participants who are not in
    the file; ``names`` of all whom it may mean. ``notes``: what is told of the whole file. ``threshold``: percent
    from which a certificate is earned (CE-3); whether a row reaches it in this file stands in its ``extra``.
    """

    kind: str = "attendance"
    base: tuple[StagedRow, ...] = ()
    claims: tuple[Claim, ...] = ()
    found: tuple[Found, ...] = ()
    slots: tuple[Slot, ...] = ()
    known: Known = Known()  # noqa: RUF009 - frozen, without any part that could change
    log: bool = False
    marks: Mapping[str, Mapping[str, Mark]] = field(default_factory=dict)
    joining: Mapping[str, int] = field(default_factory=dict)
    owners: Mapping[RowKey, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    notes: tuple[SheetNote, ...] = ()
    title: str = ""
    threshold: int = 0

    @property
    def aim(self) -> AttendanceTarget:
        """The target with what only attendance knows of it."""
        assert isinstance(self.target, AttendanceTarget)
        return self.target
