"""Certificates: wording, names, numbers, QR (CE-1 to CE-13, CN-1, CN-3)."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from app.core.errors import Cancelled, Refused
from app.core.progress import Token
from app.core.vocabulary import CertificateKind
from app.documents import certificates
from app.documents.certificate_data import CertificateOptions, CertificatesPaper
from app.documents.certificate_page import name_lines
from app.documents.qr import fragment, modules
from app.documents.styles import MM
from app.documents.texts import PersonName, Text
from app.documents.wrapping import text_width
from tests.documents import more_samples as samples
from tests.documents.paper_reading import boxes, reader, text


def test_a_number_that_no_code_can_hold_is_refused_in_words() -> None:
    paper = samples.certificates(count=1)
    for number in ("N" * 5000, "漢" * 80):
        endless = replace(paper, certificates=(replace(paper.certificates[0], number=number),))
        with pytest.raises(Refused) as refused:
            certificates.build(endless)
        assert refused.value.code == "certificate_number_long"


def test_ukrainian_and_english() -> None:
    whole = text(certificates.build(samples.certificates(count=1), CertificateOptions("uk", "en")))
    for part in (
        "СЕРТИФІКАТ ПРО УЧАСТЬ",
        "Certificate of Attendance",
        "Оксана Василівна Гриценко",
        "Oksana Hrytsenko",
        "за участь у програмі «Цивільний захист і реагування на природні та інші лиха», Домжале, Словенія,",
        "2–20 жовтня 2023 р., обсяг – 84 години по 60 хвилин, очно",
        "from 2 to 20 October 2023 (84 hours of 60 minutes), on site",
        "CEP-UA-2023-0014",
        "7KQ2M-XDTVF",
        "Maja KRANJC",
        "Домжале, 20 жовтня 2023 р.",
    ):
        assert part in whole
    assert "This is to certify" not in whole


def test_slovenian_online_certificate() -> None:
    whole = text(certificates.build(samples.webinar_certificate(), CertificateOptions("sl")))
    for part in ("POTRDILO O UDELEŽBI", "prejme", "Katja Češnovar Žužek", "»Zeleni prehod v Ukrajini«", "M. P."):
        assert part in whole
    assert "od 30. januarja do 20. februarja 2025, po spletu, v obsegu 8 ur (po 60 minut)" in whole


@pytest.mark.parametrize(
    ("language", "attendance", "completion"),
    [
        ("en", "participated in the mentoring visit", "has successfully completed the mentoring visit"),
        ("sl", "za udeležbo na dogodku", "za uspešno opravljeno usposabljanje"),
        ("uk", "за участь у програмі", "за успішне завершення програми"),
        ("sv", "Härmed intygas att", "har genomfört och fullgjort kraven i"),
        ("lv", "par dalību programmā", "par sekmīgu programmas"),
    ],
)
def test_kind_decides_the_wording(language: str, attendance: str, completion: str) -> None:
    options = CertificateOptions(language)
    present = text(certificates.build(samples.certificates(language, "", 1), options))
    done = text(certificates.build(samples.certificates(language, "", 1, CertificateKind.COMPLETION), options))
    assert attendance in present
    assert completion in done
    assert completion not in present


def test_hours_of_each_holder_and_duplicates() -> None:
    paper = samples.certificates("en", "", 2)
    first, second = paper.certificates
    changed = replace(second, hours=Decimal("61.5"), duplicate=True)
    data = certificates.build(replace(paper, certificates=(first, changed)), CertificateOptions("en"))
    pages = [page.extract_text() for page in reader(data).pages]
    whole = text(data)
    assert "84 hours" in whole
    assert "61.5 hours" in whole
    assert whole.count("Duplicate") == 1
    assert len(pages) == 2


def test_names_shrink_then_break_before_the_family_name() -> None:
    assert [style.size for _, style in name_lines("Žužek", "Katja Žužek")] == [34]
    family = "Wolfeschlegelsteinhausenbergerdorff-Češnovar-Ґудзенко"
    lines = name_lines(family, f"Maximiliana Alexandrina Konstantina Viktorija {family}")
    assert [part for part, _ in lines] == ["Maximiliana Alexandrina Konstantina Viktorija", family]
    for part, style in [*lines, *name_lines("", "x" * 300)]:
        assert text_width(part, style) <= 225 * MM + 0.01


def test_long_title_and_many_topics_stay_above_the_signatures() -> None:
    paper = samples.certificates("uk", "en", 1)
    long = Text("Дуже довга назва програми з багатьма словами " * 6, "A very long title of the programme " * 6)
    event = replace(paper.event, title=long, topics=paper.event.topics * 3)
    ((_, runs),) = boxes(certificates.build(replace(paper, event=event), CertificateOptions("uk", "en")))
    position = next(bottom for run, (_, bottom, _, _) in runs if "Координаторка" in run)
    lowest = min(bottom for run, (left, bottom, _, _) in runs if "warning" in run or "Topics" in run)
    assert lowest > position


def test_qr_holds_number_and_code_and_is_drawn_as_rectangles() -> None:
    paper = samples.certificates("en", "", 1)
    content = reader(certificates.build(paper)).pages[0].get_contents().get_data().decode("latin-1")
    assert certificates.qr_text(paper.certificates[0]) == "CEP-UA-2023-0014 7KQ2M-XDTVF"
    count, shapes = fragment("CEP-UA-2023-0014 7KQ2M-XDTVF")
    assert count == 25
    assert shapes in content
    dark = sum(map(sum, modules("CEP-UA-2023-0014 7KQ2M-XDTVF")))
    assert sum(int(width) for width in re.findall(r"\d+ \d+ (\d+) 1 re", shapes)) == dark


def test_hundred_pages_share_the_background_and_stay_small() -> None:
    few, many = (
        certificates.build(samples.certificates(count=count), CertificateOptions("uk", "en")) for count in (10, 110)
    )
    assert len(reader(many).pages) == 110
    assert (len(many) - len(few)) / 100 < 2048


def test_a_page_with_a_signed_code_takes_less_than_two_kilobytes() -> None:
    def pages(count: int) -> bytes:
        paper = samples.certificates(count=count)
        code = "MDC" + "".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[n * n * 7 % 32] for n in range(412))
        signed = tuple(replace(one, signed=f"{code}{n:04d}") for n, one in enumerate(paper.certificates))
        return certificates.build(replace(paper, certificates=signed), CertificateOptions("uk", "en"))

    few, many = pages(10), pages(110)
    assert (len(many) - len(few)) / 100 < 2048
    assert b" ".join(reader(few).pages[0].get_contents().get_data().split()).count(b"/IM true") == 1


def test_one_file_for_each_and_none_at_all() -> None:
    paper = samples.certificates(count=3)
    files = list(certificates.build_each(paper))
    assert [number for number, _ in files] == ["CEP-UA-2023-0014", "CEP-UA-2023-0015", "CEP-UA-2023-0016"]
    assert all(len(reader(data).pages) == 1 for _, data in files)
    empty: CertificatesPaper = replace(paper, certificates=())
    assert len(reader(certificates.build(empty)).pages) == 1


def test_cancelled_on_the_way() -> None:
    token = Token(lambda done, total: token.cancel() if done == 2 else None)
    with pytest.raises(Cancelled):
        certificates.build(samples.certificates(count=5), CertificateOptions("uk"), token)


def test_three_signatories_and_a_person_without_latin_name() -> None:
    paper = samples.certificates("en", "", 1)
    third = replace(paper.event.signatories[0], name=PersonName("Їжак", "Ґудзь"))
    event = replace(paper.event, signatories=(*paper.event.signatories, third))
    holder = replace(paper.certificates[0], holder=PersonName("", "Кобзар"))
    whole = text(certificates.build(replace(paper, event=event, certificates=(holder,))))
    assert "Їжак Ґудзь" in whole
    assert "Кобзар" in whole


def _one(certificate: dict[str, object], event: dict[str, object], first: str, second: str) -> bytes:
    paper = samples.certificates(first, second, count=1)
    kept = tuple(replace(one, **certificate) for one in paper.certificates)  # type: ignore[arg-type]
    made = replace(paper, event=replace(paper.event, **event), certificates=kept)  # type: ignore[arg-type]
    return certificates.build(made, CertificateOptions(first, second))


def test_the_second_spelling_is_never_larger_than_three_quarters_of_the_first() -> None:
    long = PersonName(
        "Олександра-Вікторія", "Старовойтенко-Перебийніс-Кропивницька",
        "Oleksandra-Viktoriia", "Starovoitenko-Perebyinis-Kropyvnytska", "Станіславівна", "f",
    )  # fmt: skip
    sizes = {}
    for text_drawn, (_, bottom, _, top) in boxes(_one({"holder": long}, {}, "uk", "en"))[0][1]:
        for part in ("Старовойтенко", "Starovoitenko"):
            if part in text_drawn:
                sizes[part] = top - bottom
    assert sizes["Starovoitenko"] <= 0.78 * sizes["Старовойтенко"]


def test_a_name_that_ends_in_a_stop_does_not_get_a_second_one() -> None:
    whole = text(_one({}, {"funder": Text("Donor Ltd.", "Donor Ltd."), "host": Text("Občina d.", "")}, "en", ""))
    assert "Donor Ltd." in whole
    assert ".." not in whole


def test_a_sentence_breaks_at_its_commas_where_it_can() -> None:
    whole = text(_one({}, {"place": Text("Домжале, Словенія", "Domžale, Slovenia")}, "uk", "en"))
    assert "Домжале, Словенія," in whole
