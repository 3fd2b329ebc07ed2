"""The report of an import (7.3): what became of every row and doubtful cell; kept with the batch, bounded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as with_default
from typing import Any

from sqlalchemy import func, select

from app.core.errors import NotFound
from app.importers.staged import CellWarning, Outcome, StagedRow
from app.importers.staged_rows import StagedRows
from app.models.documents import ImportBatch
from app.services.import_plans import Decision, ImportPlan
from app.services.import_resolving import goes_in
from app.storage.work import View

#: So many lines are kept with a batch; the report of a file that is open has them all.
MOST_KEPT = 300
#: The longest raw value that is kept.
_LONGEST = 120
#: Their raw values stay in the file: they are told in the report by place and reason only (D14).
_SENSITIVE = frozenset(("passport_number", "passport_expiry", "birth_date", "national_id", "bank_account"))
#: Stands in their sentences for what is not kept.
_UNTOLD = "…"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A line of the report: about a whole row (``column`` and ``field`` empty) or about one cell of it.

    ``column`` is the letter, ``value`` what stands in the file, ``code`` and ``params`` say what was found, and
    ``action`` is the code of what was done: ``import_action_`` with new, update, same, left_out, repeated, waits,
    refused or passed for rows, with kept or emptied for cells.
    """

    sheet: str
    row: int
    column: str
    field: str
    value: str
    code: str
    action: str
    params: Mapping[str, Any] = with_default(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """A whole report: the file, the counts (as in ``ImportBatch.summary``), the lines, how many more there were."""

    batch: str
    file_name: str
    sha256: str
    counts: Mapping[str, int]
    rows: tuple[ReportRow, ...]
    more: int = 0


def report_rows(given: ImportPlan) -> Iterator[ReportRow]:
    """Every line of a plan as decided, in the order of the file; rows that went in without a word are not listed."""
    for row in _worth_telling(given):
        decision = given.decisions.get((row.sheet, row.row), Decision()) if given.decisions else Decision()
        if not row.warnings and goes_in(row, decision):
            continue
        taken = goes_in(row, decision)
        if not taken:
            action = _why_out(row, decision)
            yield ReportRow(row.sheet, row.row, "", "", "", row.reason, action, row.reason_params)
        for told in row.warnings:
            yield _cell(row, told, taken)
    for one in given.staged.skipped:
        yield ReportRow(one.sheet, one.row, "", "", one.text[:_LONGEST], one.reason, "import_action_passed")


def _worth_telling(given: ImportPlan) -> Iterator[StagedRow]:
    """The rows of which something may be told; of rows held by columns the plain ones are not even built."""
    rows = given.staged.rows
    if not isinstance(rows, StagedRows):
        return iter(rows)
    odd = set(rows.places(Outcome.DUPLICATE, Outcome.DOUBTFUL, Outcome.REFUSED)) | rows.made.keys()
    odd.update(given.places[key] for key in given.decisions)
    return (rows[place] for place in sorted(odd))


def _why_out(row: StagedRow, decision: Decision) -> str:
    if decision.leave_out:
        return "import_action_left_out"
    return {
        Outcome.DUPLICATE: "import_action_repeated",
        Outcome.REFUSED: "import_action_refused",
    }.get(row.outcome, "import_action_waits")


def _cell(row: StagedRow, told: CellWarning, taken: bool) -> ReportRow:
    stays = told.code == "attendance_mark_kept"
    action = "kept" if stays or row.fields.get(told.field) or told.field in ("full_name", "name_latin") else "emptied"
    done = f"import_action_{action}" if taken else "import_action_not_taken"
    return ReportRow(
        row.sheet, row.row, letter(told.column), told.field, told.value[:_LONGEST], told.code, done, told.params
    )


def letter(number: int) -> str:
    """A column as Excel calls it: 1 is A, 27 is AA; empty for 0."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def of_plan(given: ImportPlan, counts: Mapping[str, int] | None = None, batch: str = "") -> ImportReport:
    """The whole report of a plan, before or after it was taken in (then with the counts of the result)."""
    counts = dict(counts or given.staged.summary())
    return ImportReport(batch, _name(given.staged.file), given.staged.sha256, counts, tuple(report_rows(given)))


def kept(given: ImportPlan) -> dict[str, Any]:
    """What of the report is kept in ``ImportBatch.summary``: the first lines, without values of passports."""
    lines: list[list[object]] = []
    more = 0
    for one in report_rows(given):
        if len(lines) == MOST_KEPT:
            more += 1
            continue
        hidden = one.field in _SENSITIVE
        params = {name: _UNTOLD if hidden else str(value)[:_LONGEST] for name, value in one.params.items()}
        value = "" if hidden else one.value
        lines.append([one.sheet, one.row, one.column, one.field, value, one.code, one.action, params])
    return {"rows_read": len(given.rows), "report": lines, "report_more": more}


def load(view: View, code: str) -> ImportReport:
    """The report that is kept with a batch; NotFound(``import_no_batch``)."""
    batch = view.session.scalars(select(ImportBatch).where(func.lower(ImportBatch.code) == code.lower())).first()
    if batch is None:
        raise NotFound("import_no_batch", code=code)
    summary = batch.summary or {}
    counts = {name: value for name, value in summary.items() if isinstance(value, int) and name != "report_more"}
    lines = tuple(
        ReportRow(sheet, row, column, name, value, found, action, params or _without(name))
        for sheet, row, column, name, value, found, action, params in summary.get("report", ())
    )
    return ImportReport(batch.code, batch.file_name, batch.sha256, counts, lines, summary.get("report_more", 0))


def _without(name: str) -> Mapping[str, Any]:
    """What stands in a sentence about a cell whose values were not kept at all, as older reports did it."""
    return dict.fromkeys(("value", "kept", "others", "expiry"), _UNTOLD) if name in _SENSITIVE else {}


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
