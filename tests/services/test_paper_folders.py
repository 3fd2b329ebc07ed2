"""Many files go into a folder of their own, not loose among what is there."""

from pathlib import Path

from app.services.paper_files import own_folder


def test_files_go_into_a_folder_of_their_own_among_other_things(tmp_path: Path) -> None:
    (tmp_path / "letter to my aunt.txt").write_text("…")
    assert own_folder(tmp_path, "CEP-UA-V01 badges en") == tmp_path / "CEP-UA-V01 badges en"
    assert list(tmp_path.iterdir()) == [tmp_path / "letter to my aunt.txt"], "nothing is made yet"


def test_an_empty_or_a_new_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    assert own_folder(tmp_path, "CEP-UA-V01 badges en") == tmp_path
    assert own_folder(tmp_path / "new", "CEP-UA-V01 badges en") == tmp_path / "new"


def test_the_same_batch_again_goes_into_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "CEP-UA-V01 badges en"
    folder.mkdir()
    (folder / "one.pdf").write_bytes(b"%PDF")
    assert own_folder(folder, folder.name) == folder
    assert own_folder(tmp_path, folder.name) == folder
