"""The child process that reads a stranger's workbook within limits and prints it as JSON lines (D11).

Runs as a script in a fresh interpreter. It may die in any way it likes: the parent takes every end without the closing
line for a refusal. Lines: ``{"head": …}`` about the sheets, ``{"sheet": n, "rows": [[…], …]}``, ``{"end": true}``, or
``{"refused": code, "params": …}``.
"""

import gc
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

if __name__ == "__main__":
    # In -I mode nothing but the interpreter's own folders is on the path.
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.core.errors import Refused
from app.importers.gate import FileKind, check_file
from app.importers.raw_sheet import MAX_COLUMNS, MAX_ROWS, RawBook, RawSheet, SheetScan
from app.importers.row_lines import ROWS_A_LINE

MEMORY = 512 * 2**20
CPU_SECONDS = 20


def _limit() -> None:
    """Address space, processor time, no core files; Windows has no such limits, the parent's clock stands in."""
    if sys.platform == "win32":
        return
    import resource

    for kind, amount in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),  # the system says it with SIGXCPU
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _soft, hard = resource.getrlimit(kind)
        allowed = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        # A second more for the hard one, so that the end by processor time is told as such.
        more = kind == resource.RLIMIT_CPU and (hard == resource.RLIM_INFINITY or allowed < hard)
        resource.setrlimit(kind, (allowed, allowed + more))


class _Line:
    """Where the child prints: bytes to the pipe, one write for each line."""

    def __init__(self) -> None:
        from app.importers.row_lines import RowEncoder

        self._encoder = RowEncoder()
        self._out = open(1, "wb", buffering=0, closefd=False)  # noqa: SIM115

    def _write(self, line: bytes) -> None:
        view = memoryview(line)
        while view:
            view = view[self._out.write(view) or 0 :]

    def say(self, line: object) -> None:
        """Print any line."""
        self._write(self._encoder.say(line))

    def rows(self, sheet: int, rows: Sequence[Sequence[object]]) -> None:
        """Print some rows of a sheet."""
        if rows:
            self._write(self._encoder.rows(sheet, rows))


def _sheet_head(name: str, hidden: bool, scan: SheetScan) -> dict[str, object]:
    return {
        "name": name,
        "hidden": hidden,
        "errors": scan.errors,
        "uncached": scan.uncached,
        "merges": scan.merges,
        "hidden_rows": scan.hidden_rows,
        "hidden_columns": scan.hidden_columns,
        "comments": scan.comments,
        "struck": scan.struck,
        "partly": scan.partly,
    }


def _write_book(book: RawBook, line: _Line) -> None:
    """Print a file that was read without the parser."""
    head = {"kind": book.kind, "encoding": book.encoding, "delimiter": book.delimiter, "epoch_1904": book.epoch_1904}
    line.say({"head": head | {"sheets": [_sheet_head(one.name, one.hidden, one.scan) for one in book.sheets]}})
    left = MAX_ROWS
    for number, sheet in enumerate(book.sheets):
        left -= _write_rows(sheet.rows, number, left, line)


