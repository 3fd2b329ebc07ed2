"""Which column is what by its heading (SP-2, SP-5, section 7.2); the rows of the headings are found by heading_rows."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.core.name_parts import Order
from app.core.text import one_line
from app.importers.cells import as_text
from app.importers.column_groups import REPEATED, take_together
from app.importers.column_values import (
    WIDEST,
    are_cyrillic,
    are_full_names,
    are_mails,
    are_phones,
    given_name_share,
    of_many_words,
    propose_columns,
    values_of,
)
from app.importers.heading_rows import NAMES, OF_PEOPLE, heading_rows, names_by_values, text_of
from app.importers.heading_stand_ins import stand_ins
from app.importers.heading_topics import account_column, topics
from app.importers.heading_values import settle_by_values
from app.importers.heading_words import (
    EMERGENCY,
    PEOPLE,
    Meaning,
    family_first,
    fields_of,
    meanings,
    normalise,
    passport_spelling,
)
from app.importers.unknown_headings import take_by_values
from app.importers.workbook import Sheet, fill_merged

#: Kinds of sheets each row of which is somebody.
_OF_PERSONS = frozenset((PEOPLE, "attendance"))
#: A group's heading and the heading below it make one whole synonym: worth more than any heading alone.
_WHOLE = 101.0
#: Only the values speak for a column.
_BY_VALUES, _PROPOSED = 75.0, 40.0
#: Headings less sure than this are also asked what they are about.
_TOLD, _HEARD = 72.0, 60.0
#: What a name, a phone and an e-mail are under a group that is of somebody else, and groups that have numbers.
_OF_SOMEBODY = NAMES | {"phone", "mobile", "contacts"}
_NUMBERED = frozenset({"passport_number", "phone", "mobile", "national_id", "bank_account"})
_LATIN_TWIN = {"full_name": "name_latin", "given_name": "given_latin", "family_name": "family_latin"}
#: Parts of names in Latin letters stand beside a full name as well.
_SECOND = {"phone": "mobile"}
_SURE_SECOND = 80.0
#: Words that Bosnian, Croatian, Montenegrin and Serbian share tell none of them apart.
_RATE = re.compile(
    r"(?<!\d)(?<!\d\s)%|\b(?:rate|stopnja|stopa|ставка|стопа|стапка|sats|procent|likme)\b", re.IGNORECASE
)
_SHARED, _SOUTH_SLAVIC = "sh", ("bs", "cnr", "hr", "sr")


@dataclass(frozen=True, slots=True)
class Column:
    """One column that means something. ``confidence`` 0 to 1; ``how`` also ``chosen`` (by the user) and ``values``."""

    field: str
    heading: str
    confidence: float
    how: str


@dataclass(frozen=True)
class Headings:
    """What the headings of a sheet say. Rows and columns from 1; ``rows`` empty when no headings were found.

    Without headings ``columns`` is a proposal by the values, each of low confidence; only the user's own choice
    (``chosen``) makes such a sheet one that can be read.
    """

    rows: tuple[int, ...] = ()
    columns: Mapping[int, Column] = field(default_factory=dict)
    unknown: Mapping[int, str] = field(default_factory=dict)
    order: Order = Order.UNKNOWN
    language: str = ""
    latin_from_passport: bool = False
    title: str = ""
    layout: str = ""
    book: str = PEOPLE
    #: The user said that there are no headings: the data begin in the first row.
    without: bool = False

    @property
    def found(self) -> bool:
        """Whether the sheet can be of its kind: people need a name or an e-mail, all other kinds two known columns."""
        fields = {column.field for column in self.columns.values()}
        known = bool(fields & NAMES) if self.book == PEOPLE else len(fields) >= 2
        return (bool(self.rows) or self.without) and known

    @property
    def first_column(self) -> int:
        """The column of the first heading: a layout is remembered by columns counted from it (7.2)."""
        return min((*(at for at, one in self.columns.items() if one.heading), *self.unknown), default=1)

    @property
    def first_row(self) -> int:
        """The first row that can hold data, from 1."""
        return self.rows[-1] + 1 if self.rows else 1


def _column_texts(sheet: Sheet, rows: tuple[int, ...]) -> dict[int, list[str]]:
    """For each column the different heading texts above it, outermost first, merged cells filled."""
    filled = fill_merged(sheet, None, rows[0], rows[-1])
    texts: dict[int, list[str]] = {}
    for row in rows:
        for column, cell in enumerate(filled.rows[row - 1], start=1):
            text = str(cell) if isinstance(cell, str) else ""
            if text.strip() and text not in texts.setdefault(column, []):
                texts[column].append(text)
    return {column: found for column, found in texts.items() if found}


def _column_meanings(texts: list[str], book: str) -> list[Meaning]:
    """Meanings of a column's heading: the last part first, then joined with its groups (SP-2).

    "Passport" over "No." is the passport's number although "No." alone counts rows: a group and its part that make a
    whole synonym together win.
    """
    found = {meaning.field: meaning for meaning in meanings(texts[-1], book)}
    if len(texts) > 1 and book == PEOPLE and set(found) & _OF_SOMEBODY and _of_somebody_else(texts[-2]):
        return [Meaning("emergency_contact", _SURE_SECOND, "part")]
    if len(texts) > 1:
        # "Number" under "Passport" counts no rows.
        counted = set(found) == {"row_no"} and any(one.field in _NUMBERED for one in meanings(texts[-2], book)[:1])
        found = {} if counted else found
        own = bool(found)
        # The group right above counts most; "Participants" over it says little.
        for joined in dict.fromkeys((" ".join(texts[-2:]), " ".join(texts))):
            near = joined == " ".join(texts[-2:])
            for meaning in meanings(joined, book):
                score = _WHOLE if near and meaning.score >= 93 else meaning.score * (0.6 if own else 0.9)
                best = found.get(meaning.field)
                if best is None or score > best.score:
                    found[meaning.field] = replace(meaning, score=score)
            own = bool(found)
        if not own and not found:
            found = {one.field: replace(one, score=one.score * 0.8) for one in meanings(texts[0], book)}
    if book == PEOPLE and max((one.score for one in found.values()), default=0.0) < _TOLD:
        whole = found["full_name"].score >= _HEARD if "full_name" in found else False
        for topic in topics(texts[-1]):
            if whole and topic.field == "position":
                # "Name, surname, post": the post stands behind the name.
                continue
            if topic.field not in found or found[topic.field].score < topic.score:
                found[topic.field] = topic
    return sorted(found.values(), key=lambda one: (-one.score, -one.length, one.field))


def _of_somebody_else(group: str) -> bool:
    """Whether a group's heading is of somebody to be called in an emergency (SP-2)."""
    return EMERGENCY.search(normalise(group)) is not None


