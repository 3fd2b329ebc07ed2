"""How agendas look on the page: nothing alone at its head, contacts where they are looked for, no language mixed."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.core.vocabulary import AgendaChange, SessionKind
from app.documents import personal_agenda, run_sheet
from app.documents.agenda_columns import columns_of
from app.documents.agenda_data import AgendaDay, AgendaItem, AgendaOptions, Speaker
from app.documents.agenda_days import DayHeader, placed
from app.documents.agenda_head import opening
from app.documents.agenda_table import AgendaWriter, speaker_text, speakers_text
from app.documents.blocks import Contact, Contacts, Version
from app.documents.layout import PORTRAIT, Block, Space, paginate
from app.documents.run_sheet import RunSheetOptions
from app.documents.speech import Speech, speech
from app.documents.styles import EVENT_STRONG, MM
from app.documents.tables import Head, Row
from app.documents.texts import PersonName, Text
from app.documents.wrapping import height_of, without_widow, wrap
from tests.documents import proof_samples, samples
from tests.documents.paper_reading import boxes, pages_text, text

BOTH = speech("uk", "lv")
_KINDS = (SessionKind.LECTURE, SessionKind.COFFEE_BREAK, SessionKind.WORKSHOP, SessionKind.SITE_VISIT)


def _day(items: int, last: SessionKind) -> AgendaDay:
    kinds = [*(_KINDS[n % len(_KINDS)] for n in range(items - 1)), last]
    rows = (AgendaItem(Text(f"Item {n}"), kind, time(8 + n), time(9 + n)) for n, kind in enumerate(kinds))
    return AgendaDay(date(2026, 3, 2), tuple(rows))


def _flow(items: int, last: SessionKind, said: Speech) -> list[Block]:
    day = _day(items, last)
    whole = replace(samples.agenda(), days=(day,))
    writer = AgendaWriter(whole, said, columns_of(said, AgendaOptions(), False))
    head, rows = writer.day(day, Head(writer.table))
    return [head, *rows]


def _rows_of_pages(flow: list[Block], above: float) -> list[int]:
    pages = paginate([Space(above), *flow], PORTRAIT.body_top)
    return [sum(isinstance(block, Row) for block, _ in page.placed) for page in pages]


@pytest.mark.parametrize("said", [speech("en"), BOTH], ids=["one", "two"])
@pytest.mark.parametrize("items", [4, 5, 7, 9])
def test_no_day_goes_on_with_a_break_or_a_meal_alone(items: int, said: Speech) -> None:
    """Wherever the day begins on the page: the lunch that ends it stands below another item."""
    room = PORTRAIT.body_bottom - PORTRAIT.body_top
    for tenth in range(100):
        rows = _rows_of_pages(_flow(items, SessionKind.MEAL, said), room * tenth / 100)
        assert rows[-1] != 1, f"a page with the meal alone, {tenth} % of the page above it: {rows}"
        assert sum(rows) == items


def test_an_item_of_work_may_end_a_day_on_a_new_page() -> None:
    room = PORTRAIT.body_bottom - PORTRAIT.body_top
    flow = [_rows_of_pages(_flow(6, SessionKind.LECTURE, BOTH), room * n / 100)[-1] for n in range(100)]
    assert 1 in flow, "pages are filled first; only what nobody turns a page for is kept"


def test_a_high_last_item_tears_no_hole() -> None:
    day = _day(5, SessionKind.MEAL)
    high = replace(day.items[3], description=Text(" ".join(["Long words of somebody."] * 60)))
    day = replace(day, items=(*day.items[:3], high, day.items[4]))
    writer = AgendaWriter(samples.agenda(), BOTH, columns_of(BOTH, AgendaOptions(), False))
    _, rows = writer.day(day, Head(writer.table))
    assert [row.keep for row in rows] == [0] * 5


def test_contacts_stand_at_the_foot_of_page_one_where_it_has_room() -> None:
    data = personal_agenda.build(proof_samples.personal("en", ""), AgendaOptions())
    pages = pages_text(data)
    assert "Contacts" in pages[0], "phones are looked for on page 1"
    assert [page.count("Contacts") for page in pages] == [1, 0]
    data = run_sheet.build(proof_samples.run_sheet("sl", ""), RunSheetOptions("sl"))
    pages = pages_text(data)
    assert [page.count("Kontakti") for page in pages] == [1, 0, 0, 0], "no page for the contacts alone"
    bottom = max(box[1] for run, box in boxes(data)[0][1] if "Kontakti" in run)
    assert bottom < 595 / 3, "at the foot, not below the last item"


@pytest.mark.parametrize(("items", "found"), [(4, [1, 0]), (6, [0, 0, 1]), (7, [1, 0, 0])])
def test_contacts_add_no_page_to_the_first_day(items: int, found: list[int]) -> None:
    """A day that fills its page stays whole, they stand at the end; one that goes on gives them its last rows."""
    paper = proof_samples.run_sheet("en", "")
    day = replace(paper.days[1], items=paper.days[1].items[:items])
    pages = pages_text(run_sheet.build(replace(paper, days=(day, paper.days[2])), RunSheetOptions()))
    assert [page.count("Contacts") for page in pages] == found
    assert ("12:30–13:30" in pages[0]) == (items == 6)


@pytest.mark.parametrize("days", [0, 1])
def test_a_run_sheet_of_one_day_or_none_tells_its_contacts_once(days: int) -> None:
    paper = proof_samples.run_sheet("en", "")
    data = run_sheet.build(replace(paper, days=paper.days[:days]), RunSheetOptions())
    assert [page.count("Contacts") for page in pages_text(data)] == [1]


def test_a_cancelled_item_of_the_run_sheet_is_struck_whole_and_tells_why() -> None:
    paper = proof_samples.run_sheet("en", "")
    writer = run_sheet._Writer(paper, speech("en"))
    changed = [item for day in paper.days for item in day.items if item.item.change]
    gone = next(item for item in changed if item.item.change.kind is AgendaChange.CANCELLED)  # type: ignore[union-attr]
    row = writer._row(gone)
    assert all(line.runs[0][1].strike for line in row.cells[2]), "venue and address"
    assert "Merged with Day 2, 14:30." in text(run_sheet.build(paper, RunSheetOptions()))


def test_the_version_line_has_the_whole_box_where_nothing_stands_beside_it() -> None:
    version = Version("1.3", datetime(2023, 10, 23, 9, 0), "1.2", final=True)
    said = speech("uk")
    plain = replace(samples.agenda("uk", marks=False), version=version)
    box = opening(plain, said, Text("Програма"))[-1]
    marked = opening(replace(samples.agenda("uk"), version=version), said, Text("Програма"))[-1]
    assert len(box.left) == 1  # type: ignore[attr-defined]
    assert len(marked.left) == 2, "beside the note on marks it needs two lines"  # type: ignore[attr-defined]


def test_the_town_is_told_once_in_each_language() -> None:
    hall = Text("Domžale, council hall")
    assert placed(Text("Domžale"), hall) == hall
    assert placed(Text("Домжале", "Domžale"), hall) == Text("Домжале, Domžale, council hall")
    assert placed(Text("Domžale", "Домжале"), hall) == Text("Domžale, council hall", "Домжале")
    assert placed(Text("Домжале", "Domžale"), Text("Зала", "Council hall")) == Text(
        "Домжале, Зала", "Domžale, Council hall"
    )


def test_a_post_without_a_translation_does_not_stand_in_the_other_language() -> None:
    """AG-12: it is told once; the second line says only what it has words for."""
    guest = PersonName("Оксана", "Гриценко", "Oksana", "Hrytsenko", sex="f")
    host = PersonName("Andrej", "Zupan", sex="m")
    post = Text("начальниця відділу")
    assert speaker_text(Speaker(guest, post), BOTH) == Text(
        "Оксана\u00a0Гриценко, начальниця відділу", "Oksana\u00a0Hrytsenko"
    )
    assert speaker_text(Speaker(host, post), BOTH) == Text("Andrej\u00a0Zupan, начальниця відділу")
    city = Text("Заводське", "Zavodske")
    told = speaker_text(Speaker(guest, post, city), BOTH)
    assert told == Text("Оксана\u00a0Гриценко, начальниця відділу, Заводське", "Oksana\u00a0Hrytsenko, Zavodske")
    known = Text("ментор", "mentors")
    assert speaker_text(Speaker(host, known, Text("CEP")), BOTH).second == "Andrej\u00a0Zupan, mentors, CEP"
    several = speakers_text((Speaker(host, post), Speaker(guest, known)), BOTH)
    assert several.second == "Oksana\u00a0Hrytsenko, mentors", "who has nothing to tell again is told once"
    assert speaker_text(Speaker(guest, post), speech("lv")) == Text("Oksana\u00a0Hrytsenko, начальниця відділу")


def test_a_theme_without_a_translation_is_told_once() -> None:
    day = replace(_day(2, SessionKind.MEAL), theme=Text("Повені"), mentor=Speaker(PersonName("Andrej", "Zupan")))
    header = DayHeader(day, BOTH, 1, Text())
    lines = [run[0].replace("\u00a0", " ") for line in header.sub for run in line.runs]
    assert lines == ["Повені · Менторство дня: Andrej Zupan", "Dienas mentors: Andrej Zupan"]


def test_a_title_ends_with_no_lonely_word() -> None:
    words = "Особиста програма · Домжале – Заводське – Цивільний захист і реагування на природні та інші лиха"
    width = 170 * MM
    plain = wrap(words, EVENT_STRONG, width)
    assert plain[-1].width < width / 4, "the case that it is made for"
    even = without_widow(words, EVENT_STRONG, width)
    assert len(even) == len(plain)
    assert even[-1].width > width / 3
    assert " ".join(line.runs[0][0] for line in even) == words
    short = "Domžale – Zavodske"
    assert without_widow(short, EVENT_STRONG, width) == wrap(short, EVENT_STRONG, width)


def test_both_zones_are_named_in_both_languages() -> None:
    """AG-11 on bilingual paper: the times once, the cities for each reader."""
    item = AgendaItem(Text("Webinar"), SessionKind.ONLINE, time(9), time(10, 30))
    day = AgendaDay(date(2026, 3, 2), (item,))
    paper = replace(samples.agenda(), days=(day,), zone="Europe/Ljubljana", partner_zone="Europe/Kyiv")
    said = speech("en", "uk")
    cell = AgendaWriter(paper, said, columns_of(said, AgendaOptions(), False)).row(item, day, Text()).cells[0]
    lines = [line.runs[0][0] for line in cell]
    assert lines[:5] == ["9:00–10:30", "Ljubljana", "Любляна", "10:00–11:30 Kyiv", "Київ"]
    alone = speech("sl")
    cell = AgendaWriter(paper, alone, columns_of(alone, AgendaOptions(), False)).row(item, day, Text()).cells[0]
    assert [line.runs[0][0] for line in cell][1:3] == ["Ljubljana", "10.00–11.30 Kijev"]


def test_names_of_contacts_stand_on_one_line() -> None:
    """Roles of one line and of two beside each other; one of many lines does not push the others down."""
    cards = Contacts(
        Text("Contacts", "Контакти"),
        (
            Contact(Text("Organiser, round the clock", "Організатор, цілодобово"), "Maja Kranjc"),
            Contact(Text("Mentor", "Ментор"), "Andrej Zupan"),
        ),
        width=140 * MM,
    )
    tops = []
    for card in cards.rows[0]:
        at = next(n for n, line in enumerate(card) if line.runs[0][0] in {"Maja Kranjc", "Andrej Zupan"})
        tops.append(height_of(card[:at]))
    assert tops[0] == pytest.approx(tops[1])
    assert cards.rows[0][1][0].runs[0][0] == "Mentor / Ментор"
    assert [line.runs[0][0] for line in cards.rows[0][0]][:-1] == [
        "Organiser, round the clock",
        "Організатор, цілодобово",
    ]
    long = (Contact(Text("A role of very many words " * 6), "Ana"), Contact(Text("Mentor"), "Eva"))
    second = Contacts(Text("Contacts"), long, width=140 * MM).rows[0][1]
    assert second[0].gap == 0


def test_contacts_take_the_room_of_items_only_where_no_page_is_added() -> None:
    """AG-6: a bilingual agenda of one person goes on for pages; its phones are on the first."""
    data = personal_agenda.build(proof_samples.personal("uk", "en"), AgendaOptions("uk", "en"))
    found = [page.count("Контакти") for page in pages_text(data)]
    assert found == [1, 0, 0]
    below = min(box[1] for run, box in boxes(data)[0][1] if "+386 40 000 101" in run)
    above = [box[1] for run, box in boxes(data)[0][1] if ":" in run and "–" in run and "+386" not in run]
    assert all(bottom > below for bottom in above), "no item under the cards"


def test_contacts_that_page_one_cannot_hold_stand_below_the_first_day() -> None:
    """Its first page is full and one more would be needed without its last rows: they stand on its last page."""
    paper = proof_samples.run_sheet("uk", "sl")
    seven = paper.days[1]
    found = set()
    for count in range(3, 8):
        day = replace(seven, items=seven.items[:count])
        data = run_sheet.build(replace(paper, days=(day, paper.days[2])), RunSheetOptions("uk", "sl"))
        pages = pages_text(data)
        told = [page.count("Контакти") for page in pages]
        assert sum(told) == 1
        assert not pages[told.index(1)].lstrip().startswith("Контакти"), "never a page of their own"
        found.add(told.index(1))
    assert found == {0, 1, 2}, "foot of page 1, of the first day, below the last day"
