"""Workbooks: typed cells, formulas never (D12): a text that begins like a formula stays a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.documents.sheet_lines import lines_needed
from app.documents.texts import clean, clean_line

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

#: What a cell may hold. Money arrives as Decimal.
Value = str | int | Decimal | date | datetime | time | bool | None
_LONGEST = 32_767
_NAME_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
#: Workbooks carry the moment of their making; a fixed one keeps the same input giving the same bytes.
_STAMP = datetime(2000, 1, 1)
_BAND = "DCE0E5"
#: Heights in points: a line of text, the highest row that Excel takes, an empty row above a note.
_LINE, _HIGHEST, _GAP = 14.6, 400.0, 6.0
#: Points above a head that may stay in sight with it: a third of a small window.
_STAYING = 200.0
#: Units of width that a page holds: with more of them nobody could read the text, smaller than 6.8 points then.
_PAGE_WIDE, _PAGE_WIDE_LYING = 140, 215
#: Letters of headings and of the title against the plain ones.
_BOLD, _TITLE = 1.05, 1.35
#: The font of workbooks: without its name some readers take any.
_FONT = "Calibri"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A heading, a width in characters, and the number format of its cells (Excel's code) if they need one."""

    title: str
    width: float = 18
    form: str = ""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet: name, columns, rows; ``strong`` numbers the rows to set heavier (totals); notes stand below.

    ``above`` are lines over the head, the first of them a title. ``ruled`` draws lines round every cell and wraps the
    texts, for lists that are printed and written on; ``row_height`` (points) holds for the rows, 0 leaves it to the
    reader's program. ``lying`` prints across; ``foot`` stands at the left of the printed footer. ``wrapped`` breaks
    long texts into lines instead of hiding them behind the next cell, for lists that are printed and read. ``lead``
    columns at the left stay in sight, and are printed again where a list goes over pages side by side.
    """

    name: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[Value]]
    strong: frozenset[int] = frozenset()
    notes: Sequence[str] = ()
    above: Sequence[str] = ()
    ruled: bool = False
    row_height: float = 0.0
    lying: bool = False
    foot: str = ""
    wrapped: bool = False
    lead: int = 0


def workbook(tables: Sequence[SheetTable], title: str = "") -> bytes:
    """An .xlsx of one or more sheets with a frozen head and filters."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.title = clean(title)[:255]
    book.properties.creator = "Mentordesk"
    book.properties.created = book.properties.modified = _STAMP
    used: set[str] = set()
    for table in map(_roomy, tables):
        _write(cast("Worksheet", book.create_sheet(_sheet_name(table.name, used))), table, title)
    buffer = BytesIO()
    book.save(buffer)
    return _without_clock(buffer.getvalue())


def _roomy(table: SheetTable) -> SheetTable:
    """Columns at least as wide as the longest word of their heading, where headings may take several lines."""
    if not table.wrapped and not table.ruled:
        return table
    words = [max(map(len, clean(column.title).split()), default=0) for column in table.columns]
    wide = [max(column.width, 1.15 * most + 2) for column, most in zip(table.columns, words, strict=True)]
    return replace(table, columns=[replace(one, width=width) for one, width in zip(table.columns, wide, strict=True)])


def _write(sheet: "Worksheet", table: SheetTable, title: str = "") -> None:
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    head = len(table.above) + 1
    above = sum(_line_height(table, text, title=not number) for number, text in enumerate(table.above))
    # What stays in sight must leave room for the rows: lines above that fill the window would let nobody scroll.
    sheet.freeze_panes = f"{get_column_letter(table.lead + 1)}{head + 1}" if above <= _STAYING else None
    _printing(sheet, table, head, title)
    for number, text in enumerate(table.above, 1):
        _line(sheet, table, number, text, title=number == 1)
    _head(sheet, table)
    forms = [column.form for column in table.columns]
    for number, row in enumerate(table.rows):
        if table.row_height and number not in table.strong:
            sheet.row_dimensions[head + 1 + number].height = max(table.row_height, _LINE * _lines(row, table) + 2)
        if table.ruled:
            sheet.append(_ruled(sheet, table, row, number in table.strong))
        elif number in table.strong:
            sheet.append(_strong(sheet, table, row))
        elif table.wrapped:
            # Not every program finds the height of a row by itself.
            sheet.row_dimensions[head + 1 + number].height = _LINE * _lines(row, table) + 2
            sheet.append(_wrapped(sheet, table, row))
        else:
            sheet.append([_plain(sheet, value, form) for value, form in zip(row, forms, strict=False)])
    if table.rows and not table.strong and not table.ruled:
        sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(table.columns))}{len(table.rows) + head}"
    below = head + len(table.rows)
    for note in table.notes:
        if table.ruled:
            # What is said below a sheet belongs on its page.
            sheet.row_dimensions[below + 1].height = _GAP
        sheet.append([])
        below += 2
        _line(sheet, table, below, note)


