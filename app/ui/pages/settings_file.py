"""Facts about the data file, its check, and the ways to another one; making the sample."""

from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.core.i18n import N_, tr, trn
from app.core.progress import Token
from app.core.sentences import sentence
from app.services import main_job, workspace
from app.services.workspace import CheckResult, FileFacts
from app.ui import formats
from app.ui.desk import Desk
from app.ui.dialogs.data_files import DataFiles
from app.ui.widgets.boxes import KeyValues, SectionHeader, column
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import label
from app.ui.widgets.messages_view import MessageStrip

#: Kinds of records that are counted for the reader, in this order.
_COUNTED = (
    ("programme", N_("Programmes")),
    ("partnership", N_("Partnerships")),
    ("organisation", N_("Organisations")),
    ("person", N_("People")),
    ("activity", N_("Visits and trainings")),
    ("session", N_("Sessions")),
    ("certificate", N_("Certificates")),
    ("deliverable", N_("Deliverables")),
    ("expenditure", N_("Expenditures")),
    ("document", N_("Documents")),
)


class FilePart(QWidget):
    """What file is open, how big it is, what it holds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings.file")
        self.desk = desk
        self._files = DataFiles(desk, self)
        body = column(self, space=3)
        body.addWidget(SectionHeader(tr("Data file")))
        self._facts = KeyValues("settings.file.facts")
        body.addWidget(self._facts)
        self.strip = MessageStrip(closable=True, name="settings.file.check")
        self.strip.hide()
        body.addWidget(self.strip)
        ways = Flow()
        for words, icon_name, name, run in (
            (tr("Open another …"), "folder-open", "settings.file.open", self._files.open),
            (tr("New data file …"), "file-plus", "settings.file.new", self._files.new),
            (tr("Check the file"), "shield-check", "settings.file.check.now", self._on_check),
            (tr("Open the folder"), "folder", "settings.file.folder", self._on_folder),
        ):
            ways.add(button(words, icon_name=icon_name, name=name, clicked=run))
        body.addWidget(ways)

    def refresh(self) -> None:
        """Read the facts again, beside the window."""
        self.desk.jobs.start(tr("Reading facts"), self._read, done=self._on_read, shown=False)

    def _read(self, _token: Token) -> FileFacts:
        return workspace.facts(self.desk.context)

    def _on_read(self, facts: FileFacts) -> None:
        counts = facts.counts
        held = [f"{tr(words)}: {formats.number(counts[kind])}" for kind, words in _COUNTED if counts.get(kind)]
        self._facts.set_facts(
            [
                (tr("File"), str(facts.path)),
                (tr("Size"), formats.file_size(facts.size)),
                (tr("Holds"), ", ".join(held) or tr("nothing yet")),
                (tr("Changes kept"), trn("{n} step of history", "{n} steps of history", facts.history_units)),
                (tr("Form"), tr("schema {n}", n=facts.schema)),
            ]
        )

    def _on_check(self) -> None:
        self.desk.jobs.start(tr("Checking the data file"), self._check, done=self._on_checked)

    def _check(self, _token: Token) -> CheckResult:
        return workspace.check(self.desk.context)

    def _on_checked(self, found: CheckResult) -> None:
        if found.sound:
            words = trn("{n} record was looked at.", "{n} records were looked at.", found.rows)
            self.strip.show_message(tr("The data file is sound"), words, tone="success")
            return
        text = "\n".join(sentence(code, params) for code, params in found.faults)
        self.strip.show_message(tr("The data file is not sound"), text, tone="danger")

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.context.path.parent)))


class SamplePart(QWidget):
    """Making the sample programmes in this data file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("settings.sample")
        self.desk = desk
        body = column(self, space=2)
        self.make = button(tr("Make the sample"), icon_name="lightbulb", name="settings.sample.make", clicked=self._on)
        body.addWidget(SectionHeader(tr("Sample programmes"), action=self.make))
        body.addWidget(
            label(
                tr(
                    "Six mentoring programmes with partnerships, a visit with its agenda, people and money, to try "
                    "everything on. Better in a data file of its own than beside real work."
                ),
                "second",
                wrap=True,
            )
        )

    def _on(self) -> None:
        self.make.setEnabled(False)
        self.desk.jobs.start(
            tr("Making the sample"),
            partial(_make, self.desk.context),
            writes=True,
            done=self._on_made,
            failed=self._on_failed,
            cancelled=self._on_ended,
        )

    def _on_ended(self) -> None:
        self.make.setEnabled(True)

    def _on_made(self, _summary: object) -> None:
        self._on_ended()
        self.desk.say(tr("The sample is made."), tr("Choose one of its programmes above, or stay with all of them."))

    def _on_failed(self, error: BaseException) -> None:
        self._on_ended()
        self.desk.say_error(error)


def _make(context: object, token: Token) -> object:
    return main_job.make_sample(context, token)  # type: ignore[arg-type]
