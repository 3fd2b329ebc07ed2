"""Agendas as towns send them, into a real data file: days, times, languages, speakers, clashes, changes."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from app.core.errors import Refused
from app.core.vocabulary import SessionKind
from app.services import agendas, imports, sheet_imports
from app.services.context import Context
from app.services.import_plans import Decision
from tests.dump import dump
from tests.services.sheet_ground import Desk, desk, fields, outcomes, told

WHEN = ("date", "start", "end")


@pytest.fixture
def house(context: Context, tmp_path: Path) -> Desk:
    return desk(context, tmp_path)


def test_ukrainian_days_as_rows_and_two_languages_in_a_cell(house: Desk) -> None:
    path = house.file(
        ["Програма навчального візиту"],
        [],
        ["Час", "Захід", "Спікер", "Місце"],
        ["Понеділок, 9 жовтня"],
        ["9:00–10:30", "Відкриття / Opening", "Irena Kovač, Mayor of Domžale", "Town hall"],
        ["10.30-11.00", "Кава-брейк"],
        ["11:00", "Презентація громади", "Ольга Савчук; Невідома Особа"],
        ["Вівторок, 10 жовтня 2023 р."],
        [time(9, 0), "Візит до пожежної частини", "Domžale"],
        ["13:00-14:00", "Обід"],
        ["", "Без часу"],
        ["Підготувала: Савчук О."],
    )
    plan = house.plan("agenda", path)
    assert outcomes(plan) == {5: "new", 6: "new", 7: "new", 9: "new", 10: "new", 11: "refused"}
    assert [one.reason for one in plan.staged.skipped] == ["import_row_group", "import_row_group", "import_row_remark"]
    assert fields(plan, 5, *WHEN, "title", "title_en", "kind", "place") == (
        "2023-10-09", "09:00", "10:30", "Відкриття", "Opening", "opening", "Town hall",
    )  # fmt: skip
    assert fields(plan, 5, "speakers") == ("Irena Kovač",)
    assert fields(plan, 7, *WHEN, "notes") == ("2023-10-09", "11:00", "12:00", "Невідома Особа")
    assert ("end", "import_end_assumed") in told(plan, 7)
    assert ("speakers", "import_speaker_unknown") in told(plan, 7)
    assert fields(plan, 9, *WHEN, "host", "kind") == ("2023-10-10", "09:00", "13:00", "Domžale", "site_visit")
    assert ("end", "import_end_from_next") in told(plan, 9)
    before = dump(house.context)
    result = house.take(plan)
    with house.context.read() as view:
        rows = agendas.list_rows(view, house.town.visit)
        opening = agendas.load(view, result.people["List", 5])
    assert [(f"{row.starts_at:%d %H:%M}", f"{row.ends_at:%H:%M}", row.kind.value) for row in rows] == [
        ("09 09:00", "10:30", "opening"),
        ("09 10:30", "11:00", "coffee_break"),
        ("09 11:00", "12:00", "lecture"),
        ("10 09:00", "13:00", "site_visit"),
        ("10 13:00", "14:00", "meal"),
    ]
    assert opening.title == {"uk": "Відкриття", "en": "Opening"}
    assert opening.speakers == (house.town.speaker,)
    with house.context.read() as view:
        assert agendas.load(view, result.people["List", 7]).speakers == (house.town.guests[2],)
        assert agendas.load(view, result.people["List", 9]).host_id == house.town.host
    imports.take_back(house.context, result.batch)
    assert dump(house.context) == before


def test_english_columns_with_real_dates_times_and_merged_cells(house: Desk) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A3:A5")
        sheet.cell(4, 4).comment = Comment("bring cups", "Ana")

    path = house.file(
        ["Draft agenda – study visit, 9–11 October 2023"],
        ["Date", "Start", "End", "Session", "Speaker(s)", "Venue", "Remarks"],
        [
            datetime(2023, 10, 9),
            time(9, 0),
            time(10, 30),
            "Welcome",
            "Mr Taras Doroshenko; Irena Kovac",
            "City hall",
            "ID",
        ],
        ["", 0.4375, "11:00", "Coffee break"],
        ["", "11.00", "1 h", "Waste management in practice", "O. Savchuk"],
        ["10/10/2023", "kl. 9.00", "", "Tour of the treatment plant"],
        ["11/10/2023", "18:00", "01:00", "Farewell dinner"],
        change=merge,
    )
    plan = house.plan("agenda", path)
    assert fields(plan, 3, *WHEN, "speakers", "notes") == (
        "2023-10-09", "09:00", "10:30", "Taras Doroshenko; Irena Kovač", "ID",
    )  # fmt: skip
    assert fields(plan, 4, *WHEN, "kind") == ("2023-10-09", "10:30", "11:00", "coffee_break")
    assert plan.rows[1].extra["comments"] == "Session: bring cups"
    assert fields(plan, 5, *WHEN, "notes", "kind") == ("2023-10-09", "11:00", "12:00", "O. Savchuk", "lecture")
    assert ("speakers", "import_speaker_open") in told(plan, 5)
    assert ("kind", "import_kind_assumed") in told(plan, 5)
    assert fields(plan, 6, *WHEN) == ("2023-10-10", "09:00", "10:00")
    assert fields(plan, 7, *WHEN) == ("2023-10-11", "18:00", "01:00")
    assert ("start", "session_past_midnight") in told(plan, 7)
    result = house.take(plan)
    with house.context.read() as view:
        dinner = agendas.load(view, result.people["List", 7])
    assert (dinner.starts_at, dinner.ends_at) == (datetime(2023, 10, 11, 18), datetime(2023, 10, 12, 1))


def test_an_agenda_without_headings(house: Desk) -> None:
    path = house.file(
        ["ponedeljek, 9. oktober"],
        ["9.00–10.00", "Registracija udeležencev", "preddverje"],
        ["10.00–10.15", "Pozdravni nagovor županje", "dvorana"],
        ["torek, 10. oktober"],
        ["8.30", "Odhod z avtobusom"],
        ["12.30–13.30", "Kosilo"],
    )
    plan = house.plan("agenda", path)
    assert outcomes(plan) == {2: "new", 3: "new", 5: "new", 6: "new"}
    assert fields(plan, 3, *WHEN, "title", "kind") == (
        "2023-10-09", "10:00", "10:15", "Pozdravni nagovor županje", "opening",
    )  # fmt: skip
    assert fields(plan, 5, *WHEN, "kind") == ("2023-10-10", "08:30", "12:30", "transfer")
    assert {row.extra["language"] for row in plan.rows} == {"sl"}


def test_swedish_with_a_ukrainian_column_and_lengths_only(house: Desk) -> None:
    path = house.file(
        ["Dag", "Tid", "Längd", "Programpunkt", "Programpunkt (ukrainska)", "Lokal"],
        ["mån 9 okt", "kl. 9.00", 30, "Inledning", "Відкриття", "Rådhuset"],
        ["", "", "45 min", "Presentation av kommunen", "Презентація громади"],
        ["", "", "10 min", "Fika"],
        ["tis 10 okt", "9.00-10.00", "", "Studiebesök", "Ознайомчий візит"],
    )
    plan = house.plan("agenda", path)
    assert [fields(plan, row, *WHEN) for row in (2, 3, 4, 5)] == [
        ("2023-10-09", "09:00", "09:30"),
        ("2023-10-09", "09:30", "10:15"),
        ("2023-10-09", "10:15", "10:25"),
        ("2023-10-10", "09:00", "10:00"),
    ]
    assert fields(plan, 3, "title", "title_uk") == ("Presentation av kommunen", "Презентація громади")
    assert plan.rows[1].extra["language"] == "sv"


def test_a_sheet_for_each_day_and_breaks_over_all_columns(house: Desk) -> None:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "9.10."
    for row in (
        ["Time", "Activity", "Speaker"],
        ["9:00-10:00", "Opening"],
        ["10:00-10:15", "", ""],
        ["LUNCH 12:00-13:00"],
    ):
        first.append(row)
    first.cell(3, 3).value = "COFFEE BREAK"
    second = book.create_sheet("10.10.")
    for row in (["Time", "Activity", "Speaker"], ["2 pm", "Workshop"], ["From 4:00 pm to 5:30 pm", "Round table"]):
        second.append(row)
    path = house.folder / "days.xlsx"
    book.save(path)
    plan = house.plan("agenda", path)
    found = [
        (row.sheet, *(row.fields[name] for name in ("date", "start", "end", "title", "kind"))) for row in plan.rows
    ]
    assert found == [
        ("9.10.", "2023-10-09", "09:00", "10:00", "Opening", "opening"),
        ("9.10.", "2023-10-09", "10:00", "10:15", "COFFEE BREAK", "coffee_break"),
        ("9.10.", "2023-10-09", "12:00", "13:00", "LUNCH", "meal"),
        ("10.10.", "2023-10-10", "14:00", "16:00", "Workshop", "workshop"),
        ("10.10.", "2023-10-10", "16:00", "17:30", "Round table", "meeting"),
    ]


def test_days_as_columns(house: Desk) -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("B5:C5")
        sheet.merge_cells("B6:B7")

    path = house.file(
        ["Programme of the visit 9–10 October 2023"],
        ["", "Monday 9.10.", "Tuesday 10.10."],
        ["9:00", "Opening", "Site visit"],
        ["10:30", "Workshop", ""],
        ["12:00", "Lunch", ""],
        ["13:00", "Presentation", "Wrap-up"],
        ["14:00", "", "Departure"],
        change=merge,
        name="Plan",
    )
    plan = house.plan("agenda", path)
    found = [(row.sheet, row.row, *(row.fields[name] for name in (*WHEN, "title"))) for row in plan.rows]
    assert found == [
        ("Plan – Monday 9.10.", 3, "2023-10-09", "09:00", "10:30", "Opening"),
        ("Plan – Monday 9.10.", 4, "2023-10-09", "10:30", "12:00", "Workshop"),
        ("Plan – Monday 9.10.", 5, "2023-10-09", "12:00", "13:00", "Lunch"),
        ("Plan – Monday 9.10.", 6, "2023-10-09", "13:00", "14:00", "Presentation"),
        ("Plan – Tuesday 10.10.", 3, "2023-10-10", "09:00", "12:00", "Site visit"),
        ("Plan – Tuesday 10.10.", 5, "2023-10-10", "12:00", "13:00", "Lunch"),
        ("Plan – Tuesday 10.10.", 6, "2023-10-10", "13:00", "14:00", "Wrap-up"),
        ("Plan – Tuesday 10.10.", 7, "2023-10-10", "14:00", "15:00", "Departure"),
    ]
    assert house.take(plan).summary["taken_new"] == 8


@pytest.mark.parametrize(
    ("headings", "day", "title", "kind"),
    [
        (("Датум", "Време", "Активност", "Место"), "9.10.2023", "Ручак", "meal"),
        (("Datum", "Vrijeme", "Aktivnost", "Mjesto"), "ponedjeljak, 9. 10. 2023.", "Pauza za kafu", "coffee_break"),
        (("Датум", "Час", "Содржина", "Локација"), "9.10.2023 год.", "Работилница", "workshop"),
        (("Datums", "Laiks", "Aktivitāte", "Norises vieta"), "2023. gada 9. oktobris", "Pusdienas", "meal"),
        (("Дата", "Время", "Мероприятие", "Место"), "9 октября 2023 г.", "Обед", "meal"),
        (("ДАТА *", "ЧАС\n(початок – кінець)", "НАЗВА ЗАХОДУ", "МІСЦЕ ПРОВЕДЕННЯ"), "09.10.2023 р.", "Обід", "meal"),
    ],
)
def test_headings_of_all_languages(house: Desk, headings: tuple[str, ...], day: str, title: str, kind: str) -> None:
    plan = house.plan("agenda", house.file(headings, (day, "12.30-13.30", title, "Restoran")))
    assert fields(plan, 2, *WHEN, "title", "kind", "place") == (
        "2023-10-09", "12:30", "13:30", title, kind, "Restoran",
    )  # fmt: skip


HEAD = ("Date", "Time", "Title", "Speaker", "Place")
ONE = (date(2023, 10, 9), "9:00-10:00", "Waste management", "Irena Kovač", "Hall")


def test_what_comes_again_is_the_same_and_what_changed_is_told_field_by_field(house: Desk) -> None:
    house.take(house.plan("agenda", house.file(HEAD, ONE, (date(2023, 10, 9), "10:00-11:00", "Budget talk", "", ""))))
    again = house.plan("agenda", house.file(HEAD, ONE, (*ONE[:1], "10:00-11:00", "Budget talk", "", "")))
    assert outcomes(again) == {2: "same", 3: "same"}
    moved = house.file(
        HEAD,
        (*ONE[:1], "9:00-10:15", "Waste management in practice", "Irena Kovač", "Library"),
        (*ONE[:1], "15:00-16:00", "Budget talk", "Taras Doroshenko", ""),
        (*ONE[:1], "15:00-16:00", "budget  talk", "", ""),
    )
    plan = house.plan("agenda", moved)
    assert outcomes(plan) == {2: "update", 3: "update", 4: "duplicate"}
    changes = [[(one.field, one.old, one.new) for one in match.differences] for match in plan.matches]
    assert changes[0] == [
        ("end", "10:00", "10:15"),
        ("title", "Waste management", "Waste management in practice"),
        ("place", "Hall", "Library"),
    ]
    assert changes[1] == [
        ("start", "10:00", "15:00"),
        ("end", "11:00", "16:00"),
        ("speakers", "", "Taras Doroshenko"),
    ]
    preview = sheet_imports.preview(plan)
    assert (len(preview.new), len(preview.changed), preview.same, len(preview.left_out)) == (0, 2, 0, 1)
    house.take(plan, {("List", 2): Decision(keep=frozenset({"place"}))})
    with house.context.read() as view:
        rows = agendas.list_rows(view, house.town.visit)
    assert [(row.title, row.venue, row.speakers, f"{row.starts_at:%H:%M}-{row.ends_at:%H:%M}") for row in rows] == [
        ("Waste management in practice", "Hall", "Irena Kovač", "09:00-10:15"),
        ("Budget talk", "", "Taras Doroshenko", "15:00-16:00"),
    ]


def test_clashes_are_told_and_not_refused(house: Desk) -> None:
    house.take(house.plan("agenda", house.file(HEAD, ONE)))
    path = house.file(
        HEAD, (*ONE[:1], "9:30-10:30", "Meeting", "Irena Kovač", "Town hall"), (date(2023, 12, 1), *ONE[1:])
    )
    plan = house.plan("agenda", path)
    assert outcomes(plan) == {2: "new", 3: "new"}
    assert ("start", "speaker_booked_twice") in told(plan, 2)
    assert ("start", "session_outside_activity") in told(plan, 3)
    assert house.take(plan).summary["taken_new"] == 2


def test_a_refused_row_is_taken_when_its_time_is_typed(house: Desk) -> None:
    path = house.file(HEAD, (*ONE[:1], "уточнюється", "Talk", "", ""), ("", "9:00", "Second", "", ""))
    plan = house.plan("agenda", path)
    assert outcomes(plan) == {2: "refused", 3: "new"}
    assert told(plan, 2) == [("time", "import_time_unreadable")]
    assert sheet_imports.clean_field("agenda", "start", "kl. 14.30") == ("14:30", "")
    assert sheet_imports.clean_field("agenda", "start", "later") == ("", "import_time_unreadable")
    assert sheet_imports.clean_field("agenda", "kind", "обід") == ("meal", "")
    typed = {("List", 2): Decision(fields={"start": "14:30", "end": "15:00"}), ("List", 3): Decision(leave_out=True)}
    decided = house.decide(plan, typed)
    assert outcomes(decided) == {2: "new", 3: "new"}
    result = house.take(decided)
    assert list(result.people) == [("List", 2)]
    wrong = house.decide(plan, {("List", 2): Decision(fields={"start": "14:30", "end": "09:00"})})
    assert wrong.rows[0].reason == "import_record_ends_before_start"


def test_what_cannot_be_an_agenda_is_refused(house: Desk) -> None:
    with pytest.raises(Refused) as refused:
        house.plan("agenda", house.file(["Groceries"], ["Milk"], ["Bread"]))
    assert refused.value.code == "import_no_columns"
    with pytest.raises(Refused) as refused:
        house.plan("agenda", house.file(HEAD, ONE), programme="CEP-UA")
    assert refused.value.code == "import_kind_needs_activity"
    empty = house.plan("agenda", house.file(HEAD, ("", "", "", "", "")))
    with pytest.raises(Refused) as refused:
        house.take(empty)
    assert refused.value.code == "import_nothing"


def test_a_corrected_column_is_remembered_for_the_next_file(house: Desk) -> None:
    from app.importers.staging import Choices

    rows = (("Date", "Time", "Xyzzy", "Place"), (date(2023, 10, 9), "9:00-10:00", "Talk", "Hall"))
    workbook = imports.read_file(house.file(*rows))
    with house.context.read() as view:
        target = sheet_imports.target_of(view, "agenda", activity="CEP-UA-V01")
        chosen = Choices(mappings={"List": {3: "title"}})
        plan = sheet_imports.plan(view, workbook, "agenda", target, chosen)
    house.take(plan)
    again = house.plan("agenda", house.file(rows[0], (date(2023, 10, 10), "9:00-10:00", "Other", "Hall")))
    assert fields(again, 2, "title") == ("Other",)
    assert SessionKind.LECTURE.value == fields(again, 2, "kind")[0]


def test_what_the_heading_of_a_day_says_goes_to_the_head_of_the_day(house: Desk) -> None:
    path = house.file(
        ["Час", "Захід", "Місце"],
        ["Понеділок, 9 жовтня – Domžale: Цивільний захист", "", ""],
        ["9:00–10:30", "Відкриття", "Town hall"],
        ["Вівторок, 10 жовтня", "Поводження з відходами", "Ihan"],
        ["9:00–10:30", "Візит", "Сортувальна станція"],
        ["Середа, 11 жовтня", "", ""],
        ["Тема дня: Бюджет участі / Participatory budget", "", ""],
        ["9:00–10:30", "Лекція", ""],
        ["Четвер, 12 жовтня", "", ""],
        ["9:00–10:30", "Підсумки", ""],
    )
    plan = house.plan("agenda", path)
    assert outcomes(plan) == {3: "new", 5: "new", 8: "new", 10: "new"}
    before = dump(house.context)
    result = house.take(plan)
    with house.context.read() as view:
        heads = {day: agendas.load_day(view, house.town.visit, date(2023, 10, day)) for day in (9, 10, 11, 12)}
        shown = {row.day.day: (row.city, row.theme) for row in agendas.board(view, house.town.visit).days}
    assert (heads[9].city, heads[9].theme) == ({"en": "Domžale"}, {"uk": "Цивільний захист"})
    assert (heads[10].city, heads[10].theme) == ({"en": "Ihan"}, {"uk": "Поводження з відходами"})
    assert (heads[11].city, heads[11].theme) == ({}, {"uk": "Бюджет участі", "en": "Participatory budget"})
    assert (heads[12].city, heads[12].theme) == ({}, {})
    assert shown[11] == ("", "Participatory budget")
    imports.take_back(house.context, result.batch)
    assert dump(house.context) == before


def test_what_the_head_of_a_day_says_already_stays(house: Desk) -> None:
    with house.context.write("Head") as work:
        agendas.save_day(work, agendas.DayDraft(house.town.visit, date(2023, 10, 9), {}, {"en": "Our theme"}))
    path = house.file(["Time", "Session"], ["Monday 9 October 2023 (Domžale) – Waste", ""], ["09:00-10:00", "Opening"])
    house.take(house.plan("agenda", path))
    with house.context.read() as view:
        head = agendas.load_day(view, house.town.visit, date(2023, 10, 9))
    assert (head.city, head.theme) == ({"en": "Domžale"}, {"en": "Our theme"})
