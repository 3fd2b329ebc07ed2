"""Merging field by field, rows taken for others, and what was declined: never without a click, never asked twice."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.core.errors import Refused
from app.core.vocabulary import LatinSource, Sex
from app.services import import_deciding, import_decisions, import_resolving, imports, people, programmes
from app.services.context import Context
from app.services.import_organisations import OrganisationFinder
from app.services.import_plans import Decision, ImportPlan, RowKey
from app.services.imports import ImportResult
from app.services.people import PersonDraft
from app.services.people_merging import declined_pairs
from app.services.programmes import ProgrammeDraft
from tests.dump import dump

HEADINGS = ("Прізвище", "Ім'я", "По батькові", "Посада", "Ел. пошта", "Телефон", "Дата народження", "Паспорт")
A, B, C, D = (("Sheet", number) for number in (2, 3, 4, 5))


@pytest.fixture(autouse=True)
def _programme(context: Context) -> None:
    with context.write("Set up") as work:
        programmes.create(work, ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))


def known(context: Context, **fields: object) -> str:
    """Somebody on record."""
    with context.write("Known") as work:
        return people.create(work, PersonDraft(**fields))  # type: ignore[arg-type]


def plan_of(context: Context, path: Path, *rows: tuple[str, ...]) -> ImportPlan:
    """The plan of a file with these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (HEADINGS, *(row + ("",) * (len(HEADINGS) - len(row)) for row in rows)):
        sheet.append(cells)
    book.save(path)
    workbook = imports.read_file(path)
    with context.read() as view:
        return imports.plan(view, workbook, imports.target_of(view, "CEP-UA"))


def decided(context: Context, plan: ImportPlan, decisions: Mapping[RowKey, Decision]) -> ImportPlan:
    """The plan with decisions worked in."""
    with context.read() as view:
        return import_deciding.apply(view, plan, plan, decisions)


def take(context: Context, plan: ImportPlan, decisions: Mapping[RowKey, Decision] | None = None) -> ImportResult:
    """Take a plan in."""
    with context.write("Take in") as work:
        return imports.take_in(work, plan, decisions)


def draft_of(context: Context, ident: str) -> PersonDraft:
    """Somebody as kept."""
    with context.read() as view:
        return people.load(view, ident)


def outcomes(plan: ImportPlan) -> list[str]:
    """The outcomes in the order of the file."""
    return [row.outcome.value for row in plan.rows]


NATALIA = {"given_name": "Наталія", "family_name": "Згурська", "sex": Sex.FEMALE, "phone": "+380671234567"}


def test_another_spelling_of_a_name_waits_for_a_click(context: Context, tmp_path: Path) -> None:
    """A probable match fills gaps and replaces plain fields; the name only when somebody says so (MA-7)."""
    ident = known(context, **NATALIA)
    plan = plan_of(context, tmp_path / "a.xlsx", ("Згурська", "Наталя", "", "Секретар", "", "+380501112233"))
    assert outcomes(plan) == ["update"]
    row, match = next(plan.pairs())
    assert {one.field for one in match.differences} >= {"given_name", "phone", "position"}
    assert import_resolving.stays(plan, row, match) == {"given_name", "given_latin"} & {
        one.field for one in match.differences if one.old
    }
    take(context, plan)
    after = draft_of(context, ident)
    assert (after.given_name, after.phone, after.positions[0].title) == ("Наталія", "+380501112233", "Секретар")


@pytest.mark.parametrize("decision", [Decision(take=frozenset({"given_name"})), "link"])
def test_a_click_takes_the_name(context: Context, tmp_path: Path, decision: Decision | str) -> None:
    ident = known(context, **NATALIA)
    plan = plan_of(context, tmp_path / "a.xlsx", ("Згурська", "Наталя", "", "Секретар"))
    said = Decision(person_id=ident) if isinstance(decision, str) else decision
    take(context, plan, {A: said})
    assert draft_of(context, ident).given_name == "Наталя"


def test_fields_that_are_kept_stay(context: Context, tmp_path: Path) -> None:
    ident = known(context, **NATALIA, email="n@town.example", diet="vegan")
    row = ("Згурська", "Наталія", "", "Голова", "n@town.example", "+380501112233", "07.03.1980")
    plan = plan_of(context, tmp_path / "a.xlsx", row)
    take(context, plan, {A: Decision(keep=frozenset({"phone", "birth_date"}))})
    after = draft_of(context, ident)
    assert (after.phone, after.birth_date, after.positions[0].title) == ("+380671234567", None, "Голова")


def test_a_passport_spelling_stays_whatever_is_typed(context: Context, tmp_path: Path) -> None:
    passport = {"given_latin": "Nataliya", "family_latin": "Zgurska", "latin_source": LatinSource.PASSPORT}
    ident = known(context, **NATALIA, **passport)
    plan = plan_of(context, tmp_path / "a.xlsx", ("Згурська", "Наталія", "", "Голова"))
    typed = Decision(person_id=ident, fields={"given_latin": "Natalia", "family_latin": "Zghurska"})
    take(context, plan, {A: typed})
    after = draft_of(context, ident)
    assert (after.given_latin, after.family_latin, after.latin_source) == ("Nataliya", "Zgurska", LatinSource.PASSPORT)


