"""Lists of deliverables: titles in several languages, kinds and stages in any words, partial due dates (4.1, 4.3).

Fields: ``due`` and ``adoption_date`` as partial dates (``2026-Q2``), ``kind`` and ``stage`` words of the vocabulary,
``partnership``, ``owner`` and ``responsible`` as written (the service finds whom they mean).
"""

import re

from app.core.vocabulary import DeliverableKind, DeliverableStage
from app.importers.agenda_titles import latin_language, settle_titles
from app.importers.amounts import currency_in
from app.importers.cells import Cleaned, as_text, clean_text
from app.importers.record_sheet import Draft, RecordReader, currency_of_cell
from app.importers.sheet_kinds import TITLES
from app.importers.words_in_cells import word_in_title, word_with_more
from app.importers.workbook import Cell

#: "Cilj 1: …", "Strategic goal 2", "Ціль 1.1.": what the rows below serve, when nothing else stands in the row.
_GOAL = re.compile(
    r"^\W*(?:[^\W\d]+\s)?(?:goal|objective|priority|pillar|component|work package|wp|cilj|steber|prioriteta|sklop|"
    r"ціль|цілі|пріоритет|напрям\w*|компонент\w*|mål|målområde|delmål|mērķis|prioritāte|rīcības virziens|prioritet|"
    r"циљ|приоритет|цел|компонента|komponenta|oblast)\s*(?:№|no\.?|nr\.?|št\.?)?\s*(?:\d|[IVXІХ]+\b)",
    re.IGNORECASE,
)


class DeliverableReader(RecordReader):
    """Reads one sheet of deliverables."""

    group = ""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        titles = [as_text(c) for n, name in self.columns.items() if name == "title" for c in self.column_values(n)]
        self.language = latin_language(titles, self.headings.language)

    def clean(self, name: str, column: int, cell: Cell) -> Cleaned:
        """Titles keep their lines until their languages are told apart."""
        if name == "title" or name in TITLES:
            return clean_text(cell, lines=True)
        cleaned = super().clean(name, column, cell)
        if name == "stage" and not cleaned.value and (word := word_with_more(DeliverableStage, as_text(cell))):
            return Cleaned(word.value)
        return cleaned

    def heading_of_group(self, text: str, number: int) -> bool:
        """A row of one text names the partnership of the rows below; a lone title in its column is a deliverable,
        unless it calls itself a goal.
        """
        row = self.sheet.rows[number - 1]
        place = next(n for n, cell in enumerate(row, start=1) if cell != "")
        if self.columns.get(place) == "title" and (number, place) not in self.merged and not _GOAL.match(text):
            return False
        self.group = text
        return True

    def settle(self, draft: Draft) -> None:
        """Languages of the title, its kind, the partnership of its group, the currency of its sums."""
        values = draft.values
        settle_titles(draft, self.language, self.reading)
        if not values.get("title"):
            draft.refuse("import_record_without_title")
        if not values.get("kind") and values.get("title"):
            word = next(
                (
                    found
                    for name in ("title", *TITLES)
                    if (found := word_in_title(DeliverableKind, values.get(name, "")))
                ),
                None,
            )
            if word:
                values["kind"], draft.sources["kind"] = word.value, "title"
        if self.group and not values.get("partnership"):
            values["partnership"], draft.sources["partnership"] = self.group, "group"
        if not values.get("currency"):
            self._currency(draft)

    def _currency(self, draft: Draft) -> None:
        for name in ("requested", "own"):
            column = draft.places.get(name, 0)
            if column and column <= len(draft.cells):
                named = currency_of_cell(draft.cells[column - 1]) or currency_in(self.headings.columns[column].heading)
                if named:
                    draft.values["currency"] = named
                    return
