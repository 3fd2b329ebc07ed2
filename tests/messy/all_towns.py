"""All messy workbooks."""

from tests.messy import answers, balkan, eastern, layouts, neighbours, texts, ukrainian, western
from tests.messy.town import Town

#: Written by somebody who had not seen the reader.
FURTHER = (*eastern.TOWNS, *neighbours.TOWNS, *layouts.TOWNS, *answers.TOWNS)

TOWNS: tuple[Town, ...] = (*ukrainian.TOWNS, *western.TOWNS, *balkan.TOWNS, *texts.TOWNS, *FURTHER)
