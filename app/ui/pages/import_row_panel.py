"""Beside the list of rows: one row in full, why it is as it is, and everything that can be decided about it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.i18n import tr, trn
from app.core.sentences import sentence
from app.services.import_rows import CellNote, PlanRow
from app.services.imports import Decision, RowKey
from app.ui.pages.import_kinds import Known
from app.ui.pages.import_session import ImportSession
from app.ui.pages.import_who import Changes, FindKnown, KnownCard, compared, with_key, wrapped
from app.ui.pages.import_words import outcome_state, why
from app.ui.theme import set_style, set_surface, theme
from app.ui.theme_tokens import HAIRLINE
from app.ui.widgets.boxes import Card, Panel, Scroll, SectionHeader, clear_layout, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import hairline, label

_WIDE = 372
_MOST = 9


class RowPanel(Panel):
    """``decided(decisions)``; ``cell_wanted(row, column key)`` opens a cell of the list; ``closed()`` by the button."""

    decided = Signal(object)
    cell_wanted = Signal(object, str)
    closed = Signal()

    def __init__(self, session: ImportSession) -> None:
        super().__init__("raised", space=0)
        self.setObjectName("import.row")
        self.setAccessibleName(tr("The row that is chosen"))
        self.session = session
        self.row: PlanRow | None = None
        self.known: tuple[Known, ...] = ()
        self.setFixedWidth(theme().px(_WIDE))
        head = row(space=2, margins=(4, 2, 3, 2))
        self._place = label("", "second_strong", name="import.row.place")
        self._chip = Chip()
        head.addWidget(self._place)
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(
            button(tr("Close"), "icon", icon_name="x", small=True, name="import.row.close", clicked=self.closed.emit)
        )
        self.body.addLayout(head)
        self.body.addWidget(hairline())
        self._scroll = Scroll(space=3, margins=(4, 3, 4, 4))
        self._top = column(space=3)
        self._bottom = column(space=3)
        # Made once: a field that is made while a cell is open beside it would close that.
        self._find_known = FindKnown(session.look.way_words()["find"], self._find)
        self._find_known.found.connect(self.link)
        self._scroll.body.addLayout(self._top)
        self._scroll.body.addWidget(self._find_known)
        self._scroll.body.addLayout(self._bottom)
        self._scroll.body.addStretch(1)
        self.body.addWidget(self._scroll, 1)
        self._foot_line = hairline()
        self.body.addWidget(self._foot_line)
        self._ways = Flow()
        foot = row(space=0, margins=(4, 2, 3, 2))
        foot.addWidget(self._ways, 1)
        self.body.addLayout(foot)

    def set_over(self, over: bool) -> None:
        """Whether it lies over the list: then it has an edge of its own."""
        self.body.setContentsMargins(theme().px(1) if over else 0, 0, 0, 0)
        set_surface(self, "raised" if over else "surface")
        set_style(self, "over", over)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("over"):
            painter = QPainter(self)
            painter.fillRect(0, 0, HAIRLINE, self.height(), theme().color("control"))
            painter.end()

    # what is shown --------------------------------------------------------------------------------------------

    def _clear(self) -> None:
        for part in (self._top, self._bottom):
            clear_layout(part)
        self._find_known.hide()
        self._ways.clear()

    def _show_ways(self, ways: Sequence[QWidget]) -> None:
        for made in ways:
            self._ways.add(made)
        self._foot_line.setVisible(bool(ways))
        self._ways.setVisible(bool(ways))

    def show_row(self, shown: PlanRow | None) -> None:
        """Show a row, or what the panel is for."""
        self._clear()
        self.row = shown
        self.known = ()
        self._chip.setVisible(shown is not None)
        body = self._top
        if shown is None:
            self._place.setText("")
            body.addWidget(label(tr("Choose a row to see it in full."), "second", wrap=True))
            self._show_ways(())
            return
        self._place.setText(tr("Row {n}", n=shown.row))
        self._chip.set_state(outcome_state(shown))
        title = wrapped(self.session.look.name_of(shown), "section")
        title.setObjectName("import.row.name")
        body.addWidget(title)
        reason = why(shown) if not shown.doubts else sentence(shown.reason, shown.reason_params)
        tone = {"doubtful": "warning", "refused": "problem"}.get(shown.outcome.value, "second")
        body.addWidget(label(reason if not shown.left_out else why(shown), tone, wrap=True, name="import.row.why"))
        decision = self.session.decision(shown.key)
        if shown.reason == "import_row_without_name" and not shown.left_out:
            hint = tr("To take the row in, double-click the cell of the name and type one.")
            body.addWidget(label(hint, "second", wrap=True))
        if shown.doubts and not shown.left_out:
            self._add_doubts(shown)
        if shown.old and not shown.left_out:
            self._add_changes(shown)
        self._add_who(shown)
        self._show_ways(self._ways_of(shown, decision))
        self._add_find(shown)
        self._add_values(shown)
        self._scroll.verticalScrollBar().setValue(0)

    def _add_doubts(self, shown: PlanRow) -> None:
        body = self._top
        body.addWidget(SectionHeader(tr("Please look")))
        for number, note in enumerate(shown.doubts):
            body.addWidget(_DoubtCard(self, shown, note, number))

    def open_cell(self, shown: PlanRow, field: str) -> None:
        """Open the cell of the list in which a field is told."""
        cell = self.session.look.column_of(field)
        if cell is not None:
            self.cell_wanted.emit(shown, cell.key)

    def _add_who(self, shown: PlanRow) -> None:
        """Whom the row may mean: those known, or another row of the file."""
        body, look = self._top, self.session.look
        # Also whoever has the e-mail of the row under another name.
        named = (str(note.params.get("person_id", "")) for note in shown.notes)
        meant = shown.people or tuple(dict.fromkeys(filter(None, named)))
        if meant:
            with self.session.desk.context.read() as view:
                self.known = tuple(look.known(view, replace(shown, people=meant)))[:_MOST]
        linked = shown.outcome.value in ("update", "same")
        if not self.known and not self._other(shown):
            return
        title = look.way_words()["who" if linked else "is_it"]
        body.addWidget(SectionHeader(title))
        for number, one in enumerate(self.known):
            card = KnownCard(look, shown, one, number, linked=linked)
            card.chosen.connect(self.choose)
            body.addWidget(card)
        other = self._other(shown)
        if other is not None:
            body.addWidget(_OtherRow(self, shown, other, len(self.known)))

    def _other(self, shown: PlanRow) -> PlanRow | None:
        """The other row of the file that this one may repeat."""
        book = self.session.book
        if book is None or shown.other_row is None or shown.outcome.value not in ("doubtful", "duplicate"):
            return None
        number = book.number(shown.other_row)
        return book[number] if number >= 0 else None

    def _add_changes(self, shown: PlanRow) -> None:
        self._top.addWidget(SectionHeader(tr("What changes")))
        made = Changes(self.session.look, shown, shown.stays)
        made.kept.connect(self._on_kept)
        self._top.addWidget(made)

    def _ways_of(self, shown: PlanRow, decision: Decision) -> list[QWidget]:
        """The buttons for the row as a whole, always in sight."""
        ways: list[QWidget] = []
        meant = bool(self.known) or self._other(shown) is not None
        waits = shown.outcome.value == "doubtful"
        if (meant or waits) and not decision.as_new and not shown.left_out:
            # Who may not come, or stands for two people, waits without being like anybody.
            words = self.session.look.way_words()["other"] if meant else tr("Take the row in")
            made = self._way(words, "user-plus", "import.row.new", tr("Key {key}", key="0"), self.as_new)
            ways.append(with_key(made, "0"))
        if not shown.left_out:
            ways.append(
                self._way(tr("Leave out"), "circle-minus", "import.row.leave", tr("Delete key"), self.leave_out)
            )
        if decision != Decision():
            ways.append(self._way(tr("As the file says again"), "rotate-ccw", "import.row.reset", "", self.reset))
        return ways

    def _add_find(self, shown: PlanRow) -> None:
        """Finding by hand whom nothing proposed."""
        self._find_known.field.set_value("")
        self._find_known.setVisible(not shown.left_out and shown.outcome.value in ("new", "doubtful"))

    def _way(self, words: str, icon_name: str, name: str, tip: str, run: object) -> QWidget:
        return button(words, icon_name=icon_name, small=True, name=name, tip=tip, clicked=run)  # type: ignore[arg-type]

    def _find(self, text: str) -> Sequence[Known]:
        with self.session.desk.context.read() as view:
            return self.session.look.find(view, text)

    def _add_values(self, shown: PlanRow) -> None:
        """All that the row holds, as it will be kept."""
        look, body = self.session.look, self._bottom
        body.addWidget(SectionHeader(tr("All of the row")))
        for name, value in shown.fields.items():
            said = look.value_words(name, value)
            line = row(space=2)
            title = wrapped(look.field_word(name), "small")
            title.setFixedWidth(theme().px(96))
            line.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
            texts = column(space=0)
            shown_value = wrapped(said, "second_text")
            shown_value.setAccessibleName(f"{look.field_word(name)}: {said}")
            texts.addWidget(shown_value)
            raw = shown.raw.get(name, "")
            if raw and raw != said:
                texts.addWidget(wrapped(tr("in the file: {raw}", raw=raw), "small"))
            proposed = look.proposed_words(shown, name)
            if proposed:
                texts.addWidget(label(tr("{why}, please look", why=proposed), "warning", wrap=True))
                texts.addWidget(self._confirm(shown, name), 0, Qt.AlignmentFlag.AlignLeft)
            line.addLayout(texts, 1)
            body.addLayout(line)

    def _confirm(self, shown: PlanRow, name: str) -> QWidget:
        """The way to say a value that is only proposed."""
        run = partial(self._on_confirm, shown, name)
        made = button(
            tr("Confirm or correct …"), icon_name="pencil", small=True, name=f"import.proposed.{name}", clicked=run
        )
        made.setEnabled(not shown.left_out)
        return made

    def _on_confirm(self, shown: PlanRow, name: str) -> None:
        self.open_cell(shown, name)

    # several rows ---------------------------------------------------------------------------------------------
    def show_several(self, keys: Sequence[RowKey]) -> None:
        """Several rows are selected: what can be decided for all of them."""
        self._clear()
        self.row = None
        self.known = ()
        self._several = list(keys)
        self._chip.hide()
        self._place.setText(trn("{n} row chosen", "{n} rows chosen", len(keys)))
        self._top.addWidget(
            label(tr("What you choose here counts for all of them, and Ctrl+Z takes it back."), "second", wrap=True)
        )
        self._show_ways(
            [
                self._way(words, sign, name, "", run)
                for words, sign, name, run in (
                    (self.session.look.way_words()["all_new"], "user-plus", "import.rows.new", self._on_all_new),
                    (tr("Leave all out"), "circle-minus", "import.rows.leave", self._on_all_out),
                    (tr("All as the file says again"), "rotate-ccw", "import.rows.reset", self._on_all_reset),
                )
            ]
        )

    def _for_all(self, **wanted: object) -> None:
        fresh: dict[RowKey, Decision] = {}
        made: dict[int, Decision] = {}
        for key in self._several:
            # Of most rows nothing was decided before: one decision serves for all of them.
            before = self.session.decision(key)
            if id(before) not in made:
                made[id(before)] = replace(before, **wanted)  # type: ignore[arg-type]
            fresh[key] = made[id(before)]
        self.decided.emit(fresh)

    def _on_all_new(self) -> None:
        self._for_all(as_new=True, person_id="", same_as=None, leave_out=False)

    def _on_all_out(self) -> None:
        self._for_all(leave_out=True)

    def _on_all_reset(self) -> None:
        self.decided.emit(dict.fromkeys(self._several, Decision()))

    # decisions ------------------------------------------------------------------------------------------------
    def _decide(self, **wanted: object) -> None:
        if self.row is not None:
            key: RowKey = self.row.key
            fresh: Mapping[RowKey, Decision] = {key: replace(self.session.decision(key), **wanted)}  # type: ignore[arg-type]
            self.decided.emit(fresh)

    def choose(self, number: int) -> None:
        """The row means the one with this number (from 0)."""
        if self.row is None:
            return
        if number < len(self.known):
            self.link(self.known[number].id)
        elif number == len(self.known) and self._other(self.row) is not None:
            other = self._other(self.row)
            assert other is not None
            self._decide(same_as=other.key, as_new=False, person_id="", leave_out=False)

    def link(self, ident: str) -> None:
        """The row means somebody known."""
        self._decide(person_id=ident, as_new=False, same_as=None, leave_out=False)

    def as_new(self) -> None:
        """The row means nobody known."""
        declined = frozenset(one.id for one in self.known)
        self._decide(as_new=True, person_id="", same_as=None, leave_out=False, declined=declined)

    def leave_out(self) -> None:
        """The row is not taken in."""
        self._decide(leave_out=True)

    def reset(self) -> None:
        """Forget what was decided about the row."""
        if self.row is not None:
            self.decided.emit({self.row.key: Decision()})

    def _on_kept(self, name: str, stays: bool) -> None:
        if self.row is not None:
            now = self.session.decision(self.row.key)
            keep, take = (now.keep | {name}, now.take - {name}) if stays else (now.keep - {name}, now.take | {name})
            self._decide(keep=keep, take=take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> bool:
        """A digit decides whom the row means: 1 to 9 one of those shown, 0 nobody known. True when it did."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self.row is None:
            return False
        number = event.key() - Qt.Key.Key_0
        if not 0 <= number <= _MOST:
            return False
        if number == 0:
            if self.row.outcome.value != "refused":
                self.as_new()
        else:
            self.choose(number - 1)
        return True


