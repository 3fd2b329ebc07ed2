"""Agendas of online days tell their times twice, in two zones (AG-11): those of the host's town are taken.

Times told only in another zone ("за київським часом" over a meeting in Slovenia) become those of the place; it is told.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.importers.heading_words import meanings
from app.importers.headings import Column, Headings
from app.importers.times_in_cells import Span, read_span
from app.importers.workbook import Cell

_NAMED = (
    (
        "Europe/Kyiv",
        re.compile(r"\b(?:kyiv\w*|kiev\w*|kij[ei]v\w*|kyjiv\w*|ukrain\w*|київ\w*|києв\w*|укра\w*|киев\w*)\b", re.I),
    ),
    ("Europe/Riga", re.compile(r"\b(?:r[iī]g[aā]\w*|latvi\w*|рига|ригою|vilnius|tallinn|eet|eest)\b", re.I)),
    (
        "Europe/Brussels",
        re.compile(
            r"\b(?:cet|cest|ljubljan\w*|sloveni\w*|bru[sx]\w*|stockholm\w*|sverige|sweden|svensk|berlin|wien|vienna|warsaw|"
            r"sarajev\w*|skopje|beograd|zagreb|podgorica|любляна|люблян\w*|стокгольм\w*|брюссел\w*|srednjeevrop\w*|"
            r"центральноєвроп\w*|сараєво|скопје|београд)\b",
            re.I,
        ),
    ),
    ("Europe/London", re.compile(r"\b(?:london|bst|uk time)\b", re.I)),
    ("UTC", re.compile(r"\b(?:utc|gmt)\b(?!\s*[+−–-]\s*\d)", re.I)),
)
#: "UTC+3": hours before or behind that of Greenwich.
_FROM_UTC = re.compile(r"\b(?:utc|gmt)\s*([+−–-])\s*0?(\d{1,2})\b(?!:[1-9])", re.I)
#: Countries in a title say nothing of times unless a word for it stands between: "Час України" may be a forum.
_COUNTRY = re.compile(r"укра[їи]н\w{0,2}|ukrai?j?in\w?|ukraine|sweden|sverige|sloveni\w{1,2}|latvi\w{1,2}", re.I)
_TOLD = ("time", "start", "end")
#: "за київським часом", "Kyiv time", "tid i Kyjiv", "time zone: CET": a zone beside a word for time.
_TIME_WORD = r"(?:times?|час\w*|čas\w*|tid(?:er)?|tidszon\w*|laik\w*|ur[aei]|vr(?:ij)?eme\w*|врем\w*|годин\w*|zone)"
_SMALL = r"(?:по|за|у|в|po|pēc|enligt|i|in|of|is|are|zone|standard|summer|літн\w+|v|u|so|su|är)"
_BETWEEN = rf"[\s():,–—-]+(?:{_SMALL}[\s():]+){{0,2}}"
_TIME_FIRST = re.compile(rf"\b{_TIME_WORD}{_BETWEEN}$", re.IGNORECASE)
_TIME_OF_COUNTRY = re.compile(rf"\b{_TIME_WORD}[\s():,–—-]+(?:{_SMALL}[\s():]+){{1,2}}$", re.IGNORECASE)
_TIME_BEHIND = re.compile(rf"^[\s()]+(?:{_SMALL}[\s()]+){{0,1}}{_TIME_WORD}\b", re.IGNORECASE)
#: Between two tellings of one time: "10:00 / 9:00", "09:30 Kyiv = 08:30 Brussels", "10:00 (9:00 CET)".
_PARTS = re.compile(r"\s*[/|=;\n()\[\]]\s*")


def zone_named(heading: str) -> str:
    """The time zone that a heading names by a town, a country or a sign; '' for none or several."""
    found = zones_named(heading)
    return found[0] if len(found) == 1 else ""


def zones_named(text: str) -> list[str]:
    """All zones that a text names, in its order; "UTC+3" is a zone of its own."""
    return [zone for _, zone in sorted((hit.start(), zone) for zone, hit in _hits(text))]


def _hits(text: str) -> list[tuple[str, re.Match[str]]]:
    found = [(zone, hit) for zone, words in _NAMED if (hit := words.search(text))]
    far = _FROM_UTC.search(text)
    if far and int(far[2]) <= 12:
        # The names of these zones count the other way round.
        found.append((f"Etc/GMT{'-' if far[1] == '+' else '+'}{int(far[2])}", far))
    return found


def zone_of_times(texts: Iterable[str]) -> str:
    """The zone in which lines beside an agenda say that its times are ("Усі часи за Києвом"); '' for none or several.

    A line must speak of time right beside the zone: a title may name any country.
    """
    found = set()
    for text in texts:
        for zone, hit in _hits(text):
            first = _TIME_OF_COUNTRY if _COUNTRY.fullmatch(hit[0]) else _TIME_FIRST
            if first.search(text[: hit.start()]) or _TIME_BEHIND.search(text[hit.end() :]):
                found.add(zone)
    return found.pop() if len(found) == 1 else ""


def told_in_zones(cell: str, heading_zones: Sequence[str], here: str, day: date) -> tuple[Span, str] | None:
    """The time of a cell that tells it in two zones, or names one; None for any other cell.

    ``heading_zones``: those of the heading, in order. Of two the one that holds at the place (``here``) is taken.
    """
    parts = [part for part in _PARTS.split(cell) if part]
    told: list[tuple[Span, str]] = []
    for part in parts:
        span, named = read_span(part), zone_named(part)
        if span.start:
            told.append((span, named))
        elif named and told and not told[-1][1]:
            told[-1] = (told[-1][0], named)
    if len(told) == 2 and len(heading_zones) == 2 and not any(zone for _, zone in told):
        told = [(span, zone) for (span, _), zone in zip(told, heading_zones, strict=True)]
    zoned = [one for one in told if one[1]]
    if not zoned or len(told) > 2:
        return None
    at_home = _offset(here, day)
    return next((one for one in zoned if _offset(one[1], day) == at_home), zoned[0])


def moved(day: str, clock: str, zone: str, here: str) -> tuple[str, str]:
    """A day and a time of ``zone`` as they are in ``here`` (ISO, ``HH:MM``); as they were where a zone is unknown."""
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo(here))
    except (ZoneInfoNotFoundError, ValueError, OverflowError):
        return day, clock
    return moment.date().isoformat(), f"{moment:%H:%M}"


class ZoneOfTimes:
    """In which zone the times of one agenda are, row by row (AG-11).

    ``here``: the zone of the place ('' where nobody knows it: then nothing is moved); ``day``: a day of the activity,
    by which zones are compared; ``headings``: those of the columns of times; ``lines``: titles and remarks beside it.
    """

    def __init__(self, here: str, day: date, headings: Mapping[int, str], lines: Iterable[str]) -> None:
        self.here, self.day = here, day
        self.columns = {number: zones_named(heading) for number, heading in headings.items()}
        self.sheet = zone_of_times(lines) if here else ""
        self.row = ""
        #: The town by which the zone of the last row that was moved is called.
        self.told = ""

    def span(self, column: int, cell: Cell) -> Span:
        """The time in a cell; the zone that it or its heading names is kept until the row is settled."""
        zones = self.columns.get(column, [])
        if self.here and isinstance(cell, str) and (len(zones) == 2 or zones_named(cell)):
            told = told_in_zones(cell, zones, self.here, self.day)
            if told is not None:
                self.row = told[1]
                return told[0]
        self.row = self.row or (zones[0] if len(zones) == 1 else "")
        return read_span(cell)

    def at_the_place(self, values: Mapping[str, str]) -> dict[str, str]:
        """Date, start and end of a row as they are at the place; empty where they are so already."""
        zone, self.row = self.row or self.sheet, ""
        day, start, end = (values.get(name, "") for name in ("date", "start", "end"))
        if not zone or not self.here or not day or not start:
            return {}
        there = moved(day, start, zone, self.here)
        if there == (day, start):
            return {}
        self.told = _called(zone)
        found = {"date": there[0], "start": there[1]}
        return found | ({"end": moved(day, end, zone, self.here)[1]} if end else {})


def _called(zone: str) -> str:
    """A zone as people call it: by its town, or as hours from UTC."""
    name = zone.rpartition("/")[2]
    return f"UTC{'+' if name[3] == '-' else '−'}{name[4:]}" if name.startswith("GMT") and len(name) > 3 else name


def _offset(zone: str, day: date) -> timedelta | None:
    try:
        return ZoneInfo(zone).utcoffset(datetime.combine(day, time(12)))
    except (ZoneInfoNotFoundError, ValueError):
        return None


def of_the_place(headings: Headings, zone: str, day: date) -> Headings:
    """The headings with columns of times in another zone put aside for those of ``zone``, the place's own."""
    here = _offset(zone, day) if zone else None
    if here is None:
        return headings
    columns: dict[int, Column] = dict(headings.columns)
    unknown: dict[int, str] = dict(headings.unknown)
    for at, column in headings.columns.items():
        named = zone_named(column.heading) if column.field in _TOLD else ""
        if not named or _offset(named, day) == here:
            continue
        for other in _in_zone(headings.unknown, column.field, here, day):
            columns[other] = Column(column.field, headings.unknown[other], column.confidence, column.how)
            unknown[at] = column.heading
            del unknown[other]
            del columns[at]
            break
    if columns == headings.columns:
        return headings
    return replace(headings, columns=dict(sorted(columns.items())), unknown=unknown)


def _in_zone(unknown: Mapping[int, str], field: str, offset: object, day: date) -> list[int]:
    """Columns that nothing was made of because the field was taken, and whose zone has the offset."""
    return [
        at
        for at, heading in unknown.items()
        if (zone := zone_named(heading))
        and _offset(zone, day) == offset
        and any(one.field == field for one in meanings(heading, "agenda")[:2])
    ]
