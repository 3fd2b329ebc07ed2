"""First schema: tables of agendas."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Make the tables of agendas."""
    _agenda_day()
    _agenda_version()
    _session()
    _session_person()


def _agenda_day() -> None:
    op.create_table(
        "agenda_day",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("chair_id", sa.String(length=32), nullable=True),
        sa.Column("travel", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_agenda_day_activity_id")),
        sa.ForeignKeyConstraint(["chair_id"], ["person.id"], name=op.f("fk_agenda_day_chair_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_day")),
        sa.UniqueConstraint("activity_id", "day", name=op.f("uq_agenda_day_activity_id_day")),
    )
    op.create_index(op.f("ix_agenda_day_chair_id"), "agenda_day", ["chair_id"], unique=False)


def _agenda_version() -> None:
    op.create_table(
        "agenda_version",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=12), nullable=False),
        sa.Column("issued_at", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_agenda_version_activity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_version")),
        sa.UniqueConstraint("activity_id", "number", name=op.f("uq_agenda_version_activity_id_number")),
    )


def _session() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("starts_at", sa.String(length=16), nullable=False),
        sa.Column("ends_at", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("venue", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("host_id", sa.String(length=32), nullable=True),
        sa.Column("interpretation", sa.String(length=32), nullable=False),
        sa.Column("online_link", sa.Text(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_session_ends_after_start")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_session_activity_id")),
        sa.ForeignKeyConstraint(["host_id"], ["organisation.id"], name=op.f("fk_session_host_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    op.create_index("ix_session_activity_start", "session", ["activity_id", "starts_at"], unique=False)
    op.create_index(op.f("ix_session_host_id"), "session", ["host_id"], unique=False)


def _session_person() -> None:
    op.create_table(
        "session_person",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("duty", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_session_person_person_id")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_session_person_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_person")),
        sa.UniqueConstraint(
            "session_id", "person_id", "duty", name=op.f("uq_session_person_session_id_person_id_duty")
        ),
    )
    op.create_index(op.f("ix_session_person_person_id"), "session_person", ["person_id"], unique=False)
