"""Settings: language, colours, text size; the data file, its backups, the sample; about the program."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.core.changes import ChangeSet
from app.core.i18n import LANGUAGE_NAMES, WINDOW_LANGUAGES, language, tr
from app.ui import formats
from app.ui.desk import Desk
from app.ui.fields.choices import ChoiceField
from app.ui.page import Page, Place
from app.ui.pages.help_about import AboutPart
from app.ui.pages.settings_backups import BackupsPart
from app.ui.pages.settings_file import FilePart, SamplePart
from app.ui.pages.settings_user import UserPart
from app.ui.theme import TEXT_SIZES, theme
from app.ui.widgets.boxes import PageHead, Scroll, SectionHeader, column, row
from app.ui.widgets.buttons import Switch, button
from app.ui.widgets.labels import hairline, label
from app.ui.window_look import ChosenLook


class LookPart(QWidget):
    """Language, colours and size of the text; each is used at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings.look")
        self.desk = desk
        body = column(self, space=4)
        body.addWidget(SectionHeader(tr("Language and look")))
        self.language = Switch(
            [(code, LANGUAGE_NAMES[code]) for code in WINDOW_LANGUAGES],
            current=language(),
            name="settings.language",
            title=tr("Language"),
        )
        self.language.chosen.connect(self._on_language)
        self.colours = Switch(
            (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))),
            current=theme().mode,
            name="settings.colours",
            title=tr("Colours"),
        )
        self.colours.chosen.connect(self._on_colours)
        note = tr("Papers and letters have their own languages, chosen when they are printed.")
        body.addWidget(_labelled(tr("Language"), self.language, note))
        body.addWidget(_labelled(tr("Colours"), self.colours))
        sizes = QWidget()
        line = row(sizes, space=2)
        self.text_size = ChoiceField(
            "", name="settings.text_size", options=[(size, formats.percent(size / 100)) for size in TEXT_SIZES]
        )
        self.text_size.combo.setAccessibleName(tr("Size of the text"))
        self.text_size.changed.connect(self._on_size)
        self.smaller = button(
            tr("Smaller text"), "boxed", icon_name="zoom-out", name="settings.text.smaller", clicked=self._on_smaller
        )
        self.larger = button(
            tr("Larger text"), "boxed", icon_name="zoom-in", name="settings.text.larger", clicked=self._on_larger
        )
        line.addWidget(self.text_size)
        line.addWidget(self.smaller)
        line.addWidget(self.larger)
        line.addStretch(1)
        body.addWidget(_labelled(tr("Size of the text"), sizes, tr("Also with Ctrl and plus or minus.")))
        theme().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is used now."""
        self.language.set_current(language())
        self.colours.set_current(theme().mode)
        self.text_size.set_value(theme().text_size)

    def _on_language(self, code: str) -> None:
        if code != language():
            self.desk.speak(code)
            self.refresh()  # until it is spoken, and if it is not

    def _on_colours(self, mode: str) -> None:
        self.desk.act(f"action.view.{mode}")

    def _on_size(self) -> None:
        ChosenLook(self.desk.settings).choose(size=int(self.text_size.value()))

    def _on_smaller(self) -> None:
        self.desk.act("action.view.smaller")

    def _on_larger(self) -> None:
        self.desk.act("action.view.larger")


def _labelled(words: str, control: QWidget, note: str = "") -> QWidget:
    made = QWidget()
    body = column(made, space=1)
    body.addWidget(label(words, "label"))
    line = row(space=0)
    line.addWidget(control)
    line.addStretch(1)
    body.addLayout(line)
    if note:
        body.addWidget(label(note, "small", wrap=True))
    return made


class SettingsPage(Page):
    """``Place("settings", tab="backups")`` scrolls to that part."""

    section = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        body = column(self, space=0)
        self.head = PageHead("settings")
        self.head.set_title(tr("Settings"))
        self.head.set_facts([tr("Everything is used at once and remembered for this computer")])
        body.addWidget(self.head)
        body.addWidget(hairline())
        self.area = Scroll(limit=760, space=6, margins=(6, 5, 6, 7))
        self.look = LookPart(desk)
        self.user = UserPart(desk)
        self.file = FilePart(desk)
        self.backups = BackupsPart(desk)
        self.sample = SamplePart(desk)
        self.about = AboutPart()
        parts = (self.look, self.user, self.file, self.backups, self.sample, self.about)
        for number, part in enumerate(parts):
            if number:
                self.area.body.addWidget(hairline())
            self.area.body.addWidget(part)
        self.area.body.addStretch(1)
        body.addWidget(self.area, 1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(400)
        self._wait.timeout.connect(self._refresh)
        self._target: QWidget | None = None
        desk.jobs.ended.connect(self._on_job)

    def show_place(self, place: Place) -> None:
        self.look.refresh()
        self._refresh()
        self._target = {"backups": self.backups, "file": self.file, "about": self.about}.get(place.tab)
        QTimer.singleShot(0, self._scroll)

    def _scroll(self) -> None:
        place = self._target.y() if self._target is not None else 0
        self.area.verticalScrollBar().setValue(max(0, place - theme().space(4)))

    def title(self) -> str:
        return tr("Settings")

    def changes(self, change_set: ChangeSet) -> None:
        if self.isVisible():
            self._wait.start()

    def _on_job(self, _job: object) -> None:
        """A backup may have been written."""
        if self.isVisible() and self.desk.is_open and not self.desk.jobs.running():
            self.backups.refresh()

    def _refresh(self) -> None:
        if self.desk.is_open:
            self.file.refresh()
            self.backups.refresh()
