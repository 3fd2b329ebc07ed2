"""The fast way to repeated rows and to people known gives what comparing with all who share a key gives."""
# ruff: noqa: E501 - tables of what people write

import random
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.name_parts import is_initial
from app.core.people_comparison import Level
from app.core.progress import silent
from app.core.vocabulary import LatinSource
from app.importers import duplicates, likeness
from app.importers.duplicates import mark_duplicates, pair_level
from app.importers.known_table import KnownPeople
from app.importers.matching import KnownPerson, match_rows
from app.importers.staged import Outcome, StagedRow
from app.importers.staged_rows import StagedRows
from tests.importers.careful_matching import duplicates_with_care, match_with_care

#: Few names, so that many meet: both scripts, turned round, initials, doubled, cut, misspelt.
FAMILIES = (
    "Шевченко", "Shevchenko", "Ševčenko", "Шевчэнко", "Шевчнеко", "Коваль", "Koval", "Коваль-Шевченко", "Лі", "Лі Кум",
    "Лісова", "Кім", "Кіма", "Щербак", "Scherbak", "Олена", "კობახიძე", "Kobakhidze", "李明", "عمر", "",
)  # fmt: skip
GIVEN = (
    "Олександр", "Oleksandr", "Alexander", "О.", "O.", "Олена", "Olena", "Elena", "Анна-Марія", "Анна", "Ганна", "Sasha",
    "Шевченко", "Юлія", "Ю.", "Олександра", "თამარ", "Tamar", "明", "عمر", "",
)  # fmt: skip
MAILS = ("", "", "a@example.org", "b@example.org", "rada@example.org")
PHONES = ("", "+380501112233", "+380671112233")
DAYS = ("", "", "1980-03-07", "1990-01-01", "1980")
LATIN = (("", ""), ("", ""), ("Oleksandr", "Shevchenko"), ("Olena", "Kovalova"), ("", "Koval"), ("O.", "Shcherbak"))

people = st.fixed_dictionaries(
    {
        "given_name": st.sampled_from(GIVEN),
        "family_name": st.sampled_from(FAMILIES),
        "patronymic": st.sampled_from(("", "", "Іванович", "Петрівна", "І.")),
        "gender": st.sampled_from(("", "", "f", "m", "x")),
        "email": st.sampled_from(MAILS),
        "phone": st.sampled_from(PHONES),
        "birth_date": st.sampled_from(DAYS),
        "passport_number": st.sampled_from(("", "", "FA553259", "FB111111")),
        "diet": st.sampled_from(("", "vegan")),
        "notes": st.sampled_from(("", "one", "two")),
    }
)


@st.composite
def staged(draw: st.DrawFn, number: int) -> StagedRow:
    """A row of anybody."""
    fields = dict(draw(people))
    fields["given_latin"], fields["family_latin"] = draw(st.sampled_from(LATIN))
    sources = {}
    if fields["given_latin"] or fields["family_latin"]:
        source = draw(st.sampled_from(("generated", "typed", "passport")))
        sources = {"given_latin": source, "family_latin": draw(st.sampled_from((source, source, "generated")))}
    if fields["gender"] and draw(st.booleans()):
        sources["gender"] = draw(st.sampled_from(("given_name", "patronymic")))
    outcome = draw(st.sampled_from((*[Outcome.NEW] * 6, Outcome.DUPLICATE, Outcome.DOUBTFUL, Outcome.REFUSED)))
    return StagedRow(
        "S",
        number,
        {name: text for name, text in fields.items() if text},
        sources=sources,
        outcome=outcome,
        order_known=draw(st.sampled_from((True, True, True, False))),
    )


@st.composite
def known(draw: st.DrawFn, number: int) -> KnownPerson:
    """Somebody known."""
    fields = dict(draw(people))
    fields["given_latin"], fields["family_latin"] = draw(st.sampled_from(LATIN))
    mails = draw(st.sampled_from(((), (), ("a@example.org",), ("Rada@example.org",))))
    return KnownPerson(f"p{number}", fields, draw(st.sampled_from(list(LatinSource))), mails)


