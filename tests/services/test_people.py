"""People: names, the list, the draft, participations, merging."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.core.dates import PartialDate
from app.core.errors import Conflict, Invalid, Refused
from app.core.vocabulary import (
    ActivityKind,
    ActivityStatus,
    LatinSource,
    ParticipationRole,
    Presence,
    Sex,
)
from app.models.activities import Activity, Participation
from app.models.agendas import Session, SessionPerson
from app.models.attendance import Attendance
from app.models.certificates import Certificate
from app.services import (
    known_people,
    organisations,
    people,
    people_list,
    people_merging,
    people_record,
    programmes,
)
from app.services.context import Context
from app.services.people import ConsentDraft, PersonDraft, PositionDraft
from app.storage.work import Work
from tests.dump import dump

OKSANA = PersonDraft(
    given_name="Оксана",
    family_name="Гнатюк",
    patronymic="Володимирівна",
    sex=Sex.FEMALE,
    country="UA",
    email="oksana@zavodske.gov.ua",
)


def _programme(work: Work, code: str = "CEP-UA") -> str:
    return programmes.create(work, programmes.ProgrammeDraft(code=code, title={"en": code}))


def _visit(work: Work, programme_id: str, code: str, day: str) -> str:
    return work.add(
        Activity(
            programme_id=programme_id,
            code=code,
            kind=ActivityKind.MENTORING_VISIT,
            status=ActivityStatus.TOOK_PLACE,
            title={"en": f"Visit {code}"},
            start=PartialDate.parse(day),
            end=PartialDate.parse(day),
        )
    )


def _joins(work: Work, activity_id: str, person_id: str, role: ParticipationRole = ParticipationRole.MENTEE) -> str:
    return work.add(Participation(activity_id=activity_id, person_id=person_id, role=role))


def test_a_ukrainian_name_gets_a_latin_spelling_and_keys(context: Context) -> None:
    with context.write("New") as work:
        ident = people.create(work, OKSANA)
    with context.read() as view:
        draft = people.load(view, ident)
        row = people_list.list_rows(view)[0]
    assert (draft.code, draft.given_latin, draft.family_latin) == ("P-00001", "Oksana", "Hnatiuk")
    assert draft.latin_source is LatinSource.GENERATED
    assert (row.name_latin, row.native_name) == ("Hnatiuk, Oksana", "Гнатюк Оксана Володимирівна")
    assert not row.latin_confirmed
    assert "hnatiuk" in row.search_text


def test_what_the_program_made_follows_the_name_until_somebody_typed_it(context: Context) -> None:
    with context.write("New") as work:
        ident = people.create(work, OKSANA)
    with context.write("Rename") as work:
        people.save(work, ident, replace(people.load(work, ident), family_name="Коваль"))
        assert people.load(work, ident).family_latin == "Koval"
    with context.write("Type") as work:
        people.save(work, ident, replace(people.load(work, ident), family_latin="Kowal"))
        assert people.load(work, ident).latin_source is LatinSource.TYPED
    with context.write("Rename again") as work:
        people.save(work, ident, replace(people.load(work, ident), family_name="Гнатюк"))
        kept = people.load(work, ident)
    assert (kept.family_latin, kept.latin_source) == ("Kowal", LatinSource.TYPED)


def test_a_passport_spelling_is_never_overwritten(context: Context) -> None:
    draft = replace(OKSANA, given_latin="Oxana", family_latin="Gnatyuk", latin_source=LatinSource.PASSPORT)
    with context.write("New") as work:
        ident = people.create(work, draft)
        people.save(work, ident, replace(people.load(work, ident), given_name="Оксанка"))
        kept = people.load(work, ident)
    assert (kept.given_latin, kept.family_latin, kept.latin_source) == ("Oxana", "Gnatyuk", LatinSource.PASSPORT)


@pytest.mark.parametrize(
    ("draft", "latin"),
    [
        (PersonDraft(given_name="Irena", family_name="Kovač", country="SI"), ("", "")),
        (PersonDraft(given_name="Марко", family_name="Петровски", country="MK"), ("", "")),
        (PersonDraft(given_name="Ђорђе", family_name="Јовић"), ("", "")),
        (PersonDraft(given_name="Соломія", family_name="Їжакевич"), ("Solomiia", "Yizhakevych")),
    ],
)
def test_only_ukrainian_names_are_read_by_the_table(draft: PersonDraft, latin: tuple[str, str]) -> None:
    settled = people.with_latin(draft)
    assert (settled.given_latin, settled.family_latin) == latin


def test_spellings_of_one_name_have_one_key() -> None:
    assert people.keys_of(OKSANA) == people.keys_of(PersonDraft(given_name="Oksana", family_name="Hnatyuk"))


def test_what_is_wrong_with_a_draft() -> None:
    wrong = PersonDraft(
        given_latin="Oкsana",
        email="somewhere",
        country="Ukraine",
        birth_date=date(1790, 1, 1),
        passport_expiry=date(2020, 1, 1),
        positions=(PositionDraft(), PositionDraft(start=PartialDate.parse("2024"), end=PartialDate.parse("2023"))),
        consents=(ConsentDraft(purpose="dance"),),
    )
    found = {(problem.field, problem.code) for problem in people.check(wrong, date(2026, 1, 1))}
    assert found == {
        ("given_latin", "latin_has_cyrillic"),
        ("email", "email_wrong"),
        ("country", "country_unknown"),
        ("birth_date", "birth_date_unlikely"),
        ("passport_expiry", "passport_expired"),
        ("positions", "main_position_twice"),
        ("positions", "period_reversed"),
        ("consents", "consent_unknown"),
    }
    assert [problem.code for problem in people.check(PersonDraft())] == ["person_name_missing"]


def test_positions_and_consents_are_kept_and_taken_back(
    context: Context, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    with context.write("New") as work:
        town = organisations.create(work, organisations.OrganisationDraft(name={"en": "Zavodske City Council"}))
        ident = people.create(work, OKSANA)
    draft = replace(
        OKSANA,
        positions=(PositionDraft(town, "секретар", "secretary"), PositionDraft(title="teacher", main=False)),
        consents=(ConsentDraft("photo", "given"),),
    )
    undoable(lambda work: people.save(work, ident, draft))
    with context.read() as view:
        kept = people.load(view, ident)
        row = people_list.list_rows(view)[0]
    assert [position.title for position in kept.positions] == ["секретар", "teacher"]
    assert (row.organisation, row.position, row.photo_consent) == ("Zavodske City Council", "secretary", True)
    undoable(lambda work: people.save(work, ident, replace(kept, positions=kept.positions[1:], consents=())))
    undoable(lambda work: people.delete(work, ident))


def test_an_older_draft_meets_a_conflict(context: Context) -> None:
    with context.write("New") as work:
        ident = people.create(work, OKSANA)
        old = people.load(work, ident)
    with context.write("First") as work:
        people.save(work, ident, replace(old, diet="no fish"))
    with pytest.raises(Conflict), context.write("Second") as work:
        people.save(work, ident, replace(old, diet="no meat"))


def test_the_list_of_a_programme(context: Context) -> None:
    with context.write("New") as work:
        ours, theirs = _programme(work), _programme(work, "ICLD")
        mentee = people.create(work, OKSANA)
        elsewhere = people.create(work, PersonDraft(given_name="Anders", family_name="Öberg"))
        people.create(work, PersonDraft(given_name="Špela", family_name="Novak"))
        _joins(work, _visit(work, ours, "V1", "2023-10-09"), mentee)
        _joins(work, _visit(work, ours, "V2", "2030-01-01"), mentee, ParticipationRole.POLITICIAN)
        _joins(work, _visit(work, theirs, "V3", "2024-05-05"), elsewhere, ParticipationRole.MENTOR)
        _joins(work, _visit(work, theirs, "V4", "2025-05-05"), mentee, ParticipationRole.SPEAKER)
    with context.read() as view:
        rows = people_list.list_rows(view, ours, date(2026, 1, 1))
        everybody = people_list.list_rows(view, "", date(2026, 1, 1))
    assert [row.name_latin for row in rows] == ["Hnatiuk, Oksana", "Novak, Špela"]
    assert rows[0].roles == (ParticipationRole.MENTEE, ParticipationRole.POLITICIAN)
    assert str(rows[0].last_activity) == "2023-10-09"
    assert [row.name_latin for row in everybody] == ["Hnatiuk, Oksana", "Novak, Špela", "Öberg, Anders"]
    assert str(everybody[0].last_activity) == "2025-05-05"
    assert people_list.counts(everybody) == people_list.PeopleCounts(3, 1, 1, 0, 3)


def test_the_list_asks_the_same_number_of_questions(
    context: Context, statements: Callable[[Callable[[], object]], int]
) -> None:
    def listing() -> None:
        with context.read() as view:
            people_list.list_rows(view)
            known_people.known_people(view)

    with context.write("One") as work:
        people.create(work, OKSANA)
    few = statements(listing)
    with context.write("Many") as work:
        visit = _visit(work, _programme(work), "V1", "2023-10-09")
        for number in range(12):
            _joins(work, visit, people.create(work, PersonDraft(family_name=f"Name{number}")))
    assert statements(listing) == few


def test_participations_and_duties_of_a_person(context: Context) -> None:
    with context.write("New") as work:
        visit = _visit(work, _programme(work), "CEP-UA-V01", "2023-10-09")
        ident = people.create(work, OKSANA)
        _joins(work, visit, ident)
        session = work.add(_session(visit))
        work.add(SessionPerson(session_id=session, person_id=ident))
    with context.read() as view:
        rows = people_record.participations(view, ident)
    assert [(row.code, row.title, row.role) for row in rows] == [
        ("CEP-UA-V01", "Visit CEP-UA-V01", ParticipationRole.MENTEE),
        ("CEP-UA-V01", "Visit CEP-UA-V01", ParticipationRole.SPEAKER),
    ]


def _session(activity_id: str) -> Session:
    from datetime import datetime

    return Session(
        activity_id=activity_id, starts_at=datetime(2023, 10, 9, 9, 0), ends_at=datetime(2023, 10, 9, 10, 30)
    )


def _two_of_one(work: Work) -> tuple[str, str, str, str]:
    """Two records of one person with everything that can hang on them: ids of both, of a visit and of a session."""
    programme = _programme(work)
    visit = _visit(work, programme, "V1", "2023-10-09")
    session = work.add(_session(visit))
    keep = people.create(work, OKSANA)
    town = organisations.create(work, organisations.OrganisationDraft(name={"en": "Zavodske"}))
    other = people.create(
        work,
        PersonDraft(
            given_name="Oksana",
            family_name="Hnatyuk",
            phone="+380501234567",
            email="other@example.org",
            positions=(PositionDraft(town, "mayor"),),
            consents=(ConsentDraft("photo", "given"),),
        ),
    )
    for person in (keep, other):
        _joins(work, visit, person)
        work.add(SessionPerson(session_id=session, person_id=person))
    work.add(Attendance(activity_id=visit, session_id=session, person_id=keep, presence=Presence.ABSENT))
    work.add(Attendance(activity_id=visit, session_id=session, person_id=other, presence=Presence.PRESENT))
    work.add(
        Certificate(
            programme_id=programme,
            activity_id=visit,
            person_id=other,
            number="CEP-UA-2023-0001",
            year=2023,
            serial=1,
            issued_on=date(2023, 10, 27),
        )
    )
    return keep, other, visit, session


def test_merging_moves_everything_and_can_be_taken_back(
    context: Context, undoable: Callable[[Callable[[Work], object]], None]
) -> None:
    with context.write("New") as work:
        keep, other, visit, _session_id = _two_of_one(work)
    with context.read() as view:
        told = {item.field: item.proposed for item in people_merging.differences(view, keep, other)}
    assert told["phone"] == "other"
    assert told["email"] == "keep"
    undoable(lambda work: people_merging.merge(work, keep, other, {"email": "other"}))
    content = dump(context)
    assert [row["id"] for row in content["person"]] == [keep]
    merged = content["person"][0]
    assert (merged["family_name"], merged["phone"], merged["email"]) == ("Гнатюк", "+380501234567", "other@example.org")
    assert [(row["activity_id"], row["person_id"]) for row in content["participation"]] == [(visit, keep)]
    assert [(row["person_id"], row["presence"]) for row in content["attendance"]] == [(keep, "present")]
    assert [row["person_id"] for row in content["session_person"]] == [keep]
    assert [row["person_id"] for row in content["certificate"]] == [keep]
    assert [row["person_id"] for row in content["person_position"]] == [keep]
    assert [row["person_id"] for row in content["consent"]] == [keep]
    with context.read() as view:
        assert [row.number for row in people_record.certificates(view, keep)] == ["CEP-UA-2023-0001"]


def test_nobody_is_merged_with_oneself(context: Context) -> None:
    with context.write("New") as work:
        ident = people.create(work, OKSANA)
    with pytest.raises(Refused) as told, context.write("Merge") as work:
        people_merging.merge(work, ident, ident)
    assert told.value.code == "merge_same"


def test_a_declined_pair_is_remembered_once(context: Context) -> None:
    with context.write("New") as work:
        first, second = people.create(work, OKSANA), people.create(work, OKSANA)
        people_merging.decline_match(work, second, first)
        people_merging.decline_match(work, first, second)
        assert people_merging.declined_pairs(work) == {tuple(sorted((first, second)))}
        people_merging.merge(work, first, second)
        assert not people_merging.declined_pairs(work)


def test_who_holds_a_certificate_stays(context: Context) -> None:
    with context.write("New") as work:
        _keep, other, _visit_id, _session_id = _two_of_one(work)
    with pytest.raises(Refused) as told, context.write("Delete") as work:
        people.delete(work, other)
    assert told.value.code == "needed_elsewhere"


def test_what_the_import_compares(context: Context) -> None:
    with context.write("New") as work:
        town = organisations.create(
            work, organisations.OrganisationDraft(name={"en": "Zavodske", "uk": "Заводське"}, country="UA")
        )
        people.create(work, replace(OKSANA, birth_date=date(1980, 2, 3), positions=(PositionDraft(town, "секретар"),)))
        (known,) = known_people.known_people(work)
    assert known.fields["organisation"] == "Заводське"
    assert known.fields["birth_date"] == "1980-02-03"
    assert known.fields["position"] == "секретар"
    assert known.latin_source is LatinSource.GENERATED


def test_a_draft_without_a_name_is_refused(context: Context) -> None:
    with pytest.raises(Invalid), context.write("New") as work:
        people.create(work, PersonDraft(email="a@b.si"))
