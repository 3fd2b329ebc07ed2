"""What can be marked (slots), the marks themselves, and the signs by which lists show them (CE-3, PL-4, PL-5)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from app.core.text import fold, one_line
from app.core.vocabulary import Presence
from app.importers.attendance_clock import read_duration
from app.importers.attendance_intervals import Stay, Window, seconds_in, whole_minutes
from app.importers.cells import Told, as_text
from app.importers.words_in_cells import read_word
from app.importers.workbook import Cell

#: Bare numbers from here on are minutes; smaller ones than that are hours, as lists of hours have them.
_MINUTES_FROM = 15

_PRESENT = frozenset("+ ++ ✓ ✔ ☑ ☒ √ v v. • ● * ok так да yes ja jā jaa da y д true".split()) | {
    fold(word)
    for word in "present attended attends there присутній присутня присутні був була є prisoten prisotna prisotni "
    "prisoten/a prisotna/prisoten närvarande närvaro deltog klāt piedalījās ir prisutan prisutna nazočan nazočna "
    "присутан присутна присутен присутствовал присутствовала".split()
}
#: How somebody took part says that he or she did.
_PRESENT |= {
    fold(words)
    for words in (
        "online|offline|on-line|remote|remotely|on site|onsite|in person|zoom|teams|онлайн|офлайн|очно|дистанційно|"
        "наживо|на місці|віддалено|na daljavo|v živo|na mestu|osebno|uživo|na licu mjesta|på plats|på distans|distans|"
        "digitalt|fysiskt|klātienē|attālināti|tiešsaistē|уживо|во живо|на далечина|дистанционно|удалённо|"
        # A register typed up says that somebody signed.
        "signed|підписано|підписав|підписала|podpisano|podpisal|podpisala|undertecknat|undertecknad|skrivit på|"
        "parakstīts|parakstījās|potpisano|potpisao|potpisala|потписано|потпишано|подписано"
    ).split("|")
}
_ABSENT = frozenset("- -- – — ✗ ✘ ☐ ні нет no nej nē ne н н/я нб a false".split()) | {
    fold(word)
    for word in "absent missing відсутній відсутня відсутні не був не була odsoten odsotna odsotni frånvarande "
    "frånvaro prombūtnē nebija odsutan odsutna отсутен отсутна одсутан одсутна отсутствовал отсутствовала".split()
    if word not in ("не", "був", "була")
}
_EXCUSED = re.compile(
    r"excus|apolog|justif|відпуст|відрядж|відгул|dopust|godišnji|godišnjem|förhinder|tjänsteres|semester|atvaļināj|"
    r"komandēj|отпуск|командировк|одмор\b|службен|sick|\bill\b|leave|opravi[cč]|upravi[cč]|bolni|bolezen|поважн|хвор|лікарнян|відпроси|пояснен|"
    r"anmäld|giltig|sjuk|ledig|attaisno|slim|opravdan|bolovanj|оправдан|болнич|уважит|болен|больн|вибачен",
    re.IGNORECASE,
)
#: Signs of registers for somebody excused, folded: "E", "п/п" (поважна причина), "opr.".
_EXCUSED_SIGNS = frozenset(("e", "exc", "ex", "п/п", "пп", "opr", "att", "op"))
_DENIED = re.compile(
    r"(?:не|nije|ni|not|inte|nav|did\s?n[o'’]t|did not|was\s?n[o'’]t|was not|has not|не се|ne)\s+\w|no[- ]show\b",
    re.IGNORECASE,
)
#: Who came late or left early was there; how long is left to whoever keeps the list.
_LATE = re.compile(
    r"\b(?:late\b|came (?:later|at)|tardy|delayed|left (?:early|earlier|at|before)|запізн\w*|спізни\w*|опозда\w*|"
    r"пізніше|(?:пішов|пішла|ушел|ушла)\b|zamud\w*|odš\w+ prej|prej odš\w+|zakasn\w*|kasni\w*|закасн\w*|касни\w*|"
    r"доцн\w*|otiš\w+ ranij\w*|отиш\w+ (?:рани|порано)\w*|sen\b|försen\w*|kom senare|gick tidigare|"
    r"lämnade tidigare|nokavē\w*|kavē\w*|vēlāk|agrāk|aizgāja)",
    re.IGNORECASE,
)
#: Signs of registers for somebody late, folded.
_LATE_SIGNS = frozenset(("зап", "запізн", "zam", "kas"))
#: A sign of the key of a list and what it means.
_KEY = re.compile(r"(?<!\w)([^\W\d_]{1,3}|[+✓✔✗×/-])\s*[=–—:-]\s*([^\W\d_][^,;=\n]*?)(?=\s*(?:[,;\n.]|$))")
#: Letters for yes and no: one alone says little (N is "närvarande", too), both in a list explain one another.
_PAIRS = (("y", "n"), ("j", "n"), ("d", "n"), ("т", "н"), ("д", "н"))
_X = frozenset(("x", "х", "×"))


@dataclass(frozen=True, slots=True)
class Slot:
    """What somebody can be marked at: a counted session, or a day of an activity without sessions.

    ``key`` is the session's id or the ISO day; ``minutes`` its length, 0 where nobody knows; ``number`` counts the
    slots from 1; ``titles`` in all languages. Times are those of the activity's place.
    """

    key: str
    number: int
    day: date
    minutes: int = 0
    start: datetime | None = None
    end: datetime | None = None
    titles: tuple[str, ...] = ()
    half: str = ""

    def window(self) -> Window:
        """The time that counts: the session, else the whole day."""
        if self.start and self.end:
            return Window(self.start, self.end)
        midnight = datetime.combine(self.day, time())
        return Window(midnight, midnight + timedelta(days=1))

    def label(self) -> str:
        """Day and time, ISO, as a row of the report names the slot."""
        return f"{self.start:%Y-%m-%d %H:%M}" if self.start else self.day.isoformat()


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark; ``minutes`` only where somebody was there for a part (or where the slot's length is not known)."""

    presence: Presence
    minutes: int | None = None

    def text(self) -> str:
        """``present``, ``present 45``, ``absent`` or ``excused``: as the plan tells it."""
        return f"{self.presence.value} {self.minutes}" if self.minutes is not None else self.presence.value


