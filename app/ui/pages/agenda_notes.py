"""What is wrong with an agenda, or may be: at the item with ways out, and as a list that leads to each."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.core.i18n import tr, trn
from app.core.sentences import sentence
from app.services.agenda_checks import AgendaNote
from app.ui import formats
from app.ui.editors.countries import language_words
from app.ui.icons import icon
from app.ui.theme import theme
from app.ui.widgets.boxes import clear_layout, column
from app.ui.widgets.messages_view import MessageStrip, Way
from app.ui.widgets.overlay import Popover

_SIGNS = {"error": ("circle-alert", "danger"), "warning": ("triangle-alert", "warning"), "info": ("info", "muted")}
_TONES = {"error": "danger", "warning": "warning", "info": "neutral"}
_BOOKED = frozenset({"interpreter_booked_twice", "speaker_booked_twice"})


def note_text(note: AgendaNote) -> str:
    """The sentence of a note, in the reader's words."""
    params = dict(note.params)
    if "language" in params:
        params["language"] = language_words(str(params["language"]))
    # An item just begun has no title yet: “” would name nothing.
    params |= {name: tr("No title yet") for name in ("title", "other") if params.get(name) == ""}
    return sentence(note.code, params)


def told_once(notes: Iterable[AgendaNote], severity: str) -> list[AgendaNote]:
    """Notes of a severity, several about the same pair of items taken as one."""
    found: dict[tuple[object, ...], AgendaNote] = {}
    for note in notes:
        if note.severity == severity:
            pair = frozenset((note.session_id, note.other_id)) if note.other_id else note.session_id
            key = (pair, "" if note.other_id else note.code, note.day)
            found.setdefault(key, note)
    return list(found.values())


def count_words(notes: Sequence[AgendaNote]) -> tuple[str, str]:
    """``1 clash`` and ``2 warnings``; empty where there are none."""
    errors, warnings = len(told_once(notes, "error")), len(told_once(notes, "warning"))
    return (
        trn("{n} clash", "{n} clashes", errors) if errors else "",
        trn("{n} warning", "{n} warnings", warnings) if warnings else "",
    )


class NotesView(QWidget):
    """The notes of one item as message strips. ``way_wanted(way, note)``: move, person, other."""

    way_wanted = Signal(str, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name = name
        self._notes: tuple[AgendaNote, ...] = ()
        self._body = column(self, space=2)

    def show_notes(self, notes: Sequence[AgendaNote]) -> None:
        """Show these and no others; what is only missing stands together in one quiet strip."""
        if tuple(notes) == self._notes and self._body.count():
            return
        self._notes = tuple(notes)
        clear_layout(self._body)
        for note in notes:
            if note.severity != "info":
                strip = MessageStrip("", note_text(note), tone=_TONES[note.severity], ways=self._ways(note))
                strip.setObjectName(f"{self._name}.{note.code}")
                self._body.addWidget(strip)
        missing = [note_text(note) for note in notes if note.severity == "info"]
        if missing:
            self._body.addWidget(MessageStrip("", "\n".join(missing), tone="neutral", name=f"{self._name}.missing"))
        self.setVisible(bool(notes))

    def _ways(self, note: AgendaNote) -> list[Way]:
        ways = []
        until = str(note.params.get("until", ""))
        if note.severity == "error" and until and note.other_id:
            ways.append(Way(tr("Move to {time}", time=until), _Asked(self, "move", note), f"{self._name}.move"))
        if note.code == "interpreter_booked_twice":
            ways.append(Way(tr("Other interpreter …"), _Asked(self, "person", note), f"{self._name}.person"))
        elif note.code == "speaker_booked_twice":
            ways.append(Way(tr("Other speaker …"), _Asked(self, "person", note), f"{self._name}.person"))
        return ways


class _Asked:
    """One way out of one note, as something that can be called."""

    def __init__(self, view: NotesView, way: str, note: AgendaNote) -> None:
        self._view, self._way, self._note = view, way, note

    def __call__(self) -> None:
        self._view.way_wanted.emit(self._way, self._note)


class NotesList(Popover):
    """All notes of an agenda; ``note_chosen(note)`` leads there."""

    note_chosen = Signal(object)

    def __init__(self, parent: QWidget, notes: Sequence[AgendaNote]) -> None:
        super().__init__(parent, title=tr("What to look at"), name="visit.agenda.notes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._notes: list[AgendaNote] = []
        self.list = QListWidget()
        self.list.setObjectName("visit.agenda.notes.list")
        self.list.setAccessibleName(tr("What to look at"))
        self.list.setProperty("role", "plain")
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(theme().icon("control"), theme().icon("control")))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for severity in ("error", "warning", "info"):
            for note in told_once(notes, severity):
                self._add(note)
        self.list.setMinimumHeight(min(theme().px(420), theme().px(52) * max(1, len(self._notes))))
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.body.addWidget(self.list)

    def _add(self, note: AgendaNote) -> None:
        sign, token = _SIGNS[note.severity]
        day = f"{formats.day_short(note.day)}: " if note.day else ""
        item = QListWidgetItem(icon(sign, token), day + note_text(note))
        item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._notes.append(note)
        self.list.addItem(item)

    def open_at(self, control: QWidget) -> None:
        """Show under a button and take the keyboard."""
        self.open_under(control, width=theme().px(460))
        self.list.setFocus()
        self.list.setCurrentRow(0)

    def _on_item(self, item: QListWidgetItem) -> None:
        place = self.list.row(item)
        self.close()
        self.note_chosen.emit(self._notes[place])


def under(widget: QWidget) -> QPoint:
    """Where a menu of a button opens."""
    return widget.mapToGlobal(widget.rect().bottomLeft())
