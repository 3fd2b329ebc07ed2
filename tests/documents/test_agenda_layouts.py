"""Layouts of an agenda (AG-12), some of its days, online items (AG-11), what stands around the days (AG-1 to AG-7)."""

from dataclasses import replace
from datetime import date, datetime, time

import pypdfium2
import pytest

from app.core.vocabulary import ActivityKind, AgendaChange, SessionKind
from app.documents import agenda
from app.documents.agenda_data import (
    AgendaDay,
    AgendaItem,
    AgendaOptions,
    AgendaPaper,
    ColumnSet,
    DayKind,
    Group,
    ItemChange,
    Layout,
    ListedChange,
    Speaker,
    Was,
)
from app.documents.agenda_online import short_link, times_in
from app.documents.blocks import Contact, Version
from app.documents.own_words import OwnWords
from app.documents.speech import speech
from app.documents.texts import PersonName, Text
from tests.documents import samples
from tests.documents.paper_reading import boxes, pages_text, reader, text

BOTH = [(layout, columns) for layout in Layout for columns in ColumnSet]


def _sizes(data: bytes) -> set[tuple[int, int]]:
    return {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader(data).pages}


def _whole(first: str, second: str, options: AgendaOptions) -> bytes:
    return agenda.build(samples.agenda(first, second), options, samples.agenda(second))


def test_layout_b_lies_and_has_an_activity_column_for_each_language() -> None:
    data = _whole("en", "uk", AgendaOptions("en", "uk", layout=Layout.B))
    assert _sizes(data) == {(842, 595)}
    found = {run.strip(): box for _, runs in boxes(data)[:2] for run, box in runs}
    first, second = found["Welcome and opening of the visit"], found["Вітальне слово та відкриття візиту"]
    assert second[0] > first[0] + 150, "the second language stands beside the first, in a column of its own"
    assert abs(first[3] - second[3]) < 3, "both begin at the same height"


def test_layout_a_stands_and_has_the_second_language_below() -> None:
    data = _whole("en", "uk", AgendaOptions("en", "uk"))
    assert _sizes(data) == {(595, 842)}
    found = {run.strip(): box for _, runs in boxes(data)[:2] for run, box in runs}
    first, second = found["Welcome and opening of the visit"], found["Вітальне слово та відкриття візиту"]
    assert abs(first[0] - second[0]) < 2
    assert second[3] < first[3]


def test_layout_c_is_two_whole_agendas_with_one_version_and_own_page_counts() -> None:
    data = _whole("en", "uk", AgendaOptions("en", "uk", layout=Layout.C))
    alone = [agenda.build(samples.agenda(code), AgendaOptions(code)) for code in ("en", "uk")]
    counts = [len(reader(one).pages) for one in alone]
    pages = pages_text(data)
    assert len(pages) == sum(counts)
    assert f"Page 1 / {counts[0]}" in pages[0]
    assert f"1 / {counts[1]}" in pages[counts[0]]
    assert pages[: counts[0]] == pages_text(alone[0])
    assert pages[counts[0] :] == pages_text(alone[1])
    told_from_one = agenda.build(samples.agenda("en", "uk"), AgendaOptions("en", "uk", layout=Layout.C))
    assert pages_text(told_from_one) == pages
    assert "Version 1.2" in pages[0]
    assert "Версія 1.2" in pages[counts[0]]


@pytest.mark.parametrize(("layout", "columns"), BOTH)
@pytest.mark.parametrize(("first", "second"), [("uk", "en"), ("sl", "uk"), ("en", "uk"), ("lv", "uk"), ("sv", "")])
def test_every_item_is_in_every_layout_and_inside_the_page(
    layout: Layout, columns: ColumnSet, first: str, second: str
) -> None:
    paper = _stretched(first, second)
    data = agenda.build(paper, AgendaOptions(first, second, columns, layout), paper)
    whole = text(data)
    for number in range(60):
        assert f"item-{number}-" in whole
    for (width, height), runs in boxes(data):
        for run, (left, bottom, right, top) in runs:
            assert left > 15, run
            assert right < width - 20, run
            assert bottom > 15, run
            assert top < height - 20, run


