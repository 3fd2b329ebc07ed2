"""Deliverables from stage to stage (DL), and what the overview says needs somebody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Invalid, Refused
from app.core.sentences_happenings import SENTENCES
from app.core.vocabulary import DeliverableKind, DeliverableStage, InterpretationMode, ReviewVerdict, Sex
from app.models.people import Person
from app.services import (
    activities,
    agenda_moves,
    agenda_versions,
    attendance,
    deliverable_stages,
    deliverables,
    overview,
    participations,
)
from app.services.context import Context
from app.services.deliverables import DeliverableDraft, ReviewDraft, VersionDraft
from app.services.overview import Overview
from tests.services.programme_of_visits import Town, build, item

TODAY = date(2023, 10, 2)
S = DeliverableStage


@pytest.fixture
def town(context: Context) -> Town:
    return build(context)


def plan(town: Town, **more: object) -> DeliverableDraft:
    return DeliverableDraft(town.programme, town.partnership, title={"en": "Strategy of Zavodske"}, **more)  # type: ignore[arg-type]


def test_stages_forward_back_and_not_at_will(context: Context, town: Town) -> None:
    with context.write("Plan") as work:
        ident = deliverables.create(work, plan(town))
        deliverables.move(work, ident, S.DRAFTING, TODAY)
        with pytest.raises(Refused, match="stage_not_reachable"):
            deliverables.move(work, ident, S.ADOPTED, TODAY)
        deliverables.move(work, ident, S.INTERNAL_REVIEW, TODAY)
        with pytest.raises(Refused, match="reason_missing"):
            deliverables.move(work, ident, S.DRAFTING, TODAY)
        deliverables.move(work, ident, S.DRAFTING, TODAY, "Data of 2022 were missing")
        steps = deliverable_stages.stage_changes(work, ident)
    assert [(step.from_stage, step.to_stage) for step in steps] == [
        (S.NOT_STARTED, S.DRAFTING),
        (S.DRAFTING, S.INTERNAL_REVIEW),
        (S.INTERNAL_REVIEW, S.DRAFTING),
    ]
    assert steps[-1].note == "Data of 2022 were missing"


def test_adoption_needs_number_date_and_body(context: Context, town: Town) -> None:
    with context.write("Plan") as work:
        ident = deliverables.create(work, plan(town, stage=S.SUBMITTED))
        with pytest.raises(Invalid) as caught:
            deliverables.move(work, ident, S.ADOPTED, TODAY)
        assert [problem.field for problem in caught.value.problems] == [
            "adoption_number",
            "adoption_date",
            "adoption_body",
        ]
        draft = replace(
            deliverables.load(work, ident),
            adoption_number="12/3",
            adoption_date=PartialDate.parse("2023-09"),
            adoption_body="Council of Zavodske",
        )
        deliverables.save(work, ident, draft)
        deliverables.move(work, ident, S.ADOPTED, TODAY)
        assert deliverables.load(work, ident).stage is S.ADOPTED


def test_an_application_is_submitted_with_call_and_sums(context: Context, town: Town) -> None:
    with context.write("Application") as work:
        ident = deliverables.create(work, plan(town, kind=DeliverableKind.FUNDING_APPLICATION, stage=S.APPROVED))
    with pytest.raises(Invalid, match="call_missing"), context.write("Submit") as work:
        deliverables.move(work, ident, S.SUBMITTED, TODAY)


def test_every_stage_can_be_left_and_none_leads_to_itself() -> None:
    for stage in S:
        following = deliverable_stages.moves(stage)
        assert following
        assert stage not in following


def test_overdue_versions_and_reviews(context: Context, town: Town) -> None:
    reviews = (
        ReviewDraft(reviewer="Andrej Pirc", due=date(2023, 10, 10)),
        ReviewDraft(reviewer="B", due=date(2023, 9, 1)),
    )
    versions = (VersionDraft("0.9", "uk"), VersionDraft("0.10", "uk"))
    with context.write("Plan") as work:
        ident = deliverables.create(
            work, plan(town, due=PartialDate.parse("2023-Q3"), reviews=reviews, versions=versions)
        )
        deliverables.create(work, plan(town, due=PartialDate.parse("2023-H2")))
        deliverables.create(work, plan(town, due=UNKNOWN))
        assert deliverable_stages.next_version(work, ident) == "0.11"
        name = deliverable_stages.file_name(work, ident, "0.11", TODAY)
        assert name == "domzale-zavodske_strategic-plan_strategy-of-zavodske_v0.11_2023-10-02"
    with context.read() as view:
        rows = deliverables.list_rows(view, today=TODAY)
        assert [(row.code, row.overdue, row.days_left) for row in rows] == [
            ("CEP-UA-D01", True, -2),
            ("CEP-UA-D02", False, 90),
            ("CEP-UA-D03", False, None),
        ]
        assert (rows[0].version, rows[0].reviews_waiting, rows[0].reviews_overdue) == ("0.10", 2, 1)
        late = deliverable_stages.reviews(view, on=TODAY)[0]
    with context.write("Review") as work:
        deliverables.review(work, late.id, ReviewVerdict.APPROVED, TODAY, "Good")
        assert deliverables.list_rows(work, today=TODAY)[0].reviews_waiting == 1


def look(context: Context, today: date = TODAY) -> Overview:
    with context.read() as view:
        return overview.overview(view, today)


def test_the_overview_of_a_visit_in_a_week(context: Context, town: Town) -> None:
    with context.write("Agenda") as work:
        item(work, town.visit, 9, "9:00", "10:30", interpreters=(town.interpreter,))
        second = item(work, town.visit, 9, "10:00", "11:00", interpreters=(town.interpreter,))
        item(work, town.visit, 10, "9:00", "10:00", interpretation=InterpretationMode.CONSECUTIVE)
        agenda_versions.issue(work, town.visit, at=datetime(2023, 9, 25, 12, 5, tzinfo=UTC))
        agenda_moves.move(work, [second], timedelta(minutes=5))
        rows = {row.person_id: row for row in participations.list_rows(work, town.visit)}
        participations.set_insurance(work, [rows[town.guests[0]].id], "Vzajemna 1")
        participations.set_letter_sent(work, [rows[ident].id for ident in town.guests], date(2023, 9, 20))
        person = work.session.get(Person, town.guests[1])
        assert person is not None
        person.passport_expiry = date(2024, 1, 10)  # three months after 11 October are 11 January
    seen = look(context)
    needs = {need.code: need for need in seen.needs}
    assert set(needs) == {
        "insurance_missing",
        "interpreter_booked_twice",
        "agenda_changed_since_issue",
        "interpreter_missing",
        "passport_expires",
    }
    insurance = needs["insurance_missing"]
    assert (insurance.params["count"], insurance.days_left, insurance.severity) == (2, -3, "error")
    assert insurance.place == overview.Place("visits", town.visit, "travel")
    assert needs["interpreter_booked_twice"].place.detail == second
    assert needs["agenda_changed_since_issue"].params["next"] == "1.1"
    (visit,) = seen.visits
    assert (visit.days_left, visit.travellers, visit.letters, visit.insured) == (7, 3, 3, 1)
    assert (visit.interpreted, visit.days_without_interpreter) == (1, (date(2023, 10, 10),))
    assert [(figure.role, dict(figure.by_sex)) for figure in seen.people] == [
        ("mentee", {Sex.FEMALE: 2, Sex.MALE: 1}),
        ("speaker", {Sex.FEMALE: 1}),
    ]
    assert seen.overdue >= 1
    assert seen.due_today == 2


def test_a_visit_whose_date_nobody_knows_troubles_nobody(context: Context, town: Town) -> None:
    with context.write("Later") as work:
        draft = activities.load(work, town.visit)
        activities.save(work, town.visit, replace(draft, start=UNKNOWN, end=UNKNOWN))
        activities.create(work, replace(draft, code="", start=PartialDate.parse("2024-H1"), end=UNKNOWN, version=0))
    seen = look(context)
    assert seen.needs == ()
    assert [(visit.first_day, visit.days_left) for visit in seen.visits] == [(date(2024, 1, 1), 91), (None, None)]


def test_certificates_wait_after_the_visit(context: Context, town: Town) -> None:
    with context.write("Mark") as work:
        item(work, town.visit, 9, "9:00", "10:30")
        attendance.mark_all_present(work, town.visit)
    (need,) = look(context, date(2023, 10, 30)).needs
    assert (need.code, need.params["count"], need.due) == ("certificates_ready", 3, None)
    assert need.place.tab == "attendance"


def test_deliverables_and_reviews_in_the_overview(context: Context, town: Town) -> None:
    with context.write("Plan") as work:
        deliverables.create(
            work,
            plan(town, due=PartialDate.parse("2023-Q3"), reviews=(ReviewDraft(reviewer="A", due=date(2023, 10, 10)),)),
        )
        activities.delete(work, town.visit)
    seen = look(context)
    assert [(need.code, need.days_left) for need in seen.needs] == [("deliverable_overdue", -2), ("review_due", 8)]
    assert [(figure.stage, figure.count, figure.overdue) for figure in seen.stages] == [(S.NOT_STARTED, 1, 1)]
    assert {need.code for need in seen.needs} <= set(SENTENCES)
