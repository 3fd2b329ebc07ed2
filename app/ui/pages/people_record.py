"""A person's page: overview, participations, certificates, consents, documents, history."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.core.i18n import LANGUAGE_NAMES, N_, tr, trn
from app.core.vocabulary import CertificateStatus, LatinSource
from app.core.vocabulary import label as word
from app.services import people, people_record
from app.services.people import PersonDraft
from app.services.people_record import PersonCertificate, PersonParticipation
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors import person
from app.ui.editors.choosing import NameBook
from app.ui.editors.countries import country_words
from app.ui.editors.keeper import Keeper, Verbs
from app.ui.editors.owned_list import OwnedList
from app.ui.editors.record_view import FormTab, RecordView, Tab
from app.ui.form import FormEditor
from app.ui.page import Place
from app.ui.pages.people_detail import activity_place, confirm_spelling, when_words
from app.ui.pages.people_forms import NameFormsPart
from app.ui.pages.people_stays import StaysPart
from app.ui.pages.visit_words import status_state
from app.ui.theme import theme
from app.ui.widgets.boxes import SectionHeader, column
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import State
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.messages_view import EmptyState, MessageStrip, Way

VERBS = Verbs(
    people.load,
    people.check,
    people.save,
    N_("Change person"),
    "person",
    ("person_position", "consent", "organisation"),
)


class SensitivePart(QWidget):
    """Phone, birth date, passport, diet: closed until somebody asks, closed again with the next person."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.setMaximumWidth(theme().width("form"))
        body = column(self, space=3)
        self._show = button(tr("Show"), icon_name="eye", small=True, name="person.sensitive.show", clicked=self.toggle)
        body.addWidget(hairline())
        body.addWidget(SectionHeader(tr("Sensitive"), action=self._show))
        self._note = label(
            tr("Phones, birth date, passport, diet, access needs and the emergency contact are hidden."),
            "second",
            wrap=True,
        )
        body.addWidget(self._note)
        self.form = FormEditor(person.sensitive_sections(), name="person.sensitive")
        body.addWidget(self.form)
        self.form.hide()
        keeper.add_form(self.form)

    def toggle(self) -> None:
        """Show or hide."""
        self.close_up(self.form.isVisibleTo(self))

    def close_up(self, closed: bool = True) -> None:
        """Hide what is sensitive, or show it."""
        self.form.setVisible(not closed)
        self._note.setVisible(closed)
        self._show.setText(" " + (tr("Show") if closed else tr("Hide")))


class PersonOverview(FormTab):
    """Names in both scripts with where the Latin one comes from, positions, contact, what is sensitive."""

    def __init__(self, desk: Desk, keeper: Keeper, book: NameBook) -> None:
        super().__init__()
        self.desk = desk
        self._keeper = keeper
        self._ident = ""
        self.spelling = MessageStrip(name="person.spelling")
        self.spelling.setMaximumWidth(theme().width("form"))
        names = FormEditor(person.name_sections(), name="person")
        contact = FormEditor(person.contact_sections(), name="person.contact")
        for form in (names, contact):
            keeper.add_form(form)
        self.sensitive = SensitivePart(keeper)
        positions = OwnedList(keeper, person.positions_spec(desk, book), "person.positions")
        self.forms, self.stays = NameFormsPart(desk), StaysPart(desk)
        for part in (
            self.spelling,
            names,
            self.forms,
            hairline(),
            positions,
            hairline(),
            contact,
            self.stays,
            self.sensitive,
        ):
            self.add(part)
        keeper.shown.connect(self._on_shown)
        if keeper.base is not None:
            self._on_shown(keeper.base)

    def _on_shown(self, draft: PersonDraft) -> None:
        if self._ident != self._keeper.ident:
            self._ident = self._keeper.ident
            self.sensitive.close_up()
        self.forms.show_person(self._ident)
        self.stays.show_person(self._ident)
        latin = f"{draft.given_latin} {draft.family_latin}".strip()
        if draft.latin_source is LatinSource.GENERATED:
            self.spelling.show_message(
                tr("Confirm the spelling “{name}”", name=latin),
                tr("The program made it from the native name. The passport decides: compare, correct, confirm."),
                tone="warning",
                ways=(Way(tr("Confirm spelling"), self._on_confirm, "person.spelling.confirm"),),
            )
        elif draft.latin_source is LatinSource.TYPED and latin:
            self.spelling.show_message(
                "",
                tr(
                    "The spelling “{name}” was typed or came from a file; nobody has compared it with the passport.",
                    name=latin,
                ),
                tone="neutral",
                ways=(Way(tr("It is as in the passport"), self._on_confirm, "person.spelling.confirm"),),
            )
        else:
            self.spelling.show_message("")

    def _on_confirm(self) -> None:
        if self._keeper.keep():
            confirm_spelling(self.desk, self._keeper.ident)


