"""The ways out below the options: the PDF, printer and mail for every paper, the rest for those that can."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.i18n import tr
from app.services import paper_batches
from app.services.paper_kinds import PaperKind
from app.ui.pages.print_preview_batch import BatchPart
from app.ui.pages.print_preview_out import FORMS
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import label

#: The end of the objectName of each other form.
_FORM_NAMES = {".xlsx": "workbook", ".docx": "word", ".ics": "calendar"}


class WaysPart(QWidget):
    """``wanted(way)``: save, send (to a printer), mail, save_each, save_each_word, mail_each, or a form's ending."""

    wanted = Signal(str)

    def __init__(self, batch: BatchPart) -> None:
        super().__init__()
        foot = column(self, space=2, margins=(5, 3, 5, 3))
        foot.addWidget(batch)
        self.save = self._button(tr("Save PDF …"), "save", "print.save", "save", "primary")
        foot.addWidget(self.save)
        pair = row(space=2)
        self.printer = self._button(tr("Print …"), "send", "print.print", "printer")
        self.mail = self._button(tr("E-mail draft"), "mail", "print.mail", "mail")
        pair.addWidget(self.printer, 1)
        pair.addWidget(self.mail, 1)
        foot.addLayout(pair)
        self.forms = {
            ending: self._button(tr(words), ending, f"print.save.{_FORM_NAMES[ending]}", role="link")
            for ending, words in FORMS.items()
        }
        self._forms = _line(tr("Save as"), *self.forms.values())
        self.each = self._button(tr("a file …"), "save_each", "print.save.each", role="link")
        self.each.setAccessibleName(tr("One file for each person"))
        self.each_word = self._button(tr("Word …"), "save_each_word", "print.save.each_word", role="link")
        self.each_word.setAccessibleName(tr("One Word file for each person"))
        self.mail_each = self._button(tr("a draft …"), "mail_each", "print.mail.each", role="link")
        self.mail_each.setAccessibleName(tr("One e-mail draft for each person"))
        for made in (self.each, self.each_word, self.mail_each):
            made.setToolTip(made.accessibleName())
        # Three ways and long words: what has no room goes on below.
        self._for_each = Flow(1)
        words = label(tr("For each person"), "second")
        words.setMinimumHeight(self.each.sizeHint().height())
        for part in (words, self.each, self.each_word, self.mail_each):
            self._for_each.add(part)
        foot.addWidget(self._forms)
        foot.addWidget(self._for_each)

    def _button(self, words: str, way: str, name: str, icon: str = "", role: str = "quiet") -> QPushButton:
        clicked = partial(self.wanted.emit, way)
        return button(words, role, icon_name=icon, name=name, small=role == "link", clicked=clicked)

    def show_kind(self, kind: PaperKind) -> None:
        """Offer what the paper can."""
        for ending, made in self.forms.items():
            made.setVisible(ending in kind.others)
        self._forms.setVisible(bool(set(kind.others) & set(self.forms)))
        self._for_each.setVisible(paper_batches.can_each(kind))
        self.each_word.setVisible(".docx" in kind.each_others)
        self.mail_each.setVisible(kind.personal)

    def set_ready(self, ready: bool) -> None:
        """Whether there is a paper, or one is being made."""
        each = (self.each, self.each_word, self.mail_each)
        for made in (self.save, self.printer, self.mail, *each, *self.forms.values()):
            made.setEnabled(ready)


def _line(words: str, *buttons: QPushButton) -> QWidget:
    made = QWidget()
    line = row(made, space=1)
    line.addWidget(label(words, "second"))
    for one in buttons:
        line.addWidget(one)
    line.addStretch(1)
    return made
