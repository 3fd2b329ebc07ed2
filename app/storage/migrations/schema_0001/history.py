"""First schema: tables of history."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Make the tables of history."""
    _history_unit()
    _meta()
    _history_change()


def _history_unit() -> None:
    op.create_table(
        "history_unit",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("act", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("refers_to", sa.String(length=32), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_history_unit")),
        sa.UniqueConstraint("id", name=op.f("uq_history_unit_id")),
    )
    op.create_index(op.f("ix_history_unit_state"), "history_unit", ["state"], unique=False)


def _meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )


def _history_change() -> None:
    op.create_table(
        "history_change",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("unit_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("op", sa.String(length=8), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["history_unit.id"], name=op.f("fk_history_change_unit_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_history_change")),
    )
    op.create_index("ix_history_change_record", "history_change", ["record_id"], unique=False)
    op.create_index(op.f("ix_history_change_unit_id"), "history_change", ["unit_id"], unique=False)
