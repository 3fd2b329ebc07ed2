"""What a column of a sign-in list is about: a day, half a day, a session, minutes, a signature (PL-4, PL-5).

Headings are matched to what the activity has (its slots): dates in any spelling, "Day 2", "до обіду", titles and
numbers of sessions. A date that the activity does not have is told, not bent to one that it has.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.core.text import fold, one_line
from app.importers.attendance_clock import read_clock
from app.importers.attendance_marks import Slot
from app.importers.dates_in_cells import DateHabit, clean_date
from app.importers.heading_words import meanings
from app.importers.workbook import Cell

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?([./-])\s?(\d{1,2})(?:\s?[./-]\s?(\d{4}|\d{2}))?(?!\d)(?!\s?:)")
_ISO = re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_WORDED = re.compile(r"(?<!\d)(\d{1,2})\.?(?:st|nd|rd|th|-?го)?\s+([^\W\d_]{3,})\.?(?:,?\s+(\d{4}))?")
_WORD_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(\d{4}))?")
_DAY_WORD = r"(?:day|dan|dag|diena|день|дня|дан|ден|d)"
_DAY_NUMBER = re.compile(
    rf"^\W*(?:{_DAY_WORD}\s*\.?\s*(?:no\.?|№|nr\.?|št\.?)?\s*(\d{{1,2}})|(\d{{1,2}})\s*(?:st|nd|rd|th|-?й|-?ий|\.|:a)?"
    rf"\s*{_DAY_WORD})\b",
    re.IGNORECASE,
)
_SESSION_NUMBER = re.compile(
    r"\b(?:session|сесія|заняття|зустріч|вебінар|модуль|лекція|тема|частина|sesija|seja|srečanje|delavnica|predavanje|"
    r"modul|pass|webbinarium|träff|tillfälle|webinar|modulis|vebinārs|nodarbība|tikšanās|module|workshop|"
    r"lecture|meeting|topic|part|сесија|модул|радионица|radionica|susret)\s*(?:no\.?|№|nr\.?|št\.?|#)?\s*(\d{1,2})\b",
    re.IGNORECASE,
)
_MORNING = re.compile(
    r"\b(?:am|a\.m\.?|morning|forenoon|до обіду|зранку|ранок|перша половина|dopoldne|dop\.?|förmiddag\w*|fm|"
    r"rīt\w*|priekšpusdien\w*|prije podne|pre podne|prijepodne|пре подне|претпладне)(?!\w)",
    re.IGNORECASE,
)
_AFTERNOON = re.compile(
    r"\b(?:pm|p\.m\.?|afternoon|після обіду|пообіді|друга половина|popoldne|pop\.?|eftermiddag\w*|em|"
    r"pēcpusdien\w*|poslije podne|posle podne|poslijepodne|после подне|попладне)(?!\w)",
    re.IGNORECASE,
)
_SIMILAR = 88.0
#: So long before a session its form may be answered.
_BEFORE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column is for: ``marks``, ``signature``, ``note``, ``total``, ``date``, ``session``, ``stamp``, '' else.

    ``stamp``: when an answer to a form was sent.

    ``date`` and ``session`` say in each row what its marks are about, as our own blank sheets have it.

    ``slots``: what its marks are about; ``unit``: ``m`` or ``h`` where it counts; ``elsewhere``: a day that the heading
    names and the activity does not have.
    """

    kind: str = ""
    slots: tuple[Slot, ...] = ()
    unit: str = ""
    elsewhere: date | None = None
    heading: str = ""


@dataclass(frozen=True)
class Calendar:
    """The slots that may be marked now, and the days of the whole activity, by which "Day 2" is counted."""

    slots: tuple[Slot, ...]
    all_slots: tuple[Slot, ...] = field(default_factory=tuple)

    @property
    def days(self) -> tuple[date, ...]:
        """All days on which the activity has something, in order."""
        return tuple(sorted({slot.day for slot in self.all_slots or self.slots}))

    def of_day(self, day: date | None) -> tuple[Slot, ...]:
        """The slots of a day."""
        return tuple(slot for slot in self.slots if slot.day == day)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _years(found: str | None, days: Collection[date]) -> Sequence[int]:
    if found:
        return (int(found) + (2000 if len(found) == 2 else 0),)
    return sorted({day.year for day in days})


def _days_of_text(text: str, days: Collection[date]) -> Iterator[date]:
    for found in _ISO.finditer(text):
        if day := _made(int(found.group(1)), int(found.group(2)), int(found.group(3))):
            yield day
    for found in _NUMERIC.finditer(text):
        first, second = int(found.group(1)), int(found.group(3))
        for year in _years(found.group(4), days):
            if day := _made(year, second, first):
                yield day
            if found.group(2) == "/" and (day := _made(year, first, second)):
                yield day
    for pattern, places in ((_WORDED, (1, 2)), (_WORD_FIRST, (2, 1))):
        for found in pattern.finditer(text):
            for year in _years(found.group(3), days):
                spelt = f"{found.group(places[0])} {found.group(places[1])} {year}"
                iso = clean_date(spelt, DateHabit(proved=True), date(2199, 1, 1)).value
                if len(iso) == 10:
                    yield date.fromisoformat(iso)


