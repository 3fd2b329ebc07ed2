"""Online items of an agenda: the link as short text and as QR, times in both zones computed for their day (AG-11)."""

from datetime import date, datetime, time
from functools import lru_cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from app.core.i18n import N_
from app.documents.qr import fragment
from app.documents.speech import Speech
from app.documents.texts import Text, clean_line

#: Cities that name the zones of the programmes; another zone is told by the last part of its IANA name.
ZONE_NAMES: dict[str, str] = {
    "Europe/Kyiv": N_("Kyiv"),
    "Europe/Ljubljana": N_("Ljubljana"),
    "Europe/Stockholm": N_("Stockholm"),
    "Europe/Riga": N_("Riga"),
    "Europe/Brussels": N_("Brussels"),
    "Europe/Sarajevo": N_("Sarajevo"),
    "Europe/Skopje": N_("Skopje"),
    "Europe/Belgrade": N_("Belgrade"),
    "Europe/Podgorica": N_("Podgorica"),
    "Europe/Warsaw": N_("Warsaw"),
    "Europe/Chisinau": N_("Chișinău"),
    "Asia/Tbilisi": N_("Tbilisi"),
}
#: Letters of a link that somebody types without a mistake, and those that are printed of a longer one.
_TYPED, _SHOWN = 30, 46
#: A longer link would make a code that no phone reads from a cell of a table.
_LONGEST_CODED = 300


def short_link(link: str) -> str:
    """A link that can be typed as it is; a long one without scheme, ``www.`` and what follows a question mark."""
    text = clean_line(link)
    address = _address(text)
    if address is None or len(text) <= _TYPED:
        return text
    return address if len(address) <= _SHOWN else address[: _SHOWN - 1] + "…"


def _address(text: str) -> str | None:
    """Host and path of a web address; None for anything else (it is then printed as it stands)."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return None
    return host.removeprefix("www.") + parts.path.rstrip("/")


@lru_cache(maxsize=64)
def link_code(link: str) -> tuple[int, str] | None:
    """The QR of a link as (modules a side, drawing operators); None for what is no web address or far too long."""
    text = clean_line(link)
    if _address(text) is None or len(text.encode()) > _LONGEST_CODED:
        return None
    return fragment(text)


def zone_name(zone: str, said: Speech) -> Text:
    """The city that a zone is called by, in the paper's languages."""
    known = ZONE_NAMES.get(zone)
    return said.say(known) if known else Text(zone.rsplit("/", 1)[-1].replace("_", " "))


def times_in(day: date, start: time, end: time | None, zones: tuple[str, str], said: Speech) -> str:
    """A range of times of one zone in another, by the offsets of that day; with the day where it is another one."""
    here, there = ZoneInfo(zones[0]), ZoneInfo(zones[1])
    began = datetime.combine(day, start, here).astimezone(there)
    ended = datetime.combine(day, end, here).astimezone(there).time() if end else None
    times = said.times(began.time(), ended)
    return times if began.date() == day else f"{said.forms.day_and_month(began.date())}, {times}"
