"""The sample: six real programmes written from the files in ``resources/sample``, one unit of work a programme.

``build_structure`` writes everything but the people of the spreadsheets; after the imports ``complete`` gives them
their seats, speeches, travel and attendance. ``build`` does the first and tells what is there.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from app.core.errors import Refused
from app.core.i18n import N_
from app.core.paths import resources
from app.core.progress import Token, silent
from app.models.activities import Activity
from app.models.agendas import Session
from app.models.base import Record
from app.models.budgets import BudgetLine, Expenditure
from app.models.deliverables import Deliverable
from app.models.indicators import Indicator
from app.models.organisations import Organisation
from app.models.partnerships import Partnership
from app.models.people import Person
from app.models.programmes import Programme
from app.services import (
    organisations,
    sample_agenda,
    sample_files,
    sample_people,
    sample_programmes,
    sample_records,
)
from app.services.context import Context
from app.services.organisations import AliasDraft, OrganisationDraft
from app.services.sample_files import Known
from app.storage.work import View, Work

#: The files of the programmes, in the order in which they are written.
PROGRAMMES = (
    "programme-cep-ua.json",
    "programme-cor-p2p.json",
    "programme-velenje-3.json",
    "programme-coal-rex.json",
    "programme-icld-dr.json",
    "programme-cep-other.json",
)
#: The visit whose agenda is worked out, and the meeting whose participants come from a spreadsheet.
VISIT = "CEP-UA-V01"
NETWORK_MEETING = "ICLD-DR-A01"
_VISIT_FILE = "visit-domzale-zavodske.json"
_AGENDA_FILE = "agenda-domzale-zavodske.json"


@dataclass(frozen=True, slots=True)
class SampleSheet:
    """A spreadsheet of the sample: which programme and activity its people belong to."""

    path: Path
    programme: str
    activity: str


@dataclass(frozen=True, slots=True)
class SampleSummary:
    """What a data file holds after the sample was written."""

    programmes: int
    organisations: int
    partnerships: int
    activities: int
    sessions: int
    deliverables: int
    indicators: int
    budget_lines: int
    expenditures: int
    people: int


def sheets() -> tuple[SampleSheet, ...]:
    """The spreadsheets to take in between ``build_structure`` and ``complete``, in this order."""
    folder = resources() / "sample" / "participants"
    return (
        SampleSheet(folder / "domzale-mentors.xlsx", "CEP-UA", VISIT),
        SampleSheet(folder / "zavodske-delegation.xlsx", "CEP-UA", VISIT),
        SampleSheet(folder / "sarajevo-network-meeting.xlsx", "ICLD-DR", NETWORK_MEETING),
    )


def build(context: Context, token: Token | None = None) -> SampleSummary:
    """Write the sample without the people of the spreadsheets; gives what the data file then holds.

    Raises what ``build_structure`` raises.
    """
    build_structure(context, token)
    with context.read() as view:
        return summary(view)


def build_structure(context: Context, token: Token | None = None) -> None:
    """Organisations, office holders and the six programmes with all that belongs to them, without participants.

    Refused(``sample_there_already``) when the data file holds one of these programmes; Cancelled between two of them.
    """
    token = token or silent()
    known: Known = {}
    total = len(PROGRAMMES) + 1
    files = [sample_files.read(name) for name in PROGRAMMES]
    _refuse_twice(context, [facts["programme"]["code"] for facts in files])
    with context.write(N_("Organisations of the sample")) as work:
        _write_organisations(work, known)
        sample_people.write_office_holders(work, sample_files.read("people.json")["people"], known)
    for number, facts in enumerate(files, 1):
        token.step(number, total)
        with context.write(N_("Sample programme {code}"), code=facts["programme"]["code"]) as work:
            _write_programme(work, facts, known)
    token.step(total, total)


def complete(context: Context, token: Token | None = None) -> None:
    """Seat the people of the three spreadsheets, in two units of work: the network meeting and the visit.

    Refused(``sample_person_missing``) when a spreadsheet was not taken in.
    """
    token = token or silent()
    facts = sample_files.read(_VISIT_FILE)
    with context.write(N_("Participants of the network meeting")) as work:
        sample_people.seat_network(work, facts["network"])
    with context.write(N_("Participants and attendance of the visit {code}"), code=facts["activity"]) as work:
        seat = sample_people.seats(work)
        sample_people.seat_hosts(work, facts, seat)
        sample_people.seat_delegation(work, facts, seat)
        sample_people.seat_speakers(work, sample_files.read(_AGENDA_FILE), seat, token)
        sample_people.mark_attendance(work, facts, seat)
        sample_people.name_posts(work, facts)
        sample_people.write_contacts(work, facts, seat)


def summary(view: View) -> SampleSummary:
    """How many records of each kind a data file holds."""

    def count(record: type[Record]) -> int:
        return view.session.scalar(select(func.count()).select_from(record)) or 0

    return SampleSummary(
        programmes=count(Programme),
        organisations=count(Organisation),
        partnerships=count(Partnership),
        activities=count(Activity),
        sessions=count(Session),
        deliverables=count(Deliverable),
        indicators=count(Indicator),
        budget_lines=count(BudgetLine),
        expenditures=count(Expenditure),
        people=count(Person),
    )


def _refuse_twice(context: Context, codes: list[str]) -> None:
    with context.read() as view:
        found = view.session.scalars(
            select(Programme.code).where(Programme.code.in_(codes)).order_by(Programme.code)
        ).first()
    if found is not None:
        raise Refused("sample_there_already", code=found)


def _write_organisations(work: Work, known: Known) -> None:
    for row in sample_files.read("organisations.json")["organisations"]:
        aliases = tuple(AliasDraft(text) for text in row.get("aliases", ()))
        draft = sample_files.draft(OrganisationDraft, row, known, besides=("ref",), aliases=aliases)
        known[row["ref"]] = organisations.create(work, draft)


def _write_programme(work: Work, facts: sample_files.Facts, known: Known) -> None:
    ident = sample_programmes.write_programme(work, facts, known)
    sample_programmes.write_partnerships(work, facts, ident, known)
    sample_programmes.write_milestones(work, facts, ident, known)
    sample_programmes.write_activities(work, facts, ident, known)
    sample_programmes.write_groups(work, facts, ident, known)
    sessions: dict[str, str] = {}
    for name in facts["agendas"]:
        sessions |= sample_agenda.write_agenda(work, sample_files.read(name), known)
    sample_programmes.write_needs(work, facts, sessions, known)
    sample_records.write_deliverables(work, facts, ident, known)
    sample_records.write_indicators(work, facts, ident, known)
    sample_records.write_funding(work, facts, ident, known)
    if "budget" in facts:
        sample_records.write_budget(work, sample_files.read(facts["budget"]), ident, known)