def _printing(sheet: "Worksheet", table: SheetTable, head: int, title: str) -> None:
    """A4, as wide as the page, title and head on every page, pages counted; codes in a footer are made harmless (D12).

    A sheet with lines of its own above the head has its title there.
    """
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if table.lying else "portrait"
    # A list with very many columns goes on several pages side by side rather than in letters that nobody can read.
    # The leading columns stand on each of them.
    again = sum(column.width for column in table.columns[: table.lead])
    rest = sum(column.width for column in table.columns) - again
    most = (_PAGE_WIDE_LYING if table.lying else _PAGE_WIDE) - again
    pages = 1 if table.ruled else max(1, ceil(rest / most))
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    if pages > 1:
        # The halves of a page follow each other.
        sheet.page_setup.pageOrder = "overThenDown"
        if table.lead:
            sheet.print_title_cols = f"A:{get_column_letter(table.lead)}"
    if table.ruled:
        sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    # The stubs call both parts optional; a new sheet has them.
    left, right = getattr(sheet.oddFooter, "left", None), getattr(sheet.oddFooter, "right", None)
    if right is not None:
        right.text = "&P / &N"
    if left is not None and table.foot:
        left.text = clean_line(table.foot)[:120].replace("&", "&&")
    above = getattr(sheet.oddHeader, "left", None)
    if above is not None and title and table.wrapped and not table.above:
        above.text = clean_line(title)[:120].replace("&", "&&")


