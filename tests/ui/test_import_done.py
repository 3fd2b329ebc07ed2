"""Of very many who were taken in, the list finds rows by texts made in the background: the same as it would make."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.text import fold
from app.ui.pages import import_done
from app.ui.widgets.list_columns import cell_text
from tests.ui.import_window import CLEAN, Assistant, workbook
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def assistant(qtbot: QtBot, tmp_path: Path) -> Iterator[Assistant]:
    """The assistant as the page of a visit opens it."""
    window = VisitWindow(qtbot, tmp_path)
    yield Assistant(qtbot, window)
    window.close()


def test_rows_and_remarks_made_in_the_background_are_found_as_the_lists_themselves_find_them(
    assistant: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_done, "_FIRST", 1)
    odd = ("Шевчук Олена Петрівна", "Фахівець", "31.02.1990", "067 555 01 67", "o.shevchuk@z.example")
    assistant.to_rows(workbook(tmp_path, (*CLEAN, odd)))
    assistant.click("import.next")
    assistant.click("import.next")
    assistant.window.settle()
    step = assistant.page.done_step
    for shown, least in ((step.list, len(CLEAN)), (step.report, 1)):
        rows = shown.model.shown_rows()
        assert len(rows) >= least
        searched = [one for one in shown.model.columns if one.searched]
        for row in rows:
            assert row.search_text == fold(" ".join(cell_text(column, row) for column in searched))
    step.list.model.set_filter("doroshenko")
    assert [one.name for one in step.list.model.shown_rows()] == [CLEAN[1][0]]
    step.report.model.set_filter("31.02.1990")
    assert step.report.model.shown >= 1
