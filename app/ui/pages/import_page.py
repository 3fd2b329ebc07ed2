"""The import assistant: files, columns, every row as it will be, one step in and one click to take it back."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import tr, trn
from app.ui.desk import Desk
from app.ui.editors.links import section_of
from app.ui.page import Page, Place, PrimaryAction
from app.ui.pages.import_answer import SenderAnswer
from app.ui.pages.import_arrivals import Arrivals
from app.ui.pages.import_columns import ColumnsStep
from app.ui.pages.import_done import DoneStep
from app.ui.pages.import_files import FileStep
from app.ui.pages.import_foot import ImportFoot
from app.ui.pages.import_kind_chooser import KindWays
from app.ui.pages.import_kind_people import PEOPLE
from app.ui.pages.import_kinds import KindLook
from app.ui.pages.import_one_file import OneFile
from app.ui.pages.import_pasting import Pasting
from app.ui.pages.import_review import ReviewStep
from app.ui.pages.import_rows_step import RowsStep
from app.ui.pages.import_session import ImportSession
from app.ui.pages.import_start import CHOOSE
from app.ui.pages.import_steps import StepTrack
from app.ui.pages.import_taken import TakenWatch
from app.ui.widgets.boxes import PageHead, column, row
from app.ui.widgets.labels import hairline
from app.ui.widgets.messages_view import MessageStrip, Way

_STEPS = ("file", "columns", "rows", "take")


class ImportPage(Page):
    """The assistant. ``Place("import", activity_id)`` presets where the rows go."""

    section = "import"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.session = ImportSession(desk, self, self.make_look())
        self.step = "file"
        body = column(self, space=0)
        body.addWidget(self._make_head())
        self.strip = MessageStrip(closable=True, name="import.problem")
        self._strip_box = QWidget()
        inside = row(self._strip_box, margins=(6, 0, 6, 3))
        inside.addWidget(self.strip, 1)
        self.strip.closed.connect(self._strip_box.hide)
        self._strip_box.hide()
        body.addWidget(self._strip_box)
        body.addWidget(hairline())
        self.stack = QStackedWidget()
        self.file_step = FileStep(self.session)
        self.columns_step = ColumnsStep(self.session)
        self.rows_step = RowsStep(self.session)
        self.review_step = ReviewStep(self.session)
        self.done_step = self.make_done()
        for page in (self.file_step, self.columns_step, self.rows_step, self.review_step, self.done_step):
            self.stack.addWidget(page)
        body.addWidget(self.stack, 1)
        body.addWidget(hairline())
        self.foot = ImportFoot(self.session)
        body.addWidget(self.foot)
        self.cancel, self.back, self.next = self.foot.cancel, self.foot.back, self.foot.next
        self.foot_title, self.foot_text = self.foot.title, self.foot.text
        self.rows_step.tail = (self.foot.answer, self.cancel, self.back, self.next)
        self.answer = SenderAnswer(self.session, self)
        self.taken = TakenWatch(self.session, self)
        self._connect()
        self.arrivals = Arrivals(self)
        self.pasting = Pasting(self)
        self.kinds = KindWays(self)
        self.file_step.refresh()
        self._show_step("file")

    def make_look(self) -> KindLook:
        """What is particular about the kind of sheet that this page takes in."""
        return PEOPLE

    def make_done(self) -> Any:
        """The step that tells what was taken in."""
        return DoneStep(self.session)

    def _make_head(self) -> QWidget:
        self.head = PageHead("import")
        self.head.set_title(self.session.look.title())
        steps = (
            ("file", tr("File and sheet")),
            ("columns", tr("Columns")),
            ("rows", tr("Check rows")),
            ("take", tr("Take in")),
        )
        self.track = StepTrack(steps, "import.step")
        self.head.add_action(self.track)
        return self.head

    def _connect(self) -> None:
        session = self.session
        session.files_changed.connect(self._on_files)
        session.planned.connect(self._on_planned)
        session.taken.connect(self._on_taken)
        self.taken.gone.connect(self._on_taken_back)
        self.taken.again.connect(self._on_taken)
        session.refused.connect(self._on_refused)
        session.halted.connect(self._on_halted)
        session.working.connect(self._on_working)
        session.progressed.connect(self.foot.show_progress)
        self.cancel.clicked.connect(self._on_cancel)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.rows_step.counted.connect(self._tell)
        self.foot.answer.clicked.connect(self._on_answer)
        self.answer.told.connect(self.warn)
        if isinstance(self.done_step, DoneStep):
            self.done_step.save_report.told.connect(self.warn)
        self.track.chosen.connect(self._on_track)
        self.review_step.asked.accepted.connect(self._focus_next)
        self.file_step.target.chosen.connect(self._tell)
        onward = QShortcut(QKeySequence("Ctrl+Return"), self)
        onward.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        onward.activated.connect(self._on_onward)

    # the page -------------------------------------------------------------------------------------------------
    def show_place(self, place: Place) -> None:
        if self.step == "take" and self.session.result is not None:
            self._start_again()
        session, target = self.session, self.file_step.target
        # Files that come from now on belong there; what one is at, at a later step, stays where it goes.
        session.came_from = place.record_id
        target.refresh()
        if place.record_id and self.step == "file":
            target.preset("", place.record_id)
            if session.file is not None:
                session.file.aim = session.chosen
        elif not session.files and not session.by_hand:
            target.preset()
        self._tell()
        QTimer.singleShot(0, self, self._on_shown)

    def _on_shown(self) -> None:
        """The keyboard to what one does first, once the page is seen."""
        if self.isVisible() and self.step == "file" and self.session.file is None:
            self.file_step.drop.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self) -> str:
        return self.session.look.title()

    def primary_action(self) -> PrimaryAction | None:
        made = partial(self.desk.act, "action.person.new")
        return PrimaryAction(tr("New person"), made, "action.person.new.button", quiet=True)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"action.import.people": self.file_step.drop.choose.click}
        if self.step == "file" and self.session.file is None:
            found[CHOOSE] = self.file_step.drop.choose.click
        if self.step == "rows":
            found |= {
                "action.record.delete": self.rows_step.leave_out_chosen,
                "action.record.edit": self.rows_step.open_current,
                "action.edit.filter": self.rows_step.search,
                "action.edit.undo": self.rows_step.take_back,
                "action.edit.redo": self.rows_step.do_again,
            }
        return found

    def changes(self, change_set: ChangeSet) -> None:
        if change_set.touches("programme", "activity"):
            self.file_step.target.refresh()
        if change_set.touches("import_batch"):
            self.taken.look()

    def unfinished(self) -> str:
        return self.session.unfinished()

    # files that come --------------------------------------------------------------------------------------------
    def add_files(self, paths: Sequence[Path]) -> None:
        """Take files that were dropped anywhere, at any step; what one is at stays as it is."""
        self.arrivals.take(paths)

    def show_files(self) -> None:
        """Back to the step of the files."""
        self._strip_box.hide()
        self._show_step("file")

    # steps ----------------------------------------------------------------------------------------------------
    def _page_of(self, key: str) -> QWidget:
        if key == "take" and self.session.result is None and not self._taken_back:
            return self.review_step
        return (self.file_step, self.columns_step, self.rows_step, self.done_step)[_STEPS.index(key)]

    _taken_back = False
    #: The file that was met last: when another one has been read, the keyboard goes to the button that goes on.
    _met: OneFile | None = None

    def _show_step(self, key: str, *, taken_back: bool = False) -> None:
        self.step = key
        self._taken_back = taken_back
        page = self._page_of(key)
        if page is self.review_step:
            self.review_step.show_review(self.file_step.target.words())
        elif page is self.columns_step:
            self.columns_step.refresh()
        self.stack.setCurrentWidget(page)
        self.track.set_current(key, locked=key == "take" and page is self.done_step)
        self._tell()
        self.retitled.emit()
        if page is not self.rows_step:
            self._focus_next()

    def _focus_next(self) -> None:
        """The keyboard to the button that goes on, so that Space is enough where nothing has to be changed."""
        places = self.file_step.target.places
        asked = places.first if self.step == "file" and places.asks else None
        wanted = self.next if self.next.isEnabled() else asked
        if wanted is not None and self.isVisible() and not self.session.busy:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_track(self, key: str) -> None:
        if not self.session.busy:
            self._strip_box.hide()
            self._go(key)

    def _go(self, key: str) -> None:
        """To a step; rows that are not there any more (other columns were chosen) are read anew."""
        if key in ("rows", "take") and self.session.book is None:
            self.session.make_plan()
        else:
            self._show_step(key)

    def _on_onward(self) -> None:
        """Ctrl+Enter: the place at which the keyboard is counts as chosen, so that nothing is pressed in vain."""
        if self.step == "file" and self.file_step.target.places.asks:
            self.file_step.target.places.choose_focused()
        self.next.click()

    def _on_next(self) -> None:
        self._strip_box.hide()
        if self.step != "take":
            self._go(_STEPS[_STEPS.index(self.step) + 1])
        elif self.session.result is None and not self._taken_back:
            self.session.take_in()
        elif self.session.waiting():
            self._show_step("file")
            self.session.next_file()
        elif self.session.result is None:
            self._go("rows")
        else:
            self._start_again()

    def _on_back(self) -> None:
        self._strip_box.hide()
        if self.step != "file":
            self._go(_STEPS[_STEPS.index(self.step) - 1])

    def _on_cancel(self) -> None:
        if self.session.busy:
            self.session.cancel()
        else:
            self._start_again()
            self.desk.back()

    def _start_again(self) -> None:
        self._strip_box.hide()
        self.session.restart()
        self._show_step("file")

    def _on_taken_back(self) -> None:
        self.done_step.show_taken_back()
        self._show_step("take", taken_back=True)

    # what the session tells -----------------------------------------------------------------------------------
    def _on_files(self) -> None:
        if self.session.book is None and (self.step == "rows" or self.stack.currentWidget() is self.review_step):
            self._show_step("file" if self.session.file is None else "columns")
        self._tell()
        one = self.session.file
        fresh = one is not None and one.state == "read" and one is not self._met
        if fresh:
            self._met = one
        if self.step == "file" and (
            fresh or self.focusWidget() in (None, self.file_step.drop.choose, self.file_step.more.choose)
        ):
            self._focus_next()

    def _on_planned(self) -> None:
        self._show_step("rows")
        book = self.session.book
        before = book.plan.taken_before if book is not None else ""
        if before:
            self.warn(
                tr("This file was taken in before, as {batch}", batch=before),
                tr("Rows that change nothing are told as the same."),
                "info",
            )

    def _on_taken(self, _result: object) -> None:
        self._show_step("take")
        self.done_step.show_result(self._ways())
        self._tell()

    def _ways(self) -> tuple[Way, ...]:
        ways = [Way(tr("Take back"), self.taken.take_back, "import.take_back")]
        if self.session.activity_id:
            ways.append(Way(tr("Open the participants"), self._on_open_activity, "import.open.activity"))
        if isinstance(self.done_step, DoneStep):
            ways.append(Way(tr("Save the report as Excel …"), self.done_step.save_report.start, "import.report.save"))
        ways.append(Way(tr("Open the list of people"), self._on_open_people, "import.open.people"))
        return tuple(ways)

    def _on_refused(self, title: str, text: str) -> None:
        one = self.session.file
        if self.step != "file" or one is None or one.state != "refused":
            # A file that was refused says so where its sheets would be.
            self.warn(title, text, "danger")
        self._tell()

    def _on_halted(self) -> None:
        self.warn(tr("Stopped"), tr("Nothing was changed."), "info")

    def warn(self, title: str, text: str, tone: str, ways: Sequence[Way] = ()) -> None:
        """Say something above the steps."""
        self.strip.show_message(title, text, tone=tone, ways=ways)
        self._strip_box.show()

    def _on_working(self, words: str) -> None:
        self.foot.show_work(words)
        if words:
            self._strip_box.hide()
        if not self.session.busy:
            self._tell()

    def _on_answer(self) -> None:
        self._strip_box.hide()
        self.answer.start()

    def _on_open_people(self) -> None:
        self.desk.go(Place("people"))

    def _on_open_activity(self) -> None:
        section = section_of(self.desk, self.session.activity_id)
        self.desk.go(Place(section, self.session.activity_id, "participants"))

    # words ----------------------------------------------------------------------------------------------------
    def _tell(self) -> None:
        session = self.session
        self.head.set_facts(_facts(session, self.file_step.target.words()))
        if session.busy:
            return
        ended = self.stack.currentWidget() is self.done_step
        self.back.setVisible(self.step != "file" and not ended)
        self.cancel.setVisible(not ended)
        self.foot.answer.setVisible(self.step in ("rows", "take") and session.book is not None)
        shown = self.stack.currentWidget()
        if shown is self.file_step:
            self.foot.tell_file()
        elif shown is self.columns_step:
            self.foot.tell_columns(self.columns_step.ready())
        elif shown is self.done_step:
            self.foot.tell_done()
        else:
            self.foot.tell_rows(last=shown is self.review_step)


def _facts(session: ImportSession, where: str) -> list[str]:
    """What stands below the title: the file, what is used of it, where it goes."""
    one = session.file
    if one is None:
        return [tr("Several files one after the other, each taken in whole and taken back by one step")]
    facts = [one.name, *_sheet_facts(one), where]
    if len(session.files) > 1:
        facts.insert(1, tr("file {n} of {all}", n=session.at + 1, all=len(session.files)))
    return facts


def _sheet_facts(one: OneFile) -> list[str]:
    """What is used of a file: the sheet and its headings, or how many sheets."""
    used = one.used
    if len(used) == 1:
        name = used[0].name or one.name
        if used[0].without_headings or not used[0].heading_row:
            return [tr("sheet “{sheet}”, without headings", sheet=name)]
        return [tr("sheet “{sheet}”, headings in row {row}", sheet=name, row=used[0].heading_row)]
    return [trn("{n} sheet", "{n} sheets", len(used))] if used else []
