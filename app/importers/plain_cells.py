"""Whole columns of plain cells cleaned at once; what is not plain is left to the careful lane.

A cell is plain when its cleaner keeps a value (or nothing) and has nothing to tell about it. Values that repeat are
cleaned once; e-mails, phones and passports, of which each is another, are joined and looked through together. Each
reader gives for each cell what the cleaners of ``cells``, ``dates_in_cells`` and ``phones`` keep, or None where they
would tell something: then the whole row is read with care, cell by cell.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Protocol

from app.importers.cells import Cleaned, as_text, clean_email, clean_passport
from app.importers.phones import _LENGTHS, clean_phone
from app.importers.workbook import Cell

#: What a plain cell is kept as; None for one that needs care.
Kept = str | None

_LOCAL = r"[A-Za-z0-9_%+'&~#-][A-Za-z0-9._%+'&~#-]{0,63}@[^@\n]+"
_LOCALS = re.compile(f"{_LOCAL}(?:\n{_LOCAL})*")
_BEHIND = re.compile("@([^\n]*)")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}")
_PASSPORT = re.compile(r"[A-Z]{0,3}[0-9]{5,9}[A-Z]{0,2}")
_PASSPORTS = re.compile(r"(?:[A-Z]{0,3}[0-9]{5,9}[A-Z]{0,2}\n)*")

#: Numbers as they are dialled in Ukraine, one a line: ``_quick`` gives each with the code before it.
_OF_UKRAINE = re.compile("(?:0[1-9][0-9]{8}\n)*")


class ColumnReader(Protocol):
    """Reads the cells of one column, block by block."""

    def read(self, cells: Sequence[Cell]) -> list[Kept]:
        """For each cell what is kept of it, or None."""
        ...


def plain(cleaned: Cleaned) -> Kept:
    """What is kept of a cell of which nothing has to be told."""
    return None if cleaned.told or cleaned.others or cleaned.also else cleaned.value


class Remembered(dict[Cell, Kept]):
    """A column whose values repeat: each is cleaned once. ``clean`` gives what is kept, or None."""

    def __init__(self, clean: Callable[[Cell], Kept]) -> None:
        super().__init__({"": ""})
        self._clean = clean

    def __missing__(self, cell: Cell) -> Kept:
        kept = self[cell] = self._clean(cell)
        return kept

    def read(self, cells: Sequence[Cell]) -> list[Kept]:
        """For each cell what is kept of it, or None."""
        return list(map(self.__getitem__, cells))


def _joined(cells: Sequence[Cell]) -> str | None:
    """The cells one a line; None unless all are texts of one line in ASCII without Excel's escapes (``_x000D_``)."""
    try:
        text = "\n".join(cells)  # type: ignore[arg-type]
    except TypeError:
        return None
    return text if text.isascii() and "_x" not in text and text.count("\n") == len(cells) - 1 else None


def _spread(cells: Sequence[Cell], filled: int, values: Sequence[Kept]) -> list[Kept]:
    """The values of the cells that hold something, at their places among the empty ones."""
    if filled == len(cells):
        return list(values)
    left = iter(values)
    return [next(left) if cell != "" else "" for cell in cells]


def _themselves(cells: Sequence[Cell]) -> Sequence[Kept]:
    """Cells, all of them texts, that are kept as they stand."""
    return [cell for cell in cells if isinstance(cell, str)]


class _Joined(ABC):
    """A column whose values are all different: many at once where all are simple, else each by itself."""

    def __init__(self, clean: Callable[[Cell], Kept]) -> None:
        self._careful = Remembered(clean)

    def read(self, cells: Sequence[Cell]) -> list[Kept]:
        """For each cell what is kept of it, or None."""
        filled = [cell for cell in cells if cell != ""] if "" in cells else cells
        if not filled:
            return [""] * len(cells)
        text = _joined(filled)
        together = self._together(text, filled) if text is not None else None
        return _spread(cells, len(filled), together if together is not None else list(map(self._one, filled)))

    @abstractmethod
    def _together(self, text: str, cells: Sequence[Cell]) -> Sequence[Kept] | None:
        """What is kept of cells that hold something, given one a line as well; None where they are not all simple."""

    def _one(self, cell: Cell) -> Kept:
        text = _joined((cell,))
        together = self._together(text, (cell,)) if text else None
        return together[0] if together is not None else self._careful[cell]


class Mails(_Joined):
    """A column of e-mail addresses (SP-10)."""

    def __init__(self) -> None:
        super().__init__(lambda cell: plain(clean_email(cell)))

    def _together(self, text: str, cells: Sequence[Cell]) -> Sequence[Kept] | None:
        if not _LOCALS.fullmatch(text):
            return None
        # Of the parts behind the sign, of which each line has one, many are the same.
        if not all(map(_DOMAIN.fullmatch, set(_BEHIND.findall(text)))):
            return None
        small = text.lower()
        return _themselves(cells) if small == text else small.split("\n")


class Passports(_Joined):
    """A column of passport numbers (SP-7); figures stored as numbers lost their zeros and need care."""

    def __init__(self) -> None:
        super().__init__(lambda cell: plain(clean_passport(cell)))

    def _together(self, text: str, cells: Sequence[Cell]) -> Sequence[Kept] | None:
        close = text.upper().replace(" ", "").replace("-", "")
        if not _PASSPORTS.fullmatch(close + "\n"):
            return None
        return _themselves(cells) if close == text else close.split("\n")


class Phones(_Joined):
    """A column of phone numbers read by one region (SP-9)."""

    def __init__(self, region: str) -> None:
        super().__init__(self._clean)
        self._region = region

    def _clean(self, cell: Cell) -> Kept:
        if isinstance(cell, str) and "@" in cell:
            # Somebody wrote the e-mail into the phone column.
            return None
        return plain(clean_phone(cell, self._region))

    def read(self, cells: Sequence[Cell]) -> list[Kept]:
        """For each cell what is kept of it, or None."""
        # Numbers stored as numbers are read by their digits.
        return super().read([as_text(cell) if type(cell) is float else cell for cell in cells])

    def _together(self, text: str, cells: Sequence[Cell]) -> Sequence[Kept] | None:
        # Brackets may hold a zero that is not dialled.
        if "(0)" in text:
            return None
        close = text.encode("ascii").translate(None, b" ().-").decode("ascii")
        if self._region == "UA" and _OF_UKRAINE.fullmatch(close + "\n"):
            return ("+38" + close.replace("\n", "\n+38")).split("\n")
        quick = self._quick
        numbers = [quick(digits) for digits in close.split("\n")]
        if None in numbers:
            return [one or self._careful[cell] for one, cell in zip(numbers, cells, strict=True)]
        return numbers

    def _quick(self, digits: str) -> Kept:
        """E.164 of a number that needs no library and is told nothing about; None for all others."""
        plus = digits[:1] == "+"
        bare = digits[1:] if plus else digits
        if not bare.isdigit() or bare.startswith("00"):
            return None
        size = len(bare)
        if size == 11 and bare.startswith("80"):
            return "+3" + bare
        if not plus and self._region == "UA":
            if size == 10 and bare[0] == "0":
                return "+38" + bare
            if size == 9 and bare[0] != "0":
                return "+380" + bare
        if (plus or size >= 11) and not bare.startswith("3800"):
            for length in (3, 2):
                code = bare[:length]
                if code in _LENGTHS and size - length in _LENGTHS[code] and bare[length] != "0":
                    return "+" + bare
        return None
