"""The sample with its people: the three spreadsheets taken in, everybody in the right seat, attendance marked."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from app.core.vocabulary import ParticipationRole, Presence
from app.models.activities import Activity
from app.models.agendas import AgendaDay
from app.models.attendance import Attendance
from app.models.organisations import Organisation
from app.models.people import Person
from app.services import activities, agendas, attendance, imports, participations, records, sample
from app.services.attendance import Standing
from app.services.context import Context
from tests.dump import dump


def _take_in(context: Context) -> None:
    for sheet in sample.sheets():
        workbook = imports.read_file(sheet.path)
        with context.read() as view:
            plan = imports.plan(view, workbook, imports.target_of(view, sheet.programme, sheet.activity))
        with context.write("Take in") as work:
            imports.take_in(work, plan)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """A data file with the whole sample; the tests of this module leave it as they find it."""
    opened = Context.open(tmp_path_factory.mktemp("sample") / "sample.mdesk")
    sample.build_structure(opened)
    _take_in(opened)
    sample.complete(opened)
    yield opened
    opened.close()


def test_only_people_of_the_spreadsheets_and_office_holders(context: Context) -> None:
    with context.read() as view:
        assert view.session.scalar(select(func.count()).select_from(Person)) == 9 + 12 + 75 + 8
        assert sample.summary(view).organisations == 53, "an organisation of the spreadsheets was not recognised"


def test_everybody_at_the_visit_has_one_role(context: Context) -> None:
    with context.read() as view:
        visit = records.by_code(view, Activity, sample.VISIT)
        rows = participations.list_rows(view, visit.id)
    assert len({row.person_id for row in rows}) == len(rows) == 21
    assert Counter(row.role for row in rows) == {
        ParticipationRole.MENTEE: 12,
        ParticipationRole.MENTOR: 3,
        ParticipationRole.EXPERT: 3,
        ParticipationRole.SPEAKER: 1,
        ParticipationRole.INTERPRETER: 2,
    }
    guests = [row for row in rows if row.role is ParticipationRole.MENTEE]
    assert all(row.arrival and row.departure and row.letter_sent and row.insurance for row in guests)
    assert sum(row.requirement_met for row in guests) == 10
    assert all("acts as interpreter" in row.notes for row in rows if row.role is ParticipationRole.INTERPRETER)


def test_seventy_five_people_of_twenty_four_partners_in_sarajevo(context: Context) -> None:
    with context.read() as view:
        meeting = records.by_code(view, Activity, sample.NETWORK_MEETING)
        rows = participations.list_rows(view, meeting.id)
        kinds = {row.id: row.country for row in view.session.scalars(select(Organisation))}
    assert len({row.person_id for row in rows}) == len(rows) == 75
    assert len({row.organisation_id for row in rows}) == 24
    assert {kinds[row.organisation_id] for row in rows} == {"SE", "UA"}
    assert Counter(row.role for row in rows) == {ParticipationRole.POLITICIAN: 21, ParticipationRole.OFFICIAL: 54}


def test_nobody_is_in_two_places_and_nobody_is_missing(context: Context) -> None:
    with context.read() as view:
        visit = records.by_code(view, Activity, sample.VISIT)
        board = agendas.board(view, visit.id)
        chairs = view.session.scalars(select(AgendaDay.chair_id).where(AgendaDay.activity_id == visit.id)).all()
    # One guest leaves after the second week, which the agenda tells; nothing else is wrong or missing.
    assert [note.code for note in board.notes] == ["person_leaves_earlier"]
    assert len(chairs) == 15
    assert all(chairs)
    assert {row.speakers for row in board.sessions if row.title == "Early warning: sirens, messages, media"} == {
        "Čedomir Kovačič"
    }
    assert {row.interpreters for row in board.sessions if row.interpreters} == {"Andreja Kralj", "Neža Železnik"}


def test_attendance_with_differences(context: Context) -> None:
    with context.read() as view:
        visit = records.by_code(view, Activity, sample.VISIT)
        grid = attendance.grid(view, visit.id)
        words = Counter(view.session.scalars(select(Attendance.presence)))
        parts = view.session.scalars(select(Attendance.minutes).where(Attendance.minutes.is_not(None))).all()
    assert len(grid.rows) == 12
    assert (grid.count(Standing.READY), grid.count(Standing.BELOW), grid.count(Standing.MISSING)) == (10, 2, 0)
    assert {row.name.split(",")[0] for row in grid.rows if row.standing is Standing.BELOW} == {"Khomenko", "Tkach"}
    assert grid.counted_hours == Decimal(75)
    assert words[Presence.EXCUSED] > 0
    assert words[Presence.ABSENT] > 0
    assert sorted(parts) == [30, 45, 60]


def test_contacts_tell_whom_to_call(context: Context) -> None:
    with context.read() as view:
        visit = records.by_code(view, Activity, sample.VISIT)
        contacts = {contact.duty["en"]: contact for contact in activities.load(view, visit.id).contacts}
    assert list(contacts) == ["Organiser", "Host", "Mentor", "Interpreter", "Emergency"]
    assert (contacts["Mentor"].name, contacts["Mentor"].phone) == ("Špela Šuštar", "+38631993869")
    assert contacts["Emergency"].name == "112"


def test_posts_have_english_words(context: Context) -> None:
    with context.read() as view:
        visit = records.by_code(view, Activity, sample.VISIT)
        people = {row.person_id for row in participations.list_rows(view, visit.id)}
        posts = list(participations.main_positions(view, people).values())
    assert len(posts) == 21
    assert all(post.title_en.isascii() and post.title_en for post in posts)


def test_the_seats_can_be_taken_back_and_given_again(context: Context) -> None:
    after = dump(context)
    context.undo()
    assert dump(context)["attendance"] == []
    context.redo()
    assert dump(context) == after