def _role(taking: PersonParticipation) -> str:
    return tr(word(taking.role))


def _kind(taking: PersonParticipation) -> str:
    return tr("Partnership") if taking.kind is None else tr(word(taking.kind))


def _started(taking: PersonParticipation) -> str | None:
    known = taking.start if taking.start.known else taking.end
    return str(known.last) if known.known else None


def _taking_state(taking: PersonParticipation) -> State:
    if taking.cancelled:
        return State(tr("called off"), "danger", "x")
    return status_state(taking.status) if taking.status is not None else State("")


class ParticipationsTab(Tab):
    """What the person took part in, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ident = ""
        columns = (
            Column("title", tr("What"), kind="bold"),
            Column("kind", tr("Kind"), 150, value=_kind),
            Column("start", tr("When"), 190, kind="date", show=when_words, sort_key=_started, align="left"),
            Column("role", tr("Role"), 120, value=_role),
            Column("organisation", tr("For"), 180),
            Column("status", tr("State"), 130, kind="chip", value=_taking_state),
            Column("code", tr("Code"), 110, kind="muted"),
        )
        empty = EmptyState(
            "calendar-days",
            tr("No participations yet"),
            tr("People are added on the page of a visit, training or partnership."),
        )
        self.list = ListTable(
            columns, name="list.person.participations", title=tr("Participations"), empty=empty, count=_participations
        )
        self.list.opened.connect(self._on_opened)
        column(self, space=0).addWidget(self.list)

    def show_record(self, ident: str) -> None:
        self._ident = ident
        with self.desk.context.read() as view:
            rows = people_record.participations(view, ident)
        self.list.set_rows(rows)
        self.counted.emit(len(rows))

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("participation", "activity", "partnership", "session_person", "session"):
            self.show_record(self._ident)

    def _on_opened(self, taking: PersonParticipation) -> None:
        self.desk.go(activity_place(taking))


def _participations(n: int) -> str:
    return trn("{n} participation", "{n} participations", n)


def _certificate_kind(certificate: PersonCertificate) -> str:
    return tr(word(certificate.kind))


def _certificate_state(certificate: PersonCertificate) -> State:
    if certificate.status is CertificateStatus.ISSUED:
        return State(tr("issued"), "success", "check")
    return State(tr("cancelled"), "danger", "x")


def _hours(certificate: PersonCertificate) -> str:
    return formats.minutes(certificate.minutes)


def _minutes(certificate: PersonCertificate) -> int:
    return certificate.minutes


def _language(certificate: PersonCertificate) -> str:
    return LANGUAGE_NAMES.get(certificate.language, certificate.language)


class CertificatesTab(Tab):
    """The certificates of the person; cancelled ones stay in the list (CN-1)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ident = ""
        columns = (
            Column("number", tr("Number"), 150, kind="bold"),
            Column("kind", tr("Kind"), 200, value=_certificate_kind),
            Column("activity", tr("For")),
            Column("minutes", tr("Hours"), 100, kind="number", show=_hours, sort_key=_minutes),
            Column("language", tr("Language"), 110, value=_language),
            Column("issued_on", tr("Issued"), 110, kind="date"),
            Column("status", tr("State"), 120, kind="chip", value=_certificate_state),
        )
        empty = EmptyState(
            "award",
            tr("No certificates yet"),
            tr("They are issued on the page of a visit or training, from its attendance."),
        )
        self.list = ListTable(
            columns, name="list.person.certificates", title=tr("Certificates"), empty=empty, filter_line=False
        )
        self.list.opened.connect(self._on_opened)
        column(self, space=0, margins=(0, 4, 0, 0)).addWidget(self.list)

    def show_record(self, ident: str) -> None:
        self._ident = ident
        with self.desk.context.read() as view:
            rows = people_record.certificates(view, ident)
        self.list.set_rows(rows)
        self.counted.emit(len(rows))

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("certificate"):
            self.show_record(self._ident)

    def _on_opened(self, certificate: PersonCertificate) -> None:
        section = "visits" if self._is_visit(certificate) else "trainings"
        self.desk.go(Place(section, certificate.activity_id))

    def _is_visit(self, certificate: PersonCertificate) -> bool:
        with self.desk.context.read() as view:
            takings: Sequence[PersonParticipation] = people_record.participations(view, self._ident)
        return any(
            taking.activity_id == certificate.activity_id and activity_place(taking).section == "visits"
            for taking in takings
        )


