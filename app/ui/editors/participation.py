"""How somebody takes part: added from those on record, made new, changed; one or several at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.core.errors import Problem
from app.core.i18n import N_, tr
from app.core.vocabulary import LatinSource, ParticipationRole, Sex, label
from app.services import participations, people
from app.services.participations import ParticipationDraft
from app.services.people import PersonDraft, PositionDraft
from app.ui.desk import Desk
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.form import FieldSpec, Section


@dataclass(frozen=True, slots=True)
class NewParticipants:
    """People on record who are to take part, and their role."""

    person_ids: tuple[str, ...] = ()
    role: ParticipationRole = ParticipationRole.MENTEE


@dataclass(frozen=True, slots=True)
class NewPerson:
    """The few things asked of somebody who is not on record yet."""

    given_name: str = ""
    family_name: str = ""
    given_latin: str = ""
    family_latin: str = ""
    sex: Sex = Sex.UNKNOWN
    organisation_id: str | None = None
    position: str = ""
    email: str = ""
    phone: str = ""
    role: ParticipationRole = ParticipationRole.MENTEE


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends several people."""

    organisation_id: str | None = None


@dataclass(frozen=True, slots=True)
class TravelDates:
    """When several people come and go."""

    arrival: date | None = None
    departure: date | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """The insurance of several people."""

    insurance: str = ""


def _roles() -> list[tuple[ParticipationRole, str]]:
    return [(role, tr(label(role))) for role in ParticipationRole]


def add_people(parent: QWidget, desk: Desk, activity_id: str) -> DraftDialog:
    """Let people on record take part."""
    section = Section(
        "",
        (
            FieldSpec("person_ids", N_("People"), "records", span=2, required=True, hint=N_("Type a part of a name …")),
            FieldSpec("role", N_("Role"), "choice", options=_roles()),
        ),
    )

    def add(work: Any, wish: NewParticipants) -> tuple[str, ...]:
        return participations.add(work, activity_id, wish.person_ids, wish.role)

    dialog = DraftDialog(
        parent,
        tr("Add people"),
        (section,),
        NewParticipants(),
        name="dialog.participants.add",
        accept=tr("Add"),
        check=_check_people,
        commit=Commit(desk, N_("Add participants"), add),
    )
    Links(desk, NameBook(desk), {"person_ids": "person"}).ready(dialog.editor)
    dialog.open()
    return dialog


def _check_people(wish: NewParticipants) -> Sequence[Problem]:
    return () if wish.person_ids else (Problem("person_ids", "people_not_chosen"),)


def new_person(parent: QWidget, desk: Desk, activity_id: str) -> DraftDialog:
    """Put somebody on record and let them take part, in one step."""
    section = Section(
        "",
        (
            FieldSpec("family_name", N_("Family name"), required=True),
            FieldSpec("given_name", N_("Given name")),
            FieldSpec("family_latin", N_("Family name as in the passport")),
            FieldSpec("given_latin", N_("Given name as in the passport")),
            FieldSpec("organisation_id", N_("Organisation"), "record"),
            FieldSpec("position", N_("Position")),
            FieldSpec("sex", N_("Sex"), "choice", options=[(sex, tr(label(sex))) for sex in Sex]),
            FieldSpec("role", N_("Role"), "choice", options=_roles()),
            FieldSpec("email", N_("E-mail")),
            FieldSpec("phone", N_("Phone")),
        ),
        N_("An empty passport spelling is made by the program and marked until somebody confirms it."),
    )

    def make(work: Any, wish: NewPerson) -> str:
        ident = people.create(work, _person(wish))
        draft = ParticipationDraft(
            person_id=ident, activity_id=activity_id, role=wish.role, organisation_id=wish.organisation_id
        )
        participations.create(work, draft)
        return ident

    dialog = DraftDialog(
        parent,
        tr("New person"),
        (section,),
        NewPerson(),
        name="dialog.participants.new",
        accept=tr("Add person"),
        check=_check_person,
        commit=Commit(desk, N_("New participant"), make),
    )
    Links(desk, NameBook(desk), {"organisation_id": "organisation"}).ready(dialog.editor)
    dialog.open()
    return dialog


def _person(wish: NewPerson) -> PersonDraft:
    positions: tuple[PositionDraft, ...] = ()
    if wish.organisation_id or wish.position:
        positions = (PositionDraft(organisation_id=wish.organisation_id, title=wish.position),)
    typed = bool(wish.given_latin or wish.family_latin)
    return PersonDraft(
        given_name=wish.given_name,
        family_name=wish.family_name,
        given_latin=wish.given_latin,
        family_latin=wish.family_latin,
        latin_source=LatinSource.TYPED if typed else LatinSource.NONE,
        sex=wish.sex,
        email=wish.email,
        phone=wish.phone,
        positions=positions,
    )


