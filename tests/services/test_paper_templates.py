"""A programme's own words on its papers: kept, checked, printed as text and nothing else (issue 4, Templates)."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import placeholders
from app.core.errors import Conflict, Invalid, NotFound
from app.core.i18n import LANGUAGES
from app.core.sentences import all_sentences, sentence
from app.documents.own_words import OwnWords, Slot, place_name
from app.documents.speech import speech
from app.models.documents import Document
from app.models.papers import PaperTemplate
from app.services import documents, history, paper_templates, paper_word, programmes
from app.services.context import Context
from app.services.paper_shelf import SHELF
from app.services.paper_templates import TemplateDraft
from app.services.programmes import ProgrammeDraft
from tests.services.verbs_templates import word_file

HOSTILE = (
    "{name.__class__}",
    "{0}",
    "{{",
    "{{name}}",
    "{name!r:>9999999}",
    "{name.__class__.__mro__[1].__subclasses__()}",
    "{% import os %}",
    "${7*7}",
    "}",
    "{" * 5000,
)
OPENING = SHELF["letters"].slot("opening")
assert OPENING is not None


@pytest.fixture
def programme(context: Context) -> str:
    with context.write("Programme") as work:
        return programmes.create(work, ProgrammeDraft(code="CEP-UA", title={"en": "Reconstruction"}))


def _save(context: Context, programme: str, texts: dict[str, dict[str, str]], paper: str = "letters") -> None:
    with context.write("Words") as work:
        paper_templates.save(work, programme, paper, replace(paper_templates.load(work, programme, paper), texts=texts))


def _texts(context: Context, programme: str, paper: str = "letters") -> object:
    with context.read() as view:
        return paper_templates.texts_for(view, programme, paper)


def test_words_are_kept_by_slot_and_language_and_emptied_ones_are_gone(context: Context, programme: str) -> None:
    _save(context, programme, {"opening": {"en": " Welcome to {event}. ", "uk": "Запрошуємо!", "sl": "  "}})
    assert _texts(context, programme) == {"opening": {"en": "Welcome to {event}.", "uk": "Запрошуємо!"}}
    with context.read() as view:
        row = {row.key: row for row in paper_templates.list_rows(view, programme)}["letters"]
    assert (row.own, row.word_name) == (1, "")
    _save(context, programme, {"opening": {"en": ""}})
    assert _texts(context, programme) == {}
    with context.read() as view:
        assert view.session.query(PaperTemplate).count() == 0


def test_whoever_was_faster_is_not_overwritten(context: Context, programme: str) -> None:
    with context.read() as view:
        mine = theirs = paper_templates.load(view, programme, "letters")
    with context.write("Theirs") as work:
        paper_templates.save(work, programme, "letters", replace(theirs, texts={"opening": {"en": "Theirs"}}))
    for texts in ({"opening": {"en": "Mine"}}, {}):
        with pytest.raises(Conflict), context.write("Mine") as work:
            paper_templates.save(work, programme, "letters", replace(mine, texts=texts))
    with context.read() as view:
        kept = paper_templates.load(view, programme, "letters")
    assert kept.texts == {"opening": {"en": "Theirs"}}
    context.undo()
    with pytest.raises(Conflict), context.write("Mine") as work:  # what it was loaded from is gone
        paper_templates.save(work, programme, "letters", kept)


def test_unknown_papers_slots_and_languages_are_told(context: Context, programme: str) -> None:
    with context.read() as view, pytest.raises(NotFound):
        paper_templates.load(view, programme, "no-such-paper")
    draft = TemplateDraft({"no.such": {"en": "x"}, "opening": {"xx": "y"}})
    assert [p.field for p in paper_templates.check("letters", draft)] == ["no.such.en", "opening.xx"]
    with pytest.raises(Invalid), context.write("x") as work:
        paper_templates.save(work, programme, "letters", draft)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dear {adressee}", "English: there is no placeholder {adressee} here. Did you mean {addressee}?"),
        ("{Event}", "English: there is no placeholder {Event} here. Did you mean {event}?"),
        ("{ event }", "English: there is no placeholder { event } here. Did you mean {event}?"),
        ("{name.__class__}", "English: there is no placeholder {name.__class__} here."),
        ("{{event}}", "English: a brace stands alone or twice."),
        ("a } b", "English: a brace stands alone or twice."),
        ("x" * 1801, "English: this text has 1801 characters. At most 1800 have room here: shorten it."),
    ],
)
def test_what_cannot_stand_in_a_text_is_told_in_one_sentence(text: str, told: str) -> None:
    assert OPENING is not None
    problems = paper_templates.check_text(OPENING, "en", text)
    assert len(problems) == 1
    assert sentence(problems[0].code, problems[0].params).startswith(told)


def test_a_slot_without_places_says_so() -> None:
    slot = Slot("plain", "Plain")
    assert [p.code for p in paper_templates.check_text(slot, "uk", "Увага: {x}")] == ["places_none"]
    assert [p.code for p in paper_templates.check_text(slot, "uk", "Увага: {")] == ["brace_here"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_templates_are_refused_and_would_print_as_they_stand(
    context: Context, programme: str, text: str
) -> None:
    if text != "${7*7}":
        with pytest.raises(Invalid):
            _save(context, programme, {"opening": {"en": text}})
    assert OPENING is not None
    values = {"name": "Anna", "event": "{programme}", "programme": "P"}
    said = OwnWords({"opening": {"en": text}}).say(OPENING, speech("en"), **values)
    assert said.first == placeholders.fill(text, values)
    assert "class '" not in said.first
    assert "49" not in said.first


def test_a_hundred_thousand_letters_are_refused_at_once(context: Context, programme: str) -> None:
    with pytest.raises(Invalid) as told:
        _save(context, programme, {"opening": {"en": "{event}" * 15_000}})
    assert told.value.problems[0].code == "template_too_long"
    assert _texts(context, programme) == {}


@given(st.text(max_size=200), st.dictionaries(st.sampled_from(["a", "b", "name"]), st.text(max_size=20)))
def test_filling_puts_in_values_once_and_leaves_everything_else(text: str, values: dict[str, str]) -> None:
    """Law: the text parted at its known placeholders is what stands between the values; values are not read again."""
    known = [(start, length, name) for start, length, name in placeholders.spans(text) if name in values]
    expected, at = "", 0
    for start, length, name in known:
        expected += text[at:start] + values[name]
        at = start + length
    assert placeholders.fill(text, values) == expected + text[at:]


@given(st.text("{}abn %.!0_ ", max_size=60))
def test_a_text_that_passes_the_check_holds_no_brace_but_those_of_its_places(text: str) -> None:
    slot = Slot("s", "S", places={"a": "x", "ab": "y"}, lines=2)
    left = text.replace("{a}", "").replace("{ab}", "")
    assert bool(paper_templates.check_text(slot, "en", text)) == ("{" in left or "}" in left)


def test_values_that_look_like_placeholders_are_not_filled_again() -> None:
    slot = Slot("s", "S", places={"a": "", "b": ""})
    own = OwnWords({"s": {"en": "{a} and {b}"}})
    assert own.say(slot, speech("en"), a="{b}", b="{a}").first == "{b} and {a}"


# Word ---------------------------------------------------------------------------------------------------------
def test_a_word_template_is_kept_replaced_and_taken_off(context: Context, programme: str, tmp_path: Path) -> None:
    content = word_file("Dear {addressee}, {nonsense}")
    with context.write("Word") as work:
        paper_templates.set_word(work, programme, "letters", content, "a.docx")
    with context.read() as view:
        found = paper_word.look(view, programme, "letters")
        assert found is not None
        assert (found.file_name, found.places, found.unknown) == ("a.docx", ("addressee",), ("nonsense",))
        assert paper_templates.word_of(view, programme, "letters") == content
    _save(context, programme, {"closing": {"en": "Bye"}})
    with context.write("Another") as work:
        paper_templates.set_word(work, programme, "letters", word_file("Hello"), "b.docx")
    with context.read() as view:
        assert [row.file_name for row in documents.list_rows(view, owner_id=programme, owner_kind="programme")] == [
            "b.docx"
        ]
    with context.write("Words back") as work:
        paper_templates.reset(work, programme, "letters")
    with context.read() as view:
        assert paper_word.look(view, programme, "letters") is not None
    with context.write("Off") as work:
        paper_templates.remove_word(work, programme, "letters")
    with context.read() as view:
        assert paper_word.look(view, programme, "letters") is None
        assert view.session.query(Document).count() == 0
        assert view.session.query(PaperTemplate).count() == 0


@pytest.mark.parametrize("content", [b"", b"MZ\x90", b"PK\x03\x04 nothing", b"<html>"])
def test_a_file_that_is_no_word_document_is_refused_and_nothing_is_kept(
    context: Context, programme: str, content: bytes
) -> None:
    with pytest.raises(Invalid) as told, context.write("Word") as work:
        paper_templates.set_word(work, programme, "letters", content, "x.docx")
    assert told.value.code in all_sentences()
    with context.read() as view:
        assert view.session.query(Document).count() == 0


def test_only_papers_that_take_one_take_a_word_template(context: Context, programme: str) -> None:
    with pytest.raises(NotFound), context.write("Word") as work:
        paper_templates.set_word(work, programme, "agenda", word_file(), "x.docx")


def test_the_starting_template_can_be_chosen_as_it_is(context: Context, programme: str, tmp_path: Path) -> None:
    with context.read() as view:
        content = paper_word.example(view, programme, "uk")
        assert paper_word.example(view, programme, "uk") == content
    target = paper_word.save(tmp_path / "start.docx", content)
    with context.write("Word") as work:
        paper_templates.set_word(work, programme, "letters", paper_word.read(target), target.name)
    with context.read() as view:
        found = paper_word.look(view, programme, "letters")
    assert found is not None
    assert found.unknown == ()
    assert {"addressee", "subject", "opening", "person_name", "signatory"} <= set(found.places)


# other programmes, history ------------------------------------------------------------------------------------
def test_words_of_another_programme_are_taken_over_paper_by_paper(context: Context, programme: str) -> None:
    with context.write("Other") as work:
        other = programmes.create(work, ProgrammeDraft(code="OTHER", title={"en": "Other"}))
    _save(context, other, {"closing": {"en": "Cheers"}})
    with context.write("Word") as work:
        paper_templates.set_word(work, other, "letters", word_file(), "w.docx")
    _save(context, programme, {"closing": {"en": "Bye"}, "opening": {"en": "Hi"}})
    _save(context, programme, {"note": {"en": "Mine"}}, "agenda")
    with context.write("Copy") as work:
        assert paper_templates.copy(work, other, programme) == 1
    assert _texts(context, programme) == {"closing": {"en": "Cheers"}}
    assert _texts(context, programme, "agenda") == {"note": {"en": "Mine"}}
    with context.write("Off") as work:  # each programme has its own file
        paper_templates.remove_word(work, other, "letters")
    with context.read() as view:
        assert paper_word.look(view, programme, "letters") is not None


def test_history_tells_the_paper_and_no_keys(context: Context, programme: str) -> None:
    _save(context, programme, {"opening": {"en": "Welcome"}})
    with context.read() as view:
        unit = history.list_units(view, "programme", programme)[0]
        changes = history.load_changes(view, unit.id)
    assert [(change.kind, change.title) for change in changes] == [("paper_template", "Invitation letter")]


def test_a_programme_that_is_deleted_takes_its_words_along(context: Context, programme: str) -> None:
    _save(context, programme, {"opening": {"en": "Welcome"}})
    with context.write("Delete") as work:
        programmes.delete(work, programme)
    with context.read() as view:
        assert view.session.query(PaperTemplate).count() == 0
    context.undo()
    assert _texts(context, programme) == {"opening": {"en": "Welcome"}}


# the shelf ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "slot", [pytest.param(slot, id=f"{key}.{slot.key}") for key, one in SHELF.items() for slot in one.slots]
)
def test_the_houses_words_of_every_slot_pass_the_check(slot: Slot) -> None:
    """What is offered to start from can be kept; each placeholder has a name of its own and an example."""
    from app.core.i18n import words

    for language in LANGUAGES:
        assert paper_templates.check_text(slot, language, words(language).say(slot.default)) == (), language
    assert slot.label
    for place, example in slot.places.items():
        assert example
        assert place_name(place) != place


def test_slots_of_a_paper_have_different_keys() -> None:
    for one in SHELF.values():
        keys = [slot.key for slot in one.slots]
        assert len(keys) == len(set(keys))
