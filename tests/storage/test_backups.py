"""Backups are verified, thinned and restored without harm."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import StorageRefused
from app.models.people import Person
from app.services import workspace
from app.services.context import Context
from app.storage import backup
from app.storage.backup import Backup
from tests.dump import dump

NOW = datetime(2026, 11, 21, 12, 0)


def _with_person(path: Path, code: str) -> Context:
    context = Context.open(path)
    with context.write("New person") as work:
        work.add(Person(code=code))
    return context


def test_a_backup_on_close_holds_what_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    _with_person(path, "P-00001").close()
    [made] = workspace.backups(path)
    assert made.reason == "close"
    with sqlite3.connect(made.path) as raw:
        assert raw.execute("SELECT code FROM person").fetchall() == [("P-00001",)]
    raw.close()


def test_restoring_gives_the_former_state_and_moves_the_present_one_aside(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    context = _with_person(path, "P-00001")
    made = context.backup("asked")
    former = dump(context)
    with context.write("Another") as work:
        work.add(Person(code="P-00002"))
    context.close()
    # A log left behind by a crash must not be read into the restored file (F13).
    path.with_name("t.mdesk-wal").write_bytes(b"stale" * 1000)
    aside = workspace.restore(made, path)
    assert (aside / "t.mdesk").exists()
    restored = Context.open(path)
    assert dump(restored) == former
    restored.close()


def test_a_damaged_backup_is_refused_and_the_data_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    _with_person(path, "P-00001").close()
    before = path.read_bytes()
    bad = tmp_path / "bad.mdesk"
    bad.write_bytes(before[: len(before) // 2])
    with pytest.raises(StorageRefused):
        workspace.restore(bad, path)
    assert path.read_bytes() == before


def test_restoring_under_an_open_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    context = _with_person(path, "P-00001")
    made = context.backup("asked")
    with pytest.raises(StorageRefused) as refused:
        workspace.restore(made, path)
    assert refused.value.code == "in_use"
    context.close()


def test_a_backup_onto_the_data_file_itself_is_refused(tmp_path: Path) -> None:
    context = _with_person(tmp_path / "t.mdesk", "P-00001")
    with pytest.raises(StorageRefused) as refused:
        context.backup("asked", tmp_path / "t.mdesk")
    assert refused.value.code == "backup_onto_itself"
    context.close()


def test_a_full_disk_leaves_no_half_backup(tmp_path: Path) -> None:
    context = _with_person(tmp_path / "t.mdesk", "P-00001")
    target = tmp_path / "nowhere" / "file"
    target.parent.write_text("a file where a folder should be")
    with pytest.raises(StorageRefused) as refused:
        context.backup("asked", target / "b.mdesk")
    assert refused.value.code == "folder_not_writable"
    context.close()


def test_a_year_of_daily_backups_thins_to_days_weeks_and_months() -> None:
    made = [Backup(Path(str(n)), NOW - timedelta(days=n), "close", 1) for n in range(365)]
    kept = backup.keep(made, NOW)
    days = {(NOW - one.made_at).days for one in kept}
    assert set(range(12)) <= days
    assert len({one.made_at.strftime("%G-%V") for one in kept}) >= 10
    assert len({one.made_at.strftime("%Y-%m") for one in kept}) == 9
    assert len(kept) <= 12 + 10 + 9


@given(st.lists(st.integers(-800, 800), max_size=60), st.integers(-400, 400))
def test_whatever_the_clock_says_the_newest_five_stay(days: list[int], shift: int) -> None:
    made = [Backup(Path(str(n)), NOW + timedelta(days=day), "close", 1) for n, day in enumerate(days)]
    kept = {one.path for one in backup.keep(made, NOW + timedelta(days=shift))}
    newest = sorted(made, key=lambda one: one.made_at, reverse=True)[:5]
    assert {one.path for one in newest} <= kept


def test_check_finds_a_record_that_came_past_the_history(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    _with_person(path, "P-00001").close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE person SET id = ? ", ("f" * 32,))
    raw.close()
    context = Context.open(path)
    faults = workspace.check(context).faults
    context.close()
    assert [code for code, _ in faults] == ["check_trail"]
