"""``make bench``: what must be fast, beside its floor, in turn, as ratios of medians; written nowhere."""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.cases import CASES
from benchmarks.clock import Reading
from benchmarks.turns import Case, measure, ratio

_LEGEND = """\
Each figure is ours divided by the other side: least – of the medians – most of {rounds} rounds, the sides run in turn,
each run in a process of its own. cpu: processor time (user and system, children counted) of the work; wall: the clock.
Where starting is the case, the whole process is measured; else only the work, after Python and the libraries are there
(the last column tells the processor time of the whole processes, start included). ✓ the median meets the aim, ✗ not.
"""


def main(arguments: Sequence[str]) -> int:
    """Run the cases asked for and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", metavar="NAME", action="append", help="cases whose name begins so; may be repeated")
    parser.add_argument("--rounds", metavar="N", type=int, default=0, help="rounds (3)")
    parser.add_argument("--quick", action="store_true", help="smaller material")
    parser.add_argument("--list", action="store_true", help="name the cases and end")
    options = parser.parse_args(arguments)
    chosen = [case for case in CASES if not options.only or case.name.startswith(tuple(options.only))]
    if options.list or not chosen:
        for case in CASES:
            print(f"{case.name:18} {case.ours}")
        return 0 if options.list else 2
    rounds = options.rounds if options.rounds > 0 else 3
    began = time.monotonic()
    print(_LEGEND.format(rounds=rounds))
    with tempfile.TemporaryDirectory(prefix="mentordesk-bench-") as name:
        for case in chosen:
            for prepare in case.prepare:
                prepare(Path(name), options.quick)
            _tell(case, measure(case, Path(name), rounds))
    print(f"\n{time.monotonic() - began:.0f} seconds in all.")
    return 0


def _tell(case: Case, found: dict[str, list[Reading]]) -> None:
    ours = found[case.side]
    print(f"{case.name}: {case.ours}")
    most, child = max(one.memory for one in ours), max(one.child_memory for one in ours)
    print(f"      at most {most:.0f} MB" + (f", its child {child:.0f} MB" if child else ""))
    for other in case.against:
        theirs = found[other.side]
        process = ratio([one.process for one in ours], [one.process for one in theirs])
        cpu = process if case.whole else ratio([one.cpu for one in ours], [one.cpu for one in theirs])
        wall = ratio([one.wall for one in ours], [one.wall for one in theirs])
        judged = wall if case.by_clock else cpu
        met = other.aim.met(judged.middle)
        sign = " " if met is None else "✓" if met else "✗"
        print(f"  {sign} against {other.words}")
        shown = cpu.words() if not other.aim.least else f"{cpu.words()}  ({1 / judged.middle:.1f} × faster)"
        print(
            f"      cpu {shown:34} wall {wall.words():24} aim {other.aim.words():14} whole process {process.middle:.2f}"
        )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
