"""Who gets a certificate of an activity, and issuing them, beside the preview of the certificates."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, tr, trn
from app.services import certificates, exports
from app.services.certificates import Candidate, Earned
from app.services.printing import PaperOptions
from app.ui.desk import Desk
from app.ui.editors.links import section_of
from app.ui.editors.writing import write
from app.ui.page import Place
from app.ui.widgets.boxes import Lines, column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip, State
from app.ui.widgets.labels import ElidedLabel, label

_STATES = {
    Earned.READY: (N_("ready"), "info", "badge-check"),
    Earned.ISSUED: (N_("issued"), "success", "check"),
    Earned.MARKS_MISSING: (N_("marks missing"), "warning", ""),
    Earned.BELOW: (N_("below the threshold"), "danger", ""),
    Earned.REQUIREMENT_MISSING: (N_("requirement open"), "warning", ""),
    Earned.NO_HOURS: (N_("no hours"), "neutral", ""),
}
#: People listed at once; the rest is counted.
_MOST = 40


def earned_state(one: Candidate) -> State:
    """Whether somebody gets a certificate, as a chip."""
    word, tone, sign = _STATES[one.state]
    return State(tr(word), tone, sign)


class CertificatesPart(QWidget):
    """``issued()`` when new ones were issued."""

    issued = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._activity_id = ""
        self._options = PaperOptions()
        body = column(self, space=2)
        self._sum = label("", "strong", wrap=True, name="print.certificates.sum")
        body.addWidget(self._sum)
        self.issue = button(
            tr("Issue certificates"), icon_name="award", name="print.certificates.issue", clicked=self._on_issue
        )
        body.addWidget(self.issue)
        self._more = button(tr("Open attendance"), "link", name="print.certificates.attendance", clicked=self._on_open)
        line = row(space=0)
        line.addWidget(self._more)
        line.addStretch(1)
        body.addLayout(line)
        self._people = Lines("print.certificates.people")
        body.addWidget(self._people)

    def show_activity(self, activity_id: str, options: PaperOptions) -> None:
        """List who gets one of this kind."""
        self._activity_id, self._options = activity_id, options
        if not activity_id:
            return
        with self.desk.context.read() as view:
            found = certificates.candidates(view, activity_id, options.kind)
        ready = sum(one.state is Earned.READY for one in found)
        done = sum(one.state is Earned.ISSUED for one in found)
        if not found:
            self._sum.setText(tr("Nobody takes part yet."))
        else:
            self._sum.setText(
                tr(
                    "{done} issued, {ready} ready, {rest} not yet",
                    done=done,
                    ready=ready,
                    rest=len(found) - done - ready,
                )
            )
        self.issue.setText(" " + trn("Issue {n} certificate", "Issue {n} certificates", ready))
        self.issue.setAccessibleName(self.issue.text().strip())
        self.issue.setVisible(ready > 0)
        self._more.setVisible(len(found) > done + ready)
        self._people.clear()
        self._people.setVisible(bool(found))
        for one in found[:_MOST]:
            self._people.add(_line(one))
        if len(found) > _MOST:
            more = len(found) - _MOST
            self._people.add(label(trn("and {n} more person", "and {n} more people", more), "second"))

    def _on_issue(self) -> None:
        change = partial(_issue, self._activity_id, self._options)
        write(self.desk, N_("Issue certificates"), change, done=self._on_issued)

    def _on_issued(self, found: object) -> None:
        n = len(found) if isinstance(found, tuple) else 0
        self.desk.say(trn("{n} certificate was issued.", "{n} certificates were issued.", n))
        self.show_activity(self._activity_id, self._options)
        self.issued.emit()

    def _on_open(self) -> None:
        self.desk.go(Place(section_of(self.desk, self._activity_id), self._activity_id, "attendance"))


def _issue(activity_id: str, options: PaperOptions, work: object) -> tuple[str, ...]:
    return exports.issue_earned(work, activity_id, options)  # type: ignore[arg-type]


def _line(one: Candidate) -> QWidget:
    made = QWidget()
    texts = column(made, space=0, margins=(2, 1, 2, 1))
    texts.addWidget(ElidedLabel(one.name))
    second = [tr("{n} h", n=one.hours)]
    if one.share:
        second.append(tr("{n} %", n=one.share))
    if one.number:
        second.append(one.number)
    line = row(space=2)
    line.addWidget(ElidedLabel(" · ".join(second), "small", middle=True), 1)
    line.addWidget(Chip(earned_state(one)))
    texts.addLayout(line)
    if not one.latin_confirmed:
        texts.addWidget(label(tr("Latin spelling not confirmed"), "warning", wrap=True))
    return made
