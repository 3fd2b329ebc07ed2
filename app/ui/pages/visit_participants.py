"""The tab Participants: who takes part, in which role, and what each still needs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.core.i18n import N_, tr, trn
from app.core.vocabulary import ParticipationRole, Sex, label
from app.services import participations
from app.services.participations import ParticipantRow, RoleTotal
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import participation
from app.ui.editors.list_export import ListExport
from app.ui.editors.writing import each, write
from app.ui.page import Place
from app.ui.pages.import_start import start_import
from app.ui.pages.visit_tab import VisitTab
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Pills, button
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_actions
from app.ui.widgets.messages_view import EmptyState


def _name_style(line: ParticipantRow) -> str:
    if line.cancelled:
        return "strike"
    return "bold" if line.latin_confirmed else "italic"


def _native(line: ParticipantRow) -> str:
    return line.native_name if line.native_name != line.latin_name else formats.DASH


def _role(line: ParticipantRow) -> str:
    return tr(label(line.role))


def _stay(line: ParticipantRow) -> str:
    if line.arrival is None and line.departure is None:
        return tr("not known")
    start = formats.day_short(line.arrival) if line.arrival else "?"
    end = formats.day_short(line.departure) if line.departure else "?"
    return f"{start} {formats.DASH} {end}"


def _stay_key(line: ParticipantRow) -> object:
    return line.arrival.isoformat() if line.arrival else None


def states(line: ParticipantRow) -> tuple[State, ...]:
    """What a participant lacks, as chips."""
    if line.cancelled:
        return (State(tr("Does not come"), "neutral", "x"),)
    found = []
    if not line.insurance.strip():
        found.append(State(tr("No insurance"), "warning", "shield"))
    if line.letter_sent is None:
        found.append(State(tr("No letter"), "neutral", "mail"))
    return tuple(found) or (State(tr("Ready"), "success"),)


def _organisation(line: ParticipantRow) -> str:
    return line.organisation or tr("not stated")


def _count(n: int) -> str:
    return trn("{n} participation", "{n} participations", n)


class _OfRole:
    """A saved filter: one role."""

    def __init__(self, role: str) -> None:
        self._role = role

    def __call__(self, line: ParticipantRow) -> bool:
        return str(line.role) == self._role and not line.cancelled


class ParticipantsTab(VisitTab):
    """The list ``list.participants``."""

    kinds = ("participation", "person", "person_position", "organisation", "activity")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "visit.participants")
        body = column(self, space=0)
        bar = row(space=2, margins=(6, 3, 6, 2))
        self.pills = Pills("visit.participants.roles")
        self.pills.chosen.connect(self._on_role)
        bar.addWidget(self.pills, 1)
        for made in (
            button(tr("Add people"), icon_name="plus", name="visit.participants.add", clicked=self.add),
            button(tr("New person"), icon_name="user-plus", name="visit.participants.new", clicked=self.new),
            button(tr("Import …"), icon_name="upload", name="visit.participants.import", clicked=self._on_import),
        ):
            bar.addWidget(made)
        body.addLayout(bar)
        self.table = self._make_table()
        body.addWidget(self.table, 1)
        self.table.opened.connect(self._on_edit)
        self.table.delete_wanted.connect(self._on_delete)
        self._make_menu()

    def _make_table(self) -> ListTable:
        columns = (
            Column("latin_name", tr("Name (passport)"), 190, kind="bold", style=_name_style),
            Column("native_name", tr("Native name"), 190, value=_native, spare=True),
            Column("role", tr("Role"), 110, value=_role),
            Column("organisation", tr("Organisation"), value=_organisation),
            Column("position", tr("Position"), 180, kind="muted", visible=False),
            Column("stay", tr("Arrives, leaves"), 170, kind="muted", value=_stay, sort_key=_stay_key),
            Column("room", tr("Room"), 80, visible=False),
            Column("insurance", tr("Insurance"), 130, visible=False),
            Column("states", tr("State"), 210, kind="chip", value=states, searched=False),
        )
        empty = EmptyState(
            "users",
            tr("Nobody takes part yet"),
            tr("Add people who are on record, make new ones, or bring in the list that the town sent."),
            buttons=(
                button(tr("Add people"), name="visit.participants.empty.add", clicked=self.add),
                button(tr("Import …"), name="visit.participants.empty.import", clicked=self._on_import),
            ),
        )
        made = ListTable(
            columns,
            name="list.participants",
            title=tr("Participants"),
            hint=tr("Filter people"),
            empty=empty,
            count=_count,
        )
        made.set_note(tr("italic: spelling made by the program, not yet confirmed"))
        return made

    def _make_menu(self) -> None:
        entries = (
            ("pencil", tr("Change …"), self._on_edit_chosen),
            ("user", tr("Open person"), self._on_person),
            ("building-2", tr("Sent by …"), self._on_sender),
            ("user-x", tr("Does not come"), self._on_cancel),
            ("user-check", tr("Comes after all"), self._on_come),
            ("mail", tr("Letter sent today"), self._on_letter),
            ("trash-2", tr("Take off the list"), self.delete_chosen),
        )
        self.table.set_menu(menu_actions(self, entries))

    # reading --------------------------------------------------------------------------------------------------
    def read(self, view: Any, activity_id: str) -> tuple[ParticipantRow, ...]:
        return participations.list_rows(view, activity_id)

    def show_data(self, data: tuple[ParticipantRow, ...]) -> None:
        self.table.set_rows(data)
        present = [line for line in data if not line.cancelled]
        pills: list[tuple[str, str, int | None]] = [("all", tr("Everybody"), len(present))]
        for total in participations.totals(data):
            pills.append((str(total.role), _total_words(total), total.total))
        self.pills.set_pills(pills, self.pills.current())
        self._on_role(self.pills.current())
        self.counted.emit(len(present))

    def _on_role(self, key: str) -> None:
        known = {str(role) for role in ParticipationRole}
        self.table.set_keep(_OfRole(key) if key in known else None)

    # doing ----------------------------------------------------------------------------------------------------
    def add(self) -> None:
        """Let people on record take part."""
        participation.add_people(self, self.desk, self.activity_id)

    def new(self) -> None:
        """Put somebody on record who takes part."""
        participation.new_person(self, self.desk, self.activity_id)

    def _on_import(self) -> None:
        start_import(self.desk, "import", self.activity_id)

    def _on_edit(self, line: ParticipantRow) -> None:
        participation.edit(self, self.desk, line.id, line.full_name)

    def _on_edit_chosen(self) -> None:
        line = self.table.current()
        if line is not None:
            self._on_edit(line)

    def _on_person(self) -> None:
        line = self.table.current()
        if line is not None:
            self.desk.go(Place("people", line.person_id))

    def _chosen(self) -> list[str]:
        return [line.id for line in self.table.selected_rows()]

    def _on_sender(self) -> None:
        lines = self.table.selected_rows()
        if lines:
            same = {line.organisation_id for line in lines}
            sender = participation.Sender((same.pop() or None) if len(same) == 1 else None)
            participation.set_sender(self, self.desk, [line.id for line in lines], sender)

    def _on_cancel(self) -> None:
        self._set_cancelled(True)

    def _on_come(self) -> None:
        self._set_cancelled(False)

    def _set_cancelled(self, cancelled: bool) -> None:
        idents = self._chosen()

        def change(work: Any) -> None:
            participations.set_cancelled(work, idents, cancelled)

        write(self.desk, N_("Change participation"), change)

    def _on_letter(self) -> None:
        from datetime import date

        idents, today = self._chosen(), date.today()

        def change(work: Any) -> None:
            participations.set_letter_sent(work, idents, today)

        write(self.desk, N_("Note letters sent"), change)

    def delete_chosen(self) -> None:
        """Take the selected people off the list."""
        self._on_delete(self.table.selected_rows())

    def _on_delete(self, lines: Sequence[ParticipantRow]) -> None:
        idents = [line.id for line in lines]
        if not idents:
            return

        said = trn("{n} person was taken off the list.", "{n} people were taken off the list.", len(idents))
        write(self.desk, N_("Remove participants"), each(participations.delete, idents), said=said, undo=True)

    def export(self) -> None:
        """The list as it is shown, for a spreadsheet."""
        ListExport(self.desk, self.table, tr("Participants"), self).open()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "action.export.list": self.export,
            "action.edit.filter": self.table.filter_box.setFocus,
            "action.record.edit": self._on_edit_chosen,
            "action.record.delete": self.delete_chosen,
            "action.import.people": self._on_import,
        }


def _total_words(total: RoleTotal) -> str:
    """``Mentee, 8 women``: the role, and how many of it are women where that is known."""
    women = total.by_sex.get(Sex.FEMALE, 0)
    role = tr(label(total.role))
    return trn("{role}, {n} woman", "{role}, {n} women", women, role=role) if women else role
