"""Forms: questions down a column and their answers on the right, turned into a table with a row for each person.

"Surname | Kovalenko" in as many rows as there are questions; several people on the right of one column of questions,
or form below form, or two forms side by side; "Name: Olena" in a cell, also several lines of it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.core.text import one_line
from app.importers.cells import is_absent
from app.importers.heading_rows import NAMES, SEARCHED_ROWS, data_like, surely_headings
from app.importers.heading_words import PEOPLE, meanings, normalise
from app.importers.workbook import Cell, Row, Sheet

#: Forms are narrow and questions stand on their left; what is wider or longer is a list.
_WIDEST, _LONGEST = 40, 20_000
#: By so many rows it is told whether a sheet is a form, and by so many different questions below one another.
_SHOWING, _LEAST = 120, 3
_SURE, _SURE_WITH_COLON = 88, 80
#: A question in a column of its own, and one that has its answer in the same cell.
_QUESTION, _BEFORE_ANSWER = 160, 60
_NAMES = NAMES - {"email"}
_LONG_NAME = 80
_ANSWERED = re.compile(r"^\s*([^:]{2,60}?)\s*:\s*(\S.*)$", re.DOTALL)
#: Questions that mean nothing for a person and stand in other sheets as well.
_WEAK = frozenset({"row_no", "signature", "attendance"})
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Question:
    """A question with where it stands; ``answer`` is what follows in the same cell, else empty."""

    place: Place
    field: str
    heading: str
    answer: str = ""

    @property
    def key(self) -> str:
        """By which the same question is known in the next form."""
        return self.field or normalise(self.heading)


@dataclass(frozen=True, slots=True)
class _Answer:
    """A question with its answer: the cell and the place where it stands."""

    question: _Question
    value: Cell
    place: Place


#: One person's form: the answers by key.
_Form = dict[str, _Answer]


def as_table(sheet: Sheet) -> Sheet | None:
    """The forms of a sheet as a table, headings above and a row for each person; None when the sheet is no form.

    A form that nobody has filled in, or that tells how to, stays as it is and is marked as ``unanswered``.

    The row of a person is numbered as the first row of the form, at least 2, each lower than the one before it;
    ``places`` tells for each cell where it stands in the file. Answers that belong to nobody stand in rows of their
    own, so that they are told.
    """
    if len(sheet.rows) > _LONGEST or sheet.width > _WIDEST or not sheet.rows:
        return None
    columns = _question_columns(sheet)
    if not columns:
        return None
    streams = _streams(list(_answers(sheet, columns)))
    forms = [form for stream in streams for form in _taken_apart(stream)]
    people, others = _of_people(forms)
    if not people:
        return replace(sheet, of=sheet.name, shape="unanswered")
    return _table(sheet, people, others)


def _questions_in(cell: Cell, place: Place) -> list[_Question]:
    """The questions that a cell holds: one, or a line for each; empty for anything else."""
    if not isinstance(cell, str) or len(cell) > 2_000 or data_like(cell):
        return []
    found = []
    lines = cell.split("\n")
    for line in lines:
        told = _ANSWERED.match(line)
        if told is not None and len(told[1]) <= _BEFORE_ANSWER:
            field = _field(told[1], _SURE)
            if field:
                found.append(_Question(place, field, one_line(told[1]), one_line(told[2])))
    if found:
        return found
    text = one_line(cell)
    if not text or len(text) > _QUESTION:
        return []
    field = _field(text, _SURE_WITH_COLON if text.endswith((":", "*")) else _SURE)
    return [_Question(place, field, text)] if field else []


def _asked(row: Row, number: int, column: int) -> list[_Question]:
    """The questions in a cell of a row; "Passport: series, number" with an answer beside it only asks."""
    cell = row[column - 1] if column <= len(row) else ""
    found = _questions_in(cell, (number, column)) if cell != "" else []
    if len(found) != 1 or not found[0].answer or column >= len(row) or row[column] == "":
        return found
    if _questions_in(row[column], (number, column + 1)):
        return found
    return [replace(found[0], heading=one_line(str(cell)), answer="")]


def _field(text: str, least: int) -> str:
    found = meanings(text, PEOPLE, False)
    return found[0].field if found and found[0].score >= least and found[0].field not in _WEAK else ""


def _heads_a_list(row: Row) -> bool:
    """Whether a row holds headings of different things; "Participant 1, Participant 2" heads people as columns."""
    if not surely_headings(row, PEOPLE):
        return False
    return len({_field(cell, _SURE_WITH_COLON) for cell in row if isinstance(cell, str)} - {""}) > 1


def _question_columns(sheet: Sheet) -> tuple[int, ...]:
    """The columns in which questions stand below one another; empty when the sheet is a list, not a form."""
    if any(_heads_a_list(row) for row in sheet.rows[:SEARCHED_ROWS]):
        return ()
    fields: dict[int, Counter[str]] = {}
    most_in_row = 0
    for number, row in enumerate(sheet.rows[:_SHOWING], start=1):
        in_row: set[str] = set()
        for column, cell in enumerate(row, start=1):
            questions = _asked(row, number, column) if cell != "" else []
            fields.setdefault(column, Counter()).update(one.field for one in questions)
            in_row.update(one.field for one in questions[:1] if not one.answer)
        most_in_row = max(most_in_row, len(in_row))
    columns = tuple(sorted(column for column, found in fields.items() if len(found) >= _LEAST))
    if not columns:
        # One cell, or a line of cells, with answers in them.
        return ()
    asked = {name for column in columns for name in fields[column]}
    enough = max(len(fields[column]) for column in columns) > most_in_row
    return columns if enough and asked & _NAMES else ()


def _translations(sheet: Sheet, columns: Sequence[int]) -> frozenset[int]:
    """The columns of questions that say in another language what the column before them asks."""
    found = set()
    for one, other in pairwise(columns):
        both = same = 0
        for number, row in enumerate(sheet.rows[:_SHOWING], start=1):
            if len(row) < other:
                continue
            first, second = (_asked(row, number, at) for at in (one, other))
            if first and second and all(cell == "" for cell in row[one : other - 1]):
                both += 1
                same += first[0].field == second[0].field
        if both >= _LEAST and same * 2 > both:
            found.add(other)
    return frozenset(found)


@dataclass(frozen=True)
class _Layout:
    """Where a sheet's questions stand: columns, those that only translate others, and people on their right."""

    columns: tuple[int, ...]
    translated: frozenset[int]
    people: dict[int, tuple[int, ...]]
    #: Columns in which the answers stand below their questions.
    below: frozenset[int] = frozenset()

    def beside(self, row: Row, column: int) -> list[tuple[int, Cell]]:
        """The filled cells on the right of a question, up to the next one."""
        end = min(next((one for one in self.columns if one > column), _WIDEST + 1), len(row) + 1)
        places = range(column + 1, end)
        return [(at, row[at - 1]) for at in places if row[at - 1] != "" and at not in self.translated]


