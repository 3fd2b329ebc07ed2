"""Issued versions of an agenda: snapshots kept as data, and what changed since (AR-1 to AR-5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.i18n import pick
from app.core.vocabulary import AgendaChange, AgendaState
from app.models.activities import Activity
from app.models.agendas import AgendaVersion
from app.services import agenda_authors, agenda_facts, agenda_snapshots, records
from app.services.activities import zone_of
from app.services.agenda_facts import SessionFact
from app.storage.work import View, Work

_NO_REASONS: Mapping[str, str] = MappingProxyType({})
_NEVER = datetime(9999, 12, 31)
#: The number of an agenda that was never issued (AR-1: v0.x).
FIRST_DRAFT = "0.1"
#: Fields of an item that change what somebody reads; times are compared apart (MOVED).
_COMPARED = (
    "kind",
    "title",
    "description",
    "notes",
    "venue",
    "address",
    "host_id",
    "interpretation",
    "online_link",
    "speakers",
    "interpreters",
)


@dataclass(frozen=True, slots=True)
class SessionChange:
    """One line of the change list (AR-4): the item, what it became, when it was and when it is; fields that differ."""

    session_id: str
    change: AgendaChange
    title: str
    fields: tuple[str, ...]
    old_start: datetime | None
    old_end: datetime | None
    new_start: datetime | None
    new_end: datetime | None

    @property
    def day(self) -> date | None:
        """The day on which it stands, or stood when it is gone."""
        moment = self.new_start or self.old_start
        return moment.date() if moment else None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A line of the list of issued versions; ``replaces`` is the number before it, empty for the first (AR-2)."""

    id: str
    number: str
    issued_at: datetime
    note: str
    replaces: str
    state: AgendaState = AgendaState.ISSUED
    who: str = ""


@dataclass(frozen=True, slots=True)
class AgendaStatus:
    """What the version bar tells: draft, issued, revised or final, which number, what changed since (AR-1).

    ``besides``: no item changed, but something else that is printed did: a name, the head, contacts. Only
    ``whole_status`` tells it.
    """

    state: AgendaState
    number: str
    next_number: str
    issued_at: datetime | None
    changes: tuple[SessionChange, ...]
    besides: bool = False

    @property
    def issued(self) -> bool:
        """Whether there is an issued version, of whatever state."""
        return self.state is not AgendaState.DRAFT

    def count(self, change: AgendaChange) -> int:
        """How many items changed in that way."""
        return sum(entry.change is change for entry in self.changes)


def list_rows(view: View, activity_id: str) -> tuple[VersionRow, ...]:
    """The issued versions of an agenda, oldest first."""
    rows = _versions(view, activity_id)
    return tuple(
        VersionRow(
            row.id,
            row.number,
            row.issued_at,
            row.note,
            rows[place - 1].number if place else "",
            _state(row),
            row.who,
        )
        for place, row in enumerate(rows)
    )


def final_version(view: View, activity_id: str) -> str:
    """The id of the version that was kept as implemented last (AR-5); empty while there is none."""
    rows = list_rows(view, activity_id)
    return next((row.id for row in reversed(rows) if row.state is AgendaState.FINAL), "")


def load_snapshot(view: View, version_id: str) -> Mapping[str, Any]:
    """What an issued version said, as plain data, so that it can be printed again (AR-1); NotFound."""
    snapshot: Mapping[str, Any] = records.fetch(view, AgendaVersion, version_id).snapshot
    return snapshot


def status(view: View, activity_id: str) -> AgendaStatus:
    """The state of one agenda."""
    return statuses(view, [activity_id])[activity_id]


def whole_status(view: View, activity_id: str, sessions: Sequence[SessionFact]) -> AgendaStatus:
    """The state of one agenda whose items were read, and whether it is a draft for what is printed besides them."""
    found = statuses(view, [activity_id], {activity_id: sessions})[activity_id]
    if not found.issued or found.changes:
        return found
    return replace(found, besides=bool(draft_number(view, activity_id)))


def statuses(
    view: View, activity_ids: Sequence[str], sessions: Mapping[str, Sequence[SessionFact]] | None = None
) -> dict[str, AgendaStatus]:
    """The states of several agendas in a constant number of queries; ``sessions`` when they were read already."""
    wanted = set(activity_ids)
    facts = sessions if sessions is not None else agenda_facts.sessions_of(view, wanted)
    last: dict[str, AgendaVersion] = {}
    for row in view.session.scalars(
        select(AgendaVersion).where(AgendaVersion.activity_id.in_(wanted)).order_by(AgendaVersion.issued_at)
    ):
        if row.activity_id not in last or _order(row.number) > _order(last[row.activity_id].number):
            last[row.activity_id] = row
    return {ident: _status(view.language, last.get(ident), facts.get(ident, ())) for ident in wanted}


