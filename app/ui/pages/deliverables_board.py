"""The board: every stage as a column, six side by side in two rows, twelve on a wide window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.i18n import tr
from app.core.vocabulary import DeliverableStage
from app.services import deliverable_stages
from app.services.deliverables import DeliverableRow
from app.ui.desk import Desk
from app.ui.editors.deliverable import short_stage
from app.ui.pages.deliverables_card import DeliverableCard, StageColumn
from app.ui.theme import theme

_ORDER = (*deliverable_stages.TRACK, DeliverableStage.ON_HOLD, DeliverableStage.CANCELLED)
_STEPS = {
    int(Qt.Key.Key_Left): (-1, 0),
    int(Qt.Key.Key_Right): (1, 0),
    int(Qt.Key.Key_Up): (0, -1),
    int(Qt.Key.Key_Down): (0, 1),
}


class Board(QWidget):
    """``opened(id)``, ``move_wanted(id, stage)``, ``delete_wanted(id)``. Arrow keys go from card to card."""

    opened = Signal(str)
    move_wanted = Signal(str, str)
    delete_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("deliverables.board")
        self.setAccessibleName(tr("Deliverables by stage"))
        self._grid = QGridLayout(self)
        edge, gap = theme().space(6), theme().space(2)
        self._grid.setContentsMargins(edge, gap, edge, edge)
        self._grid.setSpacing(gap)
        self.columns: dict[DeliverableStage, StageColumn] = {}
        for stage in _ORDER:
            made = StageColumn(stage, short_stage(stage))
            made.dropped.connect(self.move_wanted)
            self.columns[stage] = made
        self._across = 0
        self._arrange(6)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number in range(12):
            self._grid.setColumnStretch(number, 1 if number < across else 0)
            self._grid.setRowStretch(number, 1 if number < len(_ORDER) / across else 0)
        for number, stage in enumerate(_ORDER):
            self._grid.addWidget(self.columns[stage], number // across, number % across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width()
        self._arrange(12 if wide >= theme().px(2040) else 6 if wide >= theme().px(900) else 4)

    def show_rows(self, rows: Sequence[DeliverableRow]) -> None:
        """Show these deliverables; the card with the focus keeps it, also when it moved."""
        focused = next((card.found.id for card in self.cards() if card.hasFocus()), "")
        for stage, made in self.columns.items():
            made.show_rows([found for found in rows if found.stage is stage], self._make)
        if focused:
            self.focus_card(focused)

    def cards(self) -> list[DeliverableCard]:
        """All cards, column by column."""
        return [card for stage in _ORDER for card in self.columns[stage].cards]

    def focus_card(self, ident: str) -> None:
        """Bring a card into view and give it the keyboard."""
        for made in self.columns.values():
            for card in made.cards:
                if card.found.id == ident:
                    card.setFocus()
                    made.reveal(card)

    def _make(self, found: DeliverableRow) -> DeliverableCard:
        card = DeliverableCard(found, self.desk.today())
        card.opened.connect(self.opened)
        card.move_wanted.connect(self.move_wanted)
        card.delete_wanted.connect(self.delete_wanted)
        card.walk_wanted.connect(self._on_walk)
        card.dragged.connect(self._on_dragged)
        return card

    def _on_dragged(self, found: object) -> None:
        for made in self.columns.values():
            made.offer(found if isinstance(found, DeliverableRow) else None)

    def _on_walk(self, ident: str, key: int) -> None:
        across, down = _STEPS[key]
        place = next(
            ((n, m) for n, s in enumerate(_ORDER) for m, c in enumerate(self.columns[s].cards) if c.found.id == ident),
            None,
        )
        if place is None:
            return
        column, line = place
        if down:
            cards = self.columns[_ORDER[column]].cards
            target = cards[max(0, min(len(cards) - 1, line + down))]
            self.focus_card(target.found.id)
            return
        order = range(column + 1, len(_ORDER)) if across > 0 else range(column - 1, -1, -1)
        for number in order:
            cards = self.columns[_ORDER[number]].cards
            if cards:
                self.focus_card(cards[min(line, len(cards) - 1)].found.id)
                return
