"""Run-sheet, agendas of single people, interpreter pack: what stands on them, whatever the data are."""

from dataclasses import replace
from datetime import date, time

import pytest

from app.core.vocabulary import ActivityKind, AgendaChange, InterpretationMode, SessionKind
from app.documents import agenda, agenda_workbook, interpreter_pack, personal_agenda, run_sheet
from app.documents.agenda_data import (
    AgendaDay,
    AgendaItem,
    AgendaOptions,
    AgendaPaper,
    ColumnSet,
    Group,
    ItemChange,
    Layout,
    ListedChange,
)
from app.documents.blocks import Contact
from app.documents.interpreter_pack import Interpreted, InterpreterOptions, InterpreterPaper, NamedGroup, NamedPerson
from app.documents.personal_agenda import PersonalPaper, PersonalPart
from app.documents.run_sheet import Reachable, RunDay, RunItem, RunSheetOptions, RunSheetPaper, interpretation_notes
from app.documents.speech import speech
from app.documents.texts import PersonName, Text
from tests.documents import samples
from tests.documents.paper_reading import boxes, fonts, pages_text, reader, text

OKSANA = PersonName("Оксана", "Гриценко", "Oksana", "Hrytsenko", "Іванівна", "f")
HOSTILE = '<b>x</b> & =HYPERLINK("http://x") <img src="/etc/passwd"> \u202egnp.exe \U0001f600 ' + "long " * 1000


def _agenda(*days: AgendaDay) -> AgendaPaper:
    return AgendaPaper("V01", ActivityKind.MENTORING_VISIT, Text("Visit"), days, start=days[0].day, organiser="CEP")


def _day(number: int, *items: AgendaItem) -> AgendaDay:
    return AgendaDay(date(2023, 10, number), items, place=Text("Domžale"))


def _item(title: str, hour: int = 9, kind: SessionKind = SessionKind.LECTURE) -> AgendaItem:
    return AgendaItem(Text(title), kind, time(hour), time(hour + 1))


def _run(title: str, **given: object) -> RunItem:
    return RunItem(_item(title, kind=given.pop("kind", SessionKind.LECTURE)), **given)  # type: ignore[arg-type]


# run-sheet ---------------------------------------------------------------------------------------------------


def _sheet(*days: RunDay) -> RunSheetPaper:
    return RunSheetPaper(_agenda(*(day.day for day in days)), days)


def test_every_day_of_a_run_sheet_begins_a_page_and_all_say_internal() -> None:
    days = [RunDay(_day(n), (_run(f"Talk {n}"),)) for n in range(2, 7)]
    pages = pages_text(run_sheet.build(_sheet(*days)))
    assert len(pages) == 5
    for number, page in enumerate(pages, 1):
        assert f"Day {number} –" in page
        assert "Internal – not for distribution" in page
        assert f"Page {number} / 5" in page


def test_a_run_sheet_tells_who_where_what_and_for_how_many() -> None:
    one = _run(
        "Lunch",
        kind=SessionKind.MEAL,
        responsible=(Reachable(Text("Ms Maja Kranjc"), "+386 40 000 101"),),
        interpreters=(Reachable(Text("Hanna Koval"), "+386 40 000 103"),),
        mode=InterpretationMode.CONSECUTIVE,
        minutes=90,
        prepare=Text("Order the bus"),
        venue=Text("Hotel restaurant"),
        address="Ljubljanska 1",
        guests=12,
        staff=3,
        diets=(("vegetarian", 2), ("no nuts", 1)),
    )
    lead = Reachable(Text("Mr Andrej Zupan"), "+386 40 000 102")
    day = RunDay(_day(2), (one,), lead, ("Oksana H",), ("Petro K",), ("Ivan – wheelchair",), 12, 3)
    whole = text(run_sheet.build(_sheet(day)))
    for part in (
        "Led by: Mr Andrej Zupan, +386 40 000 102 · Guests: 12 · Hosts and staff: 3",
        "Arriving: Oksana H",
        "Leaving: Petro K",
        "Access needs: Ivan – wheelchair",
        "Hotel restaurant",
        "Ljubljanska 1",
        "Ms Maja Kranjc",
        "+386 40 000 101",
        "Consecutive",
        "net speaking time 45 min",
        "+386 40 000 103",
        "Order the bus",
        "vegetarian (2), no nuts (1)",
    ):
        assert part in whole


@pytest.mark.parametrize(
    ("mode", "minutes", "interpreters", "told"),
    [
        (InterpretationMode.NONE, 200, 0, []),
        (InterpretationMode.CONSECUTIVE, 60, 1, ["net speaking time 30 min"]),
        (InterpretationMode.CONSECUTIVE, 125, 1, ["net speaking time 62 min", "two interpreters"]),
        (InterpretationMode.CONSECUTIVE, 125, 2, ["net speaking time 62 min"]),
        (InterpretationMode.SIMULTANEOUS, 30, 1, ["two interpreters"]),
        (InterpretationMode.SIMULTANEOUS, 30, 2, []),
        (InterpretationMode.WHISPERED, 120, 1, []),
        (InterpretationMode.WHISPERED, 121, 1, ["two interpreters"]),
    ],
)
def test_net_speaking_time_and_second_interpreter(
    mode: InterpretationMode, minutes: int, interpreters: int, told: list[str]
) -> None:
    """AG-14: half of a consecutive item is the speaker's; AG-15: two for simultaneous or more than two hours."""
    assert [text.first for text in interpretation_notes(mode, minutes, interpreters, speech("en"))] == told


