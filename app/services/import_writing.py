"""Writing staged rows: new people in bulk, changes one by one, seats in an activity; all recorded in one unit."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.ids import new_id
from app.core.progress import Token
from app.core.vocabulary import LatinSource, ParticipationRole, Sex
from app.importers.matching import Match
from app.importers.staged import Outcome, StagedRow
from app.models.activities import Activity, Participation
from app.models.organisations import Organisation
from app.models.people import Consent, Person, PersonPosition
from app.services import people, records
from app.services.import_organisations import OrganisationFinder
from app.services.import_roles import consents_of, country_of, role_of
from app.services.people import PersonDraft
from app.storage.work import Work

_SAME_FIELDS = (
    "given_name",
    "family_name",
    "patronymic",
    "given_latin",
    "family_latin",
    "email",
    "phone",
    "passport_number",
    "diet",
    "notes",
)


class Writer:
    """Collects the rows of one import and writes them at the end, so that thousands of people are few statements."""

    def __init__(
        self, work: Work, programme_id: str, activity_id: str, finder: OrganisationFinder | None = None
    ) -> None:
        self._work = work
        self._programme_id = programme_id
        self._activity = records.fetch(work, Activity, activity_id) if activity_id else None
        self._finder = finder or OrganisationFinder(work)
        self._number = records.next_number(work, Person, "P-")
        self._new: dict[str, list[dict[str, Any]]] = {"person": [], "position": [], "seat": [], "consent": []}
        self._seated = self._seats()
        found = work.session.execute(select(Organisation.id, Organisation.country))
        self._countries: dict[str, str] = {row.id: row.country for row in found}
        self._people: dict[tuple[str, int], str] = {}
        self._codes: dict[tuple[str, int], str] = {}
        self._known_codes: dict[str, str] = {}
        self.counts: dict[str, int] = {"taken_new": 0, "taken_update": 0, "taken_same": 0}

    def _seats(self) -> set[str]:
        if self._activity is None:
            return set()
        return set(
            self._work.session.scalars(
                select(Participation.person_id).where(Participation.activity_id == self._activity.id)
            )
        )

    def take(self, row: StagedRow, match: Match, person_id: str, corrected: bool) -> None:
        """Take one row: a new person when ``person_id`` is empty, else a known one."""
        key = (row.sheet, row.row)
        organisation = self._organisation(row)
        if not person_id:
            person_id = self._add(row, organisation)
            self.counts["taken_new"] += 1
        else:
            changed = self._change(row, match, person_id, organisation, corrected)
            self.counts["taken_update" if changed else "taken_same"] += 1
            self._codes[key] = self._code_of(person_id)
        self._people[key] = person_id
        if person_id not in self._seated and self._activity is not None:
            self._seat(row, person_id, organisation)

    def _code_of(self, person_id: str) -> str:
        """A known person's code; all are asked for at once with the first."""
        if not self._known_codes:
            found = self._work.session.execute(select(Person.id, Person.code))
            self._known_codes = {row.id: row.code for row in found}
        return self._known_codes.get(person_id) or records.fetch(self._work, Person, person_id).code

    def _organisation(self, row: StagedRow) -> str | None:
        text = row.fields.get("organisation", "")
        found = self._finder.find_or_make(self._work, text, country_of(row))
        if found and found not in self._countries:
            self._countries[found] = country_of(row)
        return found

    def _add(self, row: StagedRow, organisation: str | None) -> str:
        draft = _draft(row, f"P-{self._number:05d}")
        self._number += 1
        ident = new_id()
        self._codes[(row.sheet, row.row)] = draft.code
        self._new["person"].append(people.column_values(draft, ident))
        if organisation or row.fields.get("position"):
            self._new["position"].append(
                {
                    "person_id": ident,
                    "organisation_id": organisation,
                    "title": row.fields.get("position", ""),
                    "stated": row.fields.get("organisation", ""),
                    "main": True,
                }
            )
        self._new["consent"] += [
            {"person_id": ident, "purpose": purpose, "state": state, "source": row.sheet}
            for purpose, state in consents_of(row)
        ]
        return ident

    def _change(self, row: StagedRow, match: Match, person_id: str, organisation: str | None, corrected: bool) -> bool:
        changed = {difference.field: difference.new for difference in match.differences}
        if corrected or match.outcome is Outcome.DOUBTFUL:
            changed |= {name: value for name, value in row.fields.items() if value}
        if not changed:
            return False
        draft = people.load(self._work, person_id)
        values = {name: value for name, value in changed.items() if name in _SAME_FIELDS}
        values |= _typed(changed)
        if {"given_latin", "family_latin"} & changed.keys():
            values["latin_source"] = _latin_source(row)
        positions = draft.positions
        if "organisation" in changed or "position" in changed:
            positions = _positions(draft, organisation, changed)
        people.save(self._work, person_id, _replaced(draft, values, positions))
        return True

    def _seat(self, row: StagedRow, person_id: str, organisation: str | None) -> None:
        assert self._activity is not None
        self._seated.add(person_id)
        self._new["seat"].append(
            {
                "activity_id": self._activity.id,
                "person_id": person_id,
                "role": self._role(row, organisation),
                "organisation_id": organisation,
                "arrival": _day(row.extra.get("arrival_date", "")),
                "departure": _day(row.extra.get("departure_date", "")),
            }
        )

    def _role(self, row: StagedRow, organisation: str | None) -> ParticipationRole:
        assert self._activity is not None
        country = self._countries.get(organisation or "", "") or country_of(row)
        return role_of(row, self._activity.kind, self._activity.country, country)

    def finish(self, token: Token) -> tuple[Mapping[tuple[str, int], str], Mapping[tuple[str, int], str]]:
        """Write what was collected; gives ids and codes of the people by row."""
        tables = (
            (Person, self._new["person"]),
            (PersonPosition, self._new["position"]),
            (Consent, self._new["consent"]),
            (Participation, self._new["seat"]),
        )
        total = sum(len(rows) for _, rows in tables)
        done = 0
        for record, rows in tables:
            for start in range(0, len(rows), 500):
                token.step(done, total)
                chunk = rows[start : start + 500]
                self._work.insert_many(record, chunk)
                done += len(chunk)
        token.step(total, total)
        return self._people, self._codes


