"""How many problems there are, which of them one is at, and the way to the next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr, trn
from app.ui import formats
from app.ui.widgets.boxes import row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label


class ProblemSteps(QWidget):
    """``wanted(step)``: the next problem (1) or the one before (-1)."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        line = row(self, space=1)
        self.count = label("", "second", name="import.row.problems")
        line.addWidget(self.count)
        for words, sign, name, run in (
            (tr("Problem before this one (Shift+F8)"), "chevron-up", "import.problem.before", self._on_before),
            (tr("Next problem (F8)"), "chevron-down", "import.problem.next", self._on_after),
        ):
            line.addWidget(button(words, "icon", icon_name=sign, small=True, name=name, clicked=run))
        self.hide()

    def show_place(self, at: int, count: int) -> None:
        """Problem ``at`` (from 1; 0: none of them) of ``count``; nothing is shown when there is none."""
        said = trn("{n} problem", "{n} problems", count) if count else ""
        self.count.setText(tr("problem {n} of {all}", n=formats.number(at), all=formats.number(count)) if at else said)
        self.setVisible(count > 0)

    def _on_before(self) -> None:
        self.wanted.emit(-1)

    def _on_after(self) -> None:
        self.wanted.emit(1)
