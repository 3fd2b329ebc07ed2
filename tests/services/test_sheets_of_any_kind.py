"""Laws of all kinds of sheets: any cells end in an answer or a sentence, nothing is written before the last step."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import Refused
from app.core.sentences import all_sentences
from app.importers.heading_words import normalise
from app.importers.record_sheet import RecordReading, clean_value
from app.importers.sheet_kinds import headings_in, kind_of, kinds
from app.importers.staged import Outcome
from app.importers.workbook import Cell, Sheet, Workbook
from app.services import import_rows, imports, sheet_import_views, sheet_imports
from app.services.context import Context
from app.services.import_plans import Decision
from tests.dump import dump
from tests.services.sheet_ground import Desk, desk

_GAPS = re.compile(r"\{(\w+)\}")
_WORDS = st.sampled_from(
    (
        "9:00-10:30|kl. 9|Обід|Kosilo|9.10.|Monday 9 October|Day 2|День 3|1.234,56 €|(12,50)|Разом|Total|1.1|Flights|"
        "EUR|грн|чернетка|adopted|Q2 2024|31.12.2024|Domžale|Zavodske|Irena Kovač|Ольга Савчук; Хтось|R-1|-//-|″|#REF!|"
        "=1+1|<b>|10 min|2024|None|tbc|Opening / Відкриття|\u202eabc|a\nb"
    ).split("|")
)
_CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.just(""),
    _WORDS,
    st.text(max_size=12),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.timedeltas(min_value=timedelta(days=-2), max_value=timedelta(days=9)),
    st.sampled_from([0.375, 9.3, 46_000.0, 1e300, date(2023, 10, 9), datetime(2023, 10, 9, 9), time(9)]),
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One programme for the module."""
    folder = tmp_path_factory.mktemp("any")
    context = Context.open(folder / "t.mdesk")
    yield desk(context, folder)
    context.changed = False
    context.close()


def _sheet(kind: str, head: tuple[str, ...], rows: list[list[Cell]]) -> Workbook:
    whole = (tuple(head), *(tuple(row) for row in rows))
    return Workbook("any.xlsx", "0" * 64, "xlsx", (Sheet("List", whole),))


