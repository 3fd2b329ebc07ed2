"""Writes a small data file of the schema that is released: ``tests/data/schema-NNNN.mdesk``.

Later versions of the program open a copy of it in their tests (``tests/services/test_released_schemas.py``), so that
a data file of every released schema stays readable. Made once for each schema, when it is released; a file that is
there is never written again, because it has to be what the program of that time wrote.
"""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from app.core.dates import PartialDate  # noqa: E402
from app.core.vocabulary import (  # noqa: E402
    ActivityStatus,
    DeliverableStage,
    ExpenditureState,
    GroupKind,
    LatinSource,
    ParticipationRole,
    PartnerRole,
    PartnershipStatus,
    Presence,
    SessionKind,
    Sex,
)
from app.services import (  # noqa: E402
    activities,
    agenda_versions,
    agendas,
    agreements,
    attendance,
    budgets,
    certificates,
    deliverables,
    exchange_rates,
    expenditures,
    funding_sources,
    groups,
    indicators,
    name_forms,
    needs,
    organisations,
    paper_looks,
    paper_templates,
    participations,
    partnerships,
    people,
    people_merging,
    programmes,
    reallocations,
    rules,
)
from app.services.context import Context  # noqa: E402
from app.storage.database import SCHEMA  # noqa: E402
from app.storage.work import Work  # noqa: E402

TARGET = ROOT / "tests" / "data" / f"schema-{SCHEMA:04d}.mdesk"
DAY = date(2023, 10, 9)
WATER = {"en": "Drinking water", "uk": "Питна вода"}


def main() -> int:
    """Write the file; gives 1 when it is there already."""
    if TARGET.exists():
        print(f"{TARGET.name} is there; what was released is not written again.")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        # The certificate is sealed with a key of this folder, not with the key of whoever runs this.
        for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "USERPROFILE"):
            os.environ[name] = folder
        path = Path(folder) / TARGET.name
        write(path)
        _shrink(path)
        TARGET.write_bytes(path.read_bytes())
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")
    return 0


def write(path: Path) -> None:
    """A data file with a row of nearly every kind, its history, and one step taken back."""
    context = Context.open(path)
    context.who = "coordinator"
    with context.write("Organisations") as work:
        towns = _organisations(work)
    with context.write("Programme") as work:
        programme_id, pair = _programme(work, towns)
    with context.write("People") as work:
        guests = _people(work, towns)
    with context.write("Visit") as work:
        visit = _visit(work, programme_id, pair, guests)
    with context.write("Certificates") as work:
        certificates.issue(work, visit, guests[:1], certificates.IssueOptions(DAY, language="uk", second_language="en"))
    with context.write("Papers") as work:
        _papers(work, programme_id, visit)
    with context.write("Names") as work:
        # Schema 3: one form that somebody has seen, one that only came in a file.
        name_forms.confirm(work, [name_forms.FormChoice(guests[0], "uk", "Олені Коваль")])
        name_forms.keep(work, name_forms.FormChoice(guests[1], "lv", "Boram Kosam"))
    with context.write("Results") as work:
        _results(work, programme_id, pair, guests)
    with context.write("Money") as work:
        _money(work, programme_id, visit, towns[0])
    with context.write("Taken back") as work:
        people.create(work, people.PersonDraft(family_name="Nobody"))
    context.undo()
    context.changed = False  # no backup of it is wanted
    context.close()


def _papers(work: Work, programme_id: str, visit: str) -> None:
    """A programme's own colour and words, and a certificate that was handed over (schema 2)."""
    paper_looks.save(work, programme_id, paper_looks.LookDraft("#004D40"))
    words = paper_templates.TemplateDraft({"closing": {"en": "With kind regards,"}})
    paper_templates.save(work, programme_id, "letters", words)
    row = certificates.list_rows(work, activity_id=visit)[0]
    certificates.deliver(work, [row.id], DAY, "by hand")


def _organisations(work: Work) -> list[str]:
    drafts = (
        organisations.OrganisationDraft(
            name={"sl": "Občina Domžale", "en": "Municipality of Domžale"},
            country="SI",
            aliases=(organisations.AliasDraft("Domzale"),),
        ),
        organisations.OrganisationDraft(name={"uk": "Заводська громада", "en": "Zavodske"}, country="UA"),
    )
    return [organisations.create(work, draft) for draft in drafts]


def _programme(work: Work, towns: Sequence[str]) -> tuple[str, str]:
    draft = programmes.ProgrammeDraft(
        code="CEP-UA",
        title={"en": "Mentoring for Ukraine", "uk": "Менторство для України"},
        start=PartialDate.parse("2023-05"),
        parties=(programmes.PartyDraft(towns[0]),),
        phases=(programmes.PhaseDraft({"en": "First phase"}),),
        milestones=(programmes.MilestoneDraft({"en": "Report"}, PartialDate.parse("2023-Q4")),),
        signatories=(programmes.SignatoryDraft("Ana Novak", {"en": "Mayor", "uk": "Мер"}, towns[0]),),
    )
    programme_id = programmes.create(work, draft)
    rules.set_value(work, programme_id, "attendance.threshold_percent", 75, DAY)
    members = (
        partnerships.MemberDraft(towns[0], PartnerRole.MENTOR, "a tour"),
        partnerships.MemberDraft(towns[1], PartnerRole.MENTEE),
    )
    pair = partnerships.create(
        work,
        partnerships.PartnershipDraft(
            programme_id, status=PartnershipStatus.ACTIVE, themes=("water",), members=members
        ),
    )
    signatory = agreements.AgreementSignatoryDraft(towns[0], name="Ana Novak", position="mayor")
    agreements.create(
        work, agreements.AgreementDraft(pair, {"en": "Memorandum"}, PartialDate.of(DAY), signatories=(signatory,))
    )
    return programme_id, pair


