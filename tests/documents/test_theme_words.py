"""A programme's own words may name the theme of an event: filled, said once, told when it is missing (CE-4)."""

from dataclasses import replace

import pytest

from app.core.i18n import words
from app.core.placeholders import nearest
from app.core.vocabulary import CertificateKind
from app.documents import agenda, certificates, letters, personal_agenda, word_letter, word_template
from app.documents.agenda_head import NOTE_SLOT, TITLE_SLOT
from app.documents.certificate_data import CertificateOptions, CertificatesPaper
from app.documents.certificate_wording import KIND_SLOTS
from app.documents.letter_data import InvitationOptions
from app.documents.letter_words import OPENING
from app.documents.own_words import OwnWords, Slot, listening, place_name
from app.documents.texts import Text
from app.services.paper_shelf import SHELF
from app.services.paper_templates import check_text
from tests.documents import more_samples, samples
from tests.documents.paper_reading import text
from tests.documents.word_files import everything, letter

THEME = Text("Shelters & sirens", "Укриття і сирени")
SENTENCE = KIND_SLOTS[CertificateKind.ATTENDANCE]["sentence"]
#: Every slot that can name the event can name its theme.
NAMING = [
    (key, slot)
    for key, one in SHELF.items()
    for slot in one.slots
    if "event" in slot.places or ("title" in slot.places and key == "certificates")
]


@pytest.mark.parametrize(("key", "slot"), NAMING, ids=[f"{key}.{slot.key}" for key, slot in NAMING])
def test_wherever_the_event_can_be_named_its_theme_can(key: str, slot: Slot) -> None:
    assert "theme" in slot.places
    assert not check_text(slot, "en", "On the theme {theme}")
    [problem] = check_text(slot, "en", "On the theme {Theme}")
    assert (problem.code, problem.params["near"]) == ("place_unknown_near", "{theme}")
    assert words("en").say(place_name("theme")) == "Theme"
    assert nearest("them", slot.places) == "theme"


def _certificates(own: dict[str, str], theme: Text = THEME, second: str = "uk") -> CertificatesPaper:
    plain = more_samples.certificates("en", second, count=1)
    return replace(plain, event=replace(plain.event, theme=theme, words=OwnWords({SENTENCE.key: own})))


def _said(paper: CertificatesPaper, second: str = "uk") -> str:
    return " ".join(text(certificates.build(paper, CertificateOptions("en", second))).split())


def test_a_certificate_says_the_theme_in_the_sentence_and_not_once_more() -> None:
    said = _said(_certificates({"en": "took part in {title} on the theme of {theme}, {dates} ({hours})"}))
    assert "on the theme of Shelters & sirens," in said
    assert said.count("Shelters & sirens") == 1
    # The other language has the house's sentence, and the theme on its own line below.
    assert "Тема: Укриття і сирени" in said
    assert "Theme:" not in said


def test_each_language_of_a_certificate_says_its_own_theme() -> None:
    own = {"en": "took part in {title} ({theme}), {dates}", "uk": "брав участь: {title} ({theme}), {dates}"}
    said = _said(_certificates(own))
    assert said.count("(Shelters & sirens)") == said.count("(Укриття і сирени)") == 1
    assert "Theme:" not in said
    assert "Тема:" not in said


def test_a_theme_that_nobody_wrote_is_told_before_printing() -> None:
    with listening() as gaps:
        _said(_certificates({"en": "took part in {title} ({theme}), {dates}"}, Text(), ""), "")
    assert [(gap.slot.key, gap.language, gap.place) for gap in gaps] == [(SENTENCE.key, "en", "theme")]


def test_without_own_words_the_theme_stands_on_its_line() -> None:
    assert "Theme: Shelters & sirens" in _said(_certificates({}))


def test_a_theme_is_text_whatever_is_in_it() -> None:
    hostile = Text("<b>x</b> {title}\n=1+1 {dates}")
    said = _said(_certificates({"en": "took part in {title} ({theme})"}, hostile, ""), "")
    assert "(<b>x</b> {title} =1+1 {dates})" in said


def test_a_letter_says_the_theme_in_its_own_sentence_and_not_once_more() -> None:
    plain = replace(more_samples.invitation("en", "uk"), theme=THEME)

    def said(second: str, **own: str) -> str:
        paper = replace(plain, words=OwnWords({OPENING.key: own}))
        return " ".join(text(letters.build(paper, InvitationOptions("en", second))).split())

    own = {"en": "We invite you to {title} about {theme}.", "uk": "Запрошуємо на {title} про {theme}."}
    assert "about Shelters & sirens." in said("", en=own["en"])
    assert said("", en=own["en"]).count("Shelters & sirens") == 1
    assert "Theme:" not in said("uk", **own)
    assert "Тема:" not in said("uk", **own)
    # Side by side a line stands in both languages or in none.
    half = said("uk", en=own["en"])
    assert "Theme: Shelters & sirens." in half
    assert "Тема: Укриття і сирени." in half
    assert "Theme: Shelters & sirens." in said("")


def test_a_word_template_may_name_the_theme_in_both_languages() -> None:
    content = letter([["{theme} | {theme_2}"]])
    assert word_template.look(content).unknown == ()
    paper = replace(more_samples.invitation("en", "uk"), theme=THEME)
    values, rows = word_letter.places(paper, InvitationOptions("en", "uk"))
    assert "Shelters & sirens | Укриття і сирени" in everything(word_template.fill(content, values, rows))


def test_an_agenda_names_its_theme_in_title_and_note() -> None:
    own = OwnWords({TITLE_SLOT.key: {"en": "Programme on {theme}"}, NOTE_SLOT.key: {"en": "More on {theme} online."}})
    paper = replace(samples.agenda(weeks=1), theme=Text(THEME.first), words=own)
    said = " ".join(text(agenda.build(paper)).split())
    assert "Programme on Shelters & sirens" in said
    assert "More on Shelters & sirens online." in said
    assert "Theme:" not in said


def test_a_personal_agenda_names_the_theme_in_its_note() -> None:
    assert personal_agenda.NOTE_SLOT.places["theme"] == "theme of the event"
