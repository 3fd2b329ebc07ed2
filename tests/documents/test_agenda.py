"""The agenda: what stands on it, where it breaks, in one and two languages (AG-1 to AG-13, AR-2 to AR-4)."""

from dataclasses import replace
from datetime import date, time

import pytest

from app.core.vocabulary import SessionKind
from app.documents import agenda, agenda_data
from app.documents.agenda_data import AgendaDay, AgendaItem, AgendaOptions, ColumnSet
from app.documents.agenda_table import common_venue
from app.documents.texts import Text
from tests.documents import samples
from tests.documents.paper_reading import boxes, pages_text, reader, text


def test_header_block_in_its_order() -> None:
    first = pages_text(agenda.build(samples.agenda()))[0]
    order = [
        "Programme of the mentoring visit",
        "Domžale – Zavodske",
        "Civil protection and response",
        "2–20 October 2023",
        "Version 1.2 – 28 September 2023, 14:05 – replaces version 1.1",
        "Speaker / host",
        "Arrival day – Sunday, 1 October 2023",
        "Day 1 – Monday, 2 October 2023",
        "Contacts",
        "CEP-UA · DOM-ZAV-2023",
        "Page 1 / 6",
    ]
    places = [first.index(part) for part in order]
    assert places == sorted(places)
    assert "15 working days" in first
    assert "4 persons (2 women, 2 men), from Zavodske" in first


def test_every_item_is_there_once_and_days_are_numbered() -> None:
    paper = samples.agenda()
    whole = text(agenda.build(paper))
    for number in range(1, 16):
        assert f"Day {number} –" in whole
    assert "Day 16" not in whole
    assert "Departure day – Saturday, 21 October 2023" in whole
    assert whole.count("Flood protection along the Kamniška Bistrica") == 1


def test_changes_are_marked_struck_and_listed() -> None:
    pages = pages_text(agenda.build(samples.agenda()))
    whole = " ".join(" ".join(pages).split())
    for mark in ("NEW", "CHANGED", "MOVED", "CANCELLED"):
        assert mark in whole
    assert "17:30–18:15" in whole
    assert "Day 1, 13:30" in whole
    assert "Merged with Day 2, 14:30." in whole
    listed = next(n for n, page in enumerate(pages, 1) if "Changes since the version before" in page)
    assert f"list on page {listed}" in whole


def test_without_changes_nothing_is_marked() -> None:
    whole = text(agenda.build(samples.agenda(marks=False)))
    assert "Changes" not in whole
    assert "CHANGED" not in whole


def test_heads_repeat_and_continued_days_say_so() -> None:
    pages = pages_text(agenda.build(samples.agenda()))
    for page in pages[1:-1]:
        assert "Speaker / host" in page
        assert "Programme of the mentoring visit Domžale – Zavodske" in page
    assert any("(continued)" in page for page in pages[1:])


@pytest.mark.parametrize("rows", range(3, 40, 3))
def test_no_day_header_stands_alone(rows: int) -> None:
    """However many items a day has, a header is followed by two of its items on the same page (AG-8)."""
    paper = samples.agenda(marks=False)
    item = paper.days[1].items[0]
    days = tuple(
        AgendaDay(date(2023, 10, 2 + n), tuple(replace(item, title=Text(f"item {n}.{k}.")) for k in range(rows)))
        for n in range(4)
    )
    for page in pages_text(agenda.build(replace(paper, days=days, contacts=(), emergency=None))):
        for day in range(4):
            header = f"Day {day + 1} –"
            if header in page:
                assert sum(f"item {day}.{k}." in page for k in range(rows)) >= min(2, rows) or "(continued)" in page


def test_bilingual_has_both_languages_and_the_colon() -> None:
    whole = text(agenda.build(samples.agenda("sl", "uk"), AgendaOptions("sl", "uk")))
    assert "Program mentorskega obiska" in whole
    assert "Програма менторського візиту" in whole
    assert "9:15–9:45" in whole
    assert "Вітальне слово та відкриття візиту" in whole
    assert "1 / " in whole
    assert "Stran" not in whole


def test_slovenian_times_have_full_stops() -> None:
    whole = text(agenda.build(samples.agenda("sl"), AgendaOptions("sl")))
    assert "9.15–9.45" in whole
    assert "g. Andrej Zupan" in whole
    assert "SPREMENJENO" in whole


def test_persons_are_cyrillic_in_ukrainian_only_if_they_are_ukrainian() -> None:
    whole = text(agenda.build(samples.agenda("uk"), AgendaOptions("uk")))
    assert "Оксана Гриценко" in whole
    assert "Andrej Zupan" in whole
    assert "Mr Andrej" not in whole


def test_compact_columns() -> None:
    whole = text(agenda.build(samples.agenda(), AgendaOptions(columns=ColumnSet.COMPACT)))
    assert "Speaker / host" not in whole
    assert "Ms Nina Petrič" in whole


def test_common_venue_moves_to_the_day_header() -> None:
    day = samples.agenda().days[1]
    assert common_venue(day) == Text("Domžale, council hall")
    assert text(agenda.build(samples.agenda())).count("Domžale, council hall") < 20
    assert common_venue(replace(day, items=day.items[:1])) == Text()


def test_empty_agenda_and_empty_fields_print() -> None:
    paper = agenda_data.AgendaPaper(code="", kind=samples.agenda().kind, event_title=Text("Visit"), days=())
    assert "Visit" in text(agenda.build(paper))
    bare = replace(paper, days=(AgendaDay(date(2024, 1, 1), (AgendaItem(Text("Talk"), SessionKind.LECTURE),)),))
    whole = text(agenda.build(bare))
    assert "Talk" in whole
    assert "Dates" not in whole
    assert "Contacts" not in whole


def test_item_with_forty_lines_and_an_endless_one() -> None:
    paper = samples.agenda(marks=False)
    item = replace(paper.days[1].items[1], description=Text("word " * 400))
    endless = replace(item, title=Text("endless"), description=Text("longer " * 9000 + "END"))
    days = (replace(paper.days[1], items=(item, endless)),)
    data = agenda.build(replace(paper, days=days))
    assert len(reader(data).pages) > 8
    assert "END" in text(data)
    _inside(data)


def test_online_item_shows_the_partners_time() -> None:
    day = date(2025, 1, 30)
    item = AgendaItem(Text("Webinar"), SessionKind.ONLINE, time(10), time(12), link="https://example.org/room")
    paper = replace(
        samples.agenda(), days=(AgendaDay(day, (item,)),), zone="Europe/Ljubljana", partner_zone="Europe/Kyiv"
    )
    whole = text(agenda.build(paper))
    assert "11:00–13:00 Kyiv" in whole
    assert "https://example.org/room" in whole
    assert "/Annots" not in reader(agenda.build(paper)).pages[0]


def test_draft_is_told_in_version_line_and_footer() -> None:
    paper = replace(samples.agenda(), version=replace(samples.agenda().version, draft=True, replaces=""))
    page = pages_text(agenda.build(paper))[0]
    assert page.count("Draft") == 2


def test_bookmarks_name_the_days() -> None:
    outline = reader(agenda.build(samples.agenda())).outline
    titles = [entry.title for group in outline for entry in (group if isinstance(group, list) else [group])]
    assert "Day 1 – Monday, 2\u00a0October\u00a02023" in titles


def _inside(data: bytes) -> None:
    for (width, height), runs in boxes(data):
        for run, (left, bottom, right, top) in runs:
            assert left > 15, run
            assert right < width - 20, run
            assert bottom > 15, run
            assert top < height - 20, run
