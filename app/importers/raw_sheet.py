"""A sheet between the reader of one format and the line that carries it to the window's process.

Standard library only. Rows and columns count from 1, as in Excel.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

#: Notes of one kind kept for each sheet; more would only be noise.
MAX_NOTED = 5_000
#: What is taken from one workbook; a list of people is far below.
MAX_ROWS = 200_000
MAX_COLUMNS = 400


@dataclass(slots=True)
class SheetScan:
    """What stands about a sheet. Positions are (row, column), ranges (row, column, last row, last column)."""

    errors: list[tuple[int, int, str]] = field(default_factory=list)
    uncached: list[tuple[int, int]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    comments: list[tuple[int, int, str]] = field(default_factory=list)
    #: Filled cells that are crossed out.
    struck: list[tuple[int, int]] = field(default_factory=list)
    #: Cells of which a part is crossed out: row, column, what still stands, what is crossed out.
    partly: list[tuple[int, int, str, str]] = field(default_factory=list)
    rows: int = 0
    last_row: int = 0
    last_column: int = 26
    formulas: bool = False

    def note_comment(self, row: int, column: int, text: str) -> None:
        """Keep the text of a comment (SP-8); as much as fits on a screen."""
        if text.strip() and len(self.comments) < MAX_NOTED:
            self.comments.append((row, column, text.strip()[:1_000]))

    def note_struck(self, row: int, column: int, stands: str, struck: str) -> None:
        """Keep what is crossed out inside a cell (SP-8): all of it where nothing ``stands``."""
        if not stands and len(self.struck) < MAX_NOTED:
            self.struck.append((row, column))
        elif stands and len(self.partly) < MAX_NOTED:
            self.partly.append((row, column, stands, struck))


@dataclass(slots=True)
class RawSheet:
    """One sheet read without the parser: rows of cells as they stand, and what stands about them."""

    name: str
    rows: Iterable[Sequence[object]] = ()
    hidden: bool = False
    scan: SheetScan = field(default_factory=SheetScan)


@dataclass(slots=True)
class RawBook:
    """A whole file read without the parser. ``kind``: text, html, xml; encoding and separator where guessed."""

    kind: str
    sheets: list[RawSheet]
    encoding: str = ""
    delimiter: str = ""
    epoch_1904: bool = False


def column_number(letters: bytes | str) -> int:
    """``A`` → 1, ``XFD`` → 16384; far beyond the grid for longer words."""
    word = letters.decode("ascii") if isinstance(letters, bytes) else letters
    if len(word) > 3:
        return 10**6
    number = 0
    for char in word.upper():
        number = number * 26 + ord(char) - 64
    return number


def column_name(column: int) -> str:
    """A column as the spreadsheet calls it: 28 → ``AB``; empty for 0."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place_name(row: int, column: int) -> str:
    """A place as the spreadsheet writes it: (5, 28) → ``AB5``."""
    return f"{column_name(column)}{row}"
