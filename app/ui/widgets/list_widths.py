"""How wide the columns of a list stand: dates, figures and states whole, names and titles giving way first."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """What one column asks for, in pixels.

    ``start`` is where it stands while there is room (0: it takes what the others leave), ``whole`` shows its head and
    all it holds, ``least`` is for a title that may be cut when there is not enough for all; a figure, a date or a
    state has ``least`` equal to ``whole``. ``pinned`` is a width the user gave, else 0.
    ``weight`` says how much longer than others it stays when titles are cut.
    """

    start: int
    whole: int
    least: int
    pinned: int = 0
    weight: float = 1

    @property
    def best(self) -> int:
        """The width it has when there is room for everybody."""
        return self.pinned or max(self.start, self.whole)

    @property
    def floor(self) -> int:
        """What it is not made narrower than before everybody is."""
        return self.pinned or min(self.least, self.whole)

    @property
    def needed(self) -> int:
        """The width that cuts nothing."""
        return self.pinned or self.whole


def shared(wishes: Sequence[Wish], room: int) -> list[int]:
    """Give each column its width; together they fill ``room``, wider only when nothing can give way any more.

    First all stand as they wish and those without a start take the rest; with less room the air goes, then the longest
    titles are cut to the same length (by their weight), and at the very end all shrink alike (not below six tenths).
    """
    if not wishes:
        return []
    best = sum(wish.best for wish in wishes)
    needed = sum(wish.needed for wish in wishes)
    floor = sum(wish.floor for wish in wishes)
    if best <= room:
        return _with_rest(wishes, [wish.best for wish in wishes], room)
    if needed <= room:
        kept = (room - needed) / (best - needed)
        widths = [wish.needed + int((wish.best - wish.needed) * kept) for wish in wishes]
        return _with_rest(wishes, widths, room)
    if floor <= room:
        return _with_rest(wishes, _cut(wishes, room), room)
    factor = max(0.6, room / floor)
    return [int(wish.floor * factor) for wish in wishes]


def _with_rest(wishes: Sequence[Wish], widths: list[int], room: int) -> list[int]:
    """Hand what is left to the columns without a start, to the last one when there are none."""
    takers = [n for n, wish in enumerate(wishes) if not wish.start and not wish.pinned] or [len(wishes) - 1]
    share, odd = divmod(room - sum(widths), len(takers))
    for taker in takers:
        widths[taker] += share
    widths[takers[-1]] += odd
    return widths


def _cut(wishes: Sequence[Wish], room: int) -> list[int]:
    """Cut the widest that may be cut to one common length, so that short ones stay whole."""
    low, high = 0, max(wish.needed for wish in wishes)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(_cut_to(wish, middle) for wish in wishes) <= room:
            low = middle
        else:
            high = middle - 1
    return [_cut_to(wish, low) for wish in wishes]


def _cut_to(wish: Wish, length: int) -> int:
    return min(wish.needed, max(wish.floor, int(length * wish.weight)))
