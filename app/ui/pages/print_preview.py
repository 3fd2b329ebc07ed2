"""The print page: thumbnails, the real page, options beside it, and the ways out."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.changes import ChangeSet
from app.core.errors import MentordeskError
from app.core.i18n import tr, trn
from app.core.progress import Token
from app.services import paper_warnings, pdf_pages, printing
from app.services.context import Context
from app.services.printing import Paper, PaperOptions
from app.ui import formats
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.messages import error_text
from app.ui.page import Page, Place
from app.ui.pages.print_preview_made import Finished
from app.ui.pages.print_preview_options import OptionsPanel, paper_of, paper_words
from app.ui.pages.print_preview_out import Outlet
from app.ui.pages.print_preview_pages import PageView
from app.ui.pages.print_preview_thumbs import Thumbs
from app.ui.pages.print_preview_ways import WaysPart
from app.ui.theme import theme
from app.ui.widgets.boxes import PageHead, Panel, Scroll, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import State
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.messages_view import EmptyState
from app.ui.widgets.overlay import wants_drawer

#: What a paper is made of; any change of these makes it anew.
_TOLD = (
    "activity",
    "session",
    "participation",
    "person",
    "person_name_form",
    "certificate",
    "programme",
    "organisation",
    "attendance_mark",
    "agenda_version",
    "expenditure",
    "budget_line",
    "paper_look",
    "paper_template",
    "signatory",
)

#: Width of the options.
_SIDE = 328
_KEYPAD = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class PrintPage(Page):
    """``Place("print", id, paper)``: the id of an activity (of a programme for reports on money), and the paper.

    ``Place.chosen``: only these certificates, or letters and badges for these people.
    """

    section = "print"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.finished: Finished | None = None
        self._job: Job | None = None
        self._pending: Callable[[], object] | None = None
        self._arrived = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(40)
        self._wait.timeout.connect(self._make)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(400)
        self._slow.timeout.connect(self._on_slow)
        self.outlet = Outlet(desk, self)
        body = column(self, space=0)
        body.addWidget(self._make_head())
        body.addWidget(hairline())
        line = row(space=0)
        self.thumbs = Thumbs(desk)
        self._thumb_line = hairline(vertical=True)
        self.view = PageView(desk)
        self.empty = EmptyState("printer", tr("Nothing to print yet"), name="print.empty")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        line.addWidget(self.thumbs)
        line.addWidget(self._thumb_line)
        line.addWidget(self.stack, 1)
        line.addWidget(hairline(vertical=True))
        line.addWidget(self._make_side())
        body.addLayout(line, 1)
        self._connect()

    def _make_head(self) -> QWidget:
        self.head = PageHead("print")
        self.previous = button(tr("Page before"), "boxed", icon_name="arrow-left", name="print.page.previous")
        self.counter = label("", "second_strong", name="print.page.counter")
        self.following = button(tr("Next page"), "boxed", icon_name="arrow-right", name="print.page.next")
        self.smaller = button(tr("Smaller"), "boxed", icon_name="zoom-out", name="print.zoom.out")
        self.fit = button(tr("Fit width"), "quiet", small=True, name="print.zoom.fit")
        self.whole = button(tr("Whole page"), "boxed", icon_name="file", name="print.zoom.page")
        self.larger = button(tr("Larger"), "boxed", icon_name="zoom-in", name="print.zoom.in")
        for part in (self.previous, self.counter, self.following, self.smaller, self.fit, self.larger, self.whole):
            self.head.add_action(part)
        return self.head

    def _make_side(self) -> QWidget:
        panel = Panel(space=0)
        panel.setFixedWidth(theme().px(_SIDE))
        self._side = panel
        self.options = OptionsPanel(self.desk)
        scroll = Scroll(space=0, margins=(5, 4, 5, 4))
        scroll.body.addWidget(self.options)
        panel.body.addWidget(scroll, 1)
        panel.body.addWidget(hairline())
        self.ways = WaysPart(self.outlet.batch)
        self.save, self.mail, self.each, self.forms = (
            self.ways.save,
            self.ways.mail,
            self.ways.each,
            self.ways.forms,
        )
        panel.body.addWidget(self.ways)
        return panel

    def _connect(self) -> None:
        self.options.chosen.connect(self.make)
        self.options.moved.connect(self.desk.go)
        self.options.certificates.issued.connect(self._on_issued)
        self.ways.wanted.connect(self._on_way)
        self.thumbs.chosen.connect(self.view.go_to)
        self.view.page_changed.connect(self._on_page)
        self.view.zoomed.connect(self._tell)
        self.previous.clicked.connect(self._on_previous)
        self.following.clicked.connect(self._on_following)
        self.smaller.clicked.connect(self.view.smaller)
        self.larger.clicked.connect(self.view.larger)
        self.fit.clicked.connect(self._on_fit)
        self.whole.clicked.connect(self._on_whole)
        theme().changed.connect(self._on_theme)

    # the page -------------------------------------------------------------------------------------------------
    def show_place(self, place: Place) -> None:
        options, before = self.options, (self.options.key, self.options.subject_id)
        options.narrow(place.chosen)
        options.fill(paper_of(place.tab), place.record_id)
        self.ways.show_kind(options.paper_kind)
        if (options.key, options.subject_id) != before:
            options.warnings.show_warnings(())  # those of the paper before are none of this one
        # Who chooses another paper here goes on choosing; only who comes from elsewhere is led to the way out.
        self._arrived = not self.isVisible()
        self.make()

    def title(self) -> str:
        return tr("Print: {paper}", paper=paper_words(self.options.key))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {
            f"action.print.{paper.value.replace('-', '_')}": partial(self._on_paper, paper) for paper in printing.PAPERS
        }
        found["action.print.budget_report"] = partial(self._on_paper, Paper.BUDGET)
        if Paper.VISIT_REPORT not in printing.PAPERS:
            found["action.print.visit_report"] = partial(self._on_paper, Paper.PROGRAMME_REPORT)
        return found

    def changes(self, change_set: ChangeSet) -> None:
        if self.isVisible() and change_set.touches(*_TOLD):
            self.options.fill(self.options.key, self.options.subject_id)
            self.make()

    def _on_paper(self, paper: Paper) -> None:
        self.desk.go(Place("print", self.options.subject_id, paper.value))
        self._arrived = True  # from the menu: Enter is to save what was asked for

    # making ---------------------------------------------------------------------------------------------------
    def make(self) -> None:
        """Make the paper anew, a moment after the last choice."""
        self._wait.start()

    def _make(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not self.desk.is_open:
            return  # the file was closed in the moment after the last choice
        lack = self._lack()
        if lack:
            self._show_nothing(*lack)
            self._lead_to(self.options.subject.combo)  # where something else can be chosen
            return
        options = self.options
        title = tr("Preparing {paper}", paper=paper_words(options.key))
        work = partial(_build, self.desk.context, options.key, options.subject_id, options.options())
        self._job = self.desk.jobs.start(
            title, work, done=self._on_made, failed=self._on_failed, cancelled=self._on_cancelled
        )
        self._slow.start()
        self._tell()

    def _lack(self) -> tuple[str, str] | None:
        """Why nothing can be shown yet, and what to do; None when it can be made."""
        options, facts = self.options, self.options.facts
        if not options.subject_id:
            return tr("Choose what to print for"), tr("Choose a visit, a training or a programme at the right.")
        if options.key is Paper.AGENDA and facts is not None and not facts.sessions and not facts.versions:
            return tr("This agenda has no items yet"), tr("Plan its days first; the paper is then shown here at once.")
        if options.lack():
            return tr("Nothing is chosen"), options.lack()
        return None

    def _on_made(self, finished: Finished) -> None:
        options = self.options
        if (finished.paper, finished.subject_id, finished.options) != (
            options.key,
            options.subject_id,
            options.options(),
        ):
            return
        self._job = None
        self.finished = finished
        self.stack.setCurrentWidget(self.view)
        self.view.show_pdf(finished.printed.content, finished.sizes)
        self.thumbs.show_pdf(finished.printed.content, finished.sizes)
        self.options.warnings.show_warnings(finished.warnings)
        self._fold()
        self._tell()
        self._lead_to(self.save)  # Enter saves what one came for
        self.retitled.emit()
        deed, self._pending = self._pending, None
        if deed is not None:
            deed()

    def _on_issued(self) -> None:
        """What was issued with the keyboard is saved or printed next."""
        self._arrived = self.options.certificates.by_keys

    def _lead_to(self, part: QWidget) -> None:
        """Give the keyboard to what comes next, once after an arrival; never behind another page."""
        if self._arrived and self.isVisible():
            self._arrived = False
            part.setFocus()

    def _on_slow(self) -> None:
        """The paper takes its time: what is shown meanwhile must not be another one."""
        shown, options = self.finished, self.options
        same = shown is not None and (shown.paper, shown.subject_id) == (options.key, options.subject_id)
        if self._job is None or same:
            return
        pending = self._pending
        self._show_nothing(
            tr("Being prepared …"), tr("A large paper takes a moment. Options can be changed meanwhile.")
        )
        self._pending = pending

    def _ended(self, outcome: str) -> bool:
        """Whether it is the present making that ended so, and not one that was stopped for another choice."""
        return self._job is not None and self._job.outcome == outcome

    def _on_failed(self, error: BaseException) -> None:
        if not self._ended("failed"):
            return
        self._job = None
        if not isinstance(error, MentordeskError):
            raise error
        self._show_nothing(tr("This cannot be printed yet"), error_text(error))

    def _on_cancelled(self) -> None:
        """Stopped for another choice, which is being made; or by somebody, who is told how to go on."""
        if not self._ended("cancelled"):
            return
        self._job = self._pending = None
        if self.finished is None:
            self._show_nothing(tr("Stopped"), tr("Change an option at the right to prepare the paper again."))
        self._tell()

    def _show_nothing(self, title: str, text: str) -> None:
        self.finished = self._pending = None
        self.view.show_pdf(b"")
        self.thumbs.show_pdf(b"")
        self.options.warnings.show_warnings(())
        self.empty.set_texts(title, text)
        self.stack.setCurrentWidget(self.empty)
        self._fold()
        self._tell()

    # words ----------------------------------------------------------------------------------------------------
    def _subject_title(self) -> str:
        facts = self.options.facts
        return facts.subject.title if facts is not None else self.options.subject.combo.currentText().partition("  ")[2]

    def _pages(self) -> int:
        return len(self.finished.sizes) if self.finished is not None else 0

    def _states(self) -> list[State]:
        draft = self.options.draft_number()
        found = [State(tr("Not issued yet: {number}", number=draft), "warning", "dot")] if draft else []
        if self.options.is_internal():
            found.append(State(tr("internal: not for distribution"), "danger", "lock"))
        return found

    def _tell(self) -> None:
        facts = self.options.facts
        self.head.set_title(tr("Print: {paper}", paper=paper_words(self.options.key)))
        parts = [self._subject_title()]
        if facts is not None:
            parts.append(formats.days(facts.subject.start.exact, facts.subject.end.exact))
        pages = self._pages()
        if pages:
            parts.append(trn("{n} page", "{n} pages", pages))
        if self._job is not None:
            parts.append(tr("being prepared …"))
        self.head.set_facts(parts)
        self.head.set_chips(self._states())
        there = self.finished is not None or self._job is not None
        self.ways.set_ready(there)
        page = self.view.page()
        self.counter.setText(tr("Page {n} of {all}", n=page, all=pages) if page else tr("No pages"))
        self.previous.setEnabled(page > 1)
        self.following.setEnabled(0 < page < pages)
        self.fit.setText(tr("Fit width") if self.view.fit else formats.percent(self.view.zoom))
        self.fit.setToolTip(tr("As wide as there is room"))

    # slots ----------------------------------------------------------------------------------------------------
    def _on_page(self, page: int) -> None:
        self.thumbs.set_current(page)
        self._tell()

    def _on_previous(self) -> None:
        self.view.go_to(self.view.page() - 1)

    def _on_following(self) -> None:
        self.view.go_to(self.view.page() + 1)

    def _on_way(self, way: str) -> None:
        self._when_made(partial(self._out, way))

    def _when_made(self, deed: Callable[[], object]) -> None:
        """Do it with the paper as it is now chosen: at once, or when it is made."""
        if self._job is not None or self._wait.isActive():
            self._pending = deed
        elif self.finished is not None:
            deed()

    def _out(self, way: str) -> None:
        if self.finished is None:
            return
        if way.startswith("."):
            self.outlet.save_other(self.finished, way)
        else:
            getattr(self.outlet, way)(self.finished)

    def _on_fit(self) -> None:
        self.view.set_fit()

    def _on_whole(self) -> None:
        self.view.set_fit(whole=True)

    def event(self, event: QEvent) -> bool:
        """Ctrl with plus and minus belongs to the page that is shown, not to the size of the window's text."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _zooms(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.view.zoom_key(event):
            super().keyPressEvent(event)

    def _fold(self) -> None:
        """Thumbnails give way where there is little room, and where there is one page."""
        wide = not wants_drawer(self) and self._pages() > 1
        self.thumbs.setVisible(wide)
        self._thumb_line.setVisible(wide)

    def _on_theme(self) -> None:
        self._side.setFixedWidth(theme().px(_SIDE))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()


def _zooms(event: QKeyEvent) -> bool:
    keys = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_9)
    return event.key() in keys and event.modifiers() & ~_KEYPAD == Qt.KeyboardModifier.ControlModifier


def _build(context: Context, paper: Paper, subject_id: str, options: PaperOptions, token: Token) -> Finished:
    with context.read() as view:
        printed, warnings = paper_warnings.made(view, paper, subject_id, options, token)
    token.step(1, 1)
    return Finished(paper, subject_id, options, printed, pdf_pages.sizes(printed.content), warnings)
