"""Of very many people on record an import loads only those whom its rows may mean, and finds the same matches."""

import random
from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.ids import new_id
from app.core.people_comparison import Level
from app.core.vocabulary import LatinSource
from app.importers.matching import match_rows
from app.importers.staged import StagedRow
from app.models.people import Person
from app.services import known_people
from app.services.context import Context
from app.services.people import PersonDraft, column_values
from tests.importers.careful_matching import match_with_care

#: Written in both scripts, in several ways, with initials, in part, double, misspelt.
FAMILIES = (
    "Шевченко", "Shevchenko", "Ševčenko", "Шевчэнко", "Гнатюк", "Hnatiuk", "Gnatyuk", "Юрченко", "Yurchenko",
    "Нечуй-Левицький", "Левицький", "Levytska Koval", "Коваль", "Koval", "Kovač", "Kovacic", "Лі", "Li", "Щербак",
    "Scherbak", "Shcherbak", "Їжак", "Yizhak", "Zupan", "",
)  # fmt: skip
GIVEN = (
    "Олександр", "Oleksandr", "Alexander", "О.", "O.", "Sasha", "Наталія", "Natalia", "Natalija", "Н.", "Юлія",
    "Yuliia", "Julia", "Ю.", "Matjaž", "Matjaz", "M.", "Анна-Марія", "Anna", "Ганна", "Їржі", "",
)  # fmt: skip
MAILS = (
    "",
    "",
    "",
    "a@example.org",
    "B@example.org",
    "rada@example.org",
    "ŽUPAN@example.org",
    "\u212aoval@example.org",
)
DAYS = (None, None, date(1980, 3, 7), date(1980, 1, 1), date(1991, 1, 1))


def _draft(chance: random.Random, number: int) -> PersonDraft:
    latin = chance.random() < 0.4
    return PersonDraft(
        code=f"P-{number:05d}",
        given_name=chance.choice(GIVEN),
        family_name=chance.choice(FAMILIES),
        given_latin=chance.choice(("", "Oleksandr", "Anna", "Yuliia", "M.")) if latin else "",
        family_latin=chance.choice(("", "Kovalova", "Gnatiuk", "Levytskyi-Koval", "Zupan")) if latin else "",
        latin_source=chance.choice(list(LatinSource)) if latin else LatinSource.NONE,
        email=chance.choice(MAILS),
        other_email=chance.choice(MAILS),
        birth_date=chance.choice(DAYS),
        passport_number=chance.choice(("", "", "FA553259")),
    )


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """A data file with 300 people, names of all kinds by a fixed chance."""
    chance = random.Random(7)
    context = Context.open(tmp_path_factory.mktemp("crowd") / "crowd.mdesk")
    with context.write("Crowd") as work:
        work.insert_many(Person, [column_values(_draft(chance, number), new_id()) for number in range(300)])
    yield context
    context.changed = False
    context.close()


def _row(
    number: int, given_name: str, family: str, latin: tuple[str, str], mail: str, known: bool, day: str = ""
) -> StagedRow:
    fields = {
        "given_name": given_name,
        "family_name": family,
        "given_latin": latin[0],
        "family_latin": latin[1],
        "email": mail.lower(),
        "birth_date": day,
        "passport_number": "FA553259" if day else "",
    }
    return StagedRow("List", number, {key: value for key, value in fields.items() if value}, order_known=known)


PLACES = st.tuples(
    st.sampled_from(GIVEN + FAMILIES),
    st.sampled_from(FAMILIES + GIVEN),
    st.sampled_from((("", ""), ("Oleksandr", "Shevchenko"), ("Anna", "Kovalova"), ("", "Zupan"))),
    st.sampled_from(MAILS),
    st.booleans(),
    st.sampled_from(("", "1980-03-07", "1980-01-01", "1991-01-01", "1980", "2001-02-03")),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PLACES, min_size=1, max_size=8))
def test_the_neighbours_give_the_same_matches_as_everybody(
    crowd: Context, places: list[tuple[str, str, tuple[str, str], str, bool, str]]
) -> None:
    rows = [_row(number, *place) for number, place in enumerate(places, start=2)]
    with crowd.read() as view:
        near = known_people.neighbours(view, [row.facts() for row in rows])
        some, everybody = known_people.known_people(view, near), known_people.known_people(view)
    assert match_rows(rows, some) == match_rows(rows, everybody)
    assert list(match_rows(rows, some)) == match_with_care(rows, everybody)


def test_somebody_with_another_birth_date_is_not_loaded(crowd: Context) -> None:
    """Whom the birth date rules out is left in the data file, unless a row says nothing of its own."""
    born = [_row(2, "Matjaž", "Zupan", ("", ""), "", True, "2001-02-03").facts()]
    year = [_row(2, "Matjaž", "Zupan", ("", ""), "", True, "1980").facts()]
    with crowd.read() as view:
        near = known_people.known_people(view, known_people.neighbours(view, born))
        wide = known_people.known_people(view, known_people.neighbours(view, year))
    assert set(near.column("birth_date")) == {""}
    assert len(set(wide.column("birth_date"))) > 2
    assert len(near) < len(wide)


def test_every_pair_of_names_gives_the_same_matches(crowd: Context) -> None:
    with crowd.read() as view:
        everybody = known_people.known_people(view)
        found = 0
        for number, (given_name, family) in enumerate(product(GIVEN, FAMILIES), start=2):
            row = _row(number, given_name, family, ("", ""), "", True)
            near = set(known_people.neighbours(view, [row.facts()]))
            (match,) = match_rows([row], [person for person in everybody if person.ident in near])
            (whole,) = match_rows([row], everybody)
            assert match == whole, (given_name, family)
            found += whole.level is not Level.DIFFERENT
    assert found > 150, "most names have somebody on record"


def test_few_rows_against_many_people_load_few(crowd: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    row = _row(2, "Matjaž", "Zupan", ("", ""), "", True)
    monkeypatch.setattr(known_people, "_MANY", 100)
    with crowd.read() as view:
        everybody = known_people.known_people(view)
        some = known_people.who_may_be_meant(view, [row.facts()])
    assert 0 < len(some) < len(everybody) // 4
    assert match_rows([row], some) == match_rows([row], everybody)
    order = [person.ident for person in everybody]
    assert [person.ident for person in some] == sorted((person.ident for person in some), key=order.index)
