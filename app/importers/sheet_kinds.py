"""The kinds of sheets there are, each as a list of columns: headings are understood by it, blank sheets made of it.

A column says what stands in it, not how it is read: the readers (``people_sheet``, ``record_sheet``) do that. The words
of its heading are the first synonym of the kind's book in a language (``heading_words``).
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.core.paths import resources
from app.core.vocabulary import DeliverableKind, DeliverableStage, ExpenditureState, Presence, SessionKind, Sex

PEOPLE, AGENDA, EXPENDITURES, DELIVERABLES, ATTENDANCE = (
    "people",
    "agenda",
    "expenditures",
    "deliverables",
    "attendance",
)


class ColumnType(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    #: A date of which only month, quarter or year may be known.
    PARTIAL = "partial"
    TIME = "time"
    AMOUNT = "amount"
    CURRENCY = "currency"
    NUMBER = "number"
    #: One of a vocabulary.
    WORD = "word"
    #: The names of people, one or more.
    NAMES = "names"
    EMAIL = "email"
    PHONE = "phone"


class Source(StrEnum):
    """Records of the data file from which a cell is chosen."""

    NONE = ""
    LINES = "lines"
    ACTIVITIES = "activities"
    ORGANISATIONS = "organisations"
    PARTNERSHIPS = "partnerships"
    PARTICIPANTS = "participants"
    CURRENCIES = "currencies"
    SESSIONS = "sessions"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a kind of sheet.

    ``field`` is the name in staged rows and in the book of synonyms; ``needed``: a row without it is nothing;
    ``words``: the vocabulary of a ``WORD``; ``source``: where a blank sheet gets its drop-down from; ``blank``: whether
    a blank sheet has it; ``width`` in characters; ``carried``: a merged cell means all its rows; ``unsigned``: a sum
    that cannot be below nothing.
    """

    field: str
    holds: ColumnType = ColumnType.TEXT
    needed: bool = False
    words: type[StrEnum] | None = None
    source: Source = Source.NONE
    blank: bool = True
    width: int = 18
    carried: bool = False
    unsigned: bool = False


