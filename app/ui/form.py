"""Editors as data: sections with headings, fields in one or two columns, any frozen dataclass as draft."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QWidget

from app.core.errors import Problem, Refused
from app.core.i18n import tr
from app.core.sentences import sentence
from app.ui.fields.base import Field
from app.ui.fields.choices import ChipsField, Choice, ChoiceField, RecordField
from app.ui.fields.tags import TagsField
from app.ui.fields.texts import LanguagesField, LineField, TextField
from app.ui.fields.values import DateField, MoneyField, NumberField, PartialDateField, TimeField, YesNoField
from app.ui.theme import theme
from app.ui.widgets.boxes import column
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.messages_view import MessageStrip

Kind = Literal[
    "line",
    "text",
    "choice",
    "chips",
    "date",
    "partial",
    "time",
    "number",
    "money",
    "yes_no",
    "languages",
    "record",
    "records",
    "tags",
]
_MAKERS: dict[str, Callable[..., Field]] = {
    "line": LineField,
    "text": TextField,
    "choice": ChoiceField,
    "chips": ChipsField,
    "date": DateField,
    "partial": PartialDateField,
    "time": TimeField,
    "number": NumberField,
    "money": MoneyField,
    "yes_no": YesNoField,
    "languages": LanguagesField,
    "record": RecordField,
    "records": RecordField,
    "tags": TagsField,
}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of an editor. ``name`` is the draft's attribute; ``span`` 2 takes the whole width.

    ``title``, ``hint`` and ``note`` are message ids marked with ``N_``. ``options`` goes to choices, chips and
    records; ``extra`` to the field itself (``lines``, ``digits``, ``least``, ``most``, ``currency``, ``languages``).
    """

    name: str
    title: str
    kind: Kind = "line"
    span: int = 1
    hint: str = ""
    note: str = ""
    required: bool = False
    options: Sequence[tuple[Any, str]] | Sequence[Choice] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together, under a heading (a message id; empty for none)."""

    title: str
    fields: tuple[FieldSpec, ...]
    note: str = ""


class FormEditor(QWidget):
    """Shows a draft, gives it back changed, says what is wrong beside each field. Knows no service.

    ``changed`` with every keystroke, ``kept(name)`` when a field that was changed is left (to save at once),
    ``submitted`` on Ctrl+Enter.
    """

    changed = Signal()
    kept = Signal(str)
    submitted = Signal()

    def __init__(self, sections: Sequence[Section], *, name: str, columns: int = 2) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name = name
        self._columns = columns
        self._draft: Any = None
        self._touched: set[str] = set()
        self.fields: dict[str, Field] = {}
        self.setMaximumWidth(theme().width("form"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._body = column(self, space=6)
        self.strip = MessageStrip(name=f"{name}.message")
        self._body.addWidget(self.strip)
        for number, section in enumerate(sections):
            self._body.addLayout(self._make_section(section, first=number == 0))
        self._body.addStretch(1)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.submitted)

    def _make_section(self, section: Section, *, first: bool) -> QLayout:
        box = column(space=3)
        if not first:
            box.addWidget(hairline())
        if section.title:
            box.addWidget(label(tr(section.title), "section"))
        if section.note:
            note = label(tr(section.note), "second", wrap=True)
            note.setMaximumWidth(theme().width("reading"))
            box.addWidget(note)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().space(4))
        grid.setVerticalSpacing(theme().space(3))
        for number in range(self._columns):
            grid.setColumnStretch(number, 1)
            grid.setColumnMinimumWidth(number, theme().px(120))
        line = place = 0
        for spec in section.fields:
            span = min(spec.span, self._columns)
            if place + span > self._columns:
                line, place = line + 1, 0
            grid.addWidget(self._make_field(spec), line, place, 1, span)
            place += span
            if place >= self._columns:
                line, place = line + 1, 0
        box.addLayout(grid)
        return box

    def _make_field(self, spec: FieldSpec) -> Field:
        extra = dict(spec.extra)
        if spec.options:
            extra["options"] = spec.options
        if spec.kind == "records":
            extra["several"] = True
        made = _MAKERS[spec.kind](
            tr(spec.title),
            name=f"{self._name}.{spec.name}",
            hint=tr(spec.hint),
            note=tr(spec.note),
            required=spec.required,
            **extra,
        )
        made.setProperty("field_name", spec.name)
        made.changed.connect(self._on_changed)
        made.left.connect(self._on_left)
        self.fields[spec.name] = made
        return made

    # the draft ------------------------------------------------------------------------------------------------
    def load(self, draft: Any) -> None:
        """Show a draft; nothing counts as changed."""
        self._draft = draft
        self._touched.clear()
        for name, made in self.fields.items():
            made.set_value(getattr(draft, name))
            made.show_problem(None)
        self.strip.show_message("")

    def draft(self) -> Any:
        """The draft as it stands in the fields; attributes without a field are as they were loaded."""
        found: dict[str, Any] = {}
        for name, made in self.fields.items():
            value, before = made.value(), getattr(self._draft, name)
            if value == as_read(before):
                # Looking at a record changes nothing: a field reads a text without the space around it.
                value = before
            elif isinstance(before, str) and value is None:
                value = ""
            elif isinstance(before, frozenset):
                value = frozenset(value)
            found[name] = value
        return replace(self._draft, **found)

    def is_dirty(self) -> bool:
        """Whether anything differs from what was loaded, or cannot be read."""
        if self._draft is None:
            return False
        return any(not made.is_readable() for made in self.fields.values()) or bool(self.draft() != self._draft)

    def is_readable(self) -> bool:
        """Whether all that was typed can be understood; if not, the fields say so and the first takes the focus."""
        wrong = [made for made in self.fields.values() if not made.is_readable()]
        if wrong:
            wrong[0].focus()
        return not wrong

    def show_problems(self, problems: Sequence[Problem], *, focus: bool = True) -> None:
        """Say each problem under its field; those without a field stand in a strip above."""
        grouped: dict[str, list[Problem]] = {}
        for problem in problems:
            name = problem.field.partition(".")[0]
            grouped.setdefault(name if name in self.fields else "", []).append(problem)
        for name, made in self.fields.items():
            own = grouped.get(name, [])
            text = " ".join(sentence(problem.code, problem.params) for problem in own)
            made.show_problem(text or None, warning=all(problem.severity == "warning" for problem in own))
        others = grouped.get("", [])
        severe = any(problem.severity != "warning" for problem in others)
        self.strip.show_message(
            "",
            "\n".join(sentence(problem.code, problem.params) for problem in others),
            tone="danger" if severe else "warning",
        )
        if focus:
            for name, made in self.fields.items():
                if any(problem.severity != "warning" for problem in grouped.get(name, ())):
                    made.focus()
                    return

    def set_options(self, name: str, options: Sequence[tuple[Any, str]] | Sequence[Choice]) -> None:
        """Offer other values in a choice, chips or record field."""
        made = self.fields[name]
        assert isinstance(made, (ChoiceField, ChipsField, RecordField, TagsField))
        made.set_options(options)  # type: ignore[arg-type]

    def set_field_visible(self, name: str, visible: bool) -> None:
        """Show or hide a field that only sometimes applies."""
        self.fields[name].setVisible(visible)

    def focus_first(self) -> None:
        """The keyboard into the first field."""
        next(iter(self.fields.values())).focus()

    def _on_changed(self) -> None:
        sender = self.sender()
        if isinstance(sender, Field):
            self._touched.add(str(sender.property("field_name")))
            sender.show_problem(None)
        self.changed.emit()

    def _on_left(self) -> None:
        sender = self.sender()
        name = str(sender.property("field_name"))
        if name in self._touched and self.fields[name].is_readable():
            self._touched.discard(name)
            self.kept.emit(name)


def twice(error: BaseException, editors: Sequence["FormEditor"]) -> tuple[Problem, ...]:
    """A value that another record has already (a code), as a problem of its field; nothing for other errors."""
    if not isinstance(error, Refused) or error.code != "not_unique":
        return ()
    name = str(error.params.get("field", ""))
    fields = [editor.fields[name] for editor in editors if name in editor.fields]
    return tuple(Problem(name, error.code, {**error.params, "field": field.title}) for field in fields[:1])


def as_read(value: Any) -> Any:
    """A text, or texts by language, as a field gives them back: without the space around them."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping):
        texts = {code: text.strip() if isinstance(text, str) else text for code, text in value.items()}
        return {code: text for code, text in texts.items() if text}
    return value
