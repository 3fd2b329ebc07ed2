"""One walk through the assistant: files, what was chosen, the plan, decisions; long work as jobs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.errors import MentordeskError
from app.core.i18n import N_, tr
from app.core.progress import Token
from app.services import import_decisions, import_rows, imports
from app.services.import_rows import PlanRow, SheetRow, Wanted
from app.services.imports import Decision, RowKey
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.messages import error_text


@dataclass
class OneFile:
    """A file of the queue: ``state`` is waiting, read, refused or taken; ``text`` says what became of it."""

    path: Path
    state: str = "waiting"
    text: str = ""
    workbook: Any = None
    sheets: tuple[SheetRow, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan as it was made, as it was decided, and its rows as shown."""

    original: Any
    given: Any
    rows: tuple[PlanRow, ...]


class ImportSession(QObject):
    """``files_changed()`` queue or sheets; ``planned()`` new rows; ``decided()`` rows changed; ``taken(result)``.

    ``refused(title, text)`` says in one sentence why something did not go; ``working(words)`` while a job runs, empty
    when it ended.
    """

    files_changed = Signal()
    planned = Signal()
    decided = Signal()
    taken = Signal(object)
    refused = Signal(str, str)
    working = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.files: list[OneFile] = []
        self.at = -1
        self.programme_id = ""
        self.activity_id = ""
        self.country = ""
        self.decisions: dict[RowKey, Decision] = {}
        self.plan: Planned | None = None
        self.result: Any = None
        self.backed_up = False
        self._job: Job | None = None
        self._then: Callable[[Any], object] | None = None

    # the queue ------------------------------------------------------------------------------------------------
    @property
    def file(self) -> OneFile | None:
        """The file that is worked on."""
        return self.files[self.at] if 0 <= self.at < len(self.files) else None

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self._job is not None

    def restart(self) -> None:
        """Forget everything, for another import."""
        self.cancel()
        self.files.clear()
        self.at = -1
        self._forget_plan()
        self.files_changed.emit()

    def add(self, paths: Sequence[Path]) -> None:
        """Put files at the end of the queue and read the first that waits."""
        known = {one.path for one in self.files if one.state in ("waiting", "read")}
        self.files += [OneFile(path) for path in paths if path not in known]
        self.files_changed.emit()
        if self.file is None or self.file.state in ("refused", "taken") or self._nothing_found():
            self.next_file()

    def _nothing_found(self) -> bool:
        """Whether no list of people was found in the file that is open, so that a better one is welcome at once."""
        one = self.file
        return one is not None and one.state == "read" and not any(sheet.used for sheet in one.sheets)

    def remove(self, number: int) -> None:
        """Take a file out of the queue."""
        if 0 <= number < len(self.files) and not self.busy:
            current = self.file
            gone = self.files.pop(number)
            if gone is current:
                self.at = -1
                self._forget_plan()
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
        if found < 0:
            self.files_changed.emit()
            return False
        self.at = found
        self._forget_plan()
        one = self.files[found]
        self._start(tr("Reading {file}", file=one.path.name), partial(self._read, one.path), self._on_read)
        return True

    def _read(self, path: Path, token: Token) -> tuple[Any, tuple[SheetRow, ...]]:
        workbook = imports.read_file(path, token)
        with self.desk.context.read() as view:
            return workbook, import_rows.sheets(view, workbook)

    def _on_read(self, found: tuple[Any, tuple[SheetRow, ...]]) -> None:
        one = self.file
        if one is None:
            return
        one.workbook, one.sheets = found
        one.state = "read"
        if not any(sheet.used for sheet in one.sheets):
            self.refused.emit(
                tr("No list of people was found in {file}", file=one.path.name),
                tr("Choose the sheet and click the row in which the headings stand."),
            )
        self.files_changed.emit()

    # what is chosen -------------------------------------------------------------------------------------------
    def choose(self, wanted: Wanted) -> None:
        """Look at the sheets again with other choices."""
        one = self.file
        if one is None or one.workbook is None:
            return
        one.wanted = wanted
        self._forget_plan()
        try:
            with self.desk.context.read() as view:
                one.sheets = import_rows.sheets(view, one.workbook, wanted)
        except MentordeskError as error:
            self.refused.emit(tr("This cannot be chosen"), error_text(error))
        self.files_changed.emit()

    def set_target(self, programme_id: str, activity_id: str, country: str) -> None:
        """Where the people go."""
        if (programme_id, activity_id, country) != (self.programme_id, self.activity_id, self.country):
            self.programme_id, self.activity_id, self.country = programme_id, activity_id, country
            self._forget_plan()

    def _forget_plan(self) -> None:
        self.plan = None
        self.result = None
        self.decisions = {}

    # the rows -------------------------------------------------------------------------------------------------
    def make_plan(self) -> None:
        """Read every row and compare it with the people known."""
        one = self.file
        if one is None or one.workbook is None:
            return
        target = import_rows.target(self.programme_id, self.activity_id, self.country)
        used = tuple(sheet.name for sheet in one.sheets if sheet.used)
        wanted = replace(one.wanted, sheets=used)
        self._start(
            tr("Comparing {file} with the people known", file=one.path.name),
            partial(self._plan, one.workbook, target, wanted),
            self._on_planned,
        )

    def _plan(self, workbook: Any, target: Any, wanted: Wanted, token: Token) -> Planned:
        with self.desk.context.read() as view:
            made = imports.plan(view, workbook, target, wanted.choices(), token)
        return Planned(made, made, import_rows.rows(made))

    def _on_planned(self, made: Planned) -> None:
        self.plan = made
        self.decisions = {}
        self.planned.emit()

    def decide(self, key: RowKey, decision: Decision) -> None:
        """Keep a decision about a row and show what becomes of it."""
        self.decide_all({key: decision})

    def decide_all(self, fresh: Mapping[RowKey, Decision]) -> None:
        """Keep decisions about several rows at once."""
        if self.plan is None:
            return
        self.decisions.update(fresh)
        self._start(tr("Looking at the row again"), partial(self._apply, self.plan, dict(fresh)), self._on_applied, "")

    def _apply(self, plan: Planned, fresh: Mapping[RowKey, Decision], _token: Token) -> Planned:
        with self.desk.context.read() as view:
            given = import_decisions.apply(view, plan.original, plan.given, fresh)
        return Planned(plan.original, given, import_rows.rows(given, self.left_out()))

    def _on_applied(self, made: Planned) -> None:
        self.plan = made
        self.decided.emit()

    def left_out(self) -> frozenset[RowKey]:
        """The rows that the user leaves out."""
        return frozenset(key for key, decision in self.decisions.items() if decision.leave_out)

    # taking in ------------------------------------------------------------------------------------------------
    def take_in(self) -> None:
        """Write the rows in one unit, after a backup."""
        one = self.file
        if self.plan is None or one is None:
            return
        self._start(
            tr("Taking in {file}", file=one.path.name),
            partial(self._take, self.plan.given, self.left_out(), one.path.name),
            self._on_taken,
            writes=True,
        )

    def _take(self, given: Any, left_out: frozenset[RowKey], name: str, token: Token) -> Any:
        context = self.desk.context
        self.backed_up = imports.back_up_before(context)
        with context.write(N_("Take in “{file}”"), file=name) as work:
            return import_decisions.take_in(work, given, left_out, token)

    def _on_taken(self, result: Any) -> None:
        self.result = result
        one = self.file
        if one is not None:
            one.state = "taken"
            one.text = result.batch
        self.desk.kept.emit()
        self.taken.emit(result)

    # jobs -----------------------------------------------------------------------------------------------------
    def cancel(self) -> None:
        """Stop what is being done; nothing is changed then."""
        if self._job is not None:
            self._job.cancel()

    def _start(self, title: str, work: Any, done: Any, words: str | None = None, *, writes: bool = False) -> None:
        self._then = done
        job = self.desk.jobs.start(
            title,
            work,
            writes=writes,
            done=self._on_done,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
            shown=words is None,
        )
        self._job = job
        self.working.emit(title if words is None else words)

    def _on_done(self, result: Any) -> None:
        """The job is over before anybody hears of its result, so that the next step may begin at once."""
        then, self._then = self._then, None
        self._over()
        if then is not None:
            then(result)

    def _over(self) -> None:
        self._job = None
        self.working.emit("")

    def _on_failed(self, error: BaseException) -> None:
        self._over()
        one = self.file
        name = one.path.name if one is not None else ""
        if one is not None and one.workbook is None:
            one.state = "refused"
            one.text = error_text(error)
            self.files_changed.emit()
        self.refused.emit(tr("{file} was not taken in", file=name), error_text(error))
        if not isinstance(error, MentordeskError):
            raise error

    def _on_cancelled(self) -> None:
        self._over()
        one = self.file
        if one is not None and one.workbook is None:
            one.state = "refused"
            one.text = tr("Reading was stopped.")
            self.files_changed.emit()
        self.refused.emit(tr("Stopped"), tr("Nothing was changed."))
