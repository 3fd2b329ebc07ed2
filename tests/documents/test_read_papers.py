"""Papers that are read - letter, annex to the travel order, visit report - as PDF and as Word files."""

import io
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from app.core.vocabulary import ActivityKind
from app.documents import letters, programme_report, travel_order, visit_report, word_gate, word_letter
from app.documents.letter_data import Addressed, InvitationOptions, InvitationPaper, InvitedPerson, Meal
from app.documents.own_words import OwnWords
from app.documents.programme_report import ReportOptions, ReportPaper
from app.documents.texts import PersonName, Text
from app.documents.travel_order import TravelOrderOptions
from app.documents.visit_report import VisitReportOptions
from app.documents.word_template import LETTER_PLACES, fill
from tests.documents import more_samples as more
from tests.documents import report_samples as reports
from tests.documents import samples, word_files
from tests.documents.paper_reading import boxes, external, fonts, qpdf_complaint, reader, text

LANGUAGES = ("en", "sl", "uk", "sv", "lv")
PAIRS = (("uk", "en"), ("sl", "uk"), ("sv", "uk"), ("lv", "uk"), ("en", "sl"))
SINGLE = tuple((language, "") for language in LANGUAGES)


def _letter(first: str, second: str) -> bytes:
    return letters.build(more.invitation(first, second), InvitationOptions(first, second, True))


def _order(first: str, second: str) -> bytes:
    paper = reports.travel_order(first, second)
    return travel_order.build([paper], TravelOrderOptions(first, second, True))


def _report(first: str, second: str) -> bytes:
    return visit_report.build(reports.visit_report(first, second), VisitReportOptions(first, second))


MAKERS: dict[str, Callable[[str, str], bytes]] = {"letter": _letter, "order": _order, "report": _report}
EXTREMES: dict[str, Callable[[], bytes]] = {
    "letter": lambda: letters.build(reports.long_letter(), InvitationOptions("uk", "en", True)),
    "order": lambda: travel_order.build([reports.long_order()], TravelOrderOptions("en", "", True)),
    "report": lambda: visit_report.build(reports.long_report()),
    "bare order": lambda: travel_order.build([reports.bare_order()]),
    "bare report": lambda: visit_report.build(reports.bare_report()),
    "hostile letter": lambda: letters.build(reports.long_letter(reports.HOSTILE, 5)),
    "hostile order": lambda: travel_order.build([reports.long_order(reports.HOSTILE)]),
    "hostile report": lambda: visit_report.build(reports.long_report(reports.HOSTILE)),
}


def _sound(data: bytes, folder: Path) -> None:
    """Nothing outside the text area, nothing over something else, every font inside, accepted by a second program."""
    for (width, height), runs in boxes(data):
        assert runs
        for run, (left, bottom, right, top) in runs:
            assert min(left, bottom, width - right, height - top) > 14, run
        ordered = sorted(runs, key=lambda run: run[1][1])
        for number, (first, (left, bottom, right, top)) in enumerate(ordered):
            for second, (left2, bottom2, right2, top2) in ordered[number + 1 :]:
                if bottom2 >= top:
                    break
                if min(right, right2) - max(left, left2) > 1.5:
                    assert min(top, top2) - bottom2 < 0.45 * min(top - bottom, top2 - bottom2), (first, second)
    assert all(inside for name, inside in fonts(data).items() if "Source" in name)
    if external("qpdf"):
        assert qpdf_complaint(data, folder) == ""


@pytest.mark.parametrize("pair", [*SINGLE, *PAIRS], ids="-".join)
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_every_language_and_pair_is_sound(
    make: Callable[[str, str], bytes], pair: tuple[str, str], tmp_path: Path
) -> None:
    data = make(*pair)
    _sound(data, tmp_path)
    assert data == make(*pair)
    assert reader(data).trailer["/Root"]["/Lang"].startswith(pair[0])


@pytest.mark.parametrize("make", EXTREMES.values(), ids=EXTREMES.keys())
def test_extremes_are_sound(make: Callable[[], bytes], tmp_path: Path) -> None:
    _sound(make(), tmp_path)


# the letter ---------------------------------------------------------------------------------------------------


