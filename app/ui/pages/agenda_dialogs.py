"""Dialogs of the agenda: the head of a day, copying a day or the whole visit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.core.i18n import N_, tr
from app.services import agenda_moves, agendas, picking
from app.services.agendas import DayDraft
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.fields.choices import RecordField
from app.ui.form import FieldSpec, Section
from app.ui.pages.visit_tab import Finder, choices


@dataclass(frozen=True, slots=True)
class CopyDay:
    """What the dialog asks for copying a day."""

    source: date | None = None
    target: date | None = None


@dataclass(frozen=True, slots=True)
class CopyVisit:
    """What the dialog asks for copying a whole visit."""

    start: date | None = None
    partnership_id: str | None = None
    keep_people: bool = True


def edit_day(parent: QWidget, desk: Desk, activity_id: str, day: date, languages: tuple[str, ...]) -> DraftDialog:
    """City, theme, chair and travel of a day (AG-3)."""
    finder = Finder(desk)
    with desk.context.read() as view:
        draft = agendas.load_day(view, activity_id, day)
        chair = picking.people_named(view, [draft.chair_id] if draft.chair_id else [])
    travel = [
        ("", tr("Programme day")),
        ("arrival", tr("Arrival")),
        ("departure", tr("Departure")),
        ("free", tr("Free day")),
    ]
    shown = languages[:2] or ("en",)
    section = Section(
        "",
        (
            FieldSpec("theme", N_("Theme of the day"), "languages", span=2, extra={"languages": shown}),
            FieldSpec("city", N_("City"), "languages", span=2, extra={"languages": shown}),
            FieldSpec("chair_id", N_("Chair"), "record", extra={"search": finder.people}),
            FieldSpec("travel", N_("What day it is"), "choice", options=travel),
        ),
    )

    def keep(work: Any, changed: DayDraft) -> str:
        return agendas.save_day(work, changed)

    dialog = DraftDialog(
        parent,
        formats.day_long(day),
        (section,),
        draft,
        name="dialog.agenda.day",
        accept=tr("Keep"),
        commit=Commit(desk, N_("Change day of the agenda"), keep),
    )
    field = dialog.editor.fields["chair_id"]
    if isinstance(field, RecordField):
        for choice in choices(chair):
            field.add_known(choice)
    dialog.open()
    return dialog


def copy_day(
    parent: QWidget, desk: Desk, activity_id: str, day: date | None, done: Callable[[], object]
) -> DraftDialog:
    """Copy the items of a day to another one; both days stay editable afterwards."""
    section = Section(
        "",
        (
            FieldSpec("source", N_("Copy the day"), "date", required=True),
            FieldSpec("target", N_("to the day"), "date", required=True),
        ),
        N_("Items that stand on the other day already are left as they are."),
    )

    def keep(work: Any, wish: CopyDay) -> None:
        assert wish.source is not None and wish.target is not None  # noqa: PT018 - checked before
        agenda_moves.copy_day(work, activity_id, wish.source, wish.target)

    dialog = DraftDialog(
        parent,
        tr("Copy a day"),
        (section,),
        CopyDay(day, day + timedelta(days=1) if day else None),
        name="dialog.agenda.copy_day",
        accept=tr("Copy the day"),
        check=_check_day,
        commit=Commit(desk, N_("Copy day of the agenda"), keep),
    )
    dialog.committed.connect(done)
    dialog.open()
    return dialog


def _check_day(wish: CopyDay) -> tuple[Problem, ...]:
    if wish.source is None:
        return (Problem("source", "copy_source_missing"),)
    if wish.target is None:
        return (Problem("target", "copy_target_missing"),)
    return (Problem("target", "copy_same_day"),) if wish.source == wish.target else ()


def copy_visit(
    parent: QWidget, desk: Desk, activity_id: str, title: str, partnership_id: str, done: Callable[[str], object]
) -> DraftDialog:
    """Make a visit like this one, its agenda shifted to other dates; ``done`` gets the new one's id."""
    section = Section(
        "",
        (
            FieldSpec("start", N_("First day of the new visit"), "date", required=True),
            FieldSpec("partnership_id", N_("Partnership"), "record", options=Finder(desk).partnerships()),
            FieldSpec("keep_people", N_("Speakers and interpreters go along"), "yes_no", span=2),
        ),
        N_("Days, sessions, places and contacts are copied. Participants, attendance and issued versions are not."),
    )

    def keep(work: Any, wish: CopyVisit) -> str:
        assert wish.start is not None
        return agenda_moves.copy_visit(work, activity_id, wish.start, wish.partnership_id, keep_people=wish.keep_people)

    dialog = DraftDialog(
        parent,
        tr("Copy “{title}”", title=title),
        (section,),
        CopyVisit(None, partnership_id or None),
        name="dialog.visit.copy",
        accept=tr("Copy the visit"),
        check=_check_visit,
        commit=Commit(desk, N_("Copy visit"), keep),
    )
    dialog.committed.connect(done)
    dialog.open()
    return dialog


def _check_visit(wish: CopyVisit) -> tuple[Problem, ...]:
    return () if wish.start is not None else (Problem("start", "copy_start_missing"),)
