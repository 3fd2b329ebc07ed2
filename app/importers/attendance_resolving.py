"""From what the rows of an attendance file claim to marks: whose they are, what they change, what has to be asked.

Pure: the same claims, finds, former marks and decisions always give the same rows, so that a decision can be changed
any number of times before anything is written (law 1 of imports.md).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.core.people_comparison import Level
from app.core.vocabulary import Presence
from app.importers.attendance_intervals import Stay, whole_minutes
from app.importers.attendance_marks import Mark, Slot, mark_of_text, marks_of_stays, settled, spread
from app.importers.attendance_people import Found, is_device
from app.importers.cells import Told
from app.importers.matching import Difference, Match
from app.importers.staged import CellWarning, Outcome, StagedRow

RowKey = tuple[str, int]
#: What a decision may say of a row's marks as a whole, beside single slots by their labels.
PRESENCE, MINUTES = "presence", "minutes"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a row says: marks by slot (a list), stays or a length in seconds (a log), or only a signature.

    ``signed_for``: what a signature would be about. ``problem``: why nothing can be made of the row.
    """

    name: str = ""
    email: str = ""
    organisation: str = ""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    stays: tuple[Stay, ...] = ()
    seconds: float | None = None
    signature: bool | None = None
    signed_for: tuple[Slot, ...] = ()
    problem: str = ""

    @property
    def identity(self) -> tuple[str, str]:
        """By what the rows of one unknown person are put together."""
        return " ".join(self.name.casefold().split()), self.email


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision about a row, as far as attendance knows any: see ``services.import_plans.Decision``."""

    leave_out: bool = False
    as_new: bool = False
    person_id: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    keep: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    same_as: RowKey | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Who is who: those whose attendance is kept, those who take part otherwise, and the marks that are kept now."""

    kept: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    former: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Resolved:
    """The outcome of every row, and what would be written: marks by person and slot.

    A person is an id, or ``new:sheet:row`` for somebody whom the user decided to make; ``joining``: those who are to
    become participants, with the row that says so.
    """

    rows: tuple[StagedRow, ...]
    matches: tuple[Match, ...]
    marks: Mapping[str, Mapping[str, Mark]]
    joining: Mapping[str, int]
    owners: Mapping[int, str]


def labels_of(slots: Sequence[Slot]) -> dict[str, str]:
    """How each slot is named in differences and decisions: day and time, with a number where two are at once."""
    plain = [slot.label() for slot in slots]
    return {slot.key: slot.label() + (f" #{slot.number}" if plain.count(slot.label()) > 1 else "") for slot in slots}


