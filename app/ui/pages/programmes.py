"""The section Programmes: the list, and the page of one programme."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.core.i18n import N_, tr, trn
from app.core.vocabulary import ProgrammeStatus
from app.services import programmes
from app.services.programmes import ProgrammeDraft, ProgrammeRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import programme
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.programme import period_words
from app.ui.editors.record_view import RecordView
from app.ui.editors.section_page import ListView, SectionPage
from app.ui.editors.states import programme_state
from app.ui.editors.writing import each, write
from app.ui.page import Place, PrimaryAction
from app.ui.pages.partnerships_list import NewPartnershipDialog
from app.ui.pages.programmes_record import ProgrammeView
from app.ui.widgets.buttons import button, counted_pills
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState


def _state(row: ProgrammeRow) -> State:
    return programme_state(row.status)


def _period(row: ProgrammeRow) -> str:
    return period_words(row.start, row.end)


def _period_order(row: ProgrammeRow) -> str | None:
    return str(row.start.first) if row.start.known else None


def _planned(row: ProgrammeRow) -> str:
    return formats.money(row.planned_minor, row.currency, cents=False) if row.planned_minor else tr("none yet")


def _planned_order(row: ProgrammeRow) -> int | None:
    return row.planned_minor or None


def _used(row: ProgrammeRow) -> tuple[float, float]:
    if not row.planned_minor:
        return 0.0, 0.0
    return row.paid_minor / row.planned_minor, row.committed_minor / row.planned_minor


def _used_words(row: ProgrammeRow) -> str:
    return formats.percent(_used(row)[0]) if row.planned_minor else ""


def _used_order(row: ProgrammeRow) -> float | None:
    return _used(row)[0] if row.planned_minor else None


def _funders(row: ProgrammeRow) -> str:
    return row.funders or tr("not stated")


def _running(row: ProgrammeRow) -> bool:
    return row.status is ProgrammeStatus.RUNNING


def _prepared(row: ProgrammeRow) -> bool:
    return row.status is ProgrammeStatus.PREPARED


def _closed(row: ProgrammeRow) -> bool:
    return row.status is ProgrammeStatus.CLOSED


_KEEP: dict[str, Callable[[ProgrammeRow], bool] | None] = {
    "all": None,
    "running": _running,
    "prepared": _prepared,
    "closed": _closed,
}


def _words(n: int) -> str:
    return trn("{n} programme", "{n} programmes", n)


class ProgrammesPage(SectionPage):
    """All programmes; with one chosen, that one."""

    section = "programmes"
    tables = (
        "programme",
        "programme_party",
        "partnership",
        "activity",
        "participation",
        "budget_line",
        "expenditure",
        "organisation",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, ListView(desk, tr("Programmes"), "programmes", self._make_table()))
        self.listing.pills.chosen.connect(self._on_pill)
        self._all = button(tr("Show all programmes"), "link", name="programmes.show_all", clicked=self._on_all)
        self.listing.table.bar.addWidget(self._all)

    def _make_table(self) -> ListTable:
        columns = (
            Column("code", tr("Code"), 120, kind="muted"),
            Column("title", tr("Title"), kind="bold"),
            Column("period", tr("Period"), 230, kind="muted", value=_period, sort_key=_period_order),
            Column("status", tr("Status"), 130, kind="chip", value=_state),
            Column("partnerships", tr("Partnerships"), 105, kind="number", spare=True),
            Column("activities", tr("Activities"), 85, kind="number", spare=True),
            Column("people", tr("People"), 75, kind="number"),
            Column("planned", tr("Budget"), 130, kind="number", value=_planned, sort_key=_planned_order),
            Column("used", tr("Paid"), 90, "bar", value=_used, show=_used_words, sort_key=_used_order, spare=True),
            Column("funders", tr("Funder"), 200, show=_funders, visible=False),
            Column("implementers", tr("Implementer"), 200, visible=False),
            Column("currency", tr("Currency"), 80, visible=False),
        )
        empty = EmptyState(
            "folder-kanban",
            tr("No programmes yet"),
            tr("A programme is the root of everything: its period, its money, its partnerships."),
            buttons=(button(tr("New programme"), icon_name="plus", name="programmes.empty.new", clicked=self.new),),
        )
        return ListTable(
            columns,
            name="list.programmes",
            title=tr("Programmes"),
            hint=tr("Filter by title, code, theme, funder"),
            empty=empty,
            count=_words,
        )

    def read_rows(self) -> Sequence[ProgrammeRow]:
        with self.desk.context.read() as view:
            rows = programmes.list_rows(view)
        chosen = self.desk.programme_id
        return [row for row in rows if row.id == chosen] if chosen else rows

    def tell_list(self, rows: Sequence[Any]) -> None:
        self._all.setVisible(bool(self.desk.programme_id))
        partnerships = sum(row.partnerships for row in rows)
        words = trn("{n} partnership", "{n} partnerships", partnerships)
        self.listing.head.set_facts([_words(len(rows)), words])
        names = {
            "all": tr("All"),
            "running": tr("Running"),
            "prepared": tr("In preparation"),
            "closed": tr("Closed"),
        }
        self.listing.pills.set_pills(counted_pills(names, _KEEP, rows), self.listing.pills.current())

    def make_record(self) -> RecordView:
        return ProgrammeView(self.desk, self.book)

    def record_name(self) -> str:
        return self.record.name() if isinstance(self.record, ProgrammeView) else ""

    def primary_action(self) -> PrimaryAction | None:
        if self.at_list():
            return PrimaryAction(tr("New programme"), self.new, "action.programme.new")
        return PrimaryAction(tr("New partnership"), self.new_partnership, "action.partnership.new")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            **super().handlers(),
            "action.programme.new": self.new,
            "action.partnership.new": self.new_partnership,
        }

    def _on_pill(self, key: str) -> None:
        self.listing.table.set_keep(_KEEP[key])

    def _on_all(self) -> None:
        self.desk.set_programme("")

    def new(self) -> None:
        dialog = DraftDialog(
            self,
            tr("New programme"),
            programme.new_sections(),
            ProgrammeDraft(),
            name="dialog.programme.new",
            accept=tr("Add programme"),
            check=programmes.check,
            commit=Commit(self.desk, N_("New programme"), programmes.create),
        )
        dialog.committed.connect(self.open_made)
        dialog.open()

    def new_partnership(self) -> None:
        """A partnership of the programme that is shown."""
        here = self.record.ident if self.record is not None and not self.at_list() else self.desk.programme_id
        dialog = NewPartnershipDialog(self, self.desk, self.book, here)
        dialog.committed.connect(self._on_partnership)
        dialog.open()

    def _on_partnership(self, ident: str) -> None:
        self.desk.go(Place("partnerships", ident))

    def delete(self, idents: Sequence[str]) -> None:
        if not idents:
            return

        said = trn(
            "{n} programme was deleted with all that belongs to it.", "{n} programmes were deleted.", len(idents)
        )
        write(self.desk, N_("Delete programmes"), each(programmes.delete, idents), said=said, undo=True)
