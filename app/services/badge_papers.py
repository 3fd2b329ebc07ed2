"""Badges and name tents from the records: for everybody who takes part, or for those chosen."""

from collections.abc import Sequence

from app.core.errors import Refused
from app.core.i18n import N_
from app.core.vocabulary import OrganisationType, ParticipationRole, label
from app.documents.badges import Badge, BadgePaper, Bar
from app.documents.name_tents import Tent, TentPaper
from app.documents.texts import PersonName, Text
from app.services import paper_parts, people_papers
from app.services.people_papers import Taking
from app.storage.work import View

#: On a badge these are called by their town; others by their name.
_TOWNS = frozenset({OrganisationType.MUNICIPALITY, OrganisationType.HROMADA})

_PARTICIPANT = N_("Participant")


def badges(
    view: View, activity_id: str, first: str, second: str = "", person_ids: Sequence[str] = (), blanks: int = 0
) -> BadgePaper:
    """A badge for everybody, or for those chosen; interpreters reversed, hosts and experts grey; blank ones at the end.

    Refused(``paper_nobody``) for nobody.
    """
    head = paper_parts.event(view, activity_id, first, second)
    everybody = people_papers.those(people_papers.takings(view, activity_id, first, second), person_ids)
    if not everybody and not blanks:
        raise Refused("paper_nobody", code=head.activity.code)
    blank = Badge(PersonName("", ""), paper_parts.label_text(_PARTICIPANT, first, second), blank=True)
    return BadgePaper(
        event=head.title,
        badges=(*(_badge(taking, first, second) for taking in everybody), *[blank] * blanks),
        start=head.start,
        end=head.end,
        when=head.when.first,
        organiser=head.organiser.first,
        logos=head.logos,
        accent=head.accent,
    )


def name_tents(view: View, activity_id: str, first: str, second: str = "", person_ids: Sequence[str] = ()) -> TentPaper:
    """A name tent for everybody, or for those chosen; Refused(``paper_nobody``) for nobody."""
    head = paper_parts.event(view, activity_id, first, second)
    everybody = people_papers.those(people_papers.takings(view, activity_id, first, second), person_ids)
    if not everybody:
        raise Refused("paper_nobody", code=head.activity.code)
    tents = tuple(Tent(paper_parts.person_name(taking.person), _place(taking, first, second)) for taking in everybody)
    return TentPaper(head.title, tents, head.organiser.first, head.accent)


def _role_word(role: ParticipationRole) -> str:
    """The word in the bar: whoever comes to learn is a participant to all others."""
    return _PARTICIPANT if role is ParticipationRole.MENTEE else label(role)


def _badge(taking: Taking, first: str, second: str) -> Badge:
    bar = Bar.PLAIN
    if ParticipationRole.INTERPRETER in taking.roles:
        bar = Bar.REVERSED
    elif taking.staff:
        bar = Bar.GREY
    roles = [paper_parts.label_text(_role_word(role), first, second) for role in taking.roles]
    return Badge(
        name=paper_parts.person_name(taking.person),
        role=Text(" · ".join(role.first for role in roles), " · ".join(role.second for role in roles if role.second)),
        place=_place(taking, first, second),
        position=taking.position,
        languages=tuple(taking.person.languages),
        bar=bar,
    )


def _place(taking: Taking, first: str, second: str) -> Text:
    """The town of those who come for one, else the organisation."""
    organisation = taking.organisation
    if organisation is not None and organisation.type in _TOWNS and organisation.town:
        return people_papers.delegation(taking, first, second)
    return paper_parts.organisation_text(organisation, first, second)