def _status(language: str, version: AgendaVersion | None, sessions: Sequence[SessionFact]) -> AgendaStatus:
    if version is None:
        return AgendaStatus(AgendaState.DRAFT, "", "1.0", None, ())
    changes = compare(version.snapshot["sessions"], agenda_snapshots.items(sessions), language)
    return AgendaStatus(_state(version), version.number, next_number(version.number), version.issued_at, changes)


def _state(row: AgendaVersion) -> AgendaState:
    """The state of a version; those of programs that kept none were revised from the second on."""
    kept = AgendaState(row.state)
    return AgendaState.REVISED if kept is AgendaState.ISSUED and _order(row.number)[1] else kept


def changes_of(view: View, version_id: str) -> tuple[SessionChange, ...]:
    """What an issued version changed against the one before it; empty for the first (AR-3)."""
    row = records.fetch(view, AgendaVersion, version_id)
    earlier = [other for other in _versions(view, row.activity_id) if _order(other.number) < _order(row.number)]
    if not earlier:
        return ()
    return compare(earlier[-1].snapshot["sessions"], row.snapshot["sessions"], view.language)


def issue(
    work: Work,
    activity_id: str,
    note: str = "",
    at: datetime | None = None,
    *,
    reasons: Mapping[str, str] = _NO_REASONS,
) -> str:
    """Keep the agenda as it is now under the next number (1.0, 1.1, 1.2 ...); gives the number.

    ``note`` says what changed, ``reasons`` why a single item did (by its id, AR-4). Refused: ``agenda_empty`` when
    nothing stands in it, ``agenda_not_changed`` when it is as issued, ``agenda_final`` once it is final (AR-1).
    """
    earlier = _versions(work, activity_id)
    if earlier and AgendaState(earlier[-1].state) is AgendaState.FINAL:
        raise Refused("agenda_final", number=earlier[-1].number)
    state = AgendaState.REVISED if earlier else AgendaState.ISSUED
    return _keep(work, activity_id, earlier, state, Told(note, reasons, at))


def finalise(
    work: Work,
    activity_id: str,
    note: str = "",
    at: datetime | None = None,
    *,
    reasons: Mapping[str, str] = _NO_REASONS,
) -> str:
    """Keep the agenda as it was implemented, under the next number, when the event is over; gives the number (AR-5).

    This is the version that a report goes by. It may be corrected by another one like it, and by nothing else.
    Refused: ``agenda_not_over`` before the last item has ended, ``agenda_empty``, ``agenda_not_changed`` when it is
    final already and nothing was corrected.
    """
    activity = records.fetch(work, Activity, activity_id)
    moment = (at or datetime.now(UTC)).astimezone(zone_of(activity.time_zone)).replace(tzinfo=None)
    facts = agenda_facts.sessions_of(work, [activity_id])[activity_id]
    ended = max((fact.ends_at for fact in facts if not fact.cancelled), default=moment)
    if moment < ended or not is_over(activity.start, activity.end, moment.date()):
        last = max(day for day in (ended.date(), last_day(activity.start, activity.end)) if day)
        raise Refused("agenda_not_over", code=activity.code, day=last.isoformat())
    return _keep(work, activity_id, _versions(work, activity_id), AgendaState.FINAL, Told(note, reasons, at))


def last_day(start: PartialDate, end: PartialDate) -> date | None:
    """The last day of an event, as far as it is known."""
    return end.last or start.last


def is_over(start: PartialDate, end: PartialDate, today: date) -> bool:
    """Whether an event may have ended: its last day is known and not still to come."""
    last = last_day(start, end)
    return last is not None and last <= today


@dataclass(frozen=True, slots=True)
class Told:
    """What is said with a version: what changed, why single items did (by id), and when it was issued."""

    note: str
    reasons: Mapping[str, str]
    at: datetime | None


