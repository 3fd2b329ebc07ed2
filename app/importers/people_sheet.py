"""A sheet of people, block by block: plain rows by columns, the others cell by cell (``people_row``, section 7)."""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import chain

from app.core.name_parts import Order, split_full_name
from app.core.transliteration import cyrillic_language, is_cyrillic, tells_ukrainian
from app.importers.carried_down import CARRIED, MARKS, carry_down
from app.importers.column_rows import ColumnRows, columns_from
from app.importers.countries import usual_region
from app.importers.dates_in_cells import DateHabit, habit_of
from app.importers.headings import Headings
from app.importers.middle_names import join_middle_names
from app.importers.name_cells import RowName
from app.importers.people_row import NAME_FIELDS, NEVER_KEPT, PASSPORT_MARGIN, PersonRow, Reading
from app.importers.plain_rows import BLOCK, Block, Habits, PlainRows, usable
from app.importers.row_kinds import RowJudge, RowKind, group_above, group_name, group_of_sheet, row_texts
from app.importers.row_words import LEGEND
from app.importers.rows_below import contacts_below
from app.importers.staged import Skipped, StagedRow
from app.importers.staged_rows import StagedRows
from app.importers.who_stays_away import comments_away, rows_away
from app.importers.workbook import Cell, Row, Sheet

#: SP-3: only these are copied down from merged cells.
_COPIED_DOWN = frozenset(("organisation", "municipality", "region", "country", "group"))
#: How the second part of a list begins whose parts have Roman numbers; in its first columns, not far down.
_SECOND_PART, _NUMBERED_IN, _SEARCHED = ("II. ", "ІІ. "), 3, 1_000
#: Columns in which somebody may have noted that a person does not come; so may any unknown one.
_OF_REMARKS = frozenset(("notes", "role", "position", "attendance", "signature", "group", "row_no"))