class Resolver:
    """Works claims into rows. ``log``: the claims are stays in a meeting; absence there is never held against a mark
    that a person wrote, since whoever was in the room is in no log."""

    def __init__(
        self,
        rows: Sequence[StagedRow],
        claims: Sequence[Claim],
        found: Sequence[Found],
        slots: Sequence[Slot],
        log: bool,
    ) -> None:
        self.rows, self.claims, self.found, self.slots, self.log = rows, claims, found, slots, log
        self.labels = labels_of(slots)
        self.by_key = {slot.key: slot for slot in slots}
        self.places = {(row.sheet, row.row): at for at, row in enumerate(rows)}
        self.chiefs: dict[tuple[str, str], int] = {}
        for at, claim in enumerate(claims):
            self.chiefs.setdefault(claim.identity, at)

    def resolve(self, known: Known, choice_of: Callable[[RowKey], Choice]) -> Resolved:
        """All rows with outcomes, and the marks. ``choice_of`` gives the user's decision about a row."""
        choices = [self._choice(at, choice_of) for at in range(len(self.rows))]
        owners = {at: owner for at in range(len(self.rows)) if (owner := self._owner(at, choices, known, set()))}
        groups: dict[str, list[int]] = {}
        for at, owner in owners.items():
            groups.setdefault(owner, []).append(at)
        rows, matches = list(self.rows), [Match()] * len(self.rows)
        marks: dict[str, dict[str, Mark]] = {}
        for owner, members in groups.items():
            former = known.former.get(owner, {})
            marks[owner] = {}
            for at, fresh in self._shares(members, choices, former):
                rows[at], matches[at] = self._told(at, members[0], owner, fresh, former, marks[owner], choices[at])
        for at in range(len(self.rows)):
            if at not in owners:
                rows[at], matches[at] = self._open(at, choices[at], known)
        joining = {owner: members[0] for owner, members in groups.items() if owner not in known.kept}
        return Resolved(tuple(rows), tuple(matches), {k: v for k, v in marks.items() if v}, joining, owners)

    def _choice(self, at: int, choice_of: Callable[[RowKey], Choice]) -> Choice:
        """The decision about a row; in a log what was said of somebody's first row holds for the others, too."""
        own = choice_of((self.rows[at].sheet, self.rows[at].row))
        chief = self.chiefs[self.claims[at].identity]
        if own != Choice() or chief == at or not self.log:
            return own
        key = (self.rows[chief].sheet, self.rows[chief].row)
        first = choice_of(key)
        if first.as_new or first.person_id or first.same_as is not None:
            return Choice(same_as=key)
        return replace(first, fields={})

    def _owner(self, at: int, choices: Sequence[Choice], known: Known, seen: set[int]) -> str:
        """Whose row it is; empty while nobody knows. A row that is one with itself by a circle is nobody's."""
        choice, found = choices[at], self.found[at]
        if choice.leave_out or (self.claims[at].problem and not choice.fields) or at in seen:
            return ""
        if choice.same_as is not None:
            other = self.places.get(choice.same_as)
            return self._owner(other, choices, known, seen | {at}) if other is not None else ""
        if choice.as_new:
            return f"new:{self.rows[at].sheet}:{self.rows[at].row}"
        if choice.person_id:
            return choice.person_id
        left = [ident for ident in found.idents if ident not in choice.declined]
        if found.sure and left and left[0] in known.kept and not (self._signature_only(at) and not choice.fields):
            return left[0]
        return ""

    def _signature_only(self, at: int) -> bool:
        claim = self.claims[at]
        return bool(claim.signature and not claim.marks and not claim.stays and claim.seconds is None)

    def _shares(
        self, members: Sequence[int], choices: Sequence[Choice], former: Mapping[str, str]
    ) -> list[tuple[int, dict[str, Mark] | None]]:
        """What each row of a person adds; None for a row that is counted together with the first one."""
        if not self.log:
            return [(at, self._edited(dict(self.claims[at].marks), at, choices[at])) for at in members]
        stays = [stay for at in members for stay in self.claims[at].stays]
        whole = marks_of_stays(self.slots, stays) if stays else {}
        lengths = [length for at in members if (length := self.claims[at].seconds) is not None]
        if not stays and lengths:
            whole = {slot.key: settled(slot, whole_minutes(sum(lengths))) for slot in self.slots[:1]}
        whole = {
            key: mark
            for key, mark in whole.items()
            if mark.presence is not Presence.ABSENT or former.get(key, "absent") == "absent"
        }
        first = members[0]
        edits = [at for at in members if choices[at].fields]
        for at in edits:
            whole = self._edited(whole, at, choices[at])
        return [(first, whole), *((at, None) for at in members[1:])]

    def _edited(self, marks: dict[str, Mark], at: int, choice: Choice) -> dict[str, Mark]:
        """The marks with what the user typed: a presence or minutes for the row, or the mark of one slot."""
        fields = choice.fields
        about = [self.by_key[key] for key in marks if key in self.by_key] or list(self.claims[at].signed_for)
        about = about or (list(self.slots) if self.log or len(self.slots) == 1 else [])
        whole = mark_of_text(" ".join(part for part in (fields.get(PRESENCE, ""), fields.get(MINUTES, "")) if part))
        if fields.get(MINUTES, "").isdigit() and not fields.get(PRESENCE):
            whole = Mark(Presence.PRESENT, int(fields[MINUTES]))
        if whole is not None:
            marks = spread(about, whole)
        for key, label in self.labels.items():
            single = mark_of_text(fields.get(label, ""))
            if single is not None:
                slot = self.by_key[key]
                marks[key] = settled(slot, single.minutes) if single.minutes is not None else single
        return marks

    def _told(
        self,
        at: int,
        first: int,
        owner: str,
        fresh: dict[str, Mark] | None,
        former: Mapping[str, str],
        taken: dict[str, Mark],
        choice: Choice,
    ) -> tuple[StagedRow, Match]:
        """A row of somebody known, with what it changes; adds to ``taken`` what is to be written."""
        row = self.rows[at]
        people = () if owner.startswith("new:") else (owner,)
        level = max(self.found[at].level, Level.PROBABLE)
        if fresh is None:
            return self._repeated(row, self.rows[first], "attendance_row_together"), Match(level, people)
        clash = [key for key in fresh.keys() & taken.keys() if fresh[key] != taken[key]]
        if clash and not choice.person_id:
            fresh = {key: mark for key, mark in fresh.items() if key not in clash}
            row = self._contradicted(row, clash)
        if fresh and not clash and all(taken.get(key) == mark for key, mark in fresh.items()):
            return self._repeated(row, self.rows[first], "attendance_row_repeated"), Match(level, people)
        changes = []
        for key, mark in fresh.items():
            old, new, label = former.get(key, ""), mark.text(), self.labels[key]
            if label in choice.keep:
                continue
            taken[key] = mark
            if old != new:
                changes.append(Difference(label, old, new))
        if self.log:
            row = self._kept_told(row, fresh, former)
        fields = {**row.fields, **{self.labels[key]: mark.text() for key, mark in fresh.items()}}
        row = replace(row, fields=fields, extra={**row.extra, **self._sums(fresh)})
        outcome, reason, params = _outcome(changes, bool(fresh), owner)
        if clash and not choice.person_id:
            outcome, reason, params = Outcome.DOUBTFUL, "attendance_row_contradicts", {}
        match = Match(level, people, tuple(changes), outcome)
        return replace(row, outcome=outcome, reason=reason, reason_params=params), match

    def _contradicted(self, row: StagedRow, clash: Sequence[str]) -> StagedRow:
        told = tuple(CellWarning(self.labels[key], 0, "", "attendance_mark_contradicts") for key in sorted(clash))
        return replace(row, warnings=(*row.warnings, *told))

    def _kept_told(self, row: StagedRow, fresh: Mapping[str, Mark], former: Mapping[str, str]) -> StagedRow:
        """Tells the marks that stay although the log does not show the person there."""
        kept = [key for key in self.labels if key not in fresh and former.get(key, "absent") != "absent"]
        told = tuple(
            CellWarning(self.labels[key], 0, former[key], "attendance_mark_kept", {"value": former[key]})
            for key in kept
        )
        return replace(row, warnings=(*row.warnings, *told)) if told else row

    def _sums(self, marks: Mapping[str, Mark]) -> dict[str, str]:
        """Minutes of the file for one person, and of how many: what the threshold is held against (CE-3)."""
        whole = sum(self.by_key[key].minutes for key in marks)
        there = [(self.by_key[key], mark) for key, mark in marks.items() if mark.presence is Presence.PRESENT]
        minutes = sum(slot.minutes if mark.minutes is None else mark.minutes for slot, mark in there)
        return {"attended_minutes": str(minutes), "of_minutes": str(whole)} if whole else {}

    def _repeated(self, row: StagedRow, first: StagedRow, reason: str) -> StagedRow:
        params = {"row": first.row, "sheet": first.sheet}
        return replace(
            row, outcome=Outcome.DUPLICATE, reason=reason, reason_params=params, other_row=(first.sheet, first.row)
        )

    def _open(self, at: int, choice: Choice, known: Known) -> tuple[StagedRow, Match]:
        """A row of which nobody knows yet whose it is, or that changes nothing."""
        row, claim, found = self.rows[at], self.claims[at], self.found[at]
        left = tuple(ident for ident in found.idents if ident not in choice.declined)
        if claim.problem:
            return _as(row, Outcome.REFUSED, claim.problem)
        chief = self.chiefs[claim.identity]
        if self.log and chief != at and not choice.same_as:
            return self._repeated(row, self.rows[chief], "attendance_row_together"), Match(outcome=Outcome.DUPLICATE)
        if not self.log and not claim.marks and not claim.signature:
            return _as(row, Outcome.SAME, "attendance_row_empty", people=left[:1] if found.sure else ())
        if found.sure and left and left[0] in known.kept and self._signature_only(at):
            return _as(row, Outcome.DOUBTFUL, "attendance_row_signature", people=left)
        if found.sure and left and left[0] in known.others:
            return _as(row, Outcome.SAME, "attendance_row_other_role", None, left)
        if not left:
            device = is_device(claim.name) or not claim.name
            return _as(row, Outcome.DOUBTFUL, "attendance_row_device" if device else "attendance_row_unknown")
        here = any(ident in known.kept for ident in left)
        reason = "attendance_row_perhaps" if here else "attendance_row_not_participant"
        return _as(row, Outcome.DOUBTFUL, reason, {"n": len(left)}, left, found.level)


