"""Fields and forms: what is typed is read, what cannot be read is told and kept."""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.dates import PartialDate, Precision
from app.core.errors import Problem
from app.ui import formats
from app.ui.fields.choices import Choice, RecordField
from app.ui.fields.date_words import read_date, read_partial, read_time
from app.ui.fields.texts import LanguagesField
from app.ui.fields.values import DateField, MoneyField, NumberField, PartialDateField
from app.ui.form import FieldSpec, FormEditor, Section

TODAY = date(2023, 10, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.3", date(2024, 3, 12)),
        ("12.11", date(2023, 11, 12)),
        ("12.3.2024", date(2024, 3, 12)),
        ("5/12/78", date(1978, 12, 5)),
        ("2023-10-09", date(2023, 10, 9)),
        ("tomorrow", date(2023, 10, 3)),
        ("3 weeks", date(2023, 10, 23)),
        ("in 2 days", date(2023, 10, 4)),
        ("1 month", date(2023, 11, 2)),
        ("9 October 2023", date(2023, 10, 9)),
        ("9 Oct", date(2023, 10, 9)),
        ("9 жовтня 2023 р.", date(2023, 10, 9)),
        ("October 9, 2023", date(2023, 10, 9)),
        ("31.2", None),
        ("soon", None),
        ("12", None),
        ("", None),
    ],
)
def test_dates_as_people_type_them(text: str, expected: date | None) -> None:
    assert read_date(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023", "2023"),
        ("October 2023", "2023-10"),
        ("10.2023", "2023-10"),
        ("2023-H2", "2023-H2"),
        ("H2 2023", "2023-H2"),
        ("q3 2024", "2024-Q3"),
        ("unknown", ""),
        ("", ""),
        ("9.10.2023", "2023-10-09"),
        ("first half of 2024", "2024-H1"),
    ],
)
def test_dates_known_in_part(text: str, expected: str) -> None:
    found = read_partial(text, TODAY)
    assert found is not None
    assert str(found) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)), st.sampled_from(list(Precision)))
def test_what_a_field_writes_it_reads(day: date, precision: Precision) -> None:
    parts = {
        Precision.UNKNOWN: PartialDate(),
        Precision.YEAR: PartialDate(day.year, 0, 0, precision),
        Precision.HALF: PartialDate(day.year, 1 + (day.month > 6), 0, precision),
        Precision.QUARTER: PartialDate(day.year, (day.month + 2) // 3, 0, precision),
        Precision.MONTH: PartialDate(day.year, day.month, 0, precision),
        Precision.DAY: PartialDate.of(day),
    }
    assert read_partial(formats.partial(parts[precision]), TODAY) == parts[precision]
    assert read_date(formats.day(day), TODAY) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [("9", time(9)), ("930", time(9, 30)), ("9:30", time(9, 30)), ("14.05", time(14, 5)), ("25:00", None), ("x", None)],
)
def test_times(text: str, expected: time | None) -> None:
    assert read_time(text) == expected


def test_a_date_field_writes_out_and_keeps_what_it_cannot_read(qtbot: QtBot) -> None:
    made = DateField("Born", name="x.born", today=lambda: TODAY)
    qtbot.addWidget(made)
    qtbot.keyClicks(made.edit, "12.3.2024")
    made.on_left()
    assert (made.value(), made.edit.text()) == (date(2024, 3, 12), "12 Mar 2024")
    made.edit.clear()
    qtbot.keyClicks(made.edit, "soonish")
    made.on_left()
    assert made.edit.text() == "soonish"
    assert not made.is_readable()
    assert "no date" in made.problem()


def test_partial_dates_come_back_as_they_went_in(qtbot: QtBot) -> None:
    made = PartialDateField("When", name="x.when", today=lambda: TODAY)
    qtbot.addWidget(made)
    made.set_value("2024-H1")
    assert made.edit.text() == "first half of 2024"
    assert made.value() == "2024-H1"
    made.set_value(PartialDate.parse("2023"))
    assert made.value() == PartialDate.parse("2023")


