"""The head of a day on an agenda: number or word, date, place with common venue, theme, chair (AG-3, AG-4)."""

from collections.abc import Sequence
from datetime import date

from app.core.i18n import N_
from app.core.vocabulary import ActivityKind
from app.documents.agenda_data import AgendaDay, DayKind
from app.documents.layout import LEFT, PAD, TEXT_WIDTH, Block, Sheet, flowing
from app.documents.pen import Pen, baseline
from app.documents.speech import Speech, joined, joined_where_told
from app.documents.styles import ACCENT, DAY_DATE, DAY_NUMBER, DAY_PLACE, DAY_RULE, DAY_SUBLINE, MM
from app.documents.texts import Text, clean_line
from app.documents.wrapping import Line, ended, height_of, text_width, told_second, wrap, wrap_pair

_SECOND_NUMBER = DAY_SUBLINE._replace(face="Sans-SemiBold", size=9.0)
_SECOND_DATE = DAY_SUBLINE._replace(size=9.0)
#: A place beside the date is at most so wide; with less room than the least it stands below the date.
_PLACE_MOST, _PLACE_LEAST = 78 * MM, 34 * MM
#: Letters up to which a place or a theme stands in the head itself.
_LONGEST = 400
#: Kinds of event whose days are led by a mentor; at the others somebody takes the chair.
_MENTORED = frozenset({ActivityKind.MENTORING_VISIT, ActivityKind.EXCHANGE_VISIT})
_WORDS = {
    DayKind.ARRIVAL: N_("Arrival day"),
    DayKind.DEPARTURE: N_("Departure day"),
    DayKind.FREE: N_("Free day"),
}


def day_numbers(days: Sequence[AgendaDay]) -> dict[date, int]:
    """The number of each day of the programme; days of travel and free days have none (AG-3)."""
    numbers: dict[date, int] = {}
    for day in days:
        if day.kind is DayKind.PROGRAMME and day.day not in numbers:
            numbers[day.day] = len(numbers) + 1
    return numbers


def day_word(day: AgendaDay, said: Speech, number: int) -> Text:
    """``Day 3``, ``Arrival day``, ``Departure day`` or ``Free day``."""
    if day.kind in _WORDS:
        return said.say(_WORDS[day.kind])
    return said.say(N_("Day {n}"), n=number)


def placed(place: Text, venue: Text) -> Text:
    """The place of a day with the venue common to its items; the town once where the venue names it."""
    if venue and clean_line(place.first) and clean_line(place.first) in venue.first:
        return Text(venue.first, venue.second or place.second)
    both = joined([text for text in (place, venue) if text])
    # A venue without a second name says that of the town itself: nothing is left to tell a second time.
    once = bool(venue and not venue.second and place.second and clean_line(place.second) in venue.first)
    return Text(both.first) if once else both


def _sub_line(day: AgendaDay, said: Speech, kind: ActivityKind | None) -> Text:
    parts = [day.theme] if day.theme else []
    if day.mentor and day.mentor.name:
        mentored = kind is None or kind in _MENTORED
        told = N_("Mentor of the day: {name}") if mentored else N_("Chair: {name}")
        parts.append(said.say(told, name=said.addressed(day.mentor.name)))
    return joined_where_told(parts, " · ")


class DayHeader(Block):
    """``Day n – weekday, date`` with place and venue at the right and the theme below (AG-3).

    Texts too long for a head are told in ``rest``, blocks that follow it.
    """

    role = "H2"

    def __init__(
        self,
        day: AgendaDay,
        said: Speech,
        number: int,
        place: Text,
        width: float = TEXT_WIDTH,
        kind: ActivityKind | None = None,
        continued: bool = False,
    ) -> None:
        self.place, self.width = place, width
        self.gap = 3 * MM if not continued else 2 * MM
        self.keep = 2
        self.number = day_word(day, said, number)
        self.date = said.weekday_date(day.day)
        if continued:
            self.date = said.say("{date} {word}", date=self.date, word=said.say(N_("(continued)")))
        self.two = bool(said.bilingual)
        self.rest: list[Block] = []
        sub = Text() if continued else _sub_line(day, said, kind)
        if max(map(len, place)) > _LONGEST:
            self._flow(Text() if continued else place)
            place = Text()
        if max(map(len, sub)) > _LONGEST:
            self._flow(sub)
            sub = Text()
        self._put_place(place, 2 if continued else 0)
        above = 5.4 * MM + (4.0 * MM if self.two else 0.0)
        beside = max(0.0, height_of(self._places) + 0.6 * MM - above)
        sub_width = width - 2 * PAD
        if beside:
            # The place reaches down beside the sub-line, which leaves it its room.
            sub_width -= max(line.width for line in self._places) + 6 * MM
        if not continued:
            self.sub += wrap_pair(sub, DAY_SUBLINE, sub_width)
            self.outline, self.level = f"{self.number.first} – {self.date.first}", 1
        self._sub_top = 1.0 * MM + above - 0.2 * MM
        self.height = 1.0 * MM + above + max(height_of(self.sub), beside) + 0.7 * MM

    def _flow(self, text: Text) -> None:
        width = self.width - 2 * PAD
        self.rest += flowing(wrap_pair(text, DAY_SUBLINE, width), 0.6 * MM, LEFT + PAD, width)

    def _put_place(self, place: Text, most: int = 0) -> None:
        """The place at the right of the date, or below it where the date leaves no room; ``most`` lines if told."""
        room = self.width - 2 * PAD - self._dates_width() - 6 * MM
        below = room < _PLACE_LEAST
        room = self.width - 2 * PAD if below else min(room, _PLACE_MOST)
        lines = wrap(place.first, DAY_PLACE, room)
        lines = ended(lines, most or len(lines), room)
        if place.second and place.second != place.first:
            below_it = told_second(wrap(place.second, DAY_SUBLINE, room))
            lines += ended(below_it, most or len(below_it), room)
        self.sub: list[Line] = lines if below else []
        self._places = [] if below else lines

    def _dates_width(self) -> float:
        first = text_width(self.number.first, DAY_NUMBER) + text_width(f" – {self.date.first}", DAY_DATE)
        if not self.two:
            return first
        second = text_width(self.number.second, _SECOND_NUMBER) + text_width(f" – {self.date.second}", _SECOND_DATE)
        return max(first, second)

    def draw(self, pen: Pen, top: float, sheet: Sheet) -> None:
        """Draw the accent rule, both halves and the sub-line."""
        right = LEFT + self.width
        pen.rule(LEFT, right, top + DAY_RULE / 2, DAY_RULE, ACCENT)
        y = top + 1.0 * MM
        base = y + 0.4 * MM + DAY_DATE.leading / 2 + 0.34 * DAY_DATE.size
        x = pen.text(LEFT + PAD, base, self.number.first, DAY_NUMBER)
        pen.text(x, base, f" – {self.date.first}", DAY_DATE)
        if self._places:
            pen.lines(LEFT, base - baseline(self._places[0]), self._places, right - LEFT - PAD, "right")
        if self.two:
            second = base + 4.3 * MM
            x = pen.text(LEFT + PAD, second, self.number.second, _SECOND_NUMBER, second=True)
            pen.text(x, second, f" – {self.date.second}", _SECOND_DATE, second=True)
        pen.lines(LEFT + PAD, top + self._sub_top, self.sub)
