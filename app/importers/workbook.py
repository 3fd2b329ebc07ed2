"""A stranger's workbook opened safely: private copy, gate, limited child process, raw cells (D11).

Nothing here knows what the cells mean. Rows and columns are told as in Excel, counted from 1.
"""

import hashlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from app.core.errors import Cancelled, Refused
from app.core.progress import Token, silent
from app.importers.column_rows import Cell, Row, RowCollector, width_of
from app.importers.gate import check_file
from app.importers.row_lines import RowDecoder

__all__ = ["READER_ARGUMENT", "WALL_SECONDS", "Cell", "Row", "Sheet", "Workbook", "fill_merged", "open_workbook"]

#: Wall clock for a child; its processor time is limited more tightly where the system can.
WALL_SECONDS = 60.0
#: A file above this size whose parser aborts has needed too much memory.
_MUCH = 4 << 20
#: First argument by which a frozen program is asked to be the reader (main.py hands over to ``reader_child.main``).
READER_ARGUMENT = "--read-workbook"


@dataclass(frozen=True)
class Sheet:
    """One sheet as it stands. ``merges``: (row, column, last row, last column); notes by (row, column)."""

    name: str
    rows: Sequence[Row] = ()
    hidden: bool = False
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    uncached: frozenset[tuple[int, int]] = frozenset()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    epoch_1904: bool = False
    #: The last column that was taken where filled cells stand behind it, else 0.
    cut_after: int = 0
    #: Of a table that was taken out of a sheet or turned (``sheet_shapes``): the name of the sheet in the file, what
    #: was done (``beside``, ``form``; ``unanswered``: nothing, it is no list), the organisation that stands over it,
    #: and where the cells of a form really stand.
    of: str = ""
    shape: str = ""
    group: str = ""
    places: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    #: Filled cells that are crossed out (of .xlsx, .xlsb, .xls and .ods).
    struck: frozenset[tuple[int, int]] = frozenset()
    #: Cells of which a part is crossed out (of .xlsx and .xlsb): the text as it stands in the file, and that part. The
    #: cell itself holds what still stands.
    partly: Mapping[tuple[int, int], tuple[str, str]] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return width_of(self.rows)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place, the empty text outside."""
        cells = self.rows[row - 1] if 1 <= row <= len(self.rows) else ()
        return cells[column - 1] if 1 <= column <= len(cells) else ""


@dataclass(frozen=True)
class Workbook:
    """A workbook as read. ``path`` is the sender's name of the file, not a path of this machine."""

    path: str
    sha256: str
    kind: str
    sheets: tuple[Sheet, ...] = ()
    encoding: str = ""
    delimiter: str = ""


def _command(path: Path) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READER_ARGUMENT, str(path)]
    return [sys.executable, "-I", str(Path(__file__).with_name("reader_child.py")), str(path)]


class _Watch(threading.Thread):
    """Ends the child when its time is up or the user stops the work."""

    def __init__(self, child: "subprocess.Popen[bytes]", token: Token, seconds: float) -> None:
        super().__init__(name="workbook reader", daemon=True)
        self._child, self._token, self._ticks = child, token, int(seconds / 0.1)
        self._done = threading.Event()
        self.late = False

    def run(self) -> None:
        for _ in range(self._ticks):
            if self._done.wait(0.1):
                return
            if self._token.cancelled:
                self._child.kill()
                return
        self.late = True
        self._child.kill()

    def stop(self) -> None:
        """No more watching; waits for the thread to end."""
        self._done.set()
        self.join()


def _lines(source: IO[bytes]) -> Iterator[tuple[dict[str, Any], bool]]:
    """Each line of the child, and whether a number in it may have got lost as null."""
    from orjson import JSONDecodeError, loads

    for line in source:
        try:
            found = loads(line)
        except JSONDecodeError as error:
            # A child that was killed in the middle of a line.
            raise Refused("import_unreadable") from error
        if not isinstance(found, dict):
            raise Refused("import_unreadable")
        yield found, b"null" in line


