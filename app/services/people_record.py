"""What stands on a person's page beside the person: participations and certificates."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.core.dates import UNKNOWN, PartialDate
from app.core.i18n import pick
from app.core.vocabulary import ActivityKind, ActivityStatus, CertificateKind, CertificateStatus, ParticipationRole
from app.models.activities import Activity, Participation
from app.models.agendas import Session, SessionPerson
from app.models.certificates import Certificate
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.storage.work import View


@dataclass(frozen=True, slots=True)
class PersonParticipation:
    """A person in an activity or partnership; ``kind`` None for a partnership, ``id`` empty for duties in sessions."""

    id: str
    activity_id: str
    partnership_id: str
    code: str
    title: str
    kind: ActivityKind | None
    status: ActivityStatus | None
    start: PartialDate
    end: PartialDate
    role: ParticipationRole
    organisation: str
    position: str
    cancelled: bool


@dataclass(frozen=True, slots=True)
class PersonCertificate:
    """A certificate that a person holds; ``minutes`` as printed."""

    id: str
    number: str
    kind: CertificateKind
    status: CertificateStatus
    language: str
    activity_id: str
    activity_code: str
    activity: str
    minutes: int
    issued_on: date


_DUTIES = {"speaker": ParticipationRole.SPEAKER, "interpreter": ParticipationRole.INTERPRETER}


def participations(view: View, person_id: str) -> tuple[PersonParticipation, ...]:
    """What a person took part in, newest first: as participant, and as speaker or interpreter of sessions."""
    rows = view.session.execute(
        select(Participation, Activity, Partnership, Organisation)
        .outerjoin(Activity, Participation.activity_id == Activity.id)
        .outerjoin(Partnership, Participation.partnership_id == Partnership.id)
        .outerjoin(Organisation, Participation.organisation_id == Organisation.id)
        .where(Participation.person_id == person_id)
    )
    found = [_taking(view, *row) for row in rows]
    told = {(taking.activity_id, taking.role) for taking in found}
    duties = view.session.execute(
        select(Activity, SessionPerson.duty)
        .join(Session, Session.activity_id == Activity.id)
        .join(SessionPerson, SessionPerson.session_id == Session.id)
        .where(SessionPerson.person_id == person_id, Session.cancelled.is_(False))
        .distinct()
    )
    for activity, duty in duties:
        role = _DUTIES.get(duty, ParticipationRole.SPEAKER)
        if (activity.id, role) not in told:
            found.append(_of_activity(view, activity, role))
    return tuple(sorted(found, key=_newest_first))


def certificates(view: View, person_id: str) -> tuple[PersonCertificate, ...]:
    """Certificates issued to a person, newest first; cancelled ones stay in the list (CN-1)."""
    rows = view.session.execute(
        select(Certificate, Activity)
        .join(Activity, Certificate.activity_id == Activity.id)
        .where(Certificate.person_id == person_id)
        .order_by(Certificate.issued_on.desc(), Certificate.number)
    )
    return tuple(
        PersonCertificate(
            id=row.id,
            number=row.number,
            kind=row.kind,
            status=row.status,
            language=row.language,
            activity_id=activity.id,
            activity_code=activity.code,
            activity=pick(activity.title, view.language) or activity.code,
            minutes=row.minutes,
            issued_on=row.issued_on,
        )
        for row, activity in rows
    )


def _taking(
    view: View,
    row: Participation,
    activity: Activity | None,
    partnership: Partnership | None,
    organisation: Organisation | None,
) -> PersonParticipation:
    start, end = UNKNOWN, UNKNOWN
    if activity is not None:
        start, end = activity.start, activity.end
    elif partnership is not None:
        start = partnership.actual_start if partnership.actual_start.known else partnership.planned_start
        end = partnership.actual_end if partnership.actual_end.known else partnership.planned_end
    title = ""
    if activity is not None:
        title = pick(activity.title, view.language) or activity.code
    elif partnership is not None:
        title = partnership.title or partnership.code
    return PersonParticipation(
        id=row.id,
        activity_id=row.activity_id or "",
        partnership_id=row.partnership_id or "",
        code=activity.code if activity is not None else partnership.code if partnership is not None else "",
        title=title,
        kind=activity.kind if activity is not None else None,
        status=activity.status if activity is not None else None,
        start=start,
        end=end,
        role=row.role,
        organisation="" if organisation is None else pick(organisation.name, view.language) or organisation.code,
        position=row.position,
        cancelled=row.cancelled,
    )


def _of_activity(view: View, activity: Activity, role: ParticipationRole) -> PersonParticipation:
    return PersonParticipation(
        id="",
        activity_id=activity.id,
        partnership_id="",
        code=activity.code,
        title=pick(activity.title, view.language) or activity.code,
        kind=activity.kind,
        status=activity.status,
        start=activity.start,
        end=activity.end,
        role=role,
        organisation="",
        position="",
        cancelled=False,
    )


def _newest_first(row: PersonParticipation) -> tuple[int, str, str]:
    first = row.start.first or row.end.first
    return (-first.toordinal() if first else 0, row.code, row.role.value)
