"""The records that a row of a sheet may mean, with their fields as a sheet would tell them, to be held side by side."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from app.core.i18n import pick
from app.core.money import from_minor
from app.core.text import fold
from app.models.agendas import Session
from app.models.budgets import BudgetLine, Expenditure
from app.models.deliverables import Deliverable
from app.services import agendas, deliverables, expenditures
from app.services.sheet_import_parts import RecordTarget
from app.storage.work import View

#: So many are offered for a part of a name.
_MOST = 20


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """A record: what it is called, a second line, its fields as canonical texts (ISO dates, ``HH:MM``, ``12.50``)."""

    id: str
    name: str
    second: str = ""
    fields: dict[str, str] = field(default_factory=dict)


def known(view: View, kind: str, idents: Collection[str]) -> tuple[KnownRecord, ...]:
    """These records of a kind (agenda, expenditures, deliverables), in the order asked; those gone are left out."""
    model: Any = {"agenda": Session, "expenditures": Expenditure, "deliverables": Deliverable}[kind]
    told = _TOLD[kind]
    rows = [view.session.get(model, ident) for ident in idents]
    return tuple(told(view, row) for row in rows if row is not None)


def find(view: View, kind: str, target: RecordTarget, text: str) -> tuple[KnownRecord, ...]:
    """Records of the target in whose words every word typed occurs; at most 20."""
    words = fold(text).split()
    if not words:
        return ()
    found = [ident for ident, said in _said(view, kind, target) if all(word in fold(said) for word in words)]
    return known(view, kind, found[:_MOST])


def _said(view: View, kind: str, target: RecordTarget) -> list[tuple[str, str]]:
    if kind == "agenda":
        items = agendas.list_rows(view, target.activity_id)
        return [(one.id, f"{one.title} {one.starts_at:%Y-%m-%d %H:%M}") for one in items]
    if kind == "expenditures":
        return [(one.id, one.search_text) for one in expenditures.list_rows(view, target.programme_id)]
    return [(one.id, f"{one.code} {one.title}") for one in deliverables.list_rows(view, target.programme_id)]


def _session(view: View, row: Session) -> KnownRecord:
    fields = {
        "date": f"{row.starts_at:%Y-%m-%d}",
        "start": f"{row.starts_at:%H:%M}",
        "end": f"{row.ends_at:%H:%M}",
        "title": pick(row.title, view.language),
        "kind": row.kind.value,
        "place": pick(row.venue, view.language),
    }
    return KnownRecord(row.id, fields["title"], f"{row.starts_at:%Y-%m-%d %H:%M}–{row.ends_at:%H:%M}", fields)


def _expenditure(view: View, row: Expenditure) -> KnownRecord:
    line = view.session.get(BudgetLine, row.line_id)
    amount = str(from_minor(row.gross_minor, row.currency))
    fields = {
        "date": str(row.document_date or ""),
        "document_no": row.document_no,
        "supplier": row.supplier,
        "description": row.description,
        "line": f"{line.code} {pick(line.title, view.language)}".strip() if line else "",
        "amount": amount,
        "currency": row.currency,
        "state": row.state.value,
    }
    second = ", ".join(part for part in (row.document_no, f"{amount} {row.currency}") if part)
    return KnownRecord(row.id, row.supplier or row.description or row.document_no, second, fields)


def _deliverable(view: View, row: Deliverable) -> KnownRecord:
    fields = {
        "code": row.code,
        "title": pick(row.title, view.language),
        "kind": row.kind.value,
        "stage": row.stage.value,
        "due": str(row.due),
    }
    return KnownRecord(row.id, fields["title"], row.code, fields)


_TOLD: dict[str, Callable[[View, Any], KnownRecord]] = {
    "agenda": _session,
    "expenditures": _expenditure,
    "deliverables": _deliverable,
}
