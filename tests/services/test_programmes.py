"""Programmes with what they own; their rules with the day from which they hold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.core.dates import PartialDate
from app.core.errors import Invalid, NotFound, Refused
from app.core.vocabulary import ActivityKind, ExpenditureState, ProgrammePartyRole
from app.models.activities import Activity, Participation
from app.models.budgets import BudgetLine, Expenditure
from app.models.certificates import Certificate
from app.services import organisations, people, programme_rules, programmes, rules
from app.services.context import Context
from app.services.programmes import MilestoneDraft, PartyDraft, PhaseDraft, ProgrammeDraft, SignatoryDraft
from app.storage.work import Work

CEP = ProgrammeDraft(code="CEP-UA", title={"en": "Post-conflict Reconstruction", "uk": "Відбудова України"})


def _funder(work: Work) -> str:
    return organisations.create(work, organisations.OrganisationDraft(name={"en": "Ministry of Foreign Affairs"}))


def _whole(work: Work) -> str:
    """A programme with a funder, money, two visits and a person who was at both."""
    ident = programmes.create(work, replace(CEP, parties=(PartyDraft(_funder(work)),)))
    heading = BudgetLine(programme_id=ident, code="1", heading=True, total_minor=999)
    work.add(heading)
    line = work.add(BudgetLine(programme_id=ident, code="1.1", total_minor=500_00))
    for state, sum_ in ((ExpenditureState.PAID, 120_50), (ExpenditureState.COMMITTED, 30_00)):
        work.add(Expenditure(programme_id=ident, line_id=line, state=state, budget_minor=sum_))
    person = people.create(work, people.PersonDraft(family_name="Novak"))
    for code, kind in (("V1", ActivityKind.MENTORING_VISIT), ("A1", ActivityKind.TRAINING)):
        activity = work.add(Activity(programme_id=ident, code=code, kind=kind, title={"en": code}))
        work.add(Participation(activity_id=activity, person_id=person))
    return ident


def test_the_list_tells_figures(context: Context) -> None:
    with context.write("New") as work:
        _whole(work)
    with context.read() as view:
        (row,) = programmes.list_rows(view)
    assert (row.code, row.title, row.funders) == (
        "CEP-UA",
        "Post-conflict Reconstruction",
        "Ministry of Foreign Affairs",
    )
    assert (row.activities, row.visits, row.people, row.partnerships) == (2, 1, 1, 0)
    assert (row.planned_minor, row.paid_minor, row.committed_minor) == (500_00, 120_50, 30_00)
    assert "vidbudova" in row.search_text
    assert "ministry" in row.search_text


def test_the_list_asks_the_same_number_of_questions(
    context: Context, statements: Callable[[Callable[[], object]], int]
) -> None:
    def listing() -> None:
        with context.read() as view:
            programmes.list_rows(view)

    with context.write("New") as work:
        _whole(work)
    few = statements(listing)
    with context.write("More") as work:
        for number in range(8):
            programmes.create(work, replace(CEP, code=f"P{number}", parties=(PartyDraft(_funder(work)),)))
    assert statements(listing) == few


def test_owned_rows_are_kept_in_order_and_taken_back(
    context: Context, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    with context.write("New") as work:
        funder = _funder(work)
        ident = programmes.create(work, CEP)
    draft = replace(
        CEP,
        sdgs=(16, 17),
        parties=(PartyDraft(funder, ProgrammePartyRole.FUNDER), PartyDraft(funder, ProgrammePartyRole.ENDORSER)),
        phases=(
            PhaseDraft({"en": "First"}, PartialDate.parse("2022-H2"), PartialDate.parse("2023")),
            PhaseDraft({"en": "Second"}, funder_id=funder),
        ),
        milestones=(MilestoneDraft({"en": "Call"}, PartialDate.parse("2023-05")),),
        signatories=(SignatoryDraft("Ana Kovač", {"en": "Director"}),),
    )
    undoable(lambda work: programmes.save(work, ident, draft))
    with context.read() as view:
        kept = programmes.load(view, ident)
    assert [phase.title["en"] for phase in kept.phases] == ["First", "Second"]
    assert kept.sdgs == (16, 17)
    turned = replace(kept, phases=tuple(reversed(kept.phases)), parties=kept.parties[:1])
    undoable(lambda work: programmes.save(work, ident, turned))
    with context.read() as view:
        assert [phase.title["en"] for phase in programmes.load(view, ident).phases] == ["Second", "First"]


def test_what_is_wrong_with_a_draft() -> None:
    wrong = ProgrammeDraft(
        code="cep ua",
        currency="XXX",
        start=PartialDate.parse("2024"),
        end=PartialDate.parse("2023-12"),
        sdgs=(18,),
        parties=(PartyDraft(""), PartyDraft("a"), PartyDraft("a")),
        phases=(PhaseDraft(),),
        milestones=(MilestoneDraft(),),
        signatories=(SignatoryDraft(),),
    )
    assert [(problem.field, problem.code) for problem in programmes.check(wrong)] == [
        ("code", "programme_code_wrong"),
        ("title", "title_missing"),
        ("currency", "currency_unknown"),
        ("end", "period_reversed"),
        ("sdgs", "goal_unknown"),
        ("parties", "organisation_missing"),
        ("parties", "party_twice"),
        ("phases", "title_missing"),
        ("milestones", "title_missing"),
        ("signatories", "person_name_missing"),
    ]
    assert [problem.code for problem in programmes.check(CEP, {"CEP-UA"})] == ["code_taken"]
    same_year = replace(CEP, start=PartialDate.parse("2023-06"), end=PartialDate.parse("2023"))
    assert not programmes.check(same_year)


def test_two_programmes_cannot_share_a_code(context: Context) -> None:
    with context.write("New") as work:
        ident = programmes.create(work, CEP)
        programmes.save(work, ident, programmes.load(work, ident))
    with pytest.raises(Invalid) as told, context.write("Again") as work:
        programmes.create(work, CEP)
    assert told.value.code == "code_taken"


def test_a_programme_goes_with_all_that_is_its_own(
    context: Context, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    with context.write("New") as work:
        ident = _whole(work)
    undoable(lambda work: programmes.delete(work, ident))
    with context.read() as view:
        assert not programmes.list_rows(view)


def test_a_programme_with_certificates_stays(context: Context) -> None:
    with context.write("New") as work:
        ident = _whole(work)
        activity = work.add(Activity(programme_id=ident, code="V9"))
        person = people.create(work, people.PersonDraft(family_name="Novak"))
        day = date(2023, 10, 27)
        work.add(
            Certificate(
                programme_id=ident,
                activity_id=activity,
                person_id=person,
                number="CEP-UA-2023-0001",
                year=2023,
                serial=1,
                issued_on=day,
            )
        )
    with pytest.raises(Refused) as told, context.write("Delete") as work:
        programmes.delete(work, ident)
    assert told.value.code == "needed_elsewhere"


def test_every_rule_can_be_set_and_its_default_is_allowed() -> None:
    assert set(rules.RULES) == set(programme_rules.DEFAULTS)
    assert not [rule.key for rule in rules.RULES.values() if rules.check(rule.key, rule.default)]


def test_a_rule_holds_from_its_day(context: Context, undoable: Callable[[Callable[[Work], object]], None]) -> None:
    key = "attendance.threshold_percent"
    with context.write("New") as work:
        ident = programmes.create(work, CEP)
        rules.set_value(work, ident, key, 75, date(2024, 1, 1))
    undoable(lambda work: rules.set_value(work, ident, key, 90, date(2025, 7, 1)))
    with context.read() as view:
        held = [rules.value(view, ident, key, date(*day)) for day in ((2023, 12, 31), (2024, 1, 1), (2025, 7, 1))]
        rows = {row.key: row for row in rules.list_rows(view, ident, date(2024, 6, 1))}
        later = [row for row in rules.list_settings(view, ident) if row.value == 90]
    assert held == [80, 75, 90]
    assert (rows[key].value, rows[key].valid_from, rows[key].default) == (75, date(2024, 1, 1), 80)
    assert rows["budget.reallocation_percent"].valid_from is None
    undoable(lambda work: rules.remove(work, later[0].id))
    with context.write("Same day") as work:
        rules.set_value(work, ident, key, 70, date(2024, 1, 1))
        assert rules.value(work, ident, key, date(2026, 1, 1)) == 70


@pytest.mark.parametrize(
    ("key", "given", "code"),
    [
        ("attendance.threshold_percent", 101, "rule_range"),
        ("attendance.threshold_percent", "80", "rule_range"),
        ("attendance.threshold_percent", True, "rule_range"),
        ("certificate.number", "{PROGCODE}-{NNNN}", "rule_pattern"),
        ("certificate.number", "{PROGCODE}-{YYYY}-{NNNN}-{X}", "rule_pattern"),
        ("paper.time_separator", "h", "rule_choice"),
        ("budget.last_addendum", "7.3.2026", "rule_day"),
    ],
)
def test_what_cannot_be_a_rule(key: str, given: rules.Value, code: str) -> None:
    assert [problem.code for problem in rules.check(key, given)] == [code]


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(NotFound):
        rules.check("tea.time", 5)
