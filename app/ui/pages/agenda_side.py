"""The fields of an agenda's item beside the grid; where there is no room, in a drawer over it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.i18n import tr
from app.ui.theme import theme
from app.ui.widgets.boxes import column
from app.ui.widgets.labels import hairline
from app.ui.widgets.overlay import Drawer, wants_drawer


class AgendaSide:
    """Holds the inspector of an agenda's tab; ``beside`` is the layout at whose end it stands while there is room."""

    def __init__(self, tab: QWidget, inspector: QWidget, beside: QHBoxLayout) -> None:
        self._tab, self._inspector = tab, inspector
        self._drawer: Drawer | None = None
        self._line = hairline(vertical=True)
        beside.addWidget(self._line)
        self._side = QWidget()
        self._box = column(self._side, space=0)
        self._box.addWidget(inspector)
        beside.addWidget(self._side)
        self.show(False)

    @property
    def narrow(self) -> bool:
        """Whether there is no room beside the grid."""
        return wants_drawer(self._tab)

    def show(self, shown: bool) -> None:
        """Show the fields beside the grid, or leave its whole width to the days."""
        self._side.setVisible(shown)
        self._line.setVisible(shown)
        self._side.setFixedWidth(theme().width("panel"))

    def place(self, *, shown: bool) -> None:
        """Where the fields belong in the width that there is now; ``shown``: whether an item is chosen."""
        if self.narrow:
            if self._drawer is None:
                self._drawer = Drawer(self._tab, title=tr("Session"), width="panel", name="visit.agenda.drawer")
            if self._inspector.parent() is self._side:
                self._drawer.body.addWidget(self._inspector)
                self._inspector.show()
                self.show(False)
        elif self._inspector.parent() is not self._side:
            if self._drawer is not None:
                self._drawer.close_drawer()
            self._box.addWidget(self._inspector)
            self._inspector.show()
            self.show(shown)

    def open_drawer(self) -> None:
        """Bring the fields over the grid, where there is no room beside it."""
        if self.narrow and self._drawer is not None:
            self._drawer.open_drawer()

    def close(self) -> None:
        """Put the fields away."""
        if self.narrow and self._drawer is not None:
            self._drawer.close_drawer()
        self.show(False)
