"""Every paper of the shelf on the print page of a real window: its options, its forms, its single files and drafts."""

import email
import email.policy
import io
from collections.abc import Iterator
from pathlib import Path

import docx
import icalendar
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from pytestqt.qtbot import QtBot

from app.services import paper_batches, print_facts, printing
from app.services.paper_kinds import Paper, PaperGroup
from app.ui.pages.history_words import title_words
from app.ui.pages.print_preview_pick import PickPart
from tests.ui.test_print_page import Press
from tests.ui.visit_window import VisitWindow

PAPERS = [paper for paper, kind in printing.PAPERS.items() if kind.group is not PaperGroup.CERTIFICATES]


@pytest.fixture
def press(qtbot: QtBot, tmp_path: Path) -> Iterator[Press]:
    window = VisitWindow(qtbot, tmp_path)
    yield Press(qtbot, window)
    window.close()


def _tick(pick: PickPart, number: int) -> None:
    """Open the list and tick or untick one."""
    pick.box.showPopup()
    pick.list.clicked.emit(pick.list.model().index(number, 0))
    pick._popover.close()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_is_shown_with_its_options_and_ways(press: Press, tmp_path: Path, paper: Paper) -> None:
    kind = printing.PAPERS[paper]
    page = press.go(paper.value, "visit" if kind.subject == "activity" else "programme")
    assert page.finished is not None, page.empty.accessibleName()
    assert page.finished.paper is paper
    options = page.options
    assert options.languages.second.isVisibleTo(page) == ("second" in kind.uses)
    assert options.persons.isVisibleTo(page) == ("person_ids" in kind.uses)
    assert options.days.isVisibleTo(page) == bool(kind.uses & {"days", "day"})
    assert options.columns_part.isVisibleTo(page) == ("columns" in kind.uses)
    assert options.split.isVisibleTo(page) == ("split" in kind.uses)
    assert {ending for ending, made in page.forms.items() if made.isVisibleTo(page)} == set(kind.others)
    assert page.each.isVisibleTo(page) == paper_batches.can_each(kind)
    before = press.text()
    language = "sv" if options.language.value() != "sv" else "lv"
    options.languages.set_values(language, "")
    options.languages.changed.emit()
    press.wait()
    assert press.text() != before, "another language, another text"
    for ending in kind.others:
        target = tmp_path / f"out{ending}"
        page.outlet.save_to(page.finished, target, ending)
        press.wait()
        _reopen(target.read_bytes(), ending)


def _reopen(content: bytes, ending: str) -> None:
    if ending == ".xlsx":
        rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))  # type: ignore[union-attr]
        assert rows
    elif ending == ".docx":
        assert docx.Document(io.BytesIO(content)).paragraphs
    elif ending == ".ics":
        assert icalendar.Calendar.from_ical(content).walk("VEVENT")
    else:
        raise AssertionError(ending)


def test_two_languages_change_places_and_stand_in_three_layouts(press: Press) -> None:
    options = press.page.options
    assert options.languages.values() == ("en", "uk")
    assert options.layout_part.isVisibleTo(press.page)
    options.languages.swap.click()
    press.wait()
    assert press.page.finished is not None
    assert (press.page.finished.options.language, press.page.finished.options.second) == ("uk", "en")
    sizes = set()
    for layout in ("a", "b", "c"):
        options.layout_part.switch.set_current(layout)
        options.layout_part.changed.emit()
        press.wait()
        sizes.add((press.page.finished.sizes[0], len(press.page.finished.sizes), len(press.text())))
    assert len(sizes) == 3
    options.second.set_value("")
    options.second.changed.emit()
    press.wait()
    assert not options.layout_part.isVisibleTo(press.page)
    assert not options.languages.swap.isEnabled()


