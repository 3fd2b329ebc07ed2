"""What holds for every paper: same bytes twice, fonts inside, nothing outside the page, harmless text, all letters."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.vocabulary import SessionKind
from app.documents import (
    agenda,
    agenda_data,
    badges,
    budget_report,
    certificates,
    letter_data,
    letters,
    participant_list,
    programme_report,
    sign_in_sheet,
)
from app.documents.agenda_data import AgendaOptions
from app.documents.certificate_data import CertificateOptions
from app.documents.letter_data import InvitationOptions
from app.documents.participant_list import ParticipantOptions
from app.documents.sign_in_sheet import SignInOptions
from app.documents.texts import PersonName, Text
from tests.documents import more_samples as more
from tests.documents import samples
from tests.documents.paper_reading import boxes, external, fonts, qpdf_complaint, reader, text

PAPERS: dict[str, Callable[[], bytes]] = {
    "agenda": lambda: agenda.build(samples.agenda()),
    "agenda in two languages": lambda: agenda.build(samples.agenda("en", "uk"), AgendaOptions("en", "uk")),
    "certificates": lambda: certificates.build(more.certificates(), CertificateOptions("uk", "en")),
    "sign-in sheet": lambda: sign_in_sheet.build(more.sign_in()),
    "sign-in sheet in two languages": lambda: sign_in_sheet.build(more.sign_in("en", "uk"), SignInOptions("en", "uk")),
    "list": lambda: participant_list.build(more.participants()),
    "internal list": lambda: participant_list.build(
        more.participants("uk", "en"), ParticipantOptions("uk", "en", True)
    ),
    "badges": lambda: badges.build(more.badges()),
    "letter": lambda: letters.build(more.invitation()),
    "letter in one language": lambda: letters.build(more.invitation("en", ""), InvitationOptions("en", "", True)),
    "budget": lambda: budget_report.build(more.budget()),
    "report": lambda: programme_report.build(more.report()),
}
every_paper = pytest.mark.parametrize("make", PAPERS.values(), ids=PAPERS.keys())
LETTERS = "ЇЄҐʼїєґі ŠŽČĆĐ šžčćđ ÅÄÖ åäö ĀĒĢĪĶĻŅŪ āēģīķļņū ЃЌЉЏЊЋЂЅ ѓќљџњћђѕ"
HOSTILE = (
    "<b>bold</b>",
    "A & B",
    '=HYPERLINK("http://x")',
    '<img src="/etc/passwd">',
    "Olena <olena@example.org>",
    "<b>open",
)


@every_paper
def test_same_input_gives_the_same_bytes(make: Callable[[], bytes]) -> None:
    assert make() == make()


@every_paper
def test_fonts_are_embedded_and_subset(make: Callable[[], bytes]) -> None:
    found = fonts(make())
    ours = {name: inside for name, inside in found.items() if "Source" in name}
    assert ours
    assert all(ours.values())
    assert all(name[1:8].endswith("+") for name in ours)


@every_paper
def test_the_file_says_what_it_is(make: Callable[[], bytes]) -> None:
    paper = reader(make())
    assert paper.metadata.title
    assert paper.metadata.author
    assert paper.trailer["/Root"]["/Lang"] in {"en", "uk"}


@every_paper
def test_nothing_stands_outside_the_page(make: Callable[[], bytes]) -> None:
    for (width, height), runs in boxes(make()):
        assert runs
        for run, (left, bottom, right, top) in runs:
            assert min(left, bottom, width - right, height - top) > 22 - 8, run


@every_paper
def test_no_text_lies_on_other_text(make: Callable[[], bytes]) -> None:
    """Boxes of two runs share no more than the slack of accents and descenders."""
    for _, runs in boxes(make()):
        for number, (first, (left, bottom, right, top)) in enumerate(runs):
            for second, (left2, bottom2, right2, top2) in runs[number + 1 :]:
                wide = min(right, right2) - max(left, left2)
                high = min(top, top2) - max(bottom, bottom2)
                if wide > 1.5 and high > 0:
                    assert high < 0.45 * min(top - bottom, top2 - bottom2), (first, second)


@every_paper
def test_a_second_program_finds_no_fault(make: Callable[[], bytes], tmp_path: Path) -> None:
    data = make()
    assert len(reader(data).pages) > 0
    if not external("qpdf"):
        pytest.skip("qpdf is not installed: the file was read by pdfium and pypdf only")
    assert qpdf_complaint(data, tmp_path) == ""


def _with_name(name: PersonName, words: str) -> dict[str, bytes]:
    """Every paper that prints a person, with this person and these words in it."""
    sheet = more.sign_in("en", "", 1)
    signer = sign_in_sheet.Signer(name, Text(words), Text(words))
    day = replace(sheet.days[0], participants=(signer,), staff=(signer,))
    listed = participant_list.ListedPerson(name, Text(words), Text(words), "UA", words, words)
    group = participant_list.ListedGroup(Text(words), (listed,), Text(words))
    one = replace(more.certificates("en", "", 1).certificates[0], holder=name)
    visit = samples.agenda()
    item = agenda_data.AgendaItem(
        Text(words), SessionKind.LECTURE, description=Text(words), speakers=(agenda_data.Speaker(name),)
    )
    letter = more.invitation("en", "")
    return {
        "sign-in": sign_in_sheet.build(replace(sheet, days=(day,), event_title=Text(words))),
        "list": participant_list.build(replace(more.participants(), groups=(group,), event_title=Text(words))),
        "certificate": certificates.build(replace(more.certificates("en", "", 1), certificates=(one,))),
        "agenda": agenda.build(
            replace(visit, days=(agenda_data.AgendaDay(visit.days[1].day, (item,)),), event_title=Text(words))
        ),
        "badge": badges.build(replace(more.badges(), badges=(badges.Badge(name, Text("Participant"), Text(words)),))),
        "letter": letters.build(
            replace(letter, persons=(letter_data.InvitedPerson(name, Text(words)),), purpose=Text(words))
        ),
    }


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_printed_as_text(words: str) -> None:
    for paper, data in _with_name(PersonName(words, "Kranjc"), words).items():
        shown = text(data).replace(" ", "").replace("-\n", "")
        assert words.replace(" ", "") in shown, paper
        assert not any("/Annots" in page for page in reader(data).pages)


def test_marks_that_turn_the_direction_are_taken_out() -> None:
    name = PersonName("Ana\u202egnp.exe\u2066", "Ko\u200bval\x00\x07")
    for paper, data in _with_name(name, "a\u202eb").items():
        shown = text(data)
        assert "\u202e" not in shown, paper
        assert "\x07" not in shown
        assert "Anagnp.exe" in shown
        assert "Koval" in shown


def test_letters_of_every_alphabet_are_copied_rightly() -> None:
    for paper, data in _with_name(PersonName(LETTERS, "Їжак"), LETTERS).items():
        shown = text(data).replace(" ", "").replace("\n", "")
        assert LETTERS.replace(" ", "") in shown, paper


def test_a_word_of_three_hundred_letters_breaks() -> None:
    word = "Ж" * 300
    for paper, data in _with_name(PersonName(word, "Kranjc"), word).items():
        for (width, height), runs in boxes(data):
            for run, (left, bottom, right, top) in runs:
                assert left > 20, (paper, run)
                assert right < width - 20, (paper, run)
                assert 10 < bottom < top < height - 10, (paper, run)


def test_one_person_and_a_hundred() -> None:
    for count, least in ((1, 1), (100, 6)):
        data = sign_in_sheet.build(more.sign_in("en", "", count))
        assert len(reader(data).pages) >= least
        # One more in the row of logos.
        assert text(data).count("Zavodske city council") == count + 1
        listed = participant_list.build(more.participants("en", "", count))
        assert f"Total: {count + 6} persons" in text(listed)


def test_empty_fields_leave_no_blanks() -> None:
    name = PersonName("", "")
    for data in _with_name(name, "").values():
        assert "None" not in text(data)
    bare = letter_data.InvitationPaper(
        "", samples.agenda().days[0].day, Text(), Text(), Text("Visit"), samples.agenda().days[1].day,
        samples.agenda().days[1].day, (), "CEP",
    )  # fmt: skip
    assert "Visit" in text(letters.build(bare, InvitationOptions("en", "")))
    empty = budget_report.BudgetPaper("B", Text("Nothing"), "EUR", ())
    assert "Total" in text(budget_report.build(empty))
    report = programme_report.ReportPaper("P", Text("Programme"), samples.agenda().days[0].day)
    assert "Programme" in text(programme_report.build(report))


def test_sign_in_sheet_has_blank_rows_staff_and_the_data_sentence() -> None:
    whole = text(sign_in_sheet.build(more.sign_in()))
    for part in (
        "Participants",
        "Speakers, interpreters and staff",
        "Data protection:",
        "Photographs",
        "Confirmed by the organiser",
    ):
        assert part in whole
    assert " 15 " in whole
    plain = text(sign_in_sheet.build(more.sign_in(), SignInOptions(photo_consent=False, blank_rows=0)))
    assert "Photographs" not in plain
    assert " 15 " not in plain


def test_public_list_keeps_contacts_to_itself() -> None:
    public = text(participant_list.build(more.participants()))
    internal = text(participant_list.build(more.participants(), ParticipantOptions(internal=True)))
    for secret in ("+380 50 000 0101", "someone@example.org", "vegetarian", "204"):
        assert secret not in public
        assert secret in internal
    assert "Total: 10 persons – 5 women, 5 men" in public


def test_letter_shows_documents_only_on_demand() -> None:
    assert "FU123456" not in text(letters.build(more.invitation()))
    with_documents = text(letters.build(more.invitation("en", ""), InvitationOptions("en", "", True)))
    assert "FU123456" in with_documents
    assert "17 May 1985" in with_documents
    both = text(letters.build(more.invitation()))
    assert "Гриценко Оксана Василівна" in both
    assert "HRYTSENKO OKSANA" in both
    assert "Добові організатор не виплачує." in both


def test_budget_figures() -> None:
    whole = text(budget_report.build(more.budget()))
    for part in (
        "32,500.00",
        "28,193.00",
        "86.7%",
        "−1,307.00",
        "−240.00",
        "−20.0",
        "+215.60",
        "Reasons for variances above 10%",
    ):
        assert part in whole
    assert "Travel, first week" in whole


def test_catalogues_are_complete_for_paper() -> None:
    """No English word is left on a paper in another language."""
    for language in ("sl", "uk", "sv", "lv"):
        whole = text(sign_in_sheet.build(more.sign_in(language), SignInOptions(language)))
        assert "Sign-in sheet" not in whole
        assert "Data protection" not in whole
