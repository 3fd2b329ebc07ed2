"""From a workbook to staged rows: which sheets hold people, who they are, nobody twice (SP-12, SP-13, MA-6)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.core.errors import Refused
from app.core.people_comparison import Level, PersonFacts, compare_people
from app.core.progress import Token, silent
from app.importers.headings import Headings, read_headings
from app.importers.people_index import PeopleIndex, blocking_keys
from app.importers.people_sheet import Reading, read_people
from app.importers.staged import CellWarning, Outcome, SheetPlan, Skipped, Staged, StagedRow
from app.importers.workbook import Workbook


@dataclass(frozen=True)
class Choices:
    """What the user chose against what was found. ``mappings``: sheet → column → field ('' leaves a column out)."""

    sheets: tuple[str, ...] = ()
    heading_rows: Mapping[str, int] = field(default_factory=dict)
    mappings: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    #: Mappings remembered for a layout (hash of the headings), used where the user chose nothing now.
    remembered: Mapping[str, Mapping[int, str]] = field(default_factory=dict)


def _headings(workbook: Workbook, number: int, choices: Choices) -> Headings:
    sheet = workbook.sheets[number]
    chosen = choices.mappings.get(sheet.name)
    row = choices.heading_rows.get(sheet.name)
    found = read_headings(sheet, row, chosen)
    if chosen is None and found.layout in choices.remembered:
        return read_headings(sheet, row, choices.remembered[found.layout])
    return found


def plan_sheets(workbook: Workbook, choices: Choices | None = None, include_hidden: bool = False) -> list[SheetPlan]:
    """How each sheet is understood and whether it is used (SP-13); hidden sheets only when asked for.

    Refused with ``import_no_such_sheet`` when a chosen sheet does not exist.
    """
    choices = choices or Choices()
    names = [sheet.name for sheet in workbook.sheets]
    for name in choices.sheets:
        if name not in names:
            raise Refused("import_no_such_sheet", sheet=name, sheets=", ".join(names))
    plans = []
    for number, sheet in enumerate(workbook.sheets):
        if choices.sheets and sheet.name not in choices.sheets:
            plans.append(SheetPlan(sheet.name, Headings(), False, sheet.hidden))
            continue
        if sheet.hidden and not include_hidden and sheet.name not in choices.sheets:
            plans.append(SheetPlan(sheet.name, Headings(), False, True, "import_sheet_hidden"))
            continue
        headings = _headings(workbook, number, choices)
        reason = "" if headings.found else "import_sheet_without_people"
        plans.append(SheetPlan(sheet.name, headings, headings.found, sheet.hidden, reason, len(sheet.rows)))
    return plans


def contradicts(a: PersonFacts, b: PersonFacts, phones: tuple[str, str] = ("", "")) -> bool:
    """Whether two people of one name have nothing in common to reach them by: other e-mail, and not one phone."""
    if not a.email or not b.email or a.email == b.email:
        return False
    return not phones[0] or phones[0] != phones[1]


def _same_passport(one: StagedRow, other: StagedRow) -> bool:
    number = one.fields.get("passport_number", "")
    return bool(number) and number == other.fields.get("passport_number", "")


def pair_level(one: StagedRow, other: StagedRow, first: PersonFacts, second: PersonFacts) -> Level:
    """The level of two rows: MA-6, lowered where same-named people have different contacts, raised by one passport."""
    level = compare_people(first, second)
    if level and _same_passport(one, other):
        return Level.CERTAIN
    if level in (Level.POSSIBLE, Level.PROBABLE):
        phones = (one.fields.get("phone", ""), other.fields.get("phone", ""))
        if contradicts(first, second, phones):
            return Level.POSSIBLE if level is Level.PROBABLE else Level.DIFFERENT
    return level


class _Duplicates:
    """Compares each row with those before it (MA-6, turned-round names included)."""

    def __init__(self) -> None:
        self.index = PeopleIndex()
        self.rows: list[StagedRow] = []
        self.by_mail: dict[str, int] = {}

    def judge(self, row: StagedRow) -> StagedRow:
        """The row with its outcome among the rows of the file."""
        facts = row.facts()
        keys = blocking_keys(facts)
        best, best_level = -1, Level.DIFFERENT
        for number in sorted(self.index.candidates(facts, keys)):
            level = pair_level(row, self.rows[number], facts, self.index.people[number])
            if level is Level.POSSIBLE and self.rows[number].outcome is Outcome.DOUBTFUL:
                # The doubt stands at the other row already.
                continue
            if level > best_level:
                best, best_level = number, level
            if level is Level.CERTAIN:
                break
        row = self._shared_mail(row, best)
        if best_level >= Level.PROBABLE:
            return self._repeats(row, best, Outcome.DUPLICATE, "import_row_duplicate")
        if best_level is Level.POSSIBLE:
            row = self._repeats(row, best, Outcome.DOUBTFUL, "import_row_perhaps_duplicate")
        self.rows.append(row)
        self.index.add(facts, keys)
        if row.fields.get("email"):
            self.by_mail.setdefault(row.fields["email"], len(self.rows) - 1)
        return row

    def _shared_mail(self, row: StagedRow, same: int) -> StagedRow:
        """Two names under one e-mail address are told, since one of them may be a slip."""
        first = self.by_mail.get(row.fields.get("email", ""), -1)
        if first < 0 or first == same:
            return row
        params: dict[str, object] = {"row": self.rows[first].row, "sheet": self.rows[first].sheet}
        column = next((number for number, one in row.columns.items() if one.field == "email"), 0)
        told = CellWarning("email", column, row.fields["email"], "import_email_shared", params)
        return replace(row, warnings=(*row.warnings, told))

    def _repeats(self, row: StagedRow, number: int, outcome: Outcome, reason: str) -> StagedRow:
        other = self.rows[number]
        params: dict[str, object] = {"row": other.row, "sheet": other.sheet}
        return replace(row, outcome=outcome, reason=reason, reason_params=params, other_row=(other.sheet, other.row))


def stage(
    workbook: Workbook,
    reading: Reading | None = None,
    choices: Choices | None = None,
    token: Token | None = None,
) -> Staged:
    """Everything a workbook says about people, nobody twice.

    Rows keep the order of the file. A repeated row has outcome ``duplicate`` and names the first one; a row that may be
    somebody above is ``doubtful`` and waits for the user (MA-7). Refused with ``import_no_headings`` when no sheet
    holds people. ``token`` is stepped by rows and may cancel.
    """
    reading, choices, token = reading or Reading(), choices or Choices(), token or silent()
    plans = plan_sheets(workbook, choices, reading.include_hidden)
    if not any(plan.used for plan in plans):
        raise Refused("import_no_headings")
    duplicates = _Duplicates()
    rows: list[StagedRow] = []
    skipped: list[Skipped] = []
    total = sum(plan.rows for plan in plans if plan.used)
    for sheet, plan in zip(workbook.sheets, plans, strict=True):
        if not plan.used:
            continue
        found, passed = read_people(sheet, plan.headings, reading)
        skipped.extend(passed)
        for row in found:
            rows.append(row if row.outcome is Outcome.REFUSED else duplicates.judge(row))
            if len(rows) % 250 == 0:
                token.step(len(rows), total)
    token.step(total, total)
    return Staged(
        workbook.path,
        workbook.sha256,
        tuple(plans),
        tuple(rows),
        tuple(skipped),
        workbook.encoding,
        workbook.delimiter,
        workbook.kind,
    )
