"""The papers of an agenda from a real data file: versions and drafts, run-sheet, single people, interpreter pack."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.core.errors import Cancelled, NotFound, Refused
from app.core.progress import Token
from app.core.vocabulary import SessionKind
from app.models.activities import Activity, Participation, Visit
from app.models.agendas import AgendaDay, Session
from app.models.people import Person
from app.services import (
    agenda_paper,
    agenda_versions,
    agendas,
    glossary,
    main_job,
    people_papers,
    print_facts,
    printing,
    records,
    sample,
)
from app.services.context import Context
from app.services.printing import Paper, PaperOptions
from app.storage.work import View
from tests.documents.paper_reading import pages_text, text
from tests.services import verbs_ground


@pytest.fixture(scope="module")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("agenda") / "s.mdesk"
    context = Context.open(path)
    main_job.make_sample(context)
    verbs_ground.close(context)
    return path


@pytest.fixture
def made(built_sample: Path, tmp_path: Path) -> Iterator[Context]:
    opened = verbs_ground.copy(built_sample, tmp_path)
    yield opened
    verbs_ground.close(opened)


def _visit(view: View) -> str:
    return records.by_code(view, Activity, sample.VISIT).id


def _sessions(view: View) -> list[str]:
    rows = view.session.query(Session).filter(Session.activity_id == _visit(view)).order_by(Session.starts_at)
    return [row.id for row in rows]


def _agenda(context: Context, **options: object) -> str:
    with context.read() as view:
        given = PaperOptions(**options)  # type: ignore[arg-type]
        return text(printing.make(view, Paper.AGENDA, _visit(view), given).content)


def _change(context: Context, place: int, **values: object) -> None:
    with context.read() as view:
        ident = _sessions(view)[place]
        draft = agendas.load(view, ident)
    with context.write("Change") as work:
        agendas.save(work, ident, replace(draft, **values))  # type: ignore[arg-type]


def _draft(context: Context) -> tuple[str, str]:
    """The number by the paper and by the print page."""
    with context.read() as view:
        visit = _visit(view)
        version = agenda_paper.source(view, visit).version
        return version.number if version.draft else "", print_facts.facts(view, visit).draft


def test_paper_and_print_page_tell_the_same_number(made: Context) -> None:
    """AR-1: 0.1 until it is issued, nothing while it stands as issued, then the number that it will get."""
    assert _draft(made) == ("0.1", "0.1")
    assert "Draft – Version 0.1" in _agenda(made)
    with made.write("Issue") as work:
        assert agenda_versions.issue(work, _visit(work)) == "1.0"
    assert _draft(made) == ("", "")
    assert "Draft – " not in _agenda(made)
    _change(made, 2, title={"en": "Something else"})
    assert _draft(made) == ("1.1", "1.1")
    assert "Draft – Version 1.1 – replaces version 1.0" in _agenda(made)


def test_what_stands_around_the_items_makes_a_draft_too(made: Context) -> None:
    with made.write("Issue") as work:
        agenda_versions.issue(work, _visit(work))
    with made.write("Hotel") as work:
        row = work.session.query(Visit).filter(Visit.activity_id == _visit(work)).one()
        row.accommodation = {"en": "Hotel Ambient"}
    assert _draft(made) == ("1.1", "1.1")
    assert "Hotel Ambient" in _agenda(made)
    with made.read() as view:
        [version] = agenda_versions.list_rows(view, _visit(view))
    assert "Hotel Ambient" not in _agenda(made, version_id=version.id)


def test_somebody_who_comes_later_changes_no_issued_agenda(made: Context) -> None:
    with made.write("Issue") as work:
        agenda_versions.issue(work, _visit(work))
    before = _agenda(made)
    with made.write("One less") as work:
        work.session.query(Participation).filter(
            Participation.activity_id == _visit(work), Participation.role == "mentee"
        ).first().cancelled = True
    assert _agenda(made) == before


def test_an_agenda_issued_before_snapshots_held_the_visit_is_not_changed(made: Context) -> None:
    """Snapshots of older programs lack what was added since; that is no change of the agenda."""
    with made.write("Issue") as work:
        agenda_versions.issue(work, _visit(work))
        row = work.session.query(agenda_versions.AgendaVersion).one()
        older = ("visit", "group", "country", "changed_by")
        row.snapshot = {name: value for name, value in row.snapshot.items() if name not in older}
    assert _draft(made) == ("", "")
    assert "Programme of the mentoring visit" in _agenda(made)


def test_changes_are_marked_and_listed_with_was_is_reason_and_who(made: Context) -> None:
    with made.write("Issue") as work:
        agenda_versions.issue(work, _visit(work))
    with made.read() as view:
        start = agendas.load(view, _sessions(view)[1]).starts_at
        gone = _sessions(view)[7]
    _change(made, 4, title={"en": "Risks & <b>needs</b>"}, venue={"en": "Room 9"})
    _change(made, 6, cancelled=True)
    with made.write("Delete") as work:
        agendas.delete(work, gone)
    with made.write("Issue") as work:
        assert agenda_versions.issue(work, _visit(work), "Room is under repair") == "1.1"
    whole = _agenda(made)
    assert "CHANGED" in whole
    assert whole.count("CANCELLED") == 2
    listed = whole[whole.index("Changes since the version before") :]
    assert "Title: Risks & <b>needs</b> Venue: Room 9" in listed
    assert "Title: Zavodske: the community, its risks and needs" in listed
    assert "Room is under repair" in listed
    assert made.who in listed
    assert start.year == 2023
    with made.read() as view:
        first = agenda_versions.list_rows(view, _visit(view))[0]
    assert "Changes since" not in _agenda(made, version_id=first.id)
    with made.read() as view, pytest.raises(NotFound):
        printing.make(view, Paper.AGENDA, _visit(view), PaperOptions(version_id="0" * 32))


def test_the_head_tells_the_dates_of_the_activity_and_travel_apart(made: Context) -> None:
    with made.write("Travel") as work:
        activity = records.by_code(work, Activity, sample.VISIT)
        activity.start, activity.end = (
            type(activity.start).parse("2023-10-08"),
            type(activity.end).parse("2023-10-28"),
        )
        for day, kind in ((date(2023, 10, 8), "arrival"), (date(2023, 10, 28), "departure")):
            work.add(AgendaDay(activity_id=activity.id, day=day, travel=kind))
    whole = _agenda(made)
    assert "8–28 October 2023 (15 working days); arrival 8 October, departure 28 October" in whole
    assert "Arrival day – Sunday, 8 October 2023" in whole
    assert "Day 1 – Monday, 9 October 2023" in whole


def test_some_days_only(made: Context) -> None:
    whole = _agenda(made, days=(date(2023, 10, 10),))
    assert "Day 2 – Tuesday, 10 October 2023" in whole
    assert "Day 1 –" not in whole
    with made.read() as view, pytest.raises(Refused) as refused:
        printing.make(view, Paper.AGENDA, _visit(view), PaperOptions(days=(date(2030, 1, 1),)))
    assert refused.value.code == "paper_no_days"


@pytest.mark.parametrize("layout", ["a", "b", "c"])
def test_the_three_layouts_of_two_languages(made: Context, layout: str) -> None:
    whole = _agenda(made, language="en", second="uk", layout=layout)
    for part in ("Welcome and opening of the visit", "Вітальне слово та відкриття візиту"):
        assert part in whole
    assert ("Час Time" in whole) is False
    assert ("Page 1 /" in whole) is (layout == "c")


def test_the_run_sheet_has_phones_numbers_and_diets(made: Context) -> None:
    with made.read() as view:
        visit = _visit(view)
        pages = pages_text(printing.make(view, Paper.RUN_SHEET, visit, PaperOptions()).content)
        there = people_papers.takings(view, visit, "en")
        guests = sum(not one.staff for one in there)
    first = " ".join(pages[0].split())
    assert "Internal – not for distribution" in first
    assert f"Guests: {guests} · Hosts and staff: {len(there) - guests}" in first
    assert "+386 31 905 035" in first
    assert "Diets: без глютену (2)" in first
    assert sum("Monday, 9 October 2023" in page for page in pages) == 2, "the day and its continuation"
    assert "Led by: Ms Špela Šuštar, +386 31 993 869" in first


def test_the_numbers_of_a_run_sheet_follow_arrival_and_departure(made: Context) -> None:
    with made.write("Late") as work:
        row = (
            work.session.query(Participation)
            .filter(Participation.activity_id == _visit(work), Participation.role == "mentee")
            .first()
        )
        row.arrival = date(2023, 10, 10)
        work.session.get(Person, row.person_id).access_needs = "wheelchair"
    with made.read() as view:
        given = PaperOptions(days=(date(2023, 10, 9), date(2023, 10, 10)))
        whole = text(printing.make(view, Paper.RUN_SHEET, _visit(view), given).content)
    assert "Guests: 11 ·" in whole
    assert "Guests: 12 ·" in whole
    assert "Arriving:" in whole
    assert "– wheelchair" in whole


def test_agendas_of_single_people_hold_what_they_are_expected_at(made: Context) -> None:
    with made.read() as view:
        visit = _visit(view)
        people = {
            one.person.family_latin or one.person.family_name: one for one in people_papers.takings(view, visit, "en")
        }
        leaving = next(one for one in people.values() if one.participation.departure == date(2023, 10, 22))
        given = PaperOptions(person_ids=(leaving.person.id,))
        whole = text(printing.make(view, Paper.PERSONAL_AGENDA, visit, given).content)
        assert "20 October 2023" in whole
        assert "23 October 2023" not in whole, "the days after the departure are not theirs"
        mayor = people["Žagar"]
        assert mayor.staff
        given = PaperOptions(person_ids=(mayor.person.id,))
        told = text(printing.make(view, Paper.PERSONAL_AGENDA, visit, given).content)
    assert "Welcome and opening of the visit You speak" in told
    assert "Coffee break" not in told, "somebody who comes for their own items"


def test_single_files_have_names_that_can_be_read(made: Context) -> None:
    with made.read() as view:
        visit = _visit(view)
        count = len(people_papers.takings(view, visit, "en"))
        files = list(printing.make_each(view, Paper.PERSONAL_AGENDA, visit, PaperOptions("uk")))
        assert len({one.file_name for one in files}) == len(files) == count
        assert "CEP-UA-V01 agenda Onyshchenko Nataliia.pdf" in {one.file_name for one in files}
        with pytest.raises(Refused):
            printing.make(view, Paper.PERSONAL_AGENDA, visit, PaperOptions(person_ids=("0" * 32,)))


def test_the_interpreter_pack_knows_who_will_be_named(made: Context) -> None:
    with made.read() as view:
        whole = text(printing.make(view, Paper.INTERPRETER_PACK, _visit(view), PaperOptions("en", "uk")).content)
    for part in ("Nataliia Onyshchenko", "Наталія Григорівна Онищенко", "Žiga Žagar", "net speaking time 22 min"):
        assert part in whole
    occurring = whole[whole.index("In this agenda") : whole.index("All terms")]
    assert "Civil protection Цивільний захист" in occurring
    assert "Exchange rate" not in occurring
    assert "Exchange rate" in whole


def test_the_pack_takes_a_second_working_language_by_itself(made: Context) -> None:
    with made.read() as view:
        whole = text(printing.make(view, Paper.INTERPRETER_PACK, _visit(view), PaperOptions("sl")).content)
    assert "Цивільний захист" in whole


def test_the_glossary_finds_terms_whatever_their_endings() -> None:
    terms = glossary.pairs("en", "uk")
    assert "Mayor" in {term.first for term in glossary.occurring(terms, ["Meeting of the mayors"], [])}
    found = glossary.occurring(terms, ["civil law"], [])
    assert "Civil protection" not in {term.first for term in found}, "all words of a term must stand there"
    found = glossary.occurring(terms, [], ["система цивільного захисту"])
    assert "Civil protection" in {term.first for term in found}
    assert "Budget" not in {term.first for term in found}


def test_an_empty_activity_prints_or_says_why_not(made: Context) -> None:
    with made.read() as view:
        empty = records.by_code(view, Activity, "COAL-REX-V01").id
        assert "The agenda has no items yet." in text(printing.make(view, Paper.AGENDA, empty, PaperOptions()).content)
        assert "The agenda has no items yet." in text(
            printing.make(view, Paper.RUN_SHEET, empty, PaperOptions()).content
        )
        for paper in (Paper.PERSONAL_AGENDA, Paper.INTERPRETER_PACK):
            with pytest.raises(Refused):
                printing.make(view, paper, empty, PaperOptions())


def test_workbooks_of_agenda_and_run_sheet(made: Context) -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    with made.read() as view:
        visit = _visit(view)
        count = len(_sessions(view))
        for paper in (Paper.AGENDA, Paper.RUN_SHEET):
            printed = printing.make_other(view, paper, ".xlsx", visit, PaperOptions("en", "uk"))
            sheet = load_workbook(BytesIO(printed.content)).active
            assert sheet is not None
            assert (
                sum(isinstance(row[0].value, object) and row[1].value is not None for row in sheet.iter_rows(2))
                == count
            )


def test_a_night_journey_tells_the_day_of_its_end(made: Context) -> None:
    with made.read() as view:
        last = agendas.load(view, _sessions(view)[-1])
    with made.write("Bus") as work:
        start = last.starts_at.replace(hour=22, minute=0)
        agendas.create(
            work,
            replace(
                last,
                kind=SessionKind.TRAVEL,
                starts_at=start,
                ends_at=start + timedelta(hours=8),
                title={"en": "Night bus"},
                speakers=(),
                interpreters=(),
            ),
        )
    assert "22:00 – 28 October, 6:00" in _agenda(made)


def test_names_in_one_script_stand_once_on_a_run_sheet_in_two_languages(made: Context) -> None:
    with made.read() as view:
        given = PaperOptions("en", "uk", days=(date(2023, 10, 9),))
        whole = text(printing.make(view, Paper.RUN_SHEET, _visit(view), given).content)
    assert "Mr Žiga Žagar +386 31 905 035" in whole
    assert "Ms Nataliia Onyshchenko Наталія Онищенко +380" in whole


def test_a_batch_of_agendas_can_be_stopped(made: Context) -> None:
    seen: list[tuple[int, int]] = []
    token = Token(lambda done, total: (seen.append((done, total)), token.cancel() if done == 3 else None)[0])
    with made.read() as view, pytest.raises(Cancelled):
        printing.make(view, Paper.PERSONAL_AGENDA, _visit(view), PaperOptions(), token)
    assert seen == [(1, 21), (2, 21), (3, 21)]