def _read_binary(path: Path, kind: FileKind, line: _Line) -> None:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    scans, epoch = _scans(path, kind)
    try:
        workbook: CalamineWorkbook
        if path.suffix == "." + kind.name != ".biff":
            # Only by a path with the right ending the parser says why it does not open a file.
            workbook = CalamineWorkbook.from_path(path)
        else:
            workbook = CalamineWorkbook.from_filelike(io.BytesIO(_bytes(path, kind)))
        tables = [meta for meta in workbook.sheets_metadata if meta.typ is SheetTypeEnum.WorkSheet]
        heads = []
        for meta in tables:
            scan = scans.get(meta.name, SheetScan())
            heads.append(_sheet_head(meta.name, meta.visible is not SheetVisibleEnum.Visible, scan))
        line.say({"head": {"kind": kind.name, "epoch_1904": epoch, "sheets": heads}})
        left = MAX_ROWS
        for number, meta in enumerate(tables):
            sheet = workbook.get_sheet_by_name(meta.name)
            if kind.name != "xlsx" and sheet.merged_cell_ranges:
                merges = [(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in sheet.merged_cell_ranges]
                line.say({"merges": merges, "sheet": number})
            if sheet.start is None:
                continue
            rows: Iterator[Sequence[object]] = sheet.iter_rows()
            if kind.name != "xlsx":
                rows = map(_floats, rows)
            left -= _write_rows(rows, number, left, line, sheet.start[1], sheet.width, sheet.total_height)
    except PasswordError as error:
        raise Refused("import_password") from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("import_damaged") from error


def _scans(path: Path, kind: FileKind) -> tuple[dict[str, SheetScan], bool]:
    """What the parser does not tell, by sheet name, and whether days count from 1904."""
    if kind.name == "xlsx":
        from app.importers.sheet_scan import counts_from_1904, scan_xlsx

        return scan_xlsx(path), counts_from_1904(path)
    if kind.name == "xlsb":
        from app.importers.xlsb_scan import scan_xlsb

        return scan_xlsb(path)
    if kind.name == "ods":
        from app.importers.ods_scan import scan_ods

        return scan_ods(path), False
    from app.importers.xls_scan import scan_xls

    return scan_xls(_bytes(path, kind))


def _bytes(path: Path, kind: FileKind) -> bytes:
    """The file; a bare old workbook in the container that the parser wants around it."""
    data = path.read_bytes()
    if kind.name != "biff":
        return data
    from app.importers.ole_file import contained

    return contained(data)


def _floats(row: Sequence[object]) -> Sequence[object]:
    """The old formats know whole numbers; a number is a float everywhere above."""
    return [float(cell) if type(cell) is int else cell for cell in row]


def _write_rows(
    rows: Iterable[Sequence[object]], number: int, left: int, line: _Line, pad: int = 0, width: int = 0, height: int = 0
) -> int:
    """Print the rows of one sheet; gives how many hold something where the sheet is long.

    ``pad``: empty columns that the parser left out at the left. Long empty stretches go as their number: a sheet with
    one forgotten blank in its last row has a million.
    """
    empty: list[object] = [""] * pad
    narrow = 0 < pad + width <= MAX_COLUMNS
    block: list[Sequence[object]] = []
    count = gap = 0
    beyond = False
    watch_gaps = not width or height > min(left, 20_000)
    for row in rows:
        if watch_gaps and row.count("") == len(row):
            gap += 1
            continue
        if gap:
            line.rows(number, block)
            line.say({"sheet": number, "gap": gap})
            block, gap = [], 0
        cells = [*empty, *row] if pad else row
        if not narrow and len(cells) > MAX_COLUMNS:
            beyond = beyond or any(cell != "" for cell in cells[MAX_COLUMNS:])
            cells = cells[:MAX_COLUMNS]
        block.append(cells)
        if len(block) == ROWS_A_LINE:
            count += ROWS_A_LINE
            if count > left:
                raise Refused("import_too_many_rows", most=MAX_ROWS)
            line.rows(number, block)
            block = []
    line.rows(number, block)
    if beyond:
        line.say({"sheet": number, "cut": MAX_COLUMNS})
    if count + len(block) > left:
        raise Refused("import_too_many_rows", most=MAX_ROWS)
    return count + len(block)


def _read(path: Path, line: _Line) -> None:
    kind = check_file(path)
    if kind.name == "text":
        from app.importers.text_table import read_text_table

        table = read_text_table(path.read_bytes())
        _write_book(RawBook("text", [RawSheet("", table.rows)], table.encoding, table.delimiter), line)
    elif kind.name in ("html", "mhtml"):
        from app.importers.html_table import read_html, read_web_archive

        _write_book((read_html if kind.name == "html" else read_web_archive)(path.read_bytes()), line)
    elif kind.name == "xml":
        from app.importers.xml_spreadsheet import read_xml_spreadsheet

        _write_book(read_xml_spreadsheet(path.read_bytes()), line)
    else:
        _read_binary(path, kind, line)


def main(path: str) -> int:
    """Read one file and print it; the exit status is 0 also for a refusal that was told."""
    _limit()
    gc.disable()  # nothing here makes cycles, and the process ends with its file
    line = _Line()
    try:
        _read(Path(path), line)
        line.say({"end": True})
    except Refused as refusal:
        line.say({"refused": refusal.code, "params": dict(refusal.params)})
    except MemoryError:
        line.say({"refused": "import_too_big", "params": {}})
    return 0


if __name__ == "__main__":
    status = main(sys.argv[1])
    # Without the long way down: freeing a million cells one by one serves nobody.
    os._exit(status)
