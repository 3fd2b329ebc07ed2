"""A card of the board, and a column that takes cards."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget

from app.core.i18n import tr, trn
from app.core.vocabulary import DeliverableStage
from app.core.vocabulary import label as word
from app.services import deliverable_stages
from app.services.deliverables import DeliverableRow
from app.ui import formats
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import Card, Scroll, column, row
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import ElidedLabel, label

MIME = "application/x-mentordesk-deliverable"


def due_state(found: DeliverableRow, today: date) -> State:
    """When it is due, as a chip: late in red, within two weeks as a warning."""
    last = found.due.last
    if last is None:
        return State(tr("date not known"), "neutral", "dot")
    if found.overdue:
        return State(formats.partial(found.due), "danger", "circle-alert")
    done = deliverable_stages.is_done(found.stage, found.kind)
    near = not done and (last - today).days <= 14
    return State(formats.partial(found.due), "warning" if near else "neutral", "clock" if near else "dot")


def due_said(found: DeliverableRow, today: date) -> State:
    """The same where no heading says that it is the due day."""
    state = due_state(found, today)
    if not found.due.known:
        return State(tr("due date not known"), state.tone, state.sign)
    return State(tr("due {day}", day=state.word), state.tone, state.sign)


class DeliverableCard(Card):
    """Title, owner, due day. Drag it, or Ctrl with Left and Right; the menu offers every stage that can follow."""

    opened = Signal(str)
    move_wanted = Signal(str, str)
    delete_wanted = Signal(str)
    walk_wanted = Signal(str, int)
    dragged = Signal(object)

    def __init__(self, found: DeliverableRow, today: date) -> None:
        super().__init__(padding=2, name=f"deliverable.card.{found.code}")
        self.found = found
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pressed: QPoint | None = None
        self.body.setSpacing(theme().space(1))
        head = row(space=1)
        head.addWidget(label(found.code, "small"))
        head.addStretch(1)
        head.addWidget(label(tr(word(found.kind)), "small"))
        self.body.addLayout(head)
        self.body.addWidget(label(found.title, "second_strong", wrap=True))
        whose = found.partnership or found.owner
        if whose:
            self.body.addWidget(ElidedLabel(whose, "second"))
        flow = Flow(1)
        flow.add(Chip(due_said(found, today)))
        if found.reviews_waiting:
            n = found.reviews_waiting
            tone = "danger" if found.reviews_overdue else "info"
            flow.add(Chip(State(trn("{n} review", "{n} reviews", n), tone, "eye")))
        self.body.addWidget(flow)
        self.setAccessibleName(", ".join((found.title, tr(word(found.stage)), due_said(found, today).word)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            pressed, self._pressed = self._pressed, None
            self._drag(pressed)

    def _drag(self, pressed: QPoint) -> None:
        drag = QDrag(self)
        data = QMimeData()
        data.setData(MIME, self.found.id.encode("ascii"))
        data.setText(self.found.title)
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(pressed)
        self.dragged.emit(self.found)
        drag.exec(Qt.DropAction.MoveAction)
        self.dragged.emit(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self.rect().contains(event.position().toPoint()):
            self.setFocus()
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.found.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.found.id)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and control:
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walk_wanted.emit(self.found.id, int(key))
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(self.found.id)
        elif key in (Qt.Key.Key_Menu, Qt.Key.Key_Space):
            self._open_menu(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """To the next stage forward or back on the track that can be reached."""
        track = deliverable_stages.TRACK
        if self.found.stage not in track:
            return
        here = track.index(self.found.stage)
        reachable = deliverable_stages.moves(self.found.stage)
        order: Sequence[DeliverableStage] = track[here + 1 :] if step > 0 else tuple(reversed(track[:here]))
        target = next((stage for stage in order if stage in reachable), None)
        if target is not None:
            self.move_wanted.emit(self.found.id, str(target))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.globalPos())

    def _open_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open")).setData("open")
        menu.addSection(tr("Move to"))
        for stage in deliverable_stages.moves(self.found.stage):
            menu.addAction(tr(word(stage))).setData(str(stage))
        menu.addSeparator()
        menu.addAction(tr("Delete")).setData("delete")
        menu.triggered.connect(self._on_chosen)
        menu.popup(point)

    def _on_chosen(self, action: object) -> None:
        chosen = str(action.data()) if hasattr(action, "data") else ""
        if chosen == "open":
            self.opened.emit(self.found.id)
        elif chosen == "delete":
            self.delete_wanted.emit(self.found.id)
        elif chosen:
            self.move_wanted.emit(self.found.id, chosen)


class StageColumn(QFrame):
    """The cards of a stage. Lights up while a card that may come here is over it. ``dropped(id, stage)``."""

    dropped = Signal(str, str)

    def __init__(self, stage: DeliverableStage, title: str) -> None:
        super().__init__()
        self.stage = stage
        self.setObjectName(f"deliverables.board.{stage}")
        self.setProperty("box", "column")
        self.setAcceptDrops(True)
        self.cards: list[DeliverableCard] = []
        self._open = True
        body = column(self, space=1, margins=(2, 2, 2, 2))
        head = row(space=1)
        head.addWidget(ElidedLabel(title, "head"), 1)
        self._count = label("", "small")
        head.addWidget(self._count)
        body.addLayout(head)
        self._scroll = Scroll(space=2, margins=(0, 0, 0, 0))
        body.addWidget(self._scroll, 1)
        self.setMinimumHeight(theme().px(120))

    def show_rows(self, rows: Sequence[DeliverableRow], make: Callable[[DeliverableRow], DeliverableCard]) -> None:
        """Show these deliverables."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        while self._scroll.body.count():
            self._scroll.body.takeAt(0)
        self.cards = [make(found) for found in rows]
        for card in self.cards:
            self._scroll.body.addWidget(card)
        self._scroll.body.addStretch(1)
        self._count.setText(str(len(rows)) if rows else "")

    def reveal(self, card: QWidget) -> None:
        """Bring a card into view."""
        self._scroll.ensureWidgetVisible(card)

    def offer(self, found: DeliverableRow | None) -> None:
        """A card is being dragged (None: no more): show whether it may come here."""
        self._open = found is None or self.stage in deliverable_stages.moves(found.stage)
        set_style(self, "shut", found is not None and not self._open and self.stage is not found.stage)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME) and self._open:
            event.acceptProposedAction()
            set_style(self, "lit", True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME) and self._open:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_style(self, "lit", False)

    def dropEvent(self, event: QDropEvent) -> None:
        set_style(self, "lit", False)
        data = event.mimeData().data(MIME).data()
        event.acceptProposedAction()
        self.dropped.emit(bytes(data).decode("ascii"), str(self.stage))
