"""The forms of a partnership, its agreements and needs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.errors import Problem
from app.core.i18n import N_, tr
from app.core.vocabulary import NeedStatus, PartnerRole, PartnershipStatus, label
from app.services.agreements import AgreementSignatoryDraft
from app.services.partnerships import MemberDraft, PartnershipDraft
from app.ui.desk import Desk
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.owned_list import Line, OwnedSpec
from app.ui.form import FieldSpec, Section
from app.ui.widgets.chip import State

_ROLE_TONES = {PartnerRole.MENTOR: "success", PartnerRole.MENTEE: "info", PartnerRole.EQUAL: "neutral"}


def _roles() -> list[tuple[PartnerRole, str]]:
    return [(role, tr(label(role))) for role in PartnerRole]


@dataclass(frozen=True, slots=True)
class NewPartnership:
    """The few fields that are asked for a new partnership."""

    programme_id: str = ""
    first_id: str = ""
    first_role: PartnerRole = PartnerRole.MENTOR
    second_id: str = ""
    second_role: PartnerRole = PartnerRole.MENTEE
    themes: tuple[str, ...] = ()

    def partnership(self) -> PartnershipDraft:
        """The draft of the partnership; an empty member is left out, so that it is missed."""
        pairs = ((self.first_id, self.first_role), (self.second_id, self.second_role))
        members = tuple(MemberDraft(ident, role) for ident, role in pairs if ident)
        return PartnershipDraft(programme_id=self.programme_id, themes=self.themes, members=members)


def on_fields(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems of the members told at the second one, where the dialog has room for them."""
    return tuple(replace(problem, field="second_id") if problem.field == "members" else problem for problem in problems)


def new_sections(programmes: Sequence[tuple[str, str]]) -> tuple[Section, ...]:
    """The dialog of a new partnership."""
    return (
        Section(
            "",
            (
                FieldSpec("programme_id", N_("Programme"), "choice", span=2, required=True, options=programmes),
                FieldSpec("first_id", N_("First member"), "record", required=True),
                FieldSpec("first_role", N_("Role"), "choice", options=_roles()),
                FieldSpec("second_id", N_("Second member"), "record", required=True),
                FieldSpec("second_role", N_("Role"), "choice", options=_roles()),
                FieldSpec("themes", N_("Themes"), "tags", span=2),
            ),
        ),
    )


def overview_sections() -> tuple[Section, ...]:
    """What a partnership is."""
    statuses = [(status, tr(label(status))) for status in PartnershipStatus]
    return (
        Section(
            N_("Partnership"),
            (
                FieldSpec("title", N_("Title"), note=N_("Made of the members' names when it is empty.")),
                FieldSpec("status", N_("Status"), "choice", options=statuses),
                FieldSpec("code", N_("Code")),
                FieldSpec("phase_id", N_("Phase"), "record"),
                FieldSpec("themes", N_("Themes"), "tags", span=2),
                FieldSpec("in_common", N_("In common"), "tags", span=2, hint=N_("a river, a mine, a twin town")),
                FieldSpec("notes", N_("Notes"), "text", span=2),
            ),
        ),
    )


def plan_sections() -> tuple[Section, ...]:
    """What was planned and what happened, side by side, and why it differs."""
    return (
        Section(
            N_("Plan and actual"),
            (
                FieldSpec("planned_start", N_("Planned start"), "partial"),
                FieldSpec("actual_start", N_("Actual start"), "partial"),
                FieldSpec("planned_end", N_("Planned end"), "partial"),
                FieldSpec("actual_end", N_("Actual end"), "partial"),
                FieldSpec("planned", N_("What was planned"), "text", extra={"lines": 6}),
                FieldSpec("actual", N_("What happened"), "text", extra={"lines": 6}),
                FieldSpec("difference_reason", N_("Why it differs"), "text", span=2, extra={"lines": 3}),
                FieldSpec("replaced_by_id", N_("Replaced by"), "record", span=2),
            ),
            note=N_("The donor asks for all three: what was planned, what happened, and why it differs."),
        ),
    )


