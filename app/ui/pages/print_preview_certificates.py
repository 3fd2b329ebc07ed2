"""Who gets a certificate of an activity, and issuing them, beside the preview of the certificates."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.core.i18n import N_, tr, trn
from app.core.progress import Token
from app.services import certificate_candidates, certificates, dative_names, exports
from app.services.certificates import Candidate, Earned
from app.services.printing import Paper, PaperOptions
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.links import section_of
from app.ui.jobs import Job
from app.ui.page import Place
from app.ui.pages.print_preview_names import NamesDialog
from app.ui.pages.print_preview_people import PeopleLines, PersonLine
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import State
from app.ui.widgets.labels import label

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


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read beside the window, and the number of the question that it answers."""

    number: int
    found: tuple[Candidate, ...]
    below_gets_hours: bool
    names_open: bool


def earned_state(one: Candidate) -> State:
    """Whether somebody gets a certificate, as a chip."""
    word, tone, sign = _STATES[one.state]
    return State(tr(word), tone, sign)


class CertificatesPart(QWidget):
    """Who gets one of the kind, issuing beside the window, and in which languages issued ones are printed.

    ``issued()`` when new ones were issued; ``chosen()`` when it is printed in other languages; ``counted()`` when
    others than before would be issued. The tick ``as_issued`` is laid out by the panel, beside the languages.
    """

    issued = Signal()
    chosen = Signal()
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._activity_id = ""
        self._options = PaperOptions()
        self._found: tuple[Candidate, ...] = ()
        self._names_open = False
        self._any_issued = False
        self._reading = 0
        self._job: Job | None = None
        #: Whether the keyboard stood here when the last ones were issued.
        self.by_keys = False
        body = column(self, space=2)
        self.as_issued = QCheckBox(tr("In the languages in which each was issued"))
        self.as_issued.setObjectName("print.certificates.as_issued")
        self.as_issued.setChecked(True)
        self.as_issued.hide()
        self.as_issued.toggled.connect(self._on_languages)
        self._sum = label("", "strong", wrap=True, name="print.certificates.sum")
        body.addWidget(self._sum)
        self.below = QCheckBox()
        self.below.setObjectName("print.certificates.below")
        self.below.toggled.connect(self._tell)
        self.below.hide()
        body.addWidget(self.below)
        self._below = label("", "second", wrap=True, name="print.certificates.threshold")
        body.addWidget(self._below)
        self.issue = button(
            tr("Issue certificates"), icon_name="award", name="print.certificates.issue", clicked=self._on_issue
        )
        body.addWidget(self.issue)
        self.stop = button(tr("Stop"), icon_name="circle-x", name="print.certificates.stop", clicked=self._on_stop)
        self.stop.hide()
        body.addWidget(self.stop)
        self._more = button(tr("Open attendance"), "link", name="print.certificates.attendance", clicked=self._on_open)
        line = row(space=0)
        line.addWidget(self._more)
        line.addStretch(1)
        body.addLayout(line)
        self._people = PeopleLines("print.certificates.people")
        body.addWidget(self._people)

    def keeps_languages(self) -> bool:
        """Whether issued ones are printed in their own languages, not in those chosen."""
        return self._any_issued and self.as_issued.isChecked()

    def has_issued(self) -> bool:
        """Whether there are issued ones of the kind, each in its own languages."""
        return self._any_issued

    def show_activity(self, activity_id: str, options: PaperOptions) -> None:
        """List who gets one of this kind; ``options`` hold the languages in which new ones are issued."""
        fresh = (activity_id, options.kind) != (self._activity_id, self._options.kind)
        self._activity_id, self._options = activity_id, options
        if not activity_id:
            return
        if fresh:
            self._any_issued = False
            self._people.hide()
            self._sum.setText(tr("Looking who gets one …"))
        self._reading += 1
        work = partial(self._read, self._reading, activity_id, options)
        self.desk.jobs.start(tr("Looking who gets one"), work, done=self._on_read, shown=False)

    def _read(self, number: int, activity_id: str, options: PaperOptions, _token: Token) -> _Read:
        with self.desk.context.read() as view:
            found = certificates.candidates(view, activity_id, options.kind, self.desk.today())
            below = certificate_candidates.below_gets_hours(view, activity_id, self.desk.today())
            names = dative_names.wanted(view, Paper.CERTIFICATES, activity_id, options)
            return _Read(number, found, below, not all(one.confirmed for one in names))

    def _on_read(self, read: _Read) -> None:
        if read.number != self._reading:
            return
        self._found, self._names_open = read.found, read.names_open
        before = self.keeps_languages()
        self._any_issued = any(one.state is Earned.ISSUED for one in read.found)
        self._tell_below(read.below_gets_hours)
        self._tell()
        more = len(read.found) - _MOST
        rest = trn("and {n} more person", "and {n} more people", more) if more > 0 else ""
        self._people.show_people([_line(one) for one in read.found[:_MOST]], rest)
        self._people.setVisible(bool(read.found))
        if self.keeps_languages() != before:
            self.chosen.emit()

    def _tell_below(self, gets_hours: bool) -> None:
        """CE-3: what the programme's rule does for those below the threshold, before anything is issued."""
        below = [one for one in self._found if one.state is Earned.BELOW]
        getting = sum(one.gets for one in below)
        self.below.setText(
            trn("Also {n} person below the threshold,\nwith the hours attended",
                "Also {n} people below the threshold,\nwith the hours attended", getting)
        )  # fmt: skip
        self.below.setVisible(getting > 0)
        self._below.setVisible(bool(below) and not gets_hours)
        self._below.setText(
            trn("{n} person is below the threshold; by the programme's settings there is no certificate then.",
                "{n} people are below the threshold; by the programme's settings there is no certificate then.",
                len(below))
        )  # fmt: skip

    def wanted(self) -> int:
        """How many would be issued now."""
        return sum(one.state is Earned.READY or (one.gets and self._takes_below()) for one in self._found)

    def _takes_below(self) -> bool:
        return not self.below.isHidden() and self.below.isChecked()

    def _tell(self, _on: object = None) -> None:
        found = self._found
        ready = sum(one.state is Earned.READY for one in found)
        done = sum(one.state is Earned.ISSUED for one in found)
        rest = len(found) - done - ready
        told = tr(
            "{done} issued, {ready} ready, {rest} not yet",
            done=formats.number(done),
            ready=formats.number(ready),
            rest=formats.number(rest),
        )
        self._sum.setText(told if found else tr("Nobody takes part yet."))
        wanted, running = self.wanted(), self._job is not None
        self.issue.setText(" " + trn("Issue {n} certificate", "Issue {n} certificates", wanted))
        self.issue.setAccessibleName(self.issue.text().strip())
        self.issue.setVisible(wanted > 0 and not running)
        self.stop.setVisible(running)
        self._more.setVisible(rest > 0)
        self.counted.emit()

    # issuing --------------------------------------------------------------------------------------------------
    def _on_issue(self) -> None:
        """Where the words name people in the dative, the names are looked at first (CE-7); issuing follows."""
        if self._job is None and self._names_open:
            asked = NamesDialog(
                self.window(),
                self.desk,
                Paper.CERTIFICATES,
                self._activity_id,
                self._options,
                then=self.issue.text().strip(),
            )
            asked.go_on.connect(self._start)
            asked.open()
        else:
            self._start()

    def _start(self) -> None:
        if self._job is not None:
            return
        # Also where the list of names stands before the window: the keyboard comes back to where it was.
        held = self.window().focusWidget() is self.issue
        work = partial(self._issue, self._activity_id, self._options, self.desk.today(), self._takes_below())
        self._job = self.desk.jobs.start(
            tr("Issuing certificates"),
            work,
            writes=True,
            done=self._on_issued,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )
        self._job.progress.connect(self._on_progress)
        self._tell()
        if held:
            # The button goes while it is done: the keyboard stays here, and Enter stops.
            self.stop.setFocus()

    def _issue(self, activity_id: str, options: PaperOptions, on: date, below: bool, token: Token) -> int:
        with self.desk.context.write(N_("Issue certificates")) as work:
            return len(exports.issue_earned(work, activity_id, options, on, token, below=below))

    def _on_progress(self, done: int, total: int) -> None:
        self.stop.setText(" " + tr("Stop: {done} of {total} made", done=done, total=total))

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_issued(self, n: int) -> None:
        # Asked before the button that stops it goes, and the keyboard with it.
        self.by_keys = self.isAncestorOf(self.window().focusWidget())
        self._end()
        self.desk.kept.emit()
        self.desk.say(trn("{n} certificate was issued.", "{n} certificates were issued.", n))
        self.issued.emit()

    def _on_cancelled(self) -> None:
        self._end()
        self.desk.say(tr("Stopped. No certificate was issued, no number was used."), tone="warning")

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        self.desk.say_error(error)

    def _end(self) -> None:
        self._job = None
        self.stop.setText(" " + tr("Stop"))
        self.show_activity(self._activity_id, self._options)
        self._tell()

    def _on_languages(self, _on: bool) -> None:
        self.chosen.emit()

    def _on_open(self) -> None:
        self.desk.go(Place(section_of(self.desk, self._activity_id), self._activity_id, "attendance"))


def _line(one: Candidate) -> PersonLine:
    # Issued: what is certified stands on the paper beside; the hours of now may be others.
    second = [one.number] if one.number else [tr("{n} h", n=_hours(one))]
    if one.share and not one.number:
        second.append(tr("{n} %", n=one.share))
    warning = "" if one.latin_confirmed else tr("Latin spelling not confirmed")
    return PersonLine(one.name, " · ".join(second), earned_state(one), warning)


def _hours(one: Candidate) -> str:
    return formats.number(one.hours, 0 if one.hours == int(one.hours) else 1)
