"""Runs the sides of a case in turn (A B A B …), each run in its own process, and works out the ratios."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from benchmarks.clock import Reading


@dataclass(frozen=True, slots=True)
class Aim:
    """What a ratio should be: at most ``most`` times the other side, or at least ``least`` times faster than it."""

    most: float = 0.0
    least: float = 0.0

    def words(self) -> str:
        """As the table tells it."""
        return f"≤ {self.most:g}" if self.most else f"≥ {self.least:g} faster" if self.least else "–"

    def met(self, ratio: float) -> bool | None:
        """Whether a ratio of medians meets the aim; None where there is none."""
        if self.most:
            return ratio <= self.most
        return 1 / ratio >= self.least if self.least else None


@dataclass(frozen=True, slots=True)
class Against:
    """The other side of a comparison: its words, its function, and the aim."""

    words: str
    side: str
    aim: Aim = Aim()


@dataclass(frozen=True, slots=True)
class Case:
    """Our side and those it is measured against.

    ``whole``: starting Python belongs to what is measured. ``by_clock``: the aim is one of the clock (disk).
    """

    name: str
    ours: str
    side: str
    against: tuple[Against, ...]
    whole: bool = False
    by_clock: bool = False
    prepare: tuple[Callable[[Path, bool], None], ...] = ()


@dataclass(frozen=True, slots=True)
class Ratio:
    """Ours divided by the other: of the medians, and the least and the most of single rounds."""

    middle: float
    least: float
    most: float

    def words(self) -> str:
        """``min – median – max``."""
        return " – ".join(
            f"{value:.2f}" if value < 10 else f"{value:.1f}" for value in (self.least, self.middle, self.most)
        )


def ratio(ours: Sequence[float], other: Sequence[float]) -> Ratio:
    """The ratio of two series measured in the same rounds."""
    rounds = [one / max(two, 1e-6) for one, two in zip(ours, other, strict=True)]
    return Ratio(median(ours) / max(median(other), 1e-6), min(rounds), max(rounds))


def run_side(side: str, folder: Path) -> Reading:
    """One run of one side in a fresh interpreter; raises RuntimeError with what it said when it fails."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "", "HOME": str(folder)}
    environment |= {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "share")}
    environment.pop("MENTORDESK_DATABASE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.side", side, str(folder)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"{side} failed:\n{done.stderr[-2000:]}")
    reading = Reading(**json.loads(done.stdout.strip().splitlines()[-1]))
    return replace(reading, process=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measure(case: Case, folder: Path, rounds: int) -> dict[str, list[Reading]]:
    """The readings of all sides of a case; the first, unmeasured turn warms the file cache and the compiled modules."""
    sides = [case.side, *(other.side for other in case.against)]
    found: dict[str, list[Reading]] = {side: [] for side in sides}
    for turn in range(rounds + 1):
        for side in sides:
            reading = run_side(side, folder)
            if turn:
                found[side].append(reading)
    return found