def _people(work: Work, towns: Sequence[str]) -> list[str]:
    mayor = people.PersonDraft(
        given_name="Олена",
        family_name="Коваль",
        given_latin="Olena",
        family_latin="Koval",
        latin_source=LatinSource.PASSPORT,
        sex=Sex.FEMALE,
        country="UA",
        languages=("uk", "en"),
        email="olena@example.org",
        birth_date=date(1980, 2, 29),
        positions=(people.PositionDraft(towns[1], "Голова громади", "Mayor", elected=True),),
        consents=(people.ConsentDraft("photo", "given", PartialDate.of(DAY), "form"),),
    )
    mentor = people.PersonDraft(given_latin="Bor", family_latin="Kos", positions=(people.PositionDraft(towns[0]),))
    made = [people.create(work, draft) for draft in (mayor, mentor)]
    people_merging.decline_match(work, *made)
    return made


def _visit(work: Work, programme_id: str, pair: str, guests: Sequence[str]) -> str:
    draft = activities.ActivityDraft(
        programme_id=programme_id,
        partnership_id=pair,
        title={"en": "Visit to Domžale", "uk": "Візит до Домжале"},
        status=ActivityStatus.TOOK_PLACE,
        start=PartialDate.of(DAY),
        end=PartialDate.of(DAY),
        languages=("en", "uk"),
        visit=activities.VisitDraft(travel={"en": "By bus", "uk": "Автобусом"}),
        contacts=(activities.ContactDraft({"en": "Driver"}, "Jan"),),
    )
    visit = activities.create(work, draft)
    morning = agendas.SessionDraft(
        visit, datetime(2023, 10, 9, 9), datetime(2023, 10, 9, 10, 30), title=WATER, speakers=(guests[1],)
    )
    lunch = agendas.SessionDraft(
        visit, datetime(2023, 10, 9, 12), datetime(2023, 10, 9, 13), SessionKind.MEAL, {"en": "Lunch"}
    )
    for item in (morning, lunch):
        agendas.create(work, item)
    agendas.save_day(work, agendas.DayDraft(visit, DAY, city={"en": "Domžale"}, chair_id=guests[1]))
    participations.add(work, visit, guests[:1], ParticipationRole.MENTEE)
    participations.add(work, visit, guests[1:], ParticipationRole.MENTOR)
    agenda_versions.issue(work, visit, "first", datetime(2023, 9, 25, 12, tzinfo=UTC))
    attendance.mark_column(work, visit, guests[:1], attendance.grid(work, visit).columns[0], Presence.PRESENT)
    return visit


def _results(work: Work, programme_id: str, pair: str, guests: Sequence[str]) -> None:
    plan = deliverables.create(
        work,
        deliverables.DeliverableDraft(
            programme_id,
            pair,
            title={"en": "Strategic plan", "uk": "Стратегічний план"},
            stage=DeliverableStage.DRAFTING,
            due=PartialDate.parse("2024"),
            versions=(deliverables.VersionDraft("0.1", "uk", DAY, "Olena"),),
            reviews=(deliverables.ReviewDraft(guests[1], due=DAY),),
        ),
        DAY,
    )
    value = indicators.ValueDraft(PartialDate.of(DAY), Decimal("12.5"), evidence="survey")
    indicators.create(
        work, indicators.IndicatorDraft(programme_id, text={"en": "Plans"}, target=Decimal(2), values=(value,))
    )
    needs.create(
        work,
        needs.NeedDraft(pair, topic=WATER, links=(needs.NeedLinkDraft(deliverable_id=plan),)),
    )
    groups.create(
        work,
        groups.GroupDraft(
            programme_id,
            kind=GroupKind.STEERING_GROUP,
            name={"en": "Steering group"},
            members=(groups.GroupMemberDraft(guests[0], role="chair"),),
            meetings=(groups.MeetingDraft(PartialDate.of(DAY), "Rules"),),
        ),
    )


def _money(work: Work, programme_id: str, visit: str, town: str) -> None:
    budgets.create(work, budgets.BudgetLineDraft(programme_id, "2", {"en": "Travel"}, heading=True))
    lines = [
        budgets.create(
            work, budgets.BudgetLineDraft(programme_id, code, {"en": name}, units=Decimal(10), rate_minor=150_00)
        )
        for code, name in (("2.1", "International travel"), ("2.2", "Local transport"))
    ]
    exchange_rates.create(
        work, exchange_rates.ExchangeRateDraft("EUR", "UAH", PartialDate.parse("2023-10"), Decimal("38.5"), "InforEuro")
    )
    expenditures.create(
        work,
        expenditures.ExpenditureDraft(
            programme_id,
            lines[1],
            visit,
            ExpenditureState.PAID,
            document_no="17/2023",
            document_date=DAY,
            paid_on=DAY,
            gross_minor=7_700_00,
            currency="UAH",
        ),
    )
    funding_sources.create(
        work, funding_sources.FundingSourceDraft(programme_id, town, "Own money", share_percent=Decimal("12.5"))
    )
    reallocations.create(work, reallocations.ReallocationDraft(programme_id, lines[0], lines[1], 100_00, DAY, "trains"))


def _shrink(path: Path) -> None:
    """One file without log and without free pages; small pages, because most tables have a row or two."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA page_size=1024")
        connection.execute("VACUUM")
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
