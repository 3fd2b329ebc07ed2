"""What the program remembers of its user is read with care."""

import json
import random
from pathlib import Path

import pytest

from app.core.settings import Settings
from app.services import workspace

_GOOD = {
    "database": "programmes.mdesk",
    "language": "uk",
    "look.mode": "dark",
    "look.text_size": 110,
    "window.place": [10, 20, 1200, 800],
    "lists.people": {"columns": ["name", "town"], "widths": [120, 80]},
}


def _mutated(source: bytes, chance: random.Random) -> bytes:
    """One of the ways in which a file gets damaged: torn, overwritten, doubled, types changed."""
    data = bytearray(source)
    place = chance.randrange(len(data))
    match chance.randrange(8):
        case 0:
            return bytes(data[:place])
        case 1:
            return bytes(data[:place]) + b"\0" * (len(data) - place)
        case 2:
            data[place] = chance.randrange(256)
        case 3:
            data[place:place] = chance.randbytes(chance.randrange(1, 20))
        case 4:
            del data[place : place + chance.randrange(1, 30)]
        case 5:
            return bytes(data) * 2
        case 6:
            values = [None, True, 3.5, [], {}, "x" * 5000, "\0", 10**400, {"a": [{}]}]
            return json.dumps({name: chance.choice(values) for name in _GOOD}).encode()
        case _:
            return chance.choice(
                [b"", b"null", b"[]", b'"x"', b"[" * 100_000, b"9" * 6_000, b"\xff\xfe{}", b"{" * 50_000]
            )
    return bytes(data)


@pytest.mark.parametrize("seed", range(200))
def test_however_it_is_damaged_the_program_starts(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(_mutated(json.dumps(_GOOD, indent=1).encode(), random.Random(seed)))
    settings = Settings(path)
    assert isinstance(settings.get("language", ""), str)
    assert isinstance(settings.get("look.text_size", 100), int)
    assert isinstance(settings.get("window.place", [0]), list)
    assert isinstance(workspace.last_database(settings), Path)
    settings.put("language", "en")
    assert settings.save()
    assert Settings(path).get("language", "") == "en"
    assert not path.with_suffix(".new").exists()


def test_a_damaged_file_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{broken", encoding="utf-8")
    Settings(path)
    assert not path.exists()
    assert path.with_suffix(".damaged.json").read_text(encoding="utf-8") == "{broken"


def test_what_was_put_is_there_again_and_other_types_are_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    settings = Settings(path)
    settings.put("look.mode", "dark")
    assert settings.save()
    again = Settings(path)
    assert again.get("look.mode", "system") == "dark"
    assert again.get("look.mode", 5) == 5
    assert again.get("nothing", None) is None


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.put("language", "uk")
    assert settings.save() is False
    assert settings.get("language", "") == "uk"


def test_a_file_too_large_to_be_ours_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "uk", "more": "x" * 1_000_001}), encoding="utf-8")
    assert Settings(path).get("language", "en") == "en"
