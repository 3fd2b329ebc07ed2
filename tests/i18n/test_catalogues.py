"""The catalogues say everything the code says, in good order. ``make words`` brings them up to date."""

import ast
import gettext
import io
import re
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from app.core.i18n import LANGUAGES, Words
from scripts import words

#: Places of the sentences that argparse fills.
PERCENT = re.compile(r"%\(\w+\)[sr]|%[sr]\b")
#: The file of the sentences on certificates.
CERTIFICATE = "app/documents/certificate_wording.py"
OTHERS = [language for language in LANGUAGES if language != "en"]


@cache
def _template() -> Catalog:
    return words.extract()


@cache
def _catalogue(language: str) -> Catalog:
    return words.load(language)


def _listed(messages: list[str]) -> str:
    more = f"\n… and {len(messages) - 20} more" if len(messages) > 20 else ""
    return f"{len(messages)}:\n" + "\n".join(messages[:20]) + more


def _shown(message: Message) -> str:
    return f"{message.id!r} ({', '.join(place for place, _line in message.locations)})"


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _forms(message: Message) -> tuple[str, ...]:
    found = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return tuple(form for form in found if form)


def _places(text: str) -> set[str]:
    return {name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None}


def test_every_language_has_a_catalogue() -> None:
    """The languages of the program and of scripts/words.py are the same."""
    assert set(words.PLURALS) == set(OTHERS)
    assert [language for language in OTHERS if not words.catalogue_path(language).exists()] == []


def test_singular_and_plural_are_said_where_they_are_counted() -> None:
    """A singular and a plural that come in variables are gathered as two texts, and never found when they are said."""
    wrong = [
        f"{path.relative_to(words.ROOT)}:{node.lineno}"
        for path in sorted((words.ROOT / "app").rglob("*.py"))
        if path.name != "i18n.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "trn"
        if not words.said(node)
    ]
    assert not wrong, _listed(wrong)


def test_papers_count_where_they_stand() -> None:
    """The same for what papers count: a pair that is kept in a table is gathered as two texts."""
    wrong = [
        f"{path.relative_to(words.ROOT)}:{node.lineno}"
        for path in sorted((words.ROOT / "app").rglob("*.py"))
        if path.name not in {"i18n.py", "speech.py"}
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "count"
        if len(node.args) >= 3 or any(isinstance(argument, ast.Starred) for argument in node.args)
        if not words.said(node)
    ]
    assert not wrong, _listed(wrong)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Line before the name", False),  # the name of a slot, shown where it is edited
        ("What is paid", False),  # the name of a placeholder
        ("title of the event", False),  # the example of a placeholder
        ("This is to certify that", True),  # what a slot prints
        ("Interpreter pack", True),
        ("Person-days", False),
        ("Montenegro", True),
        ("Please find attached: {paper}.", True),
        ("Not genuine", True),  # on the page that checks certificates
        ("Title", True),  # of a slot, and a heading on the list of changes
        ("Issue certificates", False),
    ],
)
def test_what_is_printed_is_known(text: str, printed: bool) -> None:
    """What goes on paper needs five languages; labels of fields do not, though a module of paper says them."""
    messages = [message for message in _template() if message.id and _ids(message)[0] == text]
    assert [words.is_paper(message) for message in messages] == [printed]


@pytest.mark.parametrize("language", OTHERS)
def test_catalogues_are_up_to_date(language: str) -> None:
    """Every text of the code is in the catalogue, and nothing else is."""
    wanted = {words.key_of(message): _shown(message) for message in _template() if message.id}
    kept = {words.key_of(message): _shown(message) for message in _catalogue(language) if message.id}
    lacking = [shown for key, shown in wanted.items() if key not in kept]
    gone = [shown for key, shown in kept.items() if key not in wanted]
    assert not lacking, f"run 'make words': not in {language} {_listed(lacking)}"
    assert not gone, f"run 'make words': no longer in the code, still in {language} {_listed(gone)}"


def test_ukrainian_is_complete() -> None:
    """The window speaks Ukrainian throughout; a doubtful translation counts as none."""
    lacking = [_shown(message) for message in words.missing("uk", _catalogue("uk"))]
    assert not lacking, f"Ukrainian lacks {_listed(lacking)}"


