"""How many of their 90 days in 180 people have used, by the visits that this file knows (PL-10).

Stays of which the file knows nothing (holidays, other programmes, the way through Poland) are not in the figure: the
window says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core import schengen
from app.core.schengen import ALLOWED, Stay
from app.core.vocabulary import ActivityForm, ActivityStatus
from app.models.activities import Activity, Participation
from app.models.organisations import Organisation
from app.models.people import Person
from app.storage.work import View

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class KnownStay:
    """One visit of a person: of which activity (by its key and code), and the stay itself."""

    activity_id: str
    code: str
    stay: Stay


@dataclass(frozen=True, slots=True)
class StayCount:
    """The counter of one person on a day: days used in the 180 that end then, how many days in a row are left from it.

    ``over`` is the first day, from then on, on which a visit that the file knows goes beyond 90, with ``over_code`` the
    code of that visit; ``stays`` are all that count, oldest first.
    """

    on: date
    used: int
    left: int
    stays: tuple[KnownStay, ...]
    over: date | None = None
    over_code: str = ""

    @property
    def allowed(self) -> int:
        """Days allowed in the window."""
        return ALLOWED


@dataclass(frozen=True, slots=True)
class TooLong:
    """Somebody whom a visit would take beyond 90 days: the person, and the first day on which that is so."""

    person_id: str
    used: int
    day: date


def of_person(view: View, person_id: str, on: date) -> StayCount | None:
    """The counter of a person; None for citizens whom the rule does not bind, and while nobody knows of which country.

    A person of another country who never was in the area has one too: all 90 days are left.
    """
    person = view.session.get(Person, person_id)
    if person is None or not schengen.counts_for(person.country):
        return None
    known = _stays(view, [person_id]).get(person_id, ())
    stays = [one.stay for one in known]
    over = schengen.first_over(stays, on)
    codes = [one.code for one in known if over is not None and one.stay.first <= over <= one.stay.last]
    return StayCount(on, schengen.used(stays, on), schengen.left(stays, on), known, over, codes[0] if codes else "")


def too_long(view: View, activity_id: str, people: Sequence[Person]) -> tuple[TooLong, ...]:
    """Those of some people whom an activity would take beyond 90 days in 180, in the order given."""
    bound = [person for person in people if schengen.counts_for(person.country)]
    known = _stays(view, [person.id for person in bound])
    found = []
    for person in bound:
        mine = known.get(person.id, ())
        own = [one.stay for one in mine if one.activity_id == activity_id]
        if not own:
            continue
        stays = [one.stay for one in mine]
        first, last = min(stay.first for stay in own), max(stay.last for stay in own)
        day = schengen.first_over(stays, first)
        if day is not None and day <= last:
            found.append(TooLong(person.id, schengen.used(stays, last), day))
    return tuple(found)


def _stays(view: View, person_ids: Sequence[str]) -> Mapping[str, tuple[KnownStay, ...]]:
    """The stays of people in countries of the area, oldest first; what was called off or held online is none."""
    found: dict[str, list[KnownStay]] = {}
    for start in range(0, len(person_ids), _CHUNK):
        rows = view.session.execute(
            select(Participation, Activity, Organisation.country)
            .join(Activity, Activity.id == Participation.activity_id)
            .outerjoin(Organisation, Organisation.id == Activity.host_id)
            .where(
                Participation.person_id.in_(person_ids[start : start + _CHUNK]),
                Participation.cancelled.is_(False),
                Activity.status != ActivityStatus.CANCELLED,
                Activity.form != ActivityForm.ONLINE,
            )
        )
        for taking, activity, host in rows:
            stay = _stay(taking, activity, host or "")
            if stay is not None:
                found.setdefault(taking.person_id, []).append(KnownStay(activity.id, activity.code, stay))
    return {ident: tuple(_in_order(stays)) for ident, stays in found.items()}


def _stay(taking: Participation, activity: Activity, host: str) -> Stay | None:
    """From arrival to departure where they are known, else from the first to the last day of the event."""
    first = taking.arrival or activity.start.exact
    last = taking.departure or activity.end.exact or activity.start.exact
    country = activity.country or host
    if first is None or last is None or last < first or country not in schengen.SINCE:
        return None
    return Stay(country, first, last)


def _in_order(stays: Iterable[KnownStay]) -> list[KnownStay]:
    return sorted(set(stays), key=lambda one: (one.stay.first, one.stay.last, one.code))


__all__ = ["KnownStay", "StayCount", "TooLong", "of_person", "too_long"]
