"""The tab Lines: headings and lines as a table that folds, the total below, the selected line beside it."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import N_, tr, trn
from app.services import budgets, reallocations
from app.services.budget_figures import BudgetFigure
from app.services.budgets import BudgetLineDraft
from app.services.reallocations import ReallocationDraft
from app.ui.desk import Desk
from app.ui.editors.budget_line import new_line_sections
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.list_export import ListExport
from app.ui.editors.money_choices import line_choices
from app.ui.editors.reallocation import ReallocationDialog
from app.ui.editors.writing import each, write
from app.ui.pages.budget_facts import BudgetFacts, BudgetTab
from app.ui.pages.budget_line_panel import LinePanel
from app.ui.pages.budget_tree import FigureTable, TotalRow, total_figure
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.menu_actions import menu_actions
from app.ui.widgets.messages_view import EmptyState
from app.ui.widgets.overlay import Drawer, wants_drawer


class LinesTab(BudgetTab):
    """``spent_wanted(line)`` leads to the expenditures of a line."""

    spent_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("budget.lines")
        self._facts: BudgetFacts | None = None
        self._later = ""
        self.table = FigureTable(self._empty())
        self.total = TotalRow(self.table, self.table.delegate)
        self.panel = LinePanel(desk)
        self._line: QHBoxLayout = row(self, space=0)
        left = QWidget()
        inside = column(left, space=0)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.total)
        inside.addWidget(self._foot())
        self._line.addWidget(left, 1)
        self._border = hairline(vertical=True)
        self._line.addWidget(self._border)
        self._line.addWidget(self.panel)
        self.drawer = Drawer(self, title=tr("Budget line"), name="budget.drawer")
        self._in_drawer = False
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_opened)
        self.table.delete_wanted.connect(self.delete)
        self.panel.delete_wanted.connect(self.delete)
        self.panel.reallocate_wanted.connect(self.reallocate)
        self.panel.expenditures_wanted.connect(self.spent_wanted)
        self._make_menu()

    def _empty(self) -> EmptyState:
        self._first = button(tr("Add a line"), name="budget.empty.add", clicked=self.add_line)
        self._template = button(
            tr("Use the headings of EU Annex III"), "primary", name="budget.empty.template", clicked=self.add_template
        )
        return EmptyState(
            "wallet",
            tr("This programme has no budget yet"),
            tr("Headings 1 to 6 with their usual lines come with one click; units and rates are typed after."),
            buttons=(self._template, self._first),
            name="budget.empty",
        )

    def _foot(self) -> QWidget:
        holder = QWidget()
        line = row(holder, space=2, margins=(5, 1, 5, 1))
        line.addWidget(button(tr("Add a line"), "link", icon_name="plus", name="budget.add", clicked=self.add_line))
        self._template_link = button(
            tr("Add headings of EU Annex III"), "link", icon_name="list-plus", name="budget.template"
        )
        self._template_link.clicked.connect(self.add_template)
        line.addWidget(self._template_link)
        self._fold_link = button(tr("Fold all"), "link", icon_name="list-tree", name="budget.fold")
        self._fold_link.clicked.connect(self._on_fold)
        line.addWidget(self._fold_link)
        self._details_link = button(
            tr("Details"), "link", icon_name="panel-right-open", name="budget.details", clicked=self._on_details
        )
        self._details_link.hide()
        line.addWidget(self._details_link)
        line.addStretch(1)
        self._count = label("", "second", name="budget.count")
        line.addWidget(self._count)
        self._foot_line = holder
        return holder

    def _make_menu(self) -> None:
        entries: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("pencil", tr("Change"), self.panel.open_form),
            ("plus", tr("Add a line below"), self.add_below),
            ("arrow-down-up", tr("Reallocate …"), self._on_reallocate_chosen),
            ("trash-2", tr("Delete"), self._on_delete_chosen),
        )
        self.table.set_menu(menu_actions(self, entries))

    # what is shown --------------------------------------------------------------------------------------------
    def show_budget(self, facts: BudgetFacts) -> None:
        other = self._facts is None or self._facts.programme_id != facts.programme_id
        self._facts = facts
        self.panel.show_budget(facts)
        self.table.show_table(facts.table)
        figure = total_figure(facts.table)
        self.total.show_total(figure)
        full = bool(facts.table.figures)
        for part in (self.total, self._foot_line, self.panel):
            part.setVisible(full)
        self._border.setVisible(full and not self._in_drawer)
        present = {row.code for row in facts.table.figures}
        self._template_link.setVisible(any(code not in present for code, _, _ in budgets.EU_ANNEX_III))
        lines = sum(not row.heading for row in facts.table.figures)
        self._count.setText(trn("{n} line", "{n} lines", lines))
        if self._later and self.table.select(self._later):
            self._later = ""
        chosen = self.table.selected_rows()
        if other and not chosen:
            self._select_first(facts)
        elif chosen:
            self.panel.show_line(chosen[0])
        else:
            self.panel.show_line(None)

    def _select_first(self, facts: BudgetFacts) -> None:
        """The line that needs somebody most: over, then close, then the first."""
        lines = [figure for figure in facts.table.figures if not figure.heading] or list(facts.table.figures)
        if lines:
            worst = max(lines, key=lambda figure: (figure.sums.balance < 0, -figure.sums.balance))
            self.table.select(worst.id if worst.sums.balance < 0 else lines[0].id)

    def open_record(self, ident: str) -> None:
        figure = next((row for row in self._facts.table.figures if row.id == ident), None) if self._facts else None
        if figure is None:
            self._later = ident
            return
        for code in budgets.headings_of(figure.code):
            self.table.fold(code, False)
        self.table.select(ident)

    def changes(self, change_set: ChangeSet) -> None:
        self.panel.keeper.changes(change_set)

    def may_leave(self) -> bool:
        return self.panel.keeper.may_leave()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "action.record.edit": self._on_edit,
            "action.record.delete": self._on_delete_chosen,
            "action.export.list": self.export,
            "action.edit.copy": self.table.view.copy_rows,
            "action.edit.select_all": self.table.view.selectAll,
        }

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = wants_drawer(self)
        self.panel.setFixedWidth(theme().width("detail")) if not narrow else self.panel.setMaximumWidth(16_777_215)
        if narrow != self._in_drawer:
            self._in_drawer = narrow
            self._details_link.setVisible(narrow)
            if narrow:
                self.panel.setMinimumWidth(0)
                self.drawer.body.addWidget(self.panel)
            else:
                self.drawer.close_drawer()
                self._line.addWidget(self.panel)
            self.panel.show()
            self._border.setVisible(not narrow)

    # writing --------------------------------------------------------------------------------------------------
    def add_line(self) -> None:
        """Ask for a new line or heading."""
        self._ask_line(BudgetLineDraft(programme_id=self._facts.programme_id if self._facts else ""))

    def add_below(self) -> None:
        """Ask for a line below the selected heading, its next code typed already."""
        chosen = self.table.current()
        if self._facts is None or chosen is None:
            self.add_line()
            return
        above = chosen.code if chosen.heading else chosen.code.rpartition(".")[0]
        taken = {figure.code for figure in self._facts.table.figures}
        number = next(n for n in range(1, 1000) if f"{above}.{n}" not in taken) if above else 1
        self._ask_line(BudgetLineDraft(self._facts.programme_id, f"{above}.{number}" if above else ""))

    def _ask_line(self, draft: BudgetLineDraft) -> None:
        if self._facts is None:
            return
        dialog = DraftDialog(
            self,
            tr("Add a line"),
            new_line_sections(self._facts.currency),
            draft,
            name="dialog.budget_line",
            accept=tr("Add"),
            check=budgets.check,
            commit=Commit(self.desk, N_("Add budget line"), budgets.create),
        )
        dialog.committed.connect(self._on_made)
        dialog.open()

    def _on_made(self, ident: str) -> None:
        self._later = "" if self.table.select(ident) else ident

    def add_template(self) -> None:
        """Add the headings and lines of EU Annex III that are not there yet."""
        if self._facts is not None:
            ident = self._facts.programme_id
            write(
                self.desk,
                N_("Add budget template"),
                lambda work: budgets.add_template(work, ident),
                done=self._on_template,
            )

    def _on_template(self, count: int) -> None:
        self.desk.say(
            trn("{n} line was added.", "{n} lines were added.", count),
            tr("Type units and rates; delete what is not needed."),
        )

    def delete(self, rows: Sequence[BudgetFigure]) -> None:
        """Delete lines; a heading goes alone, its lines stay."""
        idents = [figure.id for figure in rows]

        said = trn("{n} line deleted.", "{n} lines deleted.", len(idents))
        write(self.desk, N_("Delete budget line"), each(budgets.delete, idents), said=said, undo=True)

    def reallocate(self, draft: ReallocationDraft) -> None:
        """Ask for a movement of money."""
        if self._facts is None:
            return
        lines = line_choices(self.desk, self._facts.programme_id)
        dialog = ReallocationDialog(self, self.desk, self._facts.currency, lines, draft)
        dialog.committed.connect(self._on_reallocated)
        dialog.open()

    def _on_reallocated(self, ident: str) -> None:
        with self.desk.context.read() as view:
            draft = reallocations.load(view, ident)
        self._on_made(draft.to_line_id)

    def export(self) -> None:
        """The table to a workbook or CSV."""
        name = f"{self._facts.code} {tr('Budget')}" if self._facts else tr("Budget")
        ListExport(self.desk, self.table, name, self).open()

    # slots ----------------------------------------------------------------------------------------------------
    def _on_selected(self, rows: Sequence[BudgetFigure]) -> None:
        self.panel.show_line(rows[0] if len(rows) == 1 else None)

    def _on_opened(self, _row: object) -> None:
        self._on_edit()

    def _on_details(self) -> None:
        """In a narrow window what stands beside the table comes over it."""
        self.drawer.open_drawer()

    def _on_edit(self) -> None:
        if self._in_drawer:
            self.drawer.open_drawer()
        self.panel.open_form()

    def _on_reallocate_chosen(self) -> None:
        chosen = self.table.current()
        if chosen is not None and self._facts is not None and not chosen.heading:
            self.reallocate(ReallocationDraft(self._facts.programme_id, chosen.id, "", 0, self.desk.today()))

    def _on_delete_chosen(self) -> None:
        rows = self.table.selected_rows()
        if rows:
            self.delete(rows)

    def _on_fold(self) -> None:
        if self._facts is None:
            return
        codes = [figure.code for figure in self._facts.table.figures if figure.heading and not figure.level]
        self.table.fold_all([] if self.table.folded else codes)
        self._fold_link.setText(" " + (tr("Unfold all") if self.table.folded else tr("Fold all")))
