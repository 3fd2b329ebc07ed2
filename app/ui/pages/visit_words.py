"""How visits and trainings are told: their state, their dates, what is still missing for them."""

from collections.abc import Iterable
from datetime import date

from app.core.i18n import tr, trn
from app.core.vocabulary import ActivityStatus, AgendaState, label
from app.services.activities import ActivityRow
from app.services.visit_readiness import Readiness
from app.ui import formats
from app.ui.widgets.chip import State

_TONES = {
    ActivityStatus.IDEA: ("neutral", "lightbulb"),
    ActivityStatus.PLANNED: ("info", "dot"),
    ActivityStatus.CONFIRMED: ("info", "check"),
    ActivityStatus.RUNNING: ("warning", "clock"),
    ActivityStatus.TOOK_PLACE: ("success", "check"),
    ActivityStatus.POSTPONED: ("warning", "triangle-alert"),
    ActivityStatus.CANCELLED: ("neutral", "x"),
}
_COMING = frozenset({ActivityStatus.IDEA, ActivityStatus.PLANNED, ActivityStatus.CONFIRMED, ActivityStatus.RUNNING})


def status_state(status: ActivityStatus) -> State:
    """A status as a chip."""
    tone, sign = _TONES[status]
    return State(tr(label(status)), tone, sign)


def dates(row: ActivityRow) -> str:
    """``9–27 October 2023``, or as far as it is known."""
    start, end = row.start, row.end
    if start.exact is not None and (end.exact is not None or not end.known):
        return formats.days(start.exact, end.exact or start.exact)
    if not start.known or not end.known or start == end:
        return formats.partial(start if start.known else end)
    return f"{formats.partial(start)} {formats.DASH} {formats.partial(end)}"


def dates_short(row: ActivityRow) -> str:
    """``9–27 Oct 2023``, for lists: a date is never cut off."""
    start, end = row.start.exact, row.end.exact or row.start.exact
    if start is None or end is None or (row.end.known and row.end.exact is None):
        return dates(row)
    if start == end:
        return formats.day(start)
    last = formats.day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{formats.DASH}{last}"
    first = formats.day(start)
    if start.year == end.year:
        first = first.removesuffix(f" {start.year}")
    return f"{first} {formats.DASH} {last}"


def facts(row: ActivityRow, today: date) -> list[str]:
    """The two or three facts that matter, for the head of the page."""
    when = dates(row)
    if row.days and row.days > 1:
        when = f"{when}, {trn('{n} day', '{n} days', row.days)}"
    people = trn("{n} participant", "{n} participants", row.participants) if row.participants else tr("group not named")
    return [tr(label(row.kind)), when, people, begins(row, today), row.code]


def begins(row: ActivityRow, today: date) -> str:
    """``begins in 7 days``; empty when it is over, or nobody knows."""
    first, last = row.start.exact, row.end.exact or row.start.exact
    if first is None or last is None or row.status not in _COMING or last < today:
        return ""
    if first > today:
        return tr("begins {when}", when=formats.in_days(first, today))
    return trn("day {n} of {all}", "day {n} of {all}", (today - first).days + 1, all=(last - first).days + 1)


def is_coming(row: ActivityRow, today: date) -> bool:
    """Whether it is still to come or under way."""
    last = row.end.last or row.start.last
    return row.status in _COMING and (last is None or last >= today)


def missing(entry: Readiness | None) -> tuple[State, ...]:
    """What still lacks, as chips; one good chip when nothing does."""
    if entry is None:
        return ()
    found = list(_missing(entry))
    return tuple(found) or (State(tr("All ready"), "success"),)


def _missing(entry: Readiness) -> Iterable[State]:
    if entry.clashes:
        yield State(trn("{n} clash", "{n} clashes", len(entry.clashes)), "danger", "circle-alert")
    if not entry.sessions:
        yield State(tr("No agenda"), _tone(entry, "agenda"), "circle-dashed")
    elif entry.agenda.state is AgendaState.DRAFT:
        yield State(tr("Agenda: draft"), _tone(entry, "agenda"), "circle-dashed")
    elif entry.agenda.changes:
        count = len(entry.agenda.changes)
        yield State(trn("Agenda: {n} change", "Agenda: {n} changes", count), "warning", "circle-dashed")
    if not entry.travellers:
        yield State(tr("Group not named"), "neutral", "circle-dashed")
        return
    for what, words, done in (
        ("letters", tr("Letters"), entry.letters),
        ("insurance", tr("Insurance"), entry.insured),
    ):
        if done < entry.travellers:
            text = tr("{what} {done} of {all}", what=words, done=done, all=entry.travellers)
            yield State(text, _tone(entry, what), "circle-dashed")
    if entry.interpreters_found < entry.interpreted:
        missing_days = len(entry.days_without_interpreter)
        text = trn("No interpreter on {n} day", "No interpreter on {n} days", missing_days)
        yield State(text, _tone(entry, "interpreter"), "circle-dashed")
    if entry.passports:
        count = len(entry.passports)
        yield State(trn("{n} passport too short", "{n} passports too short", count), "danger", "x")


def _tone(entry: Readiness, what: str) -> str:
    """Quiet while there is time, a warning near the day it is due, danger when it is over."""
    due = entry.due(what)
    if due is None or entry.days_left is None:
        return "neutral"
    left = (due - date.today()).days
    return "danger" if left < 0 else "warning" if left <= 14 else "neutral"
