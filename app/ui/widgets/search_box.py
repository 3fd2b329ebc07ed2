"""The search box over everything: people in either script, towns, visits, certificates, commands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.core.i18n import tr
from app.ui.icons import icon, paint_icon
from app.ui.page import Place
from app.ui.theme import theme
from app.ui.widgets.labels import label
from app.ui.widgets.overlay import Popover

_WAIT = 120


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found: its name, what it is, an icon, and where it leads: a place or an action of the table."""

    title: str
    second: str = ""
    icon: str = "search"
    place: Place | None = None
    action: str = ""


class _HitDelegate(QStyledItemDelegate):
    """Icon, name, and what it is at the right, smaller."""

    def __init__(self, box: "SearchBox") -> None:
        super().__init__(box)
        self._box = box

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(theme().px(200), theme().height("side"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        look = theme()
        hit = self._box.hit(index.row())
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("select"))
            painter.drawRoundedRect(rect, look.radius("small"), look.radius("small"))
        if hit is None:
            painter.setPen(look.color("muted"))
            painter.setFont(look.font("second"))
            painter.drawText(rect.adjusted(look.space(3), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), index.data())
            painter.restore()
            return
        side = look.icon("control")
        top = rect.top() + (rect.height() - side) // 2
        paint_icon(painter, hit.icon, QRect(rect.left() + look.space(2), top, side, side), look.color("muted"))
        inner = rect.adjusted(look.space(2) + side + look.space(2), 0, -look.space(2), 0)
        painter.setFont(look.font("second"))
        metrics = QFontMetrics(look.font("second"))
        second = metrics.elidedText(hit.second, Qt.TextElideMode.ElideRight, inner.width() // 2)
        painter.setPen(look.color("muted"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), second)
        inner.adjust(0, 0, -metrics.horizontalAdvance(second) - look.space(3), 0)
        painter.setFont(look.font("body"))
        painter.setPen(look.color("text"))
        title = QFontMetrics(look.font("body")).elidedText(hit.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), title)
        painter.restore()


class SearchBox(QWidget):
    """``wanted(text)`` a moment after typing stops: answer with ``show_hits``. ``chosen(SearchHit)`` leads on.

    ``entered`` before the keyboard comes here, ``left`` when it went away.
    """

    wanted = Signal(str)
    chosen = Signal(object)
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hits: list[SearchHit] = []
        self.setMaximumWidth(theme().width("search"))
        self.setMinimumWidth(theme().px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self.edit = QLineEdit()
        self.edit.setObjectName("search.box")
        self.edit.setPlaceholderText(tr("Search people, towns, visits, certificates …"))
        self.edit.setAccessibleName(tr("Search everything"))
        self.edit.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        line.addWidget(self.edit)
        self._key = label("Ctrl K", "key")
        self._key.setParent(self.edit)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._on_time)
        self._texts = QStringListModel()
        self._list = QListView()
        self._list.setObjectName("search.hits")
        self._list.setAccessibleName(tr("What was found"))
        self._list.setModel(self._texts)
        self._list.setItemDelegate(_HitDelegate(self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.clicked.connect(self._on_clicked)
        self._popover = Popover(self, name="search.popover", keep_focus=True)
        self._popover.body.addWidget(self._list)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.installEventFilter(self)

    def focus(self) -> None:
        """Take the keyboard, what stands there selected; ``entered`` says so before, that a hidden box be shown."""
        self.entered.emit()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def hit(self, position: int) -> SearchHit | None:
        """The hit at a position."""
        return self._hits[position] if 0 <= position < len(self._hits) else None

    def show_hits(self, text: str, hits: Sequence[SearchHit]) -> None:
        """Show what was found for a text; late answers to an older text are passed over."""
        if text != self.edit.text().strip() or not text:
            return
        self._hits = list(hits)
        self._texts.setStringList([hit.title for hit in hits] or [tr("Nothing found")])
        self._list.setCurrentIndex(self._texts.index(0, 0))
        self._list.setFixedHeight(theme().height("side") * min(12, max(1, len(hits))) + theme().px(4))
        self._popover.open_under(self.edit, width=max(self.width(), theme().px(420)))

    def close_hits(self) -> None:
        """Put the list away."""
        self._popover.hide()

    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.close_hits()

    def _on_time(self) -> None:
        self.wanted.emit(self.edit.text().strip())

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index.row())

    def _choose(self, position: int) -> None:
        hit = self.hit(position)
        if hit is not None:
            self.close_hits()
            self.edit.clear()
            self.edit.clearFocus()
            self.chosen.emit(hit)

    def resizeEvent(self, event: object) -> None:
        size = self._key.sizeHint()
        self._key.setGeometry(
            self.edit.width() - size.width() - theme().space(2),
            (self.edit.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        self._key.setVisible(self.edit.width() > theme().px(260))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit:
            if event.type() == QEvent.Type.Resize:
                self.resizeEvent(event)
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._on_key(event):
                return True
            if isinstance(event, QFocusEvent) and event.lostFocus():
                self.close_hits()
                self.left.emit()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        here = self._list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down:
                self._list.setCurrentIndex(self._texts.index(min(here + 1, self._texts.rowCount() - 1), 0))
            case Qt.Key.Key_Up:
                self._list.setCurrentIndex(self._texts.index(max(here - 1, 0), 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._popover.isVisible():
                    self._choose(here)
                else:
                    self._on_time()
            case Qt.Key.Key_Escape:
                if not self._popover.isVisible():
                    self.edit.clear()
                self.close_hits()
            case _:
                return False
        return True