def test_who_was_declined_is_not_asked_again(context: Context, tmp_path: Path) -> None:
    """The second Natalia is somebody else: said once, remembered with the person, undone with the import."""
    first = known(context, **NATALIA)
    before = dump(context)
    rows = [("Згурська", "Наталія", "", "Голова")]
    plan = plan_of(context, tmp_path / "a.xlsx", *rows)
    assert outcomes(plan) == ["update"]
    result = take(context, plan, {A: Decision(declined=frozenset({first}))})
    second = result.people[A]
    assert second != first
    with context.read() as view:
        assert declined_pairs(view) == {(min(first, second), max(first, second))}
    again = plan_of(context, tmp_path / "b.xlsx", *rows)
    assert outcomes(again) == ["same"]
    assert again.matches[0].people == (second,)
    assert take(context, again).people[A] == second
    context.undo()
    imports.take_back(context, result.batch)
    assert dump(context) == before


def test_an_initial_taken_as_new_is_known_the_next_time(context: Context, tmp_path: Path) -> None:
    """Шевченко О. may be Oleksandr or Olena; the user said that it is neither (MA-7)."""
    for name in ("Олександр", "Олена"):
        known(context, given_name=name, family_name="Шевченко")
    rows = [("Шевченко", "О.", "", "Водій")]
    plan = plan_of(context, tmp_path / "a.xlsx", *rows)
    assert outcomes(plan) == ["doubtful"]
    assert len(plan.matches[0].people) == 2
    third = take(context, plan, {A: Decision(as_new=True)}).people[A]
    again = plan_of(context, tmp_path / "b.xlsx", *rows)
    assert (outcomes(again), again.matches[0].people) == (["same"], (third,))


def test_two_of_one_name_in_a_file_are_two_for_ever(context: Context, tmp_path: Path) -> None:
    rows = [("Коваленко", "Іван", "", "Голова"), ("Коваленко", "Іван", "", "Водій")]
    plan = plan_of(context, tmp_path / "a.xlsx", *rows)
    assert outcomes(plan) == ["new", "duplicate"]
    result = take(context, plan, {B: Decision(as_new=True)})
    assert len(set(result.people.values())) == 2
    again = plan_of(context, tmp_path / "b.xlsx", *rows)
    assert outcomes(again) == ["same", "same"]
    assert [match.people[0] for match in again.matches] == [result.people[A], result.people[B]]
    # Also in the other order, and with a change.
    turned = plan_of(context, tmp_path / "c.xlsx", (*rows[1], "w@town.example"), rows[0])
    assert [match.people[0] for match in turned.matches] == [result.people[B], result.people[A]]
    assert outcomes(turned) == ["update", "same"]


def test_a_repeated_row_is_linked_or_left(context: Context, tmp_path: Path) -> None:
    ident = known(context, given_name="Іван", family_name="Коваленко", patronymic="Петрович")
    rows = [("Коваленко", "Іван", "", "Голова", "a@town.example"), ("Коваленко", "Іван", "", "Водій")]
    plan = plan_of(context, tmp_path / "a.xlsx", *rows)
    result = take(context, plan, {A: Decision(as_new=True), B: Decision(person_id=ident)})
    assert result.people[B] == ident
    assert draft_of(context, ident).positions[0].title == "Водій"
    with context.read() as view:
        first = result.people[A]
        assert declined_pairs(view) == {(min(first, ident), max(first, ident))}


def test_a_row_that_is_the_same_as_another_fills_its_gaps(context: Context, tmp_path: Path) -> None:
    rows = [
        ("Шевченко", "Олександр", "", "", "", "+380671234567"),
        ("Шевченко", "О.", "", "Голова", "os@town.example", "+380509999999"),
        ("Шевченко", "Олександр", "", "", "", "", "07.03.1980"),
    ]
    plan = plan_of(context, tmp_path / "a.xlsx", *rows)
    assert outcomes(plan) == ["new", "doubtful", "duplicate"]
    joined = decided(context, plan, {B: Decision(same_as=A), C: Decision(same_as=B)})
    assert outcomes(joined) == ["new", "duplicate", "duplicate"]
    whole = joined.rows[0].fields
    assert (whole["given_name"], whole["phone"]) == ("Олександр", "+380671234567")
    assert (whole["position"], whole["email"], whole["birth_date"]) == ("Голова", "os@town.example", "1980-03-07")
    [ident] = take(context, joined).people.values()
    assert draft_of(context, ident).email == "os@town.example"
    # Taken back, the first row is what it was.
    with context.read() as view:
        apart = import_deciding.apply(view, plan, joined, {B: Decision(), C: Decision()})
    assert list(apart.rows) == list(plan.rows)


