"""Taking in a spreadsheet of 100,000 people: dry run and whole import against the bare read of the file."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.clock import measured
from benchmarks.material import FEW_SHEET, FULL_FILE, HALF_SHEET, NEW_SHEET, PROGRAMME, SHEET

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


def bare_read(folder: Path) -> None:
    """The cells of the file by python-calamine and nothing else."""
    _bare_read(folder / SHEET)


def bare_read_half(folder: Path) -> None:
    """The same for the file of which half are known."""
    _bare_read(folder / HALF_SHEET)


def bare_read_new(folder: Path) -> None:
    """The same for the file of people who are all new."""
    _bare_read(folder / NEW_SHEET)


def bare_read_few(folder: Path) -> None:
    """The same for the small file."""
    _bare_read(folder / FEW_SHEET)


def _bare_read(path: Path) -> None:
    from python_calamine import CalamineWorkbook

    with measured():
        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert len(rows) > 1000


def read_only(folder: Path) -> None:
    """Our reading: a copy, the gate, the look through, the limited child process."""
    from app.services import imports

    with measured():
        workbook = imports.read_file(folder / SHEET)
    assert workbook.sheets


def dry_run_new(folder: Path) -> None:
    """Read, understood, validated and compared with as many people, none of whom is among them."""
    _import(folder, FULL_FILE, NEW_SHEET, write=False)


def dry_run_half(folder: Path) -> None:
    """The same where half of them are known, a few with changes, a few half told."""
    _import(folder, FULL_FILE, HALF_SHEET, write=False)


def dry_run_known(folder: Path) -> None:
    """The same where all are known."""
    _import(folder, FULL_FILE, SHEET, write=False)


def whole_new(folder: Path) -> None:
    """The whole import of people who are all new, with history."""
    _import(folder, FULL_FILE, NEW_SHEET, write=True)


def whole_half(folder: Path) -> None:
    """The whole import where half are known, a few with changes, a few half told: these wait for the user."""
    _import(folder, FULL_FILE, HALF_SHEET, write=True)


def whole_known(folder: Path) -> None:
    """The whole import of people who are all known and have not changed."""
    _import(folder, FULL_FILE, SHEET, write=True)


def whole_few_known(folder: Path) -> None:
    """The whole import of the first 1,000 of all known people."""
    _import(folder, FULL_FILE, FEW_SHEET, write=True)


def _import(folder: Path, database: str, sheet: str, *, write: bool) -> None:
    from app.core.i18n import N_
    from app.services import imports
    from app.services.context import Context

    copy = folder / "run.mdesk"
    shutil.copyfile(folder / database, copy)
    context = Context.open(copy)
    try:
        with measured():
            with context.read() as view:
                target = imports.target_of(view, PROGRAMME)
                _workbook, plan = imports.read_and_plan(view, folder / sheet, target)
            if write:
                with context.write(N_("Take in “{file}”"), file=sheet) as work:
                    imports.take_in(work, plan)
        context.changed = False
    finally:
        context.close()


def row_by_name(folder: Path) -> None:
    """What a plain program does: openpyxl, for each row one query by the name as it stands, one mapped object.

    The names as they are typed have no index: a program without matching keys has none to put it on.
    """
    from app.models.people import Person

    _row_by_row(folder, lambda cells: (Person.family_name == cells[1], Person.given_name == cells[2]))


def row_by_mail(folder: Path) -> None:
    """The same with the quickest question there is: the address has an index. Nobody is found who has another one."""
    from app.models.people import Person

    _row_by_row(folder, lambda cells: (Person.email == cells[10],))


def _row_by_row(folder: Path, asked: "Callable[[Sequence[Any]], tuple[ColumnElement[bool], ...]]") -> None:
    """Each of 1,000 known people is found and compared; nobody has changed, as in our own import of them."""
    from openpyxl import load_workbook
    from sqlalchemy import select

    from app.models.people import Person
    from app.services.context import Context

    copy = folder / "run.mdesk"
    shutil.copyfile(folder / FULL_FILE, copy)
    context = Context.open(copy)
    try:
        with measured(), context.write("row by row") as work:
            for cells in load_workbook(folder / FEW_SHEET).worksheets[0].iter_rows(min_row=2, values_only=True):
                found = work.session.scalars(select(Person).where(*asked(cells))).first()
                assert found is not None
                if found.email != cells[10] or found.patronymic != cells[3]:
                    found.email, found.patronymic = cells[10], cells[3]
        context.changed = False
    finally:
        context.close()
