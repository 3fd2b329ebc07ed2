"""Where the rows of a sheet belong: proposed by what the sheet itself tells, never taken as certain.

A sheet tells by its title, its name and the file's (towns, a visit's title, dates), by the organisations in its rows,
by the days of arrival and departure. What it tells is held against every visit and training. Where it tells nothing,
the last file of the same headings, the programme that is worked in, or the only one there is are proposed; else nothing
is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.organisation_names import read_organisation_name
from app.core.text import fold
from app.importers.cells import as_text
from app.importers.workbook import Workbook
from app.models.activities import Activity, Visit
from app.models.documents import ImportBatch
from app.models.partnerships import Partnership, PartnershipMember
from app.models.programmes import Programme
from app.services import import_organisations
from app.services.import_rows import SheetRow
from app.storage.work import View

#: From so many points on the sheet itself is believed; a town of the partnership in its title or rows is enough.
_ENOUGH = 3
_GUEST, _HOST, _IN_PERIOD, _IN_MONTH, _TITLE, _PROGRAMME = 3, 1, 3, 1, 2, 2
#: People arrive before a visit begins and leave after it ended.
_AROUND = timedelta(days=2)
_LOOKED_AT, _LATEST_BATCHES = 400, 200
#: Of longer texts the beginning tells enough; a cell may hold 32,767 characters.
_LONGEST = 200
_PLACES_OF_PEOPLE = frozenset({"organisation", "municipality", "group"})
#: Items of an agenda are at their host's.
_PLACES = {"agenda": frozenset({"place"})}
_DAYS_OF_RECORDS = frozenset({"date", "day", "start", "starts_at", "document_date"})
_DAYS = {
    "people": frozenset({"arrival_date", "departure_date"}),
    "attendance": _DAYS_OF_RECORDS | {"join", "leave", "timestamp", "meeting_start"},
}
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?((?:19|20)\d\d)(?!\d)")
_SAID = re.compile(r"(?:(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th)?\s+)?([^\W\d_]{3,}\.?)\s+(?:de\s+)?((?:19|20)\d\d)(?!\d)")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Aim:
    """A place where rows may go: a visit or training (``activity_id``), or a programme's list alone.

    ``why`` says by what right, strongest first: ``came`` (the page one came from), ``organisations``, ``town``,
    ``dates``, ``month``, ``title``, ``programme``, ``layout``, ``followed``, ``only``.
    """

    programme_id: str
    activity_id: str = ""
    score: int = 0
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for a sheet: the place (None: the user is asked), and places in the order in which they fit."""

    aim: Aim | None = None
    places: tuple[Aim, ...] = ()


@dataclass(slots=True)
class _Told:
    """What a sheet tells."""

    text: str = ""
    stems: frozenset[str] = frozenset()
    organisations: Counter[str] = field(default_factory=Counter)
    days: set[date] = field(default_factory=set)
    months: set[tuple[int, int]] = field(default_factory=set)


def propose(
    view: View,
    workbook: Workbook,
    sheets: Sequence[SheetRow],
    *,
    kind: str = "people",
    came_from: str = "",
    followed: str = "",
    today: date | None = None,
) -> Proposal:
    """Where the rows of a workbook's sheets (as understood) may go.

    ``came_from``: the activity, partnership or programme whose page one came from. ``followed``: the programme that is
    worked in. Nothing is guessed between two places that fit equally well.
    """
    activities = {one.id: one for one in view.session.scalars(select(Activity).order_by(Activity.code))}
    programmes = list(view.session.scalars(select(Programme).order_by(Programme.code)))
    if came_from in activities:
        here = activities[came_from]
        return Proposal(Aim(here.programme_id, here.id, 0, ("came",)))
    told = _told(view, workbook, [sheet for sheet in sheets if sheet.used], kind)
    near = today or date.today()
    places = sorted(_scored(view, told, activities, programmes), key=lambda one: _rank(one, activities, near))
    inside = _inside(came_from, places, activities, programmes)
    aim = _decided(inside or places) or _of_came(came_from, activities, programmes)
    aim = (
        aim
        or _by_partners(view, told)
        or _by_layout(view, sheets, activities, near)
        or _by_programme(programmes, followed)
    )
    return Proposal(aim, tuple(inside or places))


def _rank(one: Aim, activities: Mapping[str, Activity], today: date) -> tuple[int, bool, int]:
    """Those that fit best first; of equals those to come before those that are over, the nearest first."""
    first, last = _period(activities[one.activity_id])
    if first is None or last is None:
        return (-one.score, False, 100_000)
    return (-one.score, last < today, abs((first - today).days))


