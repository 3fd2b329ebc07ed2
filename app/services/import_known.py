"""What an import changes of people who are known: read together, changed together (law 5: as ``people.save`` would).

A row fills gaps and brings the differences that were found; notes only grow (SP-8), second numbers and consents are
taken where there are none yet (SP-10, SP-16).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.sql.elements import ColumnElement

from app.core.errors import NotFound
from app.core.note_lines import with_lines
from app.core.vocabulary import Sex
from app.importers.matching import Match
from app.importers.spoken_languages import spoken_languages
from app.importers.staged import Outcome, StagedRow
from app.models.people import Consent, Person, PersonPosition
from app.services import people, records
from app.services.import_newcomers import (
    CONSENTS,
    CONTACTS,
    Keys,
    latin_source_of,
    read_day,
    second_contacts,
)
from app.services.import_roles import consents_of
from app.services.people import PersonDraft
from app.storage.bulk import Change
from app.storage.recorder import table_of
from app.storage.work import View, Work

#: Rows that wait until they are written together.
CHUNK = 500

_TEXTS = frozenset(
    (
        "given_name",
        "family_name",
        "patronymic",
        "given_latin",
        "family_latin",
        "email",
        "phone",
        "passport_number",
        "diet",
    )
)
#: Columns of a row that are no fields of a person in a plan; they only fill gaps.
_GAPS = {"accessibility": "access_needs", "emergency_contact": "emergency_contact"}
#: Columns beside the fields of a person that may bring something.
ASKING = CONTACTS | CONSENTS | _GAPS.keys()
_DERIVED = ("family_key", "given_key", "search_text")
_OWNED = ("positions", "consents", "version")
_COLUMNS = (*(one.name for one in fields(PersonDraft) if one.name not in _OWNED), *_DERIVED)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What one row asks for of a known person; ``certain`` when something is surely changed."""

    row: StagedRow
    person_id: str
    changed: Mapping[str, str]
    organisation: str | None


def wanted(row: StagedRow, match: Match, corrected: bool) -> dict[str, str] | None:
    """The fields that a row changes of the known person; None when it asks for nothing at all.

    Empty when only the other columns (comments, second numbers, consents) may bring something.
    """
    changed = {difference.field: difference.new for difference in match.differences} if match.differences else {}
    if corrected or match.outcome is Outcome.DOUBTFUL:
        changed |= {name: value for name, value in row.fields.items() if value}
    if changed or (row.extra and not ASKING.isdisjoint(row.extra)):
        return changed
    return None


