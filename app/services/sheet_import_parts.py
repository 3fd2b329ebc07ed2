"""What a kind of sheet brings of its own to the one way of taking records in, and what such a plan looks like."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.core.people_comparison import Level
from app.core.progress import Token
from app.importers.cells import Cleaned
from app.importers.day_headings import Period
from app.importers.headings import Headings
from app.importers.matching import Difference, Match
from app.importers.record_sheet import RecordReader, RecordReading, SheetNote, clean_value
from app.importers.sheet_kinds import TITLES, SheetKind
from app.importers.staged import CellWarning, Outcome, StagedRow
from app.importers.workbook import Sheet
from app.models.programmes import Programme
from app.services import records
from app.services.import_organisations import OrganisationFinder
from app.services.import_plans import Decision, ImportPlan, RowKey, Target
from app.storage.work import View, Work

#: Sources of values that were not written in the row: they fill gaps and replace nothing (law 4).
PROPOSED = frozenset(("title", "next", "assumed", "programme", "sheet", "paid_on"))
#: Fields of which a text that is there already is not added again.
_ADDED_TO = frozenset(("notes", "description"))


@dataclass(frozen=True, slots=True)
class RecordTarget(Target):
    """Where records go; ``line_id``: the budget line of expenditures whose own is not told."""

    line_id: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A row held against the data file; ``refs`` are the keys of the records that its texts mean."""

    row: StagedRow
    match: Match = Match()  # noqa: RUF009 - frozen, without any part that could change
    refs: Mapping[str, str] = field(default_factory=dict)

    def told(self, *warnings: CellWarning) -> "Judged":
        """The same with more to tell."""
        return replace(self, row=replace(self.row, warnings=(*self.row.warnings, *warnings))) if warnings else self

    def turned(self, outcome: Outcome, reason: str, **params: object) -> "Judged":
        """The same with another outcome."""
        return replace(self, row=replace(self.row, outcome=outcome, reason=reason, reason_params=params))


@dataclass(frozen=True)
class RecordPlan(ImportPlan):
    """A file of records as understood; ``read`` are the rows before anything was decided, ``notes`` told of sheets."""

    kind: str = ""
    read: tuple[StagedRow, ...] = ()
    notes: tuple[SheetNote, ...] = ()
    refs: tuple[Mapping[str, str], ...] = ()


#: Columns in which a field may stand that has none of its own.
_COLUMNS = {"start": ("time",), "end": ("time", "duration"), "amount": ("amount_budget",), "title": TITLES}

Judge = Callable[[View, RecordTarget, Sequence[StagedRow], Mapping[RowKey, Decision]], list[Judged]]
Write = Callable[[Work, RecordTarget, Sequence[Judged], Token], Mapping[RowKey, tuple[str, str]]]


@dataclass(frozen=True)
class KindParts:
    """A kind: its columns, its reader, what is known before reading, how rows are judged and written.

    ``missing``: the reason code for which a row cannot be kept as it is, empty when it can. ``guess`` finds columns
    where there are no headings. ``write`` gives (id, code) of each record by row.
    """

    kind: SheetKind
    reader: Callable[[SheetKind, Sheet, Headings, RecordReading], RecordReader]
    reading: Callable[[View, RecordTarget], RecordReading]
    judge: Judge
    write: Write
    missing: Callable[[Mapping[str, str]], str]
    guess: Callable[[Sheet, RecordReading], Headings] | None = None
    needs_activity: bool = False
    #: One sheet that holds several, as those several; most kinds have none such.
    apart: Callable[[Sheet, RecordReading], tuple[Sheet, ...]] | None = None
    #: Headings that only what is known besides the file tells apart (two zones of time).
    refine: Callable[[Headings, RecordReading], Headings] | None = None


def key_of(row: StagedRow) -> RowKey:
    """By which decisions about a row are kept."""
    return (row.sheet, row.row)


def tell(row: StagedRow, name: str, code: str, /, **params: object) -> CellWarning:
    """Something about a field of a row, at its column, with its raw value."""
    names = (name, *_COLUMNS.get(name, ()))
    column, held = next(
        ((number, one.field) for wanted in names for number, one in row.columns.items() if one.field == wanted),
        (0, name),
    )
    raw = row.raw.get(held, "")
    return CellWarning(name, column, raw, code, {"value": raw[:120], **params})


def corrected(parts: KindParts, row: StagedRow, fields: Mapping[str, str]) -> StagedRow:
    """A row with typed values: what was told about these cells is settled, what was missing may be there now."""
    if not fields:
        return row
    values = {name: value for name, value in {**row.fields, **fields}.items() if value}
    fresh = replace(
        row,
        fields=values,
        sources={name: source for name, source in row.sources.items() if name not in fields},
        warnings=tuple(one for one in row.warnings if one.field not in fields),
    )
    reason = parts.missing(values)
    if reason:
        return replace(fresh, outcome=Outcome.REFUSED, reason=reason, reason_params={})
    if fresh.outcome is Outcome.REFUSED:
        return replace(fresh, outcome=Outcome.NEW, reason="import_record_new", reason_params={})
    return fresh


