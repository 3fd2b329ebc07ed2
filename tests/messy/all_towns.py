"""All messy workbooks."""

from tests.messy import (
    answers,
    balkan,
    eastern,
    layouts,
    neighbours,
    office_lists,
    papers_as_sheets,
    strangers_again,
    strangers_balkan,
    strangers_east,
    strangers_fifth,
    strangers_fifth_abroad,
    strangers_fifth_again,
    strangers_fifth_clerks,
    strangers_fifth_close,
    strangers_fifth_counters,
    strangers_fifth_end,
    strangers_fifth_forms,
    strangers_fifth_last,
    strangers_fifth_more,
    strangers_fifth_north,
    strangers_fifth_odd,
    strangers_fifth_offices,
    strangers_fourth,
    strangers_north,
    strangers_shapes,
    strangers_third,
    strangers_ukraine,
    strangers_ukraine_more,
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

#: Five parcels of lists from other programmes, each expected before the reader was run over it.
STRANGERS = (
    *strangers_ukraine.TOWNS,
    *strangers_ukraine_more.TOWNS,
    *strangers_balkan.TOWNS,
    *strangers_east.TOWNS,
    *strangers_north.TOWNS,
    *strangers_shapes.TOWNS,
    *strangers_again.TOWNS,
    *strangers_third.TOWNS,
    *strangers_fourth.TOWNS,
    *strangers_fifth.TOWNS,
    *strangers_fifth_abroad.TOWNS,
    *strangers_fifth_north.TOWNS,
    *strangers_fifth_offices.TOWNS,
    *strangers_fifth_counters.TOWNS,
    *strangers_fifth_forms.TOWNS,
    *strangers_fifth_more.TOWNS,
    *strangers_fifth_last.TOWNS,
    *strangers_fifth_odd.TOWNS,
    *strangers_fifth_clerks.TOWNS,
    *strangers_fifth_end.TOWNS,
    *strangers_fifth_again.TOWNS,
    *strangers_fifth_close.TOWNS,
)

TOWNS: tuple[Town, ...] = (*ukrainian.TOWNS, *western.TOWNS, *balkan.TOWNS, *texts.TOWNS, *FURTHER, *STRANGERS)