def test_rows_cannot_be_the_same_in_a_circle(context: Context, tmp_path: Path) -> None:
    plan = plan_of(context, tmp_path / "a.xlsx", ("Бойко", "Іван"), ("Коваль", "Іван"))
    for decisions in ({A: Decision(same_as=A)}, {A: Decision(same_as=B), B: Decision(same_as=A)}):
        with pytest.raises(Refused) as refused:
            decided(context, plan, decisions)
        assert refused.value.code == "import_row_itself"
    with pytest.raises(Refused) as refused:
        decided(context, plan, {("Sheet", 77): Decision(as_new=True)})
    assert refused.value.code == "import_no_such_row"
    with pytest.raises(Refused) as refused:
        decided(context, plan, {A: Decision(person_id="0" * 32)})
    assert refused.value.code == "import_person_gone"


def test_two_rows_of_one_known_person_are_one_person(context: Context, tmp_path: Path) -> None:
    """The first row goes before, the second only adds."""
    ident = known(context, given_name="Іван", family_name="Бойко")
    plan = plan_of(
        context,
        tmp_path / "a.xlsx",
        ("Бойко", "Іван", "", "Голова"),
        ("Бойка", "Ivan", "", "Заступник", "ib@town.example"),
    )
    take(context, plan, {A: Decision(person_id=ident), B: Decision(person_id=ident)})
    after = draft_of(context, ident)
    assert (after.family_name, after.positions[0].title, after.email) == ("Бойко", "Голова", "ib@town.example")


def test_one_decision_for_many_rows(context: Context, tmp_path: Path) -> None:
    for name, family in (("Олександр", "Шевченко"), ("Олена", "Шевченко"), ("Олена", "Сорока")):
        known(context, given_name=name, family_name=family, phone="+380671234567")
    rows = [("Шевченко", "О.", "", "Водій"), ("Сорока", "Олена", "", "", "", "+380501112233"), ("Коваль", "Юрій")]
    plan = plan_of(context, tmp_path / "a.xlsx", *rows)
    assert outcomes(plan) == ["doubtful", "update", "new"]
    doubtful = [(row.sheet, row.row) for row in plan.rows if row.outcome.value == "doubtful"]
    said = import_decisions.for_all(doubtful, {}, as_new=True)
    said |= import_decisions.for_all([B, C], said, keep=("phone",))
    said |= import_decisions.for_all([C], said, leave_out=True)
    assert said == {
        A: Decision(as_new=True),
        B: Decision(keep=frozenset({"phone"})),
        C: Decision(keep=frozenset({"phone"}), leave_out=True),
    }
    result = take(context, plan, said)
    assert set(result.people) == {A, B}
    assert draft_of(context, result.people[B]).phone == "+380671234567"
    assert import_decisions.for_all([B], said, take=("phone",))[B] == Decision(take=frozenset({"phone"}))


_PLANS: dict[Path, ImportPlan] = {}
_DECISIONS = st.fixed_dictionaries(
    {},
    optional={
        key: st.one_of(
            st.just(Decision()),
            st.just(Decision(as_new=True)),
            st.just(Decision(leave_out=True)),
            st.builds(lambda text: Decision(fields={"position": text}), st.sampled_from(("", "Голова"))),
            st.builds(lambda other: Decision(same_as=other), st.sampled_from((A, B, C, D))),
        )
        for key in (A, B, C, D)
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=_DECISIONS, second=_DECISIONS)
@example(first={D: Decision(same_as=A)}, second={A: Decision(same_as=B)})
def test_only_the_last_decisions_count(
    context: Context, tmp_path: Path, first: dict[RowKey, Decision], second: dict[RowKey, Decision]
) -> None:
    """Deciding in two steps gives what deciding at once gives; nothing of a former decision is left."""
    path = tmp_path / "law.xlsx"
    if path not in _PLANS:
        known(context, given_name="Олександр", family_name="Шевченко")
        _PLANS[path] = plan_of(
            context,
            path,
            ("Шевченко", "О.", "", "Водій"),
            ("Шевченко", "Олександр"),
            ("Шевченко", "Олександр", "", "", "os@town.example"),
            ("Коваль", "Юрій"),
        )
    plan = _PLANS[path]
    with context.read() as view:
        try:
            step = import_deciding.apply(view, plan, plan, first)
            twice = import_deciding.apply(view, plan, step, second)
        except Refused as refused:
            if refused.code == "import_row_itself":
                return
            raise
        once = import_deciding.apply(view, plan, plan, {**first, **second})
        assert list(twice.rows) == list(once.rows)
        assert list(twice.matches) == list(once.matches)
        taken = [one.key for one in import_resolving.resolve(view, once, OrganisationFinder(view))]
        assert len(taken) == len(set(taken))
