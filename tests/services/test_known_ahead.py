"""Everybody read by names first and page by page gives the same matches as everybody read at once, only sooner."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import Cancelled, Refused
from app.core.ids import new_id
from app.core.progress import Token
from app.core.vocabulary import LatinSource, Sex
from app.importers import known_table
from app.importers.matching import match_rows
from app.importers.people_index import blocking_keys
from app.importers.staged import Outcome, StagedRow
from app.models.people import Person, PersonPosition
from app.services import imports, known_ahead, known_columns, known_people, organisations, programmes
from app.services.context import Context
from app.services.known_ahead import KnownAhead
from app.services.organisations import OrganisationDraft
from app.services.people import PersonDraft, column_values
from tests.importers.workbooks import xlsx

FAMILIES = ("Шевченко", "Shevchenko", "Гнатюк", "Hnatiuk", "Коваль", "Нечуй-Левицький", "Лі", "Щербак", "Zupan", "")
GIVEN = ("Олександр", "Oleksandr", "О.", "Наталія", "Natalia", "Юлія", "Matjaž", "Анна-Марія", "")
MAILS = ("", "", "a@example.org", "b@example.org", "rada@example.org")
DAYS = (None, date(1980, 3, 7), date(1980, 3, 7), date(1991, 1, 1))
PHONES = ("", "+380671234567", "+38640123456")
HEADINGS = ("Surname", "Given name", "Date of birth", "E-mail", "Phone", "Organisation", "Position", "Languages")


def _draft(chance: random.Random, number: int) -> PersonDraft:
    latin = chance.random() < 0.3
    return PersonDraft(
        code=f"P-{number:05d}",
        given_name=chance.choice(GIVEN),
        family_name=chance.choice(FAMILIES),
        patronymic=chance.choice(("", "Іванович", "Петрович")),
        given_latin=chance.choice(("Oleksandr", "Anna", "")) if latin else "",
        family_latin=chance.choice(("Gnatiuk", "Kovalova", "")) if latin else "",
        latin_source=chance.choice(list(LatinSource)) if latin else LatinSource.NONE,
        sex=chance.choice(list(Sex)),
        languages=chance.choice(((), ("en",), ("uk", "en"))),
        email=chance.choice(MAILS),
        other_email=chance.choice(("", "", "", "other@example.org")),
        phone=chance.choice(PHONES),
        birth_date=chance.choice(DAYS),
        passport_number=chance.choice(("", "FA553259")),
        passport_expiry=chance.choice((None, date(2031, 5, 5))),
        notes=chance.choice(("", "приїде потягом")),
    )


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """150 people, written in another order than that of their codes; posts of half of them, two main ones of a few."""
    chance = random.Random(11)
    context = Context.open(tmp_path_factory.mktemp("crowd") / "crowd.mdesk")
    numbers = list(range(150))
    chance.shuffle(numbers)
    with context.write("Crowd") as work:
        town = organisations.create(work, OrganisationDraft(name={"uk": "Львів", "en": "Lviv"}, country="UA"))
        idents = {number: new_id() for number in numbers}
        drafts = [column_values(_draft(chance, number), idents[number]) for number in numbers]
        work.insert_many(Person, drafts)
        posts = [
            {"id": new_id(), "person_id": idents[number], "organisation_id": place, "title": title, "main": True}
            for number in numbers[::2]
            for place, title in ((town, "староста"), (None, "депутат"))[: 1 + (number % 10 == 0)]
        ]
        work.insert_many(PersonPosition, posts)
        programmes.create(work, programmes.ProgrammeDraft(code="CEP", title={"en": "C"}))
    yield context
    context.changed = False
    context.close()


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of eight people, read by four, so that a crowd has many and the last one is not full.

    Of a page of which more than two people are asked for, all are read.
    """
    monkeypatch.setattr(known_columns, "FETCHED", 4)
    monkeypatch.setattr(known_ahead, "_PAGE", 8)
    monkeypatch.setattr(known_table, "_FEW", 2)


@pytest.mark.usefixtures("small_pages")
def test_page_by_page_it_is_everybody(crowd: Context) -> None:
    with crowd.read() as view:
        expected, found = known_people.known_people(view), KnownAhead(view).people()
        assert found[149] == expected[149], "somebody of the last page alone"
        assert list(found) == list(expected)
        by_columns = KnownAhead(view).people()
        for name in ("phone", "organisation", "position", "languages", "gender", "given_latin", "email"):
            assert list(by_columns.column(name)) == list(expected.column(name)), name
    assert len({person.fields["position"] for person in expected}) > 1


