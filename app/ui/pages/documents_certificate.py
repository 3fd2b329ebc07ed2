"""Beside the register: one certificate with what was printed on it, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.core.i18n import tr, trn
from app.core.vocabulary import CertificateStatus
from app.core.vocabulary import label as word
from app.services.certificates import CertificateRow
from app.ui import formats
from app.ui.theme import theme
from app.ui.widgets.boxes import KeyValues, Panel, Scroll, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.messages_view import EmptyState


def certificate_state(one: CertificateRow) -> State:
    """Valid, cancelled, with a duplicate, made again."""
    if one.status is CertificateStatus.CANCELLED:
        return State(tr("cancelled"), "danger", "circle-x")
    if one.replaces:
        return State(tr("made again"), "info", "refresh-cw")
    if one.duplicates:
        return State(tr("duplicate"), "info", "copy")
    return State(tr("valid"), "success", "check")


class CertificateDetail(QWidget):
    """``acted(key)``: print, deliver, duplicate, reissue, cancel."""

    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("certificates.detail")
        outer = column(self, space=0)
        self._panel = Panel(space=0)
        scroll = Scroll(space=3, margins=(5, 4, 5, 4))
        head = row(space=2)
        self._number = label("", "section", name="certificates.detail.number")
        self._chip = Chip()
        head.addWidget(self._number)
        head.addWidget(self._chip)
        head.addStretch(1)
        scroll.body.addLayout(head)
        self._facts = KeyValues("certificates.detail.facts")
        scroll.body.addWidget(self._facts)
        scroll.body.addStretch(1)
        self._panel.body.addWidget(scroll, 1)
        self._panel.body.addWidget(hairline())
        foot = column(space=2, margins=(5, 3, 5, 3))
        self._buttons: dict[str, QPushButton] = {}
        for key, words, icon_name, role in (
            ("print", tr("Print again as issued …"), "printer", "quiet"),
            ("deliver", tr("Handed over …"), "send", "quiet"),
            ("duplicate", tr("Print a duplicate …"), "copy", "quiet"),
            ("reissue", tr("Make again for a changed name"), "user-pen", "quiet"),
            ("cancel", tr("Cancel …"), "circle-x", "danger"),
        ):
            made = button(words, role, icon_name=icon_name, name=f"certificates.detail.{key}")
            made.setProperty("key", key)
            made.clicked.connect(self._on_clicked)
            foot.addWidget(made)
            self._buttons[key] = made
        self._panel.body.addLayout(foot)
        self._none = EmptyState("award", tr("No certificate chosen"), tr("Choose one to see what was printed on it."))
        outer.addWidget(self._panel, 1)
        outer.addWidget(self._none, 1)
        theme().changed.connect(self._measure)
        self._measure()
        self.show_certificate(None)

    def _measure(self) -> None:
        self.setFixedWidth(theme().width("detail"))

    def show_certificate(self, one: CertificateRow | None) -> None:
        """Show one, or that none is chosen."""
        self._panel.setVisible(one is not None)
        self._none.setVisible(one is None)
        if one is None:
            return
        self._number.setText(one.number)
        self._chip.set_state(certificate_state(one))
        self._facts.set_facts(_facts(one))
        standing = one.status is not CertificateStatus.CANCELLED
        self._chip.show()
        for key in ("deliver", "duplicate", "reissue", "cancel"):
            self._buttons[key].setVisible(standing)

    def show_several(self, rows: Sequence[CertificateRow]) -> None:
        """Sum up those that are selected; what is done with one only is not offered."""
        self._panel.show()
        self._none.hide()
        self._number.setText(trn("{n} certificate chosen", "{n} certificates chosen", len(rows)))
        self._chip.hide()
        self._facts.set_facts(_sum(rows))
        standing = any(one.status is not CertificateStatus.CANCELLED for one in rows)
        for key in ("deliver", "duplicate", "reissue", "cancel"):
            self._buttons[key].setVisible(standing and key == "deliver")

    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.acted.emit(str(sender.property("key")))


def _sum(rows: Sequence[CertificateRow]) -> list[tuple[str, str]]:
    """Events, years and states of several."""
    cancelled = sum(one.status is CertificateStatus.CANCELLED for one in rows)
    delivered = sum(one.delivered_on is not None for one in rows)
    events = sorted({one.activity for one in rows})
    kinds = sorted({tr(word(one.kind)) for one in rows})
    days = sorted({one.issued_on for one in rows})
    facts = [
        (tr("Events"), formats.number(len(events))) if len(events) > 1 else (tr("Event"), events[0]),
        (tr("Kind"), ", ".join(kinds)),
        (tr("Issued"), formats.days(days[0], days[-1])),
        (tr("Valid"), formats.number(len(rows) - cancelled)),
        *([(tr("Cancelled"), formats.number(cancelled))] if cancelled else []),
        (tr("Handed over"), tr("{n} of {all}", n=formats.number(delivered), all=formats.number(len(rows)))),
    ]
    if len(events) > 1:
        facts.append((tr("Printing"), tr("One paper is of one event: those of the event of the last one chosen.")))
    return facts


def _facts(one: CertificateRow) -> list[tuple[str, str]]:
    hours = formats.number(one.hours, 0 if one.hours == int(one.hours) else 1)
    facts = [
        (tr("Holder"), one.holder_latin or one.holder),
        (tr("Native name"), one.holder),
        (tr("Event"), one.activity),
        (tr("Period"), formats.days(one.start.exact, one.end.exact)),
        (tr("Hours"), hours),
        (tr("Kind"), tr(word(one.kind))),
        (tr("Issued"), formats.day(one.issued_on)),
        (tr("Code"), one.code),
        (tr("Signed by"), one.signatories or tr("nobody named")),
    ]
    handed = tr("not yet")
    if one.delivered_on is not None:
        handed = ", ".join(part for part in (formats.day(one.delivered_on), one.delivery) if part)
    facts.append((tr("Handed over"), handed))
    if one.duplicates:
        facts.append((tr("Duplicates"), ", ".join(formats.day(day) for day in one.duplicates)))
    if one.replaces:
        facts.append((tr("Replaces"), one.replaces))
    if one.cancelled_on is not None:
        facts.append((tr("Cancelled"), formats.day(one.cancelled_on)))
        facts.append((tr("Reason"), one.cancel_reason))
    return facts