def _keep(work: Work, activity_id: str, earlier: Sequence[AgendaVersion], state: AgendaState, told: Told) -> str:
    activity = records.fetch(work, Activity, activity_id)
    content = agenda_snapshots.snapshot(work, activity_id)
    if not any(not item["cancelled"] for item in content["sessions"]):
        raise Refused("agenda_empty")
    before = earlier[-1] if earlier else None
    unchanged = before is not None and agenda_snapshots.same(before.snapshot, content)
    if before is not None and unchanged and (state is not AgendaState.FINAL or before.state == AgendaState.FINAL):
        raise Refused("agenda_not_changed", number=before.number)
    number = next_number(before.number) if before else "1.0"
    content["version"] = {"number": number, "replaces": before.number if before else ""}
    old = before.snapshot["sessions"] if before else ()
    items = [*content["sessions"], *old]
    content["changed_by"] = agenda_authors.who_changed(
        work, [item["id"] for item in items], before.issued_at if before else None
    )
    changed = {change.session_id for change in compare(old, content["sessions"])} if before else set()
    content["reasons"] = {
        ident: text.strip() for ident, text in told.reasons.items() if ident in changed and text.strip()
    }
    moment = (told.at or datetime.now(UTC)).astimezone(UTC)
    work.add(
        AgendaVersion(
            activity_id=activity.id,
            number=number,
            issued_at=moment,
            note=told.note,
            snapshot=content,
            state=str(state),
            who=work.who,
        )
    )
    return number


def draft_number(view: View, activity_id: str, content: Mapping[str, Any] | None = None) -> str:
    """Under which number the agenda is a draft now (AR-1): 0.1 before its first issue, then the number it will get.

    Empty while everything that is printed is as in the version issued last. Paper and print page both ask here;
    ``content`` is the snapshot of now where it was taken already.
    """
    earlier = _versions(view, activity_id)
    if not earlier:
        return FIRST_DRAFT
    now = agenda_snapshots.snapshot(view, activity_id) if content is None else content
    if agenda_snapshots.same(earlier[-1].snapshot, now):
        return ""
    return next_number(earlier[-1].number)


def next_number(number: str) -> str:
    """The number after an issued one: 1.9 is followed by 1.10."""
    major, minor = _order(number)
    return f"{major}.{minor + 1}"


def compare(
    old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], language: str = "en"
) -> tuple[SessionChange, ...]:
    """What became of each item from one list of items to a later one, in the order of their times (AR-3).

    An item that was cancelled in the old list already is past and not told again. Moved goes before changed: an item
    that was moved and changed is MOVED with the fields that differ.
    """
    before = {item["id"]: item for item in old}
    found: list[SessionChange] = []
    for item in new:
        change = _compare_item(before.pop(item["id"], None), item, language)
        if change is not None:
            found.append(change)
    for gone in before.values():
        if not gone["cancelled"]:
            found.append(_change(AgendaChange.CANCELLED, gone, None, (), language))
    return tuple(sorted(found, key=lambda entry: (entry.new_start or entry.old_start or _NEVER, entry.session_id)))


def _compare_item(was: Mapping[str, Any] | None, item: Mapping[str, Any], language: str) -> SessionChange | None:
    if was is None or was["cancelled"]:
        return None if item["cancelled"] else _change(AgendaChange.NEW, None, item, (), language)
    if item["cancelled"]:
        return _change(AgendaChange.CANCELLED, was, item, (), language)
    fields = tuple(name for name in _COMPARED if was.get(name) != item.get(name))
    if (was["starts_at"], was["ends_at"]) != (item["starts_at"], item["ends_at"]):
        return _change(AgendaChange.MOVED, was, item, fields, language)
    return _change(AgendaChange.CHANGED, was, item, fields, language) if fields else None


def _change(
    change: AgendaChange,
    was: Mapping[str, Any] | None,
    item: Mapping[str, Any] | None,
    fields: tuple[str, ...],
    language: str,
) -> SessionChange:
    shown = item or was or {}
    return SessionChange(
        session_id=shown["id"],
        change=change,
        title=pick(shown["title"], language),
        fields=fields,
        old_start=datetime.fromisoformat(was["starts_at"]) if was else None,
        old_end=datetime.fromisoformat(was["ends_at"]) if was else None,
        new_start=datetime.fromisoformat(item["starts_at"]) if item else None,
        new_end=datetime.fromisoformat(item["ends_at"]) if item else None,
    )


def _versions(view: View, activity_id: str) -> list[AgendaVersion]:
    rows = view.session.scalars(select(AgendaVersion).where(AgendaVersion.activity_id == activity_id)).all()
    return sorted(rows, key=lambda row: _order(row.number))


def _order(number: str) -> tuple[int, int]:
    major, _, minor = number.partition(".")
    return int(major or 0), int(minor or 0)
