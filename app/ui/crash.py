"""Errors that nobody expected: one calm dialog, a report without anybody's data, and the program goes on (D15)."""

import platform
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QUrl, Signal, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog

from app.core import paths
from app.core.i18n import tr
from app.ui.messages import MessageDialog
from app.ui.widgets.buttons import button

_KEPT = 20


def report_text(kind: type[BaseException], trace: TracebackType | None, where: str) -> str:
    """The report: versions, the kind of error, and our own frames. No message, no values, no path of the user."""
    lines = [
        f"Mentordesk, {datetime.now().astimezone():%Y-%m-%d %H:%M}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}",
        f"{kind.__name__} in {where}",
    ]
    for frame in traceback.extract_tb(trace):
        parts = Path(frame.filename).parts
        ours = parts[parts.index("app") :] if "app" in parts else parts[-1:]
        lines.append(f"  {'/'.join(ours)}:{frame.lineno} {frame.name}")
    return "\n".join(lines) + "\n"


def save_report(text: str) -> Path | None:
    """Keep a report beside the data, the newest twenty; None when it cannot be written."""
    folder = paths.user_data() / "reports"
    path = folder / f"report-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for old in sorted(folder.glob("report-*.txt"))[:-_KEPT]:
            old.unlink()
    except OSError:
        return None
    return path


class CrashHook(QObject):
    """Catches what falls through in any thread. One dialog at a time; each error is reported."""

    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: QDialog | None = None
        self._path: Path | None = None
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of the interpreter's own hooks."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.take(kind, trace, "window")

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        self.take(args.exc_type, args.exc_traceback, "thread")

    def take(self, kind: type[BaseException], trace: TracebackType | None, where: str) -> None:
        """Report an error, from any thread."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        text = report_text(kind, trace, where)
        sys.stderr.write(text)
        self._path = save_report(text)
        self._caught.emit(text)

    def dialog(self) -> QDialog | None:
        """The dialog that is open now."""
        return self._dialog

    def _on_caught(self, text: str) -> None:
        if self._dialog is not None or not isinstance(QApplication.instance(), QApplication):
            return
        said = tr(
            "An error in the program stopped what you just did. Your data is kept, and you can go on. "
            "A report without anybody's data was saved; please send it to whoever looks after the program."
        )
        dialog = MessageDialog(
            QApplication.activeWindow(),
            tr("Something went wrong"),
            f"{said}\n\n{text}",
            tone="danger",
            accept=tr("Go on"),
            name="dialog.crash",
        )
        if self._path is not None:
            dialog.add_button(button(tr("Show the report"), name="dialog.crash.show", clicked=self._on_show))
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    def _on_show(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _on_closed(self, _result: int) -> None:
        self._dialog = None
