"""The forms of a group: what it is, its members, its meetings."""

from datetime import date

from app.core.i18n import N_, tr
from app.core.vocabulary import GroupKind, label
from app.services.groups import GroupMemberDraft, MeetingDraft
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.owned_list import Line, OwnedSpec
from app.ui.editors.programme import period_words
from app.ui.form import FieldSpec, Section
from app.ui.widgets.chip import State


def sections() -> tuple[Section, ...]:
    """What a group is and by which rule it is made up."""
    kinds = [(kind, tr(label(kind))) for kind in GroupKind]
    return (
        Section(
            "",
            (
                FieldSpec("name", N_("Name"), "languages", span=2),
                FieldSpec("kind", N_("Kind"), "choice", options=kinds),
                FieldSpec("founded", N_("Founded"), "partial"),
                FieldSpec("parent_body", N_("Belongs to")),
                FieldSpec("predecessor", N_("Predecessor")),
                FieldSpec("member_count", N_("Members by the rule"), "number", extra={"least": 0}),
                FieldSpec("meetings_per_year", N_("Meetings a year"), "number", extra={"least": 0}),
                FieldSpec("composition_rule", N_("Who sits in it"), "text", span=2, extra={"lines": 2}),
                FieldSpec("notes", N_("Notes"), "text", span=2, extra={"lines": 2}),
            ),
        ),
    )


class _Members:
    def __init__(self, book: NameBook) -> None:
        self._book = book

    def tell(self, member: GroupMemberDraft) -> Line:
        """A member: a person, or only a name or an organisation."""
        where = self._book.organisation(member.organisation_id)
        who = self._book.person(member.person_id) or member.name or where or tr("not named")
        second = where if who != where else ""
        when = period_words(member.start, member.end) if member.start.known or member.end.known else ""
        states = (State(member.role, "info", "dot"),) if member.role else ()
        return Line(who, second, states, when)


def members_spec(desk: Desk, book: NameBook) -> OwnedSpec:
    """The members of a group."""

    def fields() -> tuple[Section, ...]:
        return (
            Section(
                "",
                (
                    FieldSpec("person_id", N_("Person"), "record"),
                    FieldSpec("name", N_("Name, if not on record")),
                    FieldSpec("organisation_id", N_("Organisation"), "record"),
                    FieldSpec("role", N_("Role"), hint=N_("chair, secretary")),
                    FieldSpec("start", N_("Since"), "partial"),
                    FieldSpec("end", N_("Until"), "partial"),
                ),
            ),
        )

    return OwnedSpec(
        "members",
        N_("Members"),
        N_("Add member"),
        N_("Change member"),
        N_("No members yet."),
        fields,
        GroupMemberDraft,
        _Members(book).tell,
        links=Links(desk, book, {"person_id": "person", "organisation_id": "organisation"}),
        ordered=True,
    )


def _tell_meeting(meeting: MeetingDraft) -> Line:
    first = meeting.held_on.first
    coming = first is not None and first > date.today()
    state = State(tr("planned"), "info", "calendar-clock") if coming else State(tr("held"), "success", "check")
    if not meeting.held_on.known:
        state = State(tr("date not known"), "warning", "circle-help")
    return Line(meeting.subject or tr("Meeting"), meeting.notes, (state,), formats.partial(meeting.held_on, missing=""))


def meetings_spec() -> OwnedSpec:
    """The meetings of a group, held and to come."""

    def fields() -> tuple[Section, ...]:
        return (
            Section(
                "",
                (
                    FieldSpec("held_on", N_("On"), "partial"),
                    FieldSpec("subject", N_("Subject")),
                    FieldSpec("notes", N_("Notes"), "text", span=2),
                ),
            ),
        )

    return OwnedSpec(
        "meetings",
        N_("Meetings"),
        N_("Add meeting"),
        N_("Change meeting"),
        N_("No meetings yet."),
        fields,
        MeetingDraft,
        _tell_meeting,
    )