def _inside(
    came_from: str, places: Sequence[Aim], activities: Mapping[str, Activity], programmes: Sequence[Programme]
) -> list[Aim]:
    """The places inside the partnership or programme whose page one came from."""
    if not came_from:
        return []
    if any(one.id == came_from for one in programmes):
        return [one for one in places if one.programme_id == came_from]
    return [one for one in places if activities[one.activity_id].partnership_id == came_from]


def _of_came(came_from: str, activities: Mapping[str, Activity], programmes: Sequence[Programme]) -> Aim | None:
    """The programme whose page one came from, or that of the partnership; with its activity when there is only one."""
    if not came_from:
        return None
    if any(one.id == came_from for one in programmes):
        return Aim(came_from, "", 0, ("came",))
    own = [one for one in activities.values() if one.partnership_id == came_from]
    return Aim(own[0].programme_id, own[0].id if len(own) == 1 else "", 0, ("came",)) if own else None


def _decided(places: Sequence[Aim]) -> Aim | None:
    """The place that fits best; of several that fit equally well only their programme, when it is one."""
    best = [one for one in places if one.score == places[0].score and one.score >= _ENOUGH]
    if len(best) == 1:
        return best[0]
    owners = {one.programme_id for one in best}
    return Aim(owners.pop(), "", best[0].score, best[0].why) if len(owners) == 1 else None


def _by_partners(view: View, told: _Told) -> Aim | None:
    """The list of the one programme in whose partnerships the organisations of the rows are; none of two."""
    if not told.organisations:
        return None
    query = select(Partnership.programme_id).join(PartnershipMember).distinct()
    owners = list(view.session.scalars(query.where(PartnershipMember.organisation_id.in_(told.organisations.keys()))))
    return Aim(owners[0], "", 0, ("organisations",)) if len(owners) == 1 else None


def _by_layout(view: View, sheets: Sequence[SheetRow], activities: Mapping[str, Activity], today: date) -> Aim | None:
    """Where the last file with these headings went; into its visit only while that is not over."""
    layouts = {sheet.layout for sheet in sheets if sheet.used and sheet.layout}
    if not layouts:
        return None
    query = select(ImportBatch.programme_id, ImportBatch.activity_id, ImportBatch.summary)
    for programme_id, activity_id, summary in view.session.execute(
        query.order_by(ImportBatch.made_at.desc()).limit(_LATEST_BATCHES)
    ):
        if not programme_id or layouts.isdisjoint((summary or {}).get("layouts", ())):
            continue
        last = _period(activities[activity_id])[1] if activity_id in activities else date.min
        over = last is not None and last < today
        return Aim(programme_id, "" if over else activity_id, 0, ("layout",))
    return None


def _by_programme(programmes: Sequence[Programme], followed: str) -> Aim | None:
    if any(one.id == followed for one in programmes):
        return Aim(followed, "", 0, ("followed",))
    return Aim(programmes[0].id, "", 0, ("only",)) if len(programmes) == 1 else None


# what the sheet tells --------------------------------------------------------------------------------------------
def _told(view: View, workbook: Workbook, sheets: Sequence[SheetRow], kind: str) -> _Told:
    found = _Told()
    by_name = {sheet.name: sheet for sheet in workbook.sheets}
    parts = [Path(workbook.path).stem.replace("_", " ")]
    columns: list[str] = []
    wanted = _DAYS.get(kind, _DAYS_OF_RECORDS)
    for sheet in sheets:
        above = (min(sheet.heading_rows) if sheet.heading_rows else sheet.heading_row) - 1
        parts += [sheet.name, sheet.title, *(cell for row in sheet.first_rows[: max(0, above)] for cell in row if cell)]
        raw = by_name.get(sheet.name)
        body = raw.rows[sheet.heading_row : sheet.heading_row + _LOOKED_AT] if raw is not None else ()
        for column in sheet.columns:
            cells = (as_text(row[column.number - 1])[:_LONGEST] for row in body if column.number <= len(row))
            if column.field in _PLACES.get(kind, _PLACES_OF_PEOPLE):
                columns += filter(None, cells)
            elif column.field in wanted:
                _note_days(found, cells)
    parts = [part[:_LONGEST] for part in parts]
    found.text = fold(" ".join(parts))
    _note_days(found, parts)
    found.stems = frozenset(_stems(_WORD.findall(" ".join(parts))))
    known = import_organisations.directory(view)
    for text, count in Counter(columns).items():
        match = known.match(text)
        if len(match.organisations) == 1 or match.level > match.level.POSSIBLE:
            found.organisations[match.organisations[0]] += count
    return found


