"""The answer to the sender: which questions, in which language, and where the copy of the workbook goes."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRect, QSize, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontMetrics
from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.core.errors import MentordeskError
from app.core.i18n import LANGUAGE_NAMES, LANGUAGES, tr, trn
from app.core.progress import Token
from app.core.sentences import sentence
from app.services import answer_back, mail_draft, programmes
from app.services.answer_back import Asked
from app.services.import_rows import letter
from app.services.imports import Decision, RowKey
from app.ui import formats
from app.ui.fields.choices import ChoiceField
from app.ui.messages import error_text
from app.ui.pages.import_one_file import OneFile
from app.ui.pages.import_session import ImportSession
from app.ui.pages.opened_copies import copies_folder
from app.ui.theme import theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.file_ways import file_ways
from app.ui.widgets.labels import hairline, label
from app.ui.widgets.messages_view import Way

#: Widths of the cell's place and of the name, in pixels at 100 %.
_PLACE, _WHO = 90, 220
_KINDS = {".xlsx": "Excel", ".xlsm": "Excel", ".ods": "OpenDocument"}


class AnswerDialog(QDialog):
    """``save_wanted(questions, language)`` when the filled button is pressed."""

    save_wanted = Signal(object, str)

    def __init__(self, parent: QWidget, session: ImportSession, file: OneFile, language: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("dialog.answer")
        self.setWindowTitle(tr("Answer the sender"))
        self._session, self._file = session, file
        self._asked: tuple[Asked, ...] = ()
        self._off: set[int] = set()
        look = theme()
        body = column(self, space=3, margins=(6, 5, 6, 5))
        body.addWidget(label(tr("Answer the sender"), "title", wrap=True))
        told = tr(
            "A copy of {file} with a question at each of these cells, in the sender's language. Nothing else in it is "
            "changed.",
            file=file.name,
        )
        if file.pasted is not None:
            told = tr("A workbook with the cells that were pasted and a question at each of these, for the sender.")
        body.addWidget(label(told, "second", wrap=True))
        self.language = ChoiceField(
            tr("Language of the questions"),
            name="answer.language",
            options=[(one, LANGUAGE_NAMES[one]) for one in LANGUAGES],
        )
        self.language.set_value(language)
        self.language.setMaximumWidth(look.px(280))
        self.language.changed.connect(self._ask)
        body.addWidget(self.language)
        body.addWidget(self._make_list(), 1)
        foot = row(space=2)
        self._count = label("", "second", name="answer.count")
        foot.addWidget(self._count, 1)
        foot.addWidget(button(tr("Cancel"), name="dialog.answer.reject", clicked=self.reject))
        self.save = button(
            tr("Save the copy …"), "primary", icon_name="save", name="dialog.answer.accept", clicked=self._on_save
        )
        foot.addWidget(self.save)
        body.addLayout(foot)
        area = self.screen().availableGeometry()
        self.resize(min(look.px(980), area.width() - look.px(60)), min(look.px(620), area.height() - look.px(80)))

    def _make_list(self) -> QWidget:
        self.list = QTreeWidget()
        self.list.setObjectName("answer.questions")
        self.list.setAccessibleName(tr("Questions to the sender"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([tr("Cell"), tr("Who"), tr("Question")])
        head = self.list.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for at, width in enumerate((_PLACE, _WHO)):
            head.resizeSection(at, theme().px(width))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._on_ticked)
        box = QWidget()
        inside = column(box, space=0)
        inside.addWidget(hairline())
        inside.addWidget(self.list, 1)
        inside.addWidget(hairline())
        return box

    def show_questions(self, asked: Sequence[Asked]) -> None:
        """Show the questions; those that were taken off before stay off."""
        self._asked = tuple(asked)
        book = self._file.book
        several = len({one.sheet for one in asked}) > 1
        self.list.blockSignals(True)
        self.list.clear()
        items = []
        for number, one in enumerate(asked):
            place = f"{letter(one.column)}{one.row}"
            at = book.number((one.sheet, one.row)) if book is not None else -1
            who = self._session.look.name_of(book[at]) if book is not None and at >= 0 else ""
            item = QTreeWidgetItem([f"{one.sheet} {place}" if several else place, who, one.text])
            item.setToolTip(2, one.text)
            # A question is read in full here: it goes to somebody else.
            item.setSizeHint(2, self._size_of(one.text))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Unchecked if number in self._off else Qt.CheckState.Checked)
            items.append(item)
        self.list.addTopLevelItems(items)
        self.list.blockSignals(False)
        self._tell()

    def _size_of(self, text: str) -> QSize:
        """Room for the whole question in its column."""
        look = theme()
        width = self.width() - look.px(_PLACE + _WHO) - 3 * look.space(6)
        metrics = QFontMetrics(look.font("body"))
        lines = metrics.boundingRect(QRect(0, 0, max(width, look.px(200)), 4000), Qt.TextFlag.TextWordWrap, text)
        return QSize(width, max(look.height("row"), lines.height() + look.space(4)))

    def chosen(self) -> tuple[Asked, ...]:
        """The questions that are ticked."""
        return tuple(one for number, one in enumerate(self._asked) if number not in self._off)

    def _tell(self) -> None:
        n, every = len(self.chosen()), len(self._asked)
        said = trn("{n} question", "{n} questions", every)
        self._count.setText(said if n == every else tr("{n} of {all}", n=formats.number(n), all=said))
        self.save.setEnabled(n > 0)

    def _on_ticked(self, item: QTreeWidgetItem, _column: int) -> None:
        number = self.list.indexOfTopLevelItem(item)
        (self._off.discard if item.checkState(0) == Qt.CheckState.Checked else self._off.add)(number)
        self._tell()

    def _ask(self) -> None:
        """The same questions in another language: as many, in the same order."""
        self.show_questions(_questions(self._file, str(self.language.value()), Token()))

    def _on_save(self) -> None:
        self.save_wanted.emit(self.chosen(), str(self.language.value()))


class SenderAnswer(QObject):
    """The whole way from the button to the written copy. ``told(title, text, tone, ways)`` says how it ended."""

    told = Signal(str, str, str, object)

    def __init__(self, session: ImportSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._page = parent
        self._file: OneFile | None = None
        self._dialog: AnswerDialog | None = None
        self._wanted: tuple[tuple[Asked, ...], str] = ((), "en")
        self._target = Path()

    def start(self) -> None:
        """Look what there is to ask, and show it; one sentence when there is nothing."""
        file = self._session.file
        if file is None or file.book is None or self._session.busy:
            return
        self._file = file
        country = str(getattr(self._session.target, "country", "") or self._session.country)
        language = answer_back.language_of(file.book.given.staged, country)
        work = partial(_first_questions, file, language)
        self._session.desk.jobs.start(tr("Looking for questions"), work, done=self._on_questions, shown=False)

    def _on_questions(self, found: tuple[tuple[Asked, ...], str]) -> None:
        asked, language = found
        file = self._file
        if file is None or file is not self._session.file:
            return
        if not asked:
            self.told.emit(sentence("answer_nothing"), "", "info", ())
            return
        self._dialog = AnswerDialog(self._page.window(), self._session, file, language)
        self._dialog.save_wanted.connect(self._on_wanted)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.show_questions(asked)
        self._dialog.open()

    def _on_finished(self, _how: int) -> None:
        self._dialog = None

    def _on_wanted(self, asked: tuple[Asked, ...], language: str) -> None:
        file = self._file
        if file is None or file.workbook is None:
            return
        self._wanted = (asked, language)
        name = answer_back.suggested_name(file.name, file.workbook.kind, language)
        folder = file.path.parent if file.pasted is None else Path(_documents())
        dialog = QFileDialog(self._dialog or self._page.window(), tr("Save the copy for the sender"))
        dialog.setObjectName("dialog.answer.save")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ending = Path(name).suffix
        dialog.setDefaultSuffix(ending.lstrip("."))
        dialog.setNameFilter(f"{_KINDS.get(ending, 'Excel')} (*{ending})")
        dialog.setDirectory(str(folder))
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.write(Path(name))

    def write(self, target: Path) -> None:
        """Write the copy with the questions that were chosen, in the background."""
        file = self._file
        if file is None:
            return
        context, programme = self._session.desk.context, self._session.programme_id
        asked, _language = self._wanted

        def make(_token: Token) -> Path:
            with context.read() as view:
                author = next((one.code for one in programmes.list_rows(view) if one.id == programme), "")
            source = file.path if file.pasted is None else None
            return answer_back.write(file.workbook, source, asked, author, target)

        self._session.desk.jobs.start(
            tr("Writing {file}", file=target.name), make, done=self._on_written, failed=self._on_failed
        )

    def _on_written(self, target: Path) -> None:
        self._target = target
        if self._dialog is not None:
            self._dialog.accept()
        n = len(self._wanted[0])
        self.told.emit(
            tr("The answer is saved as {file}", file=target.name),
            trn("{n} question stands at its cell.", "{n} questions stand at their cells.", n),
            "success",
            (
                Way(tr("Write an e-mail with it"), self._on_mail, "answer.mail"),
                *file_ways(target, "answer"),
            ),
        )

    def _on_failed(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self.told.emit(tr("The answer was not written"), error_text(error), "danger", ())
        if not isinstance(error, MentordeskError):
            raise error

    # afterwards -----------------------------------------------------------------------------------------------
    def _on_mail(self) -> None:
        name = self._file.name if self._file is not None else self._target.name
        work = partial(_mail, self._target, name, self._wanted[1])
        self._session.desk.jobs.start(tr("Preparing an e-mail"), work, done=self._on_draft, shown=False)

    def _on_draft(self, draft: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(draft))):
            self._session.desk.say(tr("The e-mail draft is open in your mail program"))
        else:
            self._session.desk.say(
                tr("No mail program took the draft"),
                tr("Attach {file} to an e-mail by hand.", file=self._target.name),
                tone="warning",
            )


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _questions(file: OneFile, language: str, token: Token) -> tuple[Asked, ...]:
    book: Any = file.book
    decisions: Mapping[RowKey, Decision] = dict(book.decisions)
    return answer_back.questions(book.given.staged, language, decisions, token)


def _first_questions(file: OneFile, language: str, token: Token) -> tuple[tuple[Asked, ...], str]:
    return _questions(file, language, token), language


def _mail(target: Path, name: str, language: str, _token: Token) -> Path:
    """The draft, with the copy as it stands on disk now: somebody may have added remarks of their own."""
    subject, text = answer_back.mail_to_sender(name, language)
    draft = copies_folder() / f"{target.stem}.eml"
    return mail_draft.write(draft, mail_draft.compose(subject, text, target.read_bytes(), target.name, own_name=True))
