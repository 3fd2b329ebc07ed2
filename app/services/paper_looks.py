"""How the papers of a programme look: its colour and its row of logos (paper/README "Logo row").

Without a look of its own a programme has the house's colour and the order of the design: implementer, funders, host,
guest. Host and guest are those of each activity, so the row names their place, not an organisation.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select

from app.core.colours import contrast_on_white, is_colour
from app.core.errors import Problem
from app.core.vocabulary import ProgrammePartyRole
from app.documents.styles import ACCENT, Ink
from app.models.documents import Document
from app.models.organisations import Organisation
from app.models.papers import GUEST, HOST, PaperLook
from app.models.programmes import Programme, ProgrammeParty
from app.services import paper_logos, records
from app.services.organisations import name_of
from app.storage.work import View, Work

T = TypeVar("T")

#: The same for those who may not import models.
HOST_PLACE = HOST
#: The colour of papers without one of their own.
HOUSE_COLOUR = "#1B3A63"
#: Contrast that a colour of text must have on white paper.
LEAST_CONTRAST = 4.5
#: Roles of parties in the order of the design; after them come host and guest, then the other parties.
_BEFORE = (ProgrammePartyRole.IMPLEMENTER, ProgrammePartyRole.FUNDER)


@dataclass(frozen=True, slots=True)
class LogoPlace:
    """One place in the row: an organisation's key, ``HOST`` or ``GUEST``; hidden places keep their order."""

    party: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """What papers need: the colour as ink, and every place of the row in order."""

    accent: Ink = ACCENT
    logos: tuple[LogoPlace, ...] = ()

    def row(self, parties: Mapping[str, T | None]) -> list[T]:
        """Whose logos stand in the row, in order and once each; places that nobody takes are left out."""
        found = [parties.get(place.party) for place in self.logos if place.shown]
        return list(dict.fromkeys(one for one in found if one is not None))


