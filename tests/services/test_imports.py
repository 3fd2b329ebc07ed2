"""Taking a spreadsheet in as one unit of work, and taking it back."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from app.core.errors import Cancelled, NotFound, Refused
from app.core.progress import Token
from app.importers.staged import Outcome
from app.services import imports, lookup, organisations, people, programmes
from app.services.context import Context
from app.services.imports import Decision, ImportPlan
from app.services.organisations import OrganisationDraft
from tests.dump import dump

HEADINGS = ("Given name", "Surname", "Organisation", "Position", "E-mail", "Phone")


@pytest.fixture
def programme(context: Context) -> str:
    """A programme with one town on record."""
    with context.write("New") as work:
        organisations.create(work, OrganisationDraft(name={"sl": "Občina Domžale"}, country="SI", town="Domžale"))
        return programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))


def _file(path: Path, *rows: tuple[str, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADINGS, *rows):
        sheet.append(row)
    book.save(path)
    return path


def _plan(context: Context, path: Path) -> ImportPlan:
    workbook = imports.read_file(path)
    with context.read() as view:
        return imports.plan(view, workbook, imports.target_of(view, "cep-ua"))


def _take(context: Context, path: Path) -> imports.ImportResult:
    plan = _plan(context, path)
    with context.write("Take in") as work:
        return imports.take_in(work, plan)


ANA = ("Ana", "Novak", "Občina Domžale", "svetovalka", "ana@domzale.si", "+38640123456")
ROMAN = ("Роман", "Хоменко", "Заводська міська рада", "староста", "roman@zavodske.example", "+380671234567")


@pytest.mark.usefixtures("programme")
def test_an_import_is_one_step_that_goes_and_comes_whole(context: Context, tmp_path: Path) -> None:
    before = dump(context)
    result = _take(context, _file(tmp_path / "a.xlsx", ANA, ROMAN))
    after = dump(context)
    assert dict(result.codes) == {("Sheet", 2): "P-00001", ("Sheet", 3): "P-00002"}
    assert (result.batch, result.summary["new"], result.summary["taken_new"]) == ("IMP-0001", 2, 2)
    # The town was known by its name; the other organisation came with its person.
    assert [row["name"] for row in after["organisation"] if row not in before["organisation"]] == [
        {"uk": "Заводська міська рада"}
    ]
    imports.take_back(context, "imp-0001")
    assert dump(context) == before
    context.redo()
    assert dump(context) == after


@pytest.mark.usefixtures("programme")
def test_what_changed_is_updated_and_what_is_the_same_is_left(context: Context, tmp_path: Path) -> None:
    _take(context, _file(tmp_path / "a.xlsx", ANA, ROMAN))
    promoted = (*ANA[:3], "županja", *ANA[4:])
    plan = _plan(context, _file(tmp_path / "b.xlsx", promoted, ROMAN))
    assert [row.outcome for row in plan.rows] == [Outcome.UPDATE, Outcome.SAME]
    [difference] = plan.matches[0].differences
    assert (difference.field, difference.old, difference.new) == ("position", "svetovalka", "županja")
    with context.write("Take in") as work:
        result = imports.take_in(work, plan)
    assert (result.summary["taken_new"], result.summary["taken_update"], result.summary["taken_same"]) == (0, 1, 1)
    with context.read() as view:
        rows = {row["code"]: row for row in lookup.rows(view, "people")}
    assert rows["P-00001"]["position"] == "županja"
    assert len(rows) == 2


@pytest.mark.usefixtures("programme")
def test_decisions_leave_out_correct_and_link(context: Context, tmp_path: Path) -> None:
    _take(context, _file(tmp_path / "a.xlsx", ANA))
    plan = _plan(context, _file(tmp_path / "b.xlsx", ROMAN, ("Maja", "Kos", "", "", "maja@town.si", "")))
    with context.read() as view:
        [ana] = [row["code"] for row in lookup.rows(view, "people")]
    decisions = {
        ("Sheet", 2): Decision(leave_out=True),
        ("Sheet", 3): Decision(fields={"family_name": "Kos Novak"}),
    }
    with context.write("Take in") as work:
        result = imports.take_in(work, plan, decisions)
    assert list(result.people) == [("Sheet", 3)]
    with context.read() as view:
        assert {row["name"] for row in lookup.rows(view, "people")} == {"Ana Novak", "Maja Kos Novak"}
        assert people.load(view, result.people["Sheet", 3]).family_name == "Kos Novak"
    assert ana == "P-00001"


@pytest.mark.usefixtures("programme")
def test_nothing_is_written_when_nothing_is_left(context: Context, tmp_path: Path) -> None:
    plan = _plan(context, _file(tmp_path / "a.xlsx", ANA))
    before = dump(context)
    with pytest.raises(Refused) as refused, context.write("Take in") as work:
        imports.take_in(work, plan, {("Sheet", 2): Decision(leave_out=True)})
    assert refused.value.code == "import_nothing"
    assert dump(context) == before


@pytest.mark.usefixtures("programme")
def test_stopping_in_the_middle_of_the_writing_leaves_nothing(context: Context, tmp_path: Path) -> None:
    rows = [("Ana", f"Novak{n}", "", "", f"a{n}@town.si", "") for n in range(1200)]
    plan = _plan(context, _file(tmp_path / "a.xlsx", *rows))
    before = dump(context)
    seen: list[int] = []

    def stop_later(done: int, _total: int) -> None:
        seen.append(done)
        if done:
            token.cancel()

    token = Token(stop_later)
    with pytest.raises(Cancelled), context.write("Take in") as work:
        imports.take_in(work, plan, token=token)
    # Asked before half of the rows were through, and never again after the answer.
    assert len(seen) == 1
    assert 0 < seen[0] <= 500
    assert dump(context) == before


@pytest.mark.usefixtures("programme")
def test_an_unknown_import_and_one_that_was_used_since(context: Context, tmp_path: Path) -> None:
    with pytest.raises(NotFound) as unknown:
        imports.take_back(context, "IMP-0009")
    assert unknown.value.code == "import_no_batch"
    result = _take(context, _file(tmp_path / "a.xlsx", ANA))
    [ident] = result.people.values()
    with context.write("Change") as work:
        draft = people.load(work, ident)
        people.save(work, ident, people.PersonDraft(**{**_fields(draft), "notes": "called on Monday"}))
    with pytest.raises(Refused) as used:
        imports.take_back(context, result.batch)
    assert used.value.code == "changed_since"


def _fields(draft: people.PersonDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in draft.__dataclass_fields__}


def test_a_backup_is_made_before_anybody_could_be_lost(context: Context, programme: str, tmp_path: Path) -> None:
    assert programme
    imports.back_up_before(context)
    assert not (tmp_path / "test backups").exists()
    _take(context, _file(tmp_path / "a.xlsx", ANA))
    imports.back_up_before(context)
    assert [path.stem.split()[-1] for path in (tmp_path / "test backups").glob("*.mdesk")] == ["import"]