def _named_elsewhere(candidates: Mapping[int, list[Meaning]], account: int) -> bool:
    """Whether a column besides that of the accounts' names is of names."""
    return any(
        one.field in NAMES and one.field != "email" and one.score >= _TOLD
        for column, found in candidates.items()
        if column != account
        for one in found[:1]
    )


def _assign(candidates: dict[int, list[Meaning]]) -> dict[int, Meaning]:
    """Each field once, the best pair first; ties go to the longer synonym, then to the column further left."""
    pairs = sorted(
        ((meaning, column) for column, found in candidates.items() for meaning in found if meaning.score >= 50),
        key=lambda pair: (-pair[0].score, -pair[0].length, pair[1]),
    )
    taken: dict[int, Meaning] = {}
    used: set[str] = set()
    for meaning, column in pairs:
        if column not in taken and meaning.field not in used:
            taken[column] = meaning
            used.add(meaning.field)
    return taken


def _give_way(sheet: Sheet, taken: dict[int, Meaning], candidates: Mapping[int, list[Meaning]], after: int) -> None:
    """A column of e-mails without a single address ("anonymous") gives way to one that has them (7.2)."""
    column = next((at for at, one in taken.items() if one.field == "email"), 0)
    values = values_of(sheet, column, after) if column else []
    if not values or any(isinstance(value, str) and "@" in value for value in values):
        return
    for at, found in candidates.items():
        meant = next((one for one in found if one.field == "email"), None)
        if at != column and meant is not None and are_mails(values_of(sheet, at, after)):
            del taken[column]
            taken[at] = meant
            return