def test_a_run_sheet_without_days_says_so() -> None:
    paper = RunSheetPaper(AgendaPaper("V", ActivityKind.FORUM, Text("Forum"), ()), ())
    assert "The agenda has no items yet." in text(run_sheet.build(paper))


def test_a_cancelled_item_needs_nobody() -> None:
    gone = replace(_item("Gone"), change=ItemChange(AgendaChange.CANCELLED))
    one = RunItem(gone, (Reachable(Text("Nobody Comes")),), prepare=Text("nothing to do"))
    whole = text(run_sheet.build(_sheet(RunDay(_day(2, gone), (one,)))))
    assert "CANCELLED" in whole
    assert "Nobody Comes" not in whole
    assert "nothing to do" not in whole


# agendas of single people ------------------------------------------------------------------------------------


def _personal(count: int = 2) -> PersonalPaper:
    days = (_day(2, _item("Opening"), _item("Lecture", 11)), _day(3, _item("Visit")))
    duty = replace(days[0], items=(days[0].items[0], replace(days[0].items[1], duty=Text("You speak"))))
    first = PersonalPart(OKSANA, (duty, days[1]), Text("head of unit"), Text("Zavodske"), Text("Official"))
    first = replace(first, arrival=date(2023, 10, 1), room="12", accommodation=Text("Hotel Bistrica"), diet="vegan")
    others = [replace(first, name=PersonName(f"Name{n}", "Other"), days=days[1:]) for n in range(count - 1)]
    return PersonalPaper(replace(_agenda(*days), contacts=(Contact(Text("Host"), "Maja"),)), (first, *others))


def test_one_file_for_all_counts_the_pages_of_each() -> None:
    pages = pages_text(personal_agenda.build(_personal(3), AgendaOptions()))
    assert len(pages) == 3
    assert all("Page 1 / 1" in page for page in pages)
    mine = " ".join(pages[0].split())
    for part in (
        "Oksana Hrytsenko",
        "head of unit, Zavodske",
        "You speak",
        "Hotel Bistrica · room 12",
        "vegan",
        "Maja",
    ):
        assert part in mine
    assert "Stay arrival 1 October" in mine


def test_days_keep_the_numbers_of_the_whole_agenda() -> None:
    pages = pages_text(personal_agenda.build(_personal(), AgendaOptions()))
    assert "Day 2 – Tuesday, 3 October 2023" in pages[1]
    assert "Day 1 –" not in pages[1]
    assert "Opening" not in pages[1]


def test_single_files_hold_what_the_one_file_holds() -> None:
    paper = _personal(3)
    whole = pages_text(personal_agenda.build(paper, AgendaOptions()))
    single = [pages_text(data) for data in personal_agenda.build_each(paper, AgendaOptions())]
    assert [page for pages in single for page in pages] == whole


def test_somebody_without_items_is_told_so() -> None:
    paper = _personal(1)
    bare = replace(paper, people=(replace(paper.people[0], days=()),))
    assert "No items are planned for this person." in text(personal_agenda.build(bare, AgendaOptions()))


# interpreter pack --------------------------------------------------------------------------------------------


def _pack() -> InterpreterPaper:
    item = replace(_item("Opening"), title=Text("Opening", "Відкриття"))
    return InterpreterPaper(
        agenda=_agenda(_day(2, item)),
        interpreted=(
            Interpreted(
                date(2023, 10, 2),
                Text("Opening", "Відкриття"),
                InterpretationMode.CONSECUTIVE,
                time(9),
                time(10),
                60,
                Text("Mr Andrej Zupan"),
                (Reachable(Text("Hanna Koval"), "+386 40 000 103"),),
            ),
        ),
        groups=(NamedGroup(Text("Guests"), (NamedPerson(OKSANA, Text("head", "начальниця"), Text("Zavodske")),)),),
        occurring=(Text("Opening", "Відкриття заходу"),),
        terms=(Text("Agenda", "Програма заходу"), Text("Opening", "Відкриття заходу")),
    )


def test_the_pack_holds_agenda_names_in_both_scripts_and_glossary() -> None:
    whole = text(interpreter_pack.build(_pack(), InterpreterOptions("en", "uk")))
    for part in (
        "Interpreter pack",
        "Consecutive",
        "net speaking time 30 min",
        "Hanna Koval",
        "Speakers pause every few sentences",
        "Oksana Hrytsenko",
        "Оксана Іванівна Гриценко",
        "начальниця",
        "Програма заходу",
    ):
        assert part in whole
    assert whole.index("In this agenda") < whole.index("All terms")


# all of them -------------------------------------------------------------------------------------------------


