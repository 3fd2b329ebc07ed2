"""First schema: tables of activities."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Make the tables of activities."""
    _activity()
    _activity_contact()
    _participation()
    _training()
    _visit()


def _activity() -> None:
    op.create_table(
        "activity",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.String(length=32), nullable=False),
        sa.Column("partnership_id", sa.String(length=32), nullable=True),
        sa.Column("phase_id", sa.String(length=32), nullable=True),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("form", sa.String(length=32), nullable=False),
        sa.Column("start", sa.String(length=10), nullable=False),
        sa.Column("end", sa.String(length=10), nullable=False),
        sa.Column("planned_start", sa.String(length=10), nullable=False),
        sa.Column("planned_end", sa.String(length=10), nullable=False),
        sa.Column("change_reason", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("host_id", sa.String(length=32), nullable=True),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("second_zone", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("interpretation", sa.String(length=32), nullable=False),
        sa.Column("aim", sa.Text(), nullable=False),
        sa.Column("results", sa.Text(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("expected_participants", sa.Integer(), nullable=True),
        sa.Column("threshold_percent", sa.Integer(), nullable=True),
        sa.Column("hour_minutes", sa.Integer(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["host_id"], ["organisation.id"], name=op.f("fk_activity_host_id")),
        sa.ForeignKeyConstraint(["partnership_id"], ["partnership.id"], name=op.f("fk_activity_partnership_id")),
        sa.ForeignKeyConstraint(["phase_id"], ["phase.id"], name=op.f("fk_activity_phase_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_activity_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sa.UniqueConstraint("code", name=op.f("uq_activity_code")),
    )
    op.create_index(op.f("ix_activity_host_id"), "activity", ["host_id"], unique=False)
    op.create_index(op.f("ix_activity_partnership_id"), "activity", ["partnership_id"], unique=False)
    op.create_index(op.f("ix_activity_phase_id"), "activity", ["phase_id"], unique=False)
    op.create_index(op.f("ix_activity_programme_id"), "activity", ["programme_id"], unique=False)
    op.create_index("ix_activity_start", "activity", ["start"], unique=False)


def _activity_contact() -> None:
    op.create_table(
        "activity_contact",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_activity_contact_activity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_contact")),
    )
    op.create_index(op.f("ix_activity_contact_activity_id"), "activity_contact", ["activity_id"], unique=False)


def _participation() -> None:
    op.create_table(
        "participation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=True),
        sa.Column("partnership_id", sa.String(length=32), nullable=True),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("arrival", sa.Date(), nullable=True),
        sa.Column("departure", sa.Date(), nullable=True),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("insurance", sa.Text(), nullable=False),
        sa.Column("letter_sent", sa.Date(), nullable=True),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("requirement_met", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_participation_activity_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_participation_organisation_id")
        ),
        sa.ForeignKeyConstraint(["partnership_id"], ["partnership.id"], name=op.f("fk_participation_partnership_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_participation_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint(
            "activity_id", "person_id", "role", name=op.f("uq_participation_activity_id_person_id_role")
        ),
        sa.UniqueConstraint(
            "partnership_id", "person_id", "role", name=op.f("uq_participation_partnership_id_person_id_role")
        ),
    )
    op.create_index(op.f("ix_participation_activity_id"), "participation", ["activity_id"], unique=False)
    op.create_index(op.f("ix_participation_organisation_id"), "participation", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_participation_partnership_id"), "participation", ["partnership_id"], unique=False)
    op.create_index(op.f("ix_participation_person_id"), "participation", ["person_id"], unique=False)


def _training() -> None:
    op.create_table(
        "training",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=False),
        sa.Column("curriculum", sa.Text(), nullable=False),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_training_activity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_training_activity_id")),
    )


def _visit() -> None:
    op.create_table(
        "visit",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=False),
        sa.Column("guest_id", sa.String(length=32), nullable=True),
        sa.Column("travel", sa.Text(), nullable=False),
        sa.Column("accommodation", sa.Text(), nullable=False),
        sa.Column("paid_by", sa.Text(), nullable=False),
        sa.Column("insurance", sa.Text(), nullable=False),
        sa.Column("emergency", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_visit_activity_id")),
        sa.ForeignKeyConstraint(["guest_id"], ["organisation.id"], name=op.f("fk_visit_guest_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("activity_id", name=op.f("uq_visit_activity_id")),
    )
    op.create_index(op.f("ix_visit_guest_id"), "visit", ["guest_id"], unique=False)
