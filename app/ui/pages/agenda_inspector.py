"""One item of the agenda beside the grid: everything that can be said of it, kept as it is typed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from app.core.errors import Conflict, MentordeskError
from app.core.i18n import N_, pick, tr
from app.core.vocabulary import InterpretationMode, SessionKind, label
from app.services import agendas, picking
from app.services.agenda_checks import AgendaNote
from app.services.agendas import SessionDraft
from app.services.picking import Pick
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.countries import language_words
from app.ui.editors.writing import write
from app.ui.fields.base import Field
from app.ui.fields.choices import ChoiceField, RecordField
from app.ui.fields.texts import LineField, TextField
from app.ui.fields.values import YesNoField
from app.ui.icons import icon
from app.ui.messages import error_text
from app.ui.pages.agenda_notes import NotesView
from app.ui.pages.agenda_pair import LanguagePair
from app.ui.pages.agenda_when import WhenField
from app.ui.pages.agenda_words import kind_icon
from app.ui.pages.visit_tab import Finder, choices
from app.ui.theme import set_surface, theme
from app.ui.widgets.boxes import Scroll, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import ElidedLabel, hairline
from app.ui.widgets.labels import label as text_label
from app.ui.widgets.messages_view import MessageStrip, Way

#: Milliseconds of rest after which what was typed is kept.
_REST = 800
_NAME = "visit.agenda.inspector"


class Inspector(QWidget):
    """Shows one session; keeps what is typed.

    ``duplicate_wanted``, ``delete_wanted``, ``move_wanted(id, clock)`` and ``closed`` are for the page;
    ``go_wanted(id)`` leads to another item, ``kept`` comes after each save.
    """

    duplicate_wanted = Signal(str)
    delete_wanted = Signal(str)
    go_wanted = Signal(str)
    move_wanted = Signal(str, str)
    closed = Signal()
    kept = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName(_NAME)
        self.setAccessibleName(tr("Session"))
        set_surface(self, "surface")
        self._id = ""
        self._base: SessionDraft | None = None
        self._saving = False
        self._again = False
        self._finder = Finder(desk)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.keep)
        self._make_fields()
        self._build()

    # parts ----------------------------------------------------------------------------------------------------
    def _make_fields(self) -> None:
        kinds = [(kind, tr(label(kind))) for kind in SessionKind]
        modes = [(mode, tr(label(mode))) for mode in InterpretationMode]
        self.kind = ChoiceField(tr("Kind"), name=f"{_NAME}.kind", options=kinds)
        self.when = WhenField(tr("When"), name=f"{_NAME}.when")
        self.pair = LanguagePair(
            (("title", tr("Title"), 2), ("description", tr("Description"), 4)), name=f"{_NAME}.text"
        )
        self.venue = LineField(tr("Place"), name=f"{_NAME}.place")
        self.host = RecordField(tr("Host"), name=f"{_NAME}.host", search=self._finder.organisations, hint=tr("None"))
        self.speakers = RecordField(
            tr("Speakers"),
            name=f"{_NAME}.speakers",
            several=True,
            search=self._finder.people,
            hint=tr("Add a person …"),
        )
        self.mode = ChoiceField(tr("Interpretation"), name=f"{_NAME}.interpretation", options=modes)
        self.interpreters = RecordField(
            tr("Interpreter"),
            name=f"{_NAME}.interpreter",
            several=True,
            search=self._finder.people,
            hint=tr("Add a person …"),
        )
        self.venue_second = LineField(tr("Place, second language"), name=f"{_NAME}.place_second")
        self.address = LineField(tr("Address"), name=f"{_NAME}.address")
        self.link = LineField(tr("Link to join"), name=f"{_NAME}.link")
        self.notes = TextField(tr("Notes for those who prepare"), name=f"{_NAME}.notes", lines=3)
        self.cancelled = YesNoField(tr("Cancelled; stays on the agenda, struck through"), name=f"{_NAME}.cancelled")
        self._fields: tuple[Field, ...] = (
            self.kind,
            self.when,
            self.venue,
            self.host,
            self.speakers,
            self.mode,
            self.interpreters,
            self.venue_second,
            self.address,
            self.link,
            self.notes,
            self.cancelled,
        )
        for made in self._fields:
            made.changed.connect(self._on_changed)
            made.left.connect(self.keep)
        self.pair.changed.connect(self._on_changed)
        self.pair.left.connect(self.keep)
        theme().changed.connect(self._show_kinds)
        self._show_kinds()

    def _build(self) -> None:
        outer = column(self, space=0)
        head = row(space=1, margins=(4, 0, 2, 0))
        self._title = ElidedLabel("", "section", name=f"{_NAME}.head")
        head.addWidget(self._title, 1)
        head.addWidget(button(tr("More"), "icon", icon_name="ellipsis", name=f"{_NAME}.more", clicked=self._on_more))
        head.addWidget(button(tr("Close"), "icon", icon_name="x", name=f"{_NAME}.close", clicked=self.closed.emit))
        holder = QWidget()
        holder.setLayout(head)
        holder.setFixedHeight(theme().height("bar"))
        outer.addWidget(holder)
        outer.addWidget(hairline())
        scroll = Scroll(space=3, margins=(4, 3, 1, 4))
        body = scroll.body
        self.strip = MessageStrip(name=f"{_NAME}.message")
        body.addWidget(self.strip)
        body.addLayout(self._pairs(self.kind, self.when))
        body.addWidget(self.pair)
        body.addLayout(self._pairs(self.venue, self.host))
        body.addWidget(self.speakers)
        body.addLayout(self._pairs(self.mode, self.interpreters))
        self.problems = NotesView(f"{_NAME}.problems")
        self.problems.way_wanted.connect(self._on_way)
        body.addWidget(self.problems)
        body.addWidget(hairline())
        body.addLayout(self._pairs(self.venue_second, self.address))
        body.addWidget(self.link)
        body.addWidget(self.notes)
        body.addWidget(self.cancelled)
        body.addStretch(1)
        outer.addWidget(scroll, 1)
        outer.addWidget(hairline())
        foot = row(margins=(3, 1, 4, 1))
        foot.addWidget(
            button(tr("Duplicate"), "link", icon_name="copy", name=f"{_NAME}.duplicate", clicked=self._on_duplicate)
        )
        foot.addWidget(
            button(tr("Delete"), "link", icon_name="trash-2", name=f"{_NAME}.delete", clicked=self._on_delete)
        )
        foot.addStretch(1)
        self._said = text_label(tr("Kept as you type"), "second", name=f"{_NAME}.kept")
        foot.addWidget(self._said)
        outer.addLayout(foot)

    @staticmethod
    def _pairs(left: QWidget, right: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().space(3))
        for side, made in enumerate((left, right)):
            grid.addWidget(made, 0, side)
            grid.setColumnStretch(side, 1)
            grid.setColumnMinimumWidth(side, theme().px(100))
        return grid

    def _show_kinds(self) -> None:
        """A swatch of the kind's colour before its word."""
        side = theme().px(12)
        self.kind.combo.setIconSize(QSize(side, side))
        for place, kind in enumerate(SessionKind):
            self.kind.combo.setItemIcon(place, kind_icon(kind, side))

    # what is shown --------------------------------------------------------------------------------------------
    def session_id(self) -> str:
        """The item shown; empty for none."""
        return self._id

    def show_session(self, ident: str, languages: Sequence[str], notes: Sequence[AgendaNote]) -> None:
        """Show an item, or look again at the one that is shown; what is being typed stays."""
        if ident != self._id:
            self.keep()
            self._id, self._base = ident, None
            self.strip.show_message("")
        self.pair.set_languages(languages)
        second = languages[1] if len(languages) > 1 else ""
        self.venue_second.setVisible(bool(second))
        self.venue_second.label.setText(tr("Place in {language}", language=language_words(second)))
        self.problems.show_notes(notes)
        self.interpreters.mark_wrong(any(note.code == "interpreter_booked_twice" for note in notes))
        if ident and not self._saving and not self.is_dirty():
            self._load()

    def _load(self) -> None:
        with self.desk.context.read() as view:
            try:
                draft = agendas.load(view, self._id)
            except MentordeskError:
                self._id, self._base = "", None
                self.closed.emit()
                return
            people = picking.people_named(view, (*draft.speakers, *draft.interpreters))
            hosts = picking.organisations_named(view, [draft.host_id] if draft.host_id else [])
        if draft != self._base:
            self._fill(draft, people, hosts)

    def _fill(self, draft: SessionDraft, people: Sequence[Pick], hosts: Sequence[Pick]) -> None:
        self._base = draft
        for choice in choices(people):
            self.speakers.add_known(choice)
            self.interpreters.add_known(choice)
        for choice in choices(hosts):
            self.host.add_known(choice)
        first, second = self._codes()
        self.kind.set_value(draft.kind)
        self.when.set_value((draft.starts_at, draft.ends_at) if draft.starts_at and draft.ends_at else None)
        self.pair.set_texts({"title": draft.title, "description": draft.description})
        self.venue.set_value(draft.venue.get(first, "") or (pick(draft.venue, first) if not second else ""))
        self.venue_second.set_value(draft.venue.get(second, "") if second else "")
        self.host.set_value(draft.host_id or "")
        self.speakers.set_value(draft.speakers)
        self.mode.set_value(draft.interpretation)
        self.interpreters.set_value(draft.interpreters)
        self.address.set_value(draft.address)
        self.link.set_value(draft.online_link)
        self.notes.set_value(draft.notes.get(first, ""))
        self.cancelled.set_value(draft.cancelled)
        self._show_title(draft)

    def _codes(self) -> tuple[str, str]:
        codes = self.pair.languages()
        return codes[0], codes[1] if len(codes) > 1 else ""

    def _show_title(self, draft: SessionDraft) -> None:
        self._title.setText(pick(draft.title, self._codes()[0]) or tr("No title yet"))
        if draft.starts_at and draft.ends_at:
            minutes = int((draft.ends_at - draft.starts_at).total_seconds()) // 60
            self.when.label.setText(f"{tr('When')}  ·  {formats.minutes(minutes)}")

    def draft(self) -> SessionDraft | None:
        """The item as it stands in the fields; None when nothing is shown."""
        base = self._base
        if base is None:
            return None
        first, second = self._codes()
        venue = {**base.venue, first: self.venue.value()}
        if second:
            venue[second] = self.venue_second.value()
        span = self.when.value()
        return replace(
            base,
            kind=self.kind.value() or base.kind,
            starts_at=span[0] if span else base.starts_at,
            ends_at=span[1] if span else base.ends_at,
            title=self.pair.texts("title"),
            description=self.pair.texts("description"),
            notes=_without_empty({**base.notes, first: self.notes.value()}),
            venue=_without_empty(venue),
            address=self.address.value(),
            host_id=self.host.value() or None,
            interpretation=self.mode.value() or base.interpretation,
            online_link=self.link.value(),
            cancelled=self.cancelled.value(),
            speakers=self.speakers.value(),
            interpreters=self.interpreters.value(),
        )

    def is_dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._base is not None and self.draft() != self._base

    def focus_title(self) -> None:
        """The keyboard into the title, all of it selected."""
        edit = self.pair.edit("title")
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.selectAll()

    # keeping --------------------------------------------------------------------------------------------------
    def _on_changed(self) -> None:
        self._said.setText("")
        draft = self.draft()
        if draft is not None:
            self._show_title(draft)
        self._rest.start()

    def keep(self) -> None:
        """Keep what was typed, if anything was and it can be read."""
        self._rest.stop()
        if self._saving:
            self._again = True
            return
        if not self.is_dirty() or not self.when.is_readable():
            return
        draft = self.draft()
        assert draft is not None
        problems = [problem for problem in agendas.check(draft) if problem.severity == "error"]
        if problems:
            self.when.show_problem(error_text(_Told(problems[0].code, **problems[0].params)))
            return
        self.when.show_problem(None)
        self._saving, ident = True, self._id

        def change(work: Any) -> tuple[str, SessionDraft]:
            agendas.save(work, ident, draft)
            return ident, agendas.load(work, ident)

        write(self.desk, N_("Change session"), change, done=self._on_saved, failed=self._on_failed)

    def _on_saved(self, answer: tuple[str, SessionDraft]) -> None:
        ident, draft = answer
        self._saving = False
        self._said.setText(tr("Kept as you type"))
        if ident == self._id:
            self._base = draft
            self.strip.show_message("")
            if self._again:
                self._again = False
                self.keep()
        self.kept.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._saving = self._again = False
        if isinstance(error, Conflict):
            ways = (
                Way(tr("Keep what I typed"), self._on_mine, f"{_NAME}.mine"),
                Way(tr("Take the newer one"), self._on_theirs, f"{_NAME}.theirs"),
            )
            self.strip.show_message(tr("This was changed elsewhere"), error_text(error), tone="warning", ways=ways)
        elif isinstance(error, MentordeskError):
            self.strip.show_message(tr("This was not kept"), error_text(error), tone="danger")
        else:
            raise error

    def _on_mine(self) -> None:
        if self._base is not None:
            self._base = replace(self._base, version=0)
            self.keep()

    def _on_theirs(self) -> None:
        self._base = None
        self.strip.show_message("")
        self._load()

    # ways on --------------------------------------------------------------------------------------------------
    def _on_duplicate(self) -> None:
        self.keep()
        self.duplicate_wanted.emit(self._id)

    def _on_delete(self) -> None:
        self.delete_wanted.emit(self._id)

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._entry(icon("copy", "muted"), tr("Duplicate"), self._on_duplicate, menu))
        menu.addAction(self._entry(icon("trash-2", "muted"), tr("Delete"), self._on_delete, menu))
        menu.popup(self.mapToGlobal(self._title.geometry().bottomRight()))

    @staticmethod
    def _entry(picture: QIcon, words: str, run: Any, menu: QMenu) -> QAction:
        made = QAction(picture, words, menu)
        made.triggered.connect(run)
        return made

    def _on_way(self, way: str, note: AgendaNote) -> None:
        if way == "move":
            self.move_wanted.emit(self._id, str(note.params.get("until", "")))
        elif way == "person":
            target = self.interpreters if note.code == "interpreter_booked_twice" else self.speakers
            target.focus()
        elif way == "other":
            self.go_wanted.emit(note.other_id if note.other_id != self._id else note.session_id)


class _Told(MentordeskError):
    """A problem as an error, to be told in its sentence."""


def _without_empty(texts: dict[str, str]) -> dict[str, str]:
    return {code: text for code, text in texts.items() if text}
