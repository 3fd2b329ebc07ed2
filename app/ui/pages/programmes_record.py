"""A programme's page: overview, partnerships, phases, groups, indicators, documents, settings, history."""

from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, pick, tr
from app.core.i18n import language as reader
from app.core.vocabulary import ProgrammePartyRole
from app.services import programmes
from app.services.programmes import ProgrammeDraft
from app.ui.desk import Desk
from app.ui.editors import programme
from app.ui.editors.choosing import NameBook
from app.ui.editors.keeper import Keeper, Verbs
from app.ui.editors.owned_list import OwnedList
from app.ui.editors.programme import period_words
from app.ui.editors.record_view import FormTab, RecordView, Tab
from app.ui.editors.states import programme_state
from app.ui.pages.groups import GroupsTab
from app.ui.pages.indicators import IndicatorsTab
from app.ui.pages.partnerships_list import PartnershipsTab
from app.ui.pages.programmes_overview import ProgrammeOverview
from app.ui.pages.programmes_papers import PapersTab
from app.ui.pages.programmes_settings import ProgrammeSettings

VERBS = Verbs(
    programmes.load,
    programmes.check,
    programmes.save,
    N_("Change programme"),
    "programme",
    ("programme_party", "phase", "milestone", "signatory"),
)


class ProgrammeView(RecordView):
    """The page of one programme."""

    def __init__(self, desk: Desk, book: NameBook) -> None:
        tabs = (
            ("overview", tr("Overview")),
            ("partnerships", tr("Partnerships")),
            ("phases", tr("Phases")),
            ("groups", tr("Groups")),
            ("indicators", tr("Indicators")),
            ("papers", tr("Templates")),
            ("documents", tr("Documents")),
            ("settings", tr("Settings")),
            ("history", tr("History")),
        )
        super().__init__(desk, Keeper(desk, VERBS, desk), "programmes", "programme", tabs)
        self._book = book

    def make_tab(self, key: str) -> QWidget:
        match key:
            case "overview":
                return ProgrammeOverview(self.desk, self.keeper)
            case "phases":
                return FormTab(OwnedList(self.keeper, programme.phases_spec(self.desk, self._book), "programme.phases"))
            case "papers":
                return PapersTab(self.desk, self.keeper, self._book)
            case "settings":
                return ProgrammeSettings(self.desk, self.keeper, self._book)
            case "groups":
                made: Tab = GroupsTab(self.desk, self._book)
                made.counted.connect(self._on_groups)
            case "indicators":
                made = IndicatorsTab(self.desk)
                made.counted.connect(self._on_indicators)
            case _:
                made = PartnershipsTab(self.desk, self._book)
                made.counted.connect(self._on_partnerships)
        return made

    def _on_groups(self, number: int) -> None:
        self.tabs.set_count("groups", number)

    def _on_indicators(self, number: int) -> None:
        self.tabs.set_count("indicators", number)

    def _on_partnerships(self, number: int) -> None:
        self.tabs.set_count("partnerships", number)

    def tell(self, draft: object) -> None:
        assert isinstance(draft, ProgrammeDraft)
        self.head.set_title(self.name())
        funders = [party.organisation_id for party in draft.parties if party.role is ProgrammePartyRole.FUNDER]
        self._book.learn("organisation", [party.organisation_id for party in draft.parties])
        paid_by = ", ".join(self._book.organisation(ident) for ident in funders)
        facts = [draft.code, period_words(draft.start, draft.end), draft.currency, paid_by]
        self.head.set_facts(facts)
        self.head.set_chips([programme_state(draft.status)])
        self.tabs.set_count("phases", len(draft.phases))

    def owner_of_documents(self) -> tuple[str, str]:
        return self.ident, ""

    def name(self) -> str:
        """The programme's title, for the window's title."""
        draft = self.keeper.base
        return "" if draft is None else pick(draft.title, reader()) or draft.code