def _layout(sheet: Sheet, columns: Sequence[int]) -> _Layout:
    translated = _translations(sheet, columns)
    plain = _Layout(tuple(one for one in columns if one not in translated), translated, {})
    people = {column: _columns_of_people(sheet, plain, column) for column in plain.columns}
    below = frozenset(column for column in plain.columns if _answered_below(sheet, plain, column))
    return replace(plain, people=people, below=below)


def _below(sheet: Sheet, number: int, column: int) -> Cell:
    """What stands below a question, unless that is a question as well or a line to write on; else empty."""
    if number >= len(sheet.rows) or _asked(sheet.rows[number], number + 1, column):
        return ""
    value = sheet.cell(number + 1, column)
    if isinstance(value, str) and (not any(map(str.isalnum, value)) or value.rstrip().endswith((":", "?"))):
        return ""
    return value


def _answered_below(sheet: Sheet, layout: _Layout, column: int) -> bool:
    """Whether the questions of a column have nothing beside them, and most of them something below."""
    asked = answered = 0
    for number, row in enumerate(sheet.rows[:_SHOWING], start=1):
        questions = _asked(row, number, column)
        if not questions:
            continue
        if questions[0].answer or layout.beside(row, column):
            return False
        asked += 1
        answered += number < len(sheet.rows) and _below(sheet, number, column) != ""
    return answered >= _LEAST and answered * 2 > asked


