"""Blank spreadsheets to be filled in: headings, lists to choose from, what to write told at each cell (D12).

Nothing in the rows is an example that could be taken for data: examples stand in the message of each column and on a
sheet of their own behind it. The lists to choose from stand on a hidden sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from app.documents.sheets import Value
from app.documents.texts import clean

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

#: So many rows below the headings are prepared.
PREPARED_ROWS = 1_000
_LISTS = "Lists"
_FORMS = {"date": "yyyy-mm-dd", "time": "hh:mm", "amount": "#,##0.00", "text": "@"}
_INK, _PAPER, _NEEDED = "FFFFFF", "3B4A5A", "8A2F1B"
#: Excel shows no more of a message.
_MESSAGE = 250


@dataclass(frozen=True, slots=True)
class BlankColumn:
    """One column: its heading in one or two languages, what may stand in it.

    ``form`` is date, time, amount, text or empty; ``choices`` are offered, ``strict`` allows nothing else; ``message``
    says what to write.
    """

    heading: str
    second: str = ""
    width: int = 18
    needed: bool = False
    form: str = ""
    choices: tuple[str, ...] = ()
    strict: bool = False
    message: str = ""


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """A blank spreadsheet: name of its sheet, columns, rows that are known already, and how to fill it."""

    name: str
    columns: Sequence[BlankColumn]
    rows: Sequence[Sequence[Value]] = ()
    help_name: str = "Help"
    help_title: str = ""
    help_lines: Sequence[str] = ()
    needed_word: str = ""
    wrong_title: str = ""
    wrong_text: str = ""


def build(paper: BlankSheet) -> bytes:
    """The workbook as .xlsx."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = _name(paper.name)
    book.properties.creator = "Mentordesk"
    book.properties.title = clean(paper.name)[:255]
    _headings(sheet, paper)
    _rows(sheet, paper)
    _choices(book, sheet, paper)
    _help(book, paper)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _name(text: str) -> str:
    plain = "".join(" " if char in "[]:*?/\\'" else char for char in clean(text)).strip()
    return plain[:31] or "Sheet"


def _headings(sheet: "Worksheet", paper: BlankSheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, column in enumerate(paper.columns, start=1):
        first = clean(column.heading) + (" *" if column.needed else "")
        text = f"{first}\n{clean(column.second)}" if column.second and column.second != column.heading else first
        cell = sheet.cell(1, number)
        cell.value, cell.data_type = text, "s"
        cell.font = Font(bold=True, color=_INK)
        cell.fill = PatternFill("solid", fgColor=_NEEDED if column.needed else _PAPER)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        held = sheet.column_dimensions[get_column_letter(number)]
        held.width = max(column.width, min(40, max(map(len, text.split("\n"))) + 3))
        if column.form:
            held.number_format = _FORMS[column.form]
    sheet.row_dimensions[1].height = 34 if any(column.second for column in paper.columns) else 22
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _rows(sheet: "Worksheet", paper: BlankSheet) -> None:
    for number, row in enumerate(paper.rows, start=2):
        for place, value in enumerate(row, start=1):
            if value is None or value == "":
                continue
            cell = sheet.cell(number, place)
            cell.value = clean(value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
            form = paper.columns[place - 1].form
            if form:
                cell.number_format = _FORMS[form]


def _choices(book: "Workbook", sheet: "Worksheet", paper: BlankSheet) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = book.create_sheet(_LISTS)
    used = 0
    for number, column in enumerate(paper.columns, start=1):
        letter = get_column_letter(number)
        if column.choices:
            used += 1
            for place, choice in enumerate(column.choices, start=1):
                cell = lists.cell(place, used)
                cell.value, cell.data_type = clean(choice), "s"
            source = get_column_letter(used)
            rule = DataValidation("list", f"{_LISTS}!${source}$1:${source}${len(column.choices)}", allow_blank=True)
            rule.showErrorMessage = column.strict
            rule.errorStyle = "warning"
        elif column.form == "date":
            rule = DataValidation("date", "1", "73050", allow_blank=True, operator="between")
            rule.showErrorMessage, rule.errorStyle = True, "warning"
        else:
            rule = DataValidation(allow_blank=True)
            rule.showErrorMessage = False
        rule.errorTitle, rule.error = clean(paper.wrong_title)[:32], clean(paper.wrong_text)[:_MESSAGE]
        rule.promptTitle, rule.prompt = clean(column.heading)[:32], clean(column.message)[:_MESSAGE]
        rule.showInputMessage = bool(column.message)
        rule.add(f"{letter}2:{letter}{PREPARED_ROWS + 1}")
        sheet.add_data_validation(rule)
    if used:
        lists.sheet_state = "hidden"
    else:
        book.remove(lists)


def _help(book: "Workbook", paper: BlankSheet) -> None:
    """A sheet that says how to fill the other: sentences, then a line for each column."""
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(_name(paper.help_name), 1)
    # What a portrait page of A4 is wide.
    sheet.column_dimensions["A"].width = 84
    lines = [paper.help_title, "", *paper.help_lines, ""]
    for column in paper.columns:
        mark = f" ({paper.needed_word})" if column.needed and paper.needed_word else ""
        if column.message or mark:
            lines.append(f"{column.heading}{mark}" + (f": {column.message}" if column.message else ""))
    for number, line in enumerate(lines, start=1):
        cell = sheet.cell(number, 1)
        if line:
            cell.value, cell.data_type = clean(line), "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True, size=14)
