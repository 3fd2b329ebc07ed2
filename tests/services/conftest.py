"""A fresh data file for each test, made by the migrations like any other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.services.context import Context
from app.storage.work import Work
from tests.dump import dump
from tests.services import verbs_ground


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """An open, empty data file."""
    opened = Context.open(tmp_path / "test.mdesk")
    yield opened
    opened.close()


@pytest.fixture
def undoable(context: Context) -> Callable[[Callable[[Work], object]], None]:
    """Does something in a unit of its own and sees that undo and redo bring back exactly what was (do, undo, redo)."""

    def check(act: Callable[[Work], object]) -> None:
        before = dump(context)
        with context.write("Act") as work:
            act(work)
        after = dump(context)
        assert after != before, "nothing was changed"
        context.undo()
        assert dump(context) == before
        context.redo()
        assert dump(context) == after

    return check


@pytest.fixture
def statements() -> Iterator[Callable[[Callable[[], object]], int]]:
    """Counts the statements that a call sends to the database."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)

    def count(call: Callable[[], object]) -> int:
        seen.clear()
        call()
        return len(seen)

    yield count
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file with the whole sample and rows of every kind, closed; tests copy it and never write to it."""
    path = tmp_path_factory.mktemp("ground") / "ground.mdesk"
    verbs_ground.build(path)
    return path


@pytest.fixture
def full(built: Path, tmp_path: Path) -> Iterator[Context]:
    """An open copy of the full data file."""
    opened = verbs_ground.copy(built, tmp_path)
    yield opened
    verbs_ground.close(opened)
