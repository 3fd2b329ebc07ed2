"""Every list, board, grid and overview reads any data file, in any language, in a constant number of queries."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.vocabulary import GroupKind
from app.models.all_models import RECORDS
from app.models.people import Person
from app.services import activities, deliverables, groups, organisations, people, picking, programmes, search
from app.services.context import Context
from app.services.lookup import whole
from app.services.sample import PROGRAMMES
from app.storage.work import View
from tests.dump import dump
from tests.services import verbs_ground
from tests.services.file_changes import HOSTILE, PEOPLE, SESSIONS, make_hostile, multiply
from tests.services.readers_registry import OF_ONE, READERS, SHOWN, WHOLE, Reader
from tests.services.verbs_registry import functions

LANGUAGES = ("en", "uk", "sl")

#: What reads the budget table of each programme, and how many queries one table takes: there are a handful of
#: programmes, and the large file has twice as many.
PER_PROGRAMME = {"overview.overview": 5, "overview.needs_count": 5, "lookup.rows budgets": 5}


def _each(readers: dict[str, Reader]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("reader", [pytest.param(reader, id=name) for name, reader in readers.items()])


@pytest.fixture(scope="module")
def opened(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Context]]:
    """Opens copies of the full file under names of their own, each once for this module, and closes them."""
    contexts: dict[str, Context] = {}

    def give(name: str) -> Context:
        if name not in contexts:
            contexts[name] = verbs_ground.copy(built, tmp_path_factory.mktemp(name))
            with contexts[name].write(name) as work:
                if name == "hostile":
                    assert make_hostile(work) > 5_000
                if name == "large":
                    multiply(work, PEOPLE, (1, 2, 3, 4))
                    multiply(work, SESSIONS, (8,))
                    multiply(work, list(RECORDS), (16,))
        return contexts[name]

    yield give
    for context in contexts.values():
        verbs_ground.close(context)


@pytest.fixture
def bare(context: Context) -> Context:
    """A file with one of the most important records, nothing but their names."""
    with context.write("Bare") as work:
        programme = programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "x"}))
        activities.create(work, activities.ActivityDraft(programme_id=programme, title={"uk": "х"}))
        people.create(work, people.PersonDraft(family_name="Х"))
        organisations.create(work, organisations.OrganisationDraft(name={"lv": "x"}))
        deliverables.create(work, deliverables.DeliverableDraft(programme, title={"sv": "x"}))
        groups.create(work, groups.GroupDraft(programme, kind=GroupKind.STEERING_GROUP, name={"en": "x"}))
    return context


def _read(context: Context, reader: Reader) -> list[object]:
    found = []
    for language in LANGUAGES:
        context.language = language
        with context.read() as view:
            found.append(reader(view))
    context.language = "en"
    return found


def test_everything_that_is_shown_is_tried() -> None:
    shown = {name for name in functions(View) if name.partition(".")[2] in SHOWN or ".list_" in name}
    assert len(shown) > 30
    assert not shown - {name.partition(" ")[0] for name in READERS}


@_each(READERS)
def test_the_full_file_is_read_in_every_language(opened: Callable[[str], Context], reader: Reader) -> None:
    for told in _read(opened("plain"), reader):
        assert told is not None


@_each(WHOLE)
def test_an_empty_file_is_read(context: Context, reader: Reader) -> None:
    _read(context, reader)


def test_a_bare_file_is_read(bare: Context) -> None:
    for reader in OF_ONE.values():
        _read(bare, reader)


@_each(READERS)
def test_hostile_texts_are_read_as_they_are(opened: Callable[[str], Context], reader: Reader) -> None:
    _read(opened("hostile"), reader)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_searches_find_or_find_not(opened: Callable[[str], Context], text: str) -> None:
    for name in ("plain", "hostile"):
        with opened(name).read() as view:
            search.find(view, text)
            picking.people(view, text)
            picking.organisations(view, text)
            assert verbs_ground.row(view, Person) is not None  # the table is still there


def test_a_code_of_any_form_is_looked_up(opened: Callable[[str], Context]) -> None:
    with opened("plain").read() as view:
        kind, _draft = whole(view, verbs_ground.VISIT.lower())
    assert kind == "activity"


@_each(READERS)
def test_queries_do_not_grow_with_the_rows(
    opened: Callable[[str], Context], statements: Callable[[Callable[[], object]], int], reader: Reader
) -> None:
    def read(context: Context) -> Callable[[], object]:
        def once() -> object:
            with context.read() as view:
                return reader(view)

        return once

    small, large = opened("plain"), opened("large")
    assert statements(read(large)) <= statements(read(small)) + _more(reader)


def _more(reader: Reader) -> int:
    """How many queries the programmes may cost that the large file has more."""
    per_programme = next((most for name, most in PER_PROGRAMME.items() if READERS[name] is reader), 0)
    return per_programme * len(PROGRAMMES)


def test_the_large_file_is_large(opened: Callable[[str], Context]) -> None:
    small, large = dump(opened("plain")), dump(opened("large"))
    for kind, rows in small.items():
        assert len(large[kind]) >= 2 * len(rows), kind
    assert len(large["person"]) == 10 * len(small["person"])
    with opened("plain").read() as one, opened("large").read() as other:
        for name in ("participations.list_rows", "agendas.list_rows"):
            assert len(READERS[name](other)) > len(READERS[name](one))  # type: ignore[arg-type]
