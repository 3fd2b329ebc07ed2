"""The tab Attendance: marks of everybody, hours and shares, and the certificates that follow from them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QStackedWidget, QWidget

from app.core.i18n import N_, tr, trn
from app.core.progress import Token
from app.core.sentences import sentence
from app.core.vocabulary import Presence
from app.services import activities, attendance, exports, paper_warnings
from app.services.attendance import AttendanceGrid, CellState, Grain, Standing
from app.services.printing import PaperOptions
from app.ui.desk import Desk
from app.ui.editors.writing import write
from app.ui.icons import icon
from app.ui.page import Place
from app.ui.pages.import_start import start_import
from app.ui.pages.visit_attendance_grid import AttendanceView, Mark
from app.ui.pages.visit_attendance_paint import paint_mark
from app.ui.pages.visit_tab import VisitTab
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Switch, button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import ElidedLabel, hairline
from app.ui.widgets.messages_view import EmptyState, Way

#: Below this height of the tab, in pixels at 100 %, the marks are not explained at the foot.
_LOW = 300


class MarkWord(QWidget):
    """A mark with its word, for the legend."""

    def __init__(self, state: CellState, words: str) -> None:
        super().__init__()
        self._state, self._words = state, words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme().font("second")).horizontalAdvance(self._words)
        return QSize(wide + theme().px(34), theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        side = look.px(24)
        rect = QRect(0, 0, side, side)
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), look.px(4), look.px(4))
        painter.save()
        painter.setClipPath(path)
        paint_mark(painter, rect, self._state)
        painter.restore()
        painter.setPen(look.color("border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), look.px(4), look.px(4))
        painter.setPen(look.color("muted"))
        painter.setFont(look.font("second"))
        words = self.rect().adjusted(side + look.px(8), 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._words)
        painter.end()


class AttendanceTab(VisitTab):
    """Who was there."""

    kinds = ("attendance", "session", "participation", "person", "certificate", "activity")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "visit.attendance")
        self._grid: AttendanceGrid | None = None
        self._grain = Grain.HALF_DAY
        self.sheets_button = button(
            tr("Sign-in sheets"), icon_name="printer", name="visit.print.sign_in", clicked=self._on_sheets
        )
        self.import_button = button(
            tr("Import …"),
            icon_name="upload",
            name="visit.attendance.import",
            clicked=self._on_import,
            tip=tr("Import a list or a meeting log …"),
        )
        self.issue_button = button(
            tr("Issue certificates"), "primary", icon_name="award", name="visit.certificates.issue", clicked=self.issue
        )
        self.view = AttendanceView()
        self._build()
        self.view.mark_wanted.connect(self._on_mark)
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self._on_opened)
        self.view.menu_wanted.connect(self._on_menu)

    def _build(self) -> None:
        body = column(self, space=0)
        self._bar = row(space=2, margins=(6, 2, 6, 2))
        bar = row(space=2)
        self._bar.addLayout(bar)
        self.switch = Switch(
            [
                (str(Grain.SESSION), tr("Sessions")),
                (str(Grain.HALF_DAY), tr("Half-days")),
                (str(Grain.DAY), tr("Days")),
            ],
            current=str(Grain.HALF_DAY),
            name="visit.attendance.grain",
            title=tr("Columns"),
        )
        self.switch.chosen.connect(self._on_grain)
        bar.addWidget(self.switch)
        self.all_button = button(
            tr("Mark all present"), icon_name="check", name="visit.attendance.all", clicked=self.mark_all
        )
        bar.addWidget(self.all_button)
        bar.addWidget(self.import_button)
        self.back = button(tr("Earlier"), "boxed", icon_name="arrow-left", small=True, name="visit.attendance.earlier")
        self.on = button(tr("Later"), "boxed", icon_name="arrow-right", small=True, name="visit.attendance.later")
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_later)
        bar.addWidget(self.back)
        bar.addWidget(self.on)
        bar.addStretch(1)
        told = row(space=2)
        self._bar.addLayout(told)
        self._chips = [Chip(name=f"visit.attendance.{key}") for key in ("ready", "missing", "below", "issued")]
        for chip in self._chips:
            told.addWidget(chip)
        body.addLayout(self._bar)
        body.addWidget(hairline())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._nobody = EmptyState(
            "users",
            tr("Nobody to mark yet"),
            tr("Attendance needs participants, and sessions or dates. Add people first."),
            buttons=(button(tr("Add people"), name="visit.attendance.people", clicked=self._on_people),),
            name="visit.attendance.empty",
        )
        self._stack.addWidget(self._nobody)
        body.addWidget(self._stack, 1)
        self._foot = self._legend()
        body.addWidget(self._foot)

    def _legend(self) -> QWidget:
        made = QWidget()
        foot = row(made, space=4, margins=(6, 3, 6, 3))
        words = Flow(5, name="visit.attendance.legend")
        for state, said in (
            (CellState.PRESENT, tr("present")),
            (CellState.PART, tr("part of it, minutes inside")),
            (CellState.EXCUSED, tr("excused")),
            (CellState.ABSENT, tr("absent")),
            (CellState.MISSING, tr("not marked yet")),
        ):
            words.add(MarkWord(state, said))
        foot.addWidget(words, 1)
        self._keys = ElidedLabel(tr("Keys: P present, A absent, E excused, 0–9 minutes"), "second")
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight)
        foot.addWidget(self._keys)
        return made

    # reading --------------------------------------------------------------------------------------------------
    def clear(self) -> None:
        self._grid = None

    def read(self, view: Any, activity_id: str) -> AttendanceGrid:
        return attendance.grid(view, activity_id, self._grain)

    def show_data(self, data: AttendanceGrid) -> None:
        self._grid = data
        some = bool(data.rows and data.columns)
        self._stack.setCurrentWidget(self.view if some else self._nobody)
        self.view.show_grid(data)
        self._show_counts(data)
        self._on_chosen()
        self._show_arrows()
        self._wrap()
        self.all_button.setEnabled(some)

    def _show_counts(self, data: AttendanceGrid) -> None:
        ready, missing = data.count(Standing.READY), data.count(Standing.MISSING)
        below, issued = data.count(Standing.BELOW), data.count(Standing.ISSUED)
        told = (
            (ready, State(trn("{n} ready", "{n} ready", ready), "success")),
            (
                missing,
                State(
                    trn("{n} with marks missing", "{n} with marks missing", missing), "warning", "circle-question-mark"
                ),
            ),
            (
                below,
                State(trn("{n} below {share} %", "{n} below {share} %", below, share=data.threshold), "danger", "x"),
            ),
            (issued, State(trn("{n} issued", "{n} issued", issued), "info", "award")),
        )
        for chip, (number, state) in zip(self._chips, told, strict=True):
            chip.set_state(state)
            chip.setVisible(number > 0)
        words = trn("Issue {n} certificate", "Issue {n} certificates", ready) if ready else tr("Certificates")
        self.issue_button.setText(" " + words)
        self.issue_button.setAccessibleName(words)
        self.issue_button.setEnabled(ready > 0 or issued > 0)

    def _show_arrows(self) -> None:
        more = self.view.horizontalScrollBar().maximum() > 0
        self.back.setVisible(more)
        self.on.setVisible(more)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._show_arrows()
        self._wrap()
        # The people come first: on a low window the words of the marks stand in their tool tips only.
        self._foot.setVisible(self.height() > theme().px(_LOW))

    def _wrap(self) -> None:
        """The counts go below the buttons where both do not fit on one line."""
        self._bar.setDirection(QBoxLayout.Direction.LeftToRight)
        if self._bar.sizeHint().width() > self.width():
            self._bar.setDirection(QBoxLayout.Direction.TopToBottom)

    # marking --------------------------------------------------------------------------------------------------
    def _on_mark(self, mark: Mark) -> None:
        ident = self.activity_id

        def change(work: Any) -> None:
            for one in mark.columns:
                attendance.mark_column(work, ident, mark.person_ids, one, mark.presence, mark.minutes)

        write(self.desk, N_("Mark attendance"), change)

    def mark_all(self) -> None:
        """Everybody present where there is no mark yet, up to today."""
        ident = self.activity_id

        def change(work: Any) -> int:
            return attendance.mark_all_present(work, ident, date.today())

        write(self.desk, N_("Mark all present"), change, done=self._on_all)

    def _on_all(self, number: int) -> None:
        if number:
            way = Way(tr("Undo"), self._on_undo, "message.undo")
            self.desk.say(trn("{n} mark was made.", "{n} marks were made.", number), ways=(way,))
        else:
            self.desk.say(
                tr("Nothing to mark"), tr("All days up to today are marked; days to come are left open."), tone="info"
            )

    def _on_undo(self) -> None:
        self.desk.act("action.edit.undo")

    def _on_grain(self, key: str) -> None:
        self._grain = Grain(key)
        self.refresh()

    def _on_chosen(self) -> None:
        words = self.view.words()
        self._keys.setText(words or tr("Keys: P present, A absent, E excused, 0–9 minutes"))
        self._keys.updateGeometry()

    def _on_back(self) -> None:
        self.view.turn(-1)

    def _on_later(self) -> None:
        self.view.turn(1)

    def _on_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("visit.attendance.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon_name, words, run in (
            ("check", tr("Present"), self._on_present),
            ("x", tr("Absent"), self._on_absent),
            ("user-check", tr("Excused"), self._on_excused),
            ("circle-dashed", tr("Take the marks away"), self._on_unmarked),
        ):
            menu.addAction(icon(icon_name, "muted"), words).triggered.connect(run)
        menu.popup(point)

    def _on_present(self) -> None:
        self.view.mark(Presence.PRESENT)

    def _on_absent(self) -> None:
        self.view.mark(Presence.ABSENT)

    def _on_excused(self) -> None:
        self.view.mark(Presence.EXCUSED)

    def _on_unmarked(self) -> None:
        self.view.mark(None)

    # ways on --------------------------------------------------------------------------------------------------
    def issue(self) -> None:
        """Issue a certificate to everybody who is ready, beside the window; then lead to print."""
        grid = self._grid
        if grid is None or not grid.count(Standing.READY):
            self._on_print()
            return
        ident, context = self.activity_id, self.desk.context
        number = grid.count(Standing.READY)

        def make(token: Token) -> int:
            with context.write(N_("Issue certificates")) as work:
                return len(exports.issue_earned(work, ident, PaperOptions(), token=token))

        words = trn("Issuing {n} certificate", "Issuing {n} certificates", number)
        self.issue_button.setEnabled(False)
        self.desk.jobs.start(
            words,
            make,
            writes=True,
            done=self._on_issued,
            failed=self._on_not_issued,
            cancelled=self._on_issue_stopped,
        )

    def _on_issued(self, number: int) -> None:
        self.desk.kept.emit()
        ways = (
            Way(tr("Print"), self._on_print, "message.print"),
            Way(tr("Undo"), self._on_undo, "message.undo"),
        )
        with self.desk.context.read() as view:
            unsigned = paper_warnings.nobody_signs(view, self.activity_id)
        # What is issued stays as it is: what is wrong with it is told while one click still takes all of it back.
        self.desk.say(
            trn("{n} certificate is issued.", "{n} certificates are issued.", number),
            sentence("paper_no_signatory") if unsigned else "",
            tone="warning" if unsigned else "success",
            ways=ways,
        )

    def _on_issue_stopped(self) -> None:
        self.issue_button.setEnabled(True)
        self.desk.say(tr("Stopped. No certificate was issued, no number was used."), tone="warning")

    def _on_not_issued(self, error: BaseException) -> None:
        self.issue_button.setEnabled(True)
        self.desk.say_error(error)

    def _on_print(self) -> None:
        self.desk.go(Place("print", self.activity_id, "certificates"))

    def _on_sheets(self) -> None:
        self.desk.go(Place("print", self.activity_id, "sign-in"))

    def _on_import(self) -> None:
        start_import(self.desk, "import.attendance", self.activity_id)

    def _on_people(self) -> None:
        with self.desk.context.read() as view:
            section = "visits" if activities.row_of(view, self.activity_id).visit else "trainings"
        self.desk.go(Place(section, self.activity_id, "participants"))

    def _on_opened(self, person_id: str) -> None:
        self.desk.go(Place("people", person_id))

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "action.print.certificates": self._on_print,
            "action.print.sign_in": self._on_sheets,
            "action.import.attendance": self._on_import,
        }
