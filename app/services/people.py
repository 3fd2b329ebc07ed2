"""People: names in both scripts, posts, consents; the list of people and the editor's draft."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem
from app.core.matching_keys import matching_key
from app.core.names import PersonName
from app.core.text import clean, fold
from app.core.transliteration import cyrillic_language, is_cyrillic
from app.core.vocabulary import LatinSource, Sex
from app.models.people import Consent, Person, PersonPosition
from app.services import documents, draft_checks, records
from app.storage.work import View, Work

#: What people are asked for, and what they may have said (SP-16).
CONSENT_PURPOSES = ("data", "photo", "publication")
CONSENT_STATES = ("given", "refused", "withdrawn", "stated_in_file")
#: Countries whose Cyrillic names are not read by the Ukrainian table.
_OTHER_CYRILLIC = frozenset({"RS", "MK", "ME", "BA", "BG", "RU", "BY"})


@dataclass(frozen=True, slots=True)
class PositionDraft:
    """A post in an organisation with dates; ``main`` stands in lists and on papers."""

    organisation_id: str | None = None
    title: str = ""
    title_en: str = ""
    elected: bool = False
    start: PartialDate = UNKNOWN
    end: PartialDate = UNKNOWN
    main: bool = True
    id: str = ""


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """What a person agreed to or refused."""

    purpose: str = "photo"
    state: str = "given"
    stated_on: PartialDate = UNKNOWN
    source: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What an editor holds of a person. Sensitive: birth date, passport, diet, phones, needs, emergency contact."""

    code: str = ""
    given_name: str = ""
    family_name: str = ""
    patronymic: str = ""
    given_latin: str = ""
    family_latin: str = ""
    latin_source: LatinSource = LatinSource.NONE
    badge_name: str = ""
    salutation: str = ""
    sex: Sex = Sex.UNKNOWN
    country: str = ""
    languages: tuple[str, ...] = ()
    email: str = ""
    other_email: str = ""
    phone: str = ""
    other_phone: str = ""
    birth_date: date | None = None
    passport_number: str = ""
    passport_expiry: date | None = None
    diet: str = ""
    access_needs: str = ""
    emergency_contact: str = ""
    notes: str = ""
    positions: tuple[PositionDraft, ...] = ()
    consents: tuple[ConsentDraft, ...] = ()
    version: int = 0


_NAME_FIELDS = ("given_name", "family_name", "patronymic", "given_latin", "family_latin", "badge_name")
_OWNED = ("positions", "consents")


def load(view: View, ident: str) -> PersonDraft:
    """The draft of one person."""
    row = records.fetch(view, Person, ident)
    positions = view.session.scalars(
        select(PersonPosition)
        .where(PersonPosition.person_id == ident)
        .order_by(PersonPosition.main.desc(), PersonPosition.start.desc(), PersonPosition.id)
    )
    consents = view.session.scalars(select(Consent).where(Consent.person_id == ident).order_by(Consent.id))
    return records.to_draft(
        row,
        PersonDraft,
        positions=tuple(records.to_draft(position, PositionDraft) for position in positions),
        consents=tuple(records.to_draft(consent, ConsentDraft) for consent in consents),
    )


def check(draft: PersonDraft, today: date | None = None) -> tuple[Problem, ...]:
    """What is wrong with a draft; ``today`` is the day against which dates are held."""
    problems = [*_check_names(draft), *_check_details(draft, today or date.today())]
    if sum(position.main for position in draft.positions) > 1:
        problems.append(Problem("positions", "main_position_twice"))
    for position in draft.positions:
        if draft_checks.reversed_period(position.start, position.end):
            problems.append(Problem("positions", "period_reversed"))
    for consent in draft.consents:
        if consent.purpose not in CONSENT_PURPOSES or consent.state not in CONSENT_STATES:
            problems.append(Problem("consents", "consent_unknown"))
    return tuple(problems)


def _check_names(draft: PersonDraft) -> Iterable[Problem]:
    names = (draft.given_name, draft.family_name, draft.given_latin, draft.family_latin)
    if not any(name.strip() for name in names):
        yield Problem("family_name", "person_name_missing")
    for name in ("given_latin", "family_latin"):
        if is_cyrillic(getattr(draft, name)):
            yield Problem(name, "latin_has_cyrillic", {"value": getattr(draft, name)})


def _check_details(draft: PersonDraft, today: date) -> Iterable[Problem]:
    for name in ("email", "other_email"):
        address = getattr(draft, name).strip()
        if address and not _is_address(address):
            yield Problem(name, "email_wrong", {"value": address})
    if not draft_checks.is_country(draft.country):
        yield Problem("country", "country_unknown", {"value": draft.country})
    if draft.birth_date and not 0 <= today.year - draft.birth_date.year <= 120:
        yield Problem("birth_date", "birth_date_unlikely")
    if draft.passport_expiry and draft.passport_expiry < today:
        yield Problem("passport_expiry", "passport_expired", {"day": draft.passport_expiry}, "warning")


def create(work: Work, draft: PersonDraft) -> str:
    """Make a person; an empty code becomes the next ``P-00001``. Raises Invalid."""
    records.refuse(check(draft))
    row = Person(code=draft.code or records.next_code(work, Person, "P-", 5))
    _fill(row, draft)
    ident = work.add(row)
    _sync(work, ident, draft)
    return ident


def save(work: Work, ident: str, draft: PersonDraft) -> None:
    """Keep a changed draft; raises Invalid, Conflict, NotFound."""
    records.refuse(check(draft))
    row = records.fetch(work, Person, ident)
    records.expect_version(row, draft)
    _fill(row, draft)
    work.flush()
    _sync(work, ident, draft)


