"""Lists, sign-in sheets, badges, name tents: what each shows, and that it holds with none, one and many people."""

import io
import re
from dataclasses import replace
from datetime import date

import openpyxl
import pypdf
import pytest

from app.documents import badges, name_tents, participant_list, sign_in_sheet, sign_in_workbook
from app.documents.badges import Badge, BadgeOptions
from app.documents.layout import LANDSCAPE
from app.documents.name_fitting import in_lines
from app.documents.name_tents import Tent, TentOptions, TentPaper
from app.documents.own_words import OwnWords
from app.documents.participant_list import ListedGroup, ListedPerson, ParticipantOptions, ParticipantPaper
from app.documents.sign_in_sheet import SheetDay, Signer, SignInOptions, SignInPaper
from app.documents.sign_in_table import table_of
from app.documents.speech import speech
from app.documents.styles import MM, Style
from app.documents.texts import PersonName, Text
from app.documents.wrapping import text_width
from tests.documents import more_samples as more
from tests.documents.paper_reading import boxes, pages_text, reader, text

MONDAY = date(2023, 10, 2)
HOSTILE = ("<b>bold</b>", "A & B", '=HYPERLINK("http://x")', "+380501112233", "-2", "@SUM(A1)", "&P &[Date]")
LONG = "Maksymiliana-Oleksandra Vitaliivna Nadzvychainoskladna-Prizvyshchenko-Kovalchukivska"


def _inside(data: bytes, least: float = 8 * MM) -> None:
    for (width, height), runs in boxes(data):
        for run, (left, bottom, right, top) in runs:
            assert min(left, bottom, width - right, height - top) > least - 1, run


def _person(family: str, **more_fields: object) -> ListedPerson:
    return ListedPerson(PersonName("Ana", family), Text("mayor"), Text("Town"), "SI", **more_fields)  # type: ignore[arg-type]


def _list(*persons: ListedPerson) -> ParticipantPaper:
    return ParticipantPaper("E1", Text("Event"), (ListedGroup(Text("Town"), persons),))


# lists ---------------------------------------------------------------------------------------------------------


def test_the_internal_list_lies_and_shows_documents_only_when_asked() -> None:
    person = _person(
        "Zupan",
        phone="+386 1",
        diet="vegetarian",
        languages="sl, uk",
        arrival=date(2023, 10, 1),
        departure=date(2023, 10, 7),
        room="204",
        emergency="Ivan 112",
        born=date(1980, 2, 3),
        passport="PB1234567",
        passport_until=date(2030, 1, 2),
    )
    plain = participant_list.build(_list(person), ParticipantOptions(internal=True))
    whole = text(plain)
    assert boxes(plain)[0][0] == pytest.approx(LANDSCAPE.size, abs=0.1)
    for part in ("1 October – 7 October", "Room: 204", "Slovenian, Ukrainian", "vegetarian", "Ivan 112"):
        assert part in whole
    assert "PB1234567" not in whole
    told = text(participant_list.build(_list(person), ParticipantOptions(internal=True, documents=True)))
    for part in ("PB1234567", "Valid until: 2 January 2030", "Born: 3 February 1980"):
        assert part in told
    public = text(participant_list.build(_list(person), ParticipantOptions(documents=True)))
    assert not any(secret in public for secret in ("PB1234567", "1980", "+386", "204", "vegetarian", "112"))


def test_columns_in_which_nobody_has_anything_are_left_out() -> None:
    whole = text(participant_list.build(_list(_person("Zupan", phone="+386 1")), ParticipantOptions(internal=True)))
    assert "Contact" in whole
    assert "Emergency contact" not in whole
    assert "Diet" not in whole


def test_totals_tell_women_men_and_not_stated_without_guessing() -> None:
    names = [PersonName("Ana", "A", sex="f"), PersonName("Ivan", "B", sex="m"), PersonName("Maria", "C")]
    people = tuple(ListedPerson(name, country="SI") for name in [*names, PersonName("Ola", "D", sex="x")])
    assert "Total: 4 persons – 1 woman, 1 man, 2 persons not stated" in text(participant_list.build(_list(*people)))


