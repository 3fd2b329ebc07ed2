"""Indicators: baseline, targets and values, typed or counted by the program (ME-2)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import select

from app.core.dates import UNKNOWN, PartialDate
from app.core.errors import Problem
from app.core.i18n import pick
from app.core.text import fold
from app.core.vocabulary import DeliverableStage, IndicatorLevel
from app.models.indicators import Indicator, IndicatorValue
from app.models.partnerships import Partnership
from app.services import counting, draft_checks, records
from app.storage.work import View, Work


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A line of the list of indicators. ``actual`` is counted now or the newest value; ``reached_percent`` of the way
    from the baseline (0 when unknown) to the target, None when it cannot be told."""

    id: str
    code: str
    text: str
    level: IndicatorLevel
    unit: str
    partnership_code: str
    baseline: Decimal | None
    target: Decimal | None
    target_on: PartialDate
    actual: Decimal | None
    actual_on: PartialDate
    counted: str
    reached_percent: Decimal | None
    search_text: str


@dataclass(frozen=True, slots=True)
class ValueDraft:
    """An actual value, perhaps split (``sex``, ``role``, ``organisation`` ... → label → number)."""

    measured_on: PartialDate = UNKNOWN
    value: Decimal | None = None
    split: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    evidence: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorDraft:
    """What an editor holds of an indicator; ``counted`` is empty or a key of ``counted_keys()``."""

    programme_id: str = ""
    partnership_id: str | None = None
    code: str = ""
    text: Mapping[str, str] = field(default_factory=dict)
    level: IndicatorLevel = IndicatorLevel.OUTPUT
    unit: str = ""
    baseline: Decimal | None = None
    baseline_on: PartialDate = UNKNOWN
    target: Decimal | None = None
    target_on: PartialDate = UNKNOWN
    source: str = ""
    frequency: str = ""
    responsible: str = ""
    counted: str = ""
    notes: str = ""
    values: tuple[ValueDraft, ...] = ()
    version: int = 0


def counted_keys() -> tuple[str, ...]:
    """Every figure that an indicator can take from the program."""
    return (*counting.COUNTED, *(f"{counting.STAGE_PREFIX}{stage.value}" for stage in DeliverableStage))


def list_rows(view: View, programme_id: str = "", today: date | None = None) -> tuple[IndicatorRow, ...]:
    """Indicators by level and code; the number of queries does not grow with them."""
    order = {level: place for place, level in enumerate(IndicatorLevel)}
    newest: dict[str, IndicatorValue | None] = {}
    for value in sorted(view.session.scalars(select(IndicatorValue)), key=_when):
        newest[value.indicator_id] = value
    query = select(Indicator, Partnership.code).outerjoin(Partnership, Indicator.partnership_id == Partnership.id)
    if programme_id:
        query = query.where(Indicator.programme_id == programme_id)
    found = view.session.execute(query).all()
    facts = counting.load(view) if any(row.counted for row, _ in found) else counting.Facts()
    figures: dict[tuple[str, str], Mapping[str, Decimal | None]] = {}
    rows = []
    for row, partnership_code in sorted(found, key=lambda pair: (order[pair[0].level], pair[0].code)):
        measured = newest.get(row.id)
        actual = measured.value if measured else None
        actual_on = measured.measured_on if measured else UNKNOWN
        if row.counted:
            scope = (row.programme_id, row.partnership_id or "")
            if scope not in figures:
                figures[scope] = counting.figures(facts, *scope)
            actual, actual_on = figures[scope].get(row.counted), PartialDate.of(today or date.today())
        parts = (row.code, *row.text.values(), row.unit, partnership_code)
        rows.append(
            IndicatorRow(
                id=row.id,
                code=row.code,
                text=pick(row.text, view.language),
                level=row.level,
                unit=row.unit,
                partnership_code=partnership_code or "",
                baseline=row.baseline,
                target=row.target,
                target_on=row.target_on,
                actual=actual,
                actual_on=actual_on if actual is not None else UNKNOWN,
                counted=row.counted,
                reached_percent=reached(row.baseline, row.target, actual),
                search_text=" ".join(fold(part) for part in parts if part),
            )
        )
    return tuple(rows)


def reached(baseline: Decimal | None, target: Decimal | None, actual: Decimal | None) -> Decimal | None:
    """How much of the way from baseline to target is done, in whole percent; also where less is better."""
    start = baseline or Decimal(0)
    if target is None or actual is None or target == start:
        return None
    return (100 * (actual - start) / (target - start)).quantize(Decimal(1), rounding=ROUND_HALF_UP)