@dataclass(frozen=True, slots=True)
class LookDraft:
    """What an editor holds of a look; ``accent`` is ``#RRGGBB`` or empty for the house's colour."""

    accent: str = ""
    logos: tuple[LogoPlace, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class LogoRow:
    """A line of the list of logos. ``name`` and ``document_id`` are empty for host and guest, whose logo varies."""

    party: str
    name: str
    role: ProgrammePartyRole | None
    shown: bool
    document_id: str
    file_name: str


def look(view: View, programme_id: str) -> Look:
    """The look of a programme, complete: parties that joined since it was kept stand at the end of the row."""
    tried = _tried.get()
    draft = load(view, programme_id) if tried is None else tried[0]
    return Look(ink(draft.accent), draft.logos)


_tried: ContextVar[tuple[LookDraft, str] | None] = ContextVar("tried", default=None)


@contextmanager
def trying(draft: LookDraft, programme_id: str) -> Iterator[None]:
    """Print with this look, and as a paper of this programme: what somebody is choosing, shown beside it."""
    before = _tried.set((draft, programme_id))
    try:
        yield
    finally:
        _tried.reset(before)


def printed_for(programme_id: str) -> str:
    """The programme whose paper it is: the activity's own, except while another one tries its look."""
    tried = _tried.get()
    return programme_id if tried is None else tried[1]


def load(view: View, programme_id: str) -> LookDraft:
    """The draft of a programme's look, with a place for every party; ``NOT_MADE`` while nothing was kept."""
    records.fetch(view, Programme, programme_id)
    row = _row(view, programme_id)
    usual = _usual(view, programme_id)
    if row is None:
        return LookDraft(logos=tuple(usual), version=records.NOT_MADE)
    there = {place.party for place in usual}
    kept = [LogoPlace(str(one["organisation"]), bool(one["shown"])) for one in row.logos or ()]
    places = [place for place in kept if place.party in there]
    known = {place.party for place in places}
    places.extend(place for place in usual if place.party not in known)
    return LookDraft(row.accent, tuple(places), records.version_of(row))


def ink(accent: str) -> Ink:
    """A colour as the papers' ink; the house's for an empty or wrong one."""
    if not is_colour(accent):
        return ACCENT
    red, green, blue = (round(int(accent[n : n + 2], 16) / 255, 4) for n in (1, 3, 5))
    return red, green, blue


def check(draft: LookDraft) -> tuple[Problem, ...]:
    """What is wrong with a look: no colour, or one too light to be read on paper."""
    accent = draft.accent.strip()
    if not accent:
        return ()
    if not is_colour(accent):
        return (Problem("accent", "colour_wrong", {"value": accent[:20]}),)
    contrast = contrast_on_white(accent)
    if contrast < LEAST_CONTRAST:
        return (Problem("accent", "colour_too_light", {"value": accent, "contrast": f"{contrast:.1f}"}),)
    return ()


def save(work: Work, programme_id: str, draft: LookDraft) -> None:
    """Keep a look; raises Invalid, Conflict, NotFound."""
    records.fetch(work, Programme, programme_id)
    records.refuse(check(draft))
    row = _row(work, programme_id)
    records.expect_made(row, draft.version)
    accent = draft.accent.strip().upper()
    logos = [{"organisation": place.party, "shown": place.shown} for place in draft.logos]
    if row is None:
        if accent or draft.logos != tuple(_usual(work, programme_id)):
            work.add(PaperLook(programme_id=programme_id, accent=accent, logos=logos))
        return
    if (row.accent, row.logos) != (accent, logos):
        row.accent, row.logos = accent, logos
    work.flush()


def reset(work: Work, programme_id: str) -> None:
    """Back to the house's colour and the order of the design."""
    row = _row(work, programme_id)
    if row is not None:
        work.delete(row)


def _row(view: View, programme_id: str) -> PaperLook | None:
    return view.session.scalars(select(PaperLook).where(PaperLook.programme_id == programme_id)).first()


def _usual(view: View, programme_id: str) -> list[LogoPlace]:
    """Every place in the order of the design: the first implementer and the funders are shown, other parties not."""
    parties = _parties(view, programme_id)
    first = [
        LogoPlace(party.organisation_id, party.role is not ProgrammePartyRole.IMPLEMENTER or number == 0)
        for role in _BEFORE
        for number, party in enumerate(one for one in parties if one.role is role)
    ]
    others = [LogoPlace(party.organisation_id, False) for party in parties if party.role not in _BEFORE]
    places = [*first, LogoPlace(HOST), LogoPlace(GUEST), *others]
    once: dict[str, LogoPlace] = {}
    for place in places:
        once.setdefault(place.party, place)
    return list(once.values())


def _parties(view: View, programme_id: str) -> Sequence[ProgrammeParty]:
    return view.session.scalars(
        select(ProgrammeParty).where(ProgrammeParty.programme_id == programme_id).order_by(ProgrammeParty.place)
    ).all()


def list_rows(view: View, programme_id: str, draft: LookDraft | None = None) -> tuple[LogoRow, ...]:
    """The places of the row in order, with the logo that is kept for each; those of a draft if one is given."""
    rows = view.session.execute(
        select(ProgrammeParty.role, Organisation)
        .join(Organisation, Organisation.id == ProgrammeParty.organisation_id)
        .where(ProgrammeParty.programme_id == programme_id)
        .order_by(ProgrammeParty.place)
    )
    parties: dict[str, tuple[ProgrammePartyRole, Organisation]] = {}
    for role, organisation in rows:
        parties.setdefault(organisation.id, (role, organisation))
    logos = paper_logos.kept_of(view, list(parties))
    return tuple(
        _line(place, parties.get(place.party), logos.get(place.party), view.language)
        for place in (draft or load(view, programme_id)).logos
    )


def _line(
    place: LogoPlace, party: tuple[ProgrammePartyRole, Organisation] | None, kept: Document | None, language: str
) -> LogoRow:
    if party is None:
        return LogoRow(place.party, "", None, place.shown, "", "")
    found = (kept.id, kept.file_name) if kept is not None else ("", "")
    return LogoRow(place.party, name_of(party[1], language), party[0], place.shown, *found)