def _outcome(changes: Sequence[Difference], any_marks: bool, owner: str) -> tuple[Outcome, str, dict[str, object]]:
    if not any_marks:
        return Outcome.SAME, "attendance_row_empty", {}
    if not changes:
        return Outcome.SAME, "attendance_row_same", {}
    if any(change.old for change in changes):
        return Outcome.UPDATE, "attendance_row_update", {"n": sum(bool(change.old) for change in changes)}
    return Outcome.NEW, "attendance_row_joins" if owner.startswith("new:") else "attendance_row_new", {}


def _as(
    row: StagedRow,
    outcome: Outcome,
    reason: str,
    params: Mapping[str, object] | None = None,
    people: tuple[str, ...] = (),
    level: Level = Level.DIFFERENT,
) -> tuple[StagedRow, Match]:
    return replace(row, outcome=outcome, reason=reason, reason_params=params or {}), Match(level, people, (), outcome)


def warnings_of(told: Sequence[tuple[str, Told]], row: StagedRow) -> tuple[CellWarning, ...]:
    """What a reader told about fields of a row, with the column and the raw value."""
    places = {column.field: at for at, column in row.columns.items()}
    raw = row.raw
    return tuple(
        CellWarning(name, places.get(name, 0), raw.get(name, ""), one.code, {"value": raw.get(name, ""), **one.params})
        for name, one in told
    )
