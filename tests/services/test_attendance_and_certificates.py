"""Attendance by hand-computed hours (CE-3, CE-8); certificates with gap-free numbers, codes and the register (CN)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.core.errors import Refused
from app.core.vocabulary import CertificateKind, CertificateStatus, Presence, SessionKind
from app.models.certificates import Certificate
from app.models.people import Person
from app.services import activities, attendance, certificate_codes, certificates, participations
from app.services.attendance import CellState, Grain, Standing
from app.services.certificates import Earned, IssueOptions, Verdict
from app.services.context import Context
from app.storage.work import Work
from tests.services.programme_of_visits import MONDAY, Town, build, item

TODAY = date(2023, 10, 30)
OPTIONS = IssueOptions(issued_on=TODAY, place="Ljubljana")


@pytest.fixture
def town(context: Context) -> Town:
    """A visit with ten counted hours: 1.5 + 2.5 on the first day, 3 + 3 on the second; lunch does not count."""
    made = build(context)
    with context.write("Agenda") as work:
        item(work, made.visit, 9, "9:00", "10:30", speakers=(made.speaker,))
        item(work, made.visit, 9, "12:00", "13:00", SessionKind.MEAL)
        item(work, made.visit, 9, "13:00", "15:30", SessionKind.WORKSHOP)
        item(work, made.visit, 10, "9:00", "12:00", SessionKind.SITE_VISIT)
        item(work, made.visit, 10, "13:00", "16:00", SessionKind.MENTORING_WORK)
    return made


def grid(context: Context, town: Town, grain: Grain = Grain.HALF_DAY) -> attendance.AttendanceGrid:
    with context.read() as view:
        return attendance.grid(view, town.visit, grain)


def row(context: Context, town: Town, person: str) -> attendance.AttendanceRow:
    return next(row for row in grid(context, town).rows if row.person_id == person)


def all_present(context: Context, town: Town) -> None:
    with context.write("Mark") as work:
        attendance.mark_all_present(work, town.visit)


def test_columns_by_session_half_day_and_day(context: Context, town: Town) -> None:
    counted = grid(context, town, Grain.SESSION)
    assert [column.minutes for column in counted.columns] == [90, 150, 180, 180]
    assert [(c.day.day, c.half) for c in grid(context, town).columns] == [(9, "am"), (9, "pm"), (10, "am"), (10, "pm")]
    assert [column.minutes for column in grid(context, town, Grain.DAY).columns] == [240, 360]
    assert (counted.counted_minutes, counted.counted_hours) == (600, Decimal(10))
    assert [entry.standing for entry in counted.rows] == [Standing.MISSING] * 3  # the speaker is no guest


def test_hours_shares_and_standing_by_hand(context: Context, town: Town) -> None:
    one, two, three = town.guests
    with context.write("Mark") as work:
        assert attendance.mark_all_present(work, town.visit) == 12
        columns = attendance.grid(work, town.visit).columns
        attendance.mark_column(work, town.visit, [two], columns[1], Presence.EXCUSED)  # 600 - 150 = 450 = 75 %
        attendance.mark_column(work, town.visit, [three], columns[3], Presence.PRESENT, 65)  # 600 - 115 = 485
    assert (row(context, town, one).hours, row(context, town, one).share) == (Decimal(10), 100)
    assert (row(context, town, two).hours, row(context, town, two).share) == (Decimal("7.5"), 75)
    third = row(context, town, three)
    assert (third.minutes, third.hours, third.share) == (485, Decimal(8), 81)  # 8 h 5 min rounds down to 8.0
    assert [cell.state for cell in third.cells] == [CellState.PRESENT] * 3 + [CellState.PART]
    assert row(context, town, two).cells[1].state is CellState.EXCUSED
    assert [row(context, town, ident).standing for ident in town.guests] == [
        Standing.READY,
        Standing.BELOW,
        Standing.READY,
    ]
    assert grid(context, town).present == (3, 2, 3, 3)


def test_a_share_just_below_is_not_rounded_up_to_the_threshold(context: Context, town: Town) -> None:
    all_present(context, town)
    with context.write("Mark") as work:
        columns = attendance.grid(work, town.visit).columns
        attendance.mark_column(work, town.visit, [town.guests[0]], columns[3], Presence.PRESENT, 58)  # 478 = 79.67 %
    found = row(context, town, town.guests[0])
    assert (found.share, found.standing) == (79, Standing.BELOW)


def test_minutes_of_a_day_fill_its_sessions_in_order(context: Context, town: Town) -> None:
    with context.write("Mark") as work:
        columns = attendance.grid(work, town.visit, Grain.DAY).columns
        attendance.mark_column(work, town.visit, [town.guests[0]], columns[0], Presence.PRESENT, 100)
    cells = next(r for r in grid(context, town, Grain.SESSION).rows if r.person_id == town.guests[0]).cells
    assert [(cell.state, cell.minutes) for cell in cells[:2]] == [(CellState.PRESENT, 90), (CellState.PART, 10)]


def test_academic_hours_and_half_hours() -> None:
    assert attendance.hours(485) == Decimal(8)
    assert attendance.hours(600, 45) == Decimal(13)  # 13.33 academic hours
    assert attendance.hours(29) == 0


def test_an_activity_without_sessions_is_marked_by_days(context: Context, town: Town) -> None:
    with context.write("Training") as work:
        draft = activities.load(work, town.visit)
        ident = activities.create(work, replace(draft, code="", version=0))
        participations.add(work, ident, town.guests[:1])
        attendance.mark_days(work, ident, town.guests[:1], [MONDAY, date(2023, 10, 10)], Presence.PRESENT, 300)
        attendance.mark_days(work, ident, town.guests[:1], [date(2023, 10, 11)], Presence.ABSENT)
    with context.read() as view:
        (only,) = attendance.list_rows(view, ident)
    assert (only.minutes, only.share, only.standing) == (600, 67, Standing.BELOW)


def test_marks_can_be_undone(town: Town, undoable: Callable[[Callable[[Work], object]], None]) -> None:
    undoable(lambda work: attendance.mark_all_present(work, town.visit))
    undoable(
        lambda work: attendance.mark_column(
            work, town.visit, town.guests, attendance.grid(work, town.visit).columns[0], None
        )
    )


def issue(context: Context, town: Town, *people: str, options: IssueOptions = OPTIONS) -> tuple[str, ...]:
    with context.write("Issue") as work:
        return certificates.issue(work, town.visit, people or town.guests, options)


def register(context: Context) -> dict[str, certificates.CertificateRow]:
    with context.read() as view:
        return {entry.number: entry for entry in certificates.list_rows(view)}


def test_numbers_are_gap_free_also_after_a_failed_issue(context: Context, town: Town) -> None:
    all_present(context, town)
    issue(context, town, town.guests[0])
    with pytest.raises(Refused, match="certificate_exists"):
        issue(context, town, town.guests[1], town.guests[0])
    with pytest.raises(Refused, match="reason_missing"), context.write("Issue") as work:  # noqa: PT012
        (made, _) = certificates.issue(work, town.visit, town.guests[1:], OPTIONS)
        certificates.cancel(work, made, "", TODAY)  # fails after the numbers were given: all is rolled back
    issue(context, town, *town.guests[1:])
    assert list(register(context)) == ["CEP-UA-2023-0001", "CEP-UA-2023-0002", "CEP-UA-2023-0003"]


def test_a_new_year_begins_at_one(context: Context, town: Town) -> None:
    all_present(context, town)
    issue(context, town, town.guests[0])
    issue(context, town, town.guests[1], options=replace(OPTIONS, issued_on=date(2024, 1, 8)))
    assert list(register(context)) == ["CEP-UA-2023-0001", "CEP-UA-2024-0001"]


def test_what_is_not_earned_is_not_issued(context: Context, town: Town) -> None:
    with pytest.raises(Refused, match="certificate_not_earned"):
        issue(context, town)
    all_present(context, town)
    with pytest.raises(Refused, match="certificate_not_earned"):
        issue(context, town, options=replace(OPTIONS, kind=CertificateKind.COMPLETION))
    with pytest.raises(Refused, match="certificate_not_earned"):
        issue(context, town, town.interpreter)
    with context.write("Done") as work:
        rows = participations.list_rows(work, town.visit)
        participations.set_requirement_met(work, [r.id for r in rows if r.person_id == town.guests[0]], True)
    assert len(issue(context, town, town.guests[0], options=replace(OPTIONS, kind=CertificateKind.COMPLETION))) == 1


def test_speakers_are_confirmed_the_hours_that_they_gave(context: Context, town: Town) -> None:
    with context.read() as view:
        (giver,) = certificates.candidates(view, town.visit, CertificateKind.MENTOR)
    assert (giver.person_id, giver.hours, giver.state) == (town.speaker, Decimal("1.5"), Earned.READY)


def check(context: Context, text: str) -> Verdict:
    with context.read() as view:
        return certificates.verify(view, text).verdict


def test_a_code_fails_after_a_changed_letter(context: Context, town: Town) -> None:
    all_present(context, town)
    issue(context, town)
    number, entry = next(iter(register(context).items()))
    assert entry.holder_latin == "Yuliia Yizhakevych"
    assert len(entry.code) == 11
    assert check(context, number) is Verdict.VALID
    assert check(context, entry.code.lower().replace("-", "")) is Verdict.VALID
    assert check(context, f"{number} {entry.code}") is Verdict.VALID
    for place in (0, 4, 6, 10):
        other = "A" if entry.code[place] != "A" else "B"
        wrong = entry.code[:place] + other + entry.code[place + 1 :]
        assert check(context, wrong) is Verdict.UNKNOWN
        assert check(context, f"{number} {wrong}") is Verdict.ALTERED
    assert check(context, "nothing") is Verdict.UNKNOWN


def test_a_register_that_was_tampered_with_is_found_out(context: Context, town: Town) -> None:
    all_present(context, town)
    (first, *_) = issue(context, town)
    with context.write("Tamper") as work:
        found = work.session.get(Certificate, first)
        assert found is not None
        found.minutes += 600
    assert check(context, "CEP-UA-2023-0001") is Verdict.ALTERED


def test_another_installation_cannot_vouch(context: Context, town: Town) -> None:
    all_present(context, town)
    issue(context, town)
    path = certificate_codes.key_path()
    kept = path.read_text()
    try:
        path.write_text("ab" * 32)
        assert check(context, "CEP-UA-2023-0001") is Verdict.OTHER_INSTALLATION
        path.write_text("broken")
        with pytest.raises(Refused, match="certificate_key_unusable"):
            check(context, "CEP-UA-2023-0001")
    finally:
        path.write_text(kept)
    assert path.stat().st_mode & 0o077 == 0


def test_cancelled_numbers_stay_and_are_not_used_again(context: Context, town: Town) -> None:
    all_present(context, town)
    (first,) = issue(context, town, town.guests[0])
    with pytest.raises(Refused, match="reason_missing"), context.write("Cancel") as work:
        certificates.cancel(work, first, " ", TODAY)
    with context.write("Cancel") as work:
        certificates.cancel(work, first, "Wrong person", TODAY)
    issue(context, town, town.guests[0])
    rows = register(context)
    assert [entry.status for entry in rows.values()] == [CertificateStatus.CANCELLED, CertificateStatus.ISSUED]
    assert check(context, "CEP-UA-2023-0001") is Verdict.CANCELLED


def test_a_changed_name_makes_the_former_one_void(context: Context, town: Town) -> None:
    all_present(context, town)
    (first,) = issue(context, town, town.guests[0])
    former = register(context)["CEP-UA-2023-0001"].code
    with context.write("Marries") as work:
        person = work.session.get(Person, town.guests[0])
        assert person is not None
        person.family_name = "Бондаренко"
        assert certificates.reissue(work, first, TODAY) == "CEP-UA-2023-0001/2"
    assert check(context, "CEP-UA-2023-0001/2") is Verdict.VALID
    assert check(context, "CEP-UA-2023-0001") is Verdict.REPLACED
    assert check(context, former) is Verdict.REPLACED
    with context.write("Lost") as work:
        assert certificates.duplicate(work, first, TODAY) == 1
    assert check(context, "CEP-UA-2023-0001/2") is Verdict.VALID


def test_a_snapshot_does_not_follow_later_changes(context: Context, town: Town) -> None:
    all_present(context, town)
    (first, *_) = issue(context, town)
    with context.write("Rename") as work:
        activities.save(work, town.visit, replace(activities.load(work, town.visit), title={"en": "Other"}))
    with context.read() as view:
        content = certificates.load_snapshot(view, first)
    assert content["title"] == {"en": "Domžale – Zavodske"}
    assert [entry["name"] for entry in content["signatories"]] == ["Barbara Zupan"]
    with pytest.raises(Refused, match="needed_elsewhere"), context.write("Delete") as work:
        activities.delete(work, town.visit)
