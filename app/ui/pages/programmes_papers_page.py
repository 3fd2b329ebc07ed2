"""The page beside the fields: the real paper as it would be printed with what stands in them."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from app.core.errors import MentordeskError
from app.core.i18n import LANGUAGE_NAMES, tr
from app.core.progress import Token
from app.core.sentences import sentence
from app.services import paper_samples
from app.services.paper_samples import Sample, Trial
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.messages import error_text
from app.ui.pages.print_preview_pages import PageView
from app.ui.widgets.boxes import Panel, column
from app.ui.widgets.labels import ElidedLabel, hairline, label
from app.ui.widgets.messages_view import EmptyState, MessageStrip

#: Milliseconds after the last keystroke until the page is made anew.
_PAUSE = 350
#: Placeholders without a value that are told one by one.
_TOLD = 4


class SamplePage(Panel):
    """Asks ``what()`` which paper to make and with which words, a moment after each change."""

    def __init__(self, desk: Desk, what: Callable[[], tuple[str, str, Trial] | None]) -> None:
        super().__init__("canvas", space=0)
        self.setObjectName("programme.papers.sample")
        self.desk = desk
        self._what = what
        self._job: Job | None = None
        self._shown = ("", "")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self._make)
        head = Panel(space=1, margins=(5, 3, 5, 2))
        head.body.addWidget(label(tr("As it is printed"), "head"))
        self.caption = ElidedLabel("", "second", name="programme.papers.sample.caption")
        head.body.addWidget(self.caption)
        self.body.addWidget(head)
        self.body.addWidget(hairline())
        strips = column(space=0, margins=(3, 2, 3, 0))
        self.missing = MessageStrip(name="programme.papers.sample.missing")
        strips.addWidget(self.missing)
        self.body.addLayout(strips)
        self.view = PageView(desk, "programme.papers.sample.pages")
        self.empty = EmptyState("file-text", tr("No page to show yet"), name="programme.papers.sample.empty")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack, 1)

    def make(self) -> None:
        """Make the page anew, a moment after the last change."""
        self._wait.start()

    def _make(self) -> None:
        asked = self._what()
        if asked is None or not self.desk.is_open:
            return
        if self._job is not None:
            self._job.cancel()
        programme_id, paper, trial = asked
        if self._shown != (programme_id, paper):
            # Another paper: the former one must not be seen in its shape.
            self._shown = (programme_id, paper)
            self.view.show_pdf(b"")
            self.caption.setText(tr("being prepared …"))
            self.missing.show_message("")
        context = self.desk.context

        def run(token: Token) -> Sample:
            with context.read() as view:
                return paper_samples.sample(view, programme_id, paper, trial, token)

        self._job = self.desk.jobs.start(
            tr("Preparing the page"),
            run,
            done=self._on_made,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
            shown=False,
        )

    def _on_made(self, sample: Sample) -> None:
        self._job = None
        told = tr("{code} · {title}", code=sample.code, title=sample.title)
        if sample.borrowed:
            told = tr("With {code} of another programme, until this one has visits of its own", code=sample.code)
        self.caption.setText(told)
        lines = [
            sentence(
                "paper_value_missing",
                {
                    "place": tr(one.place_name),
                    "slot": tr(one.slot_label),
                    "language": LANGUAGE_NAMES.get(one.language, one.language),
                },
            )
            for one in sample.missing
        ]
        more = [tr("{n} more are empty.", n=len(lines) - _TOLD)] if len(lines) > _TOLD else []
        self.missing.show_message("", "\n".join([*lines[:_TOLD], *more]), tone="warning")
        self.view.show_pdf(sample.content)
        self.stack.setCurrentWidget(self.view)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if not isinstance(error, MentordeskError):
            raise error
        self.caption.setText("")
        self.missing.show_message("")
        self.view.show_pdf(b"")
        self.empty.set_texts(tr("No page to show yet"), error_text(error))
        self.stack.setCurrentWidget(self.empty)

    def _on_cancelled(self) -> None:
        """A page that is made anew: the former making was stopped."""
