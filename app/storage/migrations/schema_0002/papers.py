"""Second schema: looks and templates of papers, delivery of certificates."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Make the tables of papers and the new columns of certificates."""
    _paper_look()
    _paper_template()
    op.add_column("certificate", sa.Column("delivered_on", sa.Date(), nullable=True))
    op.add_column("certificate", sa.Column("delivery", sa.Text(), nullable=False, server_default=""))


def _paper_look() -> None:
    op.create_table(
        "paper_look",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.String(length=32), nullable=False),
        sa.Column("accent", sa.String(length=7), nullable=False),
        sa.Column("logos", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_paper_look_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_look")),
        sa.UniqueConstraint("programme_id", name=op.f("uq_paper_look_programme_id")),
    )


def _paper_template() -> None:
    op.create_table(
        "paper_template",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.String(length=32), nullable=False),
        sa.Column("paper", sa.String(length=40), nullable=False),
        sa.Column("texts", sa.Text(), nullable=False),
        sa.Column("word_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_paper_template_programme_id")),
        sa.ForeignKeyConstraint(["word_id"], ["document.id"], name=op.f("fk_paper_template_word_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_template")),
        sa.UniqueConstraint("programme_id", "paper", name=op.f("uq_paper_template_programme_id_paper")),
    )
    op.create_index(op.f("ix_paper_template_word_id"), "paper_template", ["word_id"], unique=False)
