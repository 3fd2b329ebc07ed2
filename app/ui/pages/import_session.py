"""One walk through the assistant: files, what was chosen, the rows, decisions; long work as jobs."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from app.core.collector import collector_at_rest
from app.core.errors import MentordeskError
from app.core.i18n import N_, tr, trn
from app.core.progress import Token
from app.services import import_aims, imports, sheet_kind_guess
from app.services.import_aims import Proposal
from app.services.import_book import PROBLEMS, Prepared, RowBook
from app.services.import_rows import SheetRow, Wanted
from app.services.imports import Decision, RowKey
from app.ui.desk import Desk
from app.ui.messages import error_text
from app.ui.pages.import_jobs import ImportJobs
from app.ui.pages.import_kinds import KindLook
from app.ui.pages.import_one_file import OneFile, Step

#: So many rows, and problems among them, are looked at for the widths of the columns.
_SHOWN_FIRST = 100


#: So many decisions at once make so much that the collector had better rest.
_MANY = 1_000
#: One object for all rows of which nothing was decided.
_NONE = Decision()


class _Read(NamedTuple):
    """A file as it was read."""

    workbook: Any
    sheets: tuple[SheetRow, ...]
    looks_like: str
    proposal: Proposal


class ImportSession(ImportJobs):
    """``files_changed()`` queue or sheets; ``planned()`` new rows; ``decided(keys)`` rows changed; ``taken(result)``.

    ``refused(title, text)`` says in one sentence why something did not go; ``working(words)`` while a job runs, empty
    when it ended; ``progressed(done, total)`` of the job that runs.
    """

    planned = Signal()
    decided = Signal(object)
    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QObject, look: KindLook) -> None:
        super().__init__(desk, parent, look)
        self.backed_up = False
        self._waiting: dict[RowKey, Decision] = {}
        self._deciding: Mapping[RowKey, Decision] = {}

    # the queue ------------------------------------------------------------------------------------------------
    @property
    def book(self) -> RowBook | None:
        """The rows of the file that is worked on."""
        return self.file.book if self.file is not None else None

    @property
    def result(self) -> Any:
        """What was written of this file."""
        return self.file.result if self.file is not None else None

    @property
    def named(self) -> dict[str, str]:
        """What names in the file that is worked on mean."""
        return self.file.named if self.file is not None else {}

    @property
    def deciding(self) -> bool:
        """Whether decisions are being worked in."""
        return bool(self._deciding or self._waiting)

    def unfinished(self) -> str:
        """What would be lost if the program were left now: decisions about rows that are not taken in yet."""
        open_ones = [one for one in self.files if one.decisions and one.result is None]
        n = sum(len(one.decisions) for one in open_ones)
        if not n:
            return ""
        return trn(
            "{n} row of {file} was decided about, and the file is not taken in yet. It would have to be decided again.",
            "{n} rows of {file} were decided about, and the file is not taken in yet. They would have to be decided "
            "again.",
            n,
            file=", ".join(one.name for one in open_ones),
        )

    def restart(self) -> None:
        """Forget everything, for another import."""
        self.cancel()
        self.files.clear()
        self.at = -1
        self.by_hand = False
        self._waiting.clear()
        self.files_changed.emit()

    def add(self, paths: Sequence[Path]) -> int:
        """Put files at the end of the queue; the first that waits is read when no other is being worked on.

        Gives the number of files that are new. Nothing of what was done so far is touched.
        """
        known = {one.path for one in self.files if one.state in ("waiting", "read")}
        fresh = [OneFile(path, came_from=self.came_from) for path in paths if path not in known]
        again = {one.path for one in fresh}
        current = self.file
        # A file that was stopped or refused and is chosen once more stands in the list once.
        self.files = [one for one in self.files if one.state != "refused" or one.path not in again]
        self.at = self.files.index(current) if current in self.files else -1
        self.files += fresh
        self._read_if_free()
        return len(fresh)

    def _read_if_free(self) -> None:
        self.files_changed.emit()
        if not self.busy and (self.file is None or self.file.state == "refused" or self._nothing_found()):
            self.next_file()

    def add_pasted(self, name: str, text: str, html: str) -> None:
        """Put cells that were copied in another program at the end of the queue."""
        self.files.append(OneFile(Path(name), pasted=(text, html), came_from=self.came_from))
        self._read_if_free()

    def _nothing_found(self) -> bool:
        """Whether nothing usable was found in the file that is open, so that a better one is welcome at once."""
        one = self.file
        return one is not None and one.state == "read" and not one.used

    def remove(self, number: int) -> None:
        """Take a file out of the queue."""
        if 0 <= number < len(self.files) and not self.busy:
            current = self.file
            gone = self.files.pop(number)
            if gone is current:
                self.at = -1
                self.next_file()
            elif current is not None:
                self.at = self.files.index(current)
            self.files_changed.emit()

    def waiting(self) -> int:
        """How many files still wait."""
        return sum(one.state == "waiting" for one in self.files)

    def next_file(self) -> bool:
        """Read the next file of the queue; False when none waits."""
        found = next((n for n, one in enumerate(self.files) if one.state == "waiting"), -1)
        if found >= 0:
            self.open_file(found)
        else:
            self.files_changed.emit()
        return found >= 0

    def go_on(self) -> None:
        if self.waiting():
            self.next_file()

    def open_file(self, number: int) -> None:
        """Work on another file; what was decided about the former one is kept with it."""
        self.at = number
        one = self.files[number]
        if one.workbook is not None:
            self.files_changed.emit()
            return
        one.state = "waiting"
        self._start(
            tr("Reading {file}", file=one.name), partial(self._read, one, self.desk.programme_id), self._on_read
        )

    @collector_at_rest()
    def _read(self, one: OneFile, followed: str, token: Token) -> _Read:
        if one.pasted is not None:
            workbook = imports.paste(*one.pasted, name=one.name)
        else:
            workbook = imports.read_file(one.path, token)
        with self.desk.context.read() as view:
            sheets = self.look.sheets(view, workbook, Wanted())
            proposal = import_aims.propose(
                view,
                workbook,
                sheets,
                kind=self.look.key,
                came_from=one.came_from,
                followed=followed,
                today=self.desk.today(),
            )
        return _Read(workbook, sheets, sheet_kind_guess.looks_like(workbook, self.look.key), proposal)

    def _on_read(self, found: _Read) -> None:
        one = self.file
        if one is None:
            return
        one.workbook, one.sheets, one.looks_like, one.proposal = found
        one.state = "read"
        one.hows = {(sheet.name, column.number): column.how for sheet in one.sheets for column in sheet.columns}
        if not one.used and not one.looks_like:
            self.refused.emit(tr("No list was found in {file}", file=one.name), _what_to_do(one))
        self.files_changed.emit()

    # what is chosen -------------------------------------------------------------------------------------------
    def choose(self, wanted: Wanted, *, fresh: bool = False) -> None:
        """Look at the sheets again with other choices; ``fresh``: how columns are recognised is told anew."""
        one = self.file
        if one is None or one.workbook is None:
            return
        try:
            with self.desk.context.read() as view:
                sheets = self.look.sheets(view, one.workbook, wanted)
        except MentordeskError as error:
            self.refused.emit(tr("This cannot be chosen"), error_text(error))
            return
        one.wanted, one.sheets, one.book = wanted, sheets, None
        for sheet in sheets:
            if fresh or sheet.name not in wanted.mappings:
                one.hows |= {(sheet.name, column.number): column.how for column in sheet.columns}
        self.files_changed.emit()

    def forget_rows(self) -> None:
        one = self.file
        if one is not None and one.planned_for != self.chosen:
            one.book = None

    # the rows -------------------------------------------------------------------------------------------------
    def make_plan(self) -> None:
        """Read every row and compare it with what is known; decisions made before are worked in again."""
        one = self.file
        if one is None or one.workbook is None:
            return
        wanted = replace(one.wanted, sheets=tuple(sheet.name for sheet in one.used))
        one.planned_for = self.chosen
        self._start(
            tr("Comparing {file} with what is known", file=one.name),
            partial(self._plan, one.workbook, self.target, wanted, dict(one.decisions)),
            self._on_planned,
        )

    @collector_at_rest()
    def _plan(self, workbook: Any, target: Any, wanted: Wanted, decisions: Step, token: Token) -> RowBook:
        with self.desk.context.read() as view:
            made = self.look.plan(view, workbook, target, wanted, token)
            book = self.look.book(made, token)
            known = {key: decision for key, decision in decisions.items() if book.number(key) >= 0}
            if known:
                book.put(self.look.apply(view, book.plan, book.given, known), known)
        # What is shown first is made here, so that the window need not stop for it.
        for number in (*range(min(len(book), _SHOWN_FIRST)), *book.numbers(PROBLEMS)[:_SHOWN_FIRST]):
            for column in self.look.columns:
                self.look.cell_words(column, book[number].fields)
        return book

    def _on_planned(self, book: RowBook) -> None:
        if self.file is not None:
            self.file.book = book
            self.file.decisions = book.decisions
            self.planned.emit()

    # decisions ------------------------------------------------------------------------------------------------
    def decision(self, key: RowKey) -> Decision:
        """What was decided about a row, the newest included that is still being worked in."""
        decided = self.file.decisions.get(key) if self.file is not None else None
        return self._waiting.get(key) or self._deciding.get(key) or decided or _NONE

    def _said_before(self, fresh: Step) -> Step:
        """What was decided about these rows until now; of 100,000 without asking one by one where nothing waits."""
        decided = self.file.decisions if self.file is not None else {}
        if self.deciding:
            return {key: self.decision(key) for key in fresh}
        return {key: decided.get(key, _NONE) for key in fresh}

    def decide(self, fresh: Mapping[RowKey, Decision]) -> None:
        """Keep decisions about rows, as one step that can be taken back, and show what becomes of the rows."""
        one = self.file
        if one is None or one.book is None or not fresh:
            return
        one.done.append(self._said_before(fresh))
        one.undone.clear()
        self._work_in(fresh)

    def take_back_decision(self, *, again: bool = False) -> bool:
        """Take the last decision back (or take it ``again``); False when there is none."""
        one = self.file
        if one is None or one.book is None:
            return False
        source, target = (one.undone, one.done) if again else (one.done, one.undone)
        if not source:
            return False
        step = source.pop()
        target.append(self._said_before(step))
        self._work_in(step)
        return True

    def _work_in(self, fresh: Step) -> None:
        self._waiting.update(fresh)
        self._work_on()

    def _work_on(self) -> None:
        """Work in what waits, one lot after the other, so that quick keys are never lost."""
        book = self.book
        if self._deciding or not self._waiting or book is None:
            return
        self._deciding, self._waiting = self._waiting, {}
        self.desk.jobs.start(
            tr("Looking at the row again"),
            partial(self._apply, book, self._deciding),
            done=self._on_applied,
            failed=self._on_not_applied,
            cancelled=self._on_not_applied,
            shown=False,
        )

    def _apply(self, book: RowBook, fresh: Step, _token: Token) -> tuple[RowBook, Prepared]:
        quiet = collector_at_rest() if len(fresh) > _MANY else nullcontext()
        with quiet, self.desk.context.read() as view:
            return book, book.prepare(self.look.apply(view, book.plan, book.given, fresh), fresh)

    def _on_applied(self, made: tuple[RowBook, Prepared]) -> None:
        book, prepared = made
        self._deciding = {}
        touched = book.take(prepared)
        if book is self.book:
            self.decided.emit(touched)
        self._work_on()

    def _on_not_applied(self, error: BaseException | None = None) -> None:
        self._deciding, self._waiting = {}, {}
        if error is not None:
            self.refused.emit(tr("This was not decided"), error_text(error))
            if not isinstance(error, MentordeskError):
                raise error

    # taking in ------------------------------------------------------------------------------------------------
    def take_in(self) -> None:
        """Write the rows in one unit, after a backup."""
        one = self.file
        if one is None or one.book is None or self.deciding:
            return
        self._start(
            tr("Taking in {file}", file=one.name),
            partial(self._take, one.book.given, one.book.left_out, dict(one.named), one.name),
            self._on_taken,
            writes=True,
        )

    def _take(self, given: Any, left_out: frozenset[RowKey], named: Mapping[str, str], name: str, token: Token) -> Any:
        context = self.desk.context
        self.backed_up = imports.back_up_before(context)
        with context.write(N_("Take in “{file}”"), file=name) as work:
            return self.look.take_in(work, given, left_out, named, token)

    def _on_taken(self, result: Any) -> None:
        one = self.file
        if one is not None:
            one.result, one.state, one.text, one.undone_result = result, "taken", result.batch, None
        self.desk.kept.emit()
        self.taken.emit(result)

    def forget_result(self, one: OneFile) -> None:
        """The import was taken back; the file can be taken in again with the same decisions."""
        one.undone_result = (one.result, one.book)
        one.result, one.state, one.text, one.book = None, "read", "", None
        self.files_changed.emit()

    def have_result_again(self, one: OneFile) -> None:
        """What was taken back was done again: the file is taken in as it was."""
        if one.undone_result is not None:
            (one.result, one.book), one.undone_result = one.undone_result, None
            one.state, one.text = "taken", one.result.batch
            self.files_changed.emit()


def _what_to_do(one: OneFile) -> str:
    """What helps where no list was found: there may be nothing at all."""
    if any(sheet.first_rows for sheet in one.sheets):
        return tr("Choose the sheet and click the row in which the headings stand.")
    return tr("Nothing stands in it. Choose another file, or ask the sender for it again.")
