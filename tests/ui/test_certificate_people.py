"""The people beside the preview of certificates: one painted piece, cheap beside a busy job, and told to readers."""

from pytestqt.qtbot import QtBot

from app.ui.pages.print_preview_people import PeopleLines, PersonLine
from app.ui.widgets.chip import State


def test_everybody_is_painted_and_told(qtbot: QtBot) -> None:
    lines = PeopleLines("people")
    qtbot.addWidget(lines)
    lines.resize(280, 10)
    one = PersonLine("Гриценко Оксана", "84 h · 100 %", State("ready", "info", "badge-check"), "Latin not confirmed")
    lines.show_people([one])
    low = lines.height()
    lines.show_people([one, PersonLine("<b>X</b>" * 40, "", State("issued", "success"))], "and 998 more people")
    assert lines.height() > low * 1.8
    told = lines.accessibleName().split("\n")
    assert told[0] == "Гриценко Оксана, 84 h · 100 %, ready, Latin not confirmed"
    assert told[-1] == "and 998 more people"
    # Nothing is made of a row but what is painted, and painting leaves no error behind.
    assert lines.children() == []
    assert not lines.grab().isNull()
    lines.show_people([])
    assert lines.accessibleName() == ""