def test_days_are_ticked_in_a_list(press: Press) -> None:
    options = press.page.options
    assert len(options.facts.days) == 3  # type: ignore[union-attr]
    assert "Alarm" in press.text()
    _tick(options.days, 1)
    press.wait()
    assert "Alarm" not in press.text()
    assert options.days.box.currentText() == "2 of 3 days"
    options.days.all.click()
    press.wait()
    assert "Alarm" in press.text()
    options.days._on_none()
    press.wait()
    assert press.page.finished is None
    assert "Choose at least one day" in press.page.options.lack()
    _tick(options.days, 0)
    press.wait()
    assert "Opening" in press.text()
    assert "Alarm" not in press.text()


def test_people_are_found_by_typing_in_either_script(press: Press) -> None:
    page = press.go("badges")
    pick = page.options.persons
    pick.box.showPopup()
    model = pick.list.model()
    everybody = model.rowCount()
    assert everybody == 2
    name = str(model.index(0, 0).data())
    pick._search.textEdited.emit(name.partition(",")[0].upper())
    assert 1 <= model.rowCount() <= everybody
    pick._search.textEdited.emit("nobody like that")
    assert model.rowCount() == 0
    pick._search.textEdited.emit("")
    before = press.text()
    pick.list.clicked.emit(model.index(0, 0))
    pick._popover.close()
    press.wait()
    assert len(page.options.options().person_ids) == 1
    assert press.text() != before
    assert page.finished is not None
    assert page.finished.options.person_ids == page.options.options().person_ids


def test_choices_are_remembered_for_each_paper(press: Press) -> None:
    options = press.page.options
    options.columns.set_current("compact")
    options.columns_part.changed.emit()
    press.wait()
    press.go("sign-in")
    options.photo.setChecked(False)
    press.wait()
    press.go("agenda")
    assert options.options().columns == "compact"
    assert options.options().photo
    press.go("sign-in")
    assert not options.options().photo


def test_papers_are_offered_in_groups(press: Press) -> None:
    combo = press.page.options.paper.combo
    words = [combo.itemText(number).strip() for number in range(combo.count())]
    model = combo.model()
    assert isinstance(model, QStandardItemModel)
    heads = [words[n] for n in range(combo.count()) if not model.item(n).isEnabled()]
    assert heads == ["Agenda", "People", "Letters", "Certificates", "Reports"]
    assert len(words) == len(heads) + len(printing.PAPERS)


def test_an_internal_paper_says_so(press: Press) -> None:
    page = press.go("participants")
    assert "internal: not for distribution" not in [state.word for state in page._states()]
    page.options.internal.setChecked(True)
    press.wait()
    assert "internal: not for distribution" in [state.word for state in page._states()]
    assert page.finished is not None
    assert "internal" in page.finished.printed.file_name
    press.go("agenda")
    assert [state.word for state in page._states()] == ["Not issued yet: 0.1"]


def test_warnings_lead_to_where_they_are_put_right(press: Press) -> None:
    page = press.go("letters")
    assert any("Latin" in text or "position" in text or "signs" in text for text in page.options.warnings.texts())
    told = page.options.warnings.texts()
    assert len(told) > 2
    more = press.window.find(type(page.save), "print.warnings.more")
    assert more.text() == f"{len(told) - 2} more thing{'s' if len(told) > 3 else ''} to look at"  # type: ignore[attr-defined]
    more.click()  # type: ignore[attr-defined]
    press.qtbot.waitUntil(lambda: page.findChild(type(page.save), f"print.warning.{len(told) - 1}.show") is not None)
    press.go("agenda")
    shown = press.page.options.warnings.texts()
    assert "1 text in Ukrainian is missing." in shown
    way = press.window.find(type(page.save), f"print.warning.{shown.index('1 text in Ukrainian is missing.')}.show")
    way.click()  # type: ignore[attr-defined]
    press.wait()
    place = press.window.window.place()
    assert place is not None
    assert (place.section, place.record_id, place.tab) == ("visits", press.window.ids["visit"], "agenda")