def _answers(sheet: Sheet, columns: Sequence[int]) -> Iterator[list[_Answer]]:
    """For each question its answers: one for each person on its right. In reading order."""
    layout = _layout(sheet, columns)
    for number, row in enumerate(sheet.rows, start=1):
        for column in layout.columns:
            cell = row[column - 1] if column <= len(row) else ""
            if cell == "":
                continue
            questions = _asked(row, number, column)
            if questions and questions[0].answer:
                for one in questions:
                    yield [_Answer(one, one.answer, one.place)]
                continue
            question = questions[0] if questions else _unknown(cell, (number, column))
            if question is None:
                continue
            if column in layout.below:
                value = _below(sheet, number, column)
                if questions and value != "":
                    yield [_Answer(question, value, (number + 1, column))]
                continue
            beside = layout.beside(row, column)
            people = layout.people[column]
            beside = [one for one in beside if one[0] in people] if len(people) > 1 else beside[:1]
            found = [_Answer(question, value, (number, at)) for at, value in beside]
            if found or question.field:
                yield found or [_Answer(question, "", (number, column))]


def _unknown(cell: Cell, place: Place) -> _Question | None:
    """A question that means nothing known: a text in a column of questions; it is carried as a column of its own."""
    if not isinstance(cell, str) or data_like(cell):
        return None
    text = one_line(cell)
    return _Question(place, "", text) if text and len(text) <= _QUESTION else None


def _columns_of_people(sheet: Sheet, layout: _Layout, column: int) -> tuple[int, ...]:
    """The columns right of a column of questions that hold a person each: filled at the name, and half as much."""
    named: list[set[int]] = []
    filled: Counter[int] = Counter()
    for number, row in enumerate(sheet.rows[:_SHOWING], start=1):
        questions = _asked(row, number, column)
        if not questions or questions[0].answer:
            continue
        places = {at for at, _cell in layout.beside(row, column)}
        filled.update(places)
        if questions[0].field in _NAMES:
            named.append(places)
    everywhere = set.intersection(*named) if named else set()
    most = max((filled[at] for at in everywhere), default=0)
    return tuple(sorted(at for at in everywhere if filled[at] * 2 >= most and filled[at] >= 2))


def _streams(answers: Sequence[list[_Answer]]) -> list[list[_Answer]]:
    """The answers of each line of forms: people in columns of their own apart, columns of other questions together."""
    by_person: dict[tuple[int, int], list[_Answer]] = {}
    together: list[_Answer] = []
    wide = {one[0].question.place[1] for one in answers if len(one) > 1}
    for found in answers:
        column = found[0].question.place[1]
        if column in wide:
            for one in found:
                if one.place[1] != column:
                    by_person.setdefault((column, one.place[1]), []).append(one)
        else:
            together.extend(found)
    streams = list(by_person.values())
    columns = sorted({one.question.place[1] for one in together})
    of_column = {column: [one for one in together if one.question.place[1] == column] for column in columns}
    asked = {column: {one.question.field for one in found} for column, found in of_column.items()}
    names = [column for column in columns if asked[column] & _NAMES]
    if len(names) > 1 and asked[names[0]] & asked[names[1]] & _NAMES:
        # Two forms side by side; what stands in a column without a name belongs to the one on its left.
        apart: dict[int, list[_Answer]] = {}
        for column in columns:
            owner = max((one for one in names if one <= column), default=names[0])
            apart.setdefault(owner, []).extend(of_column[column])
        return streams + [sorted(found, key=lambda one: one.question.place) for found in apart.values()]
    return [*streams, together] if together else streams


def _taken_apart(stream: Sequence[_Answer]) -> Iterator[_Form]:
    """Form below form: the next one begins where its first question, or one for a name, is asked again."""
    form: _Form = {}
    first = ""
    for one in stream:
        key = one.question.key
        if form and key in form and (key == first or one.question.field in _NAMES):
            yield form
            form, first = {}, ""
        first = first or key
        number = 2
        while key in form:
            key, number = f"{one.question.key} ({number})", number + 1
        form[key] = one
    if form:
        yield form