def _stems(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        name = read_organisation_name(word)
        for stems in name.stems:
            yield from stems


def _note_days(found: _Told, texts: Iterable[str]) -> None:
    """Days and months in texts: ``2023-10-09``, ``9.10.2023``, ``9–11 October 2023``, ``жовтень 2023``."""
    from app.importers.dates_in_cells import month_of

    for text in texts:
        for year, month, day in _ISO.findall(text):
            _note(found, int(year), int(month), int(day))
        for day, month, year in _NUMBERS.findall(text):
            # 08/30/2023, as meeting programs write it, can only be the thirtieth.
            first, second = (int(day), int(month)) if int(month) <= 12 else (int(month), int(day))
            _note(found, int(year), second, first)
        for day, word, year in _SAID.findall(text):
            _note(found, int(year), month_of(word.casefold().rstrip(".")), int(day or 0))


def _note(found: _Told, year: int, month: int, day: int) -> None:
    if not 1 <= month <= 12:
        return
    found.months.add((year, month))
    try:
        found.days.add(date(year, month, day))
    except ValueError:
        return


# what that means for each place ----------------------------------------------------------------------------------
def _scored(
    view: View, told: _Told, activities: Mapping[str, Activity], programmes: Sequence[Programme]
) -> Iterator[Aim]:
    """Every activity with what speaks for it."""
    members: dict[str, set[str]] = {}
    for partnership_id, organisation_id in view.session.execute(
        select(PartnershipMember.partnership_id, PartnershipMember.organisation_id)
    ):
        members.setdefault(partnership_id, set()).add(organisation_id)
    guests = dict(view.session.execute(select(Visit.activity_id, Visit.guest_id)).all())
    titles = dict(view.session.execute(select(Partnership.id, Partnership.title)).all())
    known = {one.ident: one for one in import_organisations.directory(view).known}
    named = {ident for ident, one in known.items() if _is_named(told, (*one.names, one.town))}
    owners = {one.id: (one.code, *one.title.values()) for one in programmes}
    for one in activities.values():
        guest = guests.get(one.id) or ""
        partners = {*members.get(one.partnership_id or "", ()), guest} - {"", one.host_id or ""}
        points: dict[str, int] = {}
        if partners & told.organisations.keys():
            points["organisations"] = _GUEST
        elif one.host_id in told.organisations:
            points["organisations"] = _HOST
        if partners & named:
            points["town"] = _GUEST
        if one.host_id in named:
            points["town"] = points.get("town", 0) + _HOST
        points |= _by_days(told, one)
        if _is_written(told, (*one.title.values(), titles.get(one.partnership_id or "", ""), one.code)):
            points["title"] = _TITLE
        if _is_written(told, owners.get(one.programme_id, ())):
            points["programme"] = _PROGRAMME
        why = tuple(sorted(points, key=lambda key: -points[key]))
        yield Aim(one.programme_id, one.id, sum(points.values()), why)


def _by_days(told: _Told, one: Activity) -> dict[str, int]:
    first, last = _period(one)
    if first is None or last is None:
        return {}
    if any(first - _AROUND <= day <= last + _AROUND for day in told.days):
        return {"dates": _IN_PERIOD}
    months = {(first.year, first.month), (last.year, last.month)}
    return {"month": _IN_MONTH} if months & told.months else {}


def _period(one: Activity) -> tuple[date | None, date | None]:
    """First and last day as far as they are known; the planned ones where nothing else is."""
    start: PartialDate = one.start if one.start.known else one.planned_start
    end: PartialDate = one.end if one.end.known else one.planned_end
    return start.first, end.last or start.last


def _is_named(told: _Told, names: Iterable[str]) -> bool:
    """Whether the place of an organisation stands in the title, in whatever case or script."""
    for name in filter(None, names):
        stems = read_organisation_name(name).stems
        if stems and all(one & told.stems for one in stems):
            return True
    return False


def _is_written(told: _Told, titles: Iterable[str]) -> bool:
    """Whether a title or code stands as it is in what the sheet tells."""
    return any(len(text) > 3 and f" {text} " in f" {told.text} " for text in map(fold, filter(None, titles)))
