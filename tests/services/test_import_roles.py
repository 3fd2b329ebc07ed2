"""Whom an import takes for whom: columns of roles, posts that sound like roles, hosts and guests."""

import pytest

from app.core.vocabulary import ActivityKind, ParticipationRole
from app.importers.staged import StagedRow
from app.services.import_roles import role_of


@pytest.mark.parametrize(
    ("fields", "country", "role"),
    [
        ({"position": "Expert"}, "UA", ParticipationRole.MENTEE),
        ({"position": "Expert"}, "", ParticipationRole.MENTEE),
        ({"position": "Expert"}, "SI", ParticipationRole.EXPERT),
        ({"role": "expert"}, "UA", ParticipationRole.EXPERT),
        ({"position": "перекладач"}, "UA", ParticipationRole.INTERPRETER),
        ({"position": "депутат"}, "UA", ParticipationRole.POLITICIAN),
        ({"position": "головний спеціаліст"}, "UA", ParticipationRole.MENTEE),
        ({"position": "svetovalka"}, "SI", ParticipationRole.MENTOR),
    ],
)
def test_roles_at_a_visit(fields: dict[str, str], country: str, role: ParticipationRole) -> None:
    assert role_of(StagedRow("S", 2, fields), ActivityKind.MENTORING_VISIT, "SI", country) is role
