"""Names in the file that may mean something known: what is proposed and why, another one by search, a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.i18n import tr, trn
from app.ui.fields.choices import Choice, RecordField
from app.ui.pages.import_kinds import Asked
from app.ui.pages.import_session import ImportSession
from app.ui.theme import theme
from app.ui.widgets.boxes import Scroll, SectionHeader, clear_layout, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import ElidedLabel, label

#: So many lines are in sight at once (fewer in a low window), and so many are made before the user asks for the rest.
_SEEN, _SEEN_LOW, _MADE = 4, 2, 40
#: Windows lower than this (pixels at 100 %) are low.
_LOW = 800
#: The id of "a new one" in a field whose empty value means that nothing is chosen.
_NEW = "+"


class AskedNames(QWidget):
    """One line for each name; undecided ones go by the proposal.

    ``answered()`` when something was chosen; ``accepted()`` when all proposals were, and the button of that is gone.
    """

    answered = Signal()
    accepted = Signal()

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.setObjectName("import.review.asked")
        self.session = session
        self.lines: list[_Line] = []
        self._rest: Sequence[Asked] = ()
        body = column(self, space=1)
        self._accept = button(
            tr("Accept all proposals"),
            icon_name="check-check",
            small=True,
            name="import.review.accept",
            tip=tr("Each is remembered as another spelling of what it means"),
            clicked=self.accept_all,
        )
        self._head = SectionHeader(tr("Organisations to look at"), note=" ", action=self._accept)
        body.addWidget(self._head)
        self._hint = label("", "second", wrap=True)
        body.addWidget(self._hint)
        self._scroll = Scroll(space=1, margins=(0, 0, 2, 0))
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        body.addWidget(self._scroll)
        self._more = button("", "link", name="import.review.more", clicked=self._on_more)
        body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_asked(self, asked: Sequence[Asked]) -> None:
        """Show these names; nothing when there are none."""
        clear_layout(self._scroll.body)
        self.lines = []
        # Those that may be known are in sight at once; new ones are looked at by whoever wants to.
        self._show_lines([one for one in asked if len(one.options) > 1][:_MADE])
        made = {line.asked.text for line in self.lines}
        self._rest = [one for one in asked if one.text not in made]
        self._tell_more()
        likely, near = sum(one.likely for one in asked), sum(not one.likely and len(one.options) > 1 for one in asked)
        parts = [
            trn("{n} probably known", "{n} probably known", likely) if likely else "",
            trn("{n} perhaps known", "{n} perhaps known", near) if near else "",
            trn("{n} new", "{n} new", len(asked) - likely - near) if len(asked) > likely + near else "",
        ]
        self._head.set_title(tr("Organisations to look at") if likely or near else tr("Organisations"))
        self._hint.setText(
            tr("What you choose is remembered as another spelling. What you leave goes as proposed.")
            if likely or near
            else tr("They are not known yet and are made as new ones, unless you say what they are.")
        )
        self._head.set_note(", ".join(filter(None, parts)))
        self.setVisible(bool(asked))
        self._tell()

    def _on_more(self) -> None:
        at = len(self.lines)
        self._show_lines(self._rest[:_MADE])
        self._rest = self._rest[_MADE:]
        # Before the link goes: else the keyboard falls to whatever stands next in the window.
        self.lines[at].field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_more()

    def _tell_more(self) -> None:
        n = len(self._rest)
        new = all(len(one.options) == 1 for one in self._rest)
        shown = trn("Show {n} new one", "Show {n} new ones", n) if new else trn("Show {n} more", "Show {n} more", n)
        self._more.setText(shown)
        self._more.setVisible(bool(self._rest))

    def _show_lines(self, more: Sequence[Asked]) -> None:
        for asked in more:
            line = _Line(self.session, asked, len(self.lines))
            line.answered.connect(self._on_answered)
            self._scroll.body.addWidget(line)
            self.lines.append(line)
        self._scroll.setVisible(bool(self.lines))
        if self.lines:
            each = self.lines[0].sizeHint().height() + theme().space(1)
            low = self.window().height() < theme().px(_LOW)
            seen = min(len(self.lines), _SEEN_LOW if low else _SEEN)
            # Half a line more shows that there are others below.
            height = each * seen + (each // 2 if len(self.lines) > seen else 0)
            self._scroll.setFixedHeight(height)

    def _tell(self) -> None:
        named = self.session.named
        waits = any(line.asked.likely and line.asked.text not in named for line in self.lines)
        self._accept.setVisible(waits or any(one.likely for one in self._rest))

    def _on_answered(self) -> None:
        self._tell()
        self.answered.emit()

    def accept_all(self) -> None:
        """Take every proposal that links to something known, the spelling learnt."""
        named = self.session.named
        for asked in (*(line.asked for line in self.lines), *self._rest):
            if asked.likely:
                named.setdefault(asked.text, asked.chosen)
        for line in self.lines:
            line.tell()
        self._on_answered()
        self.accepted.emit()


class _Line(QWidget):
    """A name of the file, how often it stands there, what it means, and by what right."""

    answered = Signal()

    def __init__(self, session: ImportSession, asked: Asked, number: int) -> None:
        super().__init__()
        self.session, self.asked = session, asked
        self._names = {ident or _NEW: words for ident, words in asked.options}
        line = row(self, space=3)
        line.addWidget(ElidedLabel(asked.text, "strong"), 3)
        line.addWidget(label(session.look.count_words(asked.count), "second"))
        self.field = RecordField(
            "",
            name=f"import.review.asked.{number}",
            required=True,
            hint=tr("Type a part of the name"),
            options=self._choices(),
            search=self._search,
        )
        self.field.edit.setAccessibleName(tr("{name} means", name=asked.text))
        self.field.set_value(session.named.get(asked.text, asked.chosen) or _NEW)
        self.field.changed.connect(self._on_changed)
        line.addWidget(self.field, 4)
        self._chip = Chip()
        holder = row(space=0)
        holder.addWidget(self._chip)
        holder.addStretch(1)
        box = QWidget()
        box.setLayout(holder)
        box.setFixedWidth(theme().px(150))
        line.addWidget(box)
        self.tell()

    def _choices(self) -> list[Choice]:
        return [Choice(ident or _NEW, words) for ident, words in self.asked.options]

    def _search(self, text: str) -> Sequence[Choice]:
        """What is proposed while nothing is typed, else what is known by a part of its name; always a new one."""
        if not text.strip():
            return self._choices()
        with self.session.desk.context.read() as view:
            found = self.session.look.find_named(view, text)
        hits = [Choice(one.id, one.name, one.second) for one in found]
        self._names |= {one.id: one.label for one in hits}
        return [*hits, Choice(_NEW, self._names[_NEW])]

    def tell(self) -> None:
        """Say what was decided, or why it is asked."""
        decided = self.session.named.get(self.asked.text)
        value = self.asked.chosen if decided is None else decided
        self.field.set_value(value or _NEW)
        if decided:
            name = self._names.get(decided, "")
            state = State(tr("remembered"), "success", "check")
            tip = tr("“{spelling}” is remembered as another spelling of {name}.", spelling=self.asked.text, name=name)
        elif decided == "":
            state, tip = State(tr("new, as you said"), "info", "check"), tr("It is made as a new record.")
        elif self.asked.likely:
            state, tip = State(tr("please look"), "warning", "circle-help"), tr("The same place, written otherwise.")
        elif len(self.asked.options) > 1:
            state, tip = State(tr("perhaps known"), "warning", "circle-help"), tr("The name of a known one is similar.")
        else:
            state, tip = State(tr("not known yet"), "neutral", "plus"), tr("It is made as a new record.")
        self._chip.set_state(state)
        self._chip.setToolTip(tip)
        self._chip.setAccessibleDescription(tip)

    def _on_changed(self) -> None:
        value = str(self.field.value() or "")
        self.session.named[self.asked.text] = "" if value == _NEW else value
        self.tell()
        self.answered.emit()
