"""Rows taken by columns are written as rows taken one by one (law 5), in the order of the file."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from app.importers.staged import Outcome
from app.importers.staged_rows import StagedRows
from app.services import activities, import_lanes, imports, programmes
from app.services.activities import ActivityDraft
from app.services.context import Context
from app.services.import_organisations import OrganisationFinder
from app.services.import_plans import Decision, ImportPlan
from app.services.import_resolving import resolve
from app.services.import_writing import Writer
from tests.dump import dump

_HEADINGS = (
    "Прізвище",
    "Ім'я",
    "По батькові",
    "Стать",
    "Дата народження",
    "Організація",
    "Посада",
    "E-mail",
    "Телефон",
)
_MORE = ("Номер паспорта", "Мови", "Країна", "Дата приїзду", "Харчування", "Примітки", "Згода на обробку даних", "Роль")
_FAMILY = ["Бойко", "Їжакевич", "Novak", "Šarić", "Д'яченко", "Згурський", "ЩЕРБАК", "Љубић", "Iванов", "Коваль-Щур"]
_ROW = st.tuples(
    st.sampled_from(_FAMILY),
    st.sampled_from(["Олена", "Іван", "Ana", "Žiga", "Ганна-Марія"]),
    st.sampled_from(["", "", "Іванівна", "Петрович"]),
    st.sampled_from(["", "ж", "ч"]),
    st.sampled_from(["", "07.03.1980", "1975-12-01", "1980"]),
    st.sampled_from(["", "Громада 7", "Občina Ptuj", "Громада 8"]),
    st.sampled_from(["", "депутат", "інженер"]),
    st.sampled_from(["", "{n}@town.example", "Ö{n}@x.se", "a{n}@x.si; b{n}@x.si"]),
    st.sampled_from(["", "050 123 4{n:03d}", "+386 40 111 {n:03d}", "0501234567; 0671234567"]),
    st.sampled_from(["", "FA55{n:04d}"]),
    st.sampled_from(["", "українська, англійська"]),
    st.sampled_from(["", "Україна", "Slovenija"]),
    st.sampled_from(["", "01.03.2027"]),
    st.sampled_from(["", "вегетаріанське"]),
    st.sampled_from(["", "прибуде потягом"]),
    st.sampled_from(["", "так", "ні"]),
    st.sampled_from(["", "перекладач"]),
)


@pytest.fixture(scope="module")
def two_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Context, Context]:
    """Two data files with a visit."""
    folder = tmp_path_factory.mktemp("lanes")
    made = []
    for name in ("fast", "slow"):
        context = Context.open(folder / f"{name}.mdesk")
        with context.write("Ground") as work:
            programme = programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
            draft = ActivityDraft(programme_id=programme, code="CEP-UA-V01", title={"en": "Visit"}, country="SI")
            activities.create(work, draft)
        made.append(context)
    return made[0], made[1]


def _plan(context: Context, path: Path, activity: str) -> ImportPlan:
    workbook = imports.read_file(path)
    with context.read() as view:
        return imports.plan(view, workbook, imports.target_of(view, "CEP-UA", activity))


def _image(context: Context) -> dict[str, list[dict[str, Any]]]:
    """The content of the file with the codes of people and organisations instead of keys."""
    content = dump(context)
    names = {row["id"]: row.get("code", "") for rows in content.values() for row in rows}
    kinds = ("person", "person_position", "consent", "organisation", "participation")
    return {
        kind: sorted(
            ({key: names.get(str(value), value) for key, value in row.items() if key != "id"} for row in content[kind]),
            key=repr,
        )
        for kind in kinds
    }


def _one_by_one(context: Context, plan: ImportPlan) -> dict[tuple[str, int], str]:
    with context.write("Take in") as work:
        finder = OrganisationFinder(work, {}, propose=True)
        writer = Writer(work, plan.target.programme_id, plan.target.activity_id, finder=finder)
        for one in resolve(work, plan, finder):
            writer.take(one.row, one.match, one.person_id, False)
        return dict(writer.finish()[1])


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(_ROW, min_size=1, max_size=25), known=st.integers(0, 25), seats=st.booleans())
def test_both_lanes_write_the_same(
    two_files: tuple[Context, Context],
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, ...]],
    known: int,
    seats: bool,
) -> None:
    folder = tmp_path_factory.mktemp("sheet")
    lines = [
        tuple(cell.replace("{n:03d}", f"{n:03d}").replace("{n:04d}", f"{n:04d}").replace("{n}", str(n)) for cell in row)
        for n, row in enumerate(rows)
    ]
    for name, part in (("first", lines[:known]), ("second", lines)):
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append((*_HEADINGS, *_MORE))
        for line in part:
            sheet.append(line)
        book.save(folder / f"{name}.xlsx")
    fast, slow = two_files
    steps = 0
    try:
        for name in ("first", "second") if lines[:known] else ("second",):
            plans = [_plan(context, folder / f"{name}.xlsx", "CEP-UA-V01" if seats else "") for context in two_files]
            if not any(row.outcome in (Outcome.NEW, Outcome.SAME, Outcome.UPDATE) for row in plans[0].rows):
                continue
            steps += 1
            with fast.write("Take in") as work:
                result = imports.take_in(work, plans[0])
            codes = _one_by_one(slow, plans[1])
            assert dict(result.codes) == codes
            assert _image(fast) == _image(slow)
    finally:
        for _ in range(steps):
            fast.undo()
            slow.undo()


def test_plain_rows_go_by_columns_and_decided_ones_do_not(context: Context, tmp_path: Path) -> None:
    """The quick lane is really taken: else the law above would hold for nothing."""
    with context.write("Ground") as work:
        programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(_HEADINGS)
    for number in range(6):
        sheet.append(
            (
                "Бойко",
                "Іван",
                "Петрович",
                "ч",
                "",
                "Громада 7",
                "",
                f"boiko{number}@town.example",
                f"05012345{number:02d}",
            )
        )
        sheet.append((f"Novak{chr(97 + number)}", "Ana", "", "", "", "", "", f"ana{number}@town.example", ""))
    book.save(tmp_path / "a.xlsx")
    plan = _plan(context, tmp_path / "a.xlsx", "")
    assert isinstance(plan.rows, StagedRows)
    _rows, whose = import_lanes._plain(plan)
    careful = set(plan.rows.made)
    plain = [
        place for place, outcome in enumerate(plan.rows.outcomes) if outcome is Outcome.NEW and place not in careful
    ]
    assert len(plain) >= 6
    assert [place for place, person in enumerate(whose) if person == ""] == plain
    first = plain[0]
    key = (plan.rows[first].sheet, plan.rows[first].row)
    with context.write("Take in") as work:
        result = imports.take_in(work, plan, {key: Decision(leave_out=True)})
    assert key not in result.people
    assert len(result.people) == sum(row.outcome is Outcome.NEW for row in plan.rows) - 1
    again = _plan(context, tmp_path / "a.xlsx", "")
    _rows, whose = import_lanes._plain(again)
    people = set(result.people.values())
    assert {person for person in whose if person} <= people
    assert sum(bool(person) for person in whose) >= 5
