"""The agenda as a grid of days and hours: look, choose, drag, stretch, add; all of it from the keyboard too."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from app.core.i18n import tr
from app.core.vocabulary import AgendaChange
from app.services.agenda_versions import SessionChange
from app.services.agendas import DayRow, SessionRow
from app.ui import formats
from app.ui.pages.agenda_drag import Drag
from app.ui.pages.agenda_keys import GridKeys
from app.ui.pages.agenda_layout import Geometry, Slot, minute_of, share
from app.ui.pages.agenda_paint import Brush, Look
from app.ui.pages.agenda_words import day_tip, item_tip, spoken
from app.ui.theme import is_style_change, theme


class AgendaGrid(QAbstractScrollArea):
    """Some days of an agenda. It shows and asks; the page changes the data.

    Signals: ``chosen(id)`` ("" for none), ``edit_wanted(id)``, ``add_wanted(datetime)``, ``moved(id, start, end)``,
    ``delete_wanted(id)``, ``duplicate_wanted(id)``, ``day_wanted(date)``, ``turn_wanted(±1)`` and
    ``menu_wanted(id, point)``.
    """

    chosen = Signal(str)
    edit_wanted = Signal(str)
    add_wanted = Signal(object)
    moved = Signal(str, object, object)
    delete_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    day_wanted = Signal(object)
    turn_wanted = Signal(int)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, name: str = "visit.agenda.grid") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(tr("Agenda"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._days: dict[date, DayRow] = {}
        self._rows: dict[str, SessionRow] = {}
        self._slots: dict[str, Slot] = {}
        self._gone: tuple[SessionChange, ...] = ()
        self._holidays: Mapping[date, str] = {}
        self._selected = ""
        self._hovered = ""
        self._hovered_day: date | None = None
        self._drag: Drag | None = None
        self._pressed = False
        self._places: dict[str, QRect] = {}
        self._today = date.today()
        self._scrolled = False
        self.geometry_ = Geometry((), ())
        self._keys = GridKeys(self)

    # data -----------------------------------------------------------------------------------------------------
    def show_days(
        self,
        shown: Sequence[date],
        days: Sequence[DayRow],
        rows: Sequence[SessionRow],
        gone: Sequence[SessionChange] = (),
        holidays: Mapping[date, str] | None = None,
    ) -> None:
        """Show these days of an agenda; scroll position and selection stay."""
        fresh = tuple(shown) != self.geometry_.days
        self._days = {row.day: row for row in days}
        wanted = set(shown)
        own = [row for row in rows if row.starts_at.date() in wanted]
        self._rows = {row.id: row for row in own}
        self._slots = share(own)
        self._gone = tuple(gone)
        self._holidays = holidays or {}
        self._drag = None
        self.geometry_ = Geometry(shown, own, scale=theme().text_size / 100)
        self._fit()
        if fresh or not self._scrolled:
            self._scrolled = self.isVisible()
            self.verticalScrollBar().setValue(self.geometry_.start_scroll)
        self._place_all()

    def selected(self) -> str:
        """The chosen item's id; empty for none."""
        return self._selected

    def select(self, ident: str, *, tell: bool = False) -> None:
        """Choose an item and bring it into view."""
        self._selected = ident if ident in self._rows else ""
        row = self._rows.get(ident)
        if row is not None:
            self._reveal(row)
            self.setAccessibleDescription(spoken(row))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.viewport().update()
        if tell:
            self.chosen.emit(self._selected)

    def rect_of(self, ident: str) -> QRect:
        """Where an item stands in the viewport; for tests and tours."""
        return self._places.get(ident, QRect())

    def point_of(self, moment: datetime) -> QPoint:
        """The middle of a time's column in the viewport; for tests and tours."""
        return self.geometry_.point(moment, self._scroll())

    # places ---------------------------------------------------------------------------------------------------
    def _scroll(self) -> int:
        return self.verticalScrollBar().value()

    def _fit(self) -> None:
        g = self.geometry_
        g.fit(self.viewport().width(), self.viewport().height())
        room = max(0, self.viewport().height() - g.head)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, g.content - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(max(1, g.hour // 2))

    def _place_all(self) -> None:
        self._places = {row.id: self._rect(row) for row in self._rows.values()}
        self.viewport().update()

    def _rect(self, row: SessionRow, start: datetime | None = None, end: datetime | None = None) -> QRect:
        first, last = start or row.starts_at, end or row.ends_at
        day = first.date()
        slot = self._slots.get(row.id, Slot()) if start is None else Slot()
        return self.geometry_.block(day, minute_of(first, day), minute_of(last, day), slot, self._scroll())

    def _reveal(self, row: SessionRow) -> None:
        rect = self._rect(row)
        bar, head = self.verticalScrollBar(), self.geometry_.head
        if rect.top() < head:
            bar.setValue(bar.value() - (head - rect.top()) - theme().px(12))
        elif rect.bottom() > self.viewport().height():
            gap = rect.bottom() - self.viewport().height() + theme().px(12)
            bar.setValue(bar.value() + min(gap, max(0, rect.top() - head)))

    def _at(self, point: QPoint) -> str:
        if point.y() < self.geometry_.head:
            return ""
        hits = [ident for ident, rect in self._places.items() if rect.contains(point)]
        return self._selected if self._selected in hits else (hits[-1] if hits else "")

    # painting -------------------------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        brush = Brush(painter, self.geometry_)
        g, scroll = self.geometry_, self._scroll()
        holidays = dict(self._holidays)
        brush.columns(self._days, holidays, scroll, self._today)
        painter.save()
        painter.setClipRect(QRect(0, g.head, g.width, g.height - g.head))
        self._paint_gone(brush)
        for ident, row in self._rows.items():
            if ident != self._selected and not self._is_dragged(ident):
                brush.block(row, self._places[ident], Look(hovered=ident == self._hovered))
        chosen = self._rows.get(self._selected)
        if chosen is not None and not self._is_dragged(chosen.id):
            brush.block(chosen, self._places[chosen.id], Look(selected=True, focused=self.hasFocus()))
        self._paint_drag(brush)
        painter.restore()
        brush.hours(scroll)
        brush.head(self._days, holidays, self._today, self._hovered_day)
        painter.end()

    def _is_dragged(self, ident: str) -> bool:
        return self._drag is not None and self._drag.active and self._drag.row.id == ident

    def _paint_gone(self, brush: Brush) -> None:
        """Where items were when the agenda was issued: moved away from there, or taken off."""
        g, scroll = self.geometry_, self._scroll()
        for row in self._rows.values():
            if row.change is AgendaChange.MOVED and row.old_start and row.old_end:
                self._frame(brush, g, scroll, row.old_start, row.old_end, tr("was here"))
        for change in self._gone:
            if change.old_start and change.old_end:
                words = tr("taken off: {title}", title=change.title)
                self._frame(brush, g, scroll, change.old_start, change.old_end, words)

    def _frame(self, brush: Brush, g: Geometry, scroll: int, start: datetime, end: datetime, words: str) -> None:
        day = start.date()
        rect = g.block(day, minute_of(start, day), minute_of(end, day), Slot(), scroll)
        taken = any(rect.intersects(place) for place in self._places.values())
        if not rect.isEmpty() and not (taken and rect.height() < theme().px(20)):
            brush.was_here(rect, words, formats.clocks(start, end))

    def _paint_drag(self, brush: Brush) -> None:
        drag = self._drag
        if drag is None or not drag.active:
            return
        old = self._rect(drag.row)
        brush.was_here(old, formats.clocks(drag.row.starts_at, drag.row.ends_at), "")
        shown = drag.shown()
        brush.block(shown, self._rect(drag.row, drag.start, drag.end), Look(ghost=True))

    # mouse ----------------------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if point.y() < self.geometry_.head:
            day = self.geometry_.day_at(point.x())
            if day is not None:
                self.day_wanted.emit(day)
            return
        ident = self._at(point)
        # Told when the button is let go: the fields beside the grid must not push the days away under the mouse.
        self._pressed = True
        self.select(ident)
        if ident:
            self._drag = Drag(self._rows[ident], self._places[ident], point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._drag is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if self._drag.go(point, self.geometry_):
                self.viewport().update()
            return
        ident = self._at(point)
        on_head = point.y() < self.geometry_.head
        self._hovered_day = self.geometry_.day_at(point.x()) if on_head else None
        edge = bool(ident) and Drag.edge(self._places[ident], point) != ""
        shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if self._hovered_day else shape)
        self._hovered = ident
        self.viewport().update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        pressed, self._pressed = self._pressed, False
        if drag is not None and drag.changed:
            self.moved.emit(drag.row.id, drag.start, drag.end)
        if pressed:
            self.chosen.emit(self._selected)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        ident = self._at(point)
        if ident:
            self.edit_wanted.emit(ident)
            return
        moment = self.geometry_.moment_at(point, self._scroll())
        if moment is not None:
            self.add_wanted.emit(moment)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        ident = self._at(event.pos())
        if ident:
            self.select(ident, tell=True)
        self.menu_wanted.emit(ident, event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered, self._hovered_day = "", None
        self.viewport().update()
        super().leaveEvent(event)

    # keyboard -------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def chosen_row(self) -> SessionRow | None:
        """The chosen item."""
        return self._rows.get(self._selected)

    def rows(self) -> list[SessionRow]:
        """The items of the days that are shown."""
        return list(self._rows.values())

    def first_day(self) -> date:
        """The first day that is shown; today while there is none."""
        return self.geometry_.days[0] if self.geometry_.days else self._today

    def let_go(self) -> bool:
        """Drop what is being dragged where it was, else choose nothing; False when there was nothing to let go."""
        if self._drag is None and not self._selected:
            return False
        if self._drag is None:
            self.select("", tell=True)
        self._drag = None
        self.viewport().update()
        return True

    # the rest -------------------------------------------------------------------------------------------------
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._rows.get(self._at(event.pos()))
            day = self.geometry_.day_at(event.pos().x()) if event.pos().y() < self.geometry_.head else None
            text = item_tip(row) if row is not None else ""
            if day is not None:
                text = day_tip(day, self._days.get(day), self._holidays.get(day, ""))
            if text:
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._place_all()

    def showEvent(self, event: object) -> None:
        if not self._scrolled:
            self._scrolled = True
            self._fit()
            self.verticalScrollBar().setValue(self.geometry_.start_scroll)
            self._place_all()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._place_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self.show_days(
                self.geometry_.days, list(self._days.values()), list(self._rows.values()), self._gone, self._holidays
            )

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._selected and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        ):
            self._keys.walk(0, 1)
        self.viewport().update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self.viewport().update()