def test_the_letter_says_everything_that_pl_10_asks_for() -> None:
    paper = replace(more.invitation("en", ""), meals=((Meal.LUNCH, 15), (Meal.DINNER, 1)), address="Main Street 1")
    shown = text(letters.build(paper, InvitationOptions("en", "", True)))
    for part in (
        "CEP-UA-2023/L-017", "4 September 2023", "To the Mayor", "Zavodske city council", "Main Street 1",
        "Гриценко Оксана Василівна", "HRYTSENKO OKSANA", "head of the civil protection unit", "17 May 1985", "FU123456",
        "partnership Domžale – Zavodske", "“Post-conflict Reconstruction in Ukraine”", "Purpose:", "Expected result:",
        "1 October 2023", "2–20 October 2023", "21 October 2023", "Places:", "The organiser pays travel",
        "lunch on 15 days, dinner on 1 day", "no daily allowance", "Participation on site is necessary",
        "Contact: Ms Maja Kranjc, +386 40 000 101", "Yours faithfully,", "Maja Kranjc", "Programme coordinator",
        "signature, stamp", "agenda v1.0",
    ):  # fmt: skip
        assert part in shown, part
    assert "FU123456" not in text(letters.build(paper, InvitationOptions("en", "")))


def test_several_letters_count_their_own_pages_and_carry_the_annex() -> None:
    one = more.invitation("en", "")
    two = replace(one, reference="X/L-02", body=Text("Hnivan city council"))
    from app.documents import agenda

    annex = (agenda.part(samples.agenda()),)
    pages = [len(reader(letters.build(one, InvitationOptions("en", ""), ())).pages), len(annex[0][1])]
    data = letters.build_many([one, two], InvitationOptions("en", ""), annex)
    assert len(reader(data).pages) == 2 * sum(pages)
    shown = text(data)
    assert shown.count("Hnivan city council") == 1
    assert shown.count(f"Page 1 / {pages[1]}") == (4 if pages[0] == pages[1] else 2)


def test_own_words_take_the_place_of_the_houses() -> None:
    words = OwnWords(
        {
            "subject": {"en": "Come to {place}!"},
            "opening": {"en": "Please come: {title}, {event}, {nothing}."},
            "closing": {"en": "Best"},
            "costs": {"en": "We pay: {costs}"},
            "footer": {"en": "Own foot {number}"},
        }
    )
    shown = text(letters.build(replace(more.invitation("en", ""), words=words), InvitationOptions("en", "")))
    for part in ("Come to Domžale!", "{nothing}.", "Best", "We pay: travel", "Own foot v1.0"):
        assert part in shown
    assert "Yours faithfully" not in shown
    mixed = text(letters.build(replace(more.invitation("uk", "en"), words=words), InvitationOptions("uk", "en")))
    assert "Запрошення на менторський візит" in mixed
    assert "Come to Domžale!" in mixed


def test_who_travels_otherwise_is_told_beside_the_name() -> None:
    paper = more.invitation("en", "")
    late = replace(paper.persons[0], departure=paper.start)
    shown = text(letters.build(replace(paper, persons=(late, *paper.persons[1:])), InvitationOptions("en", "")))
    assert shown.count("departure 2 October") == 1


def test_an_online_event_does_not_ask_anybody_to_be_there() -> None:
    paper = replace(more.invitation("en", ""), online=True)
    assert "on site" not in text(letters.build(paper, InvitationOptions("en", "")))


# the annex to the travel order -----------------------------------------------------------------------------------


def test_the_annex_for_one_and_for_a_group() -> None:
    whole = reports.travel_order()
    group = text(travel_order.build([whole], TravelOrderOptions("en", "", True)))
    for part in ("Travellers", "HRYTSENKO OKSANA", "YATSKIV SOLOMIIA", "FU123456", "21 days", "arrival 1 October 2023"):
        assert part in group, part
    assert group.count("yes") == 20, "19 lunches and one dinner"
    single = replace(whole, travellers=whole.travellers[:1])
    one = text(travel_order.build([single], TravelOrderOptions("en", "", False)))
    assert "FU123456" not in one
    assert "YATSKIV" not in one
    assert "Oksana Hrytsenko" in one
    assert "valid until 31 January 2029" in text(travel_order.build([single], TravelOrderOptions("en", "", True)))


def test_what_is_not_known_is_left_on_lines() -> None:
    shown = text(travel_order.build([reports.bare_order()], TravelOrderOptions("en", "", True)))
    for part in ("Place", "Dates of the programme", "Route and means of travel", "Passport No.", "Agenda"):
        assert part in shown
    assert "None" not in shown
    assert "Meals provided" not in shown, "no day is known"
    assert len(reader(travel_order.build([reports.bare_order()])).pages) == 1