def mark_of_text(text: str) -> Mark | None:
    """The mark that ``Mark.text`` wrote; None for anything else."""
    word, _, minutes = text.partition(" ")
    if word not in tuple(Presence) or (minutes and not minutes.isdigit()):
        return None
    return Mark(Presence(word), int(minutes) if minutes else None)


def settled(slot: Slot, minutes: int) -> Mark:
    """The mark of somebody who was there for so many minutes: none is absent, all of them needs no number."""
    if minutes <= 0:
        return Mark(Presence.ABSENT)
    if slot.minutes and minutes >= slot.minutes:
        return Mark(Presence.PRESENT)
    return Mark(Presence.PRESENT, minutes)


def marks_of_stays(slots: Iterable[Slot], stays: Sequence[Stay]) -> dict[str, Mark]:
    """Minutes of somebody's stays cut to each slot's time, overlaps counted once."""
    return {slot.key: settled(slot, whole_minutes(seconds_in(stays, slot.window()))) for slot in slots}


def spread(slots: Sequence[Slot], mark: Mark) -> dict[str, Mark]:
    """A mark for several slots of a day; minutes fill them in the order of their times, as typed ones do (CE-3)."""
    if mark.presence is not Presence.PRESENT or mark.minutes is None:
        return {slot.key: mark for slot in slots}
    left, found = mark.minutes, {}
    for slot in sorted(slots, key=lambda one: (one.window().start, one.number)):
        part = min(left, slot.minutes) if slot.minutes else left
        found[slot.key] = settled(slot, part)
        left -= part
    return found


@dataclass(frozen=True, slots=True)
class MarkHabit:
    """How a sheet marks: whether ticks stand beside ``x`` (then ``x`` is unclear), whether numbers are amounts.

    ``key``: what the sheet itself says of its signs ("L = late"), casefolded.
    """

    ticks: bool = False
    amounts: bool = False
    key: Mapping[str, str] = field(default_factory=dict)


def key_of(texts: Iterable[str]) -> dict[str, str]:
    """The signs that lines of a sheet explain: "P = present, L = late", "н – відсутній"; only those of marks."""
    found: dict[str, str] = {}
    for text in texts:
        for sign, words in _KEY.findall(text):
            if _text(words.strip(), MarkHabit(), "", 60).mark is not None:
                found.setdefault(sign.casefold(), words.strip())
    return found


def mark_habit(values: Iterable[Cell], key: Mapping[str, str] | None = None) -> MarkHabit:
    """The habit of all mark columns of a sheet together, with the key that the sheet has."""
    ticks = amounts = False
    letters: set[str] = set()
    for value in values:
        if isinstance(value, bool):
            continue
        if isinstance(value, int | float):
            amounts = amounts or value > 1
            continue
        text = one_line(as_text(value)).casefold()
        if text.replace(",", ".").replace(".", "", 1).isdigit():
            amounts = amounts or float(text.replace(",", ".")) > 1
        letters |= {text} if len(text) == 1 else set()
        ticks = ticks or text in ("v", "✓", "✔", "☑", "√", "+")
    pairs = [pair for pair in _PAIRS if set(pair) <= letters]
    told = {sign: word for pair in pairs for sign, word in zip(pair, ("yes", "no"), strict=True)}
    return MarkHabit(ticks, amounts, told | dict(key or {}))