def delete(work: Work, ident: str) -> None:
    """Delete a person with posts, consents, participations and kept documents.

    Refused(``needed_elsewhere``) when a certificate was issued to the person (CN-1).
    """
    row = records.fetch(work, Person, ident)
    documents.remove_of(work, "person", ident)
    work.delete(row)


def confirm_latin(work: Work, ident: str, source: LatinSource = LatinSource.PASSPORT) -> None:
    """Say where the Latin spelling comes from: what the program made is then no longer only proposed (NA-1)."""
    row = records.fetch(work, Person, ident)
    row.latin_source = source
    work.flush()


def name_of(row: Person) -> PersonName:
    """The name of a mapped person, for every form in which it is written."""
    return PersonName(
        row.given_name,
        row.family_name,
        row.patronymic,
        row.given_latin,
        row.family_latin,
        row.latin_source,
        row.country,
    )


def names(view: View, idents: Iterable[str]) -> dict[str, PersonName]:
    """The names of some people by id, in one query."""
    wanted = sorted(set(idents))
    found: dict[str, PersonName] = {}
    for start in range(0, len(wanted), 500):
        people = view.session.scalars(select(Person).where(Person.id.in_(wanted[start : start + 500])))
        found.update((row.id, name_of(row)) for row in people)
    return found


def with_latin(draft: PersonDraft, before: PersonDraft | None = None) -> PersonDraft:
    """The draft with its Latin spelling and where that comes from settled (NA-1).

    An empty spelling of a Ukrainian name is made by the table. What the program made follows the native name; what was
    typed or stands in the passport is never touched. A spelling that differs from the one before was typed.
    """
    source = draft.latin_source
    typed = bool(draft.given_latin or draft.family_latin)
    if typed and source is LatinSource.GENERATED:
        same_latin = before is not None and _latin(before) == _latin(draft)
        if same_latin and before is not None and _native(before) != _native(draft):
            typed = False
        elif before is not None and not same_latin:
            source = LatinSource.TYPED
    elif typed and source is LatinSource.NONE:
        source = LatinSource.TYPED if is_cyrillic(draft.given_name + draft.family_name) else LatinSource.NONE
    if typed:
        return draft if source is draft.latin_source else replace(draft, latin_source=source)
    if not _reads_ukrainian(draft):
        return replace(draft, given_latin="", family_latin="", latin_source=LatinSource.NONE)
    made = PersonName(draft.given_name, draft.family_name, draft.patronymic).with_generated_latin()
    return replace(draft, given_latin=made.given_latin, family_latin=made.family_latin, latin_source=made.latin_source)


def keys_of(draft: PersonDraft) -> tuple[str, str]:
    """Family and given key under which spellings of a name fall together (MA-4)."""
    return (
        matching_key(draft.family_name or draft.family_latin),
        matching_key(draft.given_name or draft.given_latin),
    )


def _reads_ukrainian(draft: PersonDraft) -> bool:
    whole = f"{draft.given_name} {draft.family_name}"
    return is_cyrillic(whole) and cyrillic_language(whole) == "uk" and draft.country not in _OTHER_CYRILLIC


def _native(draft: PersonDraft) -> tuple[str, str]:
    return draft.given_name, draft.family_name


def _latin(draft: PersonDraft) -> tuple[str, str]:
    return draft.given_latin, draft.family_latin


@cache
def _column_names() -> tuple[str, ...]:
    """The fields of a draft that are columns of the person's own row."""
    return tuple(field.name for field in fields(PersonDraft) if field.name not in _OWNED and field.name != "version")


def column_values(draft: PersonDraft, ident: str) -> dict[str, Any]:
    """A new person's columns for writing many at once; the same as ``create`` would fill."""
    draft = with_latin(draft)
    family_key, given_key = keys_of(draft)
    names = _column_names()
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in zip(names, attrgetter(*names)(draft), strict=True)
    }
    return {
        **values,
        "id": ident,
        "family_key": family_key,
        "given_key": given_key,
        "search_text": search_text(draft),
    }


def search_text(draft: PersonDraft) -> str:
    """What one may search a person by, folded: code, names in both scripts, patronymic, badge name, e-mail."""
    parts = [draft.code, *(getattr(draft, name) for name in _NAME_FIELDS), draft.email, draft.other_email]
    return " ".join(dict.fromkeys(fold(part) for part in parts if part))


def settled(draft: PersonDraft, before: PersonDraft | None = None) -> PersonDraft:
    """The draft as it is kept: names cleaned, addresses trimmed, Latin spelling decided against what was ``before``."""
    texts: dict[str, Any] = {name: clean(getattr(draft, name)) for name in _NAME_FIELDS}
    texts |= {name: getattr(draft, name).strip() for name in ("email", "other_email")}
    return with_latin(replace(draft, **texts), before)


def _fill(row: Person, draft: PersonDraft) -> None:
    before = records.to_draft(row, PersonDraft) if row.id else None
    draft = settled(replace(draft, code=draft.code or row.code), before)
    records.apply(row, draft, skip=_OWNED)
    row.family_key, row.given_key = keys_of(draft)
    row.search_text = search_text(draft)


def _sync(work: Work, ident: str, draft: PersonDraft) -> None:
    records.sync(work, PersonPosition, {"person_id": ident}, draft.positions)
    records.sync(work, Consent, {"person_id": ident}, draft.consents)


def _is_address(address: str) -> bool:
    name, at, host = address.partition("@")
    return bool(at and name and "." in host.strip(".") and "@" not in host and not any(c.isspace() for c in address))
