"""Indicators and the figures that the program counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from app.core.dates import PartialDate
from app.core.errors import Invalid
from app.core.vocabulary import (
    ActivityKind,
    ActivityStatus,
    DeliverableKind,
    DeliverableStage,
    ExpenditureState,
    IndicatorLevel,
    ParticipationRole,
    Presence,
    SessionKind,
    Sex,
)
from app.models.activities import Activity, Participation
from app.models.agendas import Session
from app.models.attendance import Attendance
from app.models.budgets import BudgetLine, Expenditure
from app.models.certificates import Certificate
from app.models.deliverables import Deliverable
from app.services import counting, indicators, organisations, people, programmes
from app.services.context import Context
from app.services.indicators import IndicatorDraft, ValueDraft
from app.services.people import PersonDraft, PositionDraft
from app.storage.work import Work


def _activity(work: Work, programme: str, code: str, days: tuple[str, str], **more: object) -> str:
    values = {"kind": ActivityKind.MENTORING_VISIT, "status": ActivityStatus.TOOK_PLACE, **more}
    start, end = (PartialDate.parse(day) for day in days)
    return work.add(Activity(programme_id=programme, code=code, start=start, end=end, **values))


def _fill(work: Work) -> str:
    """Two visits of 5 and 1 days that took place, one planned; three learners, a mentor; sessions, money, papers."""
    programme = programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
    town = organisations.create(work, organisations.OrganisationDraft(code="ORG-0007", name={"en": "Zavodske"}))
    post = (PositionDraft(town),)
    woman = people.create(
        work, PersonDraft(family_name="A", sex=Sex.FEMALE, country="UA", positions=post, birth_date=date(2000, 6, 2))
    )
    man = people.create(
        work, PersonDraft(family_name="B", sex=Sex.MALE, country="UA", positions=post, birth_date=date(1996, 6, 1))
    )
    unstated = people.create(work, PersonDraft(family_name="C"))
    mentor = people.create(work, PersonDraft(family_name="D", sex=Sex.MALE, country="SI"))
    first = _activity(work, programme, "V1", ("2023-10-09", "2023-10-13"))
    second = _activity(work, programme, "V2", ("2024-03-01", "2024-03-01"))
    planned = _activity(work, programme, "V3", ("2030-01-01", "2030-01-09"), status=ActivityStatus.PLANNED)
    roles = ParticipationRole
    for activity, person, role in (
        (first, woman, roles.MENTEE),
        (first, woman, roles.POLITICIAN),
        (first, man, roles.MENTEE),
        (second, woman, roles.MENTEE),
        (second, unstated, roles.OFFICIAL),
        (first, mentor, roles.MENTOR),
        (planned, man, roles.MENTEE),
    ):
        work.add(Participation(activity_id=activity, person_id=person, role=role))
    work.add(Participation(activity_id=second, person_id=man, cancelled=True))
    lecture = work.add(_session(first, SessionKind.LECTURE, 9, 10, 30))
    work.add(_session(first, SessionKind.MEAL, 12, 13, 0))
    work.add(Attendance(activity_id=first, session_id=lecture, person_id=man, presence=Presence.PRESENT))
    for person in (woman, mentor):
        work.add(Attendance(activity_id=first, session_id=lecture, person_id=person, presence=Presence.PRESENT))
    certificate = Certificate(programme_id=programme, activity_id=first, person_id=man, number="1", year=2023, serial=1)
    certificate.issued_on = date(2023, 10, 13)
    work.add(certificate)
    for code, kind, stage in (
        ("D1", DeliverableKind.STRATEGIC_PLAN, DeliverableStage.ADOPTED),
        ("D2", DeliverableKind.FUNDING_APPLICATION, DeliverableStage.SUBMITTED),
        ("D3", DeliverableKind.ANALYSIS, DeliverableStage.NOT_STARTED),
    ):
        work.add(Deliverable(programme_id=programme, code=code, kind=kind, stage=stage))
    line = work.add(BudgetLine(programme_id=programme, code="1", total_minor=300_00))
    work.add(Expenditure(programme_id=programme, line_id=line, state=ExpenditureState.PAID, budget_minor=100_00))
    return programme


def _session(activity: str, kind: SessionKind, start: int, end: int, minute: int) -> Session:
    begins, ends = datetime(2023, 10, 9, start, 0), datetime(2023, 10, 9, end, minute)
    return Session(activity_id=activity, kind=kind, starts_at=begins, ends_at=ends)


def test_every_figure_is_counted_by_hand(context: Context) -> None:
    with context.write("Fill") as work:
        programme = _fill(work)
    with context.read() as view:
        figures = counting.figures(counting.load(view), programme)
    expected = {
        "activities": "2",
        "visits": "2",
        "visit_days": "6",
        "participants": "3",
        "participations": "4",  # A and B at the first, A and C at the second
        "person_days": "12",  # 2 people for 5 days, 2 for one
        "women_percent": "50.0",  # of the two whose sex is stated
        "mentors": "1",
        "hours": "1.5",
        "person_hours": "3",  # A, in two roles, and B; the mentor was there, too, but does not learn
        "certificates": "1",
        "deliverables": "2",
        "deliverables_done": "1",
        "applications_submitted": "1",
        "applications_awarded": "0",
        "budget_percent": "33.3",
    }
    assert {key: figures[key] for key in expected} == {key: Decimal(value) for key, value in expected.items()}
    assert figures["deliverables.adopted"] == 1
    assert set(figures) == set(indicators.counted_keys())


def test_nothing_is_counted_of_an_empty_programme(context: Context) -> None:
    with context.read() as view:
        figures = counting.figures(counting.load(view), "nowhere")
    assert figures["participants"] == 0
    assert figures["women_percent"] is None
    assert figures["budget_percent"] is None


def test_people_once_and_events_are_split(context: Context) -> None:
    with context.write("Fill") as work:
        programme = _fill(work)
    with context.read() as view:
        parts = {
            split.by: dict(split.parts) for split in counting.splits(counting.load(view), date(2026, 6, 1), programme)
        }
    assert parts["sex"] == {"": (1, 1), "f": (1, 2), "m": (1, 1)}
    assert parts["role"] == {"mentee": (2, 3), "official": (1, 1), "politician": (1, 1)}
    assert parts["organisation"] == {"": (1, 1), "ORG-0007": (2, 3)}
    assert parts["country"] == {"": (1, 1), "UA": (2, 3)}
    assert parts["age"] == {"": (1, 1), "0-29": (1, 2), "30+": (1, 1)}


def test_typed_and_counted_indicators_stand_side_by_side(
    context: Context, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    with context.write("Fill") as work:
        programme = _fill(work)
    counted = IndicatorDraft(programme, text={"en": "People"}, counted="participants", target=Decimal(6))
    typed = IndicatorDraft(
        programme,
        text={"en": "Waste to landfill"},
        level=IndicatorLevel.OUTCOME,
        unit="t",
        baseline=Decimal(100),
        target=Decimal(60),
        values=(
            ValueDraft(PartialDate.parse("2025"), Decimal(70)),
            ValueDraft(PartialDate.parse("2024-06"), Decimal(90)),
        ),
    )
    undoable(lambda work: indicators.create(work, counted))
    undoable(lambda work: indicators.create(work, typed))
    with context.read() as view:
        rows = indicators.list_rows(view, programme, date(2026, 1, 1))
        kept = indicators.load(view, rows[1].id)
    assert [(row.code, row.actual, row.reached_percent) for row in rows] == [
        ("I01", Decimal(3), Decimal(50)),
        ("I02", Decimal(70), Decimal(75)),
    ]
    assert [str(value.measured_on) for value in kept.values] == ["2024-06", "2025"]
    undoable(lambda work: indicators.save(work, rows[1].id, replace(kept, values=kept.values[:1])))
    undoable(lambda work: indicators.keep_counted(work, rows[0].id, date(2026, 1, 1)))
    with context.read() as view:
        (written,) = indicators.load(view, rows[0].id).values
    assert written.value == 3
    assert written.split["sex"] == {"": 1, "f": 1, "m": 1}
    undoable(lambda work: indicators.delete(work, rows[1].id))


def test_the_list_asks_the_same_number_of_questions(
    context: Context, statements: Callable[[Callable[[], object]], int]
) -> None:
    def listing() -> None:
        with context.read() as view:
            indicators.list_rows(view)

    with context.write("Fill") as work:
        programme = _fill(work)
        indicators.create(work, IndicatorDraft(programme, text={"en": "One"}, counted="visits"))
    few = statements(listing)
    with context.write("More") as work:
        for key in indicators.counted_keys():
            indicators.create(work, IndicatorDraft(programme, text={"en": key}, counted=key))
    assert statements(listing) == few


def test_what_is_wrong_with_an_indicator(context: Context) -> None:
    wrong = IndicatorDraft(counted="smiles", code="I01", target=Decimal(0), values=(ValueDraft(),))
    assert [(problem.field, problem.code) for problem in indicators.check(wrong, {"I01"})] == [
        ("programme_id", "programme_missing"),
        ("text", "title_missing"),
        ("code", "code_taken"),
        ("counted", "figure_unknown"),
        ("target", "target_is_baseline"),
        ("values", "value_missing"),
    ]
    with pytest.raises(Invalid), context.write("New") as work:
        indicators.create(work, wrong)
