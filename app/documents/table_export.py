"""Any list as a workbook or as CSV (O3, D12)."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import StringIO

from app.documents.sheets import SheetColumn, SheetTable, Value, workbook
from app.documents.texts import clean

#: A text that begins with one of these could run as a formula in a spreadsheet program.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
_FORMS = {datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd", time: "hh:mm", Decimal: "#,##0.00"}


@dataclass(frozen=True, slots=True)
class TablePaper:
    """A list: its name, headings and rows of typed values."""

    name: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


def build_xlsx(paper: TablePaper) -> bytes:
    """A workbook with typed cells: dates are dates, amounts numbers, texts texts."""
    columns = []
    for number, heading in enumerate(paper.headings):
        sample = [row[number] for row in paper.rows[:200] if number < len(row) and row[number] is not None]
        longest = max([len(heading), *(len(str(value)) for value in sample)], default=8)
        columns.append(SheetColumn(heading, min(60, max(8, longest + 2)), _form(sample)))
    return workbook([SheetTable(paper.name, columns, paper.rows)], paper.name)


def _form(sample: Sequence[Value]) -> str:
    for kind, form in _FORMS.items():
        if sample and all(isinstance(value, kind) for value in sample):
            return form
    return ""


def build_csv(paper: TablePaper) -> bytes:
    """UTF-8 with a byte-order mark (Excel needs it), everything quoted, dangerous beginnings made harmless (D12)."""
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([escaped(heading) for heading in paper.headings])
    for row in paper.rows:
        writer.writerow([escaped(value) for value in row])
    return "\ufeff".encode() + out.getvalue().encode()


def escaped(value: Value) -> str:
    """One CSV cell: a text that could run as a formula gets an apostrophe; our own import takes it off again."""
    if value is None:
        return ""
    if isinstance(value, bool | int | Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    kept = value if value[:1] in _DANGEROUS else clean(value)
    if kept.startswith(_DANGEROUS):
        return "'" + clean(kept)
    return kept
