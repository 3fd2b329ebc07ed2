"""What all papers share: names, texts, organisations, logos and dates of an event, as plain data for the documents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from app.core.i18n import words
from app.core.names import post_title
from app.core.town_names import TownFacts, town_name
from app.core.transliteration import called_in_cyrillic, is_cyrillic, latin_parts
from app.core.vocabulary import LatinSource, OrganisationType, ProgrammePartyRole
from app.documents.formats import formats
from app.documents.logos import Logo
from app.documents.own_words import OwnWords
from app.documents.styles import ACCENT, Ink
from app.documents.texts import PersonName, Text, text_in
from app.models.activities import Activity, Participation, Visit
from app.models.organisations import Organisation, OrganisationAlias
from app.models.papers import GUEST, HOST
from app.models.partnerships import Partnership
from app.models.people import Person
from app.models.programmes import Programme, ProgrammeParty
from app.services import documents, event_titles, paper_logos, paper_looks, paper_templates, records
from app.storage.work import View


@dataclass(frozen=True, slots=True)
class Event:
    """The head that every paper of an activity draws from one place: same title, dates and place on all (PL-4).

    ``start`` and ``end`` only where they are known to the day; ``when`` says what is known otherwise: October 2026.
    ``accent`` is the programme's colour (``About.accent``); ``own_texts`` are its own words by paper, slot, language.
    ``theme`` is what stands below the title where there is room (``event_titles``).
    """

    activity: Activity
    programme: Programme
    title: Text
    partnership: Text
    programme_title: Text
    place: Text
    start: date | None
    end: date | None
    organiser: Text
    funder: Text
    funder_sentence: Text
    host: Organisation | None
    guest: Organisation | None
    logos: tuple[Logo, ...]
    accent: Ink = ACCENT
    own_texts: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    when: Text = Text()
    theme: Text = Text()

    def words(self, paper_key: str) -> OwnWords:
        """The programme's own words on one paper (a key of ``paper_templates.SHELF``)."""
        return OwnWords(self.own_texts.get(paper_key, {}))


def event(view: View, activity_id: str, first: str, second: str = "") -> Event:
    """The head of an activity's papers in one or two languages; NotFound."""
    activity = records.fetch(view, Activity, activity_id)
    programme = records.fetch(view, Programme, paper_looks.printed_for(activity.programme_id))
    parties = _parties(view, programme.id)
    host = _organisation(view, activity.host_id)
    extra = view.session.scalars(select(Visit).where(Visit.activity_id == activity_id)).first()
    guest = _organisation(view, extra.guest_id if extra else None)
    partnership = view.session.get(Partnership, activity.partnership_id) if activity.partnership_id else None
    implementers = parties.get(ProgrammePartyRole.IMPLEMENTER, [])
    funders = parties.get(ProgrammePartyRole.FUNDER, [])
    look = paper_looks.look(view, programme.id)
    everybody = {row.id: row for rows in parties.values() for row in rows}
    shown = look.row({**everybody, HOST: host, GUEST: guest})
    start = activity.start.exact
    end = activity.end.exact if activity.end.known else start
    return Event(
        activity=activity,
        programme=programme,
        title=event_titles.title_in(activity.title, activity.theme, first, second),
        theme=event_titles.theme_in(activity.title, activity.theme, first, second),
        partnership=_partnership_line(partnership, host, guest, first, second),
        programme_title=text_in(programme.title, first, second),
        place=text_in(activity.place, first, second),
        start=start,
        end=end,
        when=_when(activity, first, second) if start is None or end is None else Text(),
        organiser=_joined(implementers[:1], first, second),
        funder=_joined(funders, first, second),
        funder_sentence=text_in(programme.funder_sentence, first, second),
        host=host,
        guest=guest,
        logos=tuple(logo(view, row, first) for row in shown),
        accent=look.accent,
        own_texts=paper_templates.texts_of(view, programme.id),
    )


def _when(activity: Activity, first: str, second: str) -> Text:
    def told(language: str) -> str:
        return formats(language, bool(second)).partial_range(activity.start, activity.end) if language else ""

    return Text(told(first), told(second)) if activity.start.known or activity.end.known else Text()


def _partnership_line(
    partnership: Partnership | None, host: Organisation | None, guest: Organisation | None, first: str, second: str
) -> Text:
    if host is not None and guest is not None:
        return Text(
            f"{town_of(host, first)} – {town_of(guest, first)}",
            f"{town_of(host, second)} – {town_of(guest, second)}" if second else "",
        )
    return Text(partnership.title) if partnership else Text()


#: These are called by their town; others keep their names.
_OF_TOWNS = frozenset({OrganisationType.MUNICIPALITY, OrganisationType.HROMADA})


def town_of(row: Organisation, language: str) -> str:
    """The town of an organisation in a language, without the type word: Domžale, Домжале, Заводське (AG-13)."""
    session = object_session(row)
    # A list asks again for everybody of a delegation; what was read holds as long as the session.
    kept: dict[tuple[str, int, str], str] = session.info.setdefault("towns", {}) if session else {}
    key = (row.id, row.version, language)
    if key not in kept:
        kept[key] = _town_in(session, row, language) or organisation_name(row, language)
    return kept[key]


