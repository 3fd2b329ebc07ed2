"""What an empty data file shows: three ways to begin."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.i18n import tr
from app.core.progress import Token
from app.ui.desk import Desk
from app.ui.page import NEW, Place
from app.ui.theme import theme
from app.ui.widgets.boxes import Card, Scroll, SignBox, column
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import label


def centre(scroll: Scroll) -> None:
    """Have what is narrower than the page stand in its middle."""
    holder = scroll.widget()
    layout = holder.layout() if holder is not None else None
    if isinstance(layout, QHBoxLayout):
        layout.insertStretch(0, 1)


class StartCard(Card):
    """One way to begin: a sign, what it is, what comes of it, its button."""

    def __init__(
        self, icon_name: str, title: str, text: str, action: str, run: Callable[[], object], *, name: str, filled: bool
    ) -> None:
        super().__init__(padding=5, name=f"{name}.card")
        self.setFixedWidth(theme().px(300))
        self.setMinimumHeight(theme().px(230))
        self.add(SignBox(icon_name, "info"))
        self.add(label(title, "section", wrap=True))
        self.add(label(text, "second", wrap=True))
        self.body.addStretch(1)
        self.button = button(action, "primary" if filled else "quiet", name=name, clicked=run)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class StartPage(Scroll):
    """Shown while the data file holds no programme."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(limit=1010, margins=(6, 7, 6, 6))
        self.desk = desk
        self.setObjectName("overview.start")
        centre(self)
        words = column(space=2)
        words.addWidget(label(tr("Welcome to Mentordesk"), "title", wrap=True))
        words.addWidget(
            label(
                tr(
                    "Nothing is in this data file yet. Three ways to begin; each can be taken back with Ctrl+Z, and "
                    "everything stays on this computer."
                ),
                "muted",
                wrap=True,
            )
        )
        self.body.addSpacing(theme().px(40))
        self.body.addLayout(words)
        flow = Flow(4)
        for card in self._cards():
            flow.add(card)
        self.body.addWidget(flow)
        self.body.addStretch(1)

    def _cards(self) -> list[QWidget]:
        self._programme = StartCard(
            "folder-kanban",
            tr("Begin with a programme"),
            tr("Name, funder, period and currency: then partnerships, visits and the budget have their place."),
            tr("New programme"),
            self._on_programme,
            name="overview.start.programme",
            filled=True,
        )
        self._import = StartCard(
            "file-spreadsheet",
            tr("Bring your spreadsheet"),
            tr("A list of people as it is: headings are found, each row is shown before anything is kept."),
            tr("Import a spreadsheet"),
            self._on_import,
            name="overview.start.import",
            filled=False,
        )
        self._sample = StartCard(
            "lightbulb",
            tr("Look around first"),
            tr("Six real mentoring programmes with visits, agendas, people and money, to try everything on."),
            tr("Make the sample"),
            self._on_sample,
            name="overview.start.sample",
            filled=False,
        )
        return [self._programme, self._import, self._sample]

    def _on_programme(self) -> None:
        self.desk.go(Place("programmes", NEW))

    def _on_import(self) -> None:
        self.desk.go(Place("import"))

    def _on_sample(self) -> None:
        self._sample.button.setEnabled(False)
        self.desk.jobs.start(
            tr("Making the sample"),
            self._make,
            writes=True,
            done=self._on_made,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    def _make(self, token: Token) -> None:
        # Importers and papers come along with it: the first page of every start would wait for them.
        from app.services import main_job

        main_job.make_sample(self.desk.context, token)

    def _on_made(self, _result: object) -> None:
        self._sample.button.setEnabled(True)
        self.desk.say(tr("The sample is made."), tr("Choose one of its programmes above, or stay with all of them."))

    def _on_failed(self, error: BaseException) -> None:
        self._sample.button.setEnabled(True)
        self.desk.say_error(error)

    def _on_cancelled(self) -> None:
        self._sample.button.setEnabled(True)