def _of_people(forms: Sequence[_Form]) -> tuple[list[_Form], list[_Form]]:
    """The forms of people, and what only looks like one: a name and a phone of somebody else below the form."""
    most = max((len(form) for form in forms), default=0)
    main = next((form for form in forms if len(form) == most), {})
    people: list[_Form] = []
    others: list[_Form] = []
    for form in forms:
        if not any(one.value != "" for one in form.values()):
            continue
        shared = sum(1 for key in form if key in main)
        known = {one.question.field for one in form.values()} - {""}
        like = shared * 2 >= len(main) and len(known) >= _LEAST and _of_somebody(form)
        (people if like else others).append(form)
    people.sort(key=lambda form: min((one.question.place[0], one.place[1]) for one in form.values()))
    return people, others


def _of_somebody(form: _Form) -> bool:
    """Whether answers are answers: a name is there, and addresses, numbers and dates are; not how to fill in a form."""
    named = False
    right = wrong = 0
    for one in form.values():
        text = str(one.value)
        if one.value == "":
            continue
        if one.question.field in _NAMES:
            named = named or (isinstance(one.value, str) and len(text) <= _LONG_NAME and any(map(str.isalpha, text)))
        elif one.question.field in _TOLD_BY_SIGNS:
            fits = _TOLD_BY_SIGNS[one.question.field](one.value)
            right, wrong = right + fits, wrong + (not fits)
    return named and (right >= wrong)


def _digits(value: Cell, least: int) -> bool:
    return not isinstance(value, str) or sum(map(str.isdigit, value)) >= least or is_absent(value)


_TOLD_BY_SIGNS: dict[str, Callable[[Cell], bool]] = {
    "email": lambda value: "@" in str(value) or is_absent(str(value)),
    "phone": lambda value: _digits(value, 5),
    "mobile": lambda value: _digits(value, 5),
    "birth_date": lambda value: _digits(value, 2),
    "passport_expiry": lambda value: _digits(value, 2),
}


def _table(sheet: Sheet, people: Sequence[_Form], others: Sequence[_Form]) -> Sheet:
    """The sheet of headings and people; comments, errors and formulas without a value go where their cells go."""
    headings: dict[str, str] = {}
    for form in people:
        for key, one in form.items():
            headings.setdefault(key, one.question.heading)
    columns = {key: number for number, key in enumerate(headings, start=1)}
    first = max(2, min(one.question.place[0] for one in people[0].values()))
    rows: dict[int, list[Cell]] = {first - 1: list(headings.values())}
    places: dict[Place, Place] = {}
    title = _title(sheet, first)
    if first > 2 and title:
        rows[1] = [title]
    at = first - 1
    for form in people:
        at = max(at + 1, min(one.question.place[0] for one in form.values()))
        rows[at] = [""] * len(columns)
        for key, one in form.items():
            rows[at][columns[key] - 1] = one.value
            places[(at, columns[key])] = one.place
    for form in others:
        at += 1
        told = (f"{one.question.heading.rstrip(' :')}: {one.value}" for one in form.values() if one.value != "")
        rows[at] = ["* " + "; ".join(told)]
    where = {real: turned for turned, real in places.items()}
    hidden = {
        column
        for column in columns.values()
        if all(real[0] in sheet.hidden_rows for turned, real in places.items() if turned[1] == column)
    }
    return Sheet(
        sheet.name,
        tuple(tuple(rows.get(number, ())) for number in range(1, max(rows) + 1)),
        sheet.hidden,
        hidden_columns=frozenset(hidden),
        errors={where[place]: text for place, text in sheet.errors.items() if place in where},
        uncached=frozenset(where[place] for place in sheet.uncached if place in where),
        comments={where[place]: text for place, text in sheet.comments.items() if place in where},
        struck=frozenset(where[place] for place in sheet.struck if place in where),
        partly={where[place]: told for place, told in sheet.partly.items() if place in where},
        epoch_1904=sheet.epoch_1904,
        of=sheet.name,
        shape="form",
        places=places,
    )


def _title(sheet: Sheet, first: int) -> str:
    """The longest text above the first form."""
    texts = [one_line(cell) for row in sheet.rows[: first - 1] for cell in row if isinstance(cell, str)]
    return max((text for text in texts if len(text) <= _QUESTION), key=len, default="")
