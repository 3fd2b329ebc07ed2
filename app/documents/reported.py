"""What reports on a visit and on a programme have alike: persons by role, deliverables, money, as data and tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.i18n import N_
from app.core.vocabulary import DeliverableStage, ParticipationRole, label
from app.documents.speech import Speech
from app.documents.story import Column, Part, Table, TableRow
from app.documents.texts import Text


@dataclass(frozen=True, slots=True)
class ReportedRole:
    """Distinct persons of one role by sex (ME-3)."""

    role: ParticipationRole
    women: int = 0
    men: int = 0
    others: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.women + self.men + self.others


@dataclass(frozen=True, slots=True)
class ReportedDeliverable:
    """One deliverable with its stage."""

    title: Text
    stage: DeliverableStage
    owner: Text = Text()
    due: Text = Text()


@dataclass(frozen=True, slots=True)
class ReportedMoney:
    """One budget heading in minor units."""

    title: Text
    planned: int
    committed: int = 0
    actual: int = 0


def by_sex(role: ReportedRole, said: Speech) -> Text:
    """8 women, 7 men."""
    return said.by_sex(role.women, role.men, role.others)


def people(roles: Sequence[ReportedRole], every: ReportedRole | None, said: Speech) -> list[Part]:
    """Persons by role and sex; ``every`` counts each once and stands as the last row."""
    columns = (
        Column(said.say(N_("Role")), 61),
        *(Column(said.say(word), 25, right=True) for word in (N_("Women"), N_("Men"), N_("Not stated"), N_("Total"))),
    )
    rows = [_counted(said.say(label(role.role)), role, said) for role in roles]
    if every:
        rows.append(_counted(said.say(N_("Persons, each counted once")), every, said, total=True))
    return [Table(columns, tuple(rows))] if roles else []


def _counted(name: Text, role: ReportedRole, said: Speech, total: bool = False) -> TableRow:
    numbers = (role.women, role.men, role.others, role.total)
    return TableRow((name, *(Text(said.forms.number(n) if n else "–") for n in numbers)), total=total)


def deliverables(found: Sequence[ReportedDeliverable], said: Speech) -> list[Part]:
    """Deliverables with owner, date and stage."""
    columns = (
        Column(said.say(N_("Deliverable")), 62),
        Column(said.say(N_("Owner")), 37),
        Column(said.say(N_("Due")), 30),
        Column(said.say(N_("Stage")), 32),
    )
    rows = tuple(TableRow((one.title, one.owner, one.due, said.say(label(one.stage))), strong=0) for one in found)
    return [Table(columns, rows)] if rows else []


def money(rows: Sequence[ReportedMoney], currency: str, said: Speech, planned: Text) -> list[Part]:
    """What was spent by heading beside what was planned; ``planned`` heads that column."""
    if not rows:
        return []
    columns = (
        Column(said.say(N_("Heading ({currency})"), currency=currency), 65),
        Column(planned, 34, right=True),
        Column(said.say(N_("Committed")), 30, right=True),
        Column(said.say(N_("Actual")), 32, right=True),
    )
    total = ReportedMoney(
        said.say(N_("Total")),
        sum(row.planned for row in rows),
        sum(row.committed for row in rows),
        sum(row.actual for row in rows),
    )
    told = []
    for row in (*rows, total):
        amounts = (row.planned or None, row.committed or None, row.actual or None)
        cells = (Text(said.forms.money(value, currency)) for value in amounts)
        told.append(TableRow((row.title, *cells), total=row is total))
    return [Table(columns, tuple(told))]