class _Collector:
    """Puts the lines of the child together."""

    def __init__(self) -> None:
        self.head: dict[str, Any] = {}
        self.rows: list[RowCollector] = []
        self.merges: dict[int, list[tuple[int, int, int, int]]] = {}
        self.cut: dict[int, int] = {}
        self.ended = False
        self._decoders: list[RowDecoder] = []

    def take(self, line: dict[str, Any], odd_numbers: bool) -> int:
        """Take one line in; gives the number of rows that came with it."""
        if "columns" in line:
            columns = self._decoders[line["sheet"]].take_columns(line["columns"], odd_numbers)
            self.rows[line["sheet"]].take_columns(columns)
            return len(columns[0])
        if "rows" in line:
            rows = self._decoders[line["sheet"]].take(line["rows"], line["dates"], odd_numbers)
            self.rows[line["sheet"]].take_rows(rows)
            return len(rows)
        if "gap" in line:
            self.rows[line["sheet"]].take_rows([()] * line["gap"])
        elif "refused" in line:
            raise Refused(str(line["refused"]), **line.get("params", {}))
        elif "head" in line:
            self.head = line["head"]
            self.rows = [RowCollector() for _ in self.head["sheets"]]
            self._decoders = [RowDecoder() for _ in self.head["sheets"]]
        elif "merges" in line:
            self.merges[line["sheet"]] = [(a, b, c, d) for a, b, c, d in line["merges"]]
        elif "cut" in line:
            self.cut[line["sheet"]] = line["cut"]
        elif "end" in line:
            self.ended = True
        return 0

    def workbook(self, name: str, digest: str) -> Workbook:
        """The whole workbook."""
        heads = self.head["sheets"]
        epoch = bool(self.head.get("epoch_1904", False))
        sheets = tuple(
            replace(_sheet(head, self.rows[at].rows(), self.merges.get(at), epoch), cut_after=self.cut.get(at, 0))
            for at, head in enumerate(heads)
        )
        return Workbook(
            name,
            digest,
            str(self.head.get("kind", "")),
            sheets,
            str(self.head.get("encoding", "")),
            str(self.head.get("delimiter", "")),
        )


def _sheet(
    head: dict[str, Any], rows: Sequence[Row], merges: list[tuple[int, int, int, int]] | None, epoch: bool
) -> Sheet:
    rows, partly = _standing(rows, head.get("partly", ()))
    columns = [number for first, last in head["hidden_columns"] for number in range(first, min(last, 16_384) + 1)]
    return Sheet(
        str(head["name"]),
        rows,
        bool(head["hidden"]),
        tuple(merges if merges is not None else [(a, b, c, d) for a, b, c, d in head["merges"]]),
        frozenset(map(int, head["hidden_rows"])),
        frozenset(columns),
        {(row, column): str(text) for row, column, text in head["errors"]},
        frozenset((row, column) for row, column in head["uncached"]),
        {(row, column): str(text) for row, column, text in head["comments"]},
        epoch,
        # What is crossed out letter by letter says more than the style of the whole cell.
        struck=frozenset((row, column) for row, column in head.get("struck", ())) - partly.keys(),
        partly=partly,
    )


def _standing(
    rows: Sequence[Row], partly: Iterable[tuple[int, int, str, str]]
) -> tuple[Sequence[Row], dict[tuple[int, int], tuple[str, str]]]:
    """The rows with what still stands of cells crossed out in part; by place the whole text and that part."""
    changed: dict[int, list[Cell]] = {}
    told: dict[tuple[int, int], tuple[str, str]] = {}
    for row, column, stands, struck in partly:
        cell = rows[row - 1][column - 1] if 1 <= row <= len(rows) and 1 <= column <= len(rows[row - 1]) else ""
        if isinstance(cell, str) and cell:
            changed.setdefault(row, list(rows[row - 1]))[column - 1] = stands
            told[row, column] = (cell, struck)
    if not changed:
        return rows, told
    return tuple(tuple(changed[n]) if n in changed else row for n, row in enumerate(rows, start=1)), told


