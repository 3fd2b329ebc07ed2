"""The row above every page: back, forward, programme, search, and the one primary button."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.core.i18n import tr
from app.ui.icons import icon
from app.ui.page import PrimaryAction
from app.ui.theme import is_style_change, set_style, theme
from app.ui.widgets.boxes import row
from app.ui.widgets.buttons import button
from app.ui.widgets.programme_switcher import ProgrammeSwitcher
from app.ui.widgets.search_box import SearchBox

#: Below this width of the page, in pixels at 100 %, the search is an icon.
_NARROW = 1100


class ToolRow(QWidget):
    """``back``, ``forward`` and ``primary`` when their buttons are pressed."""

    back = Signal()
    forward = Signal()
    primary = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tool.row")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = row(self, space=1, margins=(4, 2, 6, 2))
        self.back_button = button(tr("Back"), "icon", icon_name="arrow-left", name="tool.back")
        self.forward_button = button(tr("Forward"), "icon", icon_name="arrow-right", name="tool.forward")
        self.switcher = ProgrammeSwitcher()
        self.search = SearchBox()
        self.search_button = button(tr("Search everything"), "icon", icon_name="search", name="tool.search")
        self.search_button.clicked.connect(self.search.focus)
        self._searching = False
        self.primary_button: QPushButton = button("", "primary", icon_name="plus", name="tool.primary")
        self.primary_button.hide()
        line.addWidget(self.back_button)
        line.addWidget(self.forward_button)
        line.addSpacing(theme().space(3))
        line.addWidget(self.switcher)
        line.addStretch(1)
        line.addWidget(self.search, 4)
        line.addStretch(1)
        line.addWidget(self.search_button)
        line.addWidget(self.primary_button)
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.primary_button.clicked.connect(self.primary)
        self.search.entered.connect(self._on_search_entered)
        self.search.left.connect(self._on_search_left)
        self.set_history(False, False)
        self._fit()

    def _fit(self) -> None:
        """In a narrow row the search is an icon; while one searches, its box stands where the programme did."""
        narrow = self.width() < theme().px(_NARROW)
        self.search.setVisible(not narrow or self._searching)
        self.search_button.setVisible(narrow and not self._searching)
        self.switcher.setVisible(not (narrow and self._searching))

    def _on_search_entered(self) -> None:
        self._searching = True
        self._fit()

    def _on_search_left(self) -> None:
        self._searching = False
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event) and hasattr(self, "primary_button"):
            self._fit()

    def set_history(self, back: bool, forward: bool) -> None:
        """Whether there is a way back and forward."""
        self.back_button.setEnabled(back)
        self.forward_button.setEnabled(forward)

    def set_primary(self, action: PrimaryAction | None) -> None:
        """What the one button says; none hides it. A quiet one leaves the filled button to the page."""
        self.primary_button.setVisible(action is not None)
        if action is None:
            return
        set_style(self.primary_button, "role", "quiet" if action.quiet else "primary")
        self.primary_button.setIcon(icon(action.icon, "muted" if action.quiet else "onaccent"))
        self.primary_button.setText(" " + action.text)
        self.primary_button.setAccessibleName(action.text)
        self.primary_button.setObjectName(action.name)
