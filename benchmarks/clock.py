"""Measuring inside the process of a side: only the work itself, without starting Python and loading libraries."""

import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """Seconds of one run: processor and wall clock of the work, processor of the whole process with its children.

    ``memory`` and ``child_memory``: the most that the process and any of its children held, in MB.
    """

    cpu: float
    wall: float
    process: float = 0.0
    memory: float = 0.0
    child_memory: float = 0.0


def processor() -> float:
    """Seconds of processor time (user and system) of this process and its ended children."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def tell(cpu: float, wall: float) -> None:
    """Give a reading to the one who started this process: the last line of the output."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    mine, children = (resource.getrusage(who).ru_maxrss / 1024 for who in whose)
    print(json.dumps(asdict(Reading(cpu, wall, 0.0, mine, children))))
    sys.stdout.flush()


@contextmanager
def measured() -> Iterator[None]:
    """Measure what happens inside and tell it."""
    cpu, wall = processor(), time.perf_counter()
    yield
    tell(processor() - cpu, time.perf_counter() - wall)