@pytest.mark.parametrize("kind", sheet_imports.KINDS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_cells_end_in_an_answer_or_a_sentence(house: Desk, kind: str, data: st.DataObject) -> None:
    fields = [column.field for column in kind_of(kind).columns]
    chosen = data.draw(st.lists(st.sampled_from(fields), min_size=2, max_size=7, unique=True))
    english = headings_in(kind, "en")
    head = data.draw(st.sampled_from([tuple(english[name] for name in chosen), ("", *chosen[1:])]))
    row = st.lists(_CELLS, min_size=len(chosen), max_size=len(chosen))
    workbook = _sheet(kind, head, data.draw(st.lists(row, max_size=8)))
    before = dump(house.context)
    where = {"activity": "CEP-UA-V01"} if kind == "agenda" else {"programme": "CEP-UA"}
    try:
        with house.context.read() as view:
            plan = sheet_imports.plan(view, workbook, kind, sheet_imports.target_of(view, kind, **where))
    except Refused as refused:
        told = refused.code
        assert told == "import_no_columns"
        return
    known = all_sentences()
    for one in plan.rows:
        assert {warning.code for warning in one.warnings} | {one.reason} <= known.keys()
        for code, params in [(warning.code, warning.params) for warning in one.warnings] + [
            (one.reason, one.reason_params)
        ]:
            assert set(_GAPS.findall(known[code])) <= params.keys(), code
        assert (one.outcome is Outcome.REFUSED) or not sheet_imports._parts(kind).missing(one.fields)
    assert dump(house.context) == before
    if not sheet_imports.rows_to_take(plan):
        return
    result = house.take(plan)
    assert len(result.people) == len(sheet_imports.rows_to_take(plan))
    imports.take_back(house.context, result.batch)
    assert dump(house.context) == before


@pytest.mark.parametrize("kind", sheet_imports.KINDS)
@settings(max_examples=150, deadline=None)
@given(cell=_CELLS, data=st.data())
def test_what_is_kept_reads_as_itself(kind: str, cell: Cell, data: st.DataObject) -> None:
    """Canonical texts are read unchanged: a correction that repeats what was read changes nothing."""
    name = data.draw(st.sampled_from([column.field for column in kind_of(kind).columns]))
    kept = clean_value(kind_of(kind), name, cell, RecordReading()).value
    assert clean_value(kind_of(kind), name, kept, RecordReading()).value == kept


def test_no_heading_belongs_to_two_fields_in_one_language() -> None:
    for kind in kinds():
        if kind.name in ("people", "attendance"):
            continue
        for language in ("en", "sl", "uk", "sv", "lv"):
            texts = [normalise(text) for text in headings_in(kind.name, language).values()]
            assert len(set(texts)) == len(texts), (kind.name, language)


@pytest.mark.parametrize("kind", sheet_imports.KINDS)
def test_lists_of_people_are_never_taken_for_records(house: Desk, kind: str) -> None:
    """The messy lists of participants of the other tests: an answer or a sentence."""
    folder = Path(__file__).resolve().parents[1] / "messy"
    where = {"activity": "CEP-UA-V01"} if kind == "agenda" else {"programme": "CEP-UA"}
    for path in sorted(folder.rglob("*.csv")):
        try:
            house.plan(kind, path, **where)
        except Refused as refused:
            told = refused.code
            assert told in all_sentences()


def test_typed_values_that_cannot_be_read_are_refused(house: Desk) -> None:
    path = house.file(("Title", "Requested amount"), ("Plan", "(12,50)"), ("Other", "5"))
    plan = house.plan("deliverables", path)
    assert [dict(row.fields).get("requested", "") for row in plan.rows] == ["", "5.00"]
    for field, text in (("requested", "a lot"), ("requested", "-5"), ("stage", "?!"), ("nothing", "x")):
        with pytest.raises(Refused) as refused:
            house.decide(plan, {("List", 2): Decision(fields={field: text})})
        assert (refused.value.code, refused.value.params["value"]) == ("import_value_unreadable", text)
    decided = house.decide(plan, {("List", 2): Decision(fields={"requested": "1.250,50 €", "due": "Q3 2025"})})
    assert (decided.rows[0].fields["requested"], decided.rows[0].fields["due"]) == ("1250.50", "2025-Q3")


def test_what_the_assistant_shows(house: Desk) -> None:
    workbook = imports.read_file(
        house.file(("Date", "Time", "Title", "Odd"), (date(2023, 10, 9), "9:00-10:00", "Lunch", "x"))
    )
    with house.context.read() as view:
        target = sheet_imports.target_of(view, "agenda", activity="CEP-UA-V01")
        (shown,) = sheet_import_views.sheets(view, workbook, "agenda", target)
        plan = sheet_imports.plan(view, workbook, "agenda", target)
    assert (shown.used, shown.heading_row, shown.rows) == (True, 1, 1)
    assert [(one.letter, one.field, one.how, one.samples) for one in shown.columns] == [
        ("A", "date", "sure", ("2023-10-09",)),
        ("B", "time", "sure", ("9:00-10:00",)),
        ("C", "title", "sure", ("Lunch",)),
        ("D", "", "unknown", ("x",)),
    ]
    (row,) = import_rows.rows(plan)
    assert (row.outcome, row.taken, row.fields["kind"]) == (Outcome.NEW, True, "meal")
    result = house.take(plan)
    ident = result.people["List", 2]
    with house.context.read() as view:
        assert sheet_import_views.known_names(view, "agenda", [ident]) == {ident: "2023-10-09 09:00 Lunch"}
    imports.take_back(house.context, result.batch)
    assert sheet_import_views.kind_names() == ("people", "agenda", "expenditures", "deliverables", "attendance")
    kind = next(one for one in sheet_import_views.columns("expenditures") if one.field == "state")
    assert kind.words == (("committed", "Committed"), ("paid", "Paid"))