def day_in(cell: Cell, days: Collection[date]) -> date | None:
    """The day that a heading, a title or a sheet's name tells: one of ``days`` where any reading gives one of them.

    A day without a year is of a year of ``days``; a day that is none of them only where nothing else is said in the
    cell. None when no day is told.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float) and 36_526 <= cell <= 73_050 and cell == int(cell):
        iso = clean_date(cell, DateHabit(), date(2199, 1, 1)).value
        return date.fromisoformat(iso) if len(iso) == 10 else None
    if not isinstance(cell, str):
        return None
    text = one_line(cell)[:200]
    found = list(_days_of_text(text, days))
    inside = next((day for day in found if day in days), None)
    if inside or not found:
        return inside
    left = re.sub(r"[^\W\d_]+\.?", " ", text) if re.search(r"\d{4}", text) else text
    return found[0] if len(re.sub(r"[\d./,\s-]", "", left)) <= 3 else None


def half_in(text: str) -> str:
    """``am``, ``pm`` or nothing."""
    if _AFTERNOON.search(text):
        return "pm"
    return "am" if _MORNING.search(text) else ""


def _by_title(text: str, slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The one session whose title the heading is, or is like; nothing where two are as like."""
    from rapidfuzz import fuzz

    wanted = fold(text)
    if len(wanted) < 4:
        return ()
    scores: list[tuple[float, Slot]] = []
    for slot in slots:
        best = 0.0
        for title in slot.titles:
            known = fold(title)
            score = fuzz.ratio(wanted, known)
            if min(len(wanted), len(known)) >= 10 and (wanted in known or known in wanted):
                score = max(score, 92.0)
            best = max(best, score)
        if best >= _SIMILAR:
            scores.append((best, slot))
    top = max((score for score, _ in scores), default=0.0)
    sure = [slot for score, slot in scores if score == top]
    return tuple(sure) if len(sure) == 1 else ()


def _of_session(text: str, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    found = _by_title(text, slots)
    if found:
        return found
    number = _SESSION_NUMBER.search(text)
    if number and 1 <= int(number.group(1)) <= len(slots):
        return (slots[int(number.group(1)) - 1],)
    clock = read_clock(text) if ":" in text else None
    timed = [slot for slot in slots if slot.start and clock and slot.start.time() == clock]
    return tuple(timed) if len(timed) == 1 else ()


def _kind(text: str) -> tuple[str, str]:
    """``kind`` and ``unit`` of a heading by its words alone."""
    named = {
        "presence": ("marks", ""),
        "minutes": ("marks", "m"),
        "hours": ("marks", "h"),
        "signature": ("signature", ""),
        "notes": ("note", ""),
        "date": ("date", ""),
        "session": ("session", ""),
        "total": ("total", ""),
        "timestamp": ("stamp", ""),
    }
    for meaning in meanings(text, "attendance"):
        if meaning.field in named and meaning.score >= (98 if meaning.field in ("date", "session") else 86):
            return named[meaning.field]
    return "", ""


def slots_meant(day_cell: Cell, session_cell: Cell, calendar: Calendar, otherwise: date | None) -> tuple[Slot, ...]:
    """What a row's own date and session mean; nothing where they are told and the activity does not have them."""
    day = day_in(day_cell, calendar.days) if day_cell != "" else otherwise
    if day_cell != "" and day is None:
        return ()
    pool = calendar.of_day(day) if day else calendar.slots
    if session_cell == "":
        return pool if day or len({slot.day for slot in pool}) == 1 else ()
    text = one_line(str(session_cell))
    number = text.removesuffix(".0")
    if number.isdigit():
        return (pool[int(number) - 1],) if 1 <= int(number) <= len(pool) else ()
    return _of_session(text, pool)


def slots_at(cell: Cell, calendar: Calendar) -> tuple[Slot, ...]:
    """What somebody was at who sent a form at that moment: the session going on or soon to begin, else that day."""
    pool = calendar.of_day(day_in(cell, calendar.days))
    clock = cell.time() if isinstance(cell, datetime) else read_clock(str(cell))
    if clock is None or not pool:
        return pool
    moment = datetime.combine(pool[0].day, clock)
    near = tuple(slot for slot in pool if slot.window().start - _BEFORE <= moment <= slot.window().end)
    return near or pool


def column_use(texts: Sequence[Cell], calendar: Calendar, sheet_day: date | None = None) -> ColumnUse:
    """What a column is for, by the cells above it (outermost first) and the day of the whole sheet."""
    words = [one_line(cell) for cell in texts if isinstance(cell, str)]
    heading = " / ".join(one_line(str(cell)) for cell in texts)
    kind, unit = next((told for word in reversed(words) if (told := _kind(word))[0]), ("", ""))
    if kind in ("signature", "note", "total", "stamp") or (
        kind in ("date", "session") and len(words) == len(texts) == 1
    ):
        return ColumnUse(kind, heading=heading)
    day = next((seen for cell in reversed(texts) if (seen := day_in(cell, calendar.days))), None)
    number = next((hit for word in words if (hit := _DAY_NUMBER.match(word))), None)
    if day is None and number is not None:
        place = int(number.group(1) or number.group(2)) - 1
        day = calendar.days[place] if 0 <= place < len(calendar.days) else None
    half = next((part for word in reversed(words) if (part := half_in(word))), "")
    pool = calendar.of_day(day or sheet_day) if day or sheet_day else calendar.slots
    session: tuple[Slot, ...] = ()
    for word in reversed(words):
        rest = word if day is None else re.sub(r"[\d./-]{4,}", " ", word)
        session = session or _of_session(rest, pool)
    if day is not None and not calendar.of_day(day):
        return ColumnUse("", elsewhere=day, heading=heading)
    if session:
        return ColumnUse("marks", session, unit, heading=heading)
    if half and (day or sheet_day or len(calendar.days) == 1):
        return ColumnUse("marks", tuple(slot for slot in pool if slot.half == half), unit, heading=heading)
    if day is not None:
        return ColumnUse("marks", pool, unit, heading=heading)
    if kind == "marks":
        lone = pool if sheet_day or len({slot.day for slot in pool}) == 1 else ()
        return ColumnUse("marks", lone, unit, heading=heading)
    return ColumnUse(heading=heading)
