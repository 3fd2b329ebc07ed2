"""Bad input: one clear sentence on standard error, exit status 1 or 2, nothing lost, nothing half done."""

import ctypes
import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, SHEETS, Program

PEOPLE = SHEETS / "zavodske-delegation.xlsx"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
_HOLD = """
import sys
from pathlib import Path
from app.services.context import Context
held = Context.open(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
held.close()
"""
_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE = 24, 1


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE somebody (name TEXT)")
    raw.close()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.mkdir(), "“own.mdesk” is not a Mentordesk file."),
        (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 4000), "“own.mdesk” is not a Mentordesk file."),
        (_foreign, "“own.mdesk” is not a Mentordesk file."),
        (lambda path: None, "There is no file “"),
    ],
    ids=["folder", "picture", "foreign database", "nothing"],
)
def test_a_data_file_that_is_none(tmp_path: Path, make: Callable[[Path], object], sentence: str) -> None:
    path = tmp_path / "own.mdesk"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    program = Program(tmp_path, path)
    for command in (("list", "people"), ("import", "participants", str(PEOPLE), "--programme", "CEP-UA")):
        assert program.refused(*command).startswith(sentence)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_database_on_a_server_or_with_an_impossible_name(tmp_path: Path) -> None:
    server = Program(tmp_path, Path("x")).run("--database", "postgresql://me:secret@host/x", "info")
    assert (server.status, server.out) == (1, "")
    assert server.err.startswith("A database on a server (postgresql) cannot be opened.")
    assert "secret" not in server.err
    assert Program(tmp_path, tmp_path / ("n" * 300)).refused("info").startswith("There is no file “")


def test_an_sqlite_address_names_a_file(reader: Program) -> None:
    ran = reader.run("--database", f"sqlite:///{reader.database}", "info", "--json")
    assert ran.json["counts"]["programme"] == 6


def test_a_data_file_of_a_newer_version_is_left_alone(structure: Program) -> None:
    with sqlite3.connect(structure.database) as raw:
        raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = structure.database.read_bytes()
    for command in (("list", "people"), ("check",), ("demo", "--output", str(structure.home))):
        assert "was made by a newer Mentordesk (schema 99)" in structure.refused(*command)
    assert structure.database.read_bytes() == before


