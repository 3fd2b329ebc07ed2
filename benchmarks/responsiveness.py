"""``python -m benchmarks.responsiveness``: how long the window would stand still while people are taken in.

A timer of one millisecond runs in the main thread of a bare Qt event loop while the import works in another thread, as
in the program. Told are the gaps between its ticks for each phase (read, plan, write), and how soon the work ends after
it was cancelled in the middle of each. Aims: no gap above 100 ms, p99 at most 20 ms, cancelled within half a second.
"""

import argparse
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.material import FULL_FILE, HALF_SHEET, PROGRAMME, make_sheets

MOST_GAP = 0.1
MOST_AFTER_CANCEL = 0.5
#: Where in each phase it is cancelled, as parts of the time that the phase takes.
_PLACES = (0.15, 0.4, 0.65, 0.9)


@dataclass
class Phase:
    """One phase of the import: its gaps and what it took, in seconds; ``late``: from each cancelling to the end."""

    name: str
    took: float = 0.0
    gaps: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)


class Loop:
    """A Qt event loop whose ticks are kept while something works in another thread."""

    def __init__(self) -> None:
        from PySide6.QtCore import QCoreApplication, Qt, QTimer

        self._application = QCoreApplication.instance() or QCoreApplication([])
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._ticks: list[float] = []
        self._thread: threading.Thread | None = None

    def _on_tick(self) -> None:
        self._ticks.append(time.perf_counter())
        if self._thread is None or not self._thread.is_alive():
            self._timer.stop()
            self._application.quit()

    def during(self, work: Callable[[], None]) -> list[float]:
        """The gaps between the ticks while ``work`` runs in another thread."""
        self._ticks = [time.perf_counter()]
        self._thread = threading.Thread(target=work)
        self._thread.start()
        self._timer.start(1)
        self._application.exec()
        return [two - one for one, two in zip(self._ticks, self._ticks[1:], strict=False)]


class Job:
    """The phases of one import, each with a token of its own; the data file is a copy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workbook: Any = None
        self.plan: Any = None
        self.ended = 0.0
        self.cancelled = False

    def steps(self) -> dict[str, Callable[[Any], None]]:
        """The phases by name, in order; each takes a token."""
        return {"read": self._read, "plan": self._plan, "write": self._write}

    def open(self) -> None:
        """Open a fresh copy of the data file."""
        from app.services.context import Context

        copy = self.folder / "run.mdesk"
        shutil.copyfile(self.folder / FULL_FILE, copy)
        self.context = Context.open(copy)

    def close(self) -> None:
        """Close it without a backup."""
        self.context.changed = False
        self.context.close()

    def run(self, step: Callable[[Any], None], token: Any) -> None:
        """Do a phase; ends quietly when it is cancelled."""
        from app.core.errors import Cancelled

        self.cancelled = False
        try:
            step(token)
        except Cancelled:
            self.cancelled = True
        self.ended = time.perf_counter()

    def _read(self, token: Any) -> None:
        from app.services import imports

        self.workbook = imports.read_file(self.folder / HALF_SHEET, token)

    def _plan(self, token: Any) -> None:
        from app.services import imports

        with self.context.read() as view:
            self.plan = imports.plan(view, self.workbook, imports.target_of(view, PROGRAMME), token=token)

    def _write(self, token: Any) -> None:
        from app.services import imports

        with self.context.write("Take in") as work:
            imports.take_in(work, self.plan, token=token)


def measure(folder: Path, rounds: int) -> list[Phase]:
    """Gaps and lateness of every phase; half of the people are known."""
    from app.core.progress import Token

    loop, job = Loop(), Job(folder)
    found = {name: Phase(name) for name in job.steps()}
    for _round in range(rounds):
        job.open()
        for name, step in job.steps().items():
            phase, began = found[name], time.perf_counter()
            phase.gaps += loop.during(lambda step=step: job.run(step, Token()))  # type: ignore[misc]
            phase.took = time.perf_counter() - began
        job.close()
    for name, step in job.steps().items():
        for place in _PLACES:
            job.open()
            found[name].late += _lateness(job, step, Token(), found[name].took * place)
            job.close()
    return list(found.values())


def _lateness(job: Job, step: Callable[[Any], None], token: Any, after: float) -> list[float]:
    """Seconds from cancelling to the end; none where the work was done before."""
    worker = threading.Thread(target=job.run, args=(step, token))
    worker.start()
    worker.join(after)
    asked = time.perf_counter()
    token.cancel()
    worker.join()
    return [job.ended - asked] if job.cancelled else []


def main(arguments: Sequence[str]) -> int:
    """Measure and tell; 1 when an aim is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.responsiveness", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="10,000 people instead of 100,000")
    parser.add_argument("--rounds", metavar="N", type=int, default=2, help="rounds (2)")
    parser.add_argument("--folder", metavar="PATH", help="where the material lies, or is made")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="mentordesk-bench-") as name:
        folder = Path(options.folder or name)
        make_sheets(folder, options.quick)
        phases = measure(folder, max(1, options.rounds))
    met = True
    for phase in phases:
        gaps = sorted(phase.gaps) or [0.0]
        most, late = gaps[-1], max(phase.late, default=0.0)
        met &= most <= MOST_GAP and late <= MOST_AFTER_CANCEL
        print(
            f"{phase.name:6} {phase.took:6.1f} s  gaps: median {1000 * gaps[len(gaps) // 2]:5.1f} ms, "
            f"p99 {1000 * gaps[len(gaps) * 99 // 100]:5.1f} ms, most {1000 * most:6.1f} ms, "
            f"above 100 ms {sum(gap > MOST_GAP for gap in gaps)}; "
            f"after cancelling at most {1000 * late:5.0f} ms ({len(phase.late)} times)"
        )
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