@dataclass(frozen=True, slots=True)
class ReadMark:
    """A cell read as a mark: None where it says nothing; ``told`` what has to be told."""

    mark: Mark | None = None
    told: Told | None = None


def read_mark(cell: Cell, habit: MarkHabit, unit: str = "", hour_minutes: int = 60) -> ReadMark:
    """One cell of a column of marks.

    ``unit``: ``m`` or ``h`` where the heading says that the column counts minutes or hours; ``hour_minutes``: the
    length of an hour in this activity (CE-8). What cannot be read is left out and told, never guessed.
    """
    if isinstance(cell, bool):
        return ReadMark(Mark(Presence.PRESENT if cell else Presence.ABSENT))
    if isinstance(cell, int | float):
        return _number(float(cell), habit, unit, hour_minutes)
    if isinstance(cell, time | timedelta):
        seconds = read_duration(cell)
        return ReadMark(_of_minutes(whole_minutes(seconds or 0)))
    text = one_line(as_text(cell)).strip(" .!,;")
    if not text:
        # A lone dot or exclamation mark says nothing that could be relied on.
        return ReadMark(None, Told("attendance_mark_unreadable") if one_line(as_text(cell)) else None)
    return _text(habit.key.get(text.casefold(), text), habit, unit, hour_minutes)


def _number(value: float, habit: MarkHabit, unit: str, hour_minutes: int) -> ReadMark:
    if value < 0 or value > 24 * 60:
        return ReadMark(None, Told("attendance_mark_unreadable"))
    if value == 0:
        return ReadMark(Mark(Presence.ABSENT))
    if unit == "m":
        return ReadMark(_of_minutes(whole_minutes(value * 60)))
    if unit == "h":
        return ReadMark(_of_minutes(whole_minutes(value * hour_minutes * 60)))
    if value == 1 and not habit.amounts:
        return ReadMark(Mark(Presence.PRESENT))
    if value >= _MINUTES_FROM:
        return ReadMark(_of_minutes(whole_minutes(value * 60)), Told("attendance_number_as_minutes"))
    return ReadMark(_of_minutes(whole_minutes(value * hour_minutes * 60)), Told("attendance_number_as_hours"))


def _of_minutes(minutes: int) -> Mark:
    return Mark(Presence.PRESENT, minutes) if minutes > 0 else Mark(Presence.ABSENT)


def _text(text: str, habit: MarkHabit, unit: str, hour_minutes: int) -> ReadMark:
    low = text.casefold()
    if low.replace(",", ".").replace(".", "", 1).isdigit():
        return _number(float(low.replace(",", ".")), habit, unit, hour_minutes)
    if low in _X:
        if habit.ticks:
            return ReadMark(None, Told("attendance_mark_unclear"))
        return ReadMark(Mark(Presence.PRESENT))
    first = re.split(r"[\s,;:(–-]+", low.strip("("), maxsplit=1)[0]
    if (
        (_LATE.search(low) or low in _LATE_SIGNS)
        and _word(first, first) is not Presence.ABSENT
        and not _DENIED.match(low)
    ):
        return ReadMark(Mark(Presence.PRESENT), Told("attendance_mark_late"))
    if (presence := _word(text, low)) is not None:
        return ReadMark(Mark(presence))
    if any(map(str.isdigit, low)) and (seconds := read_duration(text)) is not None:
        return ReadMark(_of_minutes(whole_minutes(seconds)))
    # "yes, online" and "no, came later": the first word counts, and is told.
    if len(first) > 1 and (presence := _word(first, first)) is not None:
        return ReadMark(Mark(presence), Told("attendance_mark_with_more"))
    return ReadMark(None, Told("attendance_mark_unreadable"))


def _word(text: str, low: str) -> Presence | None:
    """The presence that a sign or a word says; "not there, excused" has its reason behind the word."""
    folded = fold(text)
    if low in _ABSENT or (folded and folded in _ABSENT) or _DENIED.match(low):
        return Presence.EXCUSED if _EXCUSED.search(low) else Presence.ABSENT
    if low in _PRESENT or folded in _PRESENT or low == "p":
        return Presence.PRESENT
    if _EXCUSED.search(low) or low in _EXCUSED_SIGNS:
        return Presence.EXCUSED
    word = read_word(Presence, text)
    return Presence(word) if word is not None else None
