"""Sign-in lists and meeting logs the whole way into a data file; every minute and every share computed by hand (CE-3).

The visit: 9 October 2023 9:00–10:30 (90 minutes) and 13:00–15:30 (150), 10 October 9:00–12:00 (180); 420 in all.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.core.errors import Refused
from app.core.vocabulary import Presence
from app.importers.staged import Outcome
from app.importers.staging import Choices
from app.models.attendance import Attendance
from app.models.documents import ImportBatch
from app.models.people import Person
from app.services import attendance, attendance_import, imports, participations
from app.services.attendance import Grain, Standing
from app.services.attendance_import_plans import AttendancePlan
from app.services.context import Context
from app.services.import_plans import Decision, ImportResult
from app.storage.work import Work
from tests.dump import dump
from tests.services.programme_of_visits import Town, build, item

ZOOM = (
    "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room\n"
)


@pytest.fixture
def town(context: Context) -> Town:
    made = build(context)
    with context.write("Agenda") as work:
        item(work, made.visit, 9, "9:00", "10:30")
        item(work, made.visit, 9, "13:00", "15:30", title={"en": "Waste water in small towns"})
        item(work, made.visit, 10, "9:00", "12:00")
        person = work.session.get(Person, made.guests[1])
        assert person is not None
        person.email = "taras@zavodske.ua"
    return made


@pytest.fixture
def desk(context: Context, town: Town, tmp_path: Path) -> "Desk":
    return Desk(context, town, tmp_path)


class Desk:
    """Files written byte by byte, read and taken in."""

    def __init__(self, context: Context, town: Town, folder: Path) -> None:
        self.context, self.town, self.folder = context, town, folder
        self.yuliia, self.taras, self.olha = town.guests

    def plan(
        self, text: str | bytes, name: str = "list.csv", encoding: str = "utf-8", **target: object
    ) -> AttendancePlan:
        choices = target.pop("choices", None)
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        workbook = imports.read_file(path)
        with self.context.read() as view:
            wanted = attendance_import.target_of(view, "CEP-UA-V01", **target)  # type: ignore[arg-type]
            return attendance_import.plan(view, workbook, wanted, choices)  # type: ignore[arg-type]

    def take(self, plan: AttendancePlan, decisions: dict[tuple[str, int], Decision] | None = None) -> ImportResult:
        with self.context.write("Take in") as work:
            return attendance_import.take_in(work, plan, decisions)

    def decide(self, plan: AttendancePlan, decisions: dict[tuple[str, int], Decision]) -> AttendancePlan:
        with self.context.read() as view:
            return attendance_import.decide(view, plan, decisions)

    def marks(self, person: str) -> list[tuple[str, int | None]]:
        """Presence and minutes of somebody at the three sessions, in order; nothing where there is no mark."""
        with self.context.read() as view:
            columns = attendance.grid(view, self.town.visit, Grain.SESSION).columns
            rows = {
                row.session_id: (row.presence.value, row.minutes)
                for row in view.session.scalars(select(Attendance).where(Attendance.person_id == person))
            }
            return [rows.get(column.session_ids[0], ("", None)) for column in columns]

    def row(self, person: str) -> attendance.AttendanceRow:
        with self.context.read() as view:
            return next(one for one in attendance.list_rows(view, self.town.visit) if one.person_id == person)


def outcomes(plan: AttendancePlan) -> list[str]:
    return [f"{row.outcome.value}:{row.reason.removeprefix('attendance_row_')}" for row in plan.rows]


LIST = (
    "№;ПІБ;Громада;09.10.2023;10.10.2023;Разом\n"
    "1;Їжакевич Юлія;Заводське;+;+;2\n"
    "2;Taras Doroshenko;Заводське;+;поважна причина;1\n"
    "3;САВЧУК ОЛЬГА;Заводське;-;;0\n"
    "Всього;;;2;1;\n"
)


def test_a_list_of_days_marks_all_sessions_of_the_day(desk: Desk) -> None:
    plan = desk.plan(LIST, encoding="cp1251")
    assert outcomes(plan) == ["new:new", "new:new", "new:new"]
    assert [skipped.reason for skipped in plan.staged.skipped] == ["import_row_total"]
    result = desk.take(plan)
    assert desk.marks(desk.yuliia) == [("present", None)] * 3
    assert desk.marks(desk.taras) == [("present", None), ("present", None), ("excused", None)]
    # The empty cell of the second day stays without a mark: nobody said that she was absent.
    assert desk.marks(desk.olha) == [("absent", None), ("absent", None), ("", None)]
    assert (desk.row(desk.yuliia).share, desk.row(desk.yuliia).standing) == (100, Standing.READY)
    assert desk.row(desk.taras).share == 57  # 240 of 420 minutes are 57.14 percent
    assert (desk.row(desk.olha).share, desk.row(desk.olha).missing) == (0, 1)
    assert (result.summary["marks_new"], result.summary["marks_changed"]) == (8, 0)


def test_the_batch_keeps_name_and_hash_and_is_taken_back_whole(desk: Desk) -> None:
    before = dump(desk.context)
    result = desk.take(desk.plan(LIST, "Присутні.csv"))
    with desk.context.read() as view:
        batch = view.session.scalars(select(ImportBatch)).one()
        sources = set(view.session.scalars(select(Attendance.source)))
    assert (batch.what, batch.file_name, len(batch.sha256)) == ("attendance", "Присутні.csv", 64)
    assert sources == {"Присутні.csv"}
    imports.take_back(desk.context, result.batch)
    assert dump(desk.context) == before


def test_undo_and_redo_give_what_was(desk: Desk, undoable: Callable[[Callable[[Work], object]], None]) -> None:
    plan = desk.plan(LIST)
    undoable(lambda work: attendance_import.take_in(work, plan))


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    first = desk.take(desk.plan(LIST))
    plan = desk.plan(LIST)
    assert outcomes(plan) == ["same:same"] * 3
    assert plan.taken_before == first.batch
    result = desk.take(plan)
    assert (result.summary["marks_new"], result.summary["marks_changed"], result.summary["marks_same"]) == (0, 0, 8)


def test_a_changed_mark_is_told_old_and_new_and_may_be_kept(desk: Desk) -> None:
    desk.take(desk.plan(LIST))
    plan = desk.plan("ПІБ;09.10.2023\nЮлія Їжакевич;-\n")
    assert outcomes(plan) == ["update:update"]
    (match,) = plan.matches
    told = [(one.field, one.old, one.new) for one in match.differences]
    assert told == [("2023-10-09 09:00", "present", "absent"), ("2023-10-09 13:00", "present", "absent")]
    desk.take(plan, {("", 2): Decision(keep=frozenset({"2023-10-09 13:00"}))})
    assert desk.marks(desk.yuliia) == [("absent", None), ("present", None), ("present", None)]


def test_minutes_of_a_list_fill_the_sessions_in_their_order(desk: Desk) -> None:
    plan = desk.plan("Name,Minutes\nYuliia Yizhakevych,100\nTaras Doroshenko,240\n", day=date(2023, 10, 9))
    desk.take(plan)
    assert desk.marks(desk.yuliia) == [("present", None), ("present", 10), ("", None)]
    assert desk.marks(desk.taras) == [("present", None), ("present", None), ("", None)]


def test_somebody_unknown_waits_for_the_user(desk: Desk) -> None:
    text = "Name;09.10.2023\nPetro Bondar;+\nOlha Savchuk;+\n"
    plan = desk.plan(text)
    assert outcomes(plan) == ["doubtful:unknown", "new:new"]
    desk.take(plan)
    with desk.context.read() as view:
        assert len(participations.list_rows(view, desk.town.visit)) == 4
    plan = desk.plan(text)
    result = desk.take(plan, {("", 2): Decision(as_new=True)})
    with desk.context.read() as view:
        person = view.session.get(Person, result.people["", 2])
        assert person is not None
        assert (person.given_name, person.family_name) == ("Petro", "Bondar")
        seats = {row.person_id for row in participations.list_rows(view, desk.town.visit)}
    assert result.people["", 2] in seats
    assert desk.marks(result.people["", 2]) == [("present", None), ("present", None), ("", None)]


def test_lingering_into_the_next_session_is_no_attendance(desk: Desk) -> None:
    """The meeting was closed at 13:10; ten of the 150 minutes of the afternoon say nothing about the afternoon."""
    plan = desk.plan(ZOOM + "Olha Savchuk,,2023-10-09 09:00:00,2023-10-09 13:10:00,250,Yes,,No\n")
    assert [slot.label() for slot in plan.slots] == ["2023-10-09 09:00"]
    desk.take(plan)
    assert desk.marks(desk.olha) == [("present", None), ("", None), ("", None)]


def test_a_column_is_what_the_user_says(desk: Desk) -> None:
    text = "Name;Kaj;Hm\nOlha Savchuk;+;-\n"
    with pytest.raises(Refused, match="attendance_no_list"):
        desk.plan(text)
    chosen = Choices(mappings={"": {2: "2023-10-10", 3: "2023-10-09 13:00"}})
    plan = desk.plan(text, choices=chosen)
    desk.take(plan)
    assert desk.marks(desk.olha) == [("", None), ("absent", None), ("present", None)]
    left = desk.plan(LIST, choices=Choices(mappings={"": {5: ""}}))
    assert {key.day.day for key in left.slots} == {9}


def test_somebody_known_who_does_not_take_part_is_proposed_and_seated_by_a_click(desk: Desk) -> None:
    plan = desk.plan("Name;09.10.2023\nMarchenko Olha;+\n")
    assert outcomes(plan) == ["doubtful:not_participant"]
    assert plan.matches[0].people == (desk.town.interpreter,)
    desk.take(plan, {("", 2): Decision(person_id=desk.town.interpreter)})
    assert desk.marks(desk.town.interpreter)[0] == ("present", None)


def test_a_speaker_on_the_list_is_no_doubt_and_gets_no_mark(desk: Desk) -> None:
    plan = desk.plan("Name;09.10.2023\nIrena Kovač;+\nTaras Doroshenko;+\n")
    assert outcomes(plan) == ["same:other_role", "new:new"]


def test_a_signature_is_told_and_not_guessed(desk: Desk) -> None:
    plan = desk.plan("Name;Signature\nYuliia Yizhakevych;Y.Y.\nTaras Doroshenko;\n", day=date(2023, 10, 10))
    assert outcomes(plan) == ["doubtful:signature", "same:empty"]
    with pytest.raises(Refused, match="import_nothing"):
        desk.take(plan)
    desk.take(plan, {("", 2): Decision(fields={"presence": "present"})})
    assert desk.marks(desk.yuliia) == [("", None), ("", None), ("present", None)]
    assert desk.marks(desk.taras) == [("", None)] * 3


def test_whoever_is_not_in_the_file_was_absent_only_when_the_user_says_so(desk: Desk) -> None:
    text = "Name;09.10.2023\nYuliia Yizhakevych;+\nTaras Doroshenko;\n"
    plan = desk.plan(text)
    assert [plan.names[ident] for ident in plan.absent] == ["Olha Savchuk"]
    desk.take(plan)
    assert desk.marks(desk.olha) == [("", None)] * 3
    desk.take(desk.plan(text, rest_absent=True))
    assert desk.marks(desk.olha) == desk.marks(desk.taras) == [("absent", None), ("absent", None), ("", None)]
    assert desk.marks(desk.yuliia) == [("present", None), ("present", None), ("", None)]


def test_zoom_minutes_over_rejoins_and_two_devices_cut_to_the_sessions(desk: Desk) -> None:
    """Yuliia: 8:50–9:20 and 9:40–10:40 on the laptop, 9:10–9:50 on the phone: 9:00–10:30 without a gap, 90 minutes.

    Taras: 9:15–10:00 are 45 minutes; the waiting room from 9:00 does not count.
    """
    text = (
        "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n"
        "812 3456 7890,Kick-off,10/09/2023 08:50:00 AM,10/09/2023 10:45:00 AM,host@si.eu,115,4\n\n" + ZOOM + ""
        "Yuliia Yizhakevych (Zavodske),,10/09/2023 08:50:00 AM,10/09/2023 09:20:00 AM,30,Yes,,No\n"
        "Yuliia Yizhakevych (Zavodske),,10/09/2023 09:40:00 AM,10/09/2023 10:40:00 AM,60,Yes,,No\n"
        "Юлія Їжакевич,,10/09/2023 09:10:00 AM,10/09/2023 09:50:00 AM,40,Yes,,No\n"
        "taras d.,taras@zavodske.ua,10/09/2023 09:00:00 AM,10/09/2023 09:15:00 AM,15,Yes,,Yes\n"
        "taras d.,taras@zavodske.ua,10/09/2023 09:15:00 AM,10/09/2023 10:00:00 AM,45,Yes,,No\n"
        "iPhone,,10/09/2023 09:00:00 AM,10/09/2023 10:30:00 AM,90,Yes,,No\n"
    )
    plan = desk.plan(text, "participants_81234567890.csv", "utf-8-sig")
    assert outcomes(plan) == [
        "new:new",
        "duplicate:together",
        "duplicate:together",
        "new:new",
        "doubtful:device",
    ]
    assert plan.matches[4].people == ()
    assert (plan.title, [slot.label() for slot in plan.slots]) == ("Kick-off", ["2023-10-09 09:00"])
    assert [skipped.reason for skipped in plan.staged.skipped] == ["attendance_row_waiting"]
    taras = plan.rows[3]
    assert (taras.extra["attended_minutes"], taras.extra["of_minutes"]) == ("45", "90")
    assert (taras.extra["share"], taras.extra["reached"], plan.threshold) == ("50", "no", 80)
    desk.take(plan)
    assert desk.marks(desk.yuliia) == [("present", None), ("", None), ("", None)]
    assert desk.marks(desk.taras) == [("present", 45), ("", None), ("", None)]
    assert desk.row(desk.taras).share == 11  # 45 of 420 are 10.71 percent


def test_two_names_of_one_person_are_put_together_by_the_user(desk: Desk) -> None:
    """9:00–9:30 under her name, 9:20–10:00 as "Olya": an hour together, not 70 minutes."""
    text = (
        ZOOM
        + "Olha Savchuk,,2023-10-09 09:00:00,2023-10-09 09:30:00,30,Yes,,No\n"
        + "Tablet 2,,2023-10-09 09:20:00,2023-10-09 10:00:00,40,Yes,,No\n"
    )
    plan = desk.plan(text)
    assert outcomes(plan) == ["new:new", "doubtful:device"]
    decided = desk.decide(plan, {("", 3): Decision(same_as=("", 2))})
    assert outcomes(decided) == ["new:new", "duplicate:together"]
    assert outcomes(desk.decide(decided, {})) == outcomes(plan)
    linked = desk.decide(plan, {("", 3): Decision(person_id=desk.olha)})
    assert linked.marks == decided.marks
    desk.take(decided)
    assert desk.marks(desk.olha)[0] == ("present", 60)


def test_teams_report_in_swedish_with_three_sections(desk: Desk) -> None:
    """UTF-16 with tabs; the third section tells each join: 13:00:00–13:40:30 and 14:00–15:00 are 100.5, so 101."""
    text = (
        "1. Sammanfattning\r\nMötesrubrik\tVatten\r\nStarttid\t2023-10-09 12:55:00\r\n"
        "Sluttid\t2023-10-09 15:31:00\r\n\r\n"
        "2. Deltagare\r\nNamn\tFörsta anslutning\tSenaste utträde\tTid i mötet\tE-post\tDeltagar-ID (UPN)\tRoll\r\n"
        "Olha Savchuk (Gäst)\t2023-10-09 13:00:00\t2023-10-09 15:00:00\t1 tim 40 min 30 sek\t\t\tDeltagare\r\n"
        "Doroshenko Taras\t2023-10-09 12:55:00\t2023-10-09 15:31:00\t2 tim 36 min\t"
        "taras@zavodske.ua\t\tDeltagare\r\n\r\n"
        "3. Mötesaktiviteter\r\nNamn\tAnslutningstid\tTid för utträde\tVaraktighet\tE-post\tRoll\r\n"
        "Olha Savchuk (Gäst)\t2023-10-09 13:00:00\t2023-10-09 13:40:30\t40 min 30 sek\t\tDeltagare\r\n"
        "Olha Savchuk (Gäst)\t2023-10-09 14:00:00\t2023-10-09 15:00:00\t1 tim\t\tDeltagare\r\n"
        "Doroshenko Taras\t2023-10-09 12:55:00\t2023-10-09 15:31:00\t2 tim 36 min\ttaras@zavodske.ua\tDeltagare\r\n"
    )
    plan = desk.plan(b"\xff\xfe" + text.encode("utf-16-le"), "Närvarorapport.csv")
    assert outcomes(plan) == ["new:new", "duplicate:together", "new:new"]
    desk.take(plan)
    assert desk.marks(desk.olha) == [("", None), ("present", 101), ("", None)]
    assert desk.marks(desk.taras) == [("", None), ("present", None), ("", None)]


def test_a_log_of_the_whole_day_marks_both_sessions_and_absence_in_one(desk: Desk) -> None:
    """Kyiv clocks are one hour ahead of Ljubljana: 10:00–11:30 there is 9:00–10:30 here."""
    text = (
        ZOOM
        + "Olha Savchuk,,2023-10-09 10:00:00,2023-10-09 11:30:00,90,Yes,,No\n"
        + "Taras Doroshenko,,2023-10-09 10:00:00,2023-10-09 16:30:00,390,Yes,,No\n"
    )
    plan = desk.plan(text, log_zone="Europe/Kyiv")
    desk.take(plan)
    assert desk.marks(desk.olha) == [("present", None), ("absent", None), ("", None)]
    assert desk.marks(desk.taras) == [("present", None), ("present", None), ("", None)]


def test_absence_in_a_log_does_not_take_a_mark_that_a_person_wrote(desk: Desk) -> None:
    """Olha was in the room in the afternoon, and Taras was excused: the log of a hybrid day cannot know that."""
    with desk.context.write("Mark") as work:
        columns = attendance.grid(work, desk.town.visit, Grain.SESSION).columns
        attendance.mark(work, desk.town.visit, [desk.olha], columns[1].session_ids, Presence.PRESENT)
        attendance.mark(work, desk.town.visit, [desk.taras], columns[1].session_ids, Presence.EXCUSED)
    text = (
        ZOOM
        + "Olha Savchuk,,2023-10-09 09:00:00,2023-10-09 10:30:00,90,Yes,,No\n"
        + "Taras Doroshenko,,2023-10-09 09:00:00,2023-10-09 10:30:00,90,Yes,,No\n"
        + "Yuliia Yizhakevych,,2023-10-09 09:00:00,2023-10-09 15:30:00,390,Yes,,No\n"
    )
    plan = desk.plan(text)
    assert [[one.code for one in row.warnings] for row in plan.rows] == [["attendance_mark_kept"]] * 2 + [[]]
    desk.take(plan)
    assert desk.marks(desk.olha)[1] == ("present", None)
    assert desk.marks(desk.taras)[1] == ("excused", None)


def test_meet_without_dates_takes_the_day_of_the_file_name(desk: Desk) -> None:
    """An hour and a half between 9:00 and 11:00: of the 90 minutes until 10:30 three quarters, 67.5, so 68."""
    text = (
        "First name,Last name,Email,Duration,Time joined,Time exited\n"
        "Olha,Savchuk,olha@x.ua,1 hr 30 min,9:00 AM,11:00 AM\n"
        "Taras,Doroshenko,taras@zavodske.ua,1 hr 15 min,9:15 AM,10:30 AM\n"
    )
    plan = desk.plan(text, "2023-10-09 09-00 Kick-off.csv")
    assert [one.code for one in plan.rows[0].warnings] == ["attendance_time_shared"]
    desk.take(plan)
    assert desk.marks(desk.olha)[0] == ("present", 68)
    assert desk.marks(desk.taras)[0] == ("present", 75)
    with pytest.raises(Refused) as refusal:
        desk.plan(text, "meet.csv")
    assert refusal.value.code == "attendance_which_day"
    assert [slot.day.day for slot in desk.plan(text, "meet.csv", day=date(2023, 10, 10)).slots] == [10]


def test_only_lengths_need_the_session(desk: Desk) -> None:
    text = "Name (Original Name),User Email,Total Duration (Minutes),Guest\nOlha Savchuk,,80,Yes\n"
    with pytest.raises(Refused) as refusal:
        desk.plan(text, "2023-10-09.csv")
    assert (refusal.value.code, refusal.value.params["count"]) == ("attendance_which_session", 2)
    desk.take(desk.plan(text, "2023-10-09.csv", session="2"))
    assert desk.marks(desk.olha) == [("", None), ("present", 80), ("", None)]


@pytest.mark.parametrize(
    ("text", "target", "code"),
    [
        ("Name,Email\nOlha Savchuk,a@b.ua\n", {}, "attendance_no_list"),
        ("Name;09.11.2023\nOlha Savchuk;+\n", {}, "attendance_other_day"),
        ("Name;Present\nOlha Savchuk;+\n", {}, "attendance_which_day"),
        (ZOOM + "Olha,,2023-10-12 09:00:00,2023-10-12 10:00:00,60,Yes,,No\n", {}, "attendance_other_day"),
        (ZOOM + "Olha,,2023-10-09 18:00:00,2023-10-09 19:00:00,60,Yes,,No\n", {}, "attendance_outside"),
        ("Name;09.10.2023\nOlha;+\n", {"session": "7"}, "attendance_session_unknown"),
        ("Name;09.10.2023\nOlha;+\n", {"day": date(2023, 10, 20)}, "attendance_day_unknown"),
        ("Name;09.10.2023\nOlha;+\n", {"log_zone": "Kyiv"}, "attendance_zone_unknown"),
        ("\n\n", {}, "import_empty"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(desk: Desk, text: str, target: dict[str, object], code: str) -> None:
    before = dump(desk.context)
    with pytest.raises(Refused) as refusal:
        desk.plan(text, **target)
    assert refusal.value.code == code
    assert dump(desk.context) == before


def test_rows_of_one_person_that_contradict_are_for_the_user(desk: Desk) -> None:
    text = "Name;09.10.2023\nOlha Savchuk;+\nОльга Савчук;-\nСавчук Ольга;+\n"
    plan = desk.plan(text)
    assert outcomes(plan) == ["new:new", "doubtful:contradicts", "duplicate:repeated"]
    desk.take(plan)
    assert desk.marks(desk.olha)[0] == ("present", None)
    desk.take(desk.plan(text), {("", 3): Decision(person_id=desk.olha), ("", 4): Decision(leave_out=True)})
    assert desk.marks(desk.olha)[0] == ("absent", None)


def test_what_is_left_out_is_left_out(desk: Desk) -> None:
    plan = desk.plan("Name;09.10.2023\nOlha Savchuk;+\nTaras Doroshenko;+\n")
    desk.take(plan, {("", 2): Decision(leave_out=True)})
    assert desk.marks(desk.olha) == [("", None)] * 3
    assert desk.marks(desk.taras)[0] == ("present", None)
    assert plan.rows[0].outcome is Outcome.NEW


def test_days_without_an_agenda_are_marked_as_days(context: Context, tmp_path: Path) -> None:
    """Three days without sessions, of which nobody knows the minutes: one of three days is a third."""
    desk = Desk(context, build(context), tmp_path)
    plan = desk.plan("Name;09.10.2023;Day 2\nOlha Savchuk;+;-\n")
    assert [slot.key for slot in plan.slots] == ["2023-10-09", "2023-10-10"]
    desk.take(plan)
    assert (desk.row(desk.olha).share, desk.row(desk.olha).missing) == (33, 1)
    log = ZOOM + "Taras Doroshenko,,2023-10-11 09:00:00,2023-10-11 10:35:00,95,Yes,,No\n"
    desk.take(desk.plan(log))
    with context.read() as view:
        marks = view.session.execute(
            select(Attendance.day, Attendance.minutes).where(Attendance.person_id == desk.taras)
        ).all()
    assert [tuple(mark) for mark in marks] == [(date(2023, 10, 11), 95)]
    assert outcomes(desk.plan(log)) == ["same:same"]


def test_a_time_that_is_none_is_worked_out_from_the_length_of_the_stay(desk: Desk) -> None:
    """09:61 is no time; left at 10:30 after 29 minutes is 10:01, so 29 of 90 minutes."""
    plan = desk.plan(
        ZOOM
        + "Olha Savchuk,,2023-10-09 09:61:00,2023-10-09 10:30:00,29,Yes,,No\n"
        + "Taras Doroshenko,,2023-10-09 09:00:00,2023-10-09 10:30:00,90,Yes,,No\n"
    )
    desk.take(plan)
    assert desk.marks(desk.olha)[0] == ("present", 29)
    assert desk.marks(desk.taras)[0] == ("present", None)
