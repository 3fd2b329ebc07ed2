"""The tab Overview: what is missing, then all facts, kept as one leaves the fields."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.changes import ChangeSet
from app.core.i18n import pick, tr, trn
from app.core.vocabulary import AgendaState
from app.services import activities, programmes, visit_readiness
from app.services.activities import ActivityRow
from app.services.visit_readiness import Readiness
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import activity as sheet
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.keeper import Keeper
from app.ui.editors.owned_list import OwnedList
from app.ui.fields.choices import RecordField
from app.ui.form import FormEditor
from app.ui.page import Place
from app.ui.pages.agenda_notes import note_text
from app.ui.pages.visit_tab import Finder, VisitTab
from app.ui.theme import theme
from app.ui.widgets.boxes import ItemRow, Lines, Scroll, SectionHeader, column
from app.ui.widgets.chip import State


@dataclass(frozen=True, slots=True)
class OverviewData:
    """What the tab shows besides the sheet itself."""

    row: ActivityRow
    entry: Readiness | None
    phases: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing: what, why, a sign, by when, and the way to it."""

    key: str
    title: str
    second: str
    icon: str
    state: State | None
    action: str
    place: Place


class OverviewTab(VisitTab):
    """All facts of one activity."""

    kinds = ("activity", "visit", "training", "session", "participation", "agenda_version", "session_person", "phase")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "visit.overview")
        self._visits: bool | None = None
        self._ways: dict[str, Place] = {}
        self._book = NameBook(desk)
        self._outer = column(self, space=0)
        self._page: Scroll | None = None
        self.keeper: Keeper | None = None
        self.forms: list[FormEditor] = []

    def show_record(self, activity_id: str) -> None:
        with self.desk.context.read() as view:
            shown = activities.row_of(view, activity_id)
        if self.keeper is None or shown.visit is not self._visits:
            self._build(shown.visit)
        assert self.keeper is not None
        self._ready(activity_id)
        self.keeper.show(activity_id)
        super().show_record(activity_id)

    def _build(self, visits: bool) -> None:
        """The sheet differs for visits and trainings; it is made once for each page."""
        if self._page is not None:
            self._outer.removeWidget(self._page)
            self._page.deleteLater()
        self._visits = visits
        keeper = self.keeper = Keeper(self.desk, sheet.verbs(visits), self)
        scroll = self._page = Scroll(limit=theme().width("form"), margins=(6, 4, 6, 6))
        self._lacks_head = SectionHeader(tr("What is missing"), name="visit.overview.missing.head")
        self._lacks = Lines("visit.overview.missing")
        scroll.body.addWidget(self._lacks_head)
        scroll.body.addWidget(self._lacks)
        first = FormEditor(sheet.first_sections(visits), name="visit")
        more = FormEditor(sheet.more_sections(visits), name="visit.more")
        self.forms = [first, more]
        links = {"host_id": "organisation"} | ({"guest_id": "organisation"} if visits else {})
        self._links = Links(self.desk, self._book, links)
        scroll.body.addWidget(first)
        scroll.body.addWidget(OwnedList(keeper, sheet.contacts_spec(), "visit.contacts"))
        scroll.body.addWidget(more)
        scroll.body.addStretch(1)
        for form in self.forms:
            keeper.add_form(form)
        self._outer.addWidget(scroll)

    def _ready(self, activity_id: str) -> None:
        with self.desk.context.read() as view:
            draft = sheet.flattened(activities.load(view, activity_id))
        self._links.ready(self.forms[0], draft)
        field = self.forms[0].fields["partnership_id"]
        if isinstance(field, RecordField):
            field.set_options(Finder(self.desk).partnerships(draft.programme_id))

    def read(self, view: Any, activity_id: str) -> OverviewData:
        shown = activities.row_of(view, activity_id)
        ready = visit_readiness.coming(view, date.today(), shown.programme_id) if shown.visit else ()
        entry = next((known for known in ready if known.activity.id == activity_id), None)
        phases = programmes.load(view, shown.programme_id).phases
        told = tuple((phase.id, pick(phase.title, view.language)) for phase in phases)
        return OverviewData(shown, entry, told)

    def show_data(self, data: OverviewData) -> None:
        keeper = self.keeper
        if keeper is None:
            return
        form = self.forms[0]
        form.set_options("phase_id", [(None, tr("None")), *data.phases])
        if keeper.base is not None and not keeper.is_dirty():
            form.fields["phase_id"].set_value(keeper.base.phase_id)
        self._show_lacks(data)

    def _show_lacks(self, data: OverviewData) -> None:
        found = list(lacks(data.row, data.entry))
        self._lacks.clear()
        self._ways = {lack.key: lack.place for lack in found}
        for lack in found:
            line = ItemRow(
                lack.title,
                lack.second,
                icon_name=lack.icon,
                state=lack.state,
                action=lack.action,
                name=f"visit.overview.missing.{lack.key}",
            )
            line.setProperty("key", lack.key)
            line.acted.connect(self._on_lack)
            line.opened.connect(self._on_lack)
            self._lacks.add(line)
        self._lacks.setVisible(bool(found))
        self._lacks_head.setVisible(bool(found) or data.entry is not None)
        self._lacks_head.set_title(tr("What is missing") if found else tr("Nothing is missing"))

    def _on_lack(self) -> None:
        place = self._ways.get(str(self.sender().property("key")))
        if place is not None and place.tab == "dates":
            self.forms[0].fields["start"].focus()
        elif place is not None and self.may_leave():
            self.desk.go(place)

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("organisation"):
            self._book.forget()
        if self.keeper is not None:
            self.keeper.changes(change_set)
        super().changes(change_set)

    def may_leave(self) -> bool:
        return self.keeper is None or self.keeper.may_leave()


