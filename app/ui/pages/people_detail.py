"""The panel beside the list of people: who the selected person is, at a glance."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from app.core.errors import NotFound
from app.core.i18n import N_, tr, trn
from app.core.vocabulary import VISIT_KINDS, ActivityKind, LatinSource, ParticipationRole
from app.core.vocabulary import label as word
from app.services import people, people_record
from app.services.people import PersonDraft
from app.services.people_list import PersonRow
from app.services.people_record import PersonCertificate, PersonParticipation
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.countries import language_words
from app.ui.editors.links import RecordLink
from app.ui.editors.person import consent_state, period_words, post_title
from app.ui.editors.writing import write
from app.ui.page import Place
from app.ui.widgets.boxes import Avatar, KeyValues, Panel, chips, clear_layout, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import State
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import ElidedLabel, IconLabel, hairline, label
from app.ui.widgets.messages_view import EmptyState, MessageStrip

ROLE_TONES = {
    ParticipationRole.MENTEE: "info",
    ParticipationRole.MENTOR: "success",
    ParticipationRole.EXPERT: "success",
}
ACTIVITY_ICONS = {
    ActivityKind.TRAINING: "graduation-cap",
    ActivityKind.WORKSHOP: "presentation",
    ActivityKind.WEBINAR_SERIES: "monitor",
    ActivityKind.ONLINE_MEETING: "phone",
}


def activity_icon(taking: PersonParticipation) -> str:
    """The sign of what somebody took part in."""
    if taking.kind is None:
        return "handshake"
    return "plane" if taking.kind in VISIT_KINDS else ACTIVITY_ICONS.get(taking.kind, "users")


def activity_place(taking: PersonParticipation) -> Place:
    """Where a participation leads."""
    if taking.kind is None:
        return Place("partnerships", taking.partnership_id)
    return Place("visits" if taking.kind in VISIT_KINDS else "trainings", taking.activity_id)


def when_words(taking: PersonParticipation) -> str:
    """When it was, as short as it can be told."""
    first, last = taking.start.exact, taking.end.exact
    if first or last:
        return formats.days(first, last)
    return formats.partial(taking.start if taking.start.known else taking.end)


def role_state(role: ParticipationRole) -> State:
    """A role as a chip."""
    return State(tr(word(role)), ROLE_TONES.get(role, "neutral"), "dot")


class ActivityLine(QWidget):
    """A line of the last activities; it leads there."""

    wanted = Signal(object)

    def __init__(self, taking: PersonParticipation) -> None:
        super().__init__()
        self._taking = taking
        line = row(self, space=2)
        line.addWidget(IconLabel(activity_icon(taking)))
        line.addWidget(RecordLink(taking.title, self._on_clicked), 1)
        line.addWidget(label(when_words(taking), "second"))

    def _on_clicked(self) -> None:
        self.wanted.emit(activity_place(self._taking))


class PersonDetail(Panel):
    """Reads one person when a row is selected. Sensitive facts stay hidden until they are asked for."""

    letter_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(space=0)
        self.desk = desk
        self._row: PersonRow | None = None
        self._draft: PersonDraft | None = None
        self._open = False
        self.setObjectName("people.detail")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("plain", True)
        self._body = column(holder, space=3, margins=(5, 4, 5, 4))
        scroll.setWidget(holder)
        self.body.addWidget(scroll)
        self.show_person(None)

    def show_person(self, chosen: PersonRow | None, selected: int = 0) -> None:
        """Show a person; None tells how many are selected, or what to do."""
        if chosen is None or self._row is None or chosen.id != self._row.id:
            self._open = False
        self._row = chosen
        clear_layout(self._body)
        if chosen is None:
            words = trn("{n} person is selected.", "{n} people are selected.", selected) if selected > 1 else ""
            way = tr("Right-click to merge them, if they are one person entered twice.") if selected == 2 else ""
            way = way if words else tr("Choose a person to see who it is.")
            self._body.addWidget(EmptyState("users", words, way), 1)
            return
        with self.desk.context.read() as view:
            try:
                draft = people.load(view, chosen.id)
            except NotFound:
                return
            takings = people_record.participations(view, chosen.id)
            certificates = people_record.certificates(view, chosen.id)
        self._draft = draft
        self._fill(chosen, draft, takings, certificates)

    def _fill(
        self,
        chosen: PersonRow,
        draft: PersonDraft,
        takings: Sequence[PersonParticipation],
        certificates: Sequence[PersonCertificate],
    ) -> None:
        self._body.addLayout(self._head(chosen, draft))
        if chosen.roles:
            self._body.addWidget(chips([role_state(role) for role in chosen.roles]))
        self._body.addWidget(self._buttons(draft))
        self._body.addWidget(hairline())
        self._body.addWidget(self._facts(chosen, draft, certificates))
        if takings:
            self._body.addWidget(hairline())
            self._body.addWidget(label(tr("Last activities"), "head"))
            once = {taking.activity_id or taking.partnership_id: taking for taking in reversed(takings)}
            for taking in list(reversed(once.values()))[:4]:
                line = ActivityLine(taking)
                line.wanted.connect(self.desk.go)
                self._body.addWidget(line)
        self._body.addStretch(1)
        if not chosen.latin_confirmed:
            self._body.addWidget(
                MessageStrip(
                    "",
                    tr("The program made the Latin spelling. Compare it with the passport before letters are printed."),
                    tone="warning",
                )
            )

    def _head(self, chosen: PersonRow, draft: PersonDraft) -> QHBoxLayout:
        line = row(space=3)
        avatar = Avatar()
        first, last = _latin(draft)
        avatar.set_initials(first[:1] + last[:1])
        line.addWidget(avatar)
        texts = column(space=0)
        name = ElidedLabel(f"{first} {last}".strip() or chosen.code, "section", name="people.detail.name")
        texts.addWidget(name)
        if chosen.native_name:
            texts.addWidget(ElidedLabel(chosen.native_name, "second"))
        line.addLayout(texts, 1)
        return line

    def _buttons(self, draft: PersonDraft) -> Flow:
        flow = Flow(2)
        flow.add(button(tr("Open"), icon_name="user", small=True, name="people.detail.open", clicked=self._on_open))
        flow.add(
            button(
                tr("Letter"), icon_name="file-text", small=True, name="people.detail.letter", clicked=self._on_letter
            )
        )
        mail = button(tr("E-mail"), icon_name="mail", small=True, name="people.detail.mail", clicked=self._on_mail)
        mail.setEnabled(bool(draft.email))
        mail.setToolTip(draft.email or tr("No e-mail address is known."))
        flow.add(mail)
        return flow

    def _facts(self, chosen: PersonRow, draft: PersonDraft, certificates: Sequence[PersonCertificate]) -> KeyValues:
        facts = KeyValues("people.detail.facts")
        main = next((position for position in draft.positions if position.main), None)
        if main is not None:
            second = [period_words(main), tr("elected post") if main.elected else ""]
            words = post_title(main) or tr("not named")
            facts.add(tr("Position"), words, ", ".join(part for part in second if part))
        else:
            facts.add(tr("Position"), tr("not known"))
        if chosen.organisation:
            link = RecordLink(chosen.organisation, self._on_organisation, name="people.detail.organisation")
            facts.add(tr("Organisation"), link)
        else:
            facts.add(tr("Organisation"), tr("none on record"))
        facts.add(tr("Passport spelling"), self._spelling(draft))
        languages = ", ".join(language_words(code) for code in draft.languages)
        facts.add(tr("Languages"), languages or tr("not stated"))
        facts.add(tr("Certificates"), _certificate_words(certificates))
        facts.add(
            tr("Consents"), chips([consent_state("data", draft.consents), consent_state("photo", draft.consents)])
        )
        self._add_sensitive(facts, draft)
        return facts

    def _spelling(self, draft: PersonDraft) -> QWidget:
        first, last = _latin(draft)
        box = QWidget()
        body = column(box, space=1)
        line = row(space=1)
        line.addWidget(ElidedLabel(f"{last} {first}".strip().upper()))
        sure = draft.latin_source is LatinSource.PASSPORT
        made = draft.latin_source is LatinSource.GENERATED
        line.addWidget(
            IconLabel("circle-check" if not made else "circle-help", "success" if not made else "warning"),
            0,
            Qt.AlignmentFlag.AlignVCenter,
        )
        line.addStretch(1)
        body.addLayout(line)
        words = tr("seen in the passport") if sure else tr("made by the program") if made else ""
        if words:
            body.addWidget(label(words, "second", wrap=True))
        if made:
            confirm = button(tr("Confirm"), small=True, name="people.detail.confirm", clicked=self._on_confirm)
            body.addWidget(confirm, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _add_sensitive(self, facts: KeyValues, draft: PersonDraft) -> None:
        if not self._open:
            box = QWidget()
            body = column(box, space=0)
            body.addWidget(label(tr("Birth date, phone, diet hidden"), "second", wrap=True))
            show = RecordLink(tr("Show"), self._on_show, name="people.detail.show")
            body.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
            facts.add(tr("Sensitive"), box)
            return
        facts.add(tr("Phone"), draft.phone or tr("not known"))
        facts.add(tr("Birth date"), formats.day(draft.birth_date, missing=tr("not known")))
        facts.add(tr("Diet"), draft.diet or tr("nothing special"))
        passport = draft.passport_number or tr("not known")
        until = formats.day(draft.passport_expiry, missing="")
        facts.add(tr("Passport"), passport, tr("valid until {date}", date=until) if until else "")

    # what the buttons do --------------------------------------------------------------------------------------
    def _on_open(self) -> None:
        if self._row is not None:
            self.desk.go(Place("people", self._row.id))

    def _on_letter(self) -> None:
        if self._row is not None:
            self.letter_wanted.emit(self._row.id)

    def _on_mail(self) -> None:
        if self._draft is not None and self._draft.email:
            QDesktopServices.openUrl(QUrl(f"mailto:{self._draft.email}"))

    def _on_organisation(self) -> None:
        if self._row is not None and self._row.organisation_id:
            self.desk.go(Place("organisations", self._row.organisation_id))

    def _on_show(self) -> None:
        self._open = True
        self.show_person(self._row)

    def _on_confirm(self) -> None:
        confirm_spelling(self.desk, self._row.id if self._row else "")


def _latin(draft: PersonDraft) -> tuple[str, str]:
    return draft.given_latin or draft.given_name, draft.family_latin or draft.family_name


def _certificate_words(certificates: Sequence[PersonCertificate]) -> str:
    if not certificates:
        return tr("none yet")
    numbers = ", ".join(certificate.number for certificate in certificates[:3])
    return numbers if len(certificates) <= 3 else trn("{n} certificate", "{n} certificates", len(certificates))


def confirm_spelling(desk: Desk, ident: str) -> None:
    """Say that the Latin spelling was compared with the passport (NA-1)."""
    if not ident:
        return

    def confirm(work: Any) -> None:
        people.confirm_latin(work, ident)

    write(desk, N_("Confirm spelling"), confirm, said=tr("The spelling is confirmed."), undo=True)
