"""A paper shown while its words are being edited: for the latest activity of the programme that it can be made for.

A programme without activities of its own borrows one of another, so that its words are seen at once. Certificates are
shown as they would be issued today; nothing is kept and no number is used up.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import zip_longest

from sqlalchemy import select

from app.core.errors import Refused
from app.core.progress import Token, silent
from app.core.vocabulary import ActivityForm, CertificateKind, ParticipationRole, Sex
from app.documents import certificate_data, certificates
from app.documents.certificate_data import Certificate, CertificateEvent, CertificateOptions, CertificatesPaper
from app.documents.certificate_wording import TOPICS_SLOT
from app.documents.own_words import listening
from app.documents.texts import PersonName, Text, text_in
from app.models.people import Person
from app.models.programmes import Signatory
from app.services import activities, name_forms, paper_gaps, paper_looks, paper_parts, paper_templates, printing
from app.services.activities import ActivityRow
from app.services.paper_kinds import Paper, PaperOptions
from app.services.paper_looks import LookDraft
from app.services.paper_templates import MissingValue, Texts
from app.storage.work import View

#: How many activities are tried before the paper is said to be not there yet.
_TRIED = 6
#: How many people a sample is made for where there is a paper for each; and how many are too many for one letter.
_PEOPLE, _CROWD = 2, 40
_UKRAINE = "UA"


@dataclass(frozen=True, slots=True)
class Sample:
    """A page to look at: the PDF, the activity it is for, whether that is another programme's, what is missing."""

    content: bytes
    code: str
    title: str
    borrowed: bool
    missing: tuple[MissingValue, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What is being edited: the words of the paper (None: those that are kept), the look, the languages.

    ``variant`` (see ``variant_of``) is the form of the paper on which the words being edited stand.
    """

    language: str = "en"
    second: str = ""
    texts: Texts | None = None
    look: LookDraft | None = None
    kind: CertificateKind = CertificateKind.ATTENDANCE
    variant: str = ""


#: Words that stand only on one form of a paper, by the end of their slot's key.
_VARIANTS = ("internal_note", "online", "woman", "man", "air_raid", "topics")


def variant_of(slot_key: str) -> str:
    """The form of the paper that shows a slot; empty for the usual one."""
    last = slot_key.rpartition(".")[2]
    return last if last in _VARIANTS else ""


def sample(view: View, programme_id: str, paper_key: str, trial: Trial, token: Token | None = None) -> Sample:
    """The paper as it would be printed with these words; Refused(``paper_no_sample``) when there is nothing to show."""
    token = token or silent()
    kept = dict(paper_templates.texts_of(view, programme_id))
    texts: Mapping[str, Texts] = kept if trial.texts is None else {**kept, paper_key: trial.texts}
    with ExitStack() as tried:
        tried.enter_context(paper_templates.trying(texts))
        look = trial.look or paper_looks.load(view, programme_id)
        tried.enter_context(paper_looks.trying(look, programme_id))
        tried.enter_context(name_forms.as_examples())
        for row in _candidates(view, programme_id, trial.variant):
            token.step(0, 0)
            try:
                with listening() as gaps:
                    content = _made(view, paper_key, row, trial, token)
            except Refused:
                continue
            return Sample(content, row.code, row.title, row.programme_id != programme_id, paper_gaps.told(gaps))
    raise Refused("paper_no_sample")


def _candidates(view: View, programme_id: str, variant: str) -> Iterator[ActivityRow]:
    """The programme's own activities, latest first, then some of other programmes; those in Ukraine for its words."""
    own = [row for row in reversed(activities.list_rows(view, programme_id)) if row.start.known]
    if variant == "air_raid":
        own.sort(key=lambda row: row.country != _UKRAINE)
    yield from own[:_TRIED]
    others = [row for row in reversed(activities.list_rows(view)) if row.programme_id != programme_id]
    yield from [row for row in others if row.start.known][:_TRIED]


def _made(view: View, paper_key: str, row: ActivityRow, trial: Trial, token: Token) -> bytes:
    paper = Paper(paper_key)
    if paper is Paper.CERTIFICATES:
        return _certificate(view, row.id, trial)
    options = PaperOptions(
        language=trial.language,
        second=trial.second,
        internal=trial.variant == "internal_note",
        person_ids=_some(view, paper, row.id),
    )
    return printing.PAPERS[paper].make(view, row.id, options, token)


def _some(view: View, paper: Paper, activity_id: str) -> tuple[str, ...]:
    """A few of the people, so that a paper for each of thirty is not made thirty times for each keystroke."""
    if "person_ids" not in printing.PAPERS[paper].uses or paper in (Paper.BADGES, Paper.NAME_TENTS):
        return ()
    people = paper_parts.standing_participations(view, activity_id)
    # Letters are for those who come to learn: of two experts of a large group there would be no page at all.
    people = sorted(people, key=lambda one: one[0].role is not ParticipationRole.MENTEE)
    found = dict.fromkeys(person.id for _, person in people)
    few = paper is Paper.PERSONAL_AGENDA or len(found) > _CROWD
    return tuple(found)[:_PEOPLE] if few else ()


_SEXES = {"woman": str(Sex.FEMALE), "man": str(Sex.MALE)}


def _certificate(view: View, activity_id: str, trial: Trial) -> bytes:
    """A certificate that nobody was issued: real event, real signatories, the number of an example."""
    first, second = trial.language, trial.second
    head = paper_parts.event(view, activity_id, first, second)
    start = head.start or date.today()
    sentence = head.funder_sentence
    event = CertificateEvent(
        activity=head.activity.kind,
        title=head.title,
        theme=head.theme,
        kind_once=True,
        start=start,
        end=head.end or start,
        issuer=head.organiser.first,
        place=head.place,
        form=ActivityForm.ONLINE if trial.variant == "online" else ActivityForm(head.activity.form),
        minutes=head.activity.hour_minutes,
        topics=_topics(head, trial),
        signatories=_signatories(view, head, first, second),
        logos=head.logos,
        programme=head.programme_title,
        funder=Text() if sentence else head.funder,
        note=sentence,
        words=head.words(Paper.CERTIFICATES.value),
        accent=head.accent,
    )
    people = paper_parts.standing_participations(view, activity_id)
    person_id, holder = _holder([person for _, person in people], first)
    if trial.variant in _SEXES:
        holder = replace(holder, sex=_SEXES[trial.variant])
    one = Certificate(
        holder=holder,
        hours=Decimal(24),
        number=f"{head.programme.code}-{start.year}-0000",
        code="0000-0000",
        issued=event.end,
        issued_at=head.place,
        dative=_dative(view, person_id, holder, (first, second)),
    )
    paper = CertificatesPaper(trial.kind, event, (one,))
    return certificates.build(paper, CertificateOptions(first, second))


def _holder(people: Sequence[Person], language: str) -> tuple[str, PersonName]:
    """(id, name) of the example: who is written in the letters of the language, else the first; "" for nobody's."""
    names = [(person.id, paper_parts.person_name(person)) for person in people]
    told = next((one for one in names if one[1].native_in(language)), None)
    return told or (names[0] if names else ("", PersonName("Anna", "Example")))


def _dative(view: View, person_id: str, holder: PersonName, languages: tuple[str, str]) -> Mapping[str, str]:
    """The holder's name in the dative as an example; the nominative of one whom nobody knows."""
    spoken = [one for one in languages if one]
    known = name_forms.confirmed(view, [person_id], spoken) if person_id else {}
    return known.get(person_id, {one: holder.formal(one) for one in spoken})


def _topics(head: paper_parts.Event, trial: Trial) -> tuple[Text, ...]:
    """The topics of the event; those of the example where their words are edited and it has none."""
    told = text_in(head.activity.topics, trial.language, trial.second)
    if not told and trial.variant == "topics":
        told = paper_parts.label_text(TOPICS_SLOT.places["topics"], trial.language, trial.second)
    sides = [[part.strip() for part in side.replace(";", "\n").splitlines() if part.strip()] for side in told]
    return tuple(Text(*pair) for pair in zip_longest(*sides, fillvalue=""))


def _signatories(
    view: View, head: paper_parts.Event, first: str, second: str
) -> tuple[certificate_data.Signatory, ...]:
    rows = view.session.scalars(
        select(Signatory).where(Signatory.programme_id == head.programme.id).order_by(Signatory.place)
    ).all()
    named = []
    for row in rows[:3]:
        given, _, family = row.name.rpartition(" ")
        position = text_in(row.position, first, second)
        named.append(certificate_data.Signatory(PersonName(given, family), position))
    return tuple(named) or (certificate_data.Signatory(PersonName("", ""), head.organiser),)
