"""First schema: tables of people."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Make the tables of people."""
    _person()
    _consent()
    _declined_match()
    _person_position()


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("patronymic", sa.Text(), nullable=False),
        sa.Column("given_latin", sa.Text(), nullable=False),
        sa.Column("family_latin", sa.Text(), nullable=False),
        sa.Column("latin_source", sa.String(length=32), nullable=False),
        sa.Column("badge_name", sa.Text(), nullable=False),
        sa.Column("salutation", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(length=32), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("other_email", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("other_phone", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("passport_number", sa.Text(), nullable=False),
        sa.Column("passport_expiry", sa.Date(), nullable=True),
        sa.Column("diet", sa.Text(), nullable=False),
        sa.Column("access_needs", sa.Text(), nullable=False),
        sa.Column("emergency_contact", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("family_key", sa.Text(), nullable=False),
        sa.Column("given_key", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("code", name=op.f("uq_person_code")),
    )
    op.create_index("ix_person_email", "person", ["email"], unique=False)
    op.create_index("ix_person_keys", "person", ["family_key", "given_key"], unique=False)


def _consent() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("stated_on", sa.String(length=10), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consent_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_person_id"), "consent", ["person_id"], unique=False)


def _declined_match() -> None:
    op.create_table(
        "declined_match",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("other_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], name=op.f("fk_declined_match_other_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_declined_match_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declined_match")),
        sa.UniqueConstraint("person_id", "other_id", name=op.f("uq_declined_match_person_id_other_id")),
    )
    op.create_index(op.f("ix_declined_match_other_id"), "declined_match", ["other_id"], unique=False)


def _person_position() -> None:
    op.create_table(
        "person_position",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_en", sa.Text(), nullable=False),
        sa.Column("stated", sa.Text(), nullable=False),
        sa.Column("elected", sa.Boolean(), nullable=False),
        sa.Column("start", sa.String(length=10), nullable=False),
        sa.Column("end", sa.String(length=10), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_person_position_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_position_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_position")),
    )
    op.create_index(op.f("ix_person_position_organisation_id"), "person_position", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_person_position_person_id"), "person_position", ["person_id"], unique=False)
