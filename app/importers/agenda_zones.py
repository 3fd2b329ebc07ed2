"""Agendas of online days tell their times twice, in two zones (AG-11): those of the host's town are taken."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.importers.heading_words import meanings
from app.importers.headings import Column, Headings

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
    ("UTC", re.compile(r"\b(?:utc|gmt)\b", re.I)),
)
_TOLD = ("time", "start", "end")


def zone_named(heading: str) -> str:
    """The time zone that a heading names by a town, a country or a sign; '' for none or several."""
    found = [zone for zone, words in _NAMED if words.search(heading)]
    return found[0] if len(found) == 1 else ""


def _offset(zone: str, day: date) -> object:
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
