"""A field for a programme's own words: one language shown at a time, placeholders marked, put in by a button."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QMenu, QWidget

from app.core.errors import Problem
from app.core.i18n import LANGUAGES, tr, words
from app.core.placeholders import names_in, spans
from app.core.sentences import sentence
from app.services import paper_templates
from app.services.paper_shelf import Slot, place_name
from app.ui.fields.base import Field
from app.ui.fields.texts import TextEdit
from app.ui.form import FieldSpec, FormEditor, Section
from app.ui.theme import theme
from app.ui.widgets.boxes import row
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import Flow

#: Buttons that stand under a field; more placeholders are in the menu behind them.
_BUTTONS = 5
#: Letters of the house's words from which a field of one line gets two.
_LONG = 46


class _Marks(QSyntaxHighlighter):
    """Sets placeholders off: known ones in the accent, others in the colour of what is wrong."""

    def __init__(self, document: QTextDocument, known: Sequence[str]) -> None:
        super().__init__(document)
        self._known = frozenset(known)
        theme().changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        for start, length, name in spans(text):
            made = QTextCharFormat()
            known = name in self._known
            made.setForeground(QColor(theme().color("accent" if known else "danger")))
            made.setFontWeight(QFont.Weight.DemiBold)
            made.setFontUnderline(not known)
            self.setFormat(start, length, made)


class _OneText(TextEdit):
    """A text; in one that is a single line Enter does nothing and line breaks from elsewhere become spaces."""

    def __init__(self, lines: int, *, single: bool) -> None:
        super().__init__(lines)
        self._single = single

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._single and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            event.accept()
            return
        super().keyPressEvent(event)


class _Put(QObject):
    """Puts one placeholder in; belongs to its button."""

    def __init__(self, field: "SlotField", place: str, parent: QObject) -> None:
        super().__init__(parent)
        self._field, self._place = field, place

    def run(self) -> None:
        self._field.insert(self._place)


class SlotField(Field):
    """The own words of one slot in all languages; the value is a dictionary of language to text.

    ``entered(key)`` when the keyboard comes into it.
    """

    entered = Signal(str)

    def __init__(self, slot: Slot, *, name: str) -> None:
        super().__init__(tr(slot.label), name=name)
        self.slot = slot
        self._texts: dict[str, str] = {}
        self._language = LANGUAGES[0]
        self._setting = False
        single = slot.lines <= 1
        longest = max(len(words(code).say(slot.default)) for code in LANGUAGES)
        self.edit = _OneText(2 if single and longest > _LONG else slot.lines, single=single)
        self._marks = _Marks(self.edit.document(), list(slot.places))
        self.edit.textChanged.connect(self._on_text)
        self.start = button(tr("Start from the standard words"), "link", name=f"{name}.start", clicked=self._on_start)
        self.set_control(self.edit)
        self._layout.insertWidget(self._layout.indexOf(self._problem) + 1, self._make_places())
        self._layout.removeWidget(self.label)
        head = row(space=2)
        head.addWidget(self.label)
        head.addStretch(1)
        head.addWidget(self.start)
        self._layout.insertLayout(0, head)
        self.set_language(self._language)

    def _make_places(self) -> QWidget:
        line = Flow(1)
        line.setObjectName(f"{self.name}.places")
        places = self._places()
        for place in places[:_BUTTONS]:
            made = button(tr(place_name(place)), "link", icon_name="plus", name=f"{self.name}.put.{place}")
            made.setToolTip(self._tip(place))
            made.setAccessibleName(tr("Insert {name}", name=tr(place_name(place))))
            made.clicked.connect(_Put(self, place, made).run)
            line.add(made)
        if len(places) > _BUTTONS:
            self._more = button(tr("More"), "link", icon_name="ellipsis", name=f"{self.name}.put.more")
            self._more.clicked.connect(self._on_more)
            line.add(self._more)
        if not places:
            line.hide()
        return line

    def _places(self) -> list[str]:
        """The placeholders, those of the house's words first."""
        used = [place for place in names_in(self.slot.default) if place in self.slot.places]
        return [*used, *(place for place in self.slot.places if place not in used)]

    def _tip(self, place: str) -> str:
        example = tr(self.slot.places[place])
        return tr("Inserts {place}, for example “{example}”", place="{" + place + "}", example=example)

    # the value ------------------------------------------------------------------------------------------------
    def value(self) -> dict[str, str]:
        return {code: text.strip() for code, text in self._texts.items() if text.strip()}

    def set_value(self, value: object) -> None:
        self._texts = {str(k): str(v) for k, v in value.items()} if isinstance(value, Mapping) else {}
        self.set_language(self._language)

    def set_language(self, language: str) -> None:
        """Show the words of another language."""
        self._language = language
        self._setting = True
        self.edit.setPlainText(self._texts.get(language, ""))
        house = words(language).say(self.slot.default)
        nothing = tr("Nothing is printed here")
        self.edit.setPlaceholderText(house if house and house != "-" else nothing)
        self._setting = False
        self._look()

    def insert(self, place: str) -> None:
        """Put a placeholder in where the cursor is."""
        self.edit.insertPlainText("{" + place + "}")
        self.edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.slot.key)
        return super().eventFilter(watched, event)

    # slots ----------------------------------------------------------------------------------------------------
    def _on_text(self) -> None:
        if self._setting:
            return
        text = self.edit.toPlainText()
        if self.slot.lines <= 1 and "\n" in text:
            text = " ".join(text.split("\n"))
            self._setting = True
            self.edit.setPlainText(text)
            self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
            self._setting = False
        self._texts[self._language] = text
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        """Say at once what cannot stand here: of the language that is shown first, then of the others."""
        found: list[Problem] = []
        for code in (self._language, *(other for other in self._texts if other != self._language)):
            found.extend(paper_templates.check_text(self.slot, code, self._texts.get(code, "")))
        self.set_own_problem(sentence(found[0].code, found[0].params) if found else "")
        empty = not self._texts.get(self._language, "").strip()
        house = words(self._language).say(self.slot.default).strip("-")
        # Hidden it keeps its room, so that nothing jumps while one types.
        self.start.setEnabled(empty and bool(house))
        policy = self.start.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.start.setSizePolicy(policy)
        self.start.setVisible(empty and bool(house))

    def _on_start(self) -> None:
        self.edit.setFocus()
        self.edit.setPlainText(words(self._language).say(self.slot.default))
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in self._places()[_BUTTONS:]:
            action = menu.addAction(tr(place_name(place)))
            action.setData(place)
            action.setToolTip(self._tip(place))
        menu.setToolTipsVisible(True)
        menu.triggered.connect(self._on_chosen)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_chosen(self, action: QAction) -> None:
        self.insert(str(action.data()))


