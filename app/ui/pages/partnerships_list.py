"""The list of partnerships: the section's own, and the tab of a programme."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.core.i18n import N_, tr, trn
from app.core.vocabulary import PartnershipStatus
from app.services import partnerships, programmes
from app.services.partnerships import PartnershipRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import partnership
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.countries import country_words
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.programme import period_words
from app.ui.editors.record_view import Tab
from app.ui.editors.states import partnership_state
from app.ui.editors.writing import write
from app.ui.page import Place
from app.ui.widgets.boxes import column
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState

TABLES = (
    "partnership",
    "partnership_member",
    "agreement",
    "need",
    "organisation",
    "activity",
    "deliverable",
    "phase",
    "programme",
)


def _state(row: PartnershipRow) -> State:
    return partnership_state(row.status)


def _countries(row: PartnershipRow) -> str:
    return ", ".join(country_words(code) for code in row.countries) or tr("not known")


def _agreement(row: PartnershipRow) -> str:
    if not row.signed:
        return tr("none yet")
    return formats.partial(row.signed_on, missing=tr("signed, date not known"))


def _agreement_order(row: PartnershipRow) -> str | None:
    return str(row.signed_on.last or "9") if row.signed else None


def when_words(row: PartnershipRow) -> str:
    """The actual period, else the planned one."""
    if row.actual_start.known or row.actual_end.known:
        return period_words(row.actual_start, row.actual_end)
    if row.planned_start.known or row.planned_end.known:
        return tr("planned: {period}", period=period_words(row.planned_start, row.planned_end))
    return tr("period not known")


def _when_order(row: PartnershipRow) -> str | None:
    known = row.actual_start if row.actual_start.known else row.planned_start
    return str(known.first) if known.known else None


def _members(row: PartnershipRow) -> str:
    return row.members


def _themes(row: PartnershipRow) -> str:
    return ", ".join(row.themes) or tr("none stated")


def partnerships_words(n: int) -> str:
    """How many partnerships."""
    return trn("{n} partnership", "{n} partnerships", n)


def is_running(row: PartnershipRow) -> bool:
    """Whether it is agreed or active."""
    return row.status in (PartnershipStatus.AGREED, PartnershipStatus.ACTIVE)


def is_proposed(row: PartnershipRow) -> bool:
    """Whether it waits for an agreement."""
    return row.status in (PartnershipStatus.PROPOSED, PartnershipStatus.ON_HOLD)


def is_over(row: PartnershipRow) -> bool:
    """Whether it is closed or was replaced."""
    return row.status in (PartnershipStatus.CLOSED, PartnershipStatus.REPLACED)


def unsigned(row: PartnershipRow) -> bool:
    """Whether no agreement is on record."""
    return not row.signed


def make_table(name: str, new: Callable[[], object], *, with_programme: bool) -> ListTable:
    """The list of partnerships."""
    columns = (
        Column("title", tr("Partnership"), kind="bold", tip=_members),
        Column("programme_code", tr("Programme"), 120, visible=with_programme),
        Column("status", tr("State"), 120, kind="chip", value=_state),
        Column("countries", tr("Countries"), 170, value=_countries, spare=True),
        Column("when", tr("Period"), 220, kind="muted", value=when_words, sort_key=_when_order),
        Column(
            "signed", tr("Agreement"), 130, kind="date", value=_agreement, sort_key=_agreement_order, show=_agreement
        ),
        Column("needs", tr("Needs"), 70, kind="number", spare=True),
        Column("activities", tr("Activities"), 85, kind="number", spare=True),
        Column("deliverables", tr("Deliverables"), 126, kind="number"),
        Column("themes", tr("Themes"), 200, show=_themes, visible=False),
        Column("phase", tr("Phase"), 120, visible=False),
        Column("members", tr("Members"), 260, visible=False),
        Column("code", tr("Code"), 120, kind="muted", visible=False),
    )
    empty = EmptyState(
        "handshake",
        tr("No partnerships yet"),
        tr("Two or more towns, each with a role: who mentors, who learns, who shares as an equal."),
        buttons=(button(tr("New partnership"), icon_name="plus", name=f"{name}.empty.new", clicked=new),),
    )
    return ListTable(
        columns,
        name=f"list.{name}",
        title=tr("Partnerships"),
        hint=tr("Filter by town, theme, code"),
        empty=empty,
        count=partnerships_words,
    )


class NewPartnershipDialog(DraftDialog):
    """Two members and their roles; the title is made of their names, more members are added on the page."""

    def __init__(self, parent: QWidget, desk: Desk, book: NameBook, programme_id: str) -> None:
        with desk.context.read() as view:
            known = programmes.list_rows(view)
        chosen = programme_id or (known[0].id if len(known) == 1 else "")
        super().__init__(
            parent,
            tr("New partnership"),
            partnership.new_sections([(row.id, f"{row.code} · {row.title}") for row in known]),
            partnership.NewPartnership(programme_id=chosen),
            name="dialog.partnership.new",
            accept=tr("Add partnership"),
            check=_check,
            commit=Commit(desk, N_("New partnership"), _create),
        )
        links = Links(desk, book, {"first_id": "organisation", "second_id": "organisation"})
        links.ready(self.editor)


def _check(draft: partnership.NewPartnership) -> Any:
    return partnership.on_fields(partnerships.check(draft.partnership()))


def _create(work: Any, draft: partnership.NewPartnership) -> str:
    return partnerships.create(work, draft.partnership())


def delete(desk: Desk, idents: Sequence[str]) -> None:
    """Delete partnerships, with a way back."""
    if not idents:
        return

    def remove(work: Any) -> None:
        for ident in idents:
            partnerships.delete(work, ident)

    said = trn("{n} partnership was deleted.", "{n} partnerships were deleted.", len(idents))
    write(desk, N_("Delete partnerships"), remove, said=said, undo=True)


class PartnershipsTab(Tab):
    """The partnerships of a programme."""

    def __init__(self, desk: Desk, book: NameBook) -> None:
        super().__init__()
        self.desk = desk
        self._book = book
        self._ident = ""
        self.list = make_table("programme.partnerships", self._on_new, with_programme=False)
        self.list.bar.addWidget(
            button(tr("New partnership"), icon_name="plus", name="programme.partnerships.new", clicked=self._on_new)
        )
        self.list.opened.connect(self._on_opened)
        self.list.delete_wanted.connect(self._on_delete)
        column(self, space=0).addWidget(self.list)

    def show_record(self, ident: str) -> None:
        self._ident = ident
        with self.desk.context.read() as view:
            rows = partnerships.list_rows(view, ident)
        self.list.set_rows(rows)
        self.counted.emit(len(rows))

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches(*TABLES):
            self.show_record(self._ident)

    def _on_opened(self, row: PartnershipRow) -> None:
        self.desk.go(Place("partnerships", row.id))

    def _on_new(self) -> None:
        dialog = NewPartnershipDialog(self, self.desk, self._book, self._ident)
        dialog.committed.connect(self._on_made)
        dialog.open()

    def _on_made(self, ident: str) -> None:
        self.desk.go(Place("partnerships", ident))

    def _on_delete(self, rows: Sequence[PartnershipRow]) -> None:
        delete(self.desk, [row.id for row in rows])
