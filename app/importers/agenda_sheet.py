"""Agendas as towns send them: days as rows, columns or sheets, times in any writing, breaks told by their words.

Fields of a row: ``date`` ISO, ``start`` and ``end`` ``HH:MM`` (an end not after the start is on the next day),
``title`` with its language in ``extra``, further languages as ``title_uk`` …, ``kind`` a word of ``SessionKind``.
"""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from app.core.given_names import given_names
from app.core.text import one_line
from app.core.vocabulary import SessionKind
from app.importers.agenda_days import DAY_OF
from app.importers.agenda_heads import DayHead
from app.importers.agenda_titles import latin_language, settle_titles, split_scripts
from app.importers.agenda_zones import ZoneOfTimes
from app.importers.cells import EMPTY, Cleaned, Told, as_text, clean_text
from app.importers.day_headings import FoundDay, beside_date, find_day, is_weekday, words_beside
from app.importers.record_sheet import Draft, RecordReader
from app.importers.sheet_kinds import TITLES
from app.importers.times_in_cells import NOTHING, Span, minutes_after, read_span
from app.importers.words_in_cells import word_in_title
from app.importers.workbook import Cell, Row, fill_merged

#: Fields that tell when an item is.
TIMES = frozenset(("time", "start", "end"))
_PEOPLE = frozenset(("speakers", "interpreters"))
_NO_TITLE = TIMES | {"date", "duration", "row_no"}
#: How long an item lasts of which neither the end nor a later item tells it: it is always told with it.
ASSUMED_MINUTES = 60
_TIME_WORDS = re.compile(r"\b(?:[01]?\d|2[0-4])[:.h][0-5]\d\b(?:\s?[-–—](?=\s?\d))?\s*(?:год\.?|uri|h)?", re.IGNORECASE)
#: A time or two of them, and what is done then: "9.00–10.30 – Opening".
_ONE_TIME = r"(?:[01]?\d|2[0-3])\s?[:.h]\s?[0-5]\d(?!\d|[.:]\d)(?:\s?[ap]\.?m\.?)?(?:\s?(?:год|uri|h|ч)\b\.?)?"
_TIMED = re.compile(
    rf"^((?:[^\W\d]{{1,6}}\.?\s)?{_ONE_TIME}(?:\s?(?:[-–—]+|до|do|to|līdz)\s?{_ONE_TIME})?)[\s:.,;–—-]+([^\W\d_].*|[«„“”\"(].*)$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")
#: A row that begins so goes on with the one above.
_GOES_ON = re.compile(r"[-–—•·*▪◦●‣(\[]\s*\w|[a-zа-яіїєґčšžćđåäöāēīūģķļņ]|[a-zа-я]\)\s")
_BULLET = re.compile(r"^[-–—•·*▪◦●‣]\s*")


