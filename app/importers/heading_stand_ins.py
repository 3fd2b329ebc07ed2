"""Columns that stand in for one that is not there: a role for the post, a town for the body (7.2)."""

import re
from collections.abc import Mapping
from dataclasses import replace

from app.importers.column_values import ORGANISATION, SHARE, share_of, values_of
from app.importers.heading_words import Meaning, normalise
from app.importers.workbook import Sheet

#: As sure as values can be.
_SCORE = 75.0
#: Headings of towns in which people live, set out or were born.
_RESIDENCE = re.compile(
    r"прожив|мешкан|виїзд|відправ|народж|resid|living|departure|birth|stanovanj|prebival|rojst|bostad|dzīvesv|"
    r"prebivališt|prebivanj|становања|пребивал|живеење|rođenj|рођењ|раѓање|рожд|wohnort|zamieszk|vendbanim|reside"
)


def stand_ins(sheet: Sheet, taken: dict[int, Meaning], texts: Mapping[int, list[str]], after: int) -> None:
    """A role without a position column is the position; a municipality or town without an organisation that one."""
    fields = {meaning.field for meaning in taken.values()}
    for stand_in, missing in (("role", "position"), ("municipality", "organisation"), ("mobile", "phone")):
        if missing not in fields:
            for column, meaning in taken.items():
                if meaning.field == stand_in:
                    taken[column] = replace(meaning, field=missing, score=min(meaning.score, 90))
    if fields.isdisjoint(("organisation", "municipality")):
        for column, meaning in taken.items():
            if (
                meaning.field == "department"
                and share_of(values_of(sheet, column, after), ORGANISATION.search) >= SHARE
            ):
                # "Unit" over municipalities names the body itself.
                taken[column] = replace(meaning, field="organisation", score=min(meaning.score, _SCORE))
                return
    if fields.isdisjoint(("organisation", "municipality", "department", "address")):
        # Who names nothing but a town comes from its municipality; where one lives is another thing.
        for column, meaning in taken.items():
            written = share_of(values_of(sheet, column, after), lambda text: any(map(str.isalpha, text))) > 0.5
            if (
                meaning.field == "city"
                and written
                and not _RESIDENCE.search(normalise(" ".join(texts.get(column, ()))))
            ):
                taken[column] = replace(meaning, field="organisation", score=min(meaning.score, 80))
