"""What stands at the door: foreign, newer, damaged and locked files, folders without right, old schemas."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import PrimaryKeyConstraint, UniqueConstraint

from app.core.errors import StorageRefused
from app.models.all_models import Base
from app.models.people import Person
from app.services.context import Context
from app.storage.database import SCHEMA, Database

ROOT = Path(__file__).resolve().parents[2]


def _refused(path: Path) -> StorageRefused:
    with pytest.raises(StorageRefused) as refused:
        Context.open(path)
    return refused.value


def test_migrations_make_what_the_models_say(tmp_path: Path) -> None:
    context = Context.open(tmp_path / "t.mdesk")
    with context._database.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    context.close()
    assert differences == []


def test_no_index_says_what_a_constraint_says_already() -> None:
    """An index costs time and room at each row; a unique constraint that begins so serves the same questions."""
    for table in Base.metadata.tables.values():
        unique = [one for one in table.constraints if isinstance(one, UniqueConstraint | PrimaryKeyConstraint)]
        others = [(one, [column.name for column in one.columns]) for one in (*unique, *table.indexes)]
        for index in table.indexes:
            names = [column.name for column in index.columns]
            assert not [one for one, begins in others if one is not index and begins[: len(names)] == names], index.name


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    Context.open(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version={SCHEMA + 1}")
    raw.close()
    before = path.read_bytes()
    refused = _refused(path)
    assert (refused.code, refused.params["schema"]) == ("newer_database", SCHEMA + 1)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"no database at all, just text\n" * 50, b"\x89PNG\r\n\x1a\n" + bytes(4000)])
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.mdesk"
    path.write_bytes(content)
    assert _refused(path).code == "not_a_database"
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.mdesk"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE note (text)")
    raw.close()
    assert _refused(path).code == "not_a_database"


def test_a_damaged_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    context = Context.open(path)
    with context.write("Many") as work:
        work.insert_many(Person, [{"code": f"P-{n:05d}", "notes": "x" * 200} for n in range(2000)])
    context.close()
    content = bytearray(path.read_bytes())
    for page in range(20, 60):
        content[page * 4096 : page * 4096 + 4096] = os.urandom(4096)
    path.write_bytes(content)
    assert _refused(path).code == "damaged_database"
    assert path.read_bytes() == bytes(content)


def test_a_folder_is_no_data_file(tmp_path: Path) -> None:
    assert _refused(tmp_path).code == "not_a_database"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert _refused(tmp_path / "file" / "t.mdesk").code == "folder_not_writable"


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
def test_a_read_only_folder_is_said(tmp_path: Path) -> None:
    """In a process without the right to write there (root writes everywhere, so it steps down first)."""
    script = (
        "import os, sys\n"
        "from app.core.errors import StorageRefused\n"
        "from app.services.context import Context\n"
        "from pathlib import Path\n"
        "import app.storage.migrate\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "try: Context.open(Path(sys.argv[1]))\n"
        "except StorageRefused as refused: print(refused.code)\n"
    )
    folder = tmp_path / "closed"
    folder.mkdir()
    for above in (tmp_path, *tmp_path.parents):
        if above != Path("/") and above.stat().st_uid == os.geteuid():
            above.chmod(above.stat().st_mode | 0o055)
    folder.chmod(0o555)
    ran = subprocess.run(
        [sys.executable, "-c", script, str(folder / "t.mdesk")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.stdout.strip() == "folder_not_writable", ran.stderr


def _holder(path: Path) -> "subprocess.Popen[str]":
    script = (
        "import sys, time\nfrom pathlib import Path\nfrom app.services.context import Context\n"
        "c = Context.open(Path(sys.argv[1]))\nprint('open', flush=True)\ntime.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "open"
    return process


def test_a_second_program_is_refused_and_a_dead_one_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    holder = _holder(path)
    try:
        refused = _refused(path)
        assert refused.code == "in_use"
        assert refused.params["host"]
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.wait(10)
        assert holder.stdout is not None
        holder.stdout.close()
    started = time.monotonic()
    Context.open(path).close()
    assert time.monotonic() - started < 5


def test_the_note_of_another_computer_is_never_broken(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    note = tmp_path / "t.mdesk.owner"
    note.write_text(json.dumps({"host": "office-pc", "user": "ana", "since": "2026-01-01T08:00"}))
    refused = _refused(path)
    assert (refused.code, refused.params["host"]) == ("in_use_elsewhere", "office-pc")
    assert note.exists()


def test_no_committed_unit_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from app.services.context import Context\nfrom app.models.people import Person\n"
        "c = Context.open(Path(sys.argv[1]))\n"
        "for n in range(100000):\n"
        "    with c.write('One') as work: work.add(Person(code=f'P-{n:05d}'))\n"
        "    print(n, flush=True)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = -1
    for line in process.stdout:
        said = int(line)
        if said >= 25:
            process.kill()
            break
    process.wait(10)
    process.stdout.close()
    context = Context.open(path)
    with context.read() as view:
        count = view.session.query(Person).count()
    context.close()
    assert count >= said + 1


def test_closing_without_change_makes_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "t.mdesk"
    Context.open(path).close()
    assert not (tmp_path / "t backups").exists()


def test_a_schema_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.mdesk"
    Context.open(path).close()
    versions = tmp_path / "migrations" / "versions"
    versions.mkdir(parents=True)
    source = ROOT / "app" / "storage" / "migrations" / "versions"
    for file in source.glob("*.py"):
        (versions / file.name).write_text(file.read_text())
    (versions / "v9999_bad.py").write_text(
        f'revision = "9999"\ndown_revision = "{SCHEMA:04d}"\nbranch_labels = None\ndepends_on = None\n'
        "from alembic import op\n"
        "def upgrade():\n    op.execute('CREATE TABLE extra (x)')\n    raise RuntimeError('planted')\n"
    )
    monkeypatch.setattr("app.storage.migrate.SCHEMA", SCHEMA + 1)
    monkeypatch.setattr("app.storage.database.SCHEMA", SCHEMA + 1)
    monkeypatch.setattr("app.storage.migrate.VERSIONS", versions.parent)
    with pytest.raises(RuntimeError, match="planted"):
        Context.open(path)
    assert len(list((tmp_path / "t backups").glob("*migration.mdesk"))) == 1
    database = Database.open(path)
    assert database.schema == SCHEMA
    with database.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").scalar_one() == 0
    database.close()
