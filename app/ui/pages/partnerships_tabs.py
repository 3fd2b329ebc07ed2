"""Tabs of a partnership: its agreements and needs, kept as one types; its activities and deliverables, as lists."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.core.dates import PartialDate
from app.core.i18n import N_, tr, trn
from app.core.vocabulary import VISIT_KINDS
from app.core.vocabulary import label as word
from app.services import activities, agreements, deliverables, needs
from app.services.activities import ActivityRow
from app.services.agreements import AgreementDraft, AgreementRow
from app.services.deliverables import DeliverableRow
from app.services.needs import NeedDraft, NeedRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import partnership
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.keeper import Verbs
from app.ui.editors.master_detail import MasterDetail, narrow_list
from app.ui.editors.owned_list import OwnedList
from app.ui.editors.record_view import FormTab, Tab
from app.ui.editors.states import need_state
from app.ui.form import FormEditor
from app.ui.page import Place
from app.ui.pages.visit_words import status_state
from app.ui.widgets.boxes import column
from app.ui.widgets.chip import State
from app.ui.widgets.labels import hairline
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState


def _signed(row: AgreementRow) -> str:
    return formats.partial(row.signed_on)


def _signatories(row: AgreementRow) -> str:
    return ", ".join(row.signatories) or tr("nobody yet")


class AgreementsTab(MasterDetail):
    """The agreements of a partnership; most have one."""

    tables = ("agreement", "agreement_signatory", "person", "organisation")
    verbs = Verbs(
        agreements.load,
        agreements.check,
        agreements.save,
        N_("Change agreement"),
        "agreement",
        ("agreement_signatory",),
    )

    def __init__(self, desk: Desk, book: NameBook) -> None:
        self._book = book
        super().__init__(
            desk, "agreements", add=tr("New agreement"), choose=tr("Choose an agreement to see who signed what.")
        )

    def make_list(self, add: QWidget) -> ListTable:
        columns = (
            Column("title", tr("Agreement"), kind="bold"),
            Column("signed_on", tr("Signed"), 130, kind="date", show=_signed),
            Column("signatories", tr("By"), 150, kind="muted", value=_signatories),
        )
        empty = (
            tr("No agreement yet"),
            tr("What the partners signed: fields of cooperation, commitments, who signed."),
        )
        return narrow_list(
            columns,
            name="list.agreements",
            title=tr("Agreements"),
            hint=tr("Filter agreements"),
            icon="signature",
            empty=empty,
            add=add,
        )

    def make_detail(self) -> FormTab:
        form = FormEditor(partnership.agreement_sections(), name="agreement")
        self.keeper.add_form(form)
        signatories = partnership.signatories_spec(self.desk, self._book)
        owned = OwnedList(self.keeper, signatories, "agreement.signatories")
        return FormTab(form, hairline(), owned, self.delete_button())

    def read_rows(self) -> Sequence[AgreementRow]:
        with self.desk.context.read() as view:
            return agreements.list_rows(view, partnership_id=self.owner_id)

    def new(self) -> None:
        draft = AgreementDraft(partnership_id=self.owner_id)

        def create(work: Any) -> str:
            return agreements.create(work, draft)

        self.write_new(N_("New agreement"), create)

    def remove_words(self) -> tuple[str, str, Callable[[Any, str], None]]:
        return N_("Delete agreement"), tr("The agreement was deleted."), agreements.delete


def _need_state(row: NeedRow) -> State:
    return need_state(row.status)


def _answers(row: NeedRow) -> str:
    parts = []
    if row.sessions:
        parts.append(trn("{n} session", "{n} sessions", row.sessions))
    if row.deliverables:
        parts.append(trn("{n} deliverable", "{n} deliverables", row.deliverables))
    if row.indicators:
        parts.append(trn("{n} indicator", "{n} indicators", row.indicators))
    return ", ".join(parts) or tr("nothing yet")


class NeedsTab(MasterDetail):
    """What the partners said they need, and what answers it."""

    tables = ("need", "need_link", "organisation")
    verbs = Verbs(needs.load, needs.check, needs.save, N_("Change need"), "need", ("need_link",))

    def __init__(self, desk: Desk, book: NameBook) -> None:
        self._book = book
        super().__init__(desk, "needs", add=tr("New need"), choose=tr("Choose a need to see who stated it, and when."))

    def make_list(self, add: QWidget) -> ListTable:
        columns = (
            Column("topic", tr("Topic"), kind="bold"),
            Column("status", tr("State"), 125, kind="chip", value=_need_state),
            Column("answers", tr("Answered by"), 130, kind="muted", value=_answers),
            Column("organisation", tr("Of"), 150, visible=False),
        )
        empty = (
            tr("No needs stated yet"),
            tr("Topics that a partner asked for: sessions and deliverables answer them."),
        )
        return narrow_list(
            columns,
            name="list.needs",
            title=tr("Needs"),
            hint=tr("Filter needs"),
            icon="lightbulb",
            empty=empty,
            add=add,
        )

    def make_detail(self) -> FormTab:
        self._form = FormEditor(partnership.need_sections(), name="need")
        self._links = Links(self.desk, self._book, {"organisation_id": "organisation"})
        self.keeper.shown.connect(self._on_shown)
        self.keeper.add_form(self._form)
        return FormTab(self._form, self.delete_button())

    def _on_shown(self, draft: NeedDraft) -> None:
        self._links.ready(self._form, draft)

    def read_rows(self) -> Sequence[NeedRow]:
        with self.desk.context.read() as view:
            return needs.list_rows(view, partnership_id=self.owner_id)

    def new(self) -> None:
        dialog = DraftDialog(
            self,
            tr("New need"),
            partnership.need_sections(),
            NeedDraft(partnership_id=self.owner_id),
            name="dialog.need.new",
            accept=tr("Add need"),
            check=needs.check,
            commit=Commit(self.desk, N_("New need"), needs.create),
        )
        Links(self.desk, self._book, {"organisation_id": "organisation"}).ready(dialog.editor)
        dialog.committed.connect(self.select_made)
        dialog.open()

    def remove_words(self) -> tuple[str, str, Callable[[Any, str], None]]:
        return N_("Delete need"), tr("The need was deleted. What answered it stays."), needs.delete


def _kind(row: ActivityRow) -> str:
    return tr(word(row.kind))


def _when(row: ActivityRow) -> str:
    if row.start.exact or row.end.exact:
        return formats.days(row.start.exact, row.end.exact)
    return formats.partial(row.start if row.start.known else row.end)


def _when_order(row: ActivityRow) -> str | None:
    return str(row.start.first) if row.start.known else None


def _activity_state(row: ActivityRow) -> State:
    return status_state(row.status)


class ActivitiesTab(Tab):
    """Visits, trainings and meetings of the partnership."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ident = ""
        columns = (
            Column("title", tr("Activity"), kind="bold"),
            Column("kind", tr("Kind"), 150, value=_kind),
            Column("when", tr("When"), 200, kind="muted", value=_when, sort_key=_when_order),
            Column("status", tr("State"), 130, kind="chip", value=_activity_state),
            Column("place", tr("Place"), 150),
            Column("participants", tr("Participants"), 100, kind="number"),
            Column("sessions", tr("Sessions"), 85, kind="number"),
            Column("code", tr("Code"), 120, kind="muted"),
        )
        empty = EmptyState(
            "plane", tr("No activities yet"), tr("A new visit or training names its partnership; then it stands here.")
        )
        self.list = ListTable(columns, name="list.partnership.activities", title=tr("Activities"), empty=empty)
        self.list.opened.connect(self._on_opened)
        column(self, space=0).addWidget(self.list)

    def show_record(self, ident: str) -> None:
        self._ident = ident
        with self.desk.context.read() as view:
            rows = [row for row in activities.list_rows(view) if row.partnership_id == ident]
        self.list.set_rows(rows)
        self.counted.emit(len(rows))

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("activity", "participation", "session"):
            self.show_record(self._ident)

    def _on_opened(self, row: ActivityRow) -> None:
        self.desk.go(Place("visits" if row.kind in VISIT_KINDS else "trainings", row.id))


