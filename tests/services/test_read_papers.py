"""Letters, annexes to travel orders and visit reports from records: addressed right, consistent, complete."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import docx
import pytest

from app.core.dates import PartialDate
from app.core.errors import Refused
from app.core.progress import Token
from app.core.sentences import all_sentences, sentence
from app.core.vocabulary import (
    ActivityStatus,
    AgendaChange,
    OrganisationType,
    ParticipationRole,
    Presence,
    SessionKind,
)
from app.documents.letter_data import Meal
from app.models.activities import Participation
from app.models.organisations import Organisation
from app.models.people import Person
from app.services import (
    activities,
    agenda_versions,
    agendas,
    attendance,
    letter_papers,
    paper_batches,
    paper_templates,
    participations,
    printing,
    records,
    travel_order_papers,
    visit_report_papers,
)
from app.services.context import Context
from app.services.printing import Paper, PaperOptions
from app.storage.work import Work
from tests.documents import word_files
from tests.documents.paper_reading import reader, text
from tests.services import programme_of_visits
from tests.services.programme_of_visits import Town, item

ENGLISH = PaperOptions("en")


@pytest.fixture
def town(context: Context) -> Town:
    """The small programme with an agenda of three days."""
    made = programme_of_visits.build(context)
    with context.write("Agenda") as work:
        item(work, made.visit, 9, "09:00", "10:30", speakers=(made.speaker,))
        item(work, made.visit, 9, "12:30", "13:30", SessionKind.MEAL)
        item(work, made.visit, 9, "19:00", "21:00", SessionKind.MEAL)
        item(work, made.visit, 10, "08:00", "08:30", SessionKind.MEAL)
        item(work, made.visit, 10, "12:30", "13:30", SessionKind.MEAL)
        item(work, made.visit, 11, "09:00", "11:00")
    return made


def _change(context: Context, town: Town, **more: object) -> None:
    with context.write("Change") as work:
        activities.save(work, town.visit, replace(activities.load(work, town.visit), **more))  # type: ignore[arg-type]


def _seat(work: Work, town: Town, person: str) -> str:
    rows = participations.list_rows(work, town.visit)
    return next(row.id for row in rows if row.person_id == person)


def _codes(context: Context, town: Town, options: PaperOptions = ENGLISH) -> set[str]:
    with context.read() as view:
        found = letter_papers.warnings(view, town.visit, options)
    assert all(one.severity == "warning" and one.code in all_sentences() for one in found)
    assert all("{" not in sentence(one.code, one.params) for one in found)
    return {one.code for one in found}


# the letter ----------------------------------------------------------------------------------------------------


def test_meals_come_from_the_agenda_each_once_a_day(context: Context, town: Town) -> None:
    with context.read() as view:
        letter = letter_papers.invitation(view, town.visit, "en")
    assert letter.meals == ((Meal.BREAKFAST, 1), (Meal.LUNCH, 2), (Meal.DINNER, 1))


def test_each_sending_body_gets_its_own_letter(context: Context, town: Town) -> None:
    with context.write("A second delegation") as work:
        hnivan = work.add(
            Organisation(code="ORG-0003", name={"en": "Hnivan"}, country="UA", type=OrganisationType.MUNICIPALITY)
        )
        unit = work.add(Organisation(code="ORG-0004", name={"en": "Fire unit"}, country="UA", parent_id=town.guest))
        seat = records.fetch(work, Participation, _seat(work, town, town.guests[0]))
        seat.organisation_id = hnivan
        other = records.fetch(work, Participation, _seat(work, town, town.guests[1]))
        other.organisation_id = unit
    with context.read() as view:
        letters = letter_papers.invitations(view, town.visit, "en", "uk")
        only = letter_papers.invitations(view, town.visit, "en", "", [town.guests[0]])
        files = list(printing.make_each(view, Paper.LETTERS, town.visit, ENGLISH))
        whole = printing.make(view, Paper.LETTERS, town.visit, ENGLISH).content
    assert [(one.body.first, len(one.persons), one.reference[-4:]) for one in letters] == [
        ("Zavodske", 2, "L-01"),
        ("Hnivan", 1, "L-02"),
    ], "the fire unit is a part of the guest"
    assert letters[0].body.second == "Заводське"
    assert [one.reference[-4:] for one in only] == ["L-02"], "the number does not depend on who is chosen"
    assert [len(reader(one.content).pages) for one in files] == [1, 1]
    assert "Hnivan" in files[1].file_name
    assert text(whole).count("To the Mayor") == 2


def test_the_letter_of_one_person_goes_to_the_body_that_sends_that_person(
    context: Context, town: Town, tmp_path: Path
) -> None:
    with context.write("A second delegation") as work:
        hnivan = work.add(
            Organisation(code="ORG-0003", name={"en": "Hnivan"}, country="UA", type=OrganisationType.MUNICIPALITY)
        )
        records.fetch(work, Participation, _seat(work, town, town.guests[0])).organisation_id = hnivan
    found = {}
    with context.read() as view:
        for guest, other in ((town.guests[0], town.guests[1]), (town.guests[1], town.guests[0])):
            folder = tmp_path / guest
            folder.mkdir()
            paper_batches.write_drafts(view, Paper.LETTERS, town.visit, replace(ENGLISH, person_ids=(guest,)), folder)
            [path] = folder.iterdir()
            [attached] = message_from_bytes(path.read_bytes(), policy=default).iter_attachments()
            found[guest] = text(attached.get_content())
            kept, left = (records.fetch(view, Person, one).family_name.upper() for one in (guest, other))
            assert kept in found[guest].upper()
            assert left not in found[guest].upper()
    assert "To the Mayor Hnivan" in found[town.guests[0]]
    assert "To the Mayor Zavodske" in found[town.guests[1]]


def test_the_agenda_stands_behind_the_letter_with_its_own_pages(context: Context, town: Town) -> None:
    with context.read() as view:
        alone = reader(printing.make(view, Paper.LETTERS, town.visit, ENGLISH).content).pages
        agenda = reader(printing.make(view, Paper.AGENDA, town.visit, ENGLISH).content).pages
        data = printing.make(view, Paper.LETTERS, town.visit, replace(ENGLISH, annex=True)).content
    assert len(reader(data).pages) == len(alone) + len(agenda)
    assert "Programme of the mentoring visit" in text(data)
    assert "Annex Agenda" in text(data)


def test_nobody_and_no_dates_are_told(context: Context, town: Town) -> None:
    with context.read() as view, pytest.raises(Refused) as nobody:
        letter_papers.invitations(view, town.visit, "en", "", ["nobody"])
    assert nobody.value.code == "paper_nobody"
    _change(context, town, start=PartialDate.parse("2023-10"), end=PartialDate.parse("2023-10"))
    with context.read() as view, pytest.raises(Refused) as refused:
        letter_papers.invitations(view, town.visit, "en")
    assert refused.value.code == "paper_no_dates"


def test_what_is_missing_or_differs_is_told_before_printing(context: Context, town: Town) -> None:
    found = _codes(context, town, replace(ENGLISH, documents=True))
    assert {
        "letter_latin_missing",
        "letter_position_missing",
        "letter_documents_missing",
        "letter_place_missing",
        "letter_purpose_missing",
        "letter_paid_missing",
        "letter_contact_missing",
    } <= found
    assert "letter_dates_differ" not in found
    _change(context, town, end=PartialDate.of(date(2023, 10, 12)), place={"en": "Domžale"}, aim={"en": "To learn"})
    found = _codes(context, town)
    assert "letter_dates_differ" in found
    assert not found & {"letter_place_missing", "letter_purpose_missing", "letter_documents_missing"}


def test_an_agenda_changed_later_than_the_letter_is_told(context: Context, town: Town) -> None:
    _change(context, town, place={"en": "Domžale"})
    with context.write("Send and issue") as work:
        participations.set_letter_sent(work, [_seat(work, town, one) for one in town.guests], date(2023, 9, 1))
        agenda_versions.issue(work, town.visit, at=datetime(2023, 8, 30, 12, tzinfo=UTC))
    quiet = _codes(context, town)
    assert not quiet & {"letter_older", "letter_agenda_changed", "letter_place_differs", "letter_name_differs"}
    with context.write("Change") as work:
        agendas.set_cancelled(work, item(work, town.visit, 11, "14:00", "15:00"), False)
    assert "letter_agenda_changed" in _codes(context, town)
    with context.write("Issue") as work:
        agenda_versions.issue(work, town.visit, at=datetime(2023, 9, 20, 12, tzinfo=UTC))
    found = _codes(context, town)
    assert "letter_older" in found
    assert "letter_agenda_changed" not in found
    _change(context, town, place={"en": "Ljubljana"})
    assert "letter_place_differs" in _codes(context, town)


def test_a_letter_kept_before_the_agenda_was_issued_again_is_told(context: Context, town: Town) -> None:
    with context.write("Keep a letter") as work:
        printed = printing.make(work, Paper.LETTERS, town.visit, ENGLISH)
        printing.issue(work, Paper.LETTERS, town.visit, ENGLISH, printed)
        agenda_versions.issue(work, town.visit, at=datetime(2023, 9, 20, 12, tzinfo=UTC))
    assert "letter_older" not in _codes(context, town)
    with context.write("Issue again, tomorrow") as work:
        item(work, town.visit, 11, "14:00", "15:00")
        agenda_versions.issue(work, town.visit, at=datetime.now(UTC) + timedelta(days=1))
    assert "letter_older" in _codes(context, town)


def test_a_name_spelt_otherwise_in_the_issued_agenda_is_told(context: Context, town: Town) -> None:
    with context.write("A guest speaks") as work:
        item(work, town.visit, 11, "14:00", "15:00", speakers=(town.guests[0],))
        agenda_versions.issue(work, town.visit)
    assert "letter_name_differs" not in _codes(context, town)
    with context.write("Rename") as work:
        person = records.fetch(work, Person, town.guests[0])
        person.given_latin, person.family_latin = "Iuliia", "Yizhakevych"
    assert "letter_name_differs" in _codes(context, town)


def test_who_comes_late_or_whose_passport_ends_is_told(context: Context, town: Town) -> None:
    with context.write("Late") as work:
        participations.set_travel(work, [_seat(work, town, town.guests[0])], date(2023, 10, 10), date(2023, 10, 12))
        records.fetch(work, Person, town.guests[1]).passport_expiry = date(2023, 12, 1)
    assert {"letter_stay_differs", "letter_passport_expires"} <= _codes(context, town)


def test_the_word_letter_comes_from_the_programmes_template(context: Context, town: Town) -> None:
    with context.read() as view:
        plain = printing.make_other(view, Paper.LETTERS, ".docx", town.visit, ENGLISH)
    assert plain.file_name.endswith(".docx")
    assert "Invitation to the mentoring visit" in word_files.everything(plain.content)
    template = word_files.letter([["Own letter {reference} to {body}"]], [["{person_number}", "{person_name}"]])
    with context.write("Template") as work:
        paper_templates.set_word(work, town.programme, "letters", template, "letter.docx")
    with context.read() as view:
        made = printing.make_other(view, Paper.LETTERS, ".docx", town.visit, ENGLISH).content
    [line] = word_files.lines(made)
    assert line.startswith("Own letter ")
    assert line.endswith("/L-01 to Zavodske")
    assert [row[0] for row in word_files.cells(made)] == ["1", "2", "3"]
    with context.write("Two delegations") as work:
        other = work.add(Organisation(code="ORG-0003", name={"en": "Hnivan"}, country="UA"))
        records.fetch(work, Participation, _seat(work, town, town.guests[0])).organisation_id = other
    with context.read() as view, pytest.raises(Refused) as refused:
        printing.make_other(view, Paper.LETTERS, ".docx", town.visit, ENGLISH)
    assert refused.value.code == "letter_one_at_a_time"


def test_the_agenda_stands_behind_the_word_letter_as_well(context: Context, town: Town) -> None:
    with context.write("Agenda") as work:
        item(work, town.visit, 9, "9:00", "10:30", title={"en": "Fire <b>brigade</b> & floods"})
    with_annex = replace(ENGLISH, annex=True)
    with context.read() as view:
        plain = word_files.everything(printing.make_other(view, Paper.LETTERS, ".docx", town.visit, ENGLISH).content)
        told = word_files.everything(printing.make_other(view, Paper.LETTERS, ".docx", town.visit, with_annex).content)
        two = printing.make_other(view, Paper.LETTERS, ".docx", town.visit, replace(with_annex, second="uk")).content
    assert "Fire <b>brigade</b>" not in plain
    for part in ("Fire <b>brigade</b> & floods", "9:00–10:30", "Day 1"):
        assert part in told
    assert "День 1" in word_files.everything(two)


def _last_step(kept: list[int]) -> Callable[[int, int], None]:
    """Keeps the last step that is told."""

    def note(done: int, total: int) -> None:
        kept[:] = [done, total]

    return note


def test_single_word_letters_one_for_each_sending_body_with_readable_names(
    context: Context, town: Town, tmp_path: Path
) -> None:
    with context.write("Two delegations") as work:
        other = work.add(Organisation(code="ORG-0003", name={"en": "Hnivan <b> / \u202ecouncil"}, country="UA"))
        records.fetch(work, Participation, _seat(work, town, town.guests[0])).organisation_id = other
    for template in (b"", word_files.letter([["Own letter to {body}"]], [["{person_number}", "{person_name}"]])):
        folder = tmp_path / ("own" if template else "house")
        folder.mkdir()
        if template:
            with context.write("Template") as work:
                paper_templates.set_word(work, town.programme, "letters", template, "letter.docx")
        steps: list[int] = []
        token = Token(_last_step(steps))
        with context.read() as view:
            batch = paper_batches.write_each(
                view, Paper.LETTERS, town.visit, ENGLISH, folder, token, ending=".docx"
            )  # fmt: skip
        names = sorted(path.name for path in folder.iterdir())
        assert (batch.written, batch.total, batch.stopped) == (2, 2, False)
        assert len(names) == 2
        assert names[0].endswith("L-01 Zavodske.docx")
        assert "Hnivan" in names[1]
        assert "\u202e" not in names[1]
        assert steps == [2, 2]
        told = [word_files.everything((folder / name).read_bytes()) for name in names]
        assert "Zavodske" in told[0]
        assert "Hnivan <b>" in told[1]
        assert ("Own letter" in told[0]) == bool(template)
    with context.read() as view:
        stop = Token(lambda done, _total: stop.cancel() if done else None)
        half = paper_batches.write_each(view, Paper.LETTERS, town.visit, ENGLISH, tmp_path, stop, ending=".docx")
        assert (half.written, half.stopped) == (1, True)
        with pytest.raises(Refused) as refused:
            paper_batches.write_each(view, Paper.BADGES, town.visit, ENGLISH, tmp_path, ending=".docx")
    assert refused.value.code == "export_ending"


# annex to the travel order ---------------------------------------------------------------------------------------


def test_the_annex_takes_travel_days_meals_and_blanks(context: Context, town: Town) -> None:
    with context.write("Travel") as work:
        seats = [_seat(work, town, one) for one in town.guests]
        participations.set_travel(work, seats[:2], date(2023, 10, 8), date(2023, 10, 12))
        participations.set_travel(work, seats[2:], date(2023, 10, 8), date(2023, 10, 11))
    with context.read() as view:
        paper = travel_order_papers.group(view, town.visit, ("en", "uk"))
        files = list(printing.make_each(view, Paper.TRAVEL_ORDER, town.visit, ENGLISH))
        shown = text(printing.make(view, Paper.TRAVEL_ORDER, town.visit, ENGLISH).content)
        word = printing.make_other(view, Paper.TRAVEL_ORDER, ".docx", town.visit, ENGLISH).content
    assert (paper.arrival, paper.departure) == (date(2023, 10, 8), date(2023, 10, 12))
    assert [one.departure for one in paper.travellers if one.departure] == [date(2023, 10, 11)]
    assert paper.meals == {
        date(2023, 10, 9): (Meal.LUNCH, Meal.DINNER),
        date(2023, 10, 10): (Meal.BREAKFAST, Meal.LUNCH),
    }
    assert "5 days" in shown
    assert len(files) == 3
    assert len({one.file_name for one in files}) == 3
    assert "Travellers" in word_files.everything(word)


# visit report ----------------------------------------------------------------------------------------------------


def test_the_report_counts_what_is_recorded(context: Context, town: Town) -> None:
    with context.write("Held") as work:
        agenda_versions.issue(work, town.visit, at=datetime(2023, 9, 1, tzinfo=UTC))
        rows = agendas.list_rows(work, town.visit)
        first, last = rows[0], rows[-1]
        agendas.set_cancelled(work, last.id, True)
        extra = item(work, town.visit, 10, "14:00", "15:00", SessionKind.WORKSHOP)
        attendance.mark(work, town.visit, town.guests[:2], [first.id, extra], Presence.PRESENT)
        attendance.mark(work, town.visit, town.guests[2:], [first.id, extra], Presence.ABSENT)
        activities.set_status(work, town.visit, ActivityStatus.TOOK_PLACE)
    with context.read() as view:
        paper = visit_report_papers.paper(view, town.visit, "en", "uk", date(2023, 11, 1))
        shown = text(printing.make(view, Paper.VISIT_REPORT, town.visit, ENGLISH).content)
        word = printing.make_other(view, Paper.VISIT_REPORT, ".docx", town.visit, ENGLISH).content
    assert paper.persons is not None
    assert (paper.persons.women, paper.persons.men, paper.persons.others) == (3, 1, 0)
    assert [(role.role, role.total) for role in paper.roles] == [
        (ParticipationRole.MENTEE, 3),
        (ParticipationRole.SPEAKER, 1),
    ]
    assert float(paper.hours) == 2.5, "90 minutes and 60; meals and what was cancelled do not count"
    assert sorted((one.change, one.title.first) for one in paper.differences) == [
        (AgendaChange.CANCELLED, "Item 09:00"),
        (AgendaChange.NEW, "Item 14:00"),
    ]
    assert sorted(one.share for one in paper.attended) == [0, 100, 100]
    assert [point.first for point in paper.open_points] == [
        "The results are not written down yet.",
        "2 certificates can be issued.",
    ]
    assert paper.items[0].title.second == "Пункт 09:00"
    for part in ("4 persons", "2.5 training hours", "Version 1.0", "added", "Olha"):
        assert part in shown, part
    heads = [line.text for line in docx.Document(io.BytesIO(word)).paragraphs if line.style.name == "Heading 1"]  # type: ignore[union-attr]
    assert heads[0] == "1  Summary"


@pytest.mark.parametrize("language", ["en", "sl", "uk", "sv", "lv"])
def test_an_empty_visit_still_gives_its_papers(context: Context, town: Town, language: str) -> None:
    """Half empty is usual while a visit is prepared: the papers are made, nothing says None."""
    with context.write("Another visit") as work:
        bare = activities.create(
            work,
            activities.ActivityDraft(programme_id=town.programme, title={"en": "Later"}, visit=activities.VisitDraft()),
        )
        participations.add(work, bare, town.guests[:1])
    with context.read() as view:
        for paper in (Paper.TRAVEL_ORDER, Paper.VISIT_REPORT):
            for second in ("", "en" if language != "en" else "uk"):
                options = PaperOptions(language, second, documents=True)
                data = printing.make(view, paper, bare, options).content
                assert "None" not in text(data)
                assert data == printing.make(view, paper, bare, options).content
                assert printing.make_other(view, paper, ".docx", bare, options).content[:2] == b"PK"
