"""Versions of an agenda from the command line: changes, reasons, as implemented, calendars."""

import json
from pathlib import Path

import icalendar

from tests.cli.conftest import Program

VISIT = "CEP-UA-V01"


def test_an_agenda_is_kept_as_implemented_and_then_not_revised(sample_copy: Program, tmp_path: Path) -> None:
    told = sample_copy.run("agenda", "changes", VISIT)
    assert (told.status, told.out) == (0, "Issued, version 1.0\n")
    same = sample_copy.run("agenda", "issue", VISIT)
    assert (same.status, same.out) == (1, "")
    assert "Nothing has changed since version 1.0" in same.err
    assert sample_copy.run("agenda", "issue", VISIT, "--reason", "1=late").status == 1
    final = sample_copy.run("agenda", "issue", VISIT, "--final", "--note", "As it was held")
    assert (final.status, final.out) == (0, "Agenda 1.1 is final, as implemented.\n")
    again = sample_copy.run("agenda", "issue", VISIT)
    assert again.status == 1
    assert "Version 1.1 is final" in again.err
    found = json.loads(sample_copy.run("agenda", "changes", VISIT, "--json").out)
    assert (found["state"], found["number"], found["changes"]) == ("final", "1.1", [])
    assert [(one["number"], one["state"], one["note"]) for one in found["versions"]] == [
        ("1.0", "issued", ""),
        ("1.1", "final", "As it was held"),
    ]
    report = tmp_path / "report.pdf"
    assert sample_copy.run("export", "visit-report", VISIT, "--output", report, "--annex").status == 0


def test_an_event_to_come_has_no_agenda_as_implemented(sample_copy: Program) -> None:
    refused = sample_copy.run("agenda", "issue", "NOBODY-V99", "--final")
    assert refused.status == 1
    assert "Traceback" not in refused.err


def test_a_calendar_without_anything_cancelled(sample_copy: Program, tmp_path: Path) -> None:
    target = tmp_path / "visit.ics"
    refused = sample_copy.run("export", "calendar", VISIT, "--output", target, "--cancelled")
    assert refused.status == 1
    assert "nothing to cancel" in refused.err
    assert not target.exists()
    assert sample_copy.run("export", "calendar", VISIT, "--output", target, "--language", "sl").status == 0
    assert icalendar.Calendar.from_ical(target.read_bytes())["method"] == "PUBLISH"
