"""What the assistant shows of agendas, expenditures and deliverables: columns of a kind, sheets as understood, records.

The rows themselves are those of ``import_rows.rows``: a ``RecordPlan`` is an ``ImportPlan``.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.core.i18n import pick
from app.core.money import from_minor
from app.core.vocabulary import label
from app.importers.cells import as_text
from app.importers.headings import Headings
from app.importers.sheet_kinds import ColumnType, kind_of, kinds
from app.importers.staging import Choices
from app.importers.workbook import Sheet, Workbook
from app.models.agendas import Session
from app.models.budgets import Expenditure
from app.models.deliverables import Deliverable
from app.services import sheet_imports
from app.services.import_reports import letter
from app.services.import_rows import ColumnRow, SheetRow, Wanted
from app.services.sheet_import_parts import RecordTarget
from app.storage.work import View

_PREVIEW, _SAMPLES, _WIDEST = 40, 3, 200


@dataclass(frozen=True, slots=True)
class KindColumn:
    """A column that a kind of sheet can have. ``words``: value and English label of each word it may hold."""

    field: str
    holds: str
    needed: bool
    words: tuple[tuple[str, str], ...] = ()


def kind_names() -> tuple[str, ...]:
    """The names of all kinds of sheets, people first."""
    return tuple(kind.name for kind in kinds())


def columns(kind: str) -> tuple[KindColumn, ...]:
    """The columns of a kind, in the order in which they are shown; KeyError for no kind."""
    found = []
    for one in kind_of(kind).columns:
        words = tuple((word.value, label(word)) for word in one.words or () if one.holds is ColumnType.WORD)
        found.append(KindColumn(one.field, one.holds.value, one.needed, words))
    return tuple(found)


def sheets(
    view: View, workbook: Workbook, kind: str, target: RecordTarget, wanted: Wanted | None = None
) -> tuple[SheetRow, ...]:
    """Every sheet as understood for a kind; days that are columns of one sheet come as sheets of their own."""
    wanted = wanted or Wanted()
    choices = Choices(wanted.sheets, wanted.heading_rows, wanted.mappings)
    found = []
    for sheet, one in sheet_imports.understood(view, workbook, kind, target, choices):
        found.append(sheet_row(sheet, one.headings, used=one.used, reason=one.reason))
    return tuple(found)


def sheet_row(sheet: Sheet, headings: Headings, *, used: bool, reason: str = "") -> SheetRow:
    """A sheet as the assistant shows it, with what its headings say."""
    heading = headings.rows[-1] if headings.rows else 0
    return SheetRow(
        name=sheet.name,
        used=used,
        hidden=sheet.hidden,
        rows=max(0, len(sheet.rows) - heading),
        heading_row=heading,
        reason=reason,
        title=headings.title,
        columns=_columns(sheet, headings, heading),
        first_rows=tuple(tuple(_shown(cell) for cell in row[:20]) for row in sheet.rows[:_PREVIEW]),
        heading_rows=headings.rows,
        layout=headings.layout if headings.rows else "",
    )


def _shown(cell: object) -> str:
    return " ".join(as_text(cell).split())[:60]  # type: ignore[arg-type]


def _columns(sheet: Sheet, headings: Headings, heading: int) -> tuple[ColumnRow, ...]:
    rows = []
    for number in range(1, min(sheet.width, _WIDEST) + 1):
        column = headings.columns.get(number)
        cells = (_shown(row[number - 1]) for row in sheet.rows[heading : heading + 60] if len(row) >= number)
        samples = tuple(dict.fromkeys(text for text in cells if text))[:_SAMPLES]
        text = column.heading if column else headings.unknown.get(number, "")
        if column is None and not text and not samples:
            continue
        sure = column is not None and column.confidence >= 0.9
        how = "unknown" if column is None else "chosen" if column.how == "chosen" else "sure" if sure else "guessed"
        name = column.field if column else ""
        rows.append(ColumnRow(number, letter(number), text, name, how, samples, number in sheet.hidden_columns))
    return tuple(rows)


def known_names(view: View, kind: str, idents: Collection[str]) -> Mapping[str, str]:
    """What the records are called that a row may mean: title with its time, document with its sum, code with title."""
    found: dict[str, str] = {}
    for ident in idents:
        if kind == "agenda" and (item := view.session.get(Session, ident)):
            found[ident] = f"{item.starts_at:%Y-%m-%d %H:%M} {pick(item.title, view.language)}"
        elif kind == "expenditures" and (paid := view.session.get(Expenditure, ident)):
            amount = f"{from_minor(paid.gross_minor, paid.currency)} {paid.currency}"
            parts = (paid.document_no, str(paid.document_date or ""), paid.supplier, amount)
            found[ident] = ", ".join(part for part in parts if part)
        elif kind == "deliverables" and (one := view.session.get(Deliverable, ident)):
            found[ident] = f"{one.code} {pick(one.title, view.language)}"
    return found
