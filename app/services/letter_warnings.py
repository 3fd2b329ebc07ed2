"""What does not agree between letter, agenda and list of participants, told before printing (PL-9, PL-10)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from app.core.errors import Problem
from app.core.i18n import pick
from app.core.transliteration import is_cyrillic
from app.core.vocabulary import LatinSource
from app.models.documents import Document
from app.services import agenda_versions, letter_facts, paper_parts, programme_rules, schengen_stays
from app.services.letter_facts import VisitFacts
from app.services.paper_kinds import Paper, PaperOptions
from app.services.people_papers import Taking
from app.services.person_names import shown
from app.services.visit_readiness import months_later
from app.storage.work import View

#: Names told in one sentence; the others are counted.
_MOST = 5


def warnings(view: View, activity_id: str, options: PaperOptions) -> tuple[Problem, ...]:
    """Everything that a border officer or an employer would stumble over; nothing stops the printing. NotFound."""
    head = paper_parts.event(view, activity_id, options.language, options.second)
    people = letter_facts.guests(view, activity_id, options.language, options.second, options.person_ids)
    known = letter_facts.facts(view, head)
    return (
        *_dates(head, known),
        *_people(view, people, head, options),
        *_agenda(view, activity_id, head, people, known),
        *_left_out(head, known),
    )


def _warn(field: str, code: str, **params: object) -> Problem:
    return Problem(field, code, params, severity="warning")


def _dates(head: paper_parts.Event, known: VisitFacts) -> Iterator[Problem]:
    if not known.sessions:
        yield _warn("agenda", "letter_agenda_missing")
        return
    if (
        head.start
        and known.first_day
        and known.last_day
        and (known.first_day, known.last_day) != (head.start, head.end)
    ):
        agenda = f"{known.first_day:%d.%m.%Y} – {known.last_day:%d.%m.%Y}"
        yield _warn("dates", "letter_dates_differ", letter=_range(head.start, head.end), agenda=agenda)


def _range(start: date, end: date | None) -> str:
    return f"{start:%d.%m.%Y} – {end or start:%d.%m.%Y}"


def _people(view: View, people: Sequence[Taking], head: paper_parts.Event, options: PaperOptions) -> Iterator[Problem]:
    language = view.language
    groups: dict[str, list[str]] = {}

    def note(code: str, taking: Taking) -> None:
        groups.setdefault(code, []).append(shown(taking.person, language))

    months = programme_rules.of_programme(view, head.programme.id, date.today()).number("visit.passport_months")
    for taking in people:
        person, own = taking.person, taking.participation
        if is_cyrillic(person.given_name + person.family_name) and not (person.given_latin and person.family_latin):
            note("letter_latin_missing", taking)
        elif person.latin_source is LatinSource.GENERATED:
            note("letter_latin_generated", taking)
        if not taking.position:
            note("letter_position_missing", taking)
        if options.documents and not (person.passport_number and person.birth_date):
            note("letter_documents_missing", taking)
        home = own.departure or head.end
        if person.passport_expiry and home and person.passport_expiry < months_later(home, months):
            note("letter_passport_expires", taking)
        late = own.arrival and head.start and own.arrival > head.start
        early = own.departure and head.end and own.departure < head.end
        if late or early:
            note("letter_stay_differs", taking)
    for code, names in groups.items():
        yield _warn("persons", code, names=_listed(names))
    yield from _too_long(view, people, head)


def _too_long(view: View, people: Sequence[Taking], head: paper_parts.Event) -> Iterator[Problem]:
    """Who would be in the Schengen area on more than 90 days in 180, each with the figure (PL-10)."""
    by_id = {taking.person.id: taking.person for taking in people}
    found = schengen_stays.too_long(view, head.activity.id, list(by_id.values()))
    if found:
        names = [f"{shown(by_id[one.person_id], view.language)} ({one.used})" for one in found]
        yield _warn("persons", "letter_ninety_days", names=_listed(names))


def _listed(names: Sequence[str]) -> str:
    more = f" +{len(names) - _MOST}" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more


def _agenda(
    view: View, activity_id: str, head: paper_parts.Event, people: Sequence[Taking], known: VisitFacts
) -> Iterator[Problem]:
    rows = agenda_versions.list_rows(view, activity_id)
    if not rows:
        return
    if known.changed:
        yield _warn("agenda", "letter_agenda_changed", number=known.version)
    issued = rows[-1].issued_at
    letter = view.session.scalars(
        select(Document.made_at)
        .where(Document.owner_kind == "activity", Document.owner_id == activity_id)
        .where(Document.kind == Paper.LETTERS.value, Document.origin == "issued")
        .order_by(Document.made_at.desc())
    ).first()
    sent = [taking.participation.letter_sent for taking in people if taking.participation.letter_sent]
    when = max([*sent, *([letter.date()] if letter else [])], default=None)
    if when is not None and (when < issued.date() or (letter is not None and not sent and letter < issued)):
        yield _warn("agenda", "letter_older", when=f"{when:%d.%m.%Y}", number=rows[-1].number)
    snapshot = agenda_versions.load_snapshot(view, rows[-1].id)
    place = snapshot["activity"].get("place") or {}
    if place and dict(place) != dict(head.activity.place):
        yield _warn("place", "letter_place_differs", agenda=pick(place, view.language), letter=head.place.first)
    differing = [
        shown(taking.person, view.language)
        for taking in people
        if _differs(snapshot.get("people", {}).get(taking.person.id), taking)
    ]
    if differing:
        yield _warn("persons", "letter_name_differs", names=_listed(differing), number=rows[-1].number)


def _differs(told: Mapping[str, Any] | None, taking: Taking) -> bool:
    """Whether the issued agenda spells somebody otherwise than the letter would."""
    if not told:
        return False
    row = taking.person
    now = (row.given_name, row.family_name, row.patronymic, row.given_latin, row.family_latin)
    return now != tuple(told.get(name, "") for name in ("given", "family", "patronymic", "given_latin", "family_latin"))


def _left_out(head: paper_parts.Event, known: VisitFacts) -> Iterator[Problem]:
    """Facts that PL-10 wants in a letter and that nobody has entered yet."""
    for field, code, there in (
        ("addressee", "letter_addressee_missing", head.guest is not None),
        ("place", "letter_place_missing", bool(head.place)),
        ("purpose", "letter_purpose_missing", bool(head.activity.aim)),
        ("paid", "letter_paid_missing", bool(known.texts.get("paid_by"))),
        ("contact", "letter_contact_missing", known.contact is not None and bool(known.contact.phone)),
        ("signatory", "letter_signatory_missing", known.signatory is not None),
    ):
        if not there:
            yield _warn(field, code)
