"""The list of changes on the last page of an agenda (AR-4)."""

from collections.abc import Sequence

from app.core.i18n import N_
from app.documents.agenda_data import ListedChange
from app.documents.agenda_head import fact_blocks
from app.documents.blocks import Fact, SectionHeading
from app.documents.layout import TEXT_WIDTH, Block
from app.documents.speech import Speech
from app.documents.styles import CELL, CELL_STRONG, MM
from app.documents.tables import Cell, Head, Row, grid, table_blocks
from app.documents.texts import Text
from app.documents.wrapping import wrap, wrap_pair


def change_list(changes: Sequence[ListedChange], said: Speech, anchor: str, width: float = TEXT_WIDTH) -> list[Block]:
    """What changed since the version before: item, was, is, reason, who (AR-4).

    A reason or a name that is the same for all stands once above the list; a column that nobody filled is left out.
    """
    reasons, names = {change.reason for change in changes}, {change.who for change in changes}
    one_reason, one_name = len(reasons) == 1 and len(changes) > 1, len(names) == 1 and len(changes) > 1
    reason_column, name_column = any(reasons) and not one_reason, any(names) and not one_name
    above = []
    if one_reason:
        above.append(Fact(said.say(N_("Reason")), changes[0].reason))
    if one_name:
        above.append(Fact(said.say(N_("Told by")), Text(changes[0].who)))
    parts: list[tuple[Text, float]] = [(said.say(N_("Item")), 48), (said.say(N_("Was")), 33), (said.say(N_("Is")), 33)]
    if reason_column:
        parts.append((said.say(N_("Reason")), 36))
    if name_column:
        parts.append((said.say(N_("Told by")), 20))
    whole = sum(share for _, share in parts)
    table = grid(*((title, share / whole * width / MM) for title, share in parts))
    rows = []
    for change in changes:
        cells: list[Cell] = [
            wrap_pair(change.item, CELL_STRONG, table.inner(0)),
            wrap_pair(change.was, CELL, table.inner(1)),
            wrap_pair(change.now, CELL, table.inner(2)),
        ]
        if reason_column:
            cells.append(wrap_pair(change.reason, CELL, table.inner(3)))
        if name_column:
            cells.append(wrap(change.who, CELL, table.inner(len(cells))))
        rows.append(Row(table, cells))
    heading = SectionHeading(said.say(N_("Changes since the version before")))
    heading.anchor = anchor
    told = fact_blocks(above, width)
    for block in told:
        block.keep = 2
        heading.keep = 3
    return [heading, *told, *table_blocks(Head(table, gap=2 * MM if told else 0.0), rows)]
