"""A new visit or training from the few things one says first; the rest is taken from its partnership and programme."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem
from app.core.transliteration import is_cyrillic
from app.core.vocabulary import VISIT_KINDS, ActivityForm, ActivityKind, ActivityStatus, PartnerRole
from app.models.organisations import Organisation
from app.models.partnerships import Partnership, PartnershipMember
from app.models.programmes import Programme
from app.services import draft_checks, paper_parts
from app.services.activities import ActivityDraft, VisitDraft
from app.storage.work import View

#: Between the two towns of a partnership.
BETWEEN = " – "
#: Where clocks of a host's country stand.
_ZONES = {
    "SI": "Europe/Ljubljana",
    "UA": "Europe/Kyiv",
    "SE": "Europe/Stockholm",
    "LV": "Europe/Riga",
    "BA": "Europe/Sarajevo",
    "ME": "Europe/Podgorica",
    "MK": "Europe/Skopje",
    "RS": "Europe/Belgrade",
    "HR": "Europe/Zagreb",
    "BE": "Europe/Brussels",
    "MD": "Europe/Chisinau",
}
#: What is spoken in a country whose language the agenda can be printed in.
_LANGUAGES = {"UA": "uk", "SI": "sl", "SE": "sv", "LV": "lv"}


@dataclass(frozen=True, slots=True)
class ActivityWish:
    """What the dialog for a new one asks."""

    programme_id: str = ""
    partnership_id: str | None = None
    kind: ActivityKind = ActivityKind.MENTORING_VISIT
    title: str = ""
    start: PartialDate = UNKNOWN
    end: PartialDate = UNKNOWN
    place: str = ""
    host_id: str | None = None


def check(wish: ActivityWish) -> tuple[Problem, ...]:
    """What keeps a wish from being made: no programme, neither title nor partnership, an end before the start."""
    problems = []
    if not wish.programme_id and not wish.partnership_id:
        problems.append(Problem("programme_id", "programme_missing"))
    if not wish.title.strip() and not wish.partnership_id:
        problems.append(Problem("title", "title_missing"))
    problems += draft_checks.period(wish.start, wish.end)
    return tuple(problems)


def propose(view: View, wish: ActivityWish, language: str = "en") -> ActivityDraft:
    """The draft: the partnership gives title, host and guest, the programme languages, the host its clocks."""
    partnership = view.session.get(Partnership, wish.partnership_id) if wish.partnership_id else None
    programme_id = partnership.programme_id if partnership else wish.programme_id
    programme = view.session.get(Programme, programme_id)
    host_id, guest_id = _hosts(view, wish)
    host = view.session.get(Organisation, host_id) if host_id else None
    country = host.country if host else ""
    title = wish.title.strip() or (partnership.title if partnership else "")
    place = {language: wish.place.strip()} if wish.place.strip() else {}
    languages = tuple(programme.languages if programme else ()) or _spoken(view, language, guest_id, host_id)
    guest = view.session.get(Organisation, guest_id) if guest_id else None
    draft = ActivityDraft(
        programme_id=programme_id,
        partnership_id=wish.partnership_id,
        kind=wish.kind,
        title=_titles(title, language, languages, host, guest),
        status=ActivityStatus.PLANNED if wish.start.known else ActivityStatus.IDEA,
        form=ActivityForm.ONLINE
        if wish.kind in (ActivityKind.ONLINE_MEETING, ActivityKind.WEBINAR_SERIES)
        else ActivityForm.ON_SITE,
        start=wish.start,
        end=wish.end if wish.end.known else wish.start,
        planned_start=wish.start,
        planned_end=wish.end if wish.end.known else wish.start,
        place=place or ({language: host.town} if host and host.town else {}),
        country=country,
        host_id=host_id,
        languages=languages,
    )
    if country in _ZONES:
        draft = replace(draft, time_zone=_ZONES[country])
    return replace(draft, visit=VisitDraft(guest_id=guest_id)) if wish.kind in VISIT_KINDS else draft


def _titles(
    title: str, language: str, languages: Iterable[str], host: Organisation | None, guest: Organisation | None
) -> dict[str, str]:
    """The title, and where it only names the two towns also in the other languages in which both are known (AG-13)."""
    told = {language: title}
    if host is None or guest is None or title != _towns(host, guest, language):
        return told
    for other in languages:
        line = _towns(host, guest, other)
        if other not in told and all(is_cyrillic(town) == (other == "uk") for town in line.split(BETWEEN)):
            told[other] = line
    return told


def _towns(host: Organisation, guest: Organisation, language: str) -> str:
    return BETWEEN.join(paper_parts.town_of(row, language) for row in (host, guest))


def _spoken(view: View, language: str, *organisation_ids: str | None) -> tuple[str, ...]:
    """One's own language and the one of the guests, else of the hosts: an agenda is read by both."""
    for ident in organisation_ids:
        country = getattr(view.session.get(Organisation, ident), "country", "") if ident else ""
        other = _LANGUAGES.get(country, language)
        if other != language:
            return language, other
    return (language,)


def _hosts(view: View, wish: ActivityWish) -> tuple[str | None, str | None]:
    """Host and guest: who was said, else mentor and mentee of the partnership, else its first two members."""
    if not wish.partnership_id:
        return wish.host_id, None
    members = view.session.scalars(
        select(PartnershipMember)
        .where(PartnershipMember.partnership_id == wish.partnership_id)
        .order_by(PartnershipMember.place, PartnershipMember.id)
    ).all()
    order = {PartnerRole.MENTOR: 0, PartnerRole.EQUAL: 1, PartnerRole.MENTEE: 2}
    ranked = sorted(members, key=lambda member: order[member.role])
    idents = [member.organisation_id for member in ranked]
    host = wish.host_id or (idents[0] if idents else None)
    return host, next((ident for ident in reversed(idents) if ident != host), None)