@dataclass(frozen=True, slots=True)
class SheetKind:
    """One kind of sheet. ``name`` is also that of its book of synonyms and of ``ImportBatch.what`` (people apart)."""

    name: str
    columns: tuple[SheetColumn, ...]
    #: A row with none of these filled is no record.
    anchors: tuple[str, ...] = ()

    def column(self, field: str) -> SheetColumn:
        """The column of a field; KeyError for one that this kind does not have."""
        return _by_field(self.name)[field]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of its columns, in order."""
        return tuple(column.field for column in self.columns)


_T = ColumnType
_C = SheetColumn
#: Titles in a named language, each in a column of its own.
TITLES = tuple(f"title_{language}" for language in ("en", "sl", "uk", "sv", "lv"))
_TITLES = tuple(_C(name, blank=False, width=40) for name in TITLES)

_PEOPLE = (
    _C("family_name", needed=True, width=20),
    _C("given_name", needed=True, width=18),
    _C("patronymic", width=18),
    _C("family_latin", width=20),
    _C("given_latin", width=18),
    _C("full_name", blank=False, width=30),
    _C("name_latin", blank=False, width=30),
    _C("gender", _T.WORD, words=Sex, width=10),
    _C("salutation", blank=False),
    _C("organisation", source=Source.ORGANISATIONS, width=34, carried=True),
    _C("position", width=30),
    _C("email", _T.EMAIL, width=28),
    _C("phone", _T.PHONE, width=20),
    _C("mobile", _T.PHONE, blank=False),
    _C("contacts", blank=False),
    _C("birth_date", _T.DATE, width=14),
    _C("passport_number", width=16),
    _C("passport_expiry", _T.DATE, width=16),
    _C("country", blank=False, carried=True),
    _C("municipality", blank=False, carried=True),
    _C("region", blank=False, carried=True),
    _C("group", blank=False, carried=True),
    _C("diet", width=18),
    _C("role", width=16),
    _C("languages", width=18),
    _C("arrival_date", _T.DATE, width=14),
    _C("departure_date", _T.DATE, width=14),
    _C("data_consent", blank=False),
    _C("photo_consent", blank=False),
    _C("notes", _T.LINES, width=30),
)
_AGENDA = (
    _C("date", _T.DATE, needed=True, width=14, carried=True),
    _C("time", _T.TIME, blank=False, width=14),
    _C("start", _T.TIME, needed=True, width=9),
    _C("end", _T.TIME, width=9),
    _C("duration", _T.NUMBER, blank=False, width=10),
    _C("title", needed=True, width=44),
    *_TITLES,
    _C("kind", _T.WORD, words=SessionKind, width=20),
    _C("description", _T.LINES, width=40),
    _C("speakers", _T.NAMES, source=Source.PARTICIPANTS, width=30),
    _C("interpreters", _T.NAMES, source=Source.PARTICIPANTS, width=24),
    _C("host", source=Source.ORGANISATIONS, width=28),
    _C("place", width=26, carried=True),
    _C("address", width=26, carried=True),
    _C("link", width=24),
    _C("notes", _T.LINES, width=30),
)
_EXPENDITURES = (
    _C("document_no", width=18),
    _C("date", _T.DATE, needed=True, width=14),
    _C("paid_on", _T.DATE, width=14),
    _C("supplier", needed=True, width=28),
    _C("description", width=40),
    _C("line", needed=True, source=Source.LINES, width=24, carried=True),
    _C("amount", _T.AMOUNT, needed=True, width=14),
    _C("amount_budget", _T.AMOUNT, blank=False),
    _C("net", _T.AMOUNT, width=14),
    _C("vat", _T.AMOUNT, width=12),
    _C("currency", _T.CURRENCY, source=Source.CURRENCIES, width=10),
    _C("rate", _T.NUMBER, width=12),
    _C("state", _T.WORD, words=ExpenditureState, width=14),
    _C("paid_by", source=Source.ORGANISATIONS, width=24),
    _C("activity", source=Source.ACTIVITIES, width=18),
    _C("notes", _T.LINES, width=30),
)
_DELIVERABLES = (
    _C("code", width=16),
    _C("title", needed=True, width=44),
    *_TITLES,
    _C("kind", _T.WORD, words=DeliverableKind, width=26),
    _C("partnership", source=Source.PARTNERSHIPS, width=30, carried=True),
    _C("owner", source=Source.ORGANISATIONS, width=28),
    _C("due", _T.PARTIAL, width=14),
    _C("stage", _T.WORD, words=DeliverableStage, width=22),
    _C("responsible", _T.NAMES, source=Source.PARTICIPANTS, width=26),
    _C("adoption_number", width=16),
    _C("adoption_date", _T.PARTIAL, width=16),
    _C("adoption_body", width=22),
    _C("call", width=22),
    _C("requested", _T.AMOUNT, width=16, unsigned=True),
    _C("own", _T.AMOUNT, width=16, unsigned=True),
    _C("currency", _T.CURRENCY, source=Source.CURRENCIES, width=10),
    _C("notes", _T.LINES, width=30),
)
_ATTENDANCE = (
    _C("full_name", needed=True, source=Source.PARTICIPANTS, width=34),
    _C("organisation", source=Source.ORGANISATIONS, width=30),
    _C("email", _T.EMAIL, width=28),
    _C("date", _T.DATE, width=14),
    _C("session", source=Source.SESSIONS, width=34),
    _C("presence", _T.WORD, needed=True, words=Presence, width=16),
    _C("minutes", _T.NUMBER, width=10),
    _C("notes", _T.LINES, width=30),
)

_KINDS = {
    kind.name: kind
    for kind in (
        SheetKind(PEOPLE, _PEOPLE, ("family_name", "given_name", "full_name", "name_latin")),
        SheetKind(AGENDA, _AGENDA, ("title", *TITLES)),
        SheetKind(EXPENDITURES, _EXPENDITURES, ("amount", "amount_budget")),
        SheetKind(DELIVERABLES, _DELIVERABLES, ("title", *TITLES, "code")),
        SheetKind(ATTENDANCE, _ATTENDANCE, ("full_name",)),
    )
}


@lru_cache(maxsize=8)
def _by_field(name: str) -> dict[str, SheetColumn]:
    return {column.field: column for column in _KINDS[name].columns}


def kinds() -> tuple[SheetKind, ...]:
    """All kinds of sheets, people first."""
    return tuple(_KINDS.values())


def kind_of(name: str) -> SheetKind:
    """The kind of that name; KeyError when there is none."""
    return _KINDS[name]


@lru_cache(maxsize=64)
def headings_in(name: str, language: str) -> dict[str, str]:
    """The words of the headings of a kind in a language, by field: the first synonym that its book has."""
    folder = resources() / "data"
    pattern = "header-synonyms*.csv" if name == PEOPLE else f"headings-{name}.csv"
    renamed = {"last_name": "family_name", "first_name": "given_name", "passport_no": "passport_number"}
    found: dict[str, str] = {}
    # The core list has the shortest name and goes first: it holds the words that one would write oneself.
    for path in sorted(folder.glob(pattern), key=lambda path: (len(path.name), path.name)):
        with path.open(encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                if row["lang"] == language:
                    found.setdefault(renamed.get(row["field"], row["field"]), row["synonym"])
    return found
