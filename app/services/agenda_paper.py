"""The agenda of an activity as paper: from a snapshot, so that an issued version prints the same years later (AR-1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.core import coordinator
from app.core.dates import PartialDate
from app.core.errors import NotFound
from app.core.vocabulary import ActivityKind, AgendaState, InterpretationMode, SessionKind, label
from app.documents.agenda_data import (
    AgendaDay,
    AgendaItem,
    AgendaPaper,
    DayKind,
    ItemChange,
    ListedChange,
    Speaker,
    Was,
)
from app.documents.blocks import Version
from app.documents.formats import formats
from app.documents.texts import Text, text_in
from app.services import agenda_around, agenda_authors, agenda_snapshots, agenda_versions, event_titles, paper_parts
from app.services.activities import zone_of
from app.services.agenda_change_words import ChangeWords
from app.services.agenda_versions import SessionChange
from app.services.paper_kinds import Paper
from app.storage.work import View

_DAY_KINDS = {"arrival": DayKind.ARRIVAL, "departure": DayKind.DEPARTURE, "free": DayKind.FREE}
#: The zones of the guests' countries, for online items of an event that names no second zone (AG-11).
_ZONES = {"UA": "Europe/Kyiv", "SI": "Europe/Ljubljana", "SE": "Europe/Stockholm", "LV": "Europe/Riga"}


@dataclass(frozen=True, slots=True)
class AgendaSource:
    """A snapshot with its version, what changed since the version ``before`` it, why, and who changed it.

    ``reason`` is told of the whole version, ``reasons`` of single items by their ids (AR-4).
    """

    snapshot: Mapping[str, Any]
    version: Version
    changes: Sequence[SessionChange]
    before: Mapping[str, Any]
    reason: str = ""
    who: Mapping[str, str] | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


def source(view: View, activity_id: str, version_id: str = "") -> AgendaSource:
    """What to print: the agenda as it stands now (a draft when it was changed since), or an issued version; NotFound.

    The number that this gives is the one that every place tells (AR-1); see ``agenda_versions.draft_number``.
    """
    rows = agenda_versions.list_rows(view, activity_id)
    if version_id:
        place = next((number for number, row in enumerate(rows) if row.id == version_id), -1)
        if place < 0:
            raise NotFound("not_found", code=version_id)
        row = rows[place]
        before = agenda_versions.load_snapshot(view, rows[place - 1].id) if place else {}
        snapshot = agenda_versions.load_snapshot(view, version_id)
        final = row.state is AgendaState.FINAL
        version = Version(row.number, _local(row.issued_at, snapshot), row.replaces, final=final)
        changes = agenda_versions.changes_of(view, version_id)
        who, reasons = snapshot.get("changed_by"), snapshot.get("reasons", {})
        return AgendaSource(snapshot, version, changes, before, row.note, who, reasons)
    snapshot = agenda_snapshots.snapshot(view, activity_id)
    number = agenda_versions.draft_number(view, activity_id, snapshot)
    if not number:
        return source(view, activity_id, rows[-1].id)
    version = Version(number, None, rows[-1].number if rows else "", draft=True)
    if not rows:
        return AgendaSource(snapshot, version, (), {})
    changes = agenda_versions.status(view, activity_id).changes
    who = agenda_authors.who_changed(view, [one.session_id for one in changes], rows[-1].issued_at)
    return AgendaSource(snapshot, version, changes, agenda_versions.load_snapshot(view, rows[-1].id), "", who)


def _local(moment: datetime, snapshot: Mapping[str, Any]) -> datetime:
    """The moment of issue by the clock of the event's place."""
    return moment.astimezone(zone_of(snapshot["activity"]["time_zone"]))


