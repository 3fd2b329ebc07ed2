"""Lists, sign-in sheets, badges and name tents from the records of a visit."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.vocabulary import OrganisationType, ParticipationRole, SessionKind
from app.models.activities import Participation
from app.models.organisations import Organisation
from app.models.people import Person
from app.services import (
    activities,
    agendas,
    badge_papers,
    participations,
    people_papers,
    printing,
    rules,
    sign_in_papers,
)
from app.services.context import Context
from app.services.printing import Paper, PaperOptions
from app.storage.work import Work
from tests.documents.paper_reading import pages_text, text
from tests.services.programme_of_visits import MONDAY, Town, build, item

VENUE = {"en": "Town hall"}


@pytest.fixture
def town(context: Context) -> Town:
    """A visit of three days: Monday in two venues with a midday meal, Tuesday without one, Wednesday travel."""
    town = build(context)
    with context.write("Agenda") as work:
        item(work, town.visit, 9, "9:00", "12:15", venue=VENUE)
        item(work, town.visit, 9, "12:15", "13:30", SessionKind.MEAL, venue={"en": "Inn"})
        item(work, town.visit, 9, "13:30", "16:00", venue={"en": "Fire station"})
        item(work, town.visit, 10, "8:30", "14:00", venue=VENUE)
        item(work, town.visit, 11, "8:00", "20:00", SessionKind.TRAVEL)
        agendas.save_day(work, agendas.DayDraft(town.visit, date(2023, 10, 11), travel="departure"))
    return town


def _papers(context: Context, town: Town, split: str, day: date | None = None) -> sign_in_papers.SignInPaper:
    with context.read() as view:
        return sign_in_papers.sign_in(view, town.visit, "en", "", (day,) if day else (), split)


def test_a_sheet_for_each_day_with_something_to_sign_for(context: Context, town: Town) -> None:
    paper = _papers(context, town, "day")
    assert [(one.day.day, one.number, one.times, one.venue.first) for one in paper.days] == [
        (9, 1, "9:00–16:00", ""),
        (10, 2, "8:30–14:00", "Town hall"),
    ]
    monday = paper.days[0]
    assert [one.name.shown("en") for one in monday.participants] == [
        "Taras Doroshenko",
        "Olha Savchuk",
        "Yuliia Yizhakevych",
    ]
    assert [one.name.shown("en") for one in monday.staff] == ["Irena Kovač"]
    assert [one.day for one in _papers(context, town, "day", date(2023, 10, 10)).days] == [date(2023, 10, 10)]
    with pytest.raises(Refused, match="paper_no_days"):
        _papers(context, town, "day", date(2023, 10, 20))


def test_half_days_part_at_the_midday_meal_or_at_noon(context: Context, town: Town) -> None:
    with context.write("Sessions without a pause before the meal") as work:
        for start, end in (("9:00", "11:30"), ("11:30", "13:00"), ("14:00", "16:00")):
            item(work, town.visit, 12, start, end)
    found = [(one.day.day, one.part.first, one.times) for one in _papers(context, town, "half-day").days]
    assert found == [
        (9, "Morning", "9:00–12:15"),
        (9, "Afternoon", "13:30–16:00"),
        (10, "Morning", "8:30–12:00"),
        (10, "Afternoon", "12:00–14:00"),
        (12, "Morning", "9:00–13:00"),
        (12, "Afternoon", "14:00–16:00"),
    ]


def test_a_sheet_for_each_venue_of_a_day(context: Context, town: Town) -> None:
    found = [(one.day.day, one.venue.first, one.times) for one in _papers(context, town, "venue").days]
    assert found == [
        (9, "Town hall", "9:00–12:15"),
        (9, "Fire station", "13:30–16:00"),
        (10, "Town hall", "8:30–14:00"),
    ]


def test_a_sheet_for_each_delegation_and_one_for_all_others(context: Context, town: Town) -> None:
    with context.write("Where from") as work:
        _belong(work, town.guests[:2], town.guest)
        _belong(work, [town.speaker], town.host)
    sheets = _papers(context, town, "delegation", MONDAY).days
    assert [(one.delegation.first, len(one.participants), len(one.staff)) for one in sheets] == [
        ("Zavodske", 2, 0),
        ("Without an organisation", 1, 0),
        ("Speakers, interpreters and staff", 0, 1),
    ]
    assert sum(len(one.participants) + len(one.staff) for one in sheets) == 4
    assert [one.walk_ins for one in sheets] == [True, True, False]


def _belong(work: Work, people: object, organisation: str) -> None:
    for row in work.session.query(Participation).filter(Participation.person_id.in_(list(people))):  # type: ignore[call-overload]
        row.organisation_id = organisation


def test_one_sheet_for_the_visit_holds_five_days_at_most(context: Context, town: Town) -> None:
    with context.write("A long visit") as work:
        for day in range(12, 19):
            item(work, town.visit, day, "9:00", "10:00")
        ident = work.session.query(Participation).filter_by(person_id=town.guests[0]).one().id
        participations.set_travel(work, [ident], date(2023, 10, 10), date(2023, 10, 13))
    first, second = _papers(context, town, "visit").days
    assert [day.day for _, day in first.span] == [9, 10, 12, 13, 14]
    assert [number for number, _ in first.span] == [1, 2, 3, 4, 5]
    assert len(second.span) == 4
    late = next(one for one in first.participants if one.name.family == "Їжакевич")
    assert late.away == {date(2023, 10, 9), date(2023, 10, 14)}
    assert "Їжакевич" not in {one.name.family for one in second.participants}


def test_without_an_agenda_every_day_of_known_dates_gets_a_sheet(context: Context) -> None:
    town = build(context)
    assert [(one.number, one.day.day) for one in _papers(context, town, "day").days] == [(1, 9), (2, 10), (3, 11)]
    with context.write("Month only") as work:
        draft = activities.load(work, town.visit)
        activities.save(work, town.visit, replace(draft, start=PartialDate.parse("2023-10"), end=PartialDate()))
    with pytest.raises(Refused, match="paper_no_days"):
        _papers(context, town, "day")


def test_blank_rows_and_the_contact_column_are_rules_of_the_programme(context: Context, town: Town) -> None:
    with context.write("Rules") as work:
        person = work.session.get(Person, town.guests[0])
        assert person is not None
        person.email, person.phone = "yuliia@example.org", "+380 1"
        rules.set_value(work, town.programme, "sheet.blank_rows", 9, date(2023, 1, 1))
        rules.set_value(work, town.programme, "sheet.contact", "email", date(2023, 1, 1))
    with context.read() as view:
        sheet = printing.make(view, Paper.SIGN_IN, town.visit, PaperOptions(day=MONDAY))
        none = printing.make(view, Paper.SIGN_IN, town.visit, PaperOptions(day=MONDAY, blank_rows=0))
    assert "yuliia@example.org" in text(sheet.content)
    assert "+380 1" not in text(sheet.content)
    # Three guests, nine blank rows, one speaker.
    assert " 13 " in text(sheet.content)
    assert " 13 " not in text(none.content)


def test_papers_for_nobody_are_refused(context: Context, town: Town) -> None:
    with context.write("Empty") as work:
        for row in work.session.query(Participation).filter_by(activity_id=town.visit):
            row.cancelled = True
    for paper in (Paper.PARTICIPANTS, Paper.SIGN_IN, Paper.BADGES, Paper.NAME_TENTS):
        with context.read() as view, pytest.raises(Refused, match="paper_nobody"):
            printing.make(view, paper, town.visit, PaperOptions())
    with context.read() as view:
        blanks = printing.make(view, Paper.BADGES, town.visit, PaperOptions(blank_rows=9))
    assert len(pages_text(blanks.content)) == 2


def test_the_list_goes_from_guests_to_hosts_to_staff(context: Context, town: Town) -> None:
    with context.write("Where from") as work:
        host, guest = work.session.get(Organisation, town.host), work.session.get(Organisation, town.guest)
        assert host is not None
        assert guest is not None
        guest.town, host.town = "Zavodske", "Domžale"
        brigade = work.add(Organisation(code="ORG-0003", name={"en": "Fire brigade"}, town="Domžale", country="SI"))
        _belong(work, town.guests, town.guest)
        mentor, coordinator = (
            work.add(Person(code=code, given_name=given, family_name=family, sex="m"))
            for code, given, family in (("P-00020", "Anže", "Čeh"), ("P-00021", "Ivo", "Cerar"))
        )
        participations.add(work, town.visit, [mentor], ParticipationRole.MENTOR)
        participations.add(work, town.visit, [mentor], ParticipationRole.SPEAKER)
        participations.add(work, town.visit, [coordinator], ParticipationRole.COORDINATOR)
        _belong(work, [mentor], brigade)
    with context.read() as view:
        paper = people_papers.participant_list(view, town.visit, "sl", "uk")
    assert [group.title.first for group in paper.groups][:2] == ["Zavodske", "Domžale"]
    assert [[one.name.family for one in group.persons] for group in paper.groups] == [
        ["Дорошенко", "Савчук", "Їжакевич"],
        ["Čeh"],
        ["Kovač"],
        ["Cerar"],
    ]
    assert len(paper.persons) == 6
    assert paper.groups[0].country.first
    with context.read() as view:
        ukrainian = people_papers.participant_list(view, town.visit, "uk")
    assert [one.name.family for one in ukrainian.groups[0].persons] == ["Дорошенко", "Їжакевич", "Савчук"]


def test_a_missing_passport_spelling_is_made_by_the_table_in_latin_languages(context: Context, town: Town) -> None:
    with context.read() as view:
        for language in ("en", "sl", "sv", "lv"):
            whole = text(printing.make(view, Paper.PARTICIPANTS, town.visit, PaperOptions(language)).content)
            assert "Yizhakevych, Yuliia" in whole
            assert "Їжакевич" not in whole
        assert "Їжакевич Юлія" in text(printing.make(view, Paper.PARTICIPANTS, town.visit, PaperOptions("uk")).content)


def test_badges_and_tents_for_those_chosen(context: Context, town: Town) -> None:
    with context.write("Interpreter") as work:
        participations.add(work, town.visit, [town.interpreter], ParticipationRole.INTERPRETER)
        guest = work.session.get(Organisation, town.guest)
        assert guest is not None
        guest.town, guest.type = "Zavodske", OrganisationType.HROMADA
        guest.name = {"en": "Zavodske city council"}
        _belong(work, town.guests, town.guest)
    chosen = (town.guests[0], town.interpreter)
    with context.read() as view:
        paper = badge_papers.badges(view, town.visit, "en", "", chosen)
        tents = badge_papers.name_tents(view, town.visit, "en", "uk", chosen)
        made = printing.make(
            view, Paper.NAME_TENTS, town.visit, PaperOptions("en", "uk", person_ids=chosen, per_page=2)
        )
    shown = [(one.name.shown("en"), one.role.first, one.place.first, one.bar.value) for one in paper.badges]
    assert shown == [
        ("Olha Marchenko", "Interpreter", "", "reversed"),
        ("Yuliia Yizhakevych", "Participant", "Zavodske", "plain"),
    ]
    assert paper.event.first == "Domžale – Zavodske", "the title of the event, as on every other paper (CE-4)"
    assert len(tents.tents) == 2
    assert len(pages_text(made.content)) == 1
    assert "Юлія Їжакевич" in text(made.content)


def test_sheets_as_a_workbook_one_for_each_sheet_of_paper(context: Context, town: Town) -> None:
    with context.read() as view:
        made = printing.make_other(view, Paper.SIGN_IN, ".xlsx", town.visit, PaperOptions(split="half-day"))
    book = openpyxl.load_workbook(io.BytesIO(made.content))
    assert book.sheetnames == [
        "2023-10-09 Morning",
        "2023-10-09 Afternoon",
        "2023-10-10 Morning",
        "2023-10-10 Afternoon",
    ]
    assert made.file_name.endswith(".xlsx")
    assert book.worksheets[0].page_setup.paperSize == 9


def test_the_internal_list_shows_passports_only_on_demand(context: Context, town: Town) -> None:
    with context.write("Passport") as work:
        person = work.session.get(Person, town.guests[0])
        assert person is not None
        person.passport_number, person.birth_date = "FU123456", date(1980, 2, 3)
    wanted = {
        PaperOptions(): False,
        PaperOptions(documents=True): False,
        PaperOptions(internal=True): False,
        PaperOptions(internal=True, documents=True): True,
    }
    with context.read() as view:
        for options, told in wanted.items():
            whole = text(printing.make(view, Paper.PARTICIPANTS, town.visit, options).content)
            assert ("FU123456" in whole) is told
            book = printing.make_other(view, Paper.PARTICIPANTS, ".xlsx", town.visit, options).content
            cells = [cell.value for row in openpyxl.load_workbook(io.BytesIO(book)).active for cell in row]
            assert ("FU123456" in cells) is told
