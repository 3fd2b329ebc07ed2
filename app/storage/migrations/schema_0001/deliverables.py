"""First schema: tables of deliverables."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Make the tables of deliverables."""
    _deliverable()
    _deliverable_review()
    _deliverable_version()
    _stage_change()


def _deliverable() -> None:
    op.create_table(
        "deliverable",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.String(length=32), nullable=False),
        sa.Column("partnership_id", sa.String(length=32), nullable=True),
        sa.Column("owner_id", sa.String(length=32), nullable=True),
        sa.Column("responsible_id", sa.String(length=32), nullable=True),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("due", sa.String(length=10), nullable=False),
        sa.Column("purposes", sa.Text(), nullable=False),
        sa.Column("adoption_number", sa.Text(), nullable=False),
        sa.Column("adoption_date", sa.String(length=10), nullable=False),
        sa.Column("adoption_body", sa.Text(), nullable=False),
        sa.Column("call", sa.Text(), nullable=False),
        sa.Column("requested_minor", sa.Integer(), nullable=True),
        sa.Column("own_minor", sa.Integer(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["organisation.id"], name=op.f("fk_deliverable_owner_id")),
        sa.ForeignKeyConstraint(["partnership_id"], ["partnership.id"], name=op.f("fk_deliverable_partnership_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_deliverable_programme_id")),
        sa.ForeignKeyConstraint(["responsible_id"], ["person.id"], name=op.f("fk_deliverable_responsible_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliverable")),
        sa.UniqueConstraint("code", name=op.f("uq_deliverable_code")),
    )
    op.create_index(op.f("ix_deliverable_owner_id"), "deliverable", ["owner_id"], unique=False)
    op.create_index(op.f("ix_deliverable_partnership_id"), "deliverable", ["partnership_id"], unique=False)
    op.create_index(op.f("ix_deliverable_programme_id"), "deliverable", ["programme_id"], unique=False)
    op.create_index(op.f("ix_deliverable_responsible_id"), "deliverable", ["responsible_id"], unique=False)


def _deliverable_review() -> None:
    op.create_table(
        "deliverable_review",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deliverable_id", sa.String(length=32), nullable=False),
        sa.Column("reviewer_id", sa.String(length=32), nullable=True),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("verdict", sa.String(length=32), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("comments", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deliverable_id"], ["deliverable.id"], name=op.f("fk_deliverable_review_deliverable_id")
        ),
        sa.ForeignKeyConstraint(["reviewer_id"], ["person.id"], name=op.f("fk_deliverable_review_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliverable_review")),
    )
    op.create_index(
        op.f("ix_deliverable_review_deliverable_id"), "deliverable_review", ["deliverable_id"], unique=False
    )
    op.create_index(op.f("ix_deliverable_review_reviewer_id"), "deliverable_review", ["reviewer_id"], unique=False)


def _deliverable_version() -> None:
    op.create_table(
        "deliverable_version",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deliverable_id", sa.String(length=32), nullable=False),
        sa.Column("document_id", sa.String(length=32), nullable=True),
        sa.Column("number", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deliverable_id"], ["deliverable.id"], name=op.f("fk_deliverable_version_deliverable_id")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_deliverable_version_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliverable_version")),
    )
    op.create_index(
        op.f("ix_deliverable_version_deliverable_id"), "deliverable_version", ["deliverable_id"], unique=False
    )
    op.create_index(op.f("ix_deliverable_version_document_id"), "deliverable_version", ["document_id"], unique=False)


def _stage_change() -> None:
    op.create_table(
        "stage_change",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deliverable_id", sa.String(length=32), nullable=False),
        sa.Column("from_stage", sa.String(length=32), nullable=False),
        sa.Column("to_stage", sa.String(length=32), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["deliverable_id"], ["deliverable.id"], name=op.f("fk_stage_change_deliverable_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_change")),
    )
    op.create_index(op.f("ix_stage_change_deliverable_id"), "stage_change", ["deliverable_id"], unique=False)
