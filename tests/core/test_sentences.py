"""Every code that is raised anywhere has its sentence, with all it needs; no sentence is left over."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

import pytest

from app.core.i18n import LANGUAGES, set_language
from app.core.sentences import all_sentences, sentence
from tests.architecture.source import Module, modules

#: What takes a code, and at which place it stands.
_PLACES = {"Refused": 0, "StorageRefused": 0, "NotFound": 0, "Conflict": 0, "Problem": 1, "AgendaNote": 1}
_TABLES = re.compile(r"app/core/(sentences(_\w+)?|import_sentences)\.py")
_CODE = re.compile(r"[a-z]+(_[a-z0-9]+)+")


@dataclass(frozen=True)
class Raised:
    """A code where it is raised; ``given`` is None when the parameters cannot be told from the source."""

    where: str
    code: str
    given: frozenset[str] | None


def _codes(node: ast.expr) -> Iterator[str]:
    """The literals that an expression can be: itself, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _codes(node.body)
        yield from _codes(node.orelse)


def _keys(node: ast.expr) -> frozenset[str] | None:
    if isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
        return frozenset(str(key.value) for key in node.keys if isinstance(key, ast.Constant))
    return None


def _given(name: str, call: ast.Call) -> frozenset[str] | None:
    if name not in {"Problem", "AgendaNote"}:
        names = [keyword.arg for keyword in call.keywords]
        return None if None in names else frozenset(filter(None, names))
    params = next((keyword.value for keyword in call.keywords if keyword.arg == "params"), None)
    if params is None and len(call.args) > 2:
        params = call.args[2]
    return frozenset() if params is None else _keys(params)


def _raised() -> Iterator[Raised]:
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call):
                yield from _raised_by(module, node)


def _raised_by(module: Module, call: ast.Call) -> Iterator[Raised]:
    name = ast.unparse(call.func).split(".")[-1]
    if name not in _PLACES:
        return
    place = _PLACES[name]
    code = next((keyword.value for keyword in call.keywords if keyword.arg == "code"), None) if place else None
    if code is None and len(call.args) > place:
        code = call.args[place]
    for text in _codes(code) if code is not None else ():
        yield Raised(f"{module.path}:{call.lineno}", text, _given(name, call))


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def _texts(module: Module) -> Iterator[str]:
    """All texts of a module; a text put together gives its fixed beginning with a star."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
            yield f"{node.values[0].value}*"


def test_the_search_finds_what_is_raised() -> None:
    found = {one.code for one in _raised()}
    assert {"not_found", "demo_over_own_file", "title_missing", "sessions_overlap", "nothing_to_redo"} <= found
    assert len(found) > 100


def test_every_code_has_a_sentence() -> None:
    known = all_sentences()
    assert [f"{one.where} {one.code}" for one in _raised() if one.code not in known] == []


def test_every_placeholder_is_given_where_the_code_is_raised() -> None:
    known = all_sentences()
    missing = [
        f"{one.where} {one.code}: {', '.join(sorted(lacking))}"
        for one in _raised()
        if one.given is not None and (lacking := _placeholders(known.get(one.code, "")) - one.given - {"code"})
    ]
    assert missing == []


def test_no_sentence_is_left_over() -> None:
    used = {text for module in modules() if not _TABLES.fullmatch(module.path) for text in _texts(module)}
    beginnings = tuple(text[:-1] for text in used if text.endswith("*") and _CODE.match(text[:-1]))
    assert [code for code in all_sentences() if code not in used and not code.startswith(beginnings)] == []


def test_codes_are_words_and_no_two_rooms_share_one() -> None:
    assert [code for code in all_sentences() if not re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", code)] == []
    tables = [module for module in modules() if _TABLES.fullmatch(module.path)]
    keys = [
        str(key.value)
        for module in tables
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    ]
    assert [key for key in set(keys) if keys.count(key) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_placeholders(language: str) -> None:
    set_language(language)
    for code, text in all_sentences().items():
        marks = {name: f"<{name}>" for name in _placeholders(text)}
        said = sentence(code, marks)
        assert [mark for mark in marks.values() if mark not in said] == [], (code, said)
        assert "{" not in said, (code, said)


def test_an_unknown_code_is_still_a_sentence() -> None:
    assert sentence("made_up") == "This could not be done (made_up)."
