"""The words of the import assistant that are the same for every kind of sheet: outcomes and reasons."""

from app.core.i18n import N_, tr
from app.core.sentences import sentence
from app.services.import_rows import PlanRow
from app.ui.widgets.chip import State

_OUTCOMES = {
    "new": (N_("New"), "info", "plus"),
    "update": (N_("Update"), "success", "refresh-cw"),
    "same": (N_("Same"), "neutral", "equal"),
    "duplicate": (N_("Repeated"), "neutral", "copy"),
    "doubtful": (N_("Doubtful"), "warning", "circle-help"),
    "refused": (N_("Refused"), "danger", "circle-x"),
    "left": (N_("Left out"), "neutral", "circle-minus"),
}
#: The order in which outcomes are counted and listed.
OUTCOMES = ("new", "update", "same", "doubtful", "duplicate", "refused", "left")


def outcome_of(row: PlanRow) -> str:
    """The outcome with the user's own one, ``left``."""
    return "left" if row.left_out else row.outcome.value


def outcome_state(row: PlanRow) -> State:
    """The outcome of a row as a chip."""
    word, tone, sign = _OUTCOMES[outcome_of(row)]
    return State(tr(word), tone, sign)


def all_states() -> list[State]:
    """Every outcome as a chip."""
    return [State(tr(word), tone, sign) for word, tone, sign in _OUTCOMES.values()]


def outcome_word(outcome: str) -> str:
    """The outcome alone."""
    return tr(_OUTCOMES[outcome][0])


def why(row: PlanRow) -> str:
    """Why the row has its outcome: a doubt about a cell comes first."""
    if row.left_out:
        return tr("You left it out.")
    if row.outcome.value in ("doubtful", "refused", "duplicate"):
        return sentence(row.reason, row.reason_params)
    doubts = row.doubts
    if doubts:
        return sentence(doubts[0].code, doubts[0].params)
    if row.outcome.value == "new" and row.sources.get("family_latin") == "generated":
        # Short, because it stands at nearly every row of somebody new.
        words = tr("spelling to confirm")
        return words[:1].upper() + words[1:]
    if row.reason == "import_row_new" and row.people:
        # Somebody said so, now or in an import before.
        return tr("Somebody new: not the person who is known.")
    if row.outcome.value == "update" and "n" in row.reason_params and row.stays:
        # What the user keeps does not change.
        return sentence(row.reason, {**row.reason_params, "n": len(row.old.keys() - row.stays)})
    return sentence(row.reason, row.reason_params)
