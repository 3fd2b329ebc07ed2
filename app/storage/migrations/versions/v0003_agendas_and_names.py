"""Third schema: states of agenda versions, forms of names, where a unit's changes begin, fewer indexes.

Revision ID: 0003
"""

from app.storage.migrations.schema_0003 import agendas, history, indexes, names

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what the third schema has more than the second, and drop what it has less."""
    for room in (agendas, names, indexes, history):
        room.create()
