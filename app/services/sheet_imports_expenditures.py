"""Expenditures out of spreadsheets: lines by code or name, documents recognised by number, date and amount (BU-6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from app.core.money import from_minor, minor_digits, to_minor
from app.core.progress import Token
from app.core.text import fold
from app.core.vocabulary import ExpenditureState
from app.importers.expenditure_sheet import ExpenditureReader
from app.importers.record_columns import amount_by_values
from app.importers.sheet_kinds import EXPENDITURES, kind_of
from app.importers.staged import Outcome, StagedRow
from app.models.budgets import BudgetLine, Expenditure
from app.models.programmes import Programme
from app.services import expenditures, records
from app.services.expenditures import TYPED, ExpenditureDraft
from app.services.import_plans import Decision, RowKey
from app.services.import_references import ActivityFinder, LineFinder
from app.services.sheet_import_parts import (
    Judged,
    KindParts,
    RecordTarget,
    differences,
    doubtful,
    key_of,
    matched,
    programme_reading,
    repeats,
    tell,
)
from app.storage.work import View, Work

_SAME = ("document_no", "supplier", "description", "paid_by", "notes", "currency")


def missing(fields: Mapping[str, str]) -> str:
    """Why an expenditure cannot be kept: no amount; no line is found out when it is held against the budget."""
    return "" if fields.get("amount") else "import_record_without_amount"


@dataclass(frozen=True)
class _Known:
    """An expenditure on record as a sheet would tell it."""

    ident: str
    fields: Mapping[str, str]


def _fields_of(row: Expenditure, lines: Mapping[str, str], activities: Mapping[str, str]) -> dict[str, str]:
    def money(minor: int) -> str:
        return f"{from_minor(minor, row.currency):.{minor_digits(row.currency)}f}"

    return {
        "document_no": row.document_no,
        "date": row.document_date.isoformat() if row.document_date else "",
        "paid_on": row.paid_on.isoformat() if row.paid_on else "",
        "supplier": row.supplier,
        "description": row.description,
        "line": lines.get(row.line_id, ""),
        "amount": money(row.gross_minor),
        "net": money(row.net_minor) if row.net_minor else "",
        "vat": money(row.vat_minor) if row.vat_minor else "",
        "currency": row.currency,
        "rate": f"{row.rate.normalize():f}" if row.rate_source == TYPED else "",
        "state": row.state.value,
        "paid_by": row.paid_by,
        "activity": activities.get(row.activity_id or "", ""),
        "notes": row.notes,
    }


class _Books:
    """The programme's expenditures, lines and activities, loaded once."""

    def __init__(self, view: View, target: RecordTarget) -> None:
        self.lines = LineFinder(view, target.programme_id)
        self.activities = ActivityFinder(view, target.programme_id)
        self.default_line = view.session.get(BudgetLine, target.line_id) if target.line_id else None
        self.currency = records.fetch(view, Programme, target.programme_id).currency
        codes = {row.id: row.code for row in self.lines.by_code.values()}
        self.known: dict[str, _Known] = {}
        self.by_number: dict[str, list[str]] = {}
        self.by_sum: dict[tuple[str, str, str], list[str]] = {}
        query = select(Expenditure).where(Expenditure.programme_id == target.programme_id).order_by(Expenditure.id)
        for row in view.session.scalars(query):
            known = _Known(row.id, _fields_of(row, codes, self.activities.codes))
            self.known[row.id] = known
            if row.document_no:
                self.by_number.setdefault(number_key(row.document_no), []).append(row.id)
            self.by_sum.setdefault(_sum_key(known.fields), []).append(row.id)
        self.used: set[str] = set()

    def resolved(self, row: StagedRow, target: RecordTarget) -> Judged:
        """The row with its line and activity; without a line it is refused until somebody chooses one."""
        fields, refs, told = dict(row.fields), {}, []
        text = fields.get("line", "")
        line = self.lines.find(text) if text else self.default_line
        if line is None and row.sources.get("line") == "group":
            line, text = self.default_line, ""
        if fields.get("activity"):
            ident = self.activities.find(fields["activity"]) or target.activity_id
            if ident:
                refs["activity"], fields["activity"] = ident, self.activities.codes.get(ident, fields["activity"])
            else:
                told.append(tell(row, "activity", "import_activity_unknown", name=fields["activity"]))
                fields["notes"] = "\n".join(filter(None, (fields.get("notes", ""), fields.pop("activity"))))
        elif target.activity_id:
            refs["activity"] = target.activity_id
            fields["activity"] = self.activities.codes.get(target.activity_id, "")
        if not fields.get("currency"):
            fields["currency"] = self.currency
        net, vat = fields.get("net", ""), fields.get("vat", "")
        if (net or vat) and not _adds_up(fields):
            told.append(tell(row, "net" if net else "vat", "import_vat_does_not_fit"))
            fields["net"] = fields["vat"] = ""
        kept = {name: value for name, value in fields.items() if value}
        judged = Judged(replace(row, fields=kept), refs=refs).told(*told)
        if line is None or line.heading:
            code = "import_record_without_line" if not text else "import_line_unknown"
            code = "import_line_is_heading" if line is not None else code
            return judged.turned(Outcome.REFUSED, code, value=text)
        fresh = replace(judged.row, fields={**kept, "line": line.code})
        return replace(judged, row=fresh, refs={**refs, "line": line.id})

    def match(self, judged: Judged, decision: Decision) -> Judged:
        """The row as new, as a document on record, or as one that it may be (number, date and amount)."""
        row = judged.row
        if decision.person_id in self.known:
            return self._as(judged, decision.person_id, decision)
        if decision.as_new:
            return judged
        taken = self.used | decision.declined
        number = row.fields.get("document_no", "")
        if number:
            same = [ident for ident in self.by_number.get(number_key(number), ()) if ident not in taken]
            sure = [ident for ident in same if _agree(row.fields, self.known[ident].fields)]
            if len(sure) == 1:
                return self._as(judged, sure[0], decision)
            near = [ident for ident in same if _same_supplier(row.fields, self.known[ident].fields)]
            return doubtful(judged, sure or near) if sure or near else judged
        same = [ident for ident in self.by_sum.get(_sum_key(row.fields), ()) if ident not in taken]
        same = [ident for ident in same if _same_supplier(row.fields, self.known[ident].fields)]
        alike = [
            ident
            for ident in same
            if fold(self.known[ident].fields["description"]) == fold(row.fields.get("description", ""))
        ]
        if len(alike) == 1:
            return self._as(judged, alike[0], decision)
        return doubtful(judged, same) if same else judged

    def _as(self, judged: Judged, ident: str, decision: Decision) -> Judged:
        self.used.add(ident)
        return matched(judged, ident, differences(judged.row, self.known[ident].fields, decision.keep))


