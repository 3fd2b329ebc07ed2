"""Dialogs of the people page: a new person with a look at likely duplicates, and merging two records field by field."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QRadioButton, QWidget

from app.core.i18n import N_, tr
from app.core.vocabulary import LatinSource, Sex
from app.core.vocabulary import label as word
from app.services import people, people_duplicates, people_merging
from app.services.people import PersonDraft, PositionDraft
from app.services.people_duplicates import LikelyTwin
from app.services.people_merging import FieldDifference
from app.ui.desk import Desk
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.countries import country_words, language_words
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.person import new_sections
from app.ui.editors.writing import write
from app.ui.page import Place
from app.ui.pages.history_words import field_words, value_words
from app.ui.theme import theme
from app.ui.widgets.boxes import Scroll, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.messages_view import MessageStrip, Way


@dataclass(frozen=True, slots=True)
class NewPerson:
    """The few fields that are asked for a new person."""

    given_name: str = ""
    family_name: str = ""
    patronymic: str = ""
    sex: Sex = Sex.UNKNOWN
    email: str = ""
    country: str = ""
    given_latin: str = ""
    family_latin: str = ""
    organisation_id: str | None = None
    position: str = ""

    def person(self) -> PersonDraft:
        """The draft of the person; a typed Latin spelling counts as typed."""
        positions: tuple[PositionDraft, ...] = ()
        if self.organisation_id or self.position:
            positions = (PositionDraft(self.organisation_id or None, self.position),)
        source = LatinSource.TYPED if self.given_latin or self.family_latin else LatinSource.NONE
        return PersonDraft(
            given_name=self.given_name,
            family_name=self.family_name,
            patronymic=self.patronymic,
            given_latin=self.given_latin,
            family_latin=self.family_latin,
            latin_source=source,
            sex=self.sex,
            email=self.email,
            country=self.country,
            positions=positions,
        )


class NewPersonDialog(DraftDialog):
    """Warns while one types when somebody on record may be the same person, with a way there."""

    def __init__(self, parent: QWidget, desk: Desk, book: NameBook) -> None:
        super().__init__(
            parent,
            tr("New person"),
            new_sections(),
            NewPerson(),
            name="dialog.person.new",
            accept=tr("Add person"),
            check=_check,
            commit=Commit(desk, N_("New person"), _create),
        )
        self._desk = desk
        self._twins: tuple[LikelyTwin, ...] = ()
        Links(desk, book, {"organisation_id": "organisation"}).ready(self.editor)
        self.warning = MessageStrip(name="dialog.person.new.twins")
        layout = self.layout()
        assert layout is not None
        layout.insertWidget(1, self.warning)  # type: ignore[attr-defined]
        for name in ("family_name", "given_name", "email", "patronymic"):
            self.editor.fields[name].left.connect(self._on_left)

    def _on_left(self) -> None:
        draft = self.draft().person()
        with self._desk.context.read() as view:
            self._twins = people_duplicates.likely_twins(view, draft)
        if not self._twins:
            self.warning.show_message("")
            return
        lines = []
        for twin in self._twins[:3]:
            about = ", ".join(part for part in (twin.native_name, twin.second) if part)
            lines.append(f"{twin.name} · {about}" if about else twin.name)
        sure = any(twin.certain for twin in self._twins)
        title = tr("This person is on record already") if sure else tr("Perhaps on record already")
        way = Way(tr("Open {name}", name=self._twins[0].name), self._on_open, "dialog.person.new.twin")
        self.warning.show_message(title, "\n".join(lines), tone="warning", ways=(way,))

    def _on_open(self) -> None:
        ident = self._twins[0].id
        self.reject()
        self._desk.go(Place("people", ident))


def _check(draft: NewPerson) -> Any:
    return people.check(draft.person())


def _create(work: Any, draft: NewPerson) -> str:
    return people.create(work, draft.person())


def difference_words(book: NameBook, difference: FieldDifference, value: object) -> str:
    """A value of a field in which two people differ, in words."""
    if difference.field == people_merging.LATIN and isinstance(value, tuple):
        given, family, source = value
        words = f"{given} {family}".strip()
        return f"{words} ({tr(word(source))})" if words else tr("nothing")
    if difference.field == "languages" and isinstance(value, tuple):
        return ", ".join(language_words(code) for code in value) or tr("nothing")
    if difference.field == "country":
        return country_words(str(value))
    return value_words(difference.field, value)


class MergeDialog(QDialog):
    """Two records side by side; for each field in which they differ one says which value stays."""

    merged = Signal(str)

    def __init__(self, parent: QWidget, desk: Desk, book: NameBook, keep_id: str, other_id: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("dialog.person.merge")
        self.setWindowTitle(tr("Merge two people"))
        self._desk = desk
        self._book = book
        self._keep, self._other = keep_id, other_id
        self._groups: dict[str, QButtonGroup] = {}
        self._body = column(self, space=4, margins=(6, 5, 6, 5))
        self._fill()
        self.resize(theme().px(760), theme().px(560))

    def _fill(self) -> None:
        with self._desk.context.read() as view:
            differences = people_merging.differences(view, self._keep, self._other)
            first, second = people.load(view, self._keep), people.load(view, self._other)
        self._body.addWidget(label(tr("Merge two people"), "title"))
        told = label(
            tr(
                "Everything that hangs on both – positions, participations, attendance, certificates, documents – "
                "comes together under {name}. Ctrl+Z parts them again.",
                name=_name(first),
            ),
            "second",
            wrap=True,
        )
        self._body.addWidget(told)
        scroll = Scroll(margins=(0, 0, 0, 0), space=2)
        scroll.body.addWidget(self._table(differences, first, second))
        scroll.body.addStretch(1)
        self._body.addWidget(scroll, 1)
        self._body.addWidget(hairline())
        foot = row(space=2)
        foot.addWidget(
            button(tr("They are two people"), "link", name="dialog.person.merge.decline", clicked=self._on_two)
        )
        foot.addStretch(1)
        foot.addWidget(button(tr("Cancel"), name="dialog.person.merge.reject", clicked=self.reject))
        yes = button(tr("Merge"), "primary", name="dialog.person.merge.accept", clicked=self._on_merge)
        yes.setDefault(True)
        foot.addWidget(yes)
        self._body.addLayout(foot)

    def _table(self, differences: Sequence[FieldDifference], first: PersonDraft, second: PersonDraft) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().space(4))
        grid.setVerticalSpacing(theme().space(2))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(label(tr("Stays"), "head"), 0, 0)
        for place, draft in ((1, first), (2, second)):
            grid.addWidget(label(f"{_name(draft)}  ·  {draft.code}", "strong", wrap=True), 0, place)
        if not differences:
            grid.addWidget(label(tr("The two records say the same."), "second"), 1, 0, 1, 3)
        for line, difference in enumerate(differences, 1):
            name = tr("Latin spelling") if difference.field == people_merging.LATIN else field_words(difference.field)
            grid.addWidget(label(name, "label", wrap=True), line, 0)
            group = QButtonGroup(holder)
            for place, (key, value) in enumerate((("keep", difference.keep), ("other", difference.other)), 1):
                choice = QRadioButton(difference_words(self._book, difference, value).replace("\n", ", "))
                choice.setObjectName(f"dialog.person.merge.{difference.field}.{key}")
                choice.setProperty("key", key)
                choice.setAccessibleName(f"{name}: {choice.text()}")
                choice.setChecked(difference.proposed == key)
                group.addButton(choice)
                grid.addWidget(choice, line, place)
            self._groups[difference.field] = group
        return holder

    def choices(self) -> dict[str, str]:
        """Which value stays, by field."""
        chosen = ((name, group.checkedButton()) for name, group in self._groups.items())
        return {name: str(made.property("key")) for name, made in chosen if made is not None}

    def _on_merge(self) -> None:
        keep, other, choices = self._keep, self._other, self.choices()

        def merge(work: Any) -> str:
            people_merging.merge(work, keep, other, choices)
            return keep

        said = tr("The two records are one now.")
        write(self._desk, N_("Merge two people"), merge, said=said, undo=True, done=self._on_merged)

    def _on_merged(self, ident: str) -> None:
        self.merged.emit(ident)
        self.accept()

    def _on_two(self) -> None:
        keep, other = self._keep, self._other

        def decline(work: Any) -> None:
            people_merging.decline_match(work, keep, other)

        said = tr("They stay two people and are not proposed again.")
        write(self._desk, N_("Two people, not one"), decline, said=said, undo=True)
        self.reject()


def _name(draft: PersonDraft) -> str:
    given = draft.given_latin or draft.given_name
    family = draft.family_latin or draft.family_name
    return f"{given} {family}".strip() or draft.code
