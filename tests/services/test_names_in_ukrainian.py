"""AG-13: in Ukrainian text Cyrillic is for citizens of Ukraine; all others stand in the spelling of their passport."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.names import NameForm, PersonName, display, native_list
from app.core.transliteration import called_in_cyrillic
from app.core.vocabulary import ParticipationRole
from app.models.certificates import Certificate
from app.models.people import Person
from app.services import attendance, certificates, paper_parts, participations, printing
from app.services.certificates import IssueOptions
from app.services.context import Context
from app.services.printing import Paper, PaperOptions
from tests.documents.paper_reading import text
from tests.services.programme_of_visits import Town, build, item


@pytest.mark.parametrize(
    ("name", "country", "employer", "expected"),
    [
        ("Олена Гриценко", "UA", "", True),
        ("Олена Гриценко", "", "", True),
        ("Наталія Їжакевич", "", "BA", True),  # Ukrainian letters go before the employer
        ("Олена Гриценко", "SI", "", False),  # a citizen of Slovenia
        ("Јелена Петровић", "", "", False),  # Serbian letters
        ("Марина Попова", "RS", "", False),
        ("Марина Попова", "", "RS", False),
        ("Марина Попова", "", "SI", True),  # nothing tells: the programme's own people
        ("Марина Попова", "UA", "RS", True),
        ("Георги Иванов", "BG", "", False),
        ("Ѓорѓи Ивановски", "", "", False),
        ("Артём Иванов", "", "UA", True),
        ("Артём Объедков", "", "", False),
    ],
)
def test_who_is_called_in_cyrillic(name: str, country: str, employer: str, expected: bool) -> None:
    assert called_in_cyrillic(name, country, employer) is expected


def test_lists_and_sentences_of_the_window_too() -> None:
    serbian = PersonName("Јелена", "Петровић", "", "Jelena", "Petrović", country="RS")
    assert display(serbian, "uk") == "Jelena Petrović"
    assert display(serbian, "uk", NameForm.LIST) == "Petrović, Jelena"
    assert display(serbian, "sr") == "Јелена Петровић"
    assert native_list(serbian) == "Петровић Јелена", "at home it is written so"
    ukrainian = PersonName("Олена", "Гриценко", "Іванівна", country="UA")
    assert display(ukrainian, "uk", NameForm.LIST) == "Гриценко Олена Іванівна"
    assert display(ukrainian, "sv") == "Olena Hrytsenko"
    bulgarian = PersonName("Георги", "Христов", country="BG")
    assert display(bulgarian, "uk") == "Georgi Hristov", "by the habit of its own alphabet"


@given(
    st.text(alphabet="АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЬЮЯабвгдежзиклмнопрстуфхцчшщьюяіїєґјљњђћџ", min_size=1),
    st.text(max_size=2),
)
def test_a_country_decides_alone(name: str, country: str) -> None:
    if country:
        assert called_in_cyrillic(name, country) is (country == "UA")
        assert called_in_cyrillic(name, country, "UA") is (country == "UA")


@pytest.fixture
def town(context: Context) -> Town:
    made = build(context)
    with context.write("Guests from Niš") as work:
        item(work, made.visit, 9, "9:00", "13:00")
        guest = work.add(
            Person(
                code="P-00020",
                given_name="Јелена",
                family_name="Петровић",
                given_latin="Jelena",
                family_latin="Petrović",
                country="RS",
            )
        )
        participations.add(work, made.visit, [guest], ParticipationRole.MENTEE)
    return made


def _printed(context: Context, town: Town, paper: Paper, **options: object) -> str:
    with context.read() as view:
        given = PaperOptions("uk", **options)  # type: ignore[arg-type]
        return text(printing.make(view, paper, town.visit, given).content)


def test_papers_in_ukrainian(context: Context, town: Town) -> None:
    for paper in (Paper.PARTICIPANTS, Paper.SIGN_IN, Paper.NAME_TENTS):
        told = _printed(context, town, paper)
        assert "Петровић" not in told, paper
        assert "Petrović" in told, paper
        assert "Їжакевич" in told, paper
    badges = _printed(context, town, Paper.BADGES)
    assert "Petrović" in badges
    assert "Јелена Петровић" in badges, "the form of home stands small below, as on all badges"
    with context.read() as view:
        english = text(printing.make(view, Paper.BADGES, town.visit, PaperOptions("en")).content)
    assert "Јелена Петровић" in english


def test_a_certificate_in_ukrainian_and_one_issued_before_the_country_was_kept(context: Context, town: Town) -> None:
    with context.write("Certificates") as work:
        person = work.session.query(Person).filter(Person.code == "P-00020").one()
        options = IssueOptions(issued_on=date(2023, 10, 30), language="uk", place="Niš")
        attendance.mark_all_present(work, town.visit)
        [ident] = certificates.issue(work, town.visit, [person.id], options)
    assert "Jelena Petrović" in _printed(context, town, Paper.CERTIFICATES, certificate_ids=(ident,))
    with context.write("As an earlier program kept it") as work:
        row = work.session.get(Certificate, ident)
        assert row is not None
        person_parts = {name: value for name, value in row.snapshot["person"].items() if name != "country"}
        row.snapshot = {**row.snapshot, "person": person_parts}
    assert "Јелена Петровић" in _printed(context, town, Paper.CERTIFICATES, certificate_ids=(ident,))


def test_a_name_of_a_snapshot_goes_by_country_then_employer() -> None:
    plain = {"given": "Марина", "family": "Попова", "country": "", "organisation": {"country": "RS"}}
    assert paper_parts.name_from_plain(plain).shown("uk") == "Marina Popova"
    assert paper_parts.name_from_plain({**plain, "country": "UA"}).shown("uk") == "Марина Попова"
    del plain["country"]
    assert paper_parts.name_from_plain(plain).shown("uk") == "Марина Попова", "as it was printed then"
