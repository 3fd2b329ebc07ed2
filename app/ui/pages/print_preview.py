"""The print page: thumbnails, the real page, options beside it, and the ways out."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.core.changes import ChangeSet
from app.core.errors import MentordeskError
from app.core.i18n import tr, trn
from app.core.progress import Token
from app.services import exports, pdf_pages, printing
from app.services.printing import Paper, PaperOptions, Printed
from app.ui import formats
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.messages import error_text
from app.ui.page import Page, Place
from app.ui.pages.print_preview_options import PROGRAMME_PAPERS, OptionsPanel, paper_key, paper_words
from app.ui.pages.print_preview_out import Finished, Outlet
from app.ui.pages.print_preview_pages import PageView
from app.ui.pages.print_preview_thumbs import Thumbs
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
    "certificate",
    "programme",
    "organisation",
    "attendance_mark",
    "agenda_version",
    "expenditure",
    "budget_line",
)


class PrintPage(Page):
    """``Place("print", id, paper)``: the id of an activity (of a programme for reports on money), and the paper.

    ``Place.chosen``: only these certificates, or letters and badges for these people.
    """

    section = "print"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.finished: Finished | None = None
        self._job: Job | None = None
        self._pages = 0
        self._arrived = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(40)
        self._wait.timeout.connect(self._make)
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
        self.larger = button(tr("Larger"), "boxed", icon_name="zoom-in", name="print.zoom.in")
        for part in (self.previous, self.counter, self.following, self.smaller, self.fit, self.larger):
            self.head.add_action(part)
        return self.head

    def _make_side(self) -> QWidget:
        panel = Panel(space=0)
        panel.setFixedWidth(theme().px(316))
        self._side = panel
        self.options = OptionsPanel(self.desk)
        scroll = Scroll(space=0, margins=(5, 4, 5, 4))
        scroll.body.addWidget(self.options)
        panel.body.addWidget(scroll, 1)
        panel.body.addWidget(hairline())
        foot = column(space=2, margins=(5, 3, 5, 4))
        self.save = button(
            tr("Save PDF …"), "primary", icon_name="save", name="print.save", clicked=partial(self._out, "save")
        )
        foot.addWidget(self.save)
        pair = row(space=2)
        self.printer = button(
            tr("Print …"), icon_name="printer", name="print.print", clicked=partial(self._out, "send")
        )
        self.mail = button(tr("E-mail draft"), icon_name="mail", name="print.mail", clicked=partial(self._out, "mail"))
        pair.addWidget(self.printer, 1)
        pair.addWidget(self.mail, 1)
        foot.addLayout(pair)
        self.each = self._link(tr("One file for each person …"), "print.save.each", self._on_each)
        self.workbook = self._link(tr("Save as Excel …"), "print.save.workbook", self._on_workbook)
        self.calendar = self._link(tr("Save for a calendar …"), "print.save.calendar", self._on_calendar)
        for made in (self.each, self.workbook, self.calendar):
            foot.addWidget(made)
        panel.body.addLayout(foot)
        return panel

    def _link(self, words: str, name: str, clicked: Callable[[], object]) -> QPushButton:
        return button(words, "link", name=name, clicked=clicked)

    def _connect(self) -> None:
        self.options.chosen.connect(self.make)
        self.options.moved.connect(self.desk.go)
        self.thumbs.chosen.connect(self.view.go_to)
        self.view.page_changed.connect(self._on_page)
        self.view.zoomed.connect(self._tell)
        self.previous.clicked.connect(self._on_previous)
        self.following.clicked.connect(self._on_following)
        self.smaller.clicked.connect(self.view.smaller)
        self.larger.clicked.connect(self.view.larger)
        self.fit.clicked.connect(self.view.set_fit)
        theme().changed.connect(self._on_theme)

    # the page -------------------------------------------------------------------------------------------------
    def show_place(self, place: Place) -> None:
        self.options.narrow(place.chosen)
        self.options.fill(paper_key(place.tab), place.record_id)
        self._show_ways()
        self._arrived = True
        self.make()

    def title(self) -> str:
        return tr("Print: {paper}", paper=paper_words(self.options.key))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {}
        for action, key in (
            ("agenda", "agenda"),
            ("participants", "participants"),
            ("sign_in", "sign-in"),
            ("badges", "badges"),
            ("letters", "letters"),
            ("certificates", "certificates"),
            ("budget_report", "budget"),
            ("visit_report", "report"),
        ):
            found[f"action.print.{action}"] = partial(self._on_paper, key)
        return found

    def changes(self, change_set: ChangeSet) -> None:
        if self.isVisible() and change_set.touches(*_TOLD):
            self.options.fill(self.options.key, self.options.subject_id)
            self.make()

    def _on_paper(self, key: str) -> None:
        self.desk.go(Place("print", self.options.subject_id, key))

    # making ---------------------------------------------------------------------------------------------------
    def make(self) -> None:
        """Make the paper anew, a moment after the last choice."""
        self._wait.start()

    def _make(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._tell()
        if not self.options.subject_id:
            self._show_nothing(
                tr("Choose what to print for"), tr("Choose a visit, a training or a programme at the right.")
            )
            return
        facts = self.options.facts
        if self.options.key == "agenda" and facts is not None and not facts.sessions and not facts.versions:
            self._show_nothing(
                tr("This agenda has no items yet"), tr("Plan its days first; the paper is then shown here at once.")
            )
            return
        title = tr("Preparing {paper}", paper=paper_words(self.options.key))
        work = partial(
            self._build, self.options.key, self.options.subject_id, self._title_of_paper(), self.options.options()
        )
        self._job = self.desk.jobs.start(title, work, done=self._on_made, failed=self._on_failed, cancelled=_nothing)
        self._tell()

    def _build(self, key: str, ident: str, title: str, options: PaperOptions, token: Token) -> tuple[Finished, int]:
        with self.desk.context.read() as view:
            if key in PROGRAMME_PAPERS:
                content = exports.money_of(view, key, ident, options.language)
                printed = Printed(content, exports.money_name(view, key, ident, options.language))
            else:
                printed = printing.make(view, Paper(key), ident, options, token)
        token.step(1, 1)
        return Finished(key, ident, title, options, printed), len(pdf_pages.sizes(printed.content))

    def _on_made(self, found: tuple[Finished, int]) -> None:
        finished, pages = found
        if (finished.key, finished.subject_id) != (self.options.key, self.options.subject_id):
            return
        self._job = None
        self.finished, self._pages = finished, pages
        self.stack.setCurrentWidget(self.view)
        self.view.show_pdf(finished.printed.content)
        self.thumbs.show_pdf(finished.printed.content, pages)
        self._fold()
        self._tell()
        if self._arrived:
            self._arrived = False
            self.save.setFocus()  # Enter saves what one came for
        self.retitled.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, MentordeskError):
            raise error
        self._show_nothing(tr("This cannot be printed yet"), error_text(error))

    def _show_nothing(self, title: str, text: str) -> None:
        self.finished, self._pages = None, 0
        self.view.show_pdf(b"")
        self.thumbs.show_pdf(b"", 0)
        self.empty.set_texts(title, text)
        self.stack.setCurrentWidget(self.empty)
        self._fold()
        self._tell()

    # words ----------------------------------------------------------------------------------------------------
    def _subject_title(self) -> str:
        facts = self.options.facts
        return facts.subject.title if facts is not None else self.options.subject.combo.currentText().partition("  ")[2]

    def _title_of_paper(self) -> str:
        return " – ".join(part for part in (paper_words(self.options.key), self._subject_title()) if part)

    def _tell(self) -> None:
        facts = self.options.facts
        self.head.set_title(tr("Print: {paper}", paper=paper_words(self.options.key)))
        parts = [self._subject_title()]
        if facts is not None:
            parts.append(formats.days(facts.subject.start.exact, facts.subject.end.exact))
        if self._pages:
            parts.append(trn("{n} page", "{n} pages", self._pages))
        if self._job is not None:
            parts.append(tr("being prepared …"))
        self.head.set_facts(parts)
        draft = self.options.draft_number()
        self.head.set_chips([State(tr("Not issued yet: {number}", number=draft), "warning", "dot")] if draft else [])
        there = self.finished is not None
        for made in (self.save, self.printer, self.mail, self.each, self.workbook, self.calendar):
            made.setEnabled(there)
        page = self.view.page()
        self.counter.setText(tr("Page {n} of {all}", n=page, all=self._pages) if page else tr("No pages"))
        self.previous.setEnabled(page > 1)
        self.following.setEnabled(0 < page < self._pages)
        self.fit.setText(tr("Fit width") if self.view.fit else formats.percent(self.view.zoom))
        self.fit.setToolTip(tr("As wide as there is room"))

    def _show_ways(self) -> None:
        self.each.setVisible(self.options.key == "certificates")
        self.workbook.setVisible(self.options.key == "participants")
        self.calendar.setVisible(self.options.key == "agenda")

    # slots ----------------------------------------------------------------------------------------------------
    def _on_page(self, page: int) -> None:
        self.thumbs.set_current(page)
        self._tell()

    def _on_previous(self) -> None:
        self.view.go_to(self.view.page() - 1)

    def _on_following(self) -> None:
        self.view.go_to(self.view.page() + 1)

    def _out(self, way: str) -> None:
        if self.finished is not None:
            getattr(self.outlet, way)(self.finished)

    def _on_each(self) -> None:
        if self.finished is not None:
            self.outlet.save_each(self.finished)

    def _on_workbook(self) -> None:
        if self.finished is not None:
            self.outlet.save_other(self.finished, ".xlsx", tr("Save as Excel"))

    def _on_calendar(self) -> None:
        if self.finished is not None:
            self.outlet.save_other(self.finished, ".ics", tr("Save for a calendar"))

    def _fold(self) -> None:
        """Thumbnails give way where there is little room, and where there is one page."""
        wide = not wants_drawer(self) and self._pages > 1
        self.thumbs.setVisible(wide)
        self._thumb_line.setVisible(wide)

    def _on_theme(self) -> None:
        self._side.setFixedWidth(theme().px(316))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()


def _nothing() -> None:
    """A paper that is made anew: the former making was stopped."""
