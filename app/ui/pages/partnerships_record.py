"""A partnership's page: overview, agreement, needs, activities, deliverables, plan and actual, documents, history."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, pick, tr
from app.core.i18n import language as reader
from app.services import partnerships, picking, programmes
from app.services.partnerships import PartnershipDraft
from app.ui.desk import Desk
from app.ui.editors import partnership
from app.ui.editors.choosing import NameBook
from app.ui.editors.keeper import Keeper, Verbs
from app.ui.editors.owned_list import OwnedList
from app.ui.editors.programme import period_words
from app.ui.editors.record_view import FormTab, RecordView, Tab
from app.ui.editors.states import partnership_state
from app.ui.fields.choices import Choice
from app.ui.form import FormEditor
from app.ui.page import Place
from app.ui.pages.partnerships_tabs import ActivitiesTab, AgreementsTab, DeliverablesTab, NeedsTab
from app.ui.theme import theme
from app.ui.widgets.labels import hairline
from app.ui.widgets.messages_view import MessageStrip, Way

VERBS = Verbs(
    partnerships.load,
    partnerships.check,
    partnerships.save,
    N_("Change partnership"),
    "partnership",
    ("partnership_member", "organisation", "phase"),
)


class PartnershipOverview(FormTab):
    """Members with their roles and what they offer; status, themes, what they have in common."""

    def __init__(self, desk: Desk, keeper: Keeper, book: NameBook) -> None:
        self._form = FormEditor(partnership.overview_sections(), name="partnership")
        self._replaced = MessageStrip(name="partnership.replaced")
        self._replaced.setMaximumWidth(theme().width("form"))
        super().__init__(
            self._replaced,
            OwnedList(keeper, partnership.members_spec(desk, book), "partnership.members"),
            hairline(),
            self._form,
        )
        self.desk = desk
        self._keeper = keeper
        keeper.shown.connect(self._on_shown)
        if keeper.base is not None:
            self._on_shown(keeper.base)
        keeper.add_form(self._form)

    def _on_shown(self, draft: PartnershipDraft) -> None:
        with self.desk.context.read() as view:
            phases = programmes.load(view, draft.programme_id).phases
            others = {pick.id: pick.name for pick in picking.partnerships(view, draft.programme_id)}
        self._form.set_options("phase_id", [Choice(phase.id, pick(phase.title, reader())) for phase in phases])
        self._form.set_field_visible("phase_id", bool(phases))
        if draft.replaced_by_id:
            self._replaced.show_message(
                tr("Replaced by {name}", name=others.get(draft.replaced_by_id, tr("another partnership"))),
                draft.difference_reason or tr("Why is not told yet; the tab Plan and actual has room for it."),
                tone="neutral",
                ways=(Way(tr("Open it"), self._on_successor, "partnership.replaced.open"),),
            )
        else:
            self._replaced.show_message("")

    def _on_successor(self) -> None:
        self.desk.go(Place("partnerships", self._keeper.base.replaced_by_id))


class PartnershipPlan(FormTab):
    """Planned and actual side by side, why it differs, and which partnership took its place."""

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        self._form = FormEditor(partnership.plan_sections(), name="partnership.plan")
        super().__init__(self._form)
        self.desk = desk
        self._keeper = keeper
        keeper.shown.connect(self._on_shown)
        if keeper.base is not None:
            self._on_shown(keeper.base)
        keeper.add_form(self._form)

    def _on_shown(self, draft: PartnershipDraft) -> None:
        with self.desk.context.read() as view:
            found = picking.partnerships(view, draft.programme_id)
        others = [Choice(other.id, other.name, other.second) for other in found if other.id != self._keeper.ident]
        self._form.set_options("replaced_by_id", others)


class PartnershipView(RecordView):
    """The page of one partnership."""

    def __init__(self, desk: Desk, book: NameBook) -> None:
        tabs = (
            ("overview", tr("Overview")),
            ("agreement", tr("Agreement")),
            ("needs", tr("Needs")),
            ("activities", tr("Activities")),
            ("deliverables", tr("Deliverables")),
            ("plan", tr("Plan and actual")),
            ("documents", tr("Documents")),
            ("history", tr("History")),
        )
        super().__init__(desk, Keeper(desk, VERBS, desk), "partnerships", "partnership", tabs)
        self._book = book

    def make_tab(self, key: str) -> QWidget:
        makers: dict[str, Any] = {
            "agreement": (AgreementsTab, (self.desk, self._book), self._on_agreements),
            "needs": (NeedsTab, (self.desk, self._book), self._on_needs),
            "activities": (ActivitiesTab, (self.desk,), self._on_activities),
            "deliverables": (DeliverablesTab, (self.desk,), self._on_deliverables),
        }
        if key in makers:
            maker, given, told = makers[key]
            made: Tab = maker(*given)
            made.counted.connect(told)
            return made
        if key == "plan":
            return PartnershipPlan(self.desk, self.keeper)
        return PartnershipOverview(self.desk, self.keeper, self._book)

    def _on_agreements(self, number: int) -> None:
        self.tabs.set_count("agreement", number)

    def _on_needs(self, number: int) -> None:
        self.tabs.set_count("needs", number)

    def _on_activities(self, number: int) -> None:
        self.tabs.set_count("activities", number)

    def _on_deliverables(self, number: int) -> None:
        self.tabs.set_count("deliverables", number)

    def tell(self, draft: object) -> None:
        assert isinstance(draft, PartnershipDraft)
        self._book.learn("organisation", [member.organisation_id for member in draft.members])
        names = [self._book.organisation(member.organisation_id) for member in draft.members]
        self.head.set_title(draft.title or draft.code)
        actual = draft.actual_start.known or draft.actual_end.known
        start, end = (draft.actual_start, draft.actual_end) if actual else (draft.planned_start, draft.planned_end)
        period = period_words(start, end)
        planned = not actual and (start.known or end.known)
        self.head.set_facts(
            [draft.code, ", ".join(names), tr("planned: {period}", period=period) if planned else period]
        )
        self.head.set_chips([partnership_state(draft.status)])

    def owner_of_documents(self) -> tuple[str, str]:
        draft = self.keeper.base
        return ("" if draft is None else draft.programme_id), ""

    def name(self) -> str:
        """The partnership's title, for the window's title."""
        draft = self.keeper.base
        return "" if draft is None else draft.title or draft.code
