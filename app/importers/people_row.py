"""One row of people: from raw cells to fields, with everything that has to be told (section 7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Protocol

from app.core.name_parts import Order
from app.core.text import one_line
from app.core.vocabulary import LatinSource
from app.importers.birth_columns import BIRTH_PARTS, birth_of
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
    with_at,
)
from app.importers.column_groups import DIET_TICK, TOGETHER, need_of
from app.importers.countries import clean_country, country_code
from app.importers.dates_in_cells import DateHabit, clean_date
from app.importers.headings import Headings
from app.importers.name_and_post import clean_full_name, clean_name_word
from app.importers.name_cells import RowName, read_name, sex_of
from app.importers.phones import clean_phone
from app.importers.plain_rows import SERIES
from app.importers.row_kinds import RowKind
from app.importers.staged import PERSON_FIELDS, CellWarning, Outcome, StagedRow
from app.importers.struck_told import STRUCK_PART, struck_warning
from app.importers.workbook import Cell, Row, Sheet

NAME_FIELDS = frozenset(
    ("full_name", "given_name", "family_name", "patronymic", "name_latin", "given_latin", "family_latin")
)
_LISTED = frozenset(PERSON_FIELDS)
#: Columns of whole names, in which titles and posts may stand, too.
_WHOLE_NAMES = frozenset(("full_name", "name_latin"))
#: Columns that are recognised in order to be passed over: numbers of persons, accounts, signatures.
NEVER_KEPT = frozenset(("row_no", "national_id", "bank_account", "signature", "attendance"))
#: A passport must outlast the activity by about three months.
PASSPORT_MARGIN = timedelta(days=90)


@dataclass(frozen=True)
class Reading:
    """What is known besides the file: country of the people (two letters), period of the activity, today."""

    country: str = ""
    activity_end: date | None = None
    today: date = field(default_factory=date.today)
    include_hidden: bool = False


class Surroundings(Protocol):
    """What a row is read by: decided once for its sheet."""

    sheet: Sheet
    headings: Headings
    reading: Reading
    columns: Mapping[int, str]
    flagged: bool
    habits: Mapping[int, DateHabit]
    order: Order
    #: The organisation in whose group the row stands; rows that say that somebody does not come, with their words.
    group: str
    away: Mapping[int, str]
    crossed_out: frozenset[int]

    def region_of(self, name: RowName) -> str:
        """The country by whose rules a number without a code is read in a row of this name."""


class PersonRow:
    """Reads one row of people."""

    def __init__(self, sheet: Surroundings, number: int, row: Row) -> None:
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
            if cell == "" or name in NEVER_KEPT:
                continue
            self.places[name] = number
            if name in NAME_FIELDS:
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
            if field_name == SERIES or field_name in TOGETHER:
                continue
            if field_name == "passport_number" and series and as_text(cell).strip().isdigit():
                whole: Cell = f"{series} {as_text(cell).strip()}"
            else:
                whole = cell
            self._keep(number, field_name, cell, self._clean(field_name, number, whole, region))
        self._together([one for one in later if one[1] in TOGETHER])
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

    def _together(self, cells: list[tuple[int, str, Cell]]) -> None:
        """What several columns say together: ticks of needs, the parts of a date of birth (``column_groups``)."""
        if not cells:
            return
        headings = self.sheet.headings.columns
        needs = [need_of(headings[number].heading, cell) for number, name, cell in cells if name == DIET_TICK]
        told = [self.values.get("diet", ""), *map(one_line, needs)]
        diet = ", ".join(dict.fromkeys(text for text in told if text))
        if diet:
            self.values["diet"] = diet
        parts = {name: cell for _number, name, cell in cells if name in BIRTH_PARTS}
        text = birth_of(parts)
        if text and not self.values.get("birth_date"):
            number = self.places["birth_year"]
            cleaned = clean_date(text, DateHabit(), self.sheet.reading.today, birth=True)
            self._keep(number, "birth_date", text, cleaned)

    def _contacts(self, region: str) -> None:
        """Phone and e-mail out of one column of contacts; a mobile where there is no other phone."""
        contacts = with_at(self.extra.get("contacts", ""))
        if contacts:
            column = self.places["contacts"]
            mail = clean_email(self.extra["contacts"]) if "@" in contacts else Cleaned()
            if mail.value and not self.values.get("email"):
                self.values["email"] = mail.value
                if mail.others:
                    self.extra["email_others"] = ", ".join(mail.others)
            rest = contacts
            for one in (find_email(rest) for _times in range(len(mail.others) + 1)):
                rest = rest.replace(one, ";", 1) if one else rest
            if not self.values.get("phone"):
                self.values["phone"] = clean_phone(rest, region).value
            if mail.told:
                self.told("email", column, self.row[column - 1], mail.told)
            elif not mail.value and not self.values.get("phone") and not is_absent(contacts):
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
        if place in sheet.partly or self.number not in self.sheet.crossed_out:
            self.warnings += struck_warning(sheet, place, name)
        if place in sheet.comments:
            heading = self.sheet.headings.columns[number].heading
            text = f"{heading}: {one_line(sheet.comments[place])}"
            self.extra["comments"] = "\n".join(part for part in (self.extra.get("comments", ""), text) if part)

    def _outcome(self, kind: RowKind, name: RowName) -> tuple[Outcome, str, Mapping[str, object]]:
        """What becomes of the row by itself, why, and what the reason's sentence names."""
        if kind is not RowKind.PERSON or not (name.given or name.family):
            nobody = "import_row_name_open" if kind is RowKind.OPEN else "import_row_without_name"
            return Outcome.REFUSED, nobody, {}
        several = next((one.params for one in self.warnings if one.code == "import_several_people"), None)
        if several is not None:
            params = {key: several[key] for key in ("first", "others")}
            return Outcome.DOUBTFUL, "import_row_several_people", params
        away = self.sheet.away.get(self.number, "")
        if away:
            return Outcome.DOUBTFUL, "import_row_cancelled", {"remark": one_line(away)}
        if self.number in self.sheet.crossed_out:
            return Outcome.DOUBTFUL, "import_row_crossed_out", {}
        parted = next((one for one in self.warnings if one.code == STRUCK_PART and one.field in NAME_FIELDS), None)
        if parted is not None:
            return Outcome.DOUBTFUL, "import_row_name_part_struck", parted.params
        return Outcome.NEW, "import_row_new", {}

    def _staged(self, kind: RowKind, name: RowName) -> StagedRow:
        values = self.values
        fields = {key: values[key] for key in PERSON_FIELDS if values.get(key)}
        return StagedRow(
            self.sheet.sheet.name,
            self.number,
            fields,
            self.row,
            self.sheet.headings.columns,
            self.extra,
            self.sources,
            tuple(self.warnings),
            *self._outcome(kind, name),
            order_known=name.order_known,
        )