def test_a_group_heading_never_stands_alone_and_the_total_keeps_the_last_rows() -> None:
    for count in range(18, 44):
        people = tuple(_person(f"Family{number:03}") for number in range(count))
        groups = (ListedGroup(Text("First"), people), ListedGroup(Text("Second"), people[:5]))
        paper = ParticipantPaper("E1", Text("Event"), groups)
        pages = pages_text(participant_list.build(paper))
        for page in pages:
            if "Second\n" in page and "(continued)" not in page.split("Second\n")[0][-40:]:
                assert page.split("Second\n", 1)[1].count("Family") >= 2
            if "Total:" in page:
                assert page.count("Family") >= 2
                assert "not for publication" in page
            assert page.count("Full name") == 1


def test_a_spelling_that_only_the_table_made_is_slanted_on_the_internal_list() -> None:
    name = PersonName("Ольга", "Савчук", "Olha", "Savchuk", generated=True)
    paper = _list(ListedPerson(name, phone="1"))
    slanted = participant_list.build(paper, ParticipantOptions(internal=True))
    assert "Savchuk, Olha" in text(slanted)
    assert "Names in italics" in text(slanted)
    assert "Names in italics" not in text(participant_list.build(paper, ParticipantOptions("uk", "", True)))
    assert "Names in italics" not in text(participant_list.build(paper))


def test_the_public_workbook_holds_no_more_than_the_public_paper() -> None:
    person = _person("=1+1", phone="+380501112233", born=date(1980, 2, 3), passport="PB1", diet="vegan")
    named = replace(person, name=replace(person.name, sex="f"))
    public = _cells(participant_list.build_xlsx(_list(named)))
    flat = [value for row in public for value in row]
    assert "=1+1" in flat
    assert not {"f", "+380501112233", "PB1", "vegan"} & set(flat)
    internal = _cells(participant_list.build_xlsx(_list(named), ParticipantOptions(internal=True, documents=True)))
    assert "+380501112233" in internal[1]
    assert internal[0][-3:] == ["Date of birth", "Passport number", "Passport valid until"]
    assert [str(value)[:10] for value in internal[1][-3:-1]] == ["1980-02-03", "PB1"]


def _cells(data: bytes) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


# sign-in sheets --------------------------------------------------------------------------------------------------


def _signer(family: str, **fields: object) -> Signer:
    return Signer(PersonName("Ana", family), Text("mayor"), Text("Town"), **fields)  # type: ignore[arg-type]


def _sheet(day: SheetDay, **fields: object) -> SignInPaper:
    return SignInPaper("E1", Text("Event"), (day,), organiser="CEP", **fields)  # type: ignore[arg-type]


def test_rows_are_high_enough_to_sign_and_signatures_wide_enough() -> None:
    day = SheetDay(MONDAY, 1, participants=(_signer("Zupan"),))
    for contact in ("", "email"):
        blocks = table_of(day, _sheet(day, contact=contact), speech("en"), SignInOptions())
        rows = [block for block in blocks if type(block).__name__ == "_PersonRow"]
        assert len(rows) == 6
        assert all(row.height >= 9 * MM for row in rows)
        table = blocks[0].table  # type: ignore[attr-defined]
        signature = next(column for column in table.columns if column.title.first == "Signature")
        assert signature.width == pytest.approx(43 * MM)
        assert table.right == pytest.approx(195 * MM)


def test_a_sheet_of_a_visit_has_a_column_for_each_day_and_marks_days_of_absence() -> None:
    days = tuple((number, date(2023, 10, number + 1)) for number in range(1, 6))
    away = _signer("Zupan", away=frozenset({date(2023, 10, 3)}))
    paper = _sheet(SheetDay(MONDAY, 1, participants=(away, _signer("Kos")), span=days))
    data = sign_in_sheet.build(paper)
    assert boxes(data)[0][0] == pytest.approx(LANDSCAPE.size, abs=0.1)
    whole = text(data)
    assert "2–6 October 2023" in whole
    assert [f"Day {number}" in whole for number, _ in days] == [True] * 5
    assert whole.count(" – ") - text(sign_in_sheet.build(replace(paper, days=(SheetDay(
        MONDAY, 1, participants=(_signer("Zupan"), _signer("Kos")), span=days),)))).count(" – ") == 1  # fmt: skip
    _inside(data)


