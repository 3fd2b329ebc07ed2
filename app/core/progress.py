"""Progress and cancelling of long work, without knowing who watches."""

import threading
from collections.abc import Callable

from app.core.errors import Cancelled


class Token:
    """Handed to every long piece of work; it reports steps and asks whether to go on.

    ``report`` is called with (done, total) at most as often as the work calls ``step``.
    """

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; it stops at its next ``step``."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled.is_set()

    def step(self, done: int, total: int) -> None:
        """Report that ``done`` of ``total`` units are ready; raises Cancelled when asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._report is not None:
            self._report(done, total)


def silent() -> Token:
    """A token that nobody watches and nobody cancels."""
    return Token()