# the visit report --------------------------------------------------------------------------------------------------


def test_the_report_tells_figures_by_sex_and_role_and_adds_up() -> None:
    shown = text(visit_report.build(reports.visit_report()))
    for part in (
        "Report on the mentoring visit", "15 persons 8 women, 7 men", "84 training hours", "4 certificates",
        "of 4 participants", "Persons, each counted once 8 7 – 15", "moved", "cancelled", "75.5 90%", "CEP-UA-2023-001",
        "Planned for October 2023", "Total 4,080.00 310.00 3,644.25", "(cancelled)",
    ):  # fmt: skip
        assert part in shown, part


def test_a_report_with_nothing_in_it_looks_intended() -> None:
    shown = text(visit_report.build(reports.bare_report()))
    assert "Report on the event" in shown
    for part in ("Aim and results have not been written down yet.", "There is no agenda", "No participants"):
        assert part in shown
    for part in ("None", "Deliverables", "Costs", "Attendance"):
        assert part not in shown


# Word files ------------------------------------------------------------------------------------------------------

WORD: dict[str, Callable[[], bytes]] = {
    "letter": lambda: word_letter.build_word([more.invitation()], InvitationOptions("uk", "en", True)),
    "letters": lambda: word_letter.build_word([more.invitation("en", "")] * 2, InvitationOptions("en", "")),
    "order": lambda: travel_order.build_word([reports.travel_order()], TravelOrderOptions("en")),
    "order in two": lambda: travel_order.build_word([reports.travel_order("sl", "uk")], TravelOrderOptions("sl", "uk")),
    "report": lambda: visit_report.build_word(reports.visit_report()),
    "report in two": lambda: visit_report.build_word(reports.visit_report("sv", "uk"), VisitReportOptions("sv", "uk")),
    "bare order": lambda: travel_order.build_word([reports.bare_order()]),
    "bare report": lambda: visit_report.build_word(reports.bare_report()),
    "long report": lambda: visit_report.build_word(reports.long_report()),
    "programme": lambda: programme_report.build_word(more.report()),
    "programme in two": lambda: programme_report.build_word(more.report(), ReportOptions("uk", "en")),
    "bare programme": lambda: programme_report.build_word(ReportPaper("P", Text("Programme"), date(2024, 1, 2))),
    "hostile letter": lambda: word_letter.build_word([reports.long_letter(reports.HOSTILE, 3)]),
    "hostile order": lambda: travel_order.build_word([reports.long_order(reports.HOSTILE)]),
    "hostile report": lambda: visit_report.build_word(reports.long_report(reports.HOSTILE)),
}


@pytest.mark.parametrize("make", WORD.values(), ids=WORD.keys())
def test_a_word_file_is_harmless_and_says_what_it_is(make: Callable[[], bytes]) -> None:
    data = make()
    assert data == make()
    assert word_gate.problem(data) is None, "our own files pass the gate for strangers' files"
    made = docx.Document(io.BytesIO(data))
    properties = made.core_properties
    assert properties.title
    assert properties.language in {"uk-UA", "en-GB", "sl-SI", "sv-SE"}
    assert properties.author != "python-docx"
    assert b"TargetMode" not in word_files.part(data, word_files.RELS)
    foot = made.sections[0].footer.paragraphs[0]._p.xml
    assert "NUMPAGES" in foot
    body = word_files.part(data, "word/document.xml").decode()
    assert body.count("<w:lang ") >= body.count("<w:t>") > 0
    assert "thumbnail" not in word_files.part(data, "_rels/.rels").decode()


def test_the_word_letter_has_both_languages_side_by_side_and_marks_them() -> None:
    data = word_letter.build_word([more.invitation()], InvitationOptions("uk", "en", True))
    tables = docx.Document(io.BytesIO(data)).tables
    pairs = [[cell.text for cell in row.cells] for table in tables for row in table.rows if len(row.cells) == 2]
    assert any("запрошуємо" in left and "we invite" in right for left, right in pairs)
    body = word_files.part(data, "word/document.xml").decode()
    assert 'w:val="uk-UA"' in body
    assert 'w:val="en-GB"' in body
    assert "FU123456" in body
    assert body.count("<w:tblHeader/>") >= 1
    assert "FU123456" not in word_files.everything(word_letter.build_word([more.invitation()], InvitationOptions()))


