"""The status bar: whether all is kept, what runs with its progress, and when the last backup was made."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.core.i18n import tr
from app.ui import formats
from app.ui.jobs import Job, Jobs
from app.ui.theme import set_surface, theme
from app.ui.widgets.boxes import row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import ElidedLabel, IconLabel, label


class StatusBar(QWidget):
    """Follows the jobs by itself. ``backup_clicked`` when the note about the backup is pressed."""

    backup_clicked = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("status.bar")
        set_surface(self, "window")
        self._jobs = jobs
        self._job: Job | None = None
        line = row(self, space=2, margins=(4, 0, 4, 0))
        self._kept_icon = IconLabel("circle-check", "success", "caret")
        self._kept = label(tr("All changes kept"), "label", name="status.kept")
        line.addWidget(self._kept_icon)
        line.addWidget(self._kept)
        line.addSpacing(theme().space(3))
        self._job_icon = IconLabel("refresh-cw", "muted", "caret")
        self._job_text = ElidedLabel("", "label", name="status.job")
        self._bar = QProgressBar()
        self._bar.setObjectName("status.progress")
        self._bar.setAccessibleName(tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme().px(120))
        self._left = label("", "label", name="status.left")
        self._cancel = button(tr("Cancel"), "link", small=True, name="status.cancel", clicked=self._on_cancel)
        for part in (self._job_icon, self._job_text, self._bar, self._left, self._cancel):
            line.addWidget(part)
        line.addStretch(1)
        self._backup = button("", "note", icon_name="save", name="status.backup")
        self._backup.clicked.connect(self.backup_clicked)
        self._backup.hide()
        line.addWidget(self._backup)
        self.setFixedHeight(theme().height("status"))
        self._timer = QTimer(self)
        self._timer.setInterval(500)
        self._timer.timeout.connect(self._show_job)
        jobs.started.connect(self._on_started)
        jobs.ended.connect(self._on_ended)
        theme().changed.connect(self._on_theme)
        self._show_job()

    def set_kept(self, text: str = "", *, tone: str = "success") -> None:
        """What is said of the changes; the usual words when empty."""
        self._kept.setText(text or tr("All changes kept"))
        self._kept_icon.set_icon("circle-check" if tone == "success" else "triangle-alert", tone)

    def set_backup(self, text: str) -> None:
        """When the last backup was made, such as "Last backup today, 08:12"."""
        self._backup.setText(" " + text)
        self._backup.setAccessibleName(text)
        self._backup.setVisible(bool(text))

    def _on_theme(self) -> None:
        self.setFixedHeight(theme().height("status"))
        self._bar.setFixedWidth(theme().px(120))

    def _on_started(self, job: Job) -> None:
        job.progress.connect(self._on_progress)
        self._show_job()

    def _on_ended(self, _job: object) -> None:
        self._show_job()

    def _on_progress(self, _done: int, _total: int) -> None:
        self._show_job()

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._show_job()

    def _show_job(self) -> None:
        shown = [job for job in self._jobs.running() if job.shown]
        self._job = shown[0] if shown else None
        for part in (self._job_icon, self._job_text, self._bar, self._cancel, self._left):
            part.setVisible(self._job is not None)
        if self._job is None:
            self._timer.stop()
            return
        self._timer.start()
        done, total = self._job.steps
        text = self._job.title
        if total:
            text = tr("{title}, {done} of {total}", title=text, done=formats.number(done), total=formats.number(total))
        if len(shown) > 1:
            text += " " + tr("(and {n} more)", n=len(shown) - 1)
        self._job_text.setText(text)
        self._job_text.updateGeometry()
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        left = self._job.seconds_left()
        stopping = self._job.cancelling
        self._left.setText(tr("stopping …") if stopping else formats.seconds_left(left) if left is not None else "")
        self._cancel.setEnabled(not stopping)
