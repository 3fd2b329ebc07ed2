"""An .xlsx with the sender's cells and remarks, for files whose own format cannot take comments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from app.documents.texts import clean

_FORMS = ((datetime, "yyyy-mm-dd hh:mm"), (date, "yyyy-mm-dd"), (time, "hh:mm"), (timedelta, "[h]:mm"))
_MOST = 32_000


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """One sheet as read: its name, its cells, and the remarks by (row, column) from 1."""

    name: str
    rows: Sequence[Sequence[Any]]
    remarks: Mapping[tuple[int, int], str]


def annotated_copy(sheets: Sequence[PlainSheet], author: str) -> bytes:
    """The bytes of the workbook. Texts stay texts, whatever they begin with (D12)."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment

    book = Workbook()
    for empty in list(book.worksheets):
        book.remove(empty)
    for number, sheet in enumerate(sheets, start=1):
        page = book.create_sheet(_sheet_name(sheet.name) or f"{number}")
        for at, row in enumerate(sheet.rows, start=1):
            for column, value in enumerate(row, start=1):
                if value == "" and (at, column) not in sheet.remarks:
                    continue
                _put(page.cell(at, column), value)
        for (at, column), text in sheet.remarks.items():
            comment = Comment(clean(text), author)
            comment.width, comment.height = 280, 24 + 18 * (1 + len(text) // 40 + text.count("\n"))
            page.cell(at, column).comment = comment
        for letter, width in _widths(sheet.rows).items():
            page.column_dimensions[letter].width = width
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _put(cell: Any, value: Any) -> None:
    if isinstance(value, str):
        cell.value = clean(value)[:_MOST]
        cell.data_type = "s"
        return
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    cell.value = value
    for kind, form in _FORMS:
        if isinstance(value, kind):
            cell.number_format = form
            break


def _sheet_name(name: str) -> str:
    return "".join(char for char in name if char not in "[]:*?/\\")[:31]


def _widths(rows: Sequence[Sequence[Any]]) -> dict[str, float]:
    from openpyxl.utils import get_column_letter

    longest: dict[int, int] = {}
    for row in rows[:200]:
        for column, value in enumerate(row, start=1):
            longest[column] = max(longest.get(column, 8), min(44, len(str(value)) + 2))
    return {get_column_letter(column): float(width) for column, width in longest.items()}
