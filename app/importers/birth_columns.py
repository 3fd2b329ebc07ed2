"""A date of birth in three columns: "day | month | year" under "Date of birth" (SP-2, SP-6)."""

from collections.abc import Mapping, Sequence

from app.importers.cells import as_text
from app.importers.column_rows import Cell
from app.importers.heading_words import meanings, normalise

#: The parts, in the order in which they are put together.
BIRTH_PARTS = ("birth_day", "birth_month", "birth_year")
_SURE = 80.0
_WORDS = {
    "birth_day": "day d dd день число дан ден dan dag diena dzień zi ziua dita дд",
    "birth_month": "month m mm місяць mesec mjesec месец månad mēnesis miesiąc luna muaji мм месяц",
    "birth_year": "year y yyyy рік leto godina година år gads rok an anul viti рррр год gggg",
}
_FIELDS = {word: field for field, words in _WORDS.items() for word in words.split()}


def birth_part(texts: Sequence[str]) -> str:
    """Which part of the date of birth a column holds, by its heading and the group right over it; '' for none."""
    field = _FIELDS.get(normalise(texts[-1]), "") if len(texts) > 1 else ""
    over = meanings(texts[-2]) if field else ()
    return field if over and over[0].field == "birth_date" and over[0].score >= _SURE else ""


def birth_of(parts: Mapping[str, Cell]) -> str:
    """A date of birth as text out of its parts, by field; what is not there is left out; '' where there is no year."""
    day, month, year = (as_text(parts.get(name, "")).strip(" .") for name in BIRTH_PARTS)
    if not year:
        return ""
    if month.isdigit() and day.isdigit():
        return f"{day}.{month}.{year}"
    return f"{month.zfill(2)}.{year}" if month.isdigit() else " ".join(part for part in (day, month, year) if part)
