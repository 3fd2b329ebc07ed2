"""The child process that reads a stranger's workbook within limits and prints it as JSON lines (D11).

Runs as a script in a fresh interpreter. It may die in any way it likes: the parent takes every end without the closing
line for a refusal. Lines: ``{"head": …}`` about the sheets, ``{"sheet": n, "rows": [[…], …]}``, ``{"end": true}``, or
``{"refused": code, "params": …}``.
"""

import gc
import json
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

if __name__ == "__main__":
    # In -I mode nothing but the interpreter's own folders is on the path.
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.core.errors import Refused
from app.importers.gate import FileKind, check_file
from app.importers.sheet_scan import SheetScan, counts_from_1904, scan_xlsx
from app.importers.text_table import read_text_table

MEMORY = 512 * 2**20
CPU_SECONDS = 20
MAX_ROWS = 200_000
MAX_COLUMNS = 400
_ROWS_A_LINE = 200


def _limit() -> None:
    """Address space, processor time, no core files; Windows has no such limits, the parent's clock stands in."""
    if sys.platform == "win32":
        return
    import resource

    for kind, amount in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _soft, hard = resource.getrlimit(kind)
        allowed = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(kind, (allowed, allowed))


def _plain(value: object) -> object:
    """What JSON does not know: dates, times and durations, each under its own key."""
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, time):
        return {"h": value.isoformat()}
    if isinstance(value, timedelta):
        return {"s": value.total_seconds()}
    return str(value)


_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False, default=_plain, ensure_ascii=True).encode


def _say(line: object) -> None:
    sys.stdout.write(_encode(line) + "\n")


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
    }


def _read_text(path: Path) -> None:
    table = read_text_table(path.read_bytes())
    if len(table.rows) > MAX_ROWS:
        raise Refused("import_too_many_rows", most=MAX_ROWS)
    head = {"kind": "text", "encoding": table.encoding, "delimiter": table.delimiter}
    _say({"head": head | {"sheets": [_sheet_head("", False, SheetScan())]}})
    for start in range(0, len(table.rows), _ROWS_A_LINE):
        _say({"sheet": 0, "rows": [row[:MAX_COLUMNS] for row in table.rows[start : start + _ROWS_A_LINE]]})


def _read_binary(path: Path, kind: FileKind) -> None:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    scans = scan_xlsx(path) if kind.name == "xlsx" else {}
    try:
        with path.open("rb") as source:
            workbook = CalamineWorkbook.from_filelike(source)
        tables = [meta for meta in workbook.sheets_metadata if meta.typ is SheetTypeEnum.WorkSheet]
        heads = []
        for meta in tables:
            scan = scans.get(meta.name, SheetScan())
            heads.append(_sheet_head(meta.name, meta.visible is not SheetVisibleEnum.Visible, scan))
        epoch = kind.name == "xlsx" and counts_from_1904(path)
        _say({"head": {"kind": kind.name, "epoch_1904": epoch, "sheets": heads}})
        left = MAX_ROWS
        for number, meta in enumerate(tables):
            left -= _write_rows(workbook, number, meta.name, left, kind)
    except PasswordError as error:
        raise Refused("import_password") from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("import_damaged") from error


def _write_rows(workbook: object, number: int, name: str, left: int, kind: FileKind) -> int:
    """Print the rows of one sheet; the parser leaves out empty columns at the left, put back here."""
    from python_calamine import CalamineWorkbook

    assert isinstance(workbook, CalamineWorkbook)
    sheet = workbook.get_sheet_by_name(name)
    if kind.name != "xlsx":
        merges = sheet.merged_cell_ranges or []
        ranges = [(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in merges]
        _say({"merges": ranges, "sheet": number})
    start = sheet.start
    if start is None:
        return 0
    if sheet.total_height > left:
        raise Refused("import_too_many_rows", most=MAX_ROWS)
    pad: list[object] = [""] * start[1]
    wide = start[1] + sheet.width > MAX_COLUMNS
    block: list[list[object]] = []
    count = 0
    for row in sheet.iter_rows():
        cells: list[object] = [*pad, *row]
        block.append(cells[:MAX_COLUMNS] if wide else cells)
        count += 1
        if len(block) == _ROWS_A_LINE:
            _say({"sheet": number, "rows": block})
            block = []
    _say({"sheet": number, "rows": block})
    return count


def main(path: str) -> int:
    """Read one file and print it; the exit status is 0 also for a refusal that was told."""
    _limit()
    gc.disable()  # nothing here makes cycles, and the process ends with its file
    # One write for each line, not one for each few bytes; always UTF-8, whatever the locale.
    sys.stdout = open(1, "w", encoding="utf-8", buffering=1 << 20, newline="\n", closefd=False)  # noqa: SIM115
    try:
        kind = check_file(Path(path))
        if kind.name == "text":
            _read_text(Path(path))
        else:
            _read_binary(Path(path), kind)
        _say({"end": True})
    except Refused as refusal:
        _say({"refused": refusal.code, "params": dict(refusal.params)})
    except MemoryError:
        _say({"refused": "import_too_big", "params": {}})
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
