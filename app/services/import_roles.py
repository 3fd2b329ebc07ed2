"""What a row of people tells besides the person: the role in an activity, consents, the country."""

from app.core.text import fold
from app.core.vocabulary import VISIT_KINDS, ActivityKind, ParticipationRole, label
from app.importers.cells import yes_or_no
from app.importers.staged import StagedRow

_ROLES = {fold(text): role for role in ParticipationRole for text in (role.value, label(role))} | {
    fold(text): role
    for text, role in (
        ("politik", ParticipationRole.POLITICIAN),
        ("politiker", ParticipationRole.POLITICIAN),
        ("депутат", ParticipationRole.POLITICIAN),
        ("перекладач", ParticipationRole.INTERPRETER),
        ("prevodilac", ParticipationRole.INTERPRETER),
        ("преводилац", ParticipationRole.INTERPRETER),
        ("преведувач", ParticipationRole.INTERPRETER),
        ("tulks", ParticipationRole.INTERPRETER),
        ("tolmač", ParticipationRole.INTERPRETER),
        ("tolk", ParticipationRole.INTERPRETER),
        ("ментор", ParticipationRole.MENTOR),
        ("civil servant", ParticipationRole.OFFICIAL),
        ("tjänsteman", ParticipationRole.OFFICIAL),
        ("координатор", ParticipationRole.COORDINATOR),
        ("samordnare", ParticipationRole.COORDINATOR),
    )
}
#: Who teaches: at a visit those who receive it, unless a list says so of a guest.
_GIVING = frozenset({ParticipationRole.MENTOR, ParticipationRole.EXPERT, ParticipationRole.SPEAKER})
#: The columns of consents and the purpose that each is for.
_CONSENTS = {"data_consent": "data", "photo_consent": "photo"}
_PREFIXES = (
    ("+380", "UA"),
    ("+386", "SI"),
    ("+46", "SE"),
    ("+371", "LV"),
    ("+387", "BA"),
    ("+382", "ME"),
    ("+389", "MK"),
    ("+381", "RS"),
    ("+385", "HR"),
    ("+48", "PL"),
)


def country_of(row: StagedRow) -> str:
    """The two letters of the country that a row tells, by its country column or its telephone number."""
    told = row.extra.get("country", "")
    if len(told) == 2 and told.isalpha():
        return told.upper()
    phone = row.fields.get("phone", "")
    return next((country for prefix, country in _PREFIXES if phone.startswith(prefix)), "")


def role_of(row: StagedRow, kind: ActivityKind, host_country: str, country: str) -> ParticipationRole:
    """As the file says; else hosts of a visit are mentors and guests mentees, at other activities officials.

    ``country`` is that of the person's organisation, or what the row tells. A guest whose post is called "Expert" comes
    to learn all the same: only a column of roles says otherwise.
    """
    at_home = bool(country) and country == host_country
    told = _ROLES.get(fold(row.fields.get("role", "")))
    if told is not None:
        return told
    post = _ROLES.get(fold(row.fields.get("position", "")))
    if post is not None and not (kind in VISIT_KINDS and post in _GIVING and not at_home):
        return post
    if kind not in VISIT_KINDS:
        return ParticipationRole.OFFICIAL
    return ParticipationRole.MENTOR if at_home else ParticipationRole.MENTEE


def consents_of(row: StagedRow) -> tuple[tuple[str, str], ...]:
    """(purpose, state) of the consents that a row states; stated in a file is no evidence (SP-16)."""
    said = ((purpose, yes_or_no(row.extra.get(name, ""))) for name, purpose in _CONSENTS.items())
    return tuple((purpose, "stated_in_file" if yes else "refused") for purpose, yes in said if yes is not None)
