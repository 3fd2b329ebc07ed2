"""Somebody new under the e-mail of somebody known is told, at the cell and with the name; a click settles it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest

from app.services import import_decisions, import_rows, imports, people, programmes
from app.services.context import Context
from app.services.import_plans import ImportPlan
from app.services.import_rows import PlanRow
from app.services.import_shared_mail import CODE
from app.services.imports import Decision
from app.services.people import PersonDraft
from app.services.programmes import ProgrammeDraft

HEADS = ("Прізвище", "Ім’я", "Ел. пошта")


class File:
    """A data file with one person who has an address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.context = Context.open(folder / "t.mdesk")
        with self.context.write("Set up") as work:
            self.programme = programmes.create(work, ProgrammeDraft(code="CEP", title={"en": "One"}))
            self.oksana = people.create(
                work, PersonDraft(family_name="Гнатюк", given_name="Оксана", email="Rada@zavodske.example")
            )

    def plan(self, rows: Sequence[Sequence[str]]) -> ImportPlan:
        """What taking in these rows would do."""
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        for row in (HEADS, *rows):
            page.append(row)
        book.save(self.folder / "list.xlsx")
        workbook = imports.read_file(self.folder / "list.xlsx")
        with self.context.read() as view:
            return imports.plan(view, workbook, import_rows.target(self.programme))

    def decided(self, given: ImportPlan, decision: Decision) -> PlanRow:
        """The first row as decided."""
        with self.context.read() as view:
            key = (given.rows[0].sheet, given.rows[0].row)
            return import_rows.rows(import_decisions.apply(view, given, given, {key: decision}))[0]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    made = File(tmp_path)
    yield made
    made.context.changed = False
    made.context.close()


def told(given: ImportPlan) -> list[list[str]]:
    """The codes told of each row."""
    return [[one.code for one in row.warnings] for row in given.rows]


def test_a_stranger_under_a_known_address_is_told_with_the_name(file: File) -> None:
    rows = [
        ("Мельник", "Ярослав", "rada@zavodske.example"),
        ("Дорошенко", "Тарас", "t.d@zavodske.example"),
        ("Гнатюк", "Оксана", "rada@zavodske.example"),
    ]
    given = file.plan(rows)
    assert [row.outcome.value for row in given.rows] == ["new", "new", "update"]
    # the last one is she herself, her sex proposed; that two rows share an address is another remark
    assert told(given) == [[CODE], [], ["import_email_shared"]]
    shown = import_rows.rows(given)[0]
    (note,) = shown.doubts
    assert (note.field, note.raw, note.params["name"]) == ("email", "rada@zavodske.example", "Гнатюк Оксана")
    assert note.params["person_id"] == file.oksana
    assert shown.taken


def test_a_decision_settles_it(file: File) -> None:
    given = file.plan([("Мельник", "Ярослав", "rada@zavodske.example")])
    assert file.decided(given, Decision(as_new=True)).doubts == ()
    assert file.decided(given, Decision(declined=frozenset({file.oksana}))).doubts == ()
    assert file.decided(given, Decision(fields={"email": "y.melnyk@zavodske.example"})).doubts == ()
    linked = file.decided(given, Decision(person_id=file.oksana))
    assert (linked.people, [note.code for note in linked.notes]) == ((file.oksana,), [])
    # typed anew, the address is somebody's again
    given = file.plan([("Мельник", "Ярослав", "y.melnyk@zavodske.example")])
    again = file.decided(given, Decision(fields={"email": "RADA@zavodske.example"}))
    assert [note.code for note in again.doubts] == [CODE]


def test_a_plan_of_nobody_known_is_left_as_it_is(file: File) -> None:
    given = file.plan([("Мельник", "Ярослав", ""), ("Дорошенко", "Тарас", "t.d@zavodske.example")])
    assert told(given) == [[], []]
