"""Agendas: checks by the rules AV, versions by AR, moving and copying."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Invalid, Refused
from app.core.vocabulary import AgendaChange, AgendaState, InterpretationMode, SessionKind
from app.services import activities, agenda_moves, agenda_versions, agendas, participations
from app.services.context import Context
from tests.dump import dump
from tests.services.programme_of_visits import MONDAY, Town, at, build, item


@pytest.fixture
def town(context: Context) -> Town:
    return build(context)


def codes(context: Context, visit: str) -> dict[str, str]:
    with context.read() as view:
        return {note.code: note.severity for note in agendas.board(view, visit).notes}


def test_a_clash_of_the_interpreter_is_told_once_and_names_her(context: Context, town: Town) -> None:
    with context.write("Agenda") as work:
        one = item(work, town.visit, 9, "9:00", "10:30", interpreters=(town.interpreter,))
        other = item(work, town.visit, 9, "10:00", "11:30", interpreters=(town.interpreter,))
    with context.read() as view:
        board = agendas.board(view, town.visit)
    clash = [note for note in board.notes if note.severity == "error"]
    assert [(note.code, note.session_id, note.other_id) for note in clash] == [("interpreter_booked_twice", other, one)]
    assert clash[0].params["name"] == "Olha Marchenko"
    assert clash[0].params["until"] == "10:30"
    assert {row.id: row.errors for row in board.sessions} == {one: 1, other: 1}


def test_overlap_outside_dates_and_no_meal(context: Context, town: Town) -> None:
    with context.write("Agenda") as work:
        item(work, town.visit, 9, "8:00", "10:00")
        item(work, town.visit, 9, "9:00", "12:00")
        item(work, town.visit, 9, "14:00", "17:00")
        item(work, town.visit, 20, "9:00", "10:00")
    found = codes(context, town.visit)
    assert found["sessions_overlap"] == "error"
    assert found["session_outside_activity"] == "error"
    assert found["training_without_break"] == "warning"
    assert found["day_without_meal"] == "warning"
    assert found["agenda_gap"] == "warning"
    assert found["session_venue_missing"] == "info"


def test_a_good_day_has_no_errors_and_no_warnings(context: Context, town: Town) -> None:
    hall = {"en": "Town hall", "uk": "Ратуша"}
    with context.write("Agenda") as work:
        for start, end, kind in (
            ("9:00", "10:30", SessionKind.LECTURE),
            ("10:30", "10:45", SessionKind.COFFEE_BREAK),
            ("10:45", "12:00", SessionKind.WORKSHOP),
            ("12:00", "13:00", SessionKind.MEAL),
            ("13:00", "15:00", SessionKind.MENTORING_WORK),
        ):
            item(work, town.visit, 9, start, end, kind, venue=hall, speakers=(town.speaker,))
    assert codes(context, town.visit) == {}


def test_places_without_transfer_and_the_long_day(context: Context, town: Town) -> None:
    with context.write("Agenda") as work:
        item(work, town.visit, 9, "8:00", "12:00", venue={"en": "Town hall"})
        item(work, town.visit, 9, "12:00", "12:30", SessionKind.MEAL, venue={"en": "Inn"})
        item(work, town.visit, 9, "12:35", "17:00", venue={"en": "Fire station"})
    found = codes(context, town.visit)
    assert found["venue_without_transfer"] == "warning"
    assert found["training_day_long"] == "warning"  # 4 h + 4 h 25 min


def test_holidays_of_host_and_guests_and_the_weekend(context: Context, town: Town) -> None:
    with context.write("Dates") as work:
        draft = activities.load(work, town.visit)
        activities.save(work, town.visit, _dated(draft, date(2023, 10, 30), date(2023, 11, 5)))
        agendas.create(work, agendas.SessionDraft(town.visit, at(31, "9:00"), at(31, "10:00"), title={"en": "A"}))
        saturday = at(31, "9:00") + timedelta(days=4)
        agendas.create(
            work, agendas.SessionDraft(town.visit, saturday, saturday + timedelta(hours=1), title={"en": "B"})
        )
    found = codes(context, town.visit)
    assert found["holiday_at_host"] == "warning"  # Reformation Day in Slovenia
    assert found["weekend_at_host"] == "warning"


def _dated(draft: activities.ActivityDraft, start: date, end: date) -> activities.ActivityDraft:
    return replace(draft, start=PartialDate.of(start), end=PartialDate.of(end), version=0)


def test_who_arrives_too_late_is_named_once(context: Context, town: Town) -> None:
    with context.write("Agenda") as work:
        item(work, town.visit, 9, "9:00", "10:00")
        item(work, town.visit, 9, "10:30", "11:00")
        row = participations.list_rows(work, town.visit)[0]
        participations.set_travel(work, [row.id], date(2023, 10, 10), date(2023, 10, 12))
    with context.read() as view:
        late = [note for note in agendas.board(view, town.visit).notes if note.code == "person_arrives_later"]
    assert [note.params["count"] for note in late] == [2]


def test_the_same_person_in_two_visits_is_compared_in_real_time(context: Context, town: Town) -> None:
    with context.write("Second visit") as work:
        draft = activities.load(work, town.visit)
        kyiv = activities.create(work, replace(draft, code="", time_zone="Europe/Kyiv", version=0, contacts=()))
        item(work, town.visit, 9, "9:00", "10:00", interpreters=(town.interpreter,))
        item(work, kyiv, 9, "9:00", "10:00", interpreters=(town.interpreter,))  # an hour earlier in fact
    assert "person_booked_elsewhere" not in codes(context, town.visit)
    with context.write("Later") as work:
        item(work, kyiv, 9, "10:30", "11:00", interpreters=(town.interpreter,))  # 9:30 in Ljubljana
    assert codes(context, town.visit)["person_booked_elsewhere"] == "error"


def test_changes_since_a_version_was_issued(context: Context, town: Town) -> None:
    with context.write("Agenda") as work:
        moved = item(work, town.visit, 9, "9:00", "10:00")
        changed = item(work, town.visit, 9, "10:30", "11:00")
        gone = item(work, town.visit, 9, "11:00", "12:00")
        struck = item(work, town.visit, 9, "13:00", "14:00")
    with context.write("Issue") as work:
        assert agenda_versions.issue(work, town.visit) == "1.0"
    with pytest.raises(Refused, match="agenda_not_changed"), context.write("Issue") as work:
        agenda_versions.issue(work, town.visit)
    with context.write("Change") as work:
        agenda_moves.move(work, [moved], timedelta(hours=2))
        agendas.save(work, changed, replace(agendas.load(work, changed), venue={"en": "Library"}))
        agendas.delete(work, gone)
        agendas.set_cancelled(work, struck, True)
        fresh = item(work, town.visit, 10, "9:00", "10:00")
    with context.read() as view:
        board = agendas.board(view, town.visit)
    kinds = {change.session_id: change.change for change in board.status.changes}
    assert kinds == {
        moved: AgendaChange.MOVED,
        changed: AgendaChange.CHANGED,
        gone: AgendaChange.CANCELLED,
        struck: AgendaChange.CANCELLED,
        fresh: AgendaChange.NEW,
    }
    row = next(row for row in board.sessions if row.id == moved)
    assert (row.old_start, row.starts_at) == (at(9, "9:00"), at(9, "11:00"))
    assert [change.session_id for change in board.gone] == [gone]
    assert board.status.state is AgendaState.ISSUED
    with context.write("Issue") as work:
        assert agenda_versions.issue(work, town.visit) == "1.1"
    with context.read() as view:
        assert agenda_versions.status(view, town.visit).changes == ()
        last = agenda_versions.list_rows(view, town.visit)[-1]
        assert last.replaces == "1.0"
        assert len(agenda_versions.changes_of(view, last.id)) == 5


def test_numbers_go_on_after_nine() -> None:
    assert agenda_versions.next_number("1.9") == "1.10"


def test_a_visit_is_copied_to_other_dates(context: Context, town: Town) -> None:
    with context.write("Agenda") as work:
        item(work, town.visit, 9, "9:00", "10:00", speakers=(town.speaker,))
        item(work, town.visit, 11, "14:00", "15:00", interpretation=InterpretationMode.CONSECUTIVE)
        agendas.save_day(work, agendas.DayDraft(town.visit, MONDAY, city={"en": "Domžale"}))
    with context.write("Copy") as work:
        made = agenda_moves.copy_visit(work, town.visit, date(2024, 3, 4))
    with context.read() as view:
        rows = agendas.list_rows(view, made)
        assert [f"{row.starts_at:%Y-%m-%d %H:%M}" for row in rows] == ["2024-03-04 09:00", "2024-03-06 14:00"]
        assert rows[0].speakers == "Irena Kovač"
        assert agendas.load_day(view, made, date(2024, 3, 4)).city == {"en": "Domžale"}
        row = activities.row_of(view, made)
        assert (row.code, str(row.start), str(row.end), row.participants) == (
            "CEP-UA-V02",
            "2024-03-04",
            "2024-03-06",
            0,
        )


def test_every_change_can_be_undone_and_done_again(context: Context, town: Town) -> None:
    with context.write("Agenda") as work:
        first = item(work, town.visit, 9, "9:00", "10:00", speakers=(town.speaker,))
        agendas.save_day(work, agendas.DayDraft(town.visit, MONDAY, travel="arrival"))
    steps = (
        lambda work: agenda_moves.copy_day(work, town.visit, MONDAY, date(2023, 10, 10)),
        lambda work: agenda_moves.stretch(work, first, at(9, "9:00"), at(9, "11:00")),
        lambda work: agenda_moves.shift_visit(work, town.visit, 1),
        lambda work: agenda_versions.issue(work, town.visit),
        lambda work: agenda_moves.copy_visit(work, town.visit, date(2024, 1, 8)),
        lambda work: activities.delete(work, town.visit),
    )
    for step in steps:
        before = dump(context)
        with context.write("Step") as work:
            step(work)
        after = dump(context)
        assert after != before
        context.undo()
        assert dump(context) == before
        context.redo()
        assert dump(context) == after


def test_a_visit_without_a_date_has_an_agenda_page(context: Context, town: Town) -> None:
    with context.write("New") as work:
        ident = activities.create(
            work, activities.ActivityDraft(programme_id=town.programme, title={"en": "Idrija"}, start=UNKNOWN)
        )
    with context.read() as view:
        board = agendas.board(view, ident)
    assert (board.days, board.sessions, board.notes) == ((), (), ())


def test_a_session_needs_times_in_order(context: Context, town: Town) -> None:
    with pytest.raises(Invalid, match="session_ends_before_start"), context.write("x") as work:
        item(work, town.visit, 9, "10:00", "9:00")