def _stretched(first: str, second: str) -> AgendaPaper:
    """60 items in 12 days: a title of 300 letters, 40 lines of text, 12 speakers, all marks, an online item."""
    speakers = tuple(
        Speaker(PersonName(f"Оксана{n}", "Гриценко-Верхоланцева", f"Oksana{n}", "Hrytsenko-Verkholantseva", "", "f"))
        for n in range(12)
    )
    long = Text("Civil protection of the municipality " * 8, "Цивільний захист громади " * 12 if second else "")
    lines = Text("\n".join(f"Line {n} of the description" for n in range(40)))
    kinds, marks = list(SessionKind), list(AgendaChange)
    days = []
    for n in range(12):
        items = []
        for k in range(5):
            number = n * 5 + k
            was = Was(date(2023, 10, 2), time(8), time(8, 30))
            items.append(
                AgendaItem(
                    Text(f"item-{number}- {long.first if number == 3 else 'Talk'}", long.second if k % 2 else ""),
                    kinds[number % len(kinds)],
                    time(9 + k),
                    time(9 + k, 50),
                    lines if number == 17 else Text(),
                    speakers if number == 22 else speakers[: k % 3],
                    Text("Town hall") if k else Text(),
                    Text("Bring the map") if k % 2 else Text(),
                    "https://example.org/meeting/with/a/rather/long/path?pwd=QWxhZGRpbjpvcGVu" if k == 4 else "",
                    ItemChange(marks[k % 4], was) if n < 2 else None,
                )
            )
        days.append(AgendaDay(date(2023, 10, 2 + n), tuple(items), place=Text("Domžale"), theme=long))
    return replace(samples.agenda(first, second), days=tuple(days), partner_zone="Europe/Kyiv", zone="Europe/Riga")


@pytest.mark.parametrize("layout", [Layout.A, Layout.B])
def test_a_missing_translation_prints_the_first_language_once(layout: Layout) -> None:
    item = AgendaItem(Text("Only in English"), SessionKind.LECTURE, time(9), time(10))
    paper = replace(samples.agenda("en", "uk", marks=False), days=(AgendaDay(date(2023, 10, 2), (item,)),))
    whole = text(agenda.build(paper, AgendaOptions("en", "uk", layout=layout)))
    assert whole.count("Only in English") == 1


def test_some_days_keep_their_numbers_and_say_that_they_are_an_excerpt() -> None:
    options = AgendaOptions(days=(date(2023, 10, 4), date(2023, 10, 5)))
    whole = text(agenda.build(samples.agenda(), options))
    assert "Day 3 – Wednesday, 4 October 2023" in whole
    assert "Day 4 –" in whole
    assert "Day 1 –" not in whole
    assert "Arrival day" not in whole
    assert "Excerpt 4 October, 5 October" in whole


def test_changes_of_other_days_are_not_listed_in_an_excerpt() -> None:
    changes = (
        ListedChange(Text("Of day three"), days=(date(2023, 10, 4),)),
        ListedChange(Text("Of another day"), days=(date(2023, 10, 9),)),
    )
    paper = replace(samples.agenda(), changes=changes)
    whole = text(agenda.build(paper, AgendaOptions(days=(date(2023, 10, 4),))))
    assert "Of day three" in whole
    assert "Of another day" not in whole


def test_travel_days_and_free_days_have_no_number() -> None:
    item = AgendaItem(Text("Walk"), SessionKind.CULTURAL, time(9), time(10))
    kinds = (DayKind.ARRIVAL, DayKind.PROGRAMME, DayKind.FREE, DayKind.PROGRAMME, DayKind.DEPARTURE)
    days = tuple(AgendaDay(date(2023, 10, 1 + n), (item,), kind) for n, kind in enumerate(kinds))
    paper = replace(
        samples.agenda(marks=False),
        days=days,
        working_days=0,
        start=date(2023, 10, 1),
        end=date(2023, 10, 5),
        arrival=date(2023, 10, 1),
        departure=date(2023, 10, 5),
    )
    whole = text(agenda.build(paper))
    for part in (
        "Arrival day – Sunday",
        "Day 1 – Monday",
        "Free day – Tuesday",
        "Day 2 – Wednesday",
        "Departure day – Thursday",
        "1–5 October 2023 (2 working days); arrival 1 October, departure 5 October",
    ):
        assert part in whole


