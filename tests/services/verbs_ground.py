"""The data file on which the laws of all verbs are tried: the sample, its agenda and certificates, what it lacks.

It is built once for a process; every test works on a copy of its own, so that no test sees what another one did.
"""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.vocabulary import CertificateKind, ParticipationRole
from app.models.activities import Activity, Participation
from app.models.base import Record
from app.models.budgets import BudgetLine
from app.models.certificates import Certificate
from app.models.partnerships import Partnership
from app.models.programmes import Programme
from app.services import (
    agenda_versions,
    exchange_rates,
    exports,
    imports,
    main_job,
    name_forms,
    organisations,
    paper_looks,
    paper_templates,
    participations,
    people,
    people_merging,
    printing,
    programmes,
    reallocations,
    rules,
    sample,
)
from app.services.context import Context
from app.services.imports import ImportPlan
from app.services.name_forms import FormChoice
from app.services.organisations import AliasDraft
from app.services.people import ConsentDraft
from app.services.printing import Paper, PaperOptions, Printed
from app.services.programmes import SignatoryDraft
from app.storage.work import View, Work

R = TypeVar("R", bound=Record)

PROGRAMME, PARTNERSHIP, VISIT = "CEP-UA", "CEP-UA-P01", sample.VISIT
#: The last day of the sample's visit as planned, on which its certificates were issued.
DAY = date(2023, 10, 27)
_AGENDA_ISSUED_AT = datetime(2023, 9, 25, 12, 5, tzinfo=UTC)


def build(path: Path) -> None:
    """Write the data file with everything in it, closed."""
    context = Context.open(path)
    main_job.make_sample(context)
    with context.write("Papers") as work:
        activity_id = visit(work)
        agenda_versions.issue(work, activity_id, at=_AGENDA_ISSUED_AT)
        exports.issue_earned(work, activity_id, PaperOptions("uk", "en", kind=CertificateKind.ATTENDANCE), DAY)
        printing.issue(work, Paper.BADGES, activity_id, PaperOptions(), Printed(b"%PDF-1.4 badges", "badges.pdf"))
    with context.write("What the sample lacks") as work:
        _fill_up(work)
    context.changed = False  # a copy is made of it; no backup is wanted
    context.close()


def copy(built: Path, folder: Path) -> Context:
    """An open copy of a built data file with its kept files."""
    target = folder / built.name
    shutil.copyfile(built, target)
    kept = built.with_name(f"{built.stem} files")
    if kept.exists():
        shutil.copytree(kept, folder / kept.name)
    return Context.open(target)


def close(context: Context) -> None:
    """Close a copy without the backup that a user's file would get."""
    context.changed = False
    context.close()


def ident(view: View, record: type[Record], **values: object) -> str:
    """The key of the first record, by key, whose columns have these values."""
    return row(view, record, **values).id


def row(view: View, record: type[R], **values: object) -> R:
    """The first record, by key, whose columns have these values."""
    found = view.session.scalars(select(record).filter_by(**values).order_by(record.id)).first()
    assert found is not None, f"the file has no {record.__name__} with {values}"
    return found


def programme(view: View) -> str:
    """The key of the sample's fullest programme."""
    return ident(view, Programme, code=PROGRAMME)


def visit(view: View) -> str:
    """The key of the visit with agenda, participants, marks and certificates."""
    return ident(view, Activity, code=VISIT)


def guest(view: View) -> str:
    """Somebody who takes part in the visit and has a certificate."""
    return row(view, Certificate, serial=1).person_id


def twins(view: View) -> tuple[str, str]:
    """Two people of the visit without certificate, one to stay and one to be merged into the other."""
    holders = select(Certificate.person_id)
    found = view.session.scalars(
        select(Participation.person_id)
        .where(Participation.activity_id == visit(view), Participation.person_id.not_in(holders))
        .order_by(Participation.id)
    ).all()
    return found[0], found[1]


def plan(view: View) -> ImportPlan:
    """What taking the mentors' spreadsheet into another visit would do."""
    workbook = imports.read_file(sample.sheets()[0].path)
    return imports.plan(view, workbook, imports.target_of(view, PROGRAMME, "CEP-UA-V02"))


def _fill_up(work: Work) -> None:
    """One row of each table that the sample leaves empty, and rows that mention others."""
    programme_id = programme(work)
    held = programmes.load(work, programme_id)
    chair = SignatoryDraft("Олена Коваль", {"en": "Chair", "uk": "Голова"})
    programmes.save(work, programme_id, replace(held, signatories=(chair,)))
    rules.set_value(work, programme_id, "agenda.gap_minutes", 20, date(2023, 1, 1))
    held_look = paper_looks.load(work, programme_id)
    paper_looks.save(work, programme_id, replace(held_look, accent="#5A2D0C"))
    own = {"topics": {"en": "What was learned: {topics}"}}
    paper_templates.save(work, programme_id, "certificates", paper_templates.TemplateDraft(own))
    one, other = twins(work)
    photo = ConsentDraft("photo", "given", PartialDate.of(DAY), "form")
    people.save(work, one, replace(people.load(work, one), consents=(photo,)))
    people_merging.decline_match(work, one, guest(work))
    name_forms.confirm(work, [FormChoice(guest(work), "uk", "Їй")])
    known = people.load(work, other)
    people.create(work, replace(known, code="", positions=(), consents=(), version=0))  # who may be the same person
    exchange_rates.create(
        work, exchange_rates.ExchangeRateDraft("EUR", "UAH", PartialDate.parse("2023-10"), Decimal("38.5"), "InforEuro")
    )
    lines = work.session.scalars(
        select(BudgetLine).where(BudgetLine.programme_id == programme_id, ~BudgetLine.heading).order_by(BudgetLine.code)
    ).all()
    reallocations.create(
        work,
        reallocations.ReallocationDraft(programme_id, lines[0].id, lines[1].id, 50_000, DAY, "fewer flights"),
    )
    pair = ident(work, Partnership, code=PARTNERSHIP)
    participations.create(
        work, participations.ParticipationDraft(person_id=other, partnership_id=pair, role=ParticipationRole.MENTOR)
    )
    town = organisations.create(work, organisations.OrganisationDraft(name={"en": "Nowhere"}, country="XK"))
    held_town = organisations.load(work, town)
    organisations.save(work, town, replace(held_town, aliases=(AliasDraft("Nikjer"),)))
