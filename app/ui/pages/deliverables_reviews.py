"""The tab Reviews of a deliverable: who is asked by when, what was said, and the reminder."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.core.changes import ChangeSet
from app.core.errors import NotFound, Problem
from app.core.i18n import N_, language, pick, tr, trn
from app.core.vocabulary import ReviewVerdict
from app.services import deliverables, people
from app.services.deliverables import ReviewDraft
from app.ui import formats
from app.ui.desk import Desk
from app.ui.editors.choosing import Links, NameBook
from app.ui.editors.draft_dialog import Commit, DraftDialog
from app.ui.editors.record_view import Tab
from app.ui.editors.review import Said, review_sections, said_sections, verdict_state
from app.ui.editors.writing import write
from app.ui.widgets.boxes import column
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import State
from app.ui.widgets.list_columns import Column
from app.ui.widgets.list_table import ListTable
from app.ui.widgets.menu_actions import menu_actions
from app.ui.widgets.messages_view import EmptyState


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A review with the reviewer's name, and whether it is late."""

    id: str
    draft: ReviewDraft
    name: str
    overdue: bool


def _state(found: ReviewLine) -> State:
    if found.overdue:
        return State(tr("Overdue"), "danger", "circle-alert")
    return verdict_state(found.draft.verdict)


def _due(found: ReviewLine) -> str:
    return formats.day(found.draft.due, missing=tr("no day set"))


def _given(found: ReviewLine) -> str:
    return formats.day(found.draft.done_on, missing=tr("not yet"))


def check_review(draft: ReviewDraft) -> tuple[Problem, ...]:
    """A review asks somebody."""
    if not draft.reviewer_id and not draft.reviewer.strip():
        return (Problem("reviewer_id", "reviewer_missing"),)
    return ()


