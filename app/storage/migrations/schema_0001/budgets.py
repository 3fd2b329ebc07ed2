"""First schema: tables of budgets."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Make the tables of budgets."""
    _exchange_rate()
    _budget_line()
    _funding_source()
    _reallocation()
    _expenditure()


def _exchange_rate() -> None:
    op.create_table(
        "exchange_rate",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("rate", sa.String(length=40), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_rate")),
        sa.UniqueConstraint("base", "currency", "period", name=op.f("uq_exchange_rate_base_currency_period")),
    )


def _budget_line() -> None:
    op.create_table(
        "budget_line",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("heading", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("units", sa.String(length=40), nullable=False),
        sa.Column("factor", sa.String(length=40), nullable=False),
        sa.Column("rate_minor", sa.Integer(), nullable=False),
        sa.Column("total_minor", sa.Integer(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_budget_line_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget_line")),
        sa.UniqueConstraint("programme_id", "code", name=op.f("uq_budget_line_programme_id_code")),
    )


def _funding_source() -> None:
    op.create_table(
        "funding_source",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("amount_minor", sa.Integer(), nullable=True),
        sa.Column("share_percent", sa.String(length=40), nullable=True),
        sa.Column("in_kind", sa.Boolean(), nullable=False),
        sa.Column("received_minor", sa.Integer(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_funding_source_organisation_id")
        ),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_funding_source_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_funding_source")),
    )
    op.create_index(op.f("ix_funding_source_organisation_id"), "funding_source", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_funding_source_programme_id"), "funding_source", ["programme_id"], unique=False)


def _reallocation() -> None:
    op.create_table(
        "reallocation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.String(length=32), nullable=False),
        sa.Column("from_line_id", sa.String(length=32), nullable=False),
        sa.Column("to_line_id", sa.String(length=32), nullable=False),
        sa.Column("amount_minor", sa.Integer(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["from_line_id"], ["budget_line.id"], name=op.f("fk_reallocation_from_line_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_reallocation_programme_id")),
        sa.ForeignKeyConstraint(["to_line_id"], ["budget_line.id"], name=op.f("fk_reallocation_to_line_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reallocation")),
    )
    op.create_index(op.f("ix_reallocation_from_line_id"), "reallocation", ["from_line_id"], unique=False)
    op.create_index(op.f("ix_reallocation_programme_id"), "reallocation", ["programme_id"], unique=False)
    op.create_index(op.f("ix_reallocation_to_line_id"), "reallocation", ["to_line_id"], unique=False)


def _expenditure() -> None:
    op.create_table(
        "expenditure",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.String(length=32), nullable=False),
        sa.Column("line_id", sa.String(length=32), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("document_no", sa.Text(), nullable=False),
        sa.Column("document_date", sa.Date(), nullable=True),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("supplier", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("net_minor", sa.Integer(), nullable=False),
        sa.Column("vat_minor", sa.Integer(), nullable=False),
        sa.Column("vat_eligible", sa.Boolean(), nullable=False),
        sa.Column("gross_minor", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("rate", sa.String(length=40), nullable=False),
        sa.Column("rate_source", sa.Text(), nullable=False),
        sa.Column("budget_minor", sa.Integer(), nullable=False),
        sa.Column("paid_by", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_expenditure_activity_id")),
        sa.ForeignKeyConstraint(["line_id"], ["budget_line.id"], name=op.f("fk_expenditure_line_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_expenditure_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expenditure")),
    )
    op.create_index(op.f("ix_expenditure_activity_id"), "expenditure", ["activity_id"], unique=False)
    op.create_index("ix_expenditure_document_date", "expenditure", ["document_date"], unique=False)
    op.create_index(op.f("ix_expenditure_line_id"), "expenditure", ["line_id"], unique=False)
    op.create_index(op.f("ix_expenditure_programme_id"), "expenditure", ["programme_id"], unique=False)
