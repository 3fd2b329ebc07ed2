"""Backups hold the kept files too: each once, proved by its hash, never thinned away."""

import hashlib
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.core.errors import StorageRefused
from app.services import documents, programmes, workspace
from app.services.context import Context
from app.services.documents import Owner
from app.storage import backup, kept_files

NOW = datetime(2026, 11, 21, 12, 0)


def _keep(context: Context, *contents: bytes) -> list[str]:
    with context.write("Keep") as work:
        ident = programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
        for number, content in enumerate(contents):
            documents.add_content(work, content, f"{number}.pdf", Owner("programme", ident))
    return [f"{hashlib.sha256(content).hexdigest()}.pdf" for content in contents]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_backup_of_the_series_copies_only_what_is_new(context: Context, tmp_path: Path) -> None:
    names = _keep(context, b"one", b"two")
    context.backup("asked")
    copies = tmp_path / "t backups" / "files"
    assert _names(copies) == sorted(names)
    stamps = {path.name: path.stat().st_mtime_ns for path in copies.iterdir()}
    [programme] = [row.id for row in _programmes(context)]
    with context.write("More") as work:
        documents.add_content(work, b"three", "3.pdf", Owner("programme", programme))
    context.backup("asked")
    assert len(_names(copies)) == 3
    assert {name: (copies / name).stat().st_mtime_ns for name in stamps} == stamps


def _programmes(context: Context) -> tuple[programmes.ProgrammeRow, ...]:
    with context.read() as view:
        return programmes.list_rows(view)


def test_restoring_puts_back_what_was_lost_or_damaged(context: Context, tmp_path: Path) -> None:
    names = _keep(context, b"one", b"two", b"three")
    made = context.backup("asked")
    context.changed = False
    context.close()
    folder = tmp_path / "t files"
    (folder / names[0]).unlink()
    (folder / names[1]).chmod(0o644)
    (folder / names[1]).write_bytes(b"tampered")
    workspace.restore(made, tmp_path / "t.mdesk")
    assert all(kept_files.is_sound(folder / name) for name in names)
    again = Context.open(tmp_path / "t.mdesk")
    assert workspace.check(again).sound
    again.close()


def test_a_backup_of_ones_own_is_whole_by_itself(context: Context, tmp_path: Path) -> None:
    names = _keep(context, b"one")
    context.backup("asked", tmp_path / "stick" / "mine.mdesk")
    assert _names(tmp_path / "stick" / "mine files") == names
    elsewhere = Context.open(tmp_path / "stick" / "mine.mdesk")
    assert workspace.check(elsewhere).sound
    elsewhere.close()
    workspace.restore(tmp_path / "stick" / "mine.mdesk", tmp_path / "other" / "o.mdesk")
    assert _names(tmp_path / "other" / "o files") == names


def test_damage_never_spreads_into_a_backup(context: Context, tmp_path: Path) -> None:
    [name, other] = _keep(context, b"one", b"two")
    kept = tmp_path / "t files" / name
    kept.chmod(0o644)
    kept.write_bytes(b"tampered")
    (tmp_path / "t files" / "notes.txt").write_text("not ours")
    context.backup("asked")
    assert _names(tmp_path / "t backups" / "files") == [other]
    assert [code for code, _ in workspace.check(context).faults] == ["document_damaged"]


def test_thinning_leaves_the_kept_files_alone(context: Context, tmp_path: Path) -> None:
    names = _keep(context, b"one")
    for day in range(60):
        backup.make(context._database, "close", now=NOW - timedelta(days=60 - day))
    assert len(backup.series(tmp_path / "t.mdesk")) < 40
    backup.thin(tmp_path / "t backups", NOW + timedelta(days=900))
    assert _names(tmp_path / "t backups" / "files") == names


def test_a_folder_that_takes_no_files_stops_the_backup_whole(context: Context, tmp_path: Path) -> None:
    _keep(context, b"one")
    (tmp_path / "t backups").mkdir()
    (tmp_path / "t backups" / "files").write_text("in the way")
    with pytest.raises(StorageRefused) as refused:
        context.backup("asked")
    assert refused.value.code == "folder_not_writable"
    assert _names(tmp_path / "t backups") == ["files"]
    context.changed = False