class _SheetReader:
    """Reads one sheet; keeps what is decided once for a sheet: regions, habits of date columns, order of names."""

    def __init__(self, sheet: Sheet, headings: Headings, reading: Reading) -> None:
        sheet = join_middle_names(sheet, headings.columns, headings.first_row)
        columns = {
            number: column.field
            for number, column in headings.columns.items()
            if reading.include_hidden or number not in sheet.hidden_columns
        }
        copied = frozenset(number for number, name in columns.items() if name in _COPIED_DOWN)
        marked = [number for number, name in columns.items() if name in CARRIED]
        #: The cells under the headings by columns.
        self._cells = columns_from(sheet.rows, headings.first_row - 1)
        marked = [number for number in marked if not MARKS.isdisjoint(self._column_values(number))]
        self.sheet = carry_down(sheet, copied, marked, headings.first_row)
        if self.sheet is not sheet:
            self._cells = columns_from(self.sheet.rows, headings.first_row - 1)
        self.headings = headings
        self.reading = reading
        self.columns: Mapping[int, str] = columns
        self.first = headings.first_row
        self.name_columns = frozenset(number for number, name in columns.items() if name in NAME_FIELDS)
        #: Rows that hold only a further telephone of the person above.
        self.sheet, self.below = contacts_below(self.sheet, columns, self.name_columns, self.first)
        if self.below:
            self._cells = columns_from(self.sheet.rows, self.first - 1)
        self.merged_rows = {top for top, left, _bottom, right in sheet.merges if right > left}
        self.flagged = bool(sheet.errors or sheet.uncached or sheet.comments or sheet.struck or sheet.partly)
        self.habits: Mapping[int, DateHabit] = self._date_habits()
        self.region = reading.country.upper() or self._usual_region()
        self.own_region = self._own_region()
        self.order = headings.order or self._usual_order()
        self.judge = RowJudge(headings, self.name_columns)
        self.judge.roman = any(
            isinstance(cell, str) and cell.startswith(_SECOND_PART)
            for column in self._cells[:_NUMBERED_IN]
            for cell in column[:_SEARCHED]
        )
        #: The heading of the group in which the reader is, empty rows just before it, whether the table has ended.
        self.group = sheet.group or group_above(sheet, headings) or group_of_sheet(sheet.of or sheet.name)
        self.empty, self.ended = 0, False
        #: Rows that say that somebody does not come, with what they say.
        self.away: Mapping[int, str] = rows_away(
            (cells for number, cells in enumerate(self._cells, start=1) if self._remarks(number)), self.first
        )
        self.away = {**self.away, **comments_away(self.sheet)}
        #: Rows whose name is crossed out.
        self.crossed_out = self._crossed_out()
        self.skipped: list[Skipped] = []

    def _crossed_out(self) -> frozenset[int]:
        """The rows in which all that is told of the name is crossed out (SP-8)."""
        rows = {row for row, column in self.sheet.struck if column in self.name_columns and row >= self.first}
        return frozenset(
            row
            for row in rows
            if all((row, at) in self.sheet.struck for at in self.name_columns if self.sheet.cell(row, at) != "")
        )

    def _remarks(self, number: int) -> bool:
        """Whether remarks may stand in a column: it is unknown, of notes, roles or the like."""
        name = self.columns.get(number, "")
        return number not in self.sheet.hidden_columns and (not name or name in _OF_REMARKS)

    def _column_values(self, number: int) -> list[Cell]:
        return self._cells[number - 1] if number <= len(self._cells) else []

    def _date_habits(self) -> dict[int, DateHabit]:
        return {
            number: habit_of(
                {cell for cell in set(self._column_values(number)) if type(cell) is str},
                self.sheet.epoch_1904,
                self.headings.columns[number].heading,
            )
            for number, name in self.columns.items()
            if name.endswith(("_date", "_expiry"))
        }

    def _usual_region(self) -> str:
        """The country that the sheet's numbers, countries, e-mail addresses or headings tell."""
        texts: dict[str, list[str]] = {"phone": [], "email": [], "country": []}
        for number, name in self.columns.items():
            place = texts.get("phone" if name in ("mobile", "contacts") else name)
            if place is not None:
                place.extend(cell for cell in self._column_values(number)[:60] if isinstance(cell, str))
        return usual_region(texts["phone"], texts["email"], texts["country"], self.headings.language)

    def _own_region(self) -> str:
        """By whose rules the numbers beside Ukrainian names are read, where that is not as for all others; else ''."""
        if self.reading.country or self.region == "UA":
            return ""
        if self.headings.language in ("uk", ""):
            return "UA"
        letters: set[str] = set()
        for number in self.name_columns:
            letters.update("".join(cell for cell in self._column_values(number) if isinstance(cell, str)))
        # Only what one of the two countries gives out is taken.
        return f"UA|{self.region}" if tells_ukrainian(letters) else ""

    def _usual_order(self) -> Order:
        """The order that most of the full names show by themselves."""
        counts: Counter[Order] = Counter()
        for number, name in self.columns.items():
            if name == "full_name":
                for cell in self._column_values(number)[:200]:
                    if isinstance(cell, str) and cell:
                        counts[split_full_name(cell).order] += 1
        del counts[Order.UNKNOWN]
        if not counts:
            return Order.UNKNOWN
        order, most = counts.most_common(1)[0]
        return order if most > sum(counts.values()) - most else Order.UNKNOWN

    def region_of(self, name: RowName) -> str:
        """The country by whose rules a number without a code is read: asked for, else told by the row's own letters."""
        whole = name.family + name.given
        if not self.own_region or not is_cyrillic(whole):
            return self.region
        return self.own_region if cyrillic_language(whole) == "uk" else self.region

    def read(self, rows: StagedRows, step: Callable[[int], None], *, fast: bool = True) -> list[Skipped]:
        """Adds the rows that hold people to ``rows``; gives those passed over.

        ``step`` is told the number of the row that is read. Plain rows go by columns unless ``fast`` is False.
        """
        rows.begin(self.sheet.name, self.sheet.rows, self.headings.columns)
        lane = self._fast_lane() if fast and usable(self.columns) and not self.judge.mixed else None
        places = (self.sheet.errors, self.sheet.uncached, self.sheet.comments, self.sheet.struck, self.sheet.partly)
        flagged = {row for row, _column in chain(*places)} | self.away.keys() | self.below
        if not self.reading.include_hidden:
            flagged |= self.sheet.hidden_rows
        for start in range(self.first, len(self.sheet.rows) + 1, BLOCK):
            step(start)
            cells = self.sheet.rows[start - 1 : start - 1 + BLOCK]
            if lane is None:
                block, odd = Block(), list(range(len(cells)))
            else:
                first = start - self.first
                columns = (
                    cells.columns
                    if isinstance(cells, ColumnRows)
                    else [column[first : first + len(cells)] for column in self._cells]
                )
                block = lane.read(cells, columns)
                block.odd.update(number - start for number in flagged if start <= number < start + len(cells))
                odd = sorted(block.odd)
            place = 0
            for careful in odd:
                if place < careful:
                    self._add_plain(rows, block, start, place, careful)
                self._one_row(rows, start + careful)
                place = careful + 1
                if place % 250 == 0:
                    step(start + place)
            if place < len(cells):
                self._add_plain(rows, block, start, place, len(cells))
        return self.skipped

    def _fast_lane(self) -> PlainRows:
        end = self.reading.activity_end
        habits = Habits(
            self.columns,
            self.habits,
            self.order,
            self.region,
            self.own_region,
            self.reading.today,
            end + PASSPORT_MARGIN if end else None,
        )
        return PlainRows(self.headings, self.judge, habits, NEVER_KEPT)

    def _add_plain(self, rows: StagedRows, block: Block, start: int, first: int, end: int) -> None:
        """Rows of a block that need no care: the places from ``first`` up to ``end``."""
        if self.ended:
            for place in range(first, end):
                number = start + place
                if self._full_enough(self.sheet.rows[number - 1]):
                    self._add_run(rows, block, start, place, place + 1)
                else:
                    self._one_row(rows, number)
            return
        self._add_run(rows, block, start, first, end)

    def _add_run(self, rows: StagedRows, block: Block, start: int, first: int, end: int) -> None:
        self.empty = 0
        run = slice(first, end)
        rows.add_plain(
            range(start + first, start + end),
            {name: column[run] for name, column in block.values.items()},
            {name: column[run] for name, column in block.extra.items()},
            (block.latin_sources[run], block.sex_sources[run], self.group),
            [place - first for place in block.double if first <= place < end],
        )

    def _one_row(self, rows: StagedRows, number: int) -> None:
        """One row with care."""
        row = self.sheet.rows[number - 1]
        if number in self.sheet.hidden_rows and not self.reading.include_hidden:
            if any(cell != "" for cell in row):
                self._pass_over(number, "import_row_hidden", " ".join(row_texts(row))[:80])
            return
        if number in self.below:
            self._pass_over(number, "import_row_contact", " ".join(row_texts(row))[:80])
            return
        kind = self.judge.kind_of(row, number in self.merged_rows)
        if kind is RowKind.EMPTY:
            self.empty += 1
            self.ended = self.ended or self.empty >= 2
            return
        self.empty = 0
        if self.ended and kind is RowKind.PERSON and not self._full_enough(row):
            kind = RowKind.REMARK
        if kind in (RowKind.PERSON, RowKind.NAMELESS, RowKind.OPEN):
            rows.add(PersonRow(self, number, row).read(kind))
            return
        text = " ".join(row_texts(row))[:80]
        if kind is RowKind.GROUP:
            mixed = row[self.judge.mixed - 1] if 0 < self.judge.mixed <= len(row) else ""
            self.group = group_name(str(mixed) if mixed != "" else text)
        elif kind is RowKind.REMARK and LEGEND.match(text):
            # What follows explains the list.
            self.ended = True
        self._pass_over(number, f"import_row_{kind.value}", text)

    def _pass_over(self, number: int, reason: str, text: str) -> None:
        self.skipped.append(Skipped(self.sheet.name, number, reason, text))

    def _full_enough(self, row: Row) -> bool:
        """After the end of the table (two empty rows, SP-8) only rows that look like its own rows count."""
        filled = sum(1 for number in self.columns if number <= len(row) and row[number - 1] != "")
        return filled >= max(2, len(self.columns) // 2)


def read_people(sheet: Sheet, headings: Headings, reading: Reading) -> tuple[list[StagedRow], list[Skipped]]:
    """The people of a sheet, each row on its own: outcome ``new`` or ``refused``; and the rows passed over.

    ``headings`` must have rows. Duplicates are found later, over all sheets (``staging``). Every row is read with care,
    cell by cell; ``read_rows`` gives the same, sooner.
    """
    rows = StagedRows()
    skipped = _SheetReader(sheet, headings, reading).read(rows, lambda _number: None, fast=False)
    return list(rows), skipped


def read_rows(
    sheet: Sheet, headings: Headings, reading: Reading, rows: StagedRows, step: Callable[[int], None]
) -> list[Skipped]:
    """Adds the people of a sheet to ``rows`` as ``read_people`` gives them, plain rows by columns (``plain_rows``).

    Gives the rows passed over. ``step`` is told the row that is being read, at least every 2,000 rows; it may raise.
    """
    return _SheetReader(sheet, headings, reading).read(rows, step)


def mapping_of(headings: Headings) -> Mapping[int, str]:
    """The columns and their fields alone, to be kept for the next file of this layout (7.2)."""
    return {number: column.field for number, column in headings.columns.items()}
