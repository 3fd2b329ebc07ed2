"""Versions of an agenda to the last: why items changed (AR-4), as implemented (AR-1, AR-5), in calendars (AR-6)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar
import pytest

from app.core import coordinator
from app.core.errors import NotFound, Refused
from app.core.i18n import LANGUAGES
from app.core.vocabulary import ActivityStatus, AgendaState
from app.services import activities, agenda_moves, agenda_paper, agenda_versions, agendas, printing, sheet_papers
from app.services.context import Context
from app.services.printing import Paper, PaperOptions
from tests.documents.paper_reading import pages_text, text
from tests.dump import dump
from tests.services.programme_of_visits import Town, build, item

AFTER = datetime(2023, 10, 12, 8, tzinfo=UTC)
BEFORE = datetime(2023, 9, 25, 12, 5, tzinfo=UTC)


@pytest.fixture
def town(context: Context) -> Town:
    return build(context)


@pytest.fixture
def items(context: Context, town: Town) -> tuple[str, str, str]:
    """Three items, issued as version 1.0 before the event."""
    with context.write("Agenda") as work:
        made = (
            item(work, town.visit, 9, "9:00", "10:00"),
            item(work, town.visit, 9, "10:30", "11:00"),
            item(work, town.visit, 10, "11:00", "12:00"),
        )
        agenda_versions.issue(work, town.visit, at=BEFORE)
    return made


def _printed(context: Context, town: Town, **options: object) -> str:
    with context.read() as view:
        given = PaperOptions(**options)  # type: ignore[arg-type]
        return text(printing.make(view, Paper.AGENDA, town.visit, given).content)


def _calendar(context: Context, town: Town, **options: object) -> icalendar.Calendar:
    with context.read() as view:
        content = sheet_papers.calendar_file(view, town.visit, "en", **options)  # type: ignore[arg-type]
    found = icalendar.Calendar.from_ical(content)
    assert isinstance(found, icalendar.Calendar)
    return found


def _entries(calendar: icalendar.Calendar) -> dict[str, tuple[str, int]]:
    return {str(one["uid"]): (str(one["status"]), int(one["sequence"])) for one in calendar.walk("VEVENT")}


def test_an_item_deleted_after_it_was_issued_is_cancelled_in_the_calendar(
    context: Context, town: Town, items: tuple[str, str, str]
) -> None:
    """AR-6: the same UID, SEQUENCE raised, told as it was told last."""
    stays, gone, struck = items
    first = _entries(_calendar(context, town))
    assert first == {f"{ident}@mentordesk": ("CONFIRMED", 1) for ident in items}
    with context.write("Off") as work:
        agendas.delete(work, gone)
        agendas.set_cancelled(work, struck, True)
    wanted = {
        f"{stays}@mentordesk": ("CONFIRMED", 2),
        f"{gone}@mentordesk": ("CANCELLED", 2),
        f"{struck}@mentordesk": ("CANCELLED", 2),
    }
    assert _entries(_calendar(context, town)) == wanted, "a draft of the revision"
    with context.write("Issue") as work:
        agenda_versions.issue(work, town.visit, at=BEFORE + timedelta(days=1))
    found = _calendar(context, town)
    assert _entries(found) == wanted
    assert found["method"] == "PUBLISH"
    entry = next(one for one in found.walk("VEVENT") if str(one["uid"]).startswith(gone))
    assert str(entry["summary"]) == "Item 10:30"
    assert entry["dtstart"].dt == datetime(2023, 10, 9, 8, 30, tzinfo=UTC)
    assert entry["dtstamp"].dt == BEFORE + timedelta(days=1)
    with context.read() as view:
        oldest, newest = agenda_versions.list_rows(view, town.visit)
    assert _entries(_calendar(context, town, version_id=oldest.id)) == first
    assert _entries(_calendar(context, town, version_id=newest.id)) == wanted
    with pytest.raises(NotFound):
        _calendar(context, town, version_id="0" * 32)


def test_a_cancellation_is_a_calendar_of_its_own(context: Context, town: Town, items: tuple[str, str, str]) -> None:
    with pytest.raises(Refused, match="calendar_nothing_cancelled"):
        _calendar(context, town, cancelled=True)
    with context.write("Off") as work:
        agendas.delete(work, items[1])
    found = _calendar(context, town, cancelled=True)
    assert found["method"] == "CANCEL"
    assert _entries(found) == {f"{items[1]}@mentordesk": ("CANCELLED", 2)}
    context.undo()
    assert set(_entries(_calendar(context, town)).values()) == {("CONFIRMED", 1)}
    with context.write("The whole visit") as work:
        draft = activities.load(work, town.visit)
        activities.save(work, town.visit, replace(draft, status=ActivityStatus.CANCELLED))
    found = _calendar(context, town)
    assert found["method"] == "CANCEL"
    assert {status for status, _ in _entries(found).values()} == {"CANCELLED"}


def test_what_was_never_issued_leaves_no_trace_in_the_calendar(context: Context, town: Town) -> None:
    with context.write("Draft") as work:
        kept, gone = item(work, town.visit, 9, "9:00", "10:00"), item(work, town.visit, 9, "11:00", "12:00")
        agendas.delete(work, gone)
    assert _entries(_calendar(context, town)) == {f"{kept}@mentordesk": ("CONFIRMED", 0)}


def test_an_agenda_is_kept_as_implemented_when_the_event_is_over(
    context: Context, town: Town, items: tuple[str, str, str]
) -> None:
    """AR-1: after that nothing but a correction of the same kind."""
    for too_early in (BEFORE, datetime(2023, 10, 10, 12, tzinfo=UTC)):
        with pytest.raises(Refused, match="agenda_not_over"), context.write("Final") as work:
            agenda_versions.finalise(work, town.visit, at=too_early)
    with context.write("Final") as work:
        assert agenda_versions.finalise(work, town.visit, at=AFTER) == "1.1"
    with context.read() as view:
        status = agenda_versions.status(view, town.visit)
        last = agenda_versions.list_rows(view, town.visit)[-1]
        assert (status.state, status.number, status.changes, status.issued) == (AgendaState.FINAL, "1.1", (), True)
        assert (last.state, last.replaces, last.who) == (AgendaState.FINAL, "1.0", context.who)
        assert agenda_versions.final_version(view, town.visit) == last.id
    for verb in (agenda_versions.issue, agenda_versions.finalise):
        with pytest.raises(Refused, match=r"agenda_final|agenda_not_changed"), context.write("Again") as work:
            verb(work, town.visit, at=AFTER)
    with context.write("It began later") as work:
        agenda_moves.move(work, [items[0]], timedelta(minutes=30))
    with pytest.raises(Refused, match="agenda_final"), context.write("Revise") as work:
        agenda_versions.issue(work, town.visit, at=AFTER)
    with context.write("Correct") as work:
        assert agenda_versions.finalise(work, town.visit, at=AFTER) == "1.2"


def test_a_version_that_was_never_issued_before_can_be_final(context: Context, town: Town) -> None:
    with pytest.raises(Refused, match="agenda_empty"), context.write("Final") as work:
        agenda_versions.finalise(work, town.visit, at=AFTER)
    with context.write("Agenda") as work:
        item(work, town.visit, 9, "9:00", "10:00")
        assert agenda_versions.finalise(work, town.visit, at=AFTER) == "1.0"
    with context.read() as view:
        assert agenda_versions.status(view, town.visit).state is AgendaState.FINAL


def test_states_go_from_draft_to_issued_to_revised_to_final(
    context: Context, town: Town, items: tuple[str, str, str]
) -> None:
    def state() -> AgendaState:
        with context.read() as view:
            return agenda_versions.status(view, town.visit).state

    found = [state()]
    with context.write("Revise") as work:
        agendas.set_cancelled(work, items[1], True)
        agenda_versions.issue(work, town.visit, at=BEFORE)
    found.append(state())
    with context.write("Final") as work:
        agenda_versions.finalise(work, town.visit, at=AFTER)
    found.append(state())
    assert found == [AgendaState.ISSUED, AgendaState.REVISED, AgendaState.FINAL]


def test_the_version_line_says_that_it_is_final(context: Context, town: Town, items: tuple[str, str, str]) -> None:
    with context.write("Final") as work:
        agenda_versions.finalise(work, town.visit, at=AFTER)
    told = _printed(context, town)
    assert "Final, as implemented – Version 1.1 – 12 October 2023, 10:00 – replaces version 1.0" in told
    assert told.count("Final, as implemented – Version 1.1") >= 2, "in the footer too"
    for language in LANGUAGES:
        with context.read() as view:
            assert agenda_paper.source(view, town.visit).version.final
            assert "1.1" in text(printing.make(view, Paper.AGENDA, town.visit, PaperOptions(language)).content)
    with context.read() as view:
        report = printing.make(view, Paper.VISIT_REPORT, town.visit, PaperOptions(annex=True)).content
        alone = printing.make(view, Paper.VISIT_REPORT, town.visit, PaperOptions()).content
    assert "Version 1.1, Final, as implemented" in text(report)
    assert len(pages_text(report)) > len(pages_text(alone))
    assert "Programme of the mentoring visit" in text(report)


def test_each_changed_item_has_its_reason(context: Context, town: Town, items: tuple[str, str, str]) -> None:
    """AR-4: was, is, reason, who; what is not told of an item is told of the whole version."""
    moved, changed, gone = items
    with context.write("Changes") as work:
        agenda_moves.move(work, [moved], timedelta(hours=1))
        agendas.save(work, changed, replace(agendas.load(work, changed), venue={"en": "Library"}))
        agendas.delete(work, gone)
        reasons = {moved: "The train is late", gone: "  Speaker <b>ill</b>  ", changed: " ", "nobody": "none"}
        assert agenda_versions.issue(work, town.visit, "Late news", BEFORE, reasons=reasons) == "1.1"
    with context.read() as view:
        rows = agenda_versions.list_rows(view, town.visit)
        kept = agenda_versions.load_snapshot(view, rows[-1].id)["reasons"]
        listed = {one.item.first: one.reason.first for one in agenda_paper.paper(view, town.visit, "en").changes}
    assert kept == {moved: "The train is late", gone: "Speaker <b>ill</b>"}
    assert listed == {
        "Item 9:00": "The train is late",
        "Item 10:30": "Late news",
        "Item 11:00": "Speaker <b>ill</b>",
    }
    told = _printed(context, town)
    assert told.count("The train is late") == 2, "with the item and in the list"
    assert "Speaker <b>ill</b>" in told
    with context.read() as view:
        assert agenda_versions.draft_number(view, town.visit) == "", "a reason is no change of the agenda"


@pytest.fixture
def named() -> object:
    coordinator.use_name("Maja Kranjc")
    yield None
    coordinator.use_name("")


def test_papers_and_history_call_the_coordinator_by_name(
    context: Context, town: Town, items: tuple[str, str, str], named: object
) -> None:
    """What was done under the login of this computer is told by the name as well."""
    assert context.who == coordinator.login(), "opened before the name was told"
    with context.write("Move") as work:
        agenda_moves.move(work, [items[0]], timedelta(hours=1))
    context.who = coordinator.who()
    with context.write("Cancel") as work:
        agendas.set_cancelled(work, items[1], True)
    with context.read() as view:
        told = {one.who for one in agenda_paper.paper(view, town.visit, "en").changes}
    assert told == {"Maja Kranjc"}
    assert coordinator.told("somebody else") == "somebody else"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Maja\n Kranjc ", "Maja Kranjc"), ("\u202eabc\x00", "abc"), ("x" * 500, "x" * 80), ("", "")],
)
def test_a_name_is_cleaned(named: object, typed: str, kept: str) -> None:
    coordinator.use_name(typed)
    assert coordinator.name() == kept
    assert coordinator.who() == (kept or coordinator.login())


@pytest.mark.parametrize("verb", [agenda_versions.issue, agenda_versions.finalise])
def test_issuing_is_taken_back_and_done_again(
    context: Context, town: Town, items: tuple[str, str, str], verb: Callable[..., str]
) -> None:
    with context.write("Change") as work:
        agendas.set_cancelled(work, items[1], True)
    before = dump(context)
    with context.write("Issue") as work:
        verb(work, town.visit, "note", AFTER, reasons={items[1]: "Ill"})
    after = dump(context)
    context.undo()
    assert dump(context) == before
    context.redo()
    assert dump(context) == after != before
