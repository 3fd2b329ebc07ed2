"""Who may be on record already, asked while a new person is typed; and pairs that may be entered twice (MA-7)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import or_, select

from app.core.names import NameForm, display, native_list
from app.core.people_comparison import Level, PersonFacts, compare_people
from app.models.people import Person
from app.services import people, people_merging, picking
from app.services.people import PersonDraft
from app.storage.work import View

#: So many letters of a key find misspelt names; the comparison then decides.
_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class LikelyTwin:
    """Somebody on record who may be the same person; ``certain`` when hardly anything speaks against it."""

    id: str
    code: str
    name: str
    native_name: str
    second: str
    certain: bool


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two people on record who may be one."""

    first: LikelyTwin
    second: LikelyTwin


def likely_twins(view: View, draft: PersonDraft, besides: str = "", most: int = 5) -> tuple[LikelyTwin, ...]:
    """People on record who may be the one that is typed, surest first (MA-5, MA-6); ``besides`` is left out."""
    family, given = people.keys_of(draft)
    address = draft.email.strip().lower()
    if not (family or address):
        return ()
    conditions = [Person.email == address] if address else []
    if family:
        conditions += [Person.family_key.startswith(family[:_BEGINNING], autoescape=True), Person.given_key == family]
    facts = _facts_of_draft(draft)
    found: list[tuple[Level, Person]] = []
    for row in view.session.scalars(select(Person).where(or_(*conditions), Person.id != besides)):
        level = compare_people(facts, _facts(row))
        if level >= Level.POSSIBLE and not (level is Level.POSSIBLE and not given and not address):
            found.append((level, row))
    found.sort(key=_surest_first)
    return _told(view, found[:most])


def likely_pairs(view: View, most: int = 100) -> tuple[LikelyPair, ...]:
    """Pairs of people who may be one, surest first, those of whom the user said that they are two left out (MA-7).

    Only people whose family names begin alike are compared: the work must not grow with the square of the people.
    """
    declined = people_merging.declined_pairs(view)
    groups: dict[str, list[Person]] = {}
    for row in view.session.scalars(select(Person).order_by(Person.code)):
        groups.setdefault(row.family_key[:_BEGINNING], []).append(row)
    found: list[tuple[Level, Person, Person]] = []
    for rows in groups.values():
        facts = [_facts(row) for row in rows]
        for first, row in enumerate(rows):
            for second in range(first + 1, len(rows)):
                pair = (min(row.id, rows[second].id), max(row.id, rows[second].id))
                level = Level.DIFFERENT if pair in declined else compare_people(facts[first], facts[second])
                if level >= Level.PROBABLE:
                    found.append((level, row, rows[second]))
    found.sort(key=lambda pair: (-pair[0], pair[1].code))
    told = _told(view, [(level, row) for level, *pair in found[:most] for row in pair])
    return tuple(LikelyPair(one, other) for one, other in zip(told[::2], told[1::2], strict=True))


def _surest_first(pair: tuple[Level, Person]) -> tuple[int, str]:
    return -pair[0], pair[1].code


def _told(view: View, found: Iterable[tuple[Level, Person]]) -> tuple[LikelyTwin, ...]:
    found = list(found)
    about = {pick.id: pick.second for pick in picking.people_named(view, [row.id for _, row in found])}
    twins = []
    for level, row in found:
        name = people.name_of(row)
        twins.append(
            LikelyTwin(
                id=row.id,
                code=row.code,
                name=display(name, "en", NameForm.SENTENCE),
                native_name=native_list(name) if name.cyrillic else "",
                second=about.get(row.id, ""),
                certain=level is Level.CERTAIN,
            )
        )
    return tuple(twins)


def _facts(row: Person) -> PersonFacts:
    return PersonFacts(
        given=row.given_name,
        family=row.family_name,
        patronymic=row.patronymic,
        given_latin=row.given_latin,
        family_latin=row.family_latin,
        gender=row.sex.value,
        email=row.email.lower(),
        birth_date=row.birth_date.isoformat() if row.birth_date else "",
    )


def _facts_of_draft(draft: PersonDraft) -> PersonFacts:
    return PersonFacts(
        given=draft.given_name,
        family=draft.family_name,
        patronymic=draft.patronymic,
        given_latin=draft.given_latin,
        family_latin=draft.family_latin,
        gender=draft.sex.value,
        email=draft.email.strip().lower(),
        birth_date=draft.birth_date.isoformat() if draft.birth_date else "",
    )