PLACES = st.tuples(
    st.sampled_from(GIVEN), st.sampled_from(FAMILIES), st.sampled_from(MAILS), st.sampled_from(PHONES),
    st.sampled_from(("", "1980-03-07", "1991-01-01", "2001-02-03", "1980")), st.sampled_from(("", "FA553259")),
    st.sampled_from(("", "Lviv", "Львів", "Celje")), st.sampled_from(("", "Іванович", "Петрович")),
)  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PLACES, max_size=8), st.booleans())
@pytest.mark.usefixtures("small_pages")
def test_the_matches_are_those_of_everybody(
    crowd: Context, places: list[tuple[str, str, str, str, str, str, str, str]], faces_first: bool
) -> None:
    names = ("given_name", "family_name", "email", "phone", "birth_date", "passport_number", "organisation")
    fields = (*names, "patronymic")
    rows = [
        StagedRow("List", number, {name: text for name, text in zip(fields, place, strict=True) if text})
        for number, place in enumerate(places, start=2)
    ]
    with crowd.read() as view:
        expected, found = known_people.known_people(view), KnownAhead(view).people()
        if faces_first:
            found.faces()
        assert match_rows(rows, found) == match_rows(rows, expected)


@pytest.mark.usefixtures("small_pages")
def test_of_people_who_are_new_nothing_more_is_read(crowd: Context) -> None:
    new = StagedRow("List", 2, {"given_name": "Špela", "family_name": "Öberg", "birth_date": "1999-09-09"})
    with crowd.read() as view:
        people = KnownAhead(view).people()
        here = next(n for n, one in enumerate(known_people.known_people(view)) if one.fields["phone"] and n > 8)
        assert [match.outcome for match in match_rows([new], people)] == [Outcome.NEW]
        assert set(people.held("phone")) == {""}
        assert people[here].fields["phone"] != ""
        assert [number for number, text in enumerate(people.held("phone")) if text] == [here], "of few only they are"
        people.need(range(here // 8 * 8, here // 8 * 8 + 3))
        filled = [number for number, text in enumerate(people.held("phone")) if text]
    assert len(filled) > 1
    assert {number // 8 for number in filled} == {here // 8}
    assert blocking_keys(new.facts()), "the new one is somebody who could be found"


def _sheet(path: Path, crowd: Context) -> Path:
    """A list in which every third of the crowd stands, some with changes, and as many new people."""
    with crowd.read() as view:
        known = list(known_people.known_people(view))[::3]
    rows = [
        (
            *(one.fields["family_name"], one.fields["given_name"], one.fields["birth_date"], one.fields["email"]),
            *("+380509998877" if number % 4 == 1 else one.fields["phone"], one.fields["organisation"], "", ""),
        )
        for number, one in enumerate(known)
    ]
    new = [("Novak", f"Ana{number}", "1999-09-09", f"{number}@novak.example", "", "", "", "") for number in range(50)]
    return xlsx(path, HEADINGS, *rows, *new)


@pytest.mark.usefixtures("small_pages")
def test_reading_and_planning_in_one_go_gives_the_same_plan(
    crowd: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _sheet(tmp_path / "list.xlsx", crowd)
    with crowd.read() as view:
        target = imports.target_of(view, "CEP")
        workbook = imports.read_file(path)
        apart = imports.plan(view, workbook, target)
        # As if there were very many people, and the file large.
        monkeypatch.setattr(known_people, "_MANY", 10)
        monkeypatch.setattr(imports, "_BYTES_A_ROW", 10)
        again, together = imports.read_and_plan(view, path, target)
        ahead = KnownAhead(view)
        next(ahead.steps())
        broken_off = imports.plan(view, workbook, target, ahead=ahead)
    assert again == workbook
    for other in (together, broken_off):
        assert (other.matches, other.staged) == (apart.matches, apart.staged)
    assert len({match.outcome for match in apart.matches}) > 2


def test_what_is_refused_or_stopped_is_so_in_one_go_as_well(
    crowd: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_people, "_MANY", 10)
    monkeypatch.setattr(imports, "_BYTES_A_ROW", 1)
    damaged = tmp_path / "list.xlsx"
    damaged.write_bytes(_sheet(tmp_path / "whole.xlsx", crowd).read_bytes()[:4_000])
    stopped = Token()
    stopped.cancel()
    with crowd.read() as view:
        target = imports.target_of(view, "CEP")
        with pytest.raises(Refused) as refusal:
            imports.read_and_plan(view, damaged, target)
        assert refusal.value.code == "import_damaged"
        with pytest.raises(Refused) as refusal:
            imports.read_and_plan(view, tmp_path / "nowhere.xlsx", target)
        assert refusal.value.code == "import_missing"
        with pytest.raises(Cancelled):
            imports.read_and_plan(view, tmp_path / "whole.xlsx", target, token=stopped)
