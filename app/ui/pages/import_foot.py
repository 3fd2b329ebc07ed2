"""The foot of the import assistant: what will happen, the way back, and the one filled button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from app.core.i18n import tr, trn
from app.ui.icons import icon
from app.ui.pages.import_session import ImportSession
from app.ui.theme import set_surface, theme
from app.ui.widgets.boxes import column, row
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import ElidedLabel

#: Below this width (at 100 %) there is little room.
_NARROW = 1000
_TAKEN = ("new", "update", "same")


class ImportFoot(QWidget):
    """The sum of what will happen at the left, ``cancel``, ``back`` and ``next`` at the right."""

    def __init__(self, session: ImportSession) -> None:
        super().__init__()
        self.session = session
        self.setObjectName("import.foot")
        set_surface(self, "sunken")
        self.setMinimumHeight(theme().px(68))
        line = row(self, space=2, margins=(6, 2, 6, 2))
        texts = column(space=0)
        texts.addStretch(1)
        self.title = ElidedLabel("", "strong", name="import.sum")
        self.text = ElidedLabel("", "second", name="import.sum.more")
        texts.addWidget(self.title)
        texts.addWidget(self.text)
        self.progress = QProgressBar()
        self.progress.setObjectName("import.progress")
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        texts.addWidget(self.progress)
        texts.addStretch(1)
        line.addLayout(texts, 1)
        self.answer = button(
            tr("Answer the sender …"),
            "link",
            icon_name="mail",
            name="import.answer",
            tip=tr("A copy of the file with your questions at the doubtful cells"),
        )
        self._answer_tip = self.answer.toolTip()
        self.answer.hide()
        self.cancel = button(tr("Cancel"), "link", name="import.cancel")
        self.back = button(tr("Back"), icon_name="arrow-left", name="import.back")
        self.next = button(tr("Next"), "primary", name="import.next", tip=tr("Ctrl+Enter"))
        for made in (self.answer, self.cancel, self.back, self.next):
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the answer is an icon, so that the sum keeps its room."""
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_NARROW)
        self.answer.setText("" if narrow else f" {self.answer.accessibleName()}")
        self.answer.setToolTip(self.answer.accessibleName() if narrow else self._answer_tip)

    def show_work(self, words: str) -> None:
        """Say what is being done; an empty text: nothing any more."""
        self.progress.setVisible(bool(words))
        self.progress.setRange(0, 0)
        if words:
            self.title.setText(words)
            self.text.setText(tr("Cancel changes nothing."))
            self.text.show()
            self.cancel.show()
        self.next.setEnabled(not self.session.busy)
        self.back.setEnabled(not self.session.busy)

    def show_progress(self, done: int, total: int) -> None:
        """How far it is; a total of 0: nobody knows."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _say(self, title: str, text: str, action: str, ready: bool, *, icon_name: str = "") -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.next.setIcon(icon(icon_name, "onaccent") if icon_name else QIcon())
        self.next.setText(f" {action}" if icon_name else action)
        self.next.setAccessibleName(action)
        self.next.setEnabled(ready and not self.session.busy)

    def tell_file(self) -> None:
        """Step 1."""
        one = self.session.file
        used = one.used if one is not None else ()
        text = tr("Nothing is changed before the last step.")
        if one is None:
            title = tr("No file yet")
        elif one.state == "refused":
            title = tr("{file} was not read", file=one.name)
        elif not used:
            title, text = tr("No sheet is chosen"), tr("Choose at least one sheet and the row of its headings.")
        else:
            title = trn("{n} row is read", "{n} rows are read", sum(sheet.rows for sheet in used))
        lacks = self.session.look.lacks(self.session.target)
        if not self.session.programme_id:
            lacks = tr("Choose at the left where they go.")
        ready = bool(used) and not lacks
        self._say(title, lacks if used and lacks else text, tr("Next: columns"), ready)

    def tell_columns(self, ready: bool) -> None:
        """Step 2."""
        title = tr("Each column goes where you say") if ready else self.session.look.needed_words()
        text = tr("What you change is remembered for the next file with the same headings.")
        self._say(title, text, tr("Next: check rows"), ready)

    def tell_rows(self, *, last: bool) -> None:
        """Step 3, and step 4 before anything is written (``last``)."""
        book, look = self.session.book, self.session.look
        if book is None:
            return
        counts = book.counts()
        n = sum(counts[key] for key in _TAKEN)
        doubtful = counts["doubtful"]
        out = len(book) - n - doubtful
        parts = []
        if doubtful:
            parts.append(trn("{n} doubtful row waits for you", "{n} doubtful rows wait for you", doubtful))
        if out:
            parts.append(trn("{n} row stays out", "{n} rows stay out", out))
        text = ", ".join(parts) + ". " if parts else ""
        title = look.sum_words(n, counts) if n else look.nothing_words()
        ready = n > 0 and not self.session.deciding
        if last:
            text += tr("One step: Ctrl+Z takes all of it back.")
            self._say(title, text, look.take_words(n), ready, icon_name="check")
        else:
            self._say(title, text + tr("Nothing is changed yet."), tr("Next: what will be written"), ready)

    def tell_done(self) -> None:
        """After it was written, or taken back."""
        more, standing = self.session.waiting(), self.session.result is not None
        title = tr("Taken in") if standing else tr("Taken back")
        text = trn("{n} more file waits", "{n} more files wait", more) if more else tr("No more files wait.")
        action = tr("Next file") if more else tr("Import another file") if standing else tr("Look at the rows again")
        self._say(title, text, action, True)
