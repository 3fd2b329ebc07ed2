"""Lists of expenditures: sums by the column's habit, currencies by cell, heading or sheet, totals checked (BU-6).

Fields: ``amount``, ``net`` and ``vat`` as decimal numbers (``1234.50``) beside ``currency`` (three letters), ``date``
and ``paid_on`` ISO, ``line`` as written (the service finds the budget line by code or name), ``state`` a word.
"""

import re
from datetime import date
from decimal import Decimal

from app.core.text import one_line
from app.core.vocabulary import ExpenditureState
from app.importers.amounts import add_up, currency_in
from app.importers.cells import Cleaned, as_text
from app.importers.record_sheet import Draft, RecordReader, SheetNote, currency_of_cell
from app.importers.workbook import Cell, Row

_TOTAL = re.compile(
    r"^\W*(?:sub-?\s?total|grand total|total|in total|sum\b|сума разом|всього|усього|разом|загалом|підсумок|проміжний|"
    r"итого|всего|skupaj|vsega|skupno|seštevek|vmesna vsota|totalt|summa\b|delsumma|kopā|pavisam|starpsumma|ukupno|"
    r"svega|sveukupno|свеукупно|se vkupno|totalsumma|međuzbroj|međuzbir|укупно|свега|вкупно|меѓузбир|zbroj|razem)\b",
    re.IGNORECASE,
)
_AMOUNTS = ("amount", "amount_budget", "net", "vat")
_CURRENCY_LABEL = re.compile(r"(?:currency|valuta|валюта|valūta|валута)", re.IGNORECASE)


