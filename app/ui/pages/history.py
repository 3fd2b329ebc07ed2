"""All changes: the history of the whole data file."""

from collections.abc import Callable, Mapping

from app.core.changes import ChangeSet
from app.core.i18n import tr
from app.ui.desk import Desk
from app.ui.page import Page, Place
from app.ui.pages.history_panel import HistoryPanel
from app.ui.widgets.boxes import PageHead, column


class HistoryPage(Page):
    """Every unit of work, newest first, each with what it changed and the way back."""

    section = "history"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        body = column(self, space=0)
        self.head = PageHead("history")
        self.head.set_title(tr("All changes"))
        self.head.set_facts(
            [tr("Who changed what and when, in every part of the data file"), tr("each can be taken back")]
        )
        body.addWidget(self.head)
        self.panel = HistoryPanel(desk, name="history")
        body.addWidget(self.panel, 1)

    def show_place(self, place: Place) -> None:
        self.panel.show_record()

    def title(self) -> str:
        return tr("All changes")

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"action.edit.filter": self.panel.list.filter_box.setFocus}

    def changes(self, change_set: ChangeSet) -> None:
        self.panel.changes(change_set)
