"""Columns that say something only together: ticks for needs, and the parts of a date of birth (SP-2, SP-6, SP-15).

"Vegetarian | Gluten-free" with crosses below them are one diet; "day | month | year" under "Date of birth" one date.
These fields may be those of several columns; a row puts them together (``people_row``).
"""

import re
from collections.abc import Mapping, Sequence

from app.core.text import one_line
from app.importers.birth_columns import BIRTH_PARTS, birth_part
from app.importers.cell_words import NO, NOTHING, YES
from app.importers.cells import as_text, clean_diet
from app.importers.column_values import values_of
from app.importers.heading_words import Meaning, meanings, normalise
from app.importers.workbook import Cell, Sheet

#: A column that says yes or no to one need.
DIET_TICK = "diet_tick"
#: Fields that several columns may have.
REPEATED = frozenset((DIET_TICK,))
TOGETHER = REPEATED | frozenset(BIRTH_PARTS)
#: So large a part of the filled cells must say yes or no.
_SHARE = 0.5
_SURE = 80.0
_LONGEST = 90
_NEED = re.compile(
    r"\b(?:вегетар\w*|веган\w*|vegetar\w*|vegan\w*|veģetār\w*|vegān\w*|wegetar\w*|wegań\w*|vegetariš\w*|veg(?:i|e|gie)?|вег[еі]?|"
    r"(?:без|no|brez|utan|bez|ne jem)?\s?(?:свинин\w*|свинск\w*|свињ\w*|pork|svinj\w*|fläsk\w*|griskött\w*|wieprz\w*|"
    r"cūkgaļ\w*)|"
    r"халял\w*|халал\w*|hal[aā]l\w*|кошер\w*|kosher|košer\w*|koscher|"
    r"\w*(?:глютен|gluten|glutēn)\w*|\w*(?:лактоз|laktos|lactos|laktoz|laktōz)\w*|целіакі\w*|celiac|coeliac|celiakij\w*|"
    r"діабет\w*|diabet\w*|дијабет\w*|горіх\w*|nuts?|orešč\w*|nötter\w*|riekst\w*|orašast\w*|"
    r"(?:без|no|brez|utan|bez)\s(?:м'яса|риби|meat|fish|mesa|rib\w*|fisk|kött|gaļas|zivīm))(?!\w)"
)
_YES_OR_NO = re.compile(
    r"\(?\s*\b(?:y|yes|так|т|да|da|d|ja|j|jā|tak|po)\s*[/|]\s*(?:n|no|ні|н|нет|не|ne|nej|nē|nie|jo)\b\s*\)?",
    re.IGNORECASE,
)


def _ticks(values: Sequence[Cell]) -> bool:
    """Whether most of the values say yes, no or nothing."""
    said = [as_text(value).strip().casefold().strip(" .!") for value in values]
    return bool(said) and sum(one in YES or one in NO or one in NOTHING for one in said) >= _SHARE * len(said)


def asks_yes_or_no(heading: str) -> bool:
    """Whether a heading shows that yes or no is the answer: "Vegetarian (yes/no)"."""
    return _YES_OR_NO.search(heading) is not None


def _need(texts: Sequence[str], values: Sequence[Cell], best: Meaning | None) -> bool:
    """Whether a column ticks a need: its heading names one, or asks yes or no about what is eaten."""
    if best is not None and best.field == "notes" and len(texts) == 1:
        return False
    heading = normalise(texts[-1])
    diet = best is not None and best.field == "diet"
    if diet and asks_yes_or_no(" ".join(texts)):
        return True
    over = meanings(texts[0]) if len(texts) > 1 else ()
    under = bool(over) and over[0].field == "diet" and over[0].score >= _SURE
    ticks = _ticks(values)
    if len(heading) > _LONGEST or not (ticks or under):
        return False
    return under or _NEED.search(heading) is not None


def take_together(sheet: Sheet, taken: dict[int, Meaning], texts: Mapping[int, Sequence[str]], after: int) -> None:
    """Give the columns that only together say something their fields; changes ``taken``.

    ``texts``: the headings over each column, outermost first; ``after``: the last row of headings.
    """
    parts = {column: field for column, found in texts.items() if (field := birth_part(found))}
    if "birth_year" in parts.values():
        for column, field in parts.items():
            taken[column] = Meaning(field, _SURE, "part")
    for column, found in texts.items():
        best = taken.get(column)
        if best is not None and best.field not in ("diet", "notes") and best.score >= _SURE:
            continue
        if column not in parts and _need(found, values_of(sheet, column, after), best):
            taken[column] = Meaning(DIET_TICK, 88.0, "part", best.language if best else "")


def need_of(heading: str, cell: Cell) -> str:
    """What a cell of a column of ticks says is needed: the heading's own words, or what else stands there; '' for no.

    ``heading`` is that of the column with its groups, parted by " / ".
    """
    text = one_line(as_text(cell))
    plain = text.casefold().strip(" .!")
    if plain in NO or (plain in NOTHING and plain not in YES):
        return ""
    if plain not in YES:
        # "yes – nuts" and "no mushrooms" say more than the heading.
        return clean_diet(text).value
    words = heading.rpartition(" / ")[2] if not _YES_OR_NO.search(heading.rpartition(" / ")[2]) else heading
    words = _YES_OR_NO.sub(" ", words).split(" / ")[-1]
    told = " ".join(words.replace("()", " ").split()).strip(" *:;,(–-")
    # "Vegetarian?" is a need with a sign behind it, a whole question stays one.
    return told if told.count(" ") > 1 else told.rstrip(" ?")
