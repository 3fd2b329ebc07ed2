"""Start: our window against a bare one, each until it is painted. The whole process counts."""

import os
import time
from pathlib import Path

from benchmarks.clock import processor, tell
from benchmarks.material import SAMPLE

_BEGAN = time.perf_counter()


def _end() -> None:
    """Tell and leave at once: clearing up is not what is measured."""
    tell(processor(), time.perf_counter() - _BEGAN)
    os._exit(0)


def bare_window(_folder: Path) -> None:
    """A QMainWindow with nothing in it, shown and painted."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            self.painted = True

    app = QApplication([])
    window = Bare()
    window.resize(1440, 900)
    window.show()
    while not window.painted:
        app.processEvents()
    _end()


def shell(folder: Path) -> None:
    """Mentordesk by its own door until the shell is painted."""
    from app.ui.main_window import MainWindow  # before PySide6, as the program does it

    class Watched(MainWindow):
        painted = False

        def paintEvent(self, event: object) -> None:  # noqa: N802
            super().paintEvent(event)  # type: ignore[arg-type]
            self.painted = True

        def show(self) -> None:
            from PySide6.QtWidgets import QApplication

            super().show()
            while not self.painted:
                QApplication.processEvents()
            _end()

    _open(folder, Watched)


def first_page(folder: Path) -> None:
    """Mentordesk by its own door until the overview shows the data of the sample and nothing works any more."""
    from app.ui.main_window import MainWindow  # before PySide6, as the program does it

    class Watched(MainWindow):
        def show(self) -> None:
            super().show()
            self.place_changed.connect(self._on_place)

        def _on_place(self, _place: object) -> None:
            self._wait(0)

        def _look(self) -> None:
            if self.desk.jobs.running():
                self._wait(1)
                return
            self.repaint()
            _end()

        def _wait(self, milliseconds: int) -> None:
            from PySide6.QtCore import QTimer

            QTimer.singleShot(milliseconds, self._look)

    _open(folder, Watched)


def _open(folder: Path, window: type) -> None:
    """The program's own way in, with a window that tells when it is painted."""
    import main
    from app.ui import bootstrap

    setattr(bootstrap, "MainWindow", window)  # noqa: B010
    main.main(["--database", str(folder / SAMPLE)])
