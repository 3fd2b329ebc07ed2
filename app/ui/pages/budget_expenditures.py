"""The tab Expenditures: the list with saved filters, and the selected document's form beside it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import N_, tr, trn
from app.core.vocabulary import ExpenditureState
from app.core.vocabulary import label as word
from app.services import expenditures
from app.services.budgets import code_key
from app.services.expenditures import ExpenditureDraft, ExpenditureRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.expenditure import SumsLinked, expenditure_sections, rate_words
from app.ui.editors.keeper import Keeper, Verbs
from app.ui.editors.list_export import ListExport
from app.ui.editors.money_choices import activity_choices, line_choices
from app.ui.editors.writing import each, write
from app.ui.form import FormEditor
from app.ui.pages.budget_facts import BudgetFacts, BudgetTab
from app.ui.pages.import_start import start_import
from app.ui.theme import theme
from app.ui.widgets.boxes import Scroll, column, row
from app.ui.widgets.buttons import Pills, button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_actions
from app.ui.widgets.messages_view import EmptyState
from app.ui.widgets.overlay import Drawer, wants_drawer

_VERBS = Verbs(expenditures.load, expenditures.check, expenditures.save, N_("Change expenditure"), "expenditure")


def expenditure_state(row_: ExpenditureRow) -> State:
    """Ordered, paid, or without a rate, as a chip."""
    if row_.rate_missing:
        return State(tr("No rate"), "warning", "triangle-alert")
    if row_.state is ExpenditureState.PAID:
        return State(tr(word(row_.state)), "success", "check")
    return State(tr(word(row_.state)), "info", "dot")


def _is_paid(found: ExpenditureRow) -> bool:
    return found.state is ExpenditureState.PAID


def _is_ordered(found: ExpenditureRow) -> bool:
    return found.state is ExpenditureState.COMMITTED


def _lacks_rate(found: ExpenditureRow) -> bool:
    return found.rate_missing


def _lacks_date(found: ExpenditureRow) -> bool:
    return found.document_date is None or (_is_paid(found) and found.paid_on is None)


_SAVED: dict[str, tuple[str, Callable[[ExpenditureRow], bool] | None]] = {
    "all": (N_("All"), None),
    "ordered": (N_("Ordered, not paid"), _is_ordered),
    "paid": (N_("Paid"), _is_paid),
    "rate": (N_("Without a rate"), _lacks_rate),
    "date": (N_("Without a date"), _lacks_date),
}


def _line(found: ExpenditureRow) -> str:
    return f"{found.line_code} {found.line}"


def _budget(found: ExpenditureRow) -> str:
    return tr("not known") if found.rate_missing else formats.money(found.budget_minor, cents=True)


def _gross(found: ExpenditureRow) -> str:
    return formats.money(found.gross_minor, found.currency, cents=True)


def _day(found: ExpenditureRow) -> str:
    return formats.day(found.document_date, missing=tr("date not known"))


class ExpendituresTab(BudgetTab):
    """A click shows the form, kept as one types; Delete takes away, Ctrl+Z brings back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("budget.expenditures")
        self.facts: BudgetFacts | None = None
        self._rows: tuple[ExpenditureRow, ...] = ()
        self._line_id = ""
        self._later = ""
        self._form_for = ""
        self.keeper = Keeper(desk, _VERBS, self)
        self.keeper.gone.connect(self._on_gone)
        self.form: FormEditor | None = None
        self.pills = Pills("budget.expenditures.filters")
        self.pills.chosen.connect(self._on_pill)
        self.table = self._make_table()
        self._line: QHBoxLayout = row(self, space=0)
        left = QWidget()
        inside = column(left, space=0)
        bar = row(margins=(6, 2, 6, 0))
        bar.addWidget(self.pills, 1)
        bar.addWidget(
            button(
                tr("Import …"),
                icon_name="upload",
                small=True,
                name="budget.expenditures.import",
                clicked=self._on_import,
            )
        )
        inside.addLayout(bar)
        inside.addWidget(self.table, 1)
        self._line.addWidget(left, 1)
        self._border = hairline(vertical=True)
        self._line.addWidget(self._border)
        self.panel = self._make_panel()
        self._line.addWidget(self.panel)
        self.drawer = Drawer(self, title=tr("Expenditure"), width="panel", name="budget.expenditures.drawer")
        self._in_drawer = False
        self._show_form(None)

    def _make_table(self) -> ListTable:
        first = button(
            tr("New expenditure"), "primary", icon_name="plus", name="budget.expenditures.empty", clicked=self.new
        )
        second = button(
            tr("Import …"), icon_name="upload", name="budget.expenditures.empty.import", clicked=self._on_import
        )
        table = ListTable(
            (
                Column("document_date", tr("Date"), 106, "date", show=_day, align="left"),
                Column("supplier", tr("Supplier"), kind="bold", value=lambda r: r.supplier or tr("not named")),
                Column("description", tr("What for"), kind="muted"),
                Column("line_code", tr("Line"), 74, tip=_line, sort_key=lambda r: code_key(r.line_code)),
                Column("gross_minor", tr("Gross"), 122, "money", show=_gross),
                Column("budget_minor", tr("In the budget"), 100, "money", show=_budget),
                Column("state", tr("State"), 112, "chip", value=expenditure_state),
                Column("document_no", tr("Document no."), 120, visible=False),
                Column("paid_on", tr("Paid on"), 110, "date", visible=False),
                Column("activity", tr("Visit or training"), 130, visible=False),
                Column("rate", tr("Rate"), 110, visible=False, value=self._rate),
            ),
            name="list.expenditures",
            title=tr("Expenditures"),
            hint=tr("Filter expenditures"),
            empty=EmptyState(
                "receipt",
                tr("No expenditures yet"),
                tr("Orders and invoices, each on its line. Other currencies are converted by the rates."),
                buttons=(first, second),
            ),
            count=lambda n: trn("{n} expenditure", "{n} expenditures", n),
        )
        table.selected.connect(self._on_selected)
        table.opened.connect(self._on_opened)
        table.delete_wanted.connect(self._on_delete)
        table.restore_layout(self.desk.settings.get("list.expenditures", {}))
        table.layout_changed.connect(self._on_layout)
        entries: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("check", tr("Mark as paid today"), self._on_paid),
            ("trash-2", tr("Delete"), self._on_delete_chosen),
        )
        table.set_menu(menu_actions(self, entries))
        return table

    def _make_panel(self) -> QWidget:
        holder = Scroll(space=3, margins=(5, 4, 5, 5))
        holder.setObjectName("budget.expenditure.panel")
        head = row(space=2)
        self._title = label("", "section", wrap=True, name="budget.expenditure.title")
        self._chip = Chip(State(""))
        head.addWidget(self._title, 1)
        head.addWidget(self._chip)
        holder.body.addLayout(head)
        self._rate_note = label("", "second", wrap=True)
        holder.body.addWidget(self._rate_note)
        self._form_place = column(space=0)
        holder.body.addLayout(self._form_place)
        ways = row(space=2)
        self._paid = button(
            tr("Paid today"), small=True, icon_name="check", name="budget.expenditure.paid", clicked=self._on_paid
        )
        self._remove = button(
            tr("Delete"), "link", icon_name="trash-2", name="budget.expenditure.delete", clicked=self._on_delete_chosen
        )
        ways.addWidget(self._paid)
        ways.addWidget(self._remove)
        ways.addStretch(1)
        holder.body.addLayout(ways)
        holder.body.addStretch(1)
        return holder

    # what is shown --------------------------------------------------------------------------------------------
    def show_budget(self, facts: BudgetFacts) -> None:
        if self.facts is not None and self.facts.programme_id != facts.programme_id:
            self._line_id = ""
            self._show_form(None)
        self.facts = facts
        with self.desk.context.read() as view:
            self._rows = expenditures.list_rows(view, facts.programme_id)
        self.table.set_rows(self._rows)
        self._tell_pills()
        self.counted.emit(len(self._rows))
        if self._later and self.table.select(self._later):
            self._later = ""
        chosen = self.table.selected_rows()
        self._show_head(chosen[0] if len(chosen) == 1 else None)

    def _tell_pills(self, chosen: str = "") -> None:
        counts = {key: len([r for r in self._rows if keep is None or keep(r)]) for key, (_, keep) in _SAVED.items()}
        pills: list[tuple[str, str, int | None]] = [
            (key, tr(words), counts[key])
            for key, (words, _) in _SAVED.items()
            if key in ("all", "ordered", "paid") or counts[key]
        ]
        current = chosen or self.pills.current()
        if self._line_id:
            found = next((r for r in self._rows if r.line_id == self._line_id), None)
            number = sum(r.line_id == self._line_id for r in self._rows)
            if found is not None:
                pills.append(("line", tr("Line {code}", code=found.line_code), number))
        self.pills.set_pills(pills, current or "all")
        self._filter(self.pills.current())

    def _filter(self, key: str) -> None:
        self.table.set_keep(self._of_line if key == "line" else _SAVED.get(key, ("", None))[1])

    def _of_line(self, found: ExpenditureRow) -> bool:
        return found.line_id == self._line_id

    def show_line(self, line_id: str) -> None:
        """Show what was spent on one line only."""
        self._line_id = line_id
        self._tell_pills("line")

    def open_record(self, ident: str) -> None:
        if not self.table.select(ident):
            self.table.set_keep(None)
            self._later = "" if self.table.select(ident) else ident

    def changes(self, change_set: ChangeSet) -> None:
        self.keeper.changes(change_set)

    def may_leave(self) -> bool:
        return self.keeper.may_leave()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "action.record.delete": self._on_delete_chosen,
            "action.record.edit": self._on_edit,
            "action.export.list": self.export,
            "action.import.expenditures": self._on_import,
            "action.edit.filter": self.table.filter_box.setFocus,
            "action.edit.copy": self.table.view.copy_rows,
            "action.edit.select_all": self.table.view.selectAll,
        }

    def _rate(self, found: ExpenditureRow) -> str:
        return rate_words(found, self.facts.currency) if self.facts is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = wants_drawer(self)
        self.panel.setMinimumWidth(0 if narrow else theme().width("detail"))
        self.panel.setMaximumWidth(16_777_215 if narrow else theme().width("detail"))
        if narrow != self._in_drawer:
            self._in_drawer = narrow
            if narrow:
                self.drawer.body.addWidget(self.panel)
            else:
                self.drawer.close_drawer()
                self._line.addWidget(self.panel)
            self.panel.show()
            self._border.setVisible(not narrow)

    # the form -------------------------------------------------------------------------------------------------
    def _show_form(self, found: ExpenditureRow | None) -> None:
        self._show_head(found)
        if found is None or self.facts is None:
            if self.form is not None:
                self.form.hide()
            return
        if self.form is None or self._form_for != self.facts.programme_id:
            self._make_form(self.facts)
        if self.form is not None and self.keeper.show(found.id):
            self._sums.read(self.keeper.base)
            self.form.show()

    def _make_form(self, facts: BudgetFacts) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.keeper.deleteLater()
            self.keeper = Keeper(self.desk, _VERBS, self)
            self.keeper.gone.connect(self._on_gone)
        self._form_for = facts.programme_id
        self.form = FormEditor(self._sections(facts), name="expenditure")
        self._sums = SumsLinked(self.form)
        self.keeper.add_form(self.form)
        self._form_place.addWidget(self.form)

    def _sections(self, facts: BudgetFacts) -> Any:
        lines, activities = line_choices(self.desk, facts.programme_id), activity_choices(self.desk, facts.programme_id)
        return expenditure_sections(facts.currency, lines, activities)

    def _show_head(self, found: ExpenditureRow | None) -> None:
        for part in (self._chip, self._rate_note, self._paid, self._remove):
            part.setVisible(found is not None)
        if found is None or self.facts is None:
            self._title.setText(tr("Choose an expenditure to change it."))
            return
        self._title.setText(found.supplier or found.description or tr("Expenditure"))
        self._chip.set_state(expenditure_state(found))
        self._paid.setVisible(not _is_paid(found))
        known = f"{_budget(found)} {self.facts.currency}" if not found.rate_missing else tr("not known")
        rate = rate_words(found, self.facts.currency)
        self._rate_note.setText(tr("In the budget: {sum}. Rate: {rate}.", sum=known, rate=rate))

    # writing --------------------------------------------------------------------------------------------------
    def new(self) -> None:
        """Ask for a new expenditure."""
        if self.facts is None:
            return
        facts = self.facts
        line_id = self._line_id if self.pills.current() == "line" else ""
        draft = ExpenditureDraft(facts.programme_id, line_id, currency=facts.currency, document_date=self.desk.today())
        dialog = DraftDialog(
            self,
            tr("New expenditure"),
            self._sections(facts),
            draft,
            name="dialog.expenditure",
            accept=tr("Add"),
            check=expenditures.check,
            commit=Commit(self.desk, N_("Add expenditure"), expenditures.create),
        )
        linked = SumsLinked(dialog.editor)
        linked.read(draft)
        self._linked = linked
        dialog.committed.connect(self.open_record)
        dialog.open()

    def _on_paid(self) -> None:
        rows = [found for found in self.table.selected_rows() if not _is_paid(found)]
        idents, today = [found.id for found in rows], self.desk.today()

        def pay(work: Any) -> None:
            for ident in idents:
                expenditures.set_paid(work, ident, today)

        if idents and self.keeper.may_leave():
            said = trn("{n} expenditure is paid.", "{n} expenditures are paid.", len(idents))
            write(self.desk, N_("Mark as paid"), pay, said=said, undo=True)

    def _on_delete(self, rows: Sequence[ExpenditureRow]) -> None:
        idents = [found.id for found in rows]

        said = trn("{n} expenditure deleted.", "{n} expenditures deleted.", len(idents))
        write(self.desk, N_("Delete expenditure"), each(expenditures.delete, idents), said=said, undo=True)

    def _on_import(self) -> None:
        start_import(self.desk, "import.expenditures", self.facts.programme_id if self.facts is not None else "")

    def export(self) -> None:
        """The list to a workbook or CSV."""
        name = f"{self.facts.code} {tr('Expenditures')}" if self.facts else tr("Expenditures")
        ListExport(self.desk, self.table, name, self).open()

    # slots ----------------------------------------------------------------------------------------------------
    def _on_pill(self, key: str) -> None:
        self._filter(key)

    def _on_selected(self, rows: Sequence[ExpenditureRow]) -> None:
        if len(rows) == 1 and rows[0].id != self.keeper.ident and not self.keeper.may_leave():
            self.table.select(self.keeper.ident)
            return
        self._show_form(rows[0] if len(rows) == 1 else None)

    def _on_opened(self, _found: object) -> None:
        self._on_edit()

    def _on_edit(self) -> None:
        if self._in_drawer:
            self.drawer.open_drawer()
        if self.form is not None and self.form.isVisible():
            self.form.focus_first()

    def _on_gone(self) -> None:
        self._show_form(None)

    def _on_delete_chosen(self) -> None:
        rows = self.table.selected_rows()
        if rows:
            self._on_delete(rows)

    def _on_layout(self) -> None:
        self.desk.settings.put("list.expenditures", self.table.layout_state())
