"""An organisation's page: overview with its other names, its people, its partnerships, documents, history."""

from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.core.i18n import N_, pick, tr, trn
from app.core.i18n import language as reader
from app.core.vocabulary import label as word
from app.services import organisation_record, organisations
from app.services.organisation_record import OrganisationPartnership, OrganisationPerson
from app.services.organisations import OrganisationDraft
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import organisation
from app.ui.editors.alias_chips import AliasChips
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.countries import country_words
from app.ui.editors.keeper import Keeper, Verbs
from app.ui.editors.record_view import FormTab, RecordView, Tab
from app.ui.editors.states import partnership_state
from app.ui.form import FormEditor
from app.ui.page import Place
from app.ui.pages.organisations_logo import LogoBox
from app.ui.widgets.boxes import column
from app.ui.widgets.chip import State
from app.ui.widgets.labels import hairline
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState

VERBS = Verbs(
    organisations.load,
    organisations.check,
    organisations.save,
    N_("Change organisation"),
    "organisation",
    ("organisation_alias",),
)


class OrganisationOverview(FormTab):
    """The form and the other names."""

    def __init__(self, desk: Desk, keeper: Keeper, book: NameBook) -> None:
        form = FormEditor(organisation.name_sections(), name="organisation")
        contact = FormEditor(organisation.contact_sections(), name="organisation.contact")
        super().__init__(form, hairline(), AliasChips(keeper), hairline(), contact, hairline(), LogoBox(desk, keeper))
        self._form = form
        self._links = Links(desk, book, {"parent_id": "organisation"})
        keeper.shown.connect(self._on_shown)
        keeper.add_form(form)
        keeper.add_form(contact)
        if keeper.base is not None:
            self._on_shown(keeper.base)

    def _on_shown(self, draft: OrganisationDraft) -> None:
        self._links.ready(self._form, draft)


def _native(person: OrganisationPerson) -> str:
    return person.native_name or formats.DASH


def _post(person: OrganisationPerson) -> str:
    return person.position or tr("not named")


def _post_state(person: OrganisationPerson) -> tuple[State, ...]:
    states = []
    if person.end.known:
        states.append(State(tr("until {date}", date=formats.partial(person.end)), "neutral", "clock"))
    if person.elected:
        states.append(State(tr("elected"), "info", "landmark"))
    return tuple(states)


class OrganisationPeople(Tab):
    """Everybody with a post there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ident = ""
        columns = (
            Column("name", tr("Name (passport)"), 200, kind="bold"),
            Column("native_name", tr("Native name"), show=_native),
            Column("position", tr("Position"), 240, show=_post),
            Column("states", tr("Post"), 170, kind="chip", value=_post_state),
            Column("email", tr("E-mail"), 200),
        )
        empty = EmptyState(
            "users", tr("Nobody on record"), tr("People belong to an organisation by a position on their own page.")
        )
        self.list = ListTable(columns, name="list.organisation.people", title=tr("People"), empty=empty, count=_people)
        self.list.opened.connect(self._on_opened)
        column(self, space=0).addWidget(self.list)

    def show_record(self, ident: str) -> None:
        self._ident = ident
        with self.desk.context.read() as view:
            rows = organisation_record.people_of(view, ident)
        self.list.set_rows(rows)
        self.counted.emit(len(rows))

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("person", "person_position"):
            self.show_record(self._ident)

    def _on_opened(self, person: OrganisationPerson) -> None:
        self.desk.go(Place("people", person.id))


def _people(n: int) -> str:
    return trn("{n} person", "{n} people", n)


def _role(row: OrganisationPartnership) -> str:
    return tr(word(row.role))


def _state(row: OrganisationPartnership) -> State:
    return partnership_state(row.status)


class OrganisationPartnerships(Tab):
    """The partnerships in which it is a member."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ident = ""
        columns = (
            Column("title", tr("Partnership"), kind="bold"),
            Column("programme", tr("Programme"), 130),
            Column("role", tr("Role"), 130, value=_role),
            Column("offers", tr("Offers"), 240),
            Column("status", tr("State"), 130, kind="chip", value=_state),
            Column("code", tr("Code"), 130, kind="muted"),
        )
        empty = EmptyState("handshake", tr("In no partnership"), tr("Members are added on the page of a partnership."))
        self.list = ListTable(
            columns, name="list.organisation.partnerships", title=tr("Partnerships"), empty=empty, filter_line=False
        )
        self.list.opened.connect(self._on_opened)
        column(self, space=0, margins=(0, 4, 0, 0)).addWidget(self.list)

    def show_record(self, ident: str) -> None:
        self._ident = ident
        with self.desk.context.read() as view:
            rows = organisation_record.partnerships_of(view, ident)
        self.list.set_rows(rows)
        self.counted.emit(len(rows))

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("partnership", "partnership_member"):
            self.show_record(self._ident)

    def _on_opened(self, row: OrganisationPartnership) -> None:
        self.desk.go(Place("partnerships", row.id))


class OrganisationView(RecordView):
    """The page of one organisation."""

    def __init__(self, desk: Desk, book: NameBook) -> None:
        tabs = (
            ("overview", tr("Overview")),
            ("people", tr("People")),
            ("partnerships", tr("Partnerships")),
            ("documents", tr("Documents")),
            ("history", tr("History")),
        )
        super().__init__(desk, Keeper(desk, VERBS, desk), "organisations", "organisation", tabs)
        self._book = book

    def make_tab(self, key: str) -> QWidget:
        if key == "overview":
            return OrganisationOverview(self.desk, self.keeper, self._book)
        made: Tab = OrganisationPeople(self.desk) if key == "people" else OrganisationPartnerships(self.desk)
        made.counted.connect(self._on_people if key == "people" else self._on_partnerships)
        return made

    def _on_people(self, number: int) -> None:
        self.tabs.set_count("people", number)

    def _on_partnerships(self, number: int) -> None:
        self.tabs.set_count("partnerships", number)

    def tell(self, draft: object) -> None:
        assert isinstance(draft, OrganisationDraft)
        self.head.set_title(self.name())
        own = {"UA": "uk", "SI": "sl", "SE": "sv", "LV": "lv"}.get(draft.country, "")
        native = draft.name.get(own, "")
        place = ", ".join(part for part in (draft.town, draft.region) if part)
        facts = [draft.code, native if native != self.name() else "", place, country_words(draft.country)]
        self.head.set_facts(facts)
        self.head.set_chips([State(tr(word(draft.type)), "neutral", "dot")])

    def name(self) -> str:
        """The organisation's name, for the window's title."""
        draft = self.keeper.base
        return "" if draft is None else pick(draft.name, reader()) or draft.short_name or draft.code
