"""Third schema: a unit of work knows where its changes begin, so that they need no index of their own."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Note the first change of each unit and drop the index by unit.

    One writer at a time: the changes of a unit stand together, and the next unit's begin where they end.
    """
    op.add_column("history_unit", sa.Column("first_change", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "UPDATE history_unit SET first_change = coalesce("
        "(SELECT min(seq) FROM history_change WHERE unit_id = history_unit.id), 0)"
    )
    op.drop_index(op.f("ix_history_change_unit_id"), table_name="history_change")
