"""First schema.

Revision ID: 0001
"""

from app.storage.migrations.schema_0001 import (
    activities,
    agendas,
    attendance,
    budgets,
    certificates,
    deliverables,
    documents,
    history,
    indicators,
    organisations,
    partnerships,
    people,
    programmes,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    for room in (
        activities,
        agendas,
        attendance,
        budgets,
        certificates,
        deliverables,
        documents,
        history,
        indicators,
        organisations,
        partnerships,
        people,
        programmes,
    ):
        room.create()