def _confirm_by_values(
    sheet: Sheet, taken: dict[int, Meaning], candidates: Mapping[int, list[Meaning]], after: int, book: str
) -> None:
    """E-mails and phones are told by their values, whatever the heading says (7.2); but not those of somebody else."""
    others = {column for column, found in candidates.items() if found and found[0].field == "emergency_contact"}
    _give_way(sheet, taken, candidates, after)
    used = {meaning.field for meaning in taken.values()}
    wanted = [
        (name, test)
        for name, test in (("email", are_mails), ("phone", are_phones))
        if name in fields_of(book) and name not in used
    ]
    for name, test in wanted:
        for column in range(1, min(sheet.width, WIDEST) + 1):
            known = taken.get(column)
            if column not in others and (known is None or known.score < 80) and test(values_of(sheet, column, after)):
                taken[column] = Meaning(name, _BY_VALUES, "values")
                break


def _twins(sheet: Sheet, taken: dict[int, Meaning], candidates: dict[int, list[Meaning]], after: int) -> None:
    """The same heading twice: a name in two alphabets is the native and the Latin one, a second phone the mobile."""
    used = {meaning.field for meaning in taken.values()}
    for column, found in candidates.items():
        if column in taken or not found or found[0].score < _SURE_SECOND:
            continue
        meaning = found[0]
        first = next((at for at, one in taken.items() if one.field == meaning.field), 0)
        twin = _LATIN_TWIN.get(meaning.field) or _SECOND.get(meaning.field, "")
        if not first or not twin or twin in used:
            continue
        if meaning.field in _LATIN_TWIN:
            here, there = (are_cyrillic(values_of(sheet, at, after)) for at in (column, first))
            if here == there:
                continue
            native, latin = (column, first) if here else (first, column)
            moved = {native: replace(meaning, field=meaning.field), latin: replace(meaning, field=twin)}
            taken.update(moved)
        else:
            taken[column] = replace(meaning, field=twin)
        used.add(twin)


def _spread_names(sheet: Sheet, taken: dict[int, Meaning], rows: tuple[int, ...]) -> None:
    """One heading "Name" merged over two or three columns that hold the parts of the name."""
    column = next((at for at, meaning in taken.items() if meaning.field == "full_name"), 0)
    merge = next(
        (one for one in sheet.merges if one[0] in rows and one[1] == column and 1 <= one[3] - column <= 2), None
    )
    if not column or merge is None:
        return
    parts = [values_of(sheet, at, rows[-1]) for at in range(column, merge[3] + 1)]
    if any(at in taken for at in range(column + 1, merge[3] + 1)) or not parts[1] or of_many_words(parts[0]):
        return
    first = family_first(text_of(sheet.cell(merge[0], merge[1])))
    if first is None:
        first = given_name_share(parts[1]) >= given_name_share(parts[0])
    fields = ("family_name", "given_name", "patronymic") if first else ("given_name", "family_name", "patronymic")
    if not first and len(parts) == 3:
        fields = ("given_name", "patronymic", "family_name")
    for at, name in enumerate(fields[: len(parts)], start=column):
        taken[at] = replace(taken[column], field=name, how="values", score=_BY_VALUES)


def _settle_names(sheet: Sheet, taken: dict[int, Meaning], after: int) -> None:
    """ "Name" beside "Surname" is the given name, beside "Vorname" the family name; "Ime" alone may be both."""
    places = {meaning.field: column for column, meaning in taken.items()}
    whole = places.get("full_name", 0)
    if "family_name" in places and whole and "given_name" not in places:
        if not of_many_words(values_of(sheet, whole, after)):
            taken[whole] = replace(taken[whole], field="given_name")
    elif "given_name" in places and whole and "family_name" not in places:
        if not of_many_words(values_of(sheet, whole, after)):
            taken[whole] = replace(taken[whole], field="family_name")
    elif whole and {"given_name", "family_name"} <= places.keys():
        # "Прізвище", "Ім'я", "Surname", "Name": what is left is the spelling in the other alphabet.
        values = values_of(sheet, whole, after)
        twin = "name_latin" if of_many_words(values) else "given_latin"
        native = are_cyrillic(values_of(sheet, places["given_name"], after))
        if native and not are_cyrillic(values) and twin not in places:
            taken[whole] = replace(taken[whole], field=twin)
        elif not native and are_cyrillic(values) and places.keys().isdisjoint(("given_latin", "family_latin")):
            # "ПІБ", "Surname", "Given names": the whole name is the native one.
            for name in ("given_name", "family_name"):
                taken[places[name]] = replace(taken[places[name]], field=_LATIN_TWIN[name])
    latin = places.get("name_latin", 0)
    one_part = latin and ("given_latin" in places) != ("family_latin" in places)
    if one_part and not of_many_words(values_of(sheet, latin, after)):
        # The same of headings that say "as in the passport".
        missing = "family_latin" if "given_latin" in places else "given_latin"
        taken[latin] = replace(taken[latin], field=missing)
    if not whole:
        for name, other in (("given_name", "family_name"), ("family_name", "given_name")):
            if name in places and other not in places and of_many_words(values_of(sheet, places[name], after)):
                taken[places[name]] = replace(taken[places[name]], field="full_name")


