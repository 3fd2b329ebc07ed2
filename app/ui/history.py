"""Where one has been: back and forward between places."""

from app.ui.page import Place

_KEPT = 100


class Trail:
    """The places gone to, with the one where one is."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._here = -1

    def visit(self, place: Place) -> None:
        """Come to a place by a new way: what lay ahead is forgotten. Tabs of one record count as one place."""
        here = self.here()
        if here is not None and (here.section, here.record_id) == (place.section, place.record_id):
            self._places[self._here] = place
            return
        self._places = [*self._places[: self._here + 1], place][-_KEPT:]
        self._here = len(self._places) - 1

    def here(self) -> Place | None:
        """Where one is."""
        return self._places[self._here] if self._places else None

    def can(self, step: int) -> bool:
        """Whether there is a place that many steps away (-1 back, 1 forward)."""
        return 0 <= self._here + step < len(self._places)

    def move(self, step: int) -> Place | None:
        """Go back or forward; None when there is nothing."""
        if not self.can(step):
            return None
        self._here += step
        return self._places[self._here]

    def drop_here(self) -> Place | None:
        """Leave a place that is no more (a record was deleted, a new one given up); where one was before."""
        if self._places:
            del self._places[self._here]
            self._here = min(max(self._here - 1, 0), len(self._places) - 1)
        return self.here()