class SlotsForm(FormEditor):
    """The fields of all slots of a paper. ``names`` gives the attribute of the draft for each slot."""

    def __init__(self, sections: Sequence[tuple[str, Sequence[tuple[str, Slot]]]], *, name: str) -> None:
        self._slots = {attribute: slot for _, entries in sections for attribute, slot in entries}
        super().__init__(
            [
                Section(title, tuple(FieldSpec(attribute, slot.label) for attribute, slot in entries))
                for title, entries in sections
            ],
            name=name,
            columns=1,
        )

    def _make_field(self, spec: FieldSpec) -> Field:
        slot = self._slots[spec.name]
        made = SlotField(slot, name=f"{self._name}.{slot.key}")
        made.setProperty("field_name", spec.name)
        made.changed.connect(self._on_changed)
        made.left.connect(self._on_left)
        self.fields[spec.name] = made
        return made

    def set_language(self, language: str) -> None:
        """Show all fields in another language."""
        for made in self.slot_fields():
            made.set_language(language)

    def slot_fields(self) -> list[SlotField]:
        """The fields in their order."""
        return [made for made in self.fields.values() if isinstance(made, SlotField)]

    def texts(self) -> dict[str, dict[str, str]]:
        """What stands in all fields, by slot and language, kept or not."""
        return {made.slot.key: made.value() for made in self.slot_fields() if made.value()}