def _line(sheet: "Worksheet", table: SheetTable, number: int, text: str, title: bool = False) -> None:
    """A line of text above or below the table; over all columns where the sheet is to be printed."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    cell = _cell(sheet, text)
    if title:
        cell.font = Font(name=_FONT, bold=True, size=14)
    if table.ruled and len(table.columns) > 1:
        # Text that runs over its cell would make the printed page wider; merged cells keep it in.
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[number].height = _line_height(table, text, title)
        sheet.merged_cells.add(f"A{number}:{get_column_letter(len(table.columns))}{number}")
    # Beside the columns that are printed again: a note in them would be printed again too, cut off at their edge.
    sheet.append([*[None] * table.lead, cell])


def _line_height(table: SheetTable, text: str, title: bool) -> float:
    """Points that a line over all columns takes."""
    lines = lines_needed(clean(text), sum(column.width for column in table.columns), _TITLE if title else 1.0)
    return min((19 if title else _LINE) * lines + 2, _HIGHEST)


def _lines(row: Sequence[Value], table: SheetTable, size: float = 1.0) -> int:
    """How many lines the longest text of a row takes, nearly; no more than Excel lets a row have."""
    counts = [
        lines_needed(clean(value), column.width, size)
        for value, column in zip(row, table.columns, strict=False)
        if isinstance(value, str) and value
    ]
    return min(max(counts, default=1), int(_HIGHEST / _LINE))


def _head(sheet: "Worksheet", table: SheetTable) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    strong, fill = Font(name=_FONT, bold=True), PatternFill("solid", fgColor=_BAND)
    line = Border(bottom=Side(style="thin"))
    head = []
    if table.ruled or table.wrapped:
        high = _LINE * _lines([column.title for column in table.columns], table, _BOLD) + 2
        sheet.row_dimensions[len(table.above) + 1].height = high
    for column in table.columns:
        cell = _cell(sheet, column.title)
        cell.font, cell.fill, cell.border = strong, fill, line
        # A heading stands over what it heads: amounts are at the right.
        amount = table.wrapped and "0" in column.form
        side = "center" if column.centred else "right" if amount else None
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=side, indent=1 if amount else 0)
        head.append(cell)
    sheet.append(head)


def _strong(sheet: "Worksheet", table: SheetTable, row: Sequence[Value]) -> "list[Cell]":
    from openpyxl.styles import Font

    font = Font(name=_FONT, bold=True)
    if table.wrapped:
        cells = _wrapped(sheet, table, row)
    else:
        cells = [_cell(sheet, value, column.form) for value, column in zip(row, table.columns, strict=False)]
    for cell in cells:
        cell.font = font
    return cells


def _ruled(sheet: "Worksheet", table: SheetTable, row: Sequence[Value], strong: bool) -> "list[Cell]":
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    side, none = Side(style="thin", color="808080"), Side()
    last = len(table.columns) - 1
    cells = []
    for number, (value, column) in enumerate(zip(row, table.columns, strict=False)):
        # The title of a band runs on over the cells behind it: these are empty and have no lines between them.
        cell = _cell(sheet, (value or None) if strong else value, column.form)
        if strong:
            cell.border = Border(none if number else side, side if number == last else none, side, side)
            cell.font, cell.fill = Font(name=_FONT, bold=True), PatternFill("solid", fgColor=_BAND)
            cell.alignment = Alignment(vertical="center")
        else:
            middle = "center" if column.centred else None
            cell.border = Border(side, side, side, side)
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal=middle)
        cells.append(cell)
    return cells


def _wrapped(sheet: "Worksheet", table: SheetTable, row: Sequence[Value]) -> "list[Cell]":
    """All from the upper edge; days and times at the left, numbers off the edge: none touches the text that follows."""
    from openpyxl.styles import Alignment, Border, Side

    # A light line below every row: on paper nothing else leads the eye across a wide list.
    line = Border(bottom=Side(style="hair", color="808080"))
    usual, formed = Alignment(wrap_text=True, vertical="top"), Alignment(horizontal="left", vertical="top")
    centred, number = Alignment(horizontal="center", vertical="top"), Alignment("right", "top", indent=1)
    cells = []
    for value, column in zip(row, table.columns, strict=False):
        cell = _cell(sheet, value, column.form)
        # What is known of a day in words is a text like others.
        typed = column.form and not isinstance(value, str)
        counted = typed and isinstance(value, Decimal)
        cell.alignment = centred if column.centred else number if counted else formed if typed else usual
        cell.border = line
        cells.append(cell)
    return cells


def _plain(sheet: "Worksheet", value: Value, form: str) -> "Cell | Value":
    """Numbers without a format go as they are (quick); everything that could be misread goes as a typed cell."""
    if value is None or isinstance(value, bool) or (isinstance(value, int) and not form):
        return value
    return _cell(sheet, value, form)


def _cell(sheet: "Worksheet", value: Value, form: str = "") -> "Cell":
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, cast("float", value))
        if form:
            cell.number_format = form
        return cell
    text = clean(value)
    if len(text) > _LONGEST:
        text = text[: _LONGEST - 1] + "…"
    cell = WriteOnlyCell(sheet, text)
    if text:
        # openpyxl reads "=…" as a formula and "#N/A" as an error unless the type is said.
        cell.data_type = "s"
    return cell


def _sheet_name(name: str, used: set[str]) -> str:
    base = (_NAME_FORBIDDEN.sub(" ", clean(name).replace("\n", " ")).strip() or "Sheet")[:31]
    found, number = base, 2
    while found.casefold() in used:
        found, number = f"{base[:27]} {number}", number + 1
    used.add(found.casefold())
    return found


def _without_clock(data: bytes) -> bytes:
    """The same archive with fixed times: openpyxl writes the time of saving into it."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(
                    rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + _STAMP.isoformat().encode() + b"Z", content
                )
            info = ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, content)
    return made.getvalue()
