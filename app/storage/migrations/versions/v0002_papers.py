"""Second schema: a programme's own look and words on its papers, delivery of certificates.

Revision ID: 0002
"""

from app.storage.migrations.schema_0002 import papers

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what the second schema has more than the first."""
    for room in (papers,):
        room.create()
