"""Rows of a file that repeat others of it (SP-12, MA-6): only those that may repeat one are compared."""

from collections.abc import Collection
from dataclasses import replace

from app.core.people_comparison import Level, PersonFacts, compare_people
from app.core.progress import Token
from app.importers.likeness import Faces, contradicts
from app.importers.people_index import PeopleIndex, blocking_keys
from app.importers.staged import CellWarning, Outcome, StagedRow
from app.importers.staged_rows import StagedRows


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


class Duplicates:
    """Compares each row with those before it (MA-6, turned-round names included).

    ``faces``: all rows of the file by columns, where there are such; plain rows are then found by them.
    """

    def __init__(self, faces: Faces | None = None) -> None:
        self.index = PeopleIndex()
        self._faces = faces
        #: The numbers here of the rows that stand in these places of the file.
        self._numbers: dict[int, int] = {}
        self.rows: list[StagedRow] = []
        self.by_mail: dict[str, int] = {}

    def _candidates(self, facts: PersonFacts, keys: frozenset[str], place: int) -> set[int]:
        """Those before who may be this person."""
        faces = self._faces
        if faces is None or place < 0 or not faces.groups[place]:
            return self.index.candidates(facts, keys)
        near = [*faces.neighbours(place, faces), *faces.by_mail.get(faces.people.mails[place])]
        return {self._numbers[at] for at in near if at in self._numbers}

    def judge(self, row: StagedRow, place: int = -1) -> StagedRow:
        """The row with its outcome among the rows of the file; ``place``: its number in the columns."""
        facts = row.facts()
        keys = blocking_keys(facts)
        best, best_level = -1, Level.DIFFERENT
        for number in sorted(self._candidates(facts, keys, place)):
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
        self._numbers[place] = len(self.rows)
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


def suspects(faces: Faces, token: Token) -> set[int]:
    """The numbers of all who may be somebody else of the same list, or share an e-mail with somebody.

    Wider than the pairs that ``compare_people`` finds at least possible, never narrower: nobody outside can repeat
    anybody or be repeated.
    """
    found: set[int] = set()
    for sharing in faces.by_mail.more.values():
        found.update(sharing)
    step = _Steps(token)
    for members in faces.dated.more.values():
        for one in members:
            step.next()
            found.update(
                _near(faces, one, faces.dated.partners(faces.groups[one] + faces.people.births[one], faces, one))
            )
    whole = faces.whole(faces)
    for group, undated in faces.undated.items():
        if len(whole.get(group)) < 2:
            continue
        for one in undated:
            step.next()
            near = _near(faces, one, whole.partners(group, faces, one))
            found.update(near, (one,) if near else ())
    for number in faces.others:
        step.next()
        found.add(number)
        found.update(faces.wide_neighbours(number, faces))
    return found


def _near(faces: Faces, one: int, others: Collection[int]) -> list[int]:
    return [other for other in others if other != one and faces.near(one, faces, other)]


class _Steps:
    """Asks the token whether to go on, now and then."""

    def __init__(self, token: Token) -> None:
        self._token, self._count = token, 0

    def next(self) -> None:
        self._count += 1
        if self._count % 50 == 0:
            self._token.step(0, 0)


def mark_duplicates(rows: StagedRows, token: Token, beside: Faces | None = None) -> None:
    """Give each row that repeats another its outcome, and tell shared e-mails.

    Refused rows are nobody's double; nor are rows that name several people: the others of them would disappear.
    ``beside``: others whose names are worked out already.
    """
    total = len(rows)
    faces = rows.faces(beside)
    found = sorted(suspects(faces, token))
    duplicates = Duplicates(faces)
    for count, number in enumerate(found):
        if count % 100 == 0:
            token.step(total, total)
        row = rows[number]
        if row.outcome is Outcome.REFUSED or row.reason == "import_row_several_people":
            continue
        judged = duplicates.judge(row, number)
        if judged is not row:
            rows.put(number, judged)