def _names_after_all(
    sheet: Sheet,
    taken: dict[int, Meaning],
    candidates: Mapping[int, list[Meaning]],
    texts: Mapping[int, list[str]],
    after: int,
    book: str,
) -> None:
    """Where no column is of names: one that may be by its heading ("Institution / name") and is by its values.

    Last of all one whose heading nobody knows ("Who travels"), where other columns tell that the rows are people.
    """
    if any(one.field in NAMES and one.field != "email" for one in taken.values()):
        return
    for column, found in candidates.items():
        meant = next((one for one in found if one.field == "full_name" and one.score >= _SURE_SECOND), None)
        if meant is not None and are_full_names(values_of(sheet, column, after)):
            taken[column] = meant
            return
    if book != PEOPLE or not any(one.field in OF_PEOPLE and one.score >= _SURE_SECOND for one in taken.values()):
        return
    told = {one.field for one in taken.values() if one.score >= _SURE_SECOND}
    reached = "email" in told and not told.isdisjoint(("phone", "mobile"))
    for column, parts in texts.items():
        sure = column in taken and taken[column].score >= _SURE_SECOND
        if not sure and names_by_values(sheet, column, parts[-1], after, reached):
            taken[column] = Meaning("full_name", _BY_VALUES, "values")
            return


def _numbers_of_documents(sheet: Sheet, taken: dict[int, Meaning], after: int) -> None:
    """ "Номер" over what does not count the rows is the number of the document."""
    column = next((at for at, meaning in taken.items() if meaning.field == "row_no"), 0)
    if column and all(meaning.field != "document_no" for meaning in taken.values()):
        values = [as_text(value).strip(" .") for value in values_of(sheet, column, after)]
        values = [text for text in values if any(map(str.isdigit, text))]
        counted = [text for text in values if text.isdigit() and text[:1] != "0" and len(text) < 4]
        if values and len(counted) * 2 < len(values):
            taken[column] = replace(taken[column], field="document_no", how="values", score=_BY_VALUES)


def layout_of(texts: Mapping[int, list[str]], book: str = PEOPLE) -> str:
    """A hash of the normalised headings, by which a corrected mapping is remembered for the next file (7.2).

    That of any kind of sheet but people starts with the kind and a colon, since its fields are others.
    """
    joined = "\x1f".join(" / ".join(map(normalise, texts[column])) for column in sorted(texts))
    digest = hashlib.sha256(joined.encode()).hexdigest()[:16]
    return digest if book == PEOPLE else f"{book}:{digest}"


def _title(sheet: Sheet, first: int) -> str:
    """The longest text above the headings: the title of the list, offered as the event's name (SP-20)."""
    texts = [text_of(cell) for row in sheet.rows[: first - 1] for cell in row if isinstance(cell, str) and cell]
    return max(texts, key=len, default="")[:200]


def _chosen(
    columns: dict[int, Column], mapping: Mapping[int, str] | None, texts: Mapping[int, list[str]]
) -> dict[int, Column]:
    """The columns with the user's own choice put over them."""
    for column, chosen in (mapping or {}).items():
        columns = {
            at: one
            for at, one in columns.items()
            if at != column and (one.field != chosen or not chosen or chosen in REPEATED)
        }
        if chosen:
            columns[column] = Column(chosen, " / ".join(map(one_line, texts.get(column, []))), 1.0, "chosen")
    return dict(sorted(columns.items()))


def _without_headings(sheet: Sheet, chosen: int | None, mapping: Mapping[int, str] | None, book: str) -> Headings:
    """A sheet that has no headings: what its columns seem to be, or what the user says they are."""
    proposed = propose_columns(sheet) if book == PEOPLE else {}
    columns = {
        column: Column(name, "", _PROPOSED / 100 if chosen is None else _BY_VALUES / 100, "values")
        for column, name in proposed.items()
    }
    without = chosen == 0
    title = "" if without or proposed else _title(sheet, len(sheet.rows) + 1)
    return Headings(columns=_chosen(columns, mapping if without else None, {}), title=title, book=book, without=without)


