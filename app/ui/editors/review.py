"""The forms of a review: who is asked by when, and what was said."""

from dataclasses import dataclass
from datetime import date

from app.core.i18n import N_, tr
from app.core.vocabulary import ReviewVerdict, label
from app.ui.form import FieldSpec, Section
from app.ui.widgets.chip import State

_TONES = {
    ReviewVerdict.WAITING: ("neutral", "hourglass"),
    ReviewVerdict.APPROVED: ("success", "check"),
    ReviewVerdict.CHANGES: ("warning", "rotate-ccw"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a reviewer said, when, and why."""

    verdict: ReviewVerdict = ReviewVerdict.APPROVED
    done_on: date | None = None
    comments: str = ""


def verdict_state(verdict: ReviewVerdict) -> State:
    """A verdict as a chip."""
    return State(tr(label(verdict)), *_TONES[verdict])


def review_sections() -> tuple[Section, ...]:
    """Who is asked, in which role, by when."""
    return (
        Section(
            "",
            (
                FieldSpec("reviewer_id", N_("Reviewer"), "record", span=2),
                FieldSpec("reviewer", N_("or a name"), hint=N_("when it is nobody on record")),
                FieldSpec("role", N_("Role"), hint=N_("mentor, expert, coordinator")),
                FieldSpec("due", N_("Due"), "date"),
            ),
        ),
    )


def said_sections() -> tuple[Section, ...]:
    """What the reviewer said."""
    verdicts = [(verdict, tr(label(verdict))) for verdict in ReviewVerdict]
    return (
        Section(
            "",
            (
                FieldSpec("verdict", N_("Verdict"), "choice", options=verdicts),
                FieldSpec("done_on", N_("Given on"), "date"),
                FieldSpec("comments", N_("Comments"), "text", span=2, extra={"lines": 4}),
            ),
        ),
    )
