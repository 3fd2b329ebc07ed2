"""The report of an import from the command line: what became of each row and doubtful cell (7.3)."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from app.cli.desk import Desk
from app.cli.outcome import Outcome
from app.cli.sheet_importing import place_in
from app.core.i18n import tr, trn
from app.core.sentences import sentence
from app.services import exports, import_reports, sheet_papers
from app.services.import_reports import ImportReport, ReportRow


def report(desk: Desk, options: argparse.Namespace) -> Outcome:
    """Print the report that is kept with a batch, or write it as a table (.xlsx or .csv)."""
    with desk.existing.read() as view:
        found = import_reports.load(view, options.batch)
    if options.output:
        path = Path(options.output).expanduser()
        headings = [tr("Sheet"), tr("Row"), tr("Column"), tr("In the file"), tr("Remark"), tr("What was done")]
        content = sheet_papers.table(found.batch, headings, list(_cells(found)), csv=path.suffix.lower() == ".csv")
        desk.print(str(exports.write(path, content)))
    elif options.json:
        desk.print_json(_document(found))
    else:
        _tell(desk, found)
    return Outcome()


def _cells(found: ImportReport) -> Iterator[list[str | int]]:
    for row in found.rows:
        yield [row.sheet, row.row, row.column, row.value, sentence(row.code, row.params), sentence(row.action)]


def _document(found: ImportReport) -> dict[str, object]:
    rows = [
        {
            "sheet": row.sheet,
            "row": row.row,
            "column": row.column,
            "field": row.field,
            "value": row.value,
            "message": sentence(row.code, row.params),
            "action": sentence(row.action),
        }
        for row in found.rows
    ]
    counts = dict(found.counts)
    return {"batch": found.batch, "file": found.file_name, "sha256": found.sha256, "counts": counts, "rows": rows} | (
        {"more": found.more} if found.more else {}
    )


def _tell(desk: Desk, found: ImportReport) -> None:
    counts = dict.fromkeys(("rows_read", "taken_new", "taken_update", "taken_same"), 0) | dict(found.counts)
    desk.print(
        tr(
            "{batch}, {file}: {rows_read} rows read, {taken_new} people new, {taken_update} updated, "
            "{taken_same} the same.",
            batch=found.batch,
            file=found.file_name,
            **counts,
        )
    )
    for row in found.rows:
        desk.print("  " + _line(row))
    if found.more:
        desk.print(trn("{n} further remark was not kept.", "{n} further remarks were not kept.", found.more))


def _line(row: ReportRow) -> str:
    place = f"{row.column}{row.row}" if row.column else str(row.row)
    where = place_in(row.sheet, place)
    return f"{where}: {sentence(row.code, row.params)} {sentence(row.action)}"