class AgendaReader(RecordReader):
    """Reads one sheet of an agenda."""

    day = ""
    #: The last row that only went on with the item above it.
    joined = 0

    def read_sheet_day(self) -> None:
        """The day of the whole sheet, by its name or a line above the headings ("9.3.", "Monday 9 March")."""
        above = [one_line(as_text(cell)) for row in self.sheet.rows[: self.first - 1] for cell in row if cell != ""]
        of_day = self.sheet.name.rpartition(DAY_OF)[2]
        for text in (self.sheet.name, of_day, *reversed(above)):
            found = find_day(text, self.reading.period, self.reading.today)
            if found is not None and not found.counted:
                self.day = found.day.isoformat()
                return
        counted = find_day(self.sheet.name, self.reading.period, self.reading.today)
        if counted is not None and not any(name == "date" for name in self.columns.values()):
            # Sheets called "Day 1", "Day 2" or "Torek".
            self.day = counted.day.isoformat()

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.spans: dict[str, Span] = {}
        self.heads: dict[str, DayHead] = {}
        self._carry_times()
        self.has_times = not TIMES.isdisjoint(self.columns.values())
        self.read_sheet_day()
        if self.day and self.sheet.group:
            self._head().add(self.sheet.group)
        titles = [as_text(c) for n, name in self.columns.items() if name == "title" for c in self.column_values(n)]
        numbered = sum(_NUMBERED.match(text) is not None for text in titles)
        self.numbered = numbered >= 2 and numbered * 2 >= sum(bool(text.strip()) for text in titles)
        self.language = latin_language(titles, self.headings.language)
        self._tell_ends_from_places()
        headings = {n: self.headings.columns[n].heading for n, one in self.columns.items() if one in TIMES}
        alone = [texts for number in range(1, len(self.sheet.rows) + 1) if len(texts := self.texts(number)) == 1]
        above = [self.texts(number) for number in range(1, self.first - 1)]
        day = self.reading.period.first or self.reading.today
        self.zone = ZoneOfTimes(
            self.reading.zone, day, headings, [text for texts in (*above, *alone) for text in texts]
        )

    def _carry_times(self) -> None:
        """A time merged over several rows is that of items side by side; what is merged to the right is no time."""
        down = tuple(one for one in self.sheet.merges if one[1] == one[3])
        times = frozenset(number for number, name in self.columns.items() if name in TIMES)
        if down and times:
            filled = fill_merged(replace(self.sheet, merges=down), times, self.first)
            self.sheet = replace(filled, merges=self.sheet.merges)

    def _tell_ends_from_places(self) -> None:
        """ "Kraj" is an end in one language and a place in another: the values tell which."""
        for number, name in list(self.columns.items()):
            if name == "end" and "place" not in self.columns.values():
                values = [cell for cell in self.column_values(number) if cell != ""][:40]
                if values and sum(read_span(cell).known for cell in values) * 2 < len(values):
                    self.columns[number] = "place"

    def clean(self, name: str, column: int, cell: Cell) -> Cleaned:
        """Times are kept aside as spans until the whole row is known."""
        if name in TIMES:
            span = self.zone.span(column, cell)
            self.spans[name] = span
            if not span.known and as_text(cell).strip(" -–—?"):
                return Cleaned("", (Told("import_time_unreadable"),))
            return EMPTY
        if name == "date":
            return self._clean_day(column, cell)
        if name in TITLES or name == "title":
            return self._clean_title(cell)
        if name in _PEOPLE and isinstance(cell, str) and "\n" in cell.strip():
            return clean_text(people_in_lines(cell))
        return super().clean(name, column, cell)

    def _clean_title(self, cell: Cell) -> Cleaned:
        """A title keeps its lines until its languages are told apart; a dash is none; it may begin with its time."""
        cleaned = clean_text(cell, lines=True)
        if not any(map(str.isalnum, cleaned.value)):
            return EMPTY
        if self.numbered:
            cleaned = replace(cleaned, value=_NUMBERED.sub("", cleaned.value))
        timed = timed_title(cleaned.value) if not self.has_times else None
        if timed is None:
            return cleaned
        self.spans["time"] = timed[0]
        return Cleaned(timed[1], cleaned.told)

    def _clean_day(self, column: int, cell: Cell) -> Cleaned:
        if isinstance(cell, str) and is_weekday(cell):
            return self._clean_weekday(cell)
        if not self.has_times:
            self._time_beside(cell)
        period = self.reading.period
        if isinstance(cell, float) and 1 <= cell < 32 and cell != int(cell):
            # 9.3 typed for the ninth of March became a number; 9.1 may have been 9.10.
            texts = [as_text(cell)] + ([f"{as_text(cell)}0"] if len(as_text(cell).split(".")[1]) == 1 else [])
            days = [found.day for text in texts if (found := find_day(text + ".", period, self.reading.today))]
            inside = [day for day in days if period.first and period.first <= day <= (period.last or period.first)]
            return (
                Cleaned(inside[0].isoformat()) if len(inside) == 1 else Cleaned("", (Told("import_date_unreadable"),))
            )
        cleaned = super().clean("date", column, cell)
        if any(told.code == "import_date_swappable" for told in cleaned.told) and period.first:
            day = date.fromisoformat(cleaned.value)
            last = period.last or period.first
            other = date(day.year, day.day, day.month)
            one, two = period.first <= day <= last, period.first <= other <= last
            if one != two:
                return Cleaned((day if one else other).isoformat())
        return cleaned

    def _clean_weekday(self, cell: str) -> Cleaned:
        """The name of a weekday beside a known day says nothing new; alone it tells the day, which is told."""
        found = find_day(cell, self.reading.period, self.reading.today)
        if found is None or self.day:
            known = date.fromisoformat(self.day) if self.day else None
            return (
                EMPTY if found is None or known is None or known.weekday() == found.day.weekday() else _counted(found)
            )
        return _counted(found)

    def _time_beside(self, cell: Cell) -> None:
        """Where no column tells times, the cell of the day may: "09.10.2023, 10:00–11:00"."""
        if isinstance(cell, datetime) and cell.time() != time():
            self.spans["time"] = read_span(cell)
        elif isinstance(cell, str) and self._day_in(cell):
            span = read_span(beside_date(cell))
            if span.start:
                self.spans["time"] = span

    def passed_over(self, number: int, row: Row) -> bool:
        """Headings of days stand in rows of their own, sometimes with the place of the day beside."""
        texts = self.texts(number)
        timed = any(
            read_span(row[n - 1]).known
            for n, name in self.columns.items()
            if name in TIMES and n <= len(row) and row[n - 1] != "" and not self._day_in(row[n - 1])
        )
        if texts and len(texts) <= 3 and not timed and self._is_day_row(row):
            self.skip(number, "group")
            return True
        if self.has_times and len(self._texts_beside_day(row)) == 1 and self._goes_on(number, row):
            return True
        return super().passed_over(number, row)

    def _goes_on(self, number: int, row: Row) -> bool:
        """Whether a row only goes on with the item above ("– budget", "(in Slovenian)"): then it describes it."""
        at = next(n for n, cell in enumerate(row, 1) if self.columns.get(n) != "date" and as_text(cell).strip())
        above = self.drafts[-1] if self.drafts else None
        if above is None or number - 1 not in (above.row, self.joined):
            return False
        text = as_text(row[at - 1]).strip()
        if self.columns.get(at) not in ("title", *TITLES, "description") or not _GOES_ON.match(text):
            return False
        self.joined = number
        lines = [above.values.get("description", ""), _BULLET.sub("", text)]
        above.values["description"] = "\n".join(filter(None, lines))
        above.places.setdefault("description", at)
        self.skip(number, "line")
        return True

    def _day_in(self, cell: Cell) -> str:
        """The day that a cell tells; empty for none. Times are no days."""
        if isinstance(cell, datetime):
            return cell.date().isoformat() if cell.time() == time() and cell.year > 1901 else ""
        if isinstance(cell, date):
            return cell.isoformat()
        if not isinstance(cell, str):
            return ""
        found = find_day(cell, self.reading.period, self.reading.today)
        return found.day.isoformat() if found else ""

    def _is_day_row(self, row: Row) -> bool:
        """Whether the first filled cell tells a day and no title stands in the row."""
        for number, cell in enumerate(row, start=1):
            if cell == "":
                continue
            name = self.columns.get(number, "")
            day = self._day_in(cell)
            if not day or (name == "date" and self._has_title(row)):
                return False
            self.day = day
            self._read_head(row, number)
            return True
        return False

    def _head(self) -> DayHead:
        """The head of the day that is being read."""
        return self.heads.setdefault(self.day, DayHead())

    def _read_head(self, row: Row, day_at: int) -> None:
        """Theme and town of the day out of its heading: beside the date, and in the other cells of the row."""
        for number, cell in enumerate(row, start=1):
            text = as_text(cell)
            if number == day_at:
                self._head().add(words_beside(text) if isinstance(cell, str) else "")
            elif text.strip() and not is_weekday(text):
                self._head().add(text, of_place=self.columns.get(number, "") in ("place", "address"))

    def _has_title(self, row: Row) -> bool:
        return any(
            name in ("title", *TITLES) and number <= len(row) and row[number - 1] != ""
            for number, name in self.columns.items()
        )

    def heading_of_group(self, text: str, number: int) -> bool:
        """A row of one text that tells a day, or the theme or town of the day that it stands in."""
        day = self._day_in(text)
        if day:
            self.day = day
            self._head().add(words_beside(text))
        if not day and not self.has_times and not self.drafts and timed_title(text) is None:
            # What stands above an agenda of one column is its title.
            return True
        return bool(day) or (bool(self.day) and self._head().add(text, labelled=True))

    def rescue(self, draft: Draft) -> bool:
        """A timed row whose text stands in another column, as a break merged over all columns does."""
        if not any(span.start for span in self.spans.values()) and not self._timed_text(draft):
            self.spans = {}
            return False
        if draft.values.get("title"):
            return True
        taken = {number for number, name in self.columns.items() if name in _NO_TITLE}
        for number, cell in enumerate(draft.cells, start=1):
            if isinstance(cell, str) and any(map(str.isalnum, cell)) and number not in taken:
                draft.values["title"] = self._without_its_time(clean_text(cell).value, draft)
                name = self.columns.get(number, "")
                if draft.values.get(name) == clean_text(cell).value and name != "title":
                    del draft.values[name]
                draft.places["title"] = number
                return True
        if self._timed_text(draft):
            return True
        self.spans = {}
        return False

    def _without_its_time(self, text: str, draft: Draft) -> str:
        """A break that is merged over all columns holds its time: "COFFEE 10:30–11:00"."""
        if all(text != one_line(as_text(draft.cells[at - 1])) for at, name in self.columns.items() if name in TIMES):
            return text
        return " ".join(_TIME_WORDS.sub(" ", text).split()).strip(" .,:;–—-()") or text

    def _texts_beside_day(self, row: Row) -> list[str]:
        """The texts of a row but for its day, which may be merged over many rows."""
        cells = [cell for number, cell in enumerate(row, start=1) if self.columns.get(number) != "date"]
        return [one_line(as_text(cell)) for cell in cells if as_text(cell).strip()]

    def _timed_text(self, draft: Draft) -> bool:
        """Whether a row of one text tells its time itself: "LUNCH 12:00–13:00" over all columns."""
        texts = self._texts_beside_day(draft.cells)
        span = read_span(texts[0]) if len(texts) == 1 else NOTHING
        if not span.start or not span.end:
            return False
        self.spans = {"time": span}
        words = _TIME_WORDS.sub(" ", texts[0])
        draft.values["title"] = " ".join(words.split()).strip(" .,:;–—-()")
        return bool(draft.values["title"])

    def settle(self, draft: Draft) -> None:
        """Day, times, languages of the title and kind of one item."""
        self._settle_day(draft)
        self._settle_times(draft)
        self._settle_description(draft)
        settle_titles(draft, self.language, self.reading)
        title = " ".join(draft.values.get(name, "") for name in ("title", *TITLES))
        if not draft.values.get("kind"):
            word = word_in_title(SessionKind, title)
            if word:
                draft.values["kind"], draft.sources["kind"] = word.value, "title"
        self.spans = {}

    def _settle_description(self, draft: Draft) -> None:
        """Lines below a title describe it (AG-4), unless they go on with it or say it in another script."""
        title = draft.values.get("title", "")
        first, _, rest = title.partition("\n")
        if not rest or draft.values.get("description") or len(split_scripts(title)) > 1 or not _own_line(first, rest):
            return
        draft.values["title"], draft.values["description"] = first.strip(), rest.strip()
        draft.places["description"], draft.sources["description"] = draft.places.get("title", 0), "title"

    def _settle_day(self, draft: Draft) -> None:
        values = draft.values
        if values.get("date"):
            self.day = values["date"]
            return
        if any(told.field == "date" and told.value for told in draft.warnings):
            draft.refuse("import_record_without_day")
        elif self.day:
            values["date"], draft.sources["date"] = self.day, "group"
        else:
            draft.refuse("import_record_without_day")

    def _settle_times(self, draft: Draft) -> None:
        values, spans = draft.values, self.spans
        time, first, last = (spans.get(name, NOTHING) for name in ("time", "start", "end"))
        start = first.start or time.start
        end = last.start or last.end or first.end or time.end
        minutes = int(values.pop("duration", "0") or 0) or time.minutes or first.minutes or last.minutes
        if not start and not end and minutes and self.drafts:
            above = self.drafts[-1]
            if above.values.get("date") == values.get("date"):
                start = above.values.get("end", "")
                draft.sources["start"] = "above"
        if start and not end and minutes:
            end = minutes_after(start, minutes)
        if start:
            values["start"] = start
        if end:
            values["end"] = end
        if not start and draft.outcome.value == "new":
            draft.refuse("import_record_without_time")
        draft.places.setdefault("start", draft.places.get("time", 0))
        draft.places.setdefault("end", draft.places.get("time", 0))
        if start and end == start:
            del values["end"]
            draft.tell("end", "import_end_is_start")
        there = self.zone.at_the_place(values)
        if there:
            values.update(there)
            draft.tell("start", "import_time_of_zone", zone=self.zone.told, start=values["start"])

    def finish(self) -> None:
        """What only the whole sheet tells: ends that were not written, and the heads of the days."""
        self._settle_ends()
        for day, head in self.heads.items():
            items = [draft for draft in self.drafts if draft.values.get("date") == day]
            head.settle(draft.values.get(name, "") for draft in items for name in ("place", "address"))
            told = {"day_city": head.city, "day_theme": head.theme, "day_words": "\n".join(head.words)}
            for draft in items:
                draft.extra.update({name: text for name, text in told.items() if text})

    def _settle_ends(self) -> None:
        """Ends that were not written: the start of the next item of the day, else an hour; both are told."""
        starts: dict[str, list[str]] = {}
        for draft in self.drafts:
            if draft.values.get("start") and draft.values.get("date"):
                starts.setdefault(draft.values["date"], []).append(draft.values["start"])
        for draft in self.drafts:
            start, day = draft.values.get("start", ""), draft.values.get("date", "")
            if not start or not day:
                continue
            if not draft.values.get("end"):
                later = min((one for one in starts[day] if one > start), default="")
                draft.values["end"] = later or minutes_after(start, ASSUMED_MINUTES)
                draft.sources["end"] = "next" if later else "assumed"
                draft.tell("end", "import_end_from_next" if later else "import_end_assumed", end=draft.values["end"])
            elif draft.values["end"] < start and not _night(start, draft.values["end"]):
                draft.refuse("import_record_ends_before_start")


