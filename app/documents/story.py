"""Papers that are read from top to bottom, as plain parts: the same story becomes pages (PDF) and a Word file.

A part knows what it says, not how it looks. Measures of tables are millimetres of the text width (170).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.blocks import Figure
from app.documents.logos import Logo
from app.documents.styles import ACCENT, Ink
from app.documents.texts import Text


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and what they say, two beside each other; empty ones are left out."""

    rows: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures, each with its word and a note."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading; who draws it counts it."""

    title: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, or a small grey note."""

    text: Text
    note: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Heading and width in mm of a column; numbers stand at the right."""

    title: Text
    width: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells of a row; ``strong`` is the place of the heavier one, ``total`` sets the whole row on a band.

    ``unsure`` is the place of a spelling that nobody has confirmed (NA-1). ``again`` is told above the row where it
    begins a page: the day that goes on.
    """

    cells: tuple[Text, ...]
    strong: int = -1
    unsure: int = -1
    total: bool = False
    again: Text = Text()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a repeated head. ``low`` has narrow rows: many short ones, as days."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    low: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """Labelled fields on lines; what is not known is left to be written by hand.

    ``heavy`` are the places of fields that are set heavier, ``unsure`` the place of an unconfirmed spelling (NA-1).
    """

    fields: tuple[tuple[Text, Text], ...]
    heavy: frozenset[int] = frozenset()
    unsure: int = -1


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to be signed: who signs, and the name below where it is known."""

    lines: tuple[tuple[Text, str], ...]


Part = Facts | Figures | Section | Paragraph | Table | Form | Signatures


@dataclass(frozen=True, slots=True)
class Story:
    """One paper. ``inset`` numbers the sections and sets texts and tables in from the numbers (reports)."""

    title: Text
    parts: tuple[Part, ...]
    code: str = ""
    footer: str = ""
    running: str = ""
    partnership: Text = Text()
    event: Text = Text()
    author: str = ""
    logos: tuple[Logo, ...] = ()
    accent: Ink = ACCENT
    inset: bool = False


def section(title: Text, parts: Sequence[Part]) -> tuple[Part, ...]:
    """A heading with its parts; nothing where there are none."""
    return (Section(title), *parts) if parts else ()