def test_one_file_and_one_draft_for_each_person(press: Press, tmp_path: Path) -> None:
    page = press.go("personal-agenda")
    assert page.finished is not None
    page.outlet.save_each_to(page.finished, tmp_path / "files")
    press.wait()
    files = sorted((tmp_path / "files").iterdir())
    with press.window.context.read() as view:
        chosen = print_facts.people(view, press.window.ids["visit"])
    assert len(files) == len(chosen) == 2
    page.outlet.mail_each_to(page.finished, tmp_path / "drafts")
    press.wait()
    drafts = sorted((tmp_path / "drafts").glob("*.eml"))
    assert len(drafts) == 2
    attached = set()
    for draft in drafts:
        message = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
        assert message["X-Unsent"] == "1"
        [part] = message.iter_attachments()  # type: ignore[attr-defined]
        attached.add(part.get_content())
    assert attached == {file.read_bytes() for file in files}
    assert not page.outlet.batch.isVisibleTo(page)


def test_a_batch_is_stopped_at_the_page(press: Press, tmp_path: Path) -> None:
    page = press.go("personal-agenda")
    assert page.finished is not None
    job = page.outlet.save_each_to(page.finished, tmp_path / "files")
    assert page.outlet.batch.isVisibleTo(page)
    page.outlet.batch.stop.click()
    assert job.cancelling
    press.wait()
    assert "Stopped" in press.window.window.toast.text()
    assert not list((tmp_path / "files").glob("*.part")) if (tmp_path / "files").exists() else True


def test_the_page_is_sized_by_keys_without_touching_the_text(press: Press) -> None:
    page = press.page
    page.view.setFocus()
    fitted = page.view.zoom
    press.qtbot.keyClick(page.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.view.zoom > fitted
    press.qtbot.keyClick(page.view, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert page.view.whole
    assert page.view._boxes[0].height() <= page.view.viewport().height()
    press.qtbot.keyClick(page.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.view.zoom == pytest.approx(fitted, abs=0.02)
    press.qtbot.keyClick(page.view, Qt.Key.Key_End)
    assert page.view.page() == page.view.count()
    press.qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert page.view.page() == 1


def test_a_way_out_waits_for_the_paper_that_was_chosen_last(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []
    monkeypatch.setattr(press.page.outlet, "save", taken.append)
    press.page.options.languages.set_values("sl", "")
    press.page.options.languages.changed.emit()
    press.page.save.click()
    assert taken == []
    press.wait()
    assert [paper.options.language for paper in taken] == ["sl"]


def test_a_making_that_is_stopped_leaves_the_page_usable(press: Press) -> None:
    page = press.page
    page.options.languages.set_values("sl", "")
    page.options.languages.changed.emit()
    page._make()
    assert page._job is not None
    page._job.cancel()
    press.wait()
    assert page._job is None
    page.make()
    press.wait()
    assert page.finished is not None
    assert page.finished.options.language == "sl"


def test_the_history_names_the_paper_and_its_visit(press: Press, tmp_path: Path) -> None:
    from app.services import history

    assert press.page.finished is not None
    press.page.outlet.save_to(press.page.finished, tmp_path / "a.pdf")
    press.wait()
    with press.window.context.read() as view:
        unit = history.list_units(view)[0]
        [record] = history.load_changes(view, unit.id)
    code = press.page.finished.printed.file_name.partition(" ")[0]
    assert title_words(unit.title, unit.params) == f"Agenda of {code} issued"
    [owner] = [field for field in record.fields if field.field == "owner_id"]
    assert (owner.new, owner.target) == ("Domžale – Zavodske", "activity")


def test_badges_ask_for_blank_badges_not_for_rows(press: Press) -> None:
    field = press.go("badges").options.blank_rows
    assert (field.label.text(), field.edit.accessibleName()) == ("Blank badges", "Blank badges")
    assert field.edit.placeholderText() == "none"
    field = press.go("sign-in").options.blank_rows
    assert (field.label.text(), field.edit.placeholderText()) == ("Blank rows", "as in the settings")
