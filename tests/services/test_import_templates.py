"""Blank spreadsheets: headings of every language read back, lists to choose from, what is filled in comes in."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.core.errors import Refused
from app.core.i18n import LANGUAGES, words
from app.core.vocabulary import DeliverableKind, DeliverableStage, ExpenditureState, SessionKind, Sex, label
from app.importers.headings import read_headings
from app.importers.sheet_kinds import headings_in, kind_of, kinds
from app.services import import_templates, imports, sheet_imports
from app.services.context import Context
from tests.services.sheet_ground import Desk, desk

PAIRS = [
    *((language, "") for language in LANGUAGES),
    ("en", "uk"),
    ("sl", "en"),
    ("en", "sl"),
    ("uk", "lv"),
    ("sv", "uk"),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One programme for the module: nothing is written to it."""
    folder = tmp_path_factory.mktemp("templates")
    context = Context.open(folder / "t.mdesk")
    yield desk(context, folder)
    context.changed = False
    context.close()


def _blank(house: Desk, kind: str, language: str, second: str = "") -> Path:
    path = house.folder / f"{kind}-{language}{second}.xlsx"
    activity = "" if kind == "attendance" else "CEP-UA-V01"
    with house.context.read() as view:
        target = import_templates.target_of(view, "CEP-UA", activity)
        return import_templates.write(view, kind, path, language, second, target)


def _fill(path: Path, kind: str, row: Mapping[str, Any], language: str, second: str = "") -> Path:
    """Write one row below the headings, each value in the column that our own reader finds for the field."""
    sheet = imports.read_file(path).sheets[0]
    places = {column.field: number for number, column in read_headings(sheet, book=kind).columns.items()}
    book = load_workbook(path)
    for name, value in row.items():
        field = f"title_{language}" if name == "title" and second else name
        book.worksheets[0].cell(2, places[field]).value = value
    book.save(path)
    return path


