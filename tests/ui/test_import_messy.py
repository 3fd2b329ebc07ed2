"""Every messy workbook through the window: dropped on the page, read, understood, shown row by row."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.messy.all_towns import TOWNS
from tests.messy.town import Town, differences
from tests.ui.import_window import Assistant
from tests.ui.visit_window import VisitWindow


@pytest.fixture
def assistant(qtbot: QtBot, tmp_path: Path) -> Iterator[Assistant]:
    window = VisitWindow(qtbot, tmp_path)
    yield Assistant(qtbot, window)
    window.close()


@pytest.mark.parametrize("towns", [TOWNS[start::8] for start in range(8)], ids=list("abcdefgh"))
def test_messy_workbooks_are_shown_exactly(assistant: Assistant, tmp_path: Path, towns: tuple[Town, ...]) -> None:
    for town in towns:
        assistant.to_rows(town.save(tmp_path))
        # A namesake may be known in this file already: such a row waits for a click, but it is read like the others.
        rows = assistant.page.rows_step.rows
        read = [one.fields for one in rows if one.outcome.value in ("new", "update", "same") or one.people]
        assert (town.name, differences(read, town)) == (town.name, [])
        assistant.click("import.cancel")
        assistant.window.go("import", "visit")
        assert not assistant.page.session.files
