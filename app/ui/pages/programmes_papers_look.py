"""How the papers of a programme look: their colour, and where to find the signatories; the logos are below."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QWidget

from app.core.changes import ChangeSet
from app.core.colours import is_colour
from app.core.errors import Problem
from app.core.i18n import N_, tr
from app.core.sentences import sentence
from app.services import paper_looks
from app.services.paper_looks import HOUSE_COLOUR, LookDraft
from app.services.paper_samples import Trial
from app.ui.desk import Desk
from app.ui.editors import programme
from app.ui.editors.choosing import NameBook
from app.ui.editors.keeper import Keeper, Verbs
from app.ui.editors.owned_list import OwnedList
from app.ui.editors.writing import write
from app.ui.fields.base import Field
from app.ui.form import FieldSpec, FormEditor, Section
from app.ui.pages.programmes_papers_colour import ColourControl
from app.ui.pages.programmes_papers_logos import LogoList
from app.ui.widgets.boxes import Scroll, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import ElidedLabel, hairline, label

#: The paper on which a look is shown best: frame, title and logos.
SHOWN_ON = "certificates"


class ColourField(Field):
    """A colour as ``#RRGGBB``, typed or chosen; empty for the house's own."""

    def __init__(self, title: str, *, name: str) -> None:
        note = tr("Rules, frames and headings on every paper of the programme. Empty: the standard blue.")
        super().__init__(title, name=name, note=note)
        self.box = ColourControl(name)
        self.box.edit.textEdited.connect(self._on_typed)
        self.box.pick.clicked.connect(self._on_pick)
        self.set_control(self.box, watch=self.box.edit)

    def value(self) -> str:
        return self.box.edit.text().strip()

    def set_value(self, value: object) -> None:
        self.box.edit.setText(str(value or ""))
        self._look()

    def mark_wrong(self, wrong: bool) -> None:
        self.box.mark(wrong)

    def _look(self) -> None:
        text = self.value()
        problems = paper_looks.check(LookDraft(text))
        self.box.show_colour(text if is_colour(text) else HOUSE_COLOUR if not text else "")
        self.set_own_problem(sentence(problems[0].code, problems[0].params) if problems else "")

    def _on_typed(self, _text: str) -> None:
        self._look()
        self.changed.emit()

    def _on_pick(self) -> None:
        start = self.value() if is_colour(self.value()) else HOUSE_COLOUR
        dialog = QColorDialog(QColor(start), self)
        dialog.setObjectName("dialog.papers.colour")
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, colour: QColor) -> None:
        """Take the colour that was chosen."""
        self.box.edit.setText(colour.name().upper())
        self._look()
        self.changed.emit()
        self.left.emit()


class _LookForm(FormEditor):
    """The one field of a look."""

    def _make_field(self, spec: FieldSpec) -> Field:
        made = ColourField(tr(spec.title), name=f"{self._name}.{spec.name}")
        made.setProperty("field_name", spec.name)
        made.changed.connect(self._on_changed)
        made.left.connect(self._on_left)
        self.fields[spec.name] = made
        return made


class LookPane(QWidget):
    """Colour, logos, signatories. ``typed()`` when the page beside must be made anew."""

    typed = Signal()

    def __init__(self, desk: Desk, owner: Keeper, book: NameBook) -> None:
        super().__init__()
        self.setObjectName("programme.papers.look")
        self.desk = desk
        verbs = Verbs(
            paper_looks.load,
            _check,
            paper_looks.save,
            N_("Change the look of papers"),
            "paper_look",
            ("paper_look", "programme_party"),
        )
        self.keeper = Keeper(desk, verbs, self)
        self.form = _LookForm(
            (Section("", (FieldSpec("accent", N_("Colour")),)),), name="programme.papers.look", columns=1
        )
        self.logos = LogoList(desk, self.keeper)
        body = column(self, space=0)
        head = column(space=2, margins=(5, 3, 5, 2))
        first = row(space=2)
        first.addWidget(ElidedLabel(tr("Look"), "section"), 1)
        self.back = button(
            tr("Back to the standard look"),
            "link",
            icon_name="undo-2",
            name="programme.papers.look.reset",
            clicked=self._reset,
        )
        first.addWidget(self.back)
        head.addLayout(first)
        head.addWidget(label(tr("What all papers of this programme share."), "second", wrap=True))
        body.addLayout(head)
        body.addWidget(hairline())
        scroll = Scroll(limit=720, space=5, margins=(5, 4, 5, 6))
        scroll.body.addWidget(self.form)
        scroll.body.addWidget(hairline())
        scroll.body.addWidget(self.logos)
        scroll.body.addWidget(hairline())
        spec = programme.signatories_spec(desk, book)
        scroll.body.addWidget(OwnedList(owner, spec, "programme.papers.signatories"))
        scroll.body.addStretch(1)
        body.addWidget(scroll, 1)
        self.form.changed.connect(self.typed)
        self.keeper.shown.connect(self._on_shown)
        self.keeper.add_form(self.form)

    def show_programme(self, programme_id: str) -> None:
        """Show the look of a programme."""
        self.keeper.show(programme_id)
        self.logos.show_programme(programme_id)

    def changes(self, change_set: ChangeSet) -> None:
        """Look again when the look, parties or logos were touched."""
        self.keeper.changes(change_set)
        if change_set.touches("paper_look", "programme_party", "document", "organisation"):
            self.logos.refresh()

    def trial(self) -> Trial:
        """What the page beside is made with."""
        base = self.keeper.base
        readable = self.form.is_readable() if base is None else self.form.fields["accent"].is_readable()
        return Trial(look=self.keeper.draft() if base is not None and readable else base)

    def may_leave(self) -> bool:
        """Keep what was typed, or say what hinders it."""
        return self.keeper.may_leave()

    def _on_shown(self, draft: LookDraft) -> None:
        self.back.setEnabled(draft.version > 0)
        self.typed.emit()

    def _reset(self) -> None:
        programme_id = self.keeper.ident

        def reset(work: Any) -> None:
            paper_looks.reset(work, programme_id)

        said = tr("The papers have the standard look again.")
        write(self.desk, N_("Back to the standard look"), reset, said=said, undo=True)


def _check(draft: LookDraft) -> Sequence[Problem]:
    return paper_looks.check(draft)