class _DoubtCard(Card):
    """One doubtful cell: what it is, what stands in the file, why it is doubtful, and the way to correct it."""

    def __init__(self, panel: RowPanel, shown: PlanRow, note: CellNote, number: int) -> None:
        super().__init__(name=f"import.doubt.{number}")
        self._panel, self._shown, self._note = panel, shown, note
        look = panel.session.look
        head = row(space=2)
        head.addWidget(label(look.field_word(note.field), "strong"))
        head.addStretch(1)
        if note.raw:
            head.addWidget(label(note.raw[:60], "key", copy=True))
        self.body.addLayout(head)
        self.body.addWidget(label(sentence(note.code, note.params), "warning", wrap=True))
        if look.column_of(note.field) is not None:
            correct = button(
                tr("Correct it …"), icon_name="pencil", small=True, name=f"import.doubt.{number}.correct", tip="F2"
            )
            correct.clicked.connect(self._on_correct)
            self.body.addWidget(correct, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_correct(self) -> None:
        self._panel.open_cell(self._shown, self._note.field)


class _OtherRow(Card):
    """Another row of the file that may be the same."""

    def __init__(self, panel: RowPanel, shown: PlanRow, other: PlanRow, number: int) -> None:
        super().__init__(name=f"import.who.{number}")
        self._panel, self._number = panel, number
        look = panel.session.look
        self.body.addWidget(wrapped(look.name_of(other), "strong"))
        self.body.addWidget(label(tr("row {row} of the sheet {sheet}", row=other.row, sheet=other.sheet), "second"))
        if shown.outcome.value == "doubtful":
            same = button(
                look.way_words()["one_of_both"],
                icon_name="merge",
                small=True,
                name=f"import.who.{number}.same",
                tip=tr("Key {key}", key=number + 1),
            )
            same.clicked.connect(self._on_same)
            self.body.addWidget(with_key(same, str(number + 1)), 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(hairline())
        heads = (tr("This row"), tr("Row {n}", n=other.row))
        self.body.addLayout(compared(look, shown.fields, other.fields, heads))

    def _on_same(self) -> None:
        self._panel.choose(self._number)