def test_the_column_for_contacts_stands_only_where_the_funder_demands_it() -> None:
    day = SheetDay(MONDAY, 1, participants=(_signer("Zupan", contact="ana@example.org"),))
    assert "ana@example.org" not in text(sign_in_sheet.build(_sheet(day)))
    told = text(sign_in_sheet.build(_sheet(day, contact="email")))
    assert "E-mail" in told
    assert "ana@example.org" in told


def test_each_sheet_says_which_it_is() -> None:
    day = SheetDay(MONDAY, 1, part=Text("Morning"), delegation=Text("Zavodske"), venue=Text("Town hall"))
    data = sign_in_sheet.build(_sheet(day))
    for part in ("Day 1 · 2 October 2023", "Morning", "Delegation: Zavodske", "Town hall"):
        assert part in text(data)
    titles = [
        entry.title.replace("\u00a0", " ")
        for entry in reader(data).outline
        if isinstance(entry, pypdf.generic.Destination)
    ]
    assert titles == ["Sign-in sheet – Day 1 · 2 October 2023 · Morning · Zavodske"]


def test_the_programme_words_its_own_data_protection() -> None:
    own = OwnWords({"data_protection": {"en": "We, {controller}, keep this for {funder}."}})
    paper = _sheet(SheetDay(MONDAY, 1), words=own, controller=Text("CEP <b>"), funder=Text("Ministry"))
    assert "We, CEP <b>, keep this for Ministry." in text(sign_in_sheet.build(paper))


def test_photographs_are_asked_apart_or_not_at_all() -> None:
    day = SheetDay(MONDAY, 1, participants=(_signer("Zupan"),))
    without = text(sign_in_sheet.build(_sheet(day), SignInOptions(photo_consent=False)))
    assert "Photographs" not in without
    assert "Data protection:" in without


def test_a_section_that_goes_on_says_so() -> None:
    day = SheetDay(MONDAY, 1, participants=tuple(_signer(f"F{number:03}") for number in range(60)), staff=())
    pages = pages_text(sign_in_sheet.build(_sheet(day)))
    assert len(pages) >= 3
    assert all("Participants (continued)" in page and "Signature" in page for page in pages[1:])
    assert "Confirmed by the organiser" in pages[-1]
    assert pages[-1].count("Confirmed") == 1


def test_sheets_as_a_workbook_are_ready_to_be_signed() -> None:
    day = SheetDay(MONDAY, 1, participants=(_signer("=1+1"),), staff=(_signer("Kos"),))
    book = openpyxl.load_workbook(io.BytesIO(sign_in_workbook.build_xlsx(_sheet(day), SignInOptions(blank_rows=2))))
    sheet = book.worksheets[0]
    assert str(sheet["A1"].value).replace("\u00a0", " ") == "Sign-in sheet – Day 1 · 2 October 2023"
    assert [cell.value for cell in sheet[5]][:5] == ["No.", "Full name", "Position", "Organisation", "Signature"]
    assert sheet["B7"].value == "=1+1 Ana"
    assert sheet["B7"].data_type == "s"
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A6", "$5:$5")
    assert min(sheet.row_dimensions[number].height for number in (7, 8, 9, 11)) >= 28
    assert [sheet.cell(number, 1).value for number in range(6, 12)] == [None, 1, 2, 3, None, 4]
    values = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert any(str(value).startswith("Data protection:") for value in values)


# badges and tents ------------------------------------------------------------------------------------------------


def test_names_are_as_large_as_they_go_and_cut_with_a_mark_at_last() -> None:
    style = Style("Sans-Bold", 26, 25)
    assert in_lines("Ana", style, 78 * MM, 7)[0].runs == (("Ana", style),)
    long = in_lines(LONG, style, 78 * MM, 7)
    assert len(long) == 2
    assert " ".join(line.runs[0][0] for line in long).replace("- ", "-") == LONG
    assert all(line.width <= 78 * MM for line in long)
    cut_off = in_lines("Щ" * 300, style, 78 * MM, 7)
    assert cut_off[-1].runs[0][0].endswith("…")
    assert all(text_width(*line.runs[0]) <= 78 * MM for line in cut_off)
    assert in_lines("", style, 78 * MM, 7) == []