class Changes:
    """Collects what rows change of known people, and writes it chunk by chunk."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._keys = Keys()
        self._wishes: dict[str, _Wish] = {}
        self._forms = {name: work.stored_form(Person, name) for name in _COLUMNS}
        #: How many rows changed something, and how many nothing after all.
        self.changed = self.same = 0

    def add(self, row: StagedRow, person_id: str, changed: Mapping[str, str], organisation: str | None) -> None:
        """Take what a row asks for. Two rows about one person go one after the other."""
        if person_id in self._wishes:
            self.write()
        self._wishes[person_id] = _Wish(row, person_id, changed, organisation)

    @property
    def waiting(self) -> int:
        """How many rows are not written yet."""
        return len(self._wishes)

    def write(self) -> None:
        """Write what was taken so far; NotFound for somebody who is gone, Invalid as ``people.save``."""
        if not self._wishes:
            return
        wishes, self._wishes = self._wishes, {}
        touched = {*self._people(wishes), *self._positions(wishes), *self._consents(wishes)}
        for ident, wish in wishes.items():
            if wish.changed or ident in touched:
                self.changed += 1
            else:
                self.same += 1

    def _people(self, wishes: Mapping[str, _Wish]) -> list[str]:
        query = select(Person.id, *(getattr(Person, name) for name in _COLUMNS)).where(among(Person.id, wishes))
        found = {row.id: row for row in self._work.session.execute(query)}
        changes: list[Change] = []
        for ident, wish in wishes.items():
            row = found.get(ident)
            if row is None:
                raise NotFound("not_found", code=ident)
            held = dict(zip(_COLUMNS, row[1:], strict=True))
            before = PersonDraft(
                **{name: held[name] for name in _COLUMNS if name not in _DERIVED and name != "languages"},
                languages=tuple(held["languages"]),
            )
            after = _changed(before, wish)
            if after is None:
                continue
            records.refuse(people.check(after))
            change = self._images(held, people.settled(after, before))
            if change[1]:
                changes.append((ident, *change))
        self._work.update_stored(Person, changes)
        return [ident for ident, _, _ in changes]

    def _images(self, held: Mapping[str, Any], draft: PersonDraft) -> tuple[dict[str, Any], dict[str, Any]]:
        family_key, given_key = people.keys_of(draft)
        derived = {"family_key": family_key, "given_key": given_key, "search_text": people.search_text(draft)}
        before, after = {}, {}
        for name, form in self._forms.items():
            value = derived[name] if name in derived else getattr(draft, name)
            if isinstance(value, tuple):
                value = list(value)
            if value == held[name]:
                continue  # equal texts, days and words of the vocabulary are stored equally
            old, new = form(held[name]), form(value)
            if old != new:
                before[name], after[name] = old, new
        return before, after

    def _positions(self, wishes: Mapping[str, _Wish]) -> list[str]:
        asked = [ident for ident, wish in wishes.items() if not _POST.isdisjoint(wish.changed)]
        if not asked:
            return []
        post = PersonPosition
        query = (
            select(post.id, post.person_id, post.organisation_id, post.title)
            .where(among(post.person_id, asked), post.main)
            # The first is the one that counts: the last of these to enter the dictionary.
            .order_by(post.start, post.id.desc())
        )
        mains = {row.person_id: row for row in self._work.session.execute(query)}
        changes: list[Change] = []
        fresh: list[tuple[Any, ...]] = []
        for ident in asked:
            wish, main = wishes[ident], mains.get(ident)
            changed = wish.changed
            if main is None:
                stated = wish.row.fields.get("organisation", "")
                fresh.append((self._keys.take(), ident, wish.organisation, changed.get("position", ""), stated))
                continue
            old = {"organisation_id": main.organisation_id, "title": main.title}
            new = {
                "organisation_id": wish.organisation if "organisation" in changed else main.organisation_id,
                "title": changed.get("position", main.title),
            }
            differing = [name for name in old if old[name] != new[name]]
            changes.append((main.id, {name: old[name] for name in differing}, {name: new[name] for name in differing}))
        self._work.update_stored(post, [change for change in changes if change[2]])
        self._work.insert_stored(post, ("id", "person_id", "organisation_id", "title", "stated"), fresh)
        return asked

    def _consents(self, wishes: Mapping[str, _Wish]) -> list[str]:
        stated = {ident: told for ident, wish in wishes.items() if wish.row.extra and (told := consents_of(wish.row))}
        if not stated:
            return []
        query = select(Consent.person_id, Consent.purpose).where(among(Consent.person_id, stated))
        there = {(row.person_id, row.purpose) for row in self._work.session.execute(query)}
        fresh = [
            (self._keys.take(), ident, purpose, state, wishes[ident].row.sheet)
            for ident, told in stated.items()
            for purpose, state in told
            if (ident, purpose) not in there
        ]
        self._work.insert_stored(Consent, ("id", "person_id", "purpose", "state", "source"), fresh)
        return [row[1] for row in fresh]


_POST = frozenset(("organisation", "position"))


def _changed(before: PersonDraft, wish: _Wish) -> PersonDraft | None:
    """The draft as the row wants it; None when the row asks for nothing of the person's own row."""
    row, changed = wish.row, wish.changed
    values: dict[str, Any] = {name: value for name, value in changed.items() if name in _TEXTS}
    values |= typed_values(changed)
    if {"given_latin", "family_latin"} & changed.keys():
        values["latin_source"] = latin_source_of(row)
    notes = with_lines(before.notes, changed.get("notes", ""))
    if row.extra:
        phone, mail, lines = second_contacts(row)
        notes = with_lines(notes, lines)
        gaps = {"other_phone": phone, "other_email": mail}
        gaps |= {name: row.extra.get(column, "") for column, name in _GAPS.items()}
        main = (values.get("phone", before.phone), values.get("email", before.email))
        values |= {
            name: value for name, value in gaps.items() if value and value not in main and not getattr(before, name)
        }
    if notes != before.notes:
        values["notes"] = notes
    return replace(before, **values) if values or changed else None


def outcome_of(before: PersonDraft, row: StagedRow, changed: Mapping[str, str]) -> PersonDraft | None:
    """What becomes of a known person's own fields by a row (``changed`` as ``wanted`` tells); None for nothing."""
    return _changed(before, _Wish(row, "", changed, None))


def typed_values(told: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a row that are no plain texts, as a draft holds them."""
    found: dict[str, Any] = {}
    if told.get("gender") in {"f", "m", "x"}:
        found["sex"] = Sex(told["gender"])
    for name in ("birth_date", "passport_expiry"):
        if told.get(name):
            found[name] = read_day(told[name])
    if told.get("languages"):
        found["languages"] = spoken_languages(told["languages"])
    return found


def among(column: Any, idents: Iterable[str]) -> ColumnElement[bool]:
    """That a column is one of some ids: one value in the statement, however many they are."""
    listed = func.json_each(json.dumps(list(idents))).table_valued("value")
    found: ColumnElement[bool] = column.in_(select(listed.c.value))
    return found


def codes_of(view: View, idents: Sequence[str]) -> dict[str, str]:
    """The codes of known people by id; NotFound when one of them is gone."""
    columns = table_of(Person).c
    query = select(columns.id, columns.code).where(among(columns.id, idents))
    found: dict[str, str] = {row[0]: row[1] for row in view.session.connection().execute(query).all()}
    lost = next((ident for ident in idents if ident not in found), None)
    if lost is not None:
        raise NotFound("not_found", code=lost)
    return found