class ReviewsTab(Tab):
    """Enter on a waiting review asks for the verdict, on a given one shows it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("deliverable.reviews")
        self._id = ""
        self._title = ""
        self._book = NameBook(desk)
        self._links = Links(desk, self._book, {"reviewer_id": "person"})
        add = button(tr("Ask for a review"), icon_name="plus", name="deliverable.reviews.empty.add", clicked=self.add)
        self.table = ListTable(
            (
                Column("name", tr("Reviewer"), kind="bold"),
                Column("role", tr("Role"), 150, value=lambda r: r.draft.role or tr("not stated")),
                Column("due", tr("Due"), 120, "date", show=_due, value=lambda r: r.draft.due, align="left"),
                Column("state", tr("Verdict"), 170, "chip", value=_state),
                Column(
                    "done_on",
                    tr("Given on"),
                    120,
                    "date",
                    show=_given,
                    value=lambda r: r.draft.done_on,
                    align="left",
                ),
                Column("comments", tr("Comments"), kind="muted", value=lambda r: r.draft.comments or tr("none")),
            ),
            name="list.reviews",
            title=tr("Reviews"),
            hint=tr("Filter reviews"),
            empty=EmptyState(
                "eye",
                tr("Nobody is asked to review yet"),
                tr("A mentor, an expert, the coordinator: each with a day, and a verdict when it is there."),
                buttons=(add,),
            ),
            count=lambda n: trn("{n} review", "{n} reviews", n),
        )
        column(self, space=0).addWidget(self.table)
        bar = self.table.bar
        bar.addWidget(
            button(tr("Ask for a review"), icon_name="plus", name="deliverable.reviews.add", clicked=self.add)
        )
        self.verdict_button = button(
            tr("Enter the verdict"), name="deliverable.reviews.verdict", clicked=self._on_verdict
        )
        self.remind_button = button(
            tr("Remind …"), icon_name="mail", name="deliverable.reviews.remind", clicked=self._on_remind
        )
        bar.addWidget(self.verdict_button)
        bar.addWidget(self.remind_button)
        self.table.opened.connect(self.ask_verdict)
        self.table.delete_wanted.connect(self._on_delete)
        self.table.selected.connect(self._on_selected)
        self._make_menu()
        self._on_selected([])

    def _make_menu(self) -> None:
        entries = (
            ("stamp", tr("Enter the verdict"), self._on_verdict),
            ("mail", tr("Remind …"), self._on_remind),
            ("pencil", tr("Change"), self._on_change),
            ("trash-2", tr("Delete"), self._on_delete_chosen),
        )
        self.table.set_menu(menu_actions(self, entries))

    # what is shown --------------------------------------------------------------------------------------------
    def show_record(self, ident: str) -> None:
        self._id = ident
        self._refresh()

    def _refresh(self) -> None:
        try:
            with self.desk.context.read() as view:
                draft = deliverables.load(view, self._id)
        except NotFound:
            return
        self._title = pick(draft.title, language())
        self._book.learn("person", (review.reviewer_id for review in draft.reviews))
        today = self.desk.today()
        rows = [
            ReviewLine(
                review.id,
                review,
                self._book.person(review.reviewer_id) or review.reviewer,
                review.verdict is ReviewVerdict.WAITING and review.due is not None and review.due < today,
            )
            for review in draft.reviews
        ]
        self.table.set_rows(rows)
        self.counted.emit(len(rows))
        if rows and not self.table.selected_rows():
            waiting = next((line for line in rows if line.draft.verdict is ReviewVerdict.WAITING), rows[0])
            self.table.select(waiting.id)

    def changes(self, change_set: ChangeSet) -> None:
        if self._id and change_set.touches("deliverable_review", "deliverable", "person"):
            self._book.forget()
            self._refresh()

    # writing --------------------------------------------------------------------------------------------------
    def add(self) -> None:
        """Ask whom to ask."""
        self._ask(ReviewDraft(), tr("Ask for a review"))

    def _ask(self, draft: ReviewDraft, title: str) -> None:
        ident = self._id

        def keep(work: Any, made: ReviewDraft) -> None:
            whole = deliverables.load(work, ident)
            reviews = (
                tuple(made if old.id == made.id else old for old in whole.reviews)
                if made.id
                else (*whole.reviews, made)
            )
            deliverables.save(work, ident, replace(whole, reviews=reviews))

        dialog = DraftDialog(
            self,
            title,
            review_sections(),
            draft,
            name="dialog.review",
            accept=tr("Keep") if draft.id else tr("Ask"),
            check=check_review,
            commit=Commit(self.desk, N_("Change review") if draft.id else N_("Ask for a review"), keep),
        )
        self._links.ready(dialog.editor, draft)
        dialog.open()

    def ask_verdict(self, found: ReviewLine) -> None:
        """Ask what the reviewer said."""
        review = found.draft
        waiting = review.verdict is ReviewVerdict.WAITING
        said = Said(
            ReviewVerdict.APPROVED if waiting else review.verdict, review.done_on or self.desk.today(), review.comments
        )
        today, ident = self.desk.today(), found.id

        def keep(work: Any, made: Said) -> None:
            deliverables.review(work, ident, made.verdict, made.done_on or today, made.comments)

        dialog = DraftDialog(
            self,
            tr("What {name} said", name=found.name),
            said_sections(),
            said,
            name="dialog.verdict",
            accept=tr("Keep"),
            commit=Commit(self.desk, N_("Enter verdict"), keep),
        )
        dialog.open()

    def _on_delete(self, rows: Sequence[ReviewLine]) -> None:
        ident, gone = self._id, {found.id for found in rows}

        def remove(work: Any) -> None:
            whole = deliverables.load(work, ident)
            kept = tuple(review for review in whole.reviews if review.id not in gone)
            deliverables.save(work, ident, replace(whole, reviews=kept))

        said = trn("{n} review deleted.", "{n} reviews deleted.", len(gone))
        write(self.desk, N_("Delete review"), remove, said=said, undo=True)

    def reminder(self, found: ReviewLine) -> str:
        """The address of an e-mail draft that reminds the reviewer; opened by the e-mail program."""
        address = ""
        if found.draft.reviewer_id:
            with self.desk.context.read() as view:
                address = people.load(view, found.draft.reviewer_id).email
        subject = tr("Review of {title}", title=self._title)
        lines = [tr("Dear {name},", name=found.name), ""]
        lines.append(
            tr("we kindly remind you of the review of “{title}”, due on {day}.", title=self._title, day=_due(found))
            if found.draft.due
            else tr("we kindly remind you of the review of “{title}”.", title=self._title)
        )
        return f"mailto:{quote(address)}?subject={quote(subject)}&body={quote(chr(10).join(lines))}"

    # slots ----------------------------------------------------------------------------------------------------
    def _on_selected(self, rows: Sequence[ReviewLine]) -> None:
        one = rows[0] if len(rows) == 1 else None
        self.verdict_button.setEnabled(one is not None)
        self.remind_button.setEnabled(one is not None and one.draft.verdict is ReviewVerdict.WAITING)

    def _chosen(self) -> ReviewLine | None:
        rows = self.table.selected_rows()
        return rows[0] if rows else None

    def _on_verdict(self) -> None:
        found = self._chosen()
        if found is not None:
            self.ask_verdict(found)

    def _on_change(self) -> None:
        found = self._chosen()
        if found is not None:
            self._ask(found.draft, tr("Change review"))

    def _on_remind(self) -> None:
        found = self._chosen()
        if found is not None and not QDesktopServices.openUrl(QUrl(self.reminder(found))):
            self.desk.say(
                tr("No e-mail program opened"), tr("Write to {name} by hand.", name=found.name), tone="warning"
            )

    def _on_delete_chosen(self) -> None:
        rows = self.table.selected_rows()
        if rows:
            self._on_delete(rows)
