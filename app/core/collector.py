"""The collector of garbage at rest, while much is made that stays.

Python looks for cycles each time some hundreds of objects more were made, and through all there are from time to time:
while ten thousand rows become records, that finds nothing and takes a sixth of the work.

The window looks for cycles itself, in its own thread (``hand_over``); then a rest only tells it that there is much that
it need not look through (``much_was_made``).
"""

import gc
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

#: Whoever rests for so many seconds makes much.
_MUCH = 0.2
_guard = threading.Lock()
_resting: dict[str, float] = {"blocks": 0, "was_on": 0, "began": 0.0, "much": 0}


def hand_over() -> None:
    """From now on somebody else looks for cycles: Python does not by itself, nor after a rest that has begun before."""
    with _guard:
        gc.disable()
        _resting["was_on"] = 0


def much_was_made() -> bool:
    """Whether there was a long rest since this was asked last: by the hundred thousand, objects that mostly stay."""
    with _guard:
        much, _resting["much"] = bool(_resting["much"]), 0
    return much


def is_at_rest() -> bool:
    """Whether much is being made that stays, in any thread."""
    return bool(_resting["blocks"])


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No search for cycles inside; afterwards it is as it was. Blocks may lie in each other, also across threads."""
    with _guard:
        if not _resting["blocks"]:
            _resting["was_on"], _resting["began"] = gc.isenabled(), time.monotonic()
            gc.disable()
        _resting["blocks"] += 1
    try:
        yield
    finally:
        with _guard:
            _resting["blocks"] -= 1
            if not _resting["blocks"] and time.monotonic() - _resting["began"] > _MUCH:
                _resting["much"] = 1
            if not _resting["blocks"] and _resting["was_on"]:
                # What was made inside counts as old: the next search does not begin with all of it at once.
                gc.freeze()
                gc.unfreeze()
                gc.enable()
