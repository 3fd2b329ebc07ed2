"""Names in the dative on certificates: only where somebody confirmed the form (CE-5 to CE-7)."""

from dataclasses import replace

import pytest

from app.core.vocabulary import CertificateKind
from app.documents import certificates
from app.documents.certificate_data import CertificateOptions, CertificatesPaper
from app.documents.certificate_wording import KIND_SLOTS
from app.documents.own_words import OwnWords, listening
from tests.documents import more_samples as samples
from tests.documents.paper_reading import boxes, reader, text

_BEFORE, _SENTENCE = (KIND_SLOTS[CertificateKind.ATTENDANCE][part].key for part in ("before", "sentence"))
_GIVEN_TO = {_BEFORE: {"uk": "Виданий {holder_dative}", "lv": "Izsniegts {holder_dative}"}}


def _paper(words: dict[str, dict[str, str]], *datives: dict[str, str]) -> CertificatesPaper:
    plain = samples.certificates(count=len(datives))
    event = replace(plain.event, words=OwnWords(words))
    ones = tuple(replace(one, dative=dative) for one, dative in zip(plain.certificates, datives, strict=True))
    return replace(plain, event=event, certificates=ones)


def test_a_confirmed_form_is_the_line_of_the_name() -> None:
    paper = _paper(_GIVEN_TO, {"uk": "Оксані Василівні Гриценко"})
    whole = text(certificates.build(paper, CertificateOptions("uk")))
    assert "Виданий" in whole
    assert "Оксані Василівні Гриценко" in whole
    assert "Оксана" not in whole
    assert "за участь у програмі" in whole
    assert "holder_dative" not in whole


def test_without_one_the_house_speaks_in_the_nominative() -> None:
    with listening() as gaps:
        content = certificates.build(_paper(_GIVEN_TO, {}), CertificateOptions("uk"))
    whole = text(content)
    assert "Виданий" not in whole
    assert "Оксана Василівна Гриценко" in whole
    assert not gaps
    assert "за участь у програмі" in whole


def test_each_holder_of_a_batch_gets_what_is_confirmed_for_him() -> None:
    paper = _paper(_GIVEN_TO, {"uk": "Оксані Василівні Гриценко"}, {}, {"lv": "Somebodyam"})
    content = certificates.build(paper, CertificateOptions("uk", "en"))
    pages = [page.extract_text() for page in reader(content).pages]
    assert ["Виданий" in page for page in pages] == [True, False, False]
    assert "Оксані" in pages[0]
    assert all("за участь у програмі" in page for page in pages)
    # The second language has the name as in the passport.
    assert "Oksana Hrytsenko" in pages[0]


def test_latvian() -> None:
    paper = _paper(_GIVEN_TO, {"lv": "Oksanai Hricenko"})
    whole = text(certificates.build(paper, CertificateOptions("lv")))
    assert "Izsniegts" in whole
    assert "Oksanai Hricenko" in whole
    assert "par dalību programmā" in whole


def test_the_form_inside_the_sentence_leaves_the_heading_in_the_nominative() -> None:
    words = {_SENTENCE: {"uk": "видано {holder_dative} за участь у заході {title}, {dates} ({hours})"}}
    paper = _paper(words, {"uk": "Оксані Гриценко"}, {})
    first, second = (page.extract_text() for page in reader(certificates.build(paper, CertificateOptions("uk"))).pages)
    assert "видано Оксані Гриценко за участь у заході" in first.replace("\n", " ")
    assert "Оксана Василівна Гриценко" in first
    assert "видано" not in second
    assert "за участь у програмі" in second


def test_what_stands_behind_the_name_opens_the_sentence() -> None:
    words = {_BEFORE: {"uk": "Видано {holder_dative} у тому, що"}, _SENTENCE: {"uk": "захід {title} відбувся, {dates}"}}
    whole = text(certificates.build(_paper(words, {"uk": "Оксані Гриценко"}), CertificateOptions("uk")))
    assert "у тому, що захід" in whole.replace("\n", " ")


@pytest.mark.parametrize(
    "form", ["Оксані " * 700, "<b>Оксані</b> & {title} {holder_dative}", "Ок\u202eсані\nГриценко 😀"]
)
def test_hostile_forms_are_printed_as_text_inside_the_page(form: str) -> None:
    content = certificates.build(_paper(_GIVEN_TO, {"uk": form}), CertificateOptions("uk"))
    (((width, _height), runs),) = boxes(content)
    assert runs
    assert all(0 <= left <= right <= width for _, (left, _bottom, right, _top) in runs)
    assert "\u202e" not in text(content)
    assert "Домжале" in text(content)
