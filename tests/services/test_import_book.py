"""The book of rows: what is told of all rows at once agrees with the rows themselves, whatever is decided."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services import import_decisions, import_rows, imports, people, programmes
from app.services.context import Context
from app.services.import_book import ALL, LEFT, PROBLEMS, RowBook
from app.services.imports import Decision, ImportPlan
from app.services.people import PersonDraft
from app.services.programmes import ProgrammeDraft

ROWS = (
    ("Гнатюк О. В.", "Секретар", "", ""),
    ("Бондаренко Наталія Степанівна", "Начальниця", "14.03.1981", "n.bondarenko@z.example"),
    ("Бондаренко Наталія Степанівна", "Начальниця", "14.03.1981", "n.bondarenko@z.example"),
    ("Чорнобай Соломія Миколаївна", "Бухгалтерка", "31.02.1985", "s.chornobai"),
    ("", "Водій", "01.02.1980", "driver@z.example"),
    ("Дорошенко Тарас Ігорович", "Фахівець", "30.11.1990", "t.doroshenko@z.example"),
)
_OUTCOMES = ("new", "update", "same", "doubtful", "duplicate", "refused")


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Context, ImportPlan, str]]:
    """Six rows of every kind against one person known."""
    folder: Path = tmp_path_factory.mktemp("book")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ПІБ", "Посада", "Дата народження", "Ел. пошта"])
    for row in ROWS:
        sheet.append(row)
    book.save(folder / "list.xlsx")
    context = Context.open(folder / "t.mdesk")
    with context.write("Set up") as work:
        programme = programmes.create(work, ProgrammeDraft(code="CEP-UA", title={"en": "x"}))
        person = people.create(work, PersonDraft(given_name="Оксана", family_name="Гнатюк", patronymic="Володимирівна"))
    workbook = imports.read_file(folder / "list.xlsx")
    with context.read() as view:
        made = imports.plan(view, workbook, import_rows.target(programme))
    yield context, made, person
    context.close()


def decide(context: Context, book: RowBook, fresh: dict[tuple[str, int], Decision]) -> frozenset[tuple[str, int]]:
    """Work decisions into a book as the assistant does."""
    with context.read() as view:
        changed = import_decisions.apply(view, book.plan, book.given, fresh)
    return book.put(changed, fresh)


def test_counts_and_problems_by_hand(planned: tuple[Context, ImportPlan, str]) -> None:
    _context, made, _person = planned
    book = RowBook(made)
    assert book.outcomes == ["doubtful", "new", "duplicate", "new", "refused", "new"]
    assert [book[number].row for number in book.numbers(PROBLEMS)] == [2, 5, 6]
    counts = book.counts()
    assert (counts[ALL], counts[PROBLEMS], counts["new"], counts[LEFT]) == (6, 3, 3, 0)
    decide(_context, book, {book[3].key: Decision(leave_out=True), book[0].key: Decision(as_new=True)})
    counts = book.counts()
    assert (counts[ALL], counts[PROBLEMS], counts["new"], counts[LEFT]) == (6, 1, 3, 1)
    assert [book[number].row for number in book.numbers(LEFT)] == [5]
    assert book.left_out == {("Sheet", 5)}


def test_a_decision_is_forgotten_whole(planned: tuple[Context, ImportPlan, str]) -> None:
    context, made, person = planned
    book = RowBook(made)
    before = list(book)
    decide(context, book, {book[0].key: Decision(person_id=person)})
    assert book[0].people == (person,)
    assert book.decisions
    decide(context, book, {before[0].key: Decision()})
    assert list(book) == before
    assert book.decisions == {}


def test_rows_that_are_one_change_together(planned: tuple[Context, ImportPlan, str]) -> None:
    """The first row gets what the second knows, so both are told as touched."""
    context, made, _person = planned
    book = RowBook(made)
    touched = decide(context, book, {book[5].key: Decision(same_as=book[1].key)})
    assert {book[1].key, book[5].key} <= touched
    assert book.outcomes[5] == "duplicate"
    touched = decide(context, book, {book[5].key: Decision()})
    assert {book[1].key, book[5].key} <= touched
    assert book.outcomes[5] == "new"


def test_search_finds_either_script(planned: tuple[Context, ImportPlan, str]) -> None:
    context, made, _person = planned
    book = RowBook(made)
    found = {
        word: [book[n].row for n in book.matching(book.numbers(), word)] for word in ("Дорош", "doroshenko", "xyz")
    }
    assert found == {"Дорош": [7], "doroshenko": [7], "xyz": []}
    decide(context, book, {book[5].key: Decision(fields={"position": "Xyz"})})
    assert [book[n].row for n in book.matching(book.numbers(), "xyz")] == [7]


_DECISIONS = st.one_of(
    st.just(Decision()),
    st.just(Decision(leave_out=True)),
    st.just(Decision(as_new=True)),
    st.builds(Decision, fields=st.fixed_dictionaries({"family_name": st.sampled_from(["Мороз", "Гнатюк", ""])})),
    st.builds(Decision, fields=st.fixed_dictionaries({"email": st.sampled_from(["a@z.example", ""])})),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.dictionaries(st.integers(0, 5), _DECISIONS, min_size=1, max_size=3), max_size=4))
def test_what_is_told_of_all_agrees_with_each(
    planned: tuple[Context, ImportPlan, str], steps: list[dict[int, Decision]]
) -> None:
    """Law: after any decisions the short lists say what the rows say, and equal one careful pass over everything."""
    context, made, _person = planned
    book = RowBook(made)
    for step in steps:
        decide(context, book, {book[number].key: decision for number, decision in step.items()})
    rows = list(book)
    with context.read() as view:
        whole = import_decisions.apply(view, made, made, dict(book.decisions))
    out = {key for key, decision in book.decisions.items() if decision.leave_out}
    assert rows == list(import_rows.rows(whole, out))
    assert book.outcomes == [row.outcome.value for row in rows]
    counts = book.counts()
    told = Counter(row.outcome.value for row in rows if not row.left_out)
    assert {one: counts[one] for one in _OUTCOMES} == {one: told[one] for one in _OUTCOMES}
    assert [book.is_taken(number) for number in range(len(book))] == [row.taken for row in rows]
    problems = [
        number
        for number, row in enumerate(rows)
        if not row.left_out and (row.outcome.value in ("doubtful", "refused") or (row.doubts and row.taken))
    ]
    assert list(book.numbers(PROBLEMS)) == problems


def test_the_places_of_rows_are_those_that_there_are(planned: tuple[Context, ImportPlan, str]) -> None:
    _context, made, _person = planned
    book = RowBook(made)
    keys = [book[3].key, ("Sheet", 999), book[0].key]
    assert book.places(keys) == [3, 0]


def test_texts_that_came_while_a_decision_was_worked_in_tell_of_it_all_the_same(
    planned: tuple[Context, ImportPlan, str],
) -> None:
    context, made, _person = planned
    book = RowBook(made)
    number = next(n for n in range(len(book)) if book[n].fields.get("family_name") == "Дорошенко")
    fresh = {book[number].key: Decision(fields={"family_name": "Якимчук"})}
    with context.read() as view:
        prepared = book.prepare(import_decisions.apply(view, book.plan, book.given, fresh), fresh)
    book.set_texts(book.fold_all())
    book.take(prepared)
    assert list(book.matching(book.numbers(), "yakymchuk")) == [number]
    kept = book.fold_all()
    with context.read() as view:
        book.put(
            import_decisions.apply(view, book.plan, book.given, {book[number].key: Decision()}),
            {book[number].key: Decision()},
        )
    assert list(book.matching(book.numbers(), "yakymchuk")) == []
    assert list(book.matching(book.numbers(), "doroshenko")) == [number]
    assert "yakymchuk" in kept[number]