def _deliverable_kind(row: DeliverableRow) -> str:
    return tr(word(row.kind))


def _stage(row: DeliverableRow) -> State:
    if row.overdue:
        return State(tr(word(row.stage)), "danger", "circle-alert")
    return State(tr(word(row.stage)), "neutral", "dot")


def _due(row: DeliverableRow) -> PartialDate:
    return row.due


def _version(row: DeliverableRow) -> str:
    return row.version or tr("none yet")


class DeliverablesTab(Tab):
    """Plans, analyses, applications of the partnership."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ident = ""
        columns = (
            Column("title", tr("Deliverable"), kind="bold"),
            Column("kind", tr("Kind"), 190, value=_deliverable_kind),
            Column("stage", tr("Stage"), 180, kind="chip", value=_stage),
            Column("due", tr("Due"), 140, kind="date", value=_due),
            Column("owner", tr("Owner"), 190),
            Column("version", tr("Version"), 90, show=_version),
            Column("code", tr("Code"), 120, kind="muted"),
        )
        empty = EmptyState(
            "file-check",
            tr("No deliverables yet"),
            tr("Strategic plans, action plans, funding applications of this partnership."),
        )
        self.list = ListTable(columns, name="list.partnership.deliverables", title=tr("Deliverables"), empty=empty)
        self.list.opened.connect(self._on_opened)
        column(self, space=0).addWidget(self.list)

    def show_record(self, ident: str) -> None:
        self._ident = ident
        with self.desk.context.read() as view:
            rows = [row for row in deliverables.list_rows(view) if row.partnership_id == ident]
        self.list.set_rows(rows)
        self.counted.emit(len(rows))

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("deliverable", "deliverable_version", "deliverable_review"):
            self.show_record(self._ident)

    def _on_opened(self, row: DeliverableRow) -> None:
        self.desk.go(Place("deliverables", row.id))