def load(view: View, ident: str) -> IndicatorDraft:
    """The draft of one indicator with its values, oldest first."""
    row = records.fetch(view, Indicator, ident)
    values = view.session.scalars(
        select(IndicatorValue)
        .where(IndicatorValue.indicator_id == ident)
        .order_by(IndicatorValue.measured_on, IndicatorValue.id)
    )
    return records.to_draft(row, IndicatorDraft, values=tuple(records.to_draft(value, ValueDraft) for value in values))


def other_codes(view: View, programme_id: str, ident: str = "") -> frozenset[str]:
    """Codes of a programme's other indicators."""
    return frozenset(
        view.session.scalars(
            select(Indicator.code).where(Indicator.programme_id == programme_id, Indicator.id != ident)
        )
    )


def check(draft: IndicatorDraft, taken: Collection[str] = ()) -> tuple[Problem, ...]:
    """What is wrong with a draft; ``taken`` are the codes of the programme's other indicators."""
    return tuple(_check(draft, taken))


def _check(draft: IndicatorDraft, taken: Collection[str]) -> Iterable[Problem]:
    if not draft.programme_id:
        yield Problem("programme_id", "programme_missing")
    if not draft_checks.has_text(draft.text):
        yield Problem("text", "title_missing")
    if draft.code and draft.code in taken:
        yield Problem("code", "code_taken", {"code": draft.code})
    if draft.counted and draft.counted not in counted_keys():
        yield Problem("counted", "figure_unknown", {"key": draft.counted})
    if draft.target is not None and draft.target == (draft.baseline or Decimal(0)):
        yield Problem("target", "target_is_baseline", severity="warning")
    yield from draft_checks.period(draft.baseline_on, draft.target_on, "target_on")
    if any(value.value is None for value in draft.values):
        yield Problem("values", "value_missing")


def create(work: Work, draft: IndicatorDraft) -> str:
    """Make an indicator; an empty code becomes the next ``I01`` of the programme. Raises Invalid."""
    taken = other_codes(work, draft.programme_id)
    draft = replace(draft, code=draft.code or _next_code(taken))
    records.refuse(check(draft, taken))
    row = Indicator()
    records.apply(row, draft, skip=("values",))
    ident = work.add(row)
    records.sync(work, IndicatorValue, {"indicator_id": ident}, draft.values)
    return ident


def save(work: Work, ident: str, draft: IndicatorDraft) -> None:
    """Keep a changed draft; raises Invalid, Conflict, NotFound."""
    row = records.fetch(work, Indicator, ident)
    draft = replace(draft, code=draft.code or row.code)
    records.refuse(check(draft, other_codes(work, draft.programme_id, ident)))
    records.expect_version(row, draft)
    records.apply(row, draft, skip=("values",))
    work.flush()
    records.sync(work, IndicatorValue, {"indicator_id": ident}, draft.values)


def delete(work: Work, ident: str) -> None:
    """Delete an indicator with its values."""
    work.delete(records.fetch(work, Indicator, ident))


def keep_counted(work: Work, ident: str, on_day: date) -> str:
    """Write down what is counted now as a value of that day, with its splits, so that a report can rely on it."""
    row = records.fetch(work, Indicator, ident)
    records.refuse([] if row.counted else [Problem("counted", "figure_unknown", {"key": row.counted})])
    facts = counting.load(work)
    scope = (row.programme_id, row.partnership_id or "")
    split: dict[str, dict[str, int]] = {}
    if row.counted in {"participants", "participations"}:
        which = 0 if row.counted == "participants" else 1
        for part in counting.splits(facts, on_day, *scope):
            split[part.by] = {label: numbers[which] for label, numbers in part.parts.items()}
    return work.add(
        IndicatorValue(
            indicator_id=ident,
            measured_on=PartialDate.of(on_day),
            value=counting.figures(facts, *scope).get(row.counted),
            split=split,
        )
    )


def _next_code(taken: Collection[str]) -> str:
    numbers = [int(code[1:]) for code in taken if code[:1] == "I" and code[1:].isdigit()]
    return f"I{max(numbers, default=0) + 1:02d}"


def _when(value: IndicatorValue) -> tuple[date, str]:
    return value.measured_on.last or date.min, value.id
