"""What the assistant must know about one kind of sheet: its columns, its words, and the verbs behind it.

People are one kind; agendas, expenditures, deliverables and attendance lists are others. The steps are the same.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from app.core.i18n import tr
from app.core.progress import Token
from app.services import import_rows
from app.services.import_book import RowBook
from app.services.import_rows import PlanRow, SheetRow, Wanted
from app.services.imports import Decision, RowKey


@dataclass(frozen=True, slots=True)
class RowColumn:
    """One column of the list of rows.

    ``title`` is marked for translation. ``fields`` are edited together in its cell, notes on ``noted`` fields are shown
    there too (a whole-name column belongs to the cell of the name). ``usual`` ones are shown at first; figures and
    dates are shown ``whole`` or not at all; of a value that differs ``by_the_end`` only the end is shown where there
    is little room; italics say that ``made`` was generated; ``always`` there, also while no row holds anything in it.
    """

    key: str
    title: str
    width: int
    fields: tuple[str, ...]
    noted: tuple[str, ...] = ()
    usual: bool = False
    whole: bool = False
    by_the_end: bool = False
    made: str = ""
    always: bool = False

    @property
    def told(self) -> tuple[str, ...]:
        """The fields whose notes belong to the cell."""
        return self.noted or self.fields


@dataclass(frozen=True, slots=True)
class Proposed:
    """A value that a cell may be taken as, in the reader's words; ``second`` says why."""

    values: Mapping[str, str]
    words: str
    second: str
    read: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A name in the file that may mean one of several records; ``chosen`` is taken when the user says nothing.

    ``options`` are (id, words), the empty id for a new record.
    """

    text: str
    count: int
    options: tuple[tuple[str, str], ...]
    chosen: str
    likely: bool


@dataclass(frozen=True, slots=True)
class Besides:
    """What exactly will be written: besides the rows as (title, text), names about which somebody may be asked.

    ``made`` are the fields of new records and ``changed`` (field, old, new) of known ones, by row.
    """

    facts: tuple[tuple[str, str], ...] = ()
    asked: tuple[Asked, ...] = ()
    made: Mapping[RowKey, Mapping[str, str]] = dataclass_field(default_factory=dict)
    changed: Mapping[RowKey, tuple[tuple[str, str, str], ...]] = dataclass_field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something known that a row may mean: id, name, second line, and the fields to compare."""

    id: str
    name: str
    second: str
    fields: Mapping[str, str]


