"""How papers about people end their lines and pages: no word, row or comma alone, nothing torn that is one thing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from app.core.vocabulary import CertificateKind
from app.documents import badges, certificate_register, certificates, name_tents, participant_list, sign_in_sheet
from app.documents.badges import Badge, BadgePaper
from app.documents.certificate_data import CertificateOptions, CertificatesPaper, Signatory
from app.documents.certificate_register import RegisterOptions
from app.documents.certificate_signatures import Signatures
from app.documents.name_tents import Tent, TentPaper
from app.documents.participant_list import ListedGroup, ListedPerson, ParticipantOptions, ParticipantPaper
from app.documents.sign_in_sheet import SheetDay, Signer, SignInPaper
from app.documents.speech import speech
from app.documents.styles import MM
from app.documents.texts import PersonName, Text
from tests.documents import more_samples as more
from tests.documents import proof_samples as proofs
from tests.documents.paper_reading import boxes, pages_text, text

MONDAY = date(2023, 10, 2)
TOPICS = (
    "kommunens system för civilskydd",
    "erfarenheter av översvämningarna 2023",
    "räddningstjänsten",
    "varning av befolkningen",
    "riskbedömning och skyddsplan",
)


def _lines(data: bytes) -> list[str]:
    return [line.strip() for line in "\n".join(pages_text(data)).splitlines()]


def _certificate(edition: int, first: str, second: str = "", **fields: object) -> CertificatesPaper:
    kind = CertificateKind.COMPLETION if second else CertificateKind.ATTENDANCE
    paper = more.certificates(first, second, 1, kind)
    return replace(paper, event=replace(paper.event, edition=edition, **fields))


# certificates --------------------------------------------------------------------------------------------------


def test_topics_break_between_topics_and_no_line_ends_with_a_lonely_one() -> None:
    topics = tuple(Text(topic) for topic in TOPICS)
    told = _lines(certificates.build(_certificate(3, "sv", topics=topics), CertificateOptions("sv")))
    assert "Ämnen: kommunens system för civilskydd · erfarenheter av översvämningarna 2023 ·" in told
    assert "räddningstjänsten · varning av befolkningen · riskbedömning och skyddsplan" in told


def test_a_certificate_of_an_earlier_edition_keeps_its_lines() -> None:
    topics = tuple(Text(topic) for topic in TOPICS)
    for edition in (1, 2):
        told = _lines(certificates.build(_certificate(edition, "sv", topics=topics), CertificateOptions("sv")))
        assert "skyddsplan" in told, "torn as it was when it was issued"
        sentence = _lines(certificates.build(_certificate(edition, "uk", "en"), CertificateOptions("uk", "en")))
        assert any(line.endswith("held in Domžale,") for line in sentence)


def test_a_place_of_two_words_is_not_torn_at_its_comma() -> None:
    told = _lines(certificates.build(_certificate(3, "uk", "en"), CertificateOptions("uk", "en")))
    assert "held in Domžale, Slovenia, from 2 to 20 October 2023 (84 hours of 60 minutes), on site" in told
    assert any(line.startswith("Домжале, Словенія, 2–20 жовтня 2023 р.,") for line in told)


@pytest.mark.parametrize("letters", [0, 12, 60, 200, 800, 5000])
def test_a_duplicate_tells_both_days_however_long_the_place_is(letters: int) -> None:
    paper = _certificate(3, "en")
    (one,) = paper.certificates
    place = "Municipality of Somewhere " * (letters // 26 + 1)
    again = replace(
        one, duplicate=True, issued=date(2024, 3, 5), first_issued=date(2023, 10, 20), issued_at=Text(place[:letters])
    )
    data = certificates.build(replace(paper, certificates=(again,)), CertificateOptions("en"))
    whole = text(data)
    assert "5 March 2024" in whole
    assert "First issued: 20 October 2023" in whole
    ((size, runs),) = boxes(data)
    (day,) = [box for run, box in runs if "First issued" in run]
    (funders,) = [box for run, box in runs if "Funded by" in run]
    assert day[1] > funders[3], "above the line of the funders"
    assert all(right < size[0] - 25 * MM for run, (_, _, right, _) in runs if run.strip())


def test_signatures_stand_at_one_height_in_one_size() -> None:
    paper = more.certificates("en", "", 1)
    long = Text("Head of the Department for International Cooperation and European Affairs of the Municipality")
    signed = (
        Signatory(PersonName("Ana", "Kos"), Text("Mayor")),
        Signatory(PersonName("Oleksandra-Viktoriia", "Starovoitenko-Perebyinis"), long),
        Signatory(PersonName("Jan", "Novak"), Text("Mentor")),
    )
    for language, level in (("en", True), ("uk", True), ("en", False)):
        blocks = Signatures(signed, speech(language), level=level).blocks
        names = {line.runs[0][1].size for one in blocks for line in one.texts[-1][1][:1]}
        assert (len({one.line for one in blocks}) == 1) is level
        assert (len(names) == 1) is level
        assert len({one.texts[0][0] for one in blocks}) == 1 or not level
    (page,) = boxes(certificates.build(replace(paper, event=replace(paper.event, signatories=signed))))
    bottoms = {round(box[1]) for run, box in page[1] if run.strip() in {"Ana Kos", "Jan Novak"}}
    assert len(bottoms) == 1


# lists ---------------------------------------------------------------------------------------------------------


def _listed(persons: Sequence[ListedPerson], title: Text = Text("Zavodske")) -> ParticipantPaper:
    return ParticipantPaper("E1", Text("Event", "Подія"), (ListedGroup(title, tuple(persons)),))


def _persons(count: int) -> list[ListedPerson]:
    return [ListedPerson(PersonName("Ana", f"Family{number:03}"), Text("mayor")) for number in range(1, count + 1)]


def test_a_name_has_its_comma_where_the_language_sets_one() -> None:
    person = ListedPerson(PersonName("Оксана", "Гриценко", "Oksana", "Hrytsenko", "Василівна", "f"))
    assert "Hrytsenko, Oksana" in text(participant_list.build(_listed([person]), ParticipantOptions("en")))
    both = text(participant_list.build(_listed([person]), ParticipantOptions("uk", "en")))
    assert "Гриценко Оксана Василівна" in both, "no comma in Ukrainian (NA-3)"
    assert "Hrytsenko, Oksana" in both
    assert "Гриценко Оксана" in text(participant_list.build(_listed([person]), ParticipantOptions("en", "uk")))


def test_no_line_begins_with_the_comma_after_a_long_family_name() -> None:
    full = {"phone": "1", "emergency": "1", "languages": "sl", "room": "1", "passport": "1"}
    for letters in range(48):
        family = f"Starovoitenko-Perebyinis-{'n' * (6 + letters // 4)}{'i' * (letters % 4)}"
        person = ListedPerson(PersonName("Oleksandra", family), **full)  # type: ignore[arg-type]
        data = participant_list.build(_listed([person]), ParticipantOptions("en", internal=True, documents=True))
        assert not [line for line in _lines(data) if line.startswith(",")], letters


def test_only_the_first_of_several_headings_of_a_column_has_a_capital() -> None:
    paper = more.participants("sl", "")
    head = text(participant_list.build(paper, ParticipantOptions("sl", internal=True)))
    assert "Delovno mesto, organizacija" in head
    assert "Prihod, odhod, soba" in head


def test_the_name_of_a_delegation_that_goes_on_takes_one_line() -> None:
    name = "Association of municipalities, towns and villages of the whole region and of its neighbours " * 3
    pages = pages_text(participant_list.build(_listed(_persons(90), Text(name)), ParticipantOptions("en")))
    assert " ".join(pages[0].split()).count(name.strip()) == 1, "whole where it begins"
    for page in pages[1:]:
        (line,) = [line for line in page.splitlines() if "(continued)" in line]
        assert re.match(r"Association of municipalities.*… \(continued\)", line)
        assert page.count("Association") == 1


@pytest.mark.parametrize("count", range(40, 84))
def test_no_delegation_goes_on_for_a_single_person(count: int) -> None:
    groups = tuple(ListedGroup(Text(f"Town {n}"), tuple(_persons(count))) for n in range(2))
    paper = ParticipantPaper("E1", Text("Event"), groups)
    for page in pages_text(participant_list.build(paper, ParticipantOptions("en"))):
        parts = re.split(r"Town \d", page)
        rows = [len(re.findall(r"Family\d", part)) for part in parts[1:]]
        assert all(number >= 2 for number in rows), rows


def test_one_day_of_travel_tells_by_its_dash_which_it_is() -> None:
    comes = ListedPerson(PersonName("Ana", "A"), arrival=date(2023, 10, 1))
    goes = ListedPerson(PersonName("Ana", "B"), departure=date(2023, 10, 21))
    both = ListedPerson(PersonName("Ana", "C"), arrival=date(2023, 10, 1), departure=date(2023, 10, 21))
    lines = _lines(participant_list.build(_listed([comes, goes, both]), ParticipantOptions("en", internal=True)))
    whole = "\n".join(lines)
    assert "1 October –\n" in f"{whole}\n".replace(" \n", "\n")
    assert "– 21 October" in whole
    assert "1 October – 21 October" in " ".join(lines)


# sheets --------------------------------------------------------------------------------------------------------


def _signers(count: int) -> tuple[Signer, ...]:
    return tuple(Signer(PersonName("Ana", f"Family{number:03}")) for number in range(1, count + 1))


@pytest.mark.parametrize("count", range(8, 36))
def test_no_page_of_a_sheet_has_a_single_row_of_its_section(count: int) -> None:
    paper = SignInPaper("E1", Text("Event"), (SheetDay(MONDAY, 1, participants=_signers(count)),), organiser="CEP")
    pages = pages_text(sign_in_sheet.build(paper))
    # Five blank rows follow: their numbers stand alone on their lines.
    for page in pages:
        assert len(re.findall(r"^\s*\d+\s", page, re.MULTILINE)) >= 2, page


def test_numbers_of_a_sheet_stand_clear_of_the_line_beside_them() -> None:
    paper = SignInPaper("E1", Text("Event"), (SheetDay(MONDAY, 1, participants=_signers(300)),))
    edge = (25 + 9) * MM
    for _, runs in boxes(sign_in_sheet.build(paper)):
        numbers = [box for run, box in runs if re.fullmatch(r"\d{1,3}", run.strip()) and box[0] < edge]
        assert numbers
        assert all(box[2] <= edge - 1.9 * MM for box in numbers)


def test_the_footer_of_a_half_day_tells_which_half() -> None:
    day = SheetDay(MONDAY, 1, participants=_signers(2), part=Text("Morning"))
    assert "Sign-in sheet Day 1 – Morning" in text(sign_in_sheet.build(SignInPaper("E1", Text("Event"), (day,))))


# badges, tents, register -----------------------------------------------------------------------------------------


def test_a_position_is_never_larger_than_the_place_above_it() -> None:
    long = "Cross-municipal coordination of emergency response, evacuation and accommodation of displaced persons"
    badge = Badge(PersonName("Ana", "Kos"), Text("Guest"), Text(long * 2), Text("mayor of it"))
    assert "mayor of it" in text(badges.build(BadgePaper(Text("Visit"), (badge,))))
    sizes = [line.runs[0][1].size for line in badges._foot_lines(badge)]
    assert sizes[-1] < min(sizes[:-1])


def test_two_names_of_a_tent_have_one_size_where_they_are_nearly_alike() -> None:
    name = PersonName("Олександра-Вікторія", "Старовойтенко-Перебийніс-Кропивницька")
    paper = TentPaper(Text("Visit"), (Tent(name),))
    sizes = {line.runs[0][1].size for line in name_tents._names(*name.parts("uk"), 1.0)}
    assert len(sizes) == 1
    short = name_tents._names("Ян", "Ковальчук-Старовойтенко" * 4, 1.0)
    assert len({line.runs[0][1].size for line in short}) == 2, "a short name is not made tiny for a long one"
    assert name_tents.build(paper)


def test_what_is_void_is_struck_in_both_scripts_and_says_when_in_one_note() -> None:
    paper = proofs.register("uk", "en")
    entry = replace(paper.entries[0], replaced=("CEP-UA-2023-0014/2", date(2023, 11, 5)))
    data = certificate_register.build(replace(paper, entries=(entry,)), RegisterOptions("uk", "en"))
    whole = text(data)
    assert "CEP-UA-2023-0014/2, 05.11.2023" in whole
    assert "CEP-UA-2023-0014/2, 5 November 2023" in whole
    struck = certificate_register._cells(entry, certificate_register.speech("uk", "en"), [200.0] * 10)[1]
    assert [line.runs[0][1].strike > 0 for line in struck] == [True, True]