def _why_ended(status: int, late: bool, size: int) -> str:
    """What to say of a child that ended in the middle: time, memory (a parser without memory aborts), or neither."""
    if late or status == -getattr(signal, "SIGXCPU", 0) != 0:
        return "import_takes_too_long"
    return "import_too_big" if status == -signal.SIGABRT and size > _MUCH else "import_unreadable"


def _run_child(
    copy: Path, name: str, digest: str, token: Token, seconds: float, meanwhile: Iterator[object]
) -> Workbook:
    collector = _Collector()
    child = subprocess.Popen(
        _command(copy),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        bufsize=1 << 20,
        stderr=subprocess.DEVNULL,
        cwd=copy.parent,
        close_fds=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    watch = _Watch(child, token, seconds)
    watch.start()
    done = 0
    try:
        assert child.stdout is not None
        for _ in meanwhile:
            token.step(0, 0)
            if child.poll() is not None:
                break
        for line, odd_numbers in _lines(child.stdout):
            done += collector.take(line, odd_numbers)
            token.step(done, 0)
    finally:
        watch.stop()
        child.kill()
        child.wait()
        assert child.stdout is not None
        child.stdout.close()
        if token.cancelled:
            raise Cancelled
    if not collector.ended:
        raise Refused(_why_ended(child.returncode, watch.late, copy.stat().st_size))
    return collector.workbook(name, digest)


def open_workbook(
    path: Path, token: Token | None = None, seconds: float = WALL_SECONDS, meanwhile: Iterator[object] | None = None
) -> Workbook:
    """Read a spreadsheet of any kind safely into raw cells.

    The file is copied first, so that Excel may keep it open and nobody can change it between check and reading.
    ``token`` is stepped with the rows read so far (total unknown: 0) and stops the child within a quarter of a second.
    ``meanwhile``: other work in small steps, done while the child reads; it may be left unfinished.
    Raises Refused with a code of ``app.core.import_sentences``; Cancelled. A child that dies, aborts or runs out of
    memory or time is ``import_unreadable`` or ``import_takes_too_long``.
    """
    token = token or silent()
    kind = check_file(path)
    with tempfile.TemporaryDirectory(prefix="mentordesk-") as folder:
        copy = Path(folder, f"workbook.{kind.name}")
        try:
            shutil.copyfile(path, copy)
            with copy.open("rb") as source:
                digest = hashlib.file_digest(source, "sha256").hexdigest()
        except PermissionError as error:
            raise Refused("import_locked") from error
        except OSError as error:
            raise Refused("import_missing") from error
        return _run_child(copy, path.name, digest, token, seconds, meanwhile or iter(()))


def fill_merged(sheet: Sheet, columns: frozenset[int] | None = None, first_row: int = 1, last_row: int = 0) -> Sheet:
    """The sheet with the value of each merged range in all its cells (SP-2, SP-3), in some columns and rows only."""
    last_row = last_row or len(sheet.rows)
    rows: dict[int, list[Cell]] = {}
    for top, left, bottom, right in sheet.merges:
        value = sheet.cell(top, left)
        if value == "" or bottom < first_row or top > last_row:
            continue
        for row in range(max(top, first_row), min(bottom, last_row, len(sheet.rows)) + 1):
            cells = rows.setdefault(row, list(sheet.rows[row - 1]))
            for column in range(left, min(right, 16_384) + 1):
                if columns is not None and column not in columns:
                    continue
                while len(cells) < column <= 400:
                    cells.append("")
                if column <= len(cells) and cells[column - 1] == "":
                    cells[column - 1] = value
    if not rows:
        return sheet
    return replace(sheet, rows=tuple(tuple(rows[n]) if n in rows else row for n, row in enumerate(sheet.rows, start=1)))