@pytest.mark.parametrize("language", OTHERS)
def test_papers_are_complete(language: str) -> None:
    """What documents print and the words of the field are there in every language."""
    paper = {words.key_of(message) for message in _template() if message.id and words.is_paper(message)}
    lacking = [
        _shown(message) for message in words.missing(language, _catalogue(language)) if words.key_of(message) in paper
    ]
    assert not lacking, f"{language} lacks on paper {_listed(lacking)}"


def test_texts_have_well_formed_places() -> None:
    """Places in braces have names; singular and plural agree but for the number."""
    wrong = []
    for message in _template():
        places = [_places(text) for text in _ids(message)]
        named = all(name.isidentifier() for found in places for name in found)
        if message.id and not (named and places[0] <= places[-1] and places[-1] - places[0] <= {"n"}):
            wrong.append(_shown(message))
    assert not wrong, _listed(wrong)


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_the_places(language: str) -> None:
    """Every form of a translation fills the same places as the text, in braces or (argparse) with per cent signs.

    Where a language's singular is for the number one alone, as in English, it may leave the number out. The sentence
    of a certificate may leave out the kind of event: most languages would have to decline it.
    """
    wrong = []
    singular_is_one = _catalogue(language).num_plurals == 2
    for message in _catalogue(language):
        if not message.id:
            continue
        wanted = _places(_ids(message)[-1])
        for index, form in enumerate(_forms(message)):
            optional = {"n"} if index == 0 and singular_is_one and len(_ids(message)) > 1 else set()
            if [place for place, _line in message.locations] == [CERTIFICATE]:
                optional = optional | {"kind"}
            try:
                found = _places(form)
            except ValueError:
                found = {"a brace that is not closed"}
            same = sorted(PERCENT.findall(_ids(message)[-1])) == sorted(PERCENT.findall(form))
            if not (same and wanted - optional <= found <= wanted):
                wrong.append(f"{_shown(message)} -> {form!r}")
    assert not wrong, f"{language} {_listed(wrong)}"


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_the_edges(language: str) -> None:
    """A translation begins and ends with the same white space as the text, so that joined texts still fit."""
    wrong = [
        f"{_shown(message)} -> {form!r}"
        for message in _catalogue(language)
        if message.id
        for text, form in zip([_ids(message)[-1]] * 9, _forms(message), strict=False)
        if (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :])
        != (form[: len(form) - len(form.lstrip())], form[len(form.rstrip()) :])
    ]
    assert not wrong, f"{language} {_listed(wrong)}"


@pytest.mark.parametrize("language", OTHERS)
def test_compiled_catalogues_are_fresh(language: str) -> None:
    """The .mo beside each .po holds the same words."""
    stored = gettext.GNUTranslations(io.BytesIO(words.catalogue_path(language).with_suffix(".mo").read_bytes()))
    fresh = gettext.GNUTranslations(io.BytesIO(words.compiled(language)))
    kept, made = (dict(translations._catalog) for translations in (stored, fresh))  # type: ignore[attr-defined]
    kept.pop("", None), made.pop("", None)
    assert kept == made, "run 'make words'"


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        # One number of each form, by hand from the CLDR rules.
        ("uk", {0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 11: 2, 12: 2, 14: 2, 21: 0, 22: 1, 25: 2, 111: 2, 112: 2, 121: 0}),
        ("sl", {0: 3, 1: 0, 2: 1, 3: 2, 4: 2, 5: 3, 11: 3, 101: 0, 102: 1, 103: 2, 104: 2, 105: 3}),
        ("sv", {0: 1, 1: 0, 2: 1, 21: 1}),
        ("lv", {0: 0, 1: 1, 2: 2, 10: 0, 11: 0, 19: 0, 20: 0, 21: 1, 22: 2, 111: 0, 121: 1}),
    ],
)
def test_plural_rules(language: str, forms: dict[int, int]) -> None:
    """The compiled catalogue chooses the form that the language's grammar asks for."""
    stored = gettext.GNUTranslations(io.BytesIO(words.catalogue_path(language).with_suffix(".mo").read_bytes()))
    assert {n: stored.plural(n) for n in forms} == forms  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
def test_missing_texts_speak_english(language: str) -> None:
    """A text that no catalogue has is shown as it is, its places filled, never an error."""
    assert Words(language).say("Qqq {name}", name="Їжак") == "Qqq Їжак"
    assert Words(language).count("{n} qqq", "{n} qqqs", 5) == "5 qqqs"