def test_dates_known_in_part_are_told_in_words() -> None:
    paper = AgendaPaper("X", ActivityKind.FORUM, Text("Forum"), (), when=Text("October 2025"))
    whole = text(agenda.build(paper))
    assert "Dates October 2025" in whole
    assert "The agenda has no items yet." in whole


# online items ------------------------------------------------------------------------------------------------


def test_zones_are_computed_for_the_day() -> None:
    """Kyiv and Stockholm differ by one hour all the year; Kyiv and Tbilisi by two in winter and one in summer."""
    said = speech("en")
    winter, summer = date(2025, 1, 30), date(2025, 7, 30)
    assert times_in(winter, time(10), time(12), ("Europe/Stockholm", "Europe/Kyiv"), said) == "11:00–13:00"
    assert times_in(summer, time(10), time(12), ("Europe/Stockholm", "Europe/Kyiv"), said) == "11:00–13:00"
    assert times_in(winter, time(10), time(12), ("Europe/Kyiv", "Asia/Tbilisi"), said) == "12:00–14:00"
    assert times_in(summer, time(10), time(12), ("Europe/Kyiv", "Asia/Tbilisi"), said) == "11:00–13:00"
    assert times_in(winter, time(10), time(12), ("Europe/Riga", "Europe/Kyiv"), said) == "10:00–12:00"
    assert times_in(winter, time(23, 30), None, ("Europe/Riga", "Asia/Tbilisi"), said) == "31\u00a0January, 1:30"


def test_both_zones_are_named_even_when_their_clocks_agree() -> None:
    data = agenda.build(_online("https://example.org/room", "Europe/Riga", "Europe/Kyiv"))
    whole = text(data)
    assert "Riga" in whole
    assert "10:00–12:00 Kyiv" in whole


def test_the_code_of_a_link_can_be_read_and_the_text_is_short() -> None:
    import zxingcpp

    link = "https://us02web.zoom.us/j/84512345678?pwd=QWxhZGRpbjpvcGVuIHNlc2FtZQ"
    data = agenda.build(_online(link, "Europe/Riga", "Europe/Kyiv"))
    document = pypdfium2.PdfDocument(data)
    picture = document[0].render(scale=3).to_pil()
    document.close()
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [link]
    whole = text(data).replace(" ", "")
    assert "us02web.zoom.us/j/84512345678" in whole
    assert "pwd=" not in whole
    assert "/Annots" not in reader(data).pages[0]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "meeting 123", "x" * 5000])
def test_what_is_no_web_address_is_printed_and_gets_no_code(link: str) -> None:
    assert short_link(link) == link
    data = agenda.build(_online(link, "Europe/Riga", ""))
    assert text(data).replace(" ", "").count(link.replace(" ", "")[:12]) >= 1


def test_long_links_are_told_short() -> None:
    assert short_link("https://www.example.org/") == "https://www.example.org/"
    assert short_link("https://www.example.org/a/rather/long/path/?x=1") == "example.org/a/rather/long/path"
    assert short_link("https://user:secret@example.org/room/which/is/long") == "example.org/room/which/is/long"
    assert len(short_link("https://example.org/" + "a" * 90)) == 46


def _online(link: str, zone: str, partner: str) -> AgendaPaper:
    item = AgendaItem(Text("Webinar"), SessionKind.ONLINE, time(10), time(12), link=link)
    return AgendaPaper(
        "X",
        ActivityKind.WEBINAR_SERIES,
        Text("Series"),
        (AgendaDay(date(2025, 1, 30), (item,)),),
        zone=zone,
        partner_zone=partner,
    )


def test_a_journey_that_ends_the_next_day_says_so() -> None:
    item = AgendaItem(Text("Night bus"), SessionKind.TRAVEL, time(22), time(6, 30), end_day=date(2025, 1, 31))
    paper = replace(_online("", "", ""), days=(AgendaDay(date(2025, 1, 30), (item,)),))
    assert "22:00 – 31 January, 6:30" in text(agenda.build(paper))


# around the days -----------------------------------------------------------------------------------------------


