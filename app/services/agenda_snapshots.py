"""An agenda as plain data, as an issued version keeps it (AR-1); what of it is printed, and so makes a new version."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from app.core.vocabulary import ParticipationRole
from app.models.activities import Activity, ActivityContact, Participation, Visit
from app.models.agendas import AgendaDay
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.people import Person
from app.models.programmes import Programme
from app.services import agenda_facts, records
from app.services.agenda_facts import SessionFact
from app.services.participations import main_positions
from app.services.person_names import people_by_id
from app.storage.work import View

#: Roles of those who come; hosts, speakers and interpreters are not counted in the group.
GUEST_ROLES = (ParticipationRole.MENTEE, ParticipationRole.POLITICIAN, ParticipationRole.OFFICIAL)
#: What a version says of itself, and who has been registered since: no change of what the agenda says.
_BESIDES = frozenset({"version", "changed_by", "reasons", "group"})


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


def items(facts: Sequence[SessionFact]) -> list[dict[str, Any]]:
    """Items as a snapshot keeps them."""
    return [_item(fact) for fact in facts]


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
        "country": row.country,
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


def same(kept: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether everything that is printed is as in a version that was kept.

    What a snapshot of an older program could not hold yet is no change.
    """
    return _printed(kept, kept) == _printed(now, kept)


def _printed(content: Mapping[str, Any], like: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in content.items() if name not in _BESIDES and name in like}
    known = like.get("people", {})
    if "people" in told:
        told["people"] = {
            ident: {name: value for name, value in person.items() if name in known.get(ident, person)}
            for ident, person in told["people"].items()
        }
    return told
