"""Names in the dative: proposed, looked at, kept with the person; no paper uses one that nobody confirmed (CE-7)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from app.core.errors import Problem, Refused
from app.core.i18n import LANGUAGES
from app.core.name_declension import DATIVE, DECLINING, WholeName, dative
from app.core.text import one_line
from app.models.people import Person, PersonNameForm
from app.services import paper_parts, records
from app.storage.work import View, Work

#: Letters that a name may have here; the longest that any paper can set.
LONGEST = 300
_CHUNK = 500


class FormState(StrEnum):
    """What a form of a name is worth."""

    #: Somebody looked at it: papers may use it.
    CONFIRMED = "confirmed"
    #: Kept, or made by a rule; nobody has confirmed it.
    PROPOSED = "proposed"
    #: It was confirmed for a name that is written otherwise now.
    CHANGED = "changed"
    #: No rule knows this name, and nobody has typed anything.
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A person's name in the dative of one language; ``name`` is the nominative as papers of that language print it."""

    person_id: str
    code: str
    name: str
    language: str
    text: str
    state: FormState

    @property
    def confirmed(self) -> bool:
        """Whether papers may use it."""
        return self.state is FormState.CONFIRMED


@dataclass(frozen=True, slots=True)
class FormChoice:
    """What somebody decided about one name in one language."""

    person_id: str
    language: str
    text: str


def of_person(view: View, person_id: str) -> tuple[FormRow, ...]:
    """The dative of one person in every language that declines names; NotFound."""
    person = records.fetch(view, Person, person_id)
    kept = _kept(view, [person_id], ())
    languages = dict.fromkeys((*DECLINING, *(language for _, language in kept)))
    return tuple(_row(person, language, kept.get((person_id, language))) for language in languages)


def rows(view: View, person_ids: Iterable[str], languages: Sequence[str]) -> tuple[FormRow, ...]:
    """The dative of many people in some languages, in the order given; those who are gone are left out."""
    wanted = list(dict.fromkeys(person_ids))
    people = _people(view, wanted)
    kept = _kept(view, wanted, languages)
    return tuple(
        _row(people[ident], language, kept.get((ident, language)))
        for ident in wanted
        if ident in people
        for language in languages
    )


def confirmed(view: View, person_ids: Iterable[str], languages: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
    """Confirmed datives by person and language: all that a paper may print. People without one are left out."""
    wanted = list(dict.fromkeys(person_ids))
    if _examples.get():
        told: dict[str, dict[str, str]] = {}
        for one in rows(view, wanted, languages):
            told.setdefault(one.person_id, {})[one.language] = one.text or one.name
        return told
    kept = {key: row for key, row in _kept(view, wanted, languages).items() if row.confirmed}
    people = _people(view, {ident for ident, _ in kept})
    found: dict[str, dict[str, str]] = {}
    for (ident, language), row in kept.items():
        if row.nominative == _nominative(people[ident], language):
            found.setdefault(ident, {})[language] = row.text
    return found


_examples: ContextVar[bool] = ContextVar("examples", default=False)


@contextmanager
def as_examples() -> Iterator[None]:
    """Take every name as confirmed, as proposed: for a page that shows words being typed, and is given to nobody."""
    before = _examples.set(True)
    try:
        yield
    finally:
        _examples.reset(before)


def check(choice: FormChoice) -> tuple[Problem, ...]:
    """What is wrong with a typed form: too long, in no language of ours."""
    if choice.language not in LANGUAGES:
        return (Problem("language", "name_form_language", {"value": choice.language}),)
    length = len(one_line(choice.text))
    if length > LONGEST:
        return (Problem("text", "name_form_long", {"count": length, "most": LONGEST}),)
    return ()


def confirm(work: Work, choices: Sequence[FormChoice]) -> int:
    """Keep these forms as seen and confirmed; an empty text takes the form away. Gives how many are confirmed now.

    All or none: raises Invalid, NotFound.
    """
    return _keep(work, choices, sure=True)


def keep(work: Work, choice: FormChoice) -> None:
    """Keep a form that nobody has confirmed yet (one that came in a file); Invalid, NotFound."""
    _keep(work, [choice], sure=False)


def _keep(work: Work, choices: Sequence[FormChoice], *, sure: bool) -> int:
    for choice in choices:
        records.refuse(check(choice))
    people = _people(work, {choice.person_id for choice in choices})
    kept = _kept(work, list(people), ())
    for choice in choices:
        person = people.get(choice.person_id) or records.fetch(work, Person, choice.person_id)
        row, text = kept.get((person.id, choice.language)), one_line(choice.text)
        if not text:
            if row is not None:
                work.delete(row)
            continue
        if row is None:
            row = PersonNameForm(person_id=person.id, language=choice.language, form=DATIVE)
            work.session.add(row)
        row.text, row.nominative, row.confirmed = text, _nominative(person, choice.language), sure
    work.flush()
    return sum(bool(one_line(choice.text)) for choice in choices)


def refuse_unconfirmed(found: Sequence[FormRow]) -> None:
    """Refused(``name_form_unconfirmed``) when a paper has no way without a form that nobody has confirmed."""
    names = list(dict.fromkeys(row.name for row in found if not row.confirmed))
    if names:
        told = ", ".join(names[:_TOLD]) + (" …" if len(names) > _TOLD else "")
        raise Refused("name_form_unconfirmed", names=told, count=len(names))


#: So many people are told by name.
_TOLD = 5


def _row(person: Person, language: str, kept: PersonNameForm | None) -> FormRow:
    name = _nominative(person, language)
    if kept is None:
        text = dative(_whole(person), language)
        state = FormState.PROPOSED if text else FormState.MISSING
    else:
        text = kept.text
        state = FormState.PROPOSED
        if kept.confirmed:
            state = FormState.CONFIRMED if kept.nominative == name else FormState.CHANGED
        if state is FormState.CHANGED:
            # What fitted the former name is no proposal for the new one, where a rule knows a better.
            text = dative(_whole(person), language) or text
    return FormRow(person.id, person.code, name, language, text, state)


def _nominative(person: Person, language: str) -> str:
    """The name as a certificate in that language prints it: with the patronymic in Ukrainian (NA-3)."""
    return paper_parts.person_name(person).formal(language)


def _whole(person: Person) -> WholeName:
    return WholeName(person.given_name, person.family_name, person.patronymic, str(person.sex), person.country)


def _people(view: View, idents: Collection[str]) -> dict[str, Person]:
    wanted, found = sorted(set(idents)), {}
    for start in range(0, len(wanted), _CHUNK):
        found.update(
            {
                row.id: row
                for row in view.session.scalars(select(Person).where(Person.id.in_(wanted[start : start + _CHUNK])))
            }
        )
    return found


def _kept(view: View, idents: Sequence[str], languages: Collection[str]) -> dict[tuple[str, str], PersonNameForm]:
    """What is kept, by person and language; of all languages where none is named."""
    found: dict[tuple[str, str], PersonNameForm] = {}
    for start in range(0, len(idents), _CHUNK):
        query = select(PersonNameForm).where(
            PersonNameForm.person_id.in_(idents[start : start + _CHUNK]), PersonNameForm.form == DATIVE
        )
        for row in view.session.scalars(query):
            if not languages or row.language in languages:
                found[row.person_id, row.language] = row
    return found


__all__ = [
    "LONGEST",
    "FormChoice",
    "FormRow",
    "FormState",
    "as_examples",
    "check",
    "confirm",
    "confirmed",
    "keep",
    "of_person",
    "refuse_unconfirmed",
    "rows",
]