class ExpenditureReader(RecordReader):
    """Reads one sheet of expenditures."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.line = ""
        self.since: list[Draft] = []
        self.subtotals: list[Decimal] = []
        self.sheet_currency = self._sheet_currency()
        self.heading_currency = {
            n: currency_in(one.heading) or self._column_currency(n) for n, one in self.headings.columns.items()
        }

    def _sheet_currency(self) -> str:
        """The currency named above the headings ("Currency: EUR", "(у гривнях)"), if only one is."""
        above = [one_line(as_text(cell)) for row in self.sheet.rows[: self.first - 1] for cell in row if cell != ""]
        labelled = {
            currency_in(f"{text} {after}")
            for text, after in zip(above, [*above[1:], ""], strict=True)
            if _CURRENCY_LABEL.search(text)
        }
        labelled.discard("")
        if len(labelled) == 1:
            return labelled.pop()
        named = {currency_in(text) for text in above} - {""}
        return named.pop() if len(named) == 1 else ""

    def _column_currency(self, number: int) -> str:
        """The one currency that most sums of a column name: those between them that name none are in it, too."""
        if self.columns.get(number) not in ("amount", "amount_budget"):
            return ""
        cells = [cell for cell in self.column_values(number) if cell != ""]
        named = [code for code in map(currency_of_cell, cells) if code]
        return named[0] if len(set(named)) == 1 and len(named) * 2 >= len(cells) else ""

    def clean(self, name: str, column: int, cell: Cell) -> Cleaned:
        """Codes of lines that became dates or numbers are codes again."""
        if name == "line" and isinstance(cell, date):
            return Cleaned(f"{cell.day}.{cell.month}")
        return super().clean(name, column, cell)

    def passed_over(self, number: int, row: Row) -> bool:
        """Rows of totals are passed over and checked."""
        texts = self.texts(number)
        words = [text for text in texts if any(map(str.isalpha, text))]
        if words and _TOTAL.match(words[0]) and self._few_words(row):
            self._check_total(number, row)
            self.skip(number, "total")
            return True
        # A sum under the last row that says nothing of itself, or nothing known.
        lone = len(words) == 1 and self._few_words(row) and len(self.since or self.drafts) > 1
        if ((not words and self._only_amounts(row)) or lone) and self._adds_up(self._amount_of(number, row)):
            self._check_total(number, row)
            self.skip(number, "total")
            return True
        return super().passed_over(number, row)

    def _few_words(self, row: Row) -> bool:
        """Whether a row is too empty for a document: "Total Energies" with a number and a date is a supplier."""
        filled = {name for number, name in self.columns.items() if number <= len(row) and row[number - 1] != ""}
        return len(filled - {*_AMOUNTS, "currency", "row_no"}) <= 1

    def _only_amounts(self, row: Row) -> bool:
        filled = {name for number, name in self.columns.items() if number <= len(row) and row[number - 1] != ""}
        return bool(filled & set(_AMOUNTS)) and not filled - {*_AMOUNTS, "currency"}

    def _amount_of(self, number: int, row: Row) -> str:
        for wanted in ("amount", "amount_budget"):
            for column, name in self.columns.items():
                if name == wanted and column <= len(row) and row[column - 1] != "":
                    return super().clean(name, column, row[column - 1]).value
        return ""

    def _adds_up(self, said: str) -> bool:
        return bool(said) and Decimal(said) in self._sums()

    def _sums(self) -> dict[Decimal, None]:
        """What a total may be: of the rows since the last one, of all rows, of the totals with the rows since."""
        since = add_up(draft.values.get("amount", "") for draft in self.since)
        whole = add_up(draft.values.get("amount", "") for draft in self.drafts)
        return dict.fromkeys(
            (since, whole, sum(self.subtotals, since)) if self.since else (whole, sum(self.subtotals, since))
        )

    def _check_total(self, number: int, row: Row) -> None:
        """A total that is none of the sums it can be is told; rows in several currencies have no sum."""
        said = self._amount_of(number, row)
        rows = self.since or self.drafts
        currencies = {draft.values.get("currency", "") for draft in rows}
        if not said or not rows or len(currencies) > 1:
            return
        if not self._adds_up(said):
            nearest = min(self._sums(), key=lambda one: abs(one - Decimal(said)))
            summed = f"{nearest:.2f}"
            self.notes.append(
                SheetNote(self.sheet.name, number, "import_total_differs", {"said": said, "sum": summed, "row": number})
            )
        if self.since:
            self.subtotals.append(Decimal(said))
        self.since = []

    def heading_of_group(self, text: str, number: int) -> bool:
        """A row of one text names the budget line of the rows below."""
        if len(text) > 120:
            return False
        self.line = text
        return True

    def rescue(self, draft: Draft) -> bool:
        """A document whose amount is missing or cannot be read is told as refused, not passed over."""
        told = {"document_no", "date", "supplier", "description", "amount"} & draft.places.keys()
        return len(told) >= 3

    def settle(self, draft: Draft) -> None:
        """Currency of the row, line of its group, sum in the budget's currency where there is no other."""
        values = draft.values
        name = "amount" if values.get("amount") else "amount_budget"
        column = draft.places.get(name, 0)
        cell = draft.cells[column - 1] if column and column <= len(draft.cells) else ""
        named = currency_of_cell(cell) or values.get("currency", "") or self.heading_currency.get(column, "")
        if values.get("currency") and currency_of_cell(cell) not in ("", values["currency"]):
            draft.tell("currency", "import_currency_conflict", value=values["currency"], other=currency_of_cell(cell))
            named = values["currency"]
        if values.get(name) and name == "amount_budget":
            values["amount"] = values.pop("amount_budget")
            draft.places["amount"] = column
        else:
            values.pop("amount_budget", None)
        if named or self.sheet_currency:
            values["currency"] = named or self.sheet_currency
            if not named:
                draft.sources["currency"] = "sheet"
        else:
            values["currency"], draft.sources["currency"] = self.reading.currency, "programme"
        if not values.get("line") and self.line:
            values["line"], draft.sources["line"] = self.line, "group"
        if not values.get("amount"):
            draft.refuse("import_record_without_amount")
        if not values.get("state") and "paid_on" in self.columns.values():
            # A list with a column for the day of payment says by it what is paid.
            values["state"] = (ExpenditureState.PAID if values.get("paid_on") else ExpenditureState.COMMITTED).value
            draft.sources["state"] = "paid_on"
        self.since.append(draft)