def _items(snapshot: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {item["id"]: item for item in snapshot.get("sessions", ())}


def paper(view: View, activity_id: str, language: str, second: str = "", version_id: str = "") -> AgendaPaper:
    """The agenda in one or two languages; raises NotFound."""
    return of_source(view, activity_id, source(view, activity_id, version_id), language, second)


def of_source(view: View, activity_id: str, given: AgendaSource, language: str, second: str = "") -> AgendaPaper:
    """The agenda of a snapshot; logos, names of the parties and the programme's own words are those of today."""
    head = paper_parts.event(view, activity_id, language, second)
    builder = AgendaBuilder(given, language, second)
    snapshot, activity = given.snapshot, given.snapshot["activity"]
    days = builder.days()
    start, end = _dates(activity, days)
    visit = snapshot.get("visit", {})
    guest_town = Text(
        paper_parts.town_of(head.guest, language) if head.guest else "",
        paper_parts.town_of(head.guest, second) if head.guest and second else "",
    )
    return AgendaPaper(
        code=activity["code"],
        kind=ActivityKind(activity["kind"]),
        event_title=event_titles.title_in(activity["title"], activity["theme"], language, second),
        theme=event_titles.theme_in(activity["title"], activity["theme"], language, second),
        days=days,
        partnership=head.partnership,
        start=start,
        end=end,
        when=_when(activity, language, second) if start is None else Text(),
        working_days=sum(day.kind is DayKind.PROGRAMME for day in days),
        arrival=next((day.day for day in days if day.kind is DayKind.ARRIVAL), None),
        departure=next((day.day for day in days if day.kind is DayKind.DEPARTURE), None),
        places=text_in(activity["place"], language, second),
        working_languages=tuple(activity["languages"]),
        interpretation=InterpretationMode(activity["interpretation"]),
        programme=text_in(activity["programme"], language, second),
        funder=head.funder,
        organiser=head.organiser.first,
        group=agenda_around.group(snapshot.get("group", {}), guest_town, language, second),
        aim=text_in(activity["aim"], language, second),
        results=text_in(activity["results"], language, second),
        version=given.version,
        logos=head.logos,
        contacts=agenda_around.contacts(snapshot["contacts"], language, second),
        emergency=agenda_around.emergency(snapshot["contacts"], visit, language, second),
        logistics=agenda_around.logistics(visit, language, second),
        changes=builder.listed_changes(),
        zone=activity["time_zone"],
        partner_zone=_partner_zone(activity, head),
        country=snapshot.get("country") or (head.host.country if head.host else ""),
        words=head.words(Paper.AGENDA),
        accent=head.accent,
    )


def _partner_zone(activity: Mapping[str, Any], head: paper_parts.Event) -> str:
    own = str(activity["second_zone"])
    return own or (_ZONES.get(head.guest.country, "") if head.guest else "")


def _dates(activity: Mapping[str, Any], days: Sequence[AgendaDay]) -> tuple[date | None, date | None]:
    """The activity's dates (AG-1); where they are not known to the day, the first and last day of the agenda."""
    start, end = PartialDate.parse(activity["start"]), PartialDate.parse(activity["end"])
    first = start.exact or (days[0].day if days else None)
    last = end.exact or (days[-1].day if days else first)
    if first and last and last < first:
        last = first
    return first, last


def _when(activity: Mapping[str, Any], language: str, second: str) -> Text:
    start, end = PartialDate.parse(activity["start"]), PartialDate.parse(activity["end"])
    return Text(
        formats(language, bool(second)).partial_range(start, end) if start.known or end.known else "",
        formats(second, True).partial_range(start, end) if second and (start.known or end.known) else "",
    )


class AgendaBuilder:
    """Turns one snapshot into days, items, speakers and the list of changes."""

    def __init__(self, given: AgendaSource, language: str, second: str) -> None:
        self._given = given
        self._first, self._second = language, second
        # Items that are gone were said by people whom only the version before names.
        self._people: Mapping[str, Any] = {**given.before.get("people", {}), **given.snapshot["people"]}
        self._organisations: Mapping[str, Any] = {
            **given.before.get("organisations", {}),
            **given.snapshot["organisations"],
        }
        self._changes = {change.session_id: change for change in given.changes}

    def days(self) -> tuple[AgendaDay, ...]:
        """All days that have a head or items, in order; items cancelled in an earlier version are left out."""
        items = {day: [self.item(one) for one in rows] for day, rows in self.by_day().items()}
        return tuple(self._day(day, head, items.get(day, ())) for day, head in self.heads().items())

    def heads(self) -> dict[date, Mapping[str, Any]]:
        """Every day that has a head or items, in order, with its head (empty where it has none)."""
        heads = {date.fromisoformat(day["day"]): day for day in self._given.snapshot["days"]}
        return {day: heads.get(day, {}) for day in sorted({*heads, *self.by_day()})}

    def by_day(self) -> dict[date, list[Mapping[str, Any]]]:
        """The items as plain data by the day on which they begin, in the order of their times."""
        found: dict[date, list[Mapping[str, Any]]] = {}
        for item in sorted(self._printed(), key=lambda one: (one["starts_at"], one["ends_at"], one["id"])):
            found.setdefault(datetime.fromisoformat(item["starts_at"]).date(), []).append(item)
        return found

    def _printed(self) -> Iterable[Mapping[str, Any]]:
        for item in self._given.snapshot["sessions"]:
            if not item["cancelled"] or item["id"] in self._changes:
                yield item
        present = {item["id"] for item in self._given.snapshot["sessions"]}
        gone = _items(self._given.before)
        for ident in self._changes:
            if ident not in present and ident in gone:
                yield gone[ident]

    def _day(self, day: date, head: Mapping[str, Any], items: Sequence[AgendaItem]) -> AgendaDay:
        chair = self._people.get(head.get("chair_id") or "")
        return AgendaDay(
            day=day,
            items=tuple(items),
            kind=_DAY_KINDS.get(head.get("travel", ""), DayKind.PROGRAMME),
            place=self._text(head.get("city", {})),
            theme=self._text(head.get("theme", {})),
            mentor=self.speaker(chair) if chair else None,
        )

    def item(self, item: Mapping[str, Any]) -> AgendaItem:
        """One item as it is printed."""
        start, end = datetime.fromisoformat(item["starts_at"]), datetime.fromisoformat(item["ends_at"])
        return AgendaItem(
            title=self._text(item["title"]),
            kind=SessionKind(item["kind"]),
            start=start.time(),
            end=end.time(),
            description=self._text(item["description"]),
            speakers=self._speakers(item),
            venue=self._venue(item),
            notes=self._notes(item),
            link=item["online_link"],
            change=self._mark(item["id"]),
            end_day=end.date(),
        )

    def _speakers(self, item: Mapping[str, Any]) -> tuple[Speaker, ...]:
        speakers = tuple(self.speaker(self._people[ident]) for ident in item["speakers"] if ident in self._people)
        host = self._organisations.get(item["host_id"] or "")
        if speakers or host is None:
            return speakers
        return (Speaker(institution=self._text(host["name"]) or Text(host["short_name"])),)

    def speaker(self, person: Mapping[str, Any]) -> Speaker:
        """A person of the snapshot with position and institution (AG-9)."""
        position = person.get("position", {})
        organisation = person.get("organisation", {})
        return Speaker(
            name=paper_parts.name_from_plain(person),
            position=paper_parts.position_text(
                position.get("", ""), position.get("en", ""), self._first, self._second, organisation.get("country", "")
            ),
            institution=self._text(organisation.get("name", {})) or Text(organisation.get("short_name", "")),
        )

    def _venue(self, item: Mapping[str, Any]) -> Text:
        venue = self._text(item["venue"])
        if not item["address"] or not venue.first:
            return venue or Text(item["address"])
        return Text(f"{venue.first}, {item['address']}", venue.second)

    def _notes(self, item: Mapping[str, Any]) -> Text:
        """The item's own notes; how it is interpreted, where it differs from the whole visit (AG-4)."""
        notes = self._text(item["notes"])
        mode = InterpretationMode(item["interpretation"])
        usual = InterpretationMode(self._given.snapshot["activity"]["interpretation"])
        if mode in {usual, InterpretationMode.NONE}:
            return notes
        told = paper_parts.label_text(label(mode), self._first, self._second)
        return Text(
            "; ".join(part for part in (told.first, notes.first) if part),
            "; ".join(part for part in (told.second, notes.second) if part),
        )

    def _mark(self, ident: str) -> ItemChange | None:
        change = self._changes.get(ident)
        if change is None:
            return None
        was = None
        if change.old_start and change.old_end and change.new_start:
            was = Was(change.old_start.date(), change.old_start.time(), change.old_end.time())
        return ItemChange(change.change, was, Text(self._given.reasons.get(ident, "")))

    def listed_changes(self) -> tuple[ListedChange, ...]:
        """The change list of the last page (AR-4)."""
        given = self._given
        told = ChangeWords(self._first, self._second, self._people, self._organisations)
        reasons = {one.session_id: given.reasons.get(one.session_id) or given.reason for one in given.changes}
        who = {ident: coordinator.told(name) for ident, name in (given.who or {}).items()}
        return told.listed(given.changes, _items(given.before), _items(given.snapshot), reasons, who)

    def _text(self, texts: Mapping[str, str]) -> Text:
        return text_in(texts, self._first, self._second)
