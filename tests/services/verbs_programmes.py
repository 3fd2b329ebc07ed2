"""Verbs of programmes, partnerships, agreements, groups, needs, indicators, deliverables and rules."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from app.core.dates import PartialDate
from app.core.vocabulary import DeliverableStage, GroupKind, NeedStatus, ReviewVerdict
from app.models.agendas import Session
from app.models.deliverables import Deliverable, DeliverableReview
from app.models.indicators import Indicator
from app.models.organisations import Organisation
from app.models.partnerships import Agreement, GroupMeeting, Need, Partnership
from app.models.programmes import Programme, ProgrammeSetting
from app.services import agreements, deliverables, groups, indicators, needs, partnerships, programmes, rules
from app.services.agreements import AgreementDraft, AgreementSignatoryDraft
from app.services.deliverables import DeliverableDraft, ReviewDraft, VersionDraft
from app.services.groups import GroupDraft, GroupMemberDraft, MeetingDraft
from app.services.indicators import IndicatorDraft, ValueDraft
from app.services.needs import NeedDraft, NeedLinkDraft
from app.services.partnerships import MemberDraft, PartnershipDraft
from app.services.programmes import MilestoneDraft, PartyDraft, PhaseDraft, ProgrammeDraft, SignatoryDraft
from app.storage.work import Work
from tests.services.verbs_ground import DAY, PARTNERSHIP, guest, ident, programme, visit
from tests.services.verbs_registry import does

TEXTS = {"en": "Clean water", "uk": "Чиста вода"}


def _pair(work: Work, code: str = PARTNERSHIP) -> str:
    return ident(work, Partnership, code=code)


def _towns(work: Work) -> list[str]:
    return list(work.session.scalars(select(Organisation.id).order_by(Organisation.code)))[:2]


def _group(work: Work) -> str:
    """The group that has met."""
    found = work.session.scalars(select(GroupMeeting.team_id)).first()
    assert found is not None
    return found


@does("programmes.create")
def _(work: Work) -> object:
    one, other = _towns(work)
    draft = ProgrammeDraft(
        code="NEW",
        title=TEXTS,
        sdgs=(6, 11),
        parties=(PartyDraft(one), PartyDraft(other)),
        phases=(PhaseDraft(TEXTS, funder_id=one),),
        milestones=(MilestoneDraft(TEXTS, PartialDate.parse("2025")),),
        signatories=(SignatoryDraft("Ana", TEXTS, one),),
    )
    return programmes.create(work, draft)


@does("programmes.save")
def _(work: Work) -> object:
    draft = programmes.load(work, programme(work))
    changed = replace(
        draft,
        notes="changed",
        parties=draft.parties[::-1],
        phases=(*draft.phases[1:], PhaseDraft(TEXTS)),
        milestones=(),
        signatories=(),
    )
    return programmes.save(work, programme(work), changed)


@does("programmes.delete")
def _(work: Work) -> object:
    return programmes.delete(work, ident(work, Programme, code="ICLD-DR"))


@does("partnerships.create")
def _(work: Work) -> object:
    members = tuple(MemberDraft(town) for town in _towns(work))
    return partnerships.create(work, PartnershipDraft(programme(work), members=members))


@does("partnerships.save")
def _(work: Work) -> object:
    draft = partnerships.load(work, _pair(work))
    members = (*(replace(member, offers="a tour") for member in draft.members[::-1]),)
    return partnerships.save(work, _pair(work), replace(draft, themes=("water", "heat"), members=members))


@does("partnerships.delete")
def _(work: Work) -> object:
    return partnerships.delete(work, _pair(work))


@does("partnerships.replace_with")
def _(work: Work) -> object:
    return partnerships.replace_with(work, _pair(work), _pair(work, "CEP-UA-P02"), "the war")


@does("agreements.create")
def _(work: Work) -> object:
    one, _other = _towns(work)
    signatory = AgreementSignatoryDraft(one, guest(work), "Ana", "mayor")
    draft = AgreementDraft(_pair(work), TEXTS, PartialDate.parse("2023-05"), "Kyiv", signatories=(signatory,))
    return agreements.create(work, draft)


@does("agreements.save")
def _(work: Work) -> object:
    found = ident(work, Agreement)
    draft = agreements.load(work, found)
    return agreements.save(work, found, replace(draft, commitments=("money",), signatories=draft.signatories[1:]))


@does("agreements.delete")
def _(work: Work) -> object:
    return agreements.delete(work, ident(work, Agreement))


@does("groups.create")
def _(work: Work) -> object:
    member = GroupMemberDraft(guest(work), role="chair")
    meeting = MeetingDraft(PartialDate.of(DAY), "budget", visit(work))
    return groups.create(
        work,
        GroupDraft(programme(work), kind=GroupKind.PROJECT_TEAM, name=TEXTS, members=(member,), meetings=(meeting,)),
    )


@does("groups.save")
def _(work: Work) -> object:
    draft = groups.load(work, _group(work))
    members = (*draft.members, GroupMemberDraft(name="Somebody"))
    return groups.save(work, _group(work), replace(draft, members=members, meetings=(), notes="dissolved"))


@does("groups.delete")
def _(work: Work) -> object:
    return groups.delete(work, _group(work))


@does("needs.create")
def _(work: Work) -> object:
    links = (NeedLinkDraft(session_id=ident(work, Session)), NeedLinkDraft(indicator_id=ident(work, Indicator)))
    return needs.create(work, NeedDraft(_pair(work), topic=TEXTS, status=NeedStatus.MET, links=links))


@does("needs.save")
def _(work: Work) -> object:
    found = ident(work, Need)
    draft = needs.load(work, found)
    return needs.save(work, found, replace(draft, topic=TEXTS, links=draft.links[:1]))


@does("needs.delete")
def _(work: Work) -> object:
    return needs.delete(work, ident(work, Need))


@does("indicators.create")
def _(work: Work) -> object:
    value = ValueDraft(PartialDate.parse("2024"), Decimal("12.5"), evidence="survey")
    return indicators.create(work, IndicatorDraft(programme(work), text=TEXTS, target=Decimal(20), values=(value,)))


@does("indicators.save")
def _(work: Work) -> object:
    found = ident(work, Indicator, code="I05")
    draft = indicators.load(work, found)
    values = (
        *(replace(value, value=Decimal(3)) for value in draft.values),
        ValueDraft(PartialDate.of(DAY), Decimal(4)),
    )
    return indicators.save(work, found, replace(draft, unit="towns", values=values))


@does("indicators.delete")
def _(work: Work) -> object:
    return indicators.delete(work, ident(work, Indicator, code="I05"))


@does("indicators.keep_counted")
def _(work: Work) -> object:
    return indicators.keep_counted(work, ident(work, Indicator, counted="participants"), DAY)


@does("deliverables.create")
def _(work: Work) -> object:
    draft = DeliverableDraft(
        programme(work),
        _pair(work),
        responsible_id=guest(work),
        title=TEXTS,
        stage=DeliverableStage.DRAFTING,
        versions=(VersionDraft("0.1", "uk", DAY, "Ana"),),
        reviews=(ReviewDraft(reviewer="Bor", due=DAY),),
    )
    return deliverables.create(work, draft, DAY)


@does("deliverables.save")
def _(work: Work) -> object:
    found = ident(work, Deliverable, code="CEP-UA-D01")
    draft = deliverables.load(work, found)
    return deliverables.save(
        work,
        found,
        replace(draft, notes="late", versions=draft.versions[1:], reviews=(*draft.reviews, ReviewDraft(reviewer="C"))),
    )


@does("deliverables.delete")
def _(work: Work) -> object:
    return deliverables.delete(work, ident(work, Deliverable, code="CEP-UA-D01"))


@does("deliverables.move")
def _(work: Work) -> object:
    return deliverables.move(
        work, ident(work, Deliverable, code="CEP-UA-D05"), DeliverableStage.INTERNAL_REVIEW, DAY, "ready"
    )


@does("deliverables.review")
def _(work: Work) -> object:
    waiting = ident(work, DeliverableReview, verdict=ReviewVerdict.WAITING)
    return deliverables.review(work, waiting, ReviewVerdict.CHANGES, DAY, "shorter")


@does("rules.set_value")
def _(work: Work) -> object:
    return rules.set_value(work, programme(work), "attendance.threshold_percent", 75, DAY)


@does("rules.set_value")
def _(work: Work) -> object:
    """A value set for the same day is replaced."""
    return rules.set_value(work, programme(work), "agenda.gap_minutes", 30, date(2023, 1, 1))


@does("rules.remove")
def _(work: Work) -> object:
    return rules.remove(work, ident(work, ProgrammeSetting))