def people_in_lines(text: str) -> str:
    """People below one another parted by semicolons; a line without a given name is the post of the one above."""
    joined = ""
    for line in filter(None, map(one_line, text.splitlines())):
        person = any(given_names().knows(word.strip(".,;")) for word in line.split()[:4]) and len(line.split()) > 1
        joined += f"{'; ' if person else ', '}{line.strip(' ,;')}" if joined else line.strip(" ,;")
    return joined


def _counted(found: FoundDay) -> Cleaned:
    """A day that was told by its weekday alone."""
    return Cleaned(found.day.isoformat(), (Told("import_day_counted"),))


def _own_line(first: str, rest: str) -> bool:
    """Whether what stands below a first line is no part of the same sentence."""
    return len(first.split()) > 1 and first.strip()[-1:] not in ":,–—-/&(" and not rest.lstrip()[:1].islower()


def timed_title(text: str) -> tuple[Span, str] | None:
    """The time at the start of an item and the rest: "09:00–09:30 Registration"; None where none stands there."""
    found = _TIMED.match(text)
    span = read_span(found[1]) if found else NOTHING
    return (span, found[2]) if found and span.start else None


def _night(start: str, end: str) -> bool:
    """Whether an end before the start is plausibly on the next morning."""
    return start >= "15:00" and end <= "12:00"


def ends_at(day: str, start: str, end: str) -> datetime:
    """The moment at which an item ends: on the next day when the end is not after the start."""
    moment = datetime.fromisoformat(f"{day}T{end}")
    return moment + timedelta(days=1) if end <= start else moment
