"""Decisions about rows worked into a plan: corrections, links, proposals; each can be changed again."""

from pathlib import Path

import openpyxl
import pytest

from app.core.vocabulary import LatinSource
from app.services import import_decisions, import_rows, imports, people, programmes
from app.services.context import Context
from app.services.import_rows import LATIN, NATIVE, PlanRow
from app.services.imports import Decision, ImportPlan
from app.services.people import PersonDraft
from app.services.programmes import ProgrammeDraft


@pytest.fixture
def plan(tmp_path: Path) -> tuple[Context, ImportPlan, str]:
    """Two rows against one person known with a passport spelling of her own."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ПІБ", "Посада", "Дата народження", "Ел. пошта"])
    sheet.append(["Гнатюк О. В.", "Секретар", "05/12/1978", ""])
    sheet.append(["", "Водій", "01.02.1980", "driver@z.example"])
    book.save(tmp_path / "list.xlsx")
    context = Context.open(tmp_path / "t.mdesk")
    with context.write("Set up") as work:
        programme = programmes.create(work, ProgrammeDraft(code="CEP-UA", title={"en": "x"}))
        person = people.create(
            work,
            PersonDraft(
                given_name="Оксана",
                family_name="Гнатюк",
                patronymic="Володимирівна",
                given_latin="Oxana",
                family_latin="Gnatiuk",
                latin_source=LatinSource.PASSPORT,
            ),
        )
    book_read = imports.read_file(tmp_path / "list.xlsx")
    with context.read() as view:
        made = imports.plan(view, book_read, import_rows.target(programme))
    return context, made, person


def rows(plan: ImportPlan) -> tuple[PlanRow, ...]:
    return import_rows.rows(plan)


def test_linking_never_replaces_the_passport_spelling(plan: tuple[Context, ImportPlan, str]) -> None:
    """NA-1: what the table would make does not go over what the passport says."""
    context, made, person = plan
    first = rows(made)[0]
    assert first.outcome.value == "doubtful"
    assert first.people == (person,)
    with context.read() as view:
        linked = import_decisions.apply(view, made, made, {first.key: Decision(person_id=person)})
    after = rows(linked)[0]
    assert after.outcome.value == "update"
    assert set(after.old) == {"position", "birth_date"}
    with context.write("Take in") as work:
        import_decisions.take_in(work, linked)
    with context.read() as view:
        draft = people.load(view, person)
    assert (draft.given_name, draft.given_latin, draft.family_latin) == ("Оксана", "Oxana", "Gnatiuk")
    assert draft.latin_source is LatinSource.PASSPORT
    context.close()


def test_a_decision_can_be_changed_back(plan: tuple[Context, ImportPlan, str]) -> None:
    context, made, _person = plan
    key = rows(made)[0].key
    with context.read() as view:
        fresh = import_decisions.apply(view, made, made, {key: Decision(as_new=True)})
        assert rows(fresh)[0].outcome.value == "new"
        again = import_decisions.apply(view, made, fresh, {key: Decision()})
    assert rows(again) == rows(made)
    context.close()


def test_a_typed_name_makes_a_refused_row_a_person(plan: tuple[Context, ImportPlan, str]) -> None:
    context, made, _person = plan
    second = rows(made)[1]
    assert second.outcome.value == "refused"
    fields = {"family_name": "Щербак", "given_name": "Юрій", "patronymic": ""}
    with context.read() as view:
        fresh = import_decisions.apply(view, made, made, {second.key: Decision(fields=fields)})
    after = rows(fresh)[1]
    assert after.outcome.value == "new"
    assert (after.fields["family_latin"], after.fields["given_latin"]) == ("Shcherbak", "Yurii")
    assert after.sources["family_latin"] == LatinSource.GENERATED
    context.close()


def test_proposals_for_a_date_and_for_names(plan: tuple[Context, ImportPlan, str]) -> None:
    context, made, _person = plan
    first = rows(made)[0]
    told = [(one.why, one.values["birth_date"]) for one in import_decisions.proposals(first, ("birth_date",))]
    assert told == [("read", "1978-12-05"), ("month_first", "1978-05-12"), ("empty", "")]
    assert [one.why for one in import_decisions.proposals(first, NATIVE)] == ["read", "turned"]
    assert [one.why for one in import_decisions.proposals(first, LATIN)] == ["read", "empty"]
    context.close()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("birth_date", "5 Dec 1978", ("1978-12-05", "")),
        ("birth_date", "yesterday's", ("", "import_date_unreadable")),
        ("email", "A.B@Example.ORG", ("a.b@example.org", "")),
        ("email", "nobody", ("", "import_email_unreadable")),
        ("gender", "m", ("m", "")),
        ("position", "  Head   of unit ", ("Head of unit", "")),
        ("notes", "", ("", "")),
    ],
)
def test_what_is_typed_into_a_cell(name: str, text: str, found: tuple[str, str]) -> None:
    assert import_decisions.read_value(name, text) == found


def test_columns_are_called_as_in_a_spreadsheet() -> None:
    assert [import_rows.letter(n) for n in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
