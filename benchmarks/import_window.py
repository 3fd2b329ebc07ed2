"""``python -m benchmarks.import_window``: does the window stay fluid while 100,000 people are checked and taken in?

The real window (without a display), the real assistant. A timer of one millisecond ticks in its event loop while the
file is read, columns and rows are shown, rows are scrolled, put in order, searched, filtered and left out, while the
preview is shown, while everything is written. Told are, of each phase, the longest gap between two ticks and what the
window's thread itself worked meanwhile (processor time, which other programs on the machine do not lengthen). Aim: no
gap above 100 ms.
"""

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.material import FULL_FILE, HALF_SHEET, PROGRAMME, make_sheets
from benchmarks.print_responsiveness import MOST_GAP, _after

#: A tick: when, and how much the window's thread had worked until then.
Tick = tuple[float, float]


class Ticks:
    """The ticks of a timer in the window's own event loop."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._at: list[Tick] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(1)
        self._last: Tick = (time.perf_counter(), time.thread_time())

    def _on_tick(self) -> None:
        self._at.append((time.perf_counter(), time.thread_time()))

    def until(self, ready: Callable[[], bool], most: float = 300) -> "Phase":
        """Wait until it is ready; what was done since the last phase counts, since it holds up as well."""
        from PySide6.QtCore import QEventLoop, QTimer

        began = time.perf_counter()
        while not ready() and time.perf_counter() - began < most:
            # As the window itself waits. QTest.qWait keeps the interpreter to itself while it sleeps: jobs starve.
            loop = QEventLoop()
            QTimer.singleShot(10, loop.quit)
            loop.exec()
        self._on_tick()
        at, self._at = [self._last, *self._at], []
        self._last = at[-1]
        gaps = [(two[0] - one[0], two[1] - one[1]) for one, two in pairwise(at)]
        return Phase(time.perf_counter() - began, gaps)


@dataclass
class Phase:
    """Seconds that it took; between each two ticks seconds by the clock and of work."""

    took: float = 0.0
    gaps: list[tuple[float, float]] = field(default_factory=list)

    def add(self, other: "Phase") -> None:
        """Another one of the same name."""
        self.took += other.took
        self.gaps += other.gaps


class Walk:
    """One walk through the assistant, its phases measured."""

    def __init__(self, folder: Path) -> None:
        from importlib import import_module

        from app.ui import bootstrap
        from app.ui.desk import Desk
        from app.ui.main_window import MainWindow
        from app.ui.page import Place
        from app.ui.window_state import WindowState

        app = bootstrap.make_application(["mentordesk"])
        self.sheet = folder / HALF_SHEET
        copy = folder / "window.mdesk"
        shutil.copyfile(folder / FULL_FILE, copy)
        import_module("app.ui.pages.wiring")
        bootstrap.use_language(app, "en")
        self.window = MainWindow(Desk(WindowState(folder / "settings.json")))
        self.start = bootstrap.StartUp(self.window, bootstrap.Options(copy, "en", place=Place("import")))
        self.window.resize(1440, 900)
        self.window.show()
        self.start.begin()
        self.ticks = Ticks()
        self.ticks.until(lambda: self.window.current_page() is not None and self.quiet(), 60)
        self.page: Any = self.window.current_page()
        self.found: dict[str, Phase] = {}

    def quiet(self) -> bool:
        """Whether nothing runs."""
        return not self.window.desk.jobs.running()

    def phase(self, name: str, ready: Callable[[], bool], *, settle: float = 0.4) -> None:
        """Wait until it is ready, and a little longer, since much is drawn after that."""
        phase = self.found.setdefault(name, Phase())
        phase.add(self.ticks.until(ready))
        took = phase.took
        phase.add(self.ticks.until(_after(settle)))
        phase.took = took

    def to_rows(self) -> None:
        """Read the file, show columns and rows."""
        page, session = self.page, self.page.session
        page.add_files([self.sheet])
        self.phase("read and show the sheet", lambda: session.file.state == "read" and self.quiet())
        form = page.file_step.target
        form.preset(next(ident for ident, words in form._programmes.items() if words.startswith(PROGRAMME)))
        self.phase("choose the target", self.quiet)
        page.next.click()
        self.phase("columns", lambda: page.step == "columns" and self.quiet())
        page.next.click()
        self.phase("plan and show the rows", lambda: page.step == "rows" and self.quiet(), settle=1.0)

    def among_rows(self) -> None:
        """Scroll, order, search, filter, decide."""
        step = self.page.rows_step
        table = step.table
        bar = table.view.verticalScrollBar()
        for share in range(1, 31):
            bar.setValue(bar.maximum() * share // 30)
            self.phase("scroll", _after(0.03), settle=0.0)
        for key in ("why", "name", "latin", "outcome", "row"):
            table.sort_by(key)
            self.phase(f"order by {key}", self.quiet)
            table.sort_by(key, True)
            self.phase(f"order by {key}, turned", self.quiet)
        for text in ("ko", "koval", "Коваль тарас", ""):
            table.filter_box.setText(text)
            self.phase("search", self.quiet)
        for key in ("update", "new", "problems", "all"):
            if key in step.pills._buttons:
                step.pills._buttons[key].click()
                self.phase("filter", self.quiet)
        step.rows_list.choose(50_000 if len(step.rows) > 60_000 else 1, 2)
        self.phase("go to a row", self.quiet)
        step.leave_out_chosen()
        self.phase("leave one out", self.quiet)
        step.take_back()
        self.phase("take that back", self.quiet)
        step.next_problem()
        self.phase("next problem", self.quiet)
        table.view.selectAll()
        self.phase("select all", self.quiet)
        step.leave_out_chosen()
        self.phase("leave all out", self.quiet)
        step.take_back()
        self.phase("take all that back", self.quiet)
        step.rows_list.choose(0, 2)
        self.phase("select one again", self.quiet)

    def to_the_end(self, *, write: bool) -> None:
        """The preview; with ``write`` the taking in, and taking it back."""
        page = self.page
        page.next.click()
        self.phase("preview", lambda: page.stack.currentWidget() is page.review_step and self.quiet(), settle=1.0)
        review = page.review_step
        for key in ("update", "out", "all"):
            if key in review.pills._buttons:
                review.pills._buttons[key].click()
                self.phase("filter of the preview", self.quiet)
        if write:
            page.next.click()
            self.phase("take in", lambda: page.step == "take" and page.session.result is not None and self.quiet())
            page.taken.take_back()
            self.phase("take back", lambda: page.session.result is None and self.quiet())

    def close(self) -> None:
        """Close file and window."""
        self.window.desk.context.changed = False
        self.start.close_file()
        self.window.close()


def main(arguments: Sequence[str]) -> int:
    """Measure and tell; 1 when an aim was missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="10,000 people instead of 100,000")
    parser.add_argument("--folder", metavar="PATH", help="where the material lies, or is made")
    parser.add_argument("--no-write", action="store_true", help="up to the preview only")
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="mentordesk-bench-") as name:
        folder = Path(options.folder or name)
        make_sheets(folder, options.quick)
        walk = Walk(folder)
        walk.to_rows()
        walk.among_rows()
        walk.to_the_end(write=not options.no_write)
        walk.close()
    failed = False
    for label, phase in walk.found.items():
        gaps = sorted(gap for gap, _work in phase.gaps)
        works = max(work for _gap, work in phase.gaps)
        p99 = gaps[min(len(gaps) - 1, int(len(gaps) * 0.99))]
        print(
            f"{label:28s} {phase.took:7.2f} s   longest gap {gaps[-1] * 1000:6.1f} ms   p99 {p99 * 1000:6.1f} ms   "
            f"longest work {works * 1000:6.1f} ms"
        )
        failed |= gaps[-1] > MOST_GAP
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