def _town_in(session: Session | None, row: Organisation, language: str) -> str:
    if row.type in _OF_TOWNS:
        found = town_name(TownFacts(row.name, row.town, row.short_name, _aliases(session, row.id)), language)
        own = row.name.get(language, "")
        # The full name in the letters of the paper rather than a town in others: Домжале – Лубенська громада.
        return own if is_cyrillic(own) and not is_cyrillic(found) else found
    if not row.town or session is None:
        return row.town
    # A fire brigade is of the town that its municipality is called by, in the same letters.
    query = select(Organisation).where(Organisation.town == row.town, Organisation.type.in_(_OF_TOWNS))
    home = session.scalars(query.order_by(Organisation.code).limit(1)).first()
    return _town_in(session, home, language) if home else town_name(TownFacts({}, row.town), language)


def _aliases(session: Session | None, ident: str) -> tuple[str, ...]:
    if session is None:
        return ()
    query = select(OrganisationAlias.text).where(OrganisationAlias.organisation_id == ident)
    return tuple(session.scalars(query.order_by(OrganisationAlias.folded)))


def organisation_name(row: Organisation | None, language: str) -> str:
    """The full name in a language, else in English, else any; empty for none."""
    return "" if row is None else text_in(row.name, language).first or row.short_name


def organisation_text(row: Organisation | None, first: str, second: str = "") -> Text:
    """The full name in one or two languages."""
    if row is None:
        return Text()
    name = text_in(row.name, first, second)
    return name if name else Text(row.short_name)


def _organisation(view: View, ident: str | None) -> Organisation | None:
    return view.session.get(Organisation, ident) if ident else None


def _parties(view: View, programme_id: str) -> dict[ProgrammePartyRole, list[Organisation]]:
    rows = view.session.execute(
        select(ProgrammeParty.role, Organisation)
        .join(Organisation, Organisation.id == ProgrammeParty.organisation_id)
        .where(ProgrammeParty.programme_id == programme_id)
        .order_by(ProgrammeParty.place)
    )
    found: dict[ProgrammePartyRole, list[Organisation]] = {}
    for role, organisation in rows:
        found.setdefault(role, []).append(organisation)
    return found


def _joined(rows: Iterable[Organisation], first: str, second: str) -> Text:
    texts = [organisation_text(row, first, second) for row in rows]
    return Text(", ".join(text.first for text in texts), ", ".join(text.second for text in texts if text.second))


def logo(view: View, row: Organisation, language: str) -> Logo:
    """An organisation's logo: the newest picture kept with it, else its name in words."""
    kept = paper_logos.kept(view, row.id)
    image = documents.content(view, kept.id) if kept else b""
    emblem = row.type is OrganisationType.INTERNATIONAL and row.short_name == "EU"
    return Logo(organisation_name(row, language), image, emblem)


def person_name(row: Person) -> PersonName:
    """A person's name as the documents need it; a missing Latin spelling is made by the table (NA-1, AG-13)."""
    made = is_cyrillic(row.given_name + row.family_name) and not (row.given_latin and row.family_latin)
    latin = latin_parts(row.given_name, row.family_name, row.country) if made else ("", "")
    return PersonName(
        given=row.given_name,
        family=row.family_name,
        given_latin=row.given_latin or latin[0],
        family_latin=row.family_latin or latin[1],
        patronymic=row.patronymic,
        sex=str(row.sex),
        generated=made or row.latin_source is LatinSource.GENERATED,
        ukrainian=called_in_cyrillic(row.given_name + row.family_name, row.country),
    )


def name_from_plain(person: Mapping[str, Any]) -> PersonName:
    """The same from a snapshot; one that tells no country is printed as it was before papers asked for it."""
    given, family = person.get("given", ""), person.get("family", "")
    made = is_cyrillic(given + family)
    employer = person.get("organisation", {}).get("country", "")
    country = person.get("country", "")
    latin = latin_parts(given, family, country or employer) if made else ("", "")
    return PersonName(
        given=given,
        family=family,
        given_latin=person.get("given_latin", "") or latin[0],
        family_latin=person.get("family_latin", "") or latin[1],
        patronymic=person.get("patronymic", ""),
        sex=person.get("sex", ""),
        ukrainian="country" not in person or called_in_cyrillic(given + family, country, employer),
    )


def position_text(title: str, title_en: str, first: str, second: str = "", country: str = "") -> Text:
    """A post in one or two languages, once where both would be equal; ``country`` is the employer's."""
    shown = post_title(title, title_en, first, country)
    other = post_title(title, title_en, second, country) if second else ""
    return Text(shown, other if other != shown else "")


def label_text(msgid: str, first: str, second: str = "") -> Text:
    """A word of the vocabulary in one or two languages."""
    return Text(words(first).say(msgid), words(second).say(msgid) if second else "")


def standing_participations(view: View, activity_id: str) -> list[tuple[Participation, Person]]:
    """Who takes part and has not cancelled, with the person."""
    return list(
        view.session.execute(
            select(Participation, Person)
            .join(Person, Person.id == Participation.person_id)
            .where(Participation.activity_id == activity_id, Participation.cancelled.is_(False))
        )
    )
