"""Where garbage is collected: in the window's thread, between events, and nowhere else.

Python looks for reference cycles whenever enough objects were made, in whichever thread and in the middle of whatever.
A widget that is part of such a cycle would then be destroyed while Qt paints, or in the thread of a reader: both end
the program. So the collector is off, and a timer of the window does its work.
"""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.core import collector

#: Milliseconds between two looks; each look is short, since what was loaded at start is set apart.
_EVERY = 1000
#: Seconds of work after which a look was felt.
_LONG = 0.04
#: So many looks in a row leave old objects alone while a job runs: they are its own by the hundred thousand, and to
#: look through all of them stops the window for a third of a second. Its circles wait until it has ended, or so long.
_PATIENCE = 60


def _never() -> bool:
    return False


class GarbageTimer(QObject):
    """Collects what is due by Python's own thresholds, once a second; ``busy`` tells whether a job runs."""

    def __init__(self, parent: QObject, busy: Callable[[], bool] = _never) -> None:
        super().__init__(parent)
        self._busy = busy
        self._left_alone = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._on_look)

    def start(self) -> None:
        """What was loaded stays as long as the program: set it apart, then begin to look."""
        collector.hand_over()
        gc.freeze()
        self._timer.start()

    def _on_look(self) -> None:
        self._left_alone = self._left_alone + 1 if self._busy() else 0
        patient = 0 < self._left_alone < _PATIENCE
        if patient and collector.is_at_rest():
            return
        if collector.much_was_made():
            # A file of 100,000 rows, or what was understood of it, stays as a whole and is freed as a whole.
            gc.freeze()
            return
        young, middle, old = gc.get_count()
        first, second, third = gc.get_threshold()
        began = time.thread_time()
        if old > third and not patient:
            self._left_alone = 0
            gc.collect(2)
            if time.thread_time() - began > _LONG:
                # What was left is much, is in use, and stays for long: it is not looked through again.
                gc.freeze()
        elif middle > second and not patient:
            gc.collect(1)
        elif young > first:
            gc.collect(0)
