"""What needs me now: a list of things with their reason, their day and the button that begins each."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.core.i18n import tr, trn
from app.services.overview import NeedNow
from app.ui.desk import Desk
from app.ui.page import Place
from app.ui.pages.overview_words import due_state, need_words
from app.ui.widgets.boxes import ItemRow, Lines, SectionHeader, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import IconLabel, label

#: How many are shown before "Show more"; one more is shown rather than a button for it.
_FIRST = 7
_SETTING = "overview.put_off"


def need_key(need: NeedNow) -> str:
    """What tells a need from others from one day to the next."""
    return "|".join((need.code, need.place.section, need.place.record_id, need.place.detail))


class NeedRow(ItemRow):
    """One need. ``put_off(point)`` asks for the menu with which it is put off; arrow keys go to its neighbours."""

    put_off = Signal(object)
    entered = Signal()

    def __init__(self, need: NeedNow, today: date, number: int) -> None:
        words = need_words(need)
        super().__init__(
            words.title,
            words.second,
            icon_name=words.icon,
            state=due_state(need, today),
            action=words.action,
            name=f"overview.need.{number}",
        )
        self.need = need
        self.setProperty("role", "line")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.put_off.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.acted.emit()
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case Qt.Key.Key_Menu:
                self.put_off.emit(self.mapToGlobal(self.rect().bottomLeft()))
            case _:
                super().keyPressEvent(event)


class NeedList(QWidget):
    """The section of the page. What is put off stands in the settings of the window, with the day it comes back."""

    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("overview.needs")
        self._needs: tuple[NeedNow, ...] = ()
        self._all = False
        self._current: NeedRow | None = None
        self._rows: list[NeedRow] = []
        body = column(self, space=1)
        self._put_off = button(
            tr("Put off …"), "link", icon_name="clock", name="overview.put_off", clicked=self._on_put_off
        )
        body.addWidget(SectionHeader(tr("What needs me now"), action=self._put_off))
        self._lines = Lines("overview.needs.list")
        body.addWidget(self._lines)
        foot = row()
        self._more = button("", "link", name="overview.needs.more", clicked=self._on_more)
        self._back = button("", "link", name="overview.needs.back", clicked=self._on_back)
        foot.addWidget(self._more)
        foot.addWidget(self._back)
        foot.addStretch(1)
        body.addLayout(foot)

    def show_needs(self, needs: Sequence[NeedNow]) -> None:
        """Show what needs somebody, in the order given; what is put off stays away."""
        self._needs = tuple(needs)
        self._refresh()

    def waiting(self) -> list[NeedNow]:
        """What is not put off."""
        away = self._away()
        return [need for need in self._needs if need_key(need) not in away]

    def rows(self) -> list[NeedRow]:
        """The rows as they stand."""
        return list(self._rows)

    def _refresh(self) -> None:
        waiting, today = self.waiting(), self.desk.today()
        shown = waiting if self._all or len(waiting) <= _FIRST + 1 else waiting[:_FIRST]
        focused = self._current.need if self._current is not None and self._current.hasFocus() else None
        self._lines.clear()
        self._rows, self._current = [], None
        for number, need in enumerate(shown):
            made = NeedRow(need, today, number)
            made.acted.connect(self._on_acted)
            made.opened.connect(self._on_acted)
            made.entered.connect(self._on_entered)
            made.put_off.connect(self._on_menu)
            self._rows.append(made)
            self._lines.add(made)
            if focused is not None and need_key(need) == need_key(focused):
                made.setFocus()
        if not shown:
            self._lines.add(_AllDone())
        hidden = len(waiting) - len(shown)
        self._more.setText(trn("Show {n} more", "Show {n} more", hidden))
        self._more.setVisible(hidden > 0)
        away = len(self._needs) - len(waiting)
        self._back.setText(trn("{n} put off: show it again", "{n} put off: show them again", away))
        self._back.setVisible(away > 0)
        self._put_off.setEnabled(bool(shown))
        self.counted.emit()

    def _away(self) -> dict[str, str]:
        today = self.desk.today().isoformat()
        known: dict[str, object] = self.desk.settings.get(_SETTING, {})
        return {key: until for key, until in known.items() if isinstance(until, str) and until > today}

    # slots ----------------------------------------------------------------------------------------------------
    def _on_acted(self) -> None:
        sender = self.sender()
        if isinstance(sender, NeedRow):
            place = sender.need.place
            self.desk.go(Place(place.section, place.record_id, place.tab))

    def _on_entered(self) -> None:
        sender = self.sender()
        self._current = sender if isinstance(sender, NeedRow) else None

    def _on_more(self) -> None:
        self._all = True
        self._refresh()

    def _on_back(self) -> None:
        self.desk.settings.put(_SETTING, {})
        self._refresh()

    def _on_put_off(self) -> None:
        if self._current is None and self._rows:
            self._current = self._rows[0]
        self._open_menu(self._put_off.mapToGlobal(self._put_off.rect().bottomLeft()))

    def _on_menu(self, point: QPoint) -> None:
        sender = self.sender()
        self._current = sender if isinstance(sender, NeedRow) else None
        self._open_menu(point)

    def _open_menu(self, point: QPoint) -> None:
        if self._current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(need_words(self._current.need).title)
        for days, words in ((1, tr("Until tomorrow")), (3, tr("For 3 days")), (7, tr("For a week"))):
            menu.addAction(words).setData(days)
        menu.triggered.connect(self._on_days)
        menu.popup(point)

    def _on_days(self, action: object) -> None:
        days = action.data() if hasattr(action, "data") else 1
        if self._current is not None:
            self.put_off(self._current.need, int(days))

    def put_off(self, need: NeedNow, days: int) -> None:
        """Hide a need for some days."""
        until = (self.desk.today() + timedelta(days=days)).isoformat()
        self.desk.settings.put(_SETTING, {**self._away(), need_key(need): until})
        self._refresh()


class _AllDone(QWidget):
    """Said when nothing needs anybody."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("overview.needs.none")
        line = row(self, space=3, margins=(4, 4, 4, 4))
        line.addWidget(IconLabel("circle-check", "success", "side"))
        line.addWidget(label(tr("Nothing needs you now."), "strong"))
        line.addStretch(1)
