"""The sample holds the facts of the real programmes: what is known as known, what is unknown as unknown."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Refused
from app.core.vocabulary import (
    TRAINING_KINDS,
    ActivityKind,
    DeliverableStage,
    ExpenditureState,
    PartnerRole,
    PartnershipStatus,
    ProgrammePartyRole,
    SessionKind,
)
from app.models.activities import Activity, Participation
from app.models.budgets import BudgetLine, Expenditure
from app.models.deliverables import Deliverable
from app.models.organisations import Organisation, OrganisationAlias
from app.models.partnerships import Agreement, AgreementSignatory, Group, GroupMeeting, Need, NeedLink, Partnership
from app.models.people import Person
from app.models.programmes import Milestone, Phase, Programme, ProgrammeParty
from app.services import agenda_facts, agendas, groups, partnerships, records, sample, sample_files
from app.services.context import Context
from app.services.organisations import OrganisationDraft
from tests.dump import dump


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """A data file with the structure of the sample; the tests of this module only read it."""
    opened = Context.open(tmp_path_factory.mktemp("sample") / "sample.mdesk")
    sample.build(opened)
    yield opened
    opened.close()


def _content(context: Context) -> dict[str, list[str]]:
    """The rows of every table without keys, which differ from file to file, in an order that does not hang on them."""
    return {
        kind: sorted(
            repr({name: row[name] for name in row if name != "id" and not name.endswith("_id")}) for row in rows
        )
        for kind, rows in dump(context).items()
    }


def test_six_programmes_with_their_pairs(context: Context) -> None:
    with context.read() as view:
        titles = {row.code: row.title for row in view.session.scalars(select(Programme))}
        pairs = Counter(row.programme_code for row in partnerships.list_rows(view))
    assert set(titles) == {"CEP-UA", "COR-P2P", "VELENJE-3", "COAL-REX", "ICLD-DR", "CEP-OTHER"}
    assert titles["CEP-UA"] == {
        "en": "Post-conflict Reconstruction in Ukraine",
        "sl": "Ukrajina – Pomoč pri obnovi Ukrajine",
        "uk": "Відбудова України",
    }
    # CEP-UA: the named pair, three pairs reported later, and those of the first list whose pairs are not named.
    assert pairs == {"CEP-UA": 5, "VELENJE-3": 1, "COAL-REX": 1, "ICLD-DR": 12}


def test_the_twelve_pairs_of_icld(context: Context) -> None:
    with context.read() as view:
        titles = {row.title for row in partnerships.list_rows(view) if row.programme_code == "ICLD-DR"}
    assert titles == {
        "Falun – Kolomyia",
        "Gotland – Beryslav",
        "Höör – Kopychyntsi",
        "Jönköping – Berdychiv",
        "Kalmar – Poltava",
        "Karlskrona – Chortkiv",
        "Lidingö – Slavuta",
        "Piteå – Lutsk",
        "Ronneby – Ternopil",
        "Umeå – Kherson",
        "Västerås – Shatsk",
        "Växjö – Kalush",
    }


def test_a_pair_that_was_planned_and_replaced(context: Context) -> None:
    with context.read() as view:
        row = records.by_code(view, Partnership, "CEP-UA-P01")
        successor = records.fetch(view, Partnership, row.replaced_by_id or "")
        roles = {
            member.role: records.fetch(view, Organisation, member.organisation_id).short_name
            for member in partnerships.load(view, row.id).members
        }
        needs = view.session.scalars(select(Need).where(Need.partnership_id == row.id)).all()
        links = view.session.scalars(select(NeedLink)).all()
    assert row.status is PartnershipStatus.REPLACED
    assert successor.title == "Domžale – Hnivan"
    assert roles == {PartnerRole.MENTOR: "Domžale", PartnerRole.MENTEE: "Zavodske"}
    assert "Hnivan instead of Zavodske" in row.actual
    assert row.planned
    assert row.difference_reason
    assert {need.topic["en"] for need in needs} == {
        "Civil protection system",
        "Response to natural and other disasters",
    }
    assert {need.stated_by for need in needs} == {"city council secretary"}
    assert len(links) == 8
    assert all(link.session_id for link in links)


def test_three_equal_partners_signed_on_a_day_nobody_knows(context: Context) -> None:
    with context.read() as view:
        row = records.by_code(view, Partnership, "VELENJE-3-P01")
        members = partnerships.load(view, row.id).members
        agreement = view.session.scalars(select(Agreement).where(Agreement.partnership_id == row.id)).one()
        signed = view.session.scalars(
            select(AgreementSignatory)
            .where(AgreementSignatory.agreement_id == agreement.id)
            .order_by(AgreementSignatory.place)
        ).all()
    assert [member.role for member in members] == [PartnerRole.EQUAL] * 3
    assert agreement.signed_on == UNKNOWN
    assert agreement.signed_at == ""
    assert len(agreement.fields) == 6
    assert len(agreement.commitments) == 4
    assert [(who.name, who.on_behalf_of) for who in signed] == [
        ("Peter Dermol", ""),
        ("Edin Delić", ""),
        ("Nenad Rubežić", "Rajko Kovačević, mayor"),
    ]


def test_what_is_unknown_stays_unknown(context: Context) -> None:
    with context.read() as view:

        def dates(code: str) -> tuple[str, str, str]:
            row = records.by_code(view, Activity, code)
            return str(row.start), str(row.end), str(row.planned_start)

        found = {code: dates(code) for code in ("ICLD-DR-A01", "CEP-OTHER-A03", "CEP-UA-V02", "COAL-REX-V01")}
        milestones = {row.title["en"]: str(row.due) for row in view.session.scalars(select(Milestone))}
        phases = {row.title["en"]: (str(row.start), str(row.end)) for row in view.session.scalars(select(Phase))}
        hromadas = view.session.scalars(select(Organisation).where(Organisation.country == "UA")).all()
    assert found == {
        "ICLD-DR-A01": ("", "", ""),
        "CEP-OTHER-A03": ("", "", ""),
        "CEP-UA-V02": ("", "", "2023-10"),
        "COAL-REX-V01": ("", "", "2022-H2"),
    }
    assert milestones["First exchange"] == milestones["Detailed planning and preparation"] == "2022-H2"
    assert phases["Pilot"] == ("2018", "2019-02-13")
    assert phases["Integrity Cities"] == ("2022", "")
    assert phases["Chapter 24 – Strengthening Patrol Management in Serbia"] == ("2019", "2024-12-18")
    assert all(row.official_code == "" for row in hromadas)


def test_the_steering_body_of_thirteen(context: Context) -> None:
    with context.read() as view:
        row = view.session.scalars(select(Group).where(Group.member_count == 13)).one()
        members = groups.list_members(view, row.id)
        meetings = view.session.scalars(select(GroupMeeting.held_on)).all()
    assert row.name["en"] == "Working Group on Ukraine"
    assert (str(row.founded), row.parent_body, row.meetings_per_year) == ("2020-04", "CORLEAP", 2)
    assert [(member.name, member.role) for member in members] == [("Aleksandra Dulkiewicz", "chair (EPP/PL)")]
    assert meetings == [PartialDate.of(date(2022, 3, 30))]


def test_the_rules_of_icld_are_rules_of_its_groups(context: Context) -> None:
    with context.read() as view:
        programme = records.by_code(view, Programme, "ICLD-DR")
        rules = {
            row.name["en"]: row.composition_rule
            for row in view.session.scalars(select(Group).where(Group.programme_id == programme.id))
        }
    assert programme.currency == "SEK"
    assert programme.sdgs == [16, 17]
    assert rules["Steering group"] == "politicians and managers of all partners"
    assert "2 politicians (majority and opposition)" in rules["Inception team"]
    assert "3 to 5 officials" in rules["Project team"]


def test_who_pays_and_who_carries_out(context: Context) -> None:
    with context.read() as view:
        programme = records.by_code(view, Programme, "CEP-UA")
        parties = view.session.execute(
            select(ProgrammeParty.role, Organisation.name)
            .join(Organisation, Organisation.id == ProgrammeParty.organisation_id)
            .where(ProgrammeParty.programme_id == programme.id)
        ).all()
    names = {role: name["en"] for role, name in parties}
    assert names[ProgrammePartyRole.IMPLEMENTER] == "Centre for European Perspective (CEP)"
    assert names[ProgrammePartyRole.PARTNER_PROGRAMME] == "U-LEAD with Europe"
    assert names[ProgrammePartyRole.FUNDER].startswith("Ministry of Foreign and European Affairs")
    assert len(names) == 5


def test_names_and_other_spellings_of_towns(context: Context) -> None:
    with context.read() as view:
        aliases: dict[str, set[str]] = {}
        rows = view.session.execute(
            select(Organisation.short_name, OrganisationAlias.text).join(
                Organisation, Organisation.id == OrganisationAlias.organisation_id
            )
        )
        for name, text in rows:
            aliases.setdefault(name, set()).add(text)
        native = {row.short_name: row.name for row in view.session.scalars(select(Organisation))}
    assert {"Заводське", "Zavodska", "Заводська міська рада"} <= aliases["Zavodske"]
    assert {"Дрогобич", "Drohobič"} <= aliases["Drohobych"]
    assert {"Cherson"} <= aliases["Kherson"]
    assert {"Berislav"} <= aliases["Beryslav"]
    assert {"Plevlja"} <= aliases["Pljevlja"]
    assert native["Domžale"]["sl"] == "Občina Domžale"
    assert native["Falun"]["sv"] == "Falu kommun"
    assert native["Zavodske"]["uk"] == "Заводська міська територіальна громада"


def test_nobody_is_made_up(context: Context) -> None:
    with context.read() as view:
        names = {f"{row.given_name} {row.family_name}" for row in view.session.scalars(select(Person))}
    assert names == {
        "Aleksandra Dulkiewicz",
        "Peter Dermol",
        "Edin Delić",
        "Nenad Rubežić",
        "Rajko Kovačević",
        "Jim Enström",
        "Erik Ciardi",
        "Borut Pahor",
    }


def test_the_agenda_of_three_weeks(context: Context) -> None:
    with context.read() as view:
        visit = records.by_code(view, Activity, sample.VISIT)
        facts = agenda_facts.sessions_of(view, [visit.id])[visit.id]
        board = agendas.board(view, visit.id)
    assert (str(visit.start), str(visit.end), str(visit.planned_start)) == ("2023-10-09", "2023-10-27", "2023-10")
    assert "example" in visit.notes
    assert {fact.day.isocalendar().week for fact in facts} == {41, 42, 43}
    assert all(fact.day.weekday() < 5 for fact in facts)
    assert len({fact.day for fact in facts}) == 15
    assert sum(fact.kind in TRAINING_KINDS for fact in facts) >= 36
    assert all(fact.title.keys() >= {"en", "sl", "uk"} for fact in facts)
    assert all(not fact.description or fact.description.keys() >= {"en", "sl", "uk"} for fact in facts)
    assert {fact.kind for fact in facts} >= set(SessionKind) - {SessionKind.TRAVEL}
    assert [note for note in board.notes if note.severity != "info"] == []
    assert [row.number for row in board.days if row.sessions] == list(range(1, 16))


def test_the_agenda_speaks_of_the_topics_of_the_seed(context: Context) -> None:
    with context.read() as view:
        visit = records.by_code(view, Activity, sample.VISIT)
        facts = agenda_facts.sessions_of(view, [visit.id])[visit.id]
        hosts = {row.id: row.short_name for row in view.session.scalars(select(Organisation))}
    titles = " | ".join(fact.title["en"] for fact in facts)
    for topic in (
        "civil protection system",
        "state institutions",
        "Civil Defence",
        "Fire station",
        "local organisations",
        "floods of August 2023",
        "Risk map",
        "funding application",
        "strategic document",
    ):
        assert topic in titles
    assert {hosts[fact.host_id] for fact in facts if fact.host_id} == {"Domžale", "CZ Domžale", "PGD Domžale"}


def test_webinars_in_two_time_zones(context: Context) -> None:
    with context.read() as view:
        series = records.by_code(view, Activity, "CEP-OTHER-A01")
        facts = agenda_facts.sessions_of(view, [series.id])[series.id]
    assert (series.kind, series.time_zone, series.second_zone) == (
        ActivityKind.WEBINAR_SERIES,
        "Europe/Ljubljana",
        "Europe/Kyiv",
    )
    assert [f"{fact.starts_at:%Y-%m-%d %H:%M}-{fact.ends_at:%H:%M}" for fact in facts] == [
        "2025-01-30 10:00-12:00",
        "2025-02-06 10:00-12:00",
        "2025-02-13 10:00-12:00",
        "2025-02-20 10:00-12:00",
    ]
    # 10:00 in Ljubljana is 09:00 UTC in winter, and that is 11:00 in Kyiv.
    assert agenda_facts.instant(facts[0].starts_at, series.second_zone).hour == 8


def test_a_strategic_document_of_each_mentee(context: Context) -> None:
    with context.read() as view:
        programme = records.by_code(view, Programme, "CEP-UA")
        rows = view.session.execute(
            select(Deliverable, Organisation.short_name)
            .join(Organisation, Organisation.id == Deliverable.owner_id)
            .where(Deliverable.programme_id == programme.id)
        ).all()
    owners = {name for _, name in rows}
    assert {"Bucha", "Drohobych", "Zavodske", "Tiachiv", "Vilnohirsk"} <= owners
    assert {str(row.due) for row, _ in rows} == {"2024-12-31"}
    assert len({row.stage for row, _ in rows}) >= 5
    assert all("example" in row.notes for row, _ in rows)
    assert DeliverableStage.ADOPTED not in {row.stage for row, _ in rows}, (
        "a decision of a real council is not invented"
    )


def test_the_budget_is_an_example_and_says_so(context: Context) -> None:
    with context.read() as view:
        lines = view.session.scalars(select(BudgetLine)).all()
        spent = view.session.scalars(select(Expenditure)).all()
    plain = [line for line in lines if not line.heading]
    assert len(plain) == 15
    assert {line.code.split(".")[0] for line in plain} == {"1", "2", "3", "4", "5", "6"}
    # By hand: people 31,200 + 11,400 + 2,400 + 15,000, travel 14,400 + 13,500, equipment 2,220, office 2,280,
    # services 6,000 + 3,500 + 23,400 + 31,200 + 24,000 + 2,400, mentors 21,000; together 203,900.00 EUR.
    assert sum(line.total_minor for line in plain) == 20_390_000
    assert all(row.notes == "Example figures, not from the programme." for row in (*lines, *spent))
    assert Counter(row.state for row in spent) == {ExpenditureState.PAID: 19, ExpenditureState.COMMITTED: 7}
    # 38,500 UAH at 38.5 UAH for one euro
    assert [row.budget_minor for row in spent if row.currency == "UAH"] == [100_000]


def test_a_second_file_is_the_same_and_a_second_time_is_refused(context: Context, tmp_path: Path) -> None:
    other = Context.open(tmp_path / "other.mdesk")
    first = sample.build(other)
    assert _content(other) == _content(context)
    with pytest.raises(Refused) as caught:
        sample.build(other)
    assert caught.value.code == "sample_there_already"
    with other.read() as view:
        assert asdict(sample.summary(view)) == asdict(first), "the refused second time left something behind"
    other.close()


def test_complete_without_the_spreadsheets_says_who_is_missing(tmp_path: Path) -> None:
    bare = Context.open(tmp_path / "bare.mdesk")
    sample.build_structure(bare)
    with pytest.raises(Refused) as caught:
        sample.complete(bare)
    assert caught.value.code == "sample_person_missing"
    with bare.read() as view:
        assert view.session.scalar(select(func.count()).where(Participation.activity_id.is_not(None))) == 1
    bare.close()


def test_a_fact_that_no_draft_has_is_refused() -> None:
    draft = sample_files.draft(OrganisationDraft, {"country": "SI", "parent": "cz"}, {"cz": "key"})
    assert (draft.country, draft.parent_id) == ("SI", "key")
    with pytest.raises(ValueError, match="contry"):
        sample_files.draft(OrganisationDraft, {"contry": "SI"}, {})
    with pytest.raises(KeyError):
        sample_files.draft(OrganisationDraft, {"parent": "nobody"}, {})
