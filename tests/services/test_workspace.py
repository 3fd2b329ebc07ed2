"""Which data file is open, whose it is, and whether it is sound."""

from pathlib import Path

import pytest

from app.core.errors import Refused, StorageRefused
from app.core.settings import Settings
from app.models.people import Person
from app.services import workspace
from app.services.context import Context
from app.services.workspace import SampleState


def _made(path: Path, *, sample: bool) -> Path:
    context = Context.open(path)
    if sample:
        workspace.mark_sample(context, finished=False)
    with context.write("New person") as work:
        work.add(Person(code="P-00001"))
    if sample:
        workspace.mark_sample(context, finished=True)
    context.close()
    return path


def _work_on(path: Path) -> None:
    context = Context.open(path)
    with context.write("Another") as work:
        work.add(Person(code="P-00002"))
    context.close()


def test_whose_a_file_is(tmp_path: Path) -> None:
    own = _made(tmp_path / "own.mdesk", sample=False)
    assert workspace.sample_state(own) is SampleState.OWN
    sample = _made(tmp_path / "sample.mdesk", sample=True)
    assert workspace.sample_state(sample) is SampleState.UNTOUCHED
    _work_on(sample)
    assert workspace.sample_state(sample) is SampleState.CHANGED


def test_taking_the_change_back_does_not_make_it_untouched(tmp_path: Path) -> None:
    sample = _made(tmp_path / "sample.mdesk", sample=True)
    _work_on(sample)
    context = Context.open(sample)
    context.undo()
    context.close()
    assert workspace.sample_state(sample) is SampleState.CHANGED


def test_a_sample_that_was_never_finished_is_kept(tmp_path: Path) -> None:
    context = Context.open(tmp_path / "s.mdesk")
    workspace.mark_sample(context, finished=False)
    context.close()
    assert workspace.sample_state(tmp_path / "s.mdesk") is SampleState.UNTOUCHED, "there is nothing in it yet"
    _work_on(tmp_path / "s.mdesk")
    assert workspace.sample_state(tmp_path / "s.mdesk") is SampleState.CHANGED


def test_the_mark_is_no_step_of_the_history(tmp_path: Path) -> None:
    context = Context.open(tmp_path / "s.mdesk")
    workspace.mark_sample(context, finished=True)
    assert workspace.facts(context).history_units == 0
    assert context.undo() is None
    assert not context.changed
    context.close()


def test_room_is_made_only_from_samples(tmp_path: Path) -> None:
    path = tmp_path / "sample.mdesk"
    assert workspace.make_room_for_sample(path) is None
    _made(path, sample=True)
    assert workspace.make_room_for_sample(path) is None
    assert not path.exists()
    assert not (tmp_path / "sample backups").exists()
    _made(path, sample=True)
    _work_on(path)
    kept = workspace.make_room_for_sample(path)
    assert kept is not None
    assert (kept.parent, path.exists()) == (tmp_path, False)
    assert {"sample.mdesk", "sample backups"} <= {one.name for one in kept.iterdir()}
    _made(path, sample=False)
    with pytest.raises(Refused) as refused:
        workspace.make_room_for_sample(path)
    assert refused.value.code == "demo_over_own_file"
    assert path.exists()


def test_two_samples_moved_aside_in_one_second_stand_beside_each_other(tmp_path: Path) -> None:
    path = tmp_path / "sample.mdesk"
    kept = set()
    for _ in range(3):
        _made(path, sample=True)
        _work_on(path)
        kept.add(workspace.make_room_for_sample(path))
    assert len(kept) == 3
    assert all(folder and (folder / "sample.mdesk").exists() for folder in kept)


def test_the_last_file_is_remembered_until_it_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path / "settings.json")
    path = tmp_path / "t.mdesk"
    workspace.open_file(path, "en", settings).close()
    assert workspace.last_database(Settings(tmp_path / "settings.json")) == path
    path.unlink()
    assert workspace.last_database(settings).name == "programmes.mdesk"
    monkeypatch.setenv("MENTORDESK_DATABASE", str(tmp_path / "named.mdesk"))
    assert workspace.last_database(settings) == tmp_path / "named.mdesk"


@pytest.mark.parametrize("name", ["none.mdesk", "n" * 400, "\0"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(StorageRefused) as refused:
        workspace.expect_file(tmp_path / name)
    assert refused.value.code == "no_database"
