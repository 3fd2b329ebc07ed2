"""Contacts at the foot of page 1, where phones are looked for (AG-6): run-sheet and agendas of single people."""

from collections.abc import Sequence

from app.documents.agenda_columns import ItemRow
from app.documents.layout import FIRST_TOP, PORTRAIT, Area, Block, Page, at_foot, paginate
from app.documents.styles import MM

#: So high a block of contacts may be to displace items, and so many items must stay above it.
_HIGHEST, _ITEMS = 52 * MM, 3


def with_contacts(blocks: Sequence[Block], contacts: Sequence[Block], area: Area = PORTRAIT) -> list[Page] | None:
    """The pages with the contacts at the foot of page 1; None where they belong at the end.

    They take room that is left there, else that of the last items while some stay above them and no page is added.
    """
    if len(contacts) != 1:
        return None
    foot = contacts[0]
    pages = paginate(blocks, FIRST_TOP, area=area)
    if at_foot(pages, foot):
        return pages
    if foot.height > _HIGHEST:
        return None
    shorter = paginate(blocks, FIRST_TOP, area.body_bottom - foot.height - foot.gap, area)
    items = sum(isinstance(block, ItemRow) for block, _ in shorter[0].placed)
    return shorter if len(shorter) == len(pages) and items >= _ITEMS and at_foot(shorter, foot) else None
