"""First schema: tables of partnerships."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    """Make the tables of partnerships."""
    _partnership()
    _agreement()
    _need()
    _partnership_member()
    _team()
    _agreement_signatory()
    _team_meeting()
    _team_member()
    _need_link()


def _partnership() -> None:
    op.create_table(
        "partnership",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.String(length=32), nullable=False),
        sa.Column("phase_id", sa.String(length=32), nullable=True),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("themes", sa.Text(), nullable=False),
        sa.Column("in_common", sa.Text(), nullable=False),
        sa.Column("planned_start", sa.String(length=10), nullable=False),
        sa.Column("planned_end", sa.String(length=10), nullable=False),
        sa.Column("actual_start", sa.String(length=10), nullable=False),
        sa.Column("actual_end", sa.String(length=10), nullable=False),
        sa.Column("planned", sa.Text(), nullable=False),
        sa.Column("actual", sa.Text(), nullable=False),
        sa.Column("difference_reason", sa.Text(), nullable=False),
        sa.Column("replaced_by_id", sa.String(length=32), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["phase_id"], ["phase.id"], name=op.f("fk_partnership_phase_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_partnership_programme_id")),
        sa.ForeignKeyConstraint(["replaced_by_id"], ["partnership.id"], name=op.f("fk_partnership_replaced_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership")),
        sa.UniqueConstraint("code", name=op.f("uq_partnership_code")),
    )
    op.create_index(op.f("ix_partnership_phase_id"), "partnership", ["phase_id"], unique=False)
    op.create_index(op.f("ix_partnership_programme_id"), "partnership", ["programme_id"], unique=False)
    op.create_index(op.f("ix_partnership_replaced_by_id"), "partnership", ["replaced_by_id"], unique=False)


def _agreement() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.String(length=10), nullable=False),
        sa.Column("signed_at", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.String(length=10), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("commitments", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["partnership_id"], ["partnership.id"], name=op.f("fk_agreement_partnership_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_index(op.f("ix_agreement_partnership_id"), "agreement", ["partnership_id"], unique=False)


def _need() -> None:
    op.create_table(
        "need",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("stated_by", sa.Text(), nullable=False),
        sa.Column("stated_on", sa.String(length=10), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_need_organisation_id")),
        sa.ForeignKeyConstraint(["partnership_id"], ["partnership.id"], name=op.f("fk_need_partnership_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
    )
    op.create_index(op.f("ix_need_organisation_id"), "need", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_need_partnership_id"), "need", ["partnership_id"], unique=False)


def _partnership_member() -> None:
    op.create_table(
        "partnership_member",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("partnership_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("offers", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_partnership_member_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["partnership_id"], ["partnership.id"], name=op.f("fk_partnership_member_partnership_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partnership_member")),
        sa.UniqueConstraint(
            "partnership_id", "organisation_id", name=op.f("uq_partnership_member_partnership_id_organisation_id")
        ),
    )
    op.create_index(
        op.f("ix_partnership_member_organisation_id"), "partnership_member", ["organisation_id"], unique=False
    )


def _team() -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.String(length=32), nullable=False),
        sa.Column("partnership_id", sa.String(length=32), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("founded", sa.String(length=10), nullable=False),
        sa.Column("parent_body", sa.Text(), nullable=False),
        sa.Column("predecessor", sa.Text(), nullable=False),
        sa.Column("composition_rule", sa.Text(), nullable=False),
        sa.Column("member_count", sa.Integer(), nullable=True),
        sa.Column("meetings_per_year", sa.Integer(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["partnership_id"], ["partnership.id"], name=op.f("fk_team_partnership_id")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_team_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
    )
    op.create_index(op.f("ix_team_partnership_id"), "team", ["partnership_id"], unique=False)
    op.create_index(op.f("ix_team_programme_id"), "team", ["programme_id"], unique=False)


def _agreement_signatory() -> None:
    op.create_table(
        "agreement_signatory",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("on_behalf_of", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["agreement_id"], ["agreement.id"], name=op.f("fk_agreement_signatory_agreement_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_agreement_signatory_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_agreement_signatory_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_signatory")),
    )
    op.create_index(op.f("ix_agreement_signatory_agreement_id"), "agreement_signatory", ["agreement_id"], unique=False)
    op.create_index(
        op.f("ix_agreement_signatory_organisation_id"), "agreement_signatory", ["organisation_id"], unique=False
    )
    op.create_index(op.f("ix_agreement_signatory_person_id"), "agreement_signatory", ["person_id"], unique=False)


def _team_meeting() -> None:
    op.create_table(
        "team_meeting",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("activity_id", sa.String(length=32), nullable=True),
        sa.Column("held_on", sa.String(length=10), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_team_meeting_activity_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_team_meeting_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_meeting")),
    )
    op.create_index(op.f("ix_team_meeting_activity_id"), "team_meeting", ["activity_id"], unique=False)
    op.create_index(op.f("ix_team_meeting_team_id"), "team_meeting", ["team_id"], unique=False)


def _team_member() -> None:
    op.create_table(
        "team_member",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("start", sa.String(length=10), nullable=False),
        sa.Column("end", sa.String(length=10), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_team_member_organisation_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_team_member_person_id")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_team_member_team_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_member")),
    )
    op.create_index(op.f("ix_team_member_organisation_id"), "team_member", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_team_member_person_id"), "team_member", ["person_id"], unique=False)
    op.create_index(op.f("ix_team_member_team_id"), "team_member", ["team_id"], unique=False)


def _need_link() -> None:
    op.create_table(
        "need_link",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=True),
        sa.Column("deliverable_id", sa.String(length=32), nullable=True),
        sa.Column("indicator_id", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["deliverable_id"], ["deliverable.id"], name=op.f("fk_need_link_deliverable_id")),
        sa.ForeignKeyConstraint(["indicator_id"], ["indicator.id"], name=op.f("fk_need_link_indicator_id")),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name=op.f("fk_need_link_need_id")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_need_link_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need_link")),
        sa.UniqueConstraint(
            "need_id",
            "session_id",
            "deliverable_id",
            "indicator_id",
            name=op.f("uq_need_link_need_id_session_id_deliverable_id_indicator_id"),
        ),
    )
    op.create_index(op.f("ix_need_link_deliverable_id"), "need_link", ["deliverable_id"], unique=False)
    op.create_index(op.f("ix_need_link_indicator_id"), "need_link", ["indicator_id"], unique=False)
    op.create_index(op.f("ix_need_link_session_id"), "need_link", ["session_id"], unique=False)