def read_headings(
    sheet: Sheet, heading_row: int | None = None, mapping: Mapping[int, str] | None = None, book: str = PEOPLE
) -> Headings:
    """Find the headings of a sheet and what each column is.

    ``heading_row`` (0: the sheet has none) and ``mapping`` (column → field, empty text: leave out) are the user's own
    choice and win over what is found. ``book`` says by which kind's synonyms the headings are understood; only people's
    and attendance's columns of names are looked at closely. Without headings the result has no rows, and columns only
    as a proposal.
    """
    rows = () if heading_row == 0 else heading_rows(sheet, heading_row, book)
    if not rows:
        return _without_headings(sheet, heading_row, mapping, book)
    texts = _column_texts(sheet, rows)
    candidates = {column: _column_meanings(found, book) for column, found in texts.items()}
    for column, found in candidates.items():
        if book != PEOPLE and _RATE.search(" ".join(texts[column])):
            # "ПДВ, %" tells the rate and no sum; "DDV (22 %)" is a sum.
            candidates[column] = [one for one in found if one.field != "vat"]
    if book == PEOPLE and (account := account_column(texts)) and _named_elsewhere(candidates, account):
        candidates[account] = []
    taken = _assign(candidates)
    _confirm_by_values(sheet, taken, candidates, rows[-1], book)
    if book in _OF_PERSONS:
        _names_after_all(sheet, taken, candidates, texts, rows[-1], book)
        _twins(sheet, taken, candidates, rows[-1])
        _settle_names(sheet, taken, rows[-1])
        _spread_names(sheet, taken, rows)
    if book == PEOPLE:
        stand_ins(sheet, taken, texts, rows[-1])
        take_together(sheet, taken, texts, rows[-1])
        take_by_values(sheet, taken, candidates, texts, rows[-1])
    elif "document_no" in fields_of(book):
        _numbers_of_documents(sheet, taken, rows[-1])
    if book != PEOPLE:
        settle_by_values(sheet, taken, candidates, rows[-1], book)
    columns = {
        column: Column(
            meaning.field,
            " / ".join(map(one_line, texts.get(column, []))),
            min(meaning.score, 100) / 100,
            meaning.how,
        )
        for column, meaning in sorted(taken.items())
    }
    columns = _chosen(columns, mapping, texts)
    return Headings(
        rows,
        columns,
        {column: one_line(found[-1]) for column, found in texts.items() if column not in columns},
        _order(columns),
        _language(taken),
        any(passport_spelling(one.heading) for one in columns.values() if one.field.endswith("latin")),
        _title(sheet, rows[0]),
        layout_of(texts, book),
        book,
    )


def _order(columns: Mapping[int, Column]) -> Order:
    for column in columns.values():
        if column.field == "full_name":
            first = family_first(column.heading)
            if first is not None:
                return Order.FAMILY_FIRST if first else Order.GIVEN_FIRST
    return Order.UNKNOWN


def _language(taken: Mapping[int, Meaning]) -> str:
    """The language most headings are in; English only when no other one is seen as often.

    Words that the four South Slavic languages share count for the one that shows itself by words of its own; ``sh``
    when none does.
    """
    counts: dict[str, int] = {}
    alone: dict[str, int] = {}
    for meaning in taken.values():
        if meaning.language and meaning.how != "values":
            spoken = meaning.language.split(" ")
            for language in spoken:
                counts[language] = counts.get(language, 0) + 1
            if len(spoken) == 1:
                alone[spoken[0]] = alone.get(spoken[0], 0) + 1
    own = max((one for one in _SOUTH_SLAVIC if one in counts), key=lambda one: counts[one], default="")
    if own and _SHARED in counts:
        counts[own] += counts.pop(_SHARED)
    # Of two seen as often, the one that has a word which no other language has.
    return max(counts, key=lambda one: (counts[one], one != "en", alone.get(one, 0)), default="")


def language_of_headings(texts: Iterable[str], book: str = PEOPLE) -> str:
    """The language that most of some headings are in; '' when they tell none."""
    found = {number: meant[0] for number, text in enumerate(texts) if (meant := meanings(text, book))}
    return _language(found)
