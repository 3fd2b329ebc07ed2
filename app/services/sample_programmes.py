"""One programme of the sample, from its file: parties, phases, partnerships, agreements, groups, activities, needs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from app.core.i18n import pick
from app.services import (
    activities,
    agreements,
    groups,
    needs,
    participations,
    partnerships,
    programmes,
    sample_agenda,
    sample_files,
)
from app.services.activities import ActivityDraft
from app.services.agreements import AgreementDraft
from app.services.groups import GroupDraft
from app.services.needs import NeedDraft, NeedLinkDraft
from app.services.participations import ParticipationDraft
from app.services.partnerships import PartnershipDraft
from app.services.programmes import MilestoneDraft, PartyDraft, PhaseDraft, ProgrammeDraft
from app.services.sample_files import Facts, Known
from app.storage.work import Work


def write_programme(work: Work, facts: Facts, known: Known) -> str:
    """The programme with parties and phases; ``known`` learns its code and the names of its phases. Gives its id."""
    draft = sample_files.draft(
        ProgrammeDraft,
        facts["programme"],
        known,
        parties=tuple(sample_files.draft(PartyDraft, row, known) for row in facts["parties"]),
        phases=tuple(sample_files.draft(PhaseDraft, row, known, besides=("ref",)) for row in facts["phases"]),
    )
    ident = programmes.create(work, draft)
    known[draft.code] = ident
    kept = programmes.load(work, ident).phases
    for row in facts["phases"]:
        phase = next(phase for phase in kept if pick(phase.title, "en") == row["title"]["en"])
        if "ref" in row:
            known[row["ref"]] = phase.id
    return ident


def write_partnerships(work: Work, facts: Facts, programme_id: str, known: Known) -> None:
    """The partnerships with members, agreements and the people of record; what replaced what is noted at the end."""
    for row in facts["partnerships"]:
        draft = sample_files.draft(
            PartnershipDraft,
            row,
            known,
            besides=("replaced_by", "needs", "agreements", "people"),
            programme_id=programme_id,
            replaced_by_id=None,
        )
        ident = known[row["code"]] = partnerships.create(work, draft)
        for agreement in row.get("agreements", ()):
            agreements.create(work, sample_files.draft(AgreementDraft, agreement, known, partnership_id=ident))
        _take_part(work, row.get("people", ()), known, partnership_id=ident)
    for row in facts["partnerships"]:
        if "replaced_by" in row:
            loaded = partnerships.load(work, known[row["code"]])
            successor = known[row["replaced_by"]]
            partnerships.save(work, known[row["code"]], replace(loaded, replaced_by_id=successor))


def write_milestones(work: Work, facts: Facts, programme_id: str, known: Known) -> None:
    """The milestones; they follow the partnerships, which they may belong to."""
    rows = tuple(sample_files.draft(MilestoneDraft, row, known) for row in facts["milestones"])
    if rows:
        programmes.save(work, programme_id, replace(programmes.load(work, programme_id), milestones=rows))


def write_activities(work: Work, facts: Facts, programme_id: str, known: Known) -> None:
    """The activities with the office holders who take part in them; days and sessions come from the agendas."""
    for row in facts["activities"]:
        draft = sample_files.draft(ActivityDraft, row, known, besides=("people", "heads"), programme_id=programme_id)
        ident = known[row["code"]] = activities.create(work, draft)
        _take_part(work, row.get("people", ()), known, activity_id=ident)
        for head in row.get("heads", ()):
            sample_agenda.write_head(work, ident, head)


def write_groups(work: Work, facts: Facts, programme_id: str, known: Known) -> None:
    """Steering groups, working groups and project teams with their rules, named members and meetings."""
    for row in facts["groups"]:
        groups.create(work, sample_files.draft(GroupDraft, row, known, programme_id=programme_id))


def write_needs(work: Work, facts: Facts, sessions: Mapping[str, str], known: Known) -> None:
    """The topics that partners stated, linked to the sessions that answer them (``sessions``: ids by their start)."""
    for partnership in facts["partnerships"]:
        for row in partnership.get("needs", ()):
            links = tuple(NeedLinkDraft(session_id=sessions[start]) for start in row["sessions"])
            draft = sample_files.draft(
                NeedDraft,
                row,
                known,
                besides=("sessions",),
                partnership_id=known[partnership["code"]],
                links=links,
            )
            needs.create(work, draft)


def _take_part(work: Work, rows: Iterable[Facts], known: Known, **owner: Any) -> None:
    for row in rows:
        participations.create(work, sample_files.draft(ParticipationDraft, row, known, **owner))
