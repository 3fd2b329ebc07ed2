"""The names that a paper needs in the dative: corrected, confirmed one by one or all that are shown (CE-7)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from app.core.changes import ChangeSet
from app.core.i18n import LANGUAGE_NAMES, tr, trn
from app.core.progress import Token
from app.services import dative_names
from app.services.name_forms import FormRow
from app.services.paper_kinds import Paper, PaperOptions
from app.ui.desk import Desk
from app.ui.page import Place
from app.ui.pages.people_forms import FormLine, confirm_names, keep_name, open_ones
from app.ui.theme import theme
from app.ui.widgets.boxes import Lines, Scroll, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

#: Names shown at once: those that are not confirmed first; the next come when these are.
_MOST = 40


class NamesDialog(QDialog):
    """``go_on()`` when the second button is pressed, where somebody was on the way to issue or print something."""

    go_on = Signal()

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        paper: Paper,
        activity_id: str,
        options: PaperOptions,
        *,
        then: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("dialog.names")
        self.setWindowTitle(tr("Names in the dative"))
        self.desk = desk
        self._wanted: Callable[[], tuple[FormRow, ...]] = partial(_read, desk, paper, activity_id, options)
        self._rows: tuple[FormRow, ...] = ()
        self._made: list[FormLine] = []
        body = column(self, space=4, margins=(6, 5, 6, 5))
        body.addWidget(label(tr("Names in the dative"), "title"))
        self._told = label("", "second", wrap=True, name="names.told")
        body.addWidget(self._told)
        self._scroll = Scroll(margins=(0, 0, 0, 0))
        self._lines = Lines("names.list")
        self._scroll.body.addWidget(self._lines)
        self._scroll.body.addStretch(1)
        body.addWidget(self._scroll, 1)
        foot = row()
        self.all = button(tr("Confirm all shown"), icon_name="check", name="names.confirm_all", clicked=self._on_all)
        foot.addWidget(self.all)
        foot.addStretch(1)
        self._last = button(tr("Close"), name="dialog.names.reject", clicked=self.reject)
        foot.addWidget(self._last)
        if then:
            self._last = button(then, "primary", name="dialog.names.accept", clicked=self._on_go_on)
            foot.addWidget(self._last)
        body.addLayout(foot)
        self.all.setEnabled(False)  # until there is something to see
        for made in self.findChildren(QPushButton):
            made.setAutoDefault(False)  # Enter in a field confirms that name, never all of them
        self.resize(theme().px(860), theme().px(560))
        desk.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        self.desk.jobs.start(tr("Looking for names"), self._work, done=self._on_read, shown=False)

    def _work(self, _token: Token) -> tuple[FormRow, ...]:
        return self._wanted()

    def _on_read(self, rows: tuple[FormRow, ...]) -> None:
        self._rows = rows
        lacking = [one for one in rows if not one.confirmed]
        by_key = {(one.person_id, one.language): one for one in rows}
        now = [by_key.get((line.shown.person_id, line.shown.language)) for line in self._made]
        if self._made and any(one is not None and not one.confirmed for one in now) and None not in now:
            # Nothing moves under the mouse: the next ones come when all that are shown are confirmed.
            for line, one in zip(self._made, now, strict=True):
                if one is not None:
                    line.show_row(one)
            self._lead()
            self._tell(len(lacking), len(rows) - len(now))
            return
        self._show([*lacking, *(one for one in rows if one.confirmed)][:_MOST], len(lacking))

    def _show(self, shown: list[FormRow], lacking: int) -> None:
        self._made = []
        self._lines.clear()
        for number, one in enumerate(shown):
            second = " · ".join((LANGUAGE_NAMES.get(one.language, one.language), one.code))
            line = FormLine(one, one.name, second, f"names.{number}")
            line.confirmed.connect(partial(confirm_names, self.desk))
            line.typed.connect(partial(keep_name, self.desk))
            self._made.append(line)
            self._lines.add(line)
        self._lines.setVisible(bool(shown))
        self._lead()
        self._tell(lacking, len(self._rows) - len(shown))

    def _lead(self) -> None:
        """The keyboard to the next name that waits to be confirmed, then to the way on; it stays where it is needed."""
        held = self.focusWidget()
        here = next((n for n, line in enumerate(self._made) if held in (line.edit, line.confirm)), -1)
        if here >= 0 and not self._made[here].settled:
            return
        open_ones = [line for line in (*self._made[here + 1 :], *self._made[: here + 1]) if not line.settled]
        # A name without a proposal waits for somebody to type; whoever passed over it is not led back.
        waiting = [line for line in open_ones if line.edit.text().strip()] or (open_ones if here < 0 else [])
        if not waiting:
            self._last.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        waiting[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(waiting[0])

    def _tell(self, lacking: int, hidden: int) -> None:
        if not self._rows:
            text = tr("The words of this paper need no name in the dative.")
        elif not lacking:
            text = tr("All of them are confirmed.")
        else:
            text = trn(
                "{n} name is not confirmed. Correct and confirm it; until then the paper uses the nominative.",
                "{n} names are not confirmed. Correct and confirm each; until then the paper uses the nominative.",
                lacking,
            )
        if hidden > 0:
            text += " " + trn("{n} more comes after these.", "{n} more come after these.", hidden)
        self._told.setText(text)
        self.all.setEnabled(bool(open_ones(self._made)))

    def _on_all(self) -> None:
        choices = open_ones(self._made)
        n = len(choices)
        if n:
            confirm_names(self.desk, *choices, said=trn("{n} name is confirmed.", "{n} names are confirmed.", n))

    def _on_go_on(self) -> None:
        self.go_on.emit()
        self.accept()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches("person_name_form", "person"):
            self._read()


def follow(window: QWidget, desk: Desk, place: Place, paper: Paper, options: PaperOptions) -> None:
    """Go where a warning leads: to a page, or to the list of names in the dative (CE-7)."""
    if (place.section, place.tab) == ("print", dative_names.TAB):
        NamesDialog(window, desk, paper, place.record_id, options).open()
    else:
        desk.go(place)


def _read(desk: Desk, paper: Paper, activity_id: str, options: PaperOptions) -> tuple[FormRow, ...]:
    with desk.context.read() as view:
        return dative_names.wanted(view, paper, activity_id, options)
