"""Needs: topics that partners stated, and what answers them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem
from app.core.i18n import pick
from app.core.text import fold
from app.core.vocabulary import NeedStatus
from app.models.organisations import Organisation
from app.models.partnerships import Need, NeedLink, Partnership
from app.services import draft_checks, organisations, records
from app.storage.work import View, Work


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A line of a list of needs, with how many sessions, deliverables and indicators answer it."""

    id: str
    partnership_id: str
    partnership_code: str
    topic: str
    organisation: str
    stated_by: str
    stated_on: PartialDate
    status: NeedStatus
    sessions: int
    deliverables: int
    indicators: int
    search_text: str


@dataclass(frozen=True, slots=True)
class NeedLinkDraft:
    """What answers a need: exactly one of a session, a deliverable and an indicator."""

    session_id: str | None = None
    deliverable_id: str | None = None
    indicator_id: str | None = None
    id: str = ""

    @property
    def target(self) -> tuple[str | None, str | None, str | None]:
        """What the link points at; two links of a need never point at the same."""
        return self.session_id, self.deliverable_id, self.indicator_id


@dataclass(frozen=True, slots=True)
class NeedDraft:
    """What an editor holds of a need."""

    partnership_id: str = ""
    organisation_id: str | None = None
    topic: Mapping[str, str] = field(default_factory=dict)
    stated_by: str = ""
    stated_on: PartialDate = UNKNOWN
    status: NeedStatus = NeedStatus.STATED
    notes: str = ""
    links: tuple[NeedLinkDraft, ...] = ()
    version: int = 0


def list_rows(view: View, programme_id: str = "", partnership_id: str = "") -> tuple[NeedRow, ...]:
    """Needs of all, of a programme or of one partnership, in the order of partnerships and of their making."""
    links: dict[str, list[NeedLink]] = {}
    for link in view.session.scalars(select(NeedLink)):
        links.setdefault(link.need_id, []).append(link)
    query = (
        select(Need, Partnership.code, Organisation)
        .join(Partnership, Need.partnership_id == Partnership.id)
        .outerjoin(Organisation, Need.organisation_id == Organisation.id)
        .order_by(Partnership.code, Need.id)
    )
    if programme_id:
        query = query.where(Partnership.programme_id == programme_id)
    if partnership_id:
        query = query.where(Need.partnership_id == partnership_id)
    rows = []
    for row, code, organisation in view.session.execute(query):
        own = links.get(row.id, ())
        name = organisations.name_of(organisation, view.language)
        rows.append(
            NeedRow(
                id=row.id,
                partnership_id=row.partnership_id,
                partnership_code=code,
                topic=pick(row.topic, view.language),
                organisation=name,
                stated_by=row.stated_by,
                stated_on=row.stated_on,
                status=row.status,
                sessions=sum(link.session_id is not None for link in own),
                deliverables=sum(link.deliverable_id is not None for link in own),
                indicators=sum(link.indicator_id is not None for link in own),
                search_text=" ".join(fold(part) for part in (code, *row.topic.values(), name, row.stated_by) if part),
            )
        )
    return tuple(rows)


def load(view: View, ident: str) -> NeedDraft:
    """The draft of one need."""
    row = records.fetch(view, Need, ident)
    links = view.session.scalars(select(NeedLink).where(NeedLink.need_id == ident).order_by(NeedLink.id))
    return records.to_draft(row, NeedDraft, links=tuple(records.to_draft(link, NeedLinkDraft) for link in links))


def check(draft: NeedDraft) -> tuple[Problem, ...]:
    """What is wrong with a draft: a topic is needed, a link points at exactly one thing."""
    return tuple(_check(draft))


def _check(draft: NeedDraft) -> Iterable[Problem]:
    if not draft.partnership_id:
        yield Problem("partnership_id", "partnership_missing")
    if not draft_checks.has_text(draft.topic):
        yield Problem("topic", "title_missing")
    targets = [link.target for link in draft.links]
    if any(sum(bool(part) for part in target) != 1 for target in targets):
        yield Problem("links", "need_link_wrong")
    elif len(set(targets)) < len(targets):
        yield Problem("links", "need_link_twice")
    if draft.status is NeedStatus.MET and not draft.links:
        yield Problem("status", "need_met_by_nothing", severity="warning")


def create(work: Work, draft: NeedDraft) -> str:
    """Make a need of a partnership; raises Invalid."""
    records.refuse(check(draft))
    row = Need()
    records.apply(row, draft, skip=("links",))
    ident = work.add(row)
    records.sync(work, NeedLink, {"need_id": ident}, draft.links)
    return ident


def save(work: Work, ident: str, draft: NeedDraft) -> None:
    """Keep a changed draft; raises Invalid, Conflict, NotFound."""
    records.refuse(check(draft))
    row = records.fetch(work, Need, ident)
    records.expect_version(row, draft)
    records.apply(row, draft, skip=("links",))
    work.flush()
    records.sync(work, NeedLink, {"need_id": ident}, draft.links)


def delete(work: Work, ident: str) -> None:
    """Delete a need; what answered it stays."""
    work.delete(records.fetch(work, Need, ident))
