"""The verdict on a certificate, large: a sign and words in its tone, what it means, what was signed."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.services.certificate_checking import Verification
from app.ui.icons import paint_icon
from app.ui.pages.certificate_check_words import ICONS, facts, told
from app.ui.theme import is_style_change, theme
from app.ui.widgets.boxes import KeyValues, column, row
from app.ui.widgets.chip import TONES
from app.ui.widgets.labels import label


class VerdictSign(QWidget):
    """A disc in the verdict's tone with its sign; the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = "success"
        self._measure()

    def set_tone(self, tone: str) -> None:
        """Show another tone's sign."""
        self._tone = tone
        self.update()

    def _measure(self) -> None:
        side = theme().px(56)
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_style_change(event):
            self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        text, soft = TONES.get(self._tone, TONES["neutral"])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(soft))
        painter.drawEllipse(self.rect())
        side = look.px(32)
        gap = (self.width() - side) // 2
        paint_icon(painter, ICONS.get(self._tone, "circle-alert"), QRect(gap, gap, side, side), look.color(text))
        painter.end()


class ResultCard(QFrame):
    """``show_result`` tells a verdict; ``show_refusal`` that a picture could not be read. Hidden until then."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self.setObjectName("certificate.check.result")
        line = row(self, space=5, margins=(5, 5, 5, 5))
        self._sign = VerdictSign()
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
        self._sign.set_tone(tone)
        self.title.setText(title)
        self.means.setText(text)
        # Read out as a whole when it is shown.
        self.setAccessibleName(f"{title}. {text}")
        self.show()
