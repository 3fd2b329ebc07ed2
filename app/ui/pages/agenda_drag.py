"""Dragging an item of the agenda: moving it, or pulling at its upper or lower edge, to quarters of an hour."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import QPoint, QRect

from app.services.agendas import SessionRow
from app.ui.pages.agenda_layout import SNAP, Geometry, minute_of, snapped
from app.ui.theme import theme

#: Pixels that the mouse must go before a press becomes a drag.
_SLACK = 5
_DAY = 24 * 60


class Drag:
    """One drag, from the press on; ``start`` and ``end`` are where the item would stand if it were let go now."""

    def __init__(self, row: SessionRow, rect: QRect, point: QPoint) -> None:
        self.row = row
        self.active = False
        self.start = row.starts_at
        self.end = row.ends_at
        self._from = point
        self._edge = self.edge(rect, point)

    @staticmethod
    def edge(rect: QRect, point: QPoint) -> str:
        """Which edge is grabbed: ``top``, ``bottom`` or none."""
        grip = theme().px(5)
        if rect.height() < 3 * grip:
            return ""
        if rect.bottom() - point.y() < grip:
            return "bottom"
        return "top" if point.y() - rect.top() < grip else ""

    @property
    def changed(self) -> bool:
        """Whether letting go would change the item."""
        return self.active and (self.start, self.end) != (self.row.starts_at, self.row.ends_at)

    def shown(self) -> SessionRow:
        """The item as it would be."""
        return replace(self.row, starts_at=self.start, ends_at=self.end, change=None)

    def go(self, point: QPoint, geometry: Geometry) -> bool:
        """Follow the mouse; whether there is anything to paint."""
        if not self.active and (point - self._from).manhattanLength() < _SLACK:
            return False
        self.active = True
        by = snapped((point.y() - self._from.y()) * 60 / geometry.hour)
        day = self.row.starts_at.date()
        first, last = minute_of(self.row.starts_at, day), minute_of(self.row.ends_at, day)
        if self._edge == "bottom":
            last = max(first + SNAP, min(_DAY - SNAP, last + by))
        elif self._edge == "top":
            first = min(last - SNAP, max(0, first + by))
        else:
            day = geometry.day_at(point.x()) or day
            by = max(-first, min(_DAY - SNAP - last, by)) if last < _DAY else min(by, 0)
            first, last = first + by, last + by
        midnight = datetime.combine(day, time())
        self.start, self.end = midnight + timedelta(minutes=first), midnight + timedelta(minutes=last)
        return True
