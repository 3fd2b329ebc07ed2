"""The short lists of the budget: rates, sources, movements. Added and changed in a dialog, deleted with Undo."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.changes import ChangeSet
from app.core.errors import NotFound, Problem
from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.list_export import ListExport
from app.ui.editors.writing import each, write
from app.ui.form import Section
from app.ui.pages.budget_facts import BudgetFacts, BudgetTab
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_actions
from app.ui.widgets.messages_view import EmptyState


@dataclass(frozen=True, slots=True)
class MoneyVerbs:
    """The verbs of a kind; unit titles are message ids marked with ``N_``."""

    load: Callable[[Any, str], Any]
    check: Callable[[Any], Sequence[Problem]]
    create: Callable[[Any, Any], str]
    save: Callable[[Any, str, Any], None]
    delete: Callable[[Any, str], None]
    units: tuple[str, str, str]
    kind: str


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """What a list is called and says, translated."""

    title: str
    add: str
    change: str
    deleted: str
    hint: str
    icon: str
    empty: tuple[str, str]
    note: str = ""
    count: Callable[[int], str] | None = field(default=None)


class MoneyList(BudgetTab):
    """Subclasses give columns, words, verbs, the form, a fresh draft and the rows."""

    verbs: MoneyVerbs
    name = ""

    def __init__(self, desk: Desk, words: MoneyWords, columns: Sequence[Column]) -> None:
        super().__init__()
        self.desk = desk
        self.words = words
        self.setObjectName(f"budget.{self.name}")
        self.facts: BudgetFacts | None = None
        self._later = ""
        first = button(words.add, icon_name="plus", name=f"budget.{self.name}.empty.add", clicked=self.new)
        self.table = ListTable(
            columns,
            name=f"list.{self.name}",
            title=words.title,
            hint=words.hint,
            empty=EmptyState(words.icon, *words.empty, buttons=(first,)),
            count=words.count,
        )
        self.table.bar.addWidget(button(words.add, icon_name="plus", name=f"budget.{self.name}.add", clicked=self.new))
        self.table.opened.connect(self._on_opened)
        self.table.delete_wanted.connect(self._on_delete)
        self.table.restore_layout(desk.settings.get(f"list.{self.name}", {}))
        self.table.layout_changed.connect(self._on_layout)
        body = column(self, space=0)
        if words.note:
            told = row(margins=(6, 3, 6, 0))
            told.addWidget(label(words.note, "second", wrap=True))
            body.addLayout(told)
        self.above = column(space=0)
        body.addLayout(self.above)
        body.addWidget(self.table, 1)
        self._make_menu()

    def _make_menu(self) -> None:
        entries = (("pencil", tr("Change"), self._on_open_chosen), ("trash-2", tr("Delete"), self._on_delete_chosen))
        self.table.set_menu(menu_actions(self, entries))

    # for subclasses -------------------------------------------------------------------------------------------
    @abstractmethod
    def rows(self, facts: BudgetFacts) -> Sequence[Any]:
        """The rows of a budget."""

    @abstractmethod
    def sections(self, facts: BudgetFacts) -> tuple[Section, ...]:
        """The form of one record."""

    @abstractmethod
    def fresh(self, facts: BudgetFacts) -> Any:
        """A new draft."""

    def ready(self, dialog: DraftDialog, draft: Any) -> None:
        """Prepare a dialog's fields before it opens."""

    # what is shown --------------------------------------------------------------------------------------------
    def show_budget(self, facts: BudgetFacts) -> None:
        self.facts = facts
        rows = self.rows(facts)
        self.table.set_rows(rows)
        self.counted.emit(len(rows))
        if self._later and self.table.select(self._later):
            self._later = ""

    def open_record(self, ident: str) -> None:
        if not self.table.select(ident):
            self._later = ident

    def changes(self, change_set: ChangeSet) -> None:
        if self.facts is not None and change_set.touches(self.verbs.kind):
            self.show_budget(self.facts)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "action.record.edit": self._on_open_chosen,
            "action.record.open": self._on_open_chosen,
            "action.record.delete": self._on_delete_chosen,
            "action.export.list": self.export,
            "action.edit.filter": self.table.filter_box.setFocus,
            "action.edit.copy": self.table.view.copy_rows,
            "action.edit.select_all": self.table.view.selectAll,
        }

    def export(self) -> None:
        """The list to a workbook or CSV."""
        code = self.facts.code if self.facts else ""
        ListExport(self.desk, self.table, f"{code} {self.words.title}".strip(), self).open()

    # writing --------------------------------------------------------------------------------------------------
    def new(self) -> None:
        """Ask for a new record."""
        if self.facts is not None:
            self.ask(self.fresh(self.facts), "")

    def ask(self, draft: Any, ident: str) -> None:
        """Open the form of a record; an empty id makes a new one."""
        if self.facts is None:
            return
        verbs = self.verbs

        def keep(work: Any, made: Any) -> str:
            if ident:
                verbs.save(work, ident, made)
                return ident
            return verbs.create(work, made)

        dialog = DraftDialog(
            self,
            self.words.change if ident else self.words.add,
            self.sections(self.facts),
            draft,
            name=f"dialog.{self.verbs.kind}",
            accept=tr("Keep") if ident else tr("Add"),
            check=verbs.check,
            commit=Commit(self.desk, verbs.units[1] if ident else verbs.units[0], keep),
        )
        self.ready(dialog, draft)
        dialog.committed.connect(self.open_record)
        dialog.open()

    def _on_opened(self, chosen: Any) -> None:
        try:
            with self.desk.context.read() as view:
                draft = self.verbs.load(view, chosen.id)
        except NotFound as error:
            self.desk.say_error(error)
            return
        self.ask(draft, chosen.id)

    def _on_open_chosen(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self._on_opened(chosen)

    def _on_delete_chosen(self) -> None:
        rows = self.table.selected_rows()
        if rows:
            self._on_delete(rows)

    def _on_delete(self, rows: Sequence[Any]) -> None:
        idents, verbs = [chosen.id for chosen in rows], self.verbs

        write(self.desk, verbs.units[2], each(verbs.delete, idents), said=self.words.deleted, undo=True)

    def _on_layout(self) -> None:
        self.desk.settings.put(f"list.{self.name}", self.table.layout_state())
