"""Deliverables: list and board by stage, saved filters, and the page of one deliverable."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.core.i18n import N_, tr, trn
from app.core.vocabulary import DeliverableKind, DeliverableStage
from app.core.vocabulary import label as word
from app.services import deliverable_stages, deliverables, programmes
from app.services.deliverables import DeliverableDraft, DeliverableRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.choosing import Links
from app.ui.editors.deliverable import kind_options, new_sections, stage_state
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.record_view import RecordView
from app.ui.editors.section_page import ListView, SectionPage
from app.ui.editors.writing import each, write
from app.ui.fields.choices import ComboBox
from app.ui.form import FieldSpec, Section
from app.ui.page import NEW, Place, PrimaryAction
from app.ui.pages.deliverables_board import Board
from app.ui.pages.deliverables_card import due_state
from app.ui.pages.deliverables_move import Mover
from app.ui.pages.deliverables_record import DeliverableView, partnership_choices
from app.ui.pages.import_start import start_import
from app.ui.widgets.buttons import Switch, button
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_actions
from app.ui.widgets.messages_view import EmptyState

_SHOWN = "deliverables.shown"


class DeliverableList(ListView):
    """The list and the board under the same filters; ``move_wanted(id, stage)`` comes from the board."""

    move_wanted = Signal(str, str)

    def __init__(self, desk: Desk, new: Callable[[], object]) -> None:
        self._desk = desk
        first = button(tr("New deliverable"), "primary", icon_name="plus", name="deliverables.empty.new", clicked=new)
        second = button(tr("Import …"), icon_name="upload", name="deliverables.empty.import", clicked=self._on_import)
        table = ListTable(
            self._columns(),
            name="list.deliverables",
            title=tr("Deliverables"),
            hint=tr("Filter deliverables"),
            empty=EmptyState(
                "file-check",
                tr("No deliverables yet"),
                tr("Strategic plans, analyses, applications: each goes from drafting to adoption, with its reviews."),
                buttons=(first, second),
            ),
            count=lambda n: trn("{n} deliverable", "{n} deliverables", n),
        )
        super().__init__(desk, tr("Deliverables"), "deliverables", table)
        self._rows: Sequence[DeliverableRow] = ()
        self._stage: DeliverableStage | None = None
        self.switch = Switch(
            [("list", tr("List")), ("board", tr("Board"))],
            current=desk.settings.get(_SHOWN, "list"),
            name="deliverables.switch",
            title=tr("List or board"),
        )
        self.switch.chosen.connect(self.show_as)
        self.head.add_action(
            button(tr("Import …"), icon_name="upload", name="deliverables.import", clicked=self._on_import)
        )
        self.head.add_action(self.switch)
        self.kinds = ComboBox()
        self.kinds.setObjectName("deliverables.kind")
        self.kinds.setAccessibleName(tr("Kind"))
        self.kinds.addItem(tr("All kinds"), "")
        for kind, words in kind_options():
            self.kinds.addItem(words, str(kind))
        self.kinds.currentIndexChanged.connect(self._on_kind)
        self._put_kinds()
        self.board = Board(desk)
        self.board.move_wanted.connect(self.move_wanted)
        self._both = QStackedWidget()
        layout = self.layout()
        assert layout is not None
        layout.removeWidget(table)
        self._both.addWidget(table)
        self._both.addWidget(self.board)
        layout.addWidget(self._both)
        self.pills.chosen.connect(self._on_pill)
        table.model.counts_changed.connect(self._on_counts)
        self.show_as(self.switch.current())

    def _on_import(self) -> None:
        start_import(self._desk, "import.deliverables", self._desk.programme_id)

    def _put_kinds(self) -> None:
        """Beside the saved filters, where they serve list and board."""
        layout = self.layout()
        item = layout.itemAt(1) if layout is not None else None
        bar = item.layout() if item is not None else None
        if bar is not None:
            bar.addWidget(self.kinds)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("code", tr("Code"), 112, "muted"),
            Column("title", tr("Title"), kind="bold"),
            Column("kind", tr("Kind"), 150, value=lambda r: tr(word(r.kind)), spare=True),
            Column("partnership", tr("Partnership"), 190, value=lambda r: r.partnership or r.owner or tr("none")),
            Column("stage", tr("Stage"), 190, "chip", value=lambda r: stage_state(r.stage), sort_key=_stage_order),
            Column("due", tr("Due"), 150, "chip", value=self._due, sort_key=lambda r: r.due.last),
            Column("version", tr("Version"), 80, value=lambda r: r.version or formats.DASH),
            Column("responsible", tr("Responsible"), 150, visible=False, value=lambda r: r.responsible or tr("nobody")),
            Column("reviews_waiting", tr("Reviews"), 80, "number", visible=False),
            Column("owner", tr("Owner"), 160, visible=False),
        )

    def _due(self, found: DeliverableRow) -> object:
        return due_state(found, self._desk.today())

    # filters --------------------------------------------------------------------------------------------------
    def show_rows(self, rows: Sequence[DeliverableRow], chosen: str = "") -> None:
        """Show the counts of the saved filters, and the board."""
        self._rows = rows
        counts = {key: sum(1 for found in rows if keep(found)) for key, keep in _SAVED.items()}
        words = {
            "all": tr("All"),
            "open": tr("Under way"),
            "soon": tr("Due in 30 days"),
            "overdue": tr("Overdue"),
            "review": tr("Waiting for review"),
            "done": tr("Done"),
        }
        pills: list[tuple[str, str, int | None]] = [(key, words[key], counts[key]) for key in _SAVED]
        if self._stage is not None:
            number = sum(found.stage is self._stage for found in rows)
            pills.append((f"stage.{self._stage}", tr(word(self._stage)), number))
        self.pills.set_pills(pills, chosen)
        self._filter()

    def choose(self, key: str) -> None:
        """Filter by a key: one of the saved filters, or ``stage.drafting``."""
        if key.startswith("stage."):
            self._stage = DeliverableStage(key.removeprefix("stage."))
        elif key not in _SAVED:
            return
        self.show_rows(self._rows, key)

    def _filter(self) -> None:
        key, kind = self.pills.current(), str(self.kinds.currentData() or "")
        stage = key.removeprefix("stage.") if key.startswith("stage.") else ""
        saved = _SAVED.get(key)

        def keep(found: DeliverableRow) -> bool:
            return (
                (not kind or found.kind == kind)
                and (not stage or found.stage == stage)
                and (saved is None or saved(found))
            )

        self.table.set_keep(keep)

    def show_as(self, key: str) -> None:
        """Show the list or the board."""
        self._desk.settings.put(_SHOWN, key)
        self.switch.set_current(key)
        self._both.setCurrentIndex(1 if key == "board" else 0)
        self._on_counts()

    def as_board(self) -> bool:
        """Whether the board is shown."""
        return self._both.currentIndex() == 1

    def _on_counts(self) -> None:
        if self.as_board():
            self.board.show_rows(self.table.model.shown_rows())

    def _on_pill(self, _key: str) -> None:
        self._filter()

    def _on_kind(self, _index: int) -> None:
        self._filter()


def _stage_order(found: DeliverableRow) -> int:
    return list(DeliverableStage).index(found.stage)


def _everything(_found: DeliverableRow) -> bool:
    return True


def _is_done(found: DeliverableRow) -> bool:
    return deliverable_stages.is_done(found.stage, found.kind)


def _is_open(found: DeliverableRow) -> bool:
    return not _is_done(found)


def _is_soon(found: DeliverableRow) -> bool:
    return _is_open(found) and found.days_left is not None and 0 <= found.days_left <= 30


def _is_late(found: DeliverableRow) -> bool:
    return found.overdue


def _in_review(found: DeliverableRow) -> bool:
    return found.reviews_waiting > 0 and _is_open(found)


_SAVED: dict[str, Callable[[DeliverableRow], bool]] = {
    "all": _everything,
    "open": _is_open,
    "soon": _is_soon,
    "overdue": _is_late,
    "review": _in_review,
    "done": _is_done,
}


class DeliverablesPage(SectionPage):
    """List, board, record."""

    section = "deliverables"
    tables = (
        "deliverable",
        "deliverable_version",
        "deliverable_review",
        "stage_change",
        "organisation",
        "partnership",
        "person",
        "programme",
    )

    def __init__(self, desk: Desk) -> None:
        self.listing: DeliverableList
        super().__init__(desk, DeliverableList(desk, self._on_new))
        self.mover = Mover(desk, self)
        self.listing.move_wanted.connect(self._on_move)
        self.listing.board.opened.connect(self._on_card)
        self.listing.board.delete_wanted.connect(self._on_card_deleted)
        entries: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("external-link", tr("Open"), self._on_open_chosen),
            ("trash-2", tr("Delete"), self._on_delete),
        )
        self.listing.table.set_menu(menu_actions(self, entries))

    def read_rows(self) -> Sequence[DeliverableRow]:
        with self.desk.context.read() as view:
            return deliverables.list_rows(view, self.desk.programme_id, self.desk.today())

    def tell_list(self, rows: Sequence[Any]) -> None:
        self.listing.show_rows(rows)
        late = sum(found.overdue for found in rows)
        count = trn("{n} deliverable", "{n} deliverables", len(rows))
        self.listing.head.set_facts([count, trn("{n} overdue", "{n} overdue", late) if late else ""])

    def show_place(self, place: Place) -> None:
        super().show_place(place)
        if not place.record_id and place.tab:
            self.listing.choose(place.tab)

    def make_record(self) -> RecordView:
        return DeliverableView(self.desk, self.book)

    def record_name(self) -> str:
        base = self.record.keeper.base if self.record is not None else None
        return str(base.code) if isinstance(base, DeliverableDraft) else tr("Deliverable")

    def primary_action(self) -> PrimaryAction | None:
        return PrimaryAction(tr("New deliverable"), self._on_new, "action.deliverable.new.button")

    # writing --------------------------------------------------------------------------------------------------
    def _on_new(self) -> None:
        self.desk.go(Place("deliverables", NEW))

    def new(self) -> None:
        programme_id = self.desk.programme_id
        sections = new_sections(partnership_choices(self.desk, programme_id))
        if not programme_id:
            sections = (Section("", (_programme_field(self.desk),)), *sections)
        draft = DeliverableDraft(programme_id=programme_id, kind=DeliverableKind.STRATEGIC_PLAN)
        dialog = DraftDialog(
            self,
            tr("New deliverable"),
            sections,
            draft,
            name="dialog.deliverable",
            accept=tr("Make"),
            check=deliverables.check,
            commit=Commit(self.desk, N_("New deliverable"), deliverables.create),
        )
        Links(self.desk, self.book, {"owner_id": "organisation", "responsible_id": "person"}).ready(
            dialog.editor, draft
        )
        dialog.committed.connect(self.open_made)
        dialog.rejected.connect(self.desk.back)
        dialog.open()

    def delete(self, idents: Sequence[str]) -> None:
        said = trn("{n} deliverable deleted.", "{n} deliverables deleted.", len(idents))
        write(self.desk, N_("Delete deliverable"), each(deliverables.delete, idents), said=said, undo=True)

    def _on_move(self, ident: str, stage: str) -> None:
        self.mover.move(ident, DeliverableStage(stage))

    def _on_card(self, ident: str) -> None:
        self.desk.go(Place("deliverables", ident))

    def _on_card_deleted(self, ident: str) -> None:
        self.delete([ident])


def _programme_field(desk: Desk) -> FieldSpec:
    with desk.context.read() as view:
        options = [(found.id, f"{found.code} {found.title}") for found in programmes.list_rows(view)]
    return FieldSpec("programme_id", N_("Programme"), "choice", required=True, options=options, span=2)
