"""The rows of an import in which one decision may turn other rows, too: agendas, money, deliverables, attendance."""

from collections.abc import Mapping
from typing import Any

from app.services.import_book import RowBook
from app.services.imports import Decision, RowKey


class WholeBook(RowBook):
    """Every row is judged anew with each decision (a row left out makes its repetition the first one, and so on)."""

    def put(self, given: Any, fresh: Mapping[RowKey, Decision]) -> frozenset[RowKey]:
        """Take the plan into which decisions were worked; gives all rows that are other than before."""
        rows, matches = self.given.staged.rows, self.given.matches
        touched = super().put(given, fresh)
        pairs = zip(rows, matches, given.staged.rows, given.matches, strict=True)
        turned = {(new.sheet, new.row) for old, was, new, now in pairs if old != new or was != now} - touched
        for key in turned:
            self._look_again(key)
        return touched | turned