def number_key(number: str) -> str:
    """A document's number as compared: without spaces and signs, letters folded, zeros at the start kept."""
    return "".join(char for char in fold(number) if char.isalnum())


def _sum_key(fields: Mapping[str, str]) -> tuple[str, str, str]:
    return fields.get("date", ""), fields.get("amount", ""), fields.get("currency", "")


def _adds_up(fields: Mapping[str, str]) -> bool:
    """Net and VAT with the gap filled make the amount; fills the gap."""
    gross = Decimal(fields["amount"])
    net, vat = fields.get("net", ""), fields.get("vat", "")
    return not (net and vat) or Decimal(net) + Decimal(vat) == gross


def _agree(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """One number, and neither date, nor amount, nor supplier speaks against it."""
    dates = not one.get("date") or not other["date"] or one["date"] == other["date"]
    sums = (one.get("amount"), one.get("currency")) == (other["amount"], other["currency"])
    return dates and sums and _same_supplier(one, other)


def _same_supplier(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    first, second = fold(one.get("supplier", "")), fold(other["supplier"])
    if not first or not second or first == second or first in second or second in first:
        return True
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(first, second) >= 85.0


def judge(
    view: View, target: RecordTarget, rows: Sequence[StagedRow], decisions: Mapping[RowKey, Decision]
) -> list[Judged]:
    """Each document with its outcome: the same one twice in the file is taken once."""
    books = _Books(view, target)
    seen: dict[tuple[str, ...], StagedRow] = {}
    found: list[Judged] = []
    for row in rows:
        decision = decisions.get(key_of(row), Decision())
        if row.outcome is Outcome.REFUSED:
            found.append(Judged(row))
            continue
        judged = books.resolved(row, target)
        if judged.row.outcome is Outcome.REFUSED:
            found.append(judged)
            continue
        fields, number = judged.row.fields, row.fields.get("document_no", "")
        same: tuple[str, ...] = (number_key(number), *_sum_key(fields), fields["line"])
        if not number:
            same = (*same, fold(fields.get("supplier", "")), fold(fields.get("description", "")))
        other = seen.get(same)
        if other is not None and not (decision.as_new or decision.person_id):
            found.append(repeats(judged, other, perhaps=not number))
            continue
        seen.setdefault(same, row)
        found.append(books.match(judged, decision))
    return found


def _draft(
    base: ExpenditureDraft, fields: Mapping[str, str], whole: StagedRow, refs: Mapping[str, str]
) -> ExpenditureDraft:
    values: dict[str, object] = {name: fields[name] for name in _SAME if name in fields}
    currency = whole.fields["currency"]
    if {"amount", "net", "vat", "currency"} & fields.keys():
        gross = to_minor(Decimal(whole.fields["amount"]), currency)
        net = to_minor(Decimal(whole.fields.get("net", "0")), currency)
        vat = to_minor(Decimal(whole.fields.get("vat", "0")), currency)
        if net and not vat:
            vat = gross - net
        elif vat and not net:
            net = gross - vat
        values |= {"gross_minor": gross, "net_minor": net, "vat_minor": vat}
    for name, held in (("date", "document_date"), ("paid_on", "paid_on")):
        if name in fields:
            values[held] = date.fromisoformat(fields[name])
    if "rate" in fields:
        values["rate"] = Decimal(fields["rate"])
    if "state" in fields:
        values["state"] = ExpenditureState(fields["state"])
    if "line" in fields:
        values["line_id"] = refs["line"]
    if "activity" in fields:
        values["activity_id"] = refs.get("activity") or None
    return replace(base, **values)  # type: ignore[arg-type]


def write(work: Work, target: RecordTarget, judged: Sequence[Judged], token: Token) -> Mapping[RowKey, tuple[str, str]]:
    """New documents at once, changed ones one by one."""
    fresh = [one for one in judged if not one.match.people]
    drafts = [_draft(ExpenditureDraft(target.programme_id), one.row.fields, one.row, one.refs) for one in fresh]
    ids = expenditures.create_many(work, drafts)
    done = {key_of(one.row): (ident, "") for one, ident in zip(fresh, ids, strict=True)}
    for number, one in enumerate(one for one in judged if one.match.people):
        token.step(number, len(judged))
        ident = one.match.people[0]
        if one.match.differences:
            changed = {difference.field: difference.new for difference in one.match.differences}
            base = expenditures.load(work, ident)
            whole = replace(one.row, fields=_whole(base, one.row, changed))
            expenditures.save(work, ident, _draft(base, changed, whole, one.refs))
        done[key_of(one.row)] = (ident, "")
    return done


def _whole(base: ExpenditureDraft, row: StagedRow, changed: Mapping[str, str]) -> dict[str, str]:
    """The sums of a changed document: what the row changes over what was known, so that a kept amount stays."""
    currency = changed.get("currency", base.currency)
    known = {
        "amount": f"{from_minor(base.gross_minor, base.currency)}",
        "net": f"{from_minor(base.net_minor, base.currency)}",
        "vat": f"{from_minor(base.vat_minor, base.currency)}",
    }
    sums = {name: changed.get(name, text) for name, text in known.items()}
    if "amount" in changed and not {"net", "vat"} & changed.keys():
        sums |= {"net": row.fields.get("net", "0"), "vat": row.fields.get("vat", "0")}
    return {**row.fields, **sums, "currency": currency}


PARTS = KindParts(kind_of(EXPENDITURES), ExpenditureReader, programme_reading, judge, write, missing, amount_by_values)
