"""The rows of an import in which one decision may turn other rows, too: agendas, money, deliverables, attendance."""

from collections.abc import Mapping
from typing import Any

from app.services.import_book import RowBook
from app.services.imports import Decision, RowKey


class WholeBook(RowBook):
    """Every row is judged anew with each decision (a row left out makes its repetition the first one, and so on)."""

    def _touched_by(self, given: Any, fresh: Mapping[RowKey, Decision]) -> frozenset[RowKey]:
        """All rows that are other than before."""
        pairs = zip(self.given.staged.rows, self.given.matches, given.staged.rows, given.matches, strict=True)
        turned = {(new.sheet, new.row) for old, was, new, now in pairs if old != new or was != now}
        return self._touched(fresh) | turned