@pytest.mark.parametrize(("language", "second"), PAIRS)
@pytest.mark.parametrize("kind", [kind.name for kind in kinds()])
def test_every_heading_reads_back_as_its_own_column(house: Desk, kind: str, language: str, second: str) -> None:
    sheet = imports.read_file(_blank(house, kind, language, second)).sheets[0]
    wanted = [one.field for one in kind_of(kind).columns if one.blank or (second and one.field == f"title_{second}")]
    if second:
        wanted = [f"title_{language}" if name == "title" else name for name in wanted]
    found = read_headings(sheet, book=kind).columns
    assert [found[number].field for number in range(1, len(wanted) + 1)] == wanted
    assert len(found) == len(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_agenda_comes_in_exactly(house: Desk, language: str) -> None:
    say = words(language)
    row = {
        "date": "2023-10-09",
        "start": "09:00",
        "end": "10:30",
        "title": "Обід" if language == "uk" else "Abc",
        "kind": say.say(label(SessionKind.SITE_VISIT)),
        "speakers": "Irena Kovač",
        "place": "Hall",
        "notes": "one\ntwo",
    }
    plan = house.plan("agenda", _fill(_blank(house, "agenda", language), "agenda", row, language))
    (found,) = plan.rows
    assert dict(found.fields) == {**row, "kind": "site_visit"}
    assert found.extra["language"] == language
    assert (found.warnings, [sheet.name for sheet in plan.staged.sheets if sheet.used]) == (
        (),
        [plan.staged.sheets[0].name],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_filled_expenditures_come_in_exactly(house: Desk, language: str) -> None:
    say = words(language)
    row = {
        "document_no": "0012",
        "date": "2023-10-05",
        "paid_on": "2023-10-06",
        "supplier": "Hotel",
        "line": "1.2 Hotels",
        "amount": 1220.5,
        "net": 1000.5,
        "vat": 220,
        "currency": "UAH",
        "rate": 41.25,
        "state": say.say(label(ExpenditureState.PAID)),
    }
    plan = house.plan("expenditures", _fill(_blank(house, "expenditures", language), "expenditures", row, language))
    (found,) = plan.rows
    assert dict(found.fields) == row | {
        "line": "1.2", "amount": "1220.50", "net": "1000.50", "vat": "220.00", "rate": "41.25", "state": "paid",
    }  # fmt: skip
    assert found.warnings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_filled_deliverables_come_in_exactly(house: Desk, language: str) -> None:
    say = words(language)
    for kind in DeliverableKind:
        for stage in (DeliverableStage.DRAFTING, DeliverableStage.ON_HOLD, DeliverableStage.CHANGES_REQUESTED):
            assert sheet_imports.clean_field("deliverables", "kind", say.say(label(kind))) == (kind.value, "")
            assert sheet_imports.clean_field("deliverables", "stage", say.say(label(stage))) == (stage.value, "")
    row = {
        "code": "007",
        "title": "План" if language == "uk" else "Abc",
        "kind": say.say(label(DeliverableKind.ANALYSIS)),
        "partnership": "Domžale – Zavodske",
        "due": "2024-Q2",
        "stage": say.say(label(DeliverableStage.ADOPTED)),
        "requested": 5000,
        "currency": "SEK",
    }
    plan = house.plan("deliverables", _fill(_blank(house, "deliverables", language), "deliverables", row, language))
    (found,) = plan.rows
    assert dict(found.fields) == row | {"kind": "analysis", "stage": "adopted", "requested": "5000.00"}
    assert (found.warnings, found.extra["language"]) == ((), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_filled_participants_come_in_exactly(house: Desk, language: str) -> None:
    row = {
        "family_name": "Kovač",
        "given_name": "Ana",
        "gender": words(language).say(label(Sex.FEMALE)),
        "organisation": "Domžale",
        "position": "Adviser",
        "email": "ana@example.org",
        "phone": "+38640123456",
        "birth_date": "1980-03-07",
        "passport_number": "PB0123456",
        "passport_expiry": "2030-01-31",
    }
    path = _fill(_blank(house, "participants", language), "people", row, language)
    with house.context.read() as view:
        plan = imports.plan(view, imports.read_file(path), imports.target_of(view, "CEP-UA"))
    (found,) = plan.rows
    assert {name: found.fields.get(name) for name in row} == {**row, "gender": "f"}
    assert [sheet.name for sheet in plan.staged.sheets if sheet.used] == [plan.staged.sheets[0].name]


def test_the_form_of_a_blank_sheet(house: Desk) -> None:
    book = load_workbook(_blank(house, "expenditures", "en"))
    sheet, guide, lists = book.worksheets
    assert (sheet.title, sheet.freeze_panes, sheet.max_row) == ("Expenditures", "A2", 1)
    heads = [str(cell.value) for cell in sheet[1]]
    assert [head for head in heads if head.endswith("*")] == [
        "Document date *",
        "Supplier *",
        "Budget line *",
        "Amount *",
    ]
    assert (lists.sheet_state, guide.sheet_state) == ("hidden", "visible")
    rules = {str(rule.sqref).split("2:")[0]: rule for rule in sheet.data_validations.dataValidation}
    line = rules[sheet.cell(1, heads.index("Budget line *") + 1).column_letter]
    source = str(line.formula1).split("$")[1]
    assert [cell.value for cell in lists[source]][:3] == ["1.1 Flights", "1.2 Hotels", "2.10 Interpreters"]
    assert (line.type, line.showErrorMessage, bool(line.prompt)) == ("list", False, True)
    assert rules["B"].type == "date"
    assert guide["A1"].value == "How to fill in this sheet"
    assert all(cell.value is None for row in sheet.iter_rows(min_row=2) for cell in row)


def test_an_attendance_sheet_has_the_people_and_the_days(house: Desk) -> None:
    path = house.folder / "attendance.xlsx"
    with house.context.read() as view:
        target = import_templates.target_of(view, activity="CEP-UA-V01")
        import_templates.write(view, "attendance", path, "sl", "", target)
    rows = [[cell.value for cell in row] for row in load_workbook(path).worksheets[0].iter_rows()]
    assert rows[0][3:] == ["2023-10-09", "2023-10-10", "2023-10-11"]
    guests = {"Yuliia Yizhakevych", "Taras Doroshenko", "Olha Savchuk"}
    assert len(rows) == 1 + 4
    assert guests < {row[0] for row in rows[1:]}


def test_what_there_is_not_is_refused(house: Desk) -> None:
    with house.context.read() as view, pytest.raises(Refused) as refused:
        import_templates.content(view, "recipes", "en")
    assert refused.value.code == "template_kind_unknown"
    for kind in kinds():
        for language in LANGUAGES:
            texts = headings_in(kind.name, language)
            latin = {"given_latin", "family_latin"}
            assert {one.field for one in kind.columns if one.blank} - latin <= texts.keys(), (kind.name, language)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_libreoffice_opens_it_without_repair(house: Desk) -> None:
    path = _blank(house, "agenda", "uk", "en")
    command = ["soffice", "--headless", "--convert-to", "ods", "--outdir", str(house.folder), str(path)]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    again = imports.read_file(path.with_suffix(".ods"))
    assert again.sheets[0].rows == imports.read_file(path).sheets[0].rows
