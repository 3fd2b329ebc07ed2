"""Where garbage is collected: in the window's thread, between events, and nowhere else.

Python looks for reference cycles whenever enough objects were made, in whichever thread and in the middle of whatever.
A widget that is part of such a cycle would then be destroyed while Qt paints, or in the thread of a reader: both end
the program. So the collector is off, and a timer of the window does its work.
"""

import gc

from PySide6.QtCore import QObject, QTimer

#: Milliseconds between two looks; each look is short, since what was loaded at start is set apart.
_EVERY = 1000


class GarbageTimer(QObject):
    """Collects what is due by Python's own thresholds, once a second."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_look)

    def start(self) -> None:
        """What was loaded stays as long as the program: set it apart, then begin to look."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def _on_look(self) -> None:
        young, middle, old = gc.get_count()
        first, second, third = gc.get_threshold()
        if old > third:
            gc.collect(2)
        elif middle > second:
            gc.collect(1)
        elif young > first:
            gc.collect(0)
