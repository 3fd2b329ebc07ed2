"""Issued versions of an agenda: snapshots kept as data, and what changed since (AR-1 to AR-4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

from app.core.errors import Refused
from app.core.i18n import pick
from app.core.vocabulary import AgendaChange, AgendaState, ParticipationRole
from app.models.activities import Activity, ActivityContact, Participation, Visit
from app.models.agendas import AgendaDay, AgendaVersion
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.people import Person
from app.models.programmes import Programme
from app.services import agenda_authors, agenda_facts, records
from app.services.agenda_facts import SessionFact
from app.services.participations import main_positions
from app.services.person_names import people_by_id
from app.storage.work import View, Work

_NEVER = datetime(9999, 12, 31)
#: The number of an agenda that was never issued (AR-1: v0.x).
FIRST_DRAFT = "0.1"
#: Roles of those who come; hosts, speakers and interpreters are not counted in the group.
GUEST_ROLES = (ParticipationRole.MENTEE, ParticipationRole.POLITICIAN, ParticipationRole.OFFICIAL)
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


@dataclass(frozen=True, slots=True)
class AgendaStatus:
    """What the version bar tells: draft or issued, which number, what changed since."""

    state: AgendaState
    number: str
    next_number: str
    issued_at: datetime | None
    changes: tuple[SessionChange, ...]

    def count(self, change: AgendaChange) -> int:
        """How many items changed in that way."""
        return sum(entry.change is change for entry in self.changes)


def list_rows(view: View, activity_id: str) -> tuple[VersionRow, ...]:
    """The issued versions of an agenda, oldest first."""
    rows = _versions(view, activity_id)
    return tuple(
        VersionRow(row.id, row.number, row.issued_at, row.note, rows[place - 1].number if place else "")
        for place, row in enumerate(rows)
    )


def load_snapshot(view: View, version_id: str) -> Mapping[str, Any]:
    """What an issued version said, as plain data, so that it can be printed again (AR-1); NotFound."""
    snapshot: Mapping[str, Any] = records.fetch(view, AgendaVersion, version_id).snapshot
    return snapshot


def status(view: View, activity_id: str) -> AgendaStatus:
    """The state of one agenda."""
    return statuses(view, [activity_id])[activity_id]


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
    changes = compare(version.snapshot["sessions"], [_item(fact) for fact in sessions], language)
    return AgendaStatus(AgendaState.ISSUED, version.number, next_number(version.number), version.issued_at, changes)


def changes_of(view: View, version_id: str) -> tuple[SessionChange, ...]:
    """What an issued version changed against the one before it; empty for the first (AR-3)."""
    row = records.fetch(view, AgendaVersion, version_id)
    earlier = [other for other in _versions(view, row.activity_id) if _order(other.number) < _order(row.number)]
    if not earlier:
        return ()
    return compare(earlier[-1].snapshot["sessions"], row.snapshot["sessions"], view.language)


def issue(work: Work, activity_id: str, note: str = "", at: datetime | None = None) -> str:
    """Keep the agenda as it is now under the next number (1.0, 1.1, 1.2 ...); gives the number.

    Refused(``agenda_empty``) when nothing stands in it, Refused(``agenda_not_changed``) when it is as issued.
    """
    activity = records.fetch(work, Activity, activity_id)
    content = snapshot(work, activity_id)
    if not any(not item["cancelled"] for item in content["sessions"]):
        raise Refused("agenda_empty")
    earlier = _versions(work, activity_id)
    if earlier and _printed(earlier[-1].snapshot) == _printed(content, earlier[-1].snapshot):
        raise Refused("agenda_not_changed", number=earlier[-1].number)
    number = next_number(earlier[-1].number) if earlier else "1.0"
    content["version"] = {"number": number, "replaces": earlier[-1].number if earlier else ""}
    since = earlier[-1].issued_at if earlier else None
    items = [*content["sessions"], *(earlier[-1].snapshot["sessions"] if earlier else ())]
    content["changed_by"] = agenda_authors.who_changed(work, [item["id"] for item in items], since)
    moment = (at or datetime.now(UTC)).astimezone(UTC)
    work.add(AgendaVersion(activity_id=activity.id, number=number, issued_at=moment, note=note, snapshot=content))
    return number


def draft_number(view: View, activity_id: str, content: Mapping[str, Any] | None = None) -> str:
    """Under which number the agenda is a draft now (AR-1): 0.1 before its first issue, then the number it will get.

    Empty while everything that is printed is as in the version issued last. Paper and print page both ask here;
    ``content`` is the snapshot of now where it was taken already.
    """
    earlier = _versions(view, activity_id)
    if not earlier:
        return FIRST_DRAFT
    now = snapshot(view, activity_id) if content is None else content
    if _printed(earlier[-1].snapshot) == _printed(now, earlier[-1].snapshot):
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


def snapshot(view: View, activity_id: str) -> dict[str, Any]:
    """The whole agenda as plain data: head, days, items, contacts, and the people and organisations that it names."""
    activity = records.fetch(view, Activity, activity_id)
    sessions = agenda_facts.sessions_of(view, [activity_id])[activity_id]
    days = view.session.scalars(
        select(AgendaDay).where(AgendaDay.activity_id == activity_id).order_by(AgendaDay.day)
    ).all()
    contacts = view.session.scalars(
        select(ActivityContact).where(ActivityContact.activity_id == activity_id).order_by(ActivityContact.place)
    )
    people = {ident for fact in sessions for ident in (*fact.speakers, *fact.interpreters)}
    people |= {day.chair_id for day in days if day.chair_id}
    return {
        "activity": _head(view, activity),
        "days": [
            {
                "day": day.day.isoformat(),
                "city": day.city,
                "theme": day.theme,
                "chair_id": day.chair_id,
                "travel": day.travel,
            }
            for day in days
        ],
        "sessions": [_item(fact) for fact in sessions],
        "contacts": [
            {
                "duty": row.duty,
                "name": row.name,
                "organisation": row.organisation,
                "phone": row.phone,
                "email": row.email,
            }
            for row in contacts
        ],
        "people": _people(view, people),
        "organisations": _organisations(view, {fact.host_id for fact in sessions} | {activity.host_id}),
        "country": activity.country,
        "visit": _visit(view, activity_id),
        "group": _group(view, activity),
    }


def _visit(view: View, activity_id: str) -> dict[str, Any]:
    """What the guests are told besides the items (AG-6, AG-7)."""
    row = view.session.scalars(select(Visit).where(Visit.activity_id == activity_id)).first()
    if row is None:
        return {}
    return {
        "travel": row.travel,
        "accommodation": row.accommodation,
        "paid_by": row.paid_by,
        "insurance": row.insurance,
        "emergency": row.emergency,
    }


def _group(view: View, activity: Activity) -> dict[str, Any]:
    """Who comes, by sex and role, each person once by sex (AG-2, ME-3)."""
    rows = view.session.execute(
        select(Participation.person_id, Participation.role, Person.sex)
        .join(Person, Person.id == Participation.person_id)
        .where(Participation.activity_id == activity.id, Participation.cancelled.is_(False))
        .where(Participation.role.in_(GUEST_ROLES))
    ).all()
    sexes = {person_id: str(sex) for person_id, _, sex in rows}
    roles: dict[str, set[str]] = {}
    for person_id, role, _ in rows:
        roles.setdefault(str(role), set()).add(person_id)
    return {
        "sexes": {sex: sum(one == sex for one in sexes.values()) for sex in sorted(set(sexes.values()))},
        "roles": {role: len(people) for role, people in sorted(roles.items())},
        "expected": activity.expected_participants or 0,
    }


def _head(view: View, row: Activity) -> dict[str, Any]:
    programme = records.fetch(view, Programme, row.programme_id)
    partnership = view.session.get(Partnership, row.partnership_id) if row.partnership_id else None
    return {
        "code": row.code,
        "kind": str(row.kind),
        "title": row.title,
        "theme": row.theme,
        "programme": programme.title,
        "programme_code": programme.code,
        "partnership": partnership.title if partnership else "",
        "start": str(row.start),
        "end": str(row.end),
        "place": row.place,
        "host_id": row.host_id,
        "time_zone": row.time_zone,
        "second_zone": row.second_zone,
        "languages": list(row.languages),
        "interpretation": str(row.interpretation),
        "aim": row.aim,
        "results": row.results,
    }


def _item(fact: SessionFact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "kind": str(fact.kind),
        "starts_at": fact.starts_at.isoformat(timespec="minutes"),
        "ends_at": fact.ends_at.isoformat(timespec="minutes"),
        "title": _texts(fact.title),
        "description": _texts(fact.description),
        "notes": _texts(fact.notes),
        "venue": _texts(fact.venue),
        "address": fact.address,
        "host_id": fact.host_id,
        "interpretation": str(fact.interpretation),
        "online_link": fact.online_link,
        "cancelled": fact.cancelled,
        "speakers": list(fact.speakers),
        "interpreters": list(fact.interpreters),
    }


def _texts(texts: Mapping[str, str]) -> dict[str, str]:
    """As it is kept: empty texts are none."""
    return {language: text for language, text in texts.items() if text}


def _people(view: View, idents: set[str]) -> dict[str, Any]:
    posts = main_positions(view, idents)
    organisations = _organisations(view, {post.organisation_id for post in posts.values()})
    return {ident: _person(row, posts.get(ident), organisations) for ident, row in people_by_id(view, idents).items()}


def _person(row: Person, post: Any, organisations: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "given": row.given_name,
        "family": row.family_name,
        "patronymic": row.patronymic,
        "given_latin": row.given_latin,
        "family_latin": row.family_latin,
        "latin_source": str(row.latin_source),
        "salutation": row.salutation,
        "sex": str(row.sex),
        "position": {"": post.title, "en": post.title_en} if post else {},
        "organisation": organisations.get(post.organisation_id or "", {}) if post else {},
    }


def _organisations(view: View, idents: set[str | None]) -> dict[str, Any]:
    wanted = {ident for ident in idents if ident}
    if not wanted:
        return {}
    rows = view.session.scalars(select(Organisation).where(Organisation.id.in_(wanted)))
    return {row.id: {"name": row.name, "short_name": row.short_name, "country": row.country} for row in rows}


def _printed(content: Mapping[str, Any], like: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What makes a new version: everything but its own number, who changed it and who has been registered since.

    ``like`` leaves out what an older snapshot could not hold yet.
    """
    return {
        name: value
        for name, value in content.items()
        if name not in {"version", "changed_by", "group"} and (like is None or name in like)
    }


def _versions(view: View, activity_id: str) -> list[AgendaVersion]:
    rows = view.session.scalars(select(AgendaVersion).where(AgendaVersion.activity_id == activity_id)).all()
    return sorted(rows, key=lambda row: _order(row.number))


def _order(number: str) -> tuple[int, int]:
    major, _, minor = number.partition(".")
    return int(major or 0), int(minor or 0)
