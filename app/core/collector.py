"""The collector of garbage at rest, while much is made that stays.

Python looks for cycles each time some hundreds of objects more were made, and through all there are from time to time:
while ten thousand rows become records, that finds nothing and takes a sixth of the work.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_guard = threading.Lock()
_resting: dict[str, int] = {"blocks": 0, "was_on": 0}


def is_at_rest() -> bool:
    """Whether much is being made that stays, in any thread."""
    return bool(_resting["blocks"])


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No search for cycles inside; afterwards it is as it was. Blocks may lie in each other, also across threads."""
    with _guard:
        if not _resting["blocks"]:
            _resting["was_on"] = gc.isenabled()
            gc.disable()
        _resting["blocks"] += 1
    try:
        yield
    finally:
        with _guard:
            _resting["blocks"] -= 1
            if not _resting["blocks"] and _resting["was_on"]:
                # What was made inside counts as old: the next search does not begin with all of it at once.
                gc.freeze()
                gc.unfreeze()
                gc.enable()
