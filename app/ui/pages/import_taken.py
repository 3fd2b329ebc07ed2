"""Whether what was taken in still stands: taken back by the button, by Ctrl+Z or in History, and done again."""

from PySide6.QtCore import QObject, Signal

from app.core.i18n import tr
from app.services import imports
from app.services.context import Context
from app.ui.pages.import_one_file import OneFile
from app.ui.pages.import_session import ImportSession


class TakenWatch(QObject):
    """``gone()`` when the import of the file that is worked on was taken back, ``again(result)`` when it was redone."""

    gone = Signal()
    again = Signal(object)

    def __init__(self, session: ImportSession, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def take_back(self) -> None:
        """Take the import back; the page is told by the change itself."""
        session = self._session
        if session.result is not None and not session.busy:
            work = _TakeBack(session.desk.context, session.result.batch)
            session.desk.jobs.start(tr("Taking the import back"), work, writes=True, done=self._on_done)

    def _on_done(self, _nothing: object) -> None:
        self.look()

    def look(self) -> None:
        """Look which of the imports of these files stand: the history may have been gone along, either way."""
        session = self._session
        if not any(one.result is not None or one.undone_result is not None for one in session.files):
            return
        with session.desk.context.read() as view:
            standing = {batch.unit_id for batch in imports.list_batches(view)}
        for one in session.files:
            if one.result is not None and one.result.unit_id not in standing:
                session.forget_result(one)
                self._tell(one, back=True)
            elif one.undone_result is not None and one.undone_result[0].unit_id in standing:
                session.have_result_again(one)
                self._tell(one, back=False)

    def _tell(self, one: OneFile, *, back: bool) -> None:
        if one is not self._session.file:
            return
        if back:
            self.gone.emit()
        else:
            self.again.emit(one.result)


class _TakeBack:
    """The job that takes an import back."""

    def __init__(self, context: Context, batch: str) -> None:
        self._context = context
        self._batch = batch

    def __call__(self, _token: object) -> None:
        imports.take_back(self._context, self._batch)
