"""Where a certificate is put to be checked: a picture dropped, chosen or pasted, or a code typed."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QImageWriter, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QPlainTextEdit

from app.core.i18n import tr
from app.ui.theme import set_style, theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import IconLabel, label

PICTURES = ("*.png", "*.jpg", "*.jpeg", "*.webp", "*.tif", "*.tiff", "*.bmp", "*.gif", "*.pdf")


def png_of(picture: QImage) -> bytes:
    """A picture of the clipboard as PNG."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(kept, QByteArray(b"png")).write(picture)
    return bytes(kept.data().data())


class CodeField(QPlainTextEdit):
    """A code typed or pasted; a pasted picture or file is handed on. Enter checks."""

    entered = Signal()
    picture_given = Signal(bytes)
    file_given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("certificate.check.code")
        self.setAccessibleName(tr("Code or number of the certificate"))
        self.setPlaceholderText(tr("Number, code, or the long code that begins with MD1"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme().px(96))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        path = file_in(source)
        if path is not None:
            self.file_given.emit(path)
        elif source.hasImage():
            self.picture_given.emit(png_of(QImage(source.imageData())))
        else:
            super().insertFromMimeData(source)


def file_in(source: QMimeData) -> Path | None:
    """The first file of this computer in what was dropped or pasted."""
    return next((Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()), None)


class PictureDrop(QFrame):
    """``file_given(path)`` when a file was dropped or chosen; ``picture_given(bytes)`` for a picture without a file."""

    file_given = Signal(object)
    picture_given = Signal(bytes)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("certificate.check.drop")
        set_style(self, "tone", "neutral")
        self.setAcceptDrops(True)
        body = column(self, space=2, margins=(5, 5, 5, 5))
        body.addStretch(1)
        centred = Qt.AlignmentFlag.AlignHCenter
        body.addWidget(IconLabel("scan-line", "muted", "large"), 0, centred)
        title = label(tr("Drop a picture of the certificate here"), "section", wrap=True)
        how = label(
            tr("A photograph, a scan or the PDF. The square code must be sharp and whole."), "second", wrap=True
        )
        for text in (title, how):
            text.setAlignment(centred)
            body.addWidget(text)
        line = row(space=2)
        line.addStretch(1)
        self.choose_button = button(
            tr("Choose a picture …"), icon_name="image", name="certificate.check.choose", clicked=self.choose
        )
        line.addWidget(self.choose_button)
        line.addStretch(1)
        body.addLayout(line)
        body.addStretch(1)

    def choose(self) -> None:
        """Ask for a picture."""
        dialog = QFileDialog(self.window(), tr("Choose a picture of a certificate"))
        dialog.setObjectName("dialog.certificate.picture")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Pictures and PDF") + f" ({' '.join(PICTURES)})", tr("All files") + " (*)"])
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.file_given.emit(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if file_in(event.mimeData()) is not None or event.mimeData().hasImage():
            event.acceptProposedAction()
            set_style(self, "tone", "info")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_style(self, "tone", "neutral")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        set_style(self, "tone", "neutral")
        path = file_in(event.mimeData())
        if path is not None:
            self.file_given.emit(path)
        elif event.mimeData().hasImage():
            self.picture_given.emit(png_of(QImage(event.mimeData().imageData())))
        event.acceptProposedAction()