def test_the_word_report_has_headings_and_the_same_figures() -> None:
    data = visit_report.build_word(reports.visit_report())
    made = docx.Document(io.BytesIO(data))
    heads = [line.text for line in made.paragraphs if line.style is not None and line.style.name == "Heading 1"]
    assert heads[0] == "1  Summary"
    assert len(heads) == 9
    assert {table.style.name for table in made.tables if table.style} >= {"Paper table"}
    whole = word_files.everything(data).replace("\u00a0", " ")
    for part in ("4,080.00", "75.5", "90%", "2–20 October 2023"):
        assert part in whole


def test_hostile_text_stands_in_word_as_text() -> None:
    data = visit_report.build_word(reports.long_report(reports.HOSTILE))
    whole = word_files.everything(data)
    assert '<b>open & <img src="/etc/passwd"> =HYPERLINK("http://x")' in whole
    assert "\u202e" not in whole
    assert "😀" in whole


def test_a_template_of_a_coordinator_is_filled_with_what_the_letter_says() -> None:
    places = sorted(name for name in LETTER_PLACES if not name.startswith("person_") or name == "person_count")
    persons = sorted(name for name in LETTER_PLACES if name.startswith("person_") and name != "person_count")
    template = word_files.letter(
        [[f"{name}: {{{name}}}"] for name in places], [persons, [f"{{{name}}}" for name in persons]]
    )
    paper = replace(more.invitation("uk", "en"), basis=Text("Меморандум", "Memorandum"), meals=((Meal.LUNCH, 2),))
    options = InvitationOptions("uk", "en", True)
    values, rows = word_letter.places(paper, options)
    assert set(values) | set(rows[0]) == set(LETTER_PLACES)
    made = fill(template, values, rows)
    assert not [name for name in LETTER_PLACES if f"{{{name}}}" in word_files.everything(made)]
    lines = word_files.lines(made)
    assert "subject_2: Invitation to the mentoring visit: Domžale, 2–20 October 2023".replace(" ", "") in [
        line.replace("\u00a0", " ").replace(" ", "") for line in lines
    ]
    assert "basis: Меморандум" in lines
    table = word_files.cells(made)
    assert len(table) == 1 + 4
    assert dict(zip(*table[:2], strict=True))["person_latin"] == "HRYTSENKO OKSANA"
    assert dict(zip(*table[:2], strict=True))["person_passport"] == "FU123456"
    hidden = word_letter.places(paper, InvitationOptions("uk", "en"))[1][0]
    assert (hidden["person_passport"], hidden["person_birth_date"]) == ("", "")


def test_a_letter_of_which_little_is_known_still_reads() -> None:
    start = samples.agenda().days[0].day
    bare = InvitationPaper(
        "", start, Text(), Text(), Text("Visit"), start, start, (InvitedPerson(PersonName("Ana", "Novak")),), "CEP",
        kind=ActivityKind.FORUM, addressed=Addressed.HEAD,
    )  # fmt: skip
    shown = text(letters.build(bare, InvitationOptions("en", "")))
    assert "We invite the persons named below to the event “Visit”." in shown
    for part in ("None", "Purpose", "Places", "Contact", "The organiser pays", "To the Head"):
        assert part not in shown
    word = word_files.everything(word_letter.build_word([bare], InvitationOptions("en", "")))
    assert "“Visit”" in word


@pytest.mark.slow
def test_another_office_program_reads_our_word_files(tmp_path: Path) -> None:
    """LibreOffice opens all three and prints the text that we wrote, on A4."""
    office = external("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed: the files were read by python-docx only")
    for name in ("letter", "order", "report"):
        (tmp_path / f"{name}.docx").write_bytes(WORD[name]())
    files = [str(path) for path in sorted(tmp_path.glob("*.docx"))]
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files],
        capture_output=True,
        check=False,
        timeout=100,
    )
    made = {path.stem: path.read_bytes() for path in tmp_path.glob("*.pdf")}
    if not made:
        pytest.skip("this LibreOffice has no Writer")
    assert set(made) == {"letter", "order", "report"}
    assert "HRYTSENKO OKSANA" in text(made["letter"])
    assert "Запрошення на менторський візит" in text(made["letter"])
    assert "Annex to the travel order" in text(made["order"])
    assert "Persons, each counted once" in text(made["report"])
    for data in made.values():
        assert [round(float(edge)) for edge in reader(data).pages[0].mediabox[2:]] == [595, 842]
