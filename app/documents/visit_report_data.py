"""What a report on a visit or event prints, as plain data (ME-1 to ME-3, AR-5)."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.core.vocabulary import ActivityKind, ActivityStatus, AgendaChange, NeedStatus
from app.documents.logos import Logo
from app.documents.own_words import OwnWords
from app.documents.reported import ReportedDeliverable, ReportedMoney, ReportedRole
from app.documents.styles import ACCENT, Ink
from app.documents.texts import Text


@dataclass(frozen=True, slots=True)
class HeldItem:
    """An item of the agenda as it was held; ``times`` as written."""

    day: date
    times: str
    title: Text
    speaker: Text = Text()
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of an item since the agenda was first issued."""

    title: Text
    change: AgendaChange
    planned: Text = Text()
    held: Text = Text()


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody with the hours attended, the share in whole percent, and the number of a certificate."""

    name: Text
    organisation: Text = Text()
    hours: Decimal = Decimal(0)
    share: int = 0
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class AnsweredNeed:
    """A need that the guests had stated, with the sessions here that answer it."""

    topic: Text
    status: NeedStatus
    sessions: int = 0
    hours: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class VisitReportPaper:
    """Everything of the report. ``roles`` count persons by role and sex, ``persons`` each once; ``hours`` of training.

    ``weekend``: one of the ``days`` of programme is a Saturday or Sunday. ``open_points`` are said
    already in both languages; ``agenda`` which agenda it follows.
    """

    code: str
    kind: ActivityKind
    event_title: Text
    as_of: date
    status: ActivityStatus = ActivityStatus.TOOK_PLACE
    partnership: Text = Text()
    held: Text = Text()
    planned: Text = Text()
    reason: Text = Text()
    days: int = 0
    place: Text = Text()
    programme: Text = Text()
    funder: Text = Text()
    organiser: Text = Text()
    host: Text = Text()
    guest: Text = Text()
    agenda: Text = Text()
    languages: Text = Text()
    aim: Text = Text()
    results: Text = Text()
    topics: Text = Text()
    persons: ReportedRole | None = None
    roles: tuple[ReportedRole, ...] = ()
    places_of: tuple[tuple[Text, int], ...] = ()
    hours: Decimal = Decimal(0)
    items: tuple[HeldItem, ...] = ()
    differences: tuple[Difference, ...] = ()
    attended: tuple[Attended, ...] = ()
    needs: tuple[AnsweredNeed, ...] = ()
    deliverables: tuple[ReportedDeliverable, ...] = ()
    money: tuple[ReportedMoney, ...] = ()
    currency: str = "EUR"
    open_points: tuple[Text, ...] = ()
    funder_sentence: Text = Text()
    theme: Text = Text()
    weekend: bool = False
    logos: tuple[Logo, ...] = ()
    words: OwnWords = field(default_factory=OwnWords)
    accent: Ink = ACCENT

    @property
    def certificates(self) -> int:
        """How many of those whose attendance is kept hold one."""
        return sum(bool(one.certificate) for one in self.attended)
