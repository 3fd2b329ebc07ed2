"""Rows held by columns are a sequence like any other, and may be changed in places without touching the rest."""

from dataclasses import replace
from itertools import product

import pytest

from app.core.errors import Cancelled
from app.core.progress import Token
from app.importers.headings import Column
from app.importers.matching import KnownPerson, match_rows, with_matches
from app.importers.staged import Outcome, StagedRow
from app.importers.staged_rows import StagedRows
from app.importers.staging import stage
from app.importers.workbook import Sheet, Workbook

COLUMNS = {1: Column("family_name", "Surname", 1.0, "exact"), 2: Column("email", "E-mail", 1.0, "exact")}
CELLS = (("Surname", "E-mail"), ("Novak", "a@b.example"), ("Kos", ""), ("", "c@d.example"))


def _rows() -> StagedRows:
    """Two plain rows and one that was read with care."""
    rows = StagedRows()
    rows.begin("List", CELLS, COLUMNS)
    rows.add_plain(
        range(2, 4),
        {"family_name": ["Novak", "Kos"], "email": ["a@b.example", ""]},
        {"region": ["Gorenjska", ""]},
        (["", ""], ["", "given_name"], "Delegacija"),
    )
    rows.add(
        StagedRow(
            "List", 4, {"email": "c@d.example"}, CELLS[3], COLUMNS, {"seat": "4"}, outcome=Outcome.REFUSED, reason="x"
        )
    )
    return rows


def test_rows_are_built_when_asked_for() -> None:
    rows = _rows()
    first = StagedRow(
        "List",
        2,
        {"family_name": "Novak", "organisation": "Delegacija", "email": "a@b.example"},
        CELLS[1],
        COLUMNS,
        {"region": "Gorenjska"},
        {"organisation": "group"},
    )
    assert (rows[0], rows[-3], len(rows)) == (first, first, 3)
    assert rows[1].sources == {"gender": "given_name", "organisation": "group"}
    assert rows[1:] == (rows[1], rows[2])
    assert list(rows) == [rows[0], rows[1], rows[2]]
    assert rows == tuple(rows)
    assert rows != tuple(rows)[:2]
    with pytest.raises(IndexError):
        rows[3]
    assert rows[0].raw == {"family_name": "Novak", "email": "a@b.example"}


def test_the_same_by_columns() -> None:
    rows = _rows()
    assert rows.column("email") == ["a@b.example", "", "c@d.example"]
    assert rows.column("diet") == ["", "", ""]
    assert rows.extra_column("seat") == ["", "", "4"]
    assert rows.extra_column("region") == ["Gorenjska", "", ""]
    assert rows.extra_column("nothing") == ["", "", ""]
    assert (rows.numbers, rows.sheet_names()) == ([2, 3, 4], ["List"] * 3)
    assert rows.places(Outcome.NEW) == [0, 1]


def test_changes_in_places_leave_the_first_rows_as_they_were() -> None:
    rows = _rows()
    before = list(rows)
    fresh = replace(rows[1], fields={"family_name": "Kos", "email": "k@d.example"}, sources={}, extra={"seat": "1"})
    changed = rows.replaced({1: fresh})
    assert list(changed) == [before[0], fresh, before[2]]
    assert changed.column("email") == ["a@b.example", "k@d.example", "c@d.example"]
    assert changed.extra_column("seat") == ["", "1", "4"]
    assert changed.column("family_name") is rows.column("family_name")
    assert list(rows) == before


def test_outcomes_of_matching() -> None:
    rows = _rows()
    known = [KnownPerson("p", {"family_name": "Novak", "email": "a@b.example"})]
    matched = with_matches(rows, match_rows(rows, known))
    assert [row.outcome.value for row in matched] == ["update", "new", "refused"]
    assert (matched[0].reason, matched[0].reason_params) == ("import_row_update", {"n": 1})
    assert rows[0].outcome is Outcome.NEW
    named = [replace(row, fields={**row.fields, "given_name": "Ana"}) for row in rows]
    known = [KnownPerson("p", named[0].fields)]
    matched = with_matches(named, match_rows(named, known))
    assert [(row.outcome.value, row.reason) for row in matched] == [
        ("same", "import_row_same"),
        ("new", "import_row_new"),
        ("refused", "x"),
    ]


def test_rows_of_whom_nothing_is_known_match_nobody() -> None:
    rows = [StagedRow("List", 2, {}, outcome=Outcome.REFUSED), StagedRow("List", 3, {})]
    found = match_rows(rows, [KnownPerson("p", {"family_name": "Novak"})])
    assert [match.outcome for match in found] == [Outcome.REFUSED, Outcome.NEW]


def _novaks() -> Workbook:
    """4,913 women of one given name whose family names begin alike and go on differently."""
    ends = map("".join, product("ba be bi bo bu da de di do du fa fe fi fo fu ga ge".split(), repeat=3))
    rows = ((f"Nova{end}", "Ana", f"{end}@b.example") for end in ends)
    return Workbook("a.csv", "", "csv", (Sheet("S", (("Surname", "Name", "E-mail"), *rows)),))


def test_stopping_is_heard_in_each_stage() -> None:
    workbook = _novaks()
    steps: list[int] = []
    staged = stage(workbook, token=Token(lambda done, _total: steps.append(done)))
    assert len(staged.rows) == 4_913
    assert len(steps) > 5
    # Some ten of them, the first and the last among them.
    for stop in sorted({*range(1, len(steps) + 1, max(1, len(steps) // 9)), len(steps)}):
        _stop_at(workbook, stop)
    stopped = Token()
    stopped.cancel()
    with pytest.raises(Cancelled):
        match_rows(staged.rows, [], token=stopped)


def _stop_at(workbook: Workbook, stop: int) -> None:
    """Cancels at a step: the next step must hear it."""
    heard: list[int] = []

    def count(done: int, _total: int) -> None:
        heard.append(done)
        if len(heard) == stop:
            token.cancel()

    token = Token(count)
    with pytest.raises(Cancelled):
        _and_once_more(workbook, token)
    assert len(heard) == stop


def _and_once_more(workbook: Workbook, token: Token) -> None:
    stage(workbook, token=token)
    token.step(0, 0)


def test_thousands_of_one_given_name_and_beginning_take_no_longer_than_others() -> None:
    """Compared each with each, 5,000 are 24 million pairs: minutes."""
    staged = stage(_novaks())
    assert staged.summary()["new"] == 4_913
    known = [KnownPerson(str(row.row), row.fields) for row in staged.rows]
    found = match_rows(staged.rows, known)
    assert [match.people for match in found] == [(str(row.row),) for row in staged.rows]
    strangers = [KnownPerson(str(row.row), {**row.fields, "email": f"{row.row}@c.example"}) for row in staged.rows]
    # Somebody of the very same name with another e-mail may be the same person; the other 4,912 are not.
    assert [match.people for match in match_rows(staged.rows, strangers)] == [(one.ident,) for one in strangers]
