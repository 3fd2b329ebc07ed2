"""All messy workbooks."""

from tests.messy import (
    answers,
    balkan,
    eastern,
    layouts,
    neighbours,
    office_lists,
    papers_as_sheets,
    texts,
    ukrainian,
    western,
)
from tests.messy.town import Town

#: Written by somebody who had not seen the reader.
FURTHER = (
    *eastern.TOWNS,
    *neighbours.TOWNS,
    *layouts.TOWNS,
    *answers.TOWNS,
    *papers_as_sheets.TOWNS,
    *office_lists.TOWNS,
)

TOWNS: tuple[Town, ...] = (*ukrainian.TOWNS, *western.TOWNS, *balkan.TOWNS, *texts.TOWNS, *FURTHER)
