"""The counter of days in the Schengen area, and its warning before a letter (PL-10)."""

from datetime import date

import pytest

from app.core.dates import PartialDate
from app.core.sentences import sentence
from app.core.vocabulary import ActivityForm, ActivityStatus
from app.models.activities import Activity, Participation
from app.models.people import Person
from app.services import activities, participations, records, schengen_stays
from app.services.context import Context
from app.services.paper_kinds import PaperOptions
from app.services.papers_reports import KINDS
from app.storage.work import Work
from tests.services import programme_of_visits
from tests.services.programme_of_visits import Town


@pytest.fixture
def town(context: Context) -> Town:
    return programme_of_visits.build(context)


def _visit(work: Work, town: Town, first: date, last: date, country: str = "SE", **more: object) -> str:
    draft = activities.ActivityDraft(
        programme_id=town.programme,
        title={"en": f"Visit {first}"},
        start=PartialDate.of(first),
        end=PartialDate.of(last),
        country=country,
        visit=activities.VisitDraft(guest_id=town.guest),
        **more,  # type: ignore[arg-type]
    )
    made = activities.create(work, draft)
    participations.add(work, made, town.guests[:1])
    return made


def test_visits_are_counted_with_their_travel_days(context: Context, town: Town) -> None:
    one = town.guests[0]
    with context.read() as view:
        told = schengen_stays.of_person(view, one, date(2023, 10, 31))
        assert told is not None
        # 9 to 11 October, three days.
        assert (told.used, told.left, told.over) == (3, 87, None)
        assert [stay.code for stay in told.stays] == ["CEP-UA-V01"]
    with context.write("Travel") as work:
        seats = [row.id for row in participations.list_rows(work, town.visit) if row.person_id == one]
        participations.set_travel(work, seats, date(2023, 10, 7), date(2023, 10, 13))
    with context.read() as view:
        told = schengen_stays.of_person(view, one, date(2023, 10, 31))
        assert told is not None
        assert told.used == 7


def test_what_was_no_stay_is_not_counted(context: Context, town: Town) -> None:
    with context.write("More") as work:
        _visit(work, town, date(2023, 11, 1), date(2023, 11, 5), "UA")
        _visit(work, town, date(2023, 11, 6), date(2023, 11, 7), "")
        online = _visit(work, town, date(2023, 11, 8), date(2023, 11, 9))
        off = _visit(work, town, date(2023, 11, 10), date(2023, 11, 11))
        out = _visit(work, town, date(2023, 11, 12), date(2023, 11, 13))
        month = _visit(work, town, date(2023, 11, 14), date(2023, 11, 15))
        records.fetch(work, Activity, online).form = ActivityForm.ONLINE
        records.fetch(work, Activity, off).status = ActivityStatus.CANCELLED
        records.fetch(work, Activity, month).start = PartialDate.parse("2023-11")
        [seat] = [row.id for row in participations.list_rows(work, out) if row.person_id == town.guests[0]]
        records.fetch(work, Participation, seat).cancelled = True
    with context.read() as view:
        told = schengen_stays.of_person(view, town.guests[0], date(2023, 11, 30))
        assert told is not None
        assert told.used == 3


def test_citizens_of_the_union_and_of_nobody_knows_where_have_no_counter(context: Context, town: Town) -> None:
    with context.write("Countries") as work:
        records.fetch(work, Person, town.guests[1]).country = "SI"
        records.fetch(work, Person, town.guests[2]).country = ""
    with context.read() as view:
        assert schengen_stays.of_person(view, town.guests[1], date(2023, 10, 31)) is None
        assert schengen_stays.of_person(view, town.guests[2], date(2023, 10, 31)) is None
        assert schengen_stays.of_person(view, "0" * 32, date(2023, 10, 31)) is None


def test_a_visit_that_goes_beyond_ninety_days_is_told_before_its_letter(context: Context, town: Town) -> None:
    one = town.guests[0]
    with context.write("A long one") as work:
        # 1 June to 28 August: 89 days; with 9 October the 90th, with the 10th the 91st of the window.
        _visit(work, town, date(2023, 6, 1), date(2023, 8, 28), "LV")
    letters = next(kind for kind in KINDS if kind.paper.value == "letters")
    assert letters.look is not None
    with context.read() as view:
        people = [records.fetch(view, Person, ident) for ident in town.guests]
        [found] = schengen_stays.too_long(view, town.visit, people)
        assert (found.person_id, found.used, found.day) == (one, 92, date(2023, 10, 10))
        told = schengen_stays.of_person(view, one, date(2023, 9, 1))
        assert told is not None
        assert (told.used, told.left, told.over, told.over_code) == (89, 1, date(2023, 10, 10), "CEP-UA-V01")
        warned = {one.code: one for one in letters.look(view, town.visit, PaperOptions("en"))}
        said = sentence("letter_ninety_days", warned["letter_ninety_days"].params)
        assert "(92)" in said
        alone = letters.look(view, town.visit, PaperOptions("en", person_ids=(town.guests[1],)))
        assert "letter_ninety_days" not in {one.code for one in alone}
    with context.write("Half a year later") as work:
        row = records.fetch(work, Activity, town.visit)
        row.start, row.end = PartialDate.parse("2024-03-01"), PartialDate.parse("2024-03-03")
    with context.read() as view:
        assert "letter_ninety_days" not in {one.code for one in letters.look(view, town.visit, PaperOptions("en"))}


def test_an_earlier_letter_is_not_blamed_for_a_later_visit(context: Context, town: Town) -> None:
    with context.write("A long one after it") as work:
        later = _visit(work, town, date(2023, 10, 20), date(2024, 1, 20), "LV")
    with context.read() as view:
        people = [records.fetch(view, Person, ident) for ident in town.guests]
        assert schengen_stays.too_long(view, town.visit, people) == ()
        [found] = schengen_stays.too_long(view, later, people)
        # Three days in October, then the 88th day of the later visit is the 91st: 20 October + 87 days.
        assert found.day == date(2024, 1, 15)
