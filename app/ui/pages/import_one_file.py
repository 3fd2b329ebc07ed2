"""One file of the queue of an import, with all that was chosen and decided about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.core.i18n import tr
from app.services.import_aims import Proposal
from app.services.import_book import RowBook
from app.services.import_rows import SheetRow, Wanted
from app.services.imports import Decision, RowKey
from app.ui.pages.import_aim import Chosen

#: What rows said before a decision, so that it can be taken back.
Step = Mapping[RowKey, Decision]


@dataclass(eq=False)
class OneFile:
    """A file of the queue, with all that was chosen and decided about it.

    ``state`` is waiting, read, refused or taken; ``text`` says what became of it. Decisions outlive the rows: they are
    worked in again when the file is read with other columns.
    """

    path: Path
    state: str = "waiting"
    text: str = ""
    workbook: Any = None
    sheets: tuple[SheetRow, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)
    #: How each column was recognised before the user changed anything: (sheet, column) → how.
    hows: dict[tuple[str, int], str] = field(default_factory=dict)
    book: RowBook | None = None
    decisions: dict[RowKey, Decision] = field(default_factory=dict)
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    #: What names in the file mean: text → id of a record, empty for a new one.
    named: dict[str, str] = field(default_factory=dict)
    #: Text and HTML that were pasted, when it is no file.
    pasted: tuple[str, str] | None = None
    #: What kind of sheet it looks like, when that is another one than it was opened as.
    looks_like: str = ""
    result: Any = None
    #: A result that was taken back, with the rows it came from: doing it again brings both back.
    undone_result: tuple[Any, RowBook | None] | None = None
    #: From the page of which activity, partnership or programme it came; where it may belong by what it tells itself.
    came_from: str = ""
    proposal: Proposal | None = None
    #: Where the user said that it goes; what its rows were compared for.
    aim: Chosen | None = None
    planned_for: Chosen | None = None

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def how_read(self) -> str:
        """How a text file was read: its encoding and the sign between its cells; empty for other files."""
        encoding = str(getattr(self.workbook, "encoding", ""))
        if not encoding:
            return ""
        sign = str(getattr(self.workbook, "delimiter", ""))
        signs = {",": tr("commas"), ";": tr("semicolons"), "\t": tr("tabs"), "|": tr("bars")}
        between = signs.get(sign, sign)
        return tr("{encoding}, cells between {signs}", encoding=encoding, signs=between) if between else encoding

    @property
    def used(self) -> tuple[SheetRow, ...]:
        """The sheets that are taken in."""
        return tuple(sheet for sheet in self.sheets if sheet.used)