rows_strategy = st.integers(0, 9).flatmap(lambda count: st.tuples(*(staged(2 + n) for n in range(count))))
known_strategy = st.integers(0, 9).flatmap(lambda count: st.tuples(*(known(n) for n in range(count))))


@settings(max_examples=700, deadline=None)
@given(rows_strategy, known_strategy)
def test_matches_are_those_of_comparing_with_all(
    rows: tuple[StagedRow, ...], everybody: tuple[KnownPerson, ...]
) -> None:
    expected = match_with_care(rows, everybody)
    assert list(match_rows(rows, everybody)) == expected
    assert list(match_rows(StagedRows.of(rows), KnownPeople.of(everybody))) == expected


@settings(max_examples=700, deadline=None)
@given(rows_strategy)
def test_repeated_rows_are_those_of_comparing_with_all(rows: tuple[StagedRow, ...]) -> None:
    fast = StagedRows.of(rows)
    mark_duplicates(fast, silent())
    assert list(fast) == duplicates_with_care(rows)
    assert fast.outcomes == [row.outcome for row in fast]


@settings(max_examples=250, deadline=None)
@given(rows_strategy, known_strategy)
def test_where_many_stand_under_one_key_nobody_is_lost(
    rows: tuple[StagedRow, ...], everybody: tuple[KnownPerson, ...]
) -> None:
    """The ways of crowds, taken from two on instead of nine."""
    with patch.object(likeness, "_FEW", 1):
        assert list(match_rows(rows, everybody)) == match_with_care(rows, everybody)
        fast = StagedRows.of(rows)
        mark_duplicates(fast, silent())
        assert list(fast) == duplicates_with_care(rows)


def test_thousands_under_one_given_name_and_beginning() -> None:
    """A list of names alone, all of one beginning: what each is costs no comparing of all with all."""
    chance = random.Random(5)
    ends = ("енко", "чук", "ський", "ко")

    def some(count: int, first: int) -> tuple[StagedRow, ...]:
        names = [
            "Шев" + "".join(chance.choice("бгдклмн") + chance.choice("аео") for _ in range(3)) for _ in range(count)
        ]
        fields = [{"given_name": "Олена", "family_name": name + chance.choice(ends)} for name in names]
        return tuple(StagedRow("S", first + number, one) for number, one in enumerate(fields))

    few = some(150, 2)
    fast = StagedRows.of(few)
    mark_duplicates(fast, silent())
    assert list(fast) == duplicates_with_care(few)
    known = [KnownPerson(f"p{row.row}", row.fields) for row in some(150, 2)]
    assert list(match_rows(few, known)) == match_with_care(few, known)
    assert sum(row.outcome is Outcome.DOUBTFUL for row in fast) > 20

    compared = 0

    def counted(*pair: Any) -> Level:
        nonlocal compared
        compared += 1
        return pair_level(*pair)

    many = StagedRows.of(some(1_500, 2))
    with patch.object(duplicates, "pair_level", counted):
        mark_duplicates(many, silent())
    assert 0 < compared < 1_500 * 100


def test_the_people_of_the_law_meet_often() -> None:
    """The strategy is worth something only if it makes pairs of every kind."""
    rows = [
        StagedRow("S", number, {"given_name": given_name, "family_name": family})
        for number, (given_name, family) in enumerate(((g, f) for g in GIVEN for f in FAMILIES if g and f), start=2)
    ]
    everybody = [KnownPerson(str(row.row), row.fields) for row in rows[::3]]
    fast = match_rows(rows, everybody)
    assert list(fast) == match_with_care(rows, everybody)
    outcomes = [match.outcome for match in fast]
    assert outcomes.count(Outcome.DOUBTFUL) > 60
    assert outcomes.count(Outcome.SAME) + outcomes.count(Outcome.UPDATE) > 15
    assert any(is_initial(row.fields["given_name"]) for row, match in zip(rows, fast, strict=True) if match.people)
