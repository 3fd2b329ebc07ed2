"""Writing staged rows: new people and changes in bulk, seats in an activity; all recorded in one unit.

Memory and waiting follow the chunk, not the file: what was collected is written each time a chunk is full, and the
token is asked in between.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from app.core.progress import Token, silent
from app.importers.matching import Match
from app.importers.staged import StagedRow
from app.importers.staged_rows import StagedRows
from app.models.activities import Activity, Participation
from app.models.organisations import Organisation
from app.services import import_known, import_newcomers, records
from app.services.import_known import Changes
from app.services.import_newcomers import Keys, Memo, Newcomers, read_day
from app.services.import_organisations import OrganisationFinder
from app.services.import_roles import role_of
from app.storage.work import Work

_SEAT = ("id", "activity_id", "person_id", "role", "organisation_id", "arrival", "departure")
#: Rows between two questions whether to go on.
_STEP = 250
_CODES = 5_000

RowKey = tuple[str, int]


class Writer:
    """Takes the rows of one import one by one and writes them in few statements.

    ``token`` is stepped by rows of ``total``; without one, only ``finish`` steps.
    """

    def __init__(
        self,
        work: Work,
        programme_id: str,
        activity_id: str,
        token: Token | None = None,
        total: int = 0,
        finder: OrganisationFinder | None = None,
    ) -> None:
        del programme_id
        self._work = work
        self._token, self._total, self._taken = token or silent(), total, 0
        self._finder = finder or OrganisationFinder(work)
        self._organisations: dict[str, str | None] = {}
        self._newcomers, self._changes = Newcomers(work), Changes(work)
        self._seats = Seats(work, activity_id, self._newcomers) if activity_id else None
        self._people: dict[RowKey, str] = {}
        self._codes: dict[RowKey, str] = {}
        self._known: dict[RowKey, str] = {}
        self._counts = {"taken_new": 0, "taken_update": 0, "taken_same": 0}

    @property
    def counts(self) -> dict[str, int]:
        """How many rows became new people, changed a known one, changed nothing; whole after ``finish``."""
        more = {"taken_update": self._changes.changed, "taken_same": self._changes.same}
        return {name: count + more.get(name, 0) for name, count in self._counts.items()}

    def take(self, row: StagedRow, match: Match, person_id: str, corrected: bool) -> None:
        """Take one row: a new person when ``person_id`` is empty, else a known one. Raises Cancelled, Refused."""
        key = (row.sheet, row.row)
        self._taken += 1
        if self._taken % _STEP == 0:
            self._token.step(self._taken, max(self._total, self._taken))
        if not person_id:
            person_id, self._codes[key] = self._newcomers.add(row, self._organisation(row))
            self._counts["taken_new"] += 1
        else:
            self._known[key] = person_id
            changed = import_known.wanted(row, match, corrected)
            if changed is None:
                self._counts["taken_same"] += 1
            else:
                self._changes.add(row, person_id, changed, self._organisation(row))
        self._people[key] = person_id
        if self._seats is not None and not self._seats.has(person_id):
            self._seats.add(row, person_id, self._organisation(row))
        self._write_full()

    def _write_full(self) -> None:
        seats = self._seats.waiting if self._seats is not None else 0
        if max(self._newcomers.waiting, seats) >= import_newcomers.CHUNK or self._changes.waiting >= import_known.CHUNK:
            self._write()

    def take_plain(self, rows: StagedRows, sheets: Sequence[str], places: range, whose: Sequence[str | None]) -> None:
        """Take rows that follow each other by columns, as ``take`` would each: somebody new where ``whose`` is empty.

        They say nothing beside their fields, and of a known person nothing changes (``import_lanes``).
        """
        self._taken += len(places)
        self._token.step(self._taken, max(self._total, self._taken))
        numbers, texts = rows.numbers, rows.column("organisation")
        ids = list(whose)
        fresh = [place for place, person in zip(places, whose, strict=True) if not person]
        if fresh:
            organisations = [self._organisation_of(texts[place], rows, place) for place in fresh]
            made, codes = self._newcomers.add_plain(rows, fresh, organisations)
            self._codes.update(zip([(sheets[place], numbers[place]) for place in fresh], codes, strict=True))
            for place, ident in zip(fresh, made, strict=True):
                ids[place - places.start] = ident
        keys = [(sheets[place], numbers[place]) for place in places]
        people: list[str] = [ident or "" for ident in ids]
        self._people.update(zip(keys, people, strict=True))
        if len(fresh) < len(people):
            self._known.update((key, ident) for key, ident, one in zip(keys, people, whose, strict=True) if one)
        self._counts["taken_new"] += len(fresh)
        self._counts["taken_same"] += len(people) - len(fresh)
        if self._seats is not None:
            self._seats.add_plain(rows, places, people, lambda place: self._organisation_of(texts[place], rows, place))
        self._write_full()

    def _organisation_of(self, text: str, rows: StagedRows, place: int) -> str | None:
        return self._organisations[text] if text in self._organisations else self._organisation(rows[place])

    def _organisation(self, row: StagedRow) -> str | None:
        text = row.fields.get("organisation", "")
        if text not in self._organisations:
            country = self._newcomers.country(row)
            # Making an organisation is slow beside a row: a file of them must stop as promptly.
            self._token.step(self._taken, max(self._total, self._taken))
            found = self._finder.find_or_make(self._work, text, country)
            self._organisations[text] = found
            if found and self._seats is not None:
                self._seats.countries.setdefault(found, country)
        return self._organisations[text]

    def _write(self) -> None:
        self._newcomers.write()
        self._changes.write()
        if self._seats is not None:
            self._seats.write()

    def finish(self, token: Token | None = None) -> tuple[Mapping[RowKey, str], Mapping[RowKey, str]]:
        """Write what is left; gives ids and codes of the people by row. ``token`` when none was given before."""
        token = token or self._token
        total = max(self._total, self._taken)
        token.step(self._taken, total)
        self._write()
        known = list(self._known.items())
        for start in range(0, len(known), _CODES):
            token.step(self._taken, total)
            chunk = known[start : start + _CODES]
            codes = import_known.codes_of(self._work, [ident for _, ident in chunk])
            self._codes.update((key, codes[ident]) for key, ident in chunk)
        token.step(total, total)
        return self._people, self._codes


class Seats:
    """Who takes part in the activity, and in which role."""

    def __init__(self, work: Work, activity_id: str, newcomers: Newcomers) -> None:
        self._work = work
        self._newcomers = newcomers
        activity = records.fetch(work, Activity, activity_id)
        self._activity, self._kind, self._host = activity.id, activity.kind, activity.country
        seated = select(Participation.person_id).where(Participation.activity_id == activity.id)
        self._seated = set(work.session.scalars(seated))
        #: The country of each organisation.
        self.countries = {
            row.id: row.country for row in work.session.execute(select(Organisation.id, Organisation.country))
        }
        self._keys = Keys()
        self._rows: list[tuple[Any, ...]] = []
        self._roles: dict[tuple[str, str, str], str] = {}
        day = work.stored_form(Participation, "arrival")
        self._day: Memo[Any] = Memo(lambda text: day(read_day(text)))

    def has(self, person_id: str) -> bool:
        """Whether a person takes part already."""
        return person_id in self._seated

    def add(self, row: StagedRow, person_id: str, organisation: str | None) -> None:
        """Seat a person in the activity; written by ``write`` at the latest."""
        get, more = row.fields.get, row.extra.get
        told = (get("role", ""), get("position", ""), more("country", ""), get("phone", ""))
        self._add(person_id, organisation, *told, more("arrival_date", ""), more("departure_date", ""))

    def add_plain(
        self, rows: StagedRows, places: range, people: Sequence[str], organisation: Callable[[int], str | None]
    ) -> None:
        """The same for rows by columns; ``organisation`` gives that of a place."""
        columns = [rows.column(name) for name in ("role", "position")]
        columns += [rows.extra_column("country"), rows.column("phone")]
        columns += [rows.extra_column(name) for name in ("arrival_date", "departure_date")]
        told = zip(*(column[places.start : places.stop] for column in columns), strict=True)
        for place, person, texts in zip(places, people, told, strict=True):
            if person not in self._seated:
                self._add(person, organisation(place), *texts)

    def _add(self, person_id: str, organisation: str | None, *told: str) -> None:
        role, position, word, phone, arrival, departure = told
        self._seated.add(person_id)
        country = self.countries.get(organisation or "", "") or self._newcomers.countries[word, phone[:4]]
        key = (role, position, country)
        kept = self._roles.get(key)
        if kept is None:
            row = StagedRow("", 0, {"role": role, "position": position})
            kept = self._roles[key] = role_of(row, self._kind, self._host, country).value
        days = self._day[arrival], self._day[departure]
        self._rows.append((self._keys.take(), self._activity, person_id, kept, organisation, *days))

    @property
    def waiting(self) -> int:
        """How many seats are not written yet."""
        return len(self._rows)

    def write(self) -> None:
        """Write the seats that were taken so far; the people are there already."""
        self._work.insert_stored(Participation, _SEAT, self._rows)
        self._rows = []