def lacks(row: ActivityRow, entry: Readiness | None) -> Iterable[Lack]:
    """What somebody must still see to, the most pressing first."""
    section = "visits" if row.visit else "trainings"

    def place(tab: str) -> Place:
        return Place(section, row.id, tab)

    if not row.start.known:
        second = tr("Everything else follows from the dates.")
        yield Lack(
            "dates", tr("The dates are not known"), second, "calendar-x", None, tr("Say the dates"), place("dates")
        )
    if entry is None:
        return
    for number, note in enumerate(entry.clashes[:3]):
        day = formats.day_short(note.day) if note.day else ""
        state: State | None = State(tr("Clash"), "danger", "circle-alert")
        yield Lack(f"clash{number}", note_text(note), day, "circle-alert", state, tr("Show clash"), place("agenda"))
    yield from _agenda(entry, place("agenda"))
    if not entry.travellers:
        second = tr("Nobody is named yet who travels.")
        yield Lack(
            "people", tr("The group is not named"), second, "users", None, tr("Add people"), place("participants")
        )
    no_letter = entry.travellers - entry.letters
    if no_letter:
        title = trn("{n} person has no letter yet", "{n} people have no letter yet", no_letter)
        state, why = _due(entry, "letters")
        yield Lack("letters", title, why, "mail", state, tr("Print letters"), Place("print", row.id, "letters"))
    uninsured = entry.travellers - entry.insured
    if uninsured:
        title = trn("{n} person has no insurance yet", "{n} people have no insurance yet", uninsured)
        state, why = _due(entry, "insurance")
        yield Lack("insurance", title, why, "shield-check", state, tr("Add policies"), place("travel"))
    if entry.days_without_interpreter:
        days = entry.days_without_interpreter
        title = trn("No interpreter on {n} day", "No interpreter on {n} days", len(days))
        state, _ = _due(entry, "interpreter")
        second = ", ".join(formats.day_short(day) for day in days[:4])
        yield Lack("interpreter", title, second, "mic", state, tr("Choose"), place("agenda"))
    for expiry in entry.passports[:3]:
        title = tr("The passport of {name} ends too early", name=expiry.name)
        second = tr(
            "{expires}; needed until {until}",
            expires=formats.day(expiry.expires),
            until=formats.day(expiry.needed_until),
        )
        key = f"passport{expiry.person_id}"
        yield Lack(key, title, second, "id-card", None, tr("Open person"), Place("people", expiry.person_id))


def _agenda(entry: Readiness, place: Place) -> Iterable[Lack]:
    state, why = _due(entry, "agenda")
    if not entry.sessions:
        yield Lack("agenda", tr("There is no agenda yet"), why, "calendar-days", state, tr("Begin"), place)
    elif entry.agenda.state is AgendaState.DRAFT:
        title = tr("The agenda is a draft")
        yield Lack("agenda", title, why, "calendar-days", state, tr("Agenda"), place)
    elif entry.agenda.changes:
        count = len(entry.agenda.changes)
        title = tr("The agenda changed since it was issued")
        second = trn("{n} change since {number}", "{n} changes since {number}", count, number=entry.agenda.number)
        action = tr("Issue {number}", number=entry.agenda.next_number)
        yield Lack("agenda", title, second, "calendar-days", State(str(count), "warning"), action, place)


def _due(entry: Readiness, what: str) -> tuple[State | None, str]:
    """By when it should be ready, as a chip and as a reason."""
    due, today = entry.due(what), date.today()
    if due is None:
        return None, tr("The date is not known yet.")
    left = (due - today).days
    tone = "danger" if left < 0 else "warning" if left <= 7 else "neutral"
    return State(formats.in_days(due, today), tone, "dot"), tr("Due on {day}", day=formats.day(due))
