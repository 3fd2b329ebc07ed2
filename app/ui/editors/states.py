"""The states of programmes, partnerships, needs as chips: a word, a sign, a tone."""

from app.core.i18n import tr
from app.core.vocabulary import NeedStatus, PartnershipStatus, ProgrammeStatus, label
from app.ui.widgets.chip import State

_PROGRAMME = {
    ProgrammeStatus.PREPARED: ("neutral", "circle-dashed"),
    ProgrammeStatus.RUNNING: ("success", "dot"),
    ProgrammeStatus.CLOSED: ("neutral", "archive"),
}
_PARTNERSHIP = {
    PartnershipStatus.PROPOSED: ("neutral", "circle-dashed"),
    PartnershipStatus.AGREED: ("info", "signature"),
    PartnershipStatus.ACTIVE: ("success", "dot"),
    PartnershipStatus.ON_HOLD: ("warning", "triangle-alert"),
    PartnershipStatus.REPLACED: ("neutral", "repeat"),
    PartnershipStatus.CLOSED: ("neutral", "archive"),
}
_NEED = {
    NeedStatus.STATED: ("warning", "circle-dashed"),
    NeedStatus.PLANNED: ("info", "calendar-check"),
    NeedStatus.MET: ("success", "check"),
    NeedStatus.DROPPED: ("neutral", "x"),
}


def programme_state(status: ProgrammeStatus) -> State:
    """The state of a programme."""
    return State(tr(label(status)), *_PROGRAMME[status])


def partnership_state(status: PartnershipStatus) -> State:
    """The state of a partnership."""
    return State(tr(label(status)), *_PARTNERSHIP[status])


def need_state(status: NeedStatus) -> State:
    """The state of a need."""
    return State(tr(label(status)), *_NEED[status])
