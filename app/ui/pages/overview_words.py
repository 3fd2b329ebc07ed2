"""The words of what needs somebody: title, reason, due day, sign and the button that begins it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.i18n import tr, trn
from app.core.sentences import sentence
from app.core.vocabulary import DeliverableStage
from app.core.vocabulary import label as word
from app.services.overview import NeedNow
from app.ui import formats
from app.ui.widgets.chip import State

#: Later than this, the day on which it was due says more than a number of days.
_LONG_AGO = 60
_TONES = {"error": "danger", "warning": "warning", "info": "neutral"}


@dataclass(frozen=True, slots=True)
class NeedWords:
    """One thing that needs somebody, as it is told."""

    title: str
    second: str
    icon: str
    action: str


def need_words(need: NeedNow) -> NeedWords:
    """What, why and what next; codes without words of their own are told by their sentence."""
    maker = _WORDS.get(need.code)
    if maker is None:
        return NeedWords(sentence(need.code, need.params), need.subject, "circle-alert", tr("Open"))
    return maker(need)


def due_state(need: NeedNow, today: date) -> State:
    """The due day as a chip."""
    if need.due is None:
        return State(tr("any time"), "neutral", "dot")
    return State(due_words(need.due, today), _TONES[need.severity], "dot")


def due_words(due: date, today: date) -> str:
    """``3 days over``, ``today``, ``in 4 days``; ``since 15 Oct 2024`` when it is long over."""
    if (today - due).days > _LONG_AGO:
        return tr("since {day}", day=formats.day(due))
    return formats.in_days(due, today)


def begins(days: object) -> str:
    """``begins in 7 days``, ``begins today``, ``under way``."""
    if not isinstance(days, int):
        return tr("date not known")
    if days < 0:
        return tr("under way")
    return tr("begins today") if days == 0 else trn("begins in {n} day", "begins in {n} days", days)


def _when(need: NeedNow) -> str:
    return tr("{visit}: {begins}", visit=need.subject, begins=begins(need.params.get("begins_in")))


def _count(need: NeedNow, key: str = "count") -> int:
    value: Any = need.params.get(key, 0)
    return int(value)


def _no_agenda(need: NeedNow) -> NeedWords:
    return NeedWords(tr("There is no agenda yet"), _when(need), "calendar-days", tr("Make agenda"))


def _agenda_draft(need: NeedNow) -> NeedWords:
    n = _count(need)
    title = trn("The agenda with {n} session is a draft", "The agenda with {n} sessions is a draft", n)
    return NeedWords(title, _when(need), "calendar-days", tr("Issue agenda"))


def _agenda_changed(need: NeedNow) -> NeedWords:
    changes = trn("{n} change since {number}", "{n} changes since {number}", _count(need), number=need.params["number"])
    people = trn("{n} person holds the old one", "{n} people hold the old one", _count(need, "people"))
    second = "  ·  ".join((f"{changes}, {people}", need.subject))
    return NeedWords(
        tr("Agenda changed since it was issued"),
        second,
        "calendar-clock",
        tr("Issue {number}", number=need.params["next"]),
    )


def _no_people(need: NeedNow) -> NeedWords:
    return NeedWords(tr("Nobody of the group is named yet"), _when(need), "users", tr("Add people"))


def _letters(need: NeedNow) -> NeedWords:
    n = _count(need)
    title = trn("{n} invitation letter is not sent yet", "{n} invitation letters are not sent yet", n)
    return NeedWords(title, _when(need), "mail", tr("Print letters"))


def _insurance(need: NeedNow) -> NeedWords:
    title = trn("{n} person has no insurance yet", "{n} people have no insurance yet", _count(need))
    return NeedWords(title, _when(need), "shield-check", tr("Add policies"))


def _interpreter(need: NeedNow) -> NeedWords:
    n, first = _count(need), need.params.get("first")
    title = trn("{n} session has no interpreter", "{n} sessions have no interpreter", n)
    second = _when(need)
    if isinstance(first, date):
        second = tr("{visit}: the first on {day}", visit=need.subject, day=formats.day_short(first))
    return NeedWords(title, second, "mic", tr("Choose"))


def _passport(need: NeedNow) -> NeedWords:
    expires, until = need.params.get("expires"), need.params.get("needed_until")
    second = need.subject
    if isinstance(expires, date) and isinstance(until, date):
        dates = tr(
            "valid until {expires}, needed until {until}", expires=formats.day(expires), until=formats.day(until)
        )
        second = "  ·  ".join((dates, need.subject))
    title = tr("The passport of {name} ends too early", name=need.params.get("name", ""))
    return NeedWords(title, second, "id-card", tr("Look at it"))


def _booked_twice(need: NeedNow) -> NeedWords:
    params = need.params
    taken = need.code == "venue_booked_twice"
    title = (
        tr("{venue} is booked twice", venue=params.get("venue", ""))
        if taken
        else tr("{name} is booked twice", name=params.get("name", ""))
    )
    both = tr("“{title}” and “{other}” overlap", title=params.get("title", ""), other=params.get("other", ""))
    return NeedWords(title, "  ·  ".join((both, need.subject)), "circle-alert", tr("Show clash"))


def _deliverable(need: NeedNow) -> NeedWords:
    stage = need.params.get("stage")
    told = tr(word(stage)) if isinstance(stage, DeliverableStage) else ""
    second = "  ·  ".join(part for part in (need.subject, told) if part)
    title = tr("{title} is overdue") if need.code == "deliverable_overdue" else tr("{title} is due")
    return NeedWords(title.replace("{title}", str(need.params["title"])), second, "file-check", tr("Open"))


def _review(need: NeedNow) -> NeedWords:
    title = tr("Review of {title}", title=need.params["title"])
    second = tr("waits for {reviewer}", reviewer=need.params["reviewer"])
    return NeedWords(title, second, "file-pen", tr("Remind"))


def _certificates(need: NeedNow) -> NeedWords:
    n = _count(need)
    title = trn("{n} certificate is ready to issue", "{n} certificates are ready to issue", n)
    return NeedWords(title, need.subject, "award", tr("Issue"))


def _marks(need: NeedNow) -> NeedWords:
    n = _count(need)
    title = trn("Marks of attendance of {n} person are missing", "Marks of attendance of {n} people are missing", n)
    return NeedWords(title, need.subject, "clipboard-check", tr("Fill in"))


_WORDS: dict[str, Callable[[NeedNow], NeedWords]] = {
    "visit_without_agenda": _no_agenda,
    "agenda_not_issued": _agenda_draft,
    "agenda_changed_since_issue": _agenda_changed,
    "visit_without_participants": _no_people,
    "letters_missing": _letters,
    "insurance_missing": _insurance,
    "interpreter_missing": _interpreter,
    "passport_expires": _passport,
    "speaker_booked_twice": _booked_twice,
    "interpreter_booked_twice": _booked_twice,
    "venue_booked_twice": _booked_twice,
    "person_booked_elsewhere": _booked_twice,
    "deliverable_overdue": _deliverable,
    "deliverable_due": _deliverable,
    "review_overdue": _review,
    "review_due": _review,
    "certificates_ready": _certificates,
    "marks_missing": _marks,
}