def _papers(words: str, second: str = "uk") -> dict[str, bytes]:
    name = PersonName(words[:300], words[:200], words[:300], words[:200], "", "f")
    pair = Text(words, words[:50] + " uk")
    item = AgendaItem(pair, SessionKind.ONLINE, time(9), time(10), pair, venue=pair, notes=pair, link=words[:90])
    day = AgendaDay(date(2023, 10, 2), (item, _item("Other", 11)), place=pair, theme=pair)
    paper = replace(_agenda(day), partnership=pair, contacts=(Contact(pair, words, (words,)),))
    reached = Reachable(pair, words[:60])
    run = RunItem(item, (reached,), (reached,), InterpretationMode.CONSECUTIVE, 60, pair, pair, words, 1, 1)
    person = PersonalPart(name, (day,), pair, pair, pair, accommodation=pair, room=words[:40], travel=pair, diet=words)
    pack = InterpreterPaper(
        paper,
        (Interpreted(day.day, pair, InterpretationMode.SIMULTANEOUS, time(9), time(10), 60, pair, (reached,)),),
        (NamedGroup(Text("Guests"), (NamedPerson(name, pair, pair, pair),)),),
        (Text(words[:200], words[:200]),),
        (Text("Agenda", "Програма"),),
    )
    run_paper = RunSheetPaper(paper, (RunDay(day, (run,), reached, (words[:90],), (), (words[:200],), 1, 1),))
    whole = replace(
        paper,
        title=pair,
        places=pair,
        programme=pair,
        funder=pair,
        aim=pair,
        results=pair,
        group=Group(pair, 1),
        logistics=((pair, pair),),
        changes=(ListedChange(pair, pair, pair, pair, words),) * 2,
        emergency=Contact(Text(), words, (words,)),
        code=words,
        organiser=words,
    )
    chosen = ((Layout.A, ColumnSet.FULL), (Layout.B, ColumnSet.FULL), (Layout.C, ColumnSet.COMPACT))
    layouts = {
        f"agenda {layout}": agenda.build(whole, AgendaOptions("en", second, columns, layout))
        for layout, columns in chosen
    }
    return {
        **layouts,
        "run-sheet": run_sheet.build(run_paper, RunSheetOptions("en", second)),
        "personal": personal_agenda.build(PersonalPaper(paper, (person,)), AgendaOptions("en", second)),
        "pack": interpreter_pack.build(pack, InterpreterOptions("en", second)),
    }


@pytest.mark.parametrize("words", ["", "Short", HOSTILE], ids=["empty", "short", "hostile"])
def test_whatever_is_written_is_printed_as_text_inside_the_page(words: str) -> None:
    for name, data in _papers(words).items():
        found = {font: inside for font, inside in fonts(data).items() if "Source" in font}
        assert found, name
        assert all(found.values()), name
        for (width, height), runs in boxes(data):
            for run, (left, bottom, right, top) in runs:
                assert min(left, bottom, width - right, height - top) > 14, (name, run)
        for page in reader(data).pages:
            assert "/Annots" not in page
        whole = text(data)
        if words == HOSTILE:
            assert "<b>x</b> &" in whole, name
            assert "\u202e" not in whole
            assert "/etc/passwd" in whole.replace(" ", "")


@pytest.mark.parametrize("language", ["en", "sl", "uk", "sv", "lv"])
def test_the_same_data_give_the_same_bytes_in_every_language(language: str) -> None:
    second = "en" if language != "en" else "uk"
    paper = RunSheetPaper(samples.agenda(language, second), tuple(RunDay(day, ()) for day in samples.agenda().days))
    one = run_sheet.build(paper, RunSheetOptions(language, second))
    assert one == run_sheet.build(paper, RunSheetOptions(language, second))
    pack = interpreter_pack.build(_pack(), InterpreterOptions(language, second))
    assert pack == interpreter_pack.build(_pack(), InterpreterOptions(language, second))


def test_workbooks_hold_a_row_for_each_item_and_no_formula() -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    paper = samples.agenda("en", "uk")
    bad = replace(paper.days[1].items[0], title=Text('=HYPERLINK("http://x")', "@cmd"))
    paper = replace(paper, days=(replace(paper.days[1], items=(bad, *paper.days[1].items[1:])), *paper.days[2:]))
    sheet = load_workbook(BytesIO(agenda_workbook.agenda(paper, AgendaOptions("en", "uk")))).active
    items = sum(len(day.items) for day in paper.days)
    assert sheet is not None
    assert sum(row[0].value is not None for row in sheet.iter_rows(min_row=2)) >= items
    assert sheet["E2"].value == '=HYPERLINK("http://x")'
    assert sheet["E2"].data_type == "s"
    run = RunSheetPaper(paper, (RunDay(paper.days[0], (RunItem(bad, guests=2),)),))
    sheet = load_workbook(BytesIO(agenda_workbook.run_sheet(run, RunSheetOptions("en")))).active
    assert sheet is not None
    assert sheet["E2"].data_type == "s"
    assert sheet["L2"].value == 2
