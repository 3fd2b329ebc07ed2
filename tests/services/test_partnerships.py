"""Partnerships, agreements, needs and groups."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from app.core.dates import PartialDate
from app.core.errors import Invalid
from app.core.vocabulary import DeliverableStage, GroupKind, NeedStatus, PartnerRole, PartnershipStatus
from app.models.activities import Activity
from app.models.deliverables import Deliverable
from app.services import agreements, groups, needs, organisations, partnerships, people, programmes
from app.services.agreements import AgreementDraft, AgreementSignatoryDraft
from app.services.context import Context
from app.services.groups import GroupDraft, GroupMemberDraft, MeetingDraft
from app.services.needs import NeedDraft, NeedLinkDraft
from app.services.partnerships import MemberDraft, PartnershipDraft
from app.storage.work import Work


@dataclass
class Ground:
    """A programme and two towns."""

    programme: str
    mentor: str
    mentee: str

    def pair(self) -> PartnershipDraft:
        """A partnership of the two, the mentee put first."""
        members = (MemberDraft(self.mentee, PartnerRole.MENTEE), MemberDraft(self.mentor, PartnerRole.MENTOR))
        return PartnershipDraft(self.programme, members=members)


@pytest.fixture
def ground(context: Context) -> Ground:
    with context.write("Ground") as work:
        programme = programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
        mentor = organisations.create(
            work,
            organisations.OrganisationDraft(name={"en": "Municipality of Domžale"}, short_name="Domžale", country="SI"),
        )
        mentee = organisations.create(
            work,
            organisations.OrganisationDraft(
                name={"uk": "Заводська міська рада", "en": "Zavodske City Council"},
                town="Zavodske",
                country="UA",
                aliases=(organisations.AliasDraft("Заводське"),),
            ),
        )
    return Ground(programme, mentor, mentee)


def test_code_and_title_come_of_themselves(context: Context, ground: Ground) -> None:
    with context.write("New") as work:
        partnerships.create(work, ground.pair())
        partnerships.create(work, replace(ground.pair(), title="Second round"))
    with context.read() as view:
        first, second = partnerships.list_rows(view, ground.programme)
        assert not partnerships.list_rows(view, "another")
    assert (first.code, first.title) == ("CEP-UA-P01", "Domžale – Zavodske")
    assert (second.code, second.title) == ("CEP-UA-P02", "Second round")
    assert first.members == "Municipality of Domžale, Zavodske City Council"
    assert first.countries == ("SI", "UA")
    assert "zavodske" in first.search_text


def test_figures_of_the_list(
    context: Context, ground: Ground, statements: Callable[[Callable[[], object]], int]
) -> None:
    def listing() -> None:
        with context.read() as view:
            partnerships.list_rows(view)
            agreements.list_rows(view)
            needs.list_rows(view)
            groups.list_rows(view)

    with context.write("New") as work:
        ident = partnerships.create(work, ground.pair())
        work.add(Activity(programme_id=ground.programme, partnership_id=ident, code="V1"))
        for code, stage in (("D1", DeliverableStage.DRAFTING), ("D2", DeliverableStage.CANCELLED)):
            work.add(Deliverable(programme_id=ground.programme, partnership_id=ident, code=code, stage=stage))
        needs.create(work, NeedDraft(ident, topic={"en": "Waste"}))
        agreements.create(work, AgreementDraft(ident))
    few = statements(listing)
    with context.read() as view:
        (row,) = partnerships.list_rows(view)
    assert (row.activities, row.deliverables, row.needs, row.signed, str(row.signed_on)) == (1, 1, 1, True, "")
    with context.write("More") as work:
        for _ in range(6):
            other = partnerships.create(work, ground.pair())
            needs.create(work, NeedDraft(other, topic={"en": "Water"}))
            agreements.create(work, AgreementDraft(other))
            groups.create(work, GroupDraft(ground.programme, other))
    assert statements(listing) == few


def test_what_is_wrong_with_a_partnership(ground: Ground) -> None:
    draft = ground.pair()
    alone = replace(draft, members=draft.members[:1])
    twice = replace(draft, members=(draft.members[0], draft.members[0]))
    assert [problem.code for problem in partnerships.check(alone)] == ["members_too_few"]
    assert [problem.code for problem in partnerships.check(twice)] == ["member_twice"]
    told = replace(
        draft,
        status=PartnershipStatus.REPLACED,
        planned="Zavodske",
        actual="Hnivan",
        actual_start=PartialDate.parse("2023-11"),
        actual_end=PartialDate.parse("2023-10"),
    )
    assert [(problem.code, problem.severity) for problem in partnerships.check(told)] == [
        ("period_reversed", "error"),
        ("difference_unexplained", "warning"),
        ("successor_missing", "warning"),
    ]


def test_replacing_and_deleting_are_taken_back(
    context: Context, ground: Ground, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    with context.write("New") as work:
        first = partnerships.create(work, ground.pair())
        second = partnerships.create(work, ground.pair())
    undoable(lambda work: partnerships.replace_with(work, first, second, "Hnivan came instead"))
    with context.read() as view:
        changed = partnerships.load(view, first)
    assert (changed.status, changed.replaced_by_id) == (PartnershipStatus.REPLACED, second)
    undoable(lambda work: partnerships.save(work, first, replace(changed, members=tuple(reversed(changed.members)))))
    undoable(lambda work: partnerships.delete(work, second))
    with pytest.raises(Invalid), context.write("Self") as work:
        partnerships.replace_with(work, first, first, "no")


def test_an_agreement_is_signed_on_behalf(
    context: Context, ground: Ground, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    with context.write("New") as work:
        pair = partnerships.create(work, ground.pair())
        mayor = people.create(work, people.PersonDraft(given_name="Віталій", family_name="Сидоренко"))
    draft = AgreementDraft(
        pair,
        fields=("waste", "civil protection"),
        commitments=("exchange",),
        signatories=(
            AgreementSignatoryDraft(ground.mentor, name="Renata Kosec", position="Mayor"),
            AgreementSignatoryDraft(ground.mentee, person_id=mayor, on_behalf_of="the council"),
        ),
    )
    undoable(lambda work: agreements.create(work, draft))
    with context.read() as view:
        (row,) = agreements.list_rows(view, partnership_id=pair)
        kept = agreements.load(view, row.id)
    assert row.signatories == ("Renata Kosec", "Vitalii Sydorenko")
    assert row.parties == ("Municipality of Domžale", "Zavodske City Council")
    assert (kept.fields, str(kept.signed_on)) == (("waste", "civil protection"), "")
    undoable(lambda work: agreements.save(work, row.id, replace(kept, signed_on=PartialDate.parse("2023-H2"))))
    undoable(lambda work: agreements.delete(work, row.id))
    nobody = replace(draft, signatories=(AgreementSignatoryDraft(),))
    assert [problem.code for problem in agreements.check(nobody)] == ["organisation_missing", "person_name_missing"]


def test_a_need_and_what_answers_it(
    context: Context, ground: Ground, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    with context.write("New") as work:
        pair = partnerships.create(work, ground.pair())
        plan = work.add(Deliverable(programme_id=ground.programme, code="D1"))
    draft = NeedDraft(pair, ground.mentee, {"en": "Waste"}, links=(NeedLinkDraft(deliverable_id=plan),))
    undoable(lambda work: needs.create(work, draft))
    with context.read() as view:
        (row,) = needs.list_rows(view, ground.programme)
        kept = needs.load(view, row.id)
    assert (row.partnership_code, row.organisation, row.deliverables, row.sessions) == (
        "CEP-UA-P01",
        "Zavodske City Council",
        1,
        0,
    )
    undoable(lambda work: needs.save(work, row.id, replace(kept, status=NeedStatus.MET)))
    undoable(lambda work: needs.delete(work, row.id))
    both = replace(draft, links=(NeedLinkDraft(session_id="a", deliverable_id=plan),))
    assert [problem.code for problem in needs.check(both)] == ["need_link_wrong"]
    met = replace(draft, links=(), status=NeedStatus.MET)
    assert [(problem.code, problem.severity) for problem in needs.check(met)] == [("need_met_by_nothing", "warning")]


def test_a_group_and_its_meetings_of_the_year(
    context: Context, ground: Ground, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    with context.write("New") as work:
        person = people.create(work, people.PersonDraft(given_name="Anna", family_name="Åkesson"))
    draft = GroupDraft(
        ground.programme,
        kind=GroupKind.STEERING_GROUP,
        name={"en": "Steering group"},
        meetings_per_year=3,
        members=(
            GroupMemberDraft(person_id=person, role="chair"),
            GroupMemberDraft(name="Former member", end=PartialDate.parse("2022")),
            GroupMemberDraft(name="Next member", start=PartialDate.parse("2026-01")),
        ),
        meetings=tuple(MeetingDraft(PartialDate.parse(day)) for day in ("2023-02-01", "2024", "2024-03", "2024-12-01")),
    )
    undoable(lambda work: groups.create(work, draft))
    with context.read() as view:
        (row,) = groups.list_rows(view, ground.programme, date(2024, 6, 1))
        lines = groups.list_members(view, row.id)
    assert (row.members, row.due, row.held, row.missing, str(row.next_meeting)) == (1, 3, 2, 1, "2024-12-01")
    assert [line.name for line in lines] == ["Anna Åkesson", "Former member", "Next member"]
    with context.read() as view:
        kept = groups.load(view, row.id)
    undoable(lambda work: groups.save(work, row.id, replace(kept, meetings=kept.meetings[1:], meetings_per_year=None)))
    undoable(lambda work: groups.delete(work, row.id))
    wrong = replace(draft, meetings_per_year=1000, members=(GroupMemberDraft(),))
    assert [problem.code for problem in groups.check(wrong)] == ["number_unlikely", "person_name_missing"]
