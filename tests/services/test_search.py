"""The search box over everything."""

from datetime import UTC, date, datetime

import pytest

from app.core.vocabulary import ActivityKind
from app.models.activities import Activity
from app.models.certificates import Certificate
from app.models.documents import Document
from app.services import organisations, partnerships, people, programmes, search
from app.services.context import Context
from app.services.partnerships import MemberDraft, PartnershipDraft


@pytest.fixture
def filled(context: Context) -> Context:
    """A programme with a pair of towns, a person in Cyrillic, a visit and a certificate."""
    with context.write("Fill") as work:
        programme = programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
        programmes.create(work, programmes.ProgrammeDraft(code="ICLD", title={"en": "Partnerships"}))
        first = organisations.create(
            work,
            organisations.OrganisationDraft(
                name={"en": "Zavodske City Council"}, aliases=(organisations.AliasDraft("Червонозаводське"),)
            ),
        )
        second = organisations.create(work, organisations.OrganisationDraft(name={"sl": "Občina Domžale"}))
        members = (MemberDraft(second), MemberDraft(first))
        partnerships.create(work, PartnershipDraft(programme, title="Pair", members=members))
        person = people.create(work, people.PersonDraft(given_name="Соломія", family_name="Їжакевич"))
        people.create(work, people.PersonDraft(given_name="100%", family_name="Under_score"))
        visit = Activity(
            programme_id=programme,
            code="CEP-UA-V01",
            kind=ActivityKind.MENTORING_VISIT,
            title={"en": "Three weeks"},
            search_text="cep-ua-v01 three weeks",
        )
        activity = work.add(visit)
        number = "CEP-UA-2023-0001"
        work.add(
            Certificate(
                programme_id=programme,
                activity_id=activity,
                person_id=person,
                number=number,
                year=2023,
                serial=1,
                issued_on=date(2023, 10, 27),
                holder="Соломія Їжакевич",
                search_text="cep-ua-2023-0001 solomiia yizhakevych",
            )
        )
    return context


def _found(context: Context, text: str, programme_id: str = "") -> list[tuple[str, str]]:
    with context.read() as view:
        return [(hit.kind, hit.title) for hit in search.find(view, text, programme_id)]


@pytest.mark.parametrize("text", ["Їжакевич", "yizhakevych", "ЇЖАКЕВИЧ Соломія", "solomiia yizh", "  Yizhakevych "])
def test_a_person_is_found_in_either_script(filled: Context, text: str) -> None:
    assert _found(filled, text)[0] == ("person", "Yizhakevych, Solomiia")


@pytest.mark.parametrize("text", ["червонозаводське", "chervonozavodske", "CHERVONO"])
def test_a_town_is_found_by_its_alias_and_its_partnership_with_it(filled: Context, text: str) -> None:
    assert _found(filled, text) == [("organisation", "Zavodske City Council"), ("partnership", "Pair")]


def test_words_of_two_members_find_their_partnership(filled: Context) -> None:
    assert _found(filled, "domzale zavodske") == [("partnership", "Pair")]


def test_a_whole_number_stands_first(filled: Context) -> None:
    with filled.read() as view:
        hits = search.find(view, "cep-ua-2023-0001")
    assert [(hit.kind, hit.code, hit.rank) for hit in hits] == [("certificate", "CEP-UA-2023-0001", 0)]
    assert _found(filled, "CEP-UA")[0] == ("programme", "Ukraine")


def test_signs_of_the_database_are_only_signs(filled: Context) -> None:
    assert _found(filled, "100%") == [("person", "Under_score, 100%")]
    assert _found(filled, "r_s") == [("person", "Under_score, 100%")]
    assert _found(filled, "%") == [("person", "Under_score, 100%")]
    assert _found(filled, "") == []
    assert _found(filled, "'; drop") == []


def test_a_programme_leaves_out_what_is_of_another(filled: Context) -> None:
    with filled.read() as view:
        other = next(row.id for row in programmes.list_rows(view) if row.code == "ICLD")
    assert ("activity", "Three weeks") in _found(filled, "three")
    assert _found(filled, "three", other) == []


def test_sections_lead_to_the_right_page(filled: Context) -> None:
    with filled.read() as view:
        sections = {hit.kind: hit.section for hit in search.find(view, "e", limit=20)}
    assert sections["activity"] == "visits"
    assert sections["organisation"] == "organisations"


def test_a_file_name_that_only_repeats_the_title_is_left_out(filled: Context) -> None:
    with filled.write("Kept") as work:
        for title, name in (("Badges en", "Badges en.pdf"), ("Badges signed", "scan0001.pdf")):
            made = datetime(2026, 11, 22, tzinfo=UTC)
            work.add(Document(title=title, file_name=name, made_at=made, search_text=title.lower()))
    with filled.read() as view:
        found = {hit.title: hit.subtitle for hit in search.find(view, "badges")}
    assert found == {"Badges en": "", "Badges signed": "scan0001.pdf"}