def test_group_tells_sexes_sender_and_roles() -> None:
    group = Group(Text("Zavodske"), 2, 1, 1, ((Text("Politician"), 1), (Text("Official"), 3)))
    whole = text(agenda.build(replace(_online("", "", ""), group=group)))
    assert "4 persons (2 women, 1 man, 1 person not stated), Zavodske; Politician 1, Official 3" in whole
    whole = text(agenda.build(replace(_online("", "", ""), group=Group(expected=12))))
    assert "12 persons expected" in whole


def test_emergency_and_practical_information() -> None:
    paper = replace(
        _online("", "", ""),
        contacts=(Contact(Text("Organiser"), "Maja Kranjc", ("+386 40 000 101",)),),
        emergency=Contact(Text(), "112", ("Embassy +386 1 000",)),
        logistics=((Text("Paid by"), Text("travel: the host")), (Text("Insurance"), Text("word " * 400))),
    )
    whole = text(agenda.build(paper))
    for part in ("Contacts Organiser", "Emergency", "112", "Embassy", "Practical information", "travel: the host"):
        assert part in whole
    assert whole.count("word") == 400
    assert "air-raid" not in whole
    assert "At an air-raid alert go to the nearest shelter" in text(agenda.build(replace(paper, country="UA")))


def test_more_contacts_than_a_row_holds() -> None:
    contacts = tuple(Contact(Text("Host"), f"Person {n:02d}") for n in range(23))
    whole = text(agenda.build(replace(_online("", "", ""), contacts=contacts)))
    for n in range(23):
        assert f"Person {n:02d}" in whole


def test_the_programmes_own_words_are_printed() -> None:
    texts = {"title": {"en": "Plan of {partnership}"}, "note": {"en": "Bring {unknown} and <b>tea</b>."}}
    paper = replace(_online("", "", ""), words=OwnWords(texts), partnership=Text("Domžale – Zavodske"))
    whole = text(agenda.build(paper))
    assert "Plan of Domžale – Zavodske" in whole
    assert "Bring {unknown} and <b>tea</b>." in whole


def test_the_list_of_changes_tells_a_common_reason_once() -> None:
    changes = tuple(
        ListedChange(Text(f"Item {n}"), Text("9:00"), Text("10:00"), Text("Bus is late"), "maja") for n in range(4)
    )
    paper = replace(_online("", "", ""), changes=changes, version=Version("1.1", datetime(2025, 1, 2, 9), "1.0"))
    whole = text(agenda.build(paper))
    assert whole.count("Bus is late") == 1
    assert whole.count("maja") == 1
    mixed = (*changes[:3], replace(changes[3], reason=Text("Speaker ill"), who="ana"))
    whole = text(agenda.build(replace(paper, changes=mixed)))
    assert whole.count("Bus is late") == 3
    assert "Item Was Is Reason Told by" in whole


def test_a_chair_leads_the_days_of_a_forum_and_a_mentor_those_of_a_visit() -> None:
    day = replace(_online("", "", "").days[0], mentor=Speaker(PersonName("Nina", "Petrič", sex="f")))
    forum = replace(_online("", "", ""), days=(day,))
    assert "Chair: Ms Nina Petrič" in text(agenda.build(forum))
    visit = replace(forum, kind=ActivityKind.MENTORING_VISIT)
    assert "Mentor of the day: Ms Nina Petrič" in text(agenda.build(visit))


@pytest.mark.parametrize("second", ["", "uk"])
def test_a_long_place_never_runs_into_the_date(second: str) -> None:
    place = Text(
        "Regional training centre for civil protection and disaster relief, Ig near Ljubljana " * 2, "Навчальний центр"
    )
    days = tuple(replace(day, place=place) for day in samples.agenda("lv", second).days[:4])
    data = agenda.build(replace(samples.agenda("lv", second), days=days), AgendaOptions("lv", second))
    for _, runs in boxes(data):
        for number, (first, (left, bottom, right, top)) in enumerate(runs):
            for other, (left2, bottom2, right2, top2) in runs[number + 1 :]:
                wide, high = min(right, right2) - max(left, left2), min(top, top2) - max(bottom, bottom2)
                if wide > 1.5 and high > 0:
                    assert high < 0.45 * min(top - bottom, top2 - bottom2), (first, other)
