"""The tab Groups of a programme: steering groups, working groups, project teams; members, meetings due and held."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, tr
from app.core.vocabulary import GroupKind
from app.core.vocabulary import label as word
from app.services import groups
from app.services.groups import GroupDraft, GroupRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import group
from app.ui.editors.choosing import NameBook
from app.ui.editors.keeper import Verbs
from app.ui.editors.master_detail import MasterDetail, narrow_list
from app.ui.editors.owned_list import OwnedList
from app.ui.editors.record_view import FormTab
from app.ui.form import FormEditor
from app.ui.widgets.chip import State
from app.ui.widgets.labels import hairline
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable


def _name(row: GroupRow) -> str:
    return row.name or tr("{kind}, not named", kind=tr(word(row.kind)))


def _tip(row: GroupRow) -> str:
    coming = formats.partial(row.next_meeting, missing="")
    parts = [tr(word(row.kind)), row.parent_body, tr("next meeting {date}", date=coming) if coming else ""]
    return " · ".join(part for part in parts if part)


def _members(row: GroupRow) -> str:
    return str(row.members) if row.member_count is None else f"{row.members} / {row.member_count}"


def _meetings(row: GroupRow) -> State:
    if row.due is None:
        return State(tr("{n} held", n=row.held) if row.held else tr("no rule"), "neutral", "dot")
    words = tr("{held} of {due} held", held=row.held, due=row.due)
    return State(words, "success" if not row.missing else "warning", "check" if not row.missing else "calendar-clock")


class GroupsTab(MasterDetail):
    """The groups of a programme."""

    tables = ("team", "team_member", "team_meeting", "person")
    verbs = Verbs(groups.load, groups.check, groups.save, N_("Change group"), "team", ("team_member", "team_meeting"))

    def __init__(self, desk: Desk, book: NameBook) -> None:
        self._book = book
        super().__init__(
            desk,
            "groups",
            add=tr("New group"),
            choose=tr("Choose a group to see who sits in it and when it met."),
        )

    def make_list(self, add: QWidget) -> ListTable:
        columns = (
            Column("name", tr("Group"), kind="bold", value=_name, tip=_tip),
            Column("members", tr("Members"), 90, kind="number", show=_members),
            Column("meetings", tr("Meetings in {year}", year=date.today().year), 150, kind="chip", value=_meetings),
        )
        empty = (tr("No groups yet"), tr("Steering groups, working groups, project teams."))
        return narrow_list(
            columns,
            name="list.groups",
            title=tr("Groups"),
            hint=tr("Filter groups"),
            icon="users",
            empty=empty,
            add=add,
        )

    def make_detail(self) -> FormTab:
        form = FormEditor(group.sections(), name="group")
        self.keeper.add_form(form)
        return FormTab(
            form,
            hairline(),
            OwnedList(self.keeper, group.members_spec(self.desk, self._book), "group.members"),
            hairline(),
            OwnedList(self.keeper, group.meetings_spec(), "group.meetings"),
            self.delete_button(),
        )

    def read_rows(self) -> Sequence[GroupRow]:
        with self.desk.context.read() as view:
            return groups.list_rows(view, self.owner_id)

    def new(self) -> None:
        draft = GroupDraft(programme_id=self.owner_id, kind=GroupKind.WORKING_GROUP)

        def create(work: Any) -> str:
            return groups.create(work, draft)

        self.write_new(N_("New group"), create)

    def remove_words(self) -> tuple[str, str, Callable[[Any, str], None]]:
        return N_("Delete group"), tr("The group was deleted. Its people stay."), groups.delete
