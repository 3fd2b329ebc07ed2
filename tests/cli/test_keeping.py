"""``backup``, ``restore``, ``check`` and ``info``."""

import json
import sqlite3
from pathlib import Path

from app.storage.database import SCHEMA
from tests.cli.conftest import SHEETS, Program


def test_a_backup_of_ones_own_brings_everything_back(sample_copy: Program, tmp_path: Path) -> None:
    before = sample_copy.content()
    copy = tmp_path / "stick" / "copy.mdesk"
    ran = sample_copy.run("backup", "--output", copy)
    assert (ran.status, ran.out) == (0, f"Backup written and verified: {copy}\n")
    sheet = SHEETS / "domzale-mentors.xlsx"
    assert sample_copy.run("import", "participants", sheet, "--programme", "COR-P2P").status == 0
    assert sample_copy.content() != before
    for kept in (tmp_path / "sample files").iterdir():
        kept.unlink()
    assert sample_copy.run("check").status == 1
    restored = sample_copy.run("restore", copy)
    assert restored.status == 0
    assert sample_copy.content() == before
    assert sample_copy.run("check").out.startswith("All is sound: ")
    [aside] = [line for line in restored.out.splitlines() if "before restore" in line]
    assert (Path(aside.split(": ")[-1]) / "sample.mdesk").is_file()


def test_backups_of_the_series_are_told_and_restored(sample_copy: Program, tmp_path: Path) -> None:
    assert sample_copy.run("backup").status == 0
    [made] = (tmp_path / "sample backups").glob("*.mdesk")
    assert made.stem.endswith(" asked")
    info = sample_copy.run("info", "--json").json
    assert (info["schema"], info["counts"]["programme"], len(info["backups"])) == (SCHEMA, 6, 1)
    assert "Backups: 1, newest 20" in sample_copy.run("info").out
    assert len(list((tmp_path / "sample backups" / "files").iterdir())) == 15
    assert sample_copy.run("restore", made).status == 0


def test_bad_backups_are_refused_and_the_data_file_stays(structure: Program, tmp_path: Path) -> None:
    before = structure.database.read_bytes()
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    torn = tmp_path / "torn.mdesk"
    torn.write_bytes(before[: len(before) // 2])
    assert structure.refused("restore", picture).startswith("“a.png” is not a Mentordesk file.")
    assert "torn.mdesk" in structure.refused("restore", torn)
    assert structure.refused("restore", tmp_path / "none.mdesk").startswith("There is no file “")
    assert structure.refused("restore", structure.database).startswith("“t.mdesk” is the data file itself.")
    assert structure.refused("backup", "--output", structure.database).startswith("“t.mdesk” is the data file itself.")
    assert (
        structure.refused("backup", "--output", tmp_path)
        == f"“{tmp_path.name}” is a folder. Add the name of a file in it."
    )
    assert structure.refused("backup", "--output", picture / "b.mdesk").startswith(f"The folder “{picture}”")
    assert structure.database.read_bytes() == before


def test_check_tells_of_files_and_records_that_were_tampered_with(sample_copy: Program, tmp_path: Path) -> None:
    assert sample_copy.run("check").status == 0
    kept = sorted((tmp_path / "sample files").iterdir())
    kept[0].chmod(0o644)
    kept[0].write_bytes(b"something else")
    kept[1].unlink()
    with sqlite3.connect(sample_copy.database) as raw:
        raw.execute("DELETE FROM deliverable_review")
    raw.close()
    ran = sample_copy.run("check")
    assert (ran.status, ran.err) == (1, "")
    lines = ran.out.splitlines()
    assert len(lines) == 3
    assert "6 records of the kind “Review” do not agree with the audit trail." in lines
    assert sum("is no longer in the folder" in line for line in lines) == 1
    assert sum("was changed by another program" in line for line in lines) == 1


def test_work_stays_done_when_the_last_backup_finds_no_room(fresh: Program, tmp_path: Path) -> None:
    (tmp_path / "t backups").write_text("a file where the folder of backups should be")
    sheet = SHEETS / "domzale-mentors.xlsx"
    ran = fresh.run("import", "participants", sheet, "--programme", "CEP-UA", "--json")
    assert (ran.status, json.loads(ran.out)["summary"]["new"]) == (0, 9)
    assert ran.err.startswith("The work is kept, but the backup at the end could not be made. The folder “")
