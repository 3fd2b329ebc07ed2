"""Deliverables: list, board, record; stages, versions with files, reviews, adoption."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.core.dates import PartialDate
from app.core.vocabulary import DeliverableStage, ReviewVerdict
from app.services import deliverables, documents
from app.ui.editors.draft_dialog import DraftDialog
from app.ui.pages.deliverables import DeliverablesPage
from app.ui.pages.deliverables_record import DeliverableView
from app.ui.pages.deliverables_reviews import ReviewsTab
from app.ui.pages.deliverables_versions import VersionsTab
from tests.ui.money_window import TODAY, MoneyWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MoneyWindow]:
    made = MoneyWindow(qtbot, tmp_path)
    made.window.resize(1440, 900)
    made.go("deliverables")
    yield made
    made.close()


def page(window: MoneyWindow) -> DeliverablesPage:
    found = window.window.current_page()
    assert isinstance(found, DeliverablesPage)
    return found


def record(window: MoneyWindow) -> DeliverableView:
    found = page(window).record
    assert isinstance(found, DeliverableView)
    return found


def stage(window: MoneyWindow) -> DeliverableStage:
    with window.context.read() as view:
        return deliverables.load(view, window.ids["plan"]).stage


def dialog(window: MoneyWindow, name: str) -> DraftDialog:
    found = [made for made in window.window.findChildren(QDialog, name) if made.isVisible()]
    assert found, f"no {name}"
    assert isinstance(found[-1], DraftDialog)
    return found[-1]


def accept(window: MoneyWindow, name: str) -> None:
    dialog(window, name).findChild(QPushButton, f"{name}.accept").click()  # type: ignore[union-attr]
    window.settle()


def test_looking_at_a_record_changes_nothing(window: MoneyWindow) -> None:
    with window.context.write("Notes") as work:
        plan = deliverables.load(work, window.ids["plan"])
        deliverables.save(work, window.ids["plan"], replace(plan, notes="Facts and examples. "))
    window.settle()
    with window.context.read() as view:
        before = deliverables.load(view, window.ids["plan"])
    assert before.notes.endswith(" ")
    window.go("deliverables", window.ids["plan"])
    assert not record(window).keeper.is_dirty()
    window.go("budget")
    window.settle()
    with window.context.read() as view:
        assert deliverables.load(view, window.ids["plan"]) == before


def move(window: MoneyWindow, *stages: DeliverableStage) -> None:
    with window.context.write("Move") as work:
        for target in stages:
            deliverables.move(work, window.ids["plan"], target, TODAY)
    window.settle()


def titles(window: MoneyWindow) -> list[str]:
    return [row.title for row in page(window).listing.table.model.shown_rows()]


def test_saved_filters_and_places(window: MoneyWindow) -> None:
    listing = page(window).listing
    assert titles(window) == ["Strategy of Zavodske"]
    listing.choose("overdue")
    assert titles(window) == []
    listing.choose("soon")
    assert titles(window) == ["Strategy of Zavodske"]
    window.go("deliverables", tab="stage.drafting")
    assert titles(window) == []
    window.go("deliverables", tab="stage.not_started")
    assert titles(window) == ["Strategy of Zavodske"]


def test_a_new_one_needs_a_title_then_opens(window: MoneyWindow) -> None:
    page(window).primary_action().run()  # type: ignore[union-attr]
    made = dialog(window, "dialog.deliverable")
    accept(window, "dialog.deliverable")
    assert made.editor.fields["title"].problem()
    made.editor.fields["title"].set_value({"en": "SWOT analysis"})
    accept(window, "dialog.deliverable")
    window.until(lambda: page(window).record is not None and record(window).isVisible())
    assert record(window).keeper.base.title == {"en": "SWOT analysis"}
    assert record(window).keeper.base.code == "CEP-UA-D02"


def test_delete_and_undo(window: MoneyWindow) -> None:
    page(window).delete([window.ids["plan"]])
    window.settle()
    window.until(lambda: titles(window) == [])
    window.undo()
    window.until(lambda: titles(window) == ["Strategy of Zavodske"])


def test_a_card_moves_with_the_keyboard_and_by_drop(window: MoneyWindow, qtbot: QtBot) -> None:
    page(window).listing.show_as("board")
    board = page(window).listing.board
    (card,) = board.cards()
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert stage(window) is DeliverableStage.DRAFTING
    window.until(lambda: len(board.columns[DeliverableStage.DRAFTING].cards) == 1)
    board.columns[DeliverableStage.INTERNAL_REVIEW].dropped.emit(window.ids["plan"], "internal_review")
    window.settle()
    assert stage(window) is DeliverableStage.INTERNAL_REVIEW
    window.undo()
    assert stage(window) is DeliverableStage.DRAFTING


def test_a_step_back_asks_its_reason(window: MoneyWindow) -> None:
    move(window, DeliverableStage.DRAFTING)
    page(window).mover.move(window.ids["plan"], DeliverableStage.NOT_STARTED)
    made = dialog(window, "dialog.deliverable.reason")
    accept(window, "dialog.deliverable.reason")
    assert "needs a reason" in made.editor.fields["note"].problem()
    assert stage(window) is DeliverableStage.DRAFTING
    made.editor.fields["note"].set_value("The hromada has a new council.")
    accept(window, "dialog.deliverable.reason")
    assert stage(window) is DeliverableStage.NOT_STARTED


def test_adoption_asks_for_the_decision(window: MoneyWindow) -> None:
    steps = (DeliverableStage.DRAFTING, DeliverableStage.INTERNAL_REVIEW, DeliverableStage.APPROVED)
    move(window, *steps, DeliverableStage.SUBMITTED)
    page(window).mover.move(window.ids["plan"], DeliverableStage.ADOPTED)
    window.settle()
    window.until(lambda: any(d.isVisible() for d in window.window.findChildren(QDialog, "dialog.deliverable.needed")))
    fields = dialog(window, "dialog.deliverable.needed").editor.fields
    assert set(fields) == {"adoption_number", "adoption_date", "adoption_body"}
    fields["adoption_number"].set_value("12-34/VIII")
    fields["adoption_body"].set_value("Council of Zavodske")
    fields["adoption_date"].set_value(PartialDate.parse("2023-09"))
    accept(window, "dialog.deliverable.needed")
    assert stage(window) is DeliverableStage.ADOPTED
    window.undo()
    with window.context.read() as view:
        draft = deliverables.load(view, window.ids["plan"])
    assert (draft.stage, draft.adoption_number) == (DeliverableStage.SUBMITTED, ""), "one unit, taken back whole"


def test_the_record_shows_the_track_and_is_kept_as_one_types(window: MoneyWindow) -> None:
    window.go("deliverables", "plan", "overview")
    view = record(window)
    form = view._form
    assert form is not None
    form.fields["notes"].set_value("Ask the starosta.")
    assert view.keeper.keep()
    window.settle()
    with window.context.read() as read:
        assert deliverables.load(read, window.ids["plan"]).notes == "Ask the starosta."
    view._on_move("drafting")
    window.settle()
    window.until(lambda: view._stage is not None and "Drafting, 2 of 10" in view._stage.track.accessibleName())


def test_versions_keep_their_files(window: MoneyWindow, tmp_path: Path) -> None:
    window.go("deliverables", "plan", "versions")
    tab = record(window).tab("versions")
    assert isinstance(tab, VersionsTab)
    file = tmp_path / "draft.docx"
    file.write_bytes(b"words")
    tab.add_file(file)
    made = dialog(window, "dialog.version")
    assert made.editor.fields["number"].value() == "0.1", "the next number is proposed (DL-2)"
    accept(window, "dialog.version")
    with window.context.read() as view:
        (version,) = deliverables.load(view, window.ids["plan"]).versions
        assert documents.content(view, version.document_id or "") == b"words"
    window.until(lambda: tab.table.model.shown == 1)
    tab._on_delete(tab.table.model.shown_rows())
    window.settle()
    window.until(lambda: tab.table.model.shown == 0)
    window.undo()
    window.until(lambda: tab.table.model.shown == 1)


def test_a_review_is_reminded_and_gets_its_verdict(window: MoneyWindow) -> None:
    window.go("deliverables", "plan", "reviews")
    tab = record(window).tab("reviews")
    assert isinstance(tab, ReviewsTab)
    (line,) = tab.table.model.shown_rows()
    assert line.overdue
    assert tab.reminder(line).startswith(
        "mailto:?subject=Review%20of%20Strategy%20of%20Zavodske&body=Dear%20Andrej%20Pirc"
    )
    tab.ask_verdict(line)
    fields = dialog(window, "dialog.verdict").editor.fields
    fields["verdict"].set_value(ReviewVerdict.CHANGES)
    fields["comments"].set_value("The budget is missing.")
    accept(window, "dialog.verdict")
    with window.context.read() as view:
        (review,) = deliverables.load(view, window.ids["plan"]).reviews
    assert (review.verdict, review.done_on, review.comments) == (ReviewVerdict.CHANGES, TODAY, "The budget is missing.")
    tab.add()
    made = dialog(window, "dialog.review")
    accept(window, "dialog.review")
    assert "has no reviewer" in made.editor.fields["reviewer_id"].problem()
    made.reject()
