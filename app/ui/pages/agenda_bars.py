"""The bars of the agenda: version, weeks and view, legend."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.i18n import N_, tr, trn
from app.core.vocabulary import AgendaChange, AgendaState, SessionKind
from app.services.agenda_checks import AgendaNote
from app.services.agenda_versions import AgendaStatus
from app.ui import formats
from app.ui.icons import icon
from app.ui.pages.agenda_notes import count_words
from app.ui.pages.agenda_words import colour_of
from app.ui.theme import set_surface, theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import Switch, button
from app.ui.widgets.labels import ElidedLabel, IconLabel, hairline, label

#: Colours of the legend in their order, with their words (message ids); kinds that share a colour share a word.
LEGEND = {
    "lecture": N_("Lecture"),
    "workshop": N_("Workshop"),
    "site_visit": N_("Site visit"),
    "meeting": N_("Meeting"),
    "mentoring_work": N_("Mentoring work"),
    "meal": N_("Meal, break"),
    "transfer": N_("Transfer, travel"),
    "cultural": N_("Cultural programme"),
    "opening": N_("Opening, closing"),
    "online": N_("Online session"),
}
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

_STATES = {
    AgendaState.DRAFT: N_("Draft"),
    AgendaState.ISSUED: N_("Issued {number}"),
    AgendaState.REVISED: N_("Revised {number}"),
    AgendaState.FINAL: N_("Final {number}, as implemented"),
}


class VersionBar(QWidget):
    """Draft, issued or final, what changed since; the ways to issue. ``issue_wanted(final)``, ``changes_wanted``."""

    issue_wanted = Signal(bool)
    changes_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("visit.agenda.version")
        set_surface(self, "sunken")
        self.setFixedHeight(theme().height("bar"))
        line = row(self, space=2, margins=(6, 0, 6, 0))
        self._icon = IconLabel("stamp", "accent")
        self._state = label("", "strong", name="visit.agenda.version.state")
        self._since = label("", "second")
        self._line = hairline(vertical=True)
        self._line.setFixedHeight(theme().px(20))
        self._changes = label("", "strong", name="visit.agenda.version.changes")
        self._parts = ElidedLabel("", "second")
        for widget in (self._icon, self._state, self._since, self._line, self._changes):
            line.addWidget(widget)
        line.addWidget(self._parts, 1)
        self.show_button = button(
            tr("Show changes"), "link", name="visit.agenda.version.show", clicked=self.changes_wanted.emit
        )
        self.issue_button = button("", small=True, name="visit.agenda.version.issue", clicked=self._on_issue)
        self.final_button = button(
            tr("Keep as implemented …"), small=True, name="visit.agenda.version.final", clicked=self._on_final
        )
        self.final_button.setToolTip(tr("The agenda as it was really held, for the report; when the event is over"))
        line.addWidget(self.show_button)
        line.addWidget(self.issue_button)
        line.addWidget(self.final_button)
        # Nothing is offered before the agenda was read.
        for unread in (self._icon, self._line, self.show_button, self.issue_button, self.final_button):
            unread.hide()

    def _on_issue(self) -> None:
        self.issue_wanted.emit(False)

    def _on_final(self) -> None:
        self.issue_wanted.emit(True)

    def show_status(self, status: AgendaStatus, any_items: bool, over: bool = False) -> None:
        """Tell the state of an agenda; ``over``: the event may have ended, so it can be kept as implemented (AR-1)."""
        issued, final = status.issued, status.state is AgendaState.FINAL
        self._icon.show()
        self.issue_button.setVisible(not final)
        self.final_button.setVisible(any_items and (over or final))
        changed = bool(status.changes) or status.besides
        self.final_button.setEnabled(not final or changed)
        self._icon.set_icon("stamp" if issued else "pencil-line", "accent" if issued else "muted")
        self._state.setText(tr(_STATES[status.state], number=status.number))
        when = status.issued_at.astimezone() if status.issued_at else None
        self._since.setText(formats.moment(when) if when else tr("not issued yet"))
        count = len(status.changes)
        self._changes.setText(trn("{n} change since", "{n} changes since", count) if count else "")
        self._line.setVisible(issued)
        if issued and not count:
            self._changes.setText(tr("names or facts changed since") if changed else tr("nothing changed since"))
        self._parts.setText(", ".join(_counts(status)))
        self.show_button.setVisible(bool(count))
        self.issue_button.setText(tr("Issue {number} …", number=status.next_number))
        self.issue_button.setEnabled(any_items and (not issued or changed))


def _counts(status: AgendaStatus) -> Iterable[str]:
    new, moved = status.count(AgendaChange.NEW), status.count(AgendaChange.MOVED)
    changed, gone = status.count(AgendaChange.CHANGED), status.count(AgendaChange.CANCELLED)
    if new:
        yield trn("{n} new", "{n} new", new)
    if moved:
        yield trn("{n} moved", "{n} moved", moved)
    if changed:
        yield trn("{n} changed", "{n} changed", changed)
    if gone:
        yield trn("{n} cancelled", "{n} cancelled", gone)


class AgendaTools(QWidget):
    """Weeks or days with arrows, the notes, day, week or table, and what else can be done."""

    turned = Signal(int)
    view_chosen = Signal(str)
    notes_wanted = Signal()
    add_wanted = Signal()
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("visit.agenda.tools")
        self.setFixedHeight(theme().height("bar"))
        line = row(self, space=2, margins=(6, 0, 4, 0))
        self.back = self._arrow("arrow-left", tr("Earlier"), "visit.agenda.earlier", self._on_back)
        self.on = self._arrow("arrow-right", tr("Later"), "visit.agenda.later", self._on_on)
        line.addWidget(self.back)
        line.addWidget(self.on)
        self._span = ElidedLabel("", "strong", name="visit.agenda.span")
        self._place = label("", "second", name="visit.agenda.week")
        line.addWidget(self._span)
        line.addWidget(self._place)
        line.addStretch(1)
        self.notes = button("", small=True, name="visit.agenda.problems", clicked=self.notes_wanted.emit)
        self.warnings = button("", small=True, name="visit.agenda.warnings", clicked=self.notes_wanted.emit)
        self.notes.hide()
        self.warnings.hide()
        self.add = button(
            tr("Add"), small=True, icon_name="plus", name="visit.agenda.add", clicked=self.add_wanted.emit
        )
        self.add.setToolTip(tr("Add a session (Insert, or double-click an empty place)"))
        self.switch = Switch(
            [("day", tr("Day")), ("week", tr("Week")), ("table", tr("Table"))],
            current="week",
            name="visit.agenda.view",
            title=tr("View"),
        )
        self.switch.chosen.connect(self.view_chosen)
        self.more = button(
            tr("More"),
            "icon",
            icon_name="ellipsis",
            small=True,
            name="visit.agenda.more",
            clicked=self.more_wanted.emit,
        )
        line.addWidget(self.notes)
        line.addWidget(self.warnings)
        line.addWidget(self.add)
        line.addWidget(self.switch)
        line.addWidget(self.more)

    @staticmethod
    def _arrow(icon_name: str, words: str, name: str, run: object) -> QPushButton:
        made = button(words, "boxed", icon_name=icon_name, small=True, name=name)
        made.clicked.connect(run)
        return made

    def _on_back(self) -> None:
        self.turned.emit(-1)

    def _on_on(self) -> None:
        self.turned.emit(1)

    def show_span(self, days: Sequence[date], place: int, of: int, *, week: bool) -> None:
        """Which days are shown: ``9–15 October``, ``week 1 of 3``."""
        if not days:
            self._span.setText(tr("date not known"))
            self._place.setText("")
        elif week:
            self._span.setText(_short_span(days[0], days[0] + timedelta(days=6)))
            self._place.setText(tr("week {n} of {all}", n=place + 1, all=of) if of > 1 else "")
        else:
            self._span.setText(formats.day_long(days[0]))
            self._place.setText(tr("day {n} of {all}", n=place + 1, all=of) if of > 1 else "")
        self._span.updateGeometry()
        self.back.setEnabled(place > 0)
        self.on.setEnabled(place < of - 1)

    def show_notes(self, notes: Sequence[AgendaNote]) -> None:
        """How many clashes and warnings there are; without any, how much is missing."""
        clashes, warnings = count_words(notes)
        missing = trn("{n} thing missing", "{n} things missing", len(notes)) if notes else ""
        self._tell(self.notes, clashes, "circle-alert", "danger")
        if warnings or clashes or not missing:
            self._tell(self.warnings, warnings, "triangle-alert", "warning")
        else:
            self._tell(self.warnings, missing, "circle-dashed", "muted")

    @staticmethod
    def _tell(made: QPushButton, words: str, sign: str, token: str) -> None:
        made.setText(f" {words}")
        made.setIcon(icon(sign, token))
        made.setAccessibleName(words)
        made.setVisible(bool(words))

    def show_arrows(self, shown: bool) -> None:
        """The table shows all days: no arrows then."""
        for widget in (self.back, self.on, self._span, self._place):
            widget.setVisible(shown)


def _short_span(start: date, end: date) -> str:
    """``9–15 October``: the year stands in the head of the page."""
    text = formats.days(start, end)
    year = f" {end.year}"
    return text[: -len(year)] if text.endswith(year) and start.year == end.year else text


class _Swatches(QWidget):
    """Colours with their words on one line; what does not fit is told in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[str, ...] = ()
        self.setFixedHeight(theme().px(18))

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Explain these colours."""
        self._keys = keys
        words = [tr(LEGEND[key]) for key in keys]
        self.setAccessibleName(", ".join(words))
        self.setToolTip(", ".join(words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        font = look.font("label")
        painter.setFont(font)
        metrics = QFontMetrics(font)
        side, x = look.px(13), 0
        top = (self.height() - side) // 2
        for key in self._keys:
            words = tr(LEGEND[key])
            wide = metrics.horizontalAdvance(words) + look.px(20)
            if x + wide > self.width():
                painter.setPen(look.color("muted"))
                painter.drawText(QRect(x, 0, look.px(20), self.height()), _MIDDLE, "…")
                break
            painter.fillRect(QRect(x, top, side, side), look.color(f"kind.{key}.fill"))
            painter.fillRect(QRect(x, top, look.px(3), side), look.color(f"kind.{key}.bar"))
            painter.setPen(look.color("muted"))
            painter.drawText(QRect(x + look.px(20), 0, wide, self.height()), _MIDDLE, words)
            x += wide + look.space(3)
        painter.end()


class Legend(QWidget):
    """The kinds that stand on the agenda, with their colours."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("visit.agenda.legend")
        body = column(self, space=0)
        body.addWidget(hairline())
        self._line = _Swatches()
        holder = row(margins=(6, 2, 4, 1))
        holder.addWidget(self._line, 1)
        body.addLayout(holder)

    def show_kinds(self, kinds: Iterable[SessionKind]) -> None:
        """Explain these."""
        present = {colour_of(kind) for kind in kinds}
        keys = tuple(key for key in LEGEND if key in present)
        self._line.show_keys(keys)
        self.setVisible(bool(keys))
