"""Many files at once, told beside the ways out: how many are done, how long it takes, and a button to stop."""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from app.core.i18n import tr, trn
from app.core.progress import Token
from app.services import paper_batches, paper_files
from app.services.context import Context
from app.services.paper_batches import Batch
from app.ui import formats
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.print_preview_made import Finished
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.file_ways import open_path
from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.messages_view import Way

#: Seconds between two changes of what is told.
_TELL_EVERY = 0.2


class BatchPart(QWidget):
    """Progress of a batch; hidden while none runs."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("print.batch")
        self._job: Job | None = None
        self._told = 0.0
        body = column(self, space=1)
        line = row(space=2)
        self._text = ElidedLabel("", "second_text", name="print.batch.text")
        line.addWidget(self._text, 1)
        self.stop = button(tr("Stop"), "link", small=True, name="print.batch.stop", clicked=self._on_stop)
        line.addWidget(self.stop)
        body.addLayout(line)
        self._bar = QProgressBar()
        self._bar.setObjectName("print.batch.progress")
        self._bar.setAccessibleName(tr("Progress"))
        self._bar.setTextVisible(False)
        body.addWidget(self._bar)
        self.hide()

    def follow(self, job: Job) -> None:
        """Show how a batch goes until it ends."""
        self._job, self._told = job, 0.0
        self.stop.setEnabled(True)
        self._bar.setRange(0, 0)
        self._text.setText(job.title)
        job.progress.connect(self._on_progress)
        job.finished.connect(self._on_finished)
        self.show()

    @property
    def running(self) -> bool:
        """Whether a batch is under way."""
        return self._job is not None

    def _on_progress(self, done: int, total: int) -> None:
        now = time.monotonic()
        if self._job is None or not total or (now - self._told < _TELL_EVERY and done < total):
            return
        self._told = now
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        parts = [tr("{done} of {total} files", done=formats.number(done), total=formats.number(total))]
        left = self._job.seconds_left()
        if left is not None and not self._job.cancelling:
            parts.append(formats.seconds_left(left))
        self._text.setText(" · ".join(parts))

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.stop.setEnabled(False)

    def _on_finished(self) -> None:
        self._job = None
        self.hide()


class BatchOut(QObject):
    """One file, or one e-mail draft, for each person, into a folder that is asked for."""

    def __init__(self, desk: Desk, window: QWidget, part: BatchPart, then: Callable[[Finished], object]) -> None:
        super().__init__(window)
        self.desk = desk
        self._then = then
        self._window = window
        self._part = part
        self._paper: Finished | None = None
        self._drafts, self._ending = False, ".pdf"
        #: The folder that was made for this batch.
        self._made: Path | None = None

    def ask(self, paper: Finished, start: str, *, drafts: bool, ending: str = ".pdf") -> None:
        """Ask for a folder, then write."""
        self._paper, self._drafts, self._ending = paper, drafts, ending
        title = tr("Choose a folder for the e-mail drafts") if drafts else tr("Choose a folder for the single files")
        dialog = QFileDialog(self._window, title, start)
        dialog.setObjectName("dialog.print.folder")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    def _on_folder(self, name: str) -> None:
        if self._paper is not None:
            self.write(self._paper, Path(name), drafts=self._drafts, ending=self._ending)

    def write(self, paper: Finished, folder: Path, *, drafts: bool, ending: str = ".pdf") -> Job:
        """Write one file or draft for each person into a folder; ``then`` is called when all files were saved.

        In a folder that holds other things they get one of their own, named as the paper with event and languages.
        Word files are to be finished by hand: they are not kept as papers that were given out.
        """
        self._paper, self._ending = paper, ending
        self.desk.settings.put("print.folder", str(folder))
        if len(paper.options.person_ids) + len(paper.options.certificate_ids) != 1:
            folder = paper_files.own_folder(folder, Path(paper.printed.file_name).stem)
        self._made = None if folder.exists() else folder
        write = _write_drafts if drafts else partial(_write_each, ending)
        title = tr("Making e-mail drafts") if drafts else tr("Saving single files")
        done = self._on_drafts if drafts else self._on_each
        work = partial(write, self.desk.context, paper, folder)
        job = self.desk.jobs.start(title, work, done=done, cancelled=self._on_cancelled)
        self._part.follow(job)
        return job

    def _on_each(self, batch: Batch) -> None:
        n, ways = batch.written, _ways(batch.folder)
        if batch.stopped and not n:
            self._on_cancelled()
            return
        if batch.stopped:
            text = trn("{n} file was written, it is whole.", "{n} files were written, all of them whole.", n)
            self.desk.say(tr("Stopped"), f"{text} {batch.folder}", tone="info", ways=ways)
            return
        self.desk.say(trn("{n} file saved", "{n} files saved", n), str(batch.folder), ways=ways)
        if self._paper is not None and self._ending == ".pdf":
            self._then(self._paper)

    def _on_cancelled(self) -> None:
        """Stopped before the first was done: no empty folder is left."""
        if self._made is not None:
            with suppress(OSError):
                self._made.rmdir()
        self.desk.say(tr("Stopped"), tr("Nothing was written."), tone="info")

    def _on_drafts(self, batch: Batch) -> None:
        n, without = batch.written, batch.without_address
        if batch.stopped and not n:
            self._on_cancelled()
            return
        told = trn("{n} e-mail draft saved", "{n} e-mail drafts saved", n)
        if batch.stopped:
            told = tr("Stopped. {what}", what=told)
        lines = [str(batch.folder)]
        if without:
            text = trn(
                "{n} of them has no address yet: the person's e-mail is missing.",
                "{n} of them have no address yet: the e-mails of these people are missing.",
                without,
            )
            lines.insert(0, text)
        tone = "info" if batch.stopped else "warning" if without else "success"
        self.desk.say(told, "\n".join(lines), tone=tone, ways=_ways(batch.folder))


def _ways(folder: Path) -> tuple[Way, ...]:
    return (Way(tr("Open folder"), partial(open_path, folder), "print.saved.folder"),)


def _write_each(ending: str, context: Context, paper: Finished, folder: Path, token: Token) -> Batch:
    with context.read() as view:
        return paper_batches.write_each(
            view, paper.paper, paper.subject_id, paper.options, folder, token, ending=ending
        )


def _write_drafts(context: Context, paper: Finished, folder: Path, token: Token) -> Batch:
    with context.read() as view:
        return paper_batches.write_drafts(view, paper.paper, paper.subject_id, paper.options, folder, token)
