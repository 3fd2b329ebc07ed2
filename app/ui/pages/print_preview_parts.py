"""The single options beside the preview: languages, how two of them stand, what a sheet is split by, and switches."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.i18n import LANGUAGE_NAMES, LANGUAGES, tr, trn
from app.ui.fields.choices import ChoiceField
from app.ui.pages.print_preview_pick import Words
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Switch, button
from app.ui.widgets.labels import label


class LanguagesPart(QWidget):
    """One language or two, with a button that changes their places. ``changed()``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        line = row(self, space=1)
        names = [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
        self.language = ChoiceField(tr("Language"), name="print.language", options=names)
        self.second = ChoiceField(tr("Second language"), name="print.second", options=[("", tr("none")), *names])
        for field in (self.language, self.second):
            field.combo.setMinimumContentsLength(5)
            field.combo.setPlaceholderText("–")
            field.changed.connect(self.changed)
        self._resting: tuple[str, str] | None = None
        self._beside = QWidget()
        middle = column(self._beside, space=1)
        middle.addWidget(label(" ", "label"))
        self.swap = button(
            tr("Change the places of the languages"),
            "icon",
            icon_name="arrow-down-up",
            name="print.swap",
            clicked=self._on_swap,
        )
        middle.addWidget(self.swap)
        middle.addStretch(1)
        line.addWidget(self.language, 1)
        line.addWidget(self._beside)
        line.addWidget(self.second, 1)

    def set_two(self, two: bool) -> None:
        """Whether the paper can be in two languages."""
        self.second.setVisible(two)
        self._beside.setVisible(two)

    def set_values(self, language: str, second: str) -> None:
        """Choose without telling."""
        if self._resting is not None:
            self._resting = (language, second)
            return
        self.language.set_value(language)
        self.second.set_value(second)
        if not second:
            self.second.combo.setCurrentIndex(0)
        self.told()

    def values(self) -> tuple[str, str]:
        """The first language and the second, which is empty for one language only."""
        if self._resting is not None:
            return self._resting
        language = str(self.language.value() or "en")
        second = str(self.second.value() or "")
        return language, "" if second == language else second

    def rest(self, resting: bool) -> None:
        """Show no language where nothing is printed in those chosen; they come back as they were."""
        if resting == (self._resting is not None):
            return
        self.setEnabled(not resting)
        if resting:
            self._resting = self.values()
            self.language.combo.setCurrentIndex(-1)
            self.second.combo.setCurrentIndex(-1)
        elif self._resting is not None:
            before, self._resting = self._resting, None
            self.set_values(*before)

    def told(self) -> None:
        """Let the button be pressed only where there are two."""
        self.swap.setEnabled(bool(self.values()[1]))

    def _on_swap(self) -> None:
        language, second = self.values()
        if second:
            self.set_values(second, language)
            self.changed.emit()


class SwitchPart(QWidget):
    """A segmented switch with its label above. ``changed()``."""

    changed = Signal()

    def __init__(self, title: str, options: tuple[tuple[str, str], ...], name: str) -> None:
        super().__init__()
        body = column(self, space=1)
        body.addWidget(label(title, "label"))
        self.switch = Switch(options, name=name, title=title)
        body.addWidget(self.switch)
        self.switch.chosen.connect(self._on_chosen)

    def _on_chosen(self, _key: str) -> None:
        self.changed.emit()


def tick(words: str, name: str) -> QCheckBox:
    """A switch that is on or off."""
    made = QCheckBox(words)
    made.setObjectName(name)
    return made


def split_options() -> list[tuple[str, str]]:
    """What gets a sign-in sheet of its own (PL-4, PL-5)."""
    return [
        ("day", tr("A sheet for each day")),
        ("half-day", tr("Morning and afternoon apart")),
        ("venue", tr("A sheet for each place")),
        ("delegation", tr("A sheet for each delegation")),
        ("visit", tr("All days on one sheet")),
    ]


def layout_options() -> tuple[tuple[str, str], ...]:
    """How two languages stand on an agenda (AG-12)."""
    return (("a", tr("Stacked")), ("b", tr("Side by side")), ("c", tr("Two parts")))


def _all_days(n: int) -> str:
    return trn("All {n} day", "All {n} days", n) if n else tr("nothing planned yet")


def _some_days(n: int, every: int) -> str:
    return tr("{n} of {all} days", n=n, all=every)


def _all_people(n: int) -> str:
    return trn("{n} person", "All {n} people", n) if n else tr("Nobody takes part yet")


def _some_people(n: int, every: int) -> str:
    return tr("{n} of {all} people", n=n, all=every)


def _all_certificates(n: int) -> str:
    return trn("{n} certificate", "All {n} certificates", n) if n else tr("None issued yet")


def _some_certificates(n: int, every: int) -> str:
    return tr("{n} of {all} certificates", n=n, all=every)


DAYS: Words = (_all_days, _some_days)
PEOPLE: Words = (_all_people, _some_people)
CERTIFICATES: Words = (_all_certificates, _some_certificates)
