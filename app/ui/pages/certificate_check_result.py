"""The verdict on a certificate, large: a sign and words in its tone, what it means, what was signed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from app.services.certificate_checking import Verification
from app.ui.pages.certificate_check_words import ICONS, facts, told
from app.ui.theme import theme
from app.ui.widgets.boxes import KeyValues, SignBox, column, row
from app.ui.widgets.labels import label


class ResultCard(QFrame):
    """``show_result`` tells a verdict; ``show_refusal`` that a picture could not be read. Hidden until then."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self.setObjectName("certificate.check.result")
        line = row(self, space=5, margins=(5, 5, 5, 5))
        self._sign = SignBox(ICONS["success"], "success", large=True)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        texts = column(space=2)
        self.title = label("", "title", wrap=True, name="certificate.check.verdict")
        self.means = label("", "", wrap=True, name="certificate.check.means", copy=True)
        self.facts = KeyValues("certificate.check.facts")
        texts.addWidget(self.title)
        texts.addWidget(self.means)
        texts.addSpacing(theme().space(2))
        texts.addWidget(self.facts)
        line.addLayout(texts, 1)
        self.hide()

    def show_result(self, found: Verification) -> None:
        """Tell what a check found."""
        title, text, tone = told(found)
        self._show(title, text, tone)
        rows = facts(found)
        self.facts.set_facts(rows)
        self.facts.setVisible(bool(rows))

    def show_refusal(self, title: str, text: str) -> None:
        """Tell why nothing could be checked."""
        self._show(title, text, "warning")
        self.facts.clear()
        self.facts.hide()

    def _show(self, title: str, text: str, tone: str) -> None:
        self._sign.set_sign(ICONS.get(tone, "circle-alert"), tone)
        self.title.setText(title)
        self.means.setText(text)
        # Read out as a whole when it is shown.
        self.setAccessibleName(f"{title}. {text}")
        self.show()