def test_money_and_numbers(qtbot: QtBot) -> None:
    money = MoneyField("Cost", name="x.cost", currency="EUR")
    number = NumberField("Share", name="x.share", digits=2, least=0)
    for made in (money, number):
        qtbot.addWidget(made)
    qtbot.keyClicks(money.edit, "1 740,50")
    money.on_left()
    assert (money.value(), money.edit.text()) == (174050, "1\u202f740.50")
    qtbot.keyClicks(number.edit, "2,5")
    assert number.value() == Decimal("2.5")
    number.edit.clear()
    qtbot.keyClicks(number.edit, "-3")
    assert not number.is_readable()


def test_a_missing_language_is_filled_from_english(qtbot: QtBot) -> None:
    made = LanguagesField("Title", name="x.title")
    qtbot.addWidget(made)
    made.set_value({"en": "Flood", "lv": "Plūdi"})
    assert made.languages() == ("en", "uk", "lv")
    part = made._parts["uk"]
    assert part.edit.property("missing") is True
    qtbot.mouseClick(part.fill, Qt.MouseButton.LeftButton)
    assert made.value() == {"en": "Flood", "uk": "Flood", "lv": "Plūdi"}
    assert part.edit.property("missing") is False


def test_records_are_found_by_typing(qtbot: QtBot) -> None:
    made = RecordField(
        "Speakers", name="x.speakers", several=True, options=(Choice("a", "Kovač"), Choice("b", "Зупан"))
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClicks(made.edit, "zup")
    qtbot.keyClick(made.edit, Qt.Key.Key_Return)
    assert made.value() == ("b",)
    assert [hit.id for hit in made.matches("")] == ["a"]
    qtbot.keyClick(made.edit, Qt.Key.Key_Backspace)
    assert made.value() == ()


@dataclass(frozen=True)
class Draft:
    title: dict[str, str] = field(default_factory=dict)
    place: str = ""
    begins: str = "2024-H1"
    host: str = ""
    hidden: str = "kept"


SECTIONS = (
    Section(
        "What",
        (
            FieldSpec("title", "Title", "languages", span=2),
            FieldSpec("place", "Place", required=True),
            FieldSpec("begins", "Begins", "partial"),
            FieldSpec("host", "Host", "record", options=(Choice("o1", "Domžale"),)),
        ),
    ),
)


def test_a_form_gives_back_what_it_was_given(qtbot: QtBot) -> None:
    editor = FormEditor(SECTIONS, name="visit")
    qtbot.addWidget(editor)
    draft = Draft({"en": "Flood"}, "Town hall", "2023-10", "o1", "secret")
    editor.load(draft)
    assert editor.draft() == draft
    assert not editor.is_dirty()
    place = editor.fields["place"]
    qtbot.keyClick(place.control, Qt.Key.Key_End)
    qtbot.keyClicks(place.control, " 2")
    assert editor.draft() == Draft({"en": "Flood"}, "Town hall 2", "2023-10", "o1", "secret")
    assert editor.is_dirty()


def test_looking_at_a_text_with_space_around_it_changes_nothing(qtbot: QtBot) -> None:
    editor = FormEditor(SECTIONS, name="visit")
    qtbot.addWidget(editor)
    loaded = Draft(place="Town hall ")
    editor.load(loaded)
    assert editor.draft() == loaded
    assert not editor.is_dirty()
    editor.fields["place"].set_value("Town hall, room 2 ")
    assert editor.draft().place == "Town hall, room 2"


def test_problems_stand_under_their_fields(qtbot: QtBot) -> None:
    editor = FormEditor(SECTIONS, name="visit")
    qtbot.addWidget(editor)
    editor.load(Draft())
    editor.show_problems([Problem("place", "not_found", {"code": "X"}), Problem("whole", "conflict")])
    assert "X" in editor.fields["place"].problem()
    assert "changed in the meantime" in editor.strip.accessibleName()
    editor.show_problems([])
    assert editor.fields["place"].problem() == ""


def test_a_changed_field_is_kept_when_it_is_left(qtbot: QtBot) -> None:
    editor = FormEditor(SECTIONS, name="visit")
    qtbot.addWidget(editor)
    editor.load(Draft())
    editor.show()
    place = editor.fields["place"]
    kept: list[str] = []
    editor.kept.connect(kept.append)
    place.left.emit()
    assert kept == [], "nothing was changed"
    qtbot.keyClicks(place.control, "Hall")
    place.left.emit()
    place.left.emit()
    assert kept == ["place"]
    assert place.control.objectName() == "visit.place"
    assert place.control.accessibleName() == "Place"
