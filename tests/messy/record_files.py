"""How a stranger's agenda, account, tracker or sign-in list is described: its cells and what they mean."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

#: Fields that must be just as told, also when they are not told; of the others only those that are told.
STRICT: Mapping[str, Sequence[str]] = {
    "agenda": ("date", "start", "title", "title_en", "title_uk", "title_sl", "place", "link", "description"),
    "expenditures": ("document_no", "date", "paid_on", "supplier", "description", "line", "amount", "net", "vat"),
    "deliverables": ("code", "title", "title_en", "title_uk", "due", "stage", "adoption_number", "notes"),
}
#: Files that LibreOffice made once of the workbooks below.
CONVERTED = Path(__file__).parents[1] / "data" / "messy_records"


@dataclass(frozen=True)
class RecordFile:
    """One file. ``records``: the rows that can be taken, in order; ``refused``: rows (as in Excel) that cannot be.

    ``marks``: of a sign-in list or a log, who → the marks at the three sessions; ``asked``: names that wait for a
    click. ``told``: (row, field) at which something must be told. ``text``: the file is this text in ``encoding``.
    ``where``: more about the target (day, time zone).
    """

    name: str
    kind: str
    mess: str
    records: Sequence[Mapping[str, str]] = ()
    marks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    asked: Sequence[str] = ()
    refused: Sequence[int] = ()
    told: Sequence[tuple[int, str]] = ()
    rows: Sequence[Sequence[Any]] = ()
    sheets: Mapping[str, Sequence[Sequence[Any]]] = field(default_factory=dict)
    text: str = ""
    encoding: str = "utf-8"
    ending: str = ".xlsx"
    sheet: str = "Аркуш1"
    merges: Sequence[str] = ()
    change: Callable[[Worksheet], None] | None = None
    where: Mapping[str, str] = field(default_factory=dict)
    #: Of a log: the name of the file, which some programs put the day into.
    file: str = ""

    def save(self, folder: Path) -> Path:
        """Write the file; gives its path."""
        path = folder / (self.file or f"{self.name}{self.ending}")
        if self.text:
            path.write_bytes(self.text.encode(self.encoding))
            return path
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in (self.sheets or {self.sheet: self.rows}).items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
            for cells in self.merges:
                sheet.merge_cells(cells)
            if self.change is not None:
                self.change(sheet)
        book.save(path)
        return path


def differences(found: Sequence[Mapping[str, str]], file: RecordFile) -> list[str]:
    """What is otherwise than expected, in words; empty when all is well."""
    wrong = []
    if len(found) != len(file.records):
        named = [
            f"{one.get('date', '')} {one.get('start', '')} {one.get('title', one.get('supplier'))}" for one in found
        ]
        wrong.append(f"{len(found)} rows instead of {len(file.records)}: {named}")
    for number, (one, wanted) in enumerate(zip(found, file.records, strict=False), start=1):
        for name in sorted({*wanted, *STRICT[file.kind]}):
            if one.get(name, "") != wanted.get(name, ""):
                wrong.append(f"row {number}, {name}: {one.get(name, '')!r} instead of {wanted.get(name, '')!r}")
    return wrong
