"""Third schema: what an issued agenda is worth now, and who issued it."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Add state and issuer to the issued versions of agendas; those that are there were issued, by nobody known."""
    op.add_column("agenda_version", sa.Column("state", sa.String(length=12), nullable=False, server_default="issued"))
    op.add_column("agenda_version", sa.Column("who", sa.Text(), nullable=False, server_default=""))
