"""Painting of the agenda grid: head, hours, columns, blocks, marks. The grid says what and where, this says how."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from app.core.i18n import tr
from app.core.vocabulary import AgendaChange, label
from app.services.agendas import DayRow, SessionRow
from app.ui import formats
from app.ui.icons import paint_icon
from app.ui.pages.agenda_layout import Geometry
from app.ui.theme import theme
from app.ui.theme_tokens import FOCUS, HAIRLINE

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
#: Marks that stand on a block.
_MARKED = frozenset({AgendaChange.NEW, AgendaChange.CHANGED, AgendaChange.MOVED})


@dataclass(frozen=True, slots=True)
class Look:
    """How one block is shown beside its data."""

    selected: bool = False
    hovered: bool = False
    ghost: bool = False
    focused: bool = False


def wrapped(text: str, font: QFont, width: int, lines: int) -> list[str]:
    """The text on at most ``lines`` lines of that width, the last one shortened."""
    if lines < 1 or width < 8:
        return []
    metrics = QFontMetrics(font)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        if len(found) == lines - 1:
            found.append(metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
            break
        found.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return found


class Brush:
    """Paints one frame of the grid."""

    def __init__(self, painter: QPainter, geometry: Geometry) -> None:
        self.p = painter
        self.g = geometry
        self.look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def px(self, size: float) -> int:
        return self.look.px(size)

    # the page behind ------------------------------------------------------------------------------------------
    def columns(self, days: dict[date, DayRow], holidays: dict[date, str], scroll: int, today: date) -> None:
        """Hairlines of hours, columns of days; free days grey and named."""
        g, look = self.g, self.look
        self.p.fillRect(QRect(0, 0, g.width, g.height), look.color("surface"))
        line = look.color("border")
        soft = QColor(line)
        soft.setAlphaF(0.75)
        for place, day in enumerate(g.days):
            left, width = g.column(place)
            row = days.get(day)
            free = row is None or row.travel == "free" or (day.weekday() >= 5 and not row.sessions)
            if free or day.weekday() >= 5:
                self.p.fillRect(QRect(left, g.head, width, g.height), look.color("sunken"))
        for minutes in range(g.first, g.last + 1, 60):
            y = g.top(minutes, scroll)
            if g.head <= y < g.height:
                self.p.fillRect(g.gutter, y, g.width - g.gutter, HAIRLINE, soft)
        for place, day in enumerate(g.days):
            left, width = g.column(place)
            self.p.fillRect(left, g.head, HAIRLINE, g.height, line)
            self._said(QRect(left, g.head, width, self.px(44)), days.get(day), holidays.get(day, ""))

    def _said(self, rect: QRect, row: DayRow | None, holiday: str) -> None:
        words = holiday
        if row is not None and row.travel:
            names = {"arrival": tr("Arrival"), "departure": tr("Departure"), "free": tr("Free day")}
            words = f"{names.get(row.travel, '')} · {holiday}" if holiday else names.get(row.travel, "")
        if not words or (row is not None and row.sessions and not holiday):
            return
        self.p.setFont(self.look.font("label"))
        self.p.setPen(self.look.color("muted"))
        inner = rect.adjusted(self.px(8), self.px(4), -self.px(4), 0)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        self.p.drawText(inner, flags, words)

    def hours(self, scroll: int) -> None:
        """The hours at the left."""
        g, look = self.g, self.look
        self.p.fillRect(QRect(0, g.head, g.gutter, g.height), look.color("surface"))
        self.p.setFont(look.font("small"))
        self.p.setPen(look.color("muted"))
        height = self.px(16)
        for minutes in range(g.first, g.last, 60):
            y = g.top(minutes, scroll)
            if y > g.head + height // 2 - 2:
                text = f"{minutes // 60:02d}:00"
                self.p.drawText(QRect(0, y - height // 2, g.gutter - self.px(8), height), _RIGHT, text)

    def head(self, days: dict[date, DayRow], holidays: dict[date, str], today: date, hovered: date | None) -> None:
        """The row of days: weekday and number, the day's number in the programme, its sign."""
        g, look = self.g, self.look
        self.p.fillRect(QRect(0, 0, g.width, g.head), look.color("surface"))
        for place, day in enumerate(g.days):
            left, width = g.column(place)
            rect = QRect(left, 0, width, g.head)
            if day == hovered:
                self.p.fillRect(rect, look.color("hover"))
            self.p.fillRect(left, 0, HAIRLINE, g.head, look.color("border"))
            self._head_cell(rect, day, days.get(day), bool(holidays.get(day)), day == today)
        self.p.fillRect(QRect(0, g.head - HAIRLINE, g.width, HAIRLINE), look.color("border"))

    def _head_cell(self, rect: QRect, day: date, row: DayRow | None, holiday: bool, today: bool) -> None:
        look, p = self.look, self.p
        sign, token = "", ""
        if row is not None and row.errors:
            sign, token = "circle-alert", "danger"
        elif row is not None and row.warnings:
            sign, token = "triangle-alert", "warning"
        elif holiday:
            sign, token = "flag", "muted"
        right = rect.right() - self.px(6)
        if sign:
            side = look.icon("caret")
            paint_icon(p, sign, QRect(right - side, rect.center().y() - side // 2, side, side), look.color(token))
            right -= side + self.px(4)
        font = look.font("second_strong")
        p.setFont(font)
        p.setPen(look.color("accent" if today else "text"))
        x = rect.left() + self.px(8)
        name = f"{formats.weekday(day)} {day.day}"
        p.drawText(QRect(x, rect.top(), right - x, rect.height()), _LEFT, name)
        x += QFontMetrics(font).horizontalAdvance(name) + self.px(6)
        said = self._said_of(row)
        p.setFont(look.font("label"))
        p.setPen(look.color("muted"))
        metrics = QFontMetrics(look.font("label"))
        number = said.partition(" · ")[0]
        if said and right - x >= metrics.horizontalAdvance(number):
            fitted = metrics.elidedText(said, Qt.TextElideMode.ElideRight, right - x)
            p.drawText(QRect(x, rect.top(), right - x, rect.height()), _LEFT, fitted)

    @staticmethod
    def _said_of(row: DayRow | None) -> str:
        if row is None or row.number is None:
            return ""
        words = tr("Day {n}", n=row.number)
        about = row.theme or row.city
        return f"{words} · {about}" if about else words

    # blocks ---------------------------------------------------------------------------------------------------
    def block(self, row: SessionRow, rect: QRect, how: Look) -> None:
        """One item: fill and bar of its kind, time, title, place as far as they fit, its marks."""
        look, p = self.look, self.p
        radius = look.radius("small")
        colours = look.kind(str(row.kind))
        fill, bar, text = (QColor(value) for value in (colours.fill, colours.bar, colours.text))
        if row.cancelled:
            fill, bar, text = look.color("neutralsoft"), look.color("control"), look.color("muted")
        if how.ghost:
            fill.setAlphaF(0.85)
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), radius, radius)
        p.save()
        p.setClipPath(path)
        p.fillRect(rect, fill)
        p.fillRect(QRect(rect.left(), rect.top(), max(3, self.px(3)), rect.height()), bar)
        p.restore()
        p.setBrush(Qt.BrushStyle.NoBrush)
        if row.errors and not row.cancelled:
            p.setPen(QPen(look.color("danger"), FOCUS))
            p.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
        if how.selected or how.ghost:
            self._ring(rect, radius)
        elif how.hovered:
            p.setPen(QPen(bar, 1))
            p.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        p.save()
        p.setClipRect(rect.adjusted(0, 0, -1, -1))
        self._words(row, rect, text)
        p.restore()

    def _ring(self, rect: QRect, radius: int) -> None:
        pen = QPen(self.look.color("surface"), 1)
        self.p.setPen(pen)
        self.p.drawRoundedRect(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius)
        self.p.setPen(QPen(self.look.color("accent"), FOCUS))
        self.p.drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), radius + 2, radius + 2)

    def _words(self, row: SessionRow, rect: QRect, colour: QColor) -> None:
        look, p = self.look, self.p
        p.setPen(colour)
        inner = rect.adjusted(self.px(8), 0, -self.px(4), 0)
        title = look.font("chip")
        if row.cancelled:
            title = QFont(title)
            title.setStrikeOut(True)
        words = row.title or tr("No title yet")
        line = self.px(16)
        if rect.height() < self.px(33):
            tight = rect.height() < self.px(17) and not row.cancelled
            self._one_line(row, inner, look.font("small_strong") if tight else title, words)
            return
        top = inner.top() + self.px(3)
        self._time_line(row, QRect(inner.left(), top, inner.width(), line), colour)
        top += line
        room = inner.bottom() - self.px(2) - top
        wide = inner.width() >= self.px(280)
        below = " · ".join(text for text in (row.venue, row.speakers) if text) if wide else row.venue
        show_place = bool(below) and (wide or row.minutes >= 105) and room >= 2 * line
        lines = max(1, (room - (line if show_place else 0)) // line)
        p.setFont(title)
        p.setPen(colour)
        for text in wrapped(words, title, inner.width(), lines):
            p.drawText(QRect(inner.left(), top, inner.width(), line), _LEFT, text)
            top += line
        if show_place:
            font = look.font("small")
            p.setFont(font)
            fitted = QFontMetrics(font).elidedText(below, Qt.TextElideMode.ElideRight, inner.width())
            p.drawText(QRect(inner.left(), top, inner.width(), line), _LEFT, fitted)
            top += line
        self._mark(row, rect, top)

    def _one_line(self, row: SessionRow, inner: QRect, font: QFont, words: str) -> None:
        p = self.p
        right = inner.right()
        for sign, token in self._signs(row):
            side = self.look.icon("chip")
            right -= side
            paint_icon(p, sign, QRect(right, inner.center().y() - side // 2, side, side), self.look.color(token))
            right -= self.px(3)
        if row.change in _MARKED:
            right -= self._badge(row.change, right, inner.center().y())
        p.setFont(font)
        width = right - inner.left()
        fitted = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
        p.drawText(QRect(inner.left(), inner.top(), width, inner.height()), _LEFT, fitted)

    def _time_line(self, row: SessionRow, rect: QRect, colour: QColor) -> None:
        p, look = self.p, self.look
        font = look.font("small")
        metrics = QFontMetrics(font)
        side = look.icon("chip")
        signs = self._signs(row)
        room = rect.width() - (side + self.px(4)) * len(signs)
        text = formats.clocks(row.starts_at, row.ends_at)
        if metrics.horizontalAdvance(text) > room:
            text = formats.clock(row.starts_at)
        p.setFont(font)
        p.setPen(colour)
        p.drawText(rect, _LEFT, text)
        x = rect.left() + metrics.horizontalAdvance(text) + self.px(5)
        for sign, token in signs:
            paint_icon(p, sign, QRect(x, rect.center().y() - side // 2, side, side), look.color(token))
            x += side + self.px(3)

    @staticmethod
    def _signs(row: SessionRow) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        if row.cancelled:
            return found
        if row.errors:
            found.append(("circle-alert", "danger"))
        elif row.warnings:
            found.append(("triangle-alert", "warning"))
        if row.missing_languages:
            found.append(("languages", "warning"))
        return found

    def _mark(self, row: SessionRow, rect: QRect, used: int) -> None:
        """The change mark: at the top right, or at the foot when it does not fit beside the time."""
        if row.change not in _MARKED:
            return
        metrics = QFontMetrics(self.look.font("small"))
        taken = metrics.horizontalAdvance(formats.clocks(row.starts_at, row.ends_at)) + self.px(12)
        taken += (self.look.icon("chip") + self.px(4)) * len(self._signs(row))
        wide = self._badge_width(row.change) + self.px(4)
        if rect.width() - taken >= wide:
            self._badge(row.change, rect.right() - self.px(3), rect.top() + self.px(11))
        elif rect.bottom() - used >= self.px(18):
            left = rect.left() + self.px(8)
            self._badge(row.change, left + self._badge_width(row.change), rect.bottom() - self.px(11))

    def _badge_width(self, change: AgendaChange | None) -> int:
        words = tr(label(change)) if change is not None else ""
        return QFontMetrics(self.look.font("small_strong")).horizontalAdvance(words) + self.px(8)

    def _badge(self, change: AgendaChange | None, right: int, middle: int) -> int:
        if change is None:
            return 0
        look, p = self.look, self.p
        width, height = self._badge_width(change), self.px(15)
        rect = QRect(right - width, middle - height // 2, width, height)
        p.save()
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(look.color("accentfill"))
        p.drawRoundedRect(rect, self.px(3), self.px(3))
        p.setPen(look.color("onaccent"))
        p.setFont(look.font("small_strong"))
        p.drawText(rect, _CENTER, tr(label(change)))
        p.restore()
        return width + self.px(4)

    def was_here(self, rect: QRect, words: str, second: str) -> None:
        """A dashed frame where an item was when the agenda was issued."""
        look, p = self.look, self.p
        pen = QPen(look.color("control"), 1, Qt.PenStyle.DashLine)
        p.setPen(pen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        p.setPen(look.color("muted"))
        p.setFont(look.font("small"))
        line = self.px(16)
        inner = rect.adjusted(self.px(8), self.px(2), -self.px(4), 0)
        p.save()
        p.setClipRect(rect)
        for text in (words, second):
            fitted = QFontMetrics(look.font("small")).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            p.drawText(QRect(inner.left(), inner.top(), inner.width(), line), _LEFT, fitted)
            inner.translate(0, line)
        p.restore()

    def now(self, point: QPoint, width: int) -> None:
        """A line at the present time of today's column."""
        self.p.fillRect(QRect(point, QPoint(point.x() + width, point.y() + 1)), self.look.color("danger.bar"))