def _draft(row: StagedRow, code: str) -> PersonDraft:
    values: dict[str, Any] = {name: row.fields.get(name, "") for name in _SAME_FIELDS}
    values |= _typed(row.fields)
    return PersonDraft(code=code, latin_source=_latin_source(row), country=country_of(row), **values)


def _typed(fields: Mapping[str, str]) -> dict[str, Any]:
    """The fields that are not plain texts."""
    found: dict[str, Any] = {}
    if fields.get("gender") in {"f", "m", "x"}:
        found["sex"] = Sex(fields["gender"])
    for name in ("birth_date", "passport_expiry"):
        if fields.get(name):
            found[name] = _day(fields[name])
    if fields.get("languages"):
        found["languages"] = tuple(
            part.strip() for part in fields["languages"].replace(";", ",").split(",") if part.strip()
        )
    return found


def _day(text: str) -> date | None:
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii():
        return date.fromisoformat(text)
    return PartialDate.parse(text).exact if text else None


def _latin_source(row: StagedRow) -> LatinSource:
    source = row.sources.get("family_latin") or row.sources.get("given_latin") or ""
    if source in {LatinSource.GENERATED, LatinSource.PASSPORT, LatinSource.TYPED}:
        return LatinSource(source)
    return LatinSource.TYPED if row.fields.get("family_latin") else LatinSource.NONE


def _positions(draft: PersonDraft, organisation: str | None, changed: Mapping[str, str]) -> tuple[Any, ...]:
    main = next((post for post in draft.positions if post.main), None)
    if main is None:
        made = people.PositionDraft(organisation_id=organisation, title=changed.get("position", ""))
        return (*draft.positions, made)
    fresh = replace(
        main,
        organisation_id=organisation if "organisation" in changed else main.organisation_id,
        title=changed.get("position", main.title),
    )
    return tuple(fresh if post is main else post for post in draft.positions)


def _replaced(draft: PersonDraft, values: Mapping[str, Any], positions: tuple[Any, ...]) -> PersonDraft:
    return replace(draft, positions=positions, **values)
