"""The forms of a deliverable: what it is, whose it is, when it is due; adoption and application."""

from collections.abc import Sequence

from app.core.i18n import N_, tr
from app.core.vocabulary import DeliverableKind, DeliverableStage, label
from app.ui.fields.choices import Choice
from app.ui.form import FieldSpec, Section
from app.ui.widgets.chip import State

_STAGES = {
    DeliverableStage.NOT_STARTED: ("neutral", "circle-dashed"),
    DeliverableStage.DRAFTING: ("info", "pencil-line"),
    DeliverableStage.INTERNAL_REVIEW: ("info", "eye"),
    DeliverableStage.CHANGES_REQUESTED: ("warning", "rotate-ccw"),
    DeliverableStage.APPROVED: ("success", "check"),
    DeliverableStage.CONSULTATION: ("info", "message-square"),
    DeliverableStage.SUBMITTED: ("info", "send"),
    DeliverableStage.ADOPTED: ("success", "badge-check"),
    DeliverableStage.IN_IMPLEMENTATION: ("success", "trending-up"),
    DeliverableStage.ARCHIVED: ("neutral", "archive"),
    DeliverableStage.ON_HOLD: ("warning", "clock"),
    DeliverableStage.CANCELLED: ("neutral", "x"),
}

#: Shorter words than those of the vocabulary, for the room below a column.
_SHORT = {
    DeliverableStage.INTERNAL_REVIEW: N_("Review"),
    DeliverableStage.CHANGES_REQUESTED: N_("Changes"),
    DeliverableStage.CONSULTATION: N_("Consultation"),
    DeliverableStage.SUBMITTED: N_("Submitted"),
    DeliverableStage.IN_IMPLEMENTATION: N_("In use"),
    DeliverableStage.NOT_STARTED: N_("Not started"),
    DeliverableStage.DRAFTING: N_("Drafting"),
    DeliverableStage.APPROVED: N_("Approved"),
    DeliverableStage.ADOPTED: N_("Adopted"),
    DeliverableStage.ARCHIVED: N_("Archived"),
    DeliverableStage.ON_HOLD: N_("On hold"),
    DeliverableStage.CANCELLED: N_("Cancelled"),
}


def short_stage(stage: DeliverableStage) -> str:
    """A stage in a word or two, where there is little room."""
    return tr(_SHORT[stage])


def stage_state(stage: DeliverableStage) -> State:
    """A stage as a chip."""
    return State(tr(label(stage)), *_STAGES[stage])


def kind_options() -> list[tuple[DeliverableKind, str]]:
    """The kinds with their words."""
    return [(kind, tr(label(kind))) for kind in DeliverableKind]


def new_sections(partnerships: Sequence[Choice]) -> tuple[Section, ...]:
    """The few fields that a new deliverable needs."""
    return (
        Section(
            "",
            (
                FieldSpec("title", N_("Title"), "languages", span=2, extra={"lines": 1}),
                FieldSpec("kind", N_("Kind"), "choice", options=kind_options()),
                FieldSpec("due", N_("Due"), "partial"),
                FieldSpec("partnership_id", N_("Partnership"), "record", options=partnerships, span=2),
                FieldSpec("owner_id", N_("Owner"), "record", span=2, note=N_("The municipality whose document it is.")),
                FieldSpec("responsible_id", N_("Responsible"), "record", span=2),
            ),
        ),
    )


def overview_sections(partnerships: Sequence[Choice]) -> tuple[Section, ...]:
    """What it is and whose it is."""
    return (
        Section(
            N_("Deliverable"),
            (
                FieldSpec("title", N_("Title"), "languages", span=2, extra={"lines": 1}),
                FieldSpec("code", N_("Code")),
                FieldSpec("kind", N_("Kind"), "choice", options=kind_options()),
                FieldSpec("due", N_("Due"), "partial", note=N_("As far as it is known: a day, a month, a year.")),
                FieldSpec("partnership_id", N_("Partnership"), "record", options=partnerships),
                FieldSpec("owner_id", N_("Owner"), "record"),
                FieldSpec("responsible_id", N_("Responsible"), "record"),
                FieldSpec(
                    "purposes", N_("Purposes"), "tags", span=2, hint=N_("what it is for: funding, reconstruction …")
                ),
                FieldSpec("notes", N_("Notes"), "text", span=2),
            ),
        ),
    )


def adoption_sections(currency: str) -> tuple[Section, ...]:
    """The decision; for an application, the call and the sums."""
    return (
        Section(
            N_("Decision"),
            (
                FieldSpec("adoption_body", N_("Adopted by"), hint=N_("council or administration")),
                FieldSpec("adoption_number", N_("Number of the decision")),
                FieldSpec("adoption_date", N_("Date of the decision"), "partial"),
            ),
            N_("What was adopted keeps number, date and body of the decision: reports to the donor ask for them."),
        ),
        Section(
            N_("Funding application"),
            (
                FieldSpec("call", N_("Call"), span=2),
                FieldSpec("requested_minor", N_("Requested"), "money", extra={"currency": currency}),
                FieldSpec("own_minor", N_("Own contribution"), "money", extra={"currency": currency}),
                FieldSpec("currency", N_("Currency")),
            ),
        ),
    )


def needed_sections(names: Sequence[str], currency: str) -> tuple[Section, ...]:
    """Only those fields of the adoption that a stage still needs."""
    fields = [spec for section in adoption_sections(currency) for spec in section.fields if spec.name in names]
    return (Section("", tuple(fields)),)
