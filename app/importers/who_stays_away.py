"""Remarks in a list that somebody on it does not come: such a row waits for a click (law 2).

Only a cell that says nothing else counts: "не їде" is such a remark, "не їде автобусом" is not.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from app.core.text import one_line
from app.importers.workbook import Cell, Sheet

_WORDS = (
    "cancelled by self|canceled by self|cancelled by user|canceled by user|cancelled by attendee|denied|rejected|"
    "refunded|no longer attending|not going|won't come|will not come|can't attend|unable to attend|unable to come|"
    "cancelled|canceled|cancellation|withdrawn|withdrew|declined|not coming|not attending|will not attend|"
    "does not come|is not coming|can't come|cannot come|can not come|cannot attend|no show|"
    "не їде|не поїде|не приїде|не бере участі|не братиме участі|не зможе|не зможе приїхати|не зможе бути|"
    "не може|не може приїхати|скасовано|"
    "відмова|відмовився|відмовилась|відмовилася|відмінено|вибув|вибула|участь скасовано|"
    "не едет|не поедет|не приедет|отказ|отказался|отказалась|отменено|"
    "odpovedal|odpovedala|odpoved|odpovedano|odjavljen|odjavljena|odjava|ne pride|se ne udeleži|ne bo prišel|"
    "ne bo prišla|preklicano|"
    "avbokad|avbokat|avbokar|inställd|kommer ej|kommer inte|förhinder|avanmäld|återbud|deltar ej|deltar inte|"
    "atcelts|atcelta|atteicās|nepiedalās|nepiedalīsies|neierodas|nevarēs|neieradīsies|nebrauc|"
    "otkazao|otkazala|otkazano|otkaz|ne dolazi|neće doći|ne učestvuje|ne sudjeluje|odustao|odustala|spriječen|"
    "отказао|отказала|отказано|не долази|неће доћи|не учествује|одустао|одустала|"
    "откажано|откажа|се откажа|не доаѓа|нема да дојде|не учествува|"
    "rezygnacja|zrezygnował|zrezygnowała|nie jedzie|nie przyjedzie|odwołane|abgesagt|kommt nicht|nimmt nicht teil|"
    "anuluar|nuk vjen|nu vine|anulat"
)
_SIGNS = (".", "!", "…", ",", ";", ":", "(", ")", "–", "—", "-", "*", " ")
#: As most cells write it, to pass over whole columns quickly.
_FORMS = frozenset(
    form
    for word in _WORDS.split("|")
    for plain in (word, word.capitalize(), word.upper(), word.title())
    for form in (plain, plain + ".", plain + "!", f"({plain})")
)
#: In a comment the remark is the first thing that is said, after the name of who wrote it.
_WROTE = re.compile(r"^[^:\n]{1,60}:\s*\n")
_CLAUSE = re.compile(r"[,.;!\n(–—]|\s-\s")
_PLAIN = frozenset(_WORDS.split("|"))


def stays_away(cell: Cell) -> bool:
    """Whether a cell says nothing but that somebody does not come."""
    if not isinstance(cell, str) or not 3 < len(cell) < 40:
        return False
    return cell in _FORMS or one_line(cell).casefold().strip("".join(_SIGNS)) in _PLAIN


def rows_away(columns: Iterable[Sequence[Cell]], first_row: int) -> dict[int, str]:
    """The rows that hold such a remark, with it. ``columns``: cells from ``first_row`` (from 1) downwards."""
    found: dict[int, str] = {}
    for cells in columns:
        if not _FORMS.isdisjoint(cells):
            found.update((first_row + at, str(cell)) for at, cell in enumerate(cells) if stays_away(cell))
    return found


def comments_away(sheet: Sheet) -> Mapping[int, str]:
    """The rows of which a comment says first that somebody does not come, with that comment (SP-8)."""
    found = {}
    for (row, _column), text in sheet.comments.items():
        said = _WROTE.sub("", text).strip()
        if stays_away(_CLAUSE.split(said, maxsplit=1)[0]):
            found[row] = one_line(said)[:120]
    return found