class PersonView(RecordView):
    """The page of one person."""

    def __init__(self, desk: Desk, book: NameBook) -> None:
        tabs = (
            ("overview", tr("Overview")),
            ("participations", tr("Participations")),
            ("certificates", tr("Certificates")),
            ("consents", tr("Consents")),
            ("documents", tr("Documents")),
            ("history", tr("History")),
        )
        super().__init__(desk, Keeper(desk, VERBS, desk), "people", "person", tabs)
        self._book = book

    def make_tab(self, key: str) -> QWidget:
        if key == "overview":
            return PersonOverview(self.desk, self.keeper, self._book)
        if key == "consents":
            return FormTab(OwnedList(self.keeper, person.consents_spec(), "person.consents"))
        made: Tab = ParticipationsTab(self.desk) if key == "participations" else CertificatesTab(self.desk)
        made.counted.connect(self._on_participations if key == "participations" else self._on_certificates)
        return made

    def _on_participations(self, number: int) -> None:
        self.tabs.set_count("participations", number)

    def _on_certificates(self, number: int) -> None:
        self.tabs.set_count("certificates", number)

    def tell(self, draft: object) -> None:
        assert isinstance(draft, PersonDraft)
        given, family = draft.given_latin or draft.given_name, draft.family_latin or draft.family_name
        native = " ".join(part for part in (draft.family_name, draft.given_name, draft.patronymic) if part)
        self.head.set_title(f"{given} {family}".strip() or draft.code)
        main = next((position for position in draft.positions if position.main), None)
        facts = [draft.code]
        if draft.given_latin or draft.family_latin:
            facts.append(native)
        if main is not None:
            facts += [person.post_title(main), self._book.organisation(main.organisation_id)]
        if draft.country:
            facts.append(country_words(draft.country))
        self.head.set_facts(facts)
        states = [person.consent_state("photo", draft.consents)]
        if draft.latin_source is LatinSource.GENERATED:
            states.append(State(tr("spelling to confirm"), "warning", "circle-help"))
        self.head.set_chips(states)
        self.tabs.set_count("consents", len(draft.consents))

    def owner_of_documents(self) -> tuple[str, str]:
        return "", self.ident

    def name(self) -> str:
        """The person's name, for the window's title."""
        draft = self.keeper.base
        return (
            ""
            if draft is None
            else f"{draft.given_latin or draft.given_name} {draft.family_latin or draft.family_name}"
        )