class KindLook(ABC):
    """One kind of sheet. Subclasses say what is particular; rows and decisions have the same shape for all."""

    key = ""
    #: What a column may be taken as, in the order offered.
    fields: tuple[str, ...] = ()
    #: A sheet needs a column that is one of these.
    needs_one_of: frozenset[str] = frozenset()
    columns: tuple[RowColumn, ...] = ()
    #: Columns (by key) shown when a row is held against a known record.
    compared: tuple[str, ...] = ()
    #: Where the rows go, as ``target`` made it; None before anything was chosen.
    aim: Any = None

    # words ----------------------------------------------------------------------------------------------------
    @abstractmethod
    def title(self) -> str:
        """The page's title."""

    @abstractmethod
    def field_word(self, name: str) -> str:
        """A field in the reader's words; empty text: leave out."""

    def marks(self, name: str) -> bool:
        """Whether a column is taken in although its field cannot be chosen: a day or session of a list of marks."""
        return False

    def value_words(self, name: str, value: str) -> str:
        """A value for the reader's eyes."""
        return value

    def proposed_words(self, row: PlanRow, name: str) -> str:
        """Why a value is only proposed, since nobody wrote it; empty: it stands in the file, or somebody said it."""
        return ""

    def typed(self, name: str, value: str) -> str:
        """A value as one would type it."""
        return value

    def cell_words(self, column: RowColumn, fields: Mapping[str, str]) -> str:
        """The fields of a column as one text; Latin names as passports part them."""
        if len(column.fields) == 1:
            return self.value_words(column.fields[0], fields.get(column.fields[0], ""))
        return (", " if column.made else " ").join(fields[name] for name in column.fields if fields.get(name))

    @abstractmethod
    def name_of(self, row: PlanRow) -> str:
        """What a row is called."""

    @abstractmethod
    def count_words(self, n: int) -> str:
        """``75 people``."""

    @abstractmethod
    def sum_words(self, n: int, counts: Mapping[str, int]) -> str:
        """What will be taken in, with the counts of new, update and same."""

    @abstractmethod
    def take_words(self, n: int) -> str:
        """The words of the button that takes in."""

    @abstractmethod
    def taken_words(self, n: int) -> str:
        """What was taken in."""

    @abstractmethod
    def needed_words(self) -> str:
        """What is wrong while no column is one of ``needs_one_of``."""

    def way_words(self) -> Mapping[str, str]:
        """The words of decisions: ``same``, ``one_of_both``, ``other``, ``all_new``, ``find``, ``is_it``, ``who``."""
        return {
            "same": tr("The same one"),
            "one_of_both": tr("The same: one of both"),
            "other": tr("Another one: a new record"),
            "all_new": tr("Take all as new records"),
            "find": tr("It is another one that is known"),
            "is_it": tr("Is it one of these?"),
            "who": tr("What it is"),
        }

    def nothing_words(self) -> str:
        """Nothing is left to take in."""
        return tr("Nothing is left to take in")

    # where to -------------------------------------------------------------------------------------------------
    def target_form(self, session: Any) -> Any:
        """The form that asks where the rows go; None for the one of people."""
        return None

    def target(self, programme_id: str, activity_id: str, country: str, options: Mapping[str, Any]) -> Any:
        """Where the rows go, as ``plan`` takes it; ``options`` are what only this kind asks."""
        return import_rows.target(programme_id, activity_id, country)

    def aim_at(self, target: Any) -> None:
        """Another target was chosen: sheets are understood for it from now on."""
        self.aim = target

    def lacks(self, target: Any) -> str:
        """What has still to be chosen before a file can be read; empty when nothing."""
        return ""

    # verbs ----------------------------------------------------------------------------------------------------
    def book(self, plan: Any, token: Token) -> RowBook:
        """The rows of a plan to walk through."""
        return RowBook(plan, self.rows, token)

    @abstractmethod
    def sheets(self, view: Any, workbook: Any, wanted: Wanted) -> tuple[SheetRow, ...]:
        """Every sheet as understood."""

    @abstractmethod
    def plan(self, view: Any, workbook: Any, target: Any, wanted: Wanted, token: Token) -> Any:
        """What taking in would do, row by row."""

    @abstractmethod
    def rows(self, part: Any, left_out: frozenset[RowKey]) -> Sequence[PlanRow]:
        """The rows of a plan, or of a part of one, as they are shown."""

    @abstractmethod
    def apply(self, view: Any, original: Any, given: Any, decisions: Mapping[RowKey, Decision]) -> Any:
        """The plan with these rows decided anew, each from what it was in ``original``."""

    @abstractmethod
    def take_in(
        self, work: Any, given: Any, left_out: frozenset[RowKey], named: Mapping[str, str], token: Token
    ) -> Any:
        """Write the plan into which the decisions were worked, in one unit; ``named``: what names mean (``Asked``)."""

    def besides(self, view: Any, book: RowBook, named: Mapping[str, str]) -> Besides:
        """What taking in will write, and what may be asked about it; ``named``: what was answered so far."""
        return Besides()

    def known(self, view: Any, row: PlanRow) -> Sequence[Known]:
        """Whom or what a row may mean."""
        return ()

    def find(self, view: Any, text: str) -> Sequence[Known]:
        """Known records by a part of their name, for linking a row by hand."""
        return ()

    def find_named(self, view: Any, text: str) -> Sequence[Known]:
        """Known records that a name in the file (``Asked``) may mean, by a part of their name."""
        return ()

    def proposals(self, row: PlanRow, names: Sequence[str]) -> Sequence[Proposed]:
        """What a cell may be taken as."""
        return ()

    def read_value(self, name: str, text: str, country: str) -> tuple[str, str]:
        """What was typed as it is kept, and the code of what is wrong with it."""
        return text.strip(), ""

    def column_of(self, field: str) -> RowColumn | None:
        """The column of the list in which a field is told."""
        return next((column for column in self.columns if field in column.told), None)
