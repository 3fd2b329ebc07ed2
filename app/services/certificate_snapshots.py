"""What a certificate says, frozen at issue (CE-4): texts, dates, hours, signatories, funder; and the holder's name."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from app.core.transliteration import is_cyrillic, latin_parts
from app.core.vocabulary import CertificateKind, OrganisationType, ProgrammePartyRole
from app.documents.certificate_wording import house_words
from app.models.activities import Activity, Visit
from app.models.documents import Document
from app.models.organisations import Organisation
from app.models.papers import GUEST, HOST
from app.models.partnerships import Partnership
from app.models.people import Person
from app.models.programmes import Programme, ProgrammeParty, Signatory
from app.services import paper_looks, paper_templates
from app.storage.work import View

#: The layout in which a certificate was printed; a later one must go on to print the earlier ones as they were.
#: 1: the theme in the place of the title, logos in rows as they come. 2: the title, rows of logos evened. 3: no topic,
#: no place torn apart at the end of a line, no last line of one word; the first day of issue on every duplicate;
#: signatures at one height.
EDITION = 3
#: The key of the certificates among a programme's own words (``paper_templates``).
TEMPLATE = "certificates"
#: The kind of a kept file that is an organisation's logo.
_LOGO = "logo"


def frozen(
    view: View, activity: Activity, programme: Programme, kind: CertificateKind, languages: tuple[str, str]
) -> dict[str, Any]:
    """How certificates look and what the house and the programme say on them, so that a reprint is identical.

    Logos are held by the SHA-256 of their kept files, which stay even when the logo is taken off its organisation.
    """
    look = paper_looks.look(view, programme.id)
    own = paper_templates.texts_for(view, programme.id, TEMPLATE)
    return {
        "edition": EDITION,
        "accent": list(look.accent),
        "logos": _logos(view, activity, programme.id, look),
        "words": {slot: dict(texts) for slot, texts in own.items() if any(texts.values())},
        "house": house_words(kind, activity.kind, languages),
    }


def _logos(view: View, activity: Activity, programme_id: str, look: paper_looks.Look) -> list[dict[str, Any]]:
    visit = view.session.scalars(select(Visit).where(Visit.activity_id == activity.id)).first()
    parties = view.session.scalars(
        select(Organisation)
        .join(ProgrammeParty, ProgrammeParty.organisation_id == Organisation.id)
        .where(ProgrammeParty.programme_id == programme_id)
    )
    everybody: dict[str, Organisation | None] = {row.id: row for row in parties}
    for place, ident in ((HOST, activity.host_id), (GUEST, visit.guest_id if visit else None)):
        everybody[place] = view.session.get(Organisation, ident) if ident else None
    return [_logo(view, row) for row in look.row(everybody)]


def _logo(view: View, row: Organisation) -> dict[str, Any]:
    """Name in every language and the newest picture, by its content."""
    kept = view.session.execute(
        select(Document.sha256, Document.file_name)
        .where(Document.owner_kind == "organisation", Document.owner_id == row.id, Document.kind == _LOGO)
        .order_by(Document.made_at.desc())
    ).first()
    return {
        "name": dict(row.name),
        "short": row.short_name,
        "emblem": row.type is OrganisationType.INTERNATIONAL and row.short_name == "EU",
        "sha256": kept[0] if kept else "",
        "file": kept[1] if kept else "",
    }


def latin_name(person: Person) -> str:
    """The holder's name in Latin letters, as in the passport: given name first, no patronymic (NA-2)."""
    given, family = _latin_parts(person)
    return " ".join(part for part in (given, family) if part)


def _latin_parts(person: Person) -> tuple[str, str]:
    """As kept, else made as on every other paper (NA-1): in Latin text no name stands in Cyrillic (AG-13)."""
    made = latin_parts(person.given_name, person.family_name, person.country)
    return person.given_latin or made[0], person.family_latin or made[1]


def native_name(person: Person) -> str:
    """The holder's name as written at home, given name first."""
    return " ".join(part for part in (person.given_name, person.family_name) if part) or latin_name(person)


def person_parts(person: Person, dative: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The holder's name in its parts, as papers need it: the break before the surname, the patronymic (NA-2, CE-13).

    ``dative`` by language is kept where the programme's words ask for it and somebody confirmed it (CE-7).
    """
    latin = _latin_parts(person) if is_cyrillic(person.given_name + person.family_name) else ("", "")
    parts: dict[str, Any] = {
        "given": person.given_name,
        "family": person.family_name,
        "patronymic": person.patronymic,
        "given_latin": person.given_latin or latin[0],
        "family_latin": person.family_latin or latin[1],
        "sex": str(person.sex),
        "country": person.country,
    }
    return {**parts, "dative": dict(dative)} if dative else parts


def shared(
    view: View, activity: Activity, programme: Programme, place: str, signatory_ids: Sequence[str]
) -> dict[str, Any]:
    """What all certificates of one issue say alike; the title is the activity's own, as on agenda and sheets (PL-4)."""
    partnership = view.session.get(Partnership, activity.partnership_id) if activity.partnership_id else None
    host = view.session.get(Organisation, activity.host_id) if activity.host_id else None
    end = activity.end if activity.end.known else activity.start
    return {
        "title": dict(activity.title),
        "theme": dict(activity.theme),
        "topics": dict(activity.topics),
        "activity_code": activity.code,
        "activity_kind": str(activity.kind),
        "form": str(activity.form),
        "place": dict(activity.place),
        "country": activity.country,
        "start": str(activity.start),
        "end": str(end),
        "hour_minutes": activity.hour_minutes,
        "host": dict(host.name) if host else {},
        "programme": dict(programme.title),
        "programme_code": programme.code,
        "partnership": partnership.title if partnership else "",
        "funder_sentence": dict(programme.funder_sentence),
        "issuers": _parties(view, programme.id, ProgrammePartyRole.IMPLEMENTER),
        "funders": _parties(view, programme.id, ProgrammePartyRole.FUNDER),
        "issue_place": place,
        "signatories": _signatories(view, programme.id, signatory_ids),
    }


def _parties(view: View, programme_id: str, role: ProgrammePartyRole) -> list[Mapping[str, str]]:
    rows = view.session.execute(
        select(Organisation.name)
        .join(ProgrammeParty, ProgrammeParty.organisation_id == Organisation.id)
        .where(ProgrammeParty.programme_id == programme_id, ProgrammeParty.role == role)
        .order_by(ProgrammeParty.place, Organisation.code)
    )
    return [dict(name) for (name,) in rows]


def _signatories(view: View, programme_id: str, wanted: Sequence[str]) -> list[dict[str, Any]]:
    """One to three signatories with name and position (CE-4)."""
    rows = view.session.execute(
        select(Signatory, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Signatory.organisation_id)
        .where(Signatory.programme_id == programme_id)
        .order_by(Signatory.place, Signatory.id)
    )
    chosen = [(row, name) for row, name in rows if not wanted or row.id in wanted]
    return [
        {"name": row.name, "position": dict(row.position), "organisation": dict(name or {})} for row, name in chosen[:3]
    ]
