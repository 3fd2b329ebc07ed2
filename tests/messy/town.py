"""How a messy workbook is described: its cells, what is done to them, and what a careful reader makes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

#: Fields that must be just as told, also when they are not told; of the others only those that are told.
STRICT = ("organisation", "position", "email", "phone", "birth_date", "passport_number", "passport_expiry", "diet")


@dataclass(frozen=True)
class Town:
    """One workbook. ``people`` are the rows taken as new, in order; ``others`` outcome → rows (as in Excel).

    ``told``: (row, field) at which something must be told. ``text``: the file is this text in ``encoding``.
    """

    name: str
    mess: str
    people: Sequence[Mapping[str, str]]
    rows: Sequence[Sequence[Any]] = ()
    change: Callable[[Worksheet], None] | None = None
    sheets: Mapping[str, Sequence[Sequence[Any]]] = field(default_factory=dict)
    book: Callable[[openpyxl.Workbook], None] | None = None
    text: str = ""
    encoding: str = "utf-8"
    ending: str = ".xlsx"
    others: Mapping[str, Sequence[int]] = field(default_factory=dict)
    told: Sequence[tuple[int, str]] = ()

    def save(self, folder: Path) -> Path:
        """Write the file; gives its path."""
        path = folder / f"{self.name}{self.ending}"
        if self.text:
            path.write_bytes(self.text.encode(self.encoding))
            return path
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in (self.sheets or {"Аркуш1": self.rows}).items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
            if self.change is not None:
                self.change(sheet)
        if self.book is not None:
            self.book(book)
        book.save(path.with_suffix(".xlsx"))
        return path.with_suffix(".xlsx").rename(path)


def whom(given: str, family: str, **more: str) -> dict[str, str]:
    """A person as expected."""
    return {"given_name": given, "family_name": family, **more}


def differences(found: Sequence[Mapping[str, str]], town: Town) -> list[str]:
    """What is otherwise than expected, in words; empty when all is well."""
    wrong = []
    if len(found) != len(town.people):
        names = [f"{one.get('given_name')} {one.get('family_name')}" for one in found]
        wrong.append(f"{len(found)} people instead of {len(town.people)}: {names}")
    for number, (one, wanted) in enumerate(zip(found, town.people, strict=False), start=1):
        for name in sorted({*wanted, *STRICT}):
            if one.get(name, "") != wanted.get(name, ""):
                wrong.append(f"person {number}, {name}: {one.get(name, '')!r} instead of {wanted.get(name, '')!r}")
    return wrong
