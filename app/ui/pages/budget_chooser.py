"""With all programmes chosen: each budget as a card with its sums, and the way into it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr, trn
from app.services import budget_figures, programmes
from app.services.budget_figures import BudgetState, BudgetTable
from app.services.programmes import ProgrammeRow
from app.ui import formats
from app.ui.desk import Desk
from app.ui.page import NEW, Place
from app.ui.pages.budget_strip import budget_state, whole
from app.ui.theme import is_style_change, theme
from app.ui.widgets.boxes import Card, Scroll, clear_layout, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import ElidedLabel, label
from app.ui.widgets.messages_view import EmptyState


class UsedBar(QWidget):
    """What is paid and ordered of what was planned."""

    def __init__(self, table: BudgetTable) -> None:
        super().__init__()
        total = table.total
        whole_sum = max(total.planned, total.committed, 1)
        self._shares = (total.actual / whole_sum, max(0, total.committed - total.actual) / whole_sum)
        self._measure()

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(8))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("neutralsoft"))
        left = 0
        for share, token in zip(self._shares, ("accentfill", "accentmid"), strict=True):
            wide = round(self.width() * share)
            painter.fillRect(left, 0, wide, self.height(), look.color(token))
            left += wide
        painter.end()


class ProgrammeCard(Card):
    """One programme's money; a click or Enter chooses it."""

    chosen = Signal(str)

    def __init__(self, programme: ProgrammeRow, table: BudgetTable) -> None:
        super().__init__(padding=4, name=f"budget.programme.{programme.code}")
        self._id = programme.id
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedWidth(theme().px(372))
        head = row(space=2)
        head.addWidget(Chip(State(programme.code, "info", "folder-kanban")))
        head.addStretch(1)
        has_lines = bool(table.figures)
        if has_lines:
            over = table.count(BudgetState.OVER)
            state = (
                State(trn("{n} line over", "{n} lines over", over), "danger", "circle-alert")
                if over
                else budget_state(table.state)
            )
            head.addWidget(Chip(state))
        self.body.addLayout(head)
        self.body.addWidget(ElidedLabel(programme.title, "strong"))
        period = (
            f"{formats.partial(programme.start)} {formats.DASH} {formats.partial(programme.end)}"
            if programme.start.known and programme.end.known
            else tr("since {start}", start=formats.partial(programme.start))
            if programme.start.known
            else tr("period not known")
        )
        self.body.addWidget(ElidedLabel(period, "second"))
        self.setAccessibleName(f"{programme.code}, {programme.title}")
        if not has_lines:
            self.body.addWidget(label(tr("No budget yet"), "second"))
            self.body.addStretch(1)
            return
        self._add_sums(table)

    def _add_sums(self, table: BudgetTable) -> None:
        line = row(space=4)
        sums = (
            (tr("Planned"), table.total.planned),
            (tr("Committed"), table.total.committed),
            (tr("Actual"), table.total.actual),
        )
        for words, amount in sums:
            box = column(space=0)
            box.addWidget(label(words, "small"))
            box.addWidget(label(whole(amount), "strong"))
            line.addLayout(box)
        line.addStretch(1)
        line.addWidget(label(table.currency, "second"), 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(line)
        self.body.addWidget(UsedBar(table))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._id)
        else:
            super().keyPressEvent(event)


class BudgetChooser(Scroll):
    """``chosen(programme)`` when one was picked."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(limit=1680, space=4, margins=(6, 4, 6, 6))
        self.desk = desk
        self.setObjectName("budget.chooser")
        words = column(space=1)
        words.addWidget(label(tr("Budget"), "title"))
        words.addWidget(label(tr("Every programme has a budget of its own. Choose one."), "second", wrap=True))
        self.body.addLayout(words)
        self._place = column(space=4)
        self.body.addLayout(self._place)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Read the programmes and their sums; those with a budget first."""
        today = self.desk.today()
        with self.desk.context.read() as view:
            found = [(row_, budget_figures.table(view, row_.id, today)) for row_ in programmes.list_rows(view)]
        found.sort(key=lambda pair: (not pair[1].figures, pair[0].code))
        clear_layout(self._place)
        if not found:
            self._place.addWidget(
                EmptyState(
                    "wallet",
                    tr("No programme yet"),
                    tr("A budget belongs to a programme. Make one first."),
                    buttons=(button(tr("New programme"), "primary", name="budget.chooser.new", clicked=self._on_new),),
                )
            )
            return
        flow = Flow(4)
        cards = [ProgrammeCard(programme, table) for programme, table in found]
        tallest = max(card.sizeHint().height() for card in cards)
        for card in cards:
            card.chosen.connect(self.chosen)
            card.setMinimumHeight(tallest)
            flow.add(card)
        self._place.addWidget(flow)

    def _on_new(self) -> None:
        self.desk.go(Place("programmes", NEW))
