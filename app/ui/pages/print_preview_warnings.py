"""What to look at before printing, beside the preview: a sentence each, with the way to where it is put right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.i18n import tr, trn
from app.core.sentences import sentence
from app.services.paper_kinds import PaperWarning
from app.ui.editors.countries import language_words
from app.ui.page import Place
from app.ui.widgets.boxes import clear_layout, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import IconLabel, label

#: So many are told at once, so that the options stay in view; the rest is counted and comes when asked for.
_MOST = 2


def warning_text(warning: PaperWarning) -> str:
    """The sentence of a warning, in the reader's words."""
    params = dict(warning.params)
    if "language" in params:
        # In the reader's words: the name of a language in its own is no part of a sentence.
        params["language"] = language_words(str(params["language"]))
    for name in ("place", "slot"):
        if warning.code == "paper_value_missing":
            params[name] = tr(str(params[name]))
    if warning.code == "paper_texts_missing":
        return trn("{n} text in {language} is missing.", "{n} texts in {language} are missing.", warning.n, **params)
    # A list that is cut off ends the sentence itself.
    return sentence(warning.code, {"n": warning.n, **params}).replace("….", "…")


class WarningsPart(QWidget):
    """``go_wanted(Place)`` when one is followed to its place."""

    go_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("print.warnings")
        self._body = column(self, space=2)
        self._shown: tuple[PaperWarning, ...] = ()
        self._all = False
        self.hide()

    def show_warnings(self, warnings: Sequence[PaperWarning]) -> None:
        """Tell these; nothing is shown where there is none."""
        if tuple(warnings) == self._shown:
            return
        self._shown, self._all = tuple(warnings), False
        self._lay()

    def _lay(self) -> None:
        clear_layout(self._body)
        told = self._shown if self._all else self._shown[:_MOST]
        for number, warning in enumerate(told):
            self._body.addWidget(self._line(number, warning))
        more = len(self._shown) - len(told)
        if more > 0:
            words = trn("{n} more thing to look at", "{n} more things to look at", more)
            line = row(space=0)
            line.addWidget(button(words, "link", small=True, name="print.warnings.more", clicked=self._on_more))
            line.addStretch(1)
            self._body.addLayout(line)
        self.setVisible(bool(self._shown))
        self._order()

    def _order(self) -> None:
        """The ways are made late, at the end of the keyboard's round; they are to be met where they are seen."""
        before: QWidget | None = self.previousInFocusChain()
        while before is not None and before is not self and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        for way in self.findChildren(QPushButton):
            if before is not None:
                QWidget.setTabOrder(before, way)
            before = way

    def _on_more(self) -> None:
        self._all = True
        self._lay()

    def texts(self) -> list[str]:
        """What is told now."""
        return [warning_text(warning) for warning in self._shown]

    def _line(self, number: int, warning: PaperWarning) -> QWidget:
        made = QWidget()
        line = row(made, space=2)
        sign = "languages" if warning.code == "paper_texts_missing" else "triangle-alert"
        line.addWidget(IconLabel(sign, "warning"), 0, Qt.AlignmentFlag.AlignTop)
        said = label(warning_text(warning), "warning", wrap=True, name=f"print.warning.{number}")
        line.addWidget(said, 1)
        if warning.section:
            way = button(tr("Show"), "link", small=True, name=f"print.warning.{number}.show")
            way.setProperty("number", number)
            way.setAccessibleDescription(said.text())
            way.clicked.connect(self._on_show)
            line.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _on_show(self) -> None:
        warning = self._shown[int(self.sender().property("number"))]
        self.go_wanted.emit(Place(warning.section, warning.record_id, warning.tab))