def _check_person(wish: NewPerson) -> Sequence[Problem]:
    return people.check(_person(wish))


def edit(parent: QWidget, desk: Desk, ident: str, name: str) -> DraftDialog:
    """Change how somebody takes part."""
    with desk.context.read() as view:
        draft = participations.load(view, ident)
    sections = (
        Section(
            "",
            (
                FieldSpec("role", N_("Role"), "choice", options=_roles()),
                FieldSpec("organisation_id", N_("Sent by"), "record", hint=N_("As the main position says")),
                FieldSpec("position", N_("Position on the list"), span=2, hint=N_("As the main position says")),
            ),
        ),
        Section(
            N_("Travel"),
            (
                FieldSpec("arrival", N_("Arrives"), "date"),
                FieldSpec("departure", N_("Leaves"), "date"),
                FieldSpec("room", N_("Room")),
                FieldSpec("insurance", N_("Insurance policy")),
                FieldSpec("letter_sent", N_("Letter sent on"), "date"),
            ),
        ),
        Section(
            N_("Standing"),
            (
                FieldSpec("cancelled", N_("Does not come after all"), "yes_no"),
                FieldSpec("requirement_met", N_("Fulfilled what completion needs"), "yes_no"),
                FieldSpec("notes", N_("Notes"), "text", span=2, extra={"lines": 2}),
            ),
        ),
    )

    def save(work: Any, changed: ParticipationDraft) -> None:
        participations.save(work, ident, changed)

    dialog = DraftDialog(
        parent,
        name,
        sections,
        draft,
        name="dialog.participation",
        accept=tr("Keep"),
        check=participations.check,
        commit=Commit(desk, N_("Change participation"), save),
    )
    Links(desk, NameBook(desk), {"organisation_id": "organisation"}).ready(dialog.editor, draft)
    dialog.open()
    return dialog


def set_dates(parent: QWidget, desk: Desk, idents: Sequence[str], dates: TravelDates) -> DraftDialog:
    """Set the travel dates of several people."""
    section = Section("", (FieldSpec("arrival", N_("Arrive"), "date"), FieldSpec("departure", N_("Leave"), "date")))

    def save(work: Any, wish: TravelDates) -> None:
        participations.set_travel(work, idents, wish.arrival, wish.departure)

    return _ask(parent, tr("Travel dates"), section, dates, "dates", Commit(desk, N_("Set travel dates"), save), _dates)


def _dates(wish: TravelDates) -> Sequence[Problem]:
    if wish.arrival and wish.departure and wish.departure < wish.arrival:
        return (Problem("departure", "departure_before_arrival"),)
    return ()


def set_sender(parent: QWidget, desk: Desk, idents: Sequence[str], sender: Sender) -> DraftDialog:
    """Say who sends several people."""
    section = Section(
        "",
        (FieldSpec("organisation_id", N_("Sent by"), "record", span=2, hint=N_("As the main position says")),),
        N_("For everybody who is chosen in the list."),
    )

    def save(work: Any, wish: Sender) -> None:
        participations.set_organisation(work, idents, wish.organisation_id)

    dialog = DraftDialog(
        parent,
        tr("Sent by"),
        (section,),
        sender,
        name="dialog.participants.sender",
        accept=tr("Keep"),
        commit=Commit(desk, N_("Set who sends people"), save),
    )
    Links(desk, NameBook(desk), {"organisation_id": "organisation"}).ready(dialog.editor, sender)
    dialog.open()
    return dialog


def set_policy(parent: QWidget, desk: Desk, idents: Sequence[str]) -> DraftDialog:
    """Give several people the same policy."""
    section = Section(
        "",
        (FieldSpec("insurance", N_("Insurance policy"), span=2, hint=N_("Company and number")),),
        N_("An empty line takes the policy away."),
    )

    def save(work: Any, wish: Policy) -> None:
        participations.set_insurance(work, idents, wish.insurance)

    return _ask(parent, tr("Insurance"), section, Policy(), "policy", Commit(desk, N_("Set insurance"), save), None)


def _ask(
    parent: QWidget,
    title: str,
    section: Section,
    draft: object,
    name: str,
    commit: Commit,
    check: Callable[[Any], Sequence[Problem]] | None,
) -> DraftDialog:
    dialog = DraftDialog(
        parent, title, (section,), draft, name=f"dialog.travel.{name}", accept=tr("Keep"), check=check, commit=commit
    )
    dialog.open()
    return dialog
