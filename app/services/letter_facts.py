"""What letter, travel order and report know of a visit besides its head: travel days, meals, contact, who signs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from sqlalchemy import select

from app.core.vocabulary import SessionKind
from app.documents.letter_data import Meal
from app.documents.texts import PersonName, Text, keep_together, text_in
from app.models.activities import Activity, ActivityContact, Visit
from app.models.agendas import AgendaDay
from app.models.partnerships import Agreement
from app.models.programmes import Signatory
from app.services import agenda_facts, agenda_versions, paper_parts
from app.services.agenda_facts import SessionFact
from app.services.import_rows import phone_words
from app.services.people_papers import Taking, takings
from app.storage.work import View

_BREAKFAST_UNTIL, _LUNCH_UNTIL = time(10, 30), time(16, 0)
#: A longer text in the place of a phone number is more than a number.
_PHONE = 24


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """``meals`` by day from the agenda (TR-4); ``version`` the last issued agenda, ``changed`` since it was issued."""

    sessions: tuple[SessionFact, ...]
    meals: Mapping[date, tuple[Meal, ...]]
    first_day: date | None
    last_day: date | None
    arrival: date | None
    departure: date | None
    version: str = ""
    changed: bool = False
    contact: ActivityContact | None = None
    signatory: Signatory | None = None
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def meal_days(self) -> tuple[tuple[Meal, int], ...]:
        """On how many days each meal is given."""
        return tuple((meal, sum(meal in day for day in self.meals.values())) for meal in Meal)

    def text(self, name: str, first: str, second: str = "") -> Text:
        """A text of the visit: travel, accommodation, paid_by, insurance, emergency; empty where there is none."""
        return text_in(self.texts.get(name, {}), first, second)


def facts(view: View, head: paper_parts.Event) -> VisitFacts:
    """Everything of one activity."""
    ident = head.activity.id
    sessions = tuple(fact for fact in agenda_facts.sessions_of(view, [ident])[ident] if not fact.cancelled)
    days = {
        row.day: row.travel
        for row in view.session.scalars(
            select(AgendaDay).where(AgendaDay.activity_id == ident).order_by(AgendaDay.day.desc())
        )
    }
    extra = view.session.scalars(select(Visit).where(Visit.activity_id == ident)).first()
    state = agenda_versions.status(view, ident)
    held = sorted({fact.day for fact in sessions if days.get(fact.day, "") not in {"arrival", "departure"}})
    return VisitFacts(
        sessions=sessions,
        meals=meals_of(sessions),
        first_day=held[0] if held else None,
        last_day=held[-1] if held else None,
        arrival=min((day for day, travel in days.items() if travel == "arrival"), default=None),
        departure=max((day for day, travel in days.items() if travel == "departure"), default=None),
        version=state.number,
        changed=bool(state.changes),
        contact=_contact(view, ident),
        signatory=view.session.scalars(
            select(Signatory).where(Signatory.programme_id == head.programme.id).order_by(Signatory.place)
        ).first(),
        texts={} if extra is None else {name: getattr(extra, name) or {} for name in _TEXTS},
    )


_TEXTS = ("travel", "accommodation", "paid_by", "insurance", "emergency")


def meals_of(sessions: Sequence[SessionFact]) -> dict[date, tuple[Meal, ...]]:
    """The meals of each day by the times of the agenda's items; each once a day."""
    found: dict[date, set[Meal]] = {}
    for fact in sessions:
        if fact.kind is SessionKind.MEAL:
            found.setdefault(fact.day, set()).add(meal_at(fact.starts_at.time()))
    return {day: tuple(meal for meal in Meal if meal in meals) for day, meals in sorted(found.items())}


def meal_at(start: time) -> Meal:
    """Which meal begins at a time: breakfast before 10:30, lunch before 16:00, dinner after."""
    if start < _BREAKFAST_UNTIL:
        return Meal.BREAKFAST
    return Meal.LUNCH if start < _LUNCH_UNTIL else Meal.DINNER


def guests(view: View, activity_id: str, first: str, second: str, person_ids: Sequence[str] = ()) -> list[Taking]:
    """Those who travel to the activity, or the chosen ones of them; hosts and staff are left out."""
    found = [taking for taking in takings(view, activity_id, first, second) if not taking.staff]
    return [taking for taking in found if taking.person.id in person_ids] if person_ids else found


def stays(found: Sequence[Taking], known: VisitFacts) -> tuple[date | None, date | None]:
    """When a delegation comes and goes: by its people, else by the travel days of the agenda."""
    arrivals = [taking.participation.arrival for taking in found if taking.participation.arrival]
    departures = [taking.participation.departure for taking in found if taking.participation.departure]
    return (min(arrivals) if arrivals else known.arrival), (max(departures) if departures else known.departure)


def _contact(view: View, activity_id: str) -> ActivityContact | None:
    """The first contact who can be called; the first with a name where nobody's number is known."""
    rows = view.session.scalars(
        select(ActivityContact).where(ActivityContact.activity_id == activity_id).order_by(ActivityContact.place)
    ).all()
    named = [row for row in rows if row.name.strip()]
    return next((row for row in named if row.phone.strip()), named[0] if named else None)


def basis(view: View, activity: Activity, first: str, second: str) -> Text:
    """The agreement that the visit rests on: the newest of its partnership (PL-10)."""
    if not activity.partnership_id:
        return Text()
    rows = view.session.scalars(select(Agreement).where(Agreement.partnership_id == activity.partnership_id)).all()
    newest = max(rows, key=lambda row: (row.signed_on.last or date.min, row.id), default=None)
    return text_in(newest.title, first, second) if newest else Text()


def contact_line(contact: ActivityContact | None) -> str:
    """Phone and e-mail of a contact; a number never goes on in the next line."""
    if contact is None:
        return ""
    phone = phone_words(contact.phone)
    phone = keep_together(phone) if len(phone) <= _PHONE else phone
    return ", ".join(part for part in (phone, contact.email) if part)


def name_of(text: str) -> PersonName:
    """A name that stands as one text: the last word is the family name."""
    given, _, family = text.strip().rpartition(" ")
    return PersonName(given=given, family=family)
