"""All messy workbooks."""

from tests.messy import balkan, texts, ukrainian, western
from tests.messy.town import Town

TOWNS: tuple[Town, ...] = (*ukrainian.TOWNS, *western.TOWNS, *balkan.TOWNS, *texts.TOWNS)
