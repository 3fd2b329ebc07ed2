"""In which order the rows of an import stand by a column; 100,000 of them are put in order in another thread."""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any

from app.core.collation import sort_key
from app.core.i18n import language
from app.core.progress import Token, silent
from app.services.import_book import RowBook
from app.ui.pages.import_kinds import KindLook
from app.ui.pages.import_words import OUTCOMES
from app.ui.widgets.list_columns import Column, sort_value

#: After every letter: where there is nothing.
_LAST = chr(0x10FFFF)
_STEP = 2_000


class Order:
    """The rows of a book by one column: ``numbers`` from the first to the last, ``ranks`` the place of each row."""

    def __init__(self, key: str, numbers: list[int]) -> None:
        self.key = key
        self.numbers = numbers
        self.ranks = [0] * len(numbers)
        for place, number in enumerate(numbers):
            self.ranks[number] = place

    def of(self, numbers: Sequence[int], descending: bool) -> Sequence[int]:
        """These rows in order."""
        if len(numbers) == len(self.numbers):
            return self.numbers[::-1] if descending else self.numbers
        return sorted(numbers, key=self.ranks.__getitem__, reverse=descending)


def order_by(book: RowBook, look: KindLook, shown: Column, token: Token | None = None) -> Order:
    """The order by a column; rows whose cell is empty come last, equal ones stay in the order of the file."""
    token = token or silent()
    cell = next((one for one in look.columns if one.key == shown.key), None)
    keys: Sequence[Any]
    if shown.key in ("row", "sheet"):
        return Order(shown.key, list(range(len(book))))
    if cell is not None and shown.sort_key is None:
        keys = _letters(book.values(cell.fields, token), token)
    elif shown.key == "outcome":
        left = set(book.numbers("left"))
        keys = [OUTCOMES.index("left" if n in left else one) for n, one in enumerate(book.outcomes)]
    elif shown.key == "why":
        keys = list(zip(map(OUTCOMES.index, book.outcomes), book.reasons(token), strict=True))
    else:
        keys = _of_whole_rows(book, shown, token)
    token.step(len(book), len(book))
    return Order(shown.key, sorted(range(len(book)), key=lambda number: keys[number]))


def _letters(texts: Sequence[str], token: Token) -> list[str]:
    """Keys by the alphabet of the reader, as one string each: to put those in order does not hold the window up."""
    weights = _weights(language())
    keys = []
    for number, text in enumerate(texts):
        keys.append(text.casefold().translate(weights) if text else _LAST)
        if number % _STEP == 0:
            token.step(number, len(texts))
    return keys


@lru_cache(maxsize=8)
def _weights(spoken: str) -> dict[int, str]:
    """By letter what stands for its place in the alphabet (section 6.4), marks and case apart."""
    places = (*range(0x20, 0x250), *range(0x400, 0x530), 0x2BC, 0x2019)
    return {at: "".join(chr(0x20 + weight) for weight in sort_key(chr(at), language=spoken)[0]) for at in places}


def _of_whole_rows(book: RowBook, shown: Column, token: Token) -> list[Any]:
    """For a column that only a whole row can tell."""
    by_letters = partial(sort_key, language=language())
    keys: list[Any] = []
    for block in book.blocks():
        keys += [sort_value(shown, one, by_letters) for one in block]
        token.step(len(keys), len(book))
    return keys
