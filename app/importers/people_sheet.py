"""A sheet of people, row by row: from raw cells to fields, with everything that has to be told (section 7)."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.core.name_parts import Order, split_full_name
from app.core.text import one_line
from app.core.transliteration import cyrillic_language, is_cyrillic, tells_ukrainian
from app.core.vocabulary import LatinSource
from app.importers.carried_down import CARRIED, MARKS, carry_down
from app.importers.cells import (
    CONSENTS,
    Cleaned,
    Told,
    as_text,
    clean_consent,
    clean_diet,
    clean_email,
    clean_gender,
    clean_passport,
    clean_text,
    find_email,
    is_absent,
)
from app.importers.countries import clean_country, country_code, usual_region
from app.importers.dates_in_cells import DateHabit, clean_date, habit_of
from app.importers.headings import Headings
from app.importers.name_and_post import clean_full_name, clean_name_word
from app.importers.name_cells import RowName, read_name, sex_of
from app.importers.phones import clean_phone
from app.importers.plain_rows import BLOCK, SERIES, Block, Habits, PlainRows, transposed, usable
from app.importers.row_kinds import RowJudge, RowKind, group_name, group_of_sheet, row_texts
from app.importers.row_words import LEGEND
from app.importers.staged import PERSON_FIELDS, CellWarning, Outcome, Skipped, StagedRow
from app.importers.staged_rows import StagedRows
from app.importers.who_stays_away import rows_away
from app.importers.workbook import Cell, Row, Sheet

_NAME_FIELDS = frozenset(
    ("full_name", "given_name", "family_name", "patronymic", "name_latin", "given_latin", "family_latin")
)
_LISTED = frozenset(PERSON_FIELDS)
#: Columns of whole names, in which titles and posts may stand, too.
_WHOLE_NAMES = frozenset(("full_name", "name_latin"))
#: SP-3: only these are copied down from merged cells.
_COPIED_DOWN = frozenset(("organisation", "municipality", "region", "country", "group"))
#: Columns that are recognised in order to be passed over: numbers of persons, accounts, signatures.
_NEVER_KEPT = frozenset(("row_no", "national_id", "bank_account", "signature", "attendance"))
#: Columns in which somebody may have noted that a person does not come; so may any unknown one.
_OF_REMARKS = frozenset(("notes", "role", "position", "attendance", "signature", "group", "row_no"))
#: A passport must outlast the activity by about three months.
PASSPORT_MARGIN = timedelta(days=90)


@dataclass(frozen=True)
class Reading:
    """What is known besides the file: country of the people (two letters), period of the activity, today."""

    country: str = ""
    activity_end: date | None = None
    today: date = field(default_factory=date.today)
    include_hidden: bool = False


class _SheetReader:
    """Reads one sheet; keeps what is decided once for a sheet: regions, habits of date columns, order of names."""

    def __init__(self, sheet: Sheet, headings: Headings, reading: Reading) -> None:
        columns = {
            number: column.field
            for number, column in headings.columns.items()
            if reading.include_hidden or number not in sheet.hidden_columns
        }
        copied = frozenset(number for number, name in columns.items() if name in _COPIED_DOWN)
        marked = [number for number, name in columns.items() if name in CARRIED]
        #: The cells under the headings by columns.
        self._cells = transposed(sheet.rows[headings.first_row - 1 :])
        marked = [number for number in marked if not MARKS.isdisjoint(self._column_values(number))]
        self.sheet = carry_down(sheet, copied, marked, headings.first_row)
        if self.sheet is not sheet:
            self._cells = transposed(self.sheet.rows[headings.first_row - 1 :])
        self.headings = headings
        self.reading = reading
        self.columns = columns
        self.first = headings.first_row
        self.name_columns = frozenset(number for number, name in columns.items() if name in _NAME_FIELDS)
        self.merged_rows = {top for top, left, _bottom, right in sheet.merges if right > left}
        self.flagged = bool(sheet.errors or sheet.uncached or sheet.comments)
        self.habits = self._date_habits()
        self.region = reading.country.upper() or self._usual_region()
        self.own_region = self._own_region()
        self.order = headings.order or self._usual_order()
        self.judge = RowJudge(headings, self.name_columns)
        #: The heading of the group in which the reader is, empty rows just before it, whether the table has ended.
        self.group, self.empty, self.ended = group_of_sheet(sheet.name), 0, False
        #: Rows that say that somebody does not come, with what they say.
        self.away = rows_away(
            (cells for number, cells in enumerate(self._cells, start=1) if self._remarks(number)), self.first
        )
        self.skipped: list[Skipped] = []

    def _remarks(self, number: int) -> bool:
        """Whether remarks may stand in a column: it is unknown, of notes, roles or the like."""
        name = self.columns.get(number, "")
        return number not in self.sheet.hidden_columns and (not name or name in _OF_REMARKS)

    def _column_values(self, number: int) -> list[Cell]:
        return self._cells[number - 1] if number <= len(self._cells) else []

    def _date_habits(self) -> dict[int, DateHabit]:
        return {
            number: habit_of(
                {cell for cell in self._column_values(number) if type(cell) is str},
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
        lane = self._fast_lane() if fast and usable(self.columns) else None
        flagged = {row for row, _column in (*self.sheet.errors, *self.sheet.uncached, *self.sheet.comments)}
        flagged |= self.away.keys()
        if not self.reading.include_hidden:
            flagged |= self.sheet.hidden_rows
        for start in range(self.first, len(self.sheet.rows) + 1, BLOCK):
            step(start)
            cells = self.sheet.rows[start - 1 : start - 1 + BLOCK]
            if lane is None:
                block, odd = Block(), list(range(len(cells)))
            else:
                first = start - self.first
                block = lane.read(cells, [column[first : first + len(cells)] for column in self._cells])
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
        return PlainRows(self.headings, self.judge, habits, _NEVER_KEPT)

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
        kind = self.judge.kind_of(row, number in self.merged_rows)
        if kind is RowKind.EMPTY:
            self.empty += 1
            self.ended = self.ended or self.empty >= 2
            return
        self.empty = 0
        if self.ended and kind is RowKind.PERSON and not self._full_enough(row):
            kind = RowKind.REMARK
        if kind in (RowKind.PERSON, RowKind.NAMELESS, RowKind.OPEN):
            rows.add(_RowReader(self, number, row).read(kind))
            return
        text = " ".join(row_texts(row))[:80]
        if kind is RowKind.GROUP:
            self.group = group_name(text)
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


class _RowReader:
    """Reads one row of people."""

    def __init__(self, sheet: _SheetReader, number: int, row: Row) -> None:
        self.sheet, self.number, self.row = sheet, number, row
        self.values: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.extra: dict[str, str] = {}
        self.sources: dict[str, str] = {}
        self.warnings: list[CellWarning] = []
        self.places: dict[str, int] = {}
        self.also: list[tuple[str, str]] = []

    def told(self, name: str, column: int, cell: Cell, told: tuple[Told, ...]) -> None:
        """Note what has to be told about a cell; the sentence may quote the value."""
        value = as_text(cell)
        for one in told:
            self.warnings.append(
                CellWarning(name, column, value, one.code, {"value": one_line(value)[:120], **one.params})
            )

    def read(self, kind: RowKind) -> StagedRow:
        """The row as understood."""
        later: list[tuple[int, str, Cell]] = []
        for number, name in self.sheet.columns.items():
            cell = self.row[number - 1] if number <= len(self.row) else ""
            if self.sheet.flagged:
                self._flags(number, name)
            if cell == "" or name in _NEVER_KEPT:
                continue
            self.places[name] = number
            if name in _NAME_FIELDS:
                cleaned = clean_full_name(cell) if name in _WHOLE_NAMES else clean_name_word(cell)
                self.names[name] = cleaned.value
                self.also.extend(cleaned.also)
                if cleaned.told:
                    self.told(name, number, cell, cleaned.told)
            else:
                later.append((number, name, cell))
        for name, text in self.also:
            if name == "name_latin" and not self.names.get(name):
                self.names[name] = text
        person = self._read_names()
        told = next((country_code(as_text(cell)) for _number, name, cell in later if name == "country"), "")
        region = told or self.sheet.region_of(person)
        series = next((as_text(cell).strip() for _number, name, cell in later if name == SERIES), "")
        for number, field_name, cell in later:
            if field_name == SERIES:
                continue
            if field_name == "passport_number" and series and as_text(cell).strip().isdigit():
                whole: Cell = f"{series} {as_text(cell).strip()}"
            else:
                whole = cell
            self._keep(number, field_name, cell, self._clean(field_name, number, whole, region))
        self._contacts(region)
        if self.also:
            self._fill(region)
        self._gender(person)
        self._group()
        if self.values.get("passport_expiry"):
            self._passport_period()
        return self._staged(kind, person)

    def _read_names(self) -> RowName:
        headings = self.sheet.headings
        name = read_name(self.names, self.sheet.order, headings.language, headings.latin_from_passport)
        values = self.values
        values["given_name"], values["family_name"] = name.given, name.family
        values["patronymic"] = name.patronymic
        values["given_latin"], values["family_latin"] = name.given_latin, name.family_latin
        if name.source is not LatinSource.NONE:
            self.sources["given_latin"] = self.sources["family_latin"] = name.source.value
        for field_name, told in name.told:
            column = self.places.get(field_name, 0)
            self.told(field_name, column, self.row[column - 1] if column else "", (told,))
        return name

    def _clean(self, name: str, number: int, cell: Cell, region: str) -> Cleaned:
        if name == "email":
            return clean_email(cell)
        if name in ("phone", "mobile"):
            return clean_phone(cell, region)
        if name in ("gender", "salutation"):
            return clean_gender(cell, self.sheet.headings.language)
        if number in self.sheet.habits:
            return clean_date(cell, self.sheet.habits[number], self.sheet.reading.today, name == "birth_date")
        if name == "passport_number":
            return clean_passport(cell)
        if name == "diet":
            return clean_diet(cell)
        if name == "country":
            return clean_country(cell)
        if name in CONSENTS:
            return clean_consent(cell)
        return clean_text(cell, lines=name == "notes")

    def _keep(self, number: int, name: str, cell: Cell, cleaned: Cleaned) -> None:
        self.also.extend(cleaned.also)
        if name in _LISTED:
            self.values[name] = cleaned.value
        elif cleaned.value:
            self.extra[name] = cleaned.value
        if cleaned.others and name in ("email", "phone"):
            self.extra[f"{name}_others"] = ", ".join(cleaned.others)
        if cleaned.told and name != "salutation" and (name in _LISTED or name == "mobile"):
            self.told(name, number, cell, cleaned.told)

    def _contacts(self, region: str) -> None:
        """Phone and e-mail out of one column of contacts; a mobile where there is no other phone."""
        contacts = self.extra.get("contacts", "")
        if contacts:
            mail = find_email(contacts)
            if mail and not self.values.get("email"):
                self.values["email"] = mail.lower()
            rest = contacts.replace(mail, ";") if mail else contacts
            if not self.values.get("phone"):
                self.values["phone"] = clean_phone(rest, region).value
            if not mail and not self.values.get("phone") and not is_absent(contacts):
                column = self.places["contacts"]
                self.told("contacts", column, self.row[column - 1], (Told("import_contacts_unreadable"),))
        if self.extra.get("mobile") and not self.values.get("phone"):
            self.values["phone"] = self.extra.pop("mobile")

    def _fill(self, region: str) -> None:
        """What stood in a cell beside its own value fills the gaps of the row (SP-10)."""
        for name, raw in self.also:
            if name in _LISTED and not self.values.get(name):
                if name.endswith(("_date", "_expiry")):
                    self.values[name] = clean_date(raw, DateHabit(), self.sheet.reading.today).value
                else:
                    self.values[name] = self._clean(name, 0, raw, region).value

    def _gender(self, name: RowName) -> None:
        proposed, source = sex_of(name)
        given = self.values.get("gender", "")
        if not given and self.extra.get("salutation"):
            given = self.values["gender"] = self.extra["salutation"]
        if not given and proposed:
            self.values["gender"] = proposed
            self.sources["gender"] = source
        elif given in ("f", "m") and source == "patronymic" and proposed != given:
            column = self.places.get("gender", 0)
            self.told("gender", column, self.row[column - 1] if column else "", (Told("import_gender_conflict"),))

    def _group(self) -> None:
        if self.sheet.group and not self.values.get("organisation"):
            self.values["organisation"] = self.sheet.group
            self.sources["organisation"] = "group"

    def _passport_period(self) -> None:
        """A passport that ends before the activity, or within three months after it."""
        end, text = self.sheet.reading.activity_end, self.values["passport_expiry"]
        if end is None or len(text) != 10:
            return
        expiry = date.fromisoformat(text)
        if expiry >= end + PASSPORT_MARGIN:
            return
        code = "import_passport_ended" if expiry < end else "import_passport_runs_out"
        column = self.places.get("passport_expiry", 0)
        self.told("passport_expiry", column, self.row[column - 1] if column else "", (Told(code, {"expiry": text}),))

    def _flags(self, number: int, name: str) -> None:
        """Errors and unsaved formulas by cell address (I11), comments kept beside the row, for its notes (SP-8)."""
        place = (self.number, number)
        sheet = self.sheet.sheet
        if place in sheet.errors:
            self.warnings.append(
                CellWarning(name, number, sheet.errors[place], "import_error_cell", {"value": sheet.errors[place]})
            )
        elif place in sheet.uncached:
            self.warnings.append(CellWarning(name, number, "", "import_formula_unsaved"))
        if place in sheet.comments:
            heading = self.sheet.headings.columns[number].heading
            text = f"{heading}: {one_line(sheet.comments[place])}"
            self.extra["comments"] = "\n".join(part for part in (self.extra.get("comments", ""), text) if part)

    def _nobody(self, kind: RowKind) -> str:
        if any(one.code == "import_several_people" for one in self.warnings):
            return "import_row_several_people"
        return "import_row_name_open" if kind is RowKind.OPEN else "import_row_without_name"

    def _staged(self, kind: RowKind, name: RowName) -> StagedRow:
        values = self.values
        fields = {key: values[key] for key in PERSON_FIELDS if values.get(key)}
        named = kind is RowKind.PERSON and bool(name.given or name.family)
        away = self.sheet.away.get(self.number, "") if named else ""
        return StagedRow(
            self.sheet.sheet.name,
            self.number,
            fields,
            self.row,
            self.sheet.headings.columns,
            self.extra,
            self.sources,
            tuple(self.warnings),
            Outcome.DOUBTFUL if away else Outcome.NEW if named else Outcome.REFUSED,
            "import_row_cancelled" if away else "import_row_new" if named else self._nobody(kind),
            {"remark": one_line(away)} if away else {},
            order_known=name.order_known,
        )


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
