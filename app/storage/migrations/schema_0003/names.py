"""Third schema: names as they stand inside a sentence."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Make the table of the forms of names."""
    op.create_table(
        "person_name_form",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("form", sa.String(length=12), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("nominative", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_name_form_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_name_form")),
        sa.UniqueConstraint("person_id", "language", "form", name=op.f("uq_person_name_form_person_id_language_form")),
    )