class _Telling:
    def __init__(self, book: NameBook) -> None:
        self._book = book

    def member(self, member: MemberDraft) -> Line:
        """A member with its role and what it offers."""
        state = State(tr(label(member.role)), _ROLE_TONES[member.role], "dot")
        choice = self._book.choice("organisation", member.organisation_id)
        offers = tr("offers: {what}", what=member.offers) if member.offers else ""
        return Line(choice.label if choice else tr("not known"), offers, (state,), choice.second if choice else "")

    def signatory(self, signatory: AgreementSignatoryDraft) -> Line:
        """Who signed for whom."""
        who = self._book.person(signatory.person_id) or signatory.name
        parts = [signatory.position, self._book.organisation(signatory.organisation_id)]
        states: tuple[State, ...] = ()
        if signatory.on_behalf_of:
            states = (State(tr("on behalf of {name}", name=signatory.on_behalf_of), "neutral", "signature"),)
        return Line(who, ", ".join(part for part in parts if part), states)


def members_spec(desk: Desk, book: NameBook) -> OwnedSpec:
    """The members of a partnership, two at least."""

    def sections() -> tuple[Section, ...]:
        return (
            Section(
                "",
                (
                    FieldSpec("organisation_id", N_("Organisation"), "record", required=True),
                    FieldSpec("role", N_("Role"), "choice", options=_roles()),
                    FieldSpec("offers", N_("Offers"), "text", span=2, extra={"lines": 2}),
                ),
            ),
        )

    return OwnedSpec(
        "members",
        N_("Members"),
        N_("Add member"),
        N_("Change member"),
        N_("A partnership has two members at least."),
        sections,
        MemberDraft,
        _Telling(book).member,
        links=Links(desk, book, {"organisation_id": "organisation"}),
        ordered=True,
    )


def agreement_sections() -> tuple[Section, ...]:
    """What was signed: when and where, fields of cooperation, commitments."""
    return (
        Section(
            "",
            (
                FieldSpec("title", N_("Title"), "languages", span=2),
                FieldSpec(
                    "signed_on", N_("Signed on"), "partial", note=N_("Leave it empty when the date is not known.")
                ),
                FieldSpec("signed_at", N_("Signed at")),
                FieldSpec("valid_until", N_("Valid until"), "partial"),
                FieldSpec("fields", N_("Fields of cooperation"), "tags", span=2, extra={"separate": False}),
                FieldSpec("commitments", N_("Commitments"), "tags", span=2, extra={"separate": False}),
                FieldSpec("notes", N_("Notes"), "text", span=2, extra={"lines": 2}),
            ),
        ),
    )


def signatories_spec(desk: Desk, book: NameBook) -> OwnedSpec:
    """Who signed an agreement, for which party, perhaps on behalf of somebody else."""

    def sections() -> tuple[Section, ...]:
        return (
            Section(
                "",
                (
                    FieldSpec("organisation_id", N_("Party"), "record", required=True, span=2),
                    FieldSpec("person_id", N_("Person"), "record"),
                    FieldSpec("name", N_("Name, if not on record")),
                    FieldSpec("position", N_("Position")),
                    FieldSpec("on_behalf_of", N_("On behalf of")),
                ),
            ),
        )

    return OwnedSpec(
        "signatories",
        N_("Parties and signatories"),
        N_("Add signatory"),
        N_("Change signatory"),
        N_("Nobody signed yet."),
        sections,
        AgreementSignatoryDraft,
        _Telling(book).signatory,
        links=Links(desk, book, {"organisation_id": "organisation", "person_id": "person"}),
        ordered=True,
    )


def need_sections() -> tuple[Section, ...]:
    """A topic that a partner stated."""
    statuses = [(status, tr(label(status))) for status in NeedStatus]
    return (
        Section(
            "",
            (
                FieldSpec("topic", N_("Topic"), "languages", span=2, required=True, extra={"lines": 2}),
                FieldSpec("status", N_("Status"), "choice", options=statuses),
                FieldSpec("organisation_id", N_("Of"), "record"),
                FieldSpec("stated_by", N_("Stated by")),
                FieldSpec("stated_on", N_("Stated on"), "partial"),
                FieldSpec("notes", N_("Notes"), "text", span=2, extra={"lines": 2}),
            ),
        ),
    )
