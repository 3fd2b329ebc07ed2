"""Fields of dates, times, numbers, money and yes or no. Typed as people type; written out when one leaves."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QLineEdit

from app.core.dates import UNKNOWN, PartialDate
from app.core.i18n import tr
from app.core.money import from_minor, parse_amount, to_minor
from app.ui import formats
from app.ui.fields.base import Field
from app.ui.fields.date_words import read_date, read_partial, read_time
from app.ui.icons import icon
from app.ui.widgets.overlay import Popover


class _Typed(Field):
    """A line whose text is read into a value; keeps the text when it cannot be read."""

    def __init__(self, title: str, *, name: str = "", hint: str = "", required: bool = False, note: str = "") -> None:
        super().__init__(title, name=name, hint=hint, required=required, note=note)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(hint)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.returnPressed.connect(self.on_left)
        self._value: Any = None
        self.set_control(self.edit)

    def set_words(self, title: str, hint: str = "") -> None:
        super().set_words(title, hint)
        self.edit.setPlaceholderText(hint)

    def read(self, text: str) -> Any:
        """The value of a text; ValueError when there is none."""
        return text

    def write(self, value: Any) -> str:
        """The text of a value."""
        return str(value)

    def complaint(self) -> str:
        """What to say when the text cannot be read."""
        return tr("This cannot be read.")

    def empty(self) -> Any:
        """The value of an empty line."""
        return None

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value
        self.edit.setText("" if value is None else self.write(value))
        self.edit.setCursorPosition(0)
        self.set_own_problem("")

    def _take(self) -> bool:
        text = self.edit.text().strip()
        try:
            self._value = self.read(text) if text else self.empty()
        except ValueError:
            return False
        return True

    def _on_edited(self, _text: str) -> None:
        if self._take():
            self.set_own_problem("")
        self.changed.emit()

    def is_readable(self) -> bool:
        self.set_own_problem("" if self._take() else self.complaint())
        return not self._own

    def on_left(self) -> None:
        if self.is_readable():
            self.edit.setText("" if self._value is None else self.write(self._value))


def _today() -> date:
    return date.today()


class DateField(_Typed):
    """A day: typed ("12.3", "tomorrow", "3 weeks") or picked. The value is a date or None."""

    def __init__(
        self,
        title: str,
        *,
        name: str = "",
        hint: str = "",
        required: bool = False,
        note: str = "",
        today: Callable[[], date] = _today,
    ) -> None:
        super().__init__(title, name=name, hint=hint or tr("12.3, tomorrow, 3 weeks"), required=required, note=note)
        self._today = today
        pick = QAction(icon("calendar-days", "muted"), tr("Pick a day"), self.edit)
        pick.setObjectName(f"{name}.pick")
        pick.triggered.connect(self._on_pick)
        pick.setShortcut("Alt+Down")
        pick.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.edit.addAction(pick, QLineEdit.ActionPosition.TrailingPosition)

    def read(self, text: str) -> date:
        found = read_date(text, self._today())
        if found is None:
            raise ValueError("date")
        return found

    def write(self, value: date) -> str:
        return formats.day(value)

    def complaint(self) -> str:
        return tr("This is no date. Type it as 12.3.2024, tomorrow or 3 weeks.")

    def start_day(self) -> date:
        """Where the calendar opens."""
        return self._value if isinstance(self._value, date) else self._today()

    def picked(self, day: date) -> None:
        """Take a day of the calendar."""
        self.set_value(day)
        self.changed.emit()

    def _on_pick(self) -> None:
        popover = Popover(self, name=f"{self.name}.calendar")
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setLocale(formats.locale("en"))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        start = self.start_day()
        calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        calendar.clicked.connect(self._on_day)
        calendar.activated.connect(self._on_day)
        popover.body.addWidget(calendar)
        self._popover = popover
        popover.open_under(self.edit)
        calendar.setFocus()

    def _on_day(self, day: QDate) -> None:
        self._popover.close()
        self.picked(date(day.year(), day.month(), day.day()))
        self.left.emit()


class PartialDateField(DateField):
    """A date as far as it is known: "2023", "October 2023", "H2 2023", "unknown", or a day.

    Gives a PartialDate, or its canonical text when it was set from one.
    """

    def __init__(
        self,
        title: str,
        *,
        name: str = "",
        hint: str = "",
        required: bool = False,
        note: str = "",
        today: Callable[[], date] = _today,
    ) -> None:
        super().__init__(
            title, name=name, hint=hint or tr("2024, October 2023, H2 2023"), required=required, note=note, today=today
        )
        self._as_text = False
        self._value = UNKNOWN

    def read(self, text: str) -> PartialDate:  # type: ignore[override]
        found = read_partial(text, self._today())
        if found is None:
            raise ValueError("partial date")
        return found

    def write(self, value: PartialDate) -> str:  # type: ignore[override]
        return formats.partial(value, missing="")

    def complaint(self) -> str:
        return tr("This is no date. Type a year, a month and year, H1 or H2 with a year, a day, or leave it empty.")

    def empty(self) -> PartialDate:
        return UNKNOWN

    def value(self) -> PartialDate | str:
        known: PartialDate = self._value
        return str(known) if self._as_text else known

    def set_value(self, value: object) -> None:
        self._as_text = isinstance(value, str)
        known = PartialDate.parse(value) if isinstance(value, str) else value
        super().set_value(known if isinstance(known, PartialDate) else UNKNOWN)

    def start_day(self) -> date:
        known: PartialDate = self._value
        return known.first or self._today()

    def picked(self, day: date) -> None:
        as_text = self._as_text
        self.set_value(PartialDate.of(day))
        self._as_text = as_text
        self.changed.emit()


class TimeField(_Typed):
    """A time of day: "9", "930", "9:30". The value is a time or None."""

    def __init__(self, title: str, *, name: str = "", hint: str = "", required: bool = False, note: str = "") -> None:
        super().__init__(title, name=name, hint=hint or "9:30", required=required, note=note)

    def read(self, text: str) -> time:
        found = read_time(text)
        if found is None:
            raise ValueError("time")
        return found

    def write(self, value: time) -> str:
        return formats.clock(value)

    def complaint(self) -> str:
        return tr("This is no time. Type it as 9:30 or 14.")


class NumberField(_Typed):
    """A number, right-aligned. ``digits`` 0 gives int, else Decimal."""

    def __init__(  # noqa: PLR0913 - all but the title by name
        self,
        title: str,
        *,
        name: str = "",
        hint: str = "",
        required: bool = False,
        note: str = "",
        digits: int = 0,
        least: Decimal | int | None = None,
        most: Decimal | int | None = None,
        default: Any = None,
    ) -> None:
        super().__init__(title, name=name, hint=hint, required=required, note=note)
        self._digits = digits
        self._least = least
        self._most = most
        self._default = default
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, text: str) -> int | Decimal:
        found = parse_amount(text)
        if self._digits == 0 and found != found.to_integral_value():
            raise ValueError("whole number")
        if (self._least is not None and found < self._least) or (self._most is not None and found > self._most):
            raise ValueError("range")
        return int(found) if self._digits == 0 else found

    def write(self, value: int | Decimal) -> str:
        if isinstance(value, Decimal):
            places = -int(value.normalize().as_tuple().exponent)
            return formats.number(value, max(0, min(self._digits, places)))
        return formats.number(value)

    def empty(self) -> Any:
        return self._default

    def complaint(self) -> str:
        if self._least is not None and self._most is not None:
            return tr("Type a number from {least} to {most}.", least=self._least, most=self._most)
        if self._least is not None:
            return tr("Type a number, {least} or more.", least=self._least)
        return tr("Type a whole number.") if self._digits == 0 else tr("Type a number.")


class MoneyField(_Typed):
    """A sum in whole minor units (int) or None; the currency stands in the label."""

    def __init__(
        self,
        title: str,
        *,
        name: str = "",
        hint: str = "",
        required: bool = False,
        note: str = "",
        currency: str = "EUR",
    ) -> None:
        super().__init__(title, name=name, hint=hint, required=required, note=note)
        self._currency = ""
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.set_currency(currency)

    def set_currency(self, currency: str) -> None:
        """The currency of the sum (ISO 4217)."""
        self._currency = currency
        self.label.setText(f"{self.title}, {currency}" + (" *" if self.required else ""))

    def read(self, text: str) -> int:
        return to_minor(parse_amount(text.upper().replace(self._currency, "")), self._currency)

    def write(self, value: int) -> str:
        return formats.number(from_minor(value, self._currency), 2)

    def complaint(self) -> str:
        return tr("This is no sum. Type it as 1740.50.")


class YesNoField(Field):
    """Yes or no, as a check box; the words stand beside it."""

    def __init__(self, title: str, *, name: str = "", hint: str = "", required: bool = False, note: str = "") -> None:
        super().__init__("", name=name, hint=hint, required=required, note=note)
        self.title = title
        self.box = QCheckBox(title)
        self.box.clicked.connect(self._on_clicked)
        self.set_control(self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: object) -> None:
        self.box.setChecked(bool(value))

    def _on_clicked(self, _checked: bool) -> None:
        self.changed.emit()
        self.left.emit()
