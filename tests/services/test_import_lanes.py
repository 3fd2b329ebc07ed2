"""Rows taken by columns are written as rows taken one by one (law 5), in the order of the file."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.changes import ChangeSet
from app.importers.pasted_table import paste_workbook
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


def _plan(context: Context, lines: list[tuple[str, ...]], activity: str) -> ImportPlan:
    """The lines under their headings as pasted cells: as any file, only without the child that reads files."""
    workbook = paste_workbook("\n".join("\t".join(line) for line in [(*_HEADINGS, *_MORE), *lines]))
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


def _numbered(cell: str, number: int) -> str:
    for mark, text in (("{n:03d}", f"{number:03d}"), ("{n:04d}", f"{number:04d}"), ("{n}", str(number))):
        cell = cell.replace(mark, text)
    return cell


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(_ROW, min_size=1, max_size=25), known=st.integers(0, 25), seats=st.booleans())
def test_both_lanes_write_the_same(
    two_files: tuple[Context, Context], rows: list[tuple[str, ...]], known: int, seats: bool
) -> None:
    lines = [tuple(_numbered(cell, number) for cell in row) for number, row in enumerate(rows)]
    fast, slow = two_files
    done: list[Context] = []
    try:
        for part in (lines[:known], lines) if lines[:known] else (lines,):
            plans = [_plan(context, part, "CEP-UA-V01" if seats else "") for context in two_files]
            if not any(row.outcome in (Outcome.NEW, Outcome.SAME, Outcome.UPDATE) for row in plans[0].rows):
                continue
            with fast.write("Take in") as work:
                result = imports.take_in(work, plans[0])
            done.append(fast)
            heard: list[ChangeSet] = []
            stop = slow.subscribe(heard.append)
            codes = _one_by_one(slow, plans[1])
            stop()
            # Without a batch nothing at all is written where everybody is the same, and no unit is kept.
            done += [slow] * len(heard)
            assert dict(result.codes) == codes
            assert _image(fast) == _image(slow)
    finally:
        for context in done:
            context.undo()


def test_plain_rows_go_by_columns_and_decided_ones_do_not(context: Context) -> None:
    """The quick lane is really taken: else the law above would hold for nothing."""
    with context.write("Ground") as work:
        programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
    lines = [(f"Бойк{sound}", "Іван", "Петрович", "ч", "", "Громада 7") for sound in "абвгде"]
    lines += [(f"Novak{sound}", "Ana", "", "", "", "") for sound in "abcdef"]
    plan = _plan(context, lines, "")
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
    again = _plan(context, lines, "")
    _rows, whose = import_lanes._plain(again)
    people = set(result.people.values())
    assert {person for person in whose if person} <= people
    assert sum(bool(person) for person in whose) >= 5
