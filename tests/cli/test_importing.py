"""``import participants`` and ``import undo`` on the spreadsheets as they came."""

import json
import os
import pty
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.cli.conftest import EXPECTED, SHEETS, Program

FILES = {
    "domzale-mentors.xlsx": ("CEP-UA", "CEP-UA-V01", 9, 0),
    "zavodske-delegation.xlsx": ("CEP-UA", "CEP-UA-V01", 12, 1),
    "sarajevo-network-meeting.xlsx": ("ICLD-DR", "ICLD-DR-A01", 75, 3),
}
OUTCOMES = ("new", "update", "same", "duplicate", "doubtful", "refused")


def _import(program: Program, name: str, *more: str) -> Any:
    programme, activity, _, _ = FILES[name]
    return program.run(
        "import", "participants", SHEETS / name, "--programme", programme, "--activity", activity, "--json", *more
    ).json


def _table(path: Path, rows: int) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Given name", "Surname", "E-mail"])
    for number in range(rows):
        sheet.append([f"Ana{chr(97 + number % 26)}", f"Novak{number}", f"ana{number}@town.si"])
    book.save(path)
    return path


@pytest.mark.parametrize("name", FILES)
def test_a_sheet_of_the_sample_gives_exactly_its_people(structure: Program, name: str) -> None:
    expected = json.loads((EXPECTED / f"{name}.expected.json").read_text(encoding="utf-8"))
    _, _, new, repeated = FILES[name]
    counts = dict.fromkeys(OUTCOMES, 0) | {"new": new, "duplicate": repeated}
    before = structure.content()
    dry = _import(structure, name, "--dry-run")
    assert (dry["batch"], dry["summary"]) == (None, counts)
    assert {row["person"] for row in dry["rows"]} == {None}
    assert structure.content() == before
    found = _import(structure, name)
    assert list(found)[:6] == ["file", "sha256", "batch", "sheets", "rows", "summary"]
    assert (found["file"], found["batch"], found["summary"]) == (name, "IMP-0001", counts)
    taken = [row for row in found["rows"] if row["outcome"] == "new"]
    assert [row["fields"] for row in taken] == expected["people"]
    assert len({row["person"] for row in taken}) == new
    told = [
        {"row": row["row"], "field": warning["field"], "value": warning["value"], "kind": "warning"}
        for row in found["rows"]
        for warning in row["warnings"]
        if warning["field"] != "passport_expiry"  # the journey is known here: passports that end during it are told
    ]
    assert told == expected["rejected"]
    people = {row["code"]: row for row in structure.run("list", "people", "--json").json}
    for row in taken:
        kept = people[row["person"]]
        assert {field: kept[field] for field in row["fields"] if field != "role"} == {
            field: value for field, value in row["fields"].items() if field != "role"
        }


def test_the_document_of_an_import_has_the_shape_of_the_contract(structure: Program) -> None:
    found = _import(structure, "zavodske-delegation.xlsx")
    [sheet] = found["sheets"]
    assert (sheet["name"], sheet["heading_row"], sheet["columns"]["2"]) == ("Учасники", 4, "full_name")
    row = found["rows"][0]
    assert (row["sheet"], row["row"], row["outcome"], row["person"][:2]) == ("Учасники", 5, "new", "P-")
    assert row["fields"]["family_latin"] == "Yizhakevych"
    [warning] = [warning for row in found["rows"] for warning in row["warnings"] if warning["field"] == "email"]
    assert warning["value"] == "bohdan.zghurskyi7 at zavodske.example"
    assert warning["message"] == "“bohdan.zghurskyi7 at zavodske.example” is not an e-mail address."
    assert (len(found["sha256"]), found["summary"]["duplicate"]) == (64, 1)
    [repeated] = [row for row in found["rows"] if row["outcome"] == "duplicate"]
    assert repeated["row"] == 17


def test_a_file_taken_in_twice_changes_nobody_and_both_are_taken_back(structure: Program) -> None:
    before = structure.content()
    _import(structure, "zavodske-delegation.xlsx")
    once = structure.content()
    again = _import(structure, "zavodske-delegation.xlsx")
    assert again["summary"] == dict.fromkeys(OUTCOMES, 0) | {"same": 12, "duplicate": 1}
    twice = structure.content()
    for kind in ("person", "person_position", "participation", "organisation", "consent"):
        assert twice[kind] == once[kind], kind
    assert structure.run("import", "undo", again["batch"]).out == "Import IMP-0002 was taken back whole.\n"
    assert structure.content() == once
    assert structure.run("import", "undo", "imp-0001").status == 0
    assert structure.content() == before
    assert "IMP-0001" in structure.refused("import", "undo", "IMP-0001")


