"""The fast lane beside the careful one: rows in which every cell is plain, read column by column.

``PlainRows.read`` takes a block of rows and gives their values by columns together with the places of the rows that
need care. For all others it gives exactly what the careful lane (``people_sheet``) gives; a property test feeds both
with the same rows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from app.core.name_parts import Order
from app.core.transliteration import cyrillic_language, is_cyrillic
from app.importers.cells import (
    CONSENTS,
    Cleaned,
    as_text,
    clean_consent,
    clean_diet,
    clean_email,
    clean_gender,
    clean_passport,
    clean_text,
)
from app.importers.column_groups import TOGETHER
from app.importers.countries import clean_country, country_code
from app.importers.dates_in_cells import DateHabit, clean_date
from app.importers.headings import Headings
from app.importers.phones import clean_phone
from app.importers.plain_cells import ColumnReader, Kept, Mails, Passports, Phones, Remembered, plain
from app.importers.plain_names import PlainNames, without_gaps
from app.importers.row_kinds import RowJudge, RowKind
from app.importers.staged import PERSON_FIELDS
from app.importers.workbook import Cell, Row

#: So many rows are read at a time: no single call may hold up the window's thread for long.
BLOCK = 2_000
_LISTED = frozenset(PERSON_FIELDS)
_NAMES = frozenset(
    ("full_name", "given_name", "family_name", "patronymic", "name_latin", "given_latin", "family_latin")
)
#: The letters of a passport's number in a column of their own.
SERIES = "passport_series"
_PHONES = ("phone", "mobile")


@dataclass(frozen=True)
class Habits:
    """What was decided once for a sheet by the careful lane."""

    columns: Mapping[int, str]
    dates: Mapping[int, DateHabit]
    order: Order
    region: str
    #: The region by which numbers without a code are read beside names in Ukrainian letters; '' as all others.
    own_region: str
    today: date
    #: The first day on which a passport may end without anything to tell.
    passport_until: date | None


@dataclass(slots=True)
class Block:
    """Rows by columns. ``odd``: places (from 0) of the rows that need care; their values mean nothing."""

    values: dict[str, list[str]] = field(default_factory=dict)
    extra: dict[str, list[str]] = field(default_factory=dict)
    latin_sources: list[str] = field(default_factory=list)
    sex_sources: list[str] = field(default_factory=list)
    odd: set[int] = field(default_factory=set)
    #: Places of the rows whose Latin family name from the file is of several words.
    double: set[int] = field(default_factory=set)


def usable(columns: Mapping[int, str]) -> bool:
    """Whether the sheet can be read by columns: no field twice, no number in two columns, and somewhere a name."""
    fields = [name for name in columns.values() if name]
    if SERIES in fields or not TOGETHER.isdisjoint(fields):
        return False
    return len(set(fields)) == len(fields) and not {"full_name", "given_name", "family_name"}.isdisjoint(fields)


def _reads_ukrainian(name: str) -> bool:
    return is_cyrillic(name) and cyrillic_language(name) == "uk"


class PlainRows:
    """The fast lane of one sheet. ``never_kept``: fields that are passed over."""

    def __init__(self, headings: Headings, judge: RowJudge, habits: Habits, never_kept: frozenset[str]) -> None:
        self._habits, self._judge = habits, judge
        self._kept = {number: name for number, name in habits.columns.items() if name not in never_kept}
        self._names = PlainNames(habits.order, headings.language, headings.latin_from_passport, judge)
        self._language = headings.language
        self._strong = frozenset(judge.strong)
        self._readers: dict[tuple[int, str], ColumnReader] = {}
        self._ukrainian: dict[str, bool] = {}

    def read(self, rows: Sequence[Row], columns: Sequence[Sequence[Cell]]) -> Block:
        """The rows by columns, and which of them need care. ``columns``: the same cells by columns."""
        block = Block(odd=self._meagre(rows, columns))
        count = len(rows)

        def cells(number: int) -> Sequence[Cell]:
            return columns[number - 1] if number <= len(columns) else ("",) * count

        names = self._names.read({name: cells(n) for n, name in self._kept.items() if name in _NAMES}, count)
        block.odd |= names.odd
        block.values, block.latin_sources, block.double = names.values, names.latin_sources, names.double
        told = next((cells(number) for number, name in self._kept.items() if name == "country"), None)
        regions = self._regions(names.values, count, told)
        for number, name in self._kept.items():
            if name in _NAMES:
                continue
            if name in _PHONES:
                read = self._read_phones(number, name, cells(number), regions)
            else:
                read = self._reader(number, name, "").read(cells(number))
            (block.values if name in _LISTED else block.extra)[name] = without_gaps(read, block.odd)
        self._contacts(block)
        self._sexes(block, count)
        return block

    def _meagre(self, rows: Sequence[Row], columns: Sequence[Sequence[Cell]]) -> set[int]:
        """Rows of which so little is filled that they may be totals, remarks or headings of groups."""
        full = 0
        for number in self._strong:
            full += number <= len(columns) and "" not in columns[number - 1]
            if full > 3:
                return set()
        others = len(columns) - sum(1 for number in self._strong if number <= len(columns))
        kind = self._judge.kind_of
        return {
            place
            for place, row in enumerate(rows)
            # In sheets of a few columns every row is looked at; one text alone may be anything.
            if (filled := len(row) - row.count("")) - others <= 3 and (filled < 2 or kind(row) is not RowKind.PERSON)
        }

    def _regions(
        self, names: Mapping[str, list[str]], count: int, countries: Sequence[Cell] | None
    ) -> list[str] | None:
        """The region of each row's numbers, where rows differ; None where all have the sheet's.

        ``countries``: the column that names them, which goes before everything else.
        """
        if not self._habits.own_region and countries is None:
            return None
        told = {cell: country_code(as_text(cell)) if cell != "" else "" for cell in set(countries or ())}
        found = [told[cell] for cell in countries or ()]
        if not found or "" in found:
            by_name = self._regions_by_name(names["given_name"], names["family_name"])
            found = [one or other for one, other in zip(found, by_name, strict=True)] if found else by_name
        return None if found.count(self._habits.region) == count else found

    def _regions_by_name(self, given: Sequence[str], family: Sequence[str]) -> list[str]:
        """The region that the letters of each name tell."""
        ukrainian, own, region = self._ukrainian, self._habits.own_region or self._habits.region, self._habits.region
        for word in {*given, *family}.difference(ukrainian):
            ukrainian[word] = _reads_ukrainian(word)
        # Where each part tells it, the whole name does; of all others the letters are looked at together.
        return [
            own if (ukrainian[one] and ukrainian[two]) or _reads_ukrainian(two + one) else region
            for one, two in zip(given, family, strict=True)
        ]

    def _read_phones(self, number: int, name: str, cells: Sequence[Cell], regions: list[str] | None) -> list[Kept]:
        if regions is None:
            return self._reader(number, name, self._habits.region).read(cells)
        found: list[Kept] = [""] * len(cells)
        for region in set(regions):
            places = [place for place, one in enumerate(regions) if one == region]
            read = self._reader(number, name, region).read([cells[place] for place in places])
            for place, kept in zip(places, read, strict=True):
                found[place] = kept
        return found

    def _reader(self, number: int, name: str, region: str) -> ColumnReader:
        """How the cells of a column are read; made once."""
        reader = self._readers.get((number, region))
        if reader is None:
            reader = self._readers[number, region] = self._new_reader(number, name, region)
        return reader

    def _new_reader(self, number: int, name: str, region: str) -> ColumnReader:
        # Joined columns are not looked through for repeated headings: none may look like a value.
        headings = "".join(self._judge.headings.get(number, ()))
        figures = any(map(str.isdigit, headings))
        if name == "email" and "@" not in headings:
            return Mails()
        if name in _PHONES and not figures:
            return Phones(region)
        if name == "passport_number" and not figures:
            return Passports()
        cleaner, is_heading = self._cleaner(number, name, region), self._judge.is_heading
        told = name in _LISTED or name == "mobile"

        def kept(cell: Cell) -> Kept:
            if is_heading(cell):
                return None
            return plain(cleaner(cell)) if told else cleaner(cell).value

        return Remembered(self._lasting(kept) if name == "passport_expiry" else kept)

    def _cleaner(self, number: int, name: str, region: str) -> Callable[[Cell], Cleaned]:
        """The cleaner of the careful lane for a column."""
        if name == "email":
            return clean_email
        if name in _PHONES:
            return partial(clean_phone, region=region)
        if name in ("gender", "salutation"):
            return partial(clean_gender, language=self._language)
        habit = self._habits.dates.get(number)
        if habit is not None:
            return partial(clean_date, habit=habit, today=self._habits.today, birth=name == "birth_date")
        if name == "passport_number":
            return clean_passport
        if name == "country":
            return clean_country
        if name in CONSENTS:
            return clean_consent
        return clean_diet if name == "diet" else partial(clean_text, lines=name == "notes")

    def _lasting(self, read: Callable[[Cell], Kept]) -> Callable[[Cell], Kept]:
        """Passports that end too early are told of."""
        until = self._habits.passport_until

        def kept(cell: Cell) -> Kept:
            text = read(cell)
            return None if until and text and len(text) == 10 and date.fromisoformat(text) < until else text

        return kept

    def _contacts(self, block: Block) -> None:
        """A column of mixed contacts needs care; a mobile stands where there is no other phone."""
        for place, text in enumerate(block.extra.get("contacts", ())):
            if text:
                block.odd.add(place)
        mobiles = block.extra.get("mobile")
        if mobiles is None:
            return
        phones = block.values.get("phone") or [""] * len(mobiles)
        block.values["phone"] = [phone or mobile for phone, mobile in zip(phones, mobiles, strict=True)]
        block.extra["mobile"] = [mobile if phone else "" for phone, mobile in zip(phones, mobiles, strict=True)]

    def _sexes(self, block: Block, count: int) -> None:
        """The sex from its column, the salutation, the patronymic or the given name (SP-14, ME-3)."""
        written = block.values.get("gender") or [""] * count
        salutations = block.extra.get("salutation")
        if salutations is not None:
            written = [sex or other for sex, other in zip(written, salutations, strict=True)]
        told, likely = self._names.sexes(block.values["given_name"], block.values["patronymic"])
        sexes, sources = written, [""] * count
        if "" in written:
            sexes = [sex or one or two for sex, one, two in zip(written, told, likely, strict=True)]
            sources = [
                "" if sex or not found else "patronymic" if one else "given_name"
                for sex, one, found in zip(written, told, sexes, strict=True)
            ]
        for place, (sex, one) in enumerate(zip(written, told, strict=True)):
            if sex != one and one and sex in ("f", "m"):
                block.odd.add(place)
        block.values["gender"], block.sex_sources = sexes, sources
