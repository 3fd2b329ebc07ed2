"""Where the headings of a sign-in list stand and what its columns are about (PL-4, PL-5, SP-1, SP-2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.core.text import one_line
from app.importers.attendance_columns import Calendar, ColumnUse, column_use, day_in, half_in
from app.importers.heading_words import meanings
from app.importers.headings import Column
from app.importers.staging import Choices
from app.importers.workbook import Cell, Row, Sheet, fill_merged

NAME_FIELDS = ("full_name", "family_name", "given_name", "patronymic", "name_latin", "given_latin", "family_latin")
_PERSON = frozenset((*NAME_FIELDS, "email", "organisation", "municipality", "position", "phone", "row_no"))
_CHIEF = frozenset(("full_name", "family_name", "given_name", "name_latin"))
_UNITS = {"presence": "", "minutes": "m", "hours": "h"}
_SURE = 80.0
#: SP-1: headings are looked for in so many rows.
_SEARCHED_ROWS = 30


@dataclass(frozen=True)
class Layout:
    """Where the headings of a sheet stand and what its columns are."""

    heading_rows: tuple[int, ...]
    people: Mapping[int, Column]
    uses: Mapping[int, ColumnUse]
    day: date | None
    unknown: Mapping[int, str] = field(default_factory=dict)

    @property
    def marked(self) -> dict[int, ColumnUse]:
        """Columns of marks that are about something of the activity, or about what each row says."""
        told = self.place("date") or self.place("session")
        return {at: use for at, use in self.uses.items() if use.kind == "marks" and (use.slots or told)}

    @property
    def stamp(self) -> int:
        """The column of the moments at which a form was sent, where the list tells presence by nothing else; else 0."""
        others = {use.kind for use in self.uses.values()} & {"marks", "signature", "date", "session"}
        return 0 if others else self.place("stamp")

    def place(self, kind: str) -> int:
        """The first column of a kind; 0 without one."""
        return next((at for at, use in self.uses.items() if use.kind == kind), 0)


def _person_field(cell: Cell) -> tuple[str, float]:
    if not isinstance(cell, str) or not cell.strip() or len(cell) > 120:
        return "", 0.0
    found = [one for one in meanings(cell) if one.score >= _SURE]
    return (found[0].field, found[0].score) if found else ("", 0.0)


def _score(row: Row, calendar: Calendar) -> float:
    """How much a row is like the headings of a list: names above all, then columns that mean something."""
    score, named = 0.0, False
    for cell in row:
        if cell == "":
            continue
        name = _person_field(cell)[0]
        if name in _CHIEF:
            named = True
            score += 3
        elif name in _PERSON or column_use((cell,), calendar).kind or day_in(cell, calendar.days):
            score += 1
        else:
            score -= 0.1
    return score if named else score * 0.6


def _heading_rows(sheet: Sheet, calendar: Calendar) -> tuple[int, ...]:
    """The row of headings, with the rows of days above it and of halves or sessions below it."""
    scores = [(_score(row, calendar), -number) for number, row in enumerate(sheet.rows[:_SEARCHED_ROWS], start=1)]
    best, number = max(scores, default=(0.0, 0))
    row = -number
    if best < 1.2:
        return ()
    rows = [row]
    if row > 1 and _only_days(sheet.rows[row - 2], calendar):
        rows.insert(0, row - 1)
    if row < len(sheet.rows) and _only_days(sheet.rows[row], calendar):
        rows.append(row + 1)
    return tuple(rows)


def _only_days(row: Row, calendar: Calendar) -> bool:
    """Whether a row holds nothing but days, halves of days and sessions, one at least beside the first column."""
    filled = [cell for cell in row if cell != ""]
    if not filled or (len(filled) == 1 and row and row[0] != ""):
        return False
    return all(
        day_in(cell, calendar.days)
        or (isinstance(cell, str) and (half_in(cell) or column_use((cell,), calendar).kind == "marks"))
        for cell in filled
    )


def _texts(sheet: Sheet, rows: Sequence[int]) -> dict[int, list[Cell]]:
    """The cells above each column, outermost first; a day over two halves reaches to the next day, merged or not."""
    filled = fill_merged(sheet, None, rows[0], rows[-1])
    texts: dict[int, list[Cell]] = {}
    for place, number in enumerate(rows):
        last: Cell = ""
        row = filled.rows[number - 1]
        for column in range(1, sheet.width + 1):
            cell = row[column - 1] if column <= len(row) else ""
            below = filled.cell(rows[-1], column) if place + 1 < len(rows) else ""
            if cell == "" and last != "" and isinstance(below, str) and (half_in(below) or below.strip()):
                cell = last
            elif cell != "":
                last = cell if place + 1 < len(rows) and not _person_field(cell)[0] else ""
            if cell != "" and cell not in texts.setdefault(column, []):
                texts[column].append(cell)
    return {column: found for column, found in texts.items() if found}


def _sheet_day(sheet: Sheet, first: int, calendar: Calendar, file_day: date | None) -> date | None:
    """The day of a whole sheet: by its name, by the title above the headings, by the file (PL-4)."""
    days = calendar.days
    named = day_in(sheet.name, days)
    if named:
        return named
    for row in sheet.rows[: first - 1]:
        for cell in row:
            if cell != "" and (found := day_in(cell, days)) and (found in days or isinstance(cell, date)):
                return found
    return file_day or (days[0] if len(days) == 1 else None)


def layout_of(sheet: Sheet, calendar: Calendar, file_day: date | None, choices: Choices) -> Layout | None:
    """How a sheet is understood; None without headings. ``file_day``: the day where the sheet does not tell its own.

    ``choices`` of the user win over what is found: the row of headings, and columns (see ``_mapped``).
    """
    chosen_row = choices.heading_rows.get(sheet.name)
    rows = (chosen_row,) if chosen_row else _heading_rows(sheet, calendar)
    if not rows or rows[-1] > len(sheet.rows):
        return None
    day = _sheet_day(sheet, rows[0], calendar, file_day)
    people: dict[int, Column] = {}
    uses: dict[int, ColumnUse] = {}
    unknown: dict[int, str] = {}
    taken: set[str] = set()
    for at, texts in sorted(_texts(sheet, rows).items()):
        use = column_use(texts, calendar, day)
        field_name, score = next((found for cell in reversed(texts) if (found := _person_field(cell))[0]), ("", 0.0))
        if field_name in _PERSON and not (use.kind == "marks" and use.slots and field_name not in _CHIEF):
            if field_name not in taken:
                heading = " / ".join(one_line(str(cell)) for cell in texts)
                people[at] = Column(field_name, heading, score / 100, "exact")
                taken.add(field_name)
        elif use.kind or use.elsewhere:
            uses[at] = use
        else:
            unknown[at] = use.heading
    if not taken & _CHIEF and (column := _name_column(sheet, rows[-1], {*people, *uses})):
        people[column] = Column("full_name", "", 0.6, "values")
    unknown |= {at: use.heading for at, use in uses.items() if use.elsewhere or (use.kind == "marks" and not use.slots)}
    layout = Layout(rows, people, uses, day, unknown)
    for at, chosen in choices.mappings.get(sheet.name, {}).items():
        layout = _mapped(layout, at, chosen, calendar)
    return layout


def _mapped(layout: Layout, at: int, chosen: str, calendar: Calendar) -> Layout:
    """The layout with a column as the user says.

    ``chosen``: a field of people; ``presence``, ``minutes``, ``hours``; an ISO day or the label of a session, whose
    marks it holds; ``signature``, ``date``, ``session``; nothing to leave it out.
    """
    heading = layout.unknown.get(at) or (layout.people[at].heading if at in layout.people else "")
    heading = layout.uses[at].heading if at in layout.uses else heading
    people = {place: one for place, one in layout.people.items() if place != at and one.field != chosen}
    uses = {place: use for place, use in layout.uses.items() if place != at}
    unknown = {place: text for place, text in layout.unknown.items() if place != at}
    pool = calendar.of_day(layout.day) if layout.day else calendar.slots
    named = tuple(slot for slot in calendar.slots if chosen in (slot.label(), slot.day.isoformat()))
    if named:
        uses[at] = ColumnUse("marks", named, heading=heading)
    elif chosen in _UNITS:
        uses[at] = ColumnUse("marks", pool, _UNITS[chosen], heading=heading)
    elif chosen in ("signature", "date", "session"):
        uses[at] = ColumnUse(chosen, heading=heading)
    elif chosen in _PERSON:
        people[at] = Column(chosen, heading, 1.0, "chosen")
    elif not chosen:
        unknown[at] = heading
    return replace(layout, people=people, uses=uses, unknown=unknown)


def _name_column(sheet: Sheet, after: int, taken: set[int]) -> int:
    """A column without a heading whose values are names: two to four words with capitals in almost every row."""
    for column in range(1, min(sheet.width, 8) + 1):
        values = [sheet.cell(row, column) for row in range(after + 1, len(sheet.rows) + 1)]
        filled = [value for value in values if isinstance(value, str) and value.strip()]
        names = [value for value in filled if 2 <= len(value.split()) <= 4 and value.strip()[0].isupper()]
        if column not in taken and filled and len(names) >= 0.7 * len(filled):
            return column
    return 0