def test_an_import_that_was_built_upon_is_not_taken_back(sample_copy: Program) -> None:
    before = sample_copy.content()
    assert "taken back" in sample_copy.refused("import", "undo", "IMP-0002")
    assert sample_copy.content() == before


def test_what_people_read_tells_warnings_and_how_to_take_it_back(structure: Program) -> None:
    ran = structure.run("import", "participants", SHEETS / "zavodske-delegation.xlsx", "--programme", "CEP-UA")
    lines = ran.out.splitlines()
    assert lines[0] == ("zavodske-delegation.xlsx: 12 new, 0 updated, 0 the same, 1 repeated, 0 doubtful, 0 refused")
    assert lines[-1] == "Import IMP-0001. Take it back with: main.py import undo IMP-0001"
    assert any("row 12" in line and "not an e-mail address" in line for line in lines)
    assert ran.err == ""


def test_several_files_are_taken_in_or_refused_together(structure: Program, tmp_path: Path) -> None:
    before = structure.content()
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 torn off")
    good = SHEETS / "zavodske-delegation.xlsx"
    structure.refused("import", "participants", good, broken, "--programme", "CEP-UA")
    assert structure.content() == before
    # A second file of which no row is left stops both: the first one is taken back again.
    empty = _table(tmp_path / "empty.xlsx", 0)
    sentence = structure.refused("import", "participants", good, empty, "--programme", "CEP-UA")
    assert sentence
    assert structure.content() == before
    both = structure.run(
        "import", "participants", good, SHEETS / "domzale-mentors.xlsx", "--programme", "CEP-UA", "--json"
    ).json
    assert [(one["file"], one["summary"]["new"]) for one in both] == [
        ("zavodske-delegation.xlsx", 12),
        ("domzale-mentors.xlsx", 9),
    ]


@pytest.mark.parametrize("delay", [0.0, 0.4, 1.0])
def test_control_c_stops_an_import_and_leaves_nothing(structure: Program, tmp_path: Path, delay: float) -> None:
    path = _table(tmp_path / "many.xlsx", 40_000)
    before = structure.content()
    # Who was started in the background of a shell is deaf to it, and so would be who is started from there.
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    command = subprocess.Popen(
        structure.command("import", "participants", path, "--programme", "CEP-UA"),
        env=structure.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    signal.signal(signal.SIGINT, former)
    owner = structure.database.with_name(structure.database.name + ".owner")
    deadline = time.monotonic() + 30
    while not owner.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(delay)
    # A terminal sends it to the whole group: the reader of the workbook gets it too.
    os.killpg(command.pid, signal.SIGINT)
    out, err = command.communicate(timeout=30)
    assert (command.returncode, out.decode(), err.decode()) == (1, "", "Stopped. Nothing was changed.\n")
    assert structure.content() == before


def test_a_bar_on_a_terminal_and_none_in_a_pipe(structure: Program) -> None:
    arguments = ("import", "participants", SHEETS / "domzale-mentors.xlsx", "--programme", "CEP-UA", "--dry-run")
    piped = structure.run(*arguments)
    assert (piped.status, piped.err) == (0, "")
    shown = _on_terminal(structure, *arguments)
    assert "domzale-mentors.xlsx █" in shown
    assert "100%" in shown
    assert "█" not in _on_terminal(structure, "--quiet", *arguments)


def _on_terminal(program: Program, *arguments: str | Path) -> str:
    try:
        master, slave = pty.openpty()
    except OSError:
        pytest.skip("this system gives no terminal (no devpts is mounted)")
    with os.fdopen(slave, "wb") as terminal:
        command = subprocess.Popen(
            program.command(*arguments), env=program.environment, stdout=subprocess.DEVNULL, stderr=terminal
        )
    shown = b""
    with os.fdopen(master, "rb", buffering=0) as source:
        while True:
            try:
                piece = source.read(4096)
            except OSError:  # Linux ends a terminal with an error
                break
            if not piece:
                break
            shown += piece
    assert command.wait(30) == 0
    return shown.decode("utf-8")