def test_badges_carry_both_scripts() -> None:
    name = PersonName("Ольга", "Савчук", "Olha", "Savchuk")
    for options in (BadgeOptions("en"), BadgeOptions("uk"), BadgeOptions("sl", "uk"), BadgeOptions("uk", "lv")):
        paper = replace(more.badges(), badges=(Badge(name, Text("Participant")),))
        shown = text(badges.build(paper, options))
        assert "Olha" in shown
        assert "Ольга" in shown
    plain = text(badges.build(replace(more.badges(), badges=(Badge(PersonName("Maja", "Kos"), Text("x")),))))
    assert plain.count("Maja") == 1


def test_blank_badges_have_lines_for_walk_ins() -> None:
    paper = replace(more.badges(), badges=(Badge(PersonName("", ""), Text("Participant"), blank=True),))
    assert "Full name" in text(badges.build(paper))


def test_a_tent_shows_the_name_on_both_sides() -> None:
    paper = TentPaper(Text("Event"), (Tent(PersonName("Ольга", "Савчук", "Olha", "Savchuk"), Text("Town")),))
    data = name_tents.build(paper, TentOptions("en", "uk"))
    shown = text(data)
    assert shown.count("Savchuk") == 2
    assert shown.count("Town") == 2
    assert "Ольга Савчук" in shown
    ((_, height), runs) = boxes(data)[0]
    large = [box for run, box in runs if "Savchuk" in run]
    assert {box[1] > height / 2 for box in large} == {True, False}
    # Capitals of 44 pt are 10 mm high; the box of a line of letters is higher.
    assert all(box[3] - box[1] > 10 * MM for box in large)


@pytest.mark.parametrize("count", [1, 2, 16, 501])
def test_tents_one_or_two_on_a_sheet(count: int) -> None:
    paper = TentPaper(Text("Event"), (Tent(PersonName("Ana", "Kos"), Text("Town")),) * count)
    assert len(reader(name_tents.build(paper)).pages) == count
    assert len(reader(name_tents.build(paper, TentOptions(per_page=2))).pages) == (count + 1) // 2


@pytest.mark.parametrize("words", [*HOSTILE, LONG, "Ж" * 80, "", "a\u202eb\u2066c"])
def test_hostile_and_long_words_stay_inside_every_paper(words: str) -> None:
    name = PersonName(words, "Kranjc")
    signer, day = Signer(name, Text(words), Text(words), words), SheetDay(MONDAY, 1, words, Text(words))
    span = replace(day, participants=(signer,), staff=(signer,), span=((1, MONDAY), (2, date(2023, 10, 3))))
    made = {
        "sign-in": sign_in_sheet.build(
            replace(_sheet(replace(day, participants=(signer,))), contact="email", event_title=Text(words))
        ),
        "visit": sign_in_sheet.build(_sheet(span)),
        "internal": participant_list.build(
            _list(ListedPerson(name, Text(words), Text(words), "UA", words, words, "uk", words, words, words, words)),
            ParticipantOptions(internal=True, documents=True),
        ),
        "badge": badges.build(replace(more.badges(), badges=(Badge(name, Text("x"), Text(words), Text(words)),))),
        "tent": name_tents.build(TentPaper(Text(words), (Tent(name, Text(words)),))),
        "tents": name_tents.build(TentPaper(Text(words), (Tent(name, Text(words)),) * 2), TentOptions(per_page=2)),
    }
    # A hyphen at the end of a line is not given back by the reader.
    bare = re.sub(r"[ \-\u202e\u2066]", "", words)
    for paper, data in made.items():
        _inside(data, 5 * MM)
        assert bare in re.sub(r"[ \-]", "", text(data)), paper
        assert not any("/Annots" in page for page in reader(data).pages)
    for name_of, data in (("sheets", sign_in_workbook.build_xlsx(_sheet(span, contact="phone"))),):
        assert words == "" or any(bare in re.sub(r"[ \-]", "", str(v)) for row in _cells(data) for v in row), name_of


def test_the_same_papers_twice_are_the_same_bytes() -> None:
    paper = _sheet(SheetDay(MONDAY, 1, participants=(_signer("Zupan"),)))
    assert sign_in_workbook.build_xlsx(paper) == sign_in_workbook.build_xlsx(paper)
    tents = TentPaper(Text("Event"), (Tent(PersonName("Ana", "Kos")),))
    assert name_tents.build(tents) == name_tents.build(tents)