def differences(
    row: StagedRow, known: Mapping[str, str], keep: Iterable[str] = (), skip: Iterable[str] = ()
) -> tuple[Difference, ...]:
    """What a row would change of a known record. What it does not say changes nothing; proposals replace nothing."""
    left = {*keep, *skip}
    found = []
    for name, new in row.fields.items():
        old = known.get(name, "")
        # Another case or spacing is no other text.
        if name in left or not new or new.casefold() == old.casefold() or (old and row.sources.get(name) in PROPOSED):
            continue
        if name in _ADDED_TO and new in old:
            continue
        found.append(Difference(name, old, new))
    return tuple(found)


def matched(judged: Judged, ident: str, changes: tuple[Difference, ...]) -> Judged:
    """The row as that record: an update, or the same when nothing changes."""
    outcome = Outcome.UPDATE if changes else Outcome.SAME
    match = Match(Level.CERTAIN, (ident,), changes, outcome)
    params = {"n": len(changes)} if changes else {}
    return replace(judged, match=match).turned(outcome, f"import_record_{outcome.value}", **params)


def doubtful(judged: Judged, idents: Iterable[str], reason: str = "import_record_perhaps_known") -> Judged:
    """The row that may be one of these records, and waits for the user."""
    match = Match(Level.POSSIBLE, tuple(idents), (), Outcome.DOUBTFUL)
    return replace(judged, match=match).turned(Outcome.DOUBTFUL, reason)


def repeats(judged: Judged, other: StagedRow, *, perhaps: bool = False) -> Judged:
    """The row that says what another row of the file says."""
    outcome = Outcome.DOUBTFUL if perhaps else Outcome.DUPLICATE
    reason = "import_record_perhaps_duplicate" if perhaps else "import_record_duplicate"
    turned = judged.turned(outcome, reason, row=other.row, sheet=other.sheet)
    return replace(turned, row=replace(turned.row, other_row=(other.sheet, other.row)), match=Match(outcome=outcome))


def programme_reading(view: View, target: RecordTarget) -> RecordReading:
    """The programme's currency, and its period for dates without a year; nothing of both before one is chosen."""
    if not target.programme_id:
        return RecordReading()
    programme = records.fetch(view, Programme, target.programme_id)
    period = Period(programme.start.first, programme.end.last) if programme.start.first else Period()
    return RecordReading(period, programme.currency)


def judge_each(
    rows: Sequence[StagedRow],
    decisions: Mapping[RowKey, Decision],
    resolved: Callable[[StagedRow], Judged],
    same: Callable[[Judged], tuple[str, ...]],
    match: Callable[[Judged, Decision], Judged],
    again: Callable[[Judged], Judged] = lambda judged: judged,
) -> list[Judged]:
    """Each row resolved and matched, unless it says what a row before it says (``same`` is the key of that).

    A repeated row goes its own way only when the user said so, as ``again`` makes it; refused rows stay as they are.
    """
    seen: dict[tuple[str, ...], StagedRow] = {}
    found: list[Judged] = []
    for row in rows:
        if row.outcome is Outcome.REFUSED:
            found.append(Judged(row))
            continue
        decision = decisions.get(key_of(row), Decision())
        judged = resolved(row)
        key = same(judged)
        known = key in seen
        if known and not (decision.as_new or decision.person_id):
            found.append(repeats(judged, seen[key]))
            continue
        seen.setdefault(key, row)
        found.append(match(again(judged) if known else judged, decision))
    return found


class Resolving:
    """A row while its texts are held against the data file: what is known gets a key, what is not goes to the notes."""

    def __init__(self, row: StagedRow) -> None:
        self.row = row
        self.fields = dict(row.fields)
        self.refs: dict[str, str] = {}
        self.told: list[CellWarning] = []
        self._strangers: list[str] = []

    def stranger(self, name: str, code: str, text: str) -> None:
        """A name of nobody: told at its field, kept in the notes."""
        self.told.append(tell(self.row, name, code, name=text))
        self._strangers.append(text)

    def note(self, *texts: str) -> None:
        """What has no place of its own, for the notes."""
        self._strangers.extend(texts)

    def organisation(self, name: str, finder: OrganisationFinder, names: Mapping[str, str]) -> None:
        """The organisation that a field names."""
        text = self.fields.get(name, "")
        if not text:
            return
        ident = finder.find(text)
        if ident:
            self.refs[name], self.fields[name] = ident, names.get(ident, text)
        else:
            self.stranger(name, "import_organisation_unknown", self.fields.pop(name))

    def done(self) -> Judged:
        """The row as resolved."""
        if self._strangers:
            notes = self.fields.get("notes", "")
            self.fields["notes"] = "\n".join([notes, *self._strangers] if notes else self._strangers)
        kept = {name: value for name, value in self.fields.items() if value}
        return Judged(replace(self.row, fields=kept), refs=self.refs).told(*self.told)


def clean_typed(parts: KindParts, name: str, text: str, reading: RecordReading) -> Cleaned:
    """What was typed into a cell, by the same rules as the file's cells."""
    return clean_value(parts.kind, name, text, reading)
