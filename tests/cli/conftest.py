"""The program as a child process, with a home and a data file of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from app.core.paths import resources
from app.services import programmes, sample
from app.services.context import Context
from tests.dump import dump

ROOT = Path(__file__).resolve().parents[2]
SHEETS = resources() / "sample" / "participants"
EXPECTED = ROOT / "tests" / "data" / "participants"


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        assert self.status == 0, self.err
        return json.loads(self.out)


@dataclass(frozen=True)
class Program:
    """Runs ``main.py`` on one data file in one home."""

    home: Path
    database: Path
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """A poor environment: no display, nothing of the one who runs the tests."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
        home = {"HOME": str(self.home), "USERPROFILE": str(self.home)}
        xdg = {f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        return kept | home | xdg | {"QT_QPA_PLATFORM": "offscreen"} | dict(self.more)

    def command(self, *arguments: str | Path) -> list[str]:
        """The command line with the data file named."""
        assert arguments, "without a command the window would open"
        return [sys.executable, str(ROOT / "main.py"), "--database", str(self.database), *map(str, arguments)]

    def run(self, *arguments: str | Path, before: Callable[[], None] | None = None, cwd: Path | None = None) -> Ran:
        """Run one command to its end."""
        done = subprocess.run(
            self.command(*arguments),
            env=self.environment,
            cwd=cwd or self.home,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60,
            preexec_fn=before,
            check=False,
        )
        ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
        assert "Traceback" not in ran.err, ran.err
        return ran

    def refused(self, *arguments: str | Path, before: Callable[[], None] | None = None) -> str:
        """Run a command that must be refused: exit status 1, one sentence, nothing on standard output."""
        ran = self.run(*arguments, before=before)
        assert (ran.status, ran.out) == (1, ""), ran
        [sentence] = ran.err.splitlines()
        return sentence

    def content(self) -> dict[str, list[dict[str, Any]]]:
        """Everything in the data file."""
        context = Context.open(self.database)
        try:
            return dump(context)
        finally:
            context.close()


@dataclass(frozen=True)
class Demo:
    """The folder that ``demo`` made, and how it went."""

    program: Program
    folder: Path
    ran: Ran


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """``demo``, run once; nothing may be written to its data file (take ``sample`` for that)."""
    folder = tmp_path_factory.mktemp("demo")
    program = Program(tmp_path_factory.mktemp("home"), folder / "made" / "sample.mdesk")
    return Demo(program, folder / "made", program.run("demo", "--output", folder / "made"))


@pytest.fixture(scope="session")
def reader(demo: Demo) -> Program:
    """The sample, for commands that only look."""
    return demo.program


@pytest.fixture
def sample_copy(demo: Demo, tmp_path: Path) -> Program:
    """A copy of the sample with its kept files and the key of its certificates."""
    home = tmp_path / "home"
    shutil.copytree(demo.program.home, home)
    shutil.copy(demo.folder / "sample.mdesk", tmp_path / "sample.mdesk")
    shutil.copytree(demo.folder / "sample files", tmp_path / "sample files")
    return Program(home, tmp_path / "sample.mdesk")


@pytest.fixture(scope="session")
def _structure(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("structure") / "s.mdesk"
    context = Context.open(path)
    sample.build_structure(context)
    context.close()
    return path


@pytest.fixture
def structure(_structure: Path, tmp_path: Path) -> Program:
    """A data file with the programmes of the sample, before any spreadsheet was taken in."""
    (tmp_path / "home").mkdir()
    shutil.copy(_structure, tmp_path / "t.mdesk")
    return Program(tmp_path / "home", tmp_path / "t.mdesk")


@pytest.fixture
def fresh(tmp_path: Path) -> Program:
    """A data file with one programme and nobody in it."""
    (tmp_path / "home").mkdir()
    context = Context.open(tmp_path / "t.mdesk")
    with context.write("New") as work:
        programmes.create(work, programmes.ProgrammeDraft(code="CEP-UA", title={"en": "Ukraine"}))
    context.changed = False  # no backup yet
    context.close()
    return Program(tmp_path / "home", tmp_path / "t.mdesk")