def test_two_programs_on_one_file(structure: Program, tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            _HOLD,
            str(structure.database),
        ],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    try:
        assert holder.stdout.readline() == b"held\n"
        backup = tmp_path / "b.mdesk"
        backup.write_bytes(structure.database.read_bytes())
        for command in (
            ("list", "people"),
            ("import", "participants", str(PEOPLE), "--programme", "CEP-UA"),
            ("demo", "--output", str(tmp_path / "demo")),
            ("restore", str(backup)),
        ):
            assert structure.refused(*command).startswith("The file “t.mdesk” is open in another program (user ")
    finally:
        holder.stdin.close()
        holder.wait(30)
        holder.stdout.close()
    assert structure.run("list", "people").status == 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--programme", "NOPE"), "There is no record with the code NOPE."),
        (("--programme", "CEP-UA", "--activity", "NOPE"), "There is no record with the code NOPE."),
        (
            ("--programme", "CEP-UA", "--activity", "ICLD-DR-A01"),
            "ICLD-DR-A01 does not belong to the programme CEP-UA.",
        ),
        (("--programme", "CEP-UA", "--sheet", "Nope"), "There is no sheet called Nope. The sheets are: Учасники."),
    ],
)
def test_an_import_to_the_wrong_place(structure: Program, options: tuple[str, ...], sentence: str) -> None:
    before = structure.content()
    assert structure.refused("import", "participants", PEOPLE, *options).startswith(sentence)
    assert structure.content() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "The file cannot be found or read."),
        (b"", "The file is empty."),
        (b"<html><body><p>Name, surname</p></body></html>", "This is a web page without a table."),
        (b"%PDF-1.7\n1 0 obj", "This is a PDF."),
        (_OLE, "The workbook is locked with a password."),
        (b"PK\x03\x04 torn off", "The file is damaged or incomplete."),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "This is a picture."),
    ],
    ids=["missing", "empty", "html", "pdf", "encrypted", "damaged", "picture"],
)
def test_a_file_that_is_no_spreadsheet(
    structure: Program, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "people.xlsx"
    if content is not None:
        path.write_bytes(content)
    before = structure.database.read_bytes()
    assert structure.refused("import", "participants", path, "--programme", "CEP-UA").startswith(sentence)
    assert structure.database.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("list", "nonsense"),
        ("import", "participants", "x.xlsx"),
        ("import", "participants", "x.xlsx", "--programme", "CEP-UA", "--country", "UKR"),
        ("export", "agenda", "CEP-UA-V01"),
        ("export", "agenda", "CEP-UA-V01", "--output", "a.pdf", "--columns", "wide"),
        ("--language", "xx", "list", "people"),
        ("list", "people", "--frobnicate"),
    ],
    ids=" ".join,
)
def test_wrong_usage(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = Program(tmp_path, tmp_path / "t.mdesk").run(*arguments)
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert ran.err.rstrip().endswith("--help)")
    assert not (tmp_path / "t.mdesk").exists()


def test_a_refusal_in_ukrainian(structure: Program) -> None:
    ran = structure.run("--language", "uk", "show", "NOPE")
    assert ran.status == 1
    assert "NOPE" in ran.err
    assert "There is no record" not in ran.err
    assert any("а" <= letter <= "я" for letter in ran.err)


def _files_up_to(size: int) -> Callable[[], None]:
    """Let no file grow beyond a size: to the program this is a full disk, at any place we like."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def test_a_full_disk_during_an_import(fresh: Program) -> None:
    before = fresh.content()
    sentence = fresh.refused(
        "import",
        "participants",
        SHEETS / "sarajevo-network-meeting.xlsx",
        "--programme",
        "CEP-UA",
        before=_files_up_to(150_000),
    )
    assert sentence.startswith(f"There is no room left on the disk of “{fresh.database.parent}”.")
    assert fresh.content() == before
    assert fresh.run("check").status == 0


def test_a_full_disk_during_the_backup_before_an_import(sample_copy: Program) -> None:
    before = sample_copy.content()
    size = sample_copy.database.stat().st_size
    sentence = sample_copy.refused(
        "import", "participants", PEOPLE, "--programme", "COR-P2P", before=_files_up_to(size // 2)
    )
    assert sentence.startswith("There is no room left on the disk of “")
    assert sample_copy.content() == before
    assert not list(sample_copy.database.parent.glob("sample backups/*.part"))


def test_a_full_disk_during_an_export_and_a_backup(sample_copy: Program, tmp_path: Path) -> None:
    target = tmp_path / "out" / "a.pdf"
    target.parent.mkdir()
    target.write_bytes(b"former")
    export = ("export", "agenda", "CEP-UA-V01", "--output", target)
    assert sample_copy.refused(*export, before=_files_up_to(50_000)).startswith(
        "There is no room left on the disk of “"
    )
    assert target.read_bytes() == b"former"
    assert [path.name for path in target.parent.iterdir()] == ["a.pdf"]
    copy = tmp_path / "out" / "copy.mdesk"
    sentence = sample_copy.refused("backup", "--output", copy, before=_files_up_to(200_000))
    assert sentence.startswith("There is no room left on the disk of “")
    assert [path.name for path in target.parent.iterdir()] == ["a.pdf"]


def _without_override() -> None:
    """The administrator may write anywhere; give that up, so that rights hold as for everybody else."""
    if os.geteuid() == 0 and ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, 0, 0, 0):
        os._exit(77)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="rights are told in Linux's way")
def test_a_folder_that_cannot_be_written_to(structure: Program, tmp_path: Path) -> None:
    before = structure.database.read_bytes()
    locked = tmp_path / "locked"
    locked.mkdir()
    structure.database.replace(locked / "t.mdesk")
    program = Program(structure.home, locked / "t.mdesk")
    for left in locked.glob("*.lock"):
        left.unlink()
    locked.chmod(0o555)
    try:
        if program.run("info", before=_without_override).status == 77:
            pytest.skip("rights cannot be given up here")
        for command in (
            ("import", "participants", str(PEOPLE), "--programme", "CEP-UA"),
            ("backup",),
        ):
            sentence = program.refused(*command, before=_without_override)
            assert sentence.startswith(f"The folder “{locked}” cannot be written to.")
        sentence = Program(structure.home, tmp_path / "t.mdesk").refused(
            "demo", "--output", locked / "demo", before=_without_override
        )
        assert sentence.startswith(f"The folder “{locked / 'demo'}” cannot be written to.")
    finally:
        locked.chmod(0o755)
    assert (locked / "t.mdesk").read_bytes() == before
    assert not (tmp_path / "t.mdesk").exists()


def test_a_fault_of_the_program_is_one_sentence_and_a_line_in_the_log(structure: Program) -> None:
    # A table that is missing under a file that says it is ours: nothing that a user can do, so nothing has a code.
    with sqlite3.connect(structure.database) as raw:
        raw.execute("DROP TABLE deliverable_review")
    raw.close()
    sentence = structure.refused("list", "deliverables")
    assert re.match(r"The program has a fault \(OperationalError\); what was begun was taken back\. ", sentence)
    [log] = structure.home.rglob("mentordesk.log")
    assert str(log) in sentence
    line = log.read_text(encoding="utf-8")
    assert "OperationalError" in line
    assert "SELECT" not in line
