"""What is measured on: data files and spreadsheets, made once in a temporary folder."""

from functools import cache
from pathlib import Path
from typing import Any

from benchmarks import delegation

SAMPLE = "sample.mdesk"
EMPTY_FILE = "empty.mdesk"
FULL_FILE = "full.mdesk"
MANY_FILE = "many.mdesk"
#: Of the same length: people who are all known in the full file, of whom half are known, and who are all new.
SHEET = "known.xlsx"
HALF_SHEET = "half.xlsx"
NEW_SHEET = "new.xlsx"
FEW_SHEET = "few.xlsx"
PROGRAMME = "BENCH"


def rows_of(quick: bool) -> int:
    """How many people the large spreadsheets hold, and how many are known in the full file."""
    return 10_000 if quick else 100_000


def make_sample(folder: Path, quick: bool) -> None:
    """The demonstration's data file, without its papers."""
    if (folder / SAMPLE).exists():
        return
    from app.services import imports, sample
    from app.services.context import Context

    del quick
    context = Context.open(folder / SAMPLE)
    sample.build_structure(context)
    for sheet in sample.sheets():
        workbook = imports.read_file(sheet.path)
        with context.read() as view:
            plan = imports.plan(view, workbook, imports.target_of(view, sheet.programme, sheet.activity))
        with context.write("Take in") as work:
            imports.take_in(work, plan)
    sample.complete(context)
    context.changed = False
    context.close()


def make_sheets(folder: Path, quick: bool) -> None:
    """The spreadsheets, and the data files with nobody and with everybody of the first one in them."""
    if (folder / FULL_FILE).exists():
        return
    from app.services import imports, programmes
    from app.services.context import Context
    from app.services.programmes import ProgrammeDraft

    count = rows_of(quick)
    everybody = delegation.people(count)
    delegation.write_workbook(folder / SHEET, everybody)
    delegation.write_workbook(folder / FEW_SHEET, everybody[:1_000])
    half = count // 2
    delegation.write_workbook(
        folder / HALF_SHEET, delegation.changed(everybody[half:]) + delegation.people(half, first=count)
    )
    delegation.write_workbook(folder / NEW_SHEET, delegation.people(count, first=count))
    for name in (EMPTY_FILE, FULL_FILE):
        context = Context.open(folder / name)
        with context.write("Programme") as work:
            programmes.create(work, ProgrammeDraft(code=PROGRAMME, title={"en": "Benchmark"}))
        if name == FULL_FILE:
            workbook = imports.read_file(folder / SHEET)
            with context.read() as view:
                plan = imports.plan(view, workbook, imports.target_of(view, PROGRAMME))
            with context.write("Take in") as work:
                imports.take_in(work, plan)
        context.changed = False
        context.close()


@cache
def person_values(count: int) -> list[dict[str, Any]]:
    """That many people as the import hands them to the storage."""
    from app.core.ids import new_id
    from app.services.people import PersonDraft, column_values

    return [
        column_values(
            PersonDraft(
                code=f"P-{row[0]:05d}",
                family_name=row[1],
                given_name=row[2],
                patronymic=row[3],
                family_latin=row[4],
                given_latin=row[5],
                email=row[10],
                birth_date=row[7],
                passport_number=row[12],
                passport_expiry=row[13],
                country="UA",
            ),
            new_id(),
        )
        for row in delegation.people(count)
    ]


def make_many(folder: Path, quick: bool) -> None:
    """A data file of 100,000 people (20,000 with --quick)."""
    if (folder / MANY_FILE).exists():
        return
    from app.models.people import Person
    from app.services.context import Context

    rows = person_values(20_000 if quick else 100_000)
    context = Context.open(folder / MANY_FILE)
    with context.write("Many people") as work:
        for start in range(0, len(rows), 1_000):
            work.insert_many(Person, rows[start : start + 1_000])
    context.changed = False
    context.close()
    person_values.cache_clear()
