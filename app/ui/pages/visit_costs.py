"""The tab Costs: what the activity cost, document by document, and against the lines of the budget."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.i18n import N_, tr, trn
from app.core.vocabulary import ExpenditureState, label
from app.services import activities, budgets, expenditures, programmes
from app.services.expenditures import ExpenditureDraft, ExpenditureRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.list_export import ListExport
from app.ui.editors.writing import each, write
from app.ui.form import FieldSpec, Section
from app.ui.pages.visit_tab import VisitTab
from app.ui.widgets.boxes import SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_actions
from app.ui.widgets.messages_view import EmptyState


@dataclass(frozen=True, slots=True)
class LineSum:
    """A budget line with what this activity took of it, minor units of the programme's currency."""

    id: str
    code: str
    title: str
    here_minor: int
    committed_minor: int
    planned_minor: int
    missing: int


@dataclass(frozen=True, slots=True)
class CostsData:
    """What the tab shows."""

    programme_id: str
    currency: str
    rows: tuple[ExpenditureRow, ...]
    sums: tuple[LineSum, ...]
    lines: tuple[tuple[str, str], ...]


def sums_of(rows: Sequence[ExpenditureRow], planned: Mapping[str, int]) -> tuple[LineSum, ...]:
    """The rows summed by budget line; sums whose rate is not known yet are counted apart (BU-12)."""
    found: dict[str, LineSum] = {}
    for entry in rows:
        before = found.get(entry.line_id) or LineSum(
            entry.line_id, entry.line_code, entry.line, 0, 0, planned.get(entry.line_id, 0), 0
        )
        paid = entry.state is ExpenditureState.PAID
        found[entry.line_id] = LineSum(
            before.id,
            before.code,
            before.title,
            before.here_minor + (entry.budget_minor if paid else 0),
            before.committed_minor + (0 if paid else entry.budget_minor),
            before.planned_minor,
            before.missing + int(entry.rate_missing),
        )
    return tuple(sorted(found.values(), key=lambda line: budgets.code_key(line.code)))


def _date(entry: ExpenditureRow) -> str:
    return formats.day(entry.document_date, missing=tr("date not known"))


def _date_key(entry: ExpenditureRow) -> object:
    return entry.document_date.isoformat() if entry.document_date else None


def _line(entry: ExpenditureRow) -> str:
    return f"{entry.line_code} {entry.line}".strip()


def _what(entry: ExpenditureRow) -> str:
    return entry.description or entry.supplier or tr("not described")


def _state(entry: ExpenditureRow) -> State:
    paid = entry.state is ExpenditureState.PAID
    return State(tr(label(entry.state)), "success" if paid else "info", "check" if paid else "dot")


def _gross(entry: ExpenditureRow) -> str:
    return formats.money(entry.gross_minor, entry.currency, cents=True)


def _gross_key(entry: ExpenditureRow) -> object:
    return entry.gross_minor


def _budget(entry: ExpenditureRow) -> str:
    return tr("rate missing") if entry.rate_missing else formats.money(entry.budget_minor, cents=True)


def _share(line: LineSum) -> tuple[float, float] | None:
    if not line.planned_minor:
        return None
    return line.here_minor / line.planned_minor, line.committed_minor / line.planned_minor


def _count(n: int) -> str:
    return trn("{n} expenditure", "{n} expenditures", n)


