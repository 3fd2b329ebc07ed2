"""The agenda of an activity as paper: from a snapshot, so that an issued version prints the same years later (AR-1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from app.core.i18n import N_
from app.core.vocabulary import (
    ActivityKind,
    AgendaState,
    InterpretationMode,
    ParticipationRole,
    SessionKind,
    Sex,
    label,
)
from app.documents.agenda_data import (
    AgendaDay,
    AgendaItem,
    AgendaPaper,
    DayKind,
    Group,
    ItemChange,
    ListedChange,
    Speaker,
    Was,
)
from app.documents.blocks import Contact, Version
from app.documents.formats import formats
from app.documents.texts import Text, text_in
from app.models.activities import Visit
from app.services import agenda_versions, paper_parts
from app.services.agenda_versions import SessionChange
from app.storage.work import View

_MEMBERS = {ParticipationRole.MENTEE, ParticipationRole.POLITICIAN, ParticipationRole.OFFICIAL}


@dataclass(frozen=True, slots=True)
class AgendaSource:
    """A snapshot with its version and what changed since the version before."""

    snapshot: Mapping[str, Any]
    version: Version
    changes: Sequence[SessionChange]
    gone: Mapping[str, Mapping[str, Any]]


def source(view: View, activity_id: str, version_id: str = "") -> AgendaSource:
    """What to print: the agenda as it stands now (a draft when it was changed since), or an issued version."""
    rows = agenda_versions.list_rows(view, activity_id)
    if version_id:
        place = next(number for number, row in enumerate(rows) if row.id == version_id)
        row = rows[place]
        before = agenda_versions.load_snapshot(view, rows[place - 1].id) if place else {}
        version = Version(row.number, row.issued_at, row.replaces)
        changes = agenda_versions.changes_of(view, version_id)
        return AgendaSource(agenda_versions.load_snapshot(view, version_id), version, changes, _items(before))
    status = agenda_versions.status(view, activity_id)
    snapshot = agenda_versions.snapshot(view, activity_id)
    before = agenda_versions.load_snapshot(view, rows[-1].id) if rows else {}
    if rows and not status.changes and status.state is AgendaState.ISSUED:
        return source(view, activity_id, rows[-1].id)
    number = status.next_number if rows else "0.1"
    version = Version(number, None, rows[-1].number if rows else "", draft=True)
    return AgendaSource(snapshot, version, status.changes if rows else (), _items(before))


def _items(snapshot: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {item["id"]: item for item in snapshot.get("sessions", ())}


def paper(view: View, activity_id: str, language: str, second: str = "", version_id: str = "") -> AgendaPaper:
    """The agenda in one or two languages; raises NotFound."""
    given = source(view, activity_id, version_id)
    head = paper_parts.event(view, activity_id, language, second)
    builder = _Builder(given, language, second)
    days = builder.days()
    numbered = [day for day in days if day.kind is DayKind.PROGRAMME and day.items]
    activity = given.snapshot["activity"]
    return AgendaPaper(
        code=activity["code"],
        kind=ActivityKind(activity["kind"]),
        event_title=text_in(activity["theme"] or activity["title"], language, second),
        days=days,
        partnership=head.partnership,
        start=numbered[0].day if numbered else head.start,
        end=numbered[-1].day if numbered else head.end,
        working_days=len(numbered),
        arrival=next((day.day for day in days if day.kind is DayKind.ARRIVAL), None),
        departure=next((day.day for day in days if day.kind is DayKind.DEPARTURE), None),
        places=text_in(activity["place"], language, second),
        working_languages=tuple(activity["languages"]),
        interpretation=InterpretationMode(activity["interpretation"]),
        programme=text_in(activity["programme"], language, second),
        funder=head.funder,
        organiser=head.organiser.first,
        group=_group(view, activity_id, head, language, second),
        aim=text_in(activity["aim"], language, second),
        results=text_in(activity["results"], language, second),
        version=given.version,
        logos=head.logos,
        contacts=builder.contacts(),
        emergency=builder.emergency(),
        logistics=_logistics(view, activity_id, language, second),
        changes=builder.listed_changes(),
        zone=activity["time_zone"],
        partner_zone=activity["second_zone"],
    )


class _Builder:
    """Turns one snapshot into days, items and contacts."""

    def __init__(self, given: AgendaSource, language: str, second: str) -> None:
        self._given = given
        self._first, self._second = language, second
        self._people: Mapping[str, Any] = given.snapshot["people"]
        self._organisations: Mapping[str, Any] = given.snapshot["organisations"]
        self._changes = {change.session_id: change for change in given.changes}

    def days(self) -> tuple[AgendaDay, ...]:
        """All days that have a head or items, in order; items cancelled in an earlier version are left out."""
        heads = {date.fromisoformat(day["day"]): day for day in self._given.snapshot["days"]}
        items: dict[date, list[AgendaItem]] = {}
        for item in sorted(self._printed(), key=lambda one: (one["starts_at"], one["ends_at"])):
            items.setdefault(datetime.fromisoformat(item["starts_at"]).date(), []).append(self._item(item))
        return tuple(
            self._day(day, heads.get(day, {}), items.get(day, ()))
            for day in sorted({*heads, *items})
            if items.get(day) or heads.get(day, {}).get("travel") in {"arrival", "departure"}
        )

    def _printed(self) -> Iterable[Mapping[str, Any]]:
        for item in self._given.snapshot["sessions"]:
            if not item["cancelled"] or item["id"] in self._changes:
                yield item
        present = {item["id"] for item in self._given.snapshot["sessions"]}
        for ident in self._changes:
            if ident not in present and ident in self._given.gone:
                yield self._given.gone[ident]

    def _day(self, day: date, head: Mapping[str, Any], items: Sequence[AgendaItem]) -> AgendaDay:
        kinds = {"arrival": DayKind.ARRIVAL, "departure": DayKind.DEPARTURE}
        chair = self._people.get(head.get("chair_id") or "")
        return AgendaDay(
            day=day,
            items=tuple(items),
            kind=kinds.get(head.get("travel", ""), DayKind.PROGRAMME),
            place=self._text(head.get("city", {})),
            theme=self._text(head.get("theme", {})),
            mentor=self._speaker(chair) if chair else None,
        )

    def _item(self, item: Mapping[str, Any]) -> AgendaItem:
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
        )

    def _speakers(self, item: Mapping[str, Any]) -> tuple[Speaker, ...]:
        speakers = tuple(self._speaker(self._people[ident]) for ident in item["speakers"] if ident in self._people)
        host = self._organisations.get(item["host_id"] or "")
        if speakers or host is None:
            return speakers
        return (Speaker(institution=self._text(host["name"]) or Text(host["short_name"])),)

    def _speaker(self, person: Mapping[str, Any]) -> Speaker:
        position = person.get("position", {})
        organisation = person.get("organisation", {})
        return Speaker(
            name=paper_parts.name_from_plain(person),
            position=paper_parts.position_text(position.get("", ""), position.get("en", ""), self._first, self._second),
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
        return ItemChange(change.change, was)

    def listed_changes(self) -> tuple[ListedChange, ...]:
        """The change list of the last page (AR-4)."""
        return tuple(
            ListedChange(
                item=Text(change.title),
                was=self._moment(change.old_start, change.old_end),
                now=self._moment(change.new_start, change.new_end),
            )
            for change in self._given.changes
        )

    def _moment(self, start: datetime | None, end: datetime | None) -> Text:
        if start is None or end is None:
            return Text()

        def told(language: str) -> str:
            forms = formats(language, bool(self._second))
            return f"{forms.date_short(start.date())}, {forms.time_range(start.time(), end.time())}"

        return Text(told(self._first), told(self._second) if self._second else "")

    def contacts(self) -> tuple[Contact, ...]:
        """The contacts block (AG-6) without the emergency card."""
        return tuple(self._contact(row) for row in self._given.snapshot["contacts"] if row["phone"] != _EMERGENCY)

    def emergency(self) -> Contact | None:
        """The emergency card: the contact whose number is 112."""
        rows = [row for row in self._given.snapshot["contacts"] if row["phone"] == _EMERGENCY]
        return self._contact(rows[0]) if rows else None

    def _contact(self, row: Mapping[str, Any]) -> Contact:
        name = row["name"] or row["phone"]
        lines = (row["phone"] if row["name"] else "", row["email"], row["organisation"])
        return Contact(self._text(row["duty"]), name, tuple(line for line in lines if line))

    def _text(self, texts: Mapping[str, str]) -> Text:
        return text_in(texts, self._first, self._second)


_EMERGENCY = "112"


def _group(view: View, activity_id: str, head: paper_parts.Event, first: str, second: str) -> Group:
    people = {
        person.id: person
        for participation, person in paper_parts.standing_participations(view, activity_id)
        if participation.role in _MEMBERS
    }
    women = sum(person.sex is Sex.FEMALE for person in people.values())
    men = sum(person.sex is Sex.MALE for person in people.values())
    sender = Text(
        paper_parts.town_of(head.guest, first) if head.guest else "",
        paper_parts.town_of(head.guest, second) if head.guest and second else "",
    )
    return Group(sender, women, men, len(people) - women - men)


def _logistics(view: View, activity_id: str, first: str, second: str) -> tuple[tuple[Text, Text], ...]:
    extra = view.session.scalars(select(Visit).where(Visit.activity_id == activity_id)).first()
    if extra is None:
        return ()
    rows = (
        (N_("Travel"), extra.travel),
        (N_("Accommodation"), extra.accommodation),
        (N_("Paid by"), extra.paid_by),
        (N_("Insurance"), extra.insurance),
    )
    return tuple(
        (paper_parts.label_text(told, first, second), text_in(texts, first, second)) for told, texts in rows if texts
    )