class CostsTab(VisitTab):
    """The lists ``list.costs`` and ``list.costs.lines``."""

    kinds = ("expenditure", "budget_line", "exchange_rate", "activity")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "visit.costs")
        self._data: CostsData | None = None
        body = column(self, space=0)
        head = row(margins=(6, 3, 6, 1))
        self.add_button = button(tr("New expenditure"), icon_name="plus", name="visit.costs.new", clicked=self.new)
        self._head = SectionHeader(tr("Expenditures"), action=self.add_button, name="visit.costs.head")
        head.addWidget(self._head)
        body.addLayout(head)
        self.table = self._documents()
        body.addWidget(self.table, 3)
        below = row(margins=(6, 3, 6, 1))
        self._lines_head = SectionHeader(tr("By budget line"), name="visit.costs.lines.head")
        below.addWidget(self._lines_head)
        body.addLayout(below)
        self.lines = self._sums()
        body.addWidget(self.lines, 2)
        self.table.opened.connect(self._on_edit)
        self.table.delete_wanted.connect(self._on_delete)
        entries = (
            ("pencil", tr("Change …"), self._on_edit_chosen),
            ("trash-2", tr("Delete"), self.delete_chosen),
        )
        self.table.set_menu(menu_actions(self, entries))

    def _documents(self) -> ListTable:
        columns = (
            Column("document_no", tr("Number"), 120),
            Column("date", tr("Date"), 120, "muted", value=_date, sort_key=_date_key, align="right", least=108),
            Column("what", tr("What for"), kind="bold", value=_what),
            Column("supplier", tr("Supplier"), 170, kind="muted", spare=True),
            Column("line", tr("Budget line"), 210, value=_line),
            Column("state", tr("State"), 120, kind="chip", value=_state),
            Column("gross", tr("Sum"), 140, kind="money", show=_gross, value=_gross_key, sort_key=_gross_key),
            Column("budget", tr("In the budget's currency"), 130, kind="money", value=_gross_key, show=_budget),
        )
        empty = EmptyState(
            "receipt",
            tr("No costs noted yet"),
            tr("Invoices and travel claims of this activity stand here and in the budget."),
        )
        return ListTable(columns, name="list.costs", title=tr("Costs"), filter_line=False, empty=empty, count=_count)

    def _sums(self) -> ListTable:
        columns = (
            Column("code", tr("Line"), 90),
            Column("title", tr("Budget line")),
            Column("here_minor", tr("Paid here"), 130, kind="money"),
            Column("committed_minor", tr("Ordered here"), 130, kind="money"),
            Column("planned_minor", tr("Planned for the line"), 160, kind="money"),
            Column("share", tr("Share of the line"), 160, kind="bar", value=_share),
        )
        empty = EmptyState("wallet", tr("Nothing to sum yet"))
        return ListTable(
            columns, name="list.costs.lines", title=tr("By budget line"), filter_line=False, footer=False, empty=empty
        )

    # reading --------------------------------------------------------------------------------------------------
    def read(self, view: Any, activity_id: str) -> CostsData:
        shown = activities.row_of(view, activity_id)
        rows = expenditures.list_rows(view, activity_id=activity_id)
        planned = budgets.list_rows(view, shown.programme_id)
        currency = programmes.load(view, shown.programme_id).currency
        choices = tuple((line.id, f"{line.code}  {line.title}") for line in planned if not line.heading)
        totals = {line.id: line.total_minor for line in planned}
        return CostsData(shown.programme_id, currency, rows, sums_of(rows, totals), choices)

    def show_data(self, data: CostsData) -> None:
        self._data = data
        self.table.set_rows(data.rows)
        self.lines.set_rows(data.sums)
        for part in (self.lines, self._lines_head):
            part.setVisible(bool(data.sums))
        paid = sum(line.here_minor for line in data.sums)
        ordered = sum(line.committed_minor for line in data.sums)
        told = [tr("paid {sum}", sum=formats.money(paid, data.currency))]
        if ordered:
            told.append(tr("ordered {sum}", sum=formats.money(ordered, data.currency)))
        missing = sum(line.missing for line in data.sums)
        if missing:
            told.append(trn("{n} sum without a rate", "{n} sums without a rate", missing))
        self._head.set_note("  ·  ".join(told) if data.rows else "")
        self._lines_head.set_note(tr("in {currency}", currency=data.currency))

    # doing ----------------------------------------------------------------------------------------------------
    def new(self) -> None:
        """Note a document that costs money."""
        data = self._data
        if data is None:
            return
        if not data.lines:
            self.desk.say(
                tr("There is no budget yet"),
                tr("A cost needs a budget line. Make one in Budget first."),
                tone="warning",
            )
            return
        draft = ExpenditureDraft(
            programme_id=data.programme_id,
            activity_id=self.activity_id,
            currency=data.currency,
            line_id=data.lines[0][0],
        )
        self._ask(tr("New expenditure"), draft, "", N_("New expenditure"))

    def _on_edit(self, entry: ExpenditureRow) -> None:
        with self.desk.context.read() as view:
            draft = expenditures.load(view, entry.id)
        self._ask(_what(entry), draft, entry.id, N_("Change expenditure"))

    def _on_edit_chosen(self) -> None:
        entry = self.table.current()
        if entry is not None:
            self._on_edit(entry)

    def _ask(self, title: str, draft: ExpenditureDraft, ident: str, unit: str) -> None:
        lines = self._data.lines if self._data else ()

        def keep(work: Any, changed: ExpenditureDraft) -> None:
            if ident:
                expenditures.save(work, ident, changed)
            else:
                expenditures.create(work, changed)

        DraftDialog(
            self,
            title,
            (Section("", _fields(lines, draft.currency)),),
            draft,
            name="dialog.expenditure",
            accept=tr("Keep"),
            check=expenditures.check,
            commit=Commit(self.desk, unit, keep),
        ).open()

    def delete_chosen(self) -> None:
        """Delete the selected documents."""
        self._on_delete(self.table.selected_rows())

    def _on_delete(self, entries: Sequence[ExpenditureRow]) -> None:
        idents = [entry.id for entry in entries]
        if not idents:
            return

        said = trn("{n} expenditure was deleted.", "{n} expenditures were deleted.", len(idents))
        write(self.desk, N_("Delete expenditure"), each(expenditures.delete, idents), said=said, undo=True)

    def export(self) -> None:
        """The documents as they are shown, for a spreadsheet."""
        ListExport(self.desk, self.table, tr("Costs"), self).open()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "action.export.list": self.export,
            "action.expenditure.new": self.new,
            "action.record.edit": self._on_edit_chosen,
            "action.record.delete": self.delete_chosen,
        }


def _fields(lines: Sequence[tuple[str, str]], currency: str) -> tuple[FieldSpec, ...]:
    states = [(state, tr(label(state))) for state in ExpenditureState]
    return (
        FieldSpec("description", N_("What for"), span=2),
        FieldSpec("line_id", N_("Budget line"), "choice", options=list(lines), required=True),
        FieldSpec("supplier", N_("Supplier")),
        FieldSpec("gross_minor", N_("Sum with VAT"), "money", required=True, extra={"currency": currency}),
        FieldSpec("currency", N_("Currency")),
        FieldSpec("document_no", N_("Number of the document")),
        FieldSpec("document_date", N_("Date of the document"), "date"),
        FieldSpec("state", N_("State"), "choice", options=states),
        FieldSpec("paid_on", N_("Paid on"), "date"),
        FieldSpec("paid_by", N_("Paid by")),
        FieldSpec("notes", N_("Notes"), "text", span=2, extra={"lines": 2}),
    )
